"""Comparators and counts, field by field."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from summarize.evaluation.naming import Name, akin, same
from summarize.evaluation.scores import SUMMED, score
from summarize.evaluation.tallies import Counts, Outcome
from summarize.record import Participant, Role, Span
from tests.evaluation.making import LABELS, case, changed, on, perfect


def _with(number: int, **fields: Any) -> Any:
    labels = copy.deepcopy(LABELS["events"])
    labels[number] |= fields
    return case(events=labels)


def _party(name: str, role: Role) -> Participant:
    return Participant(name=name, role=role, span=Span(start=0, end=len(name), text=name))


def test_a_missed_optional_event_costs_nothing_and_a_found_one_counts() -> None:
    loaded = _with(0, optional=True)
    whole = perfect(loaded)
    without = whole.model_copy(update={"events": whole.events[1:]})
    assert Counts(correct=4) == score(loaded, whole).counts("event")
    assert Counts(correct=3) == score(loaded, without).counts("event")
    assert 1.0 == score(loaded, without).counts("overall").f1


def test_a_missed_optional_filler_costs_nothing_and_a_wrong_one_is_spurious() -> None:
    label = [{"role": "actor", "names": "Rebels", "optional": True}]
    loaded = _with(0, participants=label)
    whole = perfect(loaded)
    assert 1.0 == score(loaded, changed(whole, 0, participants=())).counts("role").f1
    wrong = score(loaded, changed(whole, 0, participants=(_party("Rebels", Role.RECIPIENT),))).counts("role")
    assert Counts(correct=5, spurious=1) == wrong


def test_a_required_filler_is_taken_before_an_optional_one() -> None:
    label = [{"names": "Salhun", "optional": True, "canonical": "Sal"}, {"names": "the town of Salhun"}]
    loaded = _with(1, places=label)
    found = score(loaded, changed(perfect(loaded), 1, places=perfect(loaded).events[1].places[1:]))
    assert 1.0 == found.counts("place").f1


def test_any_of_the_alternatives_is_right() -> None:
    loaded = _with(0, type=["bombing", "shelling"], time={"edtf": ["2026-03-01", "2026-03-02"], "basis": "explicit"})
    record = changed(perfect(case()), 0)
    assert 1.0 == score(loaded, record).counts("overall").f1


def test_a_day_inside_an_acceptable_interval_is_lenient_and_an_open_interval_is_not_a_day() -> None:
    loaded = _with(0, time={"edtf": "../2026-03-02", "basis": "explicit"})
    day = score(loaded, changed(perfect(loaded), 0, time=on("2026-03-01")))
    assert (3, 4) == (day.counts("time").correct, day.counts("time", "lenient").correct)
    bound = score(case(), changed(perfect(case()), 0, time=on("../2026-03-02")))
    assert (3, 3) == (bound.counts("time").correct, bound.counts("time", "lenient").correct)


def test_the_same_name_in_other_spelling_is_strict_and_most_of_its_words_lenient() -> None:
    record = perfect(case())
    spelled = changed(record, 0, participants=(_party("the rebels", Role.ACTOR),))
    longer = changed(record, 0, participants=(_party("Rebels nearby", Role.ACTOR),))
    assert 6 == score(case(), spelled).counts("participant").correct
    assert (5, 6) == tuple(score(case(), longer).counts("participant", view).correct for view in ("strict", "lenient"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Name.of(["the Army"]), Name.of(["army"]), (True, True)),
        (Name.of(["Syrian army"]), Name.of(["the army", "Syrian Army"]), (True, True)),
        (Name.of(["SDF"], ["Syrian Democratic Forces"]), Name.of(["Syrian Democratic Forces"]), (False, True)),
        (Name.of(["rebel fighters"]), Name.of(["rebel fighters in Darin"]), (False, True)),
        (Name.of(["Syrian army"]), Name.of(["Syrian rebels"]), (False, False)),
        (Name.of([None], [None]), Name.of([None], [None]), (False, False)),
    ],
)
def test_names_are_the_same_or_akin_in_both_directions(one: Name, other: Name, expected: tuple[bool, bool]) -> None:
    assert expected == (same(one, other), akin(one, other)) == (same(other, one), akin(other, one))


def test_two_attributions_to_one_body_are_one_source() -> None:
    record = perfect(case())
    again = record.sources[0].model_copy(update={"id": "again"})
    record = record.model_copy(update={"sources": (*record.sources, again)})
    twice = changed(record, 0, sources=(record.sources[0].id, "again"))
    assert Counts(correct=2) == score(case(), twice).counts("source")


def test_swapping_answer_and_labels_swaps_precision_and_recall() -> None:
    labels = copy.deepcopy(LABELS["events"])
    labels[0] |= {"type": "bombing", "participants": []}
    labels[2]["time"] = None
    small = case(events=labels[:3])
    there = score(case(), perfect(small))
    back = score(small, perfect(case()))
    for field in SUMMED:
        one, other = there.counts(field), back.counts(field)
        assert (one.precision, one.recall) == (other.recall, other.precision)


def test_every_match_names_both_ends_and_a_reason() -> None:
    found = score(case(), changed(perfect(case()), 2, time=on("2026-03-11")))
    wrong = [match for match in found.matches if match.strict is Outcome.WRONG]
    assert [("events.2.time", "events.2.time", "2026-03-11 for 2026-03-04")] == [
        (match.predicted, match.gold, match.reason) for match in wrong
    ]
    assert all(match.reason for match in found.matches)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(), (None, None, None)),
        (Counts(missing=3), (0.0, 0.0, 0.0)),
        (Counts(spurious=3), (0.0, 0.0, 0.0)),
        (Counts(correct=1, spurious=2), (1 / 3, 1.0, 0.5)),
        (Counts(correct=1, wrong=1), (0.5, 0.5, 0.5)),
        (Counts(correct=2, wrong=1, missing=1, spurious=3), (2 / 6, 2 / 4, 4 / 10)),
    ],
)
def test_a_wrong_value_is_one_false_positive_and_one_false_negative(
    counts: Counts, expected: tuple[float | None, ...]
) -> None:
    assert expected == (counts.precision, counts.recall, counts.f1)


def test_one_right_and_two_invented_events_are_a_third() -> None:
    labels = case(events=LABELS["events"][:1], figures=[])
    record = perfect(case())
    record = record.model_copy(update={"events": record.events[:3], "figures": ()})
    counts = score(labels, record).counts("event")
    assert (1 / 3, 1.0, 0.5) == (counts.precision, counts.recall, counts.f1)


def test_the_class_of_an_error_stands_at_its_match() -> None:
    loaded = case()
    record = perfect(loaded)
    wrong = changed(record, 0, time=on("2026-03-09"))
    twice = wrong.model_copy(update={"events": (*wrong.events[:2], *wrong.events[1:3])})
    found = score(loaded, twice)
    expected = [("event", "missed"), ("event", "split"), ("time", "wrong_time")]
    assert expected == sorted((match.field, match.error) for match in found.matches if match.error)
    assert {"missed": 1, "split": 1, "wrong_time": 1} == {name: n for name, n in found.errors.items() if n}
