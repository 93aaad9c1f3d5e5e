"""Times counted from today or from another event: so many units away, the same, the next, the past two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from summarize.record import TimeMod
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.frame import CannotSettleError, Frame, Meaning, Reading, TimeKind
from summarize.resolving.time.meaning import Cyclic, Step

_WEDNESDAY = 3
"""Last weekday, as `date.isoweekday` counts, on which "the week" can be the one before."""


@dataclass(frozen=True)
class Away:
    """So many units before or after: "two days ago", "in three weeks", "a year earlier"."""

    amount: int
    unit: Unit
    sign: Literal[-1, 1]
    anchored: bool = False
    exact: bool = False
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The week around, the month or the year that far away; the very day when exact, in its unit."""
        step = self.sign * self.amount
        if self.anchored or (self.unit is Unit.YEAR and _is_quarter(frame.anchor)):
            return frame.anchored(_moved(frame.anchor_days(), step, self.unit))
        there = calendar.shift(frame.day, step, self.unit)
        if self.exact:
            return Reading(Period(there, there, self.unit), relative=True)
        if self.unit is Unit.WEEK:
            half = timedelta(days=3)
            return Reading(
                Period(there - half, there + half, Unit.WEEK), relative=True, notes=("give or take three days",)
            )
        return Reading(calendar.around(there, self.unit), relative=True)


@dataclass(frozen=True)
class AwayFrom:
    """So many units after a day to come: "a week from Monday"."""

    day: Meaning
    amount: int
    unit: Unit
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """That day."""
        first = self.day.reckon(replace(frame, tense="future")).period.start
        if first is None:
            raise CannotSettleError("counts from a day that is not known")
        return Reading(calendar.day(calendar.shift(first, self.amount, self.unit)), relative=True)


@dataclass(frozen=True)
class BesideDay:
    """So many units before or after a day that is named: "two days before Christmas", "the day after June 6"."""

    day: Meaning
    amount: int
    unit: Unit
    sign: Literal[-1, 1]
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The day, the week around, the month or the year that far from it."""
        at = self.day.reckon(frame)
        if at.period.start is None or at.period.end is None:
            raise CannotSettleError("counts from a day that is not known")
        days = at.period.start, at.period.end
        return replace(at, period=_moved(days, self.sign * self.amount, self.unit), clock=None, season=None)


@dataclass(frozen=True)
class YearsAgoIn:
    """A running unit so long before: "a year ago today", "two years ago this month"."""

    amount: int
    unit: Unit
    within: Unit
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The unit that holds the day so long ago."""
        there = calendar.shift(frame.day, -self.amount, self.unit)
        return Reading(calendar.around(there, self.within), relative=True)


@dataclass(frozen=True)
class UpToNow:
    """A time that is nearer than it: "less than a year ago"."""

    of: Away
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """From that day to today."""
        at = self.of.reckon(frame)
        period = Period(at.period.start, frame.day, self.of.unit)
        return replace(at, period=period, mod=TimeMod.ON_OR_AFTER)


def _moved(days: tuple[date, date], step: int, unit: Unit) -> Period:
    """Another event's days, moved; a period that is a whole month or year stays one."""
    first, last = days
    if first == last and unit is Unit.WEEK:
        there = calendar.shift(first, step, unit)
        return Period(there - timedelta(days=3), there + timedelta(days=3), unit)
    if first == last:
        return calendar.around(calendar.shift(first, step, unit), unit)
    start, end = calendar.shift(first, step, unit), calendar.shift(last, step, unit)
    if unit in calendar.MONTHS_IN and (last + timedelta(days=1)).day == 1:
        end = calendar.shift(last + timedelta(days=1), step, unit) - timedelta(days=1)
    return Period(start, end, unit_of(start, end))


def _is_quarter(period: Period | None) -> bool:
    """Whether it is a quarter, of the calendar or of a fiscal year: three months, or 12 to 14 weeks."""
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days + 1 in QUARTER_DAYS


QUARTER_DAYS = range(12 * 7, 14 * 7 + 1)


def unit_of(start: date, end: date) -> Unit:
    """The calendar unit that two days enclose; a fiscal quarter counts as one, a day when they enclose none."""
    period = Period(start, end, Unit.DAY)
    fitting = (unit for unit in _UNITS if calendar.around(start, unit) == replace(period, unit=unit))
    return next(fitting, Unit.QUARTER if _is_quarter(period) else Unit.DAY)


_UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR)


@dataclass(frozen=True)
class Same:
    """A unit named through another event: "that day", "the following month", "the same year"."""

    unit: Unit
    offset: int = 0
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The unit that holds the other event, moved; any in it, where only a longer unit is known of that event."""
        first, last = frame.anchor_days()
        if unit_of(first, last) is not Unit.DAY:
            start = calendar.around(calendar.shift(first, self.offset, self.unit), self.unit).start
            end = calendar.around(calendar.shift(last, self.offset, self.unit), self.unit).end
            return frame.anchored(Period(start, end, self.unit))
        edge = last if self.offset > 0 else first
        return frame.anchored(calendar.around(calendar.shift(edge, self.offset, self.unit), self.unit))


@dataclass(frozen=True)
class Then:
    """The time of another event: the "then" of "since then"."""

    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Its days."""
        first, last = frame.anchor_days()
        return frame.anchored(Period(first, last, unit_of(first, last)))


@dataclass(frozen=True)
class SameName:
    """A name counted from another event: "the previous Friday", "the following June"."""

    name: Cyclic
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Its occurrence next to the other event."""
        first, last = frame.anchor_days()
        if self.name.which == "last":
            days = [one for one in self.name.near(first) if one[1] < first][-1:]
        else:
            days = [one for one in self.name.near(last) if one[0] > last][:1]
        if not days:
            raise CannotSettleError("does not come round near the other event")
        return frame.anchored(Period(*days[0], self.name.unit))


@dataclass(frozen=True)
class Running:
    """A unit with the bare article: "the month", "the end of the year"; the one that runs today."""

    unit: Unit
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Today's unit."""
        return Step(self.unit, 0).reckon(frame)


OPEN_WEEK = "told early in a week: the one that runs or the one just over"


@dataclass(frozen=True)
class TheWeek:
    """A week with nothing but the article: "for the week, prices fell".

    "The" takes up a week that is known, it does not count from today as "this" and "last" do. What is told as
    past until Wednesday can be of the week just over.
    """

    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The running week, with the one before it where that can be meant as well."""
        running = Step(Unit.WEEK, 0).reckon(frame)
        if frame.tense not in ("past", None) or frame.day.isoweekday() > _WEDNESDAY or running.period.start is None:
            return running
        both = replace(running.period, start=running.period.start - timedelta(weeks=1))
        return replace(running, period=both).noting(OPEN_WEEK)


@dataclass(frozen=True)
class OrTwo:
    """One or two units ahead, loosely: "in a day or two", "in a year or two"."""

    unit: Unit
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """From one unit ahead on; "two" is not meant as the last."""
        first = calendar.shift(frame.day, 1, self.unit)
        note = f"says about {first} to {calendar.shift(frame.day, 2, self.unit)}"
        return Reading(Period(first, None, Unit.DAY), approximate=True, relative=True, vague=True, notes=(note,))


@dataclass(frozen=True)
class Reported:
    """A period that a report is about: "the latest quarter", "the year-ago quarter", "the 1988 period".

    Attributes:
        unit: Quarter, or `None` for "period", whose length only the text tells.
        years: How many years before the period last named.
        year: The year, where it is named.
    """

    unit: Unit | None
    years: int = 0
    year: int | None = None
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The period last named, or else the last full quarter, in the year meant."""
        if self.year is not None and self.unit is None and not _is_quarter(frame.anchor):
            whole = Period(date(self.year, 1, 1), date(self.year, 12, 31), Unit.YEAR)
            return Reading(whole, notes=("the period within the year is not named",))
        period, named = self._period(frame)
        if period.start is None or period.end is None:
            raise CannotSettleError("no period is named to compare with")
        back = -12 * (period.start.year - self.year if self.year is not None else self.years)
        after = calendar.add_months(period.end + timedelta(days=1), back)
        moved = Period(calendar.add_months(period.start, back), after - timedelta(days=1), period.unit)
        return (
            frame.anchored(moved)
            if named
            else Reading(moved, relative=True, notes=("the last full quarter before the dateline",))
        )

    def _period(self, frame: Frame) -> tuple[Period, bool]:
        anchor = frame.anchor
        if anchor is not None and anchor.start and anchor.end:
            unit = unit_of(anchor.start, anchor.end)
            if _is_quarter(anchor):
                return replace(anchor, unit=Unit.QUARTER), True
            if self.unit is None and self.years and unit in (Unit.HALF, Unit.YEAR):
                return replace(anchor, unit=unit), True
        if self.unit is not Unit.QUARTER and self.years:
            raise CannotSettleError("no period is named to compare with")
        return calendar.around(calendar.shift(frame.day, -1, Unit.QUARTER), Unit.QUARTER), False


@dataclass(frozen=True)
class Reaching:
    """A length of time that reaches to today or begins there: "the past two months", "the next five days"."""

    amount: int
    unit: Unit
    sign: Literal[-1, 1]
    kind: TimeKind = TimeKind.DURATION

    def reckon(self, frame: Frame) -> Reading:
        """From that long ago to today, or from today on."""
        there = calendar.shift(frame.day, self.sign * self.amount, self.unit)
        period = Period(min(there, frame.day), max(there, frame.day), self.unit)
        return Reading(period, relative=True, notes=("the dateline is one end of it",))


@dataclass(frozen=True)
class HoursAway:
    """So many hours before or after: "three hours ago", "48 hours later"."""

    hours: float
    sign: Literal[-1, 1]
    anchored: bool = False
    kind: TimeKind = TimeKind.TIME

    def reckon(self, frame: Frame) -> Reading:
        """The days it can fall on; the hour of writing is not known."""
        first, last = frame.anchor_days() if self.anchored else (frame.day, frame.day)
        near, far = timedelta(days=self.hours // 24), timedelta(days=-(-self.hours // 24))
        period = (
            Period(first - far, last - near, Unit.DAY) if self.sign < 0 else Period(first + near, last + far, Unit.DAY)
        )
        if self.anchored:
            return replace(frame.anchored(period), day_part="")
        return Reading(period, day_part="", relative=True, notes=("the hour it is counted from is not known",))
