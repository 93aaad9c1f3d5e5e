"""What each token can do in a noun phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.lexicon import nations, nouns, words
from summarize.lexicon.grammar import word_set
from summarize.mentions.tokens import Role, Token

ACTOR_HEADS = nouns.ARMED | nouns.PLATFORMS | nouns.ORGANISATIONS | nouns.OFFICIALS
PLACE_HEADS = nouns.SETTLEMENTS | nouns.DIVISIONS | nouns.SITES | nouns.COMPOUND_PLACES.keys()
HEADS = ACTOR_HEADS | nouns.PEOPLE | PLACE_HEADS
VERBS = words.AGENT_VERBS | words.REPORTING_VERBS | words.IRREGULAR_PASTS

_HYPHENS = re.compile(r"[-\u2010\u2011]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_CLOSED = (
    words.PREPOSITIONS | words.CONJUNCTIONS | words.PRONOUNS | words.AUXILIARIES | words.ADVERBS | words.QUANTIFIERS
) - {"first", "last", "next", "other"}
_LOWER = (
    _CLOSED
    | VERBS
    | HEADS
    | words.DETERMINERS
    | nouns.MODIFIERS
    | words.COMMON_OPENERS
    | words.PARTICIPLE_MODIFIERS
    | words.CALENDAR
    | words.TIME_NOUNS
)
_NEVER_AFTER_MODIFIER = _CLOSED | VERBS | words.CALENDAR
_SAME_IN_CAPITALS = words.DETERMINERS | words.CALENDAR
_ALSO_NOUNS = words.ATTACK_NOUNS | word_set(
    "bomb bombs clash clashes protest protests march fires plan plans use uses order orders"
)
_NOUN_WORDS = HEADS | nouns.MODIFIERS
_IN_NAMES = frozenset(("up", "down"))
_PREFIXES = frozenset(("pro", "anti", "non", "ex", "counter", "self"))
_ADJECTIVE = re.compile(r"\w{3,}(?:al|ic|ive|ous|ary|ian|less|ful|ist|ese)$")
_NOUNS_LIKE_ADJECTIVES = word_set(
    """
    activist admiral alternative animal anniversary appraisal approval archive arrival arsenal assist auxiliary
    betrayal boundary burial capital clinic consist criminal critic deal denial detective diary directive dismissal
    disposal enlist epidemic executive exist fabric festival general goal granary hospital incentive individual
    initiative insist journal journalist library list logic magic manual marshal material metal military mineral
    motive music narrative native objective offensive official panic persist perspective principal professional
    proposal protest public referendum refusal relative removal renewal representative reprisal resist revival
    ritual rival salary secretary signal summary survival tactic terminal topic traffic trial tributary vocabulary
    withdrawal
    """
)


def _lower_roles() -> dict[str, Role]:
    """Role of every listed word in lower case; the last list that holds a word decides."""
    lists: tuple[tuple[frozenset[str], Role], ...] = (
        (VERBS | (words.CALENDAR - {"march"}), ""),
        (nouns.MODIFIERS | words.PARTICIPLE_MODIFIERS, "modifier"),
        (HEADS, "head"),
        (_CLOSED, ""),
        (words.QUANTIFIERS, "number"),
        (words.TIME_NOUNS, ""),
        (words.DETERMINERS, "determiner"),
    )
    return {word: role for listed, role in lists for word in listed}


_LOWER_ROLES = _lower_roles()


def assign_roles(tokens: Sequence[Token]) -> None:
    """Sets `role` on every token."""
    seen = {t.text for t in tokens if t.capital and not t.initial}
    for position, token in enumerate(tokens):
        if token.word and not token.capital:
            token.role = _lower_role(token.low)
            continue
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.known:
            token.role = _known_role(token, following)
        else:
            token.role = _capital_role(token, following, seen) if token.capital else _number_role(token, following)


def _number_role(token: Token, following: Token | None) -> Role:
    if not token.text[0].isdigit():
        return ""
    named = following is not None and following.capital and following.low not in words.CALENDAR
    return "name" if named and _ORDINAL.match(token.low) else "number"


def _known_role(token: Token, following: Token | None) -> Role:
    if token.known == "nationality":
        return "modifier"
    if token.known == "country" and token.text in nations.NATIONALITIES and _takes_modifier(following):
        return "modifier"
    return "name"


def _takes_modifier(following: Token | None) -> bool:
    """Whether "US" before this word is the adjective: "US troops", not "US said"."""
    if following is None or not following.word or following.breaks:
        return False
    low = following.low
    if following.known:
        return following.known != "country"
    return low in HEADS or low in nouns.MODIFIERS or low not in _NEVER_AFTER_MODIFIER


def _capital_role(token: Token, following: Token | None, seen: set[str]) -> Role:
    low = token.low
    if low not in _SAME_IN_CAPITALS:
        if not token.initial:
            return _inner_role(token)
        if _opens_with_name(token, following, seen):
            return "head" if low in HEADS else "name"
        if low not in _LOWER:
            noun_follows = following is not None and following.low in _NOUN_WORDS
            return "modifier" if noun_follows or is_compound(token) else ""
    return _lower_role(low)


@lru_cache(maxsize=16_384)
def _lower_role(low: str) -> Role:
    """Role of a word that is written in lower case, or might be."""
    role = _LOWER_ROLES.get(low)
    if role is not None:
        return role
    adjective = _is_compound(low) or (_ADJECTIVE.match(low) and low not in _NOUNS_LIKE_ADJECTIVES)
    return "modifier" if adjective else "unknown"


def _inner_role(token: Token) -> Role:
    """Role of a word with a capital inside a sentence."""
    low = token.low
    if low in nouns.NOT_NAMES and token.text.isupper() and len(low) > 1:
        return "modifier"
    if low in nouns.NOT_NAMES or (low in _CLOSED and low not in _IN_NAMES) or low in words.IRREGULAR_PASTS:
        return ""
    if is_compound(token):
        return "modifier"
    return "head" if low in HEADS and low not in nouns.COMPOUND_PLACES else "name"


def _opens_with_name(token: Token, following: Token | None, seen: set[str]) -> bool:
    """Whether the capital of a sentence's first word is that of a name."""
    low = token.low
    if low in nouns.NOT_NAMES or is_compound(token):
        return False
    next_capital = following is not None and following.capital and not following.breaks
    if low.rstrip(".") in nouns.TITLES or low == "operation":
        return next_capital
    if low in _LOWER:
        return next_capital and token.text in seen and low in nouns.MODIFIERS
    if token.text in seen or (next_capital and following is not None and not following.known) or token.text.isupper():
        return True
    if following is None or low.endswith("ly"):
        return False
    return (
        following.low in words.AUXILIARIES
        or (following.low in VERBS and following.low not in _ALSO_NOUNS)
        or following.low in words.PLACE_PREDICATES
        or following.low in ("'s", "(", ",")
        or "-" in token.text
    )


def is_compound(token: Token) -> bool:
    """Whether it is a compound adjective such as "US-led" or "pro-government"."""
    return _is_compound(token.low)


@lru_cache(maxsize=16_384)
def _is_compound(low: str) -> bool:
    parts = _HYPHENS.split(low)
    return len(parts) > 1 and (parts[-1] in nouns.ADJECTIVE_TAILS or parts[0] in _PREFIXES)
