"""Numbers, ordinals and years, in digits and in words."""

from __future__ import annotations

from summarize.lexicon.calendar import CARDINALS, ORDINALS, TENS, VAGUE_AMOUNTS
from summarize.resolving.time.vocabulary import Tokens


def number(tokens: Tokens, at: int) -> tuple[int | None, int] | None:
    """A count and the position after it; the count is `None` for "several"."""
    token = tokens[at]
    if token.number is not None:
        return token.number, at + 1
    article = 1 if token.word in ("a", "an") else 0
    noun = tokens[at + article].word
    if noun in _COLLECTIVES and (article or noun == "couple"):
        after = at + article + 1
        return _COLLECTIVES[noun], after + 1 if tokens[after].word == "of" else after
    if article:
        return 1, at + 1
    if token.word in VAGUE_AMOUNTS:
        return None, at + 2 if tokens[at + 1].word in ("of", "more") else at + 1
    return spelled(tokens, at)


_COLLECTIVES: dict[str, int | None] = {"couple": 2, "dozen": 12, "few": None, "number": None, "handful": None}


def spelled(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A number in words up to 99, or whole hundreds, and the position after it."""
    word = tokens[at].word
    if word in CARDINALS:
        if tokens[at + 1].word == "hundred":
            return CARDINALS[word] * 100, at + 2
        return CARDINALS[word], at + 1
    if word not in TENS:
        return None
    hyphen = 1 if tokens[at + 1].word == "-" else 0
    ones = CARDINALS.get(tokens[at + 1 + hyphen].word, 0)
    return (TENS[word] + ones, at + 2 + hyphen) if 1 <= ones <= 9 else (TENS[word], at + 1)  # noqa: PLR2004


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """As in "6th", "sixth", "twenty-first" and the position after it."""
    token = tokens[at]
    if token.number is not None and tokens[at + 1].glued and tokens[at + 1].word in ("st", "nd", "rd", "th"):
        return token.number, at + 2
    if token.word in ORDINALS:
        return ORDINALS[token.word], at + 1
    if token.word not in TENS:
        return None
    hyphen = 1 if tokens[at + 1].word == "-" else 0
    ones = ORDINALS.get(tokens[at + 1 + hyphen].word, 99)
    return (TENS[token.word] + ones, at + 2 + hyphen) if ones < 10 else None  # noqa: PLR2004


def four_digit_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A year in four digits or in words, and the position after it."""
    token = tokens[at]
    if token.number is not None:
        return (token.number, at + 1) if len(token.text) == 4 and 1000 <= token.number < 2200 else None  # noqa: PLR2004
    if token.word == "two" and tokens[at + 1].word == "thousand":
        after = at + 3 if tokens[at + 2].word == "and" else at + 2
        rest = spelled(tokens, after)
        return (2000 + rest[0], rest[1]) if rest and rest[0] < 100 else (2000, at + 2)  # noqa: PLR2004
    hundreds = CARDINALS.get(token.word, 20 if token.word == "twenty" else 0)
    rest = spelled(tokens, at + 1) if 17 <= hundreds <= 20 else None  # noqa: PLR2004
    if rest is not None and 10 <= rest[0] < 100:  # noqa: PLR2004
        return 100 * hundreds + rest[0], rest[1]
    return None
