"""Named tuples by the thousand: every word of a text is one, and more than one stage takes a text apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

_Named = TypeVar("_Named", bound=tuple[Any, ...])


def maker(kind: type[_Named]) -> Callable[[tuple[Any, ...]], _Named]:
    """What makes a named tuple of a plain one that has every field.

    It does what `_make` does, and nothing of it runs in Python: where a word costs a microsecond, the call of a
    constructor is a third of it.

    Args:
        kind: A subclass of `NamedTuple`.
    """
    return partial(tuple.__new__, kind)
