"""`summarize verify`: one JSON line a quotation, and an exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.cli import main

TEXT = "At least 12 people were killed in Homs, the monitor said. The army did not comment."


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def _file(tmp_path: Path, value: object) -> str:
    path = tmp_path / "quotes.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_supported_quotations_end_with_zero(tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    quotes = ["At least twelve people", {"quote": "in Homs", "page": 3}]
    assert main(["verify", _file(tmp_path, quotes), article]) == 0
    first, second = _lines(capsys)
    assert ["quote", "status", "start", "end", "text", "reason"] == list(first)
    assert ("equivalent", 0, 18, "At least 12 people") == (first["status"], first["start"], first["end"], first["text"])
    assert ("exact", "in Homs") == (second["status"], second["text"])


@pytest.mark.parametrize("quote", ["90 people were killed", "The army did comment", "art", "", "\ud800"])
def test_an_unsupported_quotation_ends_with_four(
    tmp_path: Path, article: str, quote: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", _file(tmp_path, ["in Homs", quote]), article]) == 4
    assert [True, False] == [line["status"] == "exact" for line in _lines(capsys)]


def test_strict_refuses_a_quotation_without_its_hedge(tmp_path: Path, article: str) -> None:
    quotes = _file(tmp_path, ["12 people were killed"])
    assert (0, 4) == (main(["verify", quotes, article]), main(["verify", "--strict", quotes, article]))


@pytest.mark.parametrize("value", ["{", "[]", "[1]", '[{"text": "x"}]', '{"document": 1, "events": 2}'])
def test_a_file_that_holds_no_quotation_ends_with_one_and_one_line(
    tmp_path: Path, article: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", _file(tmp_path, value), article]) == 1
    error = capsys.readouterr().err
    assert (1, True) == (error.count("\n"), "quotes.json" in error)


def test_a_missing_article_ends_with_one(tmp_path: Path) -> None:
    assert main(["verify", _file(tmp_path, ["x"]), str(tmp_path / "missing.txt")]) == 1


def test_no_model_code_is_loaded(tmp_path: Path, article: str) -> None:
    code = (
        "import sys; from summarize.cli import main; code = main(sys.argv[1:]); "
        "print(sorted({'openai', 'instructor', 'httpx', 'xllamacpp'} & sys.modules.keys()), file=sys.stderr); "
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "verify", _file(tmp_path, ["in Homs"]), article],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stderr == "[]\n"
