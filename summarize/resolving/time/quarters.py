"""Rules for quarters, halves and fiscal years: "the third quarter of 1984", "Q3 2017", "this fiscal year"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.counting import four_digit_year, ordinal
from summarize.resolving.time.dates import following_year, in_other_year, month_name, whole_year
from summarize.resolving.time.frame import Frame, Reading, TimeKind
from summarize.resolving.time.meaning import Cyclic, Fixed, Step
from summarize.resolving.time.vocabulary import OFFSETS, WHICH, Parsed, Tokens


def quarter(tokens: Tokens, at: int) -> Parsed:
    """As in "the third quarter of 1984", "the 1988 third quarter", "fiscal second-quarter", "Q3 2017", "first half"."""
    start = at
    if tokens[start].word in _BEFORE_A_QUARTER:
        start += 1
        # One adjective may stand between: "a flat second quarter".
        described = tokens[start].text.islower() and tokens[start].word != "fiscal"
        start += 1 if described and quarter_name(tokens, start + 1) else 0
    in_year = four_digit_year(tokens, start)
    start = in_year[1] if in_year else start
    start = start + 1 if in_year and tokens[start].word == "'s" else start
    fiscal = tokens[start].word == "fiscal"
    if fiscal:
        start += 2 if tokens[start + 1].word == "-" else 1
    named = quarter_name(tokens, start)
    if named is None:
        return None
    fiscal = fiscal or any(token.word == "fiscal" for token in tokens[start : named[1]])
    name, after = replace(named[0], notes=(FISCAL,) if fiscal else ()), named[1]
    found = in_year or following_year(tokens, after)
    if found is not None and name.in_year is not None:
        period = name.in_year(found[0])
        return (Fixed(period, notes=name.notes), after if in_year else found[1]) if period else None
    told = in_other_year(name, tokens, after)
    # "The first half of the match" is none of a year.
    return None if name.unit is Unit.HALF and told[1] == after and tokens[after].word == "of" else told


_BEFORE_A_QUARTER = frozenset(["the", "a", "its", "their", "his", "her"])


def quarter_name(tokens: Tokens, at: int) -> tuple[Cyclic, int] | None:
    """A quarter or half without its year, and the position after it; "last quarter" is the one before this."""
    token, following = tokens[at], tokens[at + 1]
    if token.word == "q" and following.glued and following.number in (1, 2, 3, 4):
        return _named_part(Unit.QUARTER, following.number), at + 2
    nth, after = (4, at + 1) if token.word == "final" else ordinal(tokens, at) or (0, at)
    after = after + 1 if tokens[after].word in ("-", "fiscal") else after
    if tokens[after].word == "quarter" and 1 <= nth <= 4:  # noqa: PLR2004
        return _named_part(Unit.QUARTER, nth), after + 1
    if tokens[after].word == "half" and nth in (1, 2):
        return _named_part(Unit.HALF, nth), after + 1
    return None


def month_quarter(tokens: Tokens, at: int) -> Parsed:
    """As in "the September quarter", "the June quarter last year": the quarter that ends with the month."""
    month = month_name(tokens, at + 1 if tokens[at].word == "the" else at)
    if month is None or tokens[month[1]].word != "quarter":
        return None
    name = Cyclic(Unit.QUARTER, partial(_quarter_to, month[0]))
    found = following_year(tokens, month[1] + 1)
    if found is not None:
        return Fixed(_quarter_to(month[0], found[0])), found[1]
    return in_other_year(name, tokens, month[1] + 1)


def _quarter_to(month: int, in_year: int) -> Period:
    first = calendar.add_months(date(in_year, month, 1), -2)
    return calendar.months(first.year, first.month, 3, Unit.QUARTER)


def fiscal_year(tokens: Tokens, at: int) -> Parsed:
    """As in "fiscal 1989", "the 2013 fiscal year", "FY2013", "this fiscal year", "the current fiscal year"."""
    start = at + 1 if tokens[at].word == "the" else at
    if tokens[start].word == "fy":
        in_year = four_digit_year(tokens, start + 1)
        return (_fiscal(in_year[0]), in_year[1]) if in_year else None
    if tokens[start].word == "fiscal":
        named = start + 2 if tokens[start + 1].word == "year" else start + 1
        in_year = four_digit_year(tokens, named)
        if in_year is not None:
            return _fiscal(in_year[0]), in_year[1]
        return (InFiscalYear(Step(Unit.YEAR, 0)), named) if named == start + 2 and start > at else None
    in_year = four_digit_year(tokens, start)
    after = in_year[1] if in_year else start + 1
    if tokens[after].word != "fiscal" or tokens[after + 1].word != "year":
        return None
    if in_year is not None:
        return _fiscal(in_year[0]), after + 2
    which = WHICH.get(tokens[start].word)
    return (InFiscalYear(Step(Unit.YEAR, OFFSETS[which])), after + 2) if which else None


FISCAL = "a fiscal period: its days may differ from the calendar's"
OWN_COUNT = "told by its end: the fiscal year counts it by another number than the calendar"


def _fiscal(number_of_year: int) -> Fixed:
    return Fixed(whole_year(number_of_year), notes=(FISCAL,))


@dataclass(frozen=True)
class InFiscalYear:
    """A fiscal year that is counted from today; when it begins is the company's or government's own affair."""

    year: Step
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """The calendar year, with a note."""
        return self.year.reckon(frame).noting(FISCAL)


def _named_part(unit: Unit, nth: int) -> Cyclic:
    size = calendar.MONTHS_IN[unit]
    return Cyclic(unit, lambda in_year: calendar.months(in_year, size * (nth - 1) + 1, size, unit))
