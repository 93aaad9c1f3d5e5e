"""Who stands beside the words that announce an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.arguments import NOBODY, Beside, parties_beside
from summarize.lexicon.cues import Cue
from summarize.mentions import find_mentions
from summarize.record import EventType


def _beside(text: str, word: str) -> Beside:
    start = text.index(word)
    return parties_beside([Cue(start, start + len(word), word, EventType.SHELLING)], find_mentions(text), text)


@pytest.mark.parametrize(
    ("text", "word", "ahead", "behind"),
    [
        ("Rebels shelled the camp.", "shelled", True, False),
        ("Rebels have since then shelled Darin.", "shelled", True, False),
        ("The blast killed 15 soldiers.", "killed", False, True),
        ("The blast killed some of the villagers.", "killed", False, True),
        ("Soldiers killed three civilians.", "killed", True, True),
        ("Darin was shelled at dawn.", "shelled", False, False),
        ("Rebels met in the town hall at noon and shelled Darin.", "shelled", False, False),
        ("He thanked the soldiers. Shells fell.", "Shells", False, False),
        ("It was shelled, soldiers said.", "shelled", False, False),
        ("He was bombarded with calls.", "bombarded", False, False),
    ],
)
def test_a_party_counts_where_no_more_than_a_few_words_stand_between(
    text: str, word: str, *, ahead: bool, behind: bool
) -> None:
    assert Beside(ahead=ahead, behind=behind) == _beside(text, word)


def test_without_a_word_or_a_party_nobody_is_there() -> None:
    text = "Rebels shelled the camp."
    assert NOBODY == parties_beside([], find_mentions(text), text)
    assert NOBODY == parties_beside([Cue(7, 14, "shelled", EventType.SHELLING)], [], text)


@given(st.lists(st.sampled_from(["rebels", "shelled", "soldiers", "the", "and", ",", ".", "Darin"]), max_size=9))
def test_more_words_or_parties_take_nobody_away(pieces: list[str]) -> None:
    text = " ".join(pieces)
    cues = [Cue(at, at + 7, "shelled", EventType.SHELLING) for at in range(len(text)) if text.startswith("shelled", at)]
    found = find_mentions(text)
    whole = parties_beside(cues, found, text)
    for number in range(len(cues)):
        part = parties_beside(cues[:number], found[:number], text)
        assert whole.ahead or not part.ahead
        assert whole.behind or not part.behind
