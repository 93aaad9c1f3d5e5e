"""From the probabilities of first tokens to those of answers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.models.beginnings import beginnings

ANSWERS = ("battle", "bombing", "air strike", "none")


def test_a_token_that_begins_one_answer_counts_for_it() -> None:
    found = beginnings([("bomb", math.log(0.5)), ("none", math.log(0.25))], ANSWERS)
    assert {"bombing": pytest.approx(0.5), "none": pytest.approx(0.25)} == {
        answer: math.exp(logprob) for answer, logprob in found.items()
    }


def test_several_tokens_that_begin_one_answer_add_up() -> None:
    found = beginnings([("bo", math.log(0.2)), ("bombing", math.log(0.1))], ANSWERS)
    assert pytest.approx(math.log(0.3)) == found["bombing"]


def test_a_token_that_begins_several_answers_counts_for_each_in_equal_parts() -> None:
    found = beginnings([("b", math.log(0.4))], ANSWERS)
    assert pytest.approx(math.log(0.2)) == found["battle"] == found["bombing"]


@pytest.mark.parametrize("token", ["", " ", "xyz", "battles"])
def test_a_token_that_begins_no_answer_counts_for_none(token: str) -> None:
    assert {} == beginnings([(token, -0.1)], ANSWERS)


def test_white_space_around_a_token_does_not_count() -> None:
    assert ["air strike"] == list(beginnings([(" air", -0.1)], ANSWERS))


def test_capitals_do_not_count() -> None:
    assert ["battle"] == list(beginnings([("Battle", -0.1)], ANSWERS))


@given(
    st.lists(
        st.tuples(st.sampled_from(["b", "ba", "battle", "air", "n", "none", "zzz", ""]), st.floats(-30, 0)), max_size=8
    )
)
def test_no_probability_is_made_up(tokens: list[tuple[str, float]]) -> None:
    given_out = sum(math.exp(logprob) for logprob in beginnings(tokens, ANSWERS).values())
    assert given_out <= sum(math.exp(logprob) for _, logprob in tokens) + 1e-9
