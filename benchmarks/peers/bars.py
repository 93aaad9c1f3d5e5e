"""What our default is held to against the peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.evaluation.markdown import extent
from summarize.evaluation.statistics import Difference, Interval

OVERALL_AHEAD = 0.15
"""How far the overall micro-F1 has to be above that of each peer."""
FIELDS_AHEAD = ("type", "role", "source")
"""Fields in which ours has to be above each peer: event type, participant with role, source."""
SECONDS_RATIO = 1 / 2
"""Share of langextract's seconds an article that ours may take."""
WRITTEN_RATIO = 1 / 3
"""Share of langextract's tokens written an article that ours may write."""


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        name: What is held against what.
        value: What was found.
        interval: Its 95 % interval; None where nothing can be said.
        least: What it has to be at least, or more than where it is 0; None where it has an upper bound.
        most: What it may be at most.
        p: Permutation p-value of a difference.
    """

    name: str
    value: float
    interval: Interval | None
    least: float | None = None
    most: float | None = None
    p: float | None = None

    @classmethod
    def ahead(cls, name: str, found: Difference, least: float = 0.0) -> Bar:
        """A difference that has to be as large as that, or larger than 0."""
        return cls(name, found.value, found.interval, least=least, p=found.p)

    @property
    def met(self) -> bool:
        """Whether the number itself holds; the interval says how sure that is."""
        if self.least is not None:
            return self.value >= self.least if self.least else self.value > 0
        return self.most is not None and self.value <= self.most

    @property
    def sure(self) -> bool:
        """Whether its whole interval holds."""
        if self.interval is None:
            return False
        if self.least is not None:
            return self.interval.low >= self.least if self.least else self.interval.low > 0
        return self.most is not None and self.interval.high <= self.most

    def row(self) -> str:
        """A row of the table of bars."""
        signed = self.least is not None
        value = f"{self.value:+.3f}" if signed else f"{self.value:.3f}"
        bound = (f"at least {self.least:+.2f}" if self.least else "above 0") if signed else f"at most {self.most:.2f}"
        verdict = "**not met**" if not self.met else "met" if self.sure else "met, not beyond its interval"
        p = "–" if self.p is None else f"{self.p:.4f}"
        return f"| {self.name} | {value} | {extent(self.interval, '+' if signed else '')} | {p} | {bound} | {verdict} |"


def table(bars: Sequence[Bar]) -> str:
    """The bars as Markdown."""
    head = ["| ours against | found | 95 % | p | bar | |", "|---|---:|---:|---:|---|---|"]
    return "\n".join([*head, *(bar.row() for bar in bars)])
