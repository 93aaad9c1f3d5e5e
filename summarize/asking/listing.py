"""Places that are told in one breath: "in Bosso and Nguigmi", "in the capital and in Marowijne District"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from summarize.mentions import Mention

_BEFORE_A_PLACE = (
    r"(?:(?:also|later|then)\s+)?"
    r"(?:(?:in|at|on|near|outside|inside|around|across|to|into|towards?|over|along)\s+)?"
    r"(?:(?:the|a|an|its|their|his|her|nearby|neighbou?ring|\w+\s+(?:areas?|parts?|outskirts|suburbs?)\s+of)\s+)*"
)
_COMMA = re.compile(rf"\s*,\s*{_BEFORE_A_PLACE}", re.IGNORECASE)
_AND = re.compile(rf"\s*,?\s*(?:and|or|as\s+well\s+as)\s+{_BEFORE_A_PLACE}", re.IGNORECASE)


def listed_with(place: Mention, places: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The places that "and" joins to a place, itself included; a comma alone puts a town in its province.

    Args:
        place: The place.
        places: Those that may be listed with it, in order, `place` among them.
        text: The sentence.
    """
    at = places.index(place)
    ties = [tie(before, after, text) for before, after in pairwise(places)]
    first = at - len(list(takewhile(bool, reversed(ties[:at]))))
    beyond = at + len(list(takewhile(bool, ties[at:])))
    last = max((number + 1 for number in range(first, beyond) if ties[number] == "and"), default=first)
    return tuple(places[first : last + 1]) if first <= at <= last and last > first else (place,)


def tie(before: Mention, after: Mention, text: str) -> str:
    """What joins a place to the one behind it: "and", "comma" or nothing."""
    between = text[before.end : after.start]
    if _AND.fullmatch(between):
        return "and"
    return "comma" if _COMMA.fullmatch(between) else ""
