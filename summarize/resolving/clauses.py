"""A sentence as a row of words, with the little grammar that attribution needs: verbs, adverbs, time adjuncts.

Each quotation is folded into one unit, because the words inside are somebody else's clause. No tagger is
needed for the patterns newspapers attribute with, and none is loaded: this runs on every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import repeat

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
from summarize.tuples import cut

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


class Row:
    """The units of one sentence, in columns: a unit is a word, a mark, or a whole quotation.

    Attributes:
        number: Sentence number.
        text: The article's text.
        heading: Whether the sentence is a headline or sub-heading.
        starts, ends: Where each unit lies in the article, within the sentence.
        texts: Each as written; in lower case where the whole sentence is in capitals.
        lowers: The same in lower case, and a sign for a quotation.
        inners: Of each quotation what stands between its marks, even beyond the sentence; None for other units.
        vocabulary: The lower-case units as a set.
    """

    def __init__(self, text: str, sentence: Sentence, quotations: Sequence[Quotation]) -> None:
        self.number, self.text, self.heading = sentence.number, text, sentence.heading
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.texts: list[str] = []
        self.lowers: list[str] = []
        self.inners: list[tuple[int, int] | None] = []
        at, end = sentence.start, sentence.end
        shouted = text[at:end].isupper()
        for quotation in quotations:
            self._add_words(at, max(at, quotation.outer_start), shouted=shouted)
            self._fold(quotation, max(quotation.outer_start, sentence.start), min(quotation.outer_end, end))
            at = max(at, min(quotation.outer_end, end))
        self._add_words(at, end, shouted=shouted)
        self.vocabulary = frozenset(self.lowers)

    def _add_words(self, start: int, end: int, *, shouted: bool) -> None:
        """Words and marks; where a whole sentence is in capitals, a capital is no sign of a name."""
        if start == end:
            return
        piece = self.text[start:end]
        starts, ends, words, _ = cut(_WORD, piece, start)
        small = list(map(str.lower, words))
        if "-" in small and " - " in piece:
            apart = (_sets_apart(self.text, *at) for at in zip(starts, ends, strict=False))
            small = [_DASH if dash else word for word, dash in zip(small, apart, strict=False)]
        self.starts += starts[: len(words)]
        self.ends += ends
        self.texts += small if shouted else words
        self.lowers += small
        self.inners += repeat(None, len(words))

    def _fold(self, quotation: Quotation, start: int, end: int) -> None:
        """Makes one unit of a quotation, as far as it stands in the sentence."""
        if start < end:
            self.starts.append(start)
            self.ends.append(end)
            self.texts.append(self.text[start:end])
            self.lowers.append("“")
            self.inners.append((quotation.start, quotation.end))

    def __len__(self) -> int:
        return len(self.lowers)

    def lower(self, index: int) -> str:
        """Lower-case text of a unit; empty outside the sentence."""
        lowers = self.lowers
        return lowers[index] if 0 <= index < len(lowers) else ""

    def words(self, start: int, end: int) -> str:
        """Article text from unit `start` up to unit `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """Span in the article from unit `start` up to unit `end`."""
        first, last = self.starts[start], self.ends[end - 1]
        return Span(start=first, end=last, text=self.text[first:last])

    def is_folded(self, index: int) -> bool:
        """Whether a unit is a folded quotation."""
        return self.inners[index] is not None

    def is_word(self, index: int) -> bool:
        """Whether a unit is a word or number."""
        return self.inners[index] is None and self.texts[index][0].isalnum()

    def is_speech(self, index: int) -> bool:
        """Whether a unit is a quoted statement rather than a quoted word or two."""
        if self.inners[index] is None:
            return False
        inside = self.texts[index].strip("“”\"'‘’«»„`")
        return inside[-1:] in {",", ".", "?", "!", "…"} or inside.count(" ") >= _STATEMENT_WORDS

    @cached_property
    def is_quotation(self) -> bool:
        """Whether the sentence is nothing but somebody's speech."""
        return len(self) > 0 and self.is_folded(0) and not any(map(self.is_word, range(len(self))))

    @cached_property
    def ends_quoted(self) -> bool:
        """Whether the last words are a statement in quotation marks."""
        last = next((at for at in range(len(self) - 1, -1, -1) if self.is_word(at) or self.is_folded(at)), None)
        return last is not None and self.is_speech(last)

    @cached_property
    def left_open(self) -> bool:
        """Whether a quotation runs on behind the sentence, as in speech of several paragraphs."""
        inner = self.inners[-1] if self.inners else None
        return inner is not None and inner[1] >= self.ends[-1]


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
    if not (auxiliary or listed or _is_regular_past(word)) or row.texts[index][0].isupper():
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
        word = row.lowers[start - 1]
        if not (word in AUXILIARIES or word in {"'s", "’s"} or (is_adverb(word) and row.is_word(start - 1))):
            break
        start -= 1
    return start


def quoted_just_before(row: Row, start: int) -> bool:
    """Whether a quoted statement ends right in front of unit `start`."""
    index = start - 1
    if row.lower(index) == "," or row.lower(index) in DASHES:
        index -= 1
    return index >= 0 and row.is_speech(index)


def has_verb(row: Row, units: tuple[int, int] | None) -> bool:
    """Whether the unit range holds a finite verb."""
    return units is not None and any(is_finite(row, at) for at in range(*units))
