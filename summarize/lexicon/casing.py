"""Words whose meaning hangs on their capitals: `US` and "us", `May` and "may", `Turkey` and "turkey"."""

from __future__ import annotations

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
