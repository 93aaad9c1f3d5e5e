"""Rules for words that only say past, present or future: "recently", "at the moment", "the near future"."""

from __future__ import annotations

from summarize.lexicon.grammar import word_set
from summarize.resolving.tense import Tense
from summarize.resolving.time.counting import number
from summarize.resolving.time.frame import Meaning
from summarize.resolving.time.meaning import Vague
from summarize.resolving.time.vocabulary import ANY_UNIT, HOURS, PLURALS, Parsed, Tokens

VAGUE_WORDS: dict[str, Meaning] = {
    **dict.fromkeys(("recently", "lately", "recent", "previously", "formerly", "earlier", "once"), Vague("past")),
    **dict.fromkeys(("now", "currently", "presently", "nowadays", "current", "already", "yet"), Vague("present")),
    **dict.fromkeys(("soon", "shortly", "future", "someday", "upcoming"), Vague("future")),
}

_PHRASES: dict[tuple[str, ...], Tense] = {
    ("more", "recently"): "past",
    ("most", "recently"): "past",
    ("long", "ago"): "past",
    ("long", "time", "ago"): "past",
    ("some", "time", "ago"): "past",
    ("while", "ago"): "past",
    ("ages", "ago"): "past",
    ("moments", "ago"): "past",
    ("of", "late"): "past",
    ("at", "one", "time"): "past",
    ("other", "day"): "past",
    ("other", "night"): "past",
    ("old", "days"): "past",
    ("then", "current"): "past",
    ("then", "-", "current"): "past",
    ("right", "now"): "present",
    ("these", "days"): "present",
    ("present", "day"): "present",
    ("present", "-", "day"): "present",
    ("present", "time"): "present",
    ("at", "present"): "present",
    ("thus", "far"): "present",
    ("to", "date"): "present",
    ("as", "yet"): "present",
    ("up", "to", "now"): "present",
    ("later", "date"): "future",
    ("later", "stage"): "future",
    ("some", "day"): "future",
    ("sooner", "or", "later"): "future",
    ("as", "soon", "as", "possible"): "future",
    ("before", "long"): "future",
    ("anytime", "soon"): "future",
    ("in", "due", "course"): "future",
}
"""What stands behind "the" or "a" or alone."""

_FIRST_WORDS = frozenset(words[0] for words in _PHRASES)
_SOME: dict[str, Tense] = {"recent": "past", "past": "past", "previous": "past", "coming": "future",
                           "upcoming": "future", "future": "future"}  # fmt: skip
"""What "recent months" and "past years" say, without a number and without an article for "past"."""
_MANY = frozenset([*PLURALS, *HOURS, "times"])
VAGUE_STARTS = _FIRST_WORDS | {"the", "a", "this", *_SOME, *PLURALS}
"""Words with which `vague_phrase` can begin."""
_NOUNS: dict[str, Tense] = {"past": "past", "present": "present", "future": "future"}
_HOW_FAR = word_set("near nearer very distant foreseeable immediate recent not too so -")
_HORIZONS = frozenset(["short", "shorter", "medium", "long", "longer", "near", "nearer"])
INSTANTS = frozenset(["moment", "point", "juncture", "stage", "time"])
"""Nouns that mean now behind "this"."""
_LONGEST = 5
"""Words of "the not too distant future" before its noun."""


def vague_phrase(tokens: Tokens, at: int) -> Parsed:
    """As in "recent months", "the coming weeks", "the foreseeable future", "this crucial moment", "the short term"."""
    start = at + 1 if tokens[at].word in ("the", "a") else at
    word = tokens[start].word
    if word in _FIRST_WORDS:
        words = tuple([token.word for token in tokens[start : start + 4]])
        for length in (4, 3, 2):
            tense = _PHRASES.get(words[:length])
            if tense is not None:
                return Vague(tense), start + length
    if word in _SOME and tokens[start + 1].word in _MANY and (start == at or word not in ("past", "previous")):
        more = tokens[start + 2].word in ("and", "or") and tokens[start + 3].word in _MANY
        return Vague(_SOME[word]), start + 4 if more else start + 2
    if word in PLURALS:
        return _plural(tokens, start)
    if word in ("this", "moment"):
        return _instant(tokens, at)
    return _horizon(tokens, start) if start > at and tokens[at].word == "the" else None


def _plural(tokens: Tokens, at: int) -> Parsed:
    """As in "years past", "days to come", "(the) months ahead"."""
    following = tokens[at + 1].word
    if following == "past":
        return Vague("past"), at + 2
    coming = 2 if (following, tokens[at + 2].word) == ("to", "come") else 1 if following == "ahead" else 0
    return (Vague("future"), at + 1 + coming) if coming and tokens[at + 1 + coming].word != "of" else None


def _instant(tokens: Tokens, at: int) -> Parsed:
    """As in "the moment", "this time", "this crucial moment", "this point in time"."""
    if tokens[at].word == "the":
        return Vague("present"), at + 2
    noun = next((place for place in (at + 1, at + 2) if tokens[place].word in INSTANTS), None)
    if tokens[at].word != "this" or noun is None:
        return None
    in_time = tokens[noun + 1].word == "in" and tokens[noun + 2].word == "time"
    return Vague("present"), noun + 3 if in_time else noun + 1


def _horizon(tokens: Tokens, at: int) -> Parsed:
    """As in "(the) past", "(the) near future", "(the) long run", not "(the) past two weeks"."""
    if tokens[at].word in _HORIZONS and tokens[at + 1].word in ("term", "run"):
        return Vague("future"), at + 2
    last = at
    while tokens[last].word in _HOW_FAR and last < at + _LONGEST:
        last += 1
    tense = _NOUNS.get(tokens[last].word)
    return (Vague(tense), last + 1) if tense and not _counts(tokens, last + 1) else None


def _counts(tokens: Tokens, at: int) -> bool:
    counted = number(tokens, at)
    return tokens[at].word in ANY_UNIT or (counted is not None and tokens[counted[1]].word in ANY_UNIT)
