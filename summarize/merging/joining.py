"""One event out of several tellings: everybody and every place once, the best time, all evidence and speeches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from summarize.merging.alike import same_actor, same_place
from summarize.merging.sameness import NARROW
from summarize.record import Event, Participant, Place, Precision, Time, TimeBasis
from summarize.resolving.event import ResolvedEvent, event_id, is_background, sources_of, status_of

_ORDER_OF_PRECISION = {precision: number for number, precision in enumerate(Precision)}
_ORDER_OF_BASIS = {
    TimeBasis.EXPLICIT: 0,
    TimeBasis.QUOTE_RELATIVE: 1,
    TimeBasis.REPORT_BOUND: 2,
    TimeBasis.INFERRED: 3,
    TimeBasis.PUBLICATION: 4,
}
_UNNAMED_TOWN = re.compile(
    r"(?:the|this|that)\s(?!.*\b(?:near(?:by|est)?|neighbou?ring|adjacent|next|other|second|third)\b)"
    r"(?:.*[\s-])?(?:city|town|village|settlement)",
    re.IGNORECASE,
)
"""A town by what it is: "the last major rebel-held town"; one that is told beside another is another."""
_TellingT = TypeVar("_TellingT", Participant, Place)


def joined(group: Sequence[ResolvedEvent], dateline: date | None) -> ResolvedEvent:
    """What several tellings of one event say together; the fullest of them gives the names."""
    fullest = sorted(group, key=lambda telling: -_fullness(telling.event))
    lead = fullest[0].event
    speeches = {speech.source.id: speech for telling in group for speech in telling.speeches}
    evidence = {span.start: span for telling in group for span in telling.event.evidence}
    event = lead.model_copy(
        update={
            "participants": _union_of_participants(telling.event for telling in fullest),
            "places": _union_of_places([telling.event for telling in fullest]),
            "time": min((telling.event.time for telling in fullest), key=_basis_rank),
            "sources": tuple(speeches),
            "description": "",
            "evidence": tuple(evidence[start] for start in sorted(evidence)),
            "confidence": _greatest(telling.event for telling in group),
        }
    )
    told_by = tuple(speeches.values())
    settled = {
        "id": event_id(event),
        "status": status_of(event.modality, event.participants, sources_of(told_by), None),
        "background": is_background(event.time, dateline),
    }
    return ResolvedEvent(event.model_copy(update=settled), told_by)


def _greatest(tellings: Iterable[Event | Participant | Place]) -> float | None:
    """Confidence in what is told several times: the greatest of those that are known.

    That one telling at least is right is as probable as the most probable of them, or more (the lower bound of
    Fréchet 1935). How much more depends on how far they fail apart, which sentences of one article, read by one model,
    hardly do: so nothing is added.
    """
    return max((telling.confidence for telling in tellings if telling.confidence is not None), default=None)


def _fullness(event: Event) -> int:
    dated = event.time is not None and event.time.basis is not TimeBasis.PUBLICATION
    narrow = any(place.precision in NARROW for place in event.places)
    return 2 * len(event.participants) + 2 * narrow + bool(event.places) + dated


def _basis_rank(time: Time | None) -> int:
    return _ORDER_OF_BASIS[time.basis] if time else len(_ORDER_OF_BASIS)


def _union_of_participants(events: Iterable[Event]) -> tuple[Participant, ...]:
    tellings: list[list[Participant]] = []
    for event in events:
        for party in event.participants:
            same = (told for told in tellings if same_actor(party, told[0]) and party.role is told[0].role)
            _join(party, next(same, None), tellings)
    return tuple(told[0].model_copy(update={"confidence": _greatest(told)}) for told in tellings)


def _union_of_places(events: Sequence[Event]) -> tuple[Place, ...]:
    """Every place once, by its name if a telling has it: "the last rebel-held town" is the town that another names."""
    tellings: list[list[Place]] = []
    for event in events:
        for place in event.places:
            if not _is_unnamed_town(place):
                _join(place, _telling_of(place, tellings), tellings)
    for event in events:
        for place in filter(_is_unnamed_town, event.places):
            _join(place, _telling_of(_town_of_others(event, events) or place, tellings), tellings)
    kept = [told[0].model_copy(update={"confidence": _greatest(told)}) for told in tellings]
    return tuple(sorted(kept, key=lambda place: _ORDER_OF_PRECISION[place.precision]))


def _telling_of(place: Place, tellings: Iterable[list[Place]]) -> list[Place] | None:
    return next((told for told in tellings if same_place(place, told[0])), None)


def _is_unnamed_town(place: Place) -> bool:
    return place.resolved is None and _UNNAMED_TOWN.fullmatch(place.name) is not None


def _town_of_others(event: Event, events: Iterable[Event]) -> Place | None:
    """The one town that other tellings name, unless this one names a town itself."""
    others = [town for other in events if other is not event for town in _named_towns(other)]
    one = bool(others) and all(same_place(others[0], town) for town in others)
    return others[0] if one and not _named_towns(event) else None


def _named_towns(event: Event) -> list[Place]:
    return [place for place in event.places if place.precision is Precision.SETTLEMENT and place.resolved]


def _join(item: _TellingT, same: list[_TellingT] | None, tellings: list[list[_TellingT]]) -> None:
    """Put an item with those that tell the same; the first of them is the one that is kept."""
    if same is None:
        tellings.append([item])
    else:
        same.append(item)
