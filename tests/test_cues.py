"""Cues: words that announce events, found by the first letters of a word instead of by every pattern in turn."""

import pytest

from summarize.lexicon import cues
from summarize.lexicon.cues import cues_of, find_cues
from summarize.record import EventType

SENTENCES = (
    "Fighters of the Marsh Guard seized the port on Monday after clashes with government troops.",
    "Warplanes struck the silos while rebel-held districts in the north came under heavy fire.",
    "Thousands of masked fighters and 200 foreign recruits remained in the enclave, the monitor said.",
    "The two sides have taken control of the crossing; a de-escalation deal was signed on Friday.",
    "Police fired tear gas at protesters who had set two buses on fire and thrown stones.",
    "A VBIED went off; IEDs and VX were found, and residents in need of food had fled.",
    "Nobody was there.",
)


def by_every_pattern(text: str) -> set[tuple[int, int, EventType]]:
    return {
        (match.start(), match.end(), kind) for kind in cues._PATTERNS for match in cues._pattern(kind).finditer(text)
    }


@pytest.mark.parametrize("text", SENTENCES)
def test_looking_up_openings_loses_no_cue_that_a_pattern_finds(text: str) -> None:
    expected = {
        (start, end, kind)
        for start, end, kind in by_every_pattern(text)
        if kind not in cues._COMPANIONS or cues._COMPANIONS[kind].search(text)
    }
    assert expected == {(cue.start, cue.end, cue.type) for cue in find_cues(text)}


@pytest.mark.parametrize("text", SENTENCES)
def test_the_cues_of_a_type_are_those_among_all(text: str) -> None:
    found = find_cues(text)
    expected = {kind: [cue for cue in found if cue.type is kind] for kind in EventType}
    assert expected == {kind: list(cues_of(text, kind)) for kind in EventType}


@pytest.mark.parametrize("kind", cues._PATTERNS, ids=str)
def test_every_alternative_has_an_opening_it_can_be_looked_up_by(kind: EventType) -> None:
    openings = set(cues._openings("".join(cues._PATTERNS[kind].split())))
    assert openings
    assert {"", "a"}.isdisjoint(openings)
    assert all(len(opening) > 1 or opening in {cues._FIGURE, cues._COMPOUND} for opening in openings)


def test_cues_come_in_order_of_appearance() -> None:
    found = find_cues("Shells hit the market, and the army then withdrew its soldiers.")
    assert [EventType.SHELLING, EventType.WITHDRAWAL] == [cue.type for cue in found if cue.text != "hit"]


@pytest.mark.parametrize(
    "text",
    ["The National Liberation\nFront met the minister.", "The Liberation Tigers fled.", "LIBERATION SQUARE WAS QUIET."],
)
def test_a_name_with_liberation_announces_no_capture(text: str) -> None:
    assert EventType.TERRITORY_CAPTURED not in {cue.type for cue in find_cues(text)}
    assert EventType.TERRITORY_CAPTURED in {cue.type for cue in find_cues("The liberation of Darin took a week.")}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The town was within shelling range.", EventType.SHELLING, []),
        ("The shelling ranged over the town.", EventType.SHELLING, ["shelling"]),
        ("The SDF, a Kurdish-led fighting coalition, made advances.", EventType.BATTLE, []),
        ("Men of fighting age were taken.", EventType.BATTLE, []),
        ("The army is fighting forces loyal to him.", EventType.BATTLE, ["fighting"]),
        ("Riot police stood by.", EventType.RIOT, []),
        ("Rioters faced police.", EventType.RIOT, ["Rioters"]),
    ],
)
def test_what_a_thing_is_called_after_announces_no_event(text: str, kind: EventType, expected: list[str]) -> None:
    assert expected == [text[cue.start : cue.end] for cue in cues.cues_of(text, kind)]
