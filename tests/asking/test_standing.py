"""How phrases stand in their sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.standing import standing
from summarize.lexicon.cues import find_cues
from summarize.mentions import find_mentions
from summarize.record import EventType


def signs(text: str, phrase: str, kind: EventType) -> frozenset[str]:
    mentions = find_mentions(text)
    (mention,) = [one for one in mentions if one.text == phrase]
    return standing(mention, text, mentions, [cue for cue in find_cues(text) if cue.type is kind])


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Rebels shelled the port of Darin.", "Rebels", {"actor", "armed", "opening", "subject", "first", "ahead"}),
        ("Rebels shelled the port of Darin.", "Darin", {"place", "named", "of", "behind", "next_behind", "only"}),
        ("Four nurses were kidnapped by gunmen.", "nurses", {"civilian", "passive_subject", "ahead_of_passive"}),
        ("Four nurses were kidnapped by gunmen.", "gunmen", {"agent", "armed", "behind", "ending"}),
        ("Shells were fired on Wednesday by rebel groups.", "rebel groups", {"agent"}),
        ("Gunmen kidnapped at least four nurses.", "nurses", {"object", "civilian", "ending"}),
        ("The army's heavy shelling killed up to 20 people.", "The army", {"attacker", "armed"}),
        ("Police reported government bombardment of the town.", "government", {"attacker", "institution"}),
        ("Rebels attacked the army's base near Darin.", "the army", {"owner", "object"}),
        ("The militia has been accused of shelling the town.", "The militia", {"accused"}),
        ("Air raids backed by the militia hit the town.", "the militia", {"backer"}),
        ("The town is under the control of the Front.", "Front", {"holder"}),
        ("The Front, an armed group from the hills, has shelled Darin.", "Front", {"renamed", "subject"}),
        ("The Front, an armed group from the hills, has shelled Darin.", "an armed group", {"renaming"}),
        ("There are gunmen who have fled the town.", "gunmen", {"subject"}),
        ("Shells fell among the residents, killing five.", "the residents", {"among", "civilian", "before_comma"}),
        ("Rebels and militiamen clashed with the army near Darin.", "Rebels", {"before_and"}),
        ("Rebels and militiamen clashed with the army near Darin.", "militiamen", {"and"}),
        ("Rebels and militiamen clashed with the army near Darin.", "the army", {"with", "behind"}),
        ("Jets bombed the town of Azaz in Aleppo Province.", "Azaz", {"outer"}),
        ("Jets bombed the town of Azaz in Aleppo Province.", "Aleppo Province", {"inner", "at"}),
        ("Jets bombed the town of Azaz in Aleppo Province.", "Jets", {"craft"}),
        ("The minister has fled the shelled town.", "The minister", {"institution", "subject"}),
        ("Four nurses were kidnapped by a group of gunmen.", "gunmen", {"agent", "armed"}),
        ("Three engineers of Bahia Oil [a private firm] were kidnapped.", "engineers", {"passive_subject"}),
        ("Soldiers in Darin were shelled.", "Soldiers", {"passive_subject", "ahead_of_passive"}),
        ("The murder of two priests shocked the town.", "priests", {"of", "of_cue", "behind"}),
        ("The attack on a judge shocked the town.", "a judge", {"against", "on_cue"}),
        ("Nine people died when shells hit the market.", "people", {"sufferer", "civilian"}),
    ],
)
def test_what_stands_beside_a_phrase(text: str, phrase: str, expected: set[str]) -> None:
    kinds = {cue.type for cue in find_cues(text)} or {EventType.DISPLACEMENT}
    assert any(expected <= signs(text, phrase, kind) for kind in kinds), [signs(text, phrase, kind) for kind in kinds]


def test_a_phrase_behind_a_new_clause_is_parted_from_the_event() -> None:
    text = "Rebels shelled Darin; the ministry did not comment."
    assert "parted" in signs(text, "the ministry", EventType.SHELLING)
    assert "parted" not in signs(text, "Darin", EventType.SHELLING)


def test_without_an_announcing_word_no_side_is_claimed() -> None:
    found = signs("Rebels are in Darin.", "Rebels", EventType.SHELLING)
    assert "no_cue" in found
    assert found.isdisjoint({"ahead", "behind"})


@given(st.text(alphabet=st.sampled_from("Rebels the army of Darin, killed by 20 people. '-"), max_size=120))
def test_any_text_has_signs(text: str) -> None:
    mentions = find_mentions(text)
    for mention in mentions:
        assert standing(mention, text, mentions, find_cues(text))


@pytest.mark.parametrize("text", ["The air strikes of the rebels hit Darin.", "The bombs of the rebels hit Darin."])
def test_behind_the_of_of_a_weapon_stands_who_uses_it(text: str) -> None:
    for kind in {cue.type for cue in find_cues(text)}:
        assert "of_cue" not in signs(text, "the rebels", kind)
