"""A small case, the record that answers it perfectly, and the ways to spoil that record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.edtf import bounds
from summarize.evaluation.labels import Case, GoldEvent, GoldFigure
from summarize.record import (
    Approximator,
    DatelineBasis,
    Document,
    Event,
    EventSummary,
    Figure,
    Granularity,
    Measure,
    Mode,
    Participant,
    Place,
    Precision,
    PromptUsed,
    Provenance,
    Source,
    SourceLink,
    SourceType,
    Span,
    Stance,
    SummarySentence,
    Time,
    Usage,
)

TEXT = (
    "Rebels shelled the port of Darin on Monday, the Levant Monitor said. "
    "Government troops captured the town of Salhun from a militia on Tuesday. "
    "About 300 families fled Salhun on Wednesday. "
    "Police detained 12 protesters in Qasra on Thursday, the interior ministry said."
)
LABELS: dict[str, Any] = {
    "id": "darin",
    "text": TEXT,
    "origin": "written for this test",
    "licence": "Apache-2.0",
    "made_up": True,
    "dateline": "2026-03-06",
    "split": "dev",
    "tags": ["small"],
    "events": [
        {
            "type": "shelling",
            "evidence": "Rebels shelled the port of Darin",
            "participants": [{"role": "actor", "names": "Rebels"}],
            "places": [{"names": ["Darin", "the port of Darin"]}],
            "time": {"edtf": "2026-03-02", "basis": "explicit", "quote": "on Monday"},
            "status": "reported",
            "sources": [{"names": "the Levant Monitor"}],
        },
        {
            "type": "territory_captured",
            "evidence": "Government troops captured the town of Salhun from a militia on Tuesday",
            "participants": [
                {"role": "actor", "names": "Government troops"},
                {"role": "recipient", "names": "a militia"},
            ],
            "places": [{"names": "Salhun"}],
            "time": {"edtf": "2026-03-03", "basis": "explicit", "quote": "on Tuesday"},
            "status": "stated",
        },
        {
            "type": "displacement",
            "evidence": "About 300 families fled Salhun on Wednesday",
            "participants": [{"role": "affected", "names": "families"}],
            "places": [{"names": "Salhun"}],
            "time": {"edtf": "2026-03-04", "basis": "explicit", "quote": "on Wednesday"},
            "status": "stated",
        },
        {
            "type": "detention",
            "evidence": "Police detained 12 protesters in Qasra on Thursday",
            "participants": [{"role": "actor", "names": "Police"}, {"role": "recipient", "names": "protesters"}],
            "places": [{"names": "Qasra"}],
            "time": {"edtf": "2026-03-05", "basis": "explicit", "quote": "on Thursday"},
            "status": "claimed",
            "sources": [{"names": "the interior ministry"}],
        },
    ],
    "figures": [
        {"kind": "displaced", "quote": "About 300", "best": 300},
        {"kind": "detained", "quote": "12", "best": 12},
    ],
}


def case(labels: dict[str, Any] | None = None, **changed: Any) -> LoadedCase:
    """The small case, with some of its labels changed."""
    made = Case.model_validate(LABELS | (labels or {}) | changed)
    assert isinstance(made.text, str)
    return LoadedCase(made, made.text, Path("darin.yaml"), hashlib.sha256(made.model_dump_json().encode()).hexdigest())


def perfect(loaded: LoadedCase) -> EventSummary:
    """The record that says what the labels say, optional ones included; the first of the alternatives."""
    sources = {
        source.names[0]: _source(f"s{number}", source.names[0], loaded)
        for number, source in enumerate(source for event in loaded.case.events for source in event.sources)
    }
    events = tuple(_event(f"e{n}", event, loaded, sources) for n, event in enumerate(loaded.case.events))
    return EventSummary(
        document=Document(
            id=loaded.case.id,
            dateline=loaded.case.dateline,
            dateline_basis=DatelineBasis.GIVEN,
            language="en",
            sha256=hashlib.sha256(loaded.text.encode()).hexdigest(),
            characters=len(loaded.text),
        ),
        headline="",
        summary=tuple(SummarySentence(text="", events=(event.id,)) for event in events[:1]),
        events=events,
        figures=tuple(_figure(f"f{n}", figure, loaded) for n, figure in enumerate(loaded.case.figures)),
        sources=tuple(sources.values()),
        provenance=Provenance(
            package="test",
            schema_version="1.0",
            model="scripted",
            chosen="given",
            strategy="sentence",
            prompt=PromptUsed(name="test", version="1", digest="0" * 16),
        ),
        usage=Usage(),
    )


def changed(record: EventSummary, number: int, **fields: Any) -> EventSummary:
    """The record with some fields of one event changed."""
    events = list(record.events)
    events[number] = events[number].model_copy(update=fields)
    return record.model_copy(update={"events": tuple(events)})


def each_event(record: EventSummary, change: Callable[[Event], dict[str, Any]]) -> EventSummary:
    """The record with every event changed."""
    events = tuple(event.model_copy(update=change(event)) for event in record.events)
    return record.model_copy(update={"events": events})


def spans(loaded: LoadedCase, quotes: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the quotations of a label stand."""
    return tuple(_span(loaded, quote) for quote in quotes)


def on(day: str) -> Time:
    """An explicit date."""
    return _time(day, "explicit")


def _event(id: str, label: GoldEvent, loaded: LoadedCase, sources: dict[str, Source]) -> Event:  # noqa: A002
    return Event(
        id=id,
        mode=Mode.EVENT,
        type=label.type[0],
        participants=tuple(
            Participant(name=party.names[0], role=party.role[0], span=_span(loaded, party.names[0]))
            for party in label.participants
        ),
        places=tuple(
            Place(name=place.names[0], span=_span(loaded, place.names[0]), precision=Precision.SETTLEMENT)
            for place in label.places
        ),
        time=_time(label.time.edtf[0], label.time.basis[0]) if label.time else None,
        modality=label.modality[0],
        status=label.status[0],
        sources=tuple(sources[source.names[0]].id for source in label.sources),
        description="",
        evidence=spans(loaded, label.evidence),
    )


def _figure(id: str, label: GoldFigure, loaded: LoadedCase) -> Figure:  # noqa: A002
    start, end = loaded.span(label.quote, label.within)
    span = Span(start=start, end=end, text=loaded.text[start:end])
    return Figure(
        id=id,
        kind=label.kind[0],
        text=label.quote,
        span=span,
        min=label.min,
        max=label.max,
        best=label.best,
        approximator=Approximator.EXACT,
        measure=Measure.FLOW,
        evidence=(span,),
    )


def _source(id: str, name: str, loaded: LoadedCase) -> Source:  # noqa: A002
    span = _span(loaded, name)
    link = SourceLink(name=name, span=span, type=SourceType.UNKNOWN)
    return Source(id=id, chain=(link,), stance=Stance.ASSERTS, quoted=False, evidence=(span,))


def _time(edtf: str, basis: str) -> Time:
    first, last = bounds(edtf)
    return Time.model_validate(
        {"edtf": edtf, "earliest": first, "latest": last, "granularity": Granularity.DAY, "basis": basis}
    )


def _span(loaded: LoadedCase, quote: str) -> Span:
    start, end = loaded.span(quote)
    return Span(start=start, end=end, text=quote)


def day(written: str) -> date:
    """A calendar day."""
    return date.fromisoformat(written)
