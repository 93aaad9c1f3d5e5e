"""The sentences of a source text in which spans of a record stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from summarize.grounding.normalise import Token
from summarize.grounding.notation import Reading, readings
from summarize.grounding.source import SourceText, prepared
from summarize.grounding.worded import words_of
from summarize.record import Span


class Window(NamedTuple):
    """Whole sentences of the source.

    Attributes:
        start: First character.
        end: One past the last.
        first: Number of the first word.
        last: One past the number of the last.
    """

    start: int
    end: int
    first: int
    last: int

    def holds(self, span: Span) -> bool:
        """Whether a span stands in these sentences."""
        return self.start <= span.start and span.end <= self.end


class Evidence:
    """A source text by its sentences; each is looked at once, however many fields of a record cite it.

    Args:
        source: The text.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._windows: dict[tuple[int, int], Window] = {}
        self._words: dict[tuple[int, int], frozenset[str]] = {}
        self._rows: dict[tuple[int, int], str] = {}

    def window(self, span: Span) -> Window:
        """The whole sentences that a span touches."""
        place = (span.start, span.end)
        window = self._windows.get(place)
        if window is None:
            window = self._windows[place] = self._sentences(*place)
        return window

    def sentences(self, span: Span) -> Span:
        """The words of the whole sentences that a span touches."""
        window = self.window(span)
        return Span(start=window.start, end=window.end, text=self.source.text[window.start : window.end])

    def windows(self, spans: Iterable[Span]) -> list[Window]:
        """The same for several spans."""
        return [self.window(span) for span in spans]

    @cached_property
    def _whole(self) -> Sequence[Window]:
        """Every sentence by itself."""
        tokens = self.source.tokens
        return [
            Window(tokens[first].start, tokens[last - 1].end, first, last)
            for first, last in pairwise(self.source.sentence_starts)
        ]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [sentence.start for sentence in self._whole]

    def _sentences(self, start: int, end: int) -> Window:
        number = bisect_right(self._starts, start) - 1
        if number >= 0 and end <= self._whole[number].end:
            return self._whole[number]
        tokens, starts = self.source.tokens, self.source.sentence_starts
        first, last = self.source.word_range(start, end)
        first = starts[bisect_right(starts, first) - 1]
        last = starts[bisect_left(starts, last)]
        if first >= last:
            return Window(start, end, first, first)
        return Window(min(tokens[first].start, start), max(tokens[last - 1].end, end), first, last)

    def tokens_between(self, start: int, end: int) -> Sequence[Token]:
        """The words that lie wholly between two offsets."""
        first, last = self.source.word_range(start, end)
        return self.source.tokens[first:last]

    def words(self, window: Window) -> frozenset[str]:
        """What these sentences say; see `words_of`."""
        place = (window.first, window.last)
        words = self._words.get(place)
        if words is None:
            words = self._words[place] = words_of(self.source.tokens[slice(*place)], self._values(*place))
        return words

    def _values(self, first: int, last: int) -> Sequence[Reading]:
        """Values of several words that these words have, read anew where the source's own go on beyond the last."""
        own = self.source.readings
        here = [(index, reading) for index in range(first, last) if index in own for reading in own[index]]
        if any(index + reading.length > last for index, reading in here):
            anew = readings(self.source.tokens[first:last], self.source.text)
            return [reading for found in anew.values() for reading in found]
        return [reading for _, reading in here]

    def says(self, phrase: str, windows: Iterable[Window]) -> bool:
        """Whether the words of a phrase stand one after the other in one of these windows."""
        windows = tuple(windows)
        if any(self._quotes(phrase, window) for window in windows):
            return True
        wanted = _in_a_row(prepared(phrase).tokens)
        return any(wanted in self._row(window) for window in windows)

    def _quotes(self, phrase: str, window: Window) -> bool:
        """Whether a phrase stands in a window as it is written, first of all between word boundaries."""
        start = self.source.text.find(phrase, window.start, window.end)
        return start >= 0 and not (self.source.closed[start] or self.source.closed[start + len(phrase)])

    def _row(self, window: Window) -> str:
        place = (window.first, window.last)
        row = self._rows.get(place)
        if row is None:
            row = self._rows[place] = _in_a_row(self.source.tokens[slice(*place)])
        return row


def _in_a_row(tokens: Sequence[Token]) -> str:
    """Keys as one string, so that looking for a sequence is looking for a substring."""
    return "\0".join(["", *(token.key for token in tokens), ""])
