"""Every figure of an article as the record's figures: whose it is, where and when it holds, who says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from summarize.article import Sentence
from summarize.mentions import MentionKind
from summarize.record import Event, Figure, FigureKind, Place, Span, Time
from summarize.resolving.context import ArticleContext
from summarize.resolving.figures import Quantity, find_figures

_UNPLACED = (FigureKind.DISTANCE, FigureKind.DURATION, FigureKind.MONEY)


def figures_of(
    context: ArticleContext, events: Sequence[Event], *, left_out: Collection[str] = ()
) -> tuple[Figure, ...]:
    """Figures in order of appearance, whatever the model answered.

    Args:
        context: The article's own facts.
        events: Final events; a figure belongs to an event told in its sentence.
        left_out: Ids of those that the record leaves out; a figure of one of them belongs to none, not to another one.
    """
    told = _told_in(context, events)
    figures: list[Figure] = []
    for sentence in context.article.sentences:
        quantities = find_figures(sentence.text)
        if quantities:
            here = told.get(sentence.number, ())
            own = [event for event in here[:1] if event.id not in left_out]
            figures += _numbered(quantities, sentence, context, own, len(figures))
    return tuple(figures)


def _numbered(
    quantities: Sequence[Quantity], sentence: Sentence, context: ArticleContext, events: Sequence[Event], first: int
) -> Iterator[Figure]:
    """The figures of one sentence with ids that go on from `first`."""
    evidence = (sentence.span(),)
    for number, quantity in enumerate(quantities, first + 1):
        whole = None if quantity.part_of is None else f"f{first + quantity.part_of + 1}"
        yield _figure(quantity, sentence, context, events, name=f"f{number}", part_of=whole, evidence=evidence)


def _figure(
    quantity: Quantity,
    sentence: Sentence,
    context: ArticleContext,
    events: Sequence[Event],
    *,
    name: str,
    part_of: str | None,
    evidence: tuple[Span, ...],
) -> Figure:
    span = sentence.span(quantity.start, quantity.end)
    speeches = context.speeches_over(span.start, span.end)
    event = _event_of(quantity, events)
    return figure_of(
        quantity,
        span,
        id=name,
        place=_place(quantity, sentence, context, event),
        as_of=next((speech.time for speech in speeches if speech.time), _time(event)),
        event=event.id if event else None,
        sources=tuple(speech.source.id for speech in speeches),
        part_of=part_of,
        evidence=evidence,
    )


def figure_of(quantity: Quantity, span: Span, **fields: Any) -> Figure:
    """A quantity as a figure of the record.

    Args:
        quantity: What was read.
        span: Where it stands in the article.
        fields: Those fields of the figure that the words of the quantity do not tell.
    """
    return Figure(
        kind=quantity.kind,
        text=span.text,
        span=span,
        min=quantity.min,
        max=quantity.max,
        min_inclusive=quantity.min_inclusive,
        max_inclusive=quantity.max_inclusive,
        best=quantity.best,
        unit=quantity.unit,
        approximator=quantity.approximator,
        measure=quantity.measure,
        subject=quantity.subject,
        **fields,
    )


def _told_in(context: ArticleContext, events: Iterable[Event]) -> Mapping[int, list[Event]]:
    numbers = {sentence.start: sentence.number for sentence in context.article.sentences}
    told: dict[int, list[Event]] = {}
    for event in events:
        for span in event.evidence:
            told.setdefault(numbers[span.start], []).append(event)
    return told


def _event_of(quantity: Quantity, events: Sequence[Event]) -> Event | None:
    if quantity.kind in (FigureKind.DISTANCE, FigureKind.MONEY) or not events:
        return None
    return events[0]


def _time(event: Event | None) -> Time | None:
    return event.time if event else None


def _place(quantity: Quantity, sentence: Sentence, context: ArticleContext, event: Event | None) -> Place | None:
    if quantity.kind in _UNPLACED:
        return None
    mentions = (mention for mention in context.mentions[sentence.number] if mention.start >= quantity.end)
    after = next((mention for mention in mentions if mention.kind is MentionKind.PLACE), None)
    if after is not None:
        return context.place(sentence.span(after.start, after.end))
    return event.places[0] if event and event.places else None
