"""Rule for hours of the day: "10:30 p.m. EST", "noon", "14:00"."""

from __future__ import annotations

from summarize.lexicon.calendar import CARDINALS, ZONES
from summarize.resolving.time.vocabulary import Tokens

Hour = tuple[int, int, int]
"""Hour (24 is the midnight that ends the day), minute, and the position after it."""

MIDNIGHT = 24


def clock(tokens: Tokens, at: int) -> Hour | None:
    """As in "10:30 p.m. EST", "noon", "14:00", "0900 GMT", "8 o'clock in the morning"; nothing for a bare number.

    "Midnight" is the end of the day it is named with, as in the Associated Press Stylebook.
    """
    named = at + 1 if tokens[at].word == "12" else at
    if tokens[named].word in ("noon", "midnight"):
        return (12 if tokens[named].word == "noon" else MIDNIGHT), 0, named + 1
    return _digits(tokens, at) or _spoken(tokens, at)


def _digits(tokens: Tokens, at: int) -> Hour | None:
    hour = tokens[at].number
    if hour is None:
        return None
    if len(tokens[at].text) > 2:  # noqa: PLR2004
        return _four_digits(tokens, at, hour)
    minute, after = _minute(tokens, at + 1)
    half = _half_of_day(tokens, after)
    if half is not None:
        hour, after = hour % 12 + (12 if half[0] == "p" else 0), half[1]
    elif after == at + 1 or tokens[at + 1].word != ":":
        return None
    return (hour, minute, _past_zone(tokens, after)) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def _four_digits(tokens: Tokens, at: int, value: int) -> Hour | None:
    """As in "0900 GMT", "1745 hours"."""
    hour, minute = divmod(value, 100)
    after = at + 2 if tokens[at + 1].word in ("hours", "hrs") else _past_zone(tokens, at + 1)
    if len(tokens[at].text) != 4 or after == at + 1 or hour > 23 or minute > 59:  # noqa: PLR2004
        return None
    return hour, minute, _past_zone(tokens, after)


_AFTER_NOON = frozenset(["afternoon", "evening"])


def _spoken(tokens: Tokens, at: int) -> Hour | None:
    """As in "ten o'clock", "8 in the morning", "9 o'clock at night"."""
    hour = tokens[at].number or CARDINALS.get(tokens[at].word, 0)
    if not 1 <= hour <= 12:  # noqa: PLR2004
        return None
    of_clock = tokens[at + 1].word == "o" and tokens[at + 2].word in ("'", "’") and tokens[at + 3].word == "clock"
    after = at + 4 if of_clock else at + 1
    words = tokens[after].word, tokens[after + 1].word
    if words == ("in", "the") and (part := tokens[after + 2].word) in _AFTER_NOON | {"morning"}:
        return hour % 12 + (12 if part in _AFTER_NOON else 0), 0, after + 3
    if words == ("at", "night"):
        return hour % 12 + (12 if hour > 5 and hour < 12 else 0), 0, after + 2  # noqa: PLR2004
    return (hour, 0, after) if of_clock else None


def iso_clock(tokens: Tokens, at: int) -> Hour | None:
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
    """Past "EST", "(EST)", "local time (2030 GMT)": the text's own hour stands, others are read over."""
    start = at + 1 if tokens[at].word == "(" else at
    if tokens[start].word not in ZONES:
        return _past_other_zone(tokens, at)
    after = start + 2 if tokens[start + 1].word == "time" else start + 1
    if start > at:
        return after + 1 if tokens[after].word == ")" else after
    return _past_other_zone(tokens, after)


def _past_other_zone(tokens: Tokens, at: int) -> int:
    """Past "(2030 GMT)", the same hour in another zone."""
    inside = [token.word for token in tokens[at + 1 : at + 8]]
    if tokens[at].word != "(" or ")" not in inside or not tokens[at + 1].text[:1].isdigit():
        return at
    zoned = not ZONES.isdisjoint(inside[: inside.index(")")])
    return at + 2 + inside.index(")") if zoned else at
