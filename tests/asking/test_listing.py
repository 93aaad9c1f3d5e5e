"""Which places of a sentence are told in one breath."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.filling import fill
from summarize.asking.listing import listed_with
from summarize.mentions import Mention, MentionKind
from summarize.prompting import Part


def _places(text: str, *names: str) -> list[Mention]:
    starts = [match.start() for name in names for match in [re.search(rf"\b{name}\b", text)] if match]
    return [
        Mention(start, start + len(name), name, MentionKind.PLACE) for start, name in zip(starts, names, strict=True)
    ]


LISTS = [
    ("Aid reached Darin and Tamra.", ["Darin", "Tamra"]),
    ("Aid reached Darin, Tamra and the port.", ["Darin", "Tamra", "port"]),
    ("A curfew holds in the capital and in Darin.", ["capital", "Darin"]),
    ("Forces advanced in Darin and in southern parts of Tamra.", ["Darin", "Tamra"]),
    ("Guards stand at the bridge, and outside Darin.", ["bridge", "Darin"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_places_joined_by_and_are_one_list(text: str, names: list[str]) -> None:
    places = _places(text, *names)
    for place in places:
        assert names == [each.text for each in listed_with(place, places, text)]


APART = [
    ("Aid reached Darin, Tamra.", ["Darin", "Tamra"]),
    ("Aid left Darin for Tamra.", ["Darin", "Tamra"]),
    ("Rebels took Darin and shelled Tamra.", ["Darin", "Tamra"]),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_other_places_stand_alone(text: str, names: list[str]) -> None:
    places = _places(text, *names)
    for place in places:
        assert (place,) == listed_with(place, places, text)


def test_a_province_behind_the_last_of_a_list_is_none_of_it() -> None:
    text = "Aid reached Darin and Tamra, Homs, on Monday."
    darin, tamra, homs = _places(text, "Darin", "Tamra", "Homs")
    assert (darin, tamra) == listed_with(tamra, [darin, tamra, homs], text)
    assert (homs,) == listed_with(homs, [darin, tamra, homs], text)


@given(st.lists(st.sampled_from([" and ", ", ", " for ", ", and in the "]), max_size=6), st.data())
def test_a_list_is_a_run_of_places_that_holds_the_one_asked_about(gaps: list[str], data: st.DataObject) -> None:
    text, places = "X", [Mention(0, 1, "X", MentionKind.PLACE)]
    for gap in gaps:
        start = len(text) + len(gap)
        text += f"{gap}X"
        places.append(Mention(start, start + 1, "X", MentionKind.PLACE))
    place = data.draw(st.sampled_from(places))
    found = listed_with(place, places, text)
    at = places.index(found[0])
    assert place in found
    assert list(found) == places[at : at + len(found)]
    assert all(listed_with(each, places, text) == found for each in found)


def test_an_event_happens_in_every_place_of_the_list_and_in_no_other() -> None:
    text = "Aid reached Darin and Tamra, and trucks wait in Sabra."
    chances = [
        (place, {None: 1 - chance, Part.WHERE: chance})
        for place, chance in zip(_places(text, "Darin", "Tamra", "Sabra"), (0.8, 0.6, 0.7), strict=True)
    ]
    assert [("Darin", 0.8), ("Tamra", 0.6)] == [(phrase.text, chance) for phrase, _, chance in fill(chances, 0.4, text)]
    assert ["Darin"] == [phrase.text for phrase, _, _ in fill(chances, 0.75, text)]
