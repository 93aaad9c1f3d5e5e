"""Rules for quarters and halves of a year: "the third quarter of 1984", "Q3 2017", "the first half"."""

from __future__ import annotations

from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.counting import four_digit_year, ordinal
from summarize.resolving.time.dates import following_year, in_other_year
from summarize.resolving.time.meaning import Cyclic, Fixed
from summarize.resolving.time.vocabulary import Parsed, Tokens


def quarter(tokens: Tokens, at: int) -> Parsed:
    """As in "the third quarter of 1984", "the 1988 third quarter", "fiscal second-quarter", "Q3 2017", "first half"."""
    start = at
    if tokens[start].word in ("the", "its", "their", "his", "her"):
        start += 1
    in_year = four_digit_year(tokens, start)
    start = in_year[1] if in_year else start
    if tokens[start].word == "fiscal":
        start += 2 if tokens[start + 1].word == "-" else 1
    named = quarter_name(tokens, start)
    if named is None:
        return None
    name, after = named
    found = in_year or following_year(tokens, after)
    if found is not None and name.in_year is not None:
        period = name.in_year(found[0])
        return (Fixed(period), after if in_year else found[1]) if period else None
    return in_other_year(name, tokens, after)


def quarter_name(tokens: Tokens, at: int) -> tuple[Cyclic, int] | None:
    """A quarter or half without its year, and the position after it; "last quarter" is the one before this."""
    token, following = tokens[at], tokens[at + 1]
    if token.word == "q" and following.glued and following.number in (1, 2, 3, 4):
        return _named_part(Unit.QUARTER, following.number), at + 2
    nth, after = (4, at + 1) if token.word == "final" else ordinal(tokens, at) or (0, at)
    after = after + 1 if tokens[after].word == "-" else after
    if tokens[after].word == "quarter" and 1 <= nth <= 4:  # noqa: PLR2004
        return _named_part(Unit.QUARTER, nth), after + 1
    if tokens[after].word == "half" and nth in (1, 2):
        return _named_part(Unit.HALF, nth), after + 1
    return None


def _named_part(unit: Unit, nth: int) -> Cyclic:
    size = calendar.MONTHS_IN[unit]
    return Cyclic(unit, lambda in_year: calendar.months(in_year, size * (nth - 1) + 1, size, unit))
