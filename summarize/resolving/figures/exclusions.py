"""Why a number counts nothing: years, dates, times, ages, codes, names, pronouns, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summarize.lexicon.quantities import (
    AUXILIARIES,
    FOREIGN_SCALES,
    IDENTIFIER_NOUNS,
    MONTHS,
    NOT_REPORTED,
    OPPOSITES,
    PREDICATES,
    SETTLING_NOUNS,
    YEAR_CUES,
    YEAR_PARTS,
    Counted,
)
from summarize.record import FigureKind
from summarize.resolving.figures.nouns import (
    DIVISIBLE,
    INDIVISIBLE,
    LONGEST_UNIT,
    counted_after,
    names_people,
    past_base_number,
    singular,
    unit_at,
)
from summarize.resolving.figures.numerals import DASHES, Numeral, Tokens, glued, hyphenated, past_words, word_at
from summarize.resolving.figures.phrases import Phrase

_Test = Callable[[Tokens, Phrase], str | None]

_FIRST_YEAR: Final = 1800
_FIRST_OF_SPAN: Final = 1000
_LAST_YEAR: Final = 2099
_BEFORE_A_YEAR: Final = frozenset({"the", "a", "its", "their", "his", "her", "this", "that"})
_DATED: Final = frozenset({Counted.THINGS, Counted.STRIKES})
"""Sorts of which a year is told sooner than a number of four digits without a comma: deals, elections, raids."""
_GENITIVES: Final = ("'s", "’s")
_SETTLING: Final = DIVISIBLE | INDIVISIBLE
_CONVERTED: Final = frozenset({Counted.DISTANCE, Counted.AREA, Counted.WEIGHT})
_POINTING: Final = frozenset({"the", "these", "those"})
_APOSTROPHES: Final = frozenset({"'", "’"})
_DAYS_IN_MONTH: Final = 31
_NEAR_MONTH: Final = 2
"""Words that may stand between a day and its month: "June 6 and 7"."""
_JOINTS: Final = frozenset({"-", "–", "/", ":", "."})
_DATE_JOINTS: Final = frozenset({"and", "to", "-", "–", "or", ","})
_MINUS: Final = DASHES | {"−"}
_CLOCK_WORDS: Final = frozenset({"am", "pm", "gmt", "utc", "o'clock", "o’clock", "hrs"})
_HALVES_OF_DAY: Final = frozenset({"a", "p"})
_AGE_WORDS: Final = frozenset({"aged", "age", "ages"})
_DATING_BEFORE: Final = frozenset({"past", "last", "next", "coming", "previous", "first", "recent"})
_DATING_AFTER: Final = frozenset({"ago", "later", "earlier", "hence", "before", "after"})
_HARMED_OR_TAKEN: Final = frozenset(
    {
        FigureKind.KILLED,
        FigureKind.WOUNDED,
        FigureKind.MISSING,
        FigureKind.CAPTURED,
        FigureKind.DETAINED,
        FigureKind.ABDUCTED,
    }
)
_WHICH_HALF: Final = frozenset({"first", "second", "former", "latter"})
_BEFORE_PRONOUN: Final = frozenset({"no", "the", "this", "that", "any", "every", "each", "which", "some", "another"})


def why_no_quantity(tokens: Tokens, phrase: Phrase) -> str | None:
    """Why a number is no quantity, in plain words; None when nothing speaks against it."""
    for test in _OF_DIGITS if phrase.low.digits else _OF_WORDS:
        reason = test(tokens, phrase)
        if reason is not None:
            return reason
    return None


def _absence(tokens: Tokens, phrase: Phrase) -> str | None:
    """A "no" counts zero only of people and of what befalls them, and only where it is no absence of reports."""
    if phrase.low.value != 0:
        return None
    determiner = word_at(tokens, phrase.low.first) == "no" and word_at(tokens, phrase.low.first + 1) != "one"
    if determiner and phrase.counted is not Counted.PEOPLE and phrase.lemma not in SETTLING_NOUNS:
        return "no number"
    reported = NOT_REPORTED.isdisjoint(tokens.lowers[phrase.stop : phrase.stop + 5])
    return None if reported else "an absence of reports is no count"


def _foreign(tokens: Tokens, phrase: Phrase) -> str | None:
    """The "2 mil" of another language is two thousand, and no English two."""
    return "a number in another language" if word_at(tokens, phrase.last.stop) in FOREIGN_SCALES else None


def _time_away(tokens: Tokens, phrase: Phrase) -> str | None:
    """Durations that date something: "two weeks ago", "the past 48 hours"."""
    if phrase.counted is not Counted.DURATION:
        return None
    before, after = word_at(tokens, phrase.first - 1), word_at(tokens, phrase.stop)
    return "a time" if before in _DATING_BEFORE or after in _DATING_AFTER else None


def _code(tokens: Tokens, phrase: Phrase) -> str | None:
    """Telephone numbers, dates in digits, scores, fractions and codes: digits joined by signs."""
    first, after = phrase.low.first, phrase.last.stop
    before = word_at(tokens, first - 1)
    if before in {"#", "№"} or (before == "+" and glued(tokens, first)):
        return "a code or telephone number"
    if _joined_before(tokens, first) or _joined_after(tokens, after):
        return "digits of a date, a time, a score or a code"
    if phrase.noun is None and _looks_like_telephone(tokens, phrase):
        return "a code or telephone number"
    years = _looks_like_year(phrase.low, _FIRST_OF_SPAN)
    return "a span of years" if phrase.high is not None and phrase.noun is None and years else None


def _looks_like_telephone(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether three digits, a hyphen and four digits follow each other: "555-1234"."""
    lengths = list(map(len, tokens.texts[phrase.low.first : phrase.last.stop]))
    return lengths == [3, 1, 4] and glued(tokens, phrase.last.first)


def _joined_before(tokens: Tokens, first: int) -> bool:
    joint = word_at(tokens, first - 1)
    if joint not in _JOINTS or not glued(tokens, first) or not glued(tokens, first - 1):
        return False
    return tokens.is_digits(first - 2) or joint == "/"


def _joined_after(tokens: Tokens, after: int) -> bool:
    if word_at(tokens, after) not in _JOINTS or not word_at(tokens, after + 1):
        return False
    return glued(tokens, after) and glued(tokens, after + 1) and tokens.is_digits(after + 1)


def _date(tokens: Tokens, phrase: Phrase) -> str | None:
    """The day in "June 6", "6 June", "June 6 and 7", "18 to 22 June"."""
    if not _is_day(phrase.low) or not _is_day(phrase.last):
        return None
    before, after = phrase.low.first - 1, phrase.last.stop
    if MONTHS.isdisjoint(tokens.lowers[max(0, before - _NEAR_MONTH) : after + _NEAR_MONTH + 1]):
        return None
    if word_at(tokens, before) == "." and _is_month(tokens, before - 1):
        before -= 1
    counts = phrase.noun is not None
    if _is_month(tokens, before):
        return None if word_at(tokens, before - 1) == "in" and counts else "a date"
    of = after + 1 if word_at(tokens, after) == "of" else after
    first_of_two = word_at(tokens, after) in _DATE_JOINTS and _is_month(tokens, after + 2)
    if _is_month(tokens, of) or (first_of_two and tokens.is_digits(after + 1)):
        return "a date"
    second_of_two = word_at(tokens, before) in _DATE_JOINTS and _is_month(tokens, before - 2)
    return "a date" if second_of_two and tokens.is_digits(before - 1) and not counts else None


def _is_day(numeral: Numeral) -> bool:
    return numeral.value is not None and 1 <= numeral.value <= _DAYS_IN_MONTH and numeral.value.is_integer()


def _is_month(tokens: Tokens, index: int) -> bool:
    return word_at(tokens, index) in MONTHS and tokens.texts[index][0].isupper()


def _clock(tokens: Tokens, phrase: Phrase) -> str | None:
    after = phrase.last.stop
    behind = word_at(tokens, after)
    half = behind in _HALVES_OF_DAY and word_at(tokens, after + 1) == "." and word_at(tokens, after + 2) == "m"
    named = behind in _CLOCK_WORDS and phrase.low.digits
    return "a time of day" if half or named else None


def _year(tokens: Tokens, phrase: Phrase) -> str | None:
    """Four bare digits after "in", a month, "the end of", or before what they date; and those that count nothing."""
    low = phrase.low
    if not _looks_like_year(low, _FIRST_YEAR):
        return None
    before, earlier = word_at(tokens, low.first - 1), word_at(tokens, low.first - 2)
    dated = before in MONTHS or before in YEAR_CUES
    day = low.first - 2 if before == "," else low.first - 1
    after_day = tokens.is_digits(day) and _is_month(tokens, day - 1) if day > 0 else False
    if dated or after_day or (before == "of" and earlier in YEAR_PARTS) or _dates_a_noun(before, phrase):
        return "a year"
    counted = phrase.hedged or (phrase.noun is not None and phrase.noun.written)
    return None if counted or phrase.counted is Counted.MONEY else "perhaps a year"


def _dates_a_noun(before: str, phrase: Phrase) -> bool:
    """Whether a year stands between a determiner and what it dates: "the 2022 deal", but "the 2000 soldiers"."""
    determined = before in _BEFORE_A_YEAR or before.endswith(_GENITIVES)
    return determined and not phrase.hedged and phrase.lemma != "" and phrase.counted in _DATED


def _looks_like_year(numeral: Numeral, first: int) -> bool:
    """Whether a number is written as a year from `first` on is."""
    bare = numeral.digits and not numeral.grouped
    return bare and numeral.value is not None and first <= numeral.value <= _LAST_YEAR


def _half_in_order(tokens: Tokens, phrase: Phrase) -> str | None:
    """One of two halves is told by its place and measures nothing: "the first half of October"."""
    low = phrase.low
    half = low.share and word_at(tokens, low.first) == "half"
    return "one of two halves" if half and word_at(tokens, low.first - 1) in _WHICH_HALF else None


def _age(tokens: Tokens, phrase: Phrase) -> str | None:
    """Ages: "aged 34", "34 years old", "a 12-year-old", "children under 5", "Amal, 34, said"."""
    before = word_at(tokens, phrase.low.first - 1)
    of_age = before == "of" and word_at(tokens, phrase.low.first - 2) in _AGE_WORDS
    if of_age or before in _AGE_WORDS or word_at(tokens, phrase.first - 1) in _AGE_WORDS:
        return "an age"
    if phrase.counted is Counted.DURATION:
        tail = {word_at(tokens, phrase.stop), word_at(tokens, phrase.stop + 1)}
        return "an age" if tail & {"old", "olds"} else None
    if phrase.noun is not None:
        return None
    person = phrase.low.first - 2
    if person < 0 or not tokens.is_word(person):
        return None
    if before in {"under", "over"} and names_people(tokens.lowers[person]):
        return "an age"
    between = before == "," and word_at(tokens, phrase.low.stop) == "," and not phrase.hedged
    return "an age" if between and _is_one_person(tokens, person) else None


def _is_one_person(tokens: Tokens, index: int) -> bool:
    """Whether a word names one person: a proper name, or a singular such as "brother"."""
    word = tokens.lowers[index]
    return tokens.texts[index][0].isupper() or (singular(word) == word and names_people(word))


def _compound(tokens: Tokens, phrase: Phrase) -> str | None:
    """Adjectives such as "two-state", "10-member"; only units of measure count after a hyphen."""
    after, before = phrase.last.stop, phrase.low.first - 1
    divisible = phrase.counted in DIVISIBLE
    if hyphenated(tokens, after) and not divisible and word_at(tokens, after + 1) not in {"odd", "strong"}:
        return "part of a compound word"
    hyphen = word_at(tokens, before) in DASHES and glued(tokens, before) and glued(tokens, phrase.low.first)
    return "part of a compound word" if hyphen else None


def _signed(tokens: Tokens, phrase: Phrase) -> str | None:
    """A percentage or a temperature below zero ("-6%"), which no bound or number of the record tells from "6%"."""
    before = phrase.low.first - 1
    sign = word_at(tokens, before) in _MINUS and glued(tokens, phrase.low.first) and not glued(tokens, before)
    measured = phrase.counted is Counted.PERCENT or (phrase.noun is not None and phrase.noun.unit == "degrees")
    return "a number below zero" if sign and measured else None


def _calibre(tokens: Tokens, phrase: Phrase) -> str | None:
    """A part of one that measures nothing: ".22 rifles", "a .300 average"."""
    low, last = phrase.low, phrase.last
    if not (_is_part_of_one(tokens, low) or _is_part_of_one(tokens, last)) or phrase.counted in DIVISIBLE:
        return None
    alone = last.stop - low.first == len(tokens)
    return None if alone else "a calibre or an average"


def _is_part_of_one(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number begins with its point and no word scales it: ".22", not ".5 million"."""
    return tokens.texts[numeral.first] == "." and numeral.scale == 1


def _conversion(tokens: Tokens, phrase: Phrase) -> str | None:
    """The same measure again in other units: "30 km (19 miles)"."""
    opening = phrase.first - 1
    if phrase.counted not in _CONVERTED or word_at(tokens, opening) != "(" or word_at(tokens, phrase.stop) != ")":
        return None
    before = (unit_at(tokens, at) for at in range(max(0, opening - LONGEST_UNIT), opening))
    same = any(unit is not None and unit.stop == opening and unit.counted is phrase.counted for unit in before)
    return "a measure in other units" if same else None


def _pronoun(tokens: Tokens, phrase: Phrase) -> str | None:
    """The pronoun "one": "one of the", "one another", "no one", "on the one hand"."""
    low = phrase.low
    if phrase.high is not None or word_at(tokens, low.first) != "one" or low.value != 1:
        return None
    if phrase.stop - phrase.first == len(tokens):
        return None
    before, after = word_at(tokens, low.first - 1), word_at(tokens, low.stop)
    if after == "of" and before not in _BEFORE_PRONOUN and _is_one_harmed(tokens, phrase):
        return None
    if before in _BEFORE_PRONOUN or after in {"of", "another", "day"}:
        return "a pronoun"
    verb = word_at(tokens, low.stop + 1) if after in {"was", "is", "has"} else after
    counts = phrase.noun is not None or verb in PREDICATES or after in {"other", "more"}
    return None if counts else "a pronoun"


def _is_one_harmed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether "one of" some people is told to have been harmed or taken: "one of its soldiers was wounded"."""
    base = past_base_number(tokens, phrase.stop)
    noun = phrase.noun if base == phrase.stop else counted_after(tokens, base, single=False, vague=False)
    if noun is None or noun.counted is not Counted.PEOPLE:
        return False
    verb = past_words(tokens, noun.stop, AUXILIARIES)
    return verb > noun.stop and PREDICATES.get(word_at(tokens, verb)) in _HARMED_OR_TAKEN


def _war(tokens: Tokens, phrase: Phrase) -> str | None:
    """The length in the name of a war: "the Six-Day War", "the Thirty Years' War"; not "a six-day war"."""
    if phrase.counted is not Counted.DURATION:
        return None
    war = phrase.stop + (word_at(tokens, phrase.stop) in _APOSTROPHES)
    if word_at(tokens, war) != "war":
        return None
    return "part of a name" if tokens.texts[phrase.stop - 1].istitle() and tokens.texts[war].istitle() else None


def _pair(tokens: Tokens, phrase: Phrase) -> str | None:
    """Two that the text has named, or that every conflict has, are not counted anew: "the two sides met"."""
    two = phrase.high is None and phrase.low.value == len(("one", "other"))
    if not two or phrase.lemma not in OPPOSITES or word_at(tokens, phrase.first - 1) not in _POINTING:
        return None
    verb = past_words(tokens, phrase.stop, AUXILIARIES)
    return None if word_at(tokens, verb) in PREDICATES else "two that were named before"


def _name(tokens: Tokens, phrase: Phrase) -> str | None:
    """Numbers that name: "Resolution 2254", "Boeing 737", "No. 5", "Group of Seven"."""
    index = phrase.low.first - 1
    before = word_at(tokens, index)
    if before == "no" or (before == "." and word_at(tokens, index - 1) == "no"):
        return "a number that names something"
    if before in IDENTIFIER_NOUNS and (phrase.noun is None or tokens.texts[index][0].isupper()):
        return f"a number that names a {before}"
    if before != "of" or phrase.noun is not None or not tokens.texts[phrase.low.first][0].isupper():
        return None
    some = past_base_number(tokens, phrase.stop) > phrase.stop
    return None if some else "part of a name"


def _ambiguous(_tokens: Tokens, phrase: Phrase) -> str | None:
    """A decimal that may be thousands, or "50m", unless what is counted settles it."""
    written = phrase.noun is not None and (phrase.noun.written or phrase.counted is Counted.MONEY)
    if written and phrase.counted in _SETTLING:
        return None
    return phrase.low.doubt or phrase.last.doubt


_TESTS: Final[tuple[_Test, ...]] = (
    _absence,
    _foreign,
    _time_away,
    _code,
    _date,
    _clock,
    _year,
    _half_in_order,
    _age,
    _compound,
    _signed,
    _calibre,
    _conversion,
    _pronoun,
    _name,
    _war,
    _pair,
    _ambiguous,
)
"""Asked in this order: the first reason is given."""
_OF_DIGITS: Final = tuple(test for test in _TESTS if test not in {_absence, _half_in_order, _pronoun})
"""Those that a number in digits can fail."""
_OF_WORDS: Final = tuple(test for test in _TESTS if test not in {_code, _year})
"""Those that a number in words can fail."""
