"""Acronyms that a text introduces with the full name beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_PARENTHESIS = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]")
_WORD = re.compile(r"[^\W_](?:[\w&.]|[-\u2010\u2011'’](?=\w))*")
_HYPHENS = re.compile(r"[-\u2010\u2011]")
_LOOK_BACK = 160
_LONGEST_ACRONYM = 10
_CLOSING = " \t\n\"”’'»"


def introduced_names(text: str) -> Mapping[str, str]:
    """Acronyms that a text introduces, with the full name: "Coast Relief Network (CRN)", "CRN (Coast Relief Network)".

    The acronym's letters have to be found in order in the name's words, as in Schwartz and Hearst, "A simple
    algorithm for identifying abbreviation definitions in biomedical text" (2003); stricter than there, every
    capitalised word of the name gives its first letter, and the first word is capitalised. The first introduction
    of an acronym wins. Takes time linear in the text.

    Example:
        >>> dict(introduced_names("The Coast Relief Network (CRN) said so."))
        {'CRN': 'Coast Relief Network'}
    """
    names: dict[str, str] = {}
    for match in _PARENTHESIS.finditer(text):
        inner = match.group(1).strip()
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if is_acronym(inner):
            full = _full_name(inner, before)
            if full:
                names.setdefault(inner, full)
        elif is_acronym(short := _last_word(before)) and _full_name(short, inner) == inner:
            names.setdefault(short, inner)
    return MappingProxyType(names)


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: two to ten characters, at least half of them capitals."""
    if not 1 < len(word) <= _LONGEST_ACRONYM or not word[0].isalpha() or any(c.isspace() for c in word):
        return False
    return sum(c.isupper() for c in word) >= max(2, len(word) // 2)


def _last_word(text: str) -> str:
    words = text.rsplit(maxsplit=1)
    return words[-1] if words else ""


def _full_name(acronym: str, before: str) -> str | None:
    """The shortest run of words at the end of `before` that the acronym's letters spell."""
    letters = [c.lower() for c in acronym if c.isalnum()]
    found = list(_WORD.finditer(before))
    if not found or before[found[-1].end() :].strip(_CLOSING):
        return None
    for size in range(1, min(len(found), 2 * len(letters) + 2) + 1):
        first = found[-size]
        if first.group()[0].isupper() and _spells(letters, [m.group() for m in found[-size:]]):
            return before[first.start() : found[-1].end()]
    return None


def _spells(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words give the letters in order, every capitalised word its first."""
    remaining = list(letters)
    for part in (part for word in words for part in _HYPHENS.split(word) if part):
        if remaining and part[0].lower() == remaining[0]:
            remaining.pop(0)
        elif part[0].isupper():
            return False
    return not remaining
