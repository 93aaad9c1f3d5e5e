"""Gold labels and predicted records brought to one shape: items with spans, and fillers by field.

An item is an event or a figure. Its fillers are what its fields hold: one for the type, any number of
participants. Items and fillers are put in an order of their own, so that the order in which a file lists them
decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from summarize.codebook import CODEBOOK
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.comparing import Number, Parted, When
from summarize.evaluation.edtf import bounds
from summarize.evaluation.labels import GoldEvent, GoldFigure, GoldTime, Named
from summarize.evaluation.naming import Name
from summarize.record import Event, EventSummary, EventType, Figure, Source, SourceLink, Time

EVENT_FIELDS = (
    "event",
    "type",
    "participant",
    "role",
    "place",
    "time",
    "time_basis",
    "modality",
    "status",
    "source",
)
"""Fields of an event, in the order of a report."""
FIGURE_FIELDS = ("figure", "figure_kind")
"""Fields of a figure."""
FIELDS = (*EVENT_FIELDS, *FIGURE_FIELDS)
"""Every field that is scored."""


@dataclass(frozen=True)
class Filler:
    """One value of one field.

    Attributes:
        path: Where it stands in its file or record, such as `events.2.participants.0`.
        key: Equal for fillers that say the same; sorts them.
        value: What the field's comparator compares.
        optional: Whether a label may be left unfilled.
    """

    path: str
    key: str
    value: Any = None
    optional: bool = False


@dataclass(frozen=True)
class Item:
    """An event or a figure.

    Attributes:
        path: Where it stands.
        spans: Half-open ranges of the article that report it.
        fields: Its fillers by field.
        optional: Whether a label may be missed.
    """

    path: str
    spans: tuple[tuple[int, int], ...]
    fields: Mapping[str, tuple[Filler, ...]] = field(default_factory=dict)
    optional: bool = False

    @cached_property
    def participants(self) -> tuple[Filler, ...]:
        """Participants, of those that say the same only one."""
        return _distinct(self.fields["participant"])

    @cached_property
    def places(self) -> tuple[Filler, ...]:
        """Places, of those that say the same only one."""
        return _distinct(self.fields["place"])

    @cached_property
    def key(self) -> str:
        """Equal for items that say the same; sorts them."""
        return repr((sorted(self.spans), [(name, [f.key for f in fs]) for name, fs in self.fields.items()]))


def gold_events(loaded: LoadedCase) -> tuple[Item, ...]:
    """The labelled events."""
    return _sorted(_gold_event(f"events.{n}", event, loaded) for n, event in enumerate(loaded.case.events))


def gold_figures(loaded: LoadedCase) -> tuple[Item, ...]:
    """The labelled figures."""
    return _sorted(_gold_figure(f"figures.{n}", figure, loaded) for n, figure in enumerate(loaded.case.figures))


def predicted_events(record: EventSummary) -> tuple[Item, ...]:
    """The events of a record."""
    sources = {source.id: source for source in record.sources}
    return _sorted(_event(f"events.{n}", event, sources) for n, event in enumerate(record.events))


def predicted_figures(record: EventSummary) -> tuple[Item, ...]:
    """The figures of a record."""
    return _sorted(_figure(f"figures.{n}", figure) for n, figure in enumerate(record.figures))


def _gold_event(path: str, event: GoldEvent, loaded: LoadedCase) -> Item:
    roles = [
        Filler(at, f"{name.key}@{'|'.join(sorted(party.role))}", Parted(name, frozenset(party.role)), party.optional)
        for at, name, party in (
            (f"{path}.participants.{n}", _name(party), party) for n, party in enumerate(event.participants)
        )
    ]
    fields = {
        "event": (Filler(path, "event"),),
        "type": (_choice(f"{path}.type", event.type, [_group(kind) for kind in event.type]),),
        "participant": _fillers(Filler(f.path, f.value.name.key, f.value.name, f.optional) for f in roles),
        "role": _fillers(roles),
        "place": _named(f"{path}.places", event.places),
        "time": _gold_time(f"{path}.time", event.time),
        "time_basis": _gold_basis(f"{path}.time.basis", event.time),
        "modality": (_choice(f"{path}.modality", event.modality),),
        "status": (_choice(f"{path}.status", event.status),),
        "source": _named(f"{path}.sources", event.sources),
    }
    return Item(path, tuple(loaded.span(quote) for quote in event.evidence), fields, event.optional)


def _gold_figure(path: str, figure: GoldFigure, loaded: LoadedCase) -> Item:
    number = Number(figure.min, figure.max, figure.best)
    fields = {
        "figure": (Filler(path, repr(number), number),),
        "figure_kind": (_choice(f"{path}.kind", figure.kind),),
    }
    return Item(path, (loaded.span(figure.quote, figure.within),), fields, figure.optional)


def _event(path: str, event: Event, sources: Mapping[str, Source]) -> Item:
    parties = [
        (f"{path}.participants.{n}", Name.of([party.name], [party.canonical]), party.role)
        for n, party in enumerate(event.participants)
    ]
    fields = {
        "event": (Filler(path, "event"),),
        "type": (_choice(f"{path}.type", [event.type], [_group(event.type)]),),
        "participant": _fillers(Filler(at, name.key, name) for at, name, _ in parties),
        "role": _fillers(
            Filler(at, f"{name.key}@{role}", Parted(name, frozenset([role]))) for at, name, role in parties
        ),
        "place": _fillers(
            Filler(f"{path}.places.{n}", name.key, name)
            for n, name in enumerate(Name.of([place.name], [place.resolved]) for place in event.places)
        ),
        "time": _time(f"{path}.time", event.time),
        "time_basis": (_choice(f"{path}.time.basis", [event.time.basis]),) if event.time else (),
        "modality": (_choice(f"{path}.modality", [event.modality]),),
        "status": (_choice(f"{path}.status", [event.status]),),
        "source": _origins(f"{path}.sources", event, sources),
    }
    return Item(path, tuple((span.start, span.end) for span in event.evidence), fields)


def _figure(path: str, figure: Figure) -> Item:
    number = Number(figure.min, figure.max, figure.best)
    fields = {
        "figure": (Filler(path, repr(number), number),),
        "figure_kind": (_choice(f"{path}.kind", [figure.kind]),),
    }
    return Item(path, ((figure.span.start, figure.span.end),), fields)


def origins(event: Event, sources: Mapping[str, Source]) -> list[list[SourceLink]]:
    """Distinct origins: two attributions to one body are one answer to the question who vouches.

    Args:
        event: The event.
        sources: Sources of its record by id.

    Returns:
        For each origin the links that name it, in the order of the event's sources.
    """
    merged: dict[str, list[SourceLink]] = {}
    for link in (sources[one].chain[0] for one in event.sources if one in sources):
        merged.setdefault(link.canonical or link.name or "", []).append(link)
    return list(merged.values())


def _origins(path: str, event: Event, sources: Mapping[str, Source]) -> tuple[Filler, ...]:
    names = [
        Name.of([link.name for link in same], [link.canonical for link in same]) for same in origins(event, sources)
    ]
    return _fillers(Filler(f"{path}.{n}", name.key, name) for n, name in enumerate(names))


def _name(label: Named) -> Name:
    return Name.of(label.names, label.canonical)


def _named(path: str, labels: Iterable[Named]) -> tuple[Filler, ...]:
    names = ((f"{path}.{n}", _name(label), label) for n, label in enumerate(labels))
    return _fillers(Filler(at, name.key, name, label.optional) for at, name, label in names)


def _gold_time(path: str, time: GoldTime | None) -> tuple[Filler, ...]:
    if time is None:
        return ()
    when = When(frozenset(time.edtf), tuple(bounds(edtf) for edtf in time.edtf))
    return (Filler(path, repr(sorted(time.edtf)), when, time.optional),)


def _gold_basis(path: str, time: GoldTime | None) -> tuple[Filler, ...]:
    return () if time is None else (_choice(path, time.basis, optional=time.optional),)


def _time(path: str, time: Time | None) -> tuple[Filler, ...]:
    if time is None:
        return ()
    return (Filler(path, time.edtf, When(frozenset([time.edtf]), ((time.earliest, time.latest),))),)


def _choice(path: str, values: Iterable[str], groups: Iterable[str] = (), *, optional: bool = False) -> Filler:
    """A choice from a closed list, with the wider groups that its values belong to."""
    chosen = frozenset(values)
    return Filler(path, "|".join(sorted(chosen)), (chosen, frozenset(groups)), optional)


def _group(kind: EventType) -> str:
    return CODEBOOK[kind].group


def _distinct(fillers: Iterable[Filler]) -> tuple[Filler, ...]:
    return tuple({filler.key: filler for filler in fillers}.values())


def _fillers(fillers: Iterable[Filler]) -> tuple[Filler, ...]:
    return tuple(sorted(fillers, key=lambda filler: filler.key))


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.key))
