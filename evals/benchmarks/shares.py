"""Shares with their intervals, drawn over documents as everywhere in the evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.evaluation.markdown import extent, share
from summarize.evaluation.statistics import Interval, interval
from summarize.evaluation.tallies import Counts


@dataclass(frozen=True)
class Share:
    """So many of so many.

    Attributes:
        hits: What came out right.
        of: What could have.
        interval: 95 % bootstrap interval over documents; None where nothing can be said.
    """

    hits: int
    of: int
    interval: Interval | None = None

    @classmethod
    def over(cls, documents: Sequence[tuple[int, int]]) -> Share:
        """The share of all documents together, from hits and possible hits of each.

        Where everything that is not right is wrong, F1 is that share, so the interval of F1 is the one that is wanted.
        """
        hits, of = (sum(column) for column in zip(*documents, strict=True)) if documents else (0, 0)
        return cls(hits, of, interval([Counts(correct=hit, wrong=possible - hit) for hit, possible in documents]))

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None where there is nothing to measure."""
        return self.hits / self.of if self.of else None

    def cells(self) -> str:
        """Hits of possible ones, share and interval as three cells of a Markdown row."""
        return f"{self.hits}/{self.of} | {share(self.value)} | {extent(self.interval)}"
