"""Checking a finished record against the article it was made from, field by field.

Every span stands where it says; every value stands in the evidence its event, figure or source cites, or in
the same sentence, or says why it was inferred; a figure's bounds are numbers of its own text; every number, date
and name of the wording comes from what it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pydantic import BaseModel

from summarize.grounding.compare import ends_sentence
from summarize.grounding.cuts import cuts
from summarize.grounding.source import SourceText
from summarize.grounding.worded import Given, named_days, unfounded
from summarize.lexicon.numerals import MULTIPLIERS, VALUE_WORDS
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

_UNTOLD: Final = frozenset({TimeBasis.INFERRED, TimeBasis.PUBLICATION})


@dataclass(frozen=True)
class FieldProblem:
    """A field that the article does not bear out.

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


def check_record(summary: EventSummary, article_text: str) -> tuple[FieldProblem, ...]:
    """Everything in a record that the article does not bear out; empty when it holds.

    Args:
        summary: The record.
        article_text: The stored text its spans count in.
    """
    return tuple(_Check(summary, SourceText(article_text)).problems())


def grounding_share(summary: EventSummary) -> float:
    """Share of the quoted values that stand in the article: those in the record among those and the ungrounded losses.

    Returns:
        Between 0 and 1; 1 when nothing was quoted at all.
    """
    kept = sum(1 for _ in spans_of(summary))
    refused = sum(loss.kind is LossKind.UNGROUNDED for loss in summary.losses)
    return kept / (kept + refused) if kept + refused else 1.0


def spans_of(value: object, path: str = "") -> Iterator[tuple[str, Span]]:
    """Every span of a record with its path."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from spans_of(item, f"{path}[{number}]")


@dataclass(frozen=True)
class _Check:
    summary: EventSummary
    source: SourceText

    def problems(self) -> Iterator[FieldProblem]:
        misplaced = list(self._misplaced())
        yield from misplaced
        if misplaced:
            return
        for number, event in enumerate(self.summary.events):
            yield from self._event(f"events[{number}]", event)
        for number, figure in enumerate(self.summary.figures):
            yield from self._figure(f"figures[{number}]", figure)
        for number, source in enumerate(self.summary.sources):
            yield from self._source(f"sources[{number}]", source)
        yield from self._wording()

    def _misplaced(self) -> Iterator[FieldProblem]:
        """Spans that do not hold their text, or begin or end inside a word."""
        text = self.source.text
        for path, span in spans_of(self.summary):
            if text[span.start : span.end] != span.text:
                yield FieldProblem(path, span.text, f"the article has {text[span.start : span.end]!r} there")
            elif not (self.source.is_boundary(span.start) and self.source.is_boundary(span.end)):
                yield FieldProblem(path, span.text, "begins or ends inside a word")

    def _event(self, path: str, event: Event) -> Iterator[FieldProblem]:
        windows = self._windows(event.evidence)
        for number, party in enumerate(event.participants):
            where = f"{path}.participants[{number}].name"
            yield from self._named(where, party.name, party.span)
            if party.inferred is None:
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
            for cut in cuts(self.source, span.start, span.end):
                if cut.turns:
                    reason = f'leaves behind "{cut.words}": {cut.why}'
                    yield FieldProblem(f"{path}.evidence[{number}]", span.text, reason)

    def _figure(self, path: str, figure: Figure) -> Iterator[FieldProblem]:
        windows = self._windows(figure.evidence)
        yield from self._named(f"{path}.text", figure.text, figure.span)
        yield from self._inside(f"{path}.text", figure.span, windows)
        for cut in cuts(self.source, figure.span.start, figure.span.end):
            if (cut.turns and "part of" in cut.why) or (
                cut.why == "a hedge" and figure.approximator is Approximator.EXACT
            ):
                yield FieldProblem(f"{path}.text", figure.text, f'leaves behind "{cut.words}": {cut.why}')
        numbers = numbers_of(figure.text)
        for bound in ("min", "max", "best"):
            value = getattr(figure, bound)
            if value is not None and Decimal(str(value)).normalize() not in numbers:
                yield FieldProblem(f"{path}.{bound}", str(value), f'"{figure.text}" does not say {value:g}')
        around = [*windows, *self._windows(self._evidence_of(figure.event))]
        if figure.place is not None:
            yield from self._place(f"{path}.place.name", figure.place, around)
        yield from self._time(f"{path}.as_of", figure.as_of, [*around, *self._spoken(figure.sources)])
        if figure.subject is not None and not self._said(figure.subject, windows):
            yield FieldProblem(f"{path}.subject", figure.subject, "not in the sentence it is cited from")

    def _evidence_of(self, event: str | None) -> Sequence[Span]:
        return next((each.evidence for each in self.summary.events if each.id == event), ())

    def _spoken(self, names: Sequence[str]) -> Sequence[tuple[int, int]]:
        """The sentences in which these sources are cited or named."""
        spans = [span for source in self.summary.sources if source.id in names for _, span in spans_of(source)]
        return self._windows(spans)

    def _source(self, path: str, source: Source) -> Iterator[FieldProblem]:
        windows = self._windows(source.evidence)
        named = [*windows, *self._windows([link.span for link in source.chain if link.span is not None])]
        for number, link in enumerate(source.chain):
            where = f"{path}.chain[{number}]"
            if link.name is not None and link.span is None:
                yield FieldProblem(f"{where}.name", link.name, "has no span")
            elif link.name is not None and link.span is not None:
                yield from self._named(f"{where}.name", link.name, link.span)
                if not self._refers_back(source, link.span):
                    yield from self._inside(f"{where}.name", link.span, windows)
            if link.verb is not None and not self._said(link.verb, windows):
                yield FieldProblem(f"{where}.verb", link.verb, "not in the sentence it is cited from")
            yield from self._time(f"{where}.time", link.time, named)

    def _refers_back(self, source: Source, name: Span) -> bool:
        """Whether the attributing words point at somebody named before: "it also said", "the monitor reported"."""
        return any(
            name.end <= span.start and any(token.folded in ANAPHORS for token in SourceText(span.text).tokens)
            for span in source.evidence
        )

    def _place(self, path: str, place: Place, windows: Sequence[tuple[int, int]]) -> Iterator[FieldProblem]:
        yield from self._named(path, place.name, place.span)
        yield from self._inside(path, place.span, windows)
        yield from self._compound(path, place.span)

    def _time(self, path: str, time: Time | None, windows: Sequence[tuple[int, int]]) -> Iterator[FieldProblem]:
        """A time stands in these sentences, or its note or basis says where else it comes from."""
        if time is None or time.basis in _UNTOLD:
            return
        if time.text is None or time.span is None:
            yield FieldProblem(path, time.text, f"basis {time.basis} without the words it was read from")
            return
        yield from self._named(f"{path}.text", time.text, time.span)
        if time.note is None:
            yield from self._inside(f"{path}.text", time.span, windows)

    def _named(self, path: str, value: str, span: Span) -> Iterator[FieldProblem]:
        if value != span.text:
            yield FieldProblem(path, value, f'not as written: its span reads "{span.text}"')

    def _inside(self, path: str, span: Span, windows: Sequence[tuple[int, int]]) -> Iterator[FieldProblem]:
        if not any(start <= span.start and span.end <= end for start, end in windows):
            yield FieldProblem(path, span.text, "stands outside the sentences cited as evidence")

    def _compound(self, path: str, span: Span) -> Iterator[FieldProblem]:
        for cut in cuts(self.source, span.start, span.end):
            if "part of a word" in cut.why:
                yield FieldProblem(path, span.text, f'leaves behind "{cut.words}": {cut.why}')

    def _windows(self, evidence: Sequence[Span]) -> Sequence[tuple[int, int]]:
        return [self._sentences(span) for span in evidence]

    def _sentences(self, span: Span) -> tuple[int, int]:
        """The whole sentences that a span touches."""
        tokens, text = self.source.tokens, self.source.text
        first, last = self.source.word_range(span.start, span.end)
        while first > 0 and not ends_sentence(text, tokens, first):
            first -= 1
        while last < len(tokens) and not ends_sentence(text, tokens, last):
            last += 1
        if first >= last:
            return span.start, span.end
        return min(tokens[first].start, span.start), max(tokens[last - 1].end, span.end)

    def _said(self, phrase: str, windows: Sequence[tuple[int, int]]) -> bool:
        said = [token.key for token in SourceText(phrase).tokens]
        return any(
            _contains([token.key for token in SourceText(self.source.text[a:b]).tokens], said) for a, b in windows
        )

    def _wording(self) -> Iterator[FieldProblem]:
        events = {event.id: event for event in self.summary.events}
        figures = {figure.id: figure for figure in self.summary.figures}
        given = self._given
        for number, event in enumerate(self.summary.events):
            yield from _worded(
                f"events[{number}].description", event.description, given([event], self._figures_of(event))
            )
        for number, sentence in enumerate(self.summary.summary):
            cited = [events[name] for name in sentence.events if name in events]
            counted = [figures[name] for name in sentence.figures if name in figures]
            yield from _worded(f"summary[{number}]", sentence.text, given(cited, counted))
        lead = [event for event in self.summary.events if event.id == self.summary.main_event]
        if not lead:
            lead = list(self.summary.events)
        own = [figure for event in lead for figure in self._figures_of(event)]
        if lead:
            yield from _worded("headline", self.summary.headline, given(lead, own))

    def _figures_of(self, event: Event) -> list[Figure]:
        return [figure for figure in self.summary.figures if figure.event == event.id]

    def _given(self, events: Sequence[Event], figures: Sequence[Figure]) -> Given:
        """What wording that cites these events and figures may draw on."""
        cited: list[Event | Figure] = [*events, *figures]
        names = {name for item in cited for name in item.sources}
        sources = [source for source in self.summary.sources if source.id in names]
        windows = [window for item in (*cited, *sources) for window in self._windows(item.evidence)]
        windows += [self._sentences(span) for event in events for _, span in spans_of(event)]
        texts = [self.source.text[start:end] for start, end in windows]
        derived = [word for item in (*cited, *sources) for word in _derived(item)]
        times = [time for item in (*cited, *sources) for time in _times(item)]
        days = named_days(
            [self.summary.document.dateline, *(day for time in times for day in (time.earliest, time.latest))]
        )
        return Given(tuple(dict.fromkeys([*texts, *derived, *(time.edtf for time in times)])), days)


def _worded(path: str, sentence: str, given: Given) -> Iterator[FieldProblem]:
    for words, kind in unfounded(sentence, given):
        yield FieldProblem(path, words, f"{kind} that the cited evidence does not have")


def _contains(words: Sequence[str], phrase: Sequence[str]) -> bool:
    length = len(phrase)
    return any(words[index : index + length] == phrase for index in range(len(words) - length + 1))


def _derived(item: BaseModel) -> Iterator[str]:
    """Names that code put beside the article's: canonical and resolved names, backers, sides, parties."""
    for value in _walk(item):
        for name in ("canonical", "resolved", "admin1", "side", "party", "backed_by", "label", "name"):
            found = getattr(value, name, None)
            yield from [found] if isinstance(found, str) else found or ()


def _times(item: BaseModel) -> Iterator[Time]:
    return (value for value in _walk(item) if isinstance(value, Time))


def _walk(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)


def numbers_of(text: str) -> frozenset[Decimal]:
    """Every number a figure's text offers, in digits or words.

    A multiplier at the end of a range holds for both of its ends ("20 to 50 thousand"), and a low end may share the
    thousands of the high one ("20-50,000").
    """
    source = SourceText(text)
    numbers = set(_longest_numbers(source))
    folded = {token.folded for token in source.tokens}
    factors = {Decimal(MULTIPLIERS[word]) for word in folded if word in MULTIPLIERS} | {Decimal(1000)}
    most = max(numbers, default=Decimal(0))
    shared = {number * factor for number in numbers for factor in factors if number * factor <= most}
    words = {Decimal(str(value)) for word in folded for value in VALUE_WORDS.get(word, ())}
    return frozenset(number.normalize() for number in numbers | shared | words)


def _longest_numbers(source: SourceText) -> Iterator[Decimal]:
    index = 0
    while index < len(source.tokens):
        numbers = [reading for reading in source.readings.get(index, ()) if reading.value.startswith("#")]
        value, length = numbers[0] if numbers else (source.tokens[index].key, 1)
        if value.startswith("#"):
            yield Decimal(value[1:])
        index += length
