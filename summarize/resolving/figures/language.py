"""Whether a sentence is English enough to be read by English rules."""

from __future__ import annotations

from typing import Final

from summarize.lexicon.quantities import ENGLISH_WORDS, FOREIGN_LOANS, FOREIGN_WORDS
from summarize.lexicon.quantities_romance import HEDGE_WORDS, NOUNS
from summarize.resolving.figures.numerals import Tokens

_LAST_LATIN: Final = "ɏ"
ROMANCE_NOUNS: Final = frozenset(NOUNS.keys() - {"migrants"})
"""Counted nouns of other languages that are no English words."""

_FOREIGN: Final = FOREIGN_WORDS | HEDGE_WORDS | ROMANCE_NOUNS


def is_foreign(tokens: Tokens, start: int = 0, stop: int | None = None) -> bool:
    """Whether script or function words show that a sentence is not English.

    Args:
        tokens: Tokens of a text.
        start: Index of the first token of the sentence in it; without function words it passes as English.
        stop: Index past the sentence; None for the end of the text.
    """
    written = tokens.lowers[start:stop]
    if _FOREIGN.isdisjoint(written) and all(map(str.isascii, written)):
        return False
    words = [word for at, word in enumerate(written, start) if tokens.is_word(at)]
    letters = sum(map(len, words))
    foreign_words = (word for word in words if not word.isascii())
    other_script = sum(letter.isalpha() and letter > _LAST_LATIN for word in foreign_words for letter in word)
    if other_script * 2 > letters:
        return True
    stop = start + len(written)
    foreign = sum(_is_foreign_word(tokens, index, start, stop) for index in range(start, stop))
    return foreign > sum(word in ENGLISH_WORDS for word in words)


def _is_foreign_word(tokens: Tokens, index: int, start: int, stop: int) -> bool:
    """Whether a word is foreign, and no acronym ("UN"), English loan, or part of a name ("Rio de Janeiro")."""
    written, lower = tokens.texts[index], tokens.lowers[index]
    if lower not in _FOREIGN or (written.isupper() and len(written) > 1):
        return False
    if index + 1 == stop:
        return True
    following = tokens.texts[index + 1]
    around = written[0].isupper() or tokens.texts[index - 1][0].isupper()
    named = index > start and following[0].isupper() and around
    return not (named or following == "-" or (lower, following.lower()) in FOREIGN_LOANS)
