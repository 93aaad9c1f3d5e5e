"""Values that take several words: numbers, ordinals, dates, money, ranges, and hyphenated compounds.

A reading says that the words from some place on, `length` of them, stand for one value, whatever the
notation: "twelve hundred" and "1,200", "June 6", "6th of June" and "6 Jun.", "$5m" and "5 million dollars",
"20,000-50,000" and "20,000 to 50,000", "cease-fire" and "ceasefire". Only what means the same in every context
is a reading: "a dozen" is no 12, "06/08" is no date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from summarize.grounding.normalise import Token, key_of
from summarize.grounding.numbers import Words, plain, read_number
from summarize.lexicon.abbreviations import TITLES
from summarize.lexicon.calendar import MONTHS, ORDINALS, TENS, WEEKDAYS
from summarize.lexicon.numerals import FRACTION_SIGNS, GLUED_MULTIPLIERS, MULTIPLIERS
from summarize.lexicon.spelling import ARABIC_ARTICLES, romanised


class Reading(NamedTuple):
    """A value and how many words it takes."""

    value: str
    length: int


_Reader = Callable[[Words, int], Reading | None]

_CURRENCIES: Final = {
    "$": "dollar", "dollars": "dollar", "dollar": "dollar", "€": "euro", "euros": "euro", "euro": "euro",
    "£": "pound", "pounds": "pound", "pound": "pound", "₽": "rouble", "roubles": "rouble", "rubles": "rouble",
    "₴": "hryvnia", "hryvnia": "hryvnia", "hryvnias": "hryvnia", "₪": "shekel", "shekels": "shekel",
    "₺": "lira", "lira": "lira", "liras": "lira", "₹": "rupee", "rupees": "rupee", "¥": "yen", "yen": "yen",
}  # fmt: skip
_FULL: Final = {
    **TITLES,
    **{name: next(full for full, number in MONTHS.items() if number == value) for name, value in MONTHS.items()},
    **{name: next(full for full, number in WEEKDAYS.items() if number == value) for name, value in WEEKDAYS.items()},
}
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_HYPHENS: Final = re.compile(r"[-\u2010\u2011\u00ad]\s*\n?\s*")
_RANGE_DASH: Final = re.compile(r"\s?[-\u2010-\u2014]\s?")
_HYPHEN_MARK: Final = re.compile("[-\u2010\u2011\u00ad]")
_ARTICLES: Final = frozenset({"a", "an", "half"})
_AFTER_NUMBERS: Final = (
    frozenset({"and", "to"}) | frozenset(MULTIPLIERS) | frozenset(GLUED_MULTIPLIERS) | frozenset(_CURRENCIES)
)
_DAY_WORDS: Final = frozenset(MONTHS) | _ORDINAL_ENDINGS | frozenset(ORDINALS) | frozenset(TENS) | {"of"}
_OPENERS: Final = (
    frozenset(MONTHS)
    | frozenset(_FULL)
    | frozenset(_CURRENCIES)
    | frozenset(ORDINALS)
    | _ARTICLES
    | {"per", "the", "al", "el", "'s"}
)
_DETERMINERS: Final = frozenset({"the", "a"})
_AFTER_OPENERS: Final = _AFTER_NUMBERS | _DAY_WORDS | _ARTICLES
_LEADING_MINUS: Final = re.compile(r"\W*[-\u2010\u2011\u2212\u2013]")
_SUBJECTS: Final = frozenset({"he", "she", "it", "that", "there", "here", "what", "who", "where"})
_DAY_DIGITS: Final = 2
_LONGEST_ORDINAL: Final = 4
_YEAR: Final = re.compile(r"1[0-9]{3}|20[0-9]{2}")


def readings(tokens: Sequence[Token], text: str) -> Mapping[int, Sequence[Reading]]:
    """Every value of several words, or in words, by the number of its first word; longest first."""
    words = Words(tokens, text)
    found: dict[int, list[Reading]] = {}
    if tokens and (digits := _digits_of_negative(tokens[0], text)):
        found[0] = [Reading(f"#-{digits}", 1)]
    hyphens = {mark.start() for mark in _HYPHEN_MARK.finditer(text)}
    for index, token in enumerate(tokens):
        _, end, _, folded, key = token
        opens = key[:1] == "#" or folded in _OPENERS
        if not (end in hyphens or (opens and _opens_value(words, index))):
            continue
        here = [reading for reader in _readers(words, index, token) if (reading := reader(words, index))]
        if here:
            found[index] = sorted([*here, *found.get(index, ())], key=lambda reading: -reading.length)
        if token.key == "'s" and index and tokens[index - 1].folded in _SUBJECTS:
            found.setdefault(index, []).extend((Reading("is", 1), Reading("has", 1)))
        if token.folded in ARABIC_ARTICLES and _is_article(words, index):
            found.setdefault(index, []).append(Reading("article", 1))
            name = romanised(tokens[index + 1].folded)
            found.setdefault(index + 1, []).append(Reading(f"name {name}", 1))
    return found


def _digits_of_negative(first: Token, text: str) -> str:
    """The digits of a number that a text begins with behind a minus; empty where it does not, or the key has it."""
    if first.key[:1] != "#" or first.key[1:2] == "-" or not _LEADING_MINUS.fullmatch(text[: first.start]):
        return ""
    return first.key[1:]


def _opens_value(words: Words, index: int) -> bool:
    """Whether an opener opens anything here: most numbers and most of "the" and "a" stand before a common noun."""
    token = words.tokens[index]
    if token.key[:1] != "#" and token.folded not in _DETERMINERS:
        return True
    follows = words.tokens[index + 1] if index + 1 < len(words.tokens) else None
    return follows is not None and (follows.key[:1] == "#" or follows.folded in _AFTER_OPENERS)


def _is_article(words: Words, index: int) -> bool:
    """Whether a word is the Arabic article of the next: its l, or the sun letter that the name begins with."""
    if index + 1 >= len(words.tokens):
        return False
    article, name = words.folded(index), words.folded(index + 1)
    gap = words.gap(index + 1)
    hyphenated = _HYPHENS.fullmatch(gap) is not None or (len(gap) == 1 and unicodedata.category(gap) == "Pd")
    if article in {"al", "el"}:
        return hyphenated or gap.isspace()
    return hyphenated and (article.endswith("l") or name.startswith(article[1:]))


def _readers(words: Words, index: int, token: Token) -> Iterator[_Reader]:
    """What may begin at a word, judged by that word and the next."""
    follows = words.tokens[index + 1] if index + 1 < len(words.tokens) else None
    if follows is not None:
        yield from _amount_readers(token, follows)
        yield from _date_readers(token, follows)
        if token.folded == "per":
            yield _per_cent
        if _HYPHENS.fullmatch(words.gap(index + 1)):
            yield _compound
    elif token.folded in ORDINALS:
        yield _ordinal
    if token.folded in _FULL:
        yield _abbreviation


def _amount_readers(token: Token, follows: Token) -> Iterator[_Reader]:
    number, next_number = token.key[:1] == "#", follows.key[:1] == "#"
    if number and next_number:
        yield from (_number, _range, _iso_date)
    elif number and follows.folded in _AFTER_NUMBERS:
        yield from (_number, _range, _money_after)
    elif token.text in FRACTION_SIGNS and follows.folded in _ARTICLES:
        yield _number
    elif token.folded in _ARTICLES and (follows.folded in MULTIPLIERS or token.folded == "half"):
        yield from (_number, _money_after)
    if token.folded in _CURRENCIES and (next_number or follows.folded in _ARTICLES):
        yield _money_before


def _date_readers(token: Token, follows: Token) -> Iterator[_Reader]:
    number, next_number = token.key[:1] == "#", follows.key[:1] == "#"
    if (number or token.folded == "the") and (next_number or follows.folded in _DAY_WORDS):
        yield _day_first
    if number and follows.folded in _DAY_WORDS:
        yield _ordinal
    if token.folded in ORDINALS or (token.folded in TENS and follows.folded in ORDINALS):
        yield from (_ordinal, _day_first)
    if token.folded in MONTHS and (next_number or follows.folded in ORDINALS):
        yield _month_first


def _number(words: Words, index: int) -> Reading | None:
    value, stop = read_number(words, index)
    return None if value is None or stop == index + 1 else Reading(f"#{plain(value)}", stop - index)


def _range(words: Words, index: int) -> Reading | None:
    low, stop = read_number(words, index)
    if low is None or stop >= len(words.tokens):
        return None
    if words.folded(stop) == "to":
        start = stop + 1
    elif _RANGE_DASH.fullmatch(words.gap(stop)):
        start = stop
    else:
        return None
    high, end = read_number(words, start)
    return None if high is None else Reading(f"range {plain(low)} {plain(high)}", end - index)


def _money_before(words: Words, index: int) -> Reading | None:
    token = words.tokens[index]
    if token.text.isalpha() or (token.start and words.text[token.start - 1].isalpha()):
        return None
    value, stop = read_number(words, index + 1)
    return None if value is None else Reading(f"{_CURRENCIES[token.folded]} {plain(value)}", stop - index)


def _money_after(words: Words, index: int) -> Reading | None:
    value, stop = read_number(words, index)
    currency = _CURRENCIES.get(words.folded(stop))
    return None if value is None or currency is None else Reading(f"{currency} {plain(value)}", stop + 1 - index)


def _abbreviation(words: Words, index: int) -> Reading | None:
    """`Gen.`, `Aug.`, `Sat.`, with their capital, and with a full stop or what they stand before."""
    token = words.tokens[index]
    after = words.text[token.end : token.end + 2]
    if not token.text[:1].isupper() or not (after.startswith(".") or after[1:].isupper() or after[1:].isdigit()):
        return None
    word = _FULL.get(token.folded)
    return None if word is None else Reading(word, 1)


def _per_cent(words: Words, index: int) -> Reading | None:
    return Reading("percent", 2) if words.folded(index + 1) == "cent" else None


def _compound(words: Words, index: int) -> Reading | None:
    """`cease-fire` as `ceasefire`; not `re-signed`, which is no `resigned`."""
    first, second = words.tokens[index].folded, words.tokens[index + 1].folded
    if not (first.isalpha() and second.isalpha()) or (first == "re" and second[0] not in "aeiou"):
        return None
    return Reading(key_of(first + second), 2)


def _ordinal(words: Words, index: int) -> Reading | None:
    value, stop = _ordinal_value(words, index)
    return None if value is None else Reading(f"ordinal {value}", stop - index)


def _ordinal_value(words: Words, index: int) -> tuple[int | None, int]:
    folded = words.folded(index)
    if folded.isascii() and folded.isdigit() and len(folded) <= _LONGEST_ORDINAL:
        glued = words.folded(index + 1) in _ORDINAL_ENDINGS and words.gap(index + 1) == ""
        return (int(folded), index + 2) if glued else (None, index)
    if folded in TENS and ORDINALS.get(words.folded(index + 1), 0) in range(1, 10):
        return TENS[folded] + ORDINALS[words.folded(index + 1)], index + 2
    return ORDINALS.get(folded), index + 1


def _day(words: Words, index: int) -> tuple[int | None, int]:
    value, stop = _ordinal_value(words, index)
    folded = words.folded(index)
    if value is None and folded.isascii() and folded.isdigit() and len(folded) <= _DAY_DIGITS:
        value, stop = int(folded), index + 1
    return (value, stop) if value is not None and value in range(1, 32) else (None, index)


def _year(words: Words, index: int) -> tuple[str, int]:
    folded = words.folded(index)
    near = index < len(words.tokens) and words.gap(index).strip() in {"", ",", ".", ".,"}
    return (folded, index + 1) if near and _YEAR.fullmatch(folded) else ("", index)


def _month_first(words: Words, index: int) -> Reading | None:
    day, stop = _day(words, index + 1)
    if day is None:
        return None
    year, stop = _year(words, stop)
    return Reading(f"date {year}-{MONTHS[words.folded(index)]:02}-{day:02}", stop - index)


def _day_first(words: Words, index: int) -> Reading | None:
    start = index + 1 if words.folded(index) == "the" else index
    day, stop = _day(words, start)
    if day is None:
        return None
    stop = stop + 1 if words.folded(stop) == "of" else stop
    month = MONTHS.get(words.folded(stop))
    if month is None:
        return None
    year, end = _year(words, stop + 1)
    return Reading(f"date {year}-{month:02}-{day:02}", end - index)


def _iso_date(words: Words, index: int) -> Reading | None:
    if index + 2 >= len(words.tokens) or [words.gap(index + 1), words.gap(index + 2)] != ["-", "-"]:
        return None
    year, month, day = (token.text for token in words.tokens[index : index + 3])
    if not (_YEAR.fullmatch(year) and len(month) == len(day) == _DAY_DIGITS and month.isdigit() and day.isdigit()):
        return None
    return Reading(f"date {year}-{month}-{day}", 3)
