"""How sure: the status of an event from what is said of it and who says it.

The rules stand in `RULES` in the order of the record's table; the first that matches wins. Sources that
only decline to comment or do not confirm take no part. Confirmation by two origins asks for origins that
differ, that do not speak for one party, and that differ in side or in type; an origin of unknown type
corroborates nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from summarize.record import Modality, SourceType, Stance, Status


@dataclass(frozen=True)
class Voice:
    """One origin, as far as status asks.

    Attributes:
        origin: Canonical name of the origin; None for the unnamed.
        type: What kind of source it is.
        party: The side it speaks for; None for a third party.
        stance: What it does with the content.
        against_interest: Whether what it acknowledges runs against its own party's interest.
    """

    origin: str | None
    type: SourceType
    party: str | None
    stance: Stance
    against_interest: bool = False


@dataclass(frozen=True)
class Rule:
    """A row of the table: the status, why, and when."""

    status: Status
    meaning: str
    holds: Callable[[Modality, Sequence[Voice], bool], bool]


PARTISAN: Final = frozenset((SourceType.PARTY_OFFICIAL, SourceType.STATE_MEDIA))
"""Types that speak for a party even where the text does not say for which."""


def _asserting(voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if voice.stance is Stance.ASSERTS]


def _denying(voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if voice.stance is Stance.DENIES]


def independent(one: Voice, other: Voice) -> bool:
    """Whether two voices corroborate each other: other origins, not of one party, other sides or types."""
    if SourceType.UNKNOWN in (one.type, other.type):
        return False
    if one.party is not None and one.party == other.party:
        return False
    if one.origin == other.origin and one.origin is not None:
        return False
    return one.party != other.party or one.type != other.type


def _confirmed(_: Modality, voices: Sequence[Voice], by_body: bool) -> bool:
    asserting = _asserting(voices)
    return (
        by_body
        or any(voice.against_interest for voice in asserting)
        or any(independent(one, other) for one, other in combinations(asserting, 2))
    )


def _denied(modality: Modality, voices: Sequence[Voice], _: bool) -> bool:
    if modality is Modality.DENIED:
        return not (_asserting(voices) and _denying(voices))
    return bool(_denying(voices)) and not _asserting(voices)


def _claimed(_: Modality, voices: Sequence[Voice], __: bool) -> bool:
    asserting = _asserting(voices)
    return bool(asserting) and all(voice.party is not None or voice.type in PARTISAN for voice in asserting)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Status.HYPOTHETICAL,
        "spoken of as possible or conditional",
        lambda modality, *_: modality is Modality.HYPOTHETICAL,
    ),
    Rule(Status.PLANNED, "future or intended", lambda modality, *_: modality is Modality.PLANNED),
    Rule(Status.DENIED, "only denials", _denied),
    Rule(
        Status.DISPUTED,
        "at least one asserts, at least one denies",
        lambda _, voices, __: bool(_asserting(voices)) and bool(_denying(voices)),
    ),
    Rule(
        Status.CONFIRMED,
        "acknowledged against interest, two independent origins, or a competent body",
        _confirmed,
    ),
    Rule(Status.CLAIMED, "every origin speaks for a party", _claimed),
    Rule(Status.REPORTED, "some origin is a third party", lambda _, voices, __: bool(_asserting(voices))),
    Rule(Status.STATED, "the writer's own voice", lambda *_: True),
)
"""The table of the record's Status, in order."""


def derive_status(modality: Modality, voices: Sequence[Voice], *, confirmed_by_body: bool = False) -> Status:
    """Status of an event.

    Args:
        modality: What the text says of the event's standing.
        voices: One for each source; empty for the writer's own voice.
        confirmed_by_body: Whether the text says that a competent body confirmed the event.

    Returns:
        The status of the first rule of `RULES` that holds.
    """
    return next(rule.status for rule in RULES if rule.holds(modality, voices, confirmed_by_body))
