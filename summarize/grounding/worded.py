"""Whether a worded sentence says only what it was given: its numbers, dates and names, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from summarize.grounding.normalise import Token
from summarize.grounding.notation import Reading
from summarize.grounding.sentences import ends_sentence
from summarize.grounding.source import SourceText, prepared
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


class Given(NamedTuple):
    """What a sentence may draw on.

    Attributes:
        words: Keys of the words of the evidence and of the names that stand for it; see `words_of`.
        days: Days that the record's times name.
    """

    words: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    @classmethod
    def together(cls, parts: Sequence[Given]) -> Given:
        """All that these have."""
        words, days = [part.words for part in parts], [part.days for part in parts]
        return cls(frozenset().union(*words), frozenset().union(*days))

    @property
    def calendar(self) -> frozenset[str]:
        """Keys of the days' weekdays, months, days of the month and years, and of the dates in full."""
        keys = set()
        for day in self.days:
            keys |= {f"#{day.day}", f"#{day.year}", _MONTHS[day.month - 1], _WEEKDAYS[day.weekday()]}
            keys |= {f"date {day.isoformat()}", f"date -{day.month:02}-{day.day:02}"}
        return frozenset(keys)


def words_of(tokens: Iterable[Token], values: Iterable[Reading]) -> frozenset[str]:
    """Keys of words and of the values of several words, with what abbreviations stand for."""
    keys = {token.key for token in tokens}
    keys |= {TITLES[key] for key in keys & TITLES.keys()}
    return frozenset(keys.union(reading.value for reading in values))


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    """The same of a short text, such as a name."""
    source = prepared(text)
    return words_of(source.tokens, chain.from_iterable(source.readings.values()))


def unfounded(sentence: str, given: Given) -> Iterator[tuple[str, str]]:
    """Numbers, dates and names of a sentence that nothing given says, as written, each with its class."""
    source = prepared(sentence)
    tokens, readings, words = source.tokens, source.readings, given.words
    index = 0
    while index < len(tokens):
        if index not in readings and tokens[index].key in words:
            index += 1
            continue
        kind, length = _claim(source, index)
        if kind and not _founded(source, index, length, given, kind):
            yield source.text[tokens[index].start : tokens[index + length - 1].end], kind
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
    if not token.text[:1].isupper():
        return "", 1
    if token.folded in MONTHS or token.folded in WEEKDAYS:
        return "date", 1
    opener = token.folded in _OPENERS and ends_sentence(source.text, source.tokens, index)
    return ("" if opener else "name"), 1


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
