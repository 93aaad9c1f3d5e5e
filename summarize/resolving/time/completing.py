"""What the words beside a time expression add to it: "in (two weeks)", "(the quarter) ended July 31".

Annotators, models and the finder cut expressions at their nouns; what stands next to them still decides their value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarize.lexicon.calendar import MONTHS, ORDINALS
from summarize.resolving.tense import Tense, past_form_leads_to
from summarize.resolving.time.finding import TimeExpression

REACH = 90
"""Characters on each side that are looked at."""

Neighbour = TimeExpression | None

_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+|in\s+)?")
_UNNAMED = re.compile(r"(?:(?:the|its|their)\s+)?(?:fiscal\s+)?(?:week|month|quarter|year|\S+\s+(?:weeks|months))")
_JOINED = re.compile(r"\s*(?:-|–|,?\s*\b(?:and|or|to|through)\b)\s*")
_YEAR = re.compile(r"\b\d{4}\b")
_DAY = re.compile(r"\b\d{1,2}(?=(?:st|nd|rd|th)?\b)(?!.*\b\d{1,2}\b)")
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_IN = re.compile(r"(\w+),?\s+in\s+\Z")
_MODAL = re.compile(r"(?:\b(?:will|would|may|might|could|can|should|must|shall)|'ll)\s+\Z")
_MAY_IN = re.compile(r"\b(?:will|may|might|can|shall)(?:,\s+|\s+)in\s+\Z")
_COMPARED = re.compile(r"\b(?:compared\s+(?:with|to)|from|against|versus|than)\b(?:[^.;:]|\.\d)*\Z")
_FIGURES = re.compile(
    r"['’]s\s+(?:[$£€#\d]|(?:results?|earnings|net|income|profits?|loss(?:es)?|sales|revenues?|figures?|levels?|totals?)\b)"
)
_COMPLETED = re.compile(r"\bended\s+(?:on\s+|in\s+)?\Z")
_QUARTER_ENDED = re.compile(r"\bquarter\s+(?:that\s+)?ended\s+(?:on\s+)?\Z")
_SINCE = re.compile(r"\bsince\s+\Z", re.IGNORECASE)
_CLOSE = re.compile(r"(?:year|month)[- ]end|the end of the (?:year|month)")
_DEFINITE = re.compile(r"(?:the|that)\s+(?:day|morning|afternoon|evening|night|week|month)")
_TOLD_BEHIND = re.compile(
    r"\s+(?:(?:of|that|when|on\s+which|after|before|he|she|it|they|we|I|the|in\s+[A-Z])\b"
    r"|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z])"
)
_PARTS = frozenset(["the day", "the morning", "the afternoon", "the evening", "the night"])
_SHIFTS = re.compile(
    r" (?:clinics?|shifts?|schools?|prayers?|trains?|buses|bus|markets?|watch|guards?|watchmen|sky|papers?|news|edition"
    r"|rush|class(?:es)?|labou?rers?|staff|staffing|duty|curfew|vision|raiders?|wolves|express|flights?|bulletins?)\b"
)
_OF = re.compile(r"\b(?!(?:rest|end|start|beginning|part|parts|most|much|course|remainder|hours?|bulk|middle|close)\b)"
                 r"\w+\s+of\s+\Z", re.IGNORECASE)  # fmt: skip
_ASIDE = re.compile(r"\b(?:after|since|before|following|until|than)\s+\Z", re.IGNORECASE)
_THIS = re.compile(r"this\s+(\w+)", re.IGNORECASE)
_AS_THAN = re.compile(r",?\s+(?:as|than)\s+")
_REPORTED = re.compile(r"\b(?:reported|announced|disclosed)\s+\Z")
_YEAR_AGO = re.compile(r"\byear[- ](?:ago|earlier)\s+quarter\Z")
_QUARTER_NAME = re.compile(r"(?:the\s+)?((?:first|second|third|fourth)\s+quarter)")


def completed(
    text: str, one: TimeExpression, before: Neighbour, after: Neighbour, tense: Tense | None, *, comparing: bool
) -> str:
    """The words to resolve: the expression itself, or with what its surroundings add.

    Args:
        text: The running text.
        one: The expression.
        before: The expression before it in the text.
        after: The one after it.
        tense: Tense of its clause.
        comparing: Whether the text reports the figures of a quarter, so that "from $5 million last year" is of
            the same quarter a year before.
    """
    ahead = text[max(0, one.start - REACH) : one.start]
    return (
        (_with_before(text, before, one) if before else None)
        or (_with_after(text, one, after) if after else None)
        or (_as_comparison(ahead, text[one.end : one.end + REACH], one) if comparing else None)
        or (_as_future(ahead, one) if tense == "future" else None)
        or (f"since {one.text}" if _SINCE.search(ahead) and _CLOSE.fullmatch(one.text.lower()) else None)
        or (f"{one.text}'s" if text.startswith(("'s", "’s"), one.end) else one.text)
    )


def surely_past(text: str, one: TimeExpression) -> bool:
    """Whether "ended" or another past form leads right up to it: then it is before the dateline, however far."""
    completed_in = _COMPLETED.search(text, max(0, one.start - REACH), one.start)
    return completed_in is not None or past_form_leads_to(text[max(0, one.start - REACH) : one.start])


def surely_to_come(text: str, one: TimeExpression) -> bool:
    """Whether it stands between a modal and its verb: "may, in (a year or two), be full"."""
    return _MAY_IN.search(text, max(0, one.start - REACH), one.start) is not None


def quarter_that_ended(text: str, one: TimeExpression) -> str | None:
    """A quarter told by its end, where this is or closes it: "the quarter ended (Sept. 29)"."""
    closing = _QUARTER_ENDED.search(text, max(0, one.start - REACH), one.start)
    return f"{closing[0]}{one.text}" if closing else None


def stands_aside(text: str, one: TimeExpression) -> bool:
    """Whether it is only looked back at, so that a report is not about it: "after a flat second quarter"."""
    return _ASIDE.search(text, max(0, one.start - REACH), one.start) is not None


def names_its_event(text: str, one: TimeExpression) -> bool:
    """Whether words follow "three days after" or "the morning": then they tell the time, not what stands before it."""
    if one.text.endswith(("after", "before")):
        return text[one.end : one.end + 2].strip()[:1].isalnum()
    return _DEFINITE.fullmatch(one.text.lower()) is not None and _TOLD_BEHIND.match(text, one.end) is not None


def tells_apart(text: str, one: TimeExpression) -> bool:
    """Whether it is no time but part of a name: "(the night) clinic", "the government of (the day)"."""
    words = one.text.lower()
    if words == "the day":
        return _OF.search(text, max(0, one.start - REACH), one.start) is not None
    return words in _PARTS and _SHIFTS.match(text, one.end) is not None


def stands_for(text: str, before: TimeExpression, one: TimeExpression) -> bool:
    """Whether it says the time before it again, by its event: "June 6, (the day) the bridge fell"."""
    apposed = text[before.end : one.start].strip(" \n") in (",", "--", "-", "–", "—")
    return apposed and one.text.lower() in ("the day", "the week", "the month")


def _between(text: str, first: TimeExpression, last: TimeExpression) -> str | None:
    return text[first.end : last.start] if last.start - first.end <= REACH else None


def _with_before(text: str, before: TimeExpression, one: TimeExpression) -> str | None:
    """As in "April 24 and (25)", "this year as (last)" and "the year-ago quarter, the (second quarter)"."""
    between = _between(text, before, one)
    if between is None:
        return None
    this = _THIS.fullmatch(before.text)
    if this is not None and one.text.lower() == "last":
        return f"last {this[1]}" if _AS_THAN.fullmatch(between) else None
    if _NUMBER.fullmatch(one.text):
        return _DAY.sub(_always(one.text), before.text) if _JOINED.fullmatch(between) else None
    return _as_apposed(before.text.lower(), between, one.text.lower())


def _with_after(text: str, one: TimeExpression, after: TimeExpression) -> str | None:
    """As in "(the quarter) ended July 31", "(the year-ago quarter), the second quarter", "(July) and August 1998"."""
    between = _between(text, one, after)
    if between is None:
        return None
    if _UNNAMED.fullmatch(one.text.lower()) and _ENDED.fullmatch(between):
        return text[one.start : after.end]
    apposed = _as_apposed(one.text.lower(), between, after.text.lower())
    if apposed is not None:
        return apposed
    if _first_word(one.text) not in MONTHS or _first_word(after.text) not in MONTHS or not _JOINED.fullmatch(between):
        return None
    year = None if _YEAR.search(one.text) else _YEAR.search(after.text)
    return f"{one.text} {year[0]}" if year else None


def _as_apposed(year_ago: str, between: str, quarter: str) -> str | None:
    """Two names of one quarter in apposition, together: "the year-ago quarter, the second quarter"."""
    named = _QUARTER_NAME.fullmatch(quarter)
    if named is None or between.strip() not in (",", ", the") or not _YEAR_AGO.search(year_ago):
        return None
    return f"the year-ago {named[1]}"


def _first_word(words: str) -> str:
    split = words.lower().split()
    return split[0].rstrip(".") if split else ""


def _always(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _: words


def _as_comparison(ahead: str, behind: str, one: TimeExpression) -> str | None:
    """As in "up from $5 million (last year)", "(last year)'s results", "(this quarter)'s loss".

    "The $5 million it reported (last year)" says when it was reported, which was not within the period.
    """
    words, of_figures = one.text.lower(), _FIGURES.match(behind) is not None
    if words == "this quarter":
        return "the latest quarter" if of_figures else None
    compared = of_figures or (_COMPARED.search(ahead) is not None and _REPORTED.search(ahead) is None)
    return "a year earlier" if words == "last year" and compared else None


def _as_future(ahead: str, one: TimeExpression) -> str | None:
    """As in "will (one day)", "will be repaid in (five years)"; not "the third in (five years)"."""
    if one.text.lower() == "one day" and _MODAL.search(ahead):
        return "some day"
    found = _IN.search(ahead)
    return f"in {one.text}" if found is not None and found[1].lower() not in ORDINALS else None
