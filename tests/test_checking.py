"""What the article does not bear out leaves the record, and says so."""

from __future__ import annotations

import pytest

from summarize import EventSummary, summarize
from summarize.checking import checked
from summarize.models.scripted import ScriptedModel
from summarize.record import LossKind
from tests.seed_answers import careful


@pytest.fixture(scope="module")
def record(seed_text: str) -> EventSummary:
    return summarize(seed_text, model=ScriptedModel(careful, strategy="sentence"))


def _with_event(record: EventSummary, number: int, **fields: object) -> EventSummary:
    events = list(record.events)
    events[number] = events[number].model_copy(update=fields)
    return record.model_copy(update={"events": tuple(events)})


def test_a_sound_record_comes_back_as_it_is(record: EventSummary, seed_text: str) -> None:
    assert record is checked(record, seed_text)
    assert LossKind.UNGROUNDED not in {loss.kind for loss in record.losses}


def test_a_name_that_is_not_as_written_leaves_the_event(record: EventSummary, seed_text: str) -> None:
    first = record.events[0]
    renamed = first.participants[0].model_copy(update={"name": "Turkish army"})
    broken = _with_event(record, 0, participants=(renamed, *first.participants[1:]))
    mended = checked(broken, seed_text)
    assert first.participants[1:] == mended.events[0].participants
    assert any(loss.text == "Turkish army" for loss in mended.losses)


def test_a_headline_with_another_number_gives_way_to_the_articles_words(record: EventSummary, seed_text: str) -> None:
    broken = record.model_copy(update={"headline": record.headline.replace("5 August", "7 August")})
    assert broken.headline != record.headline
    mended = checked(broken, seed_text)
    assert mended.headline.strip("“”") in seed_text


def test_a_description_with_a_name_from_elsewhere_gives_way(record: EventSummary, seed_text: str) -> None:
    mended = checked(_with_event(record, 0, description="Brett McGurk captured al-Sukhna."), seed_text)
    assert mended.events[0].description.strip("“”") in seed_text
    assert any("description" in loss.where for loss in mended.losses)


def test_a_figure_with_another_value_leaves_the_record(record: EventSummary, seed_text: str) -> None:
    figures = tuple(
        figure.model_copy(update={"best": 3000.0}) if figure.best == 2000 else figure for figure in record.figures
    )
    mended = checked(record.model_copy(update={"figures": figures}), seed_text)
    assert len(mended.figures) == len(record.figures) - 1
    assert all(set(sentence.figures) <= {figure.id for figure in mended.figures} for sentence in mended.summary)


def test_what_was_taken_out_is_reported_field_by_field(record: EventSummary, seed_text: str) -> None:
    mended = checked(_with_event(record, 0, description="On 1 May 1999 nothing happened."), seed_text)
    fresh = mended.losses[len(record.losses) :]
    assert fresh
    assert {LossKind.UNGROUNDED} == {loss.kind for loss in fresh}
