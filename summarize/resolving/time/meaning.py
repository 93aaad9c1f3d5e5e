"""What the plain time expressions mean: fixed dates, units around today, names that come round.

Each class is one way of speaking of time. Its `reckon` turns it into days, given the day it is counted
from and the direction that the tense implies. Where the words allow two readings both are kept and a
note says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summarize.resolving.tense import Tense
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.frame import CannotSettleError, Frame, Meaning, Reading, TimeKind, Which


@dataclass(frozen=True)
class Fixed:
    """Days that need no context: "6 June 2017", "1998", "the 1990s"."""

    period: Period
    season: str | None = None
    notes: tuple[str, ...] = ()
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The days themselves."""
        del frame
        return Reading(self.period, season=self.season, notes=self.notes)


@dataclass(frozen=True)
class Step:
    """A calendar unit counted from today: "yesterday", "last week", "this month", "next year"."""

    unit: Unit
    offset: int
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The unit that holds today, moved; on a Sunday a week has two readings."""
        today = frame.day
        there = calendar.shift(today, self.offset, self.unit)
        period = calendar.around(there, self.unit)
        if self.unit is Unit.WEEK and today.isoweekday() == SUNDAY and period.start and period.end:
            wide = Period(period.start, period.end + timedelta(days=6), Unit.WEEK)
            note = (
                f"counted from a Sunday: the week is {period.start} to {period.end} if it begins on Monday, "
                f"{period.end} to {wide.end} if it begins on Sunday"
            )
            return Reading(wide, relative=True, notes=(note,))
        return Reading(period, relative=True)


@dataclass(frozen=True)
class Cyclic:
    """A name that comes round: a weekday, a month, a day of a month, a season, a quarter, a holiday.

    Attributes:
        unit: Unit of one occurrence.
        in_year: Its occurrence in a year, for what comes round yearly.
        weekday: ISO weekday, for what comes round weekly (6 with unit weekend: the weekend).
        which: "last", "this", "next" or none.
    """

    unit: Unit
    in_year: Callable[[int], Period | None] | None = None
    weekday: int = 0
    which: Which = "bare"
    season: str | None = None
    notes: tuple[str, ...] = ()
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The occurrence that the words and the tense point at."""
        today = frame.day
        near = self.near(today)
        chosen = self._choose(near, today, frame.tense)
        if not chosen:
            raise CannotSettleError("does not come round near the dateline")
        days = self._believable(chosen[0], near, frame)
        notes = self.notes
        if self.which == "bare" and self.in_year is not None:
            notes = (*notes, f"year {days[0].year} taken from the dateline")
        elif self.which == "bare" and frame.tense in (None, "present") and days[0] > today:
            notes = (*notes, f"taken as tomorrow; {days[0] - timedelta(weeks=1)} if it looks back")
        reading = Reading(Period(*days, self.unit), season=self.season, relative=True, notes=notes)
        return self._both_weeks(reading, today)

    def within(self, year: int) -> Reading:
        """The occurrence in a given year."""
        period = self.in_year(year) if self.in_year else None
        if period is None:
            raise CannotSettleError(f"does not come round in {year}")
        return Reading(period, season=self.season, notes=self.notes)

    def near(self, today: date) -> list[Days]:
        """First and last day of the occurrences around today, in order; 29 February needs eight years."""
        if self.in_year is None:
            length = timedelta(days=1 if self.unit is Unit.WEEKEND else 0)
            running = today + timedelta(days=self.weekday - today.isoweekday())
            return [(start, start + length) for start in [running + weeks for weeks in _WEEKS_AROUND]]
        near = self._in_years(today.year, 2)
        return near if len(near) > 3 else self._in_years(today.year, 8)  # noqa: PLR2004

    def _in_years(self, year: int, reach: int) -> list[Days]:
        years = range(max(year - reach, date.min.year + 1), min(year + reach, date.max.year - 1) + 1)
        periods = [self.in_year(one) for one in years] if self.in_year else []
        return [(one.start, one.end) for one in periods if one is not None and one.start and one.end]

    def _choose(self, near: list[Days], today: date, tense: Tense | None) -> list[Days]:
        """The occurrence meant, as a list of at most one."""
        if self.which == "last":
            return [one for one in near if one[1] < today][-1:]
        if self.which == "next":
            return [one for one in near if one[0] > today][:1]
        same_year = [one for one in near if one[0].year == today.year]
        if self.which == "this" and self.in_year is not None and same_year:
            return same_year
        begun, to_come = [one for one in near if one[0] <= today], [one for one in near if one[1] >= today]
        if tense == "past":
            return begun[-1:]
        if tense == "future" or self.which == "this":
            return to_come[:1]
        soon = SOON if self.in_year is not None else 1 if self.unit is Unit.DAY else 0
        return [one for one in to_come if _distance(one, today) <= soon][:1] or begun[-1:]

    def _believable(self, chosen: Days, near: list[Days], frame: Frame) -> Days:
        """The nearest occurrence instead, where a guessed tense alone led to one far away in another year."""
        if self.which != "bare" or frame.tense_sure or (chosen[0] <= frame.day and chosen[0].year == frame.day.year):
            return chosen
        nearest = min(near, key=lambda one: _distance(one, frame.day))
        far = FAR_MONTH if self.unit is Unit.MONTH else FAR
        return nearest if _distance(chosen, frame.day) > far > _distance(nearest, frame.day) else chosen

    def _both_weeks(self, reading: Reading, today: date) -> Reading:
        """Both days that "last Monday" or "next Friday" can be, where the nearer one is in the running week."""
        start = reading.period.start
        if self.which not in ("last", "next") or self.in_year is not None or start is None:
            return reading
        if calendar.around(start, Unit.WEEK) != calendar.around(today, Unit.WEEK) or today.isoweekday() == SUNDAY:
            return reading
        other = start + timedelta(weeks=-1 if self.which == "last" else 1)
        length = timedelta(days=1 if self.unit is Unit.WEEKEND else 0)
        first, last = min(start, other), max(start, other) + length
        note = f"{start}, or {other} if {'this' if self.which == 'next' else 'the running'} week's is not meant"
        return replace(reading, period=Period(first, last, self.unit)).noting(note)


Days = tuple[date, date]
_WEEKS_AROUND = tuple(timedelta(weeks=weeks) for weeks in range(-2, 3))
SUNDAY = 7
FAR, FAR_MONTH = 240, 305
"""Days beyond which a date, or a month, without a year is hardly meant: papers leave out the year of near ones."""
SOON = 120
"""Days within which a date is taken to lie ahead where no tense tells: most of what is reported is past.

For a weekday it is one: a paper does not write "Monday" of the day six days before.
"""


def _distance(days: tuple[date, date], today: date) -> int:
    if days[0] <= today <= days[1]:
        return 0
    return min(abs((days[0] - today).days), abs((days[1] - today).days))


@dataclass(frozen=True)
class OnWeekday:
    """A day of a month with its weekday: "Monday, Oct. 26" chooses the year in which they agree."""

    date_in: Cyclic | Fixed
    weekday: int
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The date of this, last or next year that falls on the weekday; a contradiction is noted."""
        found = self.date_in.reckon(frame)
        if isinstance(self.date_in, Cyclic):
            near = self.date_in.near(frame.day)
            agreeing = [one for one in near if one[0].isoweekday() == self.weekday and _distance(one, frame.day) <= FAR]
            if agreeing:
                return replace(found, period=Period(*agreeing[0], Unit.DAY), notes=("year taken from the weekday",))
        if found.period.start and found.period.start.isoweekday() != self.weekday:
            return found.noting(f"{found.period.start} is not the weekday that the text names")
        return found


@dataclass(frozen=True)
class InYear:
    """A name that comes round, in a year that other words give: "June last year"."""

    name: Cyclic
    year: Meaning
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Its occurrence in that year."""
        year = self.year.reckon(frame)
        if year.period.start is None:
            raise CannotSettleError("the year is not known")
        found = self.name.within(year.period.start.year)
        return replace(found, relative=year.relative, from_anchor=year.from_anchor).noting(*year.notes)


@dataclass(frozen=True)
class Vague:
    """Only past, present or future: "recently", "now", "soon"."""

    tense: Tense
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Up to, on, or from today."""
        today = frame.day
        period = {
            "past": Period(None, today, Unit.DAY),
            "present": Period(today, today, Unit.DAY),
            "future": Period(today, None, Unit.DAY),
        }[self.tense]
        return Reading(period, relative=True, vague=True, notes=(f"says only {self.tense}",))


@dataclass(frozen=True)
class NoDate:
    """Recognised, and not a point in the calendar: a duration, a repetition, a time without its day."""

    kind: TimeKind
    reason: str

    def reckon(self, frame: Frame) -> Reading:
        """Never settles."""
        del frame
        raise CannotSettleError(self.reason)
