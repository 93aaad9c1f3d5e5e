"""Reply types: what the schema lets a server write, and how a reply is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarize.draft import (
    Choices,
    DraftParticipant,
    DraftPlace,
    passage_reply,
    read_passage_reply,
    read_sentence_reply,
    sentence_reply,
)
from summarize.record import EventType, Role

CHOICES = Choices(
    types=(EventType.BATTLE, EventType.SHELLING),
    who=("rebels", "the army"),
    whom=("rebels", "the army"),
    where=("Darin",),
)
phrases = st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6, unique=True)


def _answer(**fields: object) -> str:
    return json.dumps({"event": fields})


def test_a_reply_of_the_lists_becomes_an_event() -> None:
    reply = sentence_reply(CHOICES).model_validate_json(
        _answer(type="shelling", who="rebels", whom="the army", where="Darin")
    )
    (event,) = read_sentence_reply(reply, 4, CHOICES)
    expected = (DraftParticipant(Role.ACTOR, "rebels"), DraftParticipant(Role.RECIPIENT, "the army"))
    assert (4, EventType.SHELLING, expected, (DraftPlace("Darin"),)) == (
        event.sentence,
        event.type,
        event.participants,
        event.places,
    )


def test_no_event_is_an_answer() -> None:
    reply = sentence_reply(CHOICES).model_validate_json(_answer(type="none"))
    assert read_sentence_reply(reply, 1, CHOICES) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "protest", "who": None, "whom": None, "where": None},
        {"type": "battle", "who": "the navy", "whom": None, "where": None},
        {"type": "battle", "who": "rebels", "whom": None, "where": "Tamra"},
        {"type": "battle", "who": "rebels"},
        {"type": "battle", "who": "rebels", "whom": None, "where": None, "when": "now"},
    ],
)
def test_anything_outside_the_lists_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        sentence_reply(CHOICES).model_validate_json(_answer(**fields))


def test_two_sides_of_a_battle_are_participants() -> None:
    reply = sentence_reply(CHOICES).model_validate_json(
        _answer(type="battle", who="rebels", whom="the army", where=None)
    )
    (event,) = read_sentence_reply(reply, 1, CHOICES)
    assert [Role.PARTICIPANT, Role.PARTICIPANT] == [party.role for party in event.participants]


def test_a_phrase_chosen_for_both_roles_keeps_the_first() -> None:
    reply = sentence_reply(CHOICES).model_validate_json(
        _answer(type="shelling", who="rebels", whom="rebels", where=None)
    )
    (event,) = read_sentence_reply(reply, 1, CHOICES)
    assert (DraftParticipant(Role.ACTOR, "rebels"),) == event.participants


def test_phrases_tied_by_and_share_a_role_whatever_the_model_said() -> None:
    choices = Choices(
        types=(EventType.SHELLING,), who=("rebels", "allies"), whom=("rebels", "allies"), together={"allies": "rebels"}
    )
    reply = sentence_reply(choices).model_validate_json(_answer(type="shelling", who="rebels", whom="allies"))
    (event,) = read_sentence_reply(reply, 1, choices)
    assert [Role.ACTOR, Role.ACTOR] == [party.role for party in event.participants]


@given(who=phrases, where=phrases.map(lambda names: [f"at {name}" for name in names]))
def test_every_listed_phrase_can_be_answered_and_comes_back_unchanged(who: list[str], where: list[str]) -> None:
    choices = Choices(types=(EventType.SHELLING,), who=tuple(who), whom=(), where=tuple(where))
    reply = sentence_reply(choices).model_validate_json(_answer(type="shelling", who=who[-1], where=where[-1]))
    (event,) = read_sentence_reply(reply, 1, choices)
    assert (who[-1], where[-1]) == (event.participants[0].phrase, event.places[0].phrase)


def test_a_passage_reply_names_only_its_own_sentences() -> None:
    reply = passage_reply([3, 4], CHOICES)
    item = {"sentence": 5, "type": "battle", "label": None, "participants": [], "places": []}
    with pytest.raises(ValidationError):
        reply.model_validate({"events": [item]})


def test_a_passage_reply_is_read_in_its_order() -> None:
    items = [
        {"sentence": number, "type": kind, "label": None, "participants": [party], "places": ["Darin"]}
        for number, kind, party in [
            (4, "shelling", {"role": "actor", "phrase": "rebels"}),
            (3, "battle", {"role": "participant", "phrase": "the army"}),
        ]
    ]
    events = read_passage_reply(passage_reply([3, 4], CHOICES).model_validate({"events": items}))
    assert [(4, EventType.SHELLING), (3, EventType.BATTLE)] == [(event.sentence, event.type) for event in events]
    assert DraftParticipant(Role.ACTOR, "rebels") == events[0].participants[0]


def test_the_phrases_of_a_passage_stand_in_its_schema_once() -> None:
    schema = json.dumps(passage_reply([1], CHOICES).model_json_schema())
    assert schema.count('"the army"') == 1
