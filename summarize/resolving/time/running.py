"""Times in running text: each expression with the tense of its clause and the times before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from summarize.record import Granularity, Time, TimeBasis
from summarize.resolving.outcome import Unresolved
from summarize.resolving.tense import tense_at
from summarize.resolving.time.finding import TimeExpression, find_times
from summarize.resolving.time.reckoning import TimeContext, resolve_time
from summarize.resolving.time.tokens import tokenize

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]{0,2}\s+(?=[\"“'‘(]?[A-Z])|\n\s*\n")


def resolve_times(
    text: str, dateline: date | None, expressions: Sequence[TimeExpression] | None = None
) -> tuple[tuple[TimeExpression, Time | Unresolved], ...]:
    """Every time of a text, resolved in the order of reading.

    The tense of the clause decides directions; "the next day" and "a year earlier" count from the time
    named last before them. What dates a statement and what an event is left to the caller.

    Args:
        text: Running text.
        dateline: Day of publication.
        expressions: What to resolve; by default what `find_times` finds.
    """
    found = find_times(text) if expressions is None else tuple(expressions)
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    resolved: list[tuple[TimeExpression, Time | Unresolved]] = []
    named, period = _day_of(dateline), None
    for one in found:
        sentence = bisect_right(ends, one.start, hi=len(ends) - 1)
        start, end = ends[sentence - 1], ends[sentence]
        tense = tense_at(text[start:end], one.start - start, one.end - start)
        words = {token.word for token in tokenize(one.text)}
        comparing = not _PERIODS.isdisjoint(words) and _NARRATING.isdisjoint(words)
        anchor = ((period or _year_of(dateline)) if comparing else None) or named
        if _names_its_event(text, one):
            resolved.append((one, Unresolved("counts from an event that the words behind it name")))
            continue
        value = resolve_time(one.text, TimeContext(dateline, tense=tense, tense_sure=False, anchor=anchor))
        resolved.append((one, value))
        if isinstance(value, Time) and _can_anchor(value) and not (comparing and _is_comparison(value, words)):
            named = value
            period = value if "quarter" in words and _is_over(value, dateline) else period
        if words == {"the", "year"} or ("months" in words and not words.isdisjoint(_YEAR_TO_DATE)):
            period = None
    return tuple(resolved)


_PERIODS = frozenset(["year", "period", "quarter"])
"""Words of comparison between periods: they count from the quarter last named, if one was."""


_NARRATING = frozenset(["that", "same", "following", "next"])


def _names_its_event(text: str, one: TimeExpression) -> bool:
    """Whether words follow "three days after": then it does not count from the time named before it."""
    return one.text.endswith(("after", "before")) and text[one.end : one.end + 2].strip()[:1].isalpha()


_YEAR_TO_DATE = frozenset(["first", "six", "nine"])
"""With "months": figures for the year so far, after which a comparison is with the year before."""


def _is_over(value: Time, dateline: date | None) -> bool:
    return dateline is None or (value.latest is not None and value.latest < dateline)


def _day_of(dateline: date | None) -> Time | None:
    """The day of publication, for "later in the day" where no day is named before it."""
    return None if dateline is None else Time(
        edtf=dateline.isoformat(), earliest=dateline, latest=dateline, granularity=Granularity.DAY,
        basis=TimeBasis.PUBLICATION,
    )  # fmt: skip


def _year_of(dateline: date | None) -> Time | None:
    """The running year, for a comparison where no period is named before it."""
    return None if dateline is None else Time(
        edtf=f"{dateline.year:04}", earliest=date(dateline.year, 1, 1), latest=date(dateline.year, 12, 31),
        granularity=Granularity.YEAR, basis=TimeBasis.PUBLICATION,
    )  # fmt: skip


def _can_anchor(value: Time) -> bool:
    return value.granularity is not Granularity.UNKNOWN and value.earliest is not None and value.latest is not None


def _is_comparison(value: Time, words: set[str]) -> bool:
    return value.basis is TimeBasis.INFERRED or not words.isdisjoint(("ago", "earlier", "last"))
