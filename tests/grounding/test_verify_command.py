"""`summarize verify`: one JSON line a quotation, and an exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summarize.cli import main
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.reading import read_article
from summarize.waiting import wait

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


def _record(text: str) -> dict[str, Any]:
    summary = wait(Summarizer(ScriptedModel([], strategy="sentence")).run(read_article(text)))
    found: dict[str, Any] = summary.model_dump(mode="json")
    return found


def test_of_several_records_the_one_of_the_article_is_checked(
    tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = _record("Rebels took Darin, the mayor said.")
    assert main(["verify", _file(tmp_path, [other, _record(TEXT)]), article]) == 0
    assert "the monitor said" in [line["quote"] for line in _lines(capsys)]
    assert main(["verify", _file(tmp_path, [other, other]), article]) == 1
    assert "none of its 2 records was made from this article" in capsys.readouterr().err


def test_every_field_is_told_also_where_another_of_the_same_words_is_misplaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The army said armyworms ate crops in Darin."
    record = _record(text)
    (source,) = record["sources"]
    source["evidence"] = [{"start": start, "end": start + 4, "text": "army"} for start in (0, 14)]
    path = tmp_path / "worms.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["verify", _file(tmp_path, record), str(path)]) == 4
    told = [line["reason"] for line in _lines(capsys) if line["status"] in ("near", "absent")]
    assert ["stands at 4, not at 0 as the record says", "sources[0].evidence[1]: begins or ends inside a word"] == told


def test_what_code_computed_is_computed_again(tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = _record(TEXT)
    assert main(["verify", _file(tmp_path, record), article]) == 0
    capsys.readouterr()
    record["figures"][0]["kind"] = "wounded"
    record["headline"] = "The army killed them all."
    assert main(["verify", _file(tmp_path, record), article]) == 4
    reasons = [line["reason"] for line in _lines(capsys) if line["status"] == "absent"]
    assert "figures[0].kind: comes out as killed" in reasons
    assert any(str(reason).startswith("headline: its fields are worded") for reason in reasons)
    assert main(["verify", "--words-only", _file(tmp_path, record), article]) == 0


def test_a_record_of_another_version_is_verified_by_its_words_only(
    tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = _record(TEXT)
    record["provenance"]["package"] = "summarize-events 0.0.1"
    assert main(["verify", _file(tmp_path, record), article]) == 1
    assert "--words-only" in capsys.readouterr().err
    assert main(["verify", "--words-only", _file(tmp_path, record), article]) == 0


def test_a_record_of_another_text_is_not_supported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "longer.txt"
    path.write_text(f"{TEXT} It rained.", encoding="utf-8")
    assert main(["verify", _file(tmp_path, _record(TEXT)), str(path)]) == 4
    told = capsys.readouterr()
    assert "document.sha256" in told.out
    assert "not the text this record was made from" in told.err


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
