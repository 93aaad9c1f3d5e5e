"""What peers tell as our record: kindly read, and nothing in it that the article does not say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from benchmarks.peers import langextract, plain
from benchmarks.peers.examples import shown_examples, shown_texts
from benchmarks.peers.kinds import type_of
from benchmarks.peers.mapping import READINGS, Reading, mapped
from benchmarks.peers.task import PeerEvent, PeerFigure, Told, instructions
from summarize import read_article
from summarize.codebook import CODEBOOK
from summarize.evaluation.checks import check
from summarize.prompting import builtin_prompt
from summarize.record import EventSummary, EventType, LossKind, PromptUsed, Provenance, Role, TimeBasis, Usage

TEXT = (
    "Rebels attacked an army post near Mosul on Sunday, killing at least 12 soldiers, a police officer said. "
    "The army as well as allied militias shelled the village of Tamra in response. "
    "Two people died in Tamra and two people were hurt, the mayor of Tamra told reporters."
)
ARTICLE = read_article(TEXT, dateline=date(2026, 3, 3), id="made-up")
PROVENANCE = Provenance(
    package="tests",
    schema_version="1",
    model="scripted",
    chosen="peer",
    strategy="peer",
    prompt=PromptUsed(name="peer", version="1", digest="0" * 16),
)


def event(quote: str = "Rebels attacked an army post", type: str = "battle", **fields: Any) -> PeerEvent:  # noqa: A002
    return PeerEvent(quote=quote, type=type, **fields)


def read(*events: PeerEvent, figures: tuple[PeerFigure, ...] = (), reading: Reading = "quoted") -> EventSummary:
    told = Told(events=events, figures=figures)
    return mapped(told, ARTICLE, reading, provenance=PROVENANCE, usage=Usage())


def lost(record: EventSummary, kind: LossKind) -> set[str | None]:
    return {loss.text for loss in record.losses if loss.kind is kind}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("battle", EventType.BATTLE),
        ("Clashes", EventType.BATTLE),
        ("territory_captured", EventType.TERRITORY_CAPTURED),
        ("capture (of a place, by force)", EventType.TERRITORY_CAPTURED),
        ("AIRSTRIKE", EventType.AIR_STRIKE),
        ("drone strike", EventType.AIR_STRIKE),
        ("kidnapping", EventType.ABDUCTION),
        ("Aid delivery", EventType.AID_DELIVERY),
        ("violence against civilians", EventType.ATTACK_ON_CIVILIANS),
        ("artillery shelling of a town", EventType.SHELLING),
        ("none", None),
        ("", None),
        ("weather", None),
    ],
)
def test_a_type_is_known_by_the_codebooks_names_by_synonyms_and_by_its_cues(
    name: str, expected: EventType | None
) -> None:
    assert expected == type_of(name)


def test_every_word_of_the_prompt_stands_for_its_own_type() -> None:
    for entry in CODEBOOK.values():
        if entry.type is not EventType.OTHER:
            assert entry.type == type_of(entry.word)
            assert entry.word in instructions()


@pytest.mark.parametrize("reading", READINGS)
def test_words_in_other_capitals_are_found_and_the_record_has_the_articles_own(reading: Reading) -> None:
    told = event("REBELS ATTACKED AN ARMY POST", who=("rebels",), whom=("AN ARMY POST",), where=("mosul",))
    (found,) = read(told, reading=reading).events
    assert [("Rebels", Role.PARTICIPANT), ("an army post", Role.PARTICIPANT)] == [
        (one.name, one.role) for one in found.participants
    ]
    assert ["Mosul"] == [place.name for place in found.places]


def test_an_event_whose_words_are_not_quite_the_articles_belongs_to_the_sentence_that_holds_most_of_them() -> None:
    (found,) = read(event("the army shelled the village Tamra", "shelling", who=("The army",))).events
    assert TEXT.index("The army as") == found.evidence[0].start


def test_an_event_without_words_belongs_to_the_sentence_that_names_its_parties() -> None:
    (found,) = read(event("they fired", "shelling", who=("allied militias",), where=("Tamra",))).events
    assert TEXT.index("The army as") == found.evidence[0].start


def test_where_the_peer_has_placed_its_words_is_believed() -> None:
    at = (TEXT.index("two people were"), TEXT.index(", the mayor"))
    (found,) = read(event("people hurt", "violence against civilians", at=at)).events
    assert TEXT.index("Two people") == found.evidence[0].start


@pytest.mark.parametrize("reading", READINGS)
def test_nothing_that_the_article_does_not_say_gets_into_a_record(reading: Reading) -> None:
    record = read(
        event(
            who=("Rebels", "Martians"),
            whom=("unknown",),
            where=("Atlantis",),
            when="in 1745",
            source="the Moon Observatory",
        ),
        event("Aliens landed on the palace roof", "battle", who=("Aliens",)),
        event("The army shelled", "weather"),
        figures=(PeerFigure(quote="99 balloons"), PeerFigure(quote="12 soldiers")),
        reading=reading,
    )
    assert 0 == check(record, TEXT).ungrounded
    assert 1 == len(record.events)
    assert ["Rebels"] == [one.name for one in record.events[0].participants]
    assert () == record.events[0].places
    named = {"Martians", "Atlantis", "in 1745", "the Moon Observatory", "Aliens landed on the palace roof"}
    assert named <= lost(record, LossKind.UNGROUNDED)
    assert "unknown" not in lost(record, LossKind.UNGROUNDED)
    assert "weather" in lost(record, LossKind.UNRESOLVED)
    assert all("balloons" not in figure.text for figure in record.figures)


def test_parties_are_named_as_our_own_phrases_name_them() -> None:
    (found,) = read(event(whom=("at least 12 soldiers",), who=("Rebels",))).events
    assert {"Rebels", "soldiers"} == {one.name for one in found.participants}


def test_a_party_that_only_another_sentence_names_says_so() -> None:
    (found,) = read(event(who=("Rebels",), whom=("allied militias",))).events
    elsewhere = {one.name: one.inferred for one in found.participants}
    assert elsewhere["Rebels"] is None
    assert elsewhere["allied militias"] is not None


def test_a_quoted_time_counts_from_the_dateline_and_none_is_the_day_of_publication() -> None:
    dated, undated = read(
        event(when="on Sunday"), event("The army as well as allied militias shelled", "shelling")
    ).events
    assert dated.time is not None
    assert undated.time is not None
    assert ("2026-03-01", TimeBasis.PUBLICATION) == (dated.time.edtf, undated.time.basis)


def test_a_source_is_ours_where_our_code_knows_it_and_stands_alone_where_it_does_not() -> None:
    known, alone = read(
        event(source="police officer"),
        event("The army as well as allied militias shelled", "shelling", source="allied militias"),
    ).events
    record = read(event(source="police officer"), event("The army as", "shelling", source="allied militias"))
    names = {source.id: source.chain[0].name for source in record.sources}
    assert ["a police officer"] == [names[one] for one in known.sources]
    assert ["allied militias"] == [names[one] for one in alone.sources]


def test_what_a_peer_does_not_name_is_filled_in_only_when_its_answer_is_completed() -> None:
    told = event("The army as well as allied militias shelled the village", "shelling", who=("The army",))
    attack = event(who=("Rebels",))
    quoted, completed = (read(attack, told, reading=reading) for reading in READINGS)
    assert ((), ()) == (quoted.events[0].sources, quoted.figures)
    assert completed.events[0].sources
    assert ["at least 12 soldiers", "Two people", "two people"] == [figure.text for figure in completed.figures]
    assert ["The army"] == [one.name for one in quoted.events[1].participants]
    assert ["The army", "allied militias"] == [one.name for one in completed.events[1].participants]


def test_figures_have_the_numbers_that_our_code_reads_and_stand_where_they_are_quoted() -> None:
    told = (PeerFigure(quote="12 soldiers"), PeerFigure(quote="two people"), PeerFigure(quote="two people"))
    found = read(figures=told).figures
    assert [("at least 12 soldiers", 12.0), ("Two people", None), ("two people", None)] == [
        (figure.text, figure.min) for figure in found
    ]


def test_an_event_said_twice_is_one() -> None:
    assert 1 == len(read(event(who=("Rebels",)), event(who=("Rebels",))).events)


def test_peers_learn_from_the_examples_of_our_prompt() -> None:
    expected = builtin_prompt("weighed").examples
    shown = shown_examples()
    assert [(one.id, one.text) for one in expected] == [(one.id, one.text) for one in shown]
    for mine, theirs in zip(expected, shown, strict=True):
        assert [CODEBOOK[one.type].word for one in mine.events] == [one.type for one in theirs.told.events]
        for one, other in zip(mine.events, theirs.told.events, strict=True):
            assert {phrase for _, phrase in one.participants} == {*other.who, *other.whom}
            assert one.places == other.where
        phrases = [
            phrase
            for one in theirs.told.events
            for phrase in (one.quote, *one.who, *one.whom, *one.where, one.when, one.source)
            if phrase is not None
        ]
        assert all(phrase in theirs.text for phrase in (*phrases, *(one.quote for one in theirs.told.figures)))


def test_texts_of_several_examples_hold_all_of_them_and_each_quotation_once() -> None:
    assert " ".join(one.text for one in shown_examples()) == " ".join(one.text for one in shown_texts())
    for part in ("events", "figures"):
        every = [told for one in shown_examples() for told in getattr(one.told, part)]
        assert every == [told for one in shown_texts() for told in getattr(one.told, part)]
    quotes = [(one.text, told.quote) for one in shown_texts() for told in (*one.told.events, *one.told.figures)]
    assert all(text.count(quote) == 1 for text, quote in quotes)


def test_the_examples_come_back_whole_through_a_response_model() -> None:
    for shown in shown_texts():
        answer = {
            "events": [one.model_dump(mode="json", exclude={"at"}) for one in shown.told.events],
            "figures": [one.quote for one in shown.told.figures],
        }
        assert shown.told == plain.told(plain.response_model().model_validate(answer).model_dump(mode="json"))


def test_extractions_are_read_whatever_shape_their_attributes_have() -> None:
    answer = {
        "extractions": [
            {"class": "event", "text": "shelled", "attributes": {"type": "shelling", "who": "The army"}, "at": [3, 9]},
            {"class": "event", "text": "died", "attributes": None, "at": None},
            {"class": "figure", "text": "Two people", "attributes": {}},
            {"class": "remark", "text": "so it goes"},
        ]
    }
    told = langextract.told(answer)
    assert ("shelling", ("The army",), (3, 9)) == (told.events[0].type, told.events[0].who, told.events[0].at)
    assert ("", None) == (told.events[1].type, told.events[1].at)
    assert ["Two people"] == [figure.quote for figure in told.figures]
