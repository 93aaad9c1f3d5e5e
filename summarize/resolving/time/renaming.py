"""Words that name again what was told: "today is (the eighth day)", "it was a great (day) for Poland"."""

from __future__ import annotations

import re

from summarize.lexicon.calendar import ORDINALS
from summarize.resolving.time.finding import TimeExpression

REACH = 60
"""Characters before an expression that are looked at."""

_DAY_NAME = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|tomorrow|\b\d{1,2}(?:st|nd|rd|th)?)\Z")
_IS_THE = re.compile(r"\s+(?:is|was|will\s+be|would\s+be)\s+(?:(?:already|only|just)\s+)?(?:the\s+)?")
_NTH_DAY = re.compile(rf"(?:the\s+)?(?:{'|'.join([*ORDINALS, 'last', 'final'])})\s+day")
_YEAR_BEFORE = re.compile(r"last\s+year|(?:a|the)\s+year[- ](?:ago|earlier)\b.*|.*\b(?:period|quarter)\s+last\s+year")
_OPENS_WITH_YEAR_EARLIER = re.compile(r"\.\W+the\s+year-(?:ago|earlier)\Z")
_RESULTS = re.compile(r"\s+(?:results|figures|earnings|profits?|loss(?:es)?|sales|revenues?)\b")
_IT_WAS_A_DAY = re.compile(r"\b(?:it|this|that)(?:\s+(?:is|was)|['’]s)\s+[\"“'`]*an?\s+(?:\w+\s+)?day\Z")
_FOR = re.compile(r"\s+for\b")


_APPOSED = re.compile(
    r"\s*(?:,|--|-|–|—)\s*(?:(?:just|only|exactly|barely|about|some|nearly|almost|(?:less|more)\s+than)\s+)?(?:an?\s+)?"
)
_MEASURE = re.compile(r"(?:\S+\s+)?(?:minute|hour|day|night|week|month|year)s?(?:\s+(?:after|before))?")
_FROM_EVENT = re.compile(r"(?:\s+(?:after|before))?\s+\w")
_SIDE = re.compile(r"\s+(?:after|before)\b")


def says_again(text: str, before: TimeExpression, one: TimeExpression) -> bool:
    """Whether it is the time before it once more.

    "Is" with a definite noun equates two names: "today is (the eighth day) of the siege". A definite noun also takes
    up what has just been told: "the (year-earlier) results" that open a sentence are those of the one before. A
    distance from an event in apposition measures the time before it: "on Friday, (two days) after the raid".
    """
    if _measures_again(text, before, one):
        return True
    if _NTH_DAY.fullmatch(one.text.lower()):
        equated = _IS_THE.fullmatch(text, before.end, one.start) is not None
        return equated and _DAY_NAME.search(before.text.lower()) is not None
    if _RESULTS.match(text, one.end) is None or not _YEAR_BEFORE.fullmatch(before.text.lower()):
        return False
    return _OPENS_WITH_YEAR_EARLIER.search(text[before.end : one.end].lower()) is not None


def _measures_again(text: str, before: TimeExpression, one: TimeExpression) -> bool:
    if one.start - before.end > REACH or _APPOSED.fullmatch(text, before.end, one.start) is None:
        return False
    words = one.text.lower()
    sided = words.endswith(("after", "before")) or _SIDE.match(text, one.end) is not None
    return sided and _MEASURE.fullmatch(words) is not None and _FROM_EVENT.match(text, one.end) is not None


def is_the_day(text: str, one: TimeExpression) -> bool:
    """Whether it calls the day that is told of something: "it was a great (day) for Poland"."""
    if not one.text.endswith("day") or _FOR.match(text, one.end) is None:
        return False
    return _IT_WAS_A_DAY.search(text[max(0, one.start - REACH) : one.end].lower()) is not None
