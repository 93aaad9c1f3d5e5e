"""Integer counts of what was right, and the shares made from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a filler, predicted or expected."""

    CORRECT = "correct"
    WRONG = "wrong"
    """Another value was expected: one false positive and one false negative."""
    MISSING = "missing"
    """Expected and not predicted."""
    SPURIOUS = "spurious"
    """Predicted and not expected."""
    IGNORED = "ignored"
    """Optional and not predicted: counts for nothing."""


@dataclass(frozen=True)
class Counts:
    """How many fillers came out how; after the MUC scoring categories (Chinchor 1991, MUC-3 Evaluation Metrics)."""

    correct: int = 0
    wrong: int = 0
    missing: int = 0
    spurious: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.correct + other.correct,
            self.wrong + other.wrong,
            self.missing + other.missing,
            self.spurious + other.spurious,
        )

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Counts:
        """Count outcomes; what is ignored is not counted."""
        found = list(outcomes)
        return cls(
            found.count(Outcome.CORRECT),
            found.count(Outcome.WRONG),
            found.count(Outcome.MISSING),
            found.count(Outcome.SPURIOUS),
        )

    @classmethod
    def total(cls, parts: Iterable[Counts]) -> Counts:
        """The sum of counts."""
        return sum(parts, cls())

    @property
    def predicted(self) -> int:
        """Fillers that were predicted."""
        return self.correct + self.wrong + self.spurious

    @property
    def expected(self) -> int:
        """Fillers that were expected."""
        return self.correct + self.wrong + self.missing

    @property
    def precision(self) -> float | None:
        """Share of the predicted that is correct; None when there is nothing to measure, 0 when nothing was found."""
        return self._share(self.predicted)

    @property
    def recall(self) -> float | None:
        """Share of the expected that was found; None when there is nothing to measure."""
        return self._share(self.expected)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall (van Rijsbergen 1979); None when there is nothing to measure."""
        everything = self.predicted + self.expected
        return 2 * self.correct / everything if everything else None

    def _share(self, of: int) -> float | None:
        if of:
            return self.correct / of
        return 0.0 if self.predicted + self.expected else None
