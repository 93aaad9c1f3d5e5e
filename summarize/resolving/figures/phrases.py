"""Delimits a quantity in running text: hedge, number or range, unit, counted noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarize.lexicon.protected import LASTING
from summarize.lexicon.quantities import (
    ACTIVE_VERBS,
    AUXILIARIES,
    DELIVERED,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    PREDICATES,
    RISING_WORDS,
    SPATIAL_OR_TEMPORAL_HEDGES,
    Counted,
)
from summarize.record import Approximator
from summarize.resolving.figures.clauses import BEHIND_OBJECT
from summarize.resolving.figures.nouns import (
    ADDING,
    INDIVISIBLE,
    Noun,
    counted_after,
    currency_before,
    plural_at,
    unit_at,
    units_of,
    whole_after,
    with_listed,
)
from summarize.resolving.figures.numerals import (
    DASHES,
    LONGEST_HEDGE,
    METRE_WORDS,
    Numeral,
    Tokens,
    find_numerals,
    glued,
    has_named_whole,
    past_conversion,
    past_words,
    word_at,
)
from summarize.resolving.figures.quantity import Bounds, bounds_of

_HEDGE_ENDS: Final = frozenset(words[-1] for words in HEDGES_BEFORE)
_AFTER_HEDGES: Final = frozenset(words[0] for words in HEDGES_AFTER)
_STRENGTH: Final = (
    Approximator.MORE_THAN,
    Approximator.AT_LEAST,
    Approximator.UP_TO,
    Approximator.FEWER_THAN,
    Approximator.NEARLY,
    Approximator.ESTIMATED,
    Approximator.ABOUT,
)
_RATIO_JOINTS: Final = (("in",), ("in", "every"), ("out", "of", "every"))
_RATIO_BASES: Final = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 100.0, 1000.0})
_BEFORE_RANGE: Final = frozenset({"$", "€", "£", "about", "around", "some", "an", "estimated"})
_BEFORE_SUBJECT: Final = frozenset({"and", "but", "while", "although", "though", "another", "only", "that"})
_BEFORE_REPORTED: Final = frozenset({"said", "says", "say", "where", "when"})
_NUMBER_OF: Final = ["the", "number", "of"]
_SCALED_BELOW: Final = 1000
_HUNDRED: Final = 100


class Phrase(NamedTuple):
    """A number with its hedge and what it counts, as token indexes.

    Attributes:
        first: Index of the first token, hedge included.
        stop: Index past the last token, counted noun included.
        low: First numeral.
        high: Last numeral of a range; None for a single number.
        approximator: The hedge.
        noun: What is counted; None when the text does not say.
    """

    first: int
    stop: int
    low: Numeral
    high: Numeral | None = None
    approximator: Approximator = Approximator.EXACT
    noun: Noun | None = None

    @property
    def hedged(self) -> bool:
        """Whether words before the number belong to it."""
        return self.first < self.low.first

    @property
    def last(self) -> Numeral:
        """The last numeral."""
        return self.high or self.low

    @property
    def single(self) -> bool:
        """Whether it is one of what is counted."""
        return self.high is None and self.low.value == 1

    @property
    def share_stop(self) -> int:
        """Index past a share, before what it is one of."""
        return self.low.stop if self.low.share else self.stop

    @property
    def counted(self) -> Counted | None:
        """Sort of thing counted."""
        return self.noun.counted if self.noun else None

    @property
    def lemma(self) -> str:
        """Singular of the counted noun; empty when there is none."""
        return self.noun.lemma if self.noun else ""

    def bounds(self) -> Bounds:
        """The interval it states."""
        low = _value(self.low, self.noun)
        if self.high is not None:
            return Bounds(min=low, max=_value(self.high, self.noun))
        return bounds_of(low, self.approximator)


def _value(numeral: Numeral, noun: Noun | None) -> float | None:
    """The number, read as thousands where the point in `1.500` cannot be a decimal one."""
    if numeral.thousands is not None and noun is not None and noun.counted in INDIVISIBLE:
        return numeral.thousands
    return numeral.value


def find_phrases(tokens: Tokens) -> tuple[Phrase, ...]:
    """Delimits every number of a text with what belongs to it, whether or not it counts anything.

    Args:
        tokens: What `tokenize` made of a text.

    Returns:
        Phrases in order, not overlapping.
    """
    numerals = find_numerals(tokens)
    phrases: list[Phrase] = []
    index = 0
    while index < len(numerals):
        bare = _joined(tokens, numerals, index)
        floor = phrases[-1].stop if phrases else 0
        if bare.first >= floor:
            phrases.append(_complete(tokens, bare, floor))
        joined = index + 1 < len(numerals) and numerals[index + 1].first < bare.last.stop
        index += 2 if joined else 1
    return tuple(phrases)


def _complete(tokens: Tokens, bare: Phrase, floor: int) -> Phrase:
    """Adds currency, noun and hedges to bare numbers."""
    phrase = _with_hedges_before(tokens, _with_noun(tokens, bare, floor), floor)
    return _with_hedge_after(tokens, _with_nouns_listed(tokens, phrase))


def _joined(tokens: Tokens, numerals: Sequence[Numeral], index: int) -> Phrase:
    """The number at `index`, joined with the next one where the two are a range or a ratio."""
    numeral = numerals[index]
    if index + 1 < len(numerals):
        following = numerals[index + 1]
        ratio = _ratio(tokens, numeral, following)
        if ratio is not None:
            return Phrase(ratio.first, ratio.stop + (plural_at(tokens, ratio.stop) is not None), ratio)
        ranged = _range(tokens, numeral, following)
        if ranged is not None:
            return ranged
    return Phrase(numeral.first, numeral.stop, numeral)


def _ratio(tokens: Tokens, part: Numeral, base: Numeral) -> Numeral | None:
    """Reads "3 in 10" as a share, where a plural noun follows or was named, and no verb has the part as its object."""
    words = tuple(tokens.lowers[part.stop : min(base.first, part.stop + 4)])
    if words not in _RATIO_JOINTS or base.value not in _RATIO_BASES:
        return None
    if part.value is None or not 0 < part.value < base.value:
        return None
    if plural_at(tokens, base.stop) is None and not has_named_whole(tokens, part.first, base.stop):
        return None
    if word_at(tokens, part.first - 1) in ACTIVE_VERBS:
        return None
    share = round(100 * part.value / base.value, 2)
    return Numeral(part.first, base.stop, share, grouped=True, share=True)


def _range(tokens: Tokens, low: Numeral, high: Numeral) -> Phrase | None:
    """Joins two numbers into a range: "20 to 30", "20-30", "between 20 and 30", "two or three"."""
    joint = low.stop + 1 if word_at(tokens, low.stop) in {"%", "percent"} else low.stop
    opens = joint + 2 if word_at(tokens, joint + 1) in {"$", "€", "£"} else joint + 1
    if opens != high.first or low.vague or high.vague:
        return None
    low = _same_scale(low, high)
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    first = _range_opens(tokens, low.first, word_at(tokens, joint))
    return None if first is None else Phrase(first, high.stop, low, high)


def _range_opens(tokens: Tokens, first: int, joint: str) -> int | None:
    """Index of the first token of a range, "from" or "between" included; None where there is no range."""
    if joint == "and":
        return _between(tokens, first)
    if joint == "to" and word_at(tokens, first - 1) == "from":
        changing = not RISING_WORDS.isdisjoint(tokens.lowers[max(0, first - 8) : first])
        return None if changing else first - 1
    return first if joint in {"to", "or"} or joint in DASHES else None


def _same_scale(low: Numeral, high: Numeral) -> Numeral:
    """In "20 to 30 million" the scale word holds for both, and all of "two to three hundred thousand" does."""
    if low.scale > 1 or high.scale == 1 or low.value is None or high.value is None:
        return low
    if (low.grouped and low.value >= _SCALED_BELOW) or low.value >= high.value / high.scale:
        return low
    hundreds = high.value / high.scale / _HUNDRED
    shared = not low.digits and not high.digits and hundreds.is_integer() and low.value < hundreds
    scale = high.scale * _HUNDRED if shared else high.scale
    return low._replace(value=round(low.value * scale, 6), grouped=True, doubt=None, thousands=None)


def _between(tokens: Tokens, first: int) -> int | None:
    """Index of the "between" that opens a range whose first number is at `first`, hedges and sign allowed."""
    for index in range(first - 1, max(first - 4, -1), -1):
        if tokens.lowers[index] == "between":
            return index
        if tokens.lowers[index] not in _BEFORE_RANGE:
            return None
    return None


def _with_noun(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase:
    if phrase.low.share:
        return _with_whole(tokens, phrase)
    sign = currency_before(tokens, phrase.first, floor)
    if sign is not None:
        first, currency = sign
        return phrase._replace(first=first, noun=Noun(phrase.stop, phrase.stop, Counted.MONEY, currency))
    hedge = _hedge_after_at(tokens, phrase.stop)
    start = phrase.stop + len(hedge[0]) if hedge else phrase.stop
    vague = phrase.last.vague is not None
    unit = unit_at(tokens, start + (word_at(tokens, start) in ADDING)) or (units_of(tokens, start) if vague else None)
    noun = unit or counted_after(tokens, start, single=phrase.single, vague=vague)
    if noun is None:
        noun = _predicated_noun(tokens, phrase, start)
        return phrase if noun is None else phrase._replace(noun=noun)
    return phrase._replace(stop=_past_metres(tokens, noun), noun=noun)


def _past_metres(tokens: Tokens, noun: Noun) -> int:
    """Index past a counted noun, and past the words without which a glued "m" may be millions: "50m [away]"."""
    if noun.unit != "m" or not glued(tokens, noun.first):
        return noun.stop
    return past_conversion(tokens, noun.stop) + (word_at(tokens, noun.stop) in METRE_WORDS)


def _with_nouns_listed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Takes in the persons that one number counts together: "13 women and children", "40 men, women and children".

    A verb behind an object has those for its subject that "and" opens with: "killed 12 soldiers and civilians fled".
    """
    if phrase.single or phrase.noun is None or not phrase.noun.written or phrase.stop != phrase.noun.stop:
        return phrase
    noun = with_listed(tokens, phrase.noun)
    if noun is phrase.noun:
        return phrase
    behind = word_at(tokens, noun.stop)
    subject = _opens_clause(tokens, phrase) or word_at(tokens, phrase.first - 1) in _BEFORE_REPORTED
    told = subject and (behind in AUXILIARIES or behind in PREDICATES)
    return phrase._replace(stop=noun.stop, noun=noun) if told or behind in BEHIND_OBJECT else phrase


def _with_whole(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Takes in what a fraction is one of, unless that is a number itself: "half [of the city]"."""
    first, stop = phrase.low.stop, phrase.stop
    if stop == first:
        first, stop = whole_after(tokens, stop, len(tokens))
    if stop == first or not all(map(tokens.is_word, range(first, stop))):
        first = stop = phrase.stop
    return phrase._replace(stop=max(stop, phrase.stop), noun=Noun(first, stop, Counted.PERCENT, "percent"))


def _predicated_noun(tokens: Tokens, phrase: Phrase, start: int) -> Noun | None:
    """What an elliptic number counts by what is at `start`: "23 were [children]", "to nine the number of [men]"."""
    if tokens.lowers[start : start + len(_NUMBER_OF)] == _NUMBER_OF:
        counted = counted_after(tokens, start + len(_NUMBER_OF), single=False, vague=False)
        return counted and counted.elided(start)
    if word_at(tokens, start) in {"are", "were"}:
        noun = plural_at(tokens, start + 1)
        if noun is not None and noun.counted is Counted.PEOPLE:
            return noun.elided(start)
    verb = past_words(tokens, start, AUXILIARIES)
    if word_at(tokens, verb) not in DELIVERED or not _opens_clause(tokens, phrase):
        return None
    return Noun(start, start, Counted.PEOPLE, Counted.PEOPLE.value)


def _opens_clause(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a quantity stands where a subject does: at the beginning, behind a sign, behind "and" or "that"."""
    before = phrase.first - 1
    return before < 0 or not tokens.is_word(before) or tokens.lowers[before] in _BEFORE_SUBJECT


def _with_hedges_before(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase:
    """Takes in the hedges before a number, one after the other ("at least an estimated")."""
    found: list[Approximator] = []
    while (hedge := _hedge_before_at(tokens, phrase, floor)) is not None:
        words, approximator = hedge
        phrase = phrase._replace(first=phrase.first - len(words))
        found.append(approximator)
    hedged = found or phrase.low.vague is not None
    return phrase._replace(approximator=_strongest(found, phrase)) if hedged else phrase


def _hedge_before_at(tokens: Tokens, phrase: Phrase, floor: int) -> tuple[tuple[str, ...], Approximator] | None:
    if word_at(tokens, phrase.first - 1) not in _HEDGE_ENDS:
        return None
    timed = phrase.counted is Counted.DURATION
    for length in range(min(LONGEST_HEDGE, phrase.first - floor), 0, -1):
        words = tuple(tokens.lowers[phrase.first - length : phrase.first])
        over = timed and words[0] in SPATIAL_OR_TEMPORAL_HEDGES
        if words in HEDGES_BEFORE and not (over and word_at(tokens, phrase.first - length - 1) not in LASTING):
            return words, HEDGES_BEFORE[words]
    return None


def _hedge_after_at(tokens: Tokens, start: int) -> tuple[tuple[str, ...], Approximator] | None:
    if word_at(tokens, start) not in _AFTER_HEDGES:
        return None
    for length in (2, 1):
        words = tuple(tokens.lowers[start : start + length])
        ahead = words in HEDGES_BEFORE and word_at(tokens, start + length)[:1].isdigit()
        if len(words) == length and words in HEDGES_AFTER and not ahead:
            return words, HEDGES_AFTER[words]
    return None


def _with_hedge_after(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Takes in a hedge after the number ("200 or more people") or after the noun ("200 people or more")."""
    inner = _hedge_after_at(tokens, phrase.last.stop)
    outer = _hedge_after_at(tokens, phrase.stop)
    hedge = inner or outer
    if hedge is None:
        return phrase
    words, approximator = hedge
    stop = max(phrase.stop, phrase.last.stop + len(words)) if inner else phrase.stop + len(words)
    return phrase._replace(stop=stop, approximator=_strongest([phrase.approximator, approximator], phrase))


def _strongest(found: Sequence[Approximator], phrase: Phrase) -> Approximator:
    """A bound says more than an estimate, an estimate more than "about"; a vague numeral is its own hedge."""
    if phrase.low.vague is not None:
        return phrase.low.vague
    return next((approximator for approximator in _STRENGTH if approximator in found), Approximator.EXACT)
