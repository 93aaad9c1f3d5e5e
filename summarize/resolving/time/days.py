"""Rules for several days of one month: "2 to 7 February", "the 2nd and 7th of June", "February 2, 4 and 7"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from summarize.lexicon.words import CONJUNCTIONS, PREPOSITIONS
from summarize.resolving.time.counting import ordinal
from summarize.resolving.time.dates import day_first, day_in_month, month_name, named_day, plain_day
from summarize.resolving.time.frame import Frame, Meaning, Reading, TimeKind
from summarize.resolving.time.parts import Between
from summarize.resolving.time.vocabulary import Parsed, Tokens

LONGEST_MONTH = 31
RANGE_JOINTS = frozenset(["to", "until", "till", "through", "-", "–", "—"])


@dataclass(frozen=True)
class Days:
    """Single days of one month: "2 and 7 February"."""

    span: Between
    numbers: tuple[int, ...]
    kind: TimeKind = TimeKind.DATE

    def reckon(self, frame: Frame) -> Reading:
        """From the first to the last, with a note that those between are not named."""
        found = self.span.reckon(frame)
        first = found.period.start
        named = [first.replace(day=number).isoformat() for number in self.numbers] if first else []
        return found.noting(f"{', '.join(named)}: not the days between")


@dataclass(frozen=True)
class _Row:
    """Ascending day numbers that are joined, with the positions of the last and after it."""

    numbers: tuple[int, ...]
    joint: str
    last: int
    after: int

    def of(self, month: int, last: Meaning, *, between: bool = False) -> Meaning:
        """These days of a month; two that touch and what "to" or "between" joins are all the days."""
        span = Between(named_day(month, self.numbers[0]), last)
        listed = self.joint == "and" and not between
        apart = any(later - earlier > 1 for earlier, later in pairwise(self.numbers))
        return Days(span, self.numbers) if listed and apart else span


def days_first(tokens: Tokens, at: int, *, between: bool = False) -> Parsed:
    """As in "2 to 7 February", "2, 4 and 7 February 2023", "5/6 June"; behind "between" an "and" joins a range."""
    row = _row(tokens, at)
    last = day_first(tokens, row.last) if row else None
    if row is None or last is None:
        return None
    month = month_name(tokens, row.after + 1 if tokens[row.after].word in ("of", "-") else row.after)
    if month is None or counts_things(tokens, at, last[1]):
        return None
    return row.of(month[0], last[0], between=between), last[1]


def month_then_days(tokens: Tokens, at: int) -> Parsed:
    """As in "February 2 and 7", "February 2, 4 and 7, 2023"; in "February 2 and 7 people died" seven are counted."""
    month = month_name(tokens, at)
    row = _row(tokens, month[1]) if month else None
    if month is None or row is None or row.joint != "and":
        return None
    last = day_in_month(month[0], row.numbers[-1], tokens, row.after)
    if last is None or (last[1] == row.after and not _ends(tokens, row.after)):
        return None
    return row.of(month[0], last[0]), last[1]


def counts_things(tokens: Tokens, at: int, after: int) -> bool:
    """Whether joined numbers count what a month only tells apart: "sent 2 to 7 May fighters".

    In "on 2-7 May fighters fled" and "Between 2 and 7 May fighters fled" they open the clause as a time does.
    """
    noun = tokens[after]
    plural = noun.word.isalpha() and noun.word.endswith("s") and not noun.capital and noun.word not in _VERBS
    return plural and tokens[after - 1].number is None and not _opens_clause(tokens, at)


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether the numbers open the text, or stand behind a word that dates or a "Between" that opens a sentence."""
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.word not in _OPENING or before.capital or at == 1:
        return before.word in _DATING or before.word in _OPENING
    return tokens[at - 2].word in _DATING


_VERBS = frozenset(["was", "is", "has"])
_OPENING = frozenset(["between", "from"])
_DATING = frozenset(["on", "the", "during", "since"])


def _row(tokens: Tokens, at: int) -> _Row | None:
    """The days that begin here: commas between them, "and" or a sign of range before the last."""
    numbers: tuple[int, ...] = ()
    place, joint = at, ","
    while joint == ",":
        found = _numbered(tokens, place, numbers)
        if found is None:
            return None
        numbers, (joint, place) = (*numbers, found[0]), _joint(tokens, found[1], several=bool(numbers))
    if joint != "and" and (joint not in RANGE_JOINTS or len(numbers) > 1):
        return None
    last = _numbered(tokens, place, numbers)
    return _Row((*numbers, last[0]), joint, place, last[1]) if last else None


def _joint(tokens: Tokens, at: int, *, several: bool) -> tuple[str, int]:
    """What joins a day to the next, and the position after it: ", and" behind several, the "/" of "5/6" as a hyphen."""
    sign, following = tokens[at], tokens[at + 1]
    if sign.word == "," and following.word == "and" and several:
        return "and", at + 2
    return "-" if sign.word == "/" and sign.glued and following.glued else sign.word, at + 1


def _numbered(tokens: Tokens, at: int, before: tuple[int, ...]) -> tuple[int, int] | None:
    """The number of a day, later than those before it, and the position after it: "7", "the 7th"."""
    start = at + 1 if tokens[at].word == "the" else at
    found = None if tokens[start].number is None else ordinal(tokens, start) or plain_day(tokens, start)
    if found is None:
        return None
    return found if (before[-1] if before else 0) < found[0] <= LONGEST_MONTH else None


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether a row of numbers is complete here: no noun that the last one counts and no more of its digits."""
    following = tokens[at]
    if following.word.isalpha():
        return following.word in PREPOSITIONS or following.word in CONJUNCTIONS
    return not (following.glued and tokens[at + 1].glued and tokens[at + 1].text.isdigit())
