"""Rules for times so far away: "two days ago", "three weeks later", "a week from Monday", "less than a year ago"."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from summarize.lexicon.calendar import DAY_PARTS
from summarize.record import TimeMod
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.counting import number
from summarize.resolving.time.dates import day_first, month_first, of_one_day, weekday_first, weekday_name
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.holidays import holiday
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, NoDate, OnWeekday, Step, Vague
from summarize.resolving.time.offsets import Away, AwayFrom, BesideDay, HoursAway, OrTwo, UpToNow, YearsAgoIn
from summarize.resolving.time.parts import Approximate, Between, Bound, PartOfDay
from summarize.resolving.time.vocabulary import ANY_UNIT, EARLIER, HOURS, PLURALS, UNITS, WHICH, Parsed, Tokens


def away(tokens: Tokens, at: int) -> Parsed:
    """As in "two days ago", "three weeks later", "a year and a half ago", "ten days from now", "a week or so ago"."""
    if tokens[at].word == "half" or (tokens[at].word, tokens[at + 1].word) == ("a", "quarter"):
        return _fraction(tokens, at) or _quarters_away(tokens, at)
    length = _length(tokens, at)
    if length is None:
        return _uncounted(tokens, at)
    amount, word, half, after = length
    following = tokens[after].word
    beside = _beside_day(amount, word, tokens, after) if following in _SIDES else None
    beside = _ago_in(amount, word, tokens, after) if following == "ago" else beside
    if beside is not None:
        return beside
    rough = half or (following, tokens[after + 1].word) in _ROUGHLY
    after += 2 if rough and not half else 0
    direction = _direction(tokens, after)
    if direction is None:
        return _from_day(amount, word, tokens, after)
    sign, from_today, after = direction
    if amount is None:
        vague = Vague("past" if sign < 0 else "future")
        return (vague if from_today else NoDate(TimeKind.DATE, "says no number")), after
    meaning = _far(amount, word, sign, from_today=from_today, half=half)
    return (Approximate(meaning) if rough else meaning), after


def _direction(tokens: Tokens, at: int) -> tuple[Literal[-1, 1], bool, int] | None:
    """Sign, whether it counts from today, and the position after "ago", "later", "from now"."""
    if (tokens[at].word, tokens[at + 1].word) == ("from", "now"):
        return 1, True, at + 2
    sign = EARLIER.get(tokens[at].word)
    return (sign, tokens[at].word in ("ago", "hence"), at + 1) if sign is not None else None


def _length(tokens: Tokens, at: int) -> tuple[int | None, str, bool, int] | None:
    """Amount, unit word, whether a half is added, and the position after "two weeks" or "a year and a half"."""
    count = number(tokens, at)
    if count is None:
        return None
    amount, after = count
    before = _and_a_half(tokens, after)
    word = tokens[before].word
    if word not in ANY_UNIT:
        return None
    behind = _and_a_half(tokens, before + 1)
    return amount, word, before > after or behind > before + 1, behind


def _and_a_half(tokens: Tokens, at: int) -> int:
    """The position after "and a half", "-and-a-half" or "1/2", or the one given."""
    if tokens[at].word not in ("and", "-", "1"):
        return at
    if [token.text for token in tokens[at : at + 3]] == ["1", "/", "2"]:
        return at + 3
    for after in (at + 3, at + 6, at + 7):
        if [token.word for token in tokens[at:after] if token.word != "-"] == ["and", "a", "half"]:
            return after
    return at


_ROUGHLY = frozenset([("or", "so"), ("or", "two")])


def _fraction(tokens: Tokens, at: int) -> Parsed:
    """As in "half an hour ago", "half a century ago", "a quarter of a century ago"."""
    half = tokens[at].word == "half"
    after = at + 1 if half else at + 2
    after += 1 if tokens[after].word in ("of", "-") else 0
    after += 1 if tokens[after].word in ("a", "an") else 0
    direction = _direction(tokens, after + 1)
    part = (_HALVES if half else _QUARTERS).get(tokens[after].word)
    if direction is None or part is None:
        return None
    return _far(part[0], part[1], direction[0], from_today=direction[1]), direction[2]


def _quarters_away(tokens: Tokens, at: int) -> Parsed:
    """As in "a quarter ago", "a quarter earlier": of a year, where nothing else is divided."""
    direction = _direction(tokens, at + 2) if tokens[at + 1].word == "quarter" else None
    if direction is None:
        return None
    sign, from_today, after = direction
    return Away(1, Unit.QUARTER, sign, anchored=not from_today), after


_HALVES = {"hour": (30, "minutes"), "day": (12, "hours"), "month": (15, "days"), "year": (6, "months"),
           "decade": (5, "years"), "century": (50, "years")}  # fmt: skip
_QUARTERS = {"hour": (15, "minutes"), "century": (25, "years")}


def _uncounted(tokens: Tokens, at: int) -> Parsed:
    """As in "weeks ago", "years later"; "days before" stays a length, as what follows it is an event."""
    word = tokens[at].word
    if word not in PLURALS and not (word in HOURS and word.endswith("s")):
        return None
    direction = tokens[at + 1].word
    if direction == "ago":
        return Vague("past"), at + 2
    return (NoDate(TimeKind.DATE, "says no number"), at + 2) if direction in ("earlier", "later") else None


def _from_day(amount: int | None, word: str, tokens: Tokens, at: int) -> Parsed:
    """As in "a week from Monday", "two weeks from tomorrow"."""
    weekday = weekday_name(tokens, at + 1)
    days: dict[str, Meaning] = {"today": Step(Unit.DAY, 0), "tomorrow": Step(Unit.DAY, 1)}
    day = Cyclic(Unit.DAY, weekday=weekday[0]) if weekday else days.get(tokens[at + 1].word)
    unit = UNITS.get(word) or PLURALS.get(word)
    if tokens[at].word != "from" or day is None or amount is None or unit is None:
        return None
    return AwayFrom(day, amount, unit), weekday[1] if weekday else at + 2


def beside_day(tokens: Tokens, at: int) -> Parsed:
    """As in "the day before Christmas", "the night after the June 6 vote", "(the) week before last Tuesday"."""
    start = at + 1 if tokens[at].word == "the" else at
    word = tokens[start].word
    if tokens[start + 1].word not in _SIDES:
        return None
    if word in DAY_PARTS:
        found = _beside_day(1, "day", tokens, start + 1)
        return (PartOfDay(found[0], DAY_PARTS[word]), found[1]) if found else None
    return _beside_day(1, word, tokens, start + 1) if word in UNITS else None


def _beside_day(amount: int | None, word: str, tokens: Tokens, at: int) -> Parsed:
    """As in "(two days) before Christmas", "(a week) after the June 6 vote"."""
    unit = UNITS.get(word) or PLURALS.get(word)
    if not amount or unit not in _COUNTABLE:
        return None
    day = _named_day(tokens, at + 1)
    return (BesideDay(day[0], amount, unit, _SIDES[tokens[at].word]), day[1]) if day else None


_SIDES: dict[str, Literal[-1, 1]] = {"before": -1, "after": 1}
_COUNTABLE = frozenset([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR])


def _named_day(tokens: Tokens, at: int) -> Parsed:
    """A day by its name: a date, a weekday, a holiday, "last Friday"."""
    start = at + 1 if tokens[at].word == "the" else at
    which = WHICH.get(tokens[start].word)
    weekday = weekday_name(tokens, start + 1) if which else None
    if which and weekday:
        return Cyclic(Unit.DAY, weekday=weekday[0], which=which), weekday[1]
    found = weekday_first(tokens, start) or month_first(tokens, start) or day_first(tokens, start)
    found = found or holiday(tokens, start)
    if found is None or (isinstance(found[0], (Cyclic, Fixed)) and not of_one_day(found[0])):
        return None
    return found if isinstance(found[0], (Cyclic, Fixed, OnWeekday, InYear)) else None


def _ago_in(amount: int | None, word: str, tokens: Tokens, at: int) -> Parsed:
    """As in "(a year) ago today", "(two years) ago this month", "(a week) ago Tuesday"."""
    unit = UNITS.get(word) or PLURALS.get(word)
    if not amount or unit not in _COUNTABLE:
        return None
    this = tokens[at + 1].word == "this"
    within = UNITS.get(tokens[at + 2].word) if this else Unit.DAY if tokens[at + 1].word == "today" else None
    if within in _COUNTABLE:
        return YearsAgoIn(amount, unit, within), at + 3 if this else at + 2
    weekday = weekday_name(tokens, at + 1) if unit is Unit.WEEK else None
    if weekday is None:
        return None
    return BesideDay(Cyclic(Unit.DAY, weekday=weekday[0], which="last"), 7 * amount, Unit.DAY, -1), weekday[1]


def either(tokens: Tokens, at: int) -> Parsed:
    """As in "two or three years ago", "four to six weeks later"."""
    first = number(tokens, at)
    if first is None or first[0] is None or tokens[first[1]].word not in ("or", "to"):
        return None
    last = away(tokens, first[1] + 1)
    if last is None or not isinstance(last[0], Away):
        return None
    near, far = replace(last[0], amount=first[0]), last[0]
    return (Between(far, near) if far.sign < 0 else Between(near, far)), last[1]


def bounded_away(tokens: Tokens, at: int) -> Parsed:
    """As in "more than a year ago", "over a year ago", "less than two weeks ago"."""
    words = tokens[at].word, tokens[at + 1].word
    length = 1 if words[0] in ("over", "under") else 2 if words in _THAN else 0
    inner = away(tokens, at + length) if length else None
    if inner is None or not isinstance(inner[0], Away):
        return None
    exact = replace(inner[0], exact=True)
    if words in _LESS or words[0] == "under":
        return (UpToNow(exact), inner[1]) if exact.sign < 0 else None
    return Bound(exact, TimeMod.ON_OR_BEFORE if exact.sign < 0 else TimeMod.ON_OR_AFTER), inner[1]


_MORE = frozenset([("more", "than"), ("at", "least")])
_LESS = frozenset([("less", "than"), ("fewer", "than")])
_THAN = _MORE | _LESS


_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}


def _far(amount: int, word: str, sign: Literal[-1, 1], *, from_today: bool, half: bool = False) -> Meaning:
    if word in HOURS:
        return HoursAway((amount + half / 2) * HOURS[word] / 60, sign, anchored=not from_today)
    unit = Unit.WEEK if word.startswith("fortnight") else UNITS.get(word) or PLURALS.get(word) or Unit.DAY
    amount = 2 * amount if word.startswith("fortnight") else amount
    if half:
        amount, unit = _with_half(amount, unit)
    elif unit in _YEARS:
        # "A decade ago" is ten years ago, not the calendar decade before this one.
        amount, unit = amount * _YEARS[unit], Unit.YEAR
    return Away(amount, unit, sign, anchored=not from_today)


def _with_half(amount: int, unit: Unit) -> tuple[int, Unit]:
    """So many units and a half, in a smaller unit."""
    if unit in _YEARS:
        return _YEARS[unit] * amount + _YEARS[unit] // 2, Unit.YEAR
    if unit is Unit.YEAR:
        return 12 * amount + 6, Unit.MONTH
    return (amount * 30 + 15, Unit.DAY) if unit is Unit.MONTH else (amount * 7 + 3, Unit.DAY)


def coming_in(tokens: Tokens, at: int) -> Parsed:
    """As in "in two weeks" of something to come; only where the tense is known to be future it is a date."""
    if tokens[at].word != "in":
        return None
    count = number(tokens, at + 1)
    if count is None or count[0] is None or tokens[count[1]].word not in ANY_UNIT:
        return None
    word = tokens[count[1]].word
    after = count[1] + 1
    unit = UNITS.get(word)
    if count[0] == 1 and unit is not None and [token.word for token in tokens[after : after + 2]] == ["or", "two"]:
        return OrTwo(unit), after + 2
    while tokens[after].word in ("'", "’", "'s", "time"):
        after += 1
    return _far(count[0], word, 1, from_today=True), after
