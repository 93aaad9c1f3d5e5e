"""Which half of a suite a case belongs to, by a rule that nobody can bend."""

from __future__ import annotations

import hashlib
from typing import Literal

Split = Literal["dev", "test"]


def split_of(id: str) -> Split:  # noqa: A002 - the label's own name for it
    """The split of a case: `dev` when the first byte of the SHA-256 of its id is even, else `test`.

    The id decides, so that nobody chooses which articles are looked at while prompts are written, and a case
    keeps its split whatever is added beside it.

    >>> split_of("000_798dc3de459ced19")
    'dev'
    """
    return "test" if hashlib.sha256(id.encode()).digest()[0] % 2 else "dev"
