"""Values of labels and records in words, found by the paths that matches name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.edtf import Bounds, bounds
from summarize.evaluation.items import origins
from summarize.evaluation.labels import GoldEvent, GoldFigure, GoldParticipant, Named
from summarize.record import Event, EventSummary, Figure, Participant, Place, Source, Span, Time

Range = tuple[int, int]
"""Half-open code point offsets into the article."""


@dataclass(frozen=True)
class Words:
    """A value in words.

    Attributes:
        text: The value.
        kind: A value of a closed list that belongs to it: role, basis, what a figure counts.
        also: What it stands for.
        others: What else is acceptable, or how else it is called.
        spans: Where the article says it.
        optional: Whether it may be left out.
        note: Why it is labelled like this, where that can be contested.
    """

    text: str
    kind: str = ""
    also: str = ""
    others: tuple[str, ...] = ()
    spans: tuple[Range, ...] = ()
    optional: bool = False
    note: str = ""


_PATH = re.compile(r"(events|figures)\.(\d+)(?:\.([a-z]+))?(?:\.(\d+))?")
Look = Callable[[str], Words]
"""Finds the words for a path; raises LookupError for one that leads nowhere."""


def base(path: str) -> str:
    """The path of the value that a field tells of: a basis of its time, a kind of its figure."""
    return path.removesuffix(".basis").removesuffix(".kind")


def item(path: str) -> str:
    """The path of the event or figure that holds a value."""
    return ".".join(path.split(".")[:2])


def in_labels(loaded: LoadedCase) -> Look:
    """Words for the paths of a case; an event stands for its evidence."""

    def look(path: str) -> Words:
        kind, number, field, index = _parts(path)
        if kind == "figures":
            return _gold_figure(loaded.case.figures[number], loaded)
        event = loaded.case.events[number]
        evidence = tuple(loaded.span(quote) for quote in event.evidence)
        if field == "":
            told = " … ".join(event.evidence)
            return Words(told, spans=evidence, optional=event.optional, note=event.note or "")
        if field == "time":
            return _gold_time(event, loaded.text, evidence)
        if field in _CHOICES:
            return Words(_either(_CHOICES[field](event)))
        return _named(_GOLD_NAMES[field](event)[index], loaded.text, evidence)

    return look


def in_record(record: EventSummary) -> Look:
    """Words for the paths of a record; an event stands for its evidence."""
    sources = {source.id: source for source in record.sources}

    def look(path: str) -> Words:
        kind, number, field, index = _parts(path)
        if kind == "figures":
            return _figure(record.figures[number])
        event = record.events[number]
        if field == "":
            return Words(" … ".join(span.text for span in event.evidence), spans=_ranges(event.evidence))
        if field == "sources":
            return _origin(event, sources, index)
        if field in _CHOICES:
            return Words(plain(_CHOICES[field](event)))
        return _FILLERS[field](event, index)

    return look


def plain(value: str) -> str:
    """A value of a closed list as one would write it."""
    return value.replace("_", " ")


def period(extent: Bounds) -> str:
    """First and last day in words."""
    first, last = extent
    if first == last:
        return _day(first)
    if first is None:
        return f"on or before {_day(last)}"
    return f"{_day(first)} to {_day(last)}" if last else f"from {_day(first)} on"


def _parts(path: str) -> tuple[str, int, str, int]:
    """Kind of item, its number, the field, and the number within that; empty or 0 where the path is shorter."""
    found = _PATH.fullmatch(base(path))
    if found is None:
        raise LookupError(path)
    kind, number, field, index = found.groups(default="")
    return kind, int(number), field, int(index or 0)


_CHOICES: Mapping[str, Callable[[Event | GoldEvent], Any]] = {
    field: attrgetter(field) for field in ("type", "modality", "status")
}
_GOLD_NAMES: Mapping[str, Callable[[GoldEvent], tuple[Named, ...]]] = {
    "participants": lambda event: event.participants,
    "places": lambda event: event.places,
    "sources": lambda event: event.sources,
}
_FILLERS: Mapping[str, Callable[[Event, int], Words]] = {
    "participants": lambda event, index: _participant(event.participants[index]),
    "places": lambda event, index: _place(event.places[index]),
    "time": lambda event, _: _time(event.time),
}


def _named(label: Named, text: str, evidence: Iterable[Range]) -> Words:
    first, *others = label.names
    role = _either(label.role) if isinstance(label, GoldParticipant) else ""
    spans = _first(label.names, text, evidence)
    return Words(first, role, _usually(label.canonical), tuple(others), spans, label.optional)


def _gold_time(event: GoldEvent, text: str, evidence: Iterable[Range]) -> Words:
    if event.time is None:
        raise LookupError("time")
    quote = event.time.quote
    told = " or ".join(dict.fromkeys(period(bounds(edtf)) for edtf in event.time.edtf))
    also = " · ".join([*([f"“{quote}”"] if quote else []), *event.time.edtf])
    spans = _first([quote], text, evidence) if quote else ()
    return Words(told, _either(event.time.basis), also, (), spans, event.time.optional)


def _gold_figure(figure: GoldFigure, loaded: LoadedCase) -> Words:
    spans = (loaded.span(figure.quote, figure.within),)
    numbers = _numbers(figure.min, figure.max, figure.best)
    return Words(f"“{figure.quote}”", _either(figure.kind), numbers, (), spans, figure.optional, figure.note or "")


def _participant(party: Participant) -> Words:
    return Words(party.name, plain(party.role), _usually([party.canonical]), spans=_ranges([party.span]))


def _place(place: Place) -> Words:
    entry = ", ".join(filter(None, [place.resolved, place.admin1, place.country]))
    return Words(place.name, also=entry, spans=_ranges([place.span]))


def _time(time: Time | None) -> Words:
    if time is None:
        raise LookupError("time")
    also = " · ".join([*([f"“{time.text}”"] if time.text else []), time.edtf])
    return Words(period((time.earliest, time.latest)), plain(time.basis), also, spans=_ranges([time.span]))


def _origin(event: Event, sources: Mapping[str, Source], index: int) -> Words:
    links = origins(event, sources)[index]
    names = dict.fromkeys(link.name for link in links if link.name)
    first, *others = names or ["unnamed"]
    usual = _usually([links[0].canonical])
    return Words(first, also=usual, others=tuple(others), spans=_ranges(link.span for link in links))


def _figure(figure: Figure) -> Words:
    numbers = _numbers(figure.min, figure.max, figure.best)
    return Words(f"“{figure.text}”", plain(figure.kind), numbers, spans=_ranges([figure.span]))


def _usually(names: Iterable[str | None]) -> str:
    known = [name for name in names if name]
    return f"usually {' or '.join(known)}" if known else ""


def _numbers(least: float | None, most: float | None, best: float | None) -> str:
    named = (("at least", least), ("at most", most), ("best", best))
    return ", ".join(f"{name} {value:,.12g}" for name, value in named if value is not None) or "no number"


def _either(values: Iterable[str]) -> str:
    return " or ".join(plain(value) for value in values)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "any day"


def _ranges(spans: Iterable[Span | None]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span)


def _first(names: Iterable[str], text: str, evidence: Iterable[Range]) -> tuple[Range, ...]:
    """Where a name is meant: within the evidence if it stands there, else where it stands first."""
    for start, end in evidence:
        for name in sorted(names, key=len, reverse=True):
            at = text.find(name, start, end)
            if at >= 0:
                return ((at, at + len(name)),)
    return tuple((text.index(name), text.index(name) + len(name)) for name in names if name in text)[:1]
