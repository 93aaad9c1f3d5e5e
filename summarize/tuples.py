"""A text taken apart quickly: every stage that looks at words makes a named tuple of each, by a pattern of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

_Named = TypeVar("_Named", bound=tuple[Any, ...])


class Cut(NamedTuple):
    """A text cut into the words of a pattern and what stands between them.

    Attributes:
        starts: Where each word starts, and the end of the text.
        ends: One past the end of each word.
        words: The words themselves.
        gaps: What stands before each word, and behind the last.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    gaps: list[str]


def cut(pattern: re.Pattern[str], text: str, offset: int = 0) -> Cut:
    """Cuts a text into words.

    The same as `finditer`, in a third of the time: no match is made for a word, and no offset is asked of one.

    Args:
        pattern: What a word is; all of it is in one group, and there is no other group.
        text: The text.
        offset: Where the text starts, in what offsets count in.
    """
    pieces = pattern.split(text)
    edges = list(accumulate(map(len, pieces), initial=offset))
    return _cut((edges[1::2], edges[2::2], pieces[1::2], pieces[::2]))


def maker(kind: type[_Named]) -> Callable[[tuple[Any, ...]], _Named]:
    """What makes a named tuple of a plain one that has every field.

    It does what `_make` does, and nothing of it runs in Python: where a word costs a microsecond, the call of a
    constructor is a third of it.

    Args:
        kind: A subclass of `NamedTuple`.
    """
    return partial(tuple.__new__, kind)


_cut = maker(Cut)
