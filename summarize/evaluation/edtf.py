"""First and last day of an Extended Date/Time Format string (ISO 8601-2), for comparing intervals."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Bounds = tuple[date | None, date | None]
"""First and last day; None where the interval is open."""

_DATE = re.compile(r"(?P<year>\d[\dX]{3})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T.*)?[?~%]?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("", "..")


def bounds(edtf: str) -> Bounds:
    """First and last day of `edtf`.

    Dates, months, years, seasons (21 to 24, of the northern hemisphere), unspecified digits (`201X`, `2017-XX`),
    qualifiers (`?`, `~`, `%`, which do not widen the interval) and intervals with an open side are read.

    Raises:
        ValueError: It is none of these.
    """
    if "/" not in edtf:
        return _extent(edtf)
    start, _, end = edtf.partition("/")
    if start in _OPEN and end in _OPEN:
        raise ValueError(f"{edtf!r} is open on both sides")
    first = None if start in _OPEN else _extent(start)[0]
    last = None if end in _OPEN else _extent(end)[1]
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it starts")
    return first, last


def within(inner: Bounds, outer: Bounds) -> bool:
    """Whether every day of `inner` is a day of `outer`."""
    starts = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends


def _extent(written: str) -> tuple[date, date]:
    found = _DATE.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no date in EDTF, such as 2017-08-05, 2017-08, ../2017-08-05")
    first_year, last_year = (int(found["year"].replace("X", digit)) for digit in "09")
    month, day = found["month"], found["day"]
    if month in (None, "XX"):
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if int(month) in _SEASONS:
        return _season(first_year, _SEASONS[int(month)])
    if day in (None, "XX"):
        return date(first_year, int(month), 1), _month_end(last_year, int(month))
    return date(first_year, int(month), int(day)), date(last_year, int(month), int(day))


def _season(year: int, month: int) -> tuple[date, date]:
    last = month + 2
    return date(year, month, 1), _month_end(year + (last > 12), last if last <= 12 else last - 12)  # noqa: PLR2004


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
