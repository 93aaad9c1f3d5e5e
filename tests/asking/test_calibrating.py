"""From what a model says to what it is worth: a monotone map within 0 and 1."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarize import Summarizer, read_article
from summarize.asking.calibrating import calibrated
from summarize.models.scripted import ScriptedModel
from summarize.prompting import Sigmoid, builtin_prompt

probabilities = st.floats(0, 1)
sigmoids = st.builds(Sigmoid, slope=st.floats(0.01, 50), offset=st.floats(-50, 50))


@given(sigmoid=sigmoids, one=probabilities, other=probabilities)
def test_a_greater_probability_never_becomes_the_smaller_confidence(sigmoid: Sigmoid, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low, sigmoid) <= calibrated(high, sigmoid) <= 1


@given(probability=probabilities)
def test_slope_one_and_offset_nought_leave_a_probability_as_it_is(probability: float) -> None:
    assert pytest.approx(probability, abs=0.0006) == calibrated(probability, Sigmoid(slope=1, offset=0))


def test_the_map_is_the_logistic_function_of_the_log_odds() -> None:
    assert 0.75 == calibrated(0.5, Sigmoid(slope=2, offset=1.0986))
    assert 0.9 == calibrated(0.75, Sigmoid(slope=2, offset=0))


def test_without_a_map_there_is_no_confidence() -> None:
    assert calibrated(0.9, None) is None


def test_a_map_that_turns_the_order_round_is_refused() -> None:
    with pytest.raises(ValidationError, match="slope"):
        Sigmoid(slope=-1, offset=0)


def test_an_event_that_was_weighed_says_how_sure_it_is() -> None:
    weights = builtin_prompt("weighed").weights
    assert weights is not None
    assert weights.calibration.event is not None

    def confidence(probability: float) -> float:
        replies = [
            {"shelling": probability, "none": 1 - probability},
            {"who": "Rebels", "whom": None, "where": "Darin"},
        ]
        article = read_article("Rebels shelled the port of Darin on Monday, a monitor said.", dateline="2026-03-04")
        record = asyncio.run(Summarizer(ScriptedModel(replies, strategy="weighed")).run(article))
        found = record.events[0].confidence
        assert found is not None
        return found

    assert 0.5 < confidence(0.5) < confidence(0.99) < 1
