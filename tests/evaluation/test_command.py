"""`summarize eval` on a small suite with a scripted model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from summarize.cli import main
from summarize.cli.eval import eval_
from summarize.errors import InputError, OutputError, SettingsError
from summarize.evaluation.cases import load_case
from summarize.evaluation.runs import read_run
from summarize.evaluation.splits import split_of
from summarize.models.choice import BACKENDS
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt
from tests.evaluation.making import LABELS, TEXT
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


def test_repeated_answers_are_reported_with_their_spread(suite: Path) -> None:
    result = _live(suite, "--repeat", "2", "--pass", "0.1")
    assert "4/4 cases answered (2 cases, 2 answers each), live" in result.stdout
    assert "| pass^k, all of k pass | 1.000 | 1.000 |" in result.stdout
    assert "[4/4] qasra #2: strict F1" in result.stderr


@pytest.mark.parametrize(
    "wrong", [["--jobs", "0"], ["--repeat", "0"], ["--pass", "2"], ["--pass", "nan"], ["--resume"]]
)
def test_numbers_that_make_no_sense_are_wrong_usage(suite: Path, wrong: list[str]) -> None:
    assert isinstance(_live(suite, *wrong).exception, click.UsageError)


def test_cases_at_once_score_what_they_score_one_by_one(suite: Path) -> None:
    _live(suite, "-o", "one.jsonl", "--jobs", "1")
    _live(suite, "-o", "two.jsonl", "--jobs", "2")
    one, two = (read_run(Path(name)) for name in ("one.jsonl", "two.jsonl"))
    assert one.documents("overall") == two.documents("overall")


def test_a_run_and_its_gates_are_told_to_ci(suite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _live(suite, "-o", "a.jsonl", "--junit", "out/run.xml", "--summary", "summary.md")
    assert 'tests="2"' in Path("out/run.xml").read_text("utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    (suite / "gates.toml").write_text("")
    _eval("gate", "a.jsonl", "--gates", suite / "gates.toml", "--junit", "out/gates.xml")
    assert 'name="broken spans"' in Path("out/gates.xml").read_text("utf-8")
    told = Path("summary.md").read_text("utf-8")
    assert told.index("# small: scripted") < told.index("| broken spans | 0 |")


def test_a_summary_that_cannot_be_written_is_an_error(suite: Path) -> None:
    assert isinstance(_live(suite, "--summary", suite).exception, OutputError)


def test_a_baseline_is_run_by_its_name(suite: Path) -> None:
    result = _eval(suite, "--model", "baseline:dateline")
    assert (0, True) == (result.return_value, "# small: baseline:dateline" in result.stdout)
    assert isinstance(_eval(suite, "--model", "baseline:nothing").exception, SettingsError)


def test_a_split_that_the_rule_does_not_give_is_named_with_the_right_one(suite: Path) -> None:
    (suite / "cases" / "qasra.yaml").write_text(yaml.safe_dump(LABELS | {"id": "qasra", "split": "test"}), "utf-8")
    result = _eval("check", suite)
    assert 1 == result.return_value
    assert "split: is 'test', and the rule puts the id 'qasra' into 'dev' (write split: dev)" in result.stderr


def _far(suite: Path) -> None:
    labels = LABELS | {"id": "far", "split": split_of("far"), "text": {"data": "news", "id": "a", "sha256": "0" * 64}}
    (suite / "cases" / "far.yaml").write_text(yaml.safe_dump(labels), "utf-8")


def test_a_text_that_is_not_here_is_skipped_loudly(suite: Path) -> None:
    _far(suite)
    result = _live(suite, "-o", "a.jsonl")
    assert 0 == result.return_value
    assert "not here: 1 of 3 cases: far" in result.stderr
    assert "--data or SUMMARIZE_DATA" in result.stderr
    assert "**Not here: 1 cases**, skipped: far." in result.stdout
    assert "not here, so their quotations were not looked up: 1" in _eval("check", suite).stdout
    (suite / "gates.toml").write_text("absent = 0\n")
    assert 100 == _eval("gate", "a.jsonl", "--gates", suite / "gates.toml").return_value


@pytest.fixture
def article(suite: Path) -> Path:
    path = suite / "articles" / "darin-port.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode())
    return path


def test_a_blank_case_is_started_from_an_article(suite: Path, article: Path) -> None:
    _eval("new", article, "--blank", "--dateline", "2026-03-06", "-o", suite / "cases" / "port.yaml")
    loaded = load_case(suite / "cases" / "port.yaml", data=[suite])
    assert ("darin-port", (), split_of("darin-port")) == (loaded.case.id, loaded.case.events, loaded.case.split)
    assert "2026-03-06" == str(loaded.case.dateline)
    again = _eval("new", article, "--blank", "-o", suite / "cases" / "port.yaml")
    assert isinstance(again.exception, OutputError)


def test_a_case_is_started_with_an_answer_to_correct(suite: Path, article: Path) -> None:
    result = _eval("new", article, "--model", "scripted:x", "--dateline", "2026-03-06", "--id", "port")
    assert result.stdout.startswith("# Labels drafted by scripted:x: check each of them")
    (suite / "cases" / "port.yaml").write_text(result.stdout, "utf-8")
    loaded = load_case(suite / "cases" / "port.yaml", data=[suite])
    assert ["shelling", "displacement"] == [event.type[0].value for event in loaded.case.events]
    assert 0 == _eval("check", suite).return_value


def test_without_any_answer_there_is_no_draft(suite: Path, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = ScriptedModel([], strategy="sentence")
    monkeypatch.setitem(BACKENDS._given, "silent", lambda request: silent)
    result = _eval("new", article, "--model", "silent:x", "-o", suite / "cases" / "port.yaml")
    assert "the model gave no answer that can be used" in str(result.exception)
    assert not (suite / "cases" / "port.yaml").exists()


def test_a_case_gets_an_id_that_a_case_can_have(suite: Path, article: Path) -> None:
    odd = article.with_name("we:ird #1.txt")
    odd.write_bytes(article.read_bytes())
    _eval("new", odd, "--blank", "-o", suite / "cases" / "odd.yaml")
    assert "we_ird__1" == load_case(suite / "cases" / "odd.yaml", data=[suite]).case.id
    refused = _eval("new", odd, "--blank", "--id", "we:ird")
    assert "id cannot be 'we:ird'" in str(refused.exception)
    elsewhere = suite / "my texts" / "a.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(article.read_bytes())
    assert "data cannot be 'my texts'" in str(_eval("new", elsewhere, "--blank").exception)


def test_an_article_without_a_dateline_is_told(suite: Path, article: Path) -> None:
    assert "no dateline" in _eval("new", article, "--blank").stderr


def test_the_agreement_of_two_passes_becomes_the_ceiling_of_reports(suite: Path) -> None:
    other = suite / "passes" / "second"
    other.mkdir(parents=True)
    (other / "darin.yaml").write_text(yaml.safe_dump(LABELS | {"events": LABELS["events"][:3]}), "utf-8")
    result = _eval("agreement", suite / "cases", other, "-o", suite / "agreement.json")
    assert "| event | 0.857 | – | 0.857 | – |" in result.stdout
    assert "in one of the sets only, left out: qasra" in result.stderr
    assert "| two labellers (1 documents) | " in _live(suite).stdout


def test_behaviour_is_judged_without_labels(suite: Path) -> None:
    result = _eval("behaviour", suite, "--live", "--model", "scripted:x")
    assert 0 == result.return_value, result.output
    assert "| dateline | 2 | 0 | 0 | 0 | 0 |" in result.stdout
    assert 100 == _eval("behaviour", suite, "--model", "scripted:x").return_value


def test_an_error_of_the_suite_is_one_line_with_place_and_fix(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = yaml.safe_dump(LABELS | {"id": "odd", "events": [LABELS["events"][0] | {"type": "shellling"}]})
    (suite / "cases" / "odd.yaml").write_text(broken, "utf-8")
    assert 1 == main(["eval", str(suite), "--live", "--model", "scripted:x"])
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error:")]
    assert "odd.yaml:" in line
    assert ": events.0.type.0: " in line
    assert "did you mean 'shelling'?" in line
    assert 100 == main(["eval", str(suite), "--live", "--model", "scripted:x", "--keep-going"])
