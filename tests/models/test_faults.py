"""Waiting before the next attempt."""

from __future__ import annotations

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.models.faults import Backoff, FaultKind, fault_of, retry_after


@given(st.integers(0, 1000), st.floats(0.01, 10), st.floats(10, 100))
def test_the_wait_grows_with_the_attempts_and_never_beyond_the_cap(attempt: int, base: float, cap: float) -> None:
    seconds = Backoff(base=base, cap=cap).seconds(min(attempt, 900))
    ceiling = min(cap, base * 2.0 ** min(attempt, 900))
    assert ceiling / 2 <= seconds <= ceiling


@given(st.floats(-10, 1e9))
def test_what_the_server_asks_for_is_waited_up_to_the_cap(asked: float) -> None:
    assert min(max(asked, 0), 7.0) == Backoff(cap=7.0).seconds(0, asked)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 37.0),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str, expected: float | None) -> None:
    assert expected == retry_after({"retry-after": value}, now=784111740.0)


def test_no_header_asks_for_nothing() -> None:
    assert retry_after({}) is None


@pytest.mark.parametrize(
    "said",
    [
        "The specified schema produces a constraint that has too many states for serving.",
        "Invalid schema: The compiled grammar is too large, which would cause performance issues.",
        "Schemas contains too many parameters with union types (24 parameters with type arrays or anyOf)",
        "Invalid schema for response_format 'PassageReply': Expected at most 500 enum values in total",
    ],
)
def test_a_schema_that_a_server_finds_too_large_is_asked_for_in_another_format(said: str) -> None:
    body = {"error": {"message": said}}
    response = httpx2.Response(400, json=body, request=httpx2.Request("POST", "http://127.0.0.1:1/v1"))
    error = openai.BadRequestError(said, response=response, body=body)
    assert FaultKind.FORMAT is fault_of(error).kind
