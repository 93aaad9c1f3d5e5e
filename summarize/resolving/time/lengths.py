"""Rules for lengths of time and repetitions: "two weeks", "the past two months", "every Friday"."""

from __future__ import annotations

from summarize.lexicon.calendar import DAY_PARTS, SEASONS, WEEKDAYS
from summarize.resolving.tense import Tense
from summarize.resolving.time.calendar import Unit
from summarize.resolving.time.counting import number
from summarize.resolving.time.dates import month_name, weekday_name
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.meaning import NoDate, Vague
from summarize.resolving.time.offsets import Reaching
from summarize.resolving.time.vocabulary import ANY_UNIT, HOURS, PLURALS, REPEATED_WORDS, UNITS, Parsed, Tokens

_DETERMINERS = frozenset(["the", "these", "those", "its", "their", "his", "her"])
_SIDES = frozenset(["past", "last", "next", "first", "coming", "final", "previous", "following", "latest"])
LENGTH_STARTS = _DETERMINERS | _SIDES
"""Words before the number with which `duration` can begin."""


def duration(tokens: Tokens, at: int) -> Parsed:
    """As in "two weeks", "the last five years", "eight-year", "several months", "years"."""
    start = at + 1 if tokens[at].word in _DETERMINERS else at
    side = tokens[start].word
    if side in _SIDES:
        start += 1
    count = number(tokens, start)
    after = count[1] if count else start
    if count and tokens[after].word in ("-", "more", "full", "consecutive", "straight", "long", "and"):
        after += 1
    if tokens[after].word not in ANY_UNIT:
        return None
    if count == (1, start + 1) and [token.word for token in tokens[after + 1 : after + 3]] == ["or", "two"]:
        after += 2
    if count == (1, start + 1) and tokens[after].word in ("second", "quarter") and tokens[start].word in ("a", "an"):
        return None
    if count is None and tokens[after].word not in PLURALS and tokens[after].word not in ("hours", "minutes"):
        return None
    if side in _REACHING and count and tokens[after - 1].word != "-":
        return _reaching(count[0], tokens[after].word, _REACHING[side]), after + 1
    return NoDate(TimeKind.DURATION, "a length of time, not a date"), after + 1


def _reaching(amount: int | None, word: str, tense: Tense) -> Meaning:
    """What "the past two months" or "the last 48 hours" mean: a length whose other end is today."""
    unit = UNITS.get(word) or PLURALS.get(word)
    if amount is None:
        return Vague(tense, TimeKind.DURATION)
    if word in HOURS:
        amount, unit = -(-amount * HOURS[word] // 1440), Unit.DAY
    if unit is None:
        return NoDate(TimeKind.DURATION, "a length of time, not a date")
    return Reaching(amount, unit, -1 if tense == "past" else 1)


_REACHING: dict[str, Tense] = {"past": "past", "last": "past", "next": "future", "coming": "future"}


def repeated(tokens: Tokens, at: int) -> Parsed:
    """As in "every day", "each July", "Mondays", "daily", "twice a week"."""
    word = tokens[at].word
    never = NoDate(TimeKind.SET, "comes again and again, not one date")
    if word in REPEATED_WORDS:
        return never, at + 1
    plural = word.removesuffix("s")
    if word.endswith("days") and plural in WEEKDAYS:
        return never, at + 1
    if (
        word in ("once", "twice")
        and tokens[at + 1].word in ("a", "an", "per", "every")
        and tokens[at + 2].word in ANY_UNIT
    ):
        return never, at + 3
    if word not in ("every", "each"):
        return None
    after = (number(tokens, at + 1) or (None, at + 1))[1]
    after = after + 1 if tokens[after].word in ("other", "single") else after
    if tokens[after].word in ANY_UNIT or tokens[after].word in DAY_PARTS or tokens[after].word in SEASONS:
        return never, after + 1
    name = weekday_name(tokens, after) or month_name(tokens, after)
    return (never, name[1]) if name else None
