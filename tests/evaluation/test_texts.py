"""Texts that are kept elsewhere: found by data set, id and hash, absent without breaking the others."""

from __future__ import annotations

import copy
import csv
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError, TextAbsent
from summarize.evaluation.cases import load_case, load_suite
from summarize.evaluation.labels import TextReference
from summarize.evaluation.splits import split_of
from summarize.evaluation.texts import find_text, places_for
from tests.evaluation.making import LABELS, TEXT

DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def _reference(**changed: Any) -> TextReference:
    return TextReference.model_validate({"data": "news", "id": "A1", "sha256": DIGEST} | changed)


def _documents(place: Path, rows: list[dict[str, Any]], name: str = "agency/documents.json") -> Path:
    path = place / "news" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def _table(place: Path, rows: list[dict[str, Any]]) -> None:
    (place / "news").mkdir(parents=True, exist_ok=True)
    with (place / "news" / "dev.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_a_text_is_found_in_the_documents_of_a_data_set_by_its_id(tmp_path: Path) -> None:
    _documents(tmp_path, [{"_id": "A0", "text": "other"}, {"_id": "A1", "title": "x", "text": TEXT}])
    found = find_text(_reference(), [tmp_path / "nowhere", tmp_path])
    assert (TEXT, tmp_path) == (found.text, found.place)


def test_a_text_is_found_in_a_table_by_its_id(tmp_path: Path) -> None:
    _table(tmp_path, [{"unit_id": "17", "article_title": "x", "article_content": TEXT}])
    assert TEXT == find_text(_reference(id="17"), [tmp_path]).text


def test_a_file_of_its_own_comes_before_a_row(tmp_path: Path) -> None:
    _documents(tmp_path, [{"_id": "A1", "text": "an older version"}])
    (tmp_path / "news" / "A1.txt").write_bytes(TEXT.encode())
    assert TEXT == find_text(_reference(), [tmp_path]).text


def test_another_version_of_a_text_is_refused_with_the_hash_it_has(tmp_path: Path) -> None:
    _documents(tmp_path, [{"_id": "A1", "text": "another version"}])
    with pytest.raises(InputError, match=hashlib.sha256(b"another version").hexdigest()):
        find_text(_reference(), [tmp_path])


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = _documents(tmp_path, [{"_id": "A2", "text": "x"}])
    os.utime(path, ns=(1, 1))
    with pytest.raises(TextAbsent):
        find_text(_reference(), [tmp_path])
    _documents(tmp_path, [{"_id": "A1", "text": TEXT}])
    assert TEXT == find_text(_reference(), [tmp_path]).text


def test_a_file_that_is_no_table_of_texts_is_named(tmp_path: Path) -> None:
    path = _documents(tmp_path, [])
    path.write_text("{", "utf-8")
    with pytest.raises(InputError, match=str(path)):
        find_text(_reference(), [tmp_path])


@pytest.mark.parametrize("changed", [{"data": "../secrets"}, {"data": "a/b"}, {"id": "../a"}, {"id": "a/b"}])
def test_a_reference_leads_into_a_folder_of_its_place_and_nowhere_else(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="pattern"):
        _reference(**changed)


def test_places_are_the_suite_what_is_named_and_what_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, named, meant = tmp_path / "project" / "evals", tmp_path / "named", tmp_path / "meant"
    monkeypatch.setenv("SUMMARIZE_DATA", str(meant))
    assert (suite, suite.parent, named, meant) == places_for(suite, [named])


def test_without_the_environment_the_shared_data_beside_the_project_is_looked_at_if_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUMMARIZE_DATA", raising=False)
    suite, beside = tmp_path / "project" / "evals", tmp_path / "shared" / "data"
    assert (suite, suite.parent) == places_for(suite)
    beside.mkdir(parents=True)
    assert (suite, suite.parent, beside) == places_for(suite)


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path / "data"))
    folder = tmp_path / "project" / "evals"
    (folder / "cases").mkdir(parents=True)
    elsewhere = copy.deepcopy(LABELS) | {"id": "far", "text": {"data": "news", "id": "A1", "sha256": DIGEST}}
    for labels in (LABELS, elsewhere):
        (folder / "cases" / f"{labels['id']}.yaml").write_text(yaml.safe_dump(labels, sort_keys=False), "utf-8")
    return folder


def test_a_case_whose_text_is_not_here_leaves_the_others(suite: Path) -> None:
    loaded = load_suite(suite)
    assert ["darin"] == [one.case.id for one in loaded.cases]
    assert (["far"], ()) == ([one.case.id for one in loaded.absent], loaded.problems)
    told = str(loaded.absent[0].error)
    assert "far.yaml:3: text: there is no text 'A1' in a folder 'news'" in told
    assert "--data or SUMMARIZE_DATA" in told


def test_a_case_whose_text_is_here_is_a_case_like_any_other(suite: Path, tmp_path: Path) -> None:
    _documents(tmp_path / "data", [{"_id": "A1", "text": TEXT}])
    loaded = load_suite(suite)
    assert (["darin", "far"], ()) == ([one.case.id for one in loaded.cases], loaded.absent)
    assert [None, tmp_path / "data"] == [one.place for one in loaded.cases]


def test_a_single_case_without_its_text_is_an_error(suite: Path) -> None:
    with pytest.raises(TextAbsent):
        load_case(suite / "cases" / "far.yaml")


def test_real_documents_are_found_by_reference(data: Path) -> None:
    path = next((data / "re3d").glob("CENTCOM/documents.json"))
    row = json.loads(path.read_text("utf-8").splitlines()[0])
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    assert row["text"] == find_text(_reference(data="re3d", id=row["_id"], sha256=digest), [data]).text
    with (data / "fa-kes" / "dev.csv").open(encoding="utf-8", newline="") as lines:
        first = next(csv.DictReader(lines))
    digest = hashlib.sha256(first["article_content"].encode()).hexdigest()
    reference = _reference(data="fa-kes", id=first["unit_id"], sha256=digest)
    assert first["article_content"] == find_text(reference, [data]).text


@given(st.text(min_size=1))
def test_the_split_is_that_of_the_first_byte_of_the_hash(name: str) -> None:
    first = int(hashlib.sha256(name.encode()).hexdigest()[:2], 16)
    assert ("dev" if first % 2 == 0 else "test") == split_of(name)
