"""The words for a time, as coarse as the text tells it: a day, a month, a year, or what lies between two of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from summarize.record import Granularity, Time, TimeBasis, TimeMod

_LASTING = re.compile(r"(?:from|until|till|through)\b", re.IGNORECASE)
"""First words of a time that something goes on for."""


def when(time: Time | None, *, ahead: bool = False) -> str:
    """The words for a time, with a leading space; empty when only the dateline speaks.

    Args:
        time: The time of an event.
        ahead: Whether it is the day that something is meant for, and not the day of what the words before it tell.
    """
    if time is None or time.basis is TimeBasis.PUBLICATION or (time.earliest is None and time.latest is None):
        return ""
    first, last, at = _bounds(time)
    lasting = _LASTING.match(time.text or "")
    if not last:
        return f" from {first} on"
    if lasting and first != last:
        return f" from {first} to {last}" if first and lasting.group().casefold() == "from" else f" until {last}"
    if not first:
        meant = ahead and time.basis is not TimeBasis.REPORT_BOUND
        return f" for {last} or before" if meant else f" {at} or before {last}"
    aim = "for" if ahead else ""
    if first == last:
        # About what hour of a day is not about what day.
        around = time.mod is TimeMod.APPROX and time.granularity is not Granularity.PART_OF_DAY
        return f" {f'{aim} around'.strip() if around else aim or at} {first}"
    return f" {f'{aim} between'.strip()} {first} and {last}"


def _bounds(time: Time) -> tuple[str, str, str]:
    """The words for both ends, empty for an open one, and the preposition that stands before one of them alone."""
    first, last = time.earliest, time.latest
    unit = _UNITS.get(time.granularity)
    if unit is None:
        return _in_full(first) if first else "", _in_full(last) if last else "", "on"
    begins = first is None or first == date.min or unit(first - _ONE_DAY) != unit(first)
    ends = last is None or last == date.max or unit(last + _ONE_DAY) != unit(last)
    if not (begins and ends):
        unit = _in_full
    return unit(first) if first else "", unit(last) if last else "", "on" if unit is _in_full else "in"


@lru_cache(maxsize=4096)
def _in_full(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"


def _year(day: date) -> str:
    return str(day.year)


_UNITS: Mapping[Granularity, Callable[[date], str]] = MappingProxyType(
    {Granularity.MONTH: _month, Granularity.SEASON: _month, Granularity.YEAR: _year}
)
"""How a day is told where the text names a longer stretch that begins or ends with it."""
_ONE_DAY = timedelta(days=1)
