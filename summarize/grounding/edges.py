"""Full extent of a match: the punctuation at the edges of a quotation belongs to it where the source has it too."""

from __future__ import annotations

import unicodedata
from typing import Final

from summarize.grounding.normalise import Token

_QUOTES: Final = dict.fromkeys("'\"`´‘’‚‛“”„‟«»‹›′″＇＂「」『』", '"')
_DASHES: Final = dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-")
_IGNORED: Final = frozenset(
    chr(point)
    for first, last in (
        (0xAD, 0xAD),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
    )
    for point in range(first, last + 1)
)


def plain_marks(text: str) -> str:
    """Punctuation without its typography: one quotation mark, one dash, three dots for an ellipsis, no spaces."""
    marks = []
    for character in text:
        if character.isspace() or character in _IGNORED:
            continue
        one = _QUOTES.get(character) or _DASHES.get(character) or unicodedata.normalize("NFKC", character)
        marks.append(one)
    return "".join(marks)


def extended(
    quote: str, words: tuple[Token, Token], source: str, start: int, end: int, *, within: tuple[int, int]
) -> tuple[int, int]:
    """Widen `source[start:end]` by what the quotation has before its first and after its last word.

    Args:
        quote: The quotation.
        words: Its first and last word.
        source: The text it was found in.
        start: Where the first word stands in the source.
        end: Where the last word ends.
        within: Offsets that may not be passed.
    """
    before = plain_marks(quote[: words[0].start])
    after = plain_marks(quote[words[1].end :])
    return _leftwards(before, source, start, within[0]), _rightwards(after, source, end, within[1])


def _leftwards(wanted: str, source: str, start: int, limit: int) -> int:
    best = position = start
    while wanted and position > limit:
        position -= 1
        here = plain_marks(source[position])
        if here and not wanted.endswith(here):
            break
        if here:
            wanted, best = wanted[: -len(here)], position
    return best


def _rightwards(wanted: str, source: str, end: int, limit: int) -> int:
    best = position = end
    while wanted and position < limit:
        here = plain_marks(source[position])
        position += 1
        if here and not wanted.startswith(here):
            break
        if here:
            wanted, best = wanted[len(here) :], position
    return best
