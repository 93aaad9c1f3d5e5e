"""The article that processor time is measured on is as long as the target says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.made_up import ARTICLE, told_anew


@given(st.integers(0, 999))
def test_the_article_has_500_words_however_it_is_told(number: int) -> None:
    assert len(ARTICLE.split()) == len(told_anew(number).split()) == 500
