"""A number is read twice, by the finder and by the check, independently: what is found, the check bears out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.grounding import verify_quote
from summarize.grounding.fields import numbers_of
from summarize.lexicon.calendar import CARDINALS, TENS
from summarize.lexicon.numerals import FRACTION_SIGNS
from summarize.lexicon.quantities import SCALES
from summarize.resolving.figures import find_figures, read_figure

PIECES = [
    *CARDINALS,
    *TENS,
    *SCALES,
    *FRACTION_SIGNS,
    *("5", "12", "500", "1,500", "2.5", ".5", "2,14,000", "2k", "3bn", "٥", "１２", "5½", "- -5", "- 5"),
    *("a", "half", "and", "of", "the", "to", "in", "-", "–", ".", ",", "$", "percent", "people", "km", "dozens", "no"),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from([" ", " ", "-"]))
def test_no_row_of_number_words_raises_and_what_is_found_passes_the_check(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    read_figure(text)
    verify_quote(" ".join(pieces[1:3]), text)
    numbers_of(text)
    for found in find_figures(text):
        said = numbers_of(found.text)
        for bound in (found.min, found.max, found.best):
            assert bound is None or Decimal(str(bound)).normalize() in said, found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (".5 percent", "Prices rose .5 percent."),
        ("0.5 percent", "Prices rose .5 percent."),
        ("500,000 people", "There were ½ million people in Darin."),
        ("half a million people", "There were ½ million people in Darin."),
        ("5.5 km", "They went 5½ km."),
        ("12½ tons", "He got 12 ½ tons."),
        ("12 people", "So １２ people left."),
        ("1,500 people", "So １，５００ people left."),
        ("214,000 people", "Some 2,14,000 people left."),
        ("$5 million", "It paid $5 million two years ago."),
    ],
)
def test_a_number_in_another_notation_is_the_same_number(quote: str, text: str) -> None:
    assert verify_quote(quote, text).supported


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("5 percent", "Prices rose .5 percent."),
        ("5 percent", "The rate (.5 percent) fell."),
        ("5 million", "It cost $.5 million."),
        ("22", "He hid a .22 rifle."),
        (".5 percent", "Prices rose 1.5 percent."),
        ("0.5 percent", "Prices rose 5 percent."),
        ("5 km", "They went 5½ km."),
        ("½ tons", "He got 12 ½ tons."),
        ("12", "He got 12 ½ tons."),
        ("a million people", "There were ½ a million people in Darin."),
        ("５００ people", "So １，５００ people left."),
        ("14,000 people", "Some 2,14,000 people left."),
        ("two million", "There are two million billion of them."),
    ],
)
def test_a_number_cut_out_of_another_is_refused(quote: str, text: str) -> None:
    assert not verify_quote(quote, text).supported
