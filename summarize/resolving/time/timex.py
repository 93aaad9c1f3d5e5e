"""A `Time` as the value of a TIMEX3, the annotation of ISO-TimeML."""

from __future__ import annotations

from datetime import date, timedelta

from summarize.lexicon.calendar import DAY_PARTS, SEASONS
from summarize.record import Granularity, Time, TimeMod
from summarize.resolving.time.tokens import tokenize


def timex_value(time: Time) -> str:
    """Value of the TIMEX3 that says the same.

    The record has no field for weeks, quarters and parts of the day; they are told from the days, the
    granularity and the words. An open end is dropped, as TIMEX3 puts it in `mod`.

    Returns:
        For example `2017-08-05`, `2017-W30`, `2017-08-04TNI`, `1989-Q3`, `199X` or `PAST_REF`.
    """
    start, end = time.earliest, time.latest
    if time.granularity is Granularity.UNKNOWN:
        return _reference(start, end)
    known = start or end
    if known is None:
        return ""
    if time.mod is TimeMod.BEFORE and end is not None:
        known = start = end = end + timedelta(days=1)
    if time.mod is TimeMod.AFTER and start is not None:
        known = end = start = start - timedelta(days=1)
    if time.mod is TimeMod.ON_OR_BEFORE and end is not None:
        known = start = end
    if "T" in time.edtf:
        return time.edtf[:16]
    return _value(time, known, end or known)


def _reference(start: date | None, end: date | None) -> str:
    if start is None:
        return "PAST_REF"
    return "PRESENT_REF" if end is not None else "FUTURE_REF"


def _value(time: Time, start: date, end: date) -> str:
    weekend = end - start == timedelta(days=1) and start.isoweekday() == 6  # noqa: PLR2004
    values = {
        Granularity.PART_OF_DAY: f"{start}{_day_part(time.text or '')}",
        Granularity.DAY: f"{_week(start)}-WE" if weekend else start.isoformat(),
        Granularity.WEEK: _week(min(start + timedelta(days=3), end)),
        Granularity.MONTH: start.isoformat()[:7],
        Granularity.PART_OF_MONTH: start.isoformat()[:7],
        Granularity.SEASON: _season(time, start, end),
        Granularity.YEAR: _year(time, start, end),
    }
    return values[time.granularity]


def _year(time: Time, start: date, end: date) -> str:
    if "X" in time.edtf:
        return time.edtf.rstrip("~")
    decade = time.mod in (TimeMod.START, TimeMod.MID, TimeMod.END) and start.year < end.year
    return f"{start.isoformat()[:3]}X" if decade else start.isoformat()[:4]


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
    return f"{start.year:04}-Q{(start.month - 1) // 3 + 1}"


def _day_part(words: str) -> str:
    codes = [DAY_PARTS[token.word] for token in tokenize(words) if token.word in DAY_PARTS]
    if not codes and "tonight" in words.lower():
        return "TNI"
    return f"T{codes[0]}" if codes else ""
