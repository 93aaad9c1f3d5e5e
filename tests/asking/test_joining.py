"""What is joined by "and" or a comma fills the same part."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.filling import fill
from summarize.asking.joining import Chance, agreed
from summarize.mentions import Mention, MentionKind
from summarize.prompting import Part

TEXT = "Rebels, the army and several clans clashed with police in Darin and the port."
HIGH, LOW = {None: 0.1, Part.WHO: 0.9}, {None: 0.8, Part.WHO: 0.2}


def _chance(
    phrase: str, chances: dict[Part | None, float], kind: MentionKind = MentionKind.ACTOR, text: str = TEXT
) -> Chance:
    start = text.index(phrase)
    return Mention(start, start + len(phrase), phrase, kind), chances


def test_a_phrase_fills_the_part_that_those_joined_to_it_fill() -> None:
    alone = [_chance("Rebels", HIGH), _chance("the army", HIGH), _chance("clans", LOW)]
    assert ["Rebels", "the army"] == [phrase.text for phrase, _, _ in fill(alone, 0.4, TEXT)]
    assert ["Rebels", "the army", "clans"] == [phrase.text for phrase, _, _ in fill(agreed(alone, TEXT), 0.4, TEXT)]
    (_, first), (_, last) = agreed([_chance("the army", HIGH), _chance("clans", LOW)], TEXT)
    assert first == last
    odds = [chances[Part.WHO] / chances[None] for chances in (first, HIGH, LOW)]
    assert math.isclose(odds[0], math.sqrt(odds[1] * odds[2]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_chance("clans", HIGH), _chance("police", LOW)),
        (_chance("police", HIGH), _chance("Darin", LOW, MentionKind.PLACE)),
        (_chance("Darin", HIGH), _chance("the port", LOW, MentionKind.PLACE)),
    ],
)
def test_what_is_parted_keeps_its_own(one: Chance, other: Chance) -> None:
    assert [one, other] == agreed([one, other], TEXT)


def test_an_object_and_the_subject_of_the_next_clause_are_two_things() -> None:
    text = "Police arrested protesters and soldiers beat journalists."
    both = [_chance("protesters", HIGH, MentionKind.PEOPLE, text), _chance("soldiers", LOW, MentionKind.PEOPLE, text)]
    assert both == agreed(both, text)
    same_clause = text.replace(" beat journalists", "")
    (_, first), (_, last) = agreed(both, same_clause)
    assert first == last


def test_a_description_in_apposition_is_no_second_party() -> None:
    text = "The Front, an armed group from the hills, shelled Darin."
    both = [_chance("The Front", HIGH, text=text), _chance("an armed group", LOW, text=text)]
    assert both == agreed(both, text)


def test_places_agree_among_themselves() -> None:
    places = [_chance("Darin", HIGH, MentionKind.PLACE), _chance("the port", LOW, MentionKind.PLACE)]
    (_, first), (_, last) = agreed(places, TEXT)
    assert first == last


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Rebels shelled Darin and Homs.", True),
        ("Rebels shelled targets in Darin and in Homs.", True),
        ("Rebels shelled Darin, Homs and Tamra.", True),
        ("Rebels shelled targets in Darin, in Homs.", False),
        ("Rebels shelled Darin for Homs.", False),
    ],
)
def test_a_town_is_no_second_place_beside_its_province(text: str, joined: bool) -> None:
    places = [_chance(name, odds, MentionKind.PLACE, text) for name, odds in (("Darin", HIGH), ("Homs", LOW))]
    (_, first), (_, last) = agreed(places, text)
    assert joined is (first == last)


@pytest.mark.parametrize(
    ("quantity", "joined"),
    [("and", True), ("and some", True), ("and 40", True), ("and more than 4,000", True), ("and angry", False)],
)
def test_a_quantity_parts_nobody_from_those_joined_to_him(quantity: str, joined: bool) -> None:
    text = f"Rebels {quantity} soldiers clashed in Darin."
    both = [_chance("Rebels", HIGH, text=text), _chance("soldiers", LOW, text=text)]
    (_, first), (_, last) = agreed(both, text)
    assert joined is (first == last)


@given(st.lists(st.floats(0, 1), max_size=5), st.text(", andor", max_size=20))
def test_nothing_is_lost_and_probabilities_add_up_to_one(chances: list[float], between: str) -> None:
    text = between.join("X" * len(chances))
    step = 1 + len(between)
    given_chances = [
        (Mention(at * step, at * step + 1, "X", MentionKind.ACTOR), {None: 1 - chance, Part.WHO: chance})
        for at, chance in enumerate(chances)
    ]
    found = agreed(given_chances, text)
    assert [phrase for phrase, _ in given_chances] == [phrase for phrase, _ in found]
    assert all(math.isclose(1, sum(probabilities.values())) for _, probabilities in found)
