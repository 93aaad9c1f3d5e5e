"""Names as an evaluation compares them: folded, by their words, by their usual form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
_FOLDED_NAMES = 65_536


@dataclass(frozen=True)
class Name:
    """What one mention goes by; any of the forms stands for it.

    Attributes:
        written: Forms as they stand in the text, folded.
        canonical: Usual names, folded.
    """

    written: frozenset[str]
    canonical: frozenset[str] = frozenset()

    @classmethod
    def of(cls, written: Iterable[str | None], canonical: Iterable[str | None] = ()) -> Name:
        """A name from its forms as they are spelled."""
        return cls(_folded(written), _folded(canonical))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each written form."""
        return tuple(_words(form) for form in sorted(self.written))

    @cached_property
    def every_word(self) -> frozenset[str]:
        """All words of the written forms."""
        return frozenset().union(*self.words)

    @property
    def key(self) -> str:
        """Sorts names the same way whatever order they came in."""
        return "|".join((*sorted(self.written), "=", *sorted(self.canonical)))


def same(one: Name, other: Name) -> bool:
    """Whether both can be written alike, capitals and a leading article apart."""
    return not one.written.isdisjoint(other.written)


def akin(one: Name, other: Name) -> bool:
    """Whether they can be taken for one: written alike, the same usual name, or more than half of their words.

    The share of words is Dice's coefficient (Dice 1945, Ecology 26): twice the common words by all words.
    """
    if same(one, other) or _same_entity(one, other):
        return True
    if one.every_word.isdisjoint(other.every_word):
        return False
    return any(_dice(mine, theirs) > _ENOUGH for mine in one.words for theirs in other.words)


def _same_entity(one: Name, other: Name) -> bool:
    """Whether the usual name of one is a name of the other."""
    if not one.canonical and not other.canonical:
        return False
    return not (
        one.canonical.isdisjoint(other.canonical)
        and one.canonical.isdisjoint(other.written)
        and other.canonical.isdisjoint(one.written)
    )


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _folded(forms: Iterable[str | None]) -> frozenset[str]:
    return frozenset(fold(form) for form in forms if form)


@lru_cache(maxsize=_FOLDED_NAMES)
def fold(name: str) -> str:
    """Bring a name to the form that spellings of it share: no capitals, one kind of space and quote, no article."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("‘", "'").split())
    return _ARTICLE.sub("", plain.strip(" .,;:'\"“”"))


@lru_cache(maxsize=_FOLDED_NAMES)
def _words(form: str) -> frozenset[str]:
    return frozenset(_WORD.findall(form))
