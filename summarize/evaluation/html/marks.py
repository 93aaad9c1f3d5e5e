"""An article cut into pieces wherever something that is marked begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

State = Literal["correct", "wrong", "missing", "spurious", "ignored"]
"""What became of an event or figure with all it holds; `wrong` when it was found and something in it is not right."""
STATES: tuple[State, ...] = ("missing", "spurious", "wrong", "correct", "ignored")
"""Every state, the one that is to be seen first where several events are told by the same words."""


@dataclass(frozen=True)
class Mark:
    """Words of the article that an event or figure was read from.

    Attributes:
        start, end: Half-open code point offsets.
        number: Number of the event or figure among those of its case.
        state: What became of it; None for the words of one of its values.
    """

    start: int
    end: int
    number: int
    state: State | None = None


@dataclass(frozen=True)
class Piece:
    """Words of the article that are marked alike.

    Attributes:
        text: The words.
        state: State of the event they report; None where they report none.
        events: Numbers of the events and figures they report.
        values: Numbers of those they fill a value of.
        begins: Numbers of those that words begin to report here.
        anchors: Numbers of those that are reported here for the first time.
    """

    text: str
    state: State | None
    events: tuple[int, ...]
    values: tuple[int, ...]
    begins: tuple[int, ...]
    anchors: tuple[int, ...]


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a text at the ends of its marks; marks that reach beyond it are cut off with it."""
    told = [mark for mark in marks if mark.state is not None]
    first = {mark.number: mark.start for mark in sorted(told, key=lambda mark: mark.start, reverse=True)}
    cuts = sorted({0, len(text), *(min(cut, len(text)) for mark in marks for cut in (mark.start, mark.end))})
    return tuple(_piece(text[start:end], start, marks, first) for start, end in pairwise(cuts))


def _piece(text: str, start: int, marks: Iterable[Mark], first: Mapping[int, int]) -> Piece:
    over = [mark for mark in marks if mark.start <= start < mark.end]
    told = [mark for mark in over if mark.state is not None]
    begins = _numbers(mark for mark in told if mark.start == start)
    return Piece(
        text,
        min((mark.state for mark in told if mark.state), key=STATES.index, default=None),
        _numbers(told),
        _numbers(mark for mark in over if mark.state is None),
        begins,
        tuple(number for number in begins if first[number] == start),
    )


def _numbers(marks: Iterable[Mark]) -> tuple[int, ...]:
    return tuple(sorted({mark.number for mark in marks}))
