"""Quantities that explain each other: parts of a whole, ratios, lists with one verb, changes from one to the next."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Final, NamedTuple

from summarize.lexicon.quantities import (
    ACTIVE_VERBS,
    AUXILIARIES,
    COMPARING,
    PERIODS,
    PERSON_KINDS,
    PREDICATES,
    RISING_WORDS,
    Counted,
)
from summarize.record import FigureKind, Measure
from summarize.resolving.figures.clauses import PRONOUNS, Clause, has_own_verb, noun_before, predicate_after
from summarize.resolving.figures.kinds import default_kind, kind_in_clause, measure_of
from summarize.resolving.figures.nouns import DIVISIBLE, HEADCOUNTS, Noun, unit_name
from summarize.resolving.figures.numerals import FOCUSING
from summarize.resolving.figures.phrases import Phrase

_NEAR: Final = 4
_CHANGE: Final = 12
_LIST_WORDS: Final = frozenset({",", "and", "or", "another", "(", "plus", "also"})
_COPULAS: Final = frozenset({"were", "was", "are", "is"})
_PARTITIVES: Final = (["among", "them"], ["of", "whom"], ["of", "which"], ["of", "them"])
_AGAINST: Final = ([",", "against"], [",", "versus"])
_JOINTS: Final = (["and"], [","])
_NOTHING_DATED: Final = frozenset({"", "that", *".,;:"})
"""What follows "before" where it is an adverb: "the year before", but "the day before the vote"."""
_NO_LIST: Final = AUXILIARIES | PREDICATES.keys() | ACTIVE_VERBS.keys() | frozenset(".;:")
_OF_ALL: Final = (["who", "were"], ["who", "are"], ["who", "have"])
_IN_A_STATE: Final = (["in", "critical"], ["in", "serious"], ["in", "stable"])


class Tie(Enum):
    """How a quantity stands to the one before it."""

    PART = auto()
    """It is a part of the one before: "12 people, including two children"."""
    BASE = auto()
    """The one before is a part of it: "27 of 41 drones"."""
    SHARED = auto()
    """The one before is a share of it: "a third of the 60,000 residents"."""
    CHANGE = auto()
    """It is what the one before became, or was: "from 20 to 50", "50, up from 20"."""
    LIST = auto()
    """It stands in one list with it: "12 soldiers and three civilians"."""


_BASED: Final = (Tie.BASE, Tie.SHARED)


class Told(NamedTuple):
    """A quantity with what its sentence says of it.

    Attributes:
        phrase: The quantity.
        kind: What is counted.
        whole: Index, among the quantities of the sentence, of the one it is a part of.
        measure: Flow, cumulative or stock.
        former: Whether it is what another quantity is held against.
    """

    phrase: Phrase
    kind: FigureKind
    whole: int | None = None
    measure: Measure = Measure.FLOW
    former: bool = False


def told_in(clause: Clause, phrases: Sequence[Phrase]) -> tuple[Told, ...]:
    """Says of each quantity of a sentence what it counts, and leaves out numbers that count nothing.

    Args:
        clause: The sentence.
        phrases: Its quantities, in order.
    """
    headed = [_with_noun_before(clause, phrase) for phrase in phrases]
    ties = [None, *(_tie(clause, left, right) for left, right in pairwise(headed))]
    parts: dict[int, int] = {}
    for index, tie in enumerate(ties):
        if tie is Tie.PART:
            parts[index] = _whole_of(clause, headed, index, parts)
    full = _with_shared_nouns(headed, ties, parts)
    kinds = _shared_kinds(full, ties, parts, _own_kinds(clause, full, ties, parts))
    wholes = _wholes(clause, full, ties, parts)
    changes = (index for index, tie in enumerate(ties) if tie is Tie.CHANGE and kinds[index] == kinds[index - 1])
    formers = {_former(clause, full, index) for index in changes}
    counting = [index for index, phrase in enumerate(full) if _counts(phrase, kinds[index])]
    place = {index: number for number, index in enumerate(counting)}
    told: list[Told] = []
    for index in counting:
        kind = kinds[index] or default_kind(full[index])
        based = index + 1 < len(ties) and ties[index + 1] in _BASED
        measure = measure_of(kind, clause, full[index + 1] if based else full[index])
        told.append(Told(full[index], kind, place.get(wholes.get(index, -1)), measure, index in formers))
    return tuple(told)


def _counts(phrase: Phrase, kind: FigureKind | None) -> bool:
    """Whether a number has a noun, a hedge or a kind; "no one" counts only what became of people."""
    if phrase.low.value == 0 and not phrase.low.digits:
        return kind in PERSON_KINDS
    return phrase.noun is not None or kind is not None or (phrase.hedged and phrase.low.value != 1)


def _with_noun_before(clause: Clause, phrase: Phrase) -> Phrase:
    """Gives a number the noun of a heading or copula before it, without widening its text."""
    if phrase.noun is not None or predicate_after(clause, phrase.stop, reach=3) is not None:
        return phrase
    before = noun_before(clause, phrase.first)
    if before is None:
        return phrase
    counted, lemma = before
    return phrase._replace(noun=Noun(phrase.stop, phrase.stop, counted, unit_name(counted, lemma), lemma))


def _tie(clause: Clause, left: Phrase, right: Phrase) -> Tie | None:
    words = clause.words(left.share_stop, right.first)
    ratio = _are_ratio(words)
    if ratio and left.counted is Counted.PERCENT:
        return Tie.SHARED if right.counted in HEADCOUNTS else None
    told = ratio and (right.noun is not None or _is_told_of_persons(clause, right))
    if left.noun is None and (told or _are_ratio_of_told(words)):
        return Tie.BASE
    if _is_part(clause, left, right, words):
        return Tie.PART
    if words == ["to"] or _is_held_against(clause, left, right, words):
        return Tie.CHANGE
    headcounts = all(phrase.noun is None or phrase.counted in HEADCOUNTS for phrase in (left, right))
    listed = len(words) <= _NEAR and all(word in _LIST_WORDS for word in words)
    return Tie.LIST if headcounts and listed else None


def _is_held_against(clause: Clause, left: Phrase, right: Phrase, words: Sequence[str]) -> bool:
    """Whether the second quantity is what the first one was: "50, up from 20", "rose to 50 from 20"."""
    words = words[:-1] if words[-1:] == ["the"] else words
    if len(words) >= _CHANGE or (right.noun is not None and right.noun.unit != (left.noun and left.noun.unit)):
        return False
    if right.noun is None and (words[-2:] in _AGAINST or (words[-1:] in _JOINTS and _dates_back(clause, right.stop))):
        return True
    if words == ["from"]:
        return clause.has(left.first - _NEAR, left.first, RISING_WORDS)
    return tuple(words[-2:]) in COMPARING


def _dates_back(clause: Clause, start: int) -> bool:
    """Whether a bare number is of the time before: "32 [a year earlier]", "40 [the month before that]"."""
    if clause.word(start) not in {"a", "the"} or clause.word(start + 1) not in PERIODS:
        return False
    before = clause.word(start + 2) == "before" and clause.word(start + 3) in _NOTHING_DATED
    return before or clause.word(start + 2) == "earlier"


def _former(clause: Clause, phrases: Sequence[Phrase], index: int) -> int:
    """Which quantity of a change was before: the second, but not in "from 20 to 50"; -1 where none is said to be."""
    if clause.word(phrases[index].first - 1) != "to":
        return index
    opened = {clause.word(phrases[index - 1].first - 1), clause.word(phrases[index - 1].first)}
    return index - 1 if "from" in opened else -1


def _are_ratio(words: Sequence[str]) -> bool:
    """Whether "of", "out of", "of the district's" stand between a part and its whole."""
    words = words[1:] if words[:1] == ["out"] else words
    return words[:1] == ["of"] and len(words) <= _NEAR and not PREDICATES.keys() & set(words)


def _is_told_of_persons(clause: Clause, base: Phrase) -> bool:
    """Whether a verb of persons stands right behind a bare number: "three of the five [were killed]"."""
    after = predicate_after(clause, base.stop, reach=_NEAR)
    return after is not None and after.kind in PERSON_KINDS


def _are_ratio_of_told(words: Sequence[str]) -> bool:
    """Whether "out of" comes behind what became of the part: "five are missing out of 421"."""
    return words[-2:] == ["out", "of"] and len(words) <= _NEAR and not PREDICATES.keys().isdisjoint(words)


def _is_part(clause: Clause, whole: Phrase, part: Phrase, words: Sequence[str]) -> bool:
    """Whether the words between, or after, make the second quantity a part of the first."""
    words = words[:-1] if words[-1:] and words[-1] in FOCUSING else words
    if not _are_of_one_sort(whole, part, words):
        return False
    if words[-1:] == ["including"] or words[-2:] in _PARTITIVES or words[-3:] == ["among", "them", "were"]:
        return True
    if words[-1:] == [","] and len(words) <= _NEAR and _opens_with_of(clause, whole.first):
        return True
    among = words[-1:] == [","] and whole.counted in {None, *HEADCOUNTS} and _are_among_them(clause, part)
    if among or _is_elliptic_part(clause, whole, part, words):
        return True
    written = part.noun is not None and part.noun.written
    if words[-1:] == ["("] and len(words) <= _NEAR and not written and clause.word(part.stop) in _COPULAS:
        return True
    after = part.last.stop
    return not written and clause.word(after) == "of" and clause.word(after + 1) in PRONOUNS


def _are_of_one_sort(whole: Phrase, part: Phrase, words: Sequence[str]) -> bool:
    """Whether one may be a part of the other: money only of money, people of people, but a share of any if said so."""
    if whole.counted is None or part.counted is None or whole.counted is part.counted or words[-2:] in _PARTITIVES:
        return True
    sorts = {whole.counted, part.counted}
    if not sorts.isdisjoint(DIVISIBLE):
        return part.counted is Counted.PERCENT and whole.counted not in DIVISIBLE
    return Counted.THINGS in sorts or sorts <= HEADCOUNTS or sorts.isdisjoint(HEADCOUNTS)


def _are_among_them(clause: Clause, part: Phrase) -> bool:
    """Whether a list that opens with a quantity closes as one of parts: "five women and three children among them"."""
    words = clause.words(part.stop, part.stop + _CHANGE)
    ends = [index for index in range(len(words) - 1) if words[index : index + 2] == ["among", "them"]]
    headcount = part.counted in {None, *HEADCOUNTS}
    return headcount and bool(ends) and _NO_LIST.isdisjoint(words[: ends[0]])


def _is_elliptic_part(clause: Clause, whole: Phrase, part: Phrase, words: Sequence[str]) -> bool:
    """Whether a smaller number without noun and verb says more of some of those counted: "54 wounded, three badly"."""
    if part.noun is not None or whole.counted not in {None, *HEADCOUNTS} or len(words) >= _CHANGE:
        return False
    smaller = (part.low.value or 0) < (whole.low.value or 0)
    after = clause.word(part.stop)
    told = after == "with" or after.endswith("ly") or clause.words(part.stop, part.stop + 2) in _IN_A_STATE
    return words[-1:] == [","] and smaller and told


def _whole_of(clause: Clause, phrases: Sequence[Phrase], part: int, parts: Mapping[int, int]) -> int:
    """Index of what a part is one of: the quantity before it, but "whom" looks back past things to persons.

    What stands in one list "among them" has one whole.
    """
    before = part - 1
    if before in parts and _are_among_them(clause, phrases[part]):
        return parts[before]
    if phrases[before].counted in {None, *HEADCOUNTS}:
        return before
    end = phrases[part].last.stop + len(("of", "whom"))
    if "whom" not in clause.words(phrases[before].stop, end):
        return before
    return next((index for index in range(before, -1, -1) if phrases[index].counted in HEADCOUNTS), before)


def _opens_with_of(clause: Clause, first: int) -> bool:
    """Whether the sentence opens with "Of" or "Of the" before a quantity: "Of the 90 wounded, 14 ..."."""
    opening = clause.words(clause.start, min(first, clause.start + 3))
    return opening in (["of"], ["of", "the"])


def _with_shared_nouns(phrases: Sequence[Phrase], ties: Sequence[Tie | None], parts: Mapping[int, int]) -> list[Phrase]:
    """Gives an elliptic number the noun of the quantity it is a part of, or a change from."""
    filled = list(phrases)
    for index, tie in enumerate(ties):
        if tie is Tie.BASE:
            filled[index] = _of_people(filled[index])
            filled[index - 1] = _with_noun_of(filled[index - 1], filled[index])
        elif tie in (Tie.CHANGE, Tie.PART) and filled[index].noun is None:
            filled[index] = _with_noun_of(filled[index], filled[parts.get(index, index - 1)])
    return filled


def _of_people(phrase: Phrase) -> Phrase:
    """What some are missing or dead out of is people where the text does not say."""
    people = Noun(phrase.stop, phrase.stop, Counted.PEOPLE, unit_name(Counted.PEOPLE, ""))
    return phrase._replace(noun=phrase.noun or people)


def _with_noun_of(phrase: Phrase, other: Phrase) -> Phrase:
    return phrase if other.noun is None else phrase._replace(noun=other.noun.elided(phrase.stop))


def _own_kinds(
    clause: Clause, phrases: Sequence[Phrase], ties: Sequence[Tie | None], parts: Container[int]
) -> list[FigureKind | None]:
    """Kinds as far as the clause of each tells; a part with a verb of its own is no longer of its whole's.

    What is told behind "one of the three leaders" is told of the one, also where that one itself counts nothing.
    """
    kinds = [kind_in_clause(clause, phrase) for phrase in phrases]
    for index, kind in enumerate(kinds):
        if ties[index] is not Tie.BASE and _is_told_of_one(clause, phrases[index]):
            kinds[index] = default_kind(phrases[index])
        elif kind is None and index in parts and has_own_verb(clause, phrases[index].stop):
            kinds[index] = FigureKind.OTHER
    return kinds


def _is_told_of_one(clause: Clause, base: Phrase) -> bool:
    """Whether "one of" opens the subject: "one of the three leaders was killed", not "of the six who were killed"."""
    if clause.words(base.first - 3, base.first - 1) != ["one", "of"]:
        return False
    return clause.word(base.stop) not in PREDICATES and clause.words(base.stop, base.stop + 2) not in _OF_ALL


def _shared_kinds(
    phrases: Sequence[Phrase],
    ties: Sequence[Tie | None],
    parts: Mapping[int, int],
    kinds: Sequence[FigureKind | None],
) -> list[FigureKind | None]:
    """Fills kinds from the whole, from the right in a list with one verb, then from the left."""
    filled = list(kinds)
    for index, tie in enumerate(ties):
        if tie is Tie.PART:
            filled[index] = filled[index] or filled[parts[index]]
        elif tie in _BASED:
            _move_predicate(filled, index, phrases[index])
    for index in range(len(ties) - 1, 0, -1):
        if ties[index] is Tie.LIST:
            filled[index - 1] = filled[index - 1] or _of_persons(filled[index])
    for index, tie in enumerate(ties):
        if tie in (Tie.LIST, Tie.CHANGE):
            filled[index] = filled[index] or _of_persons(filled[index - 1])
    return filled


def _move_predicate(kinds: list[FigureKind | None], index: int, base: Phrase) -> None:
    """The verb after "two of the 12 people" speaks of the two."""
    if kinds[index - 1] in {None, FigureKind.OTHER}:
        kinds[index - 1] = kinds[index]
    if base.counted in HEADCOUNTS:
        kinds[index] = default_kind(base)


def _of_persons(kind: FigureKind | None) -> FigureKind | None:
    return kind if kind in PERSON_KINDS else None


def _wholes(
    clause: Clause, phrases: Sequence[Phrase], ties: Sequence[Tie | None], parts: Mapping[int, int]
) -> Mapping[int, int]:
    """Index of the whole for each quantity that is a part; what is listed after a part is one too."""
    wholes = dict(parts)
    for index, tie in enumerate(ties):
        if tie is Tie.BASE:
            wholes[index - 1] = index
        elif tie is Tie.LIST and index - 1 in wholes and wholes[index - 1] < index - 1:
            between = clause.words(phrases[index - 1].stop, phrases[index].first)
            if between in (["and"], [","], [",", "and"]):
                wholes[index] = wholes[index - 1]
    return wholes
