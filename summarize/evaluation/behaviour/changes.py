"""What is compared before and after a change: the facts of a record without offsets, ids and wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from summarize.record import Event, EventSummary, Figure, Granularity, Time, TimeBasis

Fact = tuple[object, ...]
"""What an event or a figure says."""
_DAYS = (Granularity.DAY, Granularity.WEEK, Granularity.PART_OF_DAY)
_NAMED = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
"""What a time expression has that does not count from the dateline alone."""
_YEAR = re.compile(r"\b\d{4}\b")


def event_fact(event: Event, record: EventSummary) -> Fact:
    """What an event says: type, who in which role, where, when, modality, status and sources."""
    sources = {source.id: source.chain[0].canonical or source.chain[0].name for source in record.sources}
    return (
        event.type,
        tuple((party.name, party.role) for party in event.participants),
        tuple(place.name for place in event.places),
        (event.time.edtf, event.time.basis) if event.time else None,
        event.modality,
        event.status,
        tuple(sources[one] for one in event.sources),
    )


def figure_fact(figure: Figure) -> Fact:
    """What a figure says: its words, kind and numbers."""
    return (figure.text, figure.kind, figure.min, figure.max, figure.best)


def facts(record: EventSummary) -> list[Fact]:
    """What every event and every figure of a record says, in order."""
    events = [event_fact(event, record) for event in record.events]
    return [*events, *(figure_fact(figure) for figure in record.figures)]


def differences(before: Sequence[Fact], after: Sequence[Fact]) -> Iterator[str]:
    """What one has and the other has not, in words."""
    yield from (f"gone: {_said(fact)}" for fact in before if fact not in after)
    yield from (f"new: {_said(fact)}" for fact in after if fact not in before)


def shifts(time: Time) -> bool | None:
    """Whether a time moves with the dateline, day by day; None where that depends on how far.

    An expression that names a year stands where it is. One that names a month without a year, and one that speaks in
    months or years, moves only across a boundary. An inferred time hangs on another event's.
    """
    if time.basis is TimeBasis.INFERRED:
        return None
    if time.text is None:
        return True
    if _YEAR.search(time.text):
        return False
    return True if time.granularity in _DAYS and not _NAMED.search(time.text) else None


def moved(time: Time, days: int) -> tuple[date | None, date | None]:
    """Its bounds so many days later; an open end stays open."""
    step = timedelta(days=days)
    return (time.earliest + step if time.earliest else None, time.latest + step if time.latest else None)


def bounds(time: Time | None) -> tuple[date | None, date | None]:
    """First and last day of a time."""
    return (time.earliest, time.latest) if time else (None, None)


def _said(fact: Fact) -> str:
    return " / ".join(text for text in map(_flat, fact) if text)


def _flat(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(text for text in map(_flat, value) if text)
    return "" if value is None else str(value)


def unique(items: Iterable[str], text: str) -> Iterator[str]:
    """Those that stand in a text once."""
    return (item for item in items if text.count(item) == 1)
