"""Checking a finished record against the article it was made from, field by field.

Every span stands where it says; every value stands in the evidence its event, figure or source cites, or in
the same sentence, or says why it was inferred; a figure's bounds are numbers of its own text; every number, date
and name of the wording comes from what it cites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from summarize.grounding.contents import Contents, contents_of, spans_of
from summarize.grounding.cuts import cut_words, cuts, number_cuts
from summarize.grounding.evidence import Evidence, Window
from summarize.grounding.numbers import plain
from summarize.grounding.source import SourceText, prepared
from summarize.grounding.worded import Given, named_days, unfounded, words_in
from summarize.lexicon.numerals import FRACTION_SIGNS, FRACTION_WORDS, MULTIPLIERS, VALUE_WORDS
from summarize.lexicon.protected import ANAPHORS
from summarize.record import (
    Approximator,
    Event,
    EventSummary,
    Figure,
    LossKind,
    Modality,
    Place,
    Source,
    Span,
    Time,
    TimeBasis,
)

_METRES: Final = "m"
_GLUED_METRES: Final = re.compile(rf"(?<=\d){_METRES}\b")
"""The unit of "300m", which is no multiplier where the figure is one of metres."""
_MIXED: Final = re.compile(r"(?<![\d/.,])(\d{1,3}(?:,\d{2,3})*)\s(1(?=/)|3(?=/4))/([24])(?![\d/])")
_UNTOLD: Final = frozenset({TimeBasis.INFERRED, TimeBasis.PUBLICATION})


@dataclass(frozen=True)
class FieldProblem:
    """A field that the article does not bear out, or that comes out otherwise when it is computed again.

    Attributes:
        field: Path in the record, such as `events[0].participants[1].name`.
        text: The value in question.
        reason: What is wrong with it.
    """

    field: str
    text: str | None
    reason: str

    @property
    def wording(self) -> bool:
        """Whether it is a worded sentence, which can be worded again, rather than a value."""
        return self.field.startswith(("headline", "summary")) or self.field.endswith("description")


def check_record(summary: EventSummary, article_text: str | SourceText) -> tuple[FieldProblem, ...]:
    """Everything in a record that the article does not bear out; empty when it holds.

    Args:
        summary: The record.
        article_text: The stored text its spans count in, or that text prepared before.
    """
    source = article_text if isinstance(article_text, SourceText) else SourceText(article_text)
    return tuple(_Check(summary, Evidence(source)).problems())


def grounding_share(summary: EventSummary) -> float:
    """Share of the quoted values that stand in the article: those in the record among those and the ungrounded losses.

    Returns:
        Between 0 and 1; 1 when nothing was quoted at all.
    """
    kept = len(contents_of(summary).spans)
    refused = sum(loss.kind is LossKind.UNGROUNDED for loss in summary.losses)
    return kept / (kept + refused) if kept + refused else 1.0


_Item = TypeVar("_Item", Event, Figure, Source)


class _Part(NamedTuple, Generic[_Item]):
    """An event, figure or source with its path in the record and what stands in it."""

    path: str
    item: _Item
    held: Contents


def _parts(path: str, items: Sequence[_Item]) -> list[_Part[_Item]]:
    return [_Part(f"{path}[{number}]", item, contents_of(item)) for number, item in enumerate(items)]


@dataclass(frozen=True)
class _Check:
    summary: EventSummary
    evidence: Evidence
    offers: dict[str, Given] = field(default_factory=dict)

    @cached_property
    def events(self) -> Sequence[_Part[Event]]:
        return _parts("events", self.summary.events)

    @cached_property
    def figures(self) -> Sequence[_Part[Figure]]:
        return _parts("figures", self.summary.figures)

    @cached_property
    def sources(self) -> Sequence[_Part[Source]]:
        return _parts("sources", self.summary.sources)

    @cached_property
    def parts(self) -> Sequence[_Part[Event] | _Part[Figure] | _Part[Source]]:
        return [*self.events, *self.figures, *self.sources]

    def problems(self) -> Iterator[FieldProblem]:
        misplaced = list(self._misplaced())
        yield from misplaced
        if misplaced:
            return
        for event in self.events:
            yield from self._event(event.path, event.item)
        for figure in self.figures:
            yield from self._figure(figure.path, figure.item)
        for source in self.sources:
            yield from self._source(source.path, source.item)
        yield from self._wording()

    def _misplaced(self) -> Iterator[FieldProblem]:
        """Spans that do not hold their text, or begin or end inside a word."""
        for part in self.parts:
            if any(map(self._displacement, part.held.spans)):
                for path, span in spans_of(part.item, part.path):
                    if reason := self._displacement(span):
                        yield FieldProblem(path, span.text, reason)

    def _displacement(self, span: Span) -> str:
        """What is wrong with where a span stands; empty when nothing is."""
        source, start, end = self.evidence.source, span.start, span.end
        found = source.text[start:end]
        if found != span.text:
            return f"the article has {found!r} there"
        return "begins or ends inside a word" if source.closed[start] or source.closed[end] else ""

    def _event(self, path: str, event: Event) -> Iterator[FieldProblem]:
        windows = self.evidence.windows(event.evidence)
        for number, party in enumerate(event.participants):
            where = f"{path}.participants[{number}].name"
            yield from self._named(where, party.name, party.span)
            if not party.inferred:
                yield from self._inside(where, party.span, windows)
            yield from self._compound(where, party.span)
        for number, place in enumerate(event.places):
            yield from self._place(f"{path}.places[{number}].name", place, windows)
        yield from self._time(f"{path}.time", event.time, [*windows, *self._spoken(event.sources)])
        if event.confirmation is not None and event.confirmation.by is not None:
            yield from self._named(f"{path}.confirmation.by", event.confirmation.by, event.confirmation.span)
        yield from self._unfair(path, event)

    def _unfair(self, path: str, event: Event) -> Iterator[FieldProblem]:
        """Evidence that leaves the denial of itself behind."""
        if event.modality is Modality.DENIED:
            return
        for number, span in enumerate(event.evidence):
            for cut in cuts(self.evidence.source, span.start, span.end):
                if cut.turns:
                    reason = f'leaves behind "{cut.words}": {cut.why}'
                    yield FieldProblem(f"{path}.evidence[{number}]", span.text, reason)

    def _figure(self, path: str, figure: Figure) -> Iterator[FieldProblem]:
        windows = self.evidence.windows(figure.evidence)
        yield from self._named(f"{path}.text", figure.text, figure.span)
        yield from self._inside(f"{path}.text", figure.span, windows)
        for cut in number_cuts(self.evidence.source, figure.span.start, figure.span.end):
            if (cut.turns and "part of" in cut.why) or (
                cut.why == "a hedge" and figure.approximator is Approximator.EXACT
            ):
                yield FieldProblem(f"{path}.text", figure.text, f'leaves behind "{cut.words}": {cut.why}')
        metres = figure.unit == _METRES
        numbers = numbers_of(_GLUED_METRES.sub(f" {_METRES}", figure.text) if metres else figure.text)
        for bound in ("min", "max", "best"):
            value = getattr(figure, bound)
            if value is not None and _exactly(value) not in numbers:
                yield FieldProblem(f"{path}.{bound}", str(value), f'"{figure.text}" does not say {value:g}')
        around = [*windows, *self._told_of(figure.event)]
        if figure.place is not None:
            yield from self._place(f"{path}.place.name", figure.place, around)
        yield from self._time(f"{path}.as_of", figure.as_of, [*around, *self._spoken(figure.sources)])
        if figure.subject is not None and not self.evidence.says(figure.subject, windows):
            yield FieldProblem(f"{path}.subject", figure.subject, "not in the sentence it is cited from")

    def _told_of(self, event: str | None) -> Sequence[Window]:
        """The sentences that the event of this id cites."""
        told = self._events_by_id.get(event)
        return [] if told is None else self.evidence.windows(told.item.evidence)

    @cached_property
    def _events_by_id(self) -> Mapping[str | None, _Part[Event]]:
        return {part.item.id: part for part in reversed(self.events)}

    def _spoken(self, names: Sequence[str]) -> list[Window]:
        """The sentences in which these sources are cited or named."""
        return [window for name in names for window in self._sentences_of_sources.get(name, ())]

    @cached_property
    def _sentences_of_sources(self) -> Mapping[str, Sequence[Window]]:
        sentences: dict[str, list[Window]] = defaultdict(list)
        for part in self.sources:
            sentences[part.item.id] += self.evidence.windows(part.held.spans)
        return sentences

    def _source(self, path: str, source: Source) -> Iterator[FieldProblem]:
        windows = self.evidence.windows(source.evidence)
        names = [link.span for link in source.chain if link.span is not None]
        named = [*windows, *self.evidence.windows(names)]
        for number, link in enumerate(source.chain):
            where = f"{path}.chain[{number}]"
            if link.name is not None and link.span is None:
                yield FieldProblem(f"{where}.name", link.name, "has no span")
            elif link.name is not None and link.span is not None:
                yield from self._named(f"{where}.name", link.name, link.span)
                if not self._refers_back(source, link.span):
                    yield from self._inside(f"{where}.name", link.span, windows)
            if link.verb is not None and not self.evidence.says(link.verb, windows):
                yield FieldProblem(f"{where}.verb", link.verb, "not in the sentence it is cited from")
            yield from self._time(f"{where}.time", link.time, named)

    def _refers_back(self, source: Source, name: Span) -> bool:
        """Whether the sentence up to the attributing words points at somebody named before: "he came, adding that"."""
        return any(
            name.end <= span.start
            and any(
                token.folded in ANAPHORS
                for token in self.evidence.tokens_between(self.evidence.window(span).start, span.end)
            )
            for span in source.evidence
        )

    def _place(self, path: str, place: Place, windows: Sequence[Window]) -> Iterator[FieldProblem]:
        yield from self._named(path, place.name, place.span)
        yield from self._inside(path, place.span, windows)
        yield from self._compound(path, place.span)

    def _time(self, path: str, time: Time | None, windows: Sequence[Window]) -> Iterator[FieldProblem]:
        """A time stands in these sentences, or its note or basis says where else it comes from."""
        if time is None:
            return
        if time.basis in _UNTOLD and time.text is None and time.span is None:
            return
        if time.text is None or time.span is None:
            yield FieldProblem(path, time.text, f"basis {time.basis} without the words it was read from")
            return
        yield from self._named(f"{path}.text", time.text, time.span)
        if not time.note:
            yield from self._inside(f"{path}.text", time.span, windows)

    def _named(self, path: str, value: str, span: Span) -> Sequence[FieldProblem]:
        if value == span.text:
            return ()
        return (FieldProblem(path, value, f'not as written: its span reads "{span.text}"'),)

    def _inside(self, path: str, span: Span, windows: Sequence[Window]) -> Sequence[FieldProblem]:
        for window in windows:
            if window.holds(span):
                return ()
        return (FieldProblem(path, span.text, "stands outside the sentences cited as evidence"),)

    def _compound(self, path: str, span: Span) -> Iterator[FieldProblem]:
        for cut in cut_words(self.evidence.source, span.start, span.end):
            yield FieldProblem(path, span.text, f'leaves behind "{cut.words}": {cut.why}')

    def _wording(self) -> Iterator[FieldProblem]:
        events = {part.item.id: part for part in self.events}
        figures = {part.item.id: part for part in self.figures}
        for part in self.events:
            yield from _worded(f"{part.path}.description", part.item.description, self._given([part]))
        for number, sentence in enumerate(self.summary.summary):
            cited = [events[name] for name in sentence.events if name in events]
            counted = [figures[name] for name in sentence.figures if name in figures]
            yield from _worded(f"summary[{number}]", sentence.text, self._given(cited, counted))
        lead = [part for part in self.events if part.item.id == self.summary.main_event] or self.events
        if lead:
            yield from _worded("headline", self.summary.headline, self._given(lead))

    def _given(self, events: Sequence[_Part[Event]], figures: Sequence[_Part[Figure]] | None = None) -> Given:
        """What wording that cites these events and figures may draw on; None for the figures of the events."""
        if figures is None:
            own = {part.item.id for part in events}
            figures = [part for name in own for part in self._figures_of_events.get(name, ())]
        cited: list[_Part[Event] | _Part[Figure]] = [*events, *figures]
        names = {name for part in cited for name in part.item.sources}
        vouched = [part for name in names for part in self._sources_by_id.get(name, ())]
        return Given.together([self._dateline, *map(self._offer, [*cited, *vouched])])

    @cached_property
    def _figures_of_events(self) -> Mapping[str | None, Sequence[_Part[Figure]]]:
        figures: dict[str | None, list[_Part[Figure]]] = defaultdict(list)
        for part in self.figures:
            figures[part.item.event].append(part)
        return figures

    @cached_property
    def _sources_by_id(self) -> Mapping[str, Sequence[_Part[Source]]]:
        sources: dict[str, list[_Part[Source]]] = defaultdict(list)
        for part in self.sources:
            sources[part.item.id].append(part)
        return sources

    @cached_property
    def _dateline(self) -> Given:
        return Given(days=named_days([self.summary.document.dateline]))

    def _offer(self, part: _Part[Event] | _Part[Figure] | _Part[Source]) -> Given:
        """What an event, figure or source offers to wording that cites it."""
        offer = self.offers.get(part.path)
        if offer is None:
            offer = self.offers[part.path] = self._words_and_days(part)
        return offer

    def _words_and_days(self, part: _Part[Event] | _Part[Figure] | _Part[Source]) -> Given:
        held, window = part.held, self.evidence.window
        windows = set(map(window, held.spans if isinstance(part.item, Event) else part.item.evidence))
        derived = {*held.names, *(time.edtf for time in held.times)}
        if derived:
            derived -= {span.text for span in held.spans if window(span) in windows}
        days = named_days(day for time in held.times for day in (time.earliest, time.latest))
        return Given(frozenset().union(*map(self.evidence.words, windows), *map(words_in, derived)), days)


@lru_cache(maxsize=4096)
def _exactly(value: float) -> Decimal:
    """A bound in the digits it is written with; kept, because most figures have the same one three times."""
    return Decimal(str(value)).normalize()


def _worded(path: str, sentence: str, given: Given) -> Iterator[FieldProblem]:
    for words, kind in unfounded(sentence, given):
        yield FieldProblem(path, words, f"{kind} that the cited evidence does not have")


_ONE = frozenset(("a", "an", "the"))
_RATIO_JOINTS = (["out", "of", "every"], ["out", "of"], ["in", "every"], ["in"])
_PARTING = frozenset(("of", "the"))
_NOTHING = frozenset(("no", "nobody", "none", "neither"))


@lru_cache(maxsize=4096)
def numbers_of(text: str) -> frozenset[Decimal]:
    """Every number a figure's text offers, in digits or words.

    A share offers its per cent, rounded to hundredths ("a third", "1 in 4"). "Nobody" and "no casualties" offer zero. A
    multiplier at the end of a range holds for both of its ends ("20 to 50 thousand"), and a low end may share the
    thousands of the high one ("20-50,000").
    """
    source = prepared(_MIXED.sub(_decimal, text))
    found = tuple(_longest_numbers(source))
    numbers = {value for _, _, value in found}
    folded = {token.folded for token in source.tokens}
    factors = {Decimal(1000), *_factors(source)}
    most = max(numbers, default=Decimal(0))
    shared = {number * factor for number in numbers for factor in factors if number * factor <= most}
    words = {Decimal(str(value)) for word in folded for value in VALUE_WORDS.get(word, ())}
    nothing = {Decimal(0)} if folded & _NOTHING else set()
    return frozenset(number.normalize() for number in numbers | shared | words | nothing | set(_shares(source, found)))


def _decimal(mixed: re.Match[str]) -> str:
    """A whole number and a fraction as one number: "5 1/2" is 5.5."""
    whole, part, of = (int(number.replace(",", "")) for number in mixed.groups())
    return plain(Decimal(whole) + Decimal(part) / Decimal(of))


def _factors(source: SourceText) -> Iterator[Decimal]:
    """Every multiplier of a text, and what those make that follow each other: "lakh crore"."""
    run = Decimal(1)
    for token in source.tokens:
        factor = MULTIPLIERS.get(token.folded)
        run = run * factor if factor else Decimal(1)
        if factor:
            yield from (Decimal(factor), run)


def _shares(source: SourceText, found: Sequence[tuple[int, int, Decimal]]) -> Iterator[Decimal]:
    """Per cent of what is told as a fraction or ratio ("½ of"), and the half of a scale word: "half a dozen".

    Args:
        source: The text.
        found: Its numbers, each between the indexes of its first token and past its last.
    """
    words = [token.folded for token in source.tokens]
    behind = {stop: value for _, stop, value in found}
    ahead = {start: value for start, _, value in found}
    for at, word in enumerate(words):
        before = behind.get(at)
        if word in FRACTION_WORDS and (before is not None or (at and words[at - 1] in _ONE)):
            yield from _per_cent(before or Decimal(1), Decimal(FRACTION_WORDS[word]))
        sign = source.tokens[at].text in FRACTION_SIGNS
        if sign and _is_share(words, at, follows_number=before is not None):
            yield from _per_cent(Decimal(word), Decimal(1))
        part = "0.5" if word == "half" else word
        if (word == "half" or sign) and words[at + 1 : at + 2] == ["a"]:
            scales = (MULTIPLIERS[scale] for scale in words[at + 2 : at + 3] if scale in MULTIPLIERS)
            yield from (Decimal(scale) * Decimal(part) for scale in scales)
        for joint in _RATIO_JOINTS:
            base = ahead.get(at + len(joint)) if words[at : at + len(joint)] == joint else None
            if base and before is not None:
                yield from _per_cent(before, base)


def _is_share(words: Sequence[str], at: int, *, follows_number: bool) -> bool:
    """Whether a fraction sign stands alone or before what it is one part of: "½", "½ of the town"."""
    return words[at + 1] in _PARTING if at + 1 < len(words) else not follows_number


def _per_cent(part: Decimal, whole: Decimal) -> Iterator[Decimal]:
    if 0 < part <= whole:
        yield round(100 * part / whole, 2)


def _longest_numbers(source: SourceText) -> Iterator[tuple[int, int, Decimal]]:
    """First word, end and value of every number, each read as long as it is."""
    index = 0
    while index < len(source.tokens):
        numbers = [reading for reading in source.readings.get(index, ()) if reading.value.startswith("#")]
        value, length = numbers[0] if numbers else (source.tokens[index].key, 1)
        if value.startswith("#"):
            yield index, index + length, Decimal(value[1:])
        index += length
