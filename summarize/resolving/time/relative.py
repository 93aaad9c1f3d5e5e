"""Rules for times counted from today or from another event: "last week", "two days ago", "the next day"."""

from __future__ import annotations

from summarize.lexicon.calendar import DAY_PARTS, SEASONS
from summarize.record import TimeMod
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.comparing import PERIODS, like_period
from summarize.resolving.time.dates import (
    following_year,
    month_first,
    month_name,
    named_month,
    named_season,
    season,
    weekday_first,
    weekday_name,
    whole_year,
)
from summarize.resolving.time.frame import Meaning, TimeKind, Which
from summarize.resolving.time.holidays import holiday
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, Step
from summarize.resolving.time.offsets import Away, Reaching, Reported, Running, Same, SameName
from summarize.resolving.time.parts import Approximate, Between, Close, Part, PartOfDay
from summarize.resolving.time.quarters import quarter_name
from summarize.resolving.time.vague import VAGUE_WORDS, vague_phrase
from summarize.resolving.time.vocabulary import (
    EDGES,
    OFFSETS,
    UNITS,
    WHICH,
    Parsed,
    Tokens,
)

DAY_WORDS: dict[str, Meaning] = {
    "yesterday": Step(Unit.DAY, -1),
    "today": Step(Unit.DAY, 0),
    "tomorrow": Step(Unit.DAY, 1),
    "tonight": PartOfDay(Step(Unit.DAY, 0), "NI"),
    "overnight": PartOfDay(Between(Step(Unit.DAY, -1), Step(Unit.DAY, 0)), "NI"),
}


def deictic(tokens: Tokens, at: int) -> Parsed:
    """As in "yesterday", "today", "the day after tomorrow", "now", "recently"."""
    word = tokens[at].word
    if word in DAY_WORDS:
        return DAY_WORDS[word], at + 1
    vague = vague_phrase(tokens, at)
    if vague is not None:
        return vague
    if word in VAGUE_WORDS:
        return VAGUE_WORDS[word], at + 1
    start = at + 1 if word == "the" else at
    other = _OTHER_DAYS.get((tokens[start].word, tokens[start + 1].word, tokens[start + 2].word))
    return (other, start + 3) if other else None


_OTHER_DAYS: dict[tuple[str, ...], Meaning] = {
    ("day", "before", "yesterday"): Step(Unit.DAY, -2),
    ("day", "after", "tomorrow"): Step(Unit.DAY, 2),
}


def determined(tokens: Tokens, at: int) -> Parsed:
    """As in "last week", "this summer", "next Friday", "the previous day", "that month", "the same year"."""
    start = at + 1 if tokens[at].word == "the" else at
    word = tokens[start].word
    if word == "this" and tokens[start + 1].word in ("past", "coming", "last"):
        start += 1
        word = tokens[start].word
    if word == "this" and [token.word for token in tokens[start + 1 : start + 4]] == ["time", "last", "year"]:
        return Approximate(Away(12, Unit.MONTH, -1, exact=True)), start + 4
    counted = _counted_from_event(tokens, start, word) if start > at or word == "that" else None
    if counted is not None:
        return counted
    which = WHICH.get(word)
    return _by_which(tokens, start, which) if which else None


_SPANNING = frozenset([Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE])
"""Units that "the last" takes as a length up to today; "last week" without article is the week before."""


def _by_which(tokens: Tokens, start: int, which: Which) -> Parsed:
    """The unit, part of the day or name after "last", "this" or "next"."""
    word = tokens[start].word
    following = tokens[start + 1].word
    if following in UNITS and not (following == "day" and which != "this"):
        unit = UNITS[following]
        if unit is Unit.WEEKEND:
            return Cyclic(Unit.WEEKEND, weekday=6, which=which), start + 2
        if word == "past" or (word == "last" and tokens[start - 1].word == "the" and unit in _SPANNING):
            return Reaching(1, unit, -1, TimeKind.DATE), start + 2
        return _of_that_year(tokens, Step(unit, OFFSETS[which]), start + 2)
    if following in DAY_PARTS and word in ("this", "last"):
        offset = -1 if word == "last" else 0
        return PartOfDay(Step(Unit.DAY, offset), DAY_PARTS[following]), start + 2
    return named(tokens, start + 1, which)


def _of_that_year(tokens: Tokens, step: Step, after: int) -> Parsed:
    """As in "last year's third quarter", "this year's quarter", or just "last year"."""
    if step.unit is not Unit.YEAR or tokens[after].word != "'s":
        return step, after
    name = quarter_name(tokens, after + 1) or month_first(tokens, after + 1) or season(tokens, after + 1)
    if name is not None and isinstance(name[0], Cyclic):
        return InYear(name[0], step), name[1]
    if tokens[after + 1].word in ("quarter", "period"):
        return Reported(PERIODS[tokens[after + 1].word], years=-step.offset), after + 2
    return step, after


def _counted_from_event(tokens: Tokens, at: int, word: str) -> Parsed:
    """As in "the next day", "that month", "the same year", "the previous Friday"."""
    if word not in _FROM_EVENT:
        return None
    last = at + 1 if word == "that" and tokens[at + 1].word in ("same", "very") else at
    following = tokens[last + 1].word
    offset = _FROM_EVENT[word]
    if following in UNITS and not (word == "next" and following != "day"):
        return Same(UNITS[following], offset), last + 2
    if following in DAY_PARTS:
        return PartOfDay(Same(Unit.DAY, offset), DAY_PARTS[following]), last + 2
    if offset and word != "next":
        found = named(tokens, last + 1, "next" if offset > 0 else "last")
        return (SameName(found[0]), found[1]) if found and isinstance(found[0], Cyclic) else None
    return None


_FROM_EVENT = {
    "following": 1, "next": 1, "ensuing": 1, "preceding": -1, "previous": -1, "prior": -1,
    "same": 0, "that": 0, "very": 0,
}  # fmt: skip


def running(tokens: Tokens, at: int) -> Parsed:
    """As in "the month", "the weekend", "year-end", "the year's end", "midyear", "mid-week"."""
    word, following = tokens[at].word, tokens[at + 1].word
    if word.startswith("mid"):
        unit = tokens[at + 2].word if word == "mid" and following == "-" else word.removeprefix("mid")
        after = at + 3 if word == "mid" else at + 1
        return (Part(Running(UNITS[unit]), TimeMod.MID), after) if unit in _MIDST else None
    if word == "the":
        return beside_event(tokens, at + 1) or _the_unit(tokens, at + 2 if following == "full" else at + 1)
    ending = at + 2 if following in ("-", "'s") else at + 1
    if word in ("year", "month") and tokens[ending].word == "end":
        whole = Running(UNITS[word])
        in_year = following_year(tokens, ending + 1) if word == "year" else None
        if in_year is not None:
            return Part(Fixed(whole_year(in_year[0])), TimeMod.END), in_year[1]
        return (Part(whole, TimeMod.END) if following == "'s" else Close(whole)), ending + 1
    return None


_MIDST = frozenset(["week", "month", "year"])


def beside_event(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) day before", "(the) year after", "(the) night before", "(the) week before last"."""
    word = tokens[at].word
    side = _BESIDE.get(tokens[at + 1].word)
    if side is None:
        return None
    if (tokens[at + 1].word, tokens[at + 2].word) == ("before", "last") and word in _BEFORE_LAST:
        return _BEFORE_LAST[word], at + 3
    if (tokens[at + 1].word, tokens[at + 2].word) == ("after", "next") and word in _AFTER_NEXT:
        return _AFTER_NEXT[word], at + 3
    if word in UNITS and word != "season":
        return Same(UNITS[word], side), at + 2
    return (PartOfDay(Same(Unit.DAY, side), DAY_PARTS[word]), at + 2) if word in DAY_PARTS else None


_BEFORE_LAST: dict[str, Meaning] = {
    "night": PartOfDay(Step(Unit.DAY, -2), "NI"),
    **{name: Step(UNITS[name], -2) for name in ("week", "month", "year")},
}
_AFTER_NEXT: dict[str, Meaning] = {name: Step(UNITS[name], 2) for name in ("week", "month", "year")}
_BESIDE: dict[str, int] = {"before": -1, "earlier": -1, "after": 1}


def _the_unit(tokens: Tokens, at: int) -> Parsed:
    """What "the day", "the week's end", "the quarter" stand for; "the century" needs its number."""
    unit = UNITS.get(tokens[at].word)
    if unit in (None, Unit.SEASON, Unit.CENTURY) or _is_attribute(tokens, at + 1):
        return None
    if tokens[at + 1].word == "'s" and tokens[at + 2].word in EDGES:
        return Part(Running(unit), EDGES[tokens[at + 2].word]), at + 3
    if unit is Unit.QUARTER:
        return like_period(tokens, at) or (Reported(Unit.QUARTER), at + 1)
    if unit is Unit.WEEKEND:
        return Cyclic(unit, weekday=6), at + 1
    return (Same(unit) if unit is Unit.DAY else Running(unit)), at + 1


def _is_attribute(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen makes a length of the unit before it: "the month-long siege"."""
    return tokens[at].word == "-" and tokens[at].glued and tokens[at + 1].glued


def named(tokens: Tokens, at: int, which: Which) -> Parsed:
    """A name that comes round, after "last", "this" or "next"."""
    weekday = weekday_name(tokens, at)
    if weekday is not None:
        dated = weekday_first(tokens, at)
        if dated is not None and dated[1] > weekday[1]:
            return dated
        return Cyclic(Unit.DAY, weekday=weekday[0], which=which), weekday[1]
    month = month_name(tokens, at)
    if month is not None:
        dated = month_first(tokens, at)
        if dated is not None and dated[1] > month[1]:
            return dated
        return named_month(month[0], which), month[1]
    name = SEASONS.get(tokens[at].word)
    if name is not None:
        return named_season(name, which), at + 1
    return holiday(tokens, at, which)
