"""When an event was that the text dates by another: "imposed a curfew on Friday, a day after a crowd had rioted"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from summarize.lexicon.calendar import CARDINALS
from summarize.record import Granularity, Time, TimeBasis, TimeMod
from summarize.resolving.time import TimeExpression

_BESIDE = re.compile(
    rf"(?<![-\w.])(?:(?P<count>an?|{'|'.join(CARDINALS)}|\d{{1,2}})\s+(?P<unit>day|week)s?|the\s+day)\s+(?P<side>after|before)\s+(?!yesterday|tomorrow)(?=\w)",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7}
_BREAK = re.compile(r"[,;:—–]|\band\b")
_HEDGED = re.compile(
    r"\b(?:than|about|around|some|nearly|almost|over|under|within|or|to|least|most|roughly)\s+$", re.IGNORECASE
)
_OPEN_SIDED = (TimeMod.ON_OR_BEFORE, TimeMod.ON_OR_AFTER, TimeMod.BEFORE, TimeMod.AFTER)


class Beside(NamedTuple):
    """How an event stands to another clause of its sentence.

    Attributes:
        start, end: The words that say so, in the sentence.
        days: Days from the day of the other clause to the event's.
        clause_end: Where the clause behind those words ends.
    """

    start: int
    end: int
    days: int
    clause_end: int

    def dates(self, expression: TimeExpression) -> bool:
        """Whether a time expression stands in the main clause, and so can be what is counted from."""
        return expression.end <= self.start or expression.start >= self.clause_end


def beside(sentence: str, anchor: int) -> Beside | None:
    """How the event that the words at `anchor` announce stands to the main clause; None where the text does not say.

    >>> found = beside("The town shut on Friday, a day after a crowd had rioted.", 48)
    >>> found.days, "The town shut on Friday, a day after a crowd had rioted."[found.start : found.end]
    (-1, 'a day after')
    """
    found = None
    for match in _BESIDE.finditer(sentence, 0, anchor):
        counted = not (_BREAK.search(sentence, match.end(), anchor) or _HEDGED.search(sentence, 0, match.start()))
        found = match if counted else None
    if found is None:
        return None
    return _read(found, _days(found), anchor)


def beside_clause(sentence: str, anchor: int) -> Beside | None:
    """How what the words that end at `anchor` announce stands to a clause that the text dates instead.

    >>> found = beside_clause("Police made arrests a day after troops entered the town on May 3.", 19)
    >>> found.days
    1
    """
    match = _BESIDE.search(sentence, anchor)
    if match is None or _HEDGED.search(sentence, 0, match.start()):
        return None
    if _BREAK.search(sentence[anchor : match.start()].rstrip(" ,")):
        return None
    return _read(match, -_days(match), match.end())


def _read(found: re.Match[str], days: int, inside: int) -> Beside:
    """Words that count days, and the clause around the offset `inside` that they stand before."""
    behind = _BREAK.search(found.string, inside)
    end = found.start() + len(found.group().rstrip())
    return Beside(found.start(), end, days, behind.start() if behind else len(found.string))


def _days(found: re.Match[str]) -> int:
    """Days from the day of the main clause to that of the clause behind "after" or "before"."""
    count = (found["count"] or "a").casefold()
    number = CARDINALS.get(count) or (int(count) if count.isdigit() else 1)
    days = number * _DAYS[(found["unit"] or "day").casefold()]
    return -days if found["side"].casefold() == "after" else days


def counted_from(main: Time, how: Beside, words: str) -> Time | None:
    """The time so many days beside another; None where that is no single day.

    Args:
        main: The time that is counted from.
        how: How the event stands to it.
        words: The words that say so, for the time's text; its span is still to be put in.
    """
    if main.granularity not in (Granularity.DAY, Granularity.PART_OF_DAY) or main.earliest is None:
        return None
    if main.earliest != main.latest or main.mod in _OPEN_SIDED:
        return None
    day = main.earliest + timedelta(days=how.days)
    return Time(
        text=words,
        edtf=day.isoformat(),
        earliest=day,
        latest=day,
        granularity=Granularity.DAY,
        basis=TimeBasis.INFERRED,
        note=f'counted from "{main.text}" ({main.edtf})',
    )


def main_clause(expressions: Sequence[TimeExpression], how: Beside) -> list[TimeExpression]:
    """The time expressions of the main clause, the nearest first."""
    there = [one for one in expressions if how.dates(one)]
    return sorted(there, key=lambda one: min(abs(how.start - one.end), abs(one.start - how.clause_end)))
