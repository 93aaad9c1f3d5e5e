"""Texts cut into words, and named tuples made of them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding import normalise
from summarize.mentions import tokens as mentions
from summarize.resolving import clauses
from summarize.resolving.figures import numerals
from summarize.resolving.time import tokens as times
from summarize.tuples import cut, maker

PATTERNS = (clauses._WORD, numerals._TOKEN, times._TOKEN, mentions._TOKEN, normalise._TOKEN)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(max_size=80), offset=st.integers(0, 9))
def test_a_cut_text_has_the_words_that_are_found_one_by_one(pattern: re.Pattern[str], text: str, offset: int) -> None:
    found = [(match.start() + offset, match.end() + offset, match.group()) for match in pattern.finditer(text)]
    starts, ends, words, gaps = cut(pattern, text, offset)
    assert found == list(zip(starts, ends, words, strict=False))
    assert text == "".join(gap + word for gap, word in zip(gaps, [*words, ""], strict=True))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_word_is_the_one_group_of_its_pattern(pattern: re.Pattern[str]) -> None:
    assert 1 == pattern.groups


class _Pair(NamedTuple):
    first: int
    second: str = ""


def test_a_made_tuple_is_the_one_that_its_constructor_makes() -> None:
    made = maker(_Pair)((1, "a"))
    assert (_Pair(1, "a"), _Pair, "a") == (made, type(made), made.second)
