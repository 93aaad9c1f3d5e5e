"""Rule for hours of the day: "10:30 p.m. EST", "noon", "14:00"."""

from __future__ import annotations

from summarize.lexicon.calendar import ZONES
from summarize.resolving.time.vocabulary import Tokens


def clock(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Hour, minute and the position after "10:30 p.m. EST", "noon", "14:00"; nothing for a bare number."""
    if tokens[at].word in ("noon", "midnight"):
        return (12 if tokens[at].word == "noon" else 0), 0, at + 1
    hour = tokens[at].number
    if hour is None or len(tokens[at].text) > 2:  # noqa: PLR2004
        return None
    minute, after = _minute(tokens, at + 1)
    half = _half_of_day(tokens, after)
    if half is not None:
        hour, after = hour % 12 + (12 if half[0] == "p" else 0), half[1]
    elif after == at + 1 or tokens[at + 1].word != ":":
        return None
    return (hour, minute, _past_zone(tokens, after)) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def iso_clock(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Hour, minute and the position after "T10:30:00Z", the time of an ISO 8601 date; a zone is read over."""
    hour, minute = tokens[at + 1].number, tokens[at + 3].number
    digits = tokens[at : at + 4]
    if digits[0].word != "t" or digits[2].word != ":" or not all(token.glued for token in digits):
        return None
    if hour is None or minute is None or hour > 23 or minute > 59:  # noqa: PLR2004
        return None
    after = at + 6 if tokens[at + 4].word == ":" and tokens[at + 5].number is not None else at + 4
    if tokens[after].word == "z":
        return hour, minute, after + 1
    return hour, minute, after + 4 if tokens[after].word in ("+", "-") and tokens[after + 2].word == ":" else after


def _minute(tokens: Tokens, at: int) -> tuple[int, int]:
    """Minutes after ":" or ".", or zero, and the position after them."""
    sign, digits = tokens[at], tokens[at + 1]
    if sign.word in (":", ".") and sign.glued and digits.glued and len(digits.text) == 2:  # noqa: PLR2004
        return digits.number or 0, at + 2
    return 0, at


def _half_of_day(tokens: Tokens, at: int) -> tuple[str, int] | None:
    word = tokens[at].word
    if word in ("am", "pm"):
        return word[0], at + 1
    if word in ("a", "p") and tokens[at + 1].word == "." and tokens[at + 2].word == "m":
        return word, at + 4 if tokens[at + 3].word == "." else at + 3
    return None


def _past_zone(tokens: Tokens, at: int) -> int:
    start = at + 1 if tokens[at].word == "(" else at
    if tokens[start].word not in ZONES:
        return at
    after = start + 2 if tokens[start + 1].word == "time" else start + 1
    return after + 1 if start > at and tokens[after].word == ")" else after
