"""Numbers as the cells of a Markdown table."""

from __future__ import annotations

from summarize.evaluation.statistics import Interval

NONE = "–"
"""What could not be measured."""


def share(value: float | None) -> str:
    """A share from 0 to 1 to the third decimal."""
    return NONE if value is None else f"{value:.3f}"


def extent(value: Interval | None, sign: str = "") -> str:
    """Both ends of an interval; with `+`, each has its sign."""
    return NONE if value is None else f"{value.low:{sign}.3f} to {value.high:{sign}.3f}"


def cell(text: str) -> str:
    """Text that cannot end its cell or its row."""
    return " ".join(text.split()).replace("|", "\\|")
