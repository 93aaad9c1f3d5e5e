"""Which phrases fill which part."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.filling import PART_ANSWERS, fill, part_probabilities, part_values, parts_of
from summarize.codebook import CODEBOOK
from summarize.mentions import Mention, MentionKind
from summarize.prompting import Part, PartWeights
from summarize.record import EventType, Role

PLAIN = PartWeights.model_validate(
    {
        "who": {"actor": 1},
        "whom": {"target": 1, "is_object": 2},
        "side": {"actor": 1},
        "affected": {"target": 1},
        "where": {"place": 1},
        "threshold": 0.4,
    }
)
logprobs = st.dictionaries(st.sampled_from(PART_ANSWERS), st.floats(-30, 0))
kinds = st.sampled_from([kind for kind in EventType if kind is not EventType.OTHER])


def test_each_type_has_the_parts_of_its_roles() -> None:
    assert {Part.WHO: Role.ACTOR, Part.WHOM: Role.RECIPIENT, Part.WHERE: None} == parts_of(EventType.SHELLING)
    assert {Part.SIDE: Role.PARTICIPANT, Part.WHERE: None} == parts_of(EventType.BATTLE)
    assert {Part.AFFECTED: Role.AFFECTED, Part.WHERE: None} == parts_of(EventType.DISPLACEMENT)
    assert {Part.WHO: Role.ACTOR, Part.WHOM: Role.AFFECTED, Part.WHERE: None} == parts_of(EventType.AID_DELIVERY)


@given(kind=kinds, said=logprobs)
def test_parts_and_none_are_all_there_is(kind: EventType, said: dict[str, float]) -> None:
    chances = part_probabilities(kind, said, ["object"], PLAIN)
    assert {None, *parts_of(kind)} == set(chances)
    assert math.isclose(1, sum(chances.values()))
    assert all(0 <= chance <= 1 for chance in chances.values())


def test_a_sign_speaks_for_the_part_that_gives_it_weight() -> None:
    said = {"actor": -1.0, "target": -1.0, "no": -1.0}
    bare, object_ = (part_probabilities(EventType.SHELLING, said, signs, PLAIN) for signs in ([], ["object"]))
    assert object_[Part.WHOM] > bare[Part.WHOM]
    assert object_[Part.WHO] < bare[Part.WHO]


def test_what_the_model_did_not_list_is_as_unlikely_as_can_be_told() -> None:
    values = part_values(EventType.SHELLING, {"no": -0.01}, [])
    assert values["actor"] == values["place"] == pytest.approx(-13.99)


def test_the_group_of_a_type_is_a_sign() -> None:
    for kind in (EventType.SHELLING, EventType.PROTEST):
        assert 1.0 == part_values(kind, {}, [])[f"in_{CODEBOOK[kind].group.value}"]


def _phrase(number: int) -> Mention:
    return Mention(number, number + 1, chr(97 + number), MentionKind.OTHER)


def test_parties_are_as_many_as_there_are_and_of_places_there_is_one() -> None:
    chances = [
        (_phrase(0), {None: 0.1, Part.WHO: 0.9, Part.WHERE: 0.0}),
        (_phrase(1), {None: 0.4, Part.WHO: 0.6, Part.WHERE: 0.0}),
        (_phrase(2), {None: 0.4, Part.WHO: 0.0, Part.WHERE: 0.6}),
        (_phrase(3), {None: 0.2, Part.WHO: 0.0, Part.WHERE: 0.8}),
        (_phrase(4), {None: 0.7, Part.WHO: 0.3, Part.WHERE: 0.0}),
    ]
    found = [(phrase.text, part, chance) for phrase, part, chance in fill(chances, 0.4, "a b c d e")]
    assert [("a", Part.WHO, 0.9), ("b", Part.WHO, 0.6), ("d", Part.WHERE, 0.8)] == found
