"""`summarize eval` on a small suite with a scripted model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from summarize.cli.eval import eval_
from summarize.errors import InputError
from summarize.evaluation.splits import split_of
from summarize.models.choice import BACKENDS
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt
from tests.evaluation.making import LABELS
from tests.evaluation.test_runs import _careful


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setitem(BACKENDS._given, "scripted", lambda request: ScriptedModel(_careful, strategy="sentence"))
    folder = tmp_path / "small"
    (folder / "cases").mkdir(parents=True)
    (folder / "cases" / "darin.yaml").write_text(yaml.safe_dump(LABELS | {"split": "test"}), "utf-8")
    (folder / "cases" / "qasra.yaml").write_text(yaml.safe_dump(LABELS | {"id": "qasra"}), "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def _eval(*arguments: object) -> Result:
    return CliRunner().invoke(eval_, [str(one) for one in arguments], standalone_mode=False, catch_exceptions=True)


def _live(suite: Path, *arguments: object) -> Result:
    return _eval(suite, "--live", "--model", "scripted:x", *arguments)


def test_a_suite_is_run_reported_and_written(suite: Path) -> None:
    result = _live(suite)
    assert 0 == result.return_value
    assert "2/2 cases answered, live" in result.stdout
    assert "[1/2] darin: strict F1 0." in result.stderr
    assert 1 == len(list((suite / "runs").glob("scripted-live-*.jsonl")))


@pytest.mark.parametrize(("choice", "expected"), [(["-k", "qas"], 1), (["--split", "dev"], 1), (["--tag", "small"], 2)])
def test_cases_are_chosen(suite: Path, choice: list[str], expected: int) -> None:
    assert f"{expected}/{expected} cases answered" in _live(suite, *choice).stdout


def test_no_case_could_not_run(suite: Path) -> None:
    assert isinstance(_live(suite, "-k", "nothing").exception, InputError)


def test_replay_is_the_default_and_without_cassettes_every_case_falls_short(suite: Path) -> None:
    result = _eval(suite, "--model", "scripted:x")
    assert 100 == result.return_value
    assert "no cassette for article 'darin'" in result.stderr
    assert "--record --model scripted -k darin" in result.stderr
    assert "0/2 cases answered, replay" in result.stdout


def test_a_run_is_gated_shown_and_compared(suite: Path) -> None:
    _live(suite, "-o", "a.jsonl")
    gates = suite / "gates.toml"
    gates.write_text("[strict]\noverall = 0.2\n")
    assert 0 == _eval("gate", "a.jsonl", "--gates", gates).return_value
    gates.write_text("[strict]\noverall = 0.99\n")
    assert 100 == _eval("gate", "a.jsonl", "--gates", gates).return_value
    assert "2/2 cases answered" in _eval("show", "a.jsonl").stdout
    assert "## qasra" in _eval("show", "a.jsonl", "-k", "qas").stdout
    assert "| overall | +0.000 |" in _eval("compare", "a.jsonl", "a.jsonl").stdout


def test_a_run_is_resumed(suite: Path) -> None:
    _live(suite, "-o", "a.jsonl", "-k", "darin")
    result = _live(suite, "-o", "a.jsonl", "--resume")
    assert ("[1/1] qasra", False) == (result.stderr.partition(":")[0], "darin:" in result.stderr)
    assert "2/2 cases answered" in result.stdout


def test_a_broken_case_stops_the_run_or_makes_it_fall_short(suite: Path) -> None:
    (suite / "cases" / "broken.yaml").write_text("id: [", "utf-8")
    assert isinstance(_live(suite).exception, InputError)
    result = _live(suite, "--keep-going")
    assert 100 == result.return_value
    assert "is not YAML" in result.stderr


def test_cases_are_checked(suite: Path) -> None:
    result = _eval("check", suite)
    assert (0, "2 cases, 8 events, 4 figures; problems: 0\n") == (result.return_value, result.stdout)
    (suite / "cases" / "broken.yaml").write_text("id: [", "utf-8")
    assert 1 == _eval("check", suite).return_value


def test_a_case_that_stands_in_a_prompt_is_a_leak(suite: Path) -> None:
    example: Any = builtin_prompt("sentence").examples[0]
    leaked = LABELS | {"id": "leaked", "split": split_of("leaked"), "text": example.text, "events": [], "figures": []}
    (suite / "cases" / "leaked.yaml").write_text(yaml.safe_dump(leaked), "utf-8")
    result = _eval("check", suite)
    assert 1 == result.return_value
    assert "leaked" in result.stderr


def test_the_schema_of_a_case_is_printed(suite: Path) -> None:
    assert "events" in json.loads(_eval("check", "--schema").stdout)["properties"]
