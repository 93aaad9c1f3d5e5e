"""Case files: what is right is loaded, what is wrong is named with file, line and field."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarize.errors import InputError
from summarize.evaluation.cases import load_case, load_suite, selecting
from summarize.evaluation.labels import Case
from tests.conftest import ROOT
from tests.evaluation.making import LABELS, TEXT, case

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(labels: dict[str, Any] | str, name: str = "darin.yaml") -> Path:
        path = tmp_path / "cases" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(labels if isinstance(labels, str) else yaml.safe_dump(labels, sort_keys=False), "utf-8")
        return path

    return written


def _labels(**changed: Any) -> dict[str, Any]:
    return copy.deepcopy(LABELS) | changed


def _event(**changed: Any) -> dict[str, Any]:
    labels = _labels()
    labels["events"][1] |= changed
    return labels


def test_a_case_holds_its_labels_and_its_text(write: Write) -> None:
    loaded = load_case(write(_labels()))
    assert (TEXT, "darin", 4) == (loaded.text, loaded.case.id, len(loaded.case.events))
    assert "darin" == loaded.article().id


def test_one_value_can_be_written_without_a_list(write: Write) -> None:
    loaded = load_case(write(_event(type="territory_captured")))
    assert loaded.case.events[1].type == load_case(write(_event(type=["territory_captured"]))).case.events[1].type


def test_words_that_yaml_would_turn_into_something_else_stay_words(write: Write) -> None:
    text = "on: the army left on 2017-08-05, and no, none came."
    labels = f"id: on\ntext: '{text}'\norigin: no\nlicence: yes\nmade_up: true\nsplit: dev\ntags: [on, 2017-08-05]\n"
    loaded = load_case(write(labels))
    assert ("no", "yes", ("on", "2017-08-05")) == (loaded.case.origin, loaded.case.licence, loaded.case.tags)


@pytest.mark.parametrize(
    ("labels", "field", "problem"),
    [
        (_event(evidence="Nobody captured it"), "events.1.evidence.0", "does not stand in the text"),
        (_event(evidence="Salhun"), "events.1.evidence.0", "stands 2 times"),
        (_event(type="conquest"), "events.1.type.0", "not 'conquest'"),
        (_event(kind="battle"), "events.1.kind", "extra inputs are not permitted"),
        (_event(places=[{"names": "Homs"}]), "events.1.places.0.names.0", "'Homs' does not stand"),
        (_event(time={"edtf": "Tuesday", "basis": "explicit"}), "events.1.time.edtf.0", "is no date in EDTF"),
        (_event(time={"edtf": "2026", "basis": "explicit", "quote": "Sunday"}), "events.1.time.quote", "'Sunday'"),
        (
            _event(participants=[{"role": "actor", "names": "Police"}, {"role": "actor", "names": "Police"}]),
            "events.1.participants.1",
            "accepts 'Police' as does number 0",
        ),
        (_labels(figures=[{"kind": "killed", "quote": "0"}]), "figures.0.quote", "stands 2 times"),
        (_labels(figures=[{"kind": "killed", "quote": "12", "min": 3, "max": 2}]), "figures.0.min", "more than max"),
        (_labels(events=[LABELS["events"][0]] * 2), "events.1", "says the same as events.0"),
        (_labels(split="train"), "split", "not 'train'"),
        ({name: value for name, value in _labels().items() if name != "licence"}, "licence", "field required"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_field(
    write: Write, labels: dict[str, Any], field: str, problem: str
) -> None:
    path = write(labels)
    with pytest.raises(InputError) as caught:
        load_case(path)
    assert problem in caught.value.message
    where = str(caught.value.where)
    assert where.startswith(f"{path}:")
    assert where.endswith(f": {field}")


@pytest.mark.parametrize(
    ("labels", "fix"),
    [
        (_event(type="shellling"), "did you mean 'shelling'?"),
        (_event(evidnce="x"), "did you mean 'evidence'?"),
        ({name: value for name, value in _labels().items() if name != "licence"}, "add licence: …"),
        (_labels(text={"data": "news", "id": "a", "sha": "0"}), "add sha256: …"),
        (_event(evidence="Salhun"), "quote more words"),
    ],
)
def test_what_is_wrong_comes_with_what_to_do(write: Write, labels: dict[str, Any], fix: str) -> None:
    with pytest.raises(InputError) as caught:
        load_case(write(labels))
    assert fix in str(caught.value.hint)


def test_a_reference_that_is_wrong_is_no_complaint_about_a_string(write: Write) -> None:
    path = write(_labels(text={"data": "news", "id": "a", "sha256": "abc"}))
    with pytest.raises(InputError, match=r"yaml:\d+: text\.sha256: string should match pattern"):
        load_case(path)


def test_the_line_is_that_of_the_value(write: Write) -> None:
    written = yaml.safe_dump(_event(type="conquest"), sort_keys=False)
    line = next(number for number, text in enumerate(written.splitlines(), 1) if "conquest" in text)
    with pytest.raises(InputError, match=f"yaml:{line}: events.1.type"):
        load_case(write(written))


def test_a_quotation_that_nearly_stands_in_the_text_is_shown_as_it_does(write: Write) -> None:
    with pytest.raises(InputError, match="it has 'Government troops captured the town'"):
        load_case(write(_event(evidence="government troops captured the town")))


LAUGHS = "\n".join(["a0: &a0 [ha]", *(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 12))])
"""Eleven lines that stand for nine to the eleventh values."""


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("id: [", "is not YAML"),
        ("? [a]\n: b\nid: darin\n", "is not YAML: found unhashable key"),
        (LAUGHS, "with its aliases written out it has more than 100,000 values"),
        ("", "is empty"),
        ("id: a\nid: b\n", "the field 'id' stands twice"),
        ("- a\n", "valid dictionary"),
        ("id: &a [*a]", "it holds itself"),
        (f"id: {'[' * 3000}{']' * 3000}", "too much inside each other"),
    ],
)
def test_a_file_that_is_no_case_is_refused(write: Write, written: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        load_case(write(written))


def test_figures_that_stand_twice_are_told_apart_by_the_words_around_them(write: Write) -> None:
    text = "Two people died in Darin. Two people died in Qasra."
    figure = {"kind": "killed", "quote": "Two", "within": "Two people died in Qasra", "best": 2}
    loaded = load_case(write(_labels(text=text, events=[], figures=[figure])))
    assert (26, 29) == loaded.span("Two", "Two people died in Qasra")


def test_a_text_that_is_kept_elsewhere_is_found_and_checked(write: Write, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a1.txt").write_bytes(TEXT.encode())
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    path = write(_labels(text={"data": "news", "id": "a1", "sha256": digest}))
    assert TEXT == load_case(path, data=[tmp_path]).text
    (tmp_path / "news" / "a1.txt").write_text("something else", "utf-8")
    with pytest.raises(InputError, match="another version of the text"):
        load_case(path, data=[tmp_path])
    with pytest.raises(InputError, match="there is no text 'a1'"):
        load_case(path)


def test_a_suite_stops_at_the_first_problem_or_collects_them(write: Write, tmp_path: Path) -> None:
    write(_labels())
    write(_labels(), "second.yaml")
    write("id: [", "third.yaml")
    with pytest.raises(InputError, match="is taken by"):
        load_suite(tmp_path)
    suite = load_suite(tmp_path, keep_going=True)
    assert (1, 2) == (len(suite.cases), len(suite.problems))


def test_a_suite_without_cases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no case"):
        load_suite(tmp_path)


def test_the_digest_changes_with_a_label(write: Write) -> None:
    assert load_case(write(_labels())).digest != load_case(write(_event(status="claimed"))).digest


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, True),
        ({"name": "dar"}, True),
        ({"name": "qasra"}, False),
        ({"tags": ["small"]}, True),
        ({"tags": ["small", "long"]}, False),
        ({"split": "test"}, False),
    ],
)
def test_cases_are_chosen_by_id_tag_and_split(choice: dict[str, Any], expected: bool) -> None:
    assert expected is selecting(**choice)(case())


def test_the_schema_says_that_a_value_can_stand_alone() -> None:
    fields = Case.model_json_schema()["$defs"]["GoldEvent"]["properties"]
    assert {"$ref", "type"} <= {key for variant in fields["type"]["anyOf"] for key in variant}


def test_the_cases_of_this_project_can_be_loaded(data_or_none: list[Path]) -> None:
    assert load_suite(ROOT / "evals", data=data_or_none).cases
