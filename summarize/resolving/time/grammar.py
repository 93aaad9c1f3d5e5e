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
from summarize.resolving.time.counting import four_digit_year, number
from summarize.resolving.time.dates import (
    day_in_month,
    month_name,
    plain_day,
    weekday_first,
    whole_year,
)
from summarize.resolving.time.days import RANGE_JOINTS, days_first, month_then_days
from summarize.resolving.time.distance import bounded_away
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.holidays import HOLIDAY_STARTS
from summarize.resolving.time.hours import timed
from summarize.resolving.time.meaning import Cyclic, Fixed, NoDate, Vague
from summarize.resolving.time.offsets import Away, Reported, Running, Then, TheWeek
from summarize.resolving.time.parts import Approximate, Between, Bound, From, HalfOf, Part, PiecesOf, Within
from summarize.resolving.time.vague import VAGUE_WORDS
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
    Tokens,
)

DEEPEST = 4
"""How many modifiers may stand before one time: "until about late last month" has three."""


def _is_date(meaning: Meaning) -> bool:
    return meaning.kind in (TimeKind.DATE, TimeKind.TIME) and not isinstance(meaning, NoDate)


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


def half_of(tokens: Tokens, at: int, depth: int) -> Parsed:
    """As in "the first half of October", "the latter half of last month"; a half of a year is `quarters`' own."""
    start = at + 1 if tokens[at].word == "the" else at
    side = tokens[start].word
    if side not in _HALVES or tokens[start + 1].word != "half" or tokens[start + 2].word != "of":
        return None
    whole = simple(tokens, start + 3, depth + 1)
    if whole is None or whole[0].kind is not TimeKind.DATE or isinstance(whole[0], (NoDate, Vague)):
        return None
    return HalfOf(whole[0], second=_HALVES[side]), whole[1]


_HALVES = {"first": False, "former": False, "second": True, "latter": True, "last": True}


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
    plain = first_of(tokens, at, depth) or timed(tokens, at)
    half = half_of(tokens, at, depth)
    return half if half and (plain is None or half[1] > plain[1]) else plain


def ranged(tokens: Tokens, at: int) -> Parsed:
    """As in "between June 6 and June 9", "from Monday to Friday", "2 to 7 June", "June 6-8", "1990-91"."""
    opening = tokens[at].word
    start = at + 1 if opening in ("between", "from") else at
    days = days_first(tokens, start, between=opening == "between")
    if days is None and start == at:
        days = month_then_days(tokens, at)
    if days is not None:
        return days
    first = simple(tokens, start)
    if first is None:
        return None
    joint = tokens[first[1]].word
    joins = frozenset(["and"]) if opening == "between" else RANGE_JOINTS
    if joint == "and" and not opening.startswith(("between", "from")):
        return _next_day_too(tokens, first)
    if joint in joins and not isinstance(first[0], NoDate):
        last = _range_end(tokens, first, first[1] + 1)
        if last is not None:
            return Between(first[0], last[0]), last[1]
    return None if opening in ("between", "from") else first


def _next_day_too(tokens: Tokens, first: tuple[Meaning, int]) -> tuple[Meaning, int]:
    """As in "Friday and Saturday"; two days that do not touch stay two times."""
    last = weekday_first(tokens, first[1] + 1)
    if last is None or not isinstance(first[0], Cyclic) or not isinstance(last[0], Cyclic):
        return first
    touching = first[0].weekday and last[0].weekday == first[0].weekday % 7 + 1 and first[0].unit is Unit.DAY
    return (Between(first[0], last[0]), last[1]) if touching else first


def _range_end(tokens: Tokens, first: tuple[Meaning, int], at: int) -> Parsed:
    begun, after = first
    month = month_name(tokens, after - 2) or (month_name(tokens, after - 3) if tokens[after - 2].word == "." else None)
    plain = plain_day(tokens, at)
    if month and plain and not month_name(tokens, plain[1]):
        return day_in_month(month[0], plain[0], tokens, plain[1])
    year_begun = begun.period.start if isinstance(begun, Fixed) and begun.period.unit is Unit.YEAR else None
    if year_begun and plain and len(tokens[at].text) == 2 and tokens[after].word in DASHES:  # noqa: PLR2004
        return Fixed(whole_year(year_begun.year // 100 * 100 + plain[0])), plain[1]
    last = simple(tokens, at)
    return last if last and _is_date(last[0]) else None


DASHES = frozenset("-–—")


_THIS_WEEK = Running(Unit.WEEK)


def expression(tokens: Tokens, at: int) -> Parsed:
    """The time expression that begins at a token, with its bound and hedge."""
    word = tokens[at].word
    near = word in ("shortly", "soon") and tokens[at + 1].word in ("before", "after")
    if word in BOUNDS or word in ("no", "prior") or near:
        bounded = _bounded(tokens, at + 1 if near else at)
        if bounded is not None:
            return bounded
    if (word in _MUCH and tokens[at + 1].word != "than") or (word == "a" and tokens[at + 1].word in _MUCH):
        return _much_of(tokens, at) or ranged(tokens, at) or _hedged(tokens, at)
    found = ranged(tokens, at)
    if found is not None and found[0] == _THIS_WEEK:
        return TheWeek(), found[1]
    if found is not None and not isinstance(found[0], NoDate):
        found = _onward(tokens, *found)
    return found or _hedged(tokens, at)


def _hedged(tokens: Tokens, at: int) -> Parsed:
    """As in "around Nov. 1", "more than a year ago", "so far this year", "all week"."""
    words = tokens[at].word, tokens[at + 1].word
    if words[0] in ("pre", "post"):
        return _beside_year(tokens, at)
    inner = ranged(tokens, at + 1) if words[0] in HEDGES else None
    if inner is not None:
        return Approximate(inner[0]), inner[1]
    if words == ("so", "far"):
        inner = ranged(tokens, at + 2)
        within = inner is not None and _is_date(inner[0])
        return (Within(inner[0], earlier=True), inner[1]) if inner and within else (Vague("present"), at + 2)
    if words[0] == "all" and words[1] in ("day", "week", "month", "year"):
        return Running(UNITS[words[1]]), at + 2
    return bounded_away(tokens, at)


def _beside_year(tokens: Tokens, at: int) -> Parsed:
    """As in "pre-1967 (borders)", "post-2003 (Iraq)"."""
    in_year = four_digit_year(tokens, at + 2) if tokens[at + 1].word == "-" and tokens[at + 1].glued else None
    mod = TimeMod.BEFORE if tokens[at].word == "pre" else TimeMod.AFTER
    return (Bound(Fixed(whole_year(in_year[0])), mod), in_year[1]) if in_year else None


_MUCH = word_set("much most part parts all rest remainder bulk whole entire good large")

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
    if tokens[at].word == "from":
        return ranged(tokens, at) or _from(tokens, at + 1)
    mod, after = BOUNDS.get(tokens[at].word), at + 1
    if [token.word for token in tokens[at : at + 3]] == ["no", "later", "than"]:
        mod, after = TimeMod.ON_OR_BEFORE, at + 3
    if (tokens[at].word, tokens[at + 1].word) == ("prior", "to"):
        mod, after = TimeMod.BEFORE, at + 2
    if mod is None or (tokens[at].word == "beginning" and tokens[after].word == "of"):
        return None
    after += 1 if tokens[at].word in _OPENING and tokens[after].word in ("on", "in", "from") else 0
    if tokens[after].word == "then" and tokens[at].word in ("since", "until", "till"):
        return Bound(Then(), mod), after + 1
    hedged = after + 1 if tokens[after].word in HEDGES else after
    inner = ranged(tokens, hedged)
    if inner is None or not _is_date(inner[0]):
        return None
    if isinstance(inner[0], Vague):
        # "until recently" and "by now" say no more than the word itself.
        open_ended = mod is TimeMod.ON_OR_BEFORE and tokens[after].word in ("now", "recently", "lately")
        return inner if open_ended else None
    meaning = Approximate(inner[0]) if hedged > after else inner[0]
    # "after this week's debate" can still be this week.
    mod = _INCLUSIVE.get(mod, mod) if tokens[inner[1]].word == "'s" else mod
    return Bound(meaning, mod, ahead=tokens[at].word in _OPENING), inner[1]


_OPENING = frozenset(["beginning", "starting"])
_INCLUSIVE = {TimeMod.BEFORE: TimeMod.ON_OR_BEFORE, TimeMod.AFTER: TimeMod.ON_OR_AFTER}


def _from(tokens: Tokens, at: int) -> Parsed:
    """As in "from Monday (on)"; "votes from 1995" are only of that year."""
    inner = ranged(tokens, at)
    if inner is None or not _is_date(inner[0]) or isinstance(inner[0], (Vague, Away, Reported)):
        return None
    if tokens[inner[1]].word in ("on", "onward", "onwards", "forward"):
        return Bound(inner[0], TimeMod.ON_OR_AFTER), inner[1] + 1
    return From(inner[0]), inner[1]


_OPENERS = word_set(
    """
    yesterday today tomorrow tonight the a an couple recent right these those that every each earlier later sometime
    between no fiscal q final following preceding same very its their his her first upcoming latest more most month
    half second year ' ’ near so over at once twice dawn dusk long sooner present full less fewer fy pre post
    midyear midweek anytime former latter
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
