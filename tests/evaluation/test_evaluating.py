"""A whole evaluation: which cases are run, where their recordings are, what is written."""

from __future__ import annotations

import asyncio
import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarize.errors import InputError, SettingsError
from summarize.evaluation.baselines import Baseline
from summarize.evaluation.cases import selecting
from summarize.evaluation.evaluating import Evaluation, evaluate
from summarize.evaluation.runs import Run, read_run, run_suite
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from tests.evaluation.making import LABELS, TEXT
from tests.evaluation.test_runs import NONE, _careful
from tests.models.fault_server import completion, fault_server


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite with one case of its own and one whose text is in a place of data sets."""
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path / "data"))
    folder = tmp_path / "project" / "evals"
    (folder / "cases").mkdir(parents=True)
    reference = {"data": "news", "id": "A1", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    for labels in (LABELS, copy.deepcopy(LABELS) | {"id": "far", "text": reference}):
        (folder / "cases" / f"{labels['id']}.yaml").write_text(yaml.safe_dump(labels), "utf-8")
    (tmp_path / "data" / "news").mkdir(parents=True)
    (tmp_path / "data" / "news" / "documents.json").write_text(json.dumps({"_id": "A1", "text": TEXT}), "utf-8")
    return folder


def _scripted() -> ScriptedModel:
    return ScriptedModel(_careful, strategy="sentence")


def _evaluated(suite: Path, url: str = "http://127.0.0.1:9/v1", mode: Any = "replay") -> Run:
    return evaluate(suite, model="stub", base_url=url, strategy="sentence", mode=mode)


def _recorded(suite: Path) -> None:
    with fault_server(completion(json.dumps(NONE))) as server:
        assert () == _evaluated(suite, server.url, "record").failed


def test_a_live_run_asks_about_every_text_that_is_here(suite: Path) -> None:
    run = evaluate(suite, model=_scripted(), mode="live")
    assert (["darin", "far"], ()) == ([result.id for result in run.results], run.header.absent)
    assert suite / "runs" == run.path.parent


def test_recordings_of_texts_from_elsewhere_are_kept_apart(suite: Path) -> None:
    _recorded(suite)
    own, elsewhere = suite / "cassettes", suite / "cassettes" / "elsewhere"
    assert ["darin--stub.yaml"] == [path.name for path in own.glob("*.yaml")]
    assert ["far--stub.yaml"] == [path.name for path in elsewhere.glob("*.yaml")]
    assert () == _evaluated(suite).failed


def test_a_replay_skips_and_counts_what_was_recorded_elsewhere(suite: Path) -> None:
    _recorded(suite)
    (suite / "cassettes" / "elsewhere" / "far--stub.yaml").unlink()
    run = _evaluated(suite)
    assert (["darin"], ("far",), ()) == ([result.id for result in run.results], run.header.absent, run.failed)


def test_a_replay_fails_on_a_missing_recording_of_the_suites_own_text(suite: Path) -> None:
    _recorded(suite)
    (suite / "cassettes" / "darin--stub.yaml").unlink()
    run = _evaluated(suite)
    assert ["darin"] == [result.id for result in run.failed]


def test_a_text_that_is_not_here_is_skipped_and_counted_in_every_mode(suite: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "news" / "documents.json").unlink()
    run = evaluate(suite, model=_scripted(), mode="live")
    assert (["darin"], ("far",)) == ([result.id for result in run.results], run.header.absent)


def test_when_nothing_that_was_chosen_is_here_nothing_ran(suite: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "news" / "documents.json").unlink()
    with pytest.raises(InputError, match="no case was chosen") as caught:
        evaluate(suite, model=_scripted(), mode="live", case="far")
    assert "--data" in str(caught.value.hint)


def test_what_was_not_chosen_is_not_missed(suite: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "news" / "documents.json").unlink()
    assert () == evaluate(suite, model=_scripted(), mode="live", case="darin").header.absent


def test_a_baseline_needs_neither_model_nor_recording(suite: Path) -> None:
    run = evaluate(suite, model="baseline:keyword")
    assert ("baseline:keyword", 2, ()) == (run.header.model, len(run.results), run.failed)


def test_a_suite_can_be_run_where_an_event_loop_runs_already(suite: Path) -> None:
    async def in_a_notebook() -> int:
        return len(evaluate(suite, model="baseline:lead").results)

    assert 2 == asyncio.run(in_a_notebook())


def test_repeated_answers_are_kept_each(suite: Path) -> None:
    run = evaluate(suite, model=_scripted(), mode="live", repeat=3)
    assert (2, 4, 0) == (len(run.results), len(run.repeats), run.unfinished)
    assert [{}] * 4 == [result.baselines for result in run.repeats]


def test_repeated_answers_cannot_be_recorded(suite: Path) -> None:
    with pytest.raises(SettingsError, match="one answer to each case"):
        evaluate(suite, model=_scripted(), mode="record", repeat=2)


def test_a_run_that_was_interrupted_among_its_repeats_goes_on_there(suite: Path, tmp_path: Path) -> None:
    order = Evaluation(suite, mode="live", repeat=2, select=selecting(name="darin"))
    path = tmp_path / "a.jsonl"

    async def first() -> None:
        cases, plan = order.plan(Summarizer(_scripted()), order.load())
        async for _ in run_suite(cases, plan, path):
            break

    async def rest() -> list[int]:
        cases, plan = order.plan(Summarizer(_scripted()), order.load())
        return [result.attempt async for result in run_suite(cases, plan, path, resume=True)]

    asyncio.run(first())
    assert 1 == read_run(path).unfinished
    assert [2] == asyncio.run(rest())
    assert 0 == read_run(path).unfinished


def test_the_suites_ceiling_goes_into_the_run(suite: Path) -> None:
    (suite / "agreement.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="is no agreement"):
        evaluate(suite, model="baseline:lead")


def test_no_more_cases_are_in_flight_than_jobs(suite: Path) -> None:
    for number in range(4):
        labels = LABELS | {"id": f"c{number}"}
        (suite / "cases" / f"c{number}.yaml").write_text(yaml.safe_dump(labels), "utf-8")
    assert [1, 3] == [_most_at_once(suite, jobs) for jobs in (1, 3)]


def _most_at_once(suite: Path, jobs: int) -> int:
    running, most = 0, 0

    class Slow(Baseline):
        async def run(self, article: Any) -> Any:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1
            return await super().run(article)

    async def run() -> None:
        order = Evaluation(suite, jobs=jobs)
        cases, plan = order.plan(Slow("lead"), order.load())
        async for _ in run_suite(cases, plan, suite / f"{jobs}.jsonl"):
            continue

    asyncio.run(run())
    return most
