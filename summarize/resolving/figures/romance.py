"""Reads the plainest figures of Spanish, French and Portuguese: hedge, number, counted noun.

Displacement reports quote local papers. Only what is certain without a grammar of the language is read: a
number in digits or one word, a known noun or participle right after it. Ranges, longer number words and
anything else are left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from summarize.lexicon.quantities_romance import (
    COLLECTIVES,
    HEDGES,
    HOMELESS,
    KINDS,
    NOUNS,
    NUMBER_WORDS,
    PART_WORDS,
    SCALES,
)
from summarize.record import Approximator, FigureKind

_Value = TypeVar("_Value")
_LONGEST: Final = 15
_REACH: Final = 60


@dataclass(frozen=True)
class RomanceFigure:
    """A figure as far as it can be read.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last.
        value: The number.
        approximator: The hedge.
        unit: "people", "households" or "houses".
        kind: What became of those counted, or `other`.
        subject: The counted noun, as written.
    """

    start: int
    end: int
    value: float
    approximator: Approximator
    unit: str
    kind: FigureKind
    subject: str


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _damaged(table: Mapping[str, _Value]) -> dict[str, _Value]:
    """Adds each word as it looks where an accented letter was lost to U+FFFD."""
    return {**{re.sub(r"[^\x00-\x7f]", "\ufffd", word): value for word, value in table.items()}, **table}


_HEDGES: Final = _damaged(HEDGES)
_NOUNS: Final = _damaged(NOUNS)
_KINDS: Final = _damaged(KINDS)
_NUMBER_WORDS: Final = _damaged(NUMBER_WORDS)
_SCALES: Final = _damaged(SCALES)
_COLLECTIVES: Final = _damaged(COLLECTIVES)
_BEFORE: Final = re.compile(r"(?:(?P<joint>\d|[^\W\d_]+)[\s%]*(?:y|et|e|a|à|o|ou|-|–|,)|(?P<last>\d|[^\W\d_]+))\s*$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TELLING_WORDS: Final = frozenset(
    word for phrase in (*NUMBER_WORDS, *COLLECTIVES) for word in _WORD.findall(phrase.split()[0])
)
_LOST_LETTER: Final = "\ufffd"


@cache
def _figure() -> re.Pattern[str]:
    """Compiled for the first text that is not English: most runs see none."""
    return re.compile(
        rf"""(?<![\w.,'’-])(?:(?P<hedge>{_any(_HEDGES)})\s+)?
        (?:(?P<collective>{_any(_COLLECTIVES)})
          |(?:(?P<digits>\d{{1,3}}(?:[., \u00a0\u202f]\d{{3}})+|\d+(?:,\d{{1,2}}(?=\s+mi))?)
             |(?P<word>{_any(_NUMBER_WORDS)}))
           (?:\s+(?P<scale>{_any(_SCALES)}))?)
        \s+(?P<noun>{_any(_NOUNS.keys() | _KINDS.keys())})(?!\w)""",
        re.IGNORECASE | re.VERBOSE,
    )


def may_count(text: str, words: frozenset[str]) -> bool:
    """Whether a text of these lower-case words, without a digit, can hold a figure."""
    return _LOST_LETTER in text or not _TELLING_WORDS.isdisjoint(words)


def find_romance(text: str) -> tuple[RomanceFigure, ...]:
    """Finds the figures of a sentence in Spanish, French or Portuguese.

    Args:
        text: A sentence, in the original spelling.

    Returns:
        Figures in order; empty where nothing is certain.
    """
    return tuple(
        figure
        for match in _figure().finditer(text)
        if (figure := _read(text, match)) is not None and not _continues(text, match.start())
    )


def _continues(text: str, start: int) -> bool:
    """Whether the words before make the number part of a range or of a longer number."""
    match = _BEFORE.search(text[max(0, start - 30) : start])
    if match is None:
        return False
    words = _NUMBER_WORDS.keys() | PART_WORDS
    joint, last = match["joint"], match["last"]
    if joint is not None:
        return joint.isdigit() or (joint.lower() in words and not text[:start].rstrip().endswith(","))
    return last is not None and (last.isdigit() or last.lower() in words)


def _read(text: str, match: re.Match[str]) -> RomanceFigure | None:
    value = _value(match)
    if value is None:
        return None
    noun = match["noun"].lower()
    hedge = " ".join((match["hedge"] or "").lower().split())
    return RomanceFigure(
        start=match.start(),
        end=match.end(),
        value=value,
        approximator=_HEDGES.get(hedge, Approximator.EXACT),
        unit=_NOUNS.get(noun, "people"),
        kind=_KINDS.get(noun) or _kind_after(text, match.end()),
        subject=match["noun"],
    )


def _value(match: re.Match[str]) -> float | None:
    if match["collective"]:
        return float(_COLLECTIVES[" ".join(match["collective"].lower().split())])
    scale = _SCALES[" ".join(match["scale"].lower().split())] if match["scale"] else 1.0
    if match["word"]:
        return _NUMBER_WORDS[match["word"].lower()] * scale
    digits = match["digits"]
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return round(float(digits.replace(",", ".")) * scale, 6)
    plain = re.sub(r"\D", "", digits)
    return float(plain) * scale if len(plain) <= _LONGEST and not plain.startswith("0") else None


def _kind_after(text: str, end: int) -> FigureKind:
    """Kind of the first participle after the noun, within the clause."""
    clause = re.split(r"[.;:]", text[end : end + _REACH])[0].lower()
    if any(phrase in clause for phrase in HOMELESS):
        return FigureKind.DISPLACED
    words = (match.group() for match in _WORD.finditer(clause))
    return next((_KINDS[word] for word in words if word in _KINDS), FigureKind.OTHER)
