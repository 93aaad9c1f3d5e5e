"""`summarize eval report` on a small suite and a run of it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from summarize.cli.eval import eval_
from summarize.errors import InputError, OutputError
from summarize.evaluation.cases import load_suite
from tests.evaluation.html.making import result_of, run_of
from tests.evaluation.making import LABELS, perfect


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of two cases in `evals`, and a run of it in `run.jsonl`."""
    monkeypatch.chdir(tmp_path)
    folder = Path("evals")
    (folder / "cases").mkdir(parents=True)
    for name in ("darin", "qasra"):
        (folder / "cases" / f"{name}.yaml").write_text(yaml.safe_dump(LABELS | {"id": name}), "utf-8")
    run = run_of([result_of(loaded, perfect(loaded)) for loaded in load_suite(folder).cases])
    lines = [run.header.model_dump_json(), *(result.model_dump_json() for result in run.results)]
    Path("run.jsonl").write_text("\n".join([*lines, ""]), "utf-8")
    return folder


def _report(*arguments: object) -> Result:
    return CliRunner().invoke(eval_, ["report", *(str(one) for one in arguments)], standalone_mode=False)


def test_the_page_is_written_beside_the_run(suite: Path) -> None:
    result = _report("run.jsonl", "--html")
    assert (0, "", "written to run.html\n") == (result.return_value, result.stdout, result.stderr)
    assert "<h3><bdi>qasra</bdi></h3>" in Path("run.html").read_text("utf-8")


def test_the_page_is_written_where_it_is_asked_for(suite: Path) -> None:
    assert 0 == _report("run.jsonl", "--html", "-o", "page.html", "--suite", suite.resolve()).return_value
    assert Path("page.html").read_text("utf-8").startswith("<!doctype html>")
    assert not Path("run.html").exists()


@pytest.mark.parametrize("arguments", [("run.jsonl", "-o", "run.jsonl"), ("run.html",)])
def test_a_run_is_not_overwritten_by_its_page(suite: Path, arguments: tuple[str, ...]) -> None:
    Path("run.html").write_text(Path("run.jsonl").read_text("utf-8"), "utf-8")
    before = Path("run.jsonl").read_text("utf-8")
    assert isinstance(_report(*arguments).exception, click.UsageError)
    assert before == Path("run.jsonl").read_text("utf-8") == Path("run.html").read_text("utf-8")


def test_a_case_whose_labels_have_changed_or_cannot_be_read_is_told_and_shown(suite: Path) -> None:
    relabelled = LABELS | {"id": "darin", "events": LABELS["events"][1:]}
    (suite / "cases" / "darin.yaml").write_text(yaml.safe_dump(relabelled), "utf-8")
    (suite / "cases" / "qasra.yaml").write_text("id: [", "utf-8")
    result = _report("run.jsonl")
    assert 0 == result.return_value
    assert "is not YAML" in result.stderr
    written = Path("run.html").read_text("utf-8")
    assert "1 case: Its labels have changed since the run" in written
    assert "1 case: Its labels are not in the suite" in written


def test_the_suite_of_another_run_is_an_error_that_says_what_to_do(suite: Path) -> None:
    for name in ("darin", "qasra"):
        (suite / "cases" / f"{name}.yaml").write_text(yaml.safe_dump(LABELS | {"id": f"other-{name}"}), "utf-8")
    error = _report("run.jsonl").exception
    assert isinstance(error, InputError)
    assert "name the suite of the run with --suite" in str(error)


def test_a_place_that_cannot_be_written_is_an_error(suite: Path) -> None:
    assert isinstance(_report("run.jsonl", "-o", "nowhere/page.html").exception, OutputError)
