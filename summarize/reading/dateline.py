"""The dateline: the day a text says it was published, and the words at its head that say so.

Only what stands at the head of a text and is plainly a dateline counts: "Published: 6 August 2017" on a line
of its own, "BEIRUT, Aug 6, 2017 (Agency) -" before the first sentence, a bare date before it. A date inside a
sentence is never taken, a date that can be read two ways (06/08/2017) is not guessed, and one without a year
gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from summarize.errors import DatelineError

HEAD_LINES = 5
"""How many of the first lines that are not blank may hold a dateline."""
HEAD_CHARACTERS = 300
"""How far into the text, in code points, such a line may begin."""
MIN_RUNNING_TEXT = 80
"""A line longer than this many characters is running text even without a full stop."""

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}

_MONTH = r"(?i:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?,?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?i:st|nd|rd|th)?"
_GAP = r"[ \t\u00a0]"

_DATE = rf"""(?:
    (?P<iso_year>{_YEAR})(?P<iso_mark>[-/.])(?P<iso_month>0?[1-9]|1[0-2])(?P=iso_mark)(?P<iso_day>{_DAY})(?!\d)
  | (?P<two_first>\d\d?)(?P<two_mark>[-/.])(?P<two_second>\d\d?)(?P=two_mark)(?P<two_year>{_YEAR})(?!\d)
  | (?P<dmy_day>{_DAY}){_ORDINAL}(?:{_GAP}+(?i:of){_GAP}+|[-.]?{_GAP}*)(?P<dmy_month>{_MONTH})
    (?:,?{_GAP}+|-)(?P<dmy_year>{_YEAR})(?!\d)
  | (?P<mdy_month>{_MONTH}){_GAP}*(?P<mdy_day>{_DAY}){_ORDINAL}(?:{_GAP}*,{_GAP}*|{_GAP}+)
    (?P<mdy_year>{_YEAR})(?!\d)
)"""
_DAY_AND_MONTH = rf"(?:{_MONTH}{_GAP}*{_DAY}{_ORDINAL}|{_DAY}{_ORDINAL}{_GAP}+{_MONTH})(?!\d)"
_ZONE = rf"(?:{_GAP}*(?:Z|GMT|UTC|EST|EDT|ET|BST|CET|CEST|PST|PDT|PT|MSK|EET|EEST|AST|IST)\b)"
_CLOCK = rf"""(?:
    (?:[T,]|{_GAP})?{_GAP}*(?:(?i:at){_GAP}+|\|{_GAP}*|[-–]{_GAP}*)?
    (?:\d\d?[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?|(?<=[Aa]t{_GAP})\d{{4}}|\d\d?(?={_GAP}*[ap]\.?m\b))
    (?:{_GAP}*(?i:[ap]\.?m\b\.?))?
    (?:{_GAP}*[+-]\d\d:?\d\d)?
    {_ZONE}?(?:{_GAP}*\({_ZONE}\))?
)"""
_LABEL = rf"""(?i:
    (?:first{_GAP}+|last{_GAP}+|originally{_GAP}+)?
    (?:date{_GAP}+of{_GAP}+publication|publication{_GAP}+date|date{_GAP}+published|release{_GAP}+date
      |published|publish(?:ed)?{_GAP}+date|posted|updated|update|modified|dated|date|created|issued|released)
    (?:{_GAP}+(?:on|at))?
)\b{_GAP}*[:|–-]?{_GAP}*"""

_WHEN = rf"""
    (?:{_CLOCK}{_GAP}*[,|]?{_GAP}*)?(?:{_WEEKDAY}{_GAP}*)?{_DATE}{_CLOCK}?
"""
_LABELLED = re.compile(rf"{_LABEL}{_WHEN}", re.VERBOSE)
_UPDATE = re.compile(rf"{_GAP}*[|•·,;–-]?{_GAP}*{_LABEL}{_WHEN}", re.VERBOSE)
_BARE = re.compile(_WHEN, re.VERBOSE)
_PARTIAL = re.compile(rf"(?:{_LABEL})?(?:{_WEEKDAY}{_GAP}*)?{_DAY_AND_MONTH}{_CLOCK}?", re.VERBOSE)
_NAME = rf"[A-Z][\w.’'-]*(?:{_GAP}+[A-Z][\w.’'-]*)"
_FROM = rf"(?:{_GAP}*{_NAME}{{0,3}}{_GAP}*[|•·,–-])?"
_SERIES = (
    rf"{_NAME}{{0,5}}{_GAP}*(?:\#|\b(?i:no\.|report|update|bulletin|brief|issue)){_GAP}*\d{{1,4}}{_GAP}*[|•·,:(–-]"
)
_BYLINE = re.compile(
    rf"""(?:
    (?i:by){_GAP}+[^|\d\n]{{2,80}}?{_GAP}*[|•·,–-]{_FROM}
  | {_NAME}{{0,5}}(?:,{_GAP}*{_NAME}{{0,3}})?{_GAP}*[|•·] | {_NAME}?, | {_SERIES}
){_GAP}*""",
    re.VERBOSE,
)
"""What may stand before the date on a line of its own: who wrote and where, a place, a report with its number."""
_AFTER_LINE = re.compile(rf"{_GAP}*\)?{_GAP}*[|•·,.–-]?{_GAP}*(?:(?i:by){_GAP}+{_NAME}{{0,5}})?{_GAP}*\Z")
_START = r"[\"'“‘«`(\[]*[^\W_a-z]"
_BEFORE_SENTENCE = re.compile(rf"{_GAP}*(?:[-–—|:•·]{_GAP}*|{_GAP}+)(?={_START})")
_BEFORE_BYLINE = re.compile(rf"{_GAP}+(?=(?i:by){_GAP})")
_CITY = r"[A-Z][A-Z’'.-]+"
_REGION = rf"(?:,{_GAP}*(?!{_MONTH}){_NAME}{{0,3}}|{_GAP}*\({_NAME}{{0,3}}\)(?=,))?"
_PLACED = re.compile(
    rf"""
    (?P<place>{_CITY}(?:(?:{_GAP}+|/){_CITY}){{0,4}}{_REGION}
      | {_NAME}{{0,3}}{_REGION}(?=,?{_GAP}*(?:\(|{_MONTH}|{_DAY}{_GAP}))
    )?
    (?:,?{_GAP}*(?:{_WEEKDAY}{_GAP}*)?(?:
        (?P<full>{_DATE})
      | (?P<short_day>{_DAY}){_GAP}+(?P<short_month>{_MONTH}){_GAP}+(?P<short_year>\d\d)\b(?![:.]\d)
      | (?P<partial>{_DAY_AND_MONTH})
    ))?
    {_GAP}*,?{_GAP}*
    (?P<agency>\([A-Z][^()\n]{{1,40}}\)|\([a-z]{{2,3}}(?:/[a-z]{{2,3}})*\)|/[A-Z][^/\n]{{1,30}}/)?
    (?(agency){_GAP}*[-–—_:]+{_GAP}*|(?:{_GAP}*(?:--+|[–—]){_GAP}*|{_GAP}+-{_GAP}+))
    (?={_START}|\Z)
    """,
    re.VERBOSE,
)
_STOPPED = re.compile(
    rf"{_NAME}{{0,3}}{_REGION}[.,]{_GAP}+(?:{_WEEKDAY}{_GAP}*)?{_DATE}\.{_GAP}+(?={_START})", re.VERBOSE
)
"""A place and a day that end in a full stop and open the text: "Nairobi. August 12, 2017. Four people …"."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_VALUE = re.compile(rf"\s*(?:{_WEEKDAY}\s*)?{_DATE}{_CLOCK}?(?:\s+GMT|\s+UTC)?\s*", re.VERBOSE)


POSIX_PIVOT = 69
"""First year of two digits that belongs to the twentieth century (POSIX strptime, `%y`)."""
LAST_SHORT_YEAR = 99


@dataclass(frozen=True)
class Dateline:
    """What the head of a text says about its day.

    Attributes:
        date: The day; None when nothing or nothing certain is said.
        spans: Stretches of the text, in code points, that are dateline rather than sentence: date lines,
            "BEIRUT (Agency) -", a leading date.
        reason: Why there is no date although something looks like one.
    """

    date: date | None
    spans: tuple[tuple[int, int], ...] = ()
    reason: str | None = None


def find_dateline(text: str) -> Dateline:
    """Find the dateline at the head of `text`."""
    spans: list[tuple[int, int]] = []
    found: date | None = None
    reason: str | None = None
    for start, end in _head(text):
        match = _line_dateline(text[start:end], first=not text[:start].strip())
        if match is None:
            continue
        length, day, why = match
        spans.append((start, start + length))
        found = found or day
        reason = reason or why
    return Dateline(date=found, spans=tuple(spans), reason=None if found else reason)


def parse_dateline(value: str, *, where: str | None = None) -> date:
    """Read one date as given by hand or by metadata.

    Args:
        value: ISO 8601 (a time of day is allowed), or a date with its month in words.
        where: File, line or option it was given in, for the error.

    Raises:
        DatelineError: It is no calendar date, or can be read two ways.
    """
    match = _VALUE.fullmatch(value)
    day, why = _read(match) if match else (None, f"{_short(value)!r} is not a date")
    if day is None:
        raise DatelineError(why or "", where=where, hint="write the date as YYYY-MM-DD, for example 2017-08-06")
    return day


def _head(text: str) -> Iterator[tuple[int, int]]:
    """First lines of the text that are not blank, without the space around them."""
    window = text[: HEAD_CHARACTERS * 4]
    lines = re.finditer(r"[^\s][^\r\n\u2028\u2029]*", window)
    for number, line in enumerate(lines):
        if number == HEAD_LINES or line.start() > HEAD_CHARACTERS:
            return
        yield line.start(), line.start() + len(line.group().rstrip())


def _line_dateline(line: str, *, first: bool) -> tuple[int, date | None, str | None] | None:
    """How many characters at the head of a line are dateline, the day, and why there is none."""
    stopped = _STOPPED.match(line) if first else None
    if stopped is not None:
        return stopped.end(), *_read(stopped)
    return _dated_head(line) or _placed_head(line)


def _dated_head(line: str) -> tuple[int, date | None, str | None] | None:
    """A date with nothing before it but a label or a byline."""
    byline = _BYLINE.match(line)
    for start in (0, byline.end() if byline else 0):
        for pattern in (_LABELLED, _BARE):
            match = pattern.match(line, start)
            if match is None:
                continue
            day, why = _read(match)
            if _AFTER_LINE.match(line, _after_updates(line, match.end())):
                return len(line), day, why
            rest = _BEFORE_SENTENCE.match(line, match.end())
            if rest is None and pattern is _LABELLED:
                rest = _BEFORE_BYLINE.match(line, match.end())
            if rest is not None and start == 0:
                return rest.end(), day, why
    partial = _PARTIAL.match(line)
    if partial is not None and _AFTER_LINE.match(line, partial.end()):
        return len(line), None, _no_year(partial.group())
    return None


def _after_updates(line: str, end: int) -> int:
    """Where a date line goes on after "| Updated 7 August 2017" and the like."""
    while match := _UPDATE.match(line, end):
        end = match.end()
    return end


def _placed_head(line: str) -> tuple[int, date | None, str | None] | None:
    """A place, a day or an agency before a dash, as in "BEIRUT, Aug 6, 2017 (Agency) -"."""
    match = _PLACED.match(line)
    if match is None or not (match["place"] or match["agency"]):
        return None
    dated = match["full"] or match["short_year"]
    if dated:
        return match.end(), *_read(match)
    if not (match["agency"] or match["partial"]) and not _is_running_text(line[match.end() :]):
        return None
    return match.end(), None, _no_year(match["partial"]) if match["partial"] else None


def _is_running_text(rest: str) -> bool:
    """Whether what follows a place in capitals is a sentence, not more capitals or the rest of a headline."""
    return not rest.isupper() and bool(_SENTENCE_END.search(rest) or len(rest) > MIN_RUNNING_TEXT)


def _no_year(words: str) -> str:
    return f"the dateline {words.strip()!r} names no year"


def _read(match: re.Match[str]) -> tuple[date | None, str | None]:
    """Day of a match that holds the groups of a date, or why there is none."""
    group = match.groupdict()
    if group["two_year"]:
        return _read_two_way(int(group["two_year"]), int(group["two_first"]), int(group["two_second"]), match)
    form = next(form for form in ("iso", "dmy", "mdy", "short") if group.get(f"{form}_year"))
    month = group[f"{form}_month"].rstrip(".").casefold()
    number = int(month) if month.isdigit() else _MONTH_NUMBER[month]
    year = int(group[f"{form}_year"])
    return _calendar_day(year + _century(year), number, int(group[f"{form}_day"]), match)


def _century(year: int) -> int:
    """What to add to a year; one of two digits is read as POSIX does, 69 being 1969."""
    if year > LAST_SHORT_YEAR:
        return 0
    return 1900 if year >= POSIX_PIVOT else 2000


def _read_two_way(year: int, first: int, second: int, match: re.Match[str]) -> tuple[date | None, str | None]:
    """Day of "06/08/2017" when only one order is a date, or both are the same one."""
    readings = {
        day
        for month, number in ((second, first), (first, second))
        if (day := _calendar_day(year, month, number, match)[0]) is not None
    }
    if len(readings) == 1:
        return readings.pop(), None
    if readings:
        either = " or ".join(sorted(day.isoformat() for day in readings))
        return None, f"{_short(match.group().strip())!r} can be read as {either}"
    return None, f"{_short(match.group().strip())!r} is not a calendar date"


def _calendar_day(year: int, month: int, day: int, match: re.Match[str]) -> tuple[date | None, str | None]:
    try:
        return date(year, month, day), None
    except ValueError:
        return None, f"{_short(match.group().strip())!r} is not a calendar date"


def _short(value: str, limit: int = 60) -> str:
    return value if len(value) <= limit else value[: limit - 1] + "…"
