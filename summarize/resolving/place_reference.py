"""Which named place a description such as "the city" or "the stronghold" stands for.

A definite description without a name takes the nearest place named before it that can be called so: a town
for "the city", a division for "the province", a country for "the country". "The capital" is a country's, unless it is
"the regional capital". What the text does not settle stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarize.record import Place, Precision
from summarize.resolving.gazetteer import capital_name
from summarize.resolving.spelling import place_key

_KINDS = {
    "city": (Precision.SETTLEMENT,),
    "town": (Precision.SETTLEMENT,),
    "village": (Precision.SETTLEMENT,),
    "capital": (Precision.SETTLEMENT,),
    "settlement": (Precision.SETTLEMENT,),
    "stronghold": (Precision.SETTLEMENT,),
    "enclave": (Precision.SETTLEMENT, Precision.ADMIN1, Precision.ADMIN2),
    "province": (Precision.ADMIN1,),
    "governorate": (Precision.ADMIN1,),
    "state": (Precision.ADMIN1,),
    "district": (Precision.ADMIN2, Precision.ADMIN1),
    "country": (Precision.COUNTRY,),
}
_AROUND = re.compile(r"\b(?:around|near|outside|surrounding|outskirts of|edge of|vicinity of)\b", re.IGNORECASE)
_DESCRIPTION = re.compile(
    rf"(?:.*\b)?(?:the|this|that|its|their|besieged|embattled)\s+(?:\w+\s+)?(?:{'|'.join(_KINDS)})", re.IGNORECASE
)


def described_kind(name: str) -> str | None:
    """The head noun of a definite place description, or None when the words hold a name of their own.

    Args:
        name: The place as written.
    """
    words = name.split()
    noun = words[-1].casefold() if words else ""
    if noun not in _KINDS or any(word[0].isupper() for word in words[1:]):
        return None
    return noun if _DESCRIPTION.fullmatch(" ".join(words)) else None


_OF_A_DIVISION = frozenset({"departmental", "district", "provincial", "regional", "state"})


def is_national_capital(name: str) -> bool:
    """Whether a description speaks of the capital of a country: "the capital", not "the provincial capital"."""
    return described_kind(name) == "capital" and _OF_A_DIVISION.isdisjoint(name.casefold().split())


def antecedent(name: str, earlier: Iterable[Place]) -> Place | None:
    """The place that a description stands for.

    Args:
        name: The description as written.
        earlier: Places named before it, nearest first.

    Returns:
        The nearest earlier place of the kind described; None when `name` is no description, or none fits.
    """
    noun = described_kind(name)
    if noun is None:
        return None
    kinds, national = _KINDS[noun], is_national_capital(name)
    fitting = (place for place in earlier if place.precision in kinds and place.country)
    return next((place for place in fitting if not national or _is_capital(place)), None)


def _is_capital(place: Place) -> bool:
    known = capital_name(place.country) if place.country else None
    return known is not None and place.resolved is not None and place_key(place.resolved) == place_key(known)


def referred(place: Place, to: Place, reason: str, *, near: bool = False) -> Place:
    """A description filled in with the place it stands for.

    Args:
        place: The description, not resolved.
        to: The place it stands for.
        reason: Why it stands for that; `inferred` says it.
        near: Whether the text around it speaks of what is near it.
    """
    around = (near or _AROUND.search(place.name) is not None) and to.precision is Precision.SETTLEMENT
    return place.model_copy(
        update={
            "precision": Precision.NEAR_SETTLEMENT if around else to.precision,
            "resolved": to.resolved,
            "admin1": to.admin1,
            "country": to.country,
            "lat": to.lat,
            "lon": to.lon,
            "geonames_id": to.geonames_id,
            "inferred": reason,
        }
    )
