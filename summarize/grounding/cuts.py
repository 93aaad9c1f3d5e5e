"""What a quotation leaves behind at its edges, although every word of it stands in the source.

"The army had taken the town" stands word for word in "denied that the army had taken the town", "200
people" in "at least 200 people", "two" in "two hundred". A cut *turns* the words when it leaves behind what negates or
denies the clause they assert, or part of a number or a compound; it *weakens* them when it leaves behind a hedge, a
modal or the other end of a range. A bare noun phrase asserts nothing: "official confirmation" out of "no
official confirmation" is weakened, not turned.

The rules read English function words and word endings, not grammar: they are meant to catch what stands directly in
front or behind, in the same clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarize.grounding.normalise import Token
from summarize.grounding.source import SourceText
from summarize.lexicon.negation import (
    CLAIM_NOUNS,
    CORRELATES,
    DENIALS,
    FOREIGN_NEGATORS,
    NEGATIONS,
    NEGATIVE_DETERMINERS,
    NEGATIVE_PREFIXES,
    NEGATIVE_PRONOUNS,
    NEGATIVE_SUFFIXES,
    NEGATORS,
    SPANISH,
)
from summarize.lexicon.protected import (
    BOUNDS,
    COMPARATIVES,
    HEDGES,
    LASTING,
    MODALS,
    NUMBER_HEDGES,
    REPORTING,
    TIME_WORDS,
)
from summarize.lexicon.verbs import BE, DO_AND_MODALS, FINITE, HAVE, IRREGULAR, LINKING_ADVERBS

_REACH: Final = 10
_NEAR_REACH: Final = 4
_SHORTEST_PAST: Final = 4
_LONGEST_NUMBER: Final = 8
_HYPHENS: Final = frozenset("-\u2010\u2011")
_CLAUSE_MARKS: Final = frozenset(',;:()"“”«»—–')
_CONTENT_MARKERS: Final = frozenset({"that"})
_PREPOSITIONS: Final = frozenset(["by", "to", "in", "at", "of", "from", "on", "for", "with"])
_UNDOUBTED: Final = frozenset({"doubt", "question"})
_CARRIERS: Final = DO_AND_MODALS | HAVE
_NEGATIVE: Final = NEGATIVE_DETERMINERS | NEGATIVE_PRONOUNS
_NEGATIVE_ENDINGS: Final = NEGATIVE_PRONOUNS | {"no", "neither"}
_OVER_A_TIME: Final = frozenset({"over", "under", "above", "below"})
_CONDITIONS: Final = frozenset({"if", "whether", "unless"})


@dataclass(frozen=True)
class Cut:
    """Words left behind directly before or after a quotation.

    Attributes:
        words: The words left behind, as written.
        why: What they do to the quotation.
        turns: Whether the quotation says something else without them; otherwise it only says it more firmly.
    """

    words: str
    why: str
    turns: bool


class _Place:
    """A range of the source's words and what stands around it in the same sentence.

    Attributes:
        source: The text.
        first, last: Half-open range of word numbers.
        words: The words themselves.
        before: Up to ten words before, nearest first.
        after: Up to four words after.
        gap_before: What is written between the quotation and the word before it.
        gap_after: What is written between the quotation and the word after it.
    """

    def __init__(self, source: SourceText, first: int, last: int) -> None:
        tokens, starts = source.tokens, source.sentence_starts
        begin = starts[bisect_right(starts, first) - 1]
        end = starts[bisect_left(starts, last)]
        self.source, self.first, self.last = source, first, last
        self.words = tokens[first:last]
        self.before = tokens[max(begin, first - _REACH) : first][::-1]
        self.after = tokens[last : min(end, last + _NEAR_REACH)]
        self.gap_before = source.text[self.before[0].end : self.words[0].start] if self.before else "\n"
        self.gap_after = source.text[self.words[-1].end : self.after[0].start] if self.after else "\n"

    @cached_property
    def first_clause(self) -> Sequence[Token]:
        """The quotation up to its first clause mark."""
        text, words = self.source.text, self.words
        for index in range(1, len(words)):
            if _CLAUSE_MARKS & set(text[words[index - 1].end : words[index].start]):
                return words[:index]
        return words

    @cached_property
    def asserts(self) -> bool:
        """Whether the first clause has a verb that asserts, as far as word forms tell."""
        clause, text = self.first_clause, self.source.text
        for index, token in enumerate(clause):
            if token.folded in FINITE or token.folded in IRREGULAR:
                return True
            hyphenated = token.start and text[token.start - 1] in _HYPHENS
            if index and token.folded.endswith("ed") and len(token.folded) > _SHORTEST_PAST and not hyphenated:
                return True
        return False

    @cached_property
    def spanish(self) -> bool:
        """Whether two function words of Spanish stand in or around the quotation."""
        around = {token.folded for token in (*self.before, *self.words[:_REACH], *self.after)}
        return len(around & SPANISH) > 1

    def parted(self, depth: int) -> bool:
        """Whether a clause mark stands behind the word at this depth before the quotation."""
        end = self.before[depth - 1].start if depth else self.words[0].start
        return bool(_CLAUSE_MARKS & set(self.source.text[self.before[depth].end : end]))

    def written(self, depth: int) -> str:
        """The `depth` words before the quotation, as written."""
        return self.source.text[self.before[depth - 1].start : self.before[0].end]


def cuts(source: SourceText, start: int, end: int) -> tuple[Cut, ...]:
    """What is left behind when `source.text[start:end]` is quoted alone; what turns it comes first."""
    return _left_behind(source, start, end, _RULES)


def number_cuts(source: SourceText, start: int, end: int) -> tuple[Cut, ...]:
    """Of that, what bears on a number: the rest of a number, a word or a name that it is part of, and a hedge."""
    return _left_behind(source, start, end, _NUMBER_RULES)


def _left_behind(source: SourceText, start: int, end: int, rules: Sequence[_Rule]) -> tuple[Cut, ...]:
    first, last = source.word_range(start, end)
    if first >= last:
        return ()
    place = _Place(source, first, last)
    found = [*_number(place)]
    if place.before or place.after:
        found += (cut for rule in rules for cut in rule(place))
    return tuple(sorted(dict.fromkeys(found), key=lambda cut: not cut.turns)) if found else ()


def cut_words(source: SourceText, start: int, end: int) -> Iterator[Cut]:
    """What is left of a hyphenated word that says the opposite of its part in `source.text[start:end]`."""
    if _HYPHENS.isdisjoint(source.text[max(start - 1, 0) : end + 1]):
        return
    first, last = source.word_range(start, end)
    if first >= last:
        return
    begin, stop = source.tokens[first].start, source.tokens[last - 1].end
    if not _HYPHENS.isdisjoint(source.text[max(begin - 1, 0) : begin] + source.text[stop : stop + 1]):
        yield from _affix(_Place(source, first, last))


def _number(place: _Place) -> Iterator[Cut]:
    source, first, last = place.source, place.first, place.last
    for index in range(max(first - _LONGEST_NUMBER, 0), last):
        if index not in source.readings or first <= index < last - _LONGEST_NUMBER:
            continue
        for reading in source.readings[index]:
            stop = index + reading.length
            if stop <= first or (index >= first and stop <= last) or index >= last:
                continue
            whole = source.text[source.tokens[index].start : source.tokens[stop - 1].end]
            if reading.value.startswith(("#", "ordinal")):
                yield Cut(whole, "part of a number", turns=True)
            elif reading.value.startswith("date"):
                yield Cut(whole, "part of a date", turns=False)
            elif reading.value.startswith("range"):
                yield Cut(whole, "one end of a range", turns=False)


def _designation(place: _Place) -> Iterator[Cut]:
    """The number of a name such as T-72 or F-16."""
    if not (place.before and place.gap_before in _HYPHENS and place.words[0].key.startswith("#")):
        return
    name = place.before[0].text
    if name.isalpha():
        yield Cut(name + place.gap_before, "part of a designation", turns=not name.islower())


def _affix(place: _Place) -> Iterator[Cut]:
    if place.before and place.gap_before in _HYPHENS and place.before[0].folded in NEGATIVE_PREFIXES:
        yield Cut(place.written(1) + place.gap_before, "part of a word that says the opposite", turns=True)
    if place.after and place.gap_after in _HYPHENS and place.after[0].folded in NEGATIVE_SUFFIXES:
        yield Cut(place.gap_after + place.after[0].text, "part of a word that says the opposite", turns=True)


def _negated_verb(place: _Place) -> Iterator[Cut]:
    """The quotation begins inside a negated verb group: "did not | attack", "have not | been seen"."""
    depth = next((index for index, token in enumerate(place.before) if not _links(token)), None)
    if depth is None or place.before[depth].key not in NEGATORS or place.words[0].folded in {"only", "just", "least"}:
        return
    carrier = place.before[depth + 1].folded if depth + 1 < len(place.before) else ""
    opening = place.words[0].folded
    participle = opening.endswith(("ed", "ing")) or opening in IRREGULAR
    turned = carrier in _CARRIERS or participle
    turned = turned and not (carrier in BE and not participle)
    yield Cut(place.written(depth + 1), "negates it", turns=turned)


def _negated_predicate(place: _Place) -> Iterator[Cut]:
    """The quotation is the predicate of a subject that nobody is: "nobody is | forced to leave"."""
    depth = 0
    while depth < len(place.before) and _carries(place.before[depth]) and not place.parted(depth):
        depth += 1
    if not depth or not any(token.folded in FINITE for token in place.before[:depth]):
        return
    bare = place.before[0].folded in DO_AND_MODALS
    if not (bare or _is_past(place.words[0]) or place.words[0].folded.endswith("ing")):
        return
    for reach in range(depth, min(depth + _NEAR_REACH, len(place.before))):
        if place.parted(reach):
            return
        if place.before[reach].key in _NEGATIVE:
            yield Cut(place.written(reach + 1), "negates it", turns=True)
            return


def _carries(token: Token) -> bool:
    return token.folded in FINITE or _links(token)


def _links(token: Token) -> bool:
    return token.folded in LINKING_ADVERBS or token.folded.endswith("ly")


def _foreign_negation(place: _Place) -> Iterator[Cut]:
    if not place.before or _CLAUSE_MARKS & set(place.gap_before):
        return
    word = place.before[0].folded
    if word in FOREIGN_NEGATORS or (word == "no" and place.spanish):
        yield Cut(place.before[0].text, "negates it", turns=True)


def _negative_subject(place: _Place) -> Iterator[Cut]:
    """The quotation lacks the determiner that negates its clause: "no | civilians were killed"."""
    for depth, token in enumerate(place.before[:_NEAR_REACH]):
        if place.parted(depth) or token.folded in FINITE or token.folded in _UNDOUBTED:
            return
        if token.key in _NEGATIVE:
            bare = not depth and token.key in NEGATIVE_PRONOUNS and _is_past(place.words[0])
            yield Cut(place.written(depth + 1), "negates it", turns=place.asserts or bare)
            return


def _is_past(token: Token) -> bool:
    return token.folded in IRREGULAR or token.folded.endswith("ed")


def _denied_content(place: _Place) -> Iterator[Cut]:
    """The quotation is what somebody denies, or what is said not to be so."""
    if not place.before:
        return
    marked = place.before[0].folded in _CONTENT_MARKERS
    for depth, token in enumerate(place.before[: _REACH if marked else _NEAR_REACH]):
        if marked and (depth == 0 or (depth == 1 and token.folded in CLAIM_NOUNS)):
            continue
        if not marked and (place.parted(depth) or token.folded in FINITE):
            return
        behind = place.before[depth + 1 : depth + 5]
        if token.folded in DENIALS:
            if not _negated(behind[:2]):
                yield Cut(place.written(depth + 1), "denies it", turns=place.asserts)
            return
        if marked and token.folded in CORRELATES and _negated(behind):
            extra = next(step for step, word in enumerate(behind, 1) if word.key in NEGATIONS)
            yield Cut(place.written(depth + extra + 1), "denies it", turns=place.asserts)
            return
        if token.folded in REPORTING or token.folded.endswith("ing"):
            return


def _negated(tokens: Sequence[Token]) -> bool:
    return any(token.key in NEGATIONS for token in tokens)


def _negative_ending(place: _Place) -> Iterator[Cut]:
    """The quotation stops before what negates it: "was confirmed | by nobody", "they did | not"."""
    if not place.after or _CLAUSE_MARKS & set(place.gap_after):
        return
    if place.after[0].key in NEGATORS:
        yield Cut(place.after[0].text, "negates it", turns=place.words[-1].folded in FINITE)
        return
    step = 1 if place.after[0].folded in _PREPOSITIONS else 0
    if len(place.after) > step and place.after[step].key in _NEGATIVE_ENDINGS:
        words = place.source.text[place.after[0].start : place.after[step].end]
        yield Cut(words, "negates it", turns=place.asserts and step == 1)


def _hedge(place: _Place) -> Iterator[Cut]:
    if not place.before or _CLAUSE_MARKS & set(place.gap_before):
        return
    two = " ".join(token.folded for token in reversed(place.before[:2]))
    one = place.before[0].folded
    if two in BOUNDS:
        yield Cut(place.written(2), "a hedge", turns=False)
    elif one in HEDGES:
        yield Cut(place.written(1), "a hedge", turns=False)
    elif one in MODALS or one in _CONDITIONS:
        yield Cut(place.written(1), "makes it less than a fact", turns=False)


def _number_hedge(place: _Place) -> Iterator[Cut]:
    """A hedge that bounds or rounds a number; "only", "reported" and the like leave it what it is."""
    if not place.before or _CLAUSE_MARKS & set(place.gap_before):
        return
    one, two = place.before[0].folded, place.before[1].folded if len(place.before) > 1 else ""
    if f"{two} {one}" in BOUNDS or (one == "than" and two in COMPARATIVES):
        yield Cut(place.written(2), "a hedge", turns=False)
    elif one in NUMBER_HEDGES and not (
        one in _OVER_A_TIME and place.words[-1].folded in TIME_WORDS and two not in LASTING
    ):
        yield Cut(place.written(1), "a hedge", turns=False)


_Rule = Callable[[_Place], Iterator[Cut]]
_NUMBER_RULES: Final[tuple[_Rule, ...]] = (_designation, _affix, _number_hedge)
_RULES: Final[tuple[_Rule, ...]] = (
    _designation,
    _affix,
    _negated_verb,
    _negated_predicate,
    _foreign_negation,
    _negative_subject,
    _denied_content,
    _negative_ending,
    _hedge,
)
