"""Rules for parts and hours of a day: "Friday night", "10 p.m. on Wednesday", "8:30 this morning", "dawn"."""

from __future__ import annotations

from summarize.lexicon.calendar import DAY_PARTS
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.clock import Hour, clock, iso_clock
from summarize.resolving.time.dates import past_comma
from summarize.resolving.time.days import Days, days_first
from summarize.resolving.time.distance import beside_day
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, OnWeekday, Step
from summarize.resolving.time.offsets import Same
from summarize.resolving.time.parts import Between, Clock, PartOfDay
from summarize.resolving.time.plain import base
from summarize.resolving.time.relative import beside_event
from summarize.resolving.time.vocabulary import HEDGES, Parsed, Tokens


def timed(tokens: Tokens, at: int) -> Parsed:
    """A plain time with its part of the day or hour: "Friday night", "10 p.m. on Wednesday", "June 6 at noon"."""
    hour = clock(tokens, at)
    if hour is not None:
        return _hour_first(tokens, hour)
    of_day = _part_first(tokens, at)
    if of_day is not None:
        return of_day
    found = base(tokens, at)
    return None if found is None else _with_part(tokens, *found)


def _hour_first(tokens: Tokens, hour: Hour) -> tuple[Meaning, int]:
    """As in "10 p.m. on Wednesday", "8:30 this morning", "6 a.m." without its day."""
    after = past_comma(tokens, hour[2])
    after = after + 1 if tokens[after].word == "on" else after
    following = base(tokens, after)
    if following is not None and isinstance(following[0], PartOfDay):
        return _at_hour(following[0], hour), following[1]
    if following is not None and following[0].kind is TimeKind.DATE:
        day, after = _with_part(tokens, *following)
        if isinstance(day, PartOfDay):
            return _at_hour(day, hour), after
        return Clock(following[0], hour[0], hour[1]), following[1]
    return Clock(Same(Unit.DAY), hour[0], hour[1]), hour[2]


def _at_hour(part: PartOfDay, hour: Hour) -> Clock:
    """The hour in that part of the day: 8:30 in the evening is 20:30, 2 at night stays 2."""
    late = part.code in ("AF", "EV") or (part.code == "NI" and hour[0] > SMALL_HOURS)
    return Clock(part.of, hour[0] + (12 if late and hour[0] < NOON else 0), hour[1])


NOON, SMALL_HOURS = 12, 5


def _part_first(tokens: Tokens, at: int) -> Parsed:
    """As in "the night of June 6", "the night of 5-6 June", "dawn on Friday", "the morning"."""
    start = at + 1 if tokens[at].word in ("the", "mid", "pre", "-") else at
    start = start + 1 if tokens[start].word == "-" else start
    code = DAY_PARTS.get(tokens[start].word)
    if code is None:
        return _small_hours(tokens, start) if start > at else None
    if start > at and tokens[start + 1].word in ("before", "after"):
        return beside_day(tokens, start) or beside_event(tokens, start)
    after = start + 2 if tokens[start + 1].word in ("of", "on") else start + 1
    following = days_first(tokens, after) or base(tokens, after)
    if (
        following is not None
        and following[0].kind is TimeKind.DATE
        and isinstance(following[0], (Fixed, Cyclic, Step, InYear, Same, OnWeekday, Between, Days))
    ):
        return PartOfDay(following[0], code, moment=tokens[start].word in _MOMENTS), following[1]
    if tokens[start].word == "overnight":
        return None
    return (PartOfDay(Same(Unit.DAY), code), start + 1) if start > at or tokens[start].word in _MOMENTS else None


def _small_hours(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) early hours of Friday", "(the) small hours"."""
    if tokens[at].word not in ("early", "small", "wee") or tokens[at + 1].word not in ("hours", "morning"):
        return None
    after = at + 3 if tokens[at + 1].word == "hours" and tokens[at + 2].word in ("of", "on") else at + 2
    day = base(tokens, after) if after > at + 2 else None
    dated = day is not None and day[0].kind is TimeKind.DATE
    return (PartOfDay(day[0], "MO"), day[1]) if day and dated else (PartOfDay(Same(Unit.DAY), "MO"), at + 2)


_MOMENTS = frozenset(["dawn", "dusk", "daybreak", "nightfall", "sunrise", "sunset"])


def _with_part(tokens: Tokens, meaning: Meaning, after: int) -> tuple[Meaning, int]:
    if meaning.kind is not TimeKind.DATE or not isinstance(meaning, (Cyclic, Step, Fixed, InYear, OnWeekday)):
        return meaning, after
    of_iso = iso_clock(tokens, after)
    if of_iso is not None:
        return Clock(meaning, of_iso[0], of_iso[1]), of_iso[2]
    modifier = after + 1 if tokens[after].word in ("early", "late", "mid") else after
    code = DAY_PARTS.get(tokens[modifier].word)
    if code is not None:
        return PartOfDay(meaning, code), modifier + 1
    start = past_comma(tokens, after)
    start = start + 1 if tokens[start].word == "at" else start
    hour = clock(tokens, start + 1 if tokens[start].word in HEDGES else start)
    return (Clock(meaning, hour[0], hour[1]), hour[2]) if hour else (meaning, after)
