"""What the article does not bear out leaves the record, and says so."""

from __future__ import annotations

import pytest

from summarize import EventSummary, summarize
from summarize.checking import checked
from summarize.grounding import check_record
from summarize.models.scripted import ScriptedModel
from summarize.record import LossKind, Status
from tests.making import event, span
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


def test_a_verb_that_does_not_hold_leaves_the_name_of_its_source_and_the_rest_of_the_chain(
    record: EventSummary, seed_text: str
) -> None:
    number = next(at for at, source in enumerate(record.sources) if len(source.chain) > 1)
    source = record.sources[number]
    first = source.chain[0].model_copy(update={"verb": "whispered"})
    sources = [*record.sources]
    sources[number] = source.model_copy(update={"chain": (first, *source.chain[1:])})
    mended = checked(record.model_copy(update={"sources": tuple(sources)}), seed_text)
    assert (source.chain[0].model_copy(update={"verb": None}), *source.chain[1:]) == mended.sources[number].chain
    assert [f"sources[{number}].chain[0].verb"] == [loss.where for loss in mended.losses[len(record.losses) :]]


def test_a_relay_whose_name_does_not_hold_leaves_the_origin_named(record: EventSummary, seed_text: str) -> None:
    number = next(at for at, source in enumerate(record.sources) if len(source.chain) > 1)
    origin, relay = record.sources[number].chain
    sources = [*record.sources]
    renamed = relay.model_copy(update={"name": "the mayor"})
    sources[number] = record.sources[number].model_copy(update={"chain": (origin, renamed)})
    mended = checked(record.model_copy(update={"sources": tuple(sources)}), seed_text)
    assert [origin.name, None] == [link.name for link in mended.sources[number].chain]


def test_a_time_that_does_not_hold_leaves_its_event_and_no_other(record: EventSummary, seed_text: str) -> None:
    first = record.events[0]
    assert first.time is not None
    mended = checked(_with_event(record, 0, time=first.time.model_copy(update={"text": "in May"})), seed_text)
    assert mended.events[0].time is None
    assert [each.time for each in record.events[1:]] == [each.time for each in mended.events[1:]]
    assert first.confirmation == mended.events[0].confirmation


def test_a_confirming_body_that_does_not_hold_leaves_its_event_and_no_other(
    record: EventSummary, seed_text: str
) -> None:
    first = record.events[0]
    assert first.confirmation is not None
    named = first.confirmation.model_copy(update={"by": "the mayor"})
    other = record.events[1].model_copy(update={"confirmation": first.confirmation})
    broken = _with_event(record, 0, confirmation=named)
    mended = checked(broken.model_copy(update={"events": (broken.events[0], other, *broken.events[2:])}), seed_text)
    assert (None, first.confirmation) == (mended.events[0].confirmation, mended.events[1].confirmation)
    assert first.time == mended.events[0].time


def test_a_figure_that_was_part_of_one_that_leaves_is_part_of_none(record: EventSummary, seed_text: str) -> None:
    gone, kept, *others = record.figures
    wrong = gone.model_copy(update={"best": 3000.0})
    whole, other = others[0], others[1].model_copy(update={"part_of": others[0].id})
    part = kept.model_copy(update={"part_of": gone.id})
    mended = checked(record.model_copy(update={"figures": (wrong, part, whole, other, *others[2:])}), seed_text)
    assert [(kept.id, None), (whole.id, None), (other.id, whole.id)] == [
        (figure.id, figure.part_of) for figure in mended.figures[:3]
    ]


def test_a_summary_sentence_that_does_not_hold_is_quoted_and_no_other(record: EventSummary, seed_text: str) -> None:
    number = next(at for at, one in enumerate(record.summary) if record.main_event not in one.events)
    sentences = [*record.summary]
    sentences[number] = sentences[number].model_copy(update={"text": "On 1 May 1999 nothing happened."})
    mended = checked(record.model_copy(update={"summary": tuple(sentences)}), seed_text)
    assert mended.summary[number].text.strip("“”") in seed_text
    others = [[one.text for at, one in enumerate(each.summary) if at != number] for each in (record, mended)]
    assert others[0] == others[1]
    assert (record.headline, record.events) == (mended.headline, mended.events)


@pytest.mark.parametrize("main", [True, False])
def test_whatever_words_an_event_that_lost_something_is_quoted(
    record: EventSummary, seed_text: str, main: bool
) -> None:
    told = {name for sentence in record.summary for name in sentence.events}
    number = next(
        at
        for at, one in enumerate(record.events)
        if (one.id == record.main_event) is main and one.id in told and one.participants
    )
    first = record.events[number]
    renamed = first.participants[0].model_copy(update={"name": "Turkish army"})
    mended = checked(_with_event(record, number, participants=(renamed, *first.participants[1:])), seed_text)
    quote = f"“{first.evidence[0].text}”"
    assert {first.id} == {now.id for was, now in zip(record.events, mended.events, strict=True) if was != now}
    assert quote == mended.events[number].description
    assert [quote if first.id in was.events else was.text for was in record.summary] == [
        now.text for now in mended.summary
    ]
    assert (quote if main else record.headline) == mended.headline


def test_evidence_that_leaves_its_denial_behind_becomes_the_whole_sentence() -> None:
    text = "Rebels shelled Darin on Monday. The mayor denied that rebels had entered Tamra. It rained in the north."
    whole = summarize(text, dateline="2026-03-04", model=ScriptedModel([{"event": {"type": "none"}}] * 3))
    rain, entry = span(text, "It rained"), span(text, "rebels had entered Tamra")
    told = [
        event().model_copy(update={"id": f"e{at}", "evidence": evidence})
        for at, evidence in enumerate([(rain, entry), (rain,)])
    ]
    mended = checked(whole.model_copy(update={"events": tuple(told), "main_event": "e0"}), text)
    denial = "The mayor denied that rebels had entered Tamra"
    assert [["It rained", denial], ["It rained"]] == [[one.text for one in each.evidence] for each in mended.events]


def test_evidence_of_a_source_that_ends_inside_a_word_becomes_the_whole_sentence() -> None:
    text = "Rebels shelled the town of Azaz on Friday, the army said\u0301. It was quiet later."
    record = summarize(text, dateline="2026-03-04", model=ScriptedModel([{"event": {"type": "none"}}] * 2))
    assert [("the army", "said")] == [(link.name, link.verb) for source in record.sources for link in source.chain]
    assert ["Rebels shelled the town of Azaz on Friday, the army said\u0301"] == [
        span.text for source in record.sources for span in source.evidence
    ]
    assert () == check_record(record, text)
    lost = [loss for loss in record.losses if loss.kind is LossKind.UNGROUNDED]
    assert [("the army said", "sources[0].evidence[0]")] == [(loss.text, loss.where) for loss in lost]


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
