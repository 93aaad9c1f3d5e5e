"""Several answers to each case: how often they pass, and how far they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import fmean, pstdev

from summarize.evaluation.runs import CaseResult, Run
from summarize.evaluation.scores import OVERALL
from summarize.evaluation.tallies import Counts


@dataclass(frozen=True)
class Spread:
    """How one score differs from answer to answer.

    Attributes:
        low: The lowest.
        mean: The mean.
        high: The highest.
        deviation: Standard deviation of these very answers (divided by n, not by n less 1).
    """

    low: float
    mean: float
    high: float
    deviation: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of some scores."""
        return cls(min(values), fmean(values), max(values), pstdev(values))


@dataclass(frozen=True)
class Repeats:
    """What repeating shows.

    Attributes:
        n: Answers to each case.
        cases: Cases that have that many answers and something to score.
        at_least_one: pass@k for each k from 1 to n.
        all_of_them: pass^k for each k from 1 to n.
        f1: Spread of the micro-F1 of the whole suite.
        within: Mean over cases of the standard deviation of a case's F1.
    """

    n: int
    cases: int
    at_least_one: tuple[float, ...]
    all_of_them: tuple[float, ...]
    f1: Spread
    within: float


def repeats(run: Run) -> Repeats | None:
    """What the repeated answers of a run show; None for a run without any."""
    n = run.header.repeat
    answers = [case for case in _by_case(run.attempts) if len(case) == n and None not in map(_f1, case)]
    if n == 1 or not answers:
        return None
    passed = [sum(_passes(answer, run.header.pass_mark) for answer in case) for case in answers]
    suites = [Counts.total(case[k].counts["strict"][OVERALL] for case in answers).f1 or 0.0 for k in range(n)]
    return Repeats(
        n,
        len(answers),
        tuple(fmean(at_least_one(n, count, k) for count in passed) for k in range(1, n + 1)),
        tuple(fmean(all_of_them(n, count, k) for count in passed) for k in range(1, n + 1)),
        Spread.of(suites),
        fmean(pstdev([_f1(answer) or 0.0 for answer in case]) for case in answers),
    )


def at_least_one(n: int, passed: int, k: int) -> float:
    """pass@k: chance that at least one of k answers passes, when `passed` of n did (Chen et al. 2021, eq. 1).

    >>> at_least_one(4, 1, 2)
    0.5
    """
    return 1 - comb(n - passed, k) / comb(n, k)


def all_of_them(n: int, passed: int, k: int) -> float:
    """pass^k: chance that all of k answers pass, when `passed` of n did (Yao et al. 2024, tau-bench).

    >>> all_of_them(4, 3, 2)
    0.5
    """
    return comb(passed, k) / comb(n, k)


def _by_case(attempts: Sequence[CaseResult]) -> list[list[CaseResult]]:
    found: dict[str, list[CaseResult]] = {}
    for result in sorted(attempts, key=lambda one: (one.id, one.attempt)):
        found.setdefault(result.id, []).append(result)
    return list(found.values())


def _f1(result: CaseResult) -> float | None:
    return result.counts["strict"][OVERALL].f1


def _passes(result: CaseResult, mark: float) -> bool:
    return result.error is None and (_f1(result) or 0.0) >= mark
