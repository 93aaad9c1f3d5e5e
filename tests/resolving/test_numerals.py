"""Reading numbers: notations, words, vague numerals, and what is no number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.record import Approximator
from summarize.resolving.figures.numerals import Numeral, find_numerals, tokenize


def only(text: str) -> Numeral:
    [numeral] = find_numerals(tokenize(text))
    return numeral


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (1500, "1,500"),
        (1500, "1 500"),
        (1500, "1\u00a0500"),
        (1500, "1'500"),
        (1_500_000, "1.500.000"),
        (1_500_000, "1\u202f500\u202f000"),
        (214_000, "2,14,000"),
        (214_000, "2.14 lakh"),
        (61_000, "61, 000"),
        (1_500_000, "1.5 million"),
        (1_500_000, "1,5 million"),
        (1_500_000, "1.5m"),
        (3_000_000_000, "3bn"),
        (2000, "2k"),
        (1.5, "1½"),
        (25, "twenty-five"),
        (99, "ninety nine"),
        (12, "a dozen"),
        (24, "two dozen"),
        (6, "half a dozen"),
        (250, "two hundred and fifty"),
        (100_000, "a hundred thousand"),
        (500_000, "half a million"),
        (2_500_000, "two and a half million"),
        (1200, "one thousand two hundred"),
        (250_301, "two hundred and fifty thousand three hundred and one"),
        (5_200_000, "five million two hundred thousand"),
        (0, "no one"),
        (66.67, "two-thirds of"),
        (50, "half the"),
        (0.5, ".5"),
        (0.05, ".05"),
        (500_000, ".5 million"),
        (500_000, "½ a million"),
        (1.333333, "1⅓"),
        (333_333, "⅓ million"),
        (12.5, "12 ½"),
        (50, "½ of"),
        (66.67, "⅔ the"),
        (34, "٣٤"),
        (12, "１２"),
        (1500, "１，５００"),
        (1500, "١٬٥٠٠"),
        (1.5, "١٫٥"),
        (1e15, "a million billion"),
        (2_300_000, "2 million three hundred thousand"),
        (502, "5 hundred and two"),
        (70, "three score and ten"),
    ],
)
def test_a_number_is_read_in_every_notation_of_the_press(expected: float, text: str) -> None:
    assert expected == only(text).value


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Approximator.DOZENS, "dozens"),
        (Approximator.DOZENS, "several dozen"),
        (Approximator.DOZENS, "scores"),
        (Approximator.DOZENS, "tens"),
        (Approximator.HUNDREDS, "100s"),
        (Approximator.HUNDREDS, "many hundreds"),
        (Approximator.THOUSANDS, "tens of thousands"),
        (Approximator.THOUSANDS, "hundreds of thousands"),
        (Approximator.SEVERAL, "several"),
        (Approximator.SEVERAL, "a handful of"),
    ],
)
def test_a_vague_numeral_has_a_magnitude_and_no_number(expected: Approximator, text: str) -> None:
    numeral = only(text)
    assert numeral.value is None
    assert expected is numeral.vague


@pytest.mark.parametrize(
    "text",
    [
        "T-72",
        "M23",
        "Covid-19",
        "3rd",
        "101st",
        "4x4",
        "12,34",
        "1,2,3",
        "007",
        "0800",
        "1" * 16,
        "12abc",
        "一二三",
        ".5.1",
        ".5,000",
        "1.5½",
        "5½of",
        "two million billion",
        "2 million billion people",
        "a million million million",
        "two thousand three million",
        "twelve hundred six hundred",
        "500 hundred three score",
        "five million million million and two hundred",
    ],
)
def test_codes_ordinals_and_broken_groups_are_no_numbers(text: str) -> None:
    assert () == find_numerals(tokenize(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 5.5", [5.5]),
        ("No.5", [5.0]),
        ("left.5 men", [5.0]),
        ("left. 5 men", [5.0]),
        ("5 and .7", [5.0, 0.7]),
        ("12 ½ of", [12.0, 50.0]),
        ("2012 ½ million", [2012.0, 500_000.0]),
        ("12\n\n½ million", [12.0, 500_000.0]),
        ("$5 million two years ago", [5_000_000.0, 2.0]),
        ("two dozen five", [24.0, 5.0]),
        ("sixty - two", [60.0, 2.0]),
        ("two million, three hundred", [2_000_000.0, 300.0]),
    ],
)
def test_two_numbers_side_by_side_are_not_made_one(text: str, expected: list[float]) -> None:
    assert expected == [numeral.value for numeral in find_numerals(tokenize(text))]


def test_a_point_before_three_digits_leaves_both_readings_and_says_so() -> None:
    numeral = only("1.500")
    assert (1.5, 1500.0) == (numeral.value, numeral.thousands)
    assert numeral.doubt == "'1.500' is 1.5 or 1,500"


def test_a_whole_number_before_m_may_be_metres() -> None:
    assert only("50m").doubt == "'50m' is millions or metres"
    assert only("50m away").doubt is None
    assert only("50m away").value == 50


@given(st.integers(min_value=0, max_value=10**14))
def test_grouped_digits_read_back(number: int) -> None:
    assert float(number) == only(f"{number:,}").value
    assert float(number) == only(str(number)).value


@given(st.integers(min_value=0, max_value=999), st.sampled_from(["thousand", "million", "billion"]))
def test_scale_words_multiply(number: int, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert float(number * factor) == only(f"{number} {scale}").value


@given(st.text(alphabet="0123456789., ½kmx-'\u00a0", max_size=40))
def test_no_row_of_signs_raises_and_numerals_do_not_overlap(text: str) -> None:
    numerals = find_numerals(tokenize(text))
    assert all(left.stop <= right.first for left, right in pairwise(numerals))
