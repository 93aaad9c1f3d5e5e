"""Rules for periods that a report compares: "the year-ago quarter", "the same period last year"."""

from __future__ import annotations

from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.counting import four_digit_year
from summarize.resolving.time.meaning import InYear, Step
from summarize.resolving.time.offsets import Reported
from summarize.resolving.time.quarters import quarter_name
from summarize.resolving.time.vocabulary import LIKE, Parsed, Tokens

PERIODS: dict[str, Unit | None] = {"quarter": Unit.QUARTER, "period": None}


def compared(tokens: Tokens, at: int) -> Parsed:
    """As in "the year-ago quarter", "the latest period", "the 1988 period", "the same period last year"."""
    start = at + 1 if tokens[at].word == "the" else at
    alike = tokens[start].word in LIKE
    start = start + 1 if alike else start
    if tokens[start].word == "year":
        return _year_ago(tokens, start)
    if tokens[start].word in ("prior", "previous") and tokens[start + 1].word in ("-", "year"):
        return _prior_year(tokens, start)
    recent = start + 1 if (tokens[start].word, tokens[start + 1].word) == ("most", "recent") else start
    if start > at and (recent > start or tokens[start].word in ("latest", "last")):
        latest = _latest(tokens, recent)
        if latest is not None:
            return latest
    in_year = four_digit_year(tokens, start) if start > at else None
    if in_year and tokens[in_year[1]].word in ("period", "quarter"):
        return Reported(PERIODS[tokens[in_year[1]].word], year=in_year[0]), in_year[1] + 1
    return like_period(tokens, start) if alike else None


def _latest(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) latest period", "(the most) recent fiscal quarter", "(the) latest week": the last that is over.

    "The latest week of protests" need not be over.
    """
    if tokens[at + 1].word == "period":
        return Reported(None), at + 2
    fiscal = at + 2 if tokens[at + 1].word == "fiscal" else at + 1
    unit = _WHOLE.get(tokens[fiscal].word) if tokens[at].word != "last" else None
    if unit is None or tokens[fiscal + 1].word == "of":
        return None
    return (Reported(unit) if unit is Unit.QUARTER else Step(unit, -1)), fiscal + 1


_WHOLE = {"week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR}

_A_YEAR_BEFORE = ("last year", "a year ago", "a year earlier", "the previous year", "the year before")


def _year_ago(tokens: Tokens, at: int) -> Parsed:
    hyphen = at + 2 if tokens[at + 1].word == "-" else at + 1
    if tokens[hyphen].word not in ("ago", "earlier"):
        return None
    after = hyphen + 1
    if tokens[after].word in ("quarter", "period"):
        return Reported(PERIODS[tokens[after].word], years=1), after + 1
    quarter_named = quarter_name(tokens, after)
    if quarter_named is not None:
        return InYear(quarter_named[0], Step(Unit.YEAR, -1)), quarter_named[1]
    return (Reported(None, years=1), after) if hyphen == at + 2 else None


def _prior_year(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) prior-year quarter", "(the) previous year's period"."""
    year = at + 2 if tokens[at + 1].word == "-" else at + 1
    after = year + 2 if tokens[year + 1].word == "'s" else year + 1
    compared_with = tokens[year].word == "year" and tokens[after].word in PERIODS
    return (Reported(PERIODS[tokens[after].word], years=1), after + 1) if compared_with else None


def like_period(tokens: Tokens, at: int) -> Parsed:
    """As in "(the same) period last year", "(the corresponding) quarter of 1988", "(the same) month a year ago"."""
    if tokens[at].word not in ("period", "quarter", "month", "week", "time", "day"):
        return None
    unit = Unit.QUARTER if tokens[at].word == "quarter" else None
    after = at + 2 if tokens[at + 1].word in ("of", "in") else at + 1
    words = " ".join(token.word for token in tokens[after : after + 3])
    phrase = next((one for one in _A_YEAR_BEFORE if words.startswith(one)), None)
    if phrase is not None:
        return Reported(unit, years=1), after + len(phrase.split())
    in_year = four_digit_year(tokens, after)
    return (Reported(unit, year=in_year[0]), in_year[1]) if in_year else None
