"""Which countries a text speaks of, by name and nationality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from summarize.lexicon.places import ALSO_A_PERSON, DEMONYMS, NOT_A_COUNTRY
from summarize.resolving.gazetteer import country_names
from summarize.resolving.spelling import place_key

_NAMED, _NATIONALITY, _COMPOUNDED = 3, 2, 1
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
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
    return _kept_countries_of(text) if len(text) <= _LONGEST_KEPT else _countries_of(text)


def _countries_of(text: str) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for code, weight in _mentions(text):
        weights[code] = weights.get(code, 0) + weight
    return tuple(sorted(weights, key=lambda code: -weights[code]))


_LONGEST_KEPT = 2_000
"""Sentences are asked about once for each of their places; whole articles only once."""

_kept_countries_of = lru_cache(maxsize=512)(_countries_of)


def split_nationality(text: str) -> tuple[str | None, str]:
    """Country of the nationality a phrase begins with, and the rest of the phrase.

    >>> split_nationality("South Sudanese town of Bor")
    ('SSD', 'town of Bor')
    """
    parts = text.split(" ", 2)
    for length in (2, 1):
        code, weight = _lexicon().names.get(place_key(" ".join(parts[:length])), (None, 0))
        if weight == _NATIONALITY and len(parts) > length:
            return code, " ".join(parts[length:])
    return None, text


@dataclass(frozen=True)
class _Lexicon:
    """What can name a country.

    Attributes:
        names: Code and weight by key; an empty code for what only looks like a country.
        beginnings: Everything that the first word of a key begins with, itself included: a word that is not among
            them begins no name, which spares most capitalised words the longer readings.
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
    firsts = {key.split(" ", 1)[0] for key in names}
    beginnings = frozenset(first[:length] for first in firsts for length in range(1, len(first) + 1))
    return _Lexicon(MappingProxyType(names), beginnings, max(key.count(" ") + 1 for key in names))


def _mentions(text: str) -> Iterator[tuple[str, int]]:
    lexicon = _lexicon()
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        word = words[at].group()
        named = word[0].isupper() and place_key(_without_possessive(word)) in lexicon.beginnings
        found = next(_readings(text, words, at, lexicon), None) if named else None
        if found is None:
            at += 1
            continue
        code, weight, at = found
        if code:
            yield code, weight


def _readings(text: str, words: list[re.Match[str]], at: int, lexicon: _Lexicon) -> Iterator[tuple[str, int, int]]:
    """Code, weight and next word of each name that starts at this word, the longest first."""
    for length in range(min(lexicon.longest, len(words) - at), 0, -1):
        end = words[at + length - 1].end()
        form = _without_possessive(text[words[at].start() : end])
        known = lexicon.names.get(place_key(form))
        if known and not _is_something_else(form, text, words, at):
            code, weight = known
            yield code, min(weight, _COMPOUNDED) if _COMPOUND.match(text, end) else weight, at + length


def _without_possessive(written: str) -> str:
    return written[:-2] if written.endswith(("'s", "’s")) else written


def _is_something_else(form: str, text: str, words: list[re.Match[str]], at: int) -> bool:
    """The pronoun "Us", or somebody's family name."""
    if form.casefold() == "us":
        return form != "US"
    if form not in ALSO_A_PERSON or at == 0:
        return False
    before = words[at - 1]
    adjacent = text[before.end() : words[at].start()] == " " and not before[0].endswith(".")
    return adjacent and before[0][0].isupper() and before[0].casefold() not in _BEFORE_A_COUNTRY


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
