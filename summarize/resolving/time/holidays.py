"""Rules for holidays: "Christmas Eve", "Easter Monday 2016", "Eid al-Fitr", "Ramadan"."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from summarize.lexicon.calendar import EASTER_HOLIDAYS, FIXED_HOLIDAYS, ISLAMIC_HOLIDAYS, NTH_WEEKDAY_HOLIDAYS
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.dates import following_year, in_other_year
from summarize.resolving.time.frame import Which
from summarize.resolving.time.meaning import Cyclic, Fixed
from summarize.resolving.time.vocabulary import Parsed, Tokens

HOLIDAYS = frozenset([*FIXED_HOLIDAYS, *NTH_WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS, *ISLAMIC_HOLIDAYS, "ramadan"])

HOLIDAY_STARTS = frozenset(name.split()[0].replace("'s", "") for name in HOLIDAYS)


def holiday(tokens: Tokens, at: int, which: Which = "bare") -> Parsed:
    """As in "Christmas", "Easter Monday 2016", "Eid al-Fitr", "Ramadan"."""
    if tokens[at].word not in HOLIDAY_STARTS or not tokens[at].capital:
        return None
    for length in range(6, 0, -1):
        words = "".join(
            token.word if token.glued or number_of == 0 else f" {token.word}"
            for number_of, token in enumerate(tokens[at : at + length])
        ).replace(".", "")
        if words in HOLIDAYS and tokens[at + length - 1].word.strip("."):
            return _holiday_of(words, tokens, at + length, which)
    return None


TUESDAY = 2

_SPANS: dict[str, Unit] = {"week": Unit.WEEK, "weekend": Unit.WEEKEND}


def _span_of_holiday(name: str, unit: Unit, in_year: int) -> Period | None:
    period = calendar.holiday(name, in_year)
    if period is None or period.start is None:
        return None
    # The weekend of a holiday on a Monday is the one before it.
    before = timedelta(days=2 if unit is Unit.WEEKEND and period.start.isoweekday() <= TUESDAY else 0)
    return calendar.around(period.start - before, unit)


def _holiday_of(name: str, tokens: Tokens, after: int, which: Which) -> Parsed:
    notes = ("within a day: the moon decides",) if name in ISLAMIC_HOLIDAYS or name == "ramadan" else ()
    span = _SPANS.get(tokens[after].word)
    span_year = following_year(tokens, after + 1) if span else None
    if span is not None and span_year is not None:
        whole = _span_of_holiday(name, span, span_year[0])
        return (Fixed(whole, notes=notes), span_year[1]) if whole else None
    if span is not None and which == "bare":
        return Cyclic(span, partial(_span_of_holiday, name, span)), after + 1
    in_year = following_year(tokens, after)
    if in_year is not None:
        period = calendar.holiday(name, in_year[0])
        return (Fixed(period, notes=notes), in_year[1]) if period else None
    unit = Unit.MONTH if name == "ramadan" else Unit.DAY
    named = Cyclic(unit, partial(calendar.holiday, name), which=which, notes=notes)
    return in_other_year(named, tokens, after) if which == "bare" else (named, after)
