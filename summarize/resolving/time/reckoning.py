"""From a quoted phrase and its context to the record's `Time`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from summarize.lexicon.grammar import word_set
from summarize.record import Granularity, Time, TimeBasis, TimeMod
from summarize.resolving.outcome import Unresolved
from summarize.resolving.tense import Tense
from summarize.resolving.time import calendar
from summarize.resolving.time.calendar import Period, Unit
from summarize.resolving.time.distance import coming_in
from summarize.resolving.time.frame import CannotSettleError, Frame, Meaning, Reading
from summarize.resolving.time.grammar import expression
from summarize.resolving.time.tokens import Token, tokenize

LONGEST_PHRASE = 200
"""Characters; a longer quote is not a time expression."""


@dataclass(frozen=True)
class TimeContext:
    """What a phrase is counted from and what it dates.

    Attributes:
        dateline: Day the article was published.
        attached: What the phrase dates. `statement`: somebody spoke then, the event is on or before it
            (on or after it where `tense`, that of the event's clause, is future).
        said: When the quotation was spoken; "today" in direct speech counts from it.
        quoted: Whether the phrase stands in direct speech.
        tense: Tense of the event's clause; decides the direction of "on Friday" and "June 6".
        tense_sure: Whether to believe the tense where it takes a date without a year more than eight months
            away although the other direction has a near one; say no when the tense is itself guessed.
        anchor: Another event's time, for "the next day" and "three weeks later".
    """

    dateline: date | None
    attached: Literal["event", "statement"] = "event"
    said: Time | None = None
    quoted: bool = False
    tense: Tense | None = None
    tense_sure: bool = True
    anchor: Time | None = None


def resolve_time(phrase: str, context: TimeContext) -> Time | Unresolved:
    """Days a quoted time phrase stands for.

    Args:
        phrase: The words as the article has them; prepositions may stand around the expression.
        context: What they are counted from and what they date.

    Returns:
        The time, its span left empty, or the reason why there is none: not English, a duration, no
        dateline. Never raises.
    """
    meaning = read_phrase(phrase, future=context.tense == "future")
    if isinstance(meaning, Unresolved):
        return meaning
    try:
        reading = _reckon(meaning, context)
    except CannotSettleError as cannot:
        return Unresolved(str(cannot))
    except (OverflowError, ValueError):
        return Unresolved("outside the years 1 to 9999")
    return _attach(phrase.strip(), reading, context)


def publication_time(dateline: date, *, tense: Tense | None = None) -> Time:
    """The time when nothing but the dateline speaks.

    Args:
        dateline: Day of publication.
        tense: Tense of the clause: past is on or before the dateline, present on it, future on or after it.
    """
    note = {"past": "past tense, no time given", "present": "present tense, no time given",
            "future": "future tense, no time given", None: "no time given"}[tense]  # fmt: skip
    if tense == "present":
        return Time(edtf=dateline.isoformat(), earliest=dateline, latest=dateline, granularity=Granularity.DAY,
                    basis=TimeBasis.PUBLICATION, note=note)  # fmt: skip
    if tense == "future":
        return Time(edtf=f"{dateline}/..", earliest=dateline, granularity=Granularity.UNKNOWN,
                    mod=TimeMod.ON_OR_AFTER, basis=TimeBasis.PUBLICATION, note=note)  # fmt: skip
    return Time(edtf=f"../{dateline}", latest=dateline, granularity=Granularity.UNKNOWN,
                mod=TimeMod.ON_OR_BEFORE, basis=TimeBasis.PUBLICATION, note=note)  # fmt: skip


_AROUND = word_set(
    """
    on in at during over of for the that to and or also only just as around about some throughout within onward onwards
    beginning starting exactly early , . ; : ( ) - – — " “ ” ' ‘ ’
    """
)
"""Words and signs that may stand around a time expression in a quoted phrase."""


@lru_cache(maxsize=1024)
def read_phrase(phrase: str, *, future: bool = False) -> Meaning | Unresolved:
    """What a whole phrase means, prepositions and punctuation around it aside."""
    if not phrase.strip():
        return Unresolved("no words")
    if len(phrase) > LONGEST_PHRASE:
        return Unresolved("too long for a time expression")
    tokens = tokenize(phrase)
    first = 0
    while tokens[first].word:
        found = (coming_in(tokens, first) if future else None) or expression(tokens, first)
        if found is not None and _only_filler(tokens[found[1] :]):
            return found[0]
        if tokens[first].word not in _AROUND:
            break
        first += 1
    return Unresolved("not an English time expression that these rules read")


def _only_filler(tokens: list[Token]) -> bool:
    return all(not token.word or token.word in _AROUND or token.word == "'s" for token in tokens)


def _reckon(meaning: Meaning, context: TimeContext) -> Reading:
    """Reading counted from the dateline, or from the days on which the quotation can have been spoken."""
    anchor = Period(context.anchor.earliest, context.anchor.latest, Unit.DAY) if context.anchor else None
    name = ""
    if context.anchor:
        name = f'"{context.anchor.text}" ({context.anchor.edtf})' if context.anchor.text else context.anchor.edtf
    tense = "past" if context.attached == "statement" else context.tense
    frame = Frame(context.dateline, tense, context.tense_sure, anchor, name)
    if not context.quoted:
        return meaning.reckon(frame)
    if context.said is None:
        return _said_at_the_latest(meaning.reckon(frame))
    earliest, latest = _days_of_saying(context.said)
    last = meaning.reckon(replace(frame, today=latest))
    if earliest == latest or not last.relative:
        return last
    if earliest is None:
        return _said_at_the_latest(last)
    first = meaning.reckon(replace(frame, today=earliest))
    both = Period(first.period.start, last.period.end, last.period.unit)
    return replace(last, period=both).noting(f"said between {earliest} and {latest}")


def _days_of_saying(said: Time) -> tuple[date | None, date]:
    """First and last day on which it can have been said; a bound on the event by a day is that day for the saying."""
    if said.latest is None:
        raise CannotSettleError("the day of the quotation is not known")
    bound_by_day = said.basis is TimeBasis.REPORT_BOUND and said.granularity in (
        Granularity.DAY,
        Granularity.PART_OF_DAY,
    )
    return (said.latest if bound_by_day else said.earliest), said.latest


def _said_at_the_latest(reading: Reading) -> Reading:
    if not reading.relative or reading.from_anchor:
        return reading
    open_start = replace(
        reading, period=Period(None, reading.period.end, reading.period.unit), mod=TimeMod.ON_OR_BEFORE
    )
    return open_start.noting("the day it was said is not given; at the latest the dateline")


def _attach(phrase: str, reading: Reading, context: TimeContext) -> Time | Unresolved:
    """The record's time: on what basis, and on which side of a statement."""
    if context.attached == "statement":
        return _bounded_by_statement(phrase, reading, context.tense)
    if reading.from_anchor:
        basis = TimeBasis.INFERRED
    elif context.quoted and reading.relative:
        basis = TimeBasis.QUOTE_RELATIVE
    else:
        basis = TimeBasis.EXPLICIT
    return to_time(phrase, reading, basis)


def _bounded_by_statement(phrase: str, reading: Reading, tense: Tense | None) -> Time | Unresolved:
    words = f"dates the statement ({edtf(reading)})"
    if tense == "future":
        if reading.period.start is None:
            return Unresolved("dates the statement, and that has no first day")
        after = replace(
            reading, period=Period(reading.period.start, None, reading.period.unit), mod=TimeMod.ON_OR_AFTER
        )
        return to_time(phrase, after.noting(f"{words}; what it announces is on or after it"), TimeBasis.REPORT_BOUND)
    if reading.period.end is None:
        return Unresolved("dates the statement, and that has no last day")
    before = replace(reading, period=Period(None, reading.period.end, reading.period.unit), mod=TimeMod.ON_OR_BEFORE)
    return to_time(phrase, before.noting(f"{words}; the event is on or before it"), TimeBasis.REPORT_BOUND)


def to_time(phrase: str, reading: Reading, basis: TimeBasis) -> Time:
    """A reading as the record writes it."""
    return Time(
        text=phrase,
        edtf=edtf(reading),
        earliest=reading.period.start,
        latest=reading.period.end,
        granularity=granularity(reading),
        mod=reading.mod,
        basis=basis,
        note="; ".join(reading.notes) or None,
    )


_GRANULARITY = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEKEND: Granularity.DAY,
    Unit.WEEK: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.SEASON,
    Unit.HALF: Granularity.SEASON,
    Unit.SEASON: Granularity.SEASON,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.YEAR,
    Unit.CENTURY: Granularity.YEAR,
}


def granularity(reading: Reading) -> Granularity:
    """Unit of the record in which a phrase speaks; a quarter counts as a season, a decade as years."""
    if reading.vague:
        return Granularity.UNKNOWN
    if reading.day_part is not None:
        return Granularity.PART_OF_DAY
    if reading.period.unit is Unit.MONTH and reading.part:
        return Granularity.PART_OF_MONTH
    return _GRANULARITY[reading.period.unit]


_SEASON_CODE = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def edtf(reading: Reading) -> str:
    """Extended Date/Time Format, ISO 8601-2 levels 0 and 1."""
    start, end = reading.period.start, reading.period.end
    about = "~" if reading.approximate else ""
    if start is None or end is None:
        return _open(reading, about)
    if reading.clock is not None and start == end:
        return f"{start}T{reading.clock[0]:02}:{reading.clock[1]:02}:00"
    if reading.season and reading.mod is None and (reading.season != "winter" or not reading.relative):
        return (
            f"{(end.year - 1 if reading.season == 'winter' else start.year):04}-{_SEASON_CODE[reading.season]}{about}"
        )
    whole = _one_period(start, end)
    return f"{whole}{about}" if whole else "/".join(f"{edge}{about}" for edge in _edges(start, end))


def _open(reading: Reading, about: str) -> str:
    """A bound. "Since January" begins on some day of it, so the month is written; where it ends is the last day."""
    start, end = reading.period.start, reading.period.end
    if start is None:
        return f"../{end}{about}" if end else "../.."
    months = calendar.MONTHS_IN.get(reading.period.unit, 0)
    within = months and start.day == 1 and reading.mod is TimeMod.ON_OR_AFTER and not reading.part
    digits = 10 if not within else 4 if start.month == 1 and months % calendar.MONTHS_IN[Unit.YEAR] == 0 else 7
    return f"{start.isoformat()[:digits]}{about}/.."


def _one_period(start: date, end: date) -> str | None:
    """A day, month, year, decade or century, when the two days enclose just that."""
    if start == end:
        return start.isoformat()
    if start.day != 1:
        return None
    for unit, digits in ((Unit.MONTH, 7), (Unit.YEAR, 4), (Unit.DECADE, 3), (Unit.CENTURY, 2)):
        if calendar.around(start, unit) == Period(start, end, unit):
            return start.isoformat()[:digits] + "X" * (4 - digits)
    return None


def _edges(start: date, end: date) -> tuple[str, str]:
    """Months or years where the days begin and end with them, days elsewhere."""
    after = end + timedelta(days=1) if end < date.max else end
    digits = 10
    if start.day == 1 and after.day == 1:
        digits = 4 if start.month == after.month == 1 else 7
    return start.isoformat()[:digits], end.isoformat()[:digits]
