"""Where sentences end, as far as the marks between two words tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from summarize.grounding.normalise import Token
from summarize.lexicon.abbreviations import ABBREVIATIONS

_END_MARKS: Final = frozenset(".!?。！？؟۔।")
_ENDS: Final = re.compile(rf"[{''.join(sorted(_END_MARKS))}](?!\w)")
_MARK: Final = re.compile(rf"[\n{''.join(sorted(_END_MARKS))}]")
"""What no sentence ends without; most words have none behind them."""
_START: Final = attrgetter("start")
_ELLIPSIS: Final = re.compile(r"\.{2,}|…|(?:\. ){2,}\.")


def ends_sentence(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence ends between the word at `index` and the one before; after an abbreviation none does."""
    if not 0 < index < len(tokens):
        return True
    before = tokens[index - 1]
    gap = text[before.end : tokens[index].start]
    if "\n" in gap and gap.count("\n") > 1:
        return True
    return stops(gap, before)


def stops(gap: str, before: Token) -> bool:
    """Whether what is written behind a word ends the sentence."""
    if _END_MARKS.isdisjoint(gap):
        return False
    without = _ELLIPSIS.sub("", gap)
    if not _ENDS.search(without):
        return False
    abbreviated = without.startswith(".") and (before.folded in ABBREVIATIONS or len(before.folded) == 1)
    return not abbreviated


def sentence_starts(text: str, tokens: Sequence[Token]) -> list[int]:
    """Numbers of the words that begin a sentence, and the number of words at the end."""
    behind = dict.fromkeys(bisect_right(tokens, mark.start(), key=_START) for mark in _MARK.finditer(text))
    inner = [index for index in behind if 0 < index < len(tokens) and ends_sentence(text, tokens, index)]
    return [0, *inner, len(tokens)] if tokens else [0]
