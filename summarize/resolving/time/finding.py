"""Finding time expressions in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.lexicon.calendar import AMBIGUOUS_NAMES, CARDINALS, TENS, VAGUE_AMOUNTS
from summarize.lexicon.grammar import word_set
from summarize.lexicon.vocabulary import vocabulary
from summarize.resolving.time.days import RANGE_JOINTS, counts_things, days_first
from summarize.resolving.time.frame import Meaning, TimeKind
from summarize.resolving.time.grammar import STARTS, expression
from summarize.resolving.time.meaning import Vague
from summarize.resolving.time.tokens import Token, lowered, taken_apart, tokens_of
from summarize.resolving.time.vague import INSTANTS
from summarize.resolving.time.vocabulary import BOUNDS, HEDGES


@dataclass(frozen=True)
class TimeExpression:
    """A time expression in a text.

    Attributes:
        start: First character, counted in the text given.
        end: One past the last character.
        text: The words, `given[start:end]`.
        kind: Date, time of day, duration or repetition, as in TimeML.
    """

    start: int
    end: int
    text: str
    kind: TimeKind


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Time expressions of a text, in order, not overlapping.

    A preposition that bounds ("since June 6", "until Monday") is part of the expression, a plain one
    ("on Friday") is not.
    """
    if not _may_hold_time(text):
        return ()
    pieces = taken_apart(text)
    words = lowered(pieces)
    begin = [at for at, word in enumerate(words) if (word in STARTS or word[:1].isdigit()) and _may_begin(words, at)]
    if not begin:
        return ()
    tokens = tokens_of(pieces, words)
    found: list[TimeExpression] = []
    reached = 0
    for at in begin:
        parsed = _read(tokens, at) if at >= reached else None
        if parsed is not None:
            meaning, reached = parsed
            start, end = tokens[at].start, tokens[reached - 1].end
            found.append(TimeExpression(start, end, text[start:end], meaning.kind))
    return tuple(found)


_NO_TIME_ALONE = word_set(
    """
    previously formerly earlier recent current future shortly already once yet upcoming
    """
)
"""Words that resolve but are too weak to be offered as a time: "the current leader"."""


_AFTER_A_NUMBER = STARTS | word_set(": . / - st nd rd th am pm a p s of and")
"""What stands behind a number that begins a time, other than a year."""
_OPEN = frozenset(
    [*BOUNDS, "the", "a", "an", "its", "their", "his", "her", "that", "this", "these", "those", "some", "more"]
)
"""Words that begin a time only with another of its words behind them."""
_BEHIND: dict[str, frozenset[str]] = {
    **dict.fromkeys(_OPEN, STARTS | {"then"}),
    "at": frozenset(["least", "one", "present"]),
}
"""What else than a number has to stand behind a word for a time to begin there."""
_COUNTS = frozenset([*CARDINALS, *TENS, *VAGUE_AMOUNTS]) - _OPEN
_BEFORE_A_COUNT = _OPEN | HEDGES
_BEHIND_A_COUNT = _AFTER_A_NUMBER | RANGE_JOINTS | word_set("consecutive hundred in o or straight thousand")
"""What stands behind a number in any time that a rule reads: "two consecutive days", "8 in the morning"."""
_LONGEST_COUNT, _DAY_DIGITS = 3, 2
"""Digits of a number that is no year, and of the day of a month."""
_LEADING = HEDGES | word_set("at so no over all very much many most near between ' ’")
"""Words that lead up to a time and are none: alone they do not make a text worth taking apart."""
_TELLING = STARTS - _OPEN - _LEADING
_DIGIT = re.compile(r"\d")


def tells_time(word: str) -> bool:
    """Whether a word can tell a time by itself; where none is near, no time need be looked for."""
    return word[:1].isdigit() or word.casefold().strip(_MARKS) in _TELLING


_MARKS = ",.;:’'\""


def _may_hold_time(text: str) -> bool:
    return _DIGIT.search(text) is not None or not _TELLING.isdisjoint(vocabulary(text))


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Whether the words that follow are such that a time can begin here: not at "the town" and "about 40 percent".

    Most words with which a time can begin stand before other things, and no rule need be tried to see it.
    """
    word, following = words[at], words[at + 1]
    behind = _BEHIND.get(word)
    if behind is not None and following not in behind and not following[:1].isdigit():
        return False
    count = at + 1 if word in _BEFORE_A_COUNT else at
    return not _is_count(words[count]) or _may_count_time(words, count)


def _is_count(word: str) -> bool:
    return word in _COUNTS or (word[:1].isdigit() and len(word) <= _LONGEST_COUNT)


def _may_count_time(words: Sequence[str], at: int) -> bool:
    """Whether what stands behind a number can make a time of it; behind a comma that is another day of a month."""
    following, behind = words[at + 1], words[at + 2]
    if following == ",":
        return behind == "the" or (behind.isdigit() and len(behind) <= _DAY_DIGITS)
    return following in _BEHIND_A_COUNT or following[:1].isdigit()


def _read(tokens: list[Token], at: int) -> tuple[Meaning, int] | None:
    token, following = tokens[at], tokens[at + 1]
    half = following.text == "1" and tokens[at + 2].word == "/"
    lone = token.text.isdigit() and len(token.text) != 4 and following.word not in _AFTER_A_NUMBER  # noqa: PLR2004
    if lone and not half and days_first(tokens, at) is None:
        return None
    parsed = expression(tokens, at)
    if parsed is None or not _plausible(tokens, at, *parsed) or _closes_a_count(tokens, at, parsed[1]):
        return None
    return parsed


_JOINTS = RANGE_JOINTS | {"and"}


def _closes_a_count(tokens: list[Token], at: int, after: int) -> bool:
    """Whether it is the end of joined numbers that count: "sent 2 to (7 May) fighters"."""
    joined = at > 1 and tokens[at - 1].word in _JOINTS and None not in (tokens[at - 2].number, tokens[at].number)
    return joined and counts_things(tokens, at - 2, after)


_YEAR_AFTER = word_set(
    """
    in since by of until till from before after during early late mid the for about around
    """
)
_NAME_AFTER = word_set(
    """
    in since by of until till from before after during early late mid last this next for to through and between -
    ended
    """
)
_AT = frozenset(["at", "for", "by", "until", "from", "to"])
"""What makes "the moment" or "this time" a time: "the moment he arrived" and "this time they won" are none."""
_COUNTED = word_set(
    """
    people men women children troops percent per km kilometers kilometres miles meters metres dollars
    """
)


def _plausible(tokens: list[Token], at: int, meaning: Meaning, after: int) -> bool:
    """Whether running text means a time here: numbers, "may" and "soon after" have other uses."""
    first, last, following = tokens[at], tokens[after - 1], [token.word for token in tokens[after : after + 2]]
    alone = after == at + 1
    if alone and first.word in _NO_TIME_ALONE:
        return False
    if last.word in INSTANTS and (at == 0 or tokens[at - 1].word not in _AT):
        return False
    no_time = last.word == "far" and isinstance(meaning, Vague)
    if no_time or (last.word == "soon" and following[0] in ("as", "after", "before")):
        return False
    if meaning.kind is TimeKind.DURATION and "old" in (following[0], following[1] if following[0] == "-" else ""):
        return False
    named = after - 1 - (first.word == "the")
    if last.word in AMBIGUOUS_NAMES and named == at:
        before = tokens[at - 1].word if at else ""
        return before in _NAME_AFTER and (before != "to" or last.capital)
    bare_year = meaning.kind is TimeKind.DATE and last.number is not None and len(last.text) == 4  # noqa: PLR2004
    hedged = after == at + 2 and first.word in _BEFORE_A_YEAR
    return not (bare_year and (alone or hedged)) or _plausible_year(tokens, after - 1)


def _plausible_year(tokens: list[Token], at: int) -> bool:
    """Whether four digits standing alone are a year: no count, no part of a number, no name of a thing."""
    value, following, before = tokens[at].number or 0, tokens[at + 1], tokens[at - 1] if at else None
    if following.word in _COUNTED or (following.glued and following.word in ("/", "%", "°", "-")):
        return False
    plural = following.word.isalpha() and following.word.endswith("s") and not following.capital
    decimal = (
        following.glued and following.word in (".", ",") and tokens[at + 2].glued and tokens[at + 2].text.isdigit()
    )
    if decimal or (plural and following.word not in ("was", "is", "has")):
        return False
    if before is None or before.word in _YEAR_AFTER:
        return 1500 <= value <= 2100  # noqa: PLR2004
    return 1900 <= value <= 2100 and not before.capital and before.word not in _NUMBER_SIGNS  # noqa: PLR2004


_BEFORE_A_YEAR = HEDGES | frozenset(BOUNDS)
_NUMBER_SIGNS = frozenset("$€£#-/.")
