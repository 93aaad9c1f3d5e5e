"""Periods of the calendar and the arithmetic on them: days, weeks, months, seasons, years and holidays.

Weeks are those of ISO 8601 (Monday first). Seasons are the meteorological ones of the northern
hemisphere: spring is March to May. Every function raises `OverflowError` or `ValueError` beyond the
years 1 to 9999, as `datetime` does.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from summarize.lexicon.calendar import EASTER_HOLIDAYS, FIXED_HOLIDAYS, ISLAMIC_HOLIDAYS, NTH_WEEKDAY_HOLIDAYS


class Unit(StrEnum):
    """Calendar unit a phrase speaks in."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


MONTHS_IN: dict[Unit, int] = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included; `None` is an open end."""

    start: date | None
    end: date | None
    unit: Unit


def day(on: date) -> Period:
    """One day."""
    return Period(on, on, Unit.DAY)


def add_months(on: date, months: int) -> date:
    """The same day some months away, or the last day of that month where it is shorter."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, days_in_month(year, month + 1)))


@lru_cache(maxsize=1024)
def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"year {year} is outside the calendar")
    return calendar.monthrange(year, month)[1]


def months(year: int, month: int, count: int, unit: Unit) -> Period:
    """`count` whole months from the given one."""
    start = date(year, month, 1)
    last = add_months(start, count - 1)
    return Period(start, last.replace(day=days_in_month(last.year, last.month)), unit)


def around(on: date, unit: Unit) -> Period:
    """The calendar unit that holds a day."""
    if unit is Unit.DAY:
        return day(on)
    if unit is Unit.WEEK:
        monday = on - timedelta(days=on.isoweekday() - 1)
        return Period(monday, monday + timedelta(days=6), unit)
    if unit is Unit.WEEKEND:
        saturday = on - timedelta(days=on.isoweekday() - 6)
        return Period(saturday, saturday + timedelta(days=1), unit)
    if unit is Unit.SEASON:
        first = add_months(on.replace(day=1), -(on.month % 3))
        return months(first.year, first.month, 3, unit)
    size = MONTHS_IN[unit]
    if size > MONTHS_IN[Unit.YEAR]:
        return _years(on, unit)
    return months(on.year, on.month - (on.month - 1) % size, size, unit)


def _years(on: date, unit: Unit) -> Period:
    """Decade (from a year ending in 0) or century (from a year ending in 00), as people and TIMEX3 count them."""
    size = MONTHS_IN[unit] // 12
    first = on.year - on.year % size
    return Period(date(max(first, 1), 1, 1), date(first + size - 1, 12, 31), unit)


def shift(on: date, amount: int, unit: Unit) -> date:
    """A day moved by whole calendar units."""
    if unit is Unit.DAY:
        return on + timedelta(days=amount)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return on + timedelta(weeks=amount)
    return add_months(on, amount * MONTHS_IN[unit])


def season(year: int, name: str) -> Period:
    """A season of a year; winter is counted under the year it begins in."""
    return months(year, SEASON_MONTH[name], 3, Unit.SEASON)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Nth weekday of a month; -1 is the last, 0 the first one after the month's first Monday."""
    if nth == 0:
        return nth_weekday(year, month, 1, 1) + timedelta(days=weekday - 1)
    if nth < 0:
        last = date(year, month, days_in_month(year, month))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def islamic(year: int, month: int, day_of_month: int) -> date:
    """A day of the tabular Islamic calendar (civil epoch), after Reingold and Dershowitz."""
    days = day_of_month + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227014 + days)


def islamic_in(year: int, month: int, day_of_month: int) -> date | None:
    """The first such day of the Islamic calendar that falls in a Gregorian year, if one does."""
    guess = (year - 622) * 33 // 32
    found = [islamic(guess + step, month, day_of_month) for step in (0, 1, 2) if guess + step > 0]
    return next((one for one in found if one.year == year), None)


def holiday(name: str, year: int) -> Period | None:
    """The days a holiday can fall on in a year; more than one day where the moon decides."""
    if name in FIXED_HOLIDAYS:
        return day(date(year, *FIXED_HOLIDAYS[name]))
    if name in NTH_WEEKDAY_HOLIDAYS:
        return day(nth_weekday(year, *NTH_WEEKDAY_HOLIDAYS[name]))
    if name in EASTER_HOLIDAYS:
        return day(easter(year) + timedelta(days=EASTER_HOLIDAYS[name]))
    month, first = ISLAMIC_HOLIDAYS.get(name, (9, 1))
    begins = islamic_in(year, month, first)
    if begins is None:
        return None
    length = 1 if name in ISLAMIC_HOLIDAYS else 30
    return Period(begins - timedelta(days=1), begins + timedelta(days=length), Unit.DAY if length == 1 else Unit.MONTH)
