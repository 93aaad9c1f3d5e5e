"""What the article does not bear out leaves the record, and says so."""

from __future__ import annotations

import pytest

from summarize import EventSummary, summarize
from summarize.checking import checked
from summarize.grounding import check_record
from summarize.models.scripted import ScriptedModel
from summarize.record import LossKind, Status
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


def test_a_figure_whose_time_does_not_hold_stays_without_it(record: EventSummary, seed_text: str) -> None:
    number, figure = next((at, one) for at, one in enumerate(record.figures) if one.as_of and one.as_of.span)
    assert figure.as_of is not None
    wrong = figure.as_of.model_copy(update={"text": "in May"})
    figures = (*record.figures[:number], figure.model_copy(update={"as_of": wrong}), *record.figures[number + 1 :])
    mended = checked(record.model_copy(update={"figures": figures}), seed_text)
    assert mended.figures[number] == figure.model_copy(update={"as_of": None})
    assert () == check_record(mended, seed_text)
    assert any(loss.where.startswith(f"figures[{number}].as_of") for loss in mended.losses)


def test_a_source_whose_name_does_not_hold_stays_without_it(record: EventSummary, seed_text: str) -> None:
    source = record.sources[0]
    renamed = source.chain[0].model_copy(update={"name": "the mayor"})
    sources = (source.model_copy(update={"chain": (renamed, *source.chain[1:])}), *record.sources[1:])
    mended = checked(record.model_copy(update={"sources": sources}), seed_text)
    link = mended.sources[0].chain[0]
    assert (None, None, source.chain[0].verb, source.chain[0].type) == (link.name, link.span, link.verb, link.type)
    assert mended.sources[1:] == record.sources[1:]
    assert () == check_record(mended, seed_text)


def test_what_is_behind_a_span_out_of_place_is_checked_too(record: EventSummary, seed_text: str) -> None:
    place = record.events[0].places[0]
    moved = place.model_copy(update={"span": place.span.model_copy(update={"start": 0, "end": len(place.span.text)})})
    broken = _with_event(record, 0, places=(moved,), description="On 1 May 1999 nothing happened.")
    mended = checked(broken, seed_text)
    assert () == mended.events[0].places
    assert "1999" not in mended.events[0].description
    assert () == check_record(mended, seed_text)


def test_what_was_taken_out_is_reported_field_by_field(record: EventSummary, seed_text: str) -> None:
    mended = checked(_with_event(record, 0, description="On 1 May 1999 nothing happened."), seed_text)
    fresh = mended.losses[len(record.losses) :]
    assert fresh
    assert {LossKind.UNGROUNDED} == {loss.kind for loss in fresh}


def test_a_sentence_does_not_go_on_saying_a_figure_that_was_taken_out(record: EventSummary, seed_text: str) -> None:
    number, told = next((at, one) for at, one in enumerate(record.summary) if one.figures)
    figures = tuple(
        one.model_copy(update={"best": 123_456.0}) if one.id in told.figures else one for one in record.figures
    )
    mended = checked(record.model_copy(update={"figures": figures}), seed_text)
    sentence = mended.summary[number]
    assert () == sentence.figures
    assert sentence.text != told.text
    assert all(piece.strip("“”") in seed_text for piece in sentence.text.split("” “"))


def test_a_status_does_not_rest_on_a_confirmation_that_was_taken_out() -> None:
    text = "Rebels shelled Darin on Monday; the defence ministry confirmed the attack."
    rebels = {"role": "actor", "phrase": "Rebels"}
    told = {"sentence": 1, "type": "shelling", "label": None, "participants": [rebels], "places": ["Darin"]}
    sound = summarize(text, dateline="2026-03-04", model=ScriptedModel([{"events": [told]}]))
    (event,) = sound.events
    assert event.confirmation is not None
    assert Status.CONFIRMED is event.status
    wrong = event.confirmation.model_copy(update={"by": "the navy"})
    mended = checked(_with_event(sound, 0, confirmation=wrong), text)
    assert mended.events[0].confirmation is None
    assert Status.CONFIRMED is not mended.events[0].status
