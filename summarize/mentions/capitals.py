"""Takes back the capitals of headlines and of upper-case text, where they do not mark names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.lexicon import actors, nouns, words
from summarize.mentions.tokens import Token

_COMMON = (
    words.PREPOSITIONS
    | words.CONJUNCTIONS
    | words.PRONOUNS
    | words.AUXILIARIES
    | words.ADVERBS
    | words.DETERMINERS
    | words.QUANTIFIERS
    | words.AGENT_VERBS
    | words.REPORTING_VERBS
    | words.IRREGULAR_PASTS
    | words.ATTACK_NOUNS
    | words.COMMON_OPENERS
    | words.PARTICIPLE_MODIFIERS
    | nouns.ARMED
    | nouns.PLATFORMS
    | nouns.ORGANISATIONS
    | nouns.OFFICIALS
    | nouns.PEOPLE
    | nouns.SETTLEMENTS
    | nouns.DIVISIONS
    | nouns.SITES
    | nouns.MODIFIERS
) - {"us", "new"}
_BEFORE_ANY_NAME = nouns.TITLES | {"in", "at", "near", "from"}
_BEFORE_NAME = (words.PLACE_PREPOSITIONS - {"to"}) | nouns.TITLES | {"of", "by", "and"}
_ALSO_WORDS = actors.AMBIGUOUS | {"US"}
_NO_NAME_ENDS = ("ly", "ing")
"""Unknown upper-case words that end so are rather adverbs and participles than names, but for `_BEFORE_ANY_NAME`."""
_FEWEST = 4
_LONG = 3
_SHARE = 0.8


def take_back(tokens: Sequence[Token]) -> None:
    """Clears `capital` of the common words of headlines and upper-case sentences, in place.

    In an upper-case sentence an unknown word stays a name only where a name is likely, after a preposition or a
    title.
    """
    if len([token for token in tokens if token.capital]) < _FEWEST * _SHARE:
        return
    for sentence in _sentences(tokens):
        long = [t for t in sentence if t.word and len(t.text) > _LONG and not t.known]
        if len(long) < _FEWEST or len([t for t in long if t.capital]) < _SHARE * len(long):
            continue
        shouted = sum(t.text.isupper() for t in long) >= _SHARE * len(long)
        for position, token in enumerate(sentence):
            token.shouted = shouted
            if not (shouted and _is_title(sentence, position)):
                _take_back(token, likely=not shouted or _name_is_likely(sentence, position))


def _take_back(token: Token, *, likely: bool) -> None:
    if token.shouted and token.text in _ALSO_WORDS:
        token.known = ""
    if not token.known and (token.low in _COMMON or not likely):
        token.capital = False


def _is_title(sentence: Sequence[Token], position: int) -> bool:
    """Whether an upper-case title stands directly before a person's given name: "JUDGE MARIA"."""
    following = sentence[position + 1 : position + 2]
    return sentence[position].low in nouns.TITLES and bool(following) and following[0].low in words.GIVEN_NAMES


def _name_is_likely(sentence: Sequence[Token], position: int) -> bool:
    """Whether an unknown word of an upper-case sentence may be a name where it stands."""
    token = sentence[position]
    if token.low in words.GIVEN_NAMES:
        return True
    following = sentence[position + 1].low if position + 1 < len(sentence) else ""
    if following in words.REPORTING_VERBS:
        return True
    if position == 0:
        return _closes_a_name(sentence)
    before = sentence[position - 1]
    named = before.capital and not before.known and before.low not in _COMMON
    if token.low.endswith(_NO_NAME_ENDS):
        return named or before.low in _BEFORE_ANY_NAME
    return before.low in _BEFORE_NAME or named


def _closes_a_name(sentence: Sequence[Token]) -> bool:
    """Whether the unknown words that open a sentence end as a name does: "PEDRO RUIZ, ", "RUIZ SAID"."""
    end = next((at for at, token in enumerate(sentence) if not token.word or token.low in _COMMON), len(sentence))
    after = sentence[end : end + 1]
    return bool(after) and (after[0].text in (",", "(") or after[0].low in words.REPORTING_VERBS)


def _sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for position, token in enumerate(tokens):
        if position > start and (token.breaks or (token.initial and tokens[position - 1].text in ".!?")):
            yield tokens[start:position]
            start = position
    if start < len(tokens):
        yield tokens[start:]
