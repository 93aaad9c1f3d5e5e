"""What a peer tells as our record, as kindly as it can be read; docs/peers.md says every line of this in words.

Two readings, of the same replies:

- `quoted`: what the peer has named. Our code finds its phrases in the article, reads times, places, parties, sources
  and figures as it reads our own, repairs types and roles by the same rules, and joins events told twice. Modality and
  status, which no peer is asked for, are our code's.
- `completed`: and where the peer is silent our code fills in what it finds without a model: the time and the sources
  of an event, the second of two parties joined by "and", and every figure of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.peers.finding import UNNAMED, Evidence, Finder
from benchmarks.peers.kinds import NO_EVENT, type_of
from benchmarks.peers.task import PeerEvent, PeerFigure, Told
from summarize import merging, wording
from summarize.article import Article
from summarize.asking.choices import argument_choices
from summarize.checking import checked
from summarize.codebook import CODEBOOK
from summarize.draft import GroundedEvent, GroundedParticipant, GroundedPlace
from summarize.grounding import SourceText
from summarize.grounding.draft import anchor_of
from summarize.record import (
    Event,
    EventSummary,
    EventType,
    Figure,
    Loss,
    LossKind,
    Provenance,
    Role,
    Source,
    SourceLink,
    Span,
    Stance,
    Time,
    Usage,
)
from summarize.resolving.context import ArticleContext, Speech
from summarize.resolving.event import ResolvedEvent, dating, resolve_event, sources_of, status_of
from summarize.resolving.figures import read_figure
from summarize.resolving.outcome import Unresolved
from summarize.resolving.reported import figure_of, figures_of
from summarize.resolving.sources import Attribution
from summarize.resolving.speakers import kind_of, sides_of
from summarize.resolving.tense import tense_of
from summarize.resolving.time import TimeContext, TimeExpression, TimeKind, publication_time, resolve_time

Reading = Literal["quoted", "completed"]
"""How a peer's answer is read."""
READINGS: tuple[Reading, ...] = ("quoted", "completed")
"""Every reading, the stricter one first."""

_ELSEWHERE = "named outside the event's own sentences"


def mapped(told: Told, article: Article, reading: Reading, *, provenance: Provenance, usage: Usage) -> EventSummary:
    """The record that a peer's answer comes to.

    Args:
        told: What the peer tells.
        article: The article it was asked about.
        reading: How much our code adds.
        provenance: Who answered, for the record.
        usage: What it took.
    """
    return _Mapping(article, reading).record(told, provenance, usage)


@dataclass(frozen=True)
class _Telling:
    """An event with its place in the text, so that events come in the order of the text."""

    event: ResolvedEvent
    start: int


class _Mapping:
    """One article, one reading."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article, self._fills = article, reading == "completed"
        self._context = ArticleContext(article)
        self._source = SourceText(article.text)
        self._finder = Finder(self._context, self._source)
        self._speeches: dict[int, Speech] = {}
        self._losses: list[Loss] = []

    def record(self, told: Told, provenance: Provenance, usage: Usage) -> EventSummary:
        tellings = sorted(self._tellings(told.events), key=lambda telling: telling.start)
        events, unplaced = merging.merge(
            [telling.event for telling in tellings],
            self._context.confirmations,
            self._article.dateline,
            self._context.speeches,
        )
        sources = {speech.source.id: speech.source for speech in (*self._context.speeches, *self._speeches.values())}
        events = tuple(event.model_copy(update={"description": wording.describe(event, sources)}) for event in events)
        figures = self._figures(told.figures, events)
        main = merging.main_event(events)
        record = EventSummary(
            document=self._article.document,
            headline=wording.headline(events, sources, main),
            summary=wording.summary(events, sources, figures, main),
            main_event=main,
            events=events,
            figures=figures,
            sources=tuple(sources.values()),
            losses=(*self._losses, *unplaced),
            provenance=provenance,
            usage=usage,
        )
        return checked(record, self._source)

    def _tellings(self, events: Iterable[PeerEvent]) -> Iterator[_Telling]:
        """Events of the codebook that stand in the text; what is said twice in the same words is one."""
        for event in dict.fromkeys(events):
            kind = type_of(event.type)
            if kind is None:
                if event.type.strip().casefold() not in NO_EVENT:
                    self._lose(LossKind.UNRESOLVED, event.type, "no type of the codebook goes by that name", "type")
                continue
            evidence = self._finder.evidence(event, kind)
            if evidence is None:
                self._lose(LossKind.UNGROUNDED, event.quote, "nothing like it stands in the article", f"{kind}")
                continue
            yield self._telling(event, kind, evidence)

    def _telling(self, event: PeerEvent, kind: EventType, evidence: Evidence) -> _Telling:
        grounded = GroundedEvent(
            sentence=evidence.main,
            anchor=_anchor(kind, evidence),
            type=kind,
            participants=tuple(self._participants(event, kind, evidence)),
            places=tuple(self._places(event, evidence)),
        )
        resolved, losses = resolve_event(grounded, self._context)
        self._losses += losses
        named = self._named_speech(event, evidence)
        speeches = (named,) if named else resolved.speeches if self._fills else ()
        own = self._own_time(event, grounded, evidence, resolved.speeches)
        time = own or (resolved.event.time if self._fills else self._undated(evidence))
        found = resolved.event.model_copy(
            update={
                "time": time,
                "sources": tuple(speech.source.id for speech in speeches),
                "status": status_of(resolved.event.modality, resolved.event.participants, sources_of(speeches), None),
                "participants": tuple(
                    person if _inside(person.span, evidence) else person.model_copy(update={"inferred": _ELSEWHERE})
                    for person in resolved.event.participants
                ),
                "evidence": tuple(sentence.span() for sentence in evidence.sentences),
            }
        )
        return _Telling(ResolvedEvent(found, speeches), evidence.main.start)

    def _participants(self, event: PeerEvent, kind: EventType, evidence: Evidence) -> Iterator[GroundedParticipant]:
        """Parties in the roles of their type, each once; a phrase that stands nowhere is lost."""
        entry = CODEBOOK[kind]
        roles: dict[Span, Role] = {}
        for field, words, role in (("who", event.who, entry.who), ("whom", event.whom, entry.whom)):
            for phrase in words:
                found = self._found(phrase, evidence, f"{kind} {field}")
                if found is not None:
                    roles.setdefault(self._finder.party(found), role)
        yield from (GroundedParticipant(role, span) for span, role in roles.items())
        if self._fills:
            yield from self._companions(roles, evidence)

    def _companions(self, roles: dict[Span, Role], evidence: Evidence) -> Iterator[GroundedParticipant]:
        """Who is tied by "and" to a party that the peer has named, in the same role."""
        sentence = evidence.main
        choices = argument_choices(sentence, self._context.mentions[sentence.number])
        by_name = {span.text: role for span, role in roles.items()}
        for second, first in choices.together.items():
            if first in by_name and second not in by_name:
                span = self._finder.within(second, sentence.start, sentence.end)
                if span is not None:
                    yield GroundedParticipant(by_name[first], span)

    def _places(self, event: PeerEvent, evidence: Evidence) -> Iterator[GroundedPlace]:
        found = (self._found(phrase, evidence, f"{event.type} where") for phrase in event.where)
        places = (place for span in found if span is not None for place in self._finder.places(span))
        yield from map(GroundedPlace, dict.fromkeys(places))

    def _found(self, phrase: str, evidence: Evidence, field: str) -> Span | None:
        found = self._finder.phrase(phrase, evidence)
        if found is None and phrase.strip().casefold() not in UNNAMED:
            where = f"sentence {evidence.main.number}, {field}"
            self._lose(LossKind.UNGROUNDED, phrase, "does not stand in the article", where)
        return found

    def _named_speech(self, event: PeerEvent, evidence: Evidence) -> Speech | None:
        """The source that the peer names: as our code knows it where it is one of its own, else as it stands."""
        span = self._found(event.source, evidence, "source") if event.source else None
        if span is None:
            return None
        for speech in self._context.speeches:
            links = [link.span for link in speech.source.chain if link.span is not None]
            if any(_overlap(span, one) for one in (*links, *speech.attribution.mentions)):
                return speech
        return self._speeches.setdefault(span.start, self._speech(span))

    def _speech(self, span: Span) -> Speech:
        kind = kind_of(span.text, "", sides_of(self._article.text))
        link = SourceLink(name=span.text, span=span, type=kind.type, canonical=kind.canonical, party=kind.party)
        number = len(self._context.speeches) + len(self._speeches) + 1
        source = Source(id=f"s{number}", chain=(link,), stance=Stance.ASSERTS, quoted=False, evidence=(span,))
        sentence = self._finder.sentence_at(span.start)
        told = Attribution(sentence.number, (link,), Stance.ASSERTS, quoted=False, evidence=(span,), content=())
        return Speech(told, source, None)

    def _own_time(
        self, event: PeerEvent, grounded: GroundedEvent, evidence: Evidence, speeches: tuple[Speech, ...]
    ) -> Time | None:
        """The value of the time that the peer has quoted; None where it has quoted none, or none that can be read."""
        span = self._found(event.when, evidence, "when") if event.when else None
        if span is None:
            return None
        sentence = self._finder.sentence_at(span.start)
        expressions = [one for one in self._context.times(sentence) if one.kind is not TimeKind.SET]
        for expression in expressions:
            if _overlap(span, sentence.span(expression.start, expression.end)):
                asked = self._time_context(expression, grounded, speeches)
                time = self._context.resolve(expression, sentence, asked)
                if time is not None:
                    return time
        outcome = resolve_time(span.text, TimeContext(self._article.dateline, tense=tense_of(sentence.text)))
        if isinstance(outcome, Unresolved):
            where = f"sentence {sentence.number}, when"
            self._lose(LossKind.UNRESOLVED, span.text, f"no time can be read from it: {outcome.reason}", where)
            return None
        return outcome.model_copy(update={"span": span})

    def _time_context(
        self, expression: TimeExpression, grounded: GroundedEvent, speeches: tuple[Speech, ...]
    ) -> TimeContext:
        """What an expression is counted from, as our own events have it; it may date the saying only."""
        dateline, sentence = self._article.dateline, grounded.sentence
        speech = speeches[0] if speeches else None
        content = speech.attribution.content if speech else ()
        if self._context.attached_to_statement(expression, sentence, content):
            return TimeContext(dateline, attached="statement", tense="past")
        return dating(expression, sentence, speech, dateline)

    def _undated(self, evidence: Evidence) -> Time | None:
        """What a peer means that names no time: the news is as old as the dateline says."""
        dateline = self._article.dateline
        return publication_time(dateline, tense=tense_of(evidence.main.text)) if dateline else None

    def _figures(self, told: Iterable[PeerFigure], events: tuple[Event, ...]) -> tuple[Figure, ...]:
        """Every figure of the article, or those that the peer has quoted, with the numbers that our code reads."""
        known = figures_of(self._context, events)
        if self._fills:
            return known
        chosen: dict[str, Figure] = {}
        more: dict[int, Figure] = {}
        for span in self._figure_spans(told):
            here = [figure for figure in known if _overlap(figure.span, span)]
            chosen |= {figure.id: figure for figure in here}
            read = None if here else self._read(span, len(known) + len(more) + 1)
            if read is not None:
                more.setdefault(span.start, read)
        listed = sorted((*chosen.values(), *more.values()), key=lambda figure: figure.span.start)
        return tuple(
            figure if figure.part_of in chosen else figure.model_copy(update={"part_of": None}) for figure in listed
        )

    def _figure_spans(self, told: Iterable[PeerFigure]) -> Iterator[Span]:
        """Where quoted figures stand; the same words quoted again are the next place at which they stand."""
        taken: dict[str, int] = {}
        for figure in told:
            if figure.at is not None and 0 <= figure.at[0] < figure.at[1] <= len(self._article.text):
                start, end = figure.at
                yield Span(start=start, end=end, text=self._article.text[start:end])
                continue
            everywhere = self._finder.every(figure.quote) if figure.quote.strip() else []
            number = taken.get(figure.quote, 0)
            taken[figure.quote] = number + 1
            if number < len(everywhere):
                yield everywhere[number]
            elif not everywhere:
                self._lose(LossKind.UNGROUNDED, figure.quote, "does not stand in the article", "figures")

    def _read(self, span: Span, number: int) -> Figure | None:
        sentence = self._finder.sentence_at(span.start)
        outcome = read_figure(span.text)
        if isinstance(outcome, Unresolved):
            where = f"sentence {sentence.number}, figure"
            self._lose(LossKind.UNRESOLVED, span.text, f"no number can be read from it: {outcome.reason}", where)
            return None
        start, end = outcome.start, outcome.end
        words = Span(start=span.start + start, end=span.start + end, text=span.text[start:end])
        return figure_of(outcome, words, id=f"f{number}", evidence=(sentence.span(),))

    def _lose(self, kind: LossKind, text: str, reason: str, where: str) -> None:
        self._losses.append(Loss(kind=kind, text=text or None, reason=reason, where=where))


def _anchor(kind: EventType, evidence: Evidence) -> tuple[int, int]:
    """The words that announce the event: a cue in what was quoted, else in its sentence, else what was quoted."""
    sentence, (start, end) = evidence.main, evidence.quote
    for low, high in ((start - sentence.start, end - sentence.start), (0, len(sentence.text))):
        words = sentence.text[low:high]
        found = anchor_of(kind, words)
        if found != (0, len(words)):
            return sentence.start + low + found[0], sentence.start + low + found[1]
    return start, end


def _inside(span: Span, evidence: Evidence) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in evidence.sentences)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
