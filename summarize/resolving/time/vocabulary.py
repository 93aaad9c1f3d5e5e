"""Words with which English speaks of time, and the shape of a grammar rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from summarize.lexicon.grammar import word_set
from summarize.record import TimeMod
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.frame import Meaning, Which
from summarize.resolving.time.tokens import Token

Tokens = Sequence[Token]

Parsed = tuple[Meaning, int] | None

Rule = Callable[[Tokens, int], Parsed]

UNITS: dict[str, Unit] = {
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "season": Unit.SEASON,
}

PLURALS = {f"{name}s": unit for name, unit in UNITS.items()} | {"centuries": Unit.CENTURY, "yrs": Unit.YEAR}

HOURS = {
    "hour": 60,
    "hours": 60,
    "hr": 60,
    "hrs": 60,
    "minute": 1,
    "minutes": 1,
    "min": 1,
    "mins": 1,
    "second": 0,
    "seconds": 0,
}

OTHER_LENGTHS = word_set(
    """
    fortnight fortnights night nights moment moments millennium millennia semester semesters
    """
)

ANY_UNIT = frozenset([*UNITS, *PLURALS, *HOURS, *OTHER_LENGTHS])

REPEATED_WORDS = frozenset(
    ["daily", "hourly", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "biweekly", "nightly"]
)

WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
}

OFFSETS: dict[Which, int] = {"last": -1, "this": 0, "next": 1}

EDGES: dict[str, TimeMod] = {
    "early": TimeMod.START,
    "beginning": TimeMod.START,
    "start": TimeMod.START,
    "outset": TimeMod.START,
    "onset": TimeMod.START,
    "opening": TimeMod.START,
    "mid": TimeMod.MID,
    "middle": TimeMod.MID,
    "late": TimeMod.END,
    "end": TimeMod.END,
    "close": TimeMod.END,
    "closing": TimeMod.END,
}

BOUNDS: dict[str, TimeMod] = {
    "since": TimeMod.ON_OR_AFTER,
    "from": TimeMod.ON_OR_AFTER,
    "until": TimeMod.ON_OR_BEFORE,
    "till": TimeMod.ON_OR_BEFORE,
    "by": TimeMod.ON_OR_BEFORE,
    "through": TimeMod.ON_OR_BEFORE,
    "starting": TimeMod.ON_OR_AFTER,
    "beginning": TimeMod.ON_OR_AFTER,
    "before": TimeMod.BEFORE,
    "after": TimeMod.AFTER,
}

HEDGES = frozenset(["about", "around", "approximately", "roughly", "circa", "nearly", "almost", "some"])

EARLIER: dict[str, Literal[-1, 1]] = {
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "prior": -1,
    "later": 1,
    "after": 1,
    "afterward": 1,
    "afterwards": 1,
    "hence": 1,
}

LIKE = frozenset(["same", "comparable", "corresponding", "like", "similar"])
