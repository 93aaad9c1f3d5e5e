"""The grammar of English time expressions: from tokens to a `Meaning`.

A recursive descent over tokens. Every rule takes the tokens and a position and returns the meaning
with the position after it, or nothing. No rule looks further than a few tokens ahead and modifiers nest
at most `DEEPEST` deep, so that reading a text takes time linear in its length.
"""

from __future__ import annotations

from summarize.lexicon.calendar import CARDINALS, DAY_PARTS, MONTHS, ORDINALS, SEASONS, TENS, VAGUE_AMOUNTS, WEEKDAYS
from summarize.lexicon.grammar import word_set
from summarize.record import TimeMod
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.clock import clock, iso_clock
from summarize.resolving.time.comparing import compared
from summarize.resolving.time.counting import number
from summarize.resolving.time.dates import (
    day_first,
    day_in_month,
    decade,
    month_first,
    month_name,
    numeric,
    past_comma,
    plain_day,
    season,
    weekday_first,
    whole_year,
    year,
)
from summarize.resolving.time.distance import away, bounded_away, either
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.holidays import HOLIDAY_STARTS, holiday
from summarize.resolving.time.lengths import LENGTH_STARTS, duration, repeated
from summarize.resolving.time.meaning import Cyclic, Fixed, InYear, NoDate, OnWeekday, Step, Vague
from summarize.resolving.time.offsets import Away, Reported, Running, Same
from summarize.resolving.time.parts import Approximate, Between, Bound, Clock, Part, PartOfDay, PiecesOf, Within
from summarize.resolving.time.quarters import fiscal_year, quarter
from summarize.resolving.time.relative import DAY_WORDS, beside_event, deictic, determined, running
from summarize.resolving.time.spans import day_of_week, span
from summarize.resolving.time.vague import VAGUE_STARTS, VAGUE_WORDS
from summarize.resolving.time.vocabulary import (
    BOUNDS,
    EDGES,
    HEDGES,
    HOURS,
    LIKE,
    OTHER_LENGTHS,
    PLURALS,
    REPEATED_WORDS,
    UNITS,
    WHICH,
    Parsed,
    Rule,
    Tokens,
)

DEEPEST = 4
"""How many modifiers may stand before one time: "until about late last month" has three."""


def first_of(tokens: Tokens, at: int, depth: int) -> Parsed:
    """As in "the first six months of 2017", "the last two weeks of June", "first week of August"."""
    start = at + 1 if tokens[at].word == "the" else at
    side = tokens[start].word
    if side not in ("first", "last", "final", "opening", "closing", "second", "third", "fourth"):
        return None
    amount, after = number(tokens, start + 1) or (1, start + 1)
    word = tokens[after].word
    unit = UNITS.get(word) or PLURALS.get(word)
    if unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER) or tokens[after + 1].word not in ("of", "in"):
        return None
    whole = simple(tokens, after + 2, depth + 1)
    if not amount or whole is None or not _is_date(whole[0]) or isinstance(whole[0], Vague):
        return None
    from_end = side in ("last", "final", "closing")
    skip = 0 if from_end else ORDINALS.get(side, 1) - 1
    return PiecesOf(whole[0], unit, amount, skip * amount, from_end=from_end), whole[1]


_ARTICLES = word_set("the a an its their his her")
_NUMBERS = frozenset([*CARDINALS, *TENS, *VAGUE_AMOUNTS, "a", "an", "couple", "half"])
_NTH = frozenset([*ORDINALS, *TENS, "the"])

BASE: tuple[tuple[Rule, frozenset[str]], ...] = (
    (weekday_first, frozenset(WEEKDAYS)),
    (day_of_week, frozenset(WEEKDAYS)),
    (month_first, frozenset(MONTHS)),
    (day_first, _NTH),
    (quarter, _ARTICLES | {*ORDINALS, "q", "fiscal", "final"}),
    (fiscal_year, frozenset([*WHICH, "the", "fiscal", "fy"])),
    (span, _ARTICLES | _NUMBERS | {*UNITS, "fiscal"}),
    (season, frozenset([*SEASONS, "the"])),
    (decade, _NTH | {"'", "’"}),
    (holiday, HOLIDAY_STARTS),
    (deictic, frozenset([*DAY_WORDS, *VAGUE_WORDS, *VAGUE_STARTS, "day"])),
    (running, frozenset(["the", "year", "month"])),
    (compared, LIKE | {"the", "year"}),
    (determined, frozenset([*WHICH, "the", "that"])),
    (away, _NUMBERS | {*PLURALS, *HOURS}),
    (either, _NUMBERS),
    (year, frozenset([*CARDINALS, *TENS, "the", "year"])),
    (repeated, REPEATED_WORDS | {*(f"{name}s" for name in WEEKDAYS), "once", "twice", "every", "each"}),
    (duration, _ARTICLES | _NUMBERS | LENGTH_STARTS | {*PLURALS, *HOURS}),
)
"""Every rule with the words at which it can begin."""

_AT_A_NUMBER: tuple[Rule, ...] = (
    numeric, day_first, quarter, fiscal_year, span, decade, away, either, year, duration,
)  # fmt: skip
_AT_A_WORD: dict[str, tuple[Rule, ...]] = {
    word: tuple(rule for rule, starts in BASE if word in starts)
    for word in frozenset[str]().union(*(starts for _, starts in BASE))
}


def _is_date(meaning: Meaning) -> bool:
    return meaning.kind in (TimeKind.DATE, TimeKind.TIME) and not isinstance(meaning, NoDate)


def base(tokens: Tokens, at: int) -> Parsed:
    """The longest time that begins here, without modifiers."""
    best: Parsed = None
    token = tokens[at]
    for rule in _AT_A_NUMBER if token.text[:1].isdigit() else _AT_A_WORD.get(token.word, ()):
        found = rule(tokens, at)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def timed(tokens: Tokens, at: int) -> Parsed:
    """A base with its part of the day or hour: "Friday night", "10 p.m. on Wednesday", "June 6 at noon"."""
    hour = clock(tokens, at)
    if hour is not None:
        after = past_comma(tokens, hour[2])
        following = base(tokens, after + 1 if tokens[after].word == "on" else after)
        on_day = following if following and following[0].kind is TimeKind.DATE else (Same(Unit.DAY), hour[2])
        return Clock(on_day[0], hour[0], hour[1]), on_day[1]
    of_day = _part_first(tokens, at)
    if of_day is not None:
        return of_day
    found = base(tokens, at)
    return None if found is None else _with_part(tokens, *found)


def _part_first(tokens: Tokens, at: int) -> Parsed:
    """As in "the night of June 6", "dawn on Friday", "the morning"."""
    start = at + 1 if tokens[at].word in ("the", "mid", "pre", "-") else at
    start = start + 1 if tokens[start].word == "-" else start
    code = DAY_PARTS.get(tokens[start].word)
    if code is None or tokens[start].word == "overnight":
        return _small_hours(tokens, start) if start > at else None
    if start > at and tokens[start + 1].word in ("before", "after"):
        return beside_event(tokens, start)
    after = start + 2 if tokens[start + 1].word in ("of", "on") else start + 1
    following = base(tokens, after)
    if (
        following is not None
        and following[0].kind is TimeKind.DATE
        and isinstance(following[0], (Fixed, Cyclic, Step, InYear, Same, OnWeekday))
    ):
        return PartOfDay(following[0], code), following[1]
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


def simple(tokens: Tokens, at: int, depth: int = 0) -> Parsed:
    """A time with "early", "late last", "the end of", "earlier" before it."""
    if depth >= DEEPEST:
        return None
    start = at + 1 if tokens[at].word in ("the", "very") else at
    word = tokens[start].word
    if word in EDGES:
        after = start + 1
        after = after + 1 if tokens[after].word in ("-", "part") else after
        after = after + 1 if tokens[after].word in ("of", "on", "in") else after
        inner = simple(tokens, after, depth + 1)
        if inner is not None and _is_date(inner[0]):
            return Part(inner[0], EDGES[word]), inner[1]
    if word in ("earlier", "later", "sometime"):
        after = start + 2 if tokens[start + 1].word in ("on", "in") else start + 1
        inner = simple(tokens, after, depth + 1)
        if inner is not None and _is_date(inner[0]):
            return (inner[0] if word == "sometime" else Within(inner[0], earlier=word == "earlier")), inner[1]
    return first_of(tokens, at, depth) or timed(tokens, at)


def ranged(tokens: Tokens, at: int) -> Parsed:
    """As in "between June 6 and June 9", "from Monday to Friday", "June 6-8", "1990-91"."""
    opening = tokens[at].word
    first = simple(tokens, at + 1 if opening in ("between", "from") else at)
    if first is None:
        return None
    joint = tokens[first[1]].word
    joins = ("and",) if opening == "between" else ("to", "until", "till", "through", "-", "–", "—")
    if joint == "and" and not opening.startswith(("between", "from")):
        return _next_day_too(tokens, first)
    if joint in joins and not isinstance(first[0], NoDate):
        last = _range_end(tokens, first, first[1] + 1)
        if last is not None:
            return Between(first[0], last[0]), last[1]
    return None if opening in ("between", "from") else first


def _next_day_too(tokens: Tokens, first: tuple[Meaning, int]) -> tuple[Meaning, int]:
    """As in "Friday and Saturday", "June 6 and 7"; two days that do not touch stay two times."""
    last = _range_end(tokens, first, first[1] + 1)
    if last is None or not isinstance(first[0], Cyclic) or not isinstance(last[0], Cyclic):
        return first
    if first[0].unit is not Unit.DAY or last[0].unit is not Unit.DAY:
        return first
    weekdays = first[0].weekday and last[0].weekday == first[0].weekday % 7 + 1
    numbers = tokens[first[1] - 1].number, tokens[last[1] - 1].number
    dates = not first[0].weekday and None not in numbers and (numbers[0] or 0) + 1 == numbers[1]
    return (Between(first[0], last[0]), last[1]) if weekdays or dates else first


def _range_end(tokens: Tokens, first: tuple[Meaning, int], at: int) -> Parsed:
    begun, after = first
    month = month_name(tokens, after - 2) or (month_name(tokens, after - 3) if tokens[after - 2].word == "." else None)
    plain = plain_day(tokens, at)
    if month and plain and not month_name(tokens, plain[1]):
        return day_in_month(month[0], plain[0], tokens, plain[1])
    year_begun = begun.period.start if isinstance(begun, Fixed) and begun.period.unit is Unit.YEAR else None
    if year_begun and plain and len(tokens[at].text) == 2:  # noqa: PLR2004
        return Fixed(whole_year(year_begun.year // 100 * 100 + plain[0])), plain[1]
    last = simple(tokens, at)
    return last if last and _is_date(last[0]) else None


def expression(tokens: Tokens, at: int) -> Parsed:
    """The time expression that begins at a token, with its bound and hedge."""
    word = tokens[at].word
    if word in BOUNDS or word == "no":
        bounded = _bounded(tokens, at)
        if bounded is not None:
            return bounded
    if (word in _MUCH and tokens[at + 1].word != "than") or (word == "a" and tokens[at + 1].word in _MUCH):
        return _much_of(tokens, at) or ranged(tokens, at) or _hedged(tokens, at)
    found = ranged(tokens, at)
    if found is not None and not isinstance(found[0], NoDate):
        found = _onward(tokens, *found)
    return found or _hedged(tokens, at)


def _hedged(tokens: Tokens, at: int) -> Parsed:
    """As in "around Nov. 1", "more than a year ago", "so far this year", "all week"."""
    words = tokens[at].word, tokens[at + 1].word
    inner = ranged(tokens, at + 1) if words[0] in HEDGES else None
    if inner is not None:
        return Approximate(inner[0]), inner[1]
    if words == ("so", "far"):
        inner = ranged(tokens, at + 2)
        return (Within(inner[0], earlier=True), inner[1]) if inner and _is_date(inner[0]) else None
    if words[0] == "all" and words[1] in ("day", "week", "month", "year"):
        return Running(UNITS[words[1]]), at + 2
    return bounded_away(tokens, at)


_MUCH = frozenset(["much", "most", "part", "parts", "all", "rest", "bulk", "whole", "entire", "good", "large"])

_ONWARD = {
    ("or", "later"): TimeMod.ON_OR_AFTER,
    ("and", "beyond"): TimeMod.ON_OR_AFTER,
    ("or", "earlier"): TimeMod.ON_OR_BEFORE,
    ("or", "before"): TimeMod.ON_OR_BEFORE,
}


def _much_of(tokens: Tokens, at: int) -> Parsed:
    """As in "much of 2016", "a good part of last year", "the rest of the week"."""
    after = next((place for place in range(at + 1, at + 4) if tokens[place].word == "of"), at)
    inner = simple(tokens, after + 1) if after > at else None
    return inner if inner and _is_date(inner[0]) else None


def _onward(tokens: Tokens, meaning: Meaning, after: int) -> tuple[Meaning, int]:
    """As in "1994 or later", "2010 and beyond", "next year or so", "from 2012 onwards"."""
    following = tokens[after].word, tokens[after + 1].word
    if following in _ONWARD:
        return Bound(meaning, _ONWARD[following]), after + 2
    if following == ("or", "so"):
        return Approximate(meaning), after + 2
    if following[0] in ("onward", "onwards"):
        return Bound(meaning, TimeMod.ON_OR_AFTER), after + 1
    return meaning, after


def _bounded(tokens: Tokens, at: int) -> Parsed:
    ranged_here = ranged(tokens, at) if tokens[at].word == "from" else None
    if ranged_here is not None:
        return ranged_here
    mod, after = BOUNDS.get(tokens[at].word), at + 1
    if [token.word for token in tokens[at : at + 3]] == ["no", "later", "than"]:
        mod, after = TimeMod.ON_OR_BEFORE, at + 3
    if mod is None:
        return None
    hedged = after + 1 if tokens[after].word in HEDGES else after
    inner = ranged(tokens, hedged)
    if inner is None or not _is_date(inner[0]):
        return None
    if isinstance(inner[0], Vague) or (tokens[at].word == "from" and isinstance(inner[0], (Away, Reported))):
        return None
    meaning = Approximate(inner[0]) if hedged > after else inner[0]
    return Bound(meaning, mod), inner[1]


_OPENERS = word_set(
    """
    yesterday today tomorrow tonight the a an couple recent right these those that every each earlier later sometime
    between no fiscal q final following preceding same very its their his her first upcoming latest more most month
    half second year ' ’ near so over at once twice dawn dusk long sooner present full less fewer fy
    """
)

STARTS = frozenset(
    [
        *MONTHS, *WEEKDAYS, *SEASONS, *DAY_PARTS, *CARDINALS, *TENS, *ORDINALS, *VAGUE_AMOUNTS, *UNITS, *PLURALS,
        *HOURS,
        *VAGUE_WORDS, *REPEATED_WORDS, *WHICH, *EDGES, *BOUNDS, *HEDGES, *HOLIDAY_STARTS,
        *(f"{name}s" for name in WEEKDAYS), *OTHER_LENGTHS,
        *_OPENERS, *LIKE, *_MUCH,
    ]
)  # fmt: skip
"""Words with which a time expression can begin; only at these and at numbers the grammar is tried."""
