"""The sixteen traps of the seed article, with a reader who chooses well: what is left is the code's to get right."""

from __future__ import annotations

from datetime import date

import pytest

from summarize import EventSummary, summarize
from summarize.models.scripted import ScriptedModel
from summarize.record import (
    Approximator,
    ConfirmationState,
    Event,
    EventType,
    Figure,
    FigureKind,
    LossKind,
    Modality,
    Precision,
    SourceType,
    Status,
    TimeBasis,
    TimeMod,
)
from tests.seed_answers import careful

SATURDAY = date(2017, 8, 5)


@pytest.fixture(scope="module")
def record(seed_text: str) -> EventSummary:
    return summarize(seed_text, model=ScriptedModel(careful, strategy="sentence"))


def _told(record: EventSummary, words: str) -> Event:
    """The event whose evidence holds the words."""
    return next(event for event in record.events if any(words in span.text for span in event.evidence))


def _figure(record: EventSummary, words: str) -> Figure:
    return next(figure for figure in record.figures if words in figure.text)


def _origin(record: EventSummary, event: Event) -> str | None:
    source = next(source for source in record.sources if source.id == event.sources[0])
    return source.chain[0].canonical


def test_1_the_weekday_of_the_statement_only_bounds_the_capture(record: EventSummary) -> None:
    time = _told(record, "had taken the town").time
    assert time is not None
    assert (None, SATURDAY, TimeMod.ON_OR_BEFORE, TimeBasis.REPORT_BOUND) == (
        time.earliest,
        time.latest,
        time.mod,
        time.basis,
    )


def test_2_late_last_month_dates_the_statement_and_the_figure_is_cumulative(record: EventSummary) -> None:
    time = _told(record, "have fled their homes").time
    assert time is not None
    assert (TimeBasis.REPORT_BOUND, date(2017, 7, 31)) == (time.basis, time.latest)
    assert _figure(record, "more than 200,000").measure == "cumulative"


def test_3_a_missing_confirmation_neither_denies_nor_disputes(record: EventSummary) -> None:
    capture = _told(record, "had taken the town")
    assert capture.confirmation is not None
    assert (ConfirmationState.ABSENT, Status.REPORTED, Modality.ACTUAL) == (
        capture.confirmation.state,
        capture.status,
        capture.modality,
    )


def test_4_a_goal_is_no_capture(record: EventSummary) -> None:
    captured = {place.name for event in record.events if event.type == "territory_captured" for place in event.places}
    assert "Raqqa" not in captured
    assert _told(record, "focused on taking").type is EventType.OFFENSIVE


def test_5_what_a_road_would_allow_has_not_happened(record: EventSummary) -> None:
    assert Status.HYPOTHETICAL is _told(record, "would allow").status


def test_6_a_range_has_no_middle(record: EventSummary) -> None:
    remaining = _figure(record, "20,000 to 50,000")
    assert (20_000, 50_000, None) == (remaining.min, remaining.max, remaining.best)
    assert (FigureKind.REMAINING, Approximator.ESTIMATED) == (remaining.kind, remaining.approximator)


def test_7_a_missing_subject_is_not_invented_and_a_loss_says_so(record: EventSummary) -> None:
    fighting = _told(record, "Today in Raqqa")
    assert fighting.participants == ()
    assert any(loss.kind is LossKind.MISSING and "Today in Raqqa" in (loss.text or "") for loss in record.losses)


def test_8_today_in_a_quotation_is_the_day_it_was_said(record: EventSummary) -> None:
    time = _told(record, "Today in Raqqa").time
    assert time is not None
    assert (date(2017, 8, 4), TimeBasis.QUOTE_RELATIVE) == (time.latest, time.basis)


def test_9_last_week_from_a_sunday_keeps_both_readings(record: EventSummary) -> None:
    said = _told(record, "45 percent of Raqqa").time
    assert said is not None
    source = next(source for source in record.sources if "Last week" in source.evidence[0].text)
    spoken = source.chain[0].time
    assert spoken is not None
    assert SATURDAY == spoken.latest == said.latest
    assert spoken.note


def test_10_the_monitor_is_the_origin_and_the_outlet_relays(record: EventSummary) -> None:
    source = next(source for source in record.sources if len(source.chain) == 2)
    assert ["Syrian Observatory for Human Rights", "Al Jazeera"] == [link.canonical for link in source.chain]
    origins = {source.chain[0].canonical for source in record.sources}
    assert "Al Jazeera" not in origins


def test_11_descriptions_stand_for_the_names_they_follow(record: EventSummary) -> None:
    clash = _told(record, "the monitor reported clashes")
    assert _origin(record, clash) == "Syrian Observatory for Human Rights"
    assert clash.places[0].geonames_id == _told(record, "had taken the town").places[0].geonames_id
    stronghold = _told(record, "assault on the stronghold").places[0]
    assert "Raqqa" in (stronghold.inferred or "")


def test_12_the_city_and_the_province_are_two_places(record: EventSummary) -> None:
    places = {place.name: place for event in record.events for place in event.places}
    assert places["Raqqa"].precision is Precision.SETTLEMENT
    assert Precision.ADMIN1 is places["Hama province"].precision
    assert places["Hama province"].lat is None


def test_13_a_backer_is_not_a_participant(record: EventSummary) -> None:
    campaign = _told(record, "Daesh is losing ground")
    backed = next(party for party in campaign.participants if "Syrian government" in party.name)
    assert any(backer.startswith("Russia") for backer in backed.backed_by)
    assert not any(party.country == "RUS" for event in record.events for party in event.participants)


def test_14_the_lead_stays_under_the_monitors_attribution(record: EventSummary) -> None:
    lead = _told(record, "last major Daesh-held town")
    assert (Status.REPORTED, "Syrian Observatory for Human Rights") == (lead.status, _origin(record, lead))


def test_15_almost_entirely_is_no_number(record: EventSummary) -> None:
    held = _told(record, "almost entirely")
    assert not any(figure.event == held.id and figure.kind == "area_controlled_percent" for figure in record.figures)


def test_16_two_figures_of_one_city_are_two_kinds(record: EventSummary) -> None:
    kinds = {figure.kind for figure in (_figure(record, "200,000"), _figure(record, "20,000 to 50,000"))}
    assert {FigureKind.DISPLACED, FigureKind.REMAINING} == kinds


def test_the_lead_and_the_report_are_one_capture(record: EventSummary) -> None:
    captures = [event for event in record.events if event.type is EventType.TERRITORY_CAPTURED]
    assert [2] == [len(event.evidence) for event in captures]
    assert captures[0].id == record.main_event


def test_the_sources_have_the_types_of_the_coding(record: EventSummary) -> None:
    types = {(source.chain[0].canonical or source.chain[0].name): source.chain[0].type for source in record.sources}
    assert SourceType.MONITOR_NGO is types["Syrian Observatory for Human Rights"]
    assert SourceType.IGO is types["United Nations"]
    assert SourceType.STATE_MEDIA is types["Syrian Arab News Agency"]


def test_shifting_the_dateline_shifts_what_counts_from_it(seed_text: str) -> None:
    later = summarize(seed_text.replace("2017-08-06", "2017-08-13"), model=ScriptedModel(careful, strategy="sentence"))
    time = _told(later, "had taken the town").time
    assert time is not None
    assert date(2017, 8, 12) == time.latest


def test_a_denied_report_is_not_a_reported_one(seed_text: str) -> None:
    text = seed_text.replace("said on Saturday that the Syrian army", "denied on Saturday that the Syrian army")
    denied = summarize(text, model=ScriptedModel(careful, strategy="sentence"))
    assert Modality.DENIED is _told(denied, "had taken the town").modality


def test_a_changed_number_changes_its_figure_and_nothing_else(seed_text: str, record: EventSummary) -> None:
    changed = summarize(
        seed_text.replace("about 2,000 fighters", "about 3,000 fighters"),
        model=ScriptedModel(careful, strategy="sentence"),
    )
    pairs = zip(record.figures, changed.figures, strict=True)
    assert [(2000, 3000)] == [(old.best, new.best) for old, new in pairs if old.best != new.best]


def test_the_day_in_what_the_agency_says_does_not_date_the_silence_of_the_government(record: EventSummary) -> None:
    silent = next(source for source in record.sources if source.stance == "no_confirmation")
    assert silent.chain[0].time is None
