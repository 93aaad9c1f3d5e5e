"""A `Time` as the value of a TIMEX3, the annotation of ISO-TimeML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from summarize.lexicon.calendar import DAY_PARTS, SEASONS, WEEKDAYS
from summarize.record import Granularity, Time, TimeMod
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.clock import clock
from summarize.resolving.time.notes import has_note
from summarize.resolving.time.offsets import OPEN_WEEK
from summarize.resolving.time.quarters import OWN_COUNT
from summarize.resolving.time.tokens import tokenize


def timex_value(time: Time) -> str:
    """Value of the TIMEX3 that says the same.

    The record has no field for weeks, quarters and parts of the day; they are told from the days, the
    granularity and the words. An open end is dropped, as TIMEX3 puts it in `mod`. Where the record keeps
    two readings, the conventional one is given: the ISO week, the nearer "last Monday" and "next Friday".

    Returns:
        For example `2017-08-05`, `2017-W30`, `2017-08-04TNI`, `1989-Q3`, `199X`, `2017-07-XX` or `PAST_REF`.
    """
    if time.granularity is Granularity.UNKNOWN:
        return _reference(time.earliest, time.latest)
    if "T" in time.edtf:
        return time.edtf[:16]
    start, end = _named(time)
    return "" if start is None or end is None else _value(time, start, end)


def _reference(start: date | None, end: date | None) -> str:
    if start is None:
        return "PAST_REF"
    return "PRESENT_REF" if end is not None else "FUTURE_REF"


def _named(time: Time) -> tuple[date | None, date | None]:
    """First and last day that the words name: where there is a bound, the day it stands at."""
    start, end = time.earliest, time.latest
    if time.mod in (TimeMod.BEFORE, TimeMod.ON_OR_BEFORE):
        start = end
    if time.mod is TimeMod.AFTER:
        end = start
    excluded = timedelta(days=0 if time.granularity is Granularity.PART_OF_DAY else 1)
    if time.mod is TimeMod.BEFORE and end is not None:
        start = end = end + excluded
    if time.mod is TimeMod.AFTER and start is not None:
        start = end = start - excluded
    return start or end, end or start


def _value(time: Time, start: date, end: date) -> str:
    return _VALUES[time.granularity](time, start, end)


def _part_of_day(time: Time, start: date, end: date) -> str:
    return f"{_nearer(time.text or '', start, end)[0]}{_time_of_day(time.text or '')}"


def _week_of(time: Time, start: date, end: date) -> str:
    return f"{end.year:04}-WXX" if has_note(time, OPEN_WEEK) else _week(min(start + timedelta(days=3), end))


def _day(time: Time, start: date, end: date) -> str:
    start, end = _nearer(time.text or "", start, end)
    if end - start == timedelta(days=1) and start.isoweekday() == SATURDAY:
        return f"{_week(start)}-WE"
    return _unless_open(start.isoformat(), start, end, Unit.MONTH)


def _nearer(words: str, start: date, end: date) -> tuple[date, date]:
    """Of the two readings of "last Monday" or "next weekend" the one nearer to today."""
    apart = (end - start).days
    if apart not in (7, 8):
        return start, end
    said = {token.word for token in tokenize(words)}
    if said.isdisjoint(WEEKDAYS) and "weekend" not in said:
        return start, end
    length = timedelta(days=apart - 7)
    return (start, start + length) if "next" in said else (end - length, end) if "last" in said else (start, end)


def _unless_open(value: str, start: date, end: date, unit: Unit) -> str:
    """The value, its last two digits left open where it can be any in a whole `unit`: "that day" of "in October"."""
    return f"{value[:-2]}XX" if Period(start, end, unit) == calendar.around(start, unit) else value


_LONGEST_DECADE = 10
DECADE = 10
_DECADE = re.compile(r"\b(\d{3})0['’]?s\b")
SATURDAY = 6


def _year(time: Time, start: date, end: date) -> str:
    """A decade or century as such; a year that is no calendar year by the one it ends in, as fiscal years are named."""
    if "X" in time.edtf:
        return time.edtf.rstrip("~")
    words = (time.text or "").lower()
    decade = _DECADE.search(words)
    if decade is not None:
        return f"{decade[1]}X"
    if end.year - start.year == DECADE and "decade" in words:
        return f"{end.year // DECADE - 1:03}X"
    if time.mod is None and calendar.shift(start, 1, Unit.YEAR) - timedelta(days=1) == end:
        return end.isoformat()[:4]
    if time.mod not in (TimeMod.START, TimeMod.MID, TimeMod.END) or start.year == end.year:
        return start.isoformat()[:4]
    return f"{start.isoformat()[:2]}XX" if end.year - start.year > _LONGEST_DECADE else f"{start.isoformat()[:3]}X"


def _week(on: date) -> str:
    in_year, week, _ = on.isocalendar()
    return f"{in_year:04}-W{week:02}"


_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_FULL_HALF = 6


def _season(time: Time, start: date, end: date) -> str:
    names = [SEASONS[token.word] for token in tokenize(time.text or "") if token.word in SEASONS]
    if names:
        written = time.edtf[:4] if time.edtf[4:7] == "-24" else start.isoformat()[:4]
        return f"{written}-{_CODES[names[0]]}"
    if (end.year - start.year) * 12 + end.month - start.month + 1 == _FULL_HALF:
        return f"{start.year:04}-H{1 if start.month == 1 else 2}"
    middle = start + (end - start) // 2
    if has_note(time, OWN_COUNT):
        return f"{middle.year:04}-QX"
    return f"{middle.year:04}-Q{(middle.month - 1) // 3 + 1}"


def _time_of_day(words: str) -> str:
    """Code of the part of the day or the hour in the words, with its `T`; nothing where they have none."""
    tokens = tokenize(words)
    hours = (clock(tokens, at) for at, token in enumerate(tokens) if token.word[:1].isdigit())
    hour = next((one for one in hours if one is not None), None)
    if hour is not None:
        return f"T{hour[0]:02}:{hour[1]:02}"
    said = {token.word for token in tokens}
    if "hours" in said and not said.isdisjoint(("early", "small", "wee")):
        return "TMO"
    codes = [DAY_PARTS[token.word] for token in tokens if token.word in DAY_PARTS]
    if not codes and "tonight" in said:
        return "TNI"
    return f"T{codes[0]}" if codes else ""


_VALUES: Mapping[Granularity, Callable[[Time, date, date], str]] = MappingProxyType(
    {
        Granularity.PART_OF_DAY: _part_of_day,
        Granularity.DAY: _day,
        Granularity.WEEK: _week_of,
        Granularity.MONTH: lambda _, start, end: _unless_open(start.isoformat()[:7], start, end, Unit.YEAR),
        Granularity.PART_OF_MONTH: lambda _, start, __: start.isoformat()[:7],
        Granularity.SEASON: _season,
        Granularity.YEAR: _year,
    }
)
"""How a period of each kind is written; asked only where it is wanted, since some have no value at the ends of time."""
