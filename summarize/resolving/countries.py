"""Which countries a text speaks of, by name and nationality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from summarize.lexicon.places import ALSO_A_PERSON, DEMONYMS, NOT_A_COUNTRY
from summarize.resolving.gazetteer import country_names
from summarize.resolving.spelling import place_key

_NAMED, _NATIONALITY, _COMPOUNDED = 3, 2, 1
_LONGEST_KEPT = 2000
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
_OPENING = re.compile(r"[^a-z ,.\W\d_](?<![^\W\d_].)(?<![^\W\d_]['’.].)[^\W\d_]*(?:['’.][^\W\d_]+)*\.?")
"""Such a word, unless it begins with one of the small letters that most words begin with.

What stands before is asked late, and what most characters are is named first: a search that can begin with a letter
skips quickly to the next.
"""
_COMPOUND = re.compile(
    r"-(?:allied|armed|backed|based|born|controlled|dominated|funded|held|led|made|sponsored|style|supplied|supported|trained)\b"
)


def countries_of(text: str) -> tuple[str, ...]:
    """Countries the text names, by name or nationality.

    A name counts three times, a nationality twice, a compound such as "US-backed" or "UK-based" once: it
    says who supports somebody rather than where things happen.

    Returns:
        ISO 3166-1 alpha-3 codes, most mentioned first, the earlier first among equals.

    >>> countries_of("Turkish troops and US-backed fighters entered Syria, the Syrian state agency said.")
    ('SYR', 'TUR', 'USA')
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _ranked(text)


@lru_cache(maxsize=1024)
def _kept(text: str) -> tuple[str, ...]:
    """Countries of a short text, kept because every place of a sentence asks for those of the sentence."""
    return _ranked(text)


def _ranked(text: str) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for code, weight in _mentions(text):
        weights[code] = weights.get(code, 0) + weight
    return tuple(sorted(weights, key=lambda code: -weights[code]))


def split_nationality(text: str) -> tuple[str | None, str]:
    """Country of the nationality a phrase begins with, and the rest of the phrase.

    >>> split_nationality("South Sudanese town of Bor")
    ('SSD', 'town of Bor')
    """
    parts = text.split(" ", 2)
    for length in range(len(parts) - 1, 0, -1):
        code, weight = _lexicon().names.get(place_key(" ".join(parts[:length])), (None, 0))
        if weight == _NATIONALITY:
            return code, " ".join(parts[length:])
    return None, text


@dataclass(frozen=True)
class _Lexicon:
    """What can name a country.

    Attributes:
        names: Code and weight by key; an empty code for what only looks like a country.
        beginnings: Everything that a key begins with, itself included: words that are not among them begin no name,
            which spares most capitalised words the longer readings.
        longest: The longest name in words.
    """

    names: Mapping[str, tuple[str, int]]
    beginnings: frozenset[str]
    longest: int


@cache
def _lexicon() -> _Lexicon:
    names = {place_key(name): (code, _NATIONALITY) for name, code in DEMONYMS.items()}
    names |= {key: (code, _NAMED) for key, code in country_names().items()}
    names |= {place_key(name): ("", 0) for name in NOT_A_COUNTRY}
    beginnings = frozenset(key[:length] for key in names for length in range(1, len(key) + 1))
    return _Lexicon(MappingProxyType(names), beginnings, max(key.count(" ") + 1 for key in names))


def _mentions(text: str) -> Iterator[tuple[str, int]]:
    """Code and weight of each country named, in order."""
    lexicon = _lexicon()
    reached = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start < reached or not _may_begin(opening.group()):
            continue
        found = next(_readings(text, start, lexicon), None)
        if found is not None:
            code, weight, reached = found
            if code:
                yield code, weight


@lru_cache(maxsize=16_384)
def _may_begin(word: str) -> bool:
    """Whether a country's name can begin with this word."""
    return word[0].isupper() and place_key(_without_possessive(word)) in _lexicon().beginnings


def _readings(text: str, start: int, lexicon: _Lexicon) -> Iterator[tuple[str, int, int]]:
    """Code, weight and end of each name that starts with the word at `start`, the longest first."""
    known: list[tuple[str, str, int]] = []
    for word in islice(_WORD.finditer(text, start), lexicon.longest):
        form = _without_possessive(text[start : word.end()])
        key = place_key(form)
        if key not in lexicon.beginnings:
            break
        if key in lexicon.names:
            known.append((form, key, word.end()))
    for form, key, end in reversed(known):
        if not _is_something_else(form, text, start):
            code, weight = lexicon.names[key]
            yield code, min(weight, _COMPOUNDED) if _COMPOUND.match(text, end) else weight, end


def _without_possessive(written: str) -> str:
    return written[:-2] if written.endswith(("'s", "’s")) else written


def _is_something_else(form: str, text: str, start: int) -> bool:
    """The pronoun "Us", or somebody's family name."""
    if form.casefold() == "us":
        return form != "US"
    if form not in ALSO_A_PERSON:
        return False
    before = _word_before(text, start)
    return before[:1].isupper() and not before.endswith(".") and before.casefold() not in _BEFORE_A_COUNTRY


def _word_before(text: str, start: int) -> str:
    """The word that one space parts from what begins at `start`; empty when there is none."""
    end = start - 1
    if end < 0 or text[end] != " ":
        return ""
    *_, last = None, *_WORD.finditer(text, text.rfind(" ", 0, end) + 1, end)
    return last.group() if last is not None and last.end() == end else ""


_BEFORE_A_COUNTRY = frozenset(
    [
        "in",
        "from",
        "to",
        "of",
        "and",
        "or",
        "with",
        "for",
        "by",
        "as",
        "at",
        "the",
        "near",
        "into",
        "over",
        "across",
        "neighbouring",
        "neighboring",
        "inside",
        "but",
        "while",
        "north",
        "northern",
        "south",
        "southern",
        "east",
        "eastern",
        "west",
        "western",
        "central",
        "northeast",
        "northeastern",
        "northwest",
        "northwestern",
        "southeast",
        "southeastern",
        "southwest",
        "southwestern",
        "both",
        "against",
        "between",
        "around",
        "outside",
    ]
)
