"""Words, numbers and signs of a text with their offsets, as the grammar of time reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import not_
from typing import NamedTuple

from summarize.tuples import Cut, cut, maker

LONGEST_NUMBER = 4
"""Digits of the longest number that can be part of a date; a longer one is no number here."""

_TOKEN = re.compile(r"(?=\S)([A-Za-z]++(?![^\W\d_])|[^\W\d_]+|\d{4}-\d{2}-\d{2}(?!\d)|\d+|['’]s\b|\S)")
"""What the first alternative matches, the second would match as well, and more slowly."""


class Token(NamedTuple):
    """One word, number or sign.

    Attributes:
        word: Lower case, with straight apostrophe.
        text: As written.
        start, end: Offsets in the text.
        glued: Whether no space stands before it.
        number: Its value, for a short row of ASCII digits.
    """

    word: str
    text: str
    start: int
    end: int
    glued: bool
    number: int | None = None

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


_token = maker(Token)

PADDING = 8
"""Empty tokens after the last one, so that the grammar may look ahead without asking."""


def tokenize(text: str) -> list[Token]:
    """Tokens of a text, followed by empty ones."""
    pieces = taken_apart(text)
    return tokens_of(pieces, lowered(pieces))


def taken_apart(text: str) -> Cut:
    """The words, numbers and signs of a text."""
    return cut(_TOKEN, text)


def lowered(pieces: Cut) -> list[str]:
    """Words in lower case, with straight apostrophe, followed by empty ones."""
    lower = [*map(str.lower, pieces.words), *[""] * PADDING]
    if "’" in lower or "’s" in lower:
        lower = [word.replace("’", "'") for word in lower]
    return lower


def tokens_of(pieces: Cut, lower: Sequence[str]) -> list[Token]:
    """Tokens of a text that was taken apart, followed by empty ones.

    Args:
        pieces: Its words.
        lower: The same as `lowered` gives them.
    """
    starts, ends, words, gaps = pieces
    glued = [False, *map(not_, gaps[1:])]
    numbers = [_number(word) if word.isdigit() else None for word in words]
    end = starts[-1]
    nothing = _token(("", "", end, end, False, None))
    return [*map(_token, zip(lower, words, starts, ends, glued, numbers, strict=False)), *[nothing] * PADDING]


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) <= LONGEST_NUMBER and digits.isascii() else None
