"""The table of models, strategies and numbers of examples: which cells, how they are run, and where the table goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.table import CLOSING, OPENING, UNFINISHED, cells, main, run
from summarize.errors import InputError
from summarize.evaluation.runs import read_run
from summarize.models.catalogue import CATALOGUE
from summarize.models.choice import BACKENDS
from summarize.prompting import builtin_prompt
from summarize.strategies import STRATEGIES
from tests.conftest import ROOT
from tests.evaluation.tuning_suite import DEV, make_suite, scripted

PROMPTS = [builtin_prompt(strategy) for strategy in STRATEGIES]


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(BACKENDS._given, "scripted", scripted)
    return make_suite(tmp_path / "small")


def table(suite: Path, *arguments: object) -> Result:
    given = [str(suite), "--model", "scripted:m", *map(str, arguments)]
    return CliRunner().invoke(main, given, standalone_mode=False)


def test_every_model_is_asked_in_every_way_and_weighed_with_weights_of_its_own() -> None:
    found = cells(("a", "b"), PROMPTS, ())
    assert len(found) == len({one.name for one in found}) == len({one.file for one in found})
    of_a = [one for one in found if one.model == "a"]
    assert 2 * len(of_a) == len(found)
    for strategy in STRATEGIES:
        counts = [len(one.prompt.examples) for one in of_a if one.prompt.strategy == strategy]
        assert {0, len(builtin_prompt(strategy).examples)} <= set(counts)
    shipped = [one for one in of_a if one.prompt.strategy == "weighed" and not one.refit]
    assert [len(builtin_prompt("weighed").examples)] == [len(one.prompt.examples) for one in shipped]


def test_cells_are_run_a_line_an_article_and_the_table_is_printed(suite: Path) -> None:
    result = table(suite, "--strategy", "sentence", "--strategy", "weighed", "--examples", 1)
    assert 0 == result.return_value
    assert f"[{len(DEV)}/{len(DEV)}] scripted:m, sentence, 1 examples, dev: ghor: strict F1 " in result.stderr
    rows = [line for line in result.stdout.splitlines() if line.startswith("| scripted:m |")]
    assert [", own weights", ", shipped weights"] == [
        w for w in (", own weights", ", shipped weights") if w in str(rows)
    ]
    assert 3 == len(rows)
    assert {result.stdout.splitlines()[0].count("|")} == {row.count("|") for row in result.stdout.splitlines()}


def test_what_was_run_is_not_run_again_and_other_cells_stay_in_the_table(suite: Path) -> None:
    first = table(suite, "--strategy", "sentence", "--examples", 0, "--examples", 1, "--cells", "0 examples")
    assert (0, True) == (first.return_value, "0 examples, dev" in first.stderr)
    again = table(suite, "--strategy", "sentence", "--examples", 0, "--examples", 1, "--cells", "1 examples")
    assert "0 examples, dev" not in again.stderr
    assert 2 == again.stdout.count("| scripted:m |")


def test_a_call_ends_when_its_time_is_up_and_the_next_one_goes_on(suite: Path) -> None:
    cell = ("--strategy", "sentence", "--examples", 0)
    stopped = table(suite, *cell, "--seconds", 0)
    assert UNFINISHED == stopped.return_value
    assert "not begun" in table(suite, *cell, "--list").stdout
    assert 0 == table(suite, *cell).return_value
    listed = table(suite, *cell, "--list")
    assert (0, True) == (listed.return_value, f"{len(DEV)} of {len(DEV)} articles" in listed.stdout)


def test_a_model_without_answers_ends_too(suite: Path) -> None:
    cell = ("--model", "scripted:broken", "--strategy", "sentence", "--examples", 0)
    result = table(suite, *cell)
    assert 0 == result.return_value
    assert f"{len(DEV)} ({len(DEV)} without answer)" in result.stdout
    assert "no answer" not in table(suite, *cell).stderr, "what failed is not asked again by itself"


def test_a_sample_has_a_folder_of_its_own(suite: Path) -> None:
    assert 0 == table(suite, "--strategy", "sentence", "--examples", 0, "--sample", 2).return_value
    (run,) = (suite / "tuning" / "table-2" / "dev").iterdir()
    assert 2 == len(read_run(run).results)


def test_the_table_goes_between_its_marks_and_nothing_else_changes(suite: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{OPENING}\nold\n{CLOSING}\n\nafter\n", "utf-8")
    result = table(suite, "--strategy", "sentence", "--examples", 0, "--write", page)
    text = page.read_text("utf-8")
    assert result.stdout.strip() in text
    assert (True, True, False) == (text.startswith("before\n\n<!--"), text.endswith("-->\n\nafter\n"), "old" in text)
    page.write_text(f"{CLOSING} {OPENING}", "utf-8")
    wrong = table(suite, "--strategy", "sentence", "--examples", 0, "--write", page)
    assert isinstance(wrong.exception, InputError)


def test_the_page_on_models_has_a_place_for_it() -> None:
    page = (ROOT / "docs" / "models.md").read_text("utf-8")
    assert page.index(OPENING) < page.index(CLOSING)


def test_a_cell_that_is_not_there_is_told(suite: Path) -> None:
    assert "no cell is called like that" in str(table(suite, "--cells", "letters").exception)


def test_what_ends_the_command_is_one_line(
    suite: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    cell = [str(suite), "--model", "scripted:m", "--strategy", "sentence", "--examples", "0"]
    assert 1 == run([str(suite / "nowhere")])
    assert 2 == run([*cell, "--cells", "letters"])
    monkeypatch.setattr("evals.table.fill", interrupted)
    assert 130 == run(cell)
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert all(said in err for said in ("holds no case", "no cell is called like that", "the same command goes on"))


def test_every_model_of_the_catalogue_is_in_it() -> None:
    result = CliRunner().invoke(main, [str(ROOT / "evals"), "--list", "-o", "nowhere"], standalone_mode=False)
    assert all(f"{name}, {strategy}, " in result.stdout for name in CATALOGUE for strategy in STRATEGIES)
