"""Rules for dates of the calendar: "June 6, 2017", "Friday", "05/06/2017", "the 1990s", "summer 2016"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from summarize.lexicon.calendar import AMBIGUOUS_NAMES, DECADE_WORDS, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.counting import four_digit_year, ordinal
from summarize.resolving.time.frame import Meaning, Which
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, OnWeekday, Step
from summarize.resolving.time.offsets import Same
from summarize.resolving.time.vocabulary import EDGES, OFFSETS, WHICH, Parsed, Tokens


def year(tokens: Tokens, at: int) -> Parsed:
    """As in "2017", "the year 2017", "nineteen ninety-six"."""
    named = at
    for word in ("the", "year"):
        if tokens[named].word == word:
            named += 1
    if named == at + 1 and tokens[at].word == "the":
        return None
    found = four_digit_year(tokens, named)
    if found is None or (tokens[found[1]].word == "s" and tokens[found[1]].glued):
        return None
    return Fixed(whole_year(found[0])), found[1]


def whole_year(number_of_year: int) -> Period:
    """From 1 January to 31 December."""
    return Period(date(number_of_year, 1, 1), date(number_of_year, 12, 31), Unit.YEAR)


def month_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Number of the month named here and the position after it; "may" and "march" need a capital or a day."""
    token = tokens[at]
    if token.word not in MONTHS:
        return None
    dotted = tokens[at + 1].word == "." and tokens[at + 1].glued and len(token.word) < 5  # noqa: PLR2004
    if not token.capital and token.word in AMBIGUOUS_NAMES and tokens[at + 1].number is None:
        return None
    return MONTHS[token.word], at + 2 if dotted and token.word not in ("may", "june", "july") else at + 1


def weekday_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """ISO number of the weekday named here and the position after it; "Sun" needs a dot or a date behind it."""
    token = tokens[at]
    if token.word not in WEEKDAYS:
        return None
    dotted = tokens[at + 1].word == "." and tokens[at + 1].glued and len(token.word) <= 5  # noqa: PLR2004
    after = past_comma(tokens, at + 1)
    dated = month_name(tokens, after) or (plain_day(tokens, after) and month_name(tokens, after + 1))
    if token.word in AMBIGUOUS_NAMES and not (token.capital and (dotted or dated)):
        return None
    return WEEKDAYS[token.word], at + 2 if dotted else at + 1


def past_comma(tokens: Tokens, at: int) -> int:
    """The position after a comma, if one stands here."""
    return at + 1 if tokens[at].word == "," else at


def following_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Year after a month or a day: ", 2017", " 2017", " of 2017", " '17" is too short to trust."""
    return four_digit_year(tokens, at + 1 if tokens[at].word in (",", "of") else at)


def _on(month: int, day_of_month: int, in_year: int) -> Period | None:
    if day_of_month > calendar.days_in_month(in_year, month):
        return None
    return calendar.day(date(in_year, month, day_of_month))


def named_day(month: int, day_of_month: int) -> Cyclic:
    """A day of a month without its year."""
    return Cyclic(Unit.DAY, partial(_on, month, day_of_month))


def day_in_month(month: int, day_of_month: int, tokens: Tokens, at: int) -> Parsed:
    """A day of a month, with the year when one follows."""
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31  # noqa: PLR2004
    if not 1 <= day_of_month <= longest:
        return None
    found = following_year(tokens, at)
    if found is None:
        return in_other_year(named_day(month, day_of_month), tokens, at)
    period = _on(month, day_of_month, found[0])
    return (Fixed(period), found[1]) if period else None


def in_other_year(name: Cyclic, tokens: Tokens, at: int) -> tuple[Meaning, int]:
    """As in "June last year", "June of this year", "the third quarter of last year"."""
    after = at + 1 if tokens[at].word in ("of", "in") else at
    which = tokens[after].word
    if which in ("last", "this", "next") and tokens[after + 1].word == "year":
        return InYear(name, Step(Unit.YEAR, OFFSETS[WHICH[which]])), after + 2
    if which == "that" and tokens[after + 1].word == "year":
        return InYear(name, Same(Unit.YEAR)), after + 2
    if after > at and which == "the" and tokens[after + 1].word == "year":
        return InYear(name, Step(Unit.YEAR, 0)), after + 2
    return name, at


def month_first(tokens: Tokens, at: int) -> Parsed:
    """As in "June 6", "June 6, 2017", "June 2017", "June the 6th", "June"."""
    month = month_name(tokens, at)
    if month is None:
        return None
    number_of_month, after = month
    article = after + 1 if tokens[after].word == "the" else after
    day_of_month = ordinal(tokens, article) or (None if article > after else plain_day(tokens, after))
    if day_of_month is not None:
        dated = day_in_month(number_of_month, day_of_month[0], tokens, day_of_month[1])
        if dated is not None:
            return dated
    in_year = following_year(tokens, after)
    if in_year is not None:
        return Fixed(calendar.months(in_year[0], number_of_month, 1, Unit.MONTH)), in_year[1]
    return in_other_year(named_month(number_of_month), tokens, after)


def plain_day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A number of at most two digits that is no hour and no percentage."""
    token = tokens[at]
    if token.number is None or len(token.text) > 2:  # noqa: PLR2004
        return None
    sign, behind = tokens[at + 1], tokens[at + 2]
    clock = sign.word == ":" and sign.glued and behind.glued and behind.text.isdigit()
    return None if clock or (sign.word == "%" and sign.glued) else (token.number, at + 1)


def named_month(number_of_month: int, which: Which = "bare") -> Cyclic:
    """A month without its year."""
    return Cyclic(Unit.MONTH, lambda in_year: calendar.months(in_year, number_of_month, 1, Unit.MONTH), which=which)


def day_first(tokens: Tokens, at: int) -> Parsed:
    """As in "6 June 2017", "the 6th of June", "6 June"."""
    start = at + 1 if tokens[at].word == "the" else at
    day_of_month = ordinal(tokens, start) or (plain_day(tokens, start) if start == at else None)
    if day_of_month is None:
        return None
    after = day_of_month[1]
    month = month_name(tokens, after + 1 if tokens[after].word in ("of", "-") else after)
    if month is None:
        return None
    hyphen = 1 if tokens[month[1]].word == "-" else 0
    return day_in_month(month[0], day_of_month[0], tokens, month[1] + hyphen)


def weekday_first(tokens: Tokens, at: int) -> Parsed:
    """As in "Friday", "Friday, Oct. 13", "Friday 13 October 1989", "Friday the 13th" is left at Friday."""
    weekday = weekday_name(tokens, at)
    if weekday is None:
        return None
    after = weekday[1]
    comma = past_comma(tokens, after)
    article = comma + 1 if tokens[comma].word == "the" else comma
    dated = month_first(tokens, comma) or day_first(tokens, article)
    if dated is not None and any(token.number or token.word in ORDINALS for token in tokens[comma : dated[1]]):
        if isinstance(dated[0], (Cyclic, Fixed)) and of_one_day(dated[0]):
            return OnWeekday(dated[0], weekday[0]), dated[1]
        return dated
    return Cyclic(Unit.DAY, weekday=weekday[0]), after


def of_one_day(meaning: Cyclic | Fixed) -> bool:
    """Whether it names one day, not a month or a year."""
    return meaning.unit is Unit.DAY if isinstance(meaning, Cyclic) else meaning.period.start == meaning.period.end


def numeric(tokens: Tokens, at: int) -> Parsed:
    """As in "2017-06-06", "06/06/2017", "6.6.2017"; an undecided order of day and month keeps both readings."""
    token = tokens[at]
    if len(token.text) == 10 and token.text[4] == "-":  # noqa: PLR2004
        written, month, first = (int(part) for part in token.text.split("-"))
        return _checked(written, month, first, at + 1)
    sign = tokens[at + 1].word
    if sign not in ("/", ".", "-") or tokens[at + 3].word != sign:
        return None
    parts = tokens[at : at + 5]
    if not all(one.glued for one in parts[1:]):
        return None
    values = [one.number for one in parts[::2] if one.number is not None]
    widths = [len(one.text) for one in parts[::2]]
    if len(values) < 3 or max(widths[1:2] + sorted(widths)[:2]) > 2 or max(widths) < _YEAR_DIGITS:  # noqa: PLR2004
        return None
    return _ordered(values, sign, at + 5, year_first=widths[0] == _YEAR_DIGITS)


_YEAR_DIGITS = 4


def _ordered(values: Sequence[int], sign: str, after: int, *, year_first: bool) -> Parsed:
    """Year, month and day told apart: by the year's place, the sign, or a number too large for a month."""
    if year_first:
        return _checked(values[0], values[1], values[2], after)
    first, second, in_year = values
    if sign == "." or first > 12 or first == second:  # noqa: PLR2004
        return _checked(in_year, second, first, after)
    if second > 12:  # noqa: PLR2004
        return _checked(in_year, first, second, after)
    return _undecided(in_year, first, second, after)


def _checked(in_year: int, month: int, day_of_month: int, after: int) -> Parsed:
    if not (in_year >= 1 and 1 <= month <= 12) or day_of_month < 1:  # noqa: PLR2004
        return None
    period = _on(month, day_of_month, in_year)
    return (Fixed(period), after) if period else None


def _undecided(in_year: int, one: int, other: int, after: int) -> Parsed:
    """Both readings of a numeric date whose order of day and month is open."""
    if min(in_year, one, other) < 1:
        return None
    first, last = sorted((date(in_year, one, other), date(in_year, other, one)))
    note = f"{first} or {last}: the order of day and month is not settled"
    return Fixed(Period(first, last, Unit.DAY), notes=(note,)), after


def decade(tokens: Tokens, at: int) -> Parsed:
    """As in "the 1990s", "the nineties", "the '90s", "the 20th century"."""
    start = at + 1 if tokens[at].word == "the" else at
    token, following = tokens[start], tokens[start + 1]
    plural = following.word == "s" and following.glued
    if token.number is not None and len(token.text) == _YEAR_DIGITS and token.number % 10 == 0 and plural:
        old = token.number % 100 == 0 and token.number < 1900  # noqa: PLR2004
        return _fixed_in(token.number, Unit.CENTURY if old else Unit.DECADE, start + 2)
    short = following.number if token.word in ("'", "’") and tokens[start + 2].word == "s" else None
    if short is not None and short in DECADE_WORDS.values():
        return _fixed_in(1900 + short, Unit.DECADE, start + 3)
    # "The early nineties"; in "he is in his nineties" they are years of age.
    if token.word in DECADE_WORDS and (start > at or tokens[at - 1].word in EDGES or tokens[at - 1].word == "-"):
        return _fixed_in(1900 + DECADE_WORDS[token.word], Unit.DECADE, start + 1)
    return _century(tokens, start)


def _century(tokens: Tokens, at: int) -> Parsed:
    nth = ordinal(tokens, at)
    if nth is None or not 1 < nth[0] < 30:  # noqa: PLR2004
        return None
    after = nth[1] + 1 if tokens[nth[1]].word == "-" else nth[1]
    return _fixed_in(100 * (nth[0] - 1), Unit.CENTURY, after + 1) if tokens[after].word == "century" else None


def _fixed_in(first_year: int, unit: Unit, after: int) -> Parsed:
    return (Fixed(calendar.around(date(first_year, 1, 1), unit)), after) if first_year > 0 else None


def season(tokens: Tokens, at: int) -> Parsed:
    """As in "the summer of 2016", "summer 2016", "the summer"."""
    start = at + 1 if tokens[at].word == "the" else at
    name = SEASONS.get(tokens[start].word)
    if name is None:
        return None
    in_year = following_year(tokens, start + 1)
    if in_year is not None:
        return _season_of(name, in_year[0]), in_year[1]
    if tokens[start].word == "fall" and tokens[start + 1].word == "of":
        return None
    return in_other_year(named_season(name), tokens, start + 1)


NORTHERN = "months of a northern-hemisphere season"


def _season_of(name: str, in_year: int) -> Fixed:
    period = calendar.season(in_year, name)
    if name == "winter" and in_year > 1 and period.start:
        period = Period(calendar.season(in_year - 1, name).start, period.end, Unit.SEASON)
        return Fixed(period, name, (NORTHERN, f"the winter that ends or the one that begins in {in_year}"))
    return Fixed(period, name, (NORTHERN,))


def named_season(name: str, which: Which = "bare") -> Cyclic:
    """A season without its year."""
    return Cyclic(
        Unit.SEASON, lambda in_year: calendar.season(in_year, name), which=which, season=name, notes=(NORTHERN,)
    )
