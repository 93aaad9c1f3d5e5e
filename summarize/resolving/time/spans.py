"""Rules for periods fixed by a day: "the week of June 6", "the quarter ended Sept. 30", "Friday of last week"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.counting import number
from summarize.resolving.time.dates import day_first, month_first, of_one_day, weekday_first, weekday_name
from summarize.resolving.time.frame import CannotSettleError, Frame, Meaning, Reading, TimeKind
from summarize.resolving.time.meaning import Cyclic, Fixed, Step
from summarize.resolving.time.vocabulary import OFFSETS, PLURALS, UNITS, WHICH, Parsed, Tokens


@dataclass(frozen=True)
class Ended:
    """A length of time up to a day: "the quarter ended Sept. 30", "the six months to June"."""

    last: Meaning
    amount: int
    unit: Unit
    over: bool
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """So many units before the end of it; what has "ended" ended before today."""
        last = self.last.reckon(replace(frame, tense="past", tense_sure=True) if self.over else frame)
        if last.period.end is None:
            raise CannotSettleError("ends on a day that is not known")
        after = last.period.end + timedelta(days=1)
        first = calendar.shift(after, -self.amount, self.unit)
        months = self.amount * calendar.MONTHS_IN.get(self.unit, 0)
        unit = Unit.QUARTER if months == calendar.MONTHS_IN[Unit.QUARTER] else self.unit
        return replace(last, period=Period(first, last.period.end, unit), season=None)


@dataclass(frozen=True)
class WeekOf:
    """The week that holds a day: "the week of June 6"."""

    day: Meaning
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """That week, from Monday; where it is named by its Sunday, the week that begins there is meant as well."""
        at = self.day.reckon(frame)
        if at.period.start is None or at.period.start != at.period.end:
            raise CannotSettleError("the day of the week is not known")
        week = calendar.around(at.period.start, Unit.WEEK)
        if at.period.start.isoweekday() == SUNDAY:
            week = Period(at.period.start, at.period.start + timedelta(days=6), Unit.WEEK)
        return replace(at, period=week)


@dataclass(frozen=True)
class InWeek:
    """A weekday of the week before or after: "Friday of last week"."""

    weekday: int
    week: Step
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """That day; both, where the week has two readings."""
        week = self.week.reckon(frame)
        if week.period.start is None or week.period.end is None:
            raise CannotSettleError("the week is not known")
        first = week.period.start + timedelta(days=(self.weekday - week.period.start.isoweekday()) % 7)
        last = week.period.end - timedelta(days=(week.period.end.isoweekday() - self.weekday) % 7)
        return replace(week, period=Period(first, last, Unit.DAY))


SUNDAY = 7


def span(tokens: Tokens, at: int) -> Parsed:
    """As in "the week of June 6", "the quarter ended Sept. 30", "the six months ending in June", "the month of May"."""
    start = at + 1 if tokens[at].word in ("the", "its", "their") else at
    start = start + 1 if tokens[start].word == "fiscal" else start
    if tokens[start].word in ("week", "month") and tokens[start + 1].word == "of":
        return _holding(tokens, start)
    count = number(tokens, start)
    unit = PLURALS.get(tokens[count[1]].word) if count else UNITS.get(tokens[start].word)
    after = count[1] + 1 if count else start + 1
    amount = count[0] if count else 1
    return _ended(tokens, after, amount, unit) if amount and unit else None


def _holding(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) week of June 6", "(the) month of May"."""
    named = weekday_first(tokens, at + 2) or month_first(tokens, at + 2) or day_first(tokens, at + 2)
    if named is None or tokens[at].word == "month":
        return named
    of_month = isinstance(named[0], (Cyclic, Fixed)) and not of_one_day(named[0])
    return None if of_month else (WeekOf(named[0]), named[1])


def _ended(tokens: Tokens, at: int, amount: int, unit: Unit) -> Parsed:
    """As in "(the quarter) ended Sept. 30", "(the year) that ended in June", "(the week) ending Friday"."""
    verb = at + 1 if tokens[at].word == "that" else at
    if tokens[verb].word not in _ENDING or unit not in _LENGTHS:
        return None
    day = verb + 2 if tokens[verb + 1].word in ("on", "in", "last") else verb + 1
    last = weekday_first(tokens, day) or month_first(tokens, day) or day_first(tokens, day)
    return (Ended(last[0], amount, unit, over=tokens[verb].word == "ended"), last[1]) if last else None


_ENDING = frozenset(["ended", "ending", "ends"])
_LENGTHS = frozenset([Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR])


def day_of_week(tokens: Tokens, at: int) -> Parsed:
    """As in "Friday of last week", "Monday next week"."""
    weekday = weekday_name(tokens, at)
    if weekday is None:
        return None
    after = weekday[1] + 1 if tokens[weekday[1]].word in ("of", "in") else weekday[1]
    which = WHICH.get(tokens[after].word)
    # In "on Monday of last week's shooting" the week belongs to the shooting.
    if which is None or tokens[after + 1].word != "week" or tokens[after + 2].word == "'s":
        return None
    return InWeek(weekday[0], Step(Unit.WEEK, OFFSETS[which])), after + 2
