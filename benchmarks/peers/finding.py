"""Finding what a peer says in the article: the words of an event, its parties, its places, its figures.

Quotations are looked up as our own are (`summarize.grounding.locate`: exact, other typography and capitals, another
notation). Nothing that is not found enters a record. Only which sentence an event belongs to is taken more loosely,
for the words of the record are then the article's own whatever the peer has written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.task import PeerEvent
from summarize.article import Sentence
from summarize.grounding import SourceText, locate
from summarize.lexicon.cues import cues_of
from summarize.mentions import Mention, MentionKind
from summarize.record import EventType, Span
from summarize.resolving.context import ArticleContext

UNNAMED = frozenset(
    (
        *("", "-", "n/a", "na", "nil", "no one", "nobody", "none", "none named", "not mentioned", "not named"),
        *("not specified", "null", "unidentified", "unknown", "unnamed", "unspecified"),
    )
)
"""Words by which a peer says that nothing is named."""
MOST_SENTENCES = 3
"""Sentences that one quotation may be the evidence of."""
_ENOUGH_WORDS = 0.75
_LEAST_WORDS = 3
_MOST_TIMES = 50
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Evidence:
    """Where an event is told.

    Attributes:
        main: The sentence that tells it.
        sentences: All sentences that its quotation reaches into, `main` among them.
        quote: The quoted words inside `main`, as half-open offsets of the article.
    """

    main: Sentence
    sentences: tuple[Sentence, ...]
    quote: tuple[int, int]


class Finder:
    """Looks up phrases in one article.

    Args:
        context: The article with its mentions.
        source: Its text, prepared for searching.
    """

    def __init__(self, context: ArticleContext, source: SourceText) -> None:
        self._context, self._article, self._source = context, context.article, source

    def evidence(self, event: PeerEvent, kind: EventType) -> Evidence | None:
        """The sentences of an event: by its own words, else by the sentence that holds most of its words or parties."""
        placed = self._quoted(event)
        if placed is None:
            sentence = self._by_words(event.quote) or self._by_phrases(event)
            return None if sentence is None else Evidence(sentence, (sentence,), (sentence.start, sentence.end))
        touched = self._touched(*placed)[:MOST_SENTENCES]
        if not touched:
            return None
        main = max(touched, key=lambda one: (any(cues_of(_part(one, placed), kind)), self._held(event, one)))
        return Evidence(main, touched, (max(main.start, placed[0]), min(main.end, placed[1])))

    def phrase(self, words: str, evidence: Evidence) -> Span | None:
        """A phrase as the article has it: in the event's sentence, in its evidence, else nearest to it."""
        if words.strip().casefold() in UNNAMED:
            return None
        for sentence in (evidence.main, *evidence.sentences):
            found = self.within(words, sentence.start, sentence.end)
            if found is not None:
                return found
        everywhere = self.every(words)
        return min(everywhere, key=lambda span: abs(span.start - evidence.main.start), default=None)

    def within(self, words: str, start: int, end: int) -> Span | None:
        """A phrase between two offsets of the article."""
        match = locate(words, self._source, within=(start, end))
        if not match.supported or match.start is None or match.end is None:
            return None
        return Span(start=match.start, end=match.end, text=self._article.text[match.start : match.end])

    def every(self, words: str) -> list[Span]:
        """Every place at which a phrase stands, in order."""
        found: list[Span] = []
        for number in range(_MOST_TIMES):
            match = locate(words, self._source, nth=number)
            if not match.supported or match.start is None or match.end is None:
                break
            found.append(Span(start=match.start, end=match.end, text=self._article.text[match.start : match.end]))
        return found

    def party(self, span: Span) -> Span:
        """A party without what our own phrases leave out in front, as in "three students" or "at least ten guards"."""
        inside = [one for one in self._mentions(span) if one.start >= span.start and one.end <= span.end]
        named = [one for one in inside if one.end == span.end]
        return named[0] if len(inside) == 1 and named else span

    def places(self, span: Span) -> tuple[Span, ...]:
        """The places that a phrase names, as in "a market in Darin"; the phrase where no rule finds one in it."""
        inside = [
            one
            for one in self._mentions(span, lambda mention: mention.kind is MentionKind.PLACE)
            if one.start >= span.start and one.end <= span.end
        ]
        return tuple(inside) or (span,)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the one before it."""
        before = [sentence for sentence in self._article.sentences if sentence.start <= offset]
        return before[-1] if before else self._article.sentences[0]

    def _quoted(self, event: PeerEvent) -> tuple[int, int] | None:
        """Where the event's words stand: where the peer has placed them, else where they are found."""
        at = event.at
        if at is not None and 0 <= at[0] < at[1] <= len(self._article.text):
            return at
        found = self.within(event.quote, 0, len(self._article.text)) if event.quote.strip() else None
        return None if found is None else (found.start, found.end)

    def _touched(self, start: int, end: int) -> tuple[Sentence, ...]:
        return tuple(one for one in self._article.sentences if one.start < end and start < one.end)

    def _by_words(self, quote: str) -> Sentence | None:
        """The sentence that holds most of the words of a quotation that does not stand in the text."""
        words = set(_WORD.findall(quote.casefold()))
        if len(words) < _LEAST_WORDS:
            return None
        shares = [
            (len(words.intersection(_WORD.findall(one.text.casefold()))) / len(words), -one.number, one)
            for one in self._article.sentences
        ]
        share, _, best = max(shares)
        return best if share >= _ENOUGH_WORDS else None

    def _by_phrases(self, event: PeerEvent) -> Sentence | None:
        """The sentence that names at least two of the event's parties and places."""
        held, _, best = max((self._held(event, one), -one.number, one) for one in self._article.sentences)
        return best if held > 1 else None

    def _held(self, event: PeerEvent, sentence: Sentence) -> int:
        """How many of an event's phrases stand in a sentence."""
        phrases = {words for words in (*event.who, *event.whom, *event.where) if words.casefold() not in UNNAMED}
        return sum(self.within(words, sentence.start, sentence.end) is not None for words in phrases)

    def _mentions(self, span: Span, wanted: Callable[[Mention], bool] = lambda _: True) -> Iterator[Span]:
        sentence = self.sentence_at(span.start)
        mentions: Sequence[Mention] = self._context.mentions[sentence.number]
        return (sentence.span(one.start, one.end) for one in mentions if wanted(one))


def _part(sentence: Sentence, placed: tuple[int, int]) -> str:
    """What a range of the article holds of a sentence."""
    return sentence.text[max(0, placed[0] - sentence.start) : max(0, placed[1] - sentence.start)]
