"""Intervals and tests, checked against what is known of them."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from summarize.evaluation.statistics import Interval, compare, interval
from summarize.evaluation.tallies import Counts

_RESAMPLES = 999


def _documents(seed: int, number: int, right: float, *, spread: float = 0.0) -> list[Counts]:
    """Documents of ten fillers each; every document has a chance of its own around `right`."""
    random = np.random.default_rng(seed)
    chances = np.clip(random.normal(right, spread, number), 0, 1)
    return [Counts(correct=int(found), wrong=10 - int(found)) for found in random.binomial(10, chances)]


def test_an_interval_holds_the_score_and_is_the_same_every_time() -> None:
    documents = _documents(1, 40, 0.6, spread=0.2)
    found = interval(documents)
    assert found is not None
    assert found.low < (Counts.total(documents).f1 or 0) < found.high
    assert found == interval(documents)


def test_more_documents_make_a_narrower_interval() -> None:
    few, many = (interval(_documents(1, number, 0.6, spread=0.2)) for number in (20, 320))
    assert few is not None
    assert many is not None
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(4, rel=0.35)


@pytest.mark.parametrize("documents", [[], [Counts(correct=3)], [Counts(), Counts()]])
def test_of_one_document_or_nothing_there_is_no_interval(documents: list[Counts]) -> None:
    assert interval(documents) is None


def test_documents_that_are_all_right_have_no_spread() -> None:
    assert Interval(1.0, 1.0) == interval([Counts(correct=2), Counts(correct=5)])


def test_a_run_does_not_differ_from_itself() -> None:
    documents = _documents(1, 30, 0.6)
    found = compare(documents, documents)
    assert (0.0, 1.0, Interval(0.0, 0.0)) == (found.value, found.p, found.interval)


def test_the_p_value_of_few_documents_is_that_of_all_swaps() -> None:
    first, second = _documents(1, 6, 0.5), _documents(2, 6, 0.7)
    one, other = (np.array([counts.correct for counts in run]) for run in (first, second))
    signs = np.array(list(product([1, -1], repeat=6)))
    differences = (signs * (other - one)).sum(axis=1)
    seen = (other - one).sum()
    expected = 2 * min((differences >= seen).mean(), (differences <= seen).mean())
    assert compare(first, second).p == pytest.approx(min(1.0, float(expected)))


def test_a_clear_difference_is_seen_and_is_larger_than_the_smallest_to_be_seen() -> None:
    found = compare(_documents(1, 100, 0.4), _documents(2, 100, 0.6))
    assert found.p < 0.001
    assert found.interval is not None
    assert found.interval.low > 0
    assert found.detectable is not None
    assert 0 < found.detectable < found.value


def test_turning_a_comparison_round_turns_its_sign() -> None:
    first, second = _documents(1, 50, 0.5), _documents(2, 50, 0.55)
    there, back = compare(first, second), compare(second, first)
    assert there.value == pytest.approx(-back.value)
    assert there.p == pytest.approx(back.p, abs=0.01)


def test_runs_of_different_length_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        compare([Counts()], [])


def _micro(pool: Any) -> float:
    return float(Counts.total(pool).f1 or 0)


@pytest.mark.slow
def test_the_interval_covers_the_truth_about_95_times_in_100() -> None:
    truth = _micro(_documents(10**6, 200_000, 0.6, spread=0.2))
    found = [interval(_documents(seed, 60, 0.6, spread=0.2), resamples=_RESAMPLES) for seed in range(400)]
    covered = sum(one is not None and one.low <= truth <= one.high for one in found) / len(found)
    print(f"\ncoverage of the 95 % interval, 60 documents, 400 simulations: {covered:.3f}")  # noqa: T201
    assert covered == pytest.approx(0.95, abs=0.035)


@pytest.mark.slow
def test_without_a_difference_one_p_value_in_twenty_is_below_0_05() -> None:
    pairs = ((_documents(2 * n, 40, 0.6, spread=0.2), _documents(2 * n + 1, 40, 0.6, spread=0.2)) for n in range(400))
    p = np.array([compare(one, other, resamples=_RESAMPLES).p for one, other in pairs])
    print(f"\nshare of p-values below 0.05 without a difference: {(p < 0.05).mean():.3f}")  # noqa: T201
    assert (p < 0.05).mean() == pytest.approx(0.05, abs=0.03)
    assert p.mean() == pytest.approx(0.5, abs=0.06)


@pytest.mark.slow
def test_the_smallest_difference_to_be_seen_is_seen_four_times_in_five() -> None:
    first = [_documents(2 * seed, 60, 0.5, spread=0.15) for seed in range(200)]
    detectable = float(
        np.mean([compare(one, _documents(2 * n + 1, 60, 0.5, spread=0.15)).detectable for n, one in enumerate(first)])
    )
    better = (_documents(2 * seed + 1, 60, 0.5 + detectable, spread=0.15) for seed in range(200))
    seen = np.mean(
        [compare(one, other, resamples=_RESAMPLES).p < 0.05 for one, other in zip(first, better, strict=True)]
    )
    print(f"\npower at the smallest detectable difference ({detectable:.3f}): {seen:.3f}")  # noqa: T201
    assert seen == pytest.approx(0.8, abs=0.09)
