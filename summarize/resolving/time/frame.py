"""What a phrase is counted from, what comes out, and what every meaning of a phrase can do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal, Protocol

from summarize.record import TimeMod
from summarize.resolving.tense import Tense
from summarize.resolving.time.calendar import Period

Which = Literal["bare", "last", "this", "next"]


class TimeKind(StrEnum):
    """The four kinds of time expression of TimeML."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class CannotSettleError(Exception):
    """The phrase cannot be turned into days; the message says why."""


@dataclass(frozen=True)
class Reading:
    """Days a phrase stands for, and how it speaks of them.

    Attributes:
        period: The days.
        mod: TIMEX3 modifier.
        part: Whether it is an early, middle or late part of the unit.
        day_part: Part of the day, TIMEX3 code ("NI"), or "" when a part is meant but not named.
        clock: Hour and minute, local to the text.
        season: Name of the season.
        approximate: Whether the phrase itself says "about".
        relative: Whether it depends on the day it is counted from.
        from_anchor: Whether it was counted from another event's time.
        vague: Whether it only says past, present or future.
        notes: Readings and conventions the reader should know of.
    """

    period: Period
    mod: TimeMod | None = None
    part: bool = False
    day_part: str | None = None
    clock: tuple[int, int] | None = None
    season: str | None = None
    approximate: bool = False
    relative: bool = False
    from_anchor: bool = False
    vague: bool = False
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> Reading:
        """The same reading with more notes."""
        return replace(self, notes=self.notes + tuple(note for note in notes if note not in self.notes))


@dataclass(frozen=True)
class Frame:
    """What a phrase is counted from.

    Attributes:
        today: The day of writing or speaking.
        tense: Tense of the clause; decides the direction of "on Friday" and "June 6".
        tense_sure: Whether a far date in that direction is to be believed against a near one.
        anchor: Days of another event, for "the next day".
        anchor_name: What that event's time is called in a note.
    """

    today: date | None
    tense: Tense | None = None
    tense_sure: bool = True
    anchor: Period | None = None
    anchor_name: str = ""

    @property
    def day(self) -> date:
        """The day to count from."""
        if self.today is None:
            raise CannotSettleError("no dateline to count from")
        return self.today

    def anchor_days(self) -> tuple[date, date]:
        """First and last day of the other event."""
        if self.anchor is None or self.anchor.start is None or self.anchor.end is None:
            raise CannotSettleError("counts from another event whose time is not known")
        return self.anchor.start, self.anchor.end

    def anchored(self, period: Period) -> Reading:
        """A reading counted from the other event."""
        return Reading(period, relative=True, from_anchor=True, notes=(f"counted from {self.anchor_name}",))


class Meaning(Protocol):
    """One way of speaking of time."""

    @property
    def kind(self) -> TimeKind:
        """TimeML kind."""
        ...

    def reckon(self, frame: Frame) -> Reading:
        """Days it stands for.

        Raises:
            CannotSettleError: The frame does not settle it.
            OverflowError, ValueError: It lies outside the calendar.
        """
        ...
