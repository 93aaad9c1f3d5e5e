"""Whether a worded sentence says only what it was given: its numbers, dates and names, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from summarize.grounding.compare import ends_sentence
from summarize.grounding.source import SourceText
from summarize.lexicon.abbreviations import TITLES
from summarize.lexicon.calendar import MONTHS, WEEKDAYS
from summarize.lexicon.grammar import word_set
from summarize.lexicon.words import COMMON_OPENERS

_OPENERS: Final = COMMON_OPENERS | word_set(
    """
    a an the its their air property territory fighting shooting abduction arrest detention protest riot
    deployment withdrawal siege looting agreement talks statement displacement delivery there people forces
    troops fighters control
    """
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = tuple(next(name for name, value in MONTHS.items() if value == number) for number in range(1, 13))


@dataclass(frozen=True)
class Given:
    """What a sentence may draw on.

    Attributes:
        texts: The evidence and the names that stand for it.
        days: Days that the record's times name.
    """

    texts: tuple[str, ...]
    days: frozenset[date] = field(default=frozenset())

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of every word, with what abbreviations stand for."""
        keys = {token.key for source in self._sources for token in source.tokens}
        keys |= {word for key in keys for word in (TITLES.get(key),) if word}
        return frozenset(keys | self._values)

    @cached_property
    def _values(self) -> set[str]:
        return {value for source in self._sources for value in source.reading_positions}

    @cached_property
    def _sources(self) -> Sequence[SourceText]:
        return [SourceText(text) for text in self.texts]

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Keys of the days' weekdays, months, days of the month and years, and of the dates in full."""
        keys = set()
        for day in self.days:
            keys |= {f"#{day.day}", f"#{day.year}", _MONTHS[day.month - 1], _WEEKDAYS[day.weekday()]}
            keys |= {f"date {day.isoformat()}", f"date -{day.month:02}-{day.day:02}"}
        return frozenset(keys)


def unfounded(sentence: str, given: Given) -> Iterator[tuple[str, str]]:
    """Numbers, dates and names of a sentence that nothing given says, as written, each with its class."""
    source = SourceText(sentence)
    index = 0
    while index < len(source.tokens):
        kind, length = _claim(source, index)
        if kind and not _founded(source, index, length, given, kind):
            yield source.text[source.tokens[index].start : source.tokens[index + length - 1].end], kind
        index += max(length, 1)


def _claim(source: SourceText, index: int) -> tuple[str, int]:
    """What kind of claim begins at a word, and how many words it takes; an empty kind for none."""
    token = source.tokens[index]
    for reading in source.readings.get(index, ()):
        if reading.value.startswith("date"):
            return "date", reading.length
        if reading.value.startswith("#"):
            return "number", reading.length
    if token.key.startswith("#"):
        return "number", 1
    if token.folded in MONTHS or token.folded in WEEKDAYS:
        return ("date", 1) if token.text[:1].isupper() else ("", 1)
    opens = index == 0 or ends_sentence(source.text, source.tokens, index)
    named = token.text[:1].isupper() and not (opens and token.folded in _OPENERS)
    return ("name" if named else "", 1)


def _founded(source: SourceText, index: int, length: int, given: Given, kind: str) -> bool:
    token = source.tokens[index]
    values = {reading.value for reading in source.readings.get(index, ()) if reading.length == length}
    if length == 1:
        values.add(token.key)
    if values & given.words:
        return True
    return kind in {"date", "number"} and bool(values & given.calendar)


def named_days(bounds: Iterable[date | None]) -> frozenset[date]:
    """The days that are named among bounds that may be open."""
    return frozenset(day for day in bounds if day is not None)
