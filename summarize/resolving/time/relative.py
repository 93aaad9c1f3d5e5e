"""Rules for times counted from today or from another event: "last week", "two days ago", "the next day"."""

from __future__ import annotations

from typing import Literal

from summarize.lexicon.calendar import DAY_PARTS, SEASONS
from summarize.record import TimeMod
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.comparing import PERIODS, like_period
from summarize.resolving.time.counting import number
from summarize.resolving.time.dates import (
    month_first,
    month_name,
    named_month,
    named_season,
    season,
    weekday_first,
    weekday_name,
)
from summarize.resolving.time.frame import Meaning, Tense, TimeKind, Which
from summarize.resolving.time.holidays import holiday
from summarize.resolving.time.meaning import Cyclic, InYear, NoDate, Step, Vague
from summarize.resolving.time.offsets import Away, HoursAway, Reaching, Reported, Running, Same, SameName
from summarize.resolving.time.parts import Approximate, Between, Part, PartOfDay
from summarize.resolving.time.quarters import quarter_name
from summarize.resolving.time.vocabulary import (
    ANY_UNIT,
    EARLIER,
    EDGES,
    HOURS,
    OFFSETS,
    PLURALS,
    UNITS,
    WHICH,
    Parsed,
    Tokens,
)

VAGUE_WORDS: dict[str, Meaning] = {
    **dict.fromkeys(("recently", "lately", "recent", "previously", "formerly", "earlier"), Vague("past")),
    **dict.fromkeys(("now", "currently", "presently", "nowadays", "current"), Vague("present")),
    **dict.fromkeys(("soon", "shortly", "future"), Vague("future")),
}

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
    vague = _vague_phrase(tokens, at)
    if vague is not None:
        return vague
    if word in VAGUE_WORDS:
        return VAGUE_WORDS[word], at + 1
    start = at + 1 if word == "the" else at
    other = _OTHER_DAYS.get(tuple(token.word for token in tokens[start : start + 3]))
    return (other, start + 3) if other else None


_OTHER_DAYS: dict[tuple[str, ...], Meaning] = {
    ("day", "before", "yesterday"): Step(Unit.DAY, -2),
    ("day", "after", "tomorrow"): Step(Unit.DAY, 2),
}
_VAGUE_PAIRS: dict[tuple[str, str], Tense] = {
    ("more", "recently"): "past",
    ("most", "recently"): "past",
    ("right", "now"): "present",
    ("these", "days"): "present",
    ("near", "future"): "future",
    ("later", "date"): "future",
    ("later", "stage"): "future",
}
_VAGUE_NOUNS: dict[str, Tense] = {"past": "past", "present": "present", "future": "future"}
_MANY = frozenset([*PLURALS, *HOURS, "times"])


def _vague_phrase(tokens: Tokens, at: int) -> Parsed:
    """As in "recent months", "the coming weeks", "the future", "at the moment"."""
    start = at + 1 if tokens[at].word in ("the", "a") else at
    word, following = tokens[start].word, tokens[start + 1].word
    if (word, following) in _VAGUE_PAIRS:
        return Vague(_VAGUE_PAIRS[word, following]), start + 2
    if word in ("recent", "coming", "upcoming") and following in _MANY:
        more = tokens[start + 2].word in ("and", "or") and tokens[start + 3].word in _MANY
        return Vague("past" if word == "recent" else "future"), start + 4 if more else start + 2
    counted = number(tokens, start + 1)
    length = following in ANY_UNIT or (counted is not None and tokens[counted[1]].word in ANY_UNIT)
    if tokens[at].word == "the" and word in _VAGUE_NOUNS and not length:
        return Vague(_VAGUE_NOUNS[word]), start + 1
    return None


def determined(tokens: Tokens, at: int) -> Parsed:
    """As in "last week", "this summer", "next Friday", "the previous day", "that month", "the same year"."""
    start = at + 1 if tokens[at].word == "the" else at
    word = tokens[start].word
    if word == "this" and tokens[start + 1].word in ("past", "coming", "last"):
        start += 1
        word = tokens[start].word
    if word == "this" and [token.word for token in tokens[start + 1 : start + 4]] == ["time", "last", "year"]:
        return Approximate(Away(1, Unit.YEAR, -1, exact=True)), start + 4
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
    if following in DAY_PARTS and offset >= 0 and word != "next":
        return PartOfDay(Same(Unit.DAY, offset), DAY_PARTS[following]), last + 2
    if offset and word != "next":
        found = named(tokens, last + 1, "next" if offset > 0 else "last")
        return (SameName(found[0]), found[1]) if found and isinstance(found[0], Cyclic) else None
    return None


_FROM_EVENT = {"following": 1, "next": 1, "preceding": -1, "previous": -1, "same": 0, "that": 0, "very": 0}


def running(tokens: Tokens, at: int) -> Parsed:
    """As in "the month", "the weekend", "year-end", "the year's end"."""
    word, following = tokens[at].word, tokens[at + 1].word
    if word == "the":
        return _the_unit(tokens, at + 2 if following == "full" else at + 1)
    ending = at + 2 if following in ("-", "'s") else at + 1
    if word in ("year", "month") and tokens[ending].word == "end":
        return Part(Running(UNITS[word]), TimeMod.END), ending + 1
    return None


def _the_unit(tokens: Tokens, at: int) -> Parsed:
    """What "the day", "the week's end", "the quarter" stand for; "the century" needs its number."""
    unit = UNITS.get(tokens[at].word)
    if unit in (None, Unit.SEASON, Unit.CENTURY, Unit.DECADE):
        return None
    if tokens[at + 1].word == "'s" and tokens[at + 2].word in EDGES:
        return Part(Running(unit), EDGES[tokens[at + 2].word]), at + 3
    if unit is Unit.QUARTER:
        return like_period(tokens, at) or (Reported(Unit.QUARTER), at + 1)
    if unit is Unit.WEEKEND:
        return Cyclic(unit, weekday=6), at + 1
    return (Same(unit) if unit is Unit.DAY else Running(unit)), at + 1


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


def away(tokens: Tokens, at: int) -> Parsed:
    """As in "two days ago", "three weeks later", "a year and a half ago", "ten days from now", "a week or so ago"."""
    length = _length(tokens, at)
    if length is None:
        return None
    amount, word, half, after = length
    rough = half or [token.word for token in tokens[after : after + 2]] in _ROUGHLY
    after += 2 if rough and not half else 0
    from_now = (tokens[after].word, tokens[after + 1].word) == ("from", "now")
    sign: Literal[-1, 1] | None = 1 if from_now else EARLIER.get(tokens[after].word)
    if sign is None:
        return None
    from_today = from_now or tokens[after].word in ("ago", "hence")
    after += 2 if from_now else 1
    if amount is None:
        vague = Vague("past" if sign < 0 else "future")
        return (vague if from_today else NoDate(TimeKind.DATE, "says no number")), after
    meaning = _far(amount, word, sign, from_today=from_today, half=half)
    return (Approximate(meaning) if rough else meaning), after


def _length(tokens: Tokens, at: int) -> tuple[int | None, str, bool, int] | None:
    """Amount, unit word, whether a half is added, and the position after "two weeks" or "a year and a half"."""
    count = number(tokens, at)
    if count is None:
        return None
    amount, after = count
    before = [token.word for token in tokens[after : after + 3]] == _AND_A_HALF
    after += 3 if before else 0
    word = tokens[after].word
    behind = [token.word for token in tokens[after + 1 : after + 4]] == _AND_A_HALF
    return (amount, word, before or behind, after + (4 if behind else 1)) if word in ANY_UNIT else None


_AND_A_HALF = ["and", "a", "half"]
_ROUGHLY = [["or", "so"], ["or", "two"]]


def _far(amount: int, word: str, sign: Literal[-1, 1], *, from_today: bool, half: bool = False) -> Meaning:
    if word in HOURS:
        return HoursAway((amount + half / 2) * HOURS[word] / 60, sign, anchored=not from_today)
    unit = Unit.WEEK if word.startswith("fortnight") else UNITS.get(word) or PLURALS.get(word) or Unit.DAY
    amount = 2 * amount if word.startswith("fortnight") else amount
    if half:
        amount, unit = _with_half(amount, unit)
    return Away(amount, unit, sign, anchored=not from_today)


def _with_half(amount: int, unit: Unit) -> tuple[int, Unit]:
    """So many units and a half, in a smaller unit."""
    if unit in (Unit.DECADE, Unit.YEAR):
        return (12 * amount + 6, Unit.MONTH) if unit is Unit.YEAR else (10 * amount + 5, Unit.YEAR)
    return (amount * 30 + 15, Unit.DAY) if unit is Unit.MONTH else (amount * 7 + 3, Unit.DAY)


def coming_in(tokens: Tokens, at: int) -> Parsed:
    """As in "in two weeks" of something to come; only where the tense is known to be future it is a date."""
    if tokens[at].word != "in":
        return None
    count = number(tokens, at + 1)
    if count is None or count[0] is None or tokens[count[1]].word not in ANY_UNIT:
        return None
    word = tokens[count[1]].word
    after = count[1] + 2 if tokens[count[1] + 1].word == "'" else count[1] + 1
    return _far(count[0], word, 1, from_today=True), after
