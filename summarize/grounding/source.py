"""A source text prepared once, so that many quotations can be looked up in it quickly.

The keys of its words are numbered and written as one string of code points, so that looking for a
sequence of words is looking for a substring: C speed, and linear even in text made to be difficult.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, repeat
from typing import Final, Self

from summarize.grounding.normalise import IGNORABLE, Token, is_unspaced, tokenise
from summarize.grounding.notation import Reading, readings
from summarize.grounding.sentences import sentence_starts

_SURROGATES: Final = 0xD800
_LAST: Final = 0x10FFFF
_SPACE: Final = re.compile(r"[ \t\n\r]")
_INVISIBLE: Final = re.compile(f"[{IGNORABLE}]+")
_NEARBY: Final = 40
_SHORT: Final = 1_000


class SourceText:
    """A text and its words, searchable.

    Args:
        text: The stored text; every offset counts its code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self) -> Self:
        """The text with its words and boundaries known, for who needs them anyway: none is told nearby any more."""
        _ = self.closed
        return self

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Words of the text in order."""
        return tokenise(self.text)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Offsets at which the words begin."""
        return [token.start for token in self.tokens]

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Numbers of the words that begin a sentence, and the number of words at the end."""
        return sentence_starts(self.text, self.tokens)

    @cached_property
    def closed(self) -> bytearray:
        """1 at every offset that lies inside a word, where no quotation may begin or end."""
        return _closed(self.text, self.tokens)

    @cached_property
    def signs(self) -> dict[str, str]:
        """A code point for each key, in order of first appearance."""
        return dict(zip(self.positions, _code_points(), strict=False))

    @cached_property
    def stream(self) -> str:
        """The text as one code point a word."""
        signs = self.signs
        return "".join([signs[token.key] for token in self.tokens])

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each key stands, as word numbers in order."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            positions[token.key].append(number)
        return dict(positions)

    @cached_property
    def readings(self) -> Mapping[int, Sequence[Reading]]:
        """Numbers, dates and compounds of several words, by the number of their first word."""
        return readings(self.tokens, self.text)

    @cached_property
    def reading_positions(self) -> dict[str, list[int]]:
        """Where each of those values stands."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, found in self.readings.items():
            for reading in found:
                positions[reading.value].append(number)
        return dict(positions)

    def is_boundary(self, offset: int) -> bool:
        """Whether a quotation may begin or end here; as long as the words are not known, told from those around it."""
        if "tokens" not in vars(self) and (told := self._told_nearby(offset)) is not None:
            return told
        return not self.closed[offset]

    def _told_nearby(self, offset: int) -> bool | None:
        """What the characters around an offset tell, since no word reaches over a space; None when that is too far."""
        if not 0 < offset < len(self.text) or _SPACE.search(self.text, offset - 1, offset + 1):
            return True
        before = _SPACE.split(self.text[max(offset - _NEARBY, 0) : offset])[-1]
        after = _SPACE.split(self.text[offset : offset + _NEARBY], maxsplit=1)[0]
        if _NEARBY in (len(before), len(after)):
            return None
        return not _closed(before + after, tokenise(before + after))[len(before)]

    def next_boundary(self, offset: int) -> int:
        """First offset from here on at which a quotation may begin."""
        while "tokens" not in vars(self):
            if self.is_boundary(offset):
                return offset
            offset += 1
        found = self.closed.find(0, offset)
        return len(self.text) if found < 0 else found

    def previous_boundary(self, offset: int) -> int:
        """Last offset up to here at which a quotation may begin."""
        return max(self.closed.rfind(0, 0, offset + 1), 0)

    def encoded(self, tokens: Sequence[Token]) -> str | None:
        """The words as a substring to look for in `stream`; None when one of them never occurs."""
        signs = self.signs
        try:
            return "".join([signs[token.key] for token in tokens])
        except KeyError:
            return None

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """Numbers of the words that lie wholly between two offsets, half-open."""
        starts, tokens = self.starts, self.tokens
        first, last = bisect_left(starts, start), bisect_right(starts, end)
        while last > first and tokens[last - 1].end > end:
            last -= 1
        return first, last


@lru_cache(maxsize=2048)
def _kept(text: str) -> SourceText:
    return SourceText(text)


def prepared(text: str) -> SourceText:
    """A text to look words up in; short ones, such as names and phrases, are prepared once and kept."""
    return _kept(text) if len(text) <= _SHORT else SourceText(text)


def _closed(text: str, tokens: Sequence[Token]) -> bytearray:
    closed = bytearray(len(text) + 1)
    previous = -1
    for start, end, _, _, _ in tokens:
        closed[start + 1 : end] = b"\1" * (end - start - 1)
        if previous == start and joined(text, start):
            closed[start] = 1
        previous = end
    for run in () if text.isascii() else _INVISIBLE.finditer(text):
        if not closed[run.end()]:  # the word has nothing more to be seen
            closed[run.start() : run.end()] = bytes(run.end() - run.start())
    return closed


def joined(text: str, offset: int) -> bool:
    """Whether the characters on both sides belong to one written word, as in `50km` or `don't`."""
    before, after = text[offset - 1], text[offset]
    return before.isalnum() and after.isalnum() and not (is_unspaced(before) or is_unspaced(after))


def _code_points() -> Iterator[str]:
    """Code points that are no surrogates, the last one over and over."""
    return map(chr, chain(range(_SURROGATES), range(_SURROGATES + 0x800, _LAST), repeat(_LAST)))
