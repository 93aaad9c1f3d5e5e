"""Capitals: words whose meaning hangs on them, such as `US` and "us" or `May` and "may", and text without them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from summarize.lexicon.grammar import word_set

ACRONYMS: Final = frozenset({"aid", "fan", "is", "it", "pace", "un", "us", "who"})
"""Words that are acronyms when written in capitals."""

NAMES: Final = word_set(
    """
    may march august turkey china polish chad jordan georgia nice reading cork bath java lima mark bill grant rose
    bush brown orange tours split sun labour
    """
)
"""Words that are names when written with a capital inside a sentence."""

_LIKE_I: Final = MappingProxyType({0x131: "i", 0x307: ""})
"""What folding leaves of the Turkish letters that count as an i where capitals do not matter."""


def folded(text: str) -> str:
    """Text in small letters, in which a pattern in small letters finds what it would find whatever the case.

    Folding once and searching so takes half the time of a search that ignores the case of every letter.
    """
    small = text.casefold()
    return small if small.isascii() else small.translate(_LIKE_I)
