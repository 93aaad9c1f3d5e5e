"""Every figure of an article as the record's figures: whose it is, where and when it holds, who says so.

A figure belongs to the event of its sentence whose type is what its kind counts, else to the first. An earlier count
that another is held against belongs to none: it is no second toll of the same event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from summarize.article import Sentence
from summarize.codebook import CODEBOOK, Group
from summarize.mentions import MentionKind
from summarize.record import Event, EventType, Figure, FigureKind, Place, Span, Time
from summarize.resolving.context import ArticleContext, Speech
from summarize.resolving.event import counted_at, dating
from summarize.resolving.figures import Quantity
from summarize.resolving.time.finding import tells_time

_NEAR, _WORDS = 60, 3
"""Characters and words behind a figure within which its time begins: "500,000 in the winter of 2023"."""
_UNPLACED = (FigureKind.DISTANCE, FigureKind.DURATION, FigureKind.MONEY)


def _types(*wanted: EventType | Group) -> frozenset[EventType]:
    """Event types by name or by group."""
    return frozenset(kind for kind, entry in CODEBOOK.items() if kind in wanted or entry.group in wanted)


_VIOLENCE = _types(Group.ARMED_CONFLICT, EventType.ATTACK_ON_CIVILIANS, EventType.RIOT)
_COUNTED_IN = {
    FigureKind.KILLED: _VIOLENCE,
    FigureKind.WOUNDED: _VIOLENCE,
    FigureKind.CASUALTIES: _VIOLENCE,
    FigureKind.CAPTURED: _types(EventType.BATTLE, EventType.TERRITORY_CAPTURED, EventType.OFFENSIVE),
    FigureKind.DETAINED: _types(EventType.DETENTION),
    FigureKind.ABDUCTED: _types(EventType.ABDUCTION),
    FigureKind.DISPLACED: _types(EventType.DISPLACEMENT),
    FigureKind.RETURNED: _types(EventType.DISPLACEMENT),
    FigureKind.REMAINING: _types(EventType.HUMANITARIAN_SITUATION, EventType.FORCE_PRESENCE),
    FigureKind.BESIEGED: _types(EventType.HUMANITARIAN_SITUATION, EventType.RESTRICTION),
    FigureKind.FIGHTERS: _types(Group.POSTURE, EventType.FORCE_PRESENCE),
    FigureKind.PARTICIPANTS: _types(Group.UNREST),
    FigureKind.AREA_CONTROLLED_PERCENT: _types(EventType.TERRITORIAL_CONTROL, EventType.TERRITORY_CAPTURED),
    FigureKind.STRIKES: _types(EventType.AIR_STRIKE, EventType.SHELLING, EventType.BOMBING),
    FigureKind.AID: _types(EventType.AID_DELIVERY),
}
"""Types of the events that a kind of figure is first looked for in; a kind that is not here is of any."""
_HARMS = (FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CASUALTIES)
_HARMLESS = _types(
    Group.POSTURE,
    EventType.AGREEMENT,
    EventType.TALKS,
    Group.HUMANITARIAN,
    EventType.TERRITORIAL_CONTROL,
    EventType.FORCE_PRESENCE,
)
"""Types of events in which nobody is killed or hurt: a toll told beside one belongs to something else."""


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
        quantities = context.figures(sentence)
        if quantities:
            here = told.get(sentence.number, ())
            found = (_event_of(quantity, quantities, here) for quantity in quantities)
            owners = [None if event is None or event.id in left_out else event for event in found]
            figures += _numbered(quantities, owners, sentence, context, len(figures))
    return tuple(figures)


def _numbered(
    quantities: Sequence[Quantity],
    owners: Sequence[Event | None],
    sentence: Sentence,
    context: ArticleContext,
    first: int,
) -> Iterator[Figure]:
    """The figures of one sentence, each with its event, and ids that go on from `first`."""
    evidence = (sentence.span(),)
    for number, (quantity, event) in enumerate(zip(quantities, owners, strict=True), first + 1):
        whole = None if quantity.part_of is None else f"f{first + quantity.part_of + 1}"
        yield _figure(quantity, sentence, context, event, name=f"f{number}", part_of=whole, evidence=evidence)


def _figure(
    quantity: Quantity,
    sentence: Sentence,
    context: ArticleContext,
    event: Event | None,
    *,
    name: str,
    part_of: str | None,
    evidence: tuple[Span, ...],
) -> Figure:
    span = sentence.span(quantity.start, quantity.end)
    speeches = context.speeches_over(span.start, span.end)
    return figure_of(
        quantity,
        span,
        id=name,
        place=_place(quantity, sentence, context, event),
        as_of=_as_of(quantity, sentence, context, speeches, event),
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


def _event_of(quantity: Quantity, others: Sequence[Quantity], events: Sequence[Event]) -> Event | None:
    """The event of its sentence that a figure counts something of; a part of no kind of its own goes with its whole."""
    kind = quantity.kind
    if kind is FigureKind.OTHER and quantity.part_of is not None:
        kind = others[quantity.part_of].kind
    if kind in (FigureKind.DISTANCE, FigureKind.MONEY) or quantity.former or not events:
        return None
    fitting = next((event for event in events if event.type in _COUNTED_IN.get(kind, ())), None)
    if fitting is not None or kind not in _HARMS:
        return fitting or events[0]
    return next((event for event in events if event.type not in _HARMLESS), None)


def _as_of(
    quantity: Quantity,
    sentence: Sentence,
    context: ArticleContext,
    speeches: Sequence[Speech],
    event: Event | None,
) -> Time | None:
    """The time right behind a figure, else that of the saying or of the event; an earlier count has only its own."""
    own = _time_behind(quantity, sentence, context, speeches[0] if speeches else None)
    if own is not None or quantity.former:
        return own
    return next((speech.time for speech in speeches if speech.time), event.time if event else None)


def _time_behind(quantity: Quantity, sentence: Sentence, context: ArticleContext, speech: Speech | None) -> Time | None:
    """The time that stands right behind a figure and dates no saying: "500,000 in December 2023"."""
    near = sentence.text[quantity.end : quantity.end + _NEAR].split()[:_WORDS]
    times = context.times(sentence) if any(map(tells_time, near)) else ()
    expression = next((one for one in times if counted_at(one, quantity.end, sentence.text)), None)
    content = speech.attribution.content if speech else ()
    if expression is None or context.attached_to_statement(expression, sentence, content):
        return None
    return context.resolve(expression, sentence, dating(expression, sentence, speech, context.article.dateline))


def _place(quantity: Quantity, sentence: Sentence, context: ArticleContext, event: Event | None) -> Place | None:
    if quantity.kind in _UNPLACED:
        return None
    mentions = (mention for mention in context.mentions[sentence.number] if mention.start >= quantity.end)
    after = next((mention for mention in mentions if mention.kind is MentionKind.PLACE), None)
    if after is not None:
        return context.place(sentence.span(after.start, after.end))
    return event.places[0] if event and event.places else None
