"""Progress: plain lines for a log, a bar below them on a terminal."""

from __future__ import annotations

import asyncio

import pytest

from summarize.cli.eval.progress import Progress
from summarize.evaluation.baselines import Baseline
from summarize.evaluation.runs import CaseResult, Plan, answer
from tests.evaluation.making import case


@pytest.fixture(scope="module")
def result() -> CaseResult:
    return asyncio.run(answer(case(), Plan(Baseline("lead"), "small")))


def _told(result: CaseResult, capsys: pytest.CaptureFixture[str]) -> str:
    with Progress(2, "record it again: summarize eval small --record") as progress:
        progress.tell(result)
        progress.tell(result.model_copy(update={"attempt": 2, "error": "no [cassette]"}))
    return capsys.readouterr().err


def test_a_log_gets_one_line_an_answer(result: CaseResult, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = _told(result, capsys).splitlines()
    assert first.startswith("[1/2] darin: strict F1 0.")
    again = "(record it again: summarize eval small --record -k darin)"
    assert f"[2/2] darin #2: no answer: no [cassette] {again}" == second


def test_a_terminal_gets_a_bar_that_is_gone_at_the_end(
    result: CaseResult, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    told = _told(result, capsys)
    assert "2/2" in told
    assert "no answer: no [cassette]" in told
    assert told.rstrip().endswith("\x1b[2K")
