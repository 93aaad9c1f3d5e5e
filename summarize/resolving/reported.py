"""Every figure of an article as the record's figures: whose it is, where and when it holds, who says so.

A figure belongs to the event of its sentence whose type is what its kind counts, else to the first. An earlier count
that another is held against belongs to none: it is no second toll of the same event. Nor is one whose own clause has
another time than the event: "301 were killed in 2014, and 41 died in 2022".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from summarize.article import Sentence
from summarize.codebook import CODEBOOK, Group
from summarize.mentions import MentionKind
from summarize.record import Event, EventType, Figure, FigureKind, Measure, Place, Span, Time
from summarize.resolving.context import PLACEABLE, ArticleContext, Speech
from summarize.resolving.event import counted_at, dating
from summarize.resolving.figures import Quantity
from summarize.resolving.time import TimeExpression
from summarize.resolving.time.finding import tells_time
from summarize.resolving.time_scope import in_relative_clause

_NEAR, _WORDS = 60, 3
"""Characters and words behind a figure within which its time begins: "500,000 in the winter of 2023"."""
_BREAK = re.compile(r";|,\s+(?:and|but)\b|while(?<!\wwhile)(?<!\ba while)\b")
"""Where the clause of a figure may end; every alternative begins with a sign or letter that is sought fast."""
_NO_TIME_OF_THE_CLAUSE = re.compile(
    r"(?:\b(?:the|an?|its|their|than|since|until|from|before|after)\s+(?:in\s+)?|['’]s\s+)$"
)
"""What before a time makes it that of something else: "the 2021 deal", "more than in 2021"."""
_COMMA = re.compile(r",(?!\d)")
_PLACING = re.compile(r"\s*(?:in|at|near|inside|outside|around|across|on|from|to|of|off|along|throughout)\b")
_RELATIVE = re.compile(r"(?<=\w)\s+(?:who|which|that|whose)\b|;")
"""Between a figure and a place, a clause of something else than those counted."""
_NEXT_VERB = re.compile(r"\band\s+(?:\w+ly\s+)?\w+ed\b")
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


_WAR = r"(?:wars?|conflicts?|insurgency|insurgencies|rebellion|uprising|revolt|genocide)"
_ACT = (
    r"(?:attacks?|raids?|(?:air)?strikes?|bombings?|blasts?|explosions?|shelling|shootings?|clash(?:es)?|assaults?"
    r"|fighting|ambush(?:es)?|massacres?|riots?|battles?|violence)"
)
_WITHIN = r"(?:[^,.;:]|(?<=\d)[,.](?=\d)){0,40}"
_HARMED = r"(?:killed|wounded|injured|left|claimed|cost)"
_TOOK = (
    rf"(?:(?:has|have|had)\s+)?(?:(?:already|also|so far|\w+ly)\s+)?(?:{_HARMED}\s{_WITHIN}\band\s+)?"
    rf"{_HARMED}\s+(?:the lives of\s+)?"
)
_THAT_TOOK = rf"{_WITHIN},?\s+(?:(?:that|which)\s+{_TOOK}|(?:in which|where)\s+)$"
_WAR_BEFORE = re.compile(
    rf"\b{_WAR}\b(?:(?:\s+in(?:\s+\w+){{1,3}}?)?\s+{_TOOK}$|{_THAT_TOOK})",
    re.IGNORECASE,
)
"""Before a toll, the war whose it is: "a civil war that has left [100,000 people] dead"."""
_WAR_BEHIND = re.compile(
    rf"{_WITHIN}\b(?:in|during|since)\s+(?:the|a|\w+['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_WAR}\b", re.IGNORECASE
)
"""Behind a toll that has added up, the war whose it is: "[100,000 people] have been killed since the war began"."""
_OF_ANOTHER_ACT = re.compile(
    rf"\b{_ACT}\b{_THAT_TOOK}"
    r"|\b(?:of|with|for|over)\s+(?:the\s+)?(?:killing|murder|murdering|deaths?|wounding|injuring)\s+(?:of\s+)?$",
    re.IGNORECASE,
)
"""Before a toll, an act of which it is where that is no event: "marched over a raid that killed [12]"."""


class _Holding(NamedTuple):
    """What a figure is counted of.

    Attributes:
        event: The event; None where it belongs to none.
        time: The time of the figure's own clause, where the sentence has several and that one has a time.
    """

    event: Event | None
    time: Time | None


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
            held = [_held(quantity, quantities, sentence, context, here) for quantity in quantities]
            held = [one._replace(event=None) if one.event and one.event.id in left_out else one for one in held]
            figures += _numbered(quantities, held, sentence, context, len(figures))
    return tuple(figures)


def _numbered(
    quantities: Sequence[Quantity],
    held: Sequence[_Holding],
    sentence: Sentence,
    context: ArticleContext,
    first: int,
) -> Iterator[Figure]:
    """The figures of one sentence, each with its event, and ids that go on from `first`."""
    evidence = (sentence.span(),)
    for number, (quantity, holding) in enumerate(zip(quantities, held, strict=True), first + 1):
        whole = None if quantity.part_of is None else f"f{first + quantity.part_of + 1}"
        told = (quantity, quantities, sentence, context, holding)
        yield _figure(*told, name=f"f{number}", part_of=whole, evidence=evidence)


def _figure(
    quantity: Quantity,
    others: Sequence[Quantity],
    sentence: Sentence,
    context: ArticleContext,
    holding: _Holding,
    *,
    name: str,
    part_of: str | None,
    evidence: tuple[Span, ...],
) -> Figure:
    span = sentence.span(quantity.start, quantity.end)
    speeches = context.speeches_over(span.start, span.end)
    event = holding.event
    return figure_of(
        quantity,
        span,
        id=name,
        place=_place(quantity, others, sentence, context, event),
        as_of=_as_of(quantity, sentence, context, speeches, holding),
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
    told: dict[int, list[Event]] = {}
    for event in events:
        for span in event.evidence:
            told.setdefault(context.sentence_at(span.start).number, []).append(event)
    return told


def _event_of(quantity: Quantity, others: Sequence[Quantity], text: str, events: Sequence[Event]) -> Event | None:
    """The event of its sentence that a figure counts something of; a part of no kind of its own goes with its whole."""
    kind = quantity.kind
    if kind is FigureKind.OTHER and quantity.part_of is not None:
        kind = others[quantity.part_of].kind
    if kind in (FigureKind.DISTANCE, FigureKind.MONEY) or quantity.former or not events:
        return None
    counted = quantity if quantity.part_of is None else others[quantity.part_of]
    if kind in _HARMS and _is_of_a_war(counted, text):
        return None
    fitting = next((event for event in events if event.type in _COUNTED_IN.get(kind, ())), None)
    if fitting is not None or kind not in _HARMS:
        return fitting or events[0]
    if _OF_ANOTHER_ACT.search(text[: counted.start]):
        return None
    return next((event for event in events if event.type not in _HARMLESS), None)


def _is_of_a_war(quantity: Quantity, text: str) -> bool:
    """Whether a toll is that of a whole war, and of no event in it: "a raid in a war that has killed [100,000]"."""
    behind = quantity.measure is Measure.CUMULATIVE and _WAR_BEHIND.match(text[quantity.end :])
    return bool(behind or _WAR_BEFORE.search(text[: quantity.start]))


def _as_of(
    quantity: Quantity,
    sentence: Sentence,
    context: ArticleContext,
    speeches: Sequence[Speech],
    holding: _Holding,
) -> Time | None:
    """The time right behind a figure; else, of one of no event, that of its clause; else of the saying or the event.

    An earlier count has only the first.
    """
    own = _time_behind(quantity, sentence, context, speeches[0] if speeches else None)
    if own is not None or quantity.former:
        return own
    if holding.event is None and holding.time is not None:
        return holding.time
    return next((speech.time for speech in speeches if speech.time), holding.event.time if holding.event else None)


def _time_behind(quantity: Quantity, sentence: Sentence, context: ArticleContext, speech: Speech | None) -> Time | None:
    """The time that stands right behind a figure and dates no saying: "500,000 in December 2023"."""
    near = sentence.text[quantity.end : quantity.end + _NEAR].split()[:_WORDS]
    times = context.times(sentence) if any(map(tells_time, near)) else ()
    expression = next((one for one in times if counted_at(one, quantity.end, sentence.text)), None)
    return _resolved(expression, sentence, context, speech) if expression else None


def _resolved(
    expression: TimeExpression, sentence: Sentence, context: ArticleContext, speech: Speech | None
) -> Time | None:
    """Value of a time, unless it dates the saying."""
    if context.attached_to_statement(expression, sentence, speech.attribution.content if speech else ()):
        return None
    return context.resolve(expression, sentence, dating(expression, sentence, speech, context.article.dateline))


def _held(
    quantity: Quantity,
    others: Sequence[Quantity],
    sentence: Sentence,
    context: ArticleContext,
    events: Sequence[Event],
) -> _Holding:
    """The event of a figure and the time of its own clause, which no event of another time can be."""
    time = _time_of_clause(quantity, sentence, context)
    fitting = [event for event in events if time is None or not _apart(event.time, time)]
    return _Holding(_event_of(quantity, others, sentence.text, fitting), time)


def _time_of_clause(quantity: Quantity, sentence: Sentence, context: ArticleContext) -> Time | None:
    """The one time of a figure's own clause in a sentence of several: "and in May 2021 [more than 120] were killed"."""
    text = sentence.text
    breaks = [] if quantity.former else list(_BREAK.finditer(text))
    if not breaks:
        return None
    start = max((one.end() for one in breaks if one.end() <= quantity.start), default=0)
    end = min((one.start() for one in breaks if one.start() >= quantity.end), default=len(text))
    if not any(map(tells_time, f"{text[start : quantity.start]} {text[quantity.end : end]}".split())):
        return None
    there = [one for one in context.times(sentence) if start <= one.start and one.end <= end]
    if len(there) != 1 or there[0].kind not in PLACEABLE:
        return None
    before = text[start : there[0].start]
    if _NO_TIME_OF_THE_CLAUSE.search(before) or in_relative_clause(before):
        return None
    speeches = context.speeches_over(sentence.start + quantity.start, sentence.start + quantity.end)
    speech = speeches[0] if speeches else None
    return _resolved(there[0], sentence, context, speech)


def _apart(one: Time | None, other: Time) -> bool:
    """Whether two times have no day in common."""
    if one is None:
        return False
    before = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    return before or (other.latest is not None and one.earliest is not None and other.latest < one.earliest)


def _place(
    quantity: Quantity, others: Sequence[Quantity], sentence: Sentence, context: ArticleContext, event: Event | None
) -> Place | None:
    """The first place behind a figure where that is told of it, else the event's."""
    if quantity.kind in _UNPLACED:
        return None
    places = (
        mention
        for mention in context.mentions[sentence.number]
        if mention.kind is MentionKind.PLACE
        and mention.start >= quantity.end
        and not any(other.start < mention.end and mention.start < other.end for other in others)
    )
    after = next(places, None)
    if after is not None and _is_told_of(quantity, others, sentence.text, after.start):
        return context.place(sentence.span(after.start, after.end))
    return event.places[0] if event and event.places else None


def _is_told_of(quantity: Quantity, others: Sequence[Quantity], text: str, place: int) -> bool:
    """Whether a place behind a figure is its own, and not that of another clause: "killed [12] and raided Mali"."""
    between = text[quantity.end : place]
    *aside, tail = _COMMA.split(between)
    if _RELATIVE.search(between) or (aside and not _PLACING.match(tail)):
        return False
    return any(quantity.end <= other.start < place for other in others) or not _NEXT_VERB.search(between)
