import re

import pytest

from summarize.codebook import CODEBOOK, PRECEDENCE, Group
from summarize.lexicon.cues import find_cues
from summarize.lexicon.phrasings import PHRASINGS
from summarize.record import EventType, Mode


def test_the_codebook_defines_every_event_type_once() -> None:
    assert set(EventType) == set(CODEBOOK)


def test_there_are_twenty_four_types_and_other() -> None:
    assert len(CODEBOOK) - 1 == 24


def test_only_the_types_of_the_group_situation_are_situations() -> None:
    situations = {kind for kind, entry in CODEBOOK.items() if entry.mode is Mode.SITUATION}
    assert situations == {kind for kind, entry in CODEBOOK.items() if entry.group is Group.SITUATION}


def test_capture_goes_before_battle_before_remote_violence_before_offensive() -> None:
    order = [EventType.TERRITORY_CAPTURED, EventType.BATTLE, EventType.AIR_STRIKE, EventType.OFFENSIVE]
    assert order == sorted(order, key=PRECEDENCE.index)


def test_every_type_has_a_wording() -> None:
    assert set(EventType) == set(PHRASINGS)


@pytest.mark.parametrize("kind", list(EventType))
def test_a_wording_uses_only_known_slots(kind: EventType) -> None:
    phrasing = PHRASINGS[kind]
    slots = set(re.findall(r"\{(\w+)", phrasing.active + phrasing.passive + phrasing.noun))
    assert slots <= {"actor", "recipient", "parties", "affected", "place", "at", "label"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Two armed groups clashed outside the mill.", EventType.BATTLE),
        ("The brigade overran the depot.", EventType.TERRITORY_CAPTURED),
        ("Mortars fell on the bazaar.", EventType.SHELLING),
        ("A roadside bomb went off.", EventType.BOMBING),
        ("Warplanes struck the depot.", EventType.AIR_STRIKE),
        ("Families left Darin at dawn.", EventType.DISPLACEMENT),
        ("Trucks delivered flour.", EventType.AID_DELIVERY),
        ("Police detained nine students.", EventType.DETENTION),
        ("The two sides signed a truce.", EventType.AGREEMENT),
        ("The ministers met in Geneva.", EventType.TALKS),
        ("Gunmen abducted a doctor.", EventType.ABDUCTION),
        ("The road was sealed and a curfew imposed.", EventType.RESTRICTION),
        ("Thousands marched through the capital.", EventType.PROTEST),
    ],
)
def test_the_usual_words_of_a_type_announce_it(sentence: str, kind: EventType) -> None:
    assert kind in {cue.type for cue in find_cues(sentence)}


def test_armed_groups_that_clash_do_not_announce_a_riot() -> None:
    kinds = {cue.type for cue in find_cues("Two brigades clashed near the dam.")}
    assert EventType.RIOT not in kinds


def test_a_cue_is_never_part_of_a_word() -> None:
    assert find_cues("The airstriking, rebattled foodstuff of mistaken sharpshooterless moods") == ()
