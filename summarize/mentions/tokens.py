"""Words with offsets, with every known name merged into one token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from summarize.lexicon import actors, nations, nouns
from summarize.tuples import cut

Known = Literal["", "actor", "country", "nationality", "people"]
Role = Literal["", "determiner", "number", "modifier", "unknown", "name", "head"]


@dataclass(slots=True)
class Token:
    """A word, a number or a mark.

    Attributes:
        start, end, text: Where it stands and what it is.
        low: Lower case, with straight apostrophes.
        word: Whether it begins with a letter.
        capital: Whether it is written as a name.
        initial: Whether a sentence or a line begins with it, so that its capital says little.
        breaks: Whether a paragraph or a heading ends before it.
        shouted: Whether the sentence is written in capitals.
        known: What kind of known name it is.
        role: What it can do in a noun phrase; set by `assign_roles`.
    """

    start: int
    end: int
    text: str
    low: str
    word: bool = False
    capital: bool = False
    initial: bool = False
    breaks: bool = False
    shouted: bool = False
    known: Known = ""
    role: Role = ""


_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""(?=\S)(
    [a-z]++(?![\w\u0300-\u036f'’\-\u2010\u2011])                             # most words, read fastest so
    | (?:{"|".join(sorted(nouns.ABBREVIATED_TITLES))})\.                    # Gen.
    | (?:[A-Z]\.){{2,}}(?:-\w+)*                                            # U.S., U.S.-led
    | (?<=\w[ ])[A-Z]\.(?=[ ][A-Z])                                         # the J. of Mary J. Doe
    | {_LETTER}[\w\u0300-\u036f]*(?:[-\u2010\u2011'’][\w\u0300-\u036f]+)*   # al-Sukhna, Da'esh
    | \d+(?:[.,]\d+)*(?:[-\u2010\u2011]?\w+)*%?                             # 14-year-old, 50km
    | \S)
    """,
    re.VERBOSE,
)
_ARTICLE_NAME = re.compile(r"(?:al|el|ul|ad|an|ar|as|ash|at|az|ez|es|ed)[-\u2010\u2011][A-Z]")
_SENTENCE_END = frozenset(".!?:;•*")
_OPENERS = frozenset("\"'“”‘’«»„`([-–—/")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SHORT_LINE, _LONG_LINE = 60, 100
_SHORT_NAME = 4


def tokenise(text: str, *, sentence: bool = False) -> list[Token]:
    """Tokens of a text, in order.

    Args:
        text: The text.
        sentence: Whether it is one sentence. Its lines are then wrapped, however short: it may begin within one.
    """
    return _merge_known(text, _raw_tokens(text, sentence=sentence))


def _raw_tokens(text: str, *, sentence: bool = False) -> list[Token]:
    found: list[Token] = []
    append = found.append
    previous_end = line_start = 0
    initial = True
    for start, end, piece, gap in zip(*cut(_TOKEN, text), strict=False):
        breaks = False
        if gap != " " and "\n" in gap:
            wrapped = sentence or _SHORT_LINE < previous_end - line_start < _LONG_LINE
            breaks = gap.count("\n") > 1 or not wrapped
            initial = initial or breaks
            line_start = start
        form = _form(piece)
        if form is None:
            append(Token(start, end, piece, piece, breaks=breaks))
            if piece[0] in _SENTENCE_END:
                initial = True
            elif piece[0] not in _OPENERS:
                initial = False
        else:
            word, low, capital, possessive = form
            stop = end - len(possessive)
            append(Token(start, stop, word, low, True, capital, initial, breaks))
            if possessive:
                append(Token(stop, end, possessive, "'s"))
            initial = False
        previous_end = end
    return found


@lru_cache(maxsize=16_384)
def _form(piece: str) -> tuple[str, str, bool, str] | None:
    """A word, the same in lower case, whether it is written as a name, its possessive; None for what is no word."""
    if not piece[0].isalpha():
        return None
    possessive = piece[-2:] if piece.endswith(_POSSESSIVE) and len(piece) > len(_POSSESSIVE[0]) else ""
    word = piece.removesuffix(possessive)
    capital = word[0].isupper() or ("-" in word and _ARTICLE_NAME.match(word) is not None)
    return word, word.lower().replace("’", "'"), capital, possessive


_Names = Mapping[str, tuple[tuple[tuple[str, ...], Known], ...]]


@cache
def _known_names() -> _Names:
    """Known names as sequences of lower-case tokens, by their first token, longest first."""
    names: dict[tuple[str, ...], Known] = {}
    for actor in actors.ACTORS:
        for name in (actor.canonical, *actor.aliases):
            names.setdefault(_key(name), "actor")
    tables: tuple[tuple[Known, Mapping[str, str]], ...] = (
        ("country", nations.COUNTRY_NAMES),
        ("nationality", nations.NATIONALITIES),
        ("people", nations.PEOPLES),
        ("nationality", dict.fromkeys(nations.ETHNICITIES, "")),
        ("people", dict.fromkeys(nations.ETHNIC_PEOPLES, "")),
    )
    for label, table in tables:
        for name in table:
            names.setdefault(_key(name), label)
    by_first: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for sequence, label in names.items():
        by_first.setdefault(sequence[0], []).append((sequence, label))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in by_first.items()}


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.low for token in _raw_tokens(name))


def _merge_known(text: str, tokens: list[Token]) -> list[Token]:
    known = _known_names()
    merged: list[Token] = []
    reached = 0
    for position in [at for at, token in enumerate(tokens) if token.capital and token.low in known]:
        if position < reached:
            continue
        token = tokens[position]
        size, label = _longest(tokens, position, known[token.low])
        if size > 1:
            end = tokens[position + size - 1].end
            low = " ".join(t.low for t in tokens[position : position + size])
            token = Token(token.start, end, text[token.start : end], low, True, True, token.initial, token.breaks)
        if size:
            token.known = label
            merged += (*tokens[reached:position], token)
            reached = position + size
    merged += tokens[reached:]
    return merged


def _longest(
    tokens: list[Token], position: int, candidates: tuple[tuple[tuple[str, ...], Known], ...]
) -> tuple[int, Known]:
    """Length in tokens and kind of the longest known name that begins here; 0 for none."""
    following = tokens[position + 1].low if position + 1 < len(tokens) else ""
    for sequence, label in candidates:
        size = len(sequence)
        if size == 1:
            if _is_spelled(tokens[position]):
                return 1, label
        elif sequence[1] == following and _go_on(tokens[position + 1 : position + size], sequence[1:]):
            return size, label
    return 0, ""


def _go_on(tokens: list[Token], words: tuple[str, ...]) -> bool:
    """Whether tokens are these words, with no break before any of them."""
    return tuple([t.low for t in tokens]) == words and not any(t.breaks for t in tokens)


def _is_spelled(token: Token) -> bool:
    """Whether a one-word name is written as a name: "IS" and "US", not "Is" and "Us"."""
    if len(token.text) > _SHORT_NAME:
        return True
    return token.text in _short_names()


@cache
def _short_names() -> frozenset[str]:
    names = {name for actor in actors.ACTORS for name in (actor.canonical, *actor.aliases)}
    names |= {*nations.COUNTRY_NAMES, *nations.NATIONALITIES, *nations.PEOPLES}
    names |= nations.ETHNICITIES | nations.ETHNIC_PEOPLES
    return frozenset(name for name in names if len(name) <= _SHORT_NAME)
