"""Modified times: a part of a whole, an open side, a range, an hour, a hedge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from summarize.record import TimeMod
from summarize.resolving.tense import Tense
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.frame import CannotSettleError, Frame, Meaning, Reading, TimeKind
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, Step
from summarize.resolving.time.offsets import Running, Same, unit_of


@dataclass(frozen=True)
class Part:
    """An early, middle or late part: "late last month", "mid-1996", "the end of the year"."""

    of: Meaning
    part: TimeMod

    @property
    def kind(self) -> TimeKind:
        """That of the whole."""
        return self.of.kind

    def reckon(self, frame: Frame) -> Reading:
        """A third of the whole: days 1-10, 11-20 and 21 on of a month, four months of a year."""
        whole = self.of.reckon(frame)
        if whole.vague or whole.period.start is None or whole.period.end is None:
            return whole
        if whole.period.unit is Unit.DAY or whole.clock:
            return replace(whole, mod=self.part, day_part=whole.day_part or "")
        start, end = _third(whole.period.start, whole.period.end, whole.period.unit, self.part)
        return replace(whole, period=Period(start, end, whole.period.unit), mod=self.part, part=True)


def _third(start: date, end: date, unit: Unit, part: TimeMod) -> tuple[date, date]:
    size = calendar.MONTHS_IN.get(unit, 0)
    if unit is Unit.DECADE:
        cuts = (calendar.add_months(start, 48), calendar.add_months(start, 84))
    elif unit is Unit.MONTH:
        cuts = (start + timedelta(days=10), start + timedelta(days=20))
    elif size >= 3 and (end + timedelta(days=1)).day == 1 and start.day == 1:  # noqa: PLR2004
        cuts = (calendar.add_months(start, size // 3), calendar.add_months(start, 2 * size // 3))
    else:
        length = (end - start).days + 1
        cuts = (start + timedelta(days=(length + 2) // 3), start + timedelta(days=2 * length // 3))
    day = timedelta(days=1)
    thirds = {TimeMod.START: (start, cuts[0] - day), TimeMod.MID: (cuts[0], cuts[1] - day), TimeMod.END: (cuts[1], end)}
    first, last = thirds[part]
    return first, max(first, last)


@dataclass(frozen=True)
class HalfOf:
    """One half of a whole: "the first half of October", "the second half of the 1990s"."""

    of: Meaning
    second: bool
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """Days 1-15 and 16 on of a month, half the months of what has an even number of them, else half the days."""
        whole = self.of.reckon(frame)
        start, end, unit = whole.period.start, whole.period.end, whole.period.unit
        if start is None or end is None:
            raise CannotSettleError("is half of what has an open end")
        if start == end:
            return replace(whole, day_part=whole.day_part or "")
        cut = _middle(start, end, unit)
        half = (cut, end) if self.second else (start, cut - timedelta(days=1))
        unit = Unit.HALF if unit is Unit.YEAR else unit
        return replace(whole, period=Period(*half, unit), part=True, mod=None, season=None)


def _middle(start: date, end: date, unit: Unit) -> date:
    """The day on which the second half begins."""
    size = calendar.MONTHS_IN.get(unit, 0)
    if unit is Unit.MONTH:
        return start + timedelta(days=15)
    if size and size % 2 == 0:
        return calendar.add_months(start, size // 2)
    return start + timedelta(days=((end - start).days + 2) // 2)


@dataclass(frozen=True)
class Close:
    """The close of a running unit: "year-end", "month end"."""

    of: Running

    @property
    def kind(self) -> TimeKind:
        """That of the whole."""
        return self.of.kind

    def reckon(self, frame: Frame) -> Reading:
        """Its last third, as with "the end of the year"."""
        return Part(self.of, TimeMod.END).reckon(frame)

    def latest(self, frame: Frame) -> Reading:
        """The last close before today: "since year-end" compares with the accounts or prices of that day."""
        before = Step(self.of.unit, -1).reckon(frame)
        return replace(before, period=Period(before.period.end, before.period.end, Unit.DAY))


@dataclass(frozen=True)
class PiecesOf:
    """Units counted from an edge: "the first six months of 2017", "the last week of June".

    Attributes:
        of: The whole.
        unit: What is counted.
        amount: How many.
        skip: How many are passed over first ("the second week").
        from_end: Whether counting begins at the end.
    """

    of: Meaning
    unit: Unit
    amount: int
    skip: int = 0
    from_end: bool = False
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """That many units from the edge, kept within the whole."""
        whole = self.of.reckon(frame)
        start, end = whole.period.start, whole.period.end
        if start is None or end is None:
            raise CannotSettleError("counts from an open end")
        one = timedelta(days=1)
        if self.from_end:
            first = calendar.shift(end + one, -self.amount, self.unit)
            last = end
        else:
            first = calendar.shift(start, self.skip, self.unit)
            last = calendar.shift(start, self.skip + self.amount, self.unit) - one
        if first > end or last < start:
            raise CannotSettleError("lies outside the whole it is part of")
        first, last = max(first, start), min(last, end)
        whole_unit = self.unit if self.amount == 1 else unit_of(first, last)
        unit = self.unit if whole_unit is Unit.DAY else whole_unit
        return replace(whole, period=Period(first, last, unit), mod=None, season=None)


@dataclass(frozen=True)
class Within:
    """Earlier or later in a running unit: "earlier this month", "later this year", "earlier on Saturday"."""

    of: Meaning
    earlier: bool

    @property
    def kind(self) -> TimeKind:
        """That of the whole."""
        return self.of.kind

    def reckon(self, frame: Frame) -> Reading:
        """The part of it up to, or from, today."""
        whole = self.of.reckon(frame)
        start, end, today = whole.period.start, whole.period.end, frame.today
        if whole.vague or start is None or end is None:
            return whole
        if whole.period.unit is Unit.DAY:
            return replace(whole, day_part=whole.day_part or "")
        if today is None or not start <= today <= end:
            return whole
        cut = Period(start, today, whole.period.unit) if self.earlier else Period(today, end, whole.period.unit)
        return replace(whole, period=cut)


@dataclass(frozen=True)
class PartOfDay:
    """A part of a day: "Friday night", "this morning", "last night"."""

    of: Meaning
    code: str
    kind: TimeKind = TimeKind.TIME
    moment: bool = False
    """Whether it is a moment rather than a stretch: "dawn", not "morning"."""

    def reckon(self, frame: Frame) -> Reading:
        """The day, marked with its part."""
        return replace(self.of.reckon(frame), day_part=self.code)


@dataclass(frozen=True)
class Clock:
    """A time of day: "10 p.m. Wednesday", "at 6 a.m."."""

    of: Meaning
    hour: int
    minute: int
    kind: TimeKind = TimeKind.TIME

    def reckon(self, frame: Frame) -> Reading:
        """The day, with the hour."""
        return replace(self.of.reckon(frame), clock=(self.hour, self.minute), day_part="")


@dataclass(frozen=True)
class Bound:
    """An open side: "since June 6", "until Monday", "before 2010".

    Attributes:
        of: The time that bounds.
        mod: Which side is open.
        ahead: Whether it looks ahead where no tense tells: "starting Monday".
    """

    of: Meaning
    mod: TimeMod
    ahead: bool = False

    @property
    def kind(self) -> TimeKind:
        """That of the bound."""
        return self.of.kind

    def reckon(self, frame: Frame) -> Reading:
        """Everything on that side of it; what is still to come by then cannot come before today."""
        at = self._limit(replace(frame, tense=self._tense(frame)))
        start, end, unit = at.period.start, at.period.end, at.period.unit
        moment = isinstance(self.of, PartOfDay) and self.of.moment
        if moment and self.mod in (TimeMod.BEFORE, TimeMod.AFTER):
            # "Before dawn on Friday" is early on Friday and "after nightfall" late on it.
            return at
        # "After 10 p.m. Friday" is mostly still Friday.
        one = timedelta(days=0 if at.day_part is not None else 1)
        open_side = {
            TimeMod.ON_OR_AFTER: lambda: Period(start, None, unit),
            TimeMod.AFTER: lambda: Period(end + one if end else None, None, unit),
            TimeMod.ON_OR_BEFORE: lambda: Period(None, end, unit),
            TimeMod.BEFORE: lambda: Period(None, start - one if start else None, unit),
        }
        side = open_side[self.mod]()
        if frame.tense == "future" and frame.today and side.start is None and side.end and side.end >= frame.today:
            side = replace(side, start=frame.today)
        return replace(at, period=side, mod=self.mod)

    def _limit(self, frame: Frame) -> Reading:
        """The bound; "since" looks back, so a running unit that is still to come is the one before.

        "Before the end of the year" has the whole year.
        """
        if self.mod is TimeMod.ON_OR_AFTER and frame.tense == "past" and isinstance(self.of, Close):
            return self.of.latest(frame)
        at = self.of.reckon(frame)
        if self.mod is TimeMod.BEFORE and self._of_end() and at.period.end:
            return replace(at, period=replace(at.period, start=at.period.end))
        if self.mod is not TimeMod.ON_OR_AFTER or frame.tense != "past" or not at.relative or not at.period.start:
            return at
        if at.period.start <= frame.day:
            return at
        return self.of.reckon(replace(frame, today=calendar.shift(frame.day, -1, at.period.unit)))

    def _of_end(self) -> bool:
        return isinstance(self.of, Close) or (isinstance(self.of, Part) and self.of.part is TimeMod.END)

    def _tense(self, frame: Frame) -> Tense:
        """Direction of the bound: "since" looks back; "until", where the clause does not tell, looks ahead."""
        if self.ahead:
            return frame.tense or "future"
        if self.mod is TimeMod.ON_OR_AFTER and frame.tense != "future":
            return "past"
        return frame.tense or ("future" if self.mod is TimeMod.ON_OR_BEFORE else "past")


@dataclass(frozen=True)
class From:
    """A time behind "from": a beginning where the clause looks ahead, an origin elsewhere ("returns from 1995")."""

    at: Meaning

    @property
    def kind(self) -> TimeKind:
        """That of the time."""
        return self.at.kind

    def reckon(self, frame: Frame) -> Reading:
        """From its first day on, or just the time."""
        meaning = Bound(self.at, TimeMod.ON_OR_AFTER) if frame.tense == "future" else self.at
        return meaning.reckon(frame)


@dataclass(frozen=True)
class Between:
    """From one time to another: "between June 6 and June 9", "1990-91"."""

    first: Meaning
    last: Meaning

    @property
    def kind(self) -> TimeKind:
        """That of its ends."""
        return self.first.kind

    def reckon(self, frame: Frame) -> Reading:
        """From the first day of the one to the last day of the other."""
        last = self.last.reckon(frame)
        of_same_day = isinstance(self.first, (Clock, PartOfDay)) and self.first.of == Same(Unit.DAY)
        first = self._in_its_year(frame, last) or self.first.reckon(
            replace(frame, anchor=last.period) if of_same_day else frame
        )
        start, end = first.period.start, last.period.end
        if start is not None and end is not None and start > end and first.relative and last.period.start:
            first = self.first.reckon(replace(frame, today=last.period.start, tense="past"))
            start = first.period.start
        if start is not None and end is not None and start > end:
            raise CannotSettleError("the range ends before it begins")
        last = last if first.clock == last.clock else replace(last, clock=None)
        return replace(
            last, period=Period(start, end, first.period.unit), relative=first.relative or last.relative
        ).noting(*first.notes)

    def _in_its_year(self, frame: Frame, last: Reading) -> Reading | None:
        """The first end where only the last one tells the year: "from June to July 2016", "2 to 7 June last year"."""
        if not isinstance(self.first, Cyclic) or self.first.in_year is None or self.first.which != "bare":
            return None
        if not isinstance(self.last, (Fixed, InYear)) or last.period.start is None:
            return None
        first = self.first.reckon(replace(frame, today=last.period.start, tense="past", tense_sure=True))
        return replace(first, relative=last.relative, notes=())


@dataclass(frozen=True)
class Approximate:
    """A hedged time: "around Nov. 1", "about two weeks ago"."""

    of: Meaning

    @property
    def kind(self) -> TimeKind:
        """That of what is hedged."""
        return self.of.kind

    def reckon(self, frame: Frame) -> Reading:
        """The time, marked approximate."""
        at = self.of.reckon(frame)
        return replace(at, approximate=True, mod=at.mod or TimeMod.APPROX)
