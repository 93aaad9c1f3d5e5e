"""Spoiling a perfect answer lowers exactly the metric that names the fault, by the right count."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluation.checks import check
from summarize.evaluation.items import FIELDS
from summarize.evaluation.scores import ERRORS, OVERALL, CaseScore, score
from summarize.evaluation.tallies import Counts
from summarize.record import EventSummary, EventType, FigureKind, Modality, Participant, Role, Span
from tests.evaluation.making import LABELS, TEXT, case, changed, each_event, on, perfect, spans

CASE = case()
PERFECT = perfect(CASE)
BEFORE = score(CASE, PERFECT)


def _lost(record: EventSummary, view: Any = "strict") -> dict[str, dict[str, int]]:
    """For each field that the spoiling changes, how its counts change; `overall` follows from them."""
    before, after = BEFORE.table(view), score(CASE, record).table(view)
    changes = {
        field: {name: count - asdict(before[field])[name] for name, count in asdict(after[field]).items()}
        for field in FIELDS
    }
    return {
        field: {name: change for name, change in counts.items() if change}
        for field, counts in changes.items()
        if any(counts.values())
    }


def _errors(record: EventSummary) -> dict[str, int]:
    return {name: count for name, count in score(CASE, record).errors.items() if count}


@pytest.mark.parametrize("view", ["strict", "lenient"])
@pytest.mark.parametrize("field", [*FIELDS, OVERALL])
def test_a_perfect_answer_scores_one_in_everything(field: str, view: Any) -> None:
    counts = BEFORE.counts(field, view)
    assert (1.0, 1.0, 1.0) == (counts.precision, counts.recall, counts.f1)


@pytest.mark.parametrize("field", [*FIELDS, OVERALL])
def test_no_answer_scores_zero_in_everything(field: str) -> None:
    counts = score(CASE, None).counts(field)
    assert (0.0, 0.0, 0.0) == (counts.precision, counts.recall, counts.f1)


def test_an_empty_answer_scores_as_a_failed_one() -> None:
    empty = PERFECT.model_copy(update={"events": (), "figures": ()})
    assert score(CASE, None).table() == score(CASE, empty).table()


def test_a_dropped_event_is_missing_with_all_that_it_held() -> None:
    record = PERFECT.model_copy(update={"events": PERFECT.events[1:]})
    one = {"correct": -1, "missing": 1}
    held = ("event", "type", "participant", "role", "place", "time", "time_basis", "modality", "status", "source")
    assert dict.fromkeys(held, one) == _lost(record)
    assert {"missed": 1} == _errors(record)


def test_an_invented_event_is_spurious_with_all_that_it_holds() -> None:
    invented = PERFECT.events[0].model_copy(
        update={
            "id": "invented",
            "type": EventType.ABDUCTION,
            "participants": (),
            "places": (),
            "time": None,
            "sources": (),
            "evidence": (Span(start=0, end=6, text="Rebels"),),
        }
    )
    record = PERFECT.model_copy(update={"events": (*PERFECT.events, invented)})
    one = {"spurious": 1}
    assert dict.fromkeys(("event", "type", "modality", "status"), one) == _lost(record)
    assert {"spurious": 1} == _errors(record)


def test_swapping_actor_and_recipient_makes_two_roles_wrong_and_no_name() -> None:
    actor, recipient = PERFECT.events[1].participants
    swapped = (
        actor.model_copy(update={"role": Role.RECIPIENT}),
        recipient.model_copy(update={"role": Role.ACTOR}),
    )
    record = changed(PERFECT, 1, participants=swapped)
    assert {"role": {"correct": -2, "wrong": 2}} == _lost(record) == _lost(record, "lenient")
    assert {"wrong_role": 2} == _errors(record)


def test_a_shifted_date_makes_one_time_wrong() -> None:
    record = changed(PERFECT, 2, time=on("2026-03-11"))
    assert {"time": {"correct": -1, "wrong": 1}} == _lost(record) == _lost(record, "lenient")
    assert {"wrong_time": 1} == _errors(record)


def test_a_missing_time_is_missing_and_not_wrong() -> None:
    record = changed(PERFECT, 2, time=None)
    lost = {"correct": -1, "missing": 1}
    assert {"time": lost, "time_basis": lost} == _lost(record)


def test_a_changed_number_makes_one_figure_wrong() -> None:
    figures = (PERFECT.figures[0].model_copy(update={"best": 3000.0}), *PERFECT.figures[1:])
    record = PERFECT.model_copy(update={"figures": figures})
    assert {"figure": {"correct": -1, "wrong": 1}} == _lost(record)
    assert {"wrong_figure": 1} == _errors(record)


def test_another_kind_of_figure_leaves_its_number_right() -> None:
    figures = (PERFECT.figures[0].model_copy(update={"kind": FigureKind.KILLED}), *PERFECT.figures[1:])
    record = PERFECT.model_copy(update={"figures": figures})
    assert {"figure_kind": {"correct": -1, "wrong": 1}} == _lost(record)


def test_a_hedge_coded_otherwise_is_lenient() -> None:
    figures = (PERFECT.figures[0].model_copy(update={"min": 300.0}), *PERFECT.figures[1:])
    record = PERFECT.model_copy(update={"figures": figures})
    assert {"figure": {"correct": -1, "wrong": 1}} == _lost(record)
    assert {} == _lost(record, "lenient")


def test_a_type_of_the_same_group_is_wrong_strictly_and_right_leniently() -> None:
    record = changed(PERFECT, 0, type=EventType.AIR_STRIKE)
    assert {"type": {"correct": -1, "wrong": 1}} == _lost(record)
    assert {} == _lost(record, "lenient")
    assert {"wrong_type": 1} == _errors(record)


def test_another_modality_makes_one_modality_wrong() -> None:
    record = changed(PERFECT, 3, modality=Modality.DENIED)
    assert {"modality": {"correct": -1, "wrong": 1}} == _lost(record)


def test_an_event_split_in_two_is_found_once_and_split() -> None:
    event = PERFECT.events[1]
    half = spans(CASE, ("Government troops captured the town of Salhun",))
    second = event.model_copy(update={"id": "half", "evidence": half, "participants": event.participants[:1]})
    record = PERFECT.model_copy(update={"events": (*PERFECT.events, second)})
    lost = _lost(record)
    assert {"spurious": 1} == lost["event"]
    assert all(not counts.keys() & {"correct", "wrong", "missing"} for counts in lost.values())
    assert {"split": 1} == _errors(record)


def test_two_events_merged_into_one_are_one_found_and_one_merged() -> None:
    labels = LABELS["events"]
    twin = labels[0] | {"evidence": "the port of Darin on Monday", "participants": [], "places": [{"names": "Darin"}]}
    loaded = case(events=[*labels, twin])
    whole = perfect(loaded)
    first, last = whole.events[0], whole.events[-1]
    one = first.model_copy(update={"evidence": (*first.evidence, *last.evidence)})
    found = score(loaded, whole.model_copy(update={"events": (one, *whole.events[1:-1])}))
    held = ("event", "type", "place", "time", "time_basis", "modality", "status", "source")
    assert {Counts(correct=4, missing=1)} == {found.counts(field) for field in held if field not in ("source", "place")}
    assert [1] * len(held) == [found.counts(field).missing for field in held]
    assert {0} == {found.counts(field).wrong + found.counts(field).spurious for field in FIELDS}
    assert {"merged": 1} == {name: count for name, count in found.errors.items() if count}


def test_a_broken_span_is_found_without_labels_and_costs_nothing_else() -> None:
    event = PERFECT.events[0]
    broken = event.participants[0].span.model_copy(update={"text": "Robots"})
    record = changed(PERFECT, 0, participants=(event.participants[0].model_copy(update={"span": broken}),))
    assert {} == _lost(record)
    before, after = check(PERFECT, TEXT), check(record, TEXT)
    assert (before.spans, before.broken_spans + 1) == (after.spans, after.broken_spans)


def test_broken_evidence_is_found_without_labels_and_costs_nothing_else() -> None:
    (span,) = PERFECT.events[0].evidence
    record = changed(PERFECT, 0, evidence=(span.model_copy(update={"text": span.text[::-1]}),))
    assert {} == _lost(record)
    assert check(PERFECT, TEXT).broken_spans + 1 == check(record, TEXT).broken_spans


@settings(max_examples=30)
@given(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)), st.sets(st.integers(0, 1)))
def test_faults_of_different_kinds_are_counted_each_on_its_own(
    dropped: set[int], shifted: set[int], changed_figures: set[int]
) -> None:
    record = PERFECT
    for number in shifted:
        record = changed(record, number, time=on("2031-01-01"))
    figures = tuple(
        figure.model_copy(update={"best": 7.0}) if number in changed_figures else figure
        for number, figure in enumerate(record.figures)
    )
    events = tuple(event for number, event in enumerate(record.events) if number not in dropped)
    found = score(CASE, record.model_copy(update={"events": events, "figures": figures}))
    wrong = len(shifted - dropped)
    assert Counts(correct=4 - len(dropped), missing=len(dropped)) == found.counts("event") == found.counts("type")
    assert Counts(correct=4 - len(dropped) - wrong, wrong=wrong, missing=len(dropped)) == found.counts("time")
    assert Counts(correct=2 - len(changed_figures), wrong=len(changed_figures)) == found.counts("figure")
    expected = {"missed": len(dropped), "wrong_time": wrong, "wrong_figure": len(changed_figures)}
    assert {name: count for name, count in expected.items() if count} == {k: v for k, v in found.errors.items() if v}


def test_an_error_of_each_class_is_named() -> None:
    assert set(ERRORS) == BEFORE.errors.keys()


def _counts(found: CaseScore) -> dict[str, tuple[Counts, Counts]]:
    return {field: (found.counts(field), found.counts(field, "lenient")) for field in [*FIELDS, OVERALL]}


_FAULTS = st.fixed_dictionaries(
    {
        "type": st.sampled_from([EventType.SHELLING, EventType.AIR_STRIKE, EventType.DISPLACEMENT, EventType.TALKS]),
        "modality": st.sampled_from([Modality.ACTUAL, Modality.DENIED]),
        "time": st.sampled_from([None, on("2026-03-02"), on("2026-03-03")]),
        "role": st.sampled_from([Role.ACTOR, Role.RECIPIENT, Role.AFFECTED]),
        "drop": st.booleans(),
        "borrow": st.integers(min_value=0, max_value=3),
    }
)


def _spoilt(faults: list[dict[str, Any]]) -> EventSummary:
    """A record with a fault or several in each event, and with participants taken from other events."""
    events = []
    for event, fault in zip(PERFECT.events, faults, strict=True):
        borrowed: tuple[Participant, ...] = PERFECT.events[fault["borrow"]].participants[:1]
        parties = [party.model_copy(update={"role": fault["role"]}) for party in (*event.participants, *borrowed)]
        if not fault["drop"]:
            plain = {"type": fault["type"], "modality": fault["modality"], "time": fault["time"]}
            events.append(event.model_copy(update=plain | {"participants": tuple(parties)}))
    return PERFECT.model_copy(update={"events": tuple(events)})


_RECORDS = st.lists(_FAULTS, min_size=4, max_size=4).map(_spoilt)


@settings(max_examples=60)
@given(_RECORDS, st.randoms(use_true_random=False))
def test_order_does_not_matter(record: EventSummary, random: Any) -> None:
    events, figures = list(record.events), list(record.figures)
    random.shuffle(events)
    random.shuffle(figures)
    turned = record.model_copy(update={"events": tuple(events), "figures": tuple(figures)})
    turned = each_event(turned, lambda event: {"participants": event.participants[::-1]})
    assert _counts(score(CASE, record)) == _counts(score(CASE, turned))


@settings(max_examples=60)
@given(_RECORDS)
def test_saying_everything_three_times_raises_no_score(record: EventSummary) -> None:
    fillers = each_event(
        record, lambda event: {name: getattr(event, name) * 3 for name in ("participants", "places", "sources")}
    )
    events = record.model_copy(update={"events": record.events * 3, "figures": record.figures * 3})
    before = _counts(score(CASE, record))
    for tripled in (fillers, events):
        after = _counts(score(CASE, tripled))
        for field, views in before.items():
            for old, new in zip(views, after[field], strict=True):
                assert (new.f1 or 0) <= (old.f1 or 0)
                assert (new.recall or 0) <= (old.recall or 0)


@settings(max_examples=60)
@given(_RECORDS)
def test_every_filler_is_accounted_for_once(record: EventSummary) -> None:
    found = score(CASE, record)
    predicted = [match.predicted for match in found.matches if match.field == "role" and match.predicted]
    assert len(set(predicted)) == len(predicted) == sum(len(event.participants) for event in record.events)
    gold = [match.gold for match in found.matches if match.field == "role" and match.gold]
    assert len(set(gold)) == len(gold) == sum(len(event.participants) for event in CASE.case.events)


@settings(max_examples=30)
@given(_RECORDS)
def test_a_lenient_score_is_never_below_the_strict_one(record: EventSummary) -> None:
    found = score(CASE, record)
    assert all((found.counts(field, "lenient").f1 or 0) >= (found.counts(field).f1 or 0) for field in FIELDS)
