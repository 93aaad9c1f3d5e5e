"""JUnit XML: what CI systems are told of a run and of its gates."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from summarize.evaluation.gates import Gates, judge
from summarize.evaluation.junit import gates_junit, run_junit
from summarize.evaluation.runs import Run
from tests.evaluation.test_gates import GOOD, HALF, _result, _run


def _suite(xml: str) -> ET.Element:
    root = ET.fromstring(xml.encode())  # noqa: S314 - it was written just now
    assert "testsuites" == root.tag
    return root[0]


def _counts(suite: ET.Element) -> dict[str, str | None]:
    return {name: suite.get(name) for name in ("tests", "errors", "failures", "skipped")}


def _absent(run: Run, *names: str) -> Run:
    return Run(run.header.model_copy(update={"absent": names}), run.results, run.path)


def test_every_answer_is_a_test_and_one_that_did_not_come_an_error() -> None:
    run = _absent(_run(_result("a", GOOD), _result("b", None, error="nothing <listens>"), cases=3), "far")
    suite = _suite(run_junit(run))
    assert {"tests": "4", "errors": "2", "failures": "0", "skipped": "1"} == _counts(suite)
    assert ["a", "b", "far", "unfinished"] == [test.get("name") for test in suite]
    error = suite.find("testcase[@name='b']/error")
    assert error is not None
    assert "nothing <listens>" == error.get("message")


def test_characters_that_no_xml_can_hold_are_replaced() -> None:
    suite = _suite(run_junit(_run(_result("a", None, error="bell \x07 and half \ud800"))))
    error = suite.find("testcase/error")
    assert error is not None
    assert "bell \ufffd and half \ufffd" == error.get("message")


def _judged(run: Run, **gates: Any) -> ET.Element:
    return _suite(gates_junit(run, judge(run, Gates.model_validate(gates))))


def test_a_gate_that_does_not_hold_is_a_failure_and_one_that_was_not_measured_an_error() -> None:
    suite = _judged(HALF, strict={"event": 0.9})
    assert {"tests": "3", "errors": "0", "failures": "1", "skipped": "0"} == _counts(suite)
    empty = _judged(_run(), strict={"event": 0.9})
    assert "1" == empty.get("errors")


def test_a_gate_can_demand_that_every_case_is_here() -> None:
    run = _absent(_run(_result("a", GOOD)), "far")
    assert "0" == _judged(run).get("failures")
    assert "1" == _judged(run, absent=0).get("failures")
    assert "0" == _judged(run, absent=1).get("failures")
