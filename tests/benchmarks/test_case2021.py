"""Labels of CASE 2021, what is right for each, and the snippets' file."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.benchmarks.case2021.mapping import LABELS
from evals.benchmarks.case2021.scoring import Typed, score
from evals.benchmarks.case2021.snippets import read_snippets
from summarize.codebook import CODEBOOK
from summarize.errors import InputError
from summarize.record import EventType
from tests.benchmarks.making import case2021_folder, record
from tests.making import event


def test_every_label_has_a_type_that_is_right() -> None:
    assert 30 == len(LABELS)
    assert [] == [name for name, label in LABELS.items() if not label.types]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("ARMED_CLASH", {EventType.BATTLE, EventType.OFFENSIVE}),
        ("SUIC_BOMB", {EventType.BOMBING}),
        ("ATTACK", {EventType.ATTACK_ON_CIVILIANS}),
        ("GOV_REGAINS_TERIT", {EventType.TERRITORY_CAPTURED}),
        ("MOB_VIOL", {EventType.RIOT}),
        ("OTHER", {EventType.MOBILIZATION, EventType.RESTRICTION, EventType.DISPLACEMENT, EventType.OTHER}),
    ],
)
def test_what_the_acled_column_names_is_right(label: str, expected: set[EventType]) -> None:
    assert expected == LABELS[label].types


def test_every_type_with_an_acled_column_is_right_for_some_label() -> None:
    right = {kind for label in LABELS.values() for kind in label.types}
    assert set() == {kind for kind, entry in CODEBOOK.items() if entry.acled} - right


def test_the_main_event_is_held_against_the_label_and_any_event_beside_it() -> None:
    first, second = event(EventType.PROTEST, at=0), event(EventType.BATTLE, at=9)
    found = record(first, second)
    expected = Typed("ARMED_CLASH", EventType.PROTEST, right=False, group=False, among=True, has_type=True)
    assert expected == score("ARMED_CLASH", LABELS["ARMED_CLASH"], found)
    main = found.model_copy(update={"main_event": second.id})
    assert score("ARMED_CLASH", LABELS["ARMED_CLASH"], main).right
    near = score("ARMED_CLASH", LABELS["ARMED_CLASH"], record(event(EventType.SHELLING)))
    assert (False, True) == (near.right, near.group)


@pytest.mark.parametrize("answer", [None, record()])
def test_no_record_and_no_event_are_wrong_alike(answer: object) -> None:
    found = score("ORG_CRIME", LABELS["ORG_CRIME"], answer)  # type: ignore[arg-type]
    assert (None, False, False, False) == (found.predicted, found.right, found.group, found.has_type)


def test_a_label_that_the_mapping_does_not_know_is_refused(tmp_path: Path) -> None:
    path = case2021_folder(tmp_path) / "case2021" / "dev.tsv"
    path.write_text(path.read_text("utf-8") + "4\tA strike.\tSTRIKE\n", "utf-8")
    with pytest.raises(InputError, match="the mapping does not know: STRIKE"):
        read_snippets(path)
    path.write_text("number\ttext\n1\tA strike.\n", "utf-8")
    with pytest.raises(InputError, match="no file of CASE 2021"):
        read_snippets(path)


def test_every_label_of_the_set_is_known(data: Path) -> None:
    snippets = read_snippets(data / "case2021" / "dev.tsv")
    assert (509, 30) == (len(snippets), len({snippet.label for snippet in snippets}))
