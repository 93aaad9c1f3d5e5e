"""Runs: every case is a line, failures are rows, an interrupted run goes on."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import InputError, ModelUnavailable, SettingsError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.runs import CaseResult, Plan, Run, answer, read_run, run_suite
from summarize.evaluation.tallies import Counts
from summarize.models.base import Message
from summarize.models.openai import OpenAIModel
from summarize.models.replay import recording, replaying
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.prompting import builtin_prompt
from tests.evaluation.making import LABELS, case
from tests.models.fault_server import completion, fault_server

NONE = {"event": {"type": "none"}}
ANSWERS = {
    "Rebels": {"type": "shelling", "who": "Rebels", "whom": None, "where": "Darin"},
    "About": {"type": "displacement", "who": "families", "whom": None, "where": "Salhun"},
}


def _careful(messages: Sequence[Message], reply: type) -> str:
    chosen = next((answer for start, answer in ANSWERS.items() if messages[-1].content.startswith(start)), None)
    if chosen is None:
        return json.dumps(NONE)
    allowed = reply.model_json_schema()["$defs"]["OneEvent"]["properties"]  # type: ignore[attr-defined]
    return json.dumps({"event": {key: value for key, value in chosen.items() if key in allowed}})


def _plan(script: Any = _careful, **options: Any) -> Plan:
    return Plan(Summarizer(ScriptedModel(script, strategy="sentence")), "small", **options)


def _cases(number: int = 3) -> list[LoadedCase]:
    return [case(id=f"c{n}") for n in range(number)]


def _run(
    cases: Sequence[LoadedCase], plan: Plan, path: Path, *, stop_after: int = 99, resume: bool = False
) -> list[CaseResult]:
    async def run() -> list[CaseResult]:
        results: list[CaseResult] = []
        async with aclosing(run_suite(cases, plan, path, resume=resume)) as found:
            async for result in found:
                results.append(result)
                if len(results) == stop_after:
                    break
        await plan.summarizer.model.aclose()
        return results

    return asyncio.run(run())


def test_a_run_has_a_header_and_a_line_for_each_case(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "a.jsonl"
    results = _run(_cases(), _plan(), path)
    run = read_run(path)
    assert tuple(results) == run.results
    assert ("small", 3, "live", "scripted", "sentence") == (
        run.header.suite,
        run.header.cases,
        run.header.mode,
        run.header.model,
        run.header.strategy,
    )
    assert Summarizer(ScriptedModel([], strategy="sentence")).prompt.used == run.header.prompt
    assert (0, ()) == (run.unfinished, run.failed)


def test_what_the_model_reads_well_is_counted_as_right(tmp_path: Path) -> None:
    result = asyncio.run(answer(case(), _plan()))
    assert Counts(correct=2, missing=2) == result.counts["strict"]["event"]
    assert Counts(correct=2) == result.counts["strict"]["figure"]
    assert 0 == result.checks.broken_spans


def _unreachable(messages: Sequence[Message], reply: type) -> str:
    raise ModelUnavailable("nothing listens", where="http://127.0.0.1:9")


def _breaks(messages: Sequence[Message], reply: type) -> str:
    raise ZeroDivisionError("division by zero")


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (_unreachable, "http://127.0.0.1:9: nothing listens"),
        (_breaks, "defect: ZeroDivisionError: division by zero"),
        ([NONE], "the script has only 1 replies"),
    ],
)
def test_a_case_whose_model_fails_scores_as_empty_and_says_why(script: Any, error: str) -> None:
    result = asyncio.run(answer(case(), _plan(script)))
    assert error in str(result.error)
    assert Counts(missing=4) == result.counts["strict"]["event"]
    assert result.record is None


def test_a_failed_case_stays_in_the_denominator(tmp_path: Path) -> None:
    def second_fails(messages: Sequence[Message], reply: type) -> str:
        return _unreachable(messages, reply) if "Qasra" in messages[-1].content else _careful(messages, reply)

    short = case(id="short", text="Rebels shelled the port of Darin on Monday.", events=[], figures=[])
    path = tmp_path / "a.jsonl"
    _run([short, *_cases(1)], _plan(second_fails), path)
    run = read_run(path)
    assert ["c0"] == [result.id for result in run.failed]
    assert 4 == Counts.total(run.documents("event")).missing


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    _run(_cases(), _plan(), path, stop_after=1)
    assert 2 == read_run(path).unfinished
    with path.open("a") as lines:
        lines.write('{"kind": "case", "id": "c1", "dig')
    assert ["c1", "c2"] == [result.id for result in _run(_cases(), _plan(), path, resume=True)]
    assert 3 == len(read_run(path).results)


def test_other_line_breaks_than_a_line_feed_stand_inside_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    broken = "two\u2028or\u2029more\x85lines\x0c\r"
    (first,) = _run([case(id="a", tags=[broken])], _plan(), path)
    assert (first,) == read_run(path).results
    assert ["b"] == [result.id for result in _run([case(id="b")], _plan(), path, resume=True)]
    assert [(broken,), ("small",)] == [result.tags for result in read_run(path).results]


def test_a_case_that_failed_or_whose_labels_changed_is_run_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    _run([case(id="a"), case(id="b")], _plan(), path)
    _run([case(id="c")], _plan(_unreachable), path, resume=True)
    relabelled = case(id="b", events=LABELS["events"][:2])
    again = _run([case(id="a"), relabelled, case(id="c")], _plan(), path, resume=True)
    assert ["b", "c"] == [result.id for result in again]
    assert (3, ()) == (len(read_run(path).results), read_run(path).failed)


def test_a_run_is_not_overwritten_nor_mixed_with_another_model(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    _run(_cases(1), _plan(), path)
    with pytest.raises(InputError, match="is there already"):
        _run(_cases(1), _plan(), path)
    other = Plan(Summarizer(ScriptedModel(_careful, strategy="sentence", name="other")), "small")
    with pytest.raises(InputError, match="was run with model scripted, not other"):
        _run(_cases(1), other, path, resume=True)


def test_no_case_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no case was chosen"):
        _run([], _plan(), tmp_path / "a.jsonl")
    assert not (tmp_path / "a.jsonl").exists()


def test_without_numpy_and_scipy_no_model_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.evaluation.extra.find_spec", lambda name: None)
    plan = _plan()
    with pytest.raises(SettingsError, match=r"summarize-events\[eval\]"):
        _run(_cases(1), plan, tmp_path / "a.jsonl")
    assert isinstance(plan.summarizer.model, ScriptedModel)
    assert [] == plan.summarizer.model.requests


def test_several_cases_at_once_come_in_order_and_score_the_same(tmp_path: Path) -> None:
    _run(_cases(), _plan(), tmp_path / "one.jsonl")
    _run(_cases(), _plan(jobs=3), tmp_path / "three.jsonl")
    one, three = (read_run(tmp_path / name) for name in ("one.jsonl", "three.jsonl"))
    assert one.documents("overall") == three.documents("overall")


@pytest.mark.parametrize("written", ["", '{"kind": "case"}\n', "not JSON\n"])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(written)
    with pytest.raises(InputError, match=r"a\.jsonl"):
        read_run(path)


def _model(url: str = "http://127.0.0.1:9/v1") -> OpenAIModel:
    return OpenAIModel(name="stub", base_url=url, api_key="none", strategy="sentence", parallel=1)


def _recorded(folder: Path) -> Run:
    folder.mkdir()

    def tape(name: str, model: Any) -> Any:
        return recording(folder / "cassettes", article=name, model=model)

    (folder / "cassettes").mkdir()
    with fault_server(completion(json.dumps(NONE))) as server:
        _run(_cases(2), Plan(Summarizer(_model(server.url)), "small", "record", tape), folder / "recorded.jsonl")
    return read_run(folder / "recorded.jsonl")


def _replay(folder: Path, cases: Sequence[LoadedCase], name: str = "replayed.jsonl") -> Run:
    def tape(name: str, model: Any) -> Any:
        return replaying(folder / "cassettes", article=name, model=model)

    _run(cases, Plan(Summarizer(_model()), "small", "replay", tape), folder / name)
    return read_run(folder / name)


def test_what_was_recorded_is_replayed_without_a_server_and_scores_the_same(tmp_path: Path) -> None:
    recorded = _recorded(tmp_path / "suite")
    replayed = _replay(tmp_path / "suite", _cases(2))
    assert () == recorded.failed == replayed.failed
    assert recorded.documents("overall") == replayed.documents("overall")
    assert () == replayed.results[0].notes


def test_a_request_that_was_not_recorded_fails_its_case_even_after_others_were_answered(tmp_path: Path) -> None:
    _recorded(tmp_path / "suite")
    text = str(LABELS["text"]).replace("Police detained 12 protesters", "Police detained 12 marchers")
    events, figures = LABELS["events"][:3], LABELS["figures"][:1]
    replayed = _replay(tmp_path / "suite", [case(id="c0", text=text, events=events, figures=figures), *_cases(2)[1:]])
    assert ["c0"] == [result.id for result in replayed.failed]
    assert "marchers" in str(replayed.failed[0].error)


def test_recorded_answers_that_nobody_asked_for_are_told(tmp_path: Path) -> None:
    _recorded(tmp_path / "suite")
    text = str(LABELS["text"]).split(" Police")[0]
    events, figures = LABELS["events"][:3], LABELS["figures"][:1]
    replayed = _replay(tmp_path / "suite", [case(id="c0", text=text, events=events, figures=figures)])
    assert () == replayed.failed
    assert "detention" in replayed.results[0].notes[0]


def test_a_changed_word_of_the_prompt_fails_every_case_and_is_named(tmp_path: Path) -> None:
    _recorded(tmp_path / "suite")
    shipped = Path(builtin_prompt("sentence").origin)
    changed = tmp_path / "changed" / shipped.name
    shutil.copytree(shipped.parent, changed.parent)
    words = shipped.read_text("utf-8").rstrip().rsplit("\n", 1)
    changed.write_text(f"{words[0]}\nPlease. {words[1]}\n", "utf-8")

    def tape(name: str, model: Any) -> Any:
        return replaying(tmp_path / "suite" / "cassettes", article=name, model=model)

    plan = Plan(Summarizer(_model(), strategy="sentence", prompt=changed), "small", "replay", tape)
    results = _run(_cases(2), plan, tmp_path / "changed.jsonl")
    assert all("prompt (message" in str(result.error) for result in results)
