"""Times in running text: each expression with the tense of its clause and the times before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from summarize.article import Sentence
from summarize.record import Granularity, Time, TimeBasis
from summarize.resolving.outcome import Unresolved
from summarize.resolving.tense import Tense, tense_at
from summarize.resolving.time.completing import (
    completed,
    names_its_event,
    quarter_that_ended,
    stands_aside,
    stands_for,
    surely_past,
    surely_to_come,
    tells_apart,
)
from summarize.resolving.time.finding import TimeExpression, find_times
from summarize.resolving.time.notes import has_note, with_note
from summarize.resolving.time.quarters import FISCAL, OWN_COUNT
from summarize.resolving.time.reckoning import TimeContext, resolve_time
from summarize.resolving.time.renaming import is_the_day, says_again
from summarize.resolving.time.tokens import tokenize
from summarize.resolving.time.vocabulary import EARLIER
from summarize.sentences import split_sentences


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
    sentences = split_sentences(text) if found else ()
    return tuple((read.expression, read.value) for read in read_times(text, dateline, found, sentences))


@dataclass(frozen=True)
class ReadTime:
    """A time of a running text with what it was read from.

    Attributes:
        expression: The words.
        value: What they stand for at this place.
        phrase: The words that were resolved: the expression, or with what stands beside it.
        anchor: The time that it counts from, if it needs one; `None` where the words behind it name its event.
    """

    expression: TimeExpression
    value: Time | Unresolved
    phrase: str
    anchor: Time | None

    @property
    def of_the_day(self) -> bool:
        """Whether it only tells an hour or a part of the day on which the text is: "at dawn", "after 6 a.m."."""
        return not _counts_on(_words(self.phrase) - {"before", "after"})


_NAMED_BEHIND = Unresolved("counts from an event that the words behind it name")


def _words(phrase: str) -> frozenset[str]:
    return frozenset(token.word for token in tokenize(phrase) if token.word)


def read_times(
    text: str, dateline: date | None, found: Sequence[TimeExpression], sentences: Sequence[Sentence]
) -> list[ReadTime]:
    """Every time of a text in the order of reading, with what it was counted from.

    Args:
        text: Running text.
        dateline: Day of publication.
        found: What to resolve, in order.
        sentences: The sentences of the text.
    """
    told = _Told(dateline, _day_of(dateline), _day_of(dateline), _day_of(dateline))
    read: list[ReadTime] = []
    for place, (one, tense, sentence) in enumerate(_with_tenses(sentences, text, found)):
        told = replace(told, sentence=sentence)
        before, after = found[place - 1] if place else None, found[place + 1] if place + 1 < len(found) else None
        again = _told_again(text, before, one, read, told)
        if again is not None:
            read.append(ReadTime(one, _again(again, one), one.text, None))
            continue
        if names_its_event(text, one):
            named = read[-1].value if before is not None and stands_for(text, before, one) else None
            value = _again(named, one) if isinstance(named, Time) else _NAMED_BEHIND
            read.append(ReadTime(one, value, one.text, None))
            continue
        if tells_apart(text, one):
            read.append(ReadTime(one, Unresolved("only tells a noun apart"), one.text, None))
            continue
        phrase = completed(text, one, before, after, tense, comparing=told.period is not None)
        words = _words(phrase)
        anchor = told.anchor_of(words, tense)
        value = told.resolve(phrase, anchor, tense, sure=surely_past(text, one))
        value = value.model_copy(update={"text": one.text}) if isinstance(value, Time) else value
        value, told = told.closing(value, phrase if "ended" in words else quarter_that_ended(text, one), anchor)
        read.append(ReadTime(one, value, phrase, anchor))
        told = told.and_then(value, words, tense, reporting=not stands_aside(text, one))
        told = told.on(value, owning=text.startswith(("'s", "’s"), one.end))
    return read


def _told_again(
    text: str, before: TimeExpression | None, one: TimeExpression, read: Sequence[ReadTime], told: _Told
) -> Time | None:
    """The time that an expression only gives another name: the one before it, or the day on which the text is."""
    if before is not None and says_again(text, before, one):
        value = read[-1].value
        return value if isinstance(value, Time) else None
    return told.day if is_the_day(text, one) else None


def _again(named: Time, one: TimeExpression) -> Time:
    """The time before it, which it says in other words: "June 6, the day the bridge fell"."""
    return named.model_copy(update={"text": one.text, "note": f'the same as "{named.text}"'})


def _with_tenses(
    sentences: Sequence[Sentence], text: str, found: Sequence[TimeExpression]
) -> Iterator[tuple[TimeExpression, Tense | None, int]]:
    """Each expression with the tense of the verb that it goes with and the number of its sentence."""
    starts = [sentence.start for sentence in sentences]
    for one in found:
        number = max(0, bisect_right(starts, one.start) - 1)
        holding = sentences[number:][:1]
        sure: Tense | None = "past" if surely_past(text, one) else "future" if surely_to_come(text, one) else None
        yield one, sure or _tense_in(holding, one), number


def _tense_in(holding: Sequence[Sentence], one: TimeExpression) -> Tense | None:
    for sentence in holding:
        start = max(0, one.start - sentence.start)
        return tense_at(sentence.text, start, start + one.end - one.start)
    return None


_LONG = frozenset([Granularity.SEASON, Granularity.YEAR])
_DAYS = frozenset(["day", "morning", "afternoon", "evening", "night"])
_PERIODS = frozenset(["year", "period", "quarter"])
"""Words of comparison between periods: they count from the quarter last named, if one was."""
_NARRATING = frozenset(["that", "same", "following", "next"])
_YEAR_TO_DATE = frozenset(["first", "six", "nine"])
"""With "months": figures for the year so far, after which a comparison is with the year before."""


@dataclass(frozen=True)
class _Told:
    """What the text has told so far.

    Attributes:
        dateline: Day of publication.
        named: The time named last, from which "the next day" counts.
        day: The day on which the text is, from which "6 a.m." and "the morning" count.
        past: The time named last that does not lie ahead.
        last_day: The single day named last, from which "the next day" counts where a year has been named since.
        period: The quarter whose figures are reported, from which "a year earlier" counts.
        quarter: The quarter named last, "that quarter".
        ended: The quarter told last by its end, "the quarter ended Sept. 29", where the report counts it by another
            number: comparisons in its sentence count from it, and "the quarter" is it until another is named.
        ended_in: Number of the sentence that told it.
        sentence: Number of the sentence.
    """

    dateline: date | None
    named: Time | None
    day: Time | None
    past: Time | None = None
    last_day: Time | None = None
    period: Time | None = None
    quarter: Time | None = None
    ended: Time | None = None
    ended_in: int = 0
    sentence: int = 0

    def closing(
        self, value: Time | Unresolved, phrase: str | None, anchor: Time | None
    ) -> tuple[Time | Unresolved, _Told]:
        """The value with a note where a fiscal quarter is told by its end, and what is told with it.

        Args:
            value: A time.
            phrase: The quarter that it is or closes, in words: "the quarter ended Sept. 29".
            anchor: What the value counts from.
        """
        if isinstance(value, Time) and anchor is not None and anchor is self.ended:
            return (with_note(value, OWN_COUNT) if value.basis is TimeBasis.INFERRED else value), self
        ended = self.resolve(phrase, None, "past", sure=True) if phrase is not None and "quarter" in phrase else None
        if not isinstance(ended, Time) or not self._counts_otherwise(ended):
            return value, self
        told = replace(self, ended=ended, ended_in=self.sentence)
        if isinstance(value, Time) and value.edtf == ended.edtf:
            return with_note(value, OWN_COUNT), told
        return value, told

    def _counts_otherwise(self, ended: Time) -> bool:
        """Whether the fiscal quarter of the report cannot be this one of the calendar."""
        if self.period is None or not has_note(self.period, FISCAL) or not _can_anchor(ended):
            return False
        return not _overlap(self.period, ended)

    def resolve(self, phrase: str, anchor: Time | None, tense: Tense | None, *, sure: bool) -> Time | Unresolved:
        """Value of a phrase at this place of the text."""
        return resolve_time(phrase, TimeContext(self.dateline, tense=tense, tense_sure=sure, anchor=anchor))

    def anchor_of(self, words: frozenset[str], tense: Tense | None) -> Time | None:
        """What a phrase of these words counts from at this place of the text."""
        anchor = self._counted_from(words, tense)
        if _compares(words):
            meant = self.sentence == self.ended_in or words == {"the", "quarter"}
            return (self.ended if meant else None) or self.period or _year_of(self.dateline) or anchor
        if "quarter" in words and _counts_on(words):
            return self.quarter or anchor
        return anchor

    def _counted_from(self, words: frozenset[str], tense: Tense | None) -> Time | None:
        """The time named last that can be meant.

        "The next day" does not count from a year or decade, where a day was named before it. What is told in the
        past was not on a day to come, and an hour told in the present is today's.
        """
        if not _counts_on(words):
            return _day_of(self.dateline) if tense == "present" else self.day
        too_long = self.named is not None and self.named.granularity in _LONG and not _DAYS.isdisjoint(words)
        if too_long and self.last_day is not None and not _is_to_come(self.last_day, self.dateline):
            return self.last_day
        return self.past if tense == "past" and _is_to_come(self.named, self.dateline) else self.named

    def on(self, value: Time | Unresolved, *, owning: bool) -> _Told:
        """What is told, on the day of this value; "Monday's debate" does not take the text to Monday."""
        if owning or not isinstance(value, Time) or not _can_anchor(value):
            return self
        if value.earliest == value.latest:
            return replace(self, day=value, last_day=value)
        return replace(self, day=_day_of(self.dateline))

    def and_then(
        self, value: Time | Unresolved, words: frozenset[str], tense: Tense | None, *, reporting: bool
    ) -> _Told:
        """What is told with this value as well; `reporting` where its figures may be what the text reports."""
        whole_year = words == {"the", "year"} or ("year" in words and not words.isdisjoint(("ended", "full")))
        over = whole_year or ("months" in words and not words.isdisjoint(_YEAR_TO_DATE))
        told = replace(self, period=None) if over else self
        if not isinstance(value, Time) or not _can_anchor(value):
            return told
        compared = _compares(words) and (
            value.basis is TimeBasis.INFERRED or not words.isdisjoint(("ago", "earlier", "last"))
        )
        if "quarter" in words:
            told = replace(told, quarter=value, ended=told.ended if has_note(value, OWN_COUNT) else None)
        if compared:
            return told
        reported = (
            reporting
            and "quarter" in words
            and (_is_over(value, self.dateline) or (tense == "past" and told.period is None))
        )
        renamed = "ended" in words and told.period is not None and has_note(told.period, FISCAL)
        past = told.past if _is_to_come(value, self.dateline) else value
        return replace(told, named=value, past=past, period=value if reported and not renamed else told.period)


def _overlap(one: Time, other: Time) -> bool:
    """Whether two times have most of a quarter in common."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    middle = other.earliest + (other.latest - other.earliest) // 2
    return one.earliest <= middle <= one.latest


def _counts_on(words: frozenset[str]) -> bool:
    """Whether a phrase counts from the time named before it; "earlier in the day" only from the day."""
    return not words.isdisjoint(_FROM_NAMED) or (words.isdisjoint(("in", "on")) and not words.isdisjoint(EARLIER))


_FROM_NAMED = frozenset(["then", "that", "same", "following", "next", "previous", "preceding", "prior"])


def _compares(words: frozenset[str]) -> bool:
    return not _PERIODS.isdisjoint(words) and _NARRATING.isdisjoint(words)


def _is_to_come(value: Time | None, dateline: date | None) -> bool:
    return value is not None and value.earliest is not None and dateline is not None and value.earliest > dateline


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
    if value.granularity is Granularity.UNKNOWN or value.earliest is None or value.latest is None:
        return False
    # "overnight" and "three hours ago" do not say on which of two days.
    return value.granularity is not Granularity.PART_OF_DAY or value.earliest == value.latest
