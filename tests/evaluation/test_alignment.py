from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluation.alignment import align, assign, event_weight, overlap
from summarize.evaluation.items import gold_events, predicted_events
from summarize.record import EventType
from tests.evaluation.making import case, changed, perfect

CASE = case()
PERFECT = perfect(CASE)
_WEIGHTS = st.integers(min_value=0, max_value=9)
_MATRICES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(st.lists(_WEIGHTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


def _best_by_trying(matrix: list[list[int]]) -> int:
    rows, columns = len(matrix), len(matrix[0])
    seats: list[int | None] = [*range(columns), *[None] * rows]
    return max(
        sum(0 if seat is None else matrix[row][seat] for row, seat in enumerate(seating))
        for seating in set(permutations(seats, rows))
    )


@settings(max_examples=50)
@given(_MATRICES)
def test_an_assignment_is_one_to_one_and_as_heavy_as_any(matrix: list[list[int]]) -> None:
    pairs = assign(matrix)
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    assert len(set(rows)) == len(rows)
    assert len(set(columns)) == len(columns)
    assert _best_by_trying(matrix) == sum(matrix[row][column] for row, column in pairs)
    assert all(matrix[row][column] > 0 for row, column in pairs)


def test_nothing_is_assigned_to_nothing() -> None:
    assert [] == assign([]) == assign([[], []])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(2, 6)], 1.0),
        ([(0, 10)], [(5, 25)], 0.5),
        ([(0, 10)], [(10, 20)], 0.0),
        ([(0, 10), (0, 10)], [(5, 15)], 0.5),
        ([], [(0, 10)], 0.0),
    ],
)
def test_overlap_is_the_share_of_the_smaller_one(one: Any, other: Any, expected: float) -> None:
    assert expected == overlap(one, other) == overlap(other, one)


def test_an_event_weighs_most_with_itself() -> None:
    weigh = event_weight()
    gold, predicted = gold_events(CASE), predicted_events(PERFECT)
    for theirs in gold:
        weights = {mine.path: weigh(mine, theirs) for mine in predicted}
        assert 1.0 == weights.pop(theirs.path)
        assert set(weights.values()) == {0.0}


def _aligned(record: Any, path: str) -> bool:
    gold, predicted = gold_events(CASE), predicted_events(record)
    pairs = align(predicted, gold, event_weight())
    return any(predicted[pair.predicted].path == path for pair in pairs)


def test_the_same_words_and_people_are_one_event_whatever_it_is_called() -> None:
    assert _aligned(changed(PERFECT, 0, type=EventType.TALKS), "events.0")


def test_other_words_are_one_event_when_type_people_and_place_agree() -> None:
    elsewhere = PERFECT.events[1].evidence
    assert _aligned(changed(PERFECT, 0, evidence=elsewhere), "events.0")
    assert not _aligned(changed(PERFECT, 0, evidence=elsewhere, places=(), participants=()), "events.0")


def test_the_same_words_alone_make_no_event() -> None:
    other = PERFECT.events[2]
    stranger = {"type": EventType.TALKS, "participants": other.participants, "places": other.places}
    assert not _aligned(changed(PERFECT, 0, **stranger), "events.0")
