"""Reads around a quantity: the verb it is the object of, the predicate after it, the noun before it.

No parser: a walk over a few words to the left and right that knows asides, relative clauses and where a clause
ends. Each walk is bounded, so that reading a text takes linear time.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from summarize.lexicon.grammar import CONJUNCTIONS, PREPOSITIONS
from summarize.lexicon.quantities import (
    ACTIVE_VERBS,
    AREA_NOUNS,
    ASIDE_OPENERS,
    AUTHORITIES,
    AUXILIARIES,
    BRINGING,
    CAPTORS,
    DELIVERED,
    HURTS,
    IDIOMS,
    IRREGULAR_PLURALS,
    LIFE_TAKING_VERBS,
    LINKS_TO_NUMBER,
    NOMINALS,
    PHRASE_STOPS,
    PREDICATES,
    SEIZING_VERBS,
    TAKING_VERBS,
    TIME_OF_EVENT,
    TOTALLING,
    TREATING_VERBS,
    Counted,
    listed,
)
from summarize.lexicon.verbs import IRREGULAR
from summarize.record import FigureKind
from summarize.resolving.figures.nouns import (
    Noun,
    counted_after,
    is_plural_of_lexicon,
    names_people,
    past_base_number,
    singular,
    sort_of,
)
from summarize.resolving.figures.numerals import Tokens

REACH: Final = 24
"""How many words a walk reads at most."""

_ASIDE: Final = 20
_FILLERS: Final = 8
_BY: Final = 5
_ENDS: Final = frozenset(listed("; : while whereas when after before because but until since"))
_RELATIVES: Final = frozenset({"who", "which", "that"})
_OF_THINGS: Final = frozenset({"which", "that"})
_OBJECT_FILLERS: Final = frozenset(listed("another further a an additional some other more the all its their his her"))
_OBJECT_PHRASES: Final = {
    "of": (["a", "total", "of"], ["the", "lives", "of"]),
    "least": (["at", "least"],),
    "to": (["up", "to"],),
}
"""What may stand between a verb and its number, by the last word."""
_OPENERS: Final = frozenset(listed("the a an its their his her another some"))
_THE_TOTAL_TO: Final = ["the", "total", "to"]
_FINITE: Final = frozenset(listed("is are was were be been has have had"))
_SHOT_DEAD: Final = (["shot", "dead"], ["shoot", "dead"], ["shooting", "dead"])
_RESUMING: Final = frozenset({"was", "were", "have", "has", "had", "are"})
_PASSIVE: Final = frozenset(
    listed("is are was were be been being get gets got left reported feared confirmed rendered")
)
_PASSIVE_BEFORE: Final = _PASSIVE - {"reported", "confirmed", "feared"}
"""Those that make a verb right behind them passive: "were shot", but "reported 12 dead"."""
_SEIZED: Final = SEIZING_VERBS | {"taken"}
_IN_IDIOMS: Final = frozenset[str]().union(*(idiom.words for idiom in IDIOMS))
_BEFORE_LEFT: Final = frozenset({"has", "have", "had", "already"})
_LEAVING: Final = frozenset({"leave", "leaves", "left", "leaving"})
BEHIND_OBJECT: Final = frozenset({"", *".,;:()", "and", *PREPOSITIONS, *CONJUNCTIONS})
"""What stands behind the last object of a verb, where no verb of its own follows it."""
_NAMING: Final = frozenset({"are", "were", "being", "also"})
_ADVERBS: Final = frozenset(listed("later since also then already still soon now"))
PRONOUNS: Final = frozenset({"them", "whom", "which", "those"})
"""Words that look back to those counted."""
_SINGULAR_HEADINGS: Final = frozenset({*IRREGULAR_PLURALS.values(), "population"})


class Clause(NamedTuple):
    """A sentence as its quantities see it.

    Attributes:
        tokens: Tokens of the whole text.
        start: Index of the sentence's first token.
        stop: Index past its last.
        quantities: Indexes at which a quantity begins.
    """

    tokens: Tokens
    start: int
    stop: int
    quantities: frozenset[int]

    def word(self, index: int) -> str:
        """The word at an index in lower case; empty outside the sentence."""
        return self.tokens.lowers[index] if self.start <= index < self.stop else ""

    def words(self, start: int, stop: int) -> list[str]:
        """Words of a range in lower case, as far as the sentence goes."""
        return self.tokens.lowers[max(self.start, start) : min(self.stop, stop)]

    def has(self, start: int, stop: int, words: frozenset[str]) -> bool:
        """Whether any word of a range is one of `words`."""
        return not words.isdisjoint(self.words(start, stop))


@dataclass(frozen=True)
class Predicate:
    """What is said of a quantity, and where.

    Attributes:
        kind: What became of those counted.
        index: Index of the word that says so.
    """

    kind: FigureKind
    index: int


def governing_verb(clause: Clause, first: int) -> FigureKind | None:
    """Kind of the active verb whose object begins at `first`: "killing at least 20", "shot dead three"."""
    index = _past_object_fillers(clause, first)
    if clause.words(index - 1, index + 1) in _SHOT_DEAD and not _is_passive(clause, index - 1):
        return FigureKind.KILLED
    if clause.word(index) in LIFE_TAKING_VERBS and clause.words(index + 1, first)[:3] == ["the", "lives", "of"]:
        return FigureKind.KILLED
    kind = ACTIVE_VERBS.get(clause.word(index))
    if kind is None or _is_passive(clause, index):
        return None
    earlier = ACTIVE_VERBS.get(clause.word(index - 2)) if clause.word(index - 1) in {"and", "or"} else None
    return FigureKind.CASUALTIES if {kind, earlier} == {FigureKind.KILLED, FigureKind.WOUNDED} else kind


def shared_verb(clause: Clause, first: int) -> FigureKind | None:
    """Kind of the verb that has the quantity as a second object: "killed a man, his wife and [two sons]"."""
    index = _past_object_fillers(clause, first)
    if clause.word(index) != "and" or not names_people(clause.word(index - 1)):
        return None
    for opener in range(index - 2, index - _FILLERS, -1):
        word = clause.word(opener)
        told = governing_verb(clause, opener) if word in _OPENERS else None
        if told is not None:
            return told
        if not word or (word in PHRASE_STOPS and word not in _OPENERS) or opener in clause.quantities:
            return None
    return None


def is_told_of(clause: Clause, first: int, stop: int, verbs: Container[str]) -> bool:
    """Whether one of these verbs has the quantity as its object, or stands behind it in the passive."""
    if _is_object_of(clause, first, verbs):
        return True
    after = _past_auxiliaries(clause, stop)
    return clause.word(after) in verbs and clause.has(stop, after, _PASSIVE)


def is_treated(clause: Clause, first: int, stop: int) -> bool:
    """Whether people are treated for what was done to them: "treated [22 people] for cuts", not "for malaria"."""
    for_hurts = clause.word(stop) == "for" and clause.has(stop, stop + _FILLERS, HURTS)
    return for_hurts and _is_object_of(clause, first, TREATING_VERBS)


def has_left_area(clause: Clause, start: int) -> bool:
    """Whether people from `start` on are told to leave an area: "had left the area", "left their villages"."""
    index = start
    while clause.word(index) in _BEFORE_LEFT:
        index += 1
    left = clause.word(index) in _LEAVING and clause.word(index + 1) in _OPENERS
    return left and singular(clause.word(index + 2)) in AREA_NOUNS and clause.word(index + 3) in BEHIND_OBJECT


def _is_object_of(clause: Clause, first: int, verbs: Container[str]) -> bool:
    """Whether one of these verbs, in the active, has the quantity that begins at `first` as its object."""
    verb = _past_object_fillers(clause, first)
    return clause.word(verb) in verbs and not _is_passive(clause, verb)


def _past_object_fillers(clause: Clause, first: int) -> int:
    """Index of the word before a quantity and the words that may open an object."""
    index = first - 1
    while first - index < _FILLERS:
        word = clause.word(index)
        phrases = _OBJECT_PHRASES.get(word, ())
        phrase = next((p for p in phrases if clause.words(index + 1 - len(p), index + 1) == p), None)
        if phrase is not None:
            index -= len(phrase)
        elif word in _OBJECT_FILLERS:
            index -= 1
        else:
            break
    return index


def _is_passive(clause: Clause, index: int) -> bool:
    """Whether a form of "be" stands before a participle, adverbs aside; "have" alone leaves it active."""
    index -= 1
    while clause.word(index).endswith("ly"):
        index -= 1
    return clause.word(index) in _PASSIVE_BEFORE


def predicate_after(clause: Clause, start: int, reach: int = REACH) -> Predicate | None:
    """What follows says of a quantity: "12 people, including two children, were killed".

    Args:
        clause: The sentence.
        start: Index past the quantity.
        reach: How many words to read at most.

    Returns:
        The first predicate; one of remaining only when no other comes. The next quantity ends the clause, unless
        it stands in an aside.
    """
    weak = None
    index, stop = start, min(clause.stop, start + reach)
    while index < stop:
        resumed = _resumed(clause, index, start)
        if resumed is None:
            break
        if resumed > index:
            index = resumed
            continue
        kind = _predicate_at(clause, index, start)
        if kind is not None and kind is not FigureKind.REMAINING:
            return Predicate(kind, index)
        weak = weak or (Predicate(kind, index) if kind else None)
        index += 1
    return weak


def _resumed(clause: Clause, index: int, start: int) -> int | None:
    """Where to read on: at `index`, past an aside or relative clause there, or None at the clause's end."""
    word = clause.word(index)
    if word in {"(", ","}:
        return _past(clause, index, ")") if word == "(" else _past_comma(clause, index)
    if index in clause.quantities and _is_aside_opened(clause, index):
        return index + 1
    another = word in _OF_THINGS and _is_of_another(clause, index, start)
    if another or word in _ENDS or index in clause.quantities:
        return None
    if word == "and" and _opens_new_verb(clause, index + 1):
        return None
    if word not in ACTIVE_VERBS or not _has_object(clause, index, start):
        return index
    relative = index > start and clause.word(index - 1) in _RELATIVES
    return _next_auxiliary(clause, index + 1) if relative else None


def _is_of_another(clause: Clause, index: int, start: int) -> bool:
    """Whether "that" or "which" is of a noun behind the verb: "two were jailed over a raid [that] killed 12"."""
    if not clause.has(start, index, _PASSIVE):
        return False
    return clause.word(index + 1) in ACTIVE_VERBS or clause.word(index - 1) in PREPOSITIONS


def _is_aside_opened(clause: Clause, index: int) -> bool:
    """Whether the quantity at an index is named only as a part: "12 people including [two children] died"."""
    return clause.word(index - 1) == "including" or clause.words(index - 2, index) == ["among", "them"]


def _next_auxiliary(clause: Clause, start: int) -> int | None:
    """Where the main verb comes after a relative clause: "men who killed three soldiers [were] arrested"."""
    return next((index for index in range(start, start + _ASIDE) if clause.word(index) in _RESUMING), None)


def _opens_new_verb(clause: Clause, index: int) -> bool:
    """Whether another quantity, or a verb with an object, comes after "and" ("and wounded 34")."""
    if index in clause.quantities:
        return True
    objects = index + 1 in clause.quantities or clause.word(index + 1) in _OPENERS
    return clause.word(index) in ACTIVE_VERBS and objects


def _past(clause: Clause, index: int, closing: str) -> int:
    """Index past the sign that closes an aside, or past the sentence when none does."""
    for step in range(index + 1, min(clause.stop, index + _ASIDE)):
        if clause.word(step) == closing:
            return step + 1
    return clause.stop


def _past_comma(clause: Clause, index: int) -> int | None:
    """Where the clause goes on after a comma: past an aside, or at its verb; None when it ends."""
    opener = clause.word(index + 1)
    if opener in AUXILIARIES or opener in _RELATIVES:
        return index + 1
    resumed = _past(clause, index + 1, ",")
    if resumed >= clause.stop:
        return None
    verb = clause.word(resumed) in AUXILIARIES or clause.word(resumed) in PREDICATES
    aside = verb and not clause.has(index + 1, resumed, _FINITE)
    return resumed if opener in ASIDE_OPENERS or aside else None


def _predicate_at(clause: Clause, index: int, start: int) -> FigureKind | None:
    """Kind of the predicate at an index: an idiom, or a participle that is no mere attribute."""
    word = clause.word(index)
    for idiom in IDIOMS if word in _IN_IDIOMS else ():
        if word in idiom.words:
            near = range(max(start, index - idiom.before), index + idiom.after + 1)
            complement = index == start and idiom.complement
            if complement or any(clause.word(step) in idiom.near for step in near if step != index):
                return idiom.kind
    if word == "left" and clause.word(index - 1) in _PASSIVE and clause.word(index + 1) in {"in", "behind", "inside"}:
        return FigureKind.REMAINING
    kind = PREDICATES.get(word)
    if kind is None or is_plural_of_lexicon(clause.word(index + 1)):
        return None
    return _with_second_participle(clause, index, kind)


def _with_second_participle(clause: Clause, index: int, kind: FigureKind) -> FigureKind:
    """Takes "killed or wounded" and "dead and injured" for casualties."""
    if clause.word(index + 1) in {"and", "or", "/"}:
        other = PREDICATES.get(clause.word(index + 2))
        if {kind, other} == {FigureKind.KILLED, FigureKind.WOUNDED}:
            return FigureKind.CASUALTIES
    return kind


def _has_object(clause: Clause, index: int, start: int) -> bool:
    """Whether the verb at an index is active, with the quantity as its subject: "20 fighters killed three soldiers"."""
    if clause.has(start, index, _PASSIVE):
        return False
    dated = clause.word(index + 2) in TIME_OF_EVENT
    return index + 1 in clause.quantities or (clause.word(index + 1) in _OPENERS and not dated)


def named_behind(clause: Clause, start: int) -> tuple[int, int]:
    """Where a part without a noun is said who or what they are: "nine of them [guards]", "three of the five [bridges]".

    Args:
        clause: The sentence.
        start: Index past the part.

    Returns:
        Index of the first token and past the last; equal where nobody is named.
    """
    base = past_base_number(clause.tokens, start)
    if base > start:
        noun = counted_after(clause.tokens, base, single=False, vague=False)
        return (start, start) if noun is None else (noun.first, noun.stop)
    first = _past_pronoun(clause, start)
    while clause.word(first) in _NAMING:
        first += 1
    noun = counted_after(clause.tokens, first, single=False, vague=False) if first > start else None
    named = noun is not None and noun.counted is Counted.PEOPLE and noun.stop <= clause.stop
    return (noun.first, noun.stop) if noun is not None and named else (start, start)


def has_own_verb(clause: Clause, start: int) -> bool:
    """Whether a verb behind a part tells something else of it than of the whole: "of whom nine [were released]"."""
    first = _past_pronoun(clause, start)
    index = _past_auxiliaries(clause, first)
    verb = clause.word(index)
    if verb in DELIVERED:
        return True
    held = clause.word(index + 1) == "as" or clause.words(index + 1, index + 3) in (["to", "be"], ["to", "have"])
    participle = verb in IRREGULAR or (verb.endswith("ed") and verb != "aged")
    return participle and clause.has(first, index, AUXILIARIES) and not held


def _past_auxiliaries(clause: Clause, index: int) -> int:
    """Index past the auxiliaries and adverbs before a verb: "[have since been] released"."""
    while clause.word(index) in AUXILIARIES or clause.word(index) in _ADVERBS or clause.word(index).endswith("ly"):
        index += 1
    return index


def _past_pronoun(clause: Clause, start: int) -> int:
    """Index past the "of them" or "of whom" behind a part."""
    return start + 2 if clause.word(start) == "of" and clause.word(start + 1) in PRONOUNS else start


def seizure(clause: Clause, first: int, stop: int) -> FigureKind | None:
    """Kind of people seized: abducted by gunmen, detained by the police; None where the sentence does not tell.

    Args:
        clause: The sentence.
        first: Index at which those people begin.
        stop: Index past them.
    """
    verb = _past_object_fillers(clause, first)
    if clause.word(verb) in SEIZING_VERBS and not _is_passive(clause, verb):
        return _kind_of_captor(clause.words(first - REACH, first))
    if clause.word(verb) in TAKING_VERBS and clause.word(stop) in {"from", "away"}:
        return _only_abducted(_kind_of_captor(clause.words(first - REACH, first)))
    return _seizure_after(clause, stop)


def _seizure_after(clause: Clause, stop: int) -> FigureKind | None:
    """Kind of people of whom the passive is told, and by whom: "12 people were taken from the bus by gunmen"."""
    near = range(stop, stop + _FILLERS)
    verb = next((at for at in near if clause.word(at) in _SEIZED or at in clause.quantities), stop)
    if verb in clause.quantities or not _is_passive(clause, verb) or clause.word(verb + 1) == "to":
        return None
    by = next((at for at in range(verb, verb + _FILLERS) if clause.word(at) == "by"), None)
    kind = None if by is None else _kind_of_captor(clause.words(by, by + _BY))
    return kind if clause.word(verb) in SEIZING_VERBS else _only_abducted(kind)


def _kind_of_captor(doers: Sequence[str]) -> FigureKind | None:
    """What those who seized people make of it; nothing where both rebels and soldiers are named."""
    nouns = {singular(word) for word in doers}
    captors, authorities = bool(nouns & CAPTORS), bool(nouns & AUTHORITIES)
    if captors == authorities:
        return None
    return FigureKind.ABDUCTED if captors else FigureKind.DETAINED


def _only_abducted(kind: FigureKind | None) -> FigureKind | None:
    """Whom soldiers take away may be rescued."""
    return kind if kind is FigureKind.ABDUCTED else None


def nominal_before(clause: Clause, first: int) -> FigureKind | None:
    """Kind of a noun before the number: "death toll rose to 34", "Displaced: 452"."""
    linked = (NOMINALS.get(clause.word(index)) for index in _linked_before(clause, first))
    return next((kind for kind in linked if kind is not None), _kind_of_total(clause, first))


def _kind_of_total(clause: Clause, first: int) -> FigureKind | None:
    """Kind of what makes a total: "the latest [deaths] bring the total to 922", "the number [killed] totals 40"."""
    if clause.word(first - 4) in BRINGING and clause.words(first - 3, first) == _THE_TOTAL_TO:
        return NOMINALS.get(clause.word(first - 5))
    noun = _noun_of_total(clause, first)
    told = () if noun is None else (PREDICATES.get(word) for word in clause.words(noun.stop, first - 1))
    return next((kind for kind in told if kind is not None), None)


def noun_before(clause: Clause, first: int) -> tuple[Counted, str] | None:
    """What a number in a heading or after a copula counts: "Houses destroyed: 146".

    Args:
        clause: The sentence.
        first: Index of the number's first token, hedge included.

    Returns:
        Sort and lemma of the noun, or None.
    """
    for index in _linked_before(clause, first):
        word = clause.word(index)
        lemma = singular(word)
        sort = sort_of(lemma)
        if sort is not None and (lemma != word or lemma in _SINGULAR_HEADINGS):
            return sort, lemma
    noun = _noun_of_total(clause, first)
    return None if noun is None or not noun.lemma else (noun.counted, noun.lemma)


def _noun_of_total(clause: Clause, first: int) -> Noun | None:
    """What a number comes to: "the number of [munitions] dropped on the city now totals 6,602"."""
    if clause.word(first - 1) not in TOTALLING:
        return None
    for index in range(first - 2, max(clause.start, first - REACH), -1):
        if clause.word(index) in _ENDS or index in clause.quantities:
            return None
        if clause.word(index) == "of" and clause.word(index - 1) == "number":
            return counted_after(clause.tokens, index + 1, single=False, vague=False)
    return None


def _linked_before(clause: Clause, first: int) -> Iterator[int]:
    """Indexes to the left of a number, as far as linking words and counted nouns go."""
    index, left = first - 1, max(clause.start, first - REACH)
    while index >= left and index not in clause.quantities:
        word = clause.word(index)
        if word == ",":
            opening = _aside_opens(clause, index, left)
            if opening is None:
                return
            index = opening - 1
            continue
        yield index
        if not (word in LINKS_TO_NUMBER or word in NOMINALS or word.endswith("ly") or sort_of(singular(word))):
            return
        index -= 1


def _aside_opens(clause: Clause, index: int, left: int) -> int | None:
    """Where the aside that a comma closes opens, if it is one: "evacuation of, according to X, 300"."""
    for step in range(index - 1, max(left, index - _ASIDE), -1):
        if clause.word(step) == ",":
            return step if clause.word(step - 1) in LINKS_TO_NUMBER else None
    return None
