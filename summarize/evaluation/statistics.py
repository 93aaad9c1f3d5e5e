"""How sure a score is: intervals over documents, paired differences, and the smallest difference one could see.

Documents are what is drawn, for the fillers of one document succeed and fail together. numpy and scipy do the
mathematics (extra `eval`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from summarize.evaluation.extra import require
from summarize.evaluation.tallies import Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RESAMPLES: Final = 9_999
"""Draws of a bootstrap and of a permutation test; the smallest p-value they can give is 0.0001."""
SEED: Final = 20_170_806
"""Seed of every draw: the same run gives the same interval."""
CONFIDENCE: Final = 0.95
POWER: Final = 0.8
_BATCH_CELLS: Final = 4_000_000
_TWO: Final = 2


@dataclass(frozen=True)
class Interval:
    """A confidence interval."""

    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """How two runs on the same documents differ.

    Attributes:
        value: Micro-F1 of the second less that of the first.
        interval: 95 % bootstrap interval of it; None with fewer than two documents.
        p: Permutation p-value, two-sided: how often the difference is at least as large when it is chance which run
            gave which answer.
        detectable: Smallest true difference that would be seen in 80 of 100 such suites; None with fewer than two
            documents.
    """

    value: float
    interval: Interval | None
    p: float
    detectable: float | None


def interval(documents: Sequence[Counts], *, resamples: int = RESAMPLES, seed: int = SEED) -> Interval | None:
    """95 % percentile bootstrap interval of micro-F1 over documents (Efron 1979; Efron and Tibshirani 1993, ch. 13).

    Args:
        documents: Counts of each document.
        resamples: How often documents are drawn anew.
        seed: Seed of the draws.

    Returns:
        None for fewer than two documents, of which nothing can be said, or when there is nothing to measure.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    table = _table(documents)
    if len(documents) < _TWO or not table.any():
        return None
    return _interval(_drawn(table, _f1, resamples, seed)[0])


def interval_of(
    table: Numbers, statistic: Callable[[Numbers], Numbers], *, resamples: int = RESAMPLES, seed: int = SEED
) -> Interval | None:
    """95 % percentile bootstrap interval over documents of whatever can be had from sums over them.

    Args:
        table: A row of numbers for each document.
        statistic: The value of sums of rows, whose last axis is that of the columns.
        resamples: How often documents are drawn anew.
        seed: Seed of the draws.

    Returns:
        None for fewer than two documents.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    require()
    return None if len(table) < _TWO else _interval(_drawn(table, statistic, resamples, seed)[0])


def compare(
    first: Sequence[Counts], second: Sequence[Counts], *, resamples: int = RESAMPLES, seed: int = SEED
) -> Difference:
    """Paired difference of micro-F1 between two runs.

    The interval is a paired bootstrap over documents, the p-value an approximate randomisation test that swaps the
    two answers to a document (Noreen 1989; Yeh 2000). The smallest detectable difference is
    (z(0.975) + z(0.8)) standard errors of the bootstrap, the usual two-sided power formula (Card et al. 2020 show why
    it should stand beside every comparison).

    Args:
        first: Counts of each document.
        second: Counts of the same documents in the same order.
        resamples: How often documents are drawn anew, and answers swapped.
        seed: Seed of the draws.

    Raises:
        ValueError: The runs are of different length, or empty.
        SettingsError: numpy or scipy is not installed.
    """
    if len(first) != len(second) or not first:
        raise ValueError(f"{len(first)} and {len(second)} documents cannot be compared in pairs")
    one, other = _table(first), _table(second)
    value = float(_f1(other.sum(axis=0)) - _f1(one.sum(axis=0)))
    p = _permutation_p(one, other, resamples, seed)
    if len(first) < _TWO:
        return Difference(value, None, p, None)
    both = _numpy().concatenate([one, other], axis=1)
    differences, error = _drawn(both, lambda rows: _f1(rows[..., 2:]) - _f1(rows[..., :2]), resamples, seed)
    return Difference(value, _interval(differences), p, _z_sum() * error)


def _numpy() -> Any:
    require()
    import numpy as np  # noqa: PLC0415  (the optional part)

    return np


def _table(documents: Sequence[Counts]) -> Numbers:
    """Per document twice the correct fillers, and predicted plus expected ones: micro-F1 is the ratio of their sums."""
    rows = [(2 * counts.correct, counts.predicted + counts.expected) for counts in documents]
    table: Numbers = _numpy().array(rows, dtype=float).reshape(len(rows), 2)
    return table


def _f1(sums: Numbers) -> Numbers:
    """Ratio of the sums in the last axis; 0 where nothing was predicted or expected."""
    np = _numpy()
    ratio: Numbers = np.divide(sums[..., 0], sums[..., 1], out=np.zeros(sums.shape[:-1]), where=sums[..., 1] > 0)
    return ratio


def _drawn(table: Numbers, statistic: Callable[[Numbers], Numbers], resamples: int, seed: int) -> tuple[Numbers, float]:
    """The statistic of bootstrap samples of documents, and its standard error."""
    from scipy.stats import bootstrap  # noqa: PLC0415

    numbers = _numpy().arange(len(table))
    result = bootstrap(
        (numbers,),
        lambda drawn, axis: statistic(table[drawn].sum(axis=axis - 1 if axis < 0 else axis)),
        n_resamples=resamples,
        batch=max(1, _BATCH_CELLS // table.size),
        vectorized=True,
        method="percentile",
        rng=_numpy().random.default_rng(seed),
    )
    return result.bootstrap_distribution, float(result.standard_error)


def _interval(drawn: Numbers) -> Interval:
    tail = (1 - CONFIDENCE) / 2
    low, high = _numpy().quantile(drawn, [tail, 1 - tail])
    return Interval(float(low), float(high))


def _permutation_p(one: Numbers, other: Numbers, resamples: int, seed: int) -> float:
    """Two-sided p-value; all swaps are tried where there are fewer than `resamples`.

    Swapping a single document turns the difference round, which is just as large.
    """
    from scipy.stats import permutation_test  # noqa: PLC0415

    np = _numpy()
    differing = np.flatnonzero((one != other).any(axis=1))
    if differing.size < _TWO:
        return 1.0
    pool = np.concatenate([one[differing], other[differing]])
    rest = np.delete(one, differing, axis=0).sum(axis=0)
    numbers = np.arange(len(pool))

    def difference(x: Any, y: Any, axis: int) -> Numbers:
        along = axis - 1 if axis < 0 else axis
        value: Numbers = _f1(pool[y].sum(axis=along) + rest) - _f1(pool[x].sum(axis=along) + rest)
        return value.round(12)

    result = permutation_test(
        (numbers[: len(differing)], numbers[len(differing) :]),
        difference,
        permutation_type="samples",
        n_resamples=resamples,
        batch=max(1, _BATCH_CELLS // pool.size),
        vectorized=True,
        rng=np.random.default_rng(seed),
    )
    return float(result.pvalue)


def _z_sum() -> float:
    from scipy.stats import norm  # noqa: PLC0415

    return float(norm.ppf((1 + CONFIDENCE) / 2) + norm.ppf(POWER))
