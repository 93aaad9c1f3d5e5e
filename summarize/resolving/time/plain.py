"""The plain times, without modifiers: every rule with the words it can begin at, and the longest that fits."""

from __future__ import annotations

from summarize.lexicon.calendar import (
    CARDINALS,
    DAY_PARTS,
    DECADE_WORDS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)
from summarize.lexicon.grammar import word_set
from summarize.resolving.time.comparing import compared
from summarize.resolving.time.dates import day_first, decade, month_first, numeric, season, weekday_first, year
from summarize.resolving.time.distance import away, beside_day, either
from summarize.resolving.time.holidays import HOLIDAY_STARTS, holiday
from summarize.resolving.time.lengths import LENGTH_STARTS, duration, repeated
from summarize.resolving.time.quarters import fiscal_year, month_quarter, quarter
from summarize.resolving.time.relative import DAY_WORDS, deictic, determined, running
from summarize.resolving.time.spans import day_of_week, span
from summarize.resolving.time.vague import VAGUE_STARTS, VAGUE_WORDS
from summarize.resolving.time.vocabulary import HOURS, LIKE, PLURALS, REPEATED_WORDS, UNITS, WHICH, Parsed, Rule, Tokens

_ARTICLES = word_set("the a an its their his her")
_NUMBERS = frozenset([*CARDINALS, *TENS, *VAGUE_AMOUNTS, "a", "an", "couple", "half"])
_NTH = frozenset([*ORDINALS, *TENS, "the"])

BASE: tuple[tuple[Rule, frozenset[str]], ...] = (
    (weekday_first, frozenset(WEEKDAYS)),
    (day_of_week, frozenset(WEEKDAYS)),
    (month_first, frozenset(MONTHS)),
    (day_first, _NTH),
    (quarter, _ARTICLES | {*ORDINALS, "q", "fiscal", "final"}),
    (month_quarter, frozenset([*MONTHS, "the"])),
    (fiscal_year, frozenset([*WHICH, "the", "fiscal", "fy"])),
    (span, _ARTICLES | _NUMBERS | {*UNITS, "fiscal"}),
    (season, frozenset([*SEASONS, "the"])),
    (decade, _NTH | {*DECADE_WORDS, "'", "’"}),
    (holiday, HOLIDAY_STARTS),
    (deictic, frozenset([*DAY_WORDS, *VAGUE_WORDS, *VAGUE_STARTS, "day"])),
    (running, frozenset(["the", "year", "month", "mid", "midyear", "midweek"])),
    (compared, LIKE | {"the", "year"}),
    (determined, frozenset([*WHICH, "the", "that"])),
    (away, _NUMBERS | {*PLURALS, *HOURS}),
    (either, _NUMBERS),
    (beside_day, frozenset([*UNITS, *DAY_PARTS, "the"])),
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


def base(tokens: Tokens, at: int) -> Parsed:
    """The longest time that begins here, without modifiers."""
    best: Parsed = None
    token = tokens[at]
    for rule in _AT_A_NUMBER if token.text[:1].isdigit() else _AT_A_WORD.get(token.word, ()):
        found = rule(tokens, at)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best
