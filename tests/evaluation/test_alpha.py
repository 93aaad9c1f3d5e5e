"""Krippendorff's alpha against the worked examples of Krippendorff (2011)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.alpha import alpha

_ = None
BINARY = ["0100000000", "1110010010"]
"""Section A: two observers, ten units, binary."""
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
"""Section C: four observers, twelve units, missing values."""


def _units(observers: list[Any]) -> list[tuple[Any, ...]]:
    return [tuple(value for value in unit if value is not None) for unit in zip(*observers, strict=True)]


def test_two_observers_of_binary_data() -> None:
    assert 0.095 == round(alpha(_units(BINARY)) or 0, 3)


@pytest.mark.parametrize(("metric", "expected"), [("nominal", 0.743), ("interval", 0.849), ("ratio", 0.797)])
def test_four_observers_with_missing_values(metric: Any, expected: float) -> None:
    assert expected == round(alpha(_units(FOUR), metric) or 0, 3)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_who_is_called_first_does_not_matter_and_one_is_the_most(units: list[tuple[int, int]]) -> None:
    found = alpha(units)
    assert found == alpha([unit[::-1] for unit in units])
    assert found is None or found <= 1


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12).filter(lambda values: len(set(values)) > 1))
def test_perfect_agreement_is_one(values: list[int]) -> None:
    for metric in ("nominal", "interval", "ratio"):
        assert 1.0 == alpha([(value, value) for value in values], metric)


@pytest.mark.parametrize("units", [[], [("a",)], [("a", "a"), ("a", "a")]])
def test_where_nothing_could_be_told_apart_there_is_no_value(units: list[tuple[str, ...]]) -> None:
    assert alpha(units) is None
