"""Agreement of two labellers: the same in both directions, and lowered by what they differ in."""

from __future__ import annotations

import copy
import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.evaluation.agreement import agree, load_pass, paired_cases
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.ceiling import read_ceiling
from summarize.evaluation.items import FIELDS
from summarize.evaluation.scores import OVERALL
from tests.evaluation.making import LABELS, case


def _labelled(number: int = 0, **changed: Any) -> LoadedCase:
    labels = copy.deepcopy(LABELS["events"])
    labels[number] |= changed
    return case(events=labels)


def _f1(mine: LoadedCase, theirs: LoadedCase, field: str, view: Any = "strict") -> float | None:
    return agree([(mine, theirs)]).fields[view][field].f1


@pytest.mark.parametrize("field", [*FIELDS, OVERALL])
def test_two_equal_sets_of_labels_agree_in_everything(field: str) -> None:
    assert 1.0 == _f1(case(), case(), field)


def test_another_type_lowers_the_type_and_nothing_else() -> None:
    other = _labelled(type="bombing")
    assert 0.75 == _f1(case(), other, "type")
    assert 1.0 == _f1(case(), other, "type", "lenient") == _f1(case(), other, "event") == _f1(case(), other, "time")


def test_an_alternative_that_one_of_them_allows_is_agreement() -> None:
    assert 1.0 == _f1(_labelled(type=["bombing", "shelling"]), case(), "type")


def test_what_either_marks_as_optional_costs_nothing_where_the_other_leaves_it_out() -> None:
    fewer = case(events=LABELS["events"][1:])
    assert 1.0 == _f1(_labelled(optional=True), fewer, OVERALL) == _f1(fewer, _labelled(optional=True), OVERALL)
    party = [{"role": "actor", "names": "Rebels", "optional": True}]
    without = _labelled(participants=[])
    assert (
        1.0
        == _f1(_labelled(participants=party), without, "role")
        == _f1(without, _labelled(participants=party), "role")
    )


def test_optional_values_that_differ_cost_only_the_one_who_requires_them() -> None:
    role, optional = [{"role": "actor", "names": "Rebels"}], [{"role": "affected", "names": "Rebels", "optional": True}]
    required = [{"role": "affected", "names": "Rebels"}]
    both = _f1(_labelled(participants=role), _labelled(participants=required), "role")
    one = _f1(_labelled(participants=role), _labelled(participants=optional), "role")
    assert both is not None
    assert one is not None
    assert both < one < 1


_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["shelling", "bombing", "talks", ["air_strike", "shelling"]]),
        "status": st.sampled_from(["reported", "claimed"]),
        "optional": st.booleans(),
        "participants": st.sampled_from([[], [{"role": "recipient", "names": "Rebels", "optional": True}]]),
        "places": st.sampled_from([[], [{"names": "Salhun"}], [{"names": "Darin", "optional": True}]]),
    },
)


@settings(max_examples=40)
@given(_CHANGES, _CHANGES, st.integers(0, 3), st.integers(0, 3))
def test_agreement_is_the_same_in_both_directions(one: dict[str, Any], other: dict[str, Any], m: int, n: int) -> None:
    mine, theirs = _labelled(m, **one), _labelled(n, **other)
    assert agree([(mine, theirs)]).fields == agree([(theirs, mine)]).fields


def test_the_type_of_events_that_both_found_has_its_alpha_and_so_have_the_counts() -> None:
    perfect = agree([(case(), case())])
    assert (1.0, None) == (perfect.alpha_type, perfect.alpha_events)
    assert (agree([(case(), _labelled(type="talks"))]).alpha_type or 0) < 1
    shorter = case(events=LABELS["events"][:2])
    assert 1.0 == agree([(case(), case()), (shorter, shorter)]).alpha_events


def test_intervals_are_over_documents() -> None:
    pairs = [(case(), case()), (case(), _labelled(type="talks", participants=[], places=[]))]
    overall = agree(pairs).fields["strict"][OVERALL]
    assert overall.f1 is not None
    assert (overall.low or 0) < overall.f1 < (overall.high or 0)


def _written(folder: Path, labels: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{labels['id']}.yaml").write_text(yaml.safe_dump(labels, sort_keys=False), "utf-8")
    return folder


def test_passes_in_the_folders_of_a_suite_find_its_articles(tmp_path: Path) -> None:
    text = str(LABELS["text"])
    (tmp_path / "evals" / "articles").mkdir(parents=True)
    (tmp_path / "evals" / "articles" / "darin.txt").write_bytes(text.encode())
    reference = {"data": "articles", "id": "darin", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    first = _written(tmp_path / "evals" / "passes" / "first", LABELS | {"text": reference})
    second = _written(tmp_path / "evals" / "passes" / "second", LABELS | {"text": reference})
    assert 1 == agree(paired_cases(load_pass(first), load_pass(second))).documents


def test_sets_without_a_common_case_or_with_other_texts_are_refused(tmp_path: Path) -> None:
    first = _written(tmp_path / "first", LABELS)
    other = _written(tmp_path / "other", LABELS | {"id": "qasra"})
    with pytest.raises(InputError, match="in both sets"):
        paired_cases(load_pass(first), load_pass(other))
    longer = _written(tmp_path / "longer", LABELS | {"text": f"{LABELS['text']} More."})
    with pytest.raises(InputError, match="has another text"):
        paired_cases(load_pass(first), load_pass(longer))


def test_a_ceiling_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = agree([(case(), _labelled(type="talks"))], first="one", second="two")
    path = tmp_path / "agreement.json"
    path.write_text(found.model_dump_json(), "utf-8")
    assert found == read_ceiling(path)
    path.write_text("{}", "utf-8")
    with pytest.raises(InputError, match="is no agreement"):
        read_ceiling(path)
