"""What the rules know of a whole article before the first event is resolved: who spoke and when, names, places.

Built once per article and shared by all its events and figures; nothing in it depends on a model's answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, takewhile
from typing import NamedTuple

from summarize.article import Article, Sentence
from summarize.mentions import Mention, MentionKind, find_mentions_in
from summarize.record import Place, Precision, Source, SourceLink, Span, Stance, Time, TimeBasis
from summarize.resolving.actors import Actor, ActorContext, introduced_names, resolve_actor
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.figures import Quantity, find_figures
from summarize.resolving.gazetteer import capital_name
from summarize.resolving.outcome import Unresolved
from summarize.resolving.place_reference import antecedent, described_kind, is_national_capital, referred
from summarize.resolving.places import PlaceContext, countries_of, nearness, resolve_place
from summarize.resolving.sources import Attribution, Rows, find_attributions, find_confirmations
from summarize.resolving.tense import attachment
from summarize.resolving.time import TimeContext, TimeExpression, TimeKind, find_times, resolve_time
from summarize.resolving.time.completing import completed
from summarize.resolving.time.running import ReadTime, read_times
from summarize.resolving.time_scope import Apart, apart, since

VOUCHING = (Stance.ASSERTS, Stance.DENIES)
_REMEMBERED = 200
"""How many names back a description is looked up: further back, no reader ties it to one."""
_INTRODUCED_WITHIN = 2
"""Sentences that may lie between "the town of Bor" and "the town", if another name stands between them."""
PLACEABLE = (TimeKind.DATE, TimeKind.TIME)
"""Kinds of times at which something is said or a count holds."""


class Speech(NamedTuple):
    """An attribution with its record: who said what, and when.

    Attributes:
        attribution: What the text says of it.
        source: The record's source.
        time: What the day of saying leaves for the time of what was said, if the text tells that day.
    """

    attribution: Attribution
    source: Source
    time: Time | None


class ArticleContext:
    """Everything that can be settled from the article alone.

    Args:
        article: The article; its sentences must be those of its text.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._starts = [sentence.start for sentence in article.sentences]
        self._places: dict[tuple[int, int, bool], Place] = {}
        self._times: dict[int, tuple[TimeExpression, ...]] = {}
        self._figures: dict[int, tuple[Quantity, ...]] = {}

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Every attribution of the article, in order."""
        return self._told[0]

    @cached_property
    def confirmations(self) -> tuple[FoundConfirmation, ...]:
        """Every confirmation given, missing or refused, in order."""
        return self._told[1]

    @cached_property
    def _told(self) -> tuple[tuple[Attribution, ...], tuple[FoundConfirmation, ...]]:
        """Both, read from the same rows, which are let go: of a long article they take more room than all the rest."""
        rows = Rows(self.article)
        return find_attributions(self.article, rows), find_confirmations(self.article, rows)

    @cached_property
    def introduced(self) -> Mapping[str, str]:
        """Acronyms the text introduces, with their long forms."""
        return introduced_names(self.article.text)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of the countries the text names, most often named first."""
        return countries_of(self.article.text)

    def times(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        """Time expressions of a sentence; offsets count in it. They are looked for when they are first asked for."""
        found = self._times.get(sentence.number)
        if found is None:
            apart = (one for one in find_times(sentence.text) if _stands_alone(one, sentence.text))
            found = self._times[sentence.number] = tuple(apart)
        return found

    def figures(self, sentence: Sentence) -> tuple[Quantity, ...]:
        """Quantities of a sentence; offsets count in it. They are looked for when they are first asked for."""
        found = self._figures.get(sentence.number)
        if found is None:
            found = self._figures[sentence.number] = find_figures(sentence.text)
        return found

    @cached_property
    def mentions(self) -> Mapping[int, tuple[Mention, ...]]:
        """Phrases that can fill who and where, by sentence number; offsets count in the sentence."""
        found = find_mentions_in(sentence.text for sentence in self.article.sentences)
        return {sentence.number: mentions for sentence, mentions in zip(self.article.sentences, found, strict=True)}

    @cached_property
    def place_mentions(self) -> tuple[tuple[Sentence, Mention], ...]:
        """Every mention of a place with its sentence, in order."""
        return tuple(
            (sentence, mention)
            for sentence in self.article.sentences
            for mention in self.mentions[sentence.number]
            if mention.kind is MentionKind.PLACE
        )

    @cached_property
    def place_names(self) -> tuple[str, ...]:
        """Place names of the article, in order."""
        return tuple(dict.fromkeys(mention.text for _, mention in self.place_mentions))

    @cached_property
    def _actors(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Article offsets at which an actor is named, in order, and the names."""
        named = [
            (sentence.start + mention.start, mention.text)
            for sentence in self.article.sentences
            for mention in self.mentions[sentence.number]
            if mention.kind is MentionKind.ACTOR
        ]
        return tuple(start for start, _ in named), tuple(name for _, name in named)

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """Attributions with their sources and times, in order."""
        found: list[Speech] = []
        for number, attribution in enumerate(self.attributions, 1):
            spoken, bound = self._said(attribution, found)
            chain = attribution.chain
            if spoken is not None:
                chain = (chain[0].model_copy(update={"time": spoken}), *chain[1:])
            source = Source(
                id=f"s{number}",
                chain=chain,
                stance=attribution.stance,
                quoted=attribution.quoted,
                evidence=attribution.evidence,
            )
            found.append(Speech(attribution, source, bound))
        return tuple(found)

    def speeches_over(self, start: int, end: int) -> tuple[Speech, ...]:
        """Speeches that tell or deny the article's characters from `start` to `end`."""
        number = self.sentence_at(start).number
        return tuple(speech for speech in self._vouching.get(number, ()) if speech.attribution.speaks_of(start, end))

    @cached_property
    def _vouching(self) -> Mapping[int, list[Speech]]:
        """Speeches that vouch for something, by the numbers of the sentences that their content reaches into."""
        reaching: dict[int, list[Speech]] = {}
        for speech in self.speeches:
            if speech.source.stance not in VOUCHING:
                continue
            told = speech.attribution
            ranges = (self._numbers(*content) for content in (*told.content, *told.denied))
            for number in dict.fromkeys(number for numbers in ranges for number in numbers):
                reaching.setdefault(number, []).append(speech)
        return reaching

    def _numbers(self, start: int, end: int) -> range:
        return range(self.sentence_at(start).number, self.sentence_at(max(start, end - 1)).number + 1)

    def actor(self, span: Span, sentence: Sentence) -> Actor | Unresolved:
        """Who the words of a span stand for."""
        starts, names = self._actors
        before = bisect_left(starts, span.start)
        earlier = names[max(0, before - _REMEMBERED) : before]
        return resolve_actor(span.text, ActorContext(self.introduced, sentence.text, earlier))

    def place(self, span: Span) -> Place:
        """The gazetteer's entry for the words of a span, or for the name they stand for."""
        kind = described_kind(span.text)
        if kind is None:
            return self._gazetted(span)
        named = antecedent(span.text, chain(self._introduced_as(kind, span.start), self._named_before(span.start)))
        if named is not None:
            reason = f"stands for {named.name!r}, named in sentence {self.sentence_at(named.span.start).number}"
        elif is_national_capital(span.text) and self._capital is not None:
            named, reason = self._capital, f"the capital of {self.countries[0]}, the country named most often"
        bare = Place(name=span.text, span=span, precision=Precision.REGION_FUZZY)
        if named is None:
            return bare
        return referred(bare, named, reason, near=nearness(self._around(span)) != "")

    @cached_property
    def _capital(self) -> Place | None:
        """The capital of the country that the article names most often, where there is one town that is."""
        capital = capital_name(self.countries[0]) if self.countries else None
        if capital is None:
            return None
        return resolve_place(
            capital, Span(start=0, end=len(capital), text=capital), PlaceContext(countries=self.countries[:1])
        )

    def _named_before(self, offset: int) -> Iterator[Place]:
        """Places mentioned before an offset by a name of their own, nearest first."""
        for sentence, mention in self._mentioned_before(offset):
            if described_kind(mention.text) is None:
                yield self._by_its_name(sentence, mention)

    def _introduced_as(self, kind: str, offset: int) -> Iterator[Place]:
        """Places that the last sentences introduce by what they are, as "the town of Bor", nearest first."""
        first = self.sentence_at(offset).number - _INTRODUCED_WITHIN
        for sentence, mention in takewhile(lambda one: one[0].number >= first, self._mentioned_before(offset)):
            if sentence.text[: mention.start].casefold().endswith(f" {kind} of "):
                yield self._by_its_name(sentence, mention)

    def _mentioned_before(self, offset: int) -> Iterator[tuple[Sentence, Mention]]:
        before = bisect_left(self.place_mentions, offset, key=_start)
        return reversed(self.place_mentions[max(0, before - _REMEMBERED) : before])

    def _by_its_name(self, sentence: Sentence, mention: Mention) -> Place:
        """The entry for a mentioned name alone: most that are looked back to have been looked up before."""
        known = self._places.get((sentence.start + mention.start, sentence.start + mention.end, True))
        return known or self._looked_up(sentence.span(mention.start, mention.end), alone=True)

    def _gazetted(self, span: Span) -> Place:
        """The entry for a name, with what its sentence says in front of it, as "near"."""
        place = self._looked_up(span, alone=True)
        near = place.precision is Precision.SETTLEMENT and nearness(self._around(span))
        return self._looked_up(span) if near else place

    def _looked_up(self, span: Span, *, alone: bool = False) -> Place:
        """The entry for a name; `alone` leaves out what its sentence says in front of it."""
        at = span.start, span.end, alone
        if at not in self._places:
            self._places[at] = resolve_place(span.text, span, self._around(span, alone=alone))
        return self._places[at]

    def _around(self, span: Span, *, alone: bool = False) -> PlaceContext:
        sentence = self.sentence_at(span.start)
        # Other names only matter where the article names no country.
        names = () if self.countries else self.place_names
        return PlaceContext(sentence.text, span.start - sentence.start, self.countries, names, alone)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset of the article, or the nearest one before it."""
        return self.article.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def _dating(self, attribution: Attribution) -> list[TimeExpression]:
        """Expressions that can date the saying, in order."""
        sentence = self.article.sentence(attribution.sentence)
        return [
            expression
            for expression in self.times(sentence)
            if expression.kind in PLACEABLE
            and not self._said_by_another(expression, sentence, attribution)
            and self.attached_to_statement(expression, sentence, attribution.content)
            and not _is_of_another_clause(expression, sentence, attribution)
        ]

    def _said_by_another(self, expression: TimeExpression, sentence: Sentence, attribution: Attribution) -> bool:
        """Whether a time expression stands in what somebody else of the sentence says, and so dates no other saying."""
        start, end = sentence.start + expression.start, sentence.start + expression.end
        return not attribution.covers(start, end) and any(
            other.covers(start, end) for other in self._attributing[sentence.number]
        )

    @cached_property
    def _attributing(self) -> Mapping[int, list[Attribution]]:
        """Attributions by the number of their sentence."""
        attributing: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            attributing.setdefault(attribution.sentence, []).append(attribution)
        return attributing

    def attributing_words(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Article offsets of the words of a sentence that say who says something."""
        here = self._attributing.get(sentence.number, ())
        return [(span.start, span.end) for attribution in here for span in attribution.evidence]

    def told_by(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Article offsets of what the words from `start` to `end` say, where they are those of an attribution."""
        here = self._attributing.get(self.sentence_at(start).number, ())
        telling = (one for one in here if any(span.start <= start and end <= span.end for span in one.evidence))
        return tuple(content for one in telling for content in one.content)

    def attached_to_statement(
        self, expression: TimeExpression, sentence: Sentence, content: Sequence[tuple[int, int]]
    ) -> bool:
        """Whether a time expression dates the saying rather than what is said."""
        inside = _inside(content, sentence)
        return inside is not None and attachment(sentence.text, expression.start, expression.end, inside) == "statement"

    def resolve(self, expression: TimeExpression, sentence: Sentence, context: TimeContext) -> Time | None:
        """Value of a time expression with its span, or None when there is none."""
        outcome = resolve_time(expression.text, context)
        if isinstance(outcome, Unresolved):
            outcome = self._resolve_in_text(expression, sentence, context)
        if isinstance(outcome, Unresolved):
            return None
        return outcome.model_copy(update={"span": sentence.span(expression.start, expression.end)})

    def _resolve_in_text(
        self, expression: TimeExpression, sentence: Sentence, context: TimeContext
    ) -> Time | Unresolved:
        """Value of an expression that leans on what stands around or before it: "the next day", "in two weeks"."""
        if expression.kind is TimeKind.DURATION:
            phrase = completed(sentence.text, expression, None, None, context.tense, comparing=False)
            if phrase == expression.text:
                return Unresolved("a length of time, not a date")
            outcome = resolve_time(phrase, context)
        else:
            read = self.in_text(expression, sentence)
            if read is None or isinstance(read.value, Unresolved):
                return Unresolved("neither the words nor the text around them tell a date")
            outcome = resolve_time(read.phrase, replace(context, anchor=read.anchor))
        return outcome if isinstance(outcome, Unresolved) else outcome.model_copy(update={"text": expression.text})

    def only_tells_the_hour(self, expression: TimeExpression, sentence: Sentence, time: Time) -> bool:
        """Whether the day of a time is only that on which the text is, as at "at dawn" and "6 a.m."."""
        if time.basis is not TimeBasis.INFERRED:
            return False
        read = self.in_text(expression, sentence)
        return read is not None and read.of_the_day

    def in_text(self, expression: TimeExpression, sentence: Sentence) -> ReadTime | None:
        """An expression as it is read with the text before it."""
        return self._running.get(sentence.start + expression.start)

    @cached_property
    def _running(self) -> Mapping[int, ReadTime]:
        """Every time of the article as it is read from the start, by its offset; only made when a time leans on it."""
        found = [
            replace(one, start=sentence.start + one.start, end=sentence.start + one.end)
            for sentence in self.article.sentences
            for one in self.times(sentence)
        ]
        read = read_times(self.article.text, self.article.dateline, found, self.article.sentences)
        return {one.expression.start: one for one in read}

    def _saying(self, attribution: Attribution) -> tuple[Time | None, Time | None]:
        """Both, as the attribution's own sentence tells them."""
        dating = self._dating(attribution)
        if not dating:
            return None, None
        sentence, dateline = self.article.sentence(attribution.sentence), self.article.dateline
        asked = (TimeContext(dateline, tense="past"), TimeContext(dateline, attached="statement", tense="past"))
        spoken, bound = (
            next((time for one in dating if (time := self.resolve(one, sentence, context)) is not None), None)
            for context in asked
        )
        return spoken, bound

    def _said(self, attribution: Attribution, earlier: Sequence[Speech]) -> tuple[Time | None, Time | None]:
        """When it was said, and what that leaves for the time of what was said."""
        spoken, bound = self._saying(attribution)
        before = earlier[-1] if earlier else None
        if spoken is not None or before is None or not _follows(attribution, before):
            return spoken, bound
        note = f"date of the statement in sentence {before.attribution.sentence}, which this one follows"
        return _noted(before.source.chain[0].time, note), _noted(before.time, note)


def _is_of_another_clause(expression: TimeExpression, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a time stands in a clause around the reporting verb: "the minister, who was elected in 2015, said"."""
    verb, time = attribution.chain[0].verb, (expression.start, expression.end)
    around = next((span for span in attribution.evidence if verb and verb in span.text), None)
    if around is None or not verb:
        return False
    at = around.start - sentence.start + around.text.rindex(verb)
    said = (at, at + len(verb))
    return apart(sentence.text, said, time) is Apart.SURELY or since(sentence.text, said, time) is not None


def _stands_alone(expression: TimeExpression, text: str) -> bool:
    """Whether no letter or digit touches it, as in "28.04.2017Get short URL": no quotation is cut out of a word."""
    edges = (text[max(0, expression.start - 1) : expression.start + 1], text[expression.end - 1 : expression.end + 1])
    return not any(len(edge) > 1 and edge.isalnum() for edge in edges)


def _start(mentioned: tuple[Sentence, Mention]) -> int:
    sentence, mention = mentioned
    return sentence.start + mention.start


def _inside(content: Sequence[tuple[int, int]], sentence: Sentence) -> tuple[int, int] | None:
    for start, end in content:
        if start < sentence.end and end > sentence.start:
            return max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
    return (0, 0) if content else None


def _follows(attribution: Attribution, before: Speech) -> bool:
    """Whether a statement goes on from the one before it, and so was made on the same day."""
    near = attribution.sentence - before.attribution.sentence <= 1
    return near and (attribution.quoted or _origin(attribution.chain) == _origin(before.attribution.chain))


def _noted(time: Time | None, note: str) -> Time | None:
    return time.model_copy(update={"note": note}) if time is not None else None


def _origin(chain: Sequence[SourceLink]) -> str | None:
    return chain[0].canonical or chain[0].name
