"""Whether the type of a snippet is right: that of its main event, its group, and that of any event."""

from __future__ import annotations

from dataclasses import dataclass

from evals.benchmarks.case2021.mapping import Label
from summarize.codebook import CODEBOOK
from summarize.record import EventSummary, EventType


@dataclass(frozen=True)
class Typed:
    """What came of one snippet.

    Attributes:
        label: Name of its label.
        predicted: Type of the main event; None where no event was found.
        right: Whether that type is right.
        group: Whether its group is that of a right type.
        among: Whether any event is of a right type.
        has_type: Whether the codebook has a type for the label.
    """

    label: str
    predicted: EventType | None
    right: bool
    group: bool
    among: bool
    has_type: bool


def score(name: str, label: Label, record: EventSummary | None) -> Typed:
    """Hold a record against the label of its snippet; no record is as wrong as no event."""
    events = record.events if record else ()
    main = next((event for event in events if record and event.id == record.main_event), next(iter(events), None))
    return Typed(
        label=name,
        predicted=main.type if main else None,
        right=main is not None and main.type in label.types,
        group=main is not None and CODEBOOK[main.type].group in label.groups,
        among=any(event.type in label.types for event in events),
        has_type=label.has_type,
    )
