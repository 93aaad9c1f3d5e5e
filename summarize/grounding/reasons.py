"""Naming what a quotation changes: the differing words and the class they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.grounding.align import Alignment, Difference
from summarize.grounding.normalise import Token
from summarize.lexicon.calendar import MONTHS, WEEKDAYS
from summarize.lexicon.negation import DENIALS, NEGATIONS
from summarize.lexicon.protected import HEDGES, MODALS, QUANTIFIERS, TIME_WORDS

_SHOWN: Final = 8
_ORDER: Final = ("negation", "number", "date", "name", "modality", "hedge", "quantifier", "word")


def class_of(token: Token, *, opens: bool = False) -> str:
    """Class of a word: negation, number, date, name, modality, hedge, quantifier or word.

    Args:
        token: The word.
        opens: Whether it stands where any word has a capital.
    """
    word = token.key if token.key.startswith("#") else token.folded
    if token.key in NEGATIONS or word in NEGATIONS or word in DENIALS:
        return "negation"
    if word.startswith("#") or token.key == "percent":
        return "number"
    if (word in MONTHS or word in WEEKDAYS) and not (word in {"may", "march"} and token.text.islower()):
        return "date"
    for members, name in ((MODALS, "modality"), (HEDGES, "hedge"), (QUANTIFIERS, "quantifier"), (TIME_WORDS, "date")):
        if word in members:
            return name
    return "name" if token.text[:1].isupper() and (not opens or token.text[1:2].isupper()) else "word"


def reason_for(alignment: Alignment, ours: Sequence[Token], theirs: Sequence[Token]) -> str:
    """The most telling difference in words, and how many more there are."""
    ranked = sorted(alignment.differences, key=lambda difference: _ORDER.index(_class(difference, ours, theirs)))
    first = ranked[0]
    more = f" and {len(ranked) - 1} more" if len(ranked) > 1 else ""
    return f"{_class(first, ours, theirs)} {_described(first, ours, theirs)}{more}"


def _class(difference: Difference, ours: Sequence[Token], theirs: Sequence[Token]) -> str:
    here = [class_of(token, opens=number == 0) for number, token in _of(difference.ours, ours)]
    there = [class_of(token) for _, token in _of(difference.theirs, theirs)]
    return min([*here, *there], key=_ORDER.index)


def _of(words: tuple[int, int], tokens: Sequence[Token]) -> list[tuple[int, Token]]:
    return list(enumerate(tokens[words[0] : words[1]], start=words[0]))


def _described(difference: Difference, ours: Sequence[Token], theirs: Sequence[Token]) -> str:
    mine = _words(tokens=ours[difference.ours[0] : difference.ours[1]])
    other = _words(tokens=theirs[difference.theirs[0] : difference.theirs[1]])
    if not mine:
        return f"left out: {other}"
    if not other:
        return f"added: {mine}"
    return f"differs: {mine}, where the text has {other}"


def shortened(text: str, limit: int = 60) -> str:
    """Text for a message: one line, cut to a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit]}…"


def _words(tokens: Sequence[Token]) -> str:
    shown = " ".join(token.text for token in tokens[:_SHOWN])
    return f'"{shown}{" …" if len(tokens) > _SHOWN else ""}"' if tokens else ""
