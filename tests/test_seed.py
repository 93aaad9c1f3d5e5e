"""What the default model makes of the seed article, played back from a recording of its real server.

The recording is made by `summarize seeds/000_798dc3de459ced19.txt --model qwen2.5-coder-1.5b --record evals/cassettes`.
"""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from summarize import Event, EventSummary, Summarizer
from summarize.models.local import LocalModel
from summarize.models.replay import replaying
from summarize.reading import read_all
from summarize.record import ConfirmationState, Figure, Span, Status, TimeBasis
from tests.conftest import ROOT, SEED

DEFAULT = "qwen2.5-coder-1.5b"


@pytest.fixture(scope="module")
def played() -> tuple[EventSummary, tuple[str, ...]]:
    (article,) = read_all([str(SEED)])

    async def run() -> tuple[EventSummary, tuple[str, ...]]:
        model = LocalModel(name=DEFAULT)
        with replaying(ROOT / "evals" / "cassettes", article=article.id, model=model) as player:
            record = await Summarizer(model).run(article)
        await model.aclose()
        return record, player.unplayed

    return asyncio.run(run())


@pytest.fixture(scope="module")
def record(played: tuple[EventSummary, tuple[str, ...]]) -> EventSummary:
    return played[0]


@pytest.fixture(scope="module")
def capture(record: EventSummary) -> Event:
    (capture,) = [event for event in record.events if event.type == "territory_captured"]
    return capture


def _figure(record: EventSummary, words: str) -> Figure:
    (found,) = [figure for figure in record.figures if words in figure.text]
    return found


def test_every_recorded_answer_is_played(played: tuple[EventSummary, tuple[str, ...]]) -> None:
    assert played[1] == ()


def test_the_syrian_army_captured_al_sukhna_from_daesh(capture: Event, record: EventSummary) -> None:
    roles = {(party.role.value, party.canonical) for party in capture.participants}
    assert {("actor", "Syrian Arab Army"), ("recipient", "Islamic State")} <= roles
    assert capture.places[0].name == "al-Sukhna"
    assert capture.id == record.main_event


def test_the_capture_is_reported_by_the_monitor_and_at_most_relayed_by_the_outlet(
    capture: Event, record: EventSummary
) -> None:
    sources = [source for source in record.sources if source.id in capture.sources]
    assert Status.REPORTED is capture.status
    assert {"Syrian Observatory for Human Rights"} == {source.chain[0].canonical for source in sources}
    assert "Al Jazeera" not in {source.chain[0].canonical for source in record.sources}


def test_the_capture_is_on_or_before_the_day_of_the_report(capture: Event) -> None:
    assert capture.time is not None
    assert (None, date(2017, 8, 5), TimeBasis.REPORT_BOUND) == (
        capture.time.earliest,
        capture.time.latest,
        capture.time.basis,
    )


def test_the_assault_of_the_sdf_began_on_the_sixth_of_june(record: EventSummary) -> None:
    assaults = [event for event in record.events if event.type == "offensive" and event.time]
    began = [event for event in assaults if event.time and event.time.earliest == date(2017, 6, 6)]
    assert ["Syrian Democratic Forces"] == [event.participants[0].canonical for event in began]


@pytest.mark.parametrize(
    ("words", "low", "high", "best"),
    [
        ("2,000", None, None, 2_000),
        ("45 percent", None, None, 45),
        ("more than 200,000", 200_000, None, 200_000),
        ("20,000 to 50,000", 20_000, 50_000, None),
    ],
)
def test_the_figures_are_those_of_the_article(
    record: EventSummary, words: str, low: float | None, high: float | None, best: float | None
) -> None:
    figure = _figure(record, words)
    assert (low, high, best) == (figure.min, figure.max, figure.best)


def test_the_united_nations_report_the_displacement(record: EventSummary) -> None:
    (flight,) = [event for event in record.events if event.type == "displacement"]
    sources = {source.id: source for source in record.sources}
    assert ["United Nations"] == [sources[name].chain[0].canonical for name in flight.sources]


def test_no_confirmation_is_invented(record: EventSummary, capture: Event) -> None:
    assert Status.CONFIRMED not in {event.status for event in record.events}
    given = [event for event in record.events if event.confirmation and event.confirmation.state == "given"]
    assert given == []
    assert capture.confirmation is not None
    assert ConfirmationState.ABSENT is capture.confirmation.state


def test_raqqa_is_not_captured(capture: Event) -> None:
    assert "Raqqa" not in {place.name for place in capture.places}


def test_all_evidence_is_the_articles_own_words(record: EventSummary, seed_text: str) -> None:
    spans: list[Span] = [span for event in record.events for span in event.evidence]
    spans += [span for figure in record.figures for span in figure.evidence]
    spans += [span for source in record.sources for span in source.evidence]
    assert len(spans) > len(record.events)
    assert all(seed_text[span.start : span.end] == span.text for span in spans)
