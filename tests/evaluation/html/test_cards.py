"""Events and figures stand beside each other, each with what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from summarize.errors import InputError
from summarize.evaluation.html.cards import Card, cards
from summarize.evaluation.html.words import in_labels, in_record
from summarize.evaluation.scores import score
from summarize.record import EventSummary, EventType
from tests.evaluation.making import LABELS, case, changed, on, perfect
from tests.evaluation.test_mutations import _RECORDS

CASE = case()
PERFECT = perfect(CASE)


def _cards(record: EventSummary) -> tuple[Card, ...]:
    return cards(score(CASE, record).matches, in_labels(CASE), in_record(record))


def _wrong(found: tuple[Card, ...]) -> list[tuple[int, str]]:
    return [(card.number, field) for card in found for row in card.rows for field in row.wrong]


def test_cards_follow_the_article_events_before_figures() -> None:
    expected = ["shelling", "territory captured", "displacement", "detention", "“About 300”", "“12”"]
    assert expected == [card.title for card in _cards(PERFECT)]
    assert {"correct"} == {card.state for card in _cards(PERFECT)}


def test_a_wrong_time_is_wrong_where_it_is_and_nowhere_else() -> None:
    found = _cards(changed(PERFECT, 0, time=on("2026-03-09")))
    assert [(1, "time")] == _wrong(found)
    assert ["wrong", *["correct"] * 5] == [card.state for card in found]
    assert ("wrong_time",) == found[0].errors
    (row,) = [row for row in found[0].rows if row.name == "time"]
    assert [("time", "wrong"), ("time_basis", "correct")] == [(one.field, one.strict) for one in row.verdicts]


def test_two_types_are_told_where_they_differ() -> None:
    assert "shelling → talks" == _cards(changed(PERFECT, 0, type=EventType.TALKS))[0].title


def test_missing_and_spurious_events_stand_where_the_article_tells_of_them() -> None:
    dropped = PERFECT.model_copy(update={"events": PERFECT.events[1:]})
    assert ["missing", *["correct"] * 5] == [card.state for card in _cards(dropped)]
    twice = PERFECT.model_copy(update={"events": (PERFECT.events[0], *PERFECT.events)})
    assert {"correct", "spurious"} == {card.state for card in _cards(twice)[:2]}
    assert ("split",) == next(card.errors for card in _cards(twice) if card.state == "spurious")


def test_an_optional_event_that_was_left_out_is_ignored() -> None:
    loaded = case(events=[LABELS["events"][0] | {"optional": True}, *LABELS["events"][1:]])
    record = PERFECT.model_copy(update={"events": PERFECT.events[1:]})
    found = cards(score(loaded, record).matches, in_labels(loaded), in_record(record))
    assert "ignored" == found[0].state


def test_what_agrees_in_all_fields_has_one_verdict() -> None:
    row = next(row for row in _cards(PERFECT)[0].rows if row.name == "participant")
    assert [("", "correct", "same name")] == [(one.field, one.strict, one.reason) for one in row.verdicts]
    assert ("participant", "role") == row.fields


@settings(max_examples=40)
@given(_RECORDS)
def test_every_match_is_shown_once_and_every_error_counted(record: EventSummary) -> None:
    found, shown = score(CASE, record), _cards(record)
    rows = [row for card in shown for row in ([] if card.figure else [card.head]) + list(card.rows)]
    matches = [match for row in rows for match in row.matches]
    assert Counter(found.matches) == Counter(matches)
    assert {error for error, count in found.errors.items() if count} == {e for card in shown for e in card.errors}


def test_a_run_file_without_classes_of_errors_has_them_derived() -> None:
    record = changed(PERFECT, 0, time=on("2026-03-09"))
    old = [replace(match, error=None) for match in score(CASE, record).matches]
    assert ("wrong_time",) == cards(old, in_labels(CASE), in_record(record))[0].errors


@pytest.mark.parametrize("fault", [{"gold": "events.99"}, {"field": "colour"}])
def test_a_match_that_names_what_is_not_there_is_refused(fault: dict[str, str]) -> None:
    first, *others = score(CASE, PERFECT).matches
    with pytest.raises(InputError, match="names what is not there"):
        cards([replace(first, **fault), *others], in_labels(CASE), in_record(PERFECT))  # type: ignore[arg-type]
