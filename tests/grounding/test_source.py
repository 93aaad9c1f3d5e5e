"""A source text: what is told without reading all of it is what reading all of it tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding import MatchStatus, SourceText, check_record, locate
from summarize.grounding.sentences import ends_sentence
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.reading import read_article
from summarize.waiting import wait
from tests.grounding.test_locate_properties import WORDS, texts

TEXT = (
    "His “U.S.-backed” men left al-Sukhna’s port, officials said. It is the 1,500th day; Gen. Haddad didn’t.\n\n"
    "On 6 June."
)
invisible = st.text(
    st.sampled_from("\u00ad\u061c\u200b\u200c\u200d\u200e\u202c\u2060\ufe0f\ufeff"), min_size=1, max_size=3
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


@given(invisible)
def test_a_quotation_may_end_before_what_cannot_be_seen_but_not_inside_what_can(run: str) -> None:
    text = f"Men left al-Su{run}khna, officials said{run} on Monday."
    match = locate("officials said", text)
    assert (MatchStatus.EXACT, "officials said") == (match.status, match.text)
    assert f"officials said{run}" == locate(f"officials said{run}", text).text
    assert not any(locate(part, text).supported for part in ("al-Su", "khna", "officials sai", "aid"))


@given(invisible)
def test_a_record_of_an_article_with_invisible_characters_holds(run: str) -> None:
    text = f"Rebels took Darin{run}, the army{run} said{run} on{run} Monday{run}. Two{run} died{run}."
    summary = wait(Summarizer(ScriptedModel([], strategy="sentence")).run(read_article(text)))
    assert () == check_record(summary, text)
