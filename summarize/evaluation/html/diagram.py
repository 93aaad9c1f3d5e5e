"""Where the points of a reliability diagram lie (Murphy and Winkler 1977; DeGroot and Fienberg 1983)."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.evaluation.calibration import Calibration
from summarize.evaluation.reliability import summed_up

SIDE = 240
"""Side of the square from 0 to 1, in units of the drawing."""
LEFT = 40
TOP = 12


@dataclass(frozen=True)
class Point:
    """A bin in the drawing.

    Attributes:
        x, y: Mean confidence, and share that is right.
        low, high: Ends of the interval of that share, as y; low is further down.
    """

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True)
class Diagram:
    """A reliability diagram with what it shows."""

    found: Calibration
    points: tuple[Point, ...]

    @property
    def told(self) -> str:
        """The errors in sentences."""
        return summed_up(self.found)

    @property
    def ticks(self) -> tuple[tuple[str, float, float], ...]:
        """Labels of both axes with their place on each."""
        return tuple((f"{value:g}", x(value), y(value)) for value in (0, 0.25, 0.5, 0.75, 1))


def diagram(found: Calibration) -> Diagram:
    """The drawing of a calibration."""
    return Diagram(
        found,
        tuple(Point(x(one.confidence), y(one.right), y(one.interval.low), y(one.interval.high)) for one in found.bins),
    )


def x(value: float) -> float:
    """A confidence, from 0 to 1, from left to right."""
    return round(LEFT + SIDE * value, 1)


def y(value: float) -> float:
    """A share, from 0 to 1, from the bottom to the top."""
    return round(TOP + SIDE * (1 - value), 1)
