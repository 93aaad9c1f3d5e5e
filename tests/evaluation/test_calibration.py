"""Confidence held against labels: bins, errors and their laws."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluation.calibration import (
    Judged,
    bins_of,
    calibration_of,
    calibrations,
    judged,
)
from summarize.evaluation.reliability import reliability
from summarize.evaluation.report import run_report
from summarize.evaluation.scores import score
from summarize.record import Event, EventSummary, EventType, Role
from tests.evaluation.html.making import result_of, run_of
from tests.evaluation.making import case, changed, each_event, perfect

_items = st.lists(st.builds(Judged, st.just("events.0"), st.floats(0, 1), st.booleans()), min_size=1, max_size=80)


def _said(confidence: float, items: int, right: int) -> list[Judged]:
    return [Judged("events.0", confidence, number < right) for number in range(items)]


def _sure(event: Event) -> dict[str, object]:
    return {
        "confidence": 0.8,
        "participants": tuple(party.model_copy(update={"confidence": 0.7}) for party in event.participants),
        "places": tuple(place.model_copy(update={"confidence": 0.6}) for place in event.places),
    }


def _judged(record: EventSummary) -> dict[str, list[bool]]:
    found = judged(record, score(case(), record).matches)
    return {kind: [item.right for item in items] for kind, items in found.items()}


@settings(max_examples=50)
@given(items=_items)
def test_every_error_lies_between_none_and_all(items: list[Judged]) -> None:
    found = calibration_of("event", [items])
    assert 0 <= found.ece <= found.mce + 1e-12 <= 1 + 2e-12
    assert 0 <= found.brier <= 1
    assert 0 <= found.chance <= 1
    assert len(items) == sum(one.items for one in found.bins)


def test_a_confidence_that_comes_true_in_every_bin_has_no_error() -> None:
    found = calibration_of("event", [_said(0.25, 20, 5), _said(0.5, 20, 10), _said(0.9, 20, 18)])
    assert 3 == len(found.bins)
    assert pytest.approx(0, abs=1e-12) == found.ece
    assert pytest.approx(0, abs=1e-12) == found.reliability


def test_errors_are_those_worked_out_by_hand() -> None:
    found = calibration_of("event", [_said(0.6, 10, 4), _said(0.9, 10, 10)])
    assert pytest.approx((0.15, 0.2)) == (found.ece, found.mce)
    assert pytest.approx((0.75, 0.7)) == (found.confidence, found.right / found.items)
    assert pytest.approx((0.4 * 0.16 + 0.6 * 0.36 + 0.01) / 2) == found.brier
    assert [(0.5, 20, 14), (0.7, 10, 10), (0.9, 10, 10)] == [(one.least, one.items, one.right) for one in found.kept]


@settings(max_examples=50)
@given(shares=st.lists(st.tuples(st.floats(0, 1), st.integers(10, 20), st.integers(0, 10)), min_size=1, max_size=5))
def test_the_parts_of_the_brier_score_add_up_where_a_bin_says_one_thing(shares: list[tuple[float, int, int]]) -> None:
    found = calibration_of("event", [_said(*share) for share in {share[0]: share for share in shares}.values()])
    if all(one.low == one.high for one in found.bins):
        parts = found.reliability - found.resolution + found.uncertainty
        assert pytest.approx(parts, abs=1e-9) == found.brier


@given(items=_items)
def test_bins_part_the_items_in_order_and_never_part_equals(items: list[Judged]) -> None:
    bins = bins_of(items)
    assert all(one.high < other.low for one, other in pairwise(bins))
    assert all(one.low <= one.confidence + 1e-12 and one.confidence <= one.high + 1e-12 for one in bins)


def test_bins_hold_equally_many_items() -> None:
    items = [Judged("events.0", number / 200, True) for number in range(200)]
    assert [20] * 10 == [one.items for one in bins_of(items)]


def test_few_items_make_few_bins() -> None:
    assert 1 == len(bins_of([Judged("events.0", number / 15, True) for number in range(15)]))


def test_the_interval_of_a_share_is_wilsons() -> None:
    (one,) = calibration_of("event", [_said(0.5, 10, 10)]).bins
    assert pytest.approx((0.7225, 1.0), abs=1e-4) == (one.interval.low, one.interval.high)


def test_intervals_are_drawn_over_documents() -> None:
    assert calibration_of("event", [_said(0.5, 20, 10)]).brier_interval is None
    same = calibration_of("event", [_said(0.6, 10, 6)] * 5)
    assert same.ece_interval is not None
    assert pytest.approx(0, abs=1e-12) == same.ece_interval.high
    apart = calibration_of("event", [_said(0.6, 10, 10), _said(0.6, 10, 2)] * 3)
    assert apart.ece_interval is not None
    assert apart.ece_interval.high > 0.1


def test_an_event_is_right_when_its_type_is() -> None:
    record = each_event(perfect(case()), _sure)
    assert [True] * 4 == _judged(record)["event"]
    assert [True, False, True, True] == _judged(changed(record, 1, type=EventType.BATTLE))["event"]


def test_participants_and_places_are_looked_at_in_right_events_only() -> None:
    record = each_event(perfect(case()), _sure)
    assert [True] * 6 == _judged(record)["participant"]
    wrong = changed(record, 1, type=EventType.BATTLE)
    assert ([True] * 4, [True] * 3) == (_judged(wrong)["participant"], _judged(wrong)["place"])
    first = record.events[1].participants[0].model_copy(update={"role": Role.RECIPIENT})
    swapped = changed(record, 1, participants=(first, *record.events[1].participants[1:]))
    assert [True, False, True, True, True, True] == _judged(swapped)["participant"]


def test_what_has_no_confidence_is_not_counted() -> None:
    assert {"event": [], "participant": [], "place": []} == _judged(perfect(case()))


def test_a_report_shows_the_confidence_of_what_has_one() -> None:
    loaded = case()
    sure = run_of([result_of(loaded, each_event(perfect(loaded), _sure))])
    assert ["event", "participant", "place"] == [found.kind for found in calibrations(sure)]
    report = run_report(sure)
    assert "Confidence of 4 events: on average 0.800, right are 1.000. Expected calibration error 0.200" in report
    assert "| 0.700 to 0.700 | 6 | 0.700 | 1.000 |" in report
    assert "| 0.9 | 0 | – | 0.000 |" in report


def test_a_report_of_what_has_no_confidence_does_not_speak_of_it() -> None:
    run = run_of([result_of(case(), perfect(case())), result_of(case(id="gone"), None, "no answer")])
    assert [] == list(reliability(run))
    assert "onfidence" not in run_report(run)
