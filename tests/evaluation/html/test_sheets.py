"""A case is shown whatever has become of its labels since the run."""

from __future__ import annotations

import pytest

from summarize.errors import InputError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.html.sheets import ABSENT, OTHER_TEXT, RELABELLED, sheet
from summarize.evaluation.scores import VIEWS
from tests.evaluation.html.making import mixed, result_of
from tests.evaluation.making import LABELS, TEXT, case, perfect

CASE = case()
RESULT = result_of(CASE, perfect(CASE))


def test_a_case_is_shown_with_the_scores_and_articles_of_the_run() -> None:
    shown = sheet(RESULT, CASE)
    assert ("", RESULT.errors) == (shown.warning, shown.errors)
    assert {view: RESULT.counts[view] for view in VIEWS} == shown.counts
    assert TEXT == "".join(piece.text for piece in shown.gold) == "".join(piece.text for piece in shown.predicted)
    assert (1, 2, 3, 4) == tuple(card.number for card in shown.cards if not card.figure)


def test_changed_labels_are_compared_with_the_recorded_answer() -> None:
    shown = sheet(RESULT, case(events=LABELS["events"][1:]))
    assert RELABELLED == shown.warning
    assert {"spurious"} == {card.state for card in shown.cards if card.title == "shelling"}
    assert 1 == shown.errors["spurious"]


def test_another_text_or_no_labels_leave_what_became_of_each_value() -> None:
    for loaded, warning in ((case(text=f"{TEXT} It rained."), OTHER_TEXT), (None, ABSENT)):
        shown = sheet(RESULT, loaded)
        assert (warning, (), ()) == (shown.warning, shown.gold, shown.predicted)
        assert RESULT.counts == shown.counts
        assert {"correct"} == {card.state for card in shown.cards}


def test_a_failed_case_misses_everything_and_has_no_predicted_article() -> None:
    shown = sheet(result_of(CASE, None, "nothing listens"), CASE)
    assert {"missing"} == {card.state for card in shown.cards}
    assert ((), TEXT) == (shown.predicted, "".join(piece.text for piece in shown.gold))


@pytest.mark.parametrize(
    ("loaded", "error", "expected"), [(CASE, None, True), (case(events=[]), None, False), (CASE, "nothing", False)]
)
def test_a_case_is_flawless_when_all_of_its_answer_is_right(
    loaded: LoadedCase, error: str | None, expected: bool
) -> None:
    assert expected == sheet(result_of(loaded, None if error else perfect(CASE), error), loaded).flawless


def test_a_run_that_does_not_fit_its_own_record_is_refused_by_name() -> None:
    emptied = RESULT.model_copy(update={"record": None})
    with pytest.raises(InputError, match=r"darin: a match names what is not there: .*run the case again"):
        sheet(emptied, CASE)


def test_every_case_of_a_mixed_run_can_be_shown() -> None:
    run, cases = mixed()
    by_id = {loaded.case.id: loaded for loaded in cases}
    assert ["bad", "gone", "good", "hostile"] == [sheet(one, by_id[one.id]).result.id for one in run.results]
