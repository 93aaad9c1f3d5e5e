"""A sentence as a row of words, with the little grammar that attribution needs: verbs, adverbs, time adjuncts.

Each quotation is folded into one unit, because the words inside are somebody else's clause. No tagger is
needed for the patterns newspapers attribute with, and none is loaded: this runs on every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from summarize.article import Sentence
from summarize.lexicon.grammar import (
    ADVERBS,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    IRREGULAR_PASTS,
    PARTICIPIAL_ADJECTIVES,
    TIME_OPENERS,
    word_set,
)
from summarize.lexicon.reporting import REPORTING_VERBS, Form
from summarize.lexicon.words import ARTICLES
from summarize.record import Span
from summarize.resolving.quotations import Quotation
from summarize.tuples import cut, maker

_WORD = re.compile(
    r"""(?=\S)(
      [a-z]++(?![\w.&/’'-])
      | [a-z](?!\.)\w*(?:[-’'.&/]\w+)*
      | (?:[A-Za-z]\.){2,}
      | \b(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|Capt|Cpl|Sen|Rep|Gov|Prof|St|Rev|Jr|Sr|Brig|Adm|Cmdr
          |Insp|Hon|Spc|Pfc|Pvt|Amb|Supt)\.
      | \d[\d,.]*\d%?
      | \w+(?:[-’'.&/]\w+)*
      | --+
      | [^\w\s])""",
    re.VERBOSE,
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|aug|sept|oct|nov|dec)\.?)"
)
_TIME = re.compile(
    rf"""^(?:(?:on|late|early|earlier|later|since|last|next|this|in|by|until|over)\s+)*
        (?:(?:the|a|late|early|earlier|last|same)\s+)*
        (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\.
          |today|yesterday|tonight|tomorrow|later|earlier|now|then|recently|meanwhile
          |(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}}|\s+\d{{4}}|\s*,)*
          |weekend|week|month|year|day|morning|afternoon|evening|night|noon)
        (?:\s+(?:morning|afternoon|evening|night|week|month|year|,|ago|later|earlier|before|after))*$
      | ^(?:in|since|by)\s+\d{{4}}$""",
    re.IGNORECASE | re.VERBOSE,
)
_FINITE = IRREGULAR_PASTS | {
    word for word, verb in REPORTING_VERBS.items() if verb.form in {Form.PAST, Form.THIRD} and not verb.noun
}
_TIME_WORDS = TIME_OPENERS - word_set("on late early since last next this in by until over the a same")
"""Words of which each time adjunct without a bare year has one: most articles and prepositions open none."""
_TIME_ENDS = TIME_OPENERS | {"ago", "before", "after"}
"""Words of which one ends each time adjunct that no number ends."""
_WITH_TIMES = frozenset((",", "."))
"""Marks that belong to a time adjunct: "on Monday," "in Feb."."""
LONGEST_TIME = 5
"""Words a time adjunct may have: "on the morning of" and longer are left to the time resolver."""
_TIME_CHARACTERS = 60
_DASH = "–"
"""What a hyphen between blanks is read as."""
SENTENCE_MARKS = frozenset((".", "!", "?", ";", ""))
"""Marks that end a clause; the empty string is the end of the row."""
MARKS = SENTENCE_MARKS | {","}
"""The same with the comma."""
CONTENT_SIGNS = frozenset(("that", ":", "“"))
"""What opens what is reported."""
CONTENT_BREAKS = CONTENT_SIGNS | MARKS
"""Where what is reported begins, or the clause that may report ends."""
CLAUSE_REACH = 14
"""Words behind a verb within which its complement must show itself."""
_STATEMENT_WORDS = 7
"""From this many words on, a quotation is a statement even without a closing mark of its own."""
_SHORTEST = 4
"""Longest word that is no -ed or -ly form: "red", "bed", "only"."""


class Unit(NamedTuple):
    """A word, a mark, or a whole quotation; offsets in the article.

    Attributes:
        start, end: Within the sentence.
        text: As written; in lower case where the whole sentence is in capitals.
        lower: The same in lower case.
        inner: For a quotation, what stands between its marks, even beyond the sentence.
    """

    start: int
    end: int
    text: str
    lower: str
    inner: tuple[int, int] | None = None

    @property
    def quotation(self) -> bool:
        """Whether it is a folded quotation."""
        return self.inner is not None

    @property
    def word(self) -> bool:
        """Whether it is a word or number."""
        return self.inner is None and self.text[0].isalnum()

    @property
    def speech(self) -> bool:
        """Whether it is a quoted statement rather than a quoted word or two."""
        if self.inner is None:
            return False
        inside = self.text.strip("“”\"'‘’«»„`")
        return inside[-1:] in {",", ".", "?", "!", "…"} or inside.count(" ") >= _STATEMENT_WORDS


_unit = maker(Unit)


class Row:
    """The units of one sentence.

    Attributes:
        number: Sentence number.
        text: The article's text.
        units: The sentence's units in order.
        heading: Whether the sentence is a headline or sub-heading.
        lowers: Every unit in lower case, in order.
        vocabulary: The same as a set.
    """

    def __init__(self, number: int, text: str, units: Sequence[Unit], *, heading: bool = False) -> None:
        self.number, self.text, self.units, self.heading = number, text, units, heading
        self.lowers = [unit.lower for unit in units]
        self.vocabulary = frozenset(self.lowers)

    def __len__(self) -> int:
        return len(self.units)

    def lower(self, index: int) -> str:
        """Lower-case text of a unit; empty outside the sentence."""
        lowers = self.lowers
        return lowers[index] if 0 <= index < len(lowers) else ""

    def words(self, start: int, end: int) -> str:
        """Article text from unit `start` up to unit `end`."""
        return self.text[self.units[start].start : self.units[end - 1].end] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """Span in the article from unit `start` up to unit `end`."""
        first, last = self.units[start].start, self.units[end - 1].end
        return Span(start=first, end=last, text=self.text[first:last])

    @cached_property
    def is_quotation(self) -> bool:
        """Whether the sentence is nothing but somebody's speech."""
        return bool(self.units) and self.units[0].quotation and not any(unit.word for unit in self.units)

    @cached_property
    def ends_quoted(self) -> bool:
        """Whether the last words are a statement in quotation marks."""
        last = next((unit for unit in reversed(self.units) if unit.word or unit.quotation), None)
        return last is not None and last.speech

    @cached_property
    def left_open(self) -> bool:
        """Whether a quotation runs on behind the sentence, as in speech of several paragraphs."""
        inner = self.units[-1].inner if self.units else None
        return inner is not None and inner[1] >= self.units[-1].end


def row_of(text: str, sentence: Sentence, quotations: Sequence[Quotation]) -> Row:
    """Units of a sentence of `text`; `quotations` are those that touch it, in order."""
    start, end = sentence.start, sentence.end
    units: list[Unit] = []
    at = start
    shouted = text[start:end].isupper()
    for quotation in quotations:
        units += _words(text, at, max(at, quotation.outer_start), shouted=shouted)
        opening, closing = max(quotation.outer_start, start), min(quotation.outer_end, end)
        if opening < closing:
            units.append(Unit(opening, closing, text[opening:closing], "“", (quotation.start, quotation.end)))
        at = max(at, min(quotation.outer_end, end))
    units += _words(text, at, end, shouted=shouted)
    return Row(sentence.number, text, units, heading=sentence.heading)


def _words(text: str, start: int, end: int, *, shouted: bool) -> list[Unit]:
    """Words and marks; where a whole sentence is in capitals, a capital is no sign of a name."""
    starts, ends, words, _ = cut(_WORD, text[start:end], start)
    small = list(map(str.lower, words))
    if "-" in small and " - " in text[start:end]:
        small = [_DASH if _sets_apart(text, *at) else word for word, *at in zip(small, starts, ends, strict=False)]
    return list(map(_unit, zip(starts, ends, small if shouted else words, small, repeat(None), strict=False)))


def _sets_apart(text: str, start: int, end: int) -> bool:
    """Whether a hyphen between blanks is a dash: "the monitor - a doctor in exile - said", but not "10 - 12"."""
    if text[start:end] != "-" or not (text[start - 1 : start].isspace() and text[end : end + 1].isspace()):
        return False
    return not (text[start - 2 : start - 1].isdigit() and text[end + 1 : end + 2].isdigit())


def is_time(phrase: str) -> bool:
    """Whether the words are nothing but a time adjunct ("on Friday", "earlier this week")."""
    bare = phrase.strip(" ,") if len(phrase) <= _TIME_CHARACTERS else ""
    words = bare.rsplit(maxsplit=1)
    if not words or not (words[-1].isdigit() or words[-1].casefold().rstrip(".") in _TIME_ENDS):
        return False
    return _TIME.match(bare) is not None


def time_end(row: Row, start: int) -> int:
    """One past the longest time adjunct that starts at unit `start`; `start` when there is none."""
    opener = row.lower(start)
    if opener.rstrip(".") not in TIME_OPENERS and not opener.isdigit():
        return start
    if _TIME_WORDS.isdisjoint(row.lowers[start : start + LONGEST_TIME]) and not row.lower(start + 1).isdigit():
        return start
    for end in range(min(start + LONGEST_TIME, len(row)), start, -1):
        if is_time(row.words(start, end)):
            return end
    return start


def may_end_time(word: str) -> bool:
    """Whether some time adjunct can end with a word or mark; most phrases end otherwise, and need no closer look."""
    return word in _TIME_ENDS or word in _WITH_TIMES or word[-1:].isdigit()


def is_adverb(word: str) -> bool:
    """Whether the word may stand between subject and verb without being either."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > _SHORTEST)


def is_finite(row: Row, index: int) -> bool:
    """Whether the unit looks like a finite verb; only lower-case words do."""
    word = row.lowers[index]
    auxiliary, listed = word in AUXILIARIES, word in _FINITE
    if not (auxiliary or listed or _is_regular_past(word)) or row.units[index].text[0].isupper():
        return False
    if auxiliary:
        return True
    return row.lower(index + 1) != "by" and row.lower(index - 1) not in (ARTICLES if listed else DETERMINERS)


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > _SHORTEST and "-" not in word and word not in PARTICIPIAL_ADJECTIVES


def group_start(row: Row, verb: int) -> int:
    """First unit of the verb group that ends at `verb`: auxiliaries and adverbs included."""
    start = verb
    while start > 0:
        unit = row.units[start - 1]
        if not (unit.lower in AUXILIARIES or unit.lower in {"'s", "’s"} or (unit.word and is_adverb(unit.lower))):
            break
        start -= 1
    return start


def quoted_just_before(row: Row, start: int) -> bool:
    """Whether a quoted statement ends right in front of unit `start`."""
    index = start - 1
    if row.lower(index) == "," or row.lower(index) in DASHES:
        index -= 1
    return index >= 0 and row.units[index].speech


def has_verb(row: Row, units: tuple[int, int] | None) -> bool:
    """Whether the unit range holds a finite verb."""
    return units is not None and any(is_finite(row, at) for at in range(*units))
