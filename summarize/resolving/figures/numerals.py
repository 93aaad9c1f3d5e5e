"""Reads the numbers in running text: digits in the world's notations, number words, vague numerals.

A numeral is only the number itself; what it counts, and whether it counts anything, is decided elsewhere.
Notations are those that newspapers print: `1,500`, `1 500`, `2,14,000`, `1.5 million`, `1.5m`, `2k`, "two
hundred and fifty", "half a million", "a dozen". Of `1.500` both readings are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from summarize.lexicon.calendar import CARDINALS, TENS
from summarize.lexicon.numerals import BEFORE_POINT, CARDINAL_WORDS, FRACTION_SIGNS
from summarize.lexicon.quantities import (
    CURRENCY_SIGNS,
    FRACTIONS,
    HEDGES_BEFORE,
    MAGNITUDES,
    MEASURE_UNITS,
    PHRASE_STOPS,
    SCALE_SUFFIXES,
    SCALES,
    VAGUE_PLURALS,
    VAGUE_QUANTIFIERS,
    Counted,
    listed,
)
from summarize.record import Approximator
from summarize.tuples import cut

LONGEST_NUMBER: Final = 15
"""Digits a float holds exactly; a longer run of digits is a code, not a count."""

DASHES: Final = frozenset("-‑–—")
"""Hyphens and dashes."""

LARGEST_SCALE: Final = 1e15
"""No number in words is read beyond this."""

_DOZEN: Final = 12.0
"""The scale behind which nothing is added: "two dozen" may be followed by another number."""
_SIGNS_OF_FRACTIONS: Final = "".join(FRACTION_SIGNS)
_TOKEN: Final = re.compile(
    rf"(?=\S)([A-Za-z]++(?![\w'’])|[{_SIGNS_OF_FRACTIONS}]|[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+|\S)"
)
"""A word, a run of digits or a sign; the first alternative is what the third would match, matched faster."""
_OTHER_DIGIT: Final = re.compile(r"[^\D0-9]|[٬，٫．](?=\d)")
_OTHER_MARKS: Final = {"٬": ",", "，": ",", "٫": ".", "．": "."}
_LARGE_SUFFIXES: Final = ("million", "billion", "thousand", "trillion")
METRE_WORDS: Final = frozenset(
    listed("away long high deep tall wide from below above north south east west off across thick")
)
_WRITTEN_FRACTIONS: Final = (["1", "/", "2"], ["1", "/", "4"], ["3", "/", "4"])
_CONVERSION: Final = 8
"""How many tokens a distance in brackets has at most."""
_HUNDRED: Final = 100.0
_THOUSAND: Final = 1000.0
_MOST_GROUPS: Final = LONGEST_NUMBER // 3
_SIGNS: Final = frozenset(words[-1] for words in CURRENCY_SIGNS if not words[-1].isalpha()) - {"."}
_HYPHENS: Final = frozenset("-‑")
LONGEST_HEDGE: Final = max(map(len, HEDGES_BEFORE))
FOCUSING: Final = frozenset({"only", "just"})
"""Words that say how little a number is, and do not bound it."""
_NOT_NONE: Final = frozenset(listed("one longer more less fewer doubt way other such"))
_FIRST_WORDS: Final = frozenset(
    {"a", "an", "no", "nobody", "none", "half", "many", *CARDINAL_WORDS, *VAGUE_PLURALS}
) | {words[0] for words in VAGUE_QUANTIFIERS}
_FIRST_SIGNS: Final = frozenset("0123456789") | FRACTION_SIGNS.keys()
_ARTICLES: Final = frozenset({"a", "an"})
_BEHIND_AN_ARTICLE: Final = frozenset(
    {*FRACTIONS, *SCALES, *_HYPHENS, *(words[1] for words in VAGUE_QUANTIFIERS if words[0] in _ARTICLES)}
)
_TELLING_WORDS: Final = (_FIRST_WORDS - _ARTICLES) | _BEHIND_AN_ARTICLE
_VAGUE_FIRST: Final = frozenset(words[0] for words in VAGUE_QUANTIFIERS)
_PARTING: Final = frozenset({"of", "the"})
_IN_NUMBERS: Final = frozenset({*CARDINAL_WORDS, *SCALES, *FRACTION_SIGNS})


class Tokens:
    """A text's words, runs of digits and other signs, in columns.

    Attributes:
        starts, ends: Where each lies in the text.
        texts: Each as written.
        lowers: Each in lower case.
    """

    __slots__ = ("ends", "lowers", "starts", "texts")

    def __init__(self, starts: Sequence[int], ends: Sequence[int], texts: Sequence[str]) -> None:
        self.starts, self.ends, self.texts = starts, ends, texts
        self.lowers = list(map(str.lower, texts))

    def __len__(self) -> int:
        return len(self.lowers)

    def is_digits(self, index: int) -> bool:
        """Whether a token is a run of ASCII digits."""
        text = self.texts[index]
        return text.isascii() and text.isdigit()

    def is_word(self, index: int) -> bool:
        """Whether a token begins with a letter."""
        return self.texts[index][0].isalpha()


class Numeral(NamedTuple):
    """A number in a row of tokens.

    Attributes:
        first: Index of its first token.
        stop: Index past its last token.
        value: The number; None for a vague numeral ("dozens").
        vague: Order of magnitude of a vague numeral.
        digits: Whether it is written in digits.
        grouped: Whether a separator or scale word shows that it is a number and no code or year.
        scale: Factor of its last scale word or suffix; 1 without.
        doubt: Why the number cannot be read for sure; None when it can.
        thousands: The other reading of `1.500`, when there is one.
        share: Whether `value` is in percent, read from a fraction or ratio ("two-thirds", "3 in 10").
    """

    first: int
    stop: int
    value: float | None
    vague: Approximator | None = None
    digits: bool = False
    grouped: bool = False
    scale: float = 1.0
    doubt: str | None = None
    thousands: float | None = None
    share: bool = False


def tokenize(text: str) -> Tokens:
    """Cuts a text into words, runs of digits and single signs, with offsets; digits of other scripts become ASCII."""
    starts, ends, words, _ = cut(_TOKEN, text if text.isascii() else _OTHER_DIGIT.sub(_ascii_digit, text))
    return Tokens(starts[: len(words)], ends, words)


def _ascii_digit(written: re.Match[str]) -> str:
    return _OTHER_MARKS.get(written[0]) or str(unicodedata.decimal(written[0]))


def may_count(words: frozenset[str]) -> bool:
    """Whether a text of these lower-case words can hold a numeral in words; most that cannot are not read at all."""
    return not _TELLING_WORDS.isdisjoint(words)


def glued(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` follows the one before it without a space."""
    return 0 < index < len(tokens.ends) and tokens.ends[index - 1] == tokens.starts[index]


def word_at(tokens: Tokens, index: int) -> str:
    """The token at an index in lower case; empty outside the text."""
    return tokens.lowers[index] if 0 <= index < len(tokens.lowers) else ""


def past_words(tokens: Tokens, index: int, words: Container[str]) -> int:
    """Index past the words of a set that stand from `index` on."""
    while word_at(tokens, index) in words:
        index += 1
    return index


def hyphenated(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen at `index` joins what stands before to a word after it."""
    return (
        index + 1 < len(tokens)
        and tokens.texts[index] in DASHES
        and glued(tokens, index)
        and glued(tokens, index + 1)
        and tokens.is_word(index + 1)
    )


def find_numerals(tokens: Tokens) -> tuple[Numeral, ...]:
    """Finds the numbers in a row of tokens, in order, not overlapping.

    Args:
        tokens: What `tokenize` made of a text.

    Returns:
        Exact and vague numerals. Digits that are part of a name ("T-72", "M23") or too long to be a number
        are left out; so are ordinals, and numbers that go on in a way that nothing reads ("two million billion").
    """
    found: list[Numeral] = []
    reached = 0
    opening = [at for at, low in enumerate(tokens.lowers) if low in _FIRST_WORDS or low[0] in _FIRST_SIGNS]
    for index in opening:
        article = tokens.lowers[index] in _ARTICLES
        if index < reached or (article and word_at(tokens, index + 1) not in _BEHIND_AN_ARTICLE):
            continue
        numeral = _numeral_at(tokens, index)
        if numeral is None:
            reached = _past_glued_code(tokens, index)
        elif _goes_on(tokens, numeral):
            reached = _past_number(tokens, numeral.stop)
        else:
            found.append(numeral)
            reached = numeral.stop
    return tuple(found)


def _past_glued_code(tokens: Tokens, index: int) -> int:
    """Index past all digits grouped with those at `index`: a refused number is not read from its middle."""
    index += 1
    if not tokens.is_digits(index - 1):
        return index
    while (
        index + 1 < len(tokens)
        and tokens.texts[index] in ".,:/-'"
        and glued(tokens, index)
        and glued(tokens, index + 1)
        and tokens.is_digits(index + 1)
    ):
        index += 2
    return index + (glued(tokens, index) and _is(tokens, index, FRACTION_SIGNS))


def _goes_on(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether what was read is only the beginning of a number: "two million" of "two million billion"."""
    if numeral.vague is not None:
        return False
    if numeral.value is None or (glued(tokens, numeral.stop) and _is(tokens, numeral.stop, FRACTION_SIGNS)):
        return True
    return _is(tokens, numeral.stop + hyphenated(tokens, numeral.stop), SCALES)


def _past_number(tokens: Tokens, index: int) -> int:
    """Index past the words that a number goes on with: nothing is read out of its middle."""
    while True:
        joint = index + (word_at(tokens, index) == "and" or hyphenated(tokens, index))
        if not _is(tokens, joint, _IN_NUMBERS):
            return index
        index = joint + 1


def _numeral_at(tokens: Tokens, index: int) -> Numeral | None:
    sign = tokens.texts[index]
    if sign in FRACTION_SIGNS and _is(tokens, index + 1, _PARTING):
        return Numeral(index, index + 1, round(100 * FRACTION_SIGNS[sign], 2), grouped=True, share=True)
    if tokens.is_digits(index) or sign in FRACTION_SIGNS:
        return _digits_at(tokens, index)
    return (
        _none_at(tokens, index) or _fraction_at(tokens, index) or _vague_at(tokens, index) or _words_at(tokens, index)
    )


def _none_at(tokens: Tokens, index: int) -> Numeral | None:
    """Zero as newspapers write it: "no one", "nobody", "no" before a plural noun."""
    lower = tokens.lowers[index]
    if lower == "nobody" or (lower == "none" and _is(tokens, index + 1, {"of", ""})):
        return Numeral(index, index + 1, 0.0)
    if lower != "no" or index + 1 >= len(tokens):
        return None
    if tokens.lowers[index + 1] == "one":
        return Numeral(index, index + 2, 0.0)
    counted = tokens.is_word(index + 1) and tokens.lowers[index + 1] not in _NOT_NONE
    return Numeral(index, index + 1, 0.0) if counted else None


def _fraction_at(tokens: Tokens, index: int) -> Numeral | None:
    """A share in words before "of" or "the", or behind "of whom": "half of", "two-thirds of", "of whom a third"."""
    lower = tokens.lowers[index]
    count, place = CARDINALS.get(lower), index + 1
    if lower in {"a", "one"}:
        count = 1
    elif lower == "half":
        count, place = 1, index
    if not count or count > 9:  # noqa: PLR2004
        return None
    if _is(tokens, place, _HYPHENS):
        place += 1
    if not _is(tokens, place, FRACTIONS):
        return None
    of = _is(tokens, place + 1, {"of", "the"})
    agreed = (count > 1) == tokens.lowers[place].endswith("s") and not _is(tokens, place + 1, _ARTICLES)
    if not (of or (agreed and has_named_whole(tokens, index, place + 1))):
        return None
    denominator = FRACTIONS[tokens.lowers[place]]
    if count >= denominator:
        return None
    return Numeral(index, place + 1, round(100 * count / denominator, 2), grouped=True, share=True)


def has_named_whole(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a share names no whole because the text has done so: behind "of whom", or quoted on its own."""
    return _behind_of_whom(tokens, first) or (stop == len(tokens) and _is_hedge(tokens.lowers[:first]))


def _behind_of_whom(tokens: Tokens, index: int) -> bool:
    """Whether a number stands right behind "of whom" or "of which", hedges and "only" aside."""
    for at in range(index - 1, max(index - LONGEST_HEDGE - 2, 0), -1):
        if tokens.lowers[at] in {"whom", "which"}:
            return _is(tokens, at - 1, {"of"}) and _is_hedge(tokens.lowers[at + 1 : index])
    return False


def _is_hedge(written: Sequence[str]) -> bool:
    """Whether words are all one hedge, or none at all: "more than" of "more than half"."""
    words = tuple(word for word in written if word not in FOCUSING)
    return not words or words in HEDGES_BEFORE


def _digits_at(tokens: Tokens, index: int) -> Numeral | None:
    named = _names_something(tokens, index)
    sign = word_at(tokens, index - 1) if named else ""
    if named and (sign,) not in CURRENCY_SIGNS:
        return None
    numeral = _below_one(tokens, index) if _has_leading_point(tokens, index) else _grouped_digits(tokens, index)
    numeral = None if numeral is None else _with_suffix(tokens, numeral)
    numeral = None if numeral is None else _with_smaller_parts(tokens, numeral)
    name = len(sign) == 1 and numeral is not None and not numeral.grouped
    return None if name else numeral


def _names_something(tokens: Tokens, index: int) -> bool:
    """Whether letters or a hyphened prefix make the digits part of a name: "M23", "T-72", "Covid-19"."""
    if not glued(tokens, index):
        return False
    before = tokens.texts[index - 1]
    if before[0].isalpha() or before == "_":
        return True
    return before in "-‑" and index > 1 and glued(tokens, index - 1) and tokens.is_word(index - 2)


def _has_leading_point(tokens: Tokens, index: int) -> bool:
    """Whether the point before digits is a decimal one: ".5 percent", "$.5 million"; not that of "No.5"."""
    point = index - 1
    if word_at(tokens, point) != "." or not glued(tokens, index) or not tokens.is_digits(index):
        return False
    return not glued(tokens, point) or tokens.texts[point - 1] in BEFORE_POINT


def _below_one(tokens: Tokens, index: int) -> Numeral | None:
    """A number that begins with its point: ".5"; more digits behind another sign (".5.1") are a code."""
    digits = tokens.texts[index]
    if _past_glued_code(tokens, index) > index + 1 or len(digits) > LONGEST_NUMBER:
        return None
    return Numeral(index - 1, index + 1, float(f"0.{digits}"), digits=True, grouped=True)


def _grouped_digits(tokens: Tokens, index: int) -> Numeral | None:
    written = tokens.texts[index]
    if written.startswith("0") and len(written) > 1:
        return None
    if written in FRACTION_SIGNS:
        stop = index + 2 if _is(tokens, index + 1, _ARTICLES) and _is(tokens, index + 2, SCALES) else index + 1
        return Numeral(index, stop, FRACTION_SIGNS[written], digits=True, grouped=True)
    stop, groups = _groups(tokens, index, ",")
    if stop == index + 1:
        stop, groups = _groups(tokens, index, "'")
    if stop == index + 1:
        stop, groups = _spaced_groups(tokens, index)
    if stop > index + 1:
        whole = "".join(groups)
        if not _well_grouped(groups):
            return _comma_decimal(tokens, index, stop, groups)
        return _decimals(tokens, Numeral(index, stop, _number(whole), digits=True, grouped=True))
    stop, groups = _groups(tokens, index, ".")
    if len(groups) > 2:  # noqa: PLR2004 - 1.500.000 cannot be a decimal
        well = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3  # noqa: PLR2004
        value = _number("".join(groups)) if well else None
        return None if value is None else Numeral(index, stop, value, digits=True, grouped=True)
    return _decimals(tokens, Numeral(index, index + 1, _number(written), digits=True))


def _number(digits: str) -> float | None:
    return float(digits) if len(digits) <= LONGEST_NUMBER else None


def _groups(tokens: Tokens, index: int, separator: str) -> tuple[int, list[str]]:
    """Digit groups from `index` on, joined by one separator without spaces."""
    groups, stop = [tokens.texts[index]], index + 1
    while (
        stop + 1 < len(tokens)
        and tokens.texts[stop] == separator
        and glued(tokens, stop)
        and glued(tokens, stop + 1)
        and tokens.is_digits(stop + 1)
    ):
        groups.append(tokens.texts[stop + 1])
        stop += 2
    return stop, groups


def _spaced_groups(tokens: Tokens, index: int) -> tuple[int, list[str]]:
    """Digit groups of three after single spaces ("14 000"), or comma, space and zeros ("61, 000")."""
    groups, stop = [tokens.texts[index]], index + 1
    if len(groups[0]) > 3 or groups[0].startswith("0"):  # noqa: PLR2004
        return stop, groups
    while stop < len(tokens) and len(groups) <= _MOST_GROUPS:
        comma = tokens.texts[stop] == "," and glued(tokens, stop)
        group = stop + 1 if comma else stop
        if group >= len(tokens) or not _is_group_of_three(tokens, group, zeros=comma):
            break
        groups.append(tokens.texts[group])
        stop = group + 1
    return stop, groups


def _is_group_of_three(tokens: Tokens, index: int, *, zeros: bool) -> bool:
    written, apart = tokens.texts[index], tokens.starts[index] - tokens.ends[index - 1]
    if not tokens.is_digits(index) or len(written) != 3 or apart != 1:  # noqa: PLR2004
        return False
    if zeros and written != "000":
        return False
    following = tokens.texts[index + 1] if glued(tokens, index + 1) else None
    return following is None or following in ",.;:)]\"'’”%-–" or following[0].isalpha()


def _well_grouped(groups: Sequence[str]) -> bool:
    """Thousands (1,500,000) or the Indian system (2,14,000)."""
    head, *rest = groups
    if not rest or len(rest[-1]) != 3 or head.startswith("0"):  # noqa: PLR2004
        return False
    western = len(head) <= 3 and all(len(group) == 3 for group in rest)  # noqa: PLR2004
    indian = len(head) <= 2 and all(len(group) == 2 for group in rest[:-1])  # noqa: PLR2004
    return western or indian


def _comma_decimal(tokens: Tokens, index: int, stop: int, groups: Sequence[str]) -> Numeral | None:
    """`1,5 million`: a decimal comma shows only before a scale word or a per cent sign."""
    following = tokens.lowers[stop] if stop < len(tokens) else ""
    two = len(groups) == 2 and len(groups[1]) <= 2  # noqa: PLR2004
    if two and len(groups[0]) <= 3 and (following in _LARGE_SUFFIXES or following == "%"):  # noqa: PLR2004
        return Numeral(index, stop, float(f"{groups[0]}.{groups[1]}"), digits=True, grouped=True)
    return None


def _decimals(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Adds a decimal part after a point, and keeps both readings where the point may part thousands."""
    if numeral.value is None:
        return None
    stop, groups = _groups(tokens, numeral.stop - 1, ".")
    if stop == numeral.stop:
        return _with_fraction(tokens, numeral)
    if len(groups) > 2 or len(groups[1]) > LONGEST_NUMBER:  # noqa: PLR2004
        return None
    whole = int(numeral.value)
    read = numeral._replace(stop=stop, value=float(f"{whole}.{groups[1]}"), grouped=True)
    if not numeral.grouped and len(groups[1]) == 3 and 0 < whole < 1000:  # noqa: PLR2004
        reading = f"{groups[0]}.{groups[1]}"
        return read._replace(
            thousands=float(groups[0] + groups[1]),
            doubt=f"'{reading}' is {read.value} or {groups[0]},{groups[1]}",
        )
    return read


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Adds a fraction to a whole number: "5½", "12 ½ tons", "5 1/2"; not to the year of "in 2012 ½ million"."""
    over = tokens.texts[numeral.stop : numeral.stop + 3]
    slash = numeral.stop + 1
    no_year = numeral.grouped or (numeral.value or 0.0) < _THOUSAND
    spaced = not glued(tokens, numeral.stop) and glued(tokens, slash) and glued(tokens, slash + 1)
    if no_year and over in _WRITTEN_FRACTIONS and spaced:
        extra = int(over[0]) / int(over[2])
        return numeral._replace(stop=slash + 2, value=(numeral.value or 0.0) + extra, grouped=True)
    sign = word_at(tokens, numeral.stop)
    if sign in FRACTION_SIGNS and (glued(tokens, numeral.stop) or _stands_apart(tokens, numeral)):
        value = round((numeral.value or 0.0) + FRACTION_SIGNS[sign], 6)
        return numeral._replace(stop=numeral.stop + 1, value=value, grouped=True)
    return numeral


def _stands_apart(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a fraction behind one space belongs to a number below a thousand; "12 ½ of them" are two numbers."""
    short = not numeral.grouped and (numeral.value or 0.0) < _THOUSAND
    near = tokens.starts[numeral.stop] - tokens.ends[numeral.stop - 1] == 1
    return short and near and not _is(tokens, numeral.stop + 1, _PARTING)


def _with_suffix(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Multiplies by a glued letter or the scale words that follow; refuses codes ("3rd", "4x4")."""
    if numeral.value is None:
        return None
    after = word_at(tokens, numeral.stop)
    if after == "m" or (after and tokens.is_word(numeral.stop) and glued(tokens, numeral.stop)):
        return _with_letters(tokens, numeral, after)
    return _scaled(tokens, numeral)


def _with_letters(tokens: Tokens, numeral: Numeral, letters: str) -> Numeral | None:
    """Reads letters glued to digits: a unit, a scale suffix, the plural of "100s", or the sign of a code."""
    if letters == "s":
        return _vague_digits(numeral)
    if letters in SCALES:
        return _scaled(tokens, numeral)
    if letters in SCALE_SUFFIXES and not (letters == "m" and _are_metres(tokens, numeral)):
        return _suffixed(numeral, letters)
    cubed = glued(tokens, numeral.stop + 1) and tokens.is_digits(numeral.stop + 1)
    return numeral if (letters,) in MEASURE_UNITS and not cubed else None


def _are_metres(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the "m" after a number is plainly metres: "50m away", "300m (984ft)"; not "$5 m" nor "1.5 m people"."""
    following = word_at(tokens, numeral.stop + 1)
    if following in METRE_WORDS or past_conversion(tokens, numeral.stop + 1) > numeral.stop + 1:
        return True
    amount = word_at(tokens, numeral.first - 1) in _SIGNS
    noun = following.isalpha() and following not in PHRASE_STOPS
    return not glued(tokens, numeral.stop) and not amount and not noun


def past_conversion(tokens: Tokens, start: int) -> int:
    """Index past a distance in brackets that says another one in other units: "300m [(984ft)]"; else `start`."""
    close = next((at for at in range(start + 2, start + _CONVERSION) if word_at(tokens, at) == ")"), start)
    if word_at(tokens, start) != "(" or close == start:
        return start
    unit, counted = MEASURE_UNITS.get((word_at(tokens, close - 1),), ("", None))
    number = any(map(tokens.is_digits, range(start, close)))
    return close + 1 if number and counted is Counted.DISTANCE and unit != "m" else start


def _suffixed(numeral: Numeral, letters: str) -> Numeral:
    """Multiplies by a suffix; a whole number before "m" may be metres, and says so."""
    value, scale = numeral.value or 0.0, SCALE_SUFFIXES[letters]
    scaled = numeral._replace(stop=numeral.stop + 1, value=_times(value, scale), grouped=True, scale=scale)
    whole = value.is_integer() and letters == "m"
    doubt = f"'{numeral.value:g}m' is millions or metres" if whole else None
    return scaled._replace(doubt=doubt, thousands=None)


def _vague_digits(numeral: Numeral) -> Numeral | None:
    magnitudes = {100.0: Approximator.HUNDREDS, 1000.0: Approximator.THOUSANDS, 10.0: Approximator.DOZENS}
    vague = magnitudes.get(numeral.value or 0.0)
    return None if vague is None else numeral._replace(stop=numeral.stop + 1, value=None, vague=vague, grouped=True)


def _times(value: float, scale: float) -> float:
    """Multiplies without the noise of binary fractions: 2.14 lakh is 214,000."""
    return float(Decimal(str(value)) * Decimal(str(scale)))


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiplies by the scale words that follow ("2 hundred thousand", "1.5 million", "400-million")."""
    if hyphenated(tokens, numeral.stop) and tokens.lowers[numeral.stop + 1] in _LARGE_SUFFIXES:
        return _scaled(tokens, numeral._replace(stop=numeral.stop + 1))
    while numeral.stop < len(tokens) and tokens.lowers[numeral.stop] in SCALES and numeral.value is not None:
        scale = SCALES[tokens.lowers[numeral.stop]]
        if numeral.value * scale > LARGEST_SCALE or numeral.scale > scale:
            break
        numeral = numeral._replace(
            stop=numeral.stop + 1,
            value=_times(numeral.value, scale),
            grouped=True,
            scale=numeral.scale * scale,
            doubt=None,
            thousands=None,
        )
    return numeral


def _vague_at(tokens: Tokens, index: int) -> Numeral | None:
    """Vague numerals: "dozens", "hundreds of thousands", "several hundred", "a few", "several"."""
    for words in VAGUE_QUANTIFIERS if tokens.lowers[index] in _VAGUE_FIRST else ():
        if tuple(tokens.lowers[index : index + len(words)]) == words:
            stop = index + len(words)
            following = tokens.lowers[stop] if stop < len(tokens) else ""
            if following in MAGNITUDES:
                return _magnitude(tokens, index, stop)
            return Numeral(index, stop, None, vague=Approximator.SEVERAL)
    if tokens.lowers[index] == "many" and _is(tokens, index + 1, MAGNITUDES):
        return _magnitude(tokens, index, index + 1)
    if tokens.lowers[index] in VAGUE_PLURALS:
        return _magnitude(tokens, index, index)
    return None


def _is(tokens: Tokens, index: int, words: Container[str]) -> bool:
    return word_at(tokens, index) in words


def _magnitude(tokens: Tokens, first: int, index: int) -> Numeral:
    """Follows "of": the vague numeral of "hundreds of thousands" is as large as its last word."""
    last = tokens.lowers[index]
    stop = index + 1
    while _is(tokens, stop, {"of", "upon"}) and _is(tokens, stop + 1, MAGNITUDES) and stop + 1 < len(tokens):
        last = tokens.lowers[stop + 1]
        stop += 2
    while _is(tokens, stop, MAGNITUDES) and tokens.lowers[stop] not in {"score", "scores"}:
        last = tokens.lowers[stop]
        stop += 1
    return Numeral(first, stop, None, vague=MAGNITUDES[last])


def _words_at(tokens: Tokens, index: int) -> Numeral | None:
    """Number words: "two hundred and fifty", "a dozen", "half a million", "two and a half million"."""
    lower = tokens.lowers[index]
    if lower == "half" and _is(tokens, index + 1, {"a"}) and _is(tokens, index + 2, SCALES):
        return _scaled(tokens, Numeral(index, index + 2, 0.5, grouped=True))
    if lower in {"a", "an"}:
        if not _is(tokens, index + 1, SCALES) or _is(tokens, index + 1, {"score"}):
            return None
        first = Numeral(index, index + 1, 1.0)
    else:
        below = _below_hundred(tokens, index)
        if below is None:
            return None
        first = _and_a_half(tokens, below)
    return _with_smaller_parts(tokens, _times_scales(tokens, _below_thousand(tokens, first)))


def _below_thousand(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Adds "hundred" and what follows it: "two hundred and fifty"."""
    if not _is(tokens, numeral.stop, {"hundred"}) or numeral.scale != 1:
        return numeral
    value, stop = (numeral.value or 0.0) * 100, numeral.stop + 1
    rest = _below_hundred(tokens, stop + 1 if _is(tokens, stop, {"and"}) else stop)
    if rest is not None and rest.value:
        return numeral._replace(stop=rest.stop, value=value + rest.value)
    return numeral._replace(stop=stop, value=value, scale=100.0)


def _with_smaller_parts(tokens: Tokens, total: Numeral) -> Numeral:
    """Adds the parts in words that follow, each of a smaller scale: "two million [three hundred thousand]".

    Digits go on only with a scale: not in "$5 million two years ago". A part as large as what came before it makes
    no number ("two thousand three million"), and leaves no value.
    """
    while total.scale > _DOZEN:
        below = _below_hundred(tokens, total.stop + _is(tokens, total.stop, {"and"}))
        if below is None:
            return total
        part = _times_scales(tokens, _below_thousand(tokens, below))
        value = part.value or 0.0
        if total.digits and value < _HUNDRED != total.scale:
            return total
        if value >= total.scale or not total.value or (total.scale == _HUNDRED and part.scale > 1):
            return total._replace(value=None)
        total = total._replace(stop=part.stop, value=round(total.value + value, 6), scale=part.scale)
    return total


def _times_scales(tokens: Tokens, part: Numeral) -> Numeral:
    """Multiplies a part by the scale words behind it; nothing multiplies "two hundred six" but thousands and more."""
    whole = part.scale == 1 and (part.value or 0.0) >= _HUNDRED
    if whole and SCALES.get(word_at(tokens, part.stop), _THOUSAND) <= _HUNDRED:
        return part
    scaled = _scaled(tokens, part if part.scale == 1 else part._replace(scale=1.0))
    return part if scaled.scale == 1 else scaled


def _below_hundred(tokens: Tokens, index: int) -> Numeral | None:
    lower = tokens.lowers[index] if index < len(tokens) else ""
    if lower in CARDINALS:
        return Numeral(index, index + 1, float(CARDINALS[lower]))
    if lower not in TENS:
        return None
    value, stop = TENS[lower], index + 1
    unit = stop + (_is(tokens, stop, _HYPHENS) and glued(tokens, stop))
    if unit < len(tokens) and 0 < CARDINALS.get(tokens.lowers[unit], 0) < 10:  # noqa: PLR2004
        value, stop = value + CARDINALS[tokens.lowers[unit]], unit + 1
    return Numeral(index, stop, float(value))


def _and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    words = tuple(tokens.lowers[numeral.stop : numeral.stop + 3])
    if words == ("and", "a", "half") and _is(tokens, numeral.stop + 3, SCALES):
        return numeral._replace(stop=numeral.stop + 3, value=(numeral.value or 0.0) + 0.5)
    return numeral
