"""A reported quantity, and what a hedge makes of a number."""

from __future__ import annotations

from typing import NamedTuple

from summarize.record import Approximator, FigureKind, Measure


class Quantity(NamedTuple):
    """A reported quantity.

    Attributes:
        start: Offset of its first character in the text given.
        end: Offset past its last.
        text: As written: hedge, number and counted noun.
        kind: What is counted.
        min: Lower bound.
        max: Upper bound.
        min_inclusive: Whether the lower bound itself is possible.
        max_inclusive: Whether the upper bound itself is possible.
        best: The one number the source offers, never a midpoint; None for a range or a vague numeral.
        unit: What one of it is.
        approximator: The hedge.
        measure: Flow, cumulative or stock.
        subject: Who or what is counted, as written.
        part_of: Index, in the same result, of the larger quantity it is a part of.
        former: Whether it is an earlier count that another one is held against ("up from 20").
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    min: float | None
    max: float | None
    min_inclusive: bool
    max_inclusive: bool
    best: float | None
    unit: str | None
    approximator: Approximator
    measure: Measure
    subject: str | None
    part_of: int | None = None
    former: bool = False


class Bounds(NamedTuple):
    """The interval a quantity states.

    Attributes:
        min: Lower bound.
        max: Upper bound.
        min_inclusive: Whether the lower bound itself is possible.
        max_inclusive: Whether the upper bound itself is possible.
        best: The one number offered.
    """

    min: float | None = None
    max: float | None = None
    min_inclusive: bool = True
    max_inclusive: bool = True
    best: float | None = None


def bounds_of(value: float | None, approximator: Approximator) -> Bounds:
    """What a hedge makes of one number; "about" and "an estimated" give no bound, for none is stated.

    Args:
        value: The number; None for a vague numeral.
        approximator: The hedge.
    """
    match approximator:
        case _ if value is None:
            return Bounds()
        case Approximator.MORE_THAN:
            return Bounds(min=value, min_inclusive=False, best=value)
        case Approximator.AT_LEAST:
            return Bounds(min=value, best=value)
        case Approximator.UP_TO:
            return Bounds(max=value, best=value)
        case Approximator.FEWER_THAN | Approximator.NEARLY:
            return Bounds(max=value, max_inclusive=False, best=value)
        case _:
            return Bounds(best=value)
