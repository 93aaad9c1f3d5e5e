"""Whether a sentence is English enough to be read by English rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.lexicon.quantities import ENGLISH_WORDS, FOREIGN_LOANS, FOREIGN_WORDS
from summarize.lexicon.quantities_romance import HEDGE_WORDS, NOUNS
from summarize.resolving.figures.numerals import Token

_LAST_LATIN: Final = "ɏ"
ROMANCE_NOUNS: Final = frozenset(NOUNS.keys() - {"migrants"})
"""Counted nouns of other languages that are no English words."""

_FOREIGN: Final = FOREIGN_WORDS | HEDGE_WORDS | ROMANCE_NOUNS


def is_foreign(tokens: Sequence[Token]) -> bool:
    """Whether script or function words show that a sentence is not English.

    Args:
        tokens: Tokens of one sentence or phrase; without function words it passes as English.
    """
    written = [token.lower for token in tokens]
    if _FOREIGN.isdisjoint(written) and all(map(str.isascii, written)):
        return False
    words = [token.lower for token in tokens if token.word]
    letters = sum(map(len, words))
    foreign_words = (word for word in words if not word.isascii())
    other_script = sum(letter.isalpha() and letter > _LAST_LATIN for word in foreign_words for letter in word)
    if other_script * 2 > letters:
        return True
    foreign = sum(_is_foreign_word(tokens, index) for index in range(len(tokens)))
    return foreign > sum(word in ENGLISH_WORDS for word in words)


def _is_foreign_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is foreign, and no acronym ("UN"), English loan, or part of a name ("Rio de Janeiro")."""
    token = tokens[index]
    if token.lower not in _FOREIGN or (token.text.isupper() and len(token.text) > 1):
        return False
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    around = token.text[0].isupper() or tokens[index - 1].text[0].isupper()
    named = index > 0 and following.text[0].isupper() and around
    return not (named or following.text == "-" or (token.lower, following.lower) in FOREIGN_LOANS)
