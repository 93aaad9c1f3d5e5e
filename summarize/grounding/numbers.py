"""Reading a number in digits, words or both, from the words of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from summarize.grounding.normalise import Token, fold
from summarize.lexicon.calendar import TENS
from summarize.lexicon.numerals import CARDINAL_WORDS, FRACTION_SIGNS, GLUED_MULTIPLIERS, MULTIPLIERS

_GROUP_SPACE: Final = re.compile(r"[ \u00a0\u2007\u2009\u202f]")
_POINT: Final = re.compile(r"\d{1,3}\.\d{3}")
_STOP: Final = re.compile(r"[.;:!?\u2012-\u2015]|\s-\s")
_PARTING: Final = frozenset({"of", "the"})
_DOZEN: Final = 12
_GROUP: Final = 3
_MOST_GROUPS: Final = 6
_MOST_DIGITS: Final = 24
_MOST_SCALE: Final = 10**9
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


class Words(NamedTuple):
    """The words of a text, and the text for what stands between them."""

    tokens: Sequence[Token]
    text: str

    def folded(self, index: int) -> str:
        """Folded form of a word; empty outside the text."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def gap(self, index: int) -> str:
        """What is written between this word and the one before."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start] if index < len(self.tokens) else "\n"


def plain(value: Decimal) -> str:
    """The number in digits, without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_number(words: Words, index: int) -> tuple[Decimal | None, int]:
    """Value and end of the longest number that begins here, in digits, words or both.

    Digits go on only with words that have a scale: "2 million three hundred", not "$5 million two years ago".
    """
    total, stop = Decimal(0), index
    digits = words.folded(index)[:1].isdecimal()
    limit: Decimal | None = None
    while True:
        part, scale, after = _scaled(words, stop if stop == index else _over_and(words, stop), first=stop == index)
        if part is None or (limit is not None and (part >= limit or _STOP.search(words.gap(stop)))):
            return (total if stop > index else None), stop
        if digits and stop > index and part < _HUNDRED:
            return total, stop
        total, stop = total + part, after
        if scale <= _DOZEN:
            return total, stop
        limit = scale


def _over_and(words: Words, index: int) -> int:
    return index + 1 if words.folded(index) == "and" else index


def _scaled(words: Words, index: int, *, first: bool) -> tuple[Decimal | None, Decimal, int]:
    """A number below a thousand or in digits, times the multipliers that follow it."""
    value, stop = _simple(words, index, first=first)
    if value is None:
        return None, Decimal(1), index
    scale = Decimal(1)
    while scale < _MOST_SCALE and (step := _multiplier(words, stop)) is not None:
        scale, stop = scale * step, stop + 1
        tail, after = _hundreds_tail(words, stop, scale)
        if tail is not None:
            value, stop, scale = value * scale + tail, after, Decimal(1)
            if (step := _multiplier(words, stop)) is not None and step >= _THOUSAND:
                return value * step, Decimal(step), stop + 1
            return value, Decimal(1), stop
    return value * scale, scale, stop


def _hundreds_tail(words: Words, index: int, scale: Decimal) -> tuple[Decimal | None, int]:
    if scale != _HUNDRED or _STOP.search(words.gap(index)):
        return None, index
    start = _over_and(words, index)
    value, stop = _below_hundred(words, start)
    return (None, index) if value is None else (value, stop)


def _multiplier(words: Words, index: int) -> int | None:
    folded = words.folded(index)
    if folded in GLUED_MULTIPLIERS and words.gap(index) == "":
        return GLUED_MULTIPLIERS[folded]
    return MULTIPLIERS.get(folded)


def _simple(words: Words, index: int, *, first: bool) -> tuple[Decimal | None, int]:
    folded, token = words.folded(index), words.tokens[index] if index < len(words.tokens) else None
    if token is None:
        return None, index
    if folded in {"a", "an"}:
        follows, later = words.folded(index + 1), words.folded(index + 2)
        dozen = follows == "dozen" and later not in MULTIPLIERS  # alone it is a round number, and no 12
        return (Decimal(1), index + 1) if first and follows in MULTIPLIERS and not dozen else (None, index)
    if folded == "half" or (first and token.text in FRACTION_SIGNS):
        return _fraction(words, index)
    if folded in CARDINAL_WORDS:
        return _with_half(words, *_below_hundred(words, index))
    if token.key.startswith("#") and first:
        return _digits(words, index)
    return None, index


def _fraction(words: Words, index: int) -> tuple[Decimal | None, int]:
    """A part of one: "half a million", "½ a million", "½"; "half" alone is no number."""
    folded = words.folded(index)
    if words.folded(index + 1) == "a" and words.folded(index + 2) in {"million", "billion"}:
        return Decimal("0.5" if folded == "half" else folded), index + 2
    return (None, index) if folded == "half" else (Decimal(folded), index + 1)


def _with_half(words: Words, value: Decimal | None, stop: int) -> tuple[Decimal | None, int]:
    if value is None:
        return None, stop
    half = [words.folded(stop + step) for step in range(3)] == ["and", "a", "half"]
    return (value + Decimal("0.5"), stop + 3) if half and words.folded(stop + 3) in MULTIPLIERS else (value, stop)


def _below_hundred(words: Words, index: int) -> tuple[Decimal | None, int]:
    folded = words.folded(index)
    if folded not in CARDINAL_WORDS:
        return None, index
    value = CARDINAL_WORDS[folded]
    follows = CARDINAL_WORDS.get(words.folded(index + 1), 0)
    if folded in TENS and 1 <= follows <= 9 and not _STOP.search(words.gap(index + 1)):  # noqa: PLR2004 - the units
        return Decimal(value + follows), index + 2
    return Decimal(value), index + 1


def _digits(words: Words, index: int) -> tuple[Decimal | None, int]:
    """Digits, with groups of three behind spaces (`1 500 000`) or a fraction (`12 ½`); `4.060 billion` is a decimal."""
    value, stop = words.tokens[index].key[1:], index + 1
    if len(value) > _MOST_DIGITS:
        return None, index
    first = words.tokens[index].text
    if _POINT.fullmatch(first) and _multiplier(words, stop) is not None:
        return Decimal(fold(first)), stop
    most = index + _MOST_GROUPS if first.isdecimal() and len(first) <= _GROUP else index
    while stop < most and _is_group(words, stop):
        value, stop = value + fold(words.tokens[stop].text), stop + 1
    if value.isdecimal() and _is_fraction(words, stop, value):
        return Decimal(value) + Decimal(words.tokens[stop].folded), stop + 1
    return Decimal(value), stop


def _is_fraction(words: Words, index: int, whole: str) -> bool:
    """Whether a sign such as ½ belongs to the whole number before it: glued, or behind one space after a short one."""
    if index >= len(words.tokens) or words.tokens[index].text not in FRACTION_SIGNS:
        return False
    apart = len(whole) <= _GROUP and _GROUP_SPACE.fullmatch(words.gap(index)) is not None
    return words.gap(index) == "" or (apart and words.folded(index + 1) not in _PARTING)


def _is_group(words: Words, index: int) -> bool:
    text = words.tokens[index].text if index < len(words.tokens) else ""
    return len(text) == _GROUP and text.isdecimal() and _GROUP_SPACE.fullmatch(words.gap(index)) is not None
