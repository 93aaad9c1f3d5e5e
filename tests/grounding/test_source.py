"""A source text: what is told without reading all of it is what reading all of it tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding import MatchStatus, SourceText, locate
from summarize.grounding.sentences import ends_sentence
from tests.grounding.test_locate_properties import WORDS, texts

TEXT = (
    "His “U.S.-backed” men left al-Sukhna’s port, officials said. It is the 1,500th day; Gen. Haddad didn’t.\n\n"
    "On 6 June."
)
glued = st.lists(st.sampled_from([*WORDS, " ", "\u00a0", "1.", ".S", "’t", "'s", "-"]), max_size=30).map("".join)


@given(texts | glued | st.text(st.sampled_from("ab1.,'’- \n\u00a0s"), max_size=60))
def test_a_boundary_told_nearby_is_one_of_the_whole_text(text: str) -> None:
    whole, fresh = SourceText(text), SourceText(text)
    assert whole.tokens is not None
    offsets = range(len(text) + 1)
    assert [whole.is_boundary(offset) for offset in offsets] == [fresh.is_boundary(offset) for offset in offsets]
    assert [whole.next_boundary(offset) for offset in offsets] == [
        SourceText(text).next_boundary(offset) for offset in offsets
    ]


@given(texts | glued)
def test_sentences_begin_where_one_ends(text: str) -> None:
    source = SourceText(text)
    ends = [index for index in range(len(source.tokens) + 1) if ends_sentence(text, source.tokens, index)]
    assert ends == list(source.sentence_starts)


@pytest.mark.parametrize(
    "phrase", ["men left", "port", "is", "officials said", "1,500th", "Haddad", "“U.S.-backed” men"]
)
def test_a_verbatim_phrase_is_found_without_reading_the_whole_text(phrase: str) -> None:
    source = SourceText(TEXT)
    match = locate(phrase, source, within=(0, len(TEXT)))
    assert (MatchStatus.EXACT, phrase) == (match.status, match.text)
    assert "tokens" not in vars(source)


def test_a_word_too_long_to_look_around_is_read_with_the_whole_text() -> None:
    source = SourceText(f"{'x' * 500} fled")
    assert not source.is_boundary(250)
    assert source.is_boundary(500)
