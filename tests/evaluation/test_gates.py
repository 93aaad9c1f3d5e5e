from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import InputError
from summarize.evaluation.checks import Checks
from summarize.evaluation.gates import Gates, Verdict, judge, read_gates, verdict
from summarize.evaluation.report import case_report, comparison, gates_report, run_report
from summarize.evaluation.runs import CaseResult, Plan, Run
from summarize.evaluation.scores import VIEWS, score
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.record import EventSummary
from tests.evaluation.making import case, perfect

HEADER = Plan(Summarizer(ScriptedModel([], strategy="sentence")), "small").header


def _result(name: str, record: EventSummary | None, **changed: Any) -> CaseResult:
    loaded = case(id=name)
    found = score(loaded, record)
    counts = {view: found.table(view) for view in VIEWS}
    plain = CaseResult(
        id=name, digest=loaded.digest, split="dev", counts=counts, errors=dict(found.errors), matches=found.matches
    )
    return plain.model_copy(update=changed)


def _run(*results: CaseResult, cases: int | None = None, name: str = "a.jsonl") -> Run:
    return Run(HEADER(len(results) if cases is None else cases), results, Path(name))


def _half(record: EventSummary) -> EventSummary:
    return record.model_copy(update={"events": record.events[:2]})


GOOD = perfect(case())
PERFECT = _run(_result("a", GOOD), _result("b", GOOD))
HALF = _run(_result("a", _half(GOOD)), _result("b", _half(GOOD)), name="b.jsonl")


def _verdict(run: Run, **gates: Any) -> Verdict:
    return verdict(run, judge(run, Gates.model_validate(gates)))


def test_the_verdicts_are_the_exit_codes() -> None:
    assert [0, 1, 100] == [code.value for code in (Verdict.PASSED, Verdict.NOT_RUN, Verdict.FELL_SHORT)]


def test_a_run_that_holds_every_gate_passes() -> None:
    assert Verdict.PASSED is _verdict(PERFECT, strict={"overall": 1.0, "event": 1.0}, lenient={"time": 1.0})


def test_a_score_below_its_floor_falls_short() -> None:
    assert Verdict.FELL_SHORT is _verdict(HALF, strict={"event": 0.7})
    assert Verdict.PASSED is _verdict(HALF, strict={"event": 0.6})


def test_a_case_without_an_answer_falls_short_whatever_the_scores() -> None:
    run = _run(_result("a", GOOD), _result("b", None, error="nothing listens"))
    assert Verdict.FELL_SHORT is _verdict(run)
    assert Verdict.PASSED is _verdict(run, failed=1)


def test_a_case_that_was_never_reached_falls_short() -> None:
    assert Verdict.FELL_SHORT is _verdict(_run(_result("a", GOOD), cases=2))


def test_a_broken_span_falls_short() -> None:
    run = _run(_result("a", GOOD, checks=Checks(spans=9, broken_spans=1)))
    assert Verdict.FELL_SHORT is _verdict(run)


def test_nothing_ran_is_never_a_pass() -> None:
    assert Verdict.NOT_RUN is _verdict(_run())


def test_a_floor_under_what_was_not_measured_is_no_pass() -> None:
    loaded = case(events=[], figures=[])
    found = score(loaded, GOOD.model_copy(update={"events": (), "figures": ()}))
    counts = {view: found.table(view) for view in VIEWS}
    empty = _run(_result("a", None, counts=counts))
    assert Verdict.NOT_RUN is _verdict(empty, strict={"event": 0.5})


def test_falling_behind_the_baseline_falls_short_only_when_it_is_no_chance(tmp_path: Path) -> None:
    many = [_result(f"c{n}", GOOD) for n in range(8)]
    path = tmp_path / "baseline.jsonl"
    lines = [HEADER(8).model_dump_json(), *(result.model_dump_json() for result in many)]
    path.write_text("".join(f"{line}\n" for line in lines))
    worse = _run(*(_result(f"c{n}", _half(GOOD)) for n in range(8)))
    once = _run(_result("c0", _half(GOOD)), *many[1:])
    baseline = {"run": path, "tolerance": 0.02}
    assert Verdict.FELL_SHORT is _verdict(worse, baseline=baseline)
    assert Verdict.PASSED is _verdict(once, baseline=baseline)
    assert Verdict.PASSED is _verdict(worse, baseline=baseline | {"tolerance": 0.5})
    strangers = _run(_result("other", GOOD))
    assert Verdict.NOT_RUN is _verdict(strangers, baseline=baseline)


@pytest.mark.parametrize(("others", "value"), [(5, None), (4, 0)])
def test_a_baseline_that_shares_few_cases_measures_nothing(tmp_path: Path, others: int, value: float | None) -> None:
    path = tmp_path / "baseline.jsonl"
    before = [_result(f"c{n}", GOOD) for n in range(4)]
    path.write_text("".join(f"{line.model_dump_json()}\n" for line in (HEADER(4), *before)))
    run = _run(*before, *(_result(f"d{n}", GOOD) for n in range(others)))
    gate = judge(run, Gates.model_validate({"baseline": {"run": path}}))[-1]
    assert (value, f"over 4 of {4 + others} cases") == (gate.value, gate.name.rpartition(", ")[2])


def test_a_gates_file_names_its_baseline_from_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "gates.toml"
    path.write_text('failed = 1\n[strict]\noverall = 0.5\n[baseline]\nrun = "baselines/a.jsonl"\n')
    gates = read_gates(path)
    assert (1, {"overall": 0.5}) == (gates.failed, gates.strict)
    assert gates.baseline is not None
    assert tmp_path / "baselines" / "a.jsonl" == gates.baseline.run


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("[strict]\nevnt = 0.5\n", "there is no field 'evnt'"),
        ("[strict]\nevent = 1.5\n", "less than or equal to 1"),
        ("fail = 1\n", "Extra inputs"),
        ("failed =\n", "cannot be read"),
        ('[baseline]\nrun = "a.jsonl"\nfield = "evnt"\n', "there is no field 'evnt'"),
        (f"failed = {'[' * 3000}{']' * 3000}\n", "too much inside each other"),
    ],
)
def test_a_gates_file_that_is_wrong_is_refused(tmp_path: Path, written: str, problem: str) -> None:
    path = tmp_path / "gates.toml"
    path.write_text(written)
    with pytest.raises(InputError, match=problem):
        read_gates(path)


def test_a_report_shows_scores_errors_and_failures() -> None:
    run = _run(_result("a", _half(GOOD)), _result("b", None, error="nothing listens", notes=("look here",)), cases=3)
    told = run_report(run)
    assert "1/3 cases answered" in told
    assert "| event | 1.000 | 0.250 | 0.400 |" in told
    assert "| missed | 6 | b (4), a (2) |" in told
    assert "- b: nothing listens" in told
    assert "- 1 chosen cases were never reached" in told
    assert "- b: look here" in told


def test_a_report_of_nothing_shows_no_numbers() -> None:
    assert "| event | – | – | – | – | – | – | 0 | 0 | 0 | 0 |" in run_report(_run())


def test_a_comparison_shows_the_difference_and_what_was_left_out() -> None:
    second = replace(PERFECT, results=(*PERFECT.results, _result("c", GOOD)))
    told = comparison(HALF, second)
    assert "2 cases with the same labels in both, 1 left out" in told
    assert "| event | +0.333 | +0.333 to +0.333 |" in told


def test_a_case_report_lists_what_was_not_right() -> None:
    told = case_report(_result("a", _half(GOOD)))
    assert "| event | – | events.2 | missing | missing | not found |" in told
    assert "correct |" not in told


def test_gates_are_shown_with_what_was_found() -> None:
    told = gates_report(judge(HALF, Gates.model_validate({"strict": {"event": 0.9}})))
    assert "| strict F1 of event | 0.6667 | at least 0.9 | **fell short** |" in told
