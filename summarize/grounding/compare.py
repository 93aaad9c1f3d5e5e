"""What two equal word sequences may still differ in: capitals, diacritics and marks between the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarize.grounding.align import Step
from summarize.grounding.normalise import Token
from summarize.grounding.sentences import stops
from summarize.lexicon.calendar import MONTHS
from summarize.lexicon.casing import ACRONYMS, NAMES
from summarize.lexicon.negation import NEGATIONS
from summarize.lexicon.protected import REPORTING

_MARK: Final = re.compile("[\u0300-\u036f]")
_QUESTION: Final = re.compile(r"[?？؟]")
_ENOUGH_WORDS: Final = 3
_SHORT_WORD: Final = 3
_COMMA: Final = re.compile(r"[,;،、，；؛]")
_QUOTED: Final = re.compile("[\"'‘’“”„«»「」]")
_PARTING_DASH: Final = re.compile(r"\s[-\u2010-\u2015\u2212]{1,3}\s|\u2014")
_ANY_MARK: Final = re.compile(r"[-\u2010-\u2015\u2212,;:()\[\].!?\u2026]")
_LAST_DAY: Final = 31
_FIRST_YEAR: Final = 1000


@dataclass(frozen=True)
class Side:
    """Words of one text that are being compared.

    Attributes:
        text: The whole text.
        tokens: All its words.
        words: The half-open range of words in question; None for all.
    """

    text: str
    tokens: Sequence[Token]
    words: tuple[int, int] | None = None

    @cached_property
    def compared(self) -> Sequence[Token]:
        """The words in question."""
        return self.tokens if self.words is None else self.tokens[self.words[0] : self.words[1]]

    @cached_property
    def caseless(self) -> bool:
        """Whether at least three words do not tell a name by its capital: all small, all capitals, or a title."""
        written = [token.text for token in self.compared if token.text.lower() != token.text.upper()]
        if len(written) < _ENOUGH_WORDS:
            return False
        whole = "".join(written)
        long = [word for word in written if len(word) > _SHORT_WORD]
        titled = len(long) >= _ENOUGH_WORDS and all(word[0].isupper() for word in long)
        return titled or whole in (whole.lower(), whole.upper())

    @cached_property
    def plain(self) -> bool:
        """Whether no word carries a diacritic."""
        return not any(marks_of(token.text) for token in self.compared)

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the one before."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]


def marks_of(written: str) -> str:
    """Diacritics of a Latin, Greek or Cyrillic word, in order."""
    if written.isascii():
        return ""
    return "".join(
        _MARK.findall(unicodedata.normalize("NFKD", written.casefold()).replace("ё", "е").replace("i\u0307", "i"))
    )


def case_objection(quote: Side, source: Side, ours: Token, theirs: Token) -> str | None:
    """Why two spellings that differ in capitals are two words; None when they are one."""
    if ours.text == theirs.text or ours.folded != theirs.folded:
        return None
    if quote.caseless or source.caseless:
        return None
    acronym = ours.folded in ACRONYMS and ours.text.isupper() != theirs.text.isupper() and len(ours.folded) > 1
    name = ours.folded in NAMES and ours.text[:1].isupper() != theirs.text[:1].isupper()
    return f'"{theirs.text}" is another word than "{ours.text}"' if acronym or name else None


def _dated(side: Side, index: int) -> bool:
    """Whether a month is told by the number beside it."""
    beside = (*side.tokens[max(index - 1, 0) : index], *side.tokens[index + 1 : index + 2])
    return side.tokens[index].folded in MONTHS and any(token.key.startswith("#") for token in beside)


def mark_objection(quote: Side, source: Side, ours: Token, theirs: Token) -> str | None:
    """Why two spellings that differ in diacritics are two words; None when they are one.

    Leaving all diacritics out is typography; leaving out one of many, or writing another, is another word. In names
    and capitals they come and go.
    """
    if ours.text == theirs.text or marks_of(ours.text) == marks_of(theirs.text):
        return None
    one_is_plain = not marks_of(ours.text) or not marks_of(theirs.text)
    name = ours.text[:1].isupper() and theirs.text[:1].isupper()
    if one_is_plain and (name or quote.plain or source.plain or ours.text.isupper() or theirs.text.isupper()):
        return None
    return f'other diacritics: "{theirs.text}", not "{ours.text}"'


def gap_objection(quote: Side, source: Side, index: int, other: int) -> str | None:
    """Why what stands between two words changes what they say; None when it does not."""
    ours, theirs = quote.gap(index), source.gap(other)
    if ours == theirs:
        return None
    if _end_differs(ours, theirs, quote.tokens[index - 1], source.tokens[other - 1]):
        return "one sentence made of two, or two of one"
    if bool(_QUESTION.search(ours)) != bool(_QUESTION.search(theirs)):
        return "a question mark gone or added"
    if _only_one_parts(ours, theirs):
        return "a dash gone or added"
    if bool(_COMMA.search(ours)) != bool(_COMMA.search(theirs)) and not _QUOTED.search(ours + theirs):
        return _comma_objection(quote.tokens[index - 1], quote.tokens[index])
    return None


def _only_one_parts(ours: str, theirs: str) -> bool:
    """Whether a dash sets words apart on one side and nothing does on the other."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if _PARTING_DASH.search(one) and not _ANY_MARK.search(other):
            return True
    return False


def _end_differs(ours: str, theirs: str, our_word: Token, their_word: Token) -> bool:
    if our_word.text.endswith(".") or their_word.text.endswith("."):
        return False  # the full stop of p.m. may end the sentence as well
    return stops(ours, our_word) != stops(theirs, their_word)


def _comma_objection(before: Token, after: Token) -> str | None:
    for token in (before, after):
        if token.key in NEGATIONS or token.folded in REPORTING:
            return f'a comma gone or added beside "{token.text}"'
    listed = before.key[:1] == after.key[:1] == "#" and not _day_and_year(before, after)
    return "a comma gone or added between two numbers" if listed else None


def _day_and_year(before: Token, after: Token) -> bool:
    day, year = before.key[1:], after.key[1:]
    return day.isdecimal() and year.isdecimal() and int(day) <= _LAST_DAY and int(year) >= _FIRST_YEAR


def objection(quote: Side, source: Side, steps: Iterable[Step]) -> str | None:
    """Why two sequences of equal words do not say the same; None when they do.

    Args:
        quote: The quotation.
        source: The text it was found in.
        steps: How their words go together.
    """
    for step in steps:
        refusal = gap_objection(quote, source, step.word, step.place) if step.word else None
        if step.ours == step.theirs == 1:
            ours, theirs = quote.tokens[step.word], source.tokens[step.place]
            if not _dated(quote, step.word):
                refusal = refusal or case_objection(quote, source, ours, theirs)
            refusal = refusal or mark_objection(quote, source, ours, theirs)
        if refusal:
            return refusal
    return None
