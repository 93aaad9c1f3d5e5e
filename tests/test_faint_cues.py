"""Everyday words that can tell an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.lexicon import faint_cues
from summarize.lexicon.faint_cues import faint_cues_of, find_faint_cues
from summarize.record import EventType

PHRASES = sorted({found for phrases in faint_cues._by_first_word().values() for found in phrases})


def _types(text: str) -> set[EventType]:
    return {cue.type for cue in find_faint_cues(text)}


@pytest.mark.parametrize(("phrase", "kind"), PHRASES, ids=str)
def test_every_phrase_is_found_where_it_stands(phrase: str, kind: EventType) -> None:
    assert kind in _types(f"Then {phrase} again.")


def test_a_word_within_another_is_none() -> None:
    assert EventType.TERRITORY_CAPTURED in _types("The town fell on Monday.")
    assert EventType.TERRITORY_CAPTURED not in _types("The fellow left his well-fellow behind.")


def test_a_line_end_within_a_phrase_does_not_matter() -> None:
    assert EventType.TERRITORY_CAPTURED in _types("Rebels took\nback the town.")


def test_letters_whose_small_form_is_longer_shift_nothing() -> None:
    text = "İdlib fell on Monday."
    (cue,) = [cue for cue in find_faint_cues(text) if cue.type is EventType.TERRITORY_CAPTURED]
    assert "fell" == text[cue.start : cue.end] == cue.text


@given(st.text(max_size=80))
def test_offsets_are_those_of_the_text(text: str) -> None:
    assert all(cue.text == text[cue.start : cue.end] for cue in find_faint_cues(text))


@pytest.mark.parametrize("kind", EventType)
def test_the_faint_cues_of_a_type_are_those_among_all(kind: EventType) -> None:
    text = "The town fell under fire, planes and planes dropped gas, and the guns landed in their hands: a gunfight."
    assert [cue for cue in find_faint_cues(text) if cue.type is kind] == list(faint_cues_of(text, kind))
