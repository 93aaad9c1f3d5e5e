"""The words of a sentence as a set, by which most rules see that it has nothing for them."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=512)
def vocabulary(text: str) -> frozenset[str]:
    """Words of a text in lower case, runs of letters only; kept because several stages ask about the same sentence."""
    return frozenset(_WORD.findall(text.lower()))
