"""What a number counts: a unit of measure, a currency, or the head noun a few words on."""

from __future__ import annotations

from typing import Final, NamedTuple

from summarize.lexicon.nations import ETHNIC_PEOPLES, NATIONALITIES, PEOPLES
from summarize.lexicon.numerals import CARDINAL_WORDS
from summarize.lexicon.quantities import (
    ACTIVE_VERBS,
    AUTHORITIES,
    CURRENCIES_LIKE_PEOPLES,
    CURRENCY_SIGNS,
    FIGHTER_NOUNS,
    FOREIGN_WORDS,
    IRREGULAR_PLURALS,
    MAGNITUDES,
    MEASURE_UNITS,
    NOT_A_COUNTED_NOUN,
    NOUN_KINDS,
    PEOPLE_NOUNS,
    PHRASE_STOPS,
    PREDICATES,
    SCALES,
    SETTLING_NOUNS,
    SINGULAR_IN_S,
    THING_NOUNS,
    Counted,
)
from summarize.resolving.figures.language import ROMANCE_NOUNS
from summarize.resolving.figures.numerals import DASHES, Tokens, glued, hyphenated, word_at

ADDING: Final = frozenset({"more", "other", "further", "additional", "extra"})
"""Words between a number and what it counts that say nothing of what is counted: "four more days"."""

DIVISIBLE: Final = frozenset(
    {Counted.WEIGHT, Counted.DISTANCE, Counted.AREA, Counted.DURATION, Counted.MONEY, Counted.PERCENT}
)
"""What comes in fractions: 1.500 km is a decimal."""

INDIVISIBLE: Final = frozenset(Counted) - DIVISIBLE - {Counted.THINGS}
"""What comes in wholes: 1.500 people are fifteen hundred."""

HEADCOUNTS: Final = frozenset({Counted.PEOPLE, Counted.HOUSEHOLDS})
"""What verbs such as "killed" and "fled" can be said of."""

LONGEST_UNIT: Final = max(map(len, MEASURE_UNITS))
"""How many words a unit of measure has at most."""

UNDER_ARMS: Final = FIGHTER_NOUNS | AUTHORITIES
"""Singular nouns for those who fight and those who arrest."""

_LONGEST_SIGN: Final = max(map(len, CURRENCY_SIGNS))
_LONGEST_NATION: Final = max(adjective.count(" ") + 1 for adjective in NATIONALITIES)
_UNIT_STARTS: Final = frozenset(words[0] for words in MEASURE_UNITS)
_SIGN_ENDS: Final = frozenset(words[-1] for words in CURRENCY_SIGNS)
_WINDOW: Final = 9
_STOPS: Final = PHRASE_STOPS | SCALES.keys() | FOREIGN_WORDS | ROMANCE_NOUNS
_NO_NOUNS: Final = NOT_A_COUNTED_NOUN | FOREIGN_WORDS | ROMANCE_NOUNS
_PEOPLES: Final = frozenset(name.lower() for name in (*PEOPLES, *ETHNIC_PEOPLES))
_QUANTIFIERS: Final = frozenset({"some", "several", "many", "few", *ADDING})
_COUNTING: Final = CARDINAL_WORDS.keys() | MAGNITUDES.keys() | _QUANTIFIERS
_ARTICLES: Final = frozenset({"the", "its", "their", "his", "her", "my", "our", "your"})
_DETERMINERS: Final = _ARTICLES | {"these", "those"}
_SORT_OF_THING: Final = {noun: counted for counted, nouns in reversed(THING_NOUNS.items()) for noun in nouns}
"""Sort of each noun; where two sorts have one, the first."""
_PLURAL_OF: Final = {singular: plural for plural, singular in reversed(IRREGULAR_PLURALS.items())}
"""Irregular plural of each noun; where it has two, the first."""


class Noun(NamedTuple):
    """What a number counts.

    Attributes:
        first: Index of the first token of the counted phrase.
        stop: Index past its last; equal to `first` where the text leaves the noun out.
        counted: Sort of thing.
        unit: Its name in the record.
        lemma: Singular of the head noun; empty for a unit of measure.
        known: Whether the lexicon has the noun.
    """

    first: int
    stop: int
    counted: Counted
    unit: str
    lemma: str = ""
    known: bool = True

    @property
    def written(self) -> bool:
        """Whether the noun stands in the text where it is counted."""
        return self.stop > self.first

    def elided(self, at: int) -> Noun:
        """The same noun where the text leaves it out."""
        return self._replace(first=at, stop=at)


def currency_before(tokens: Tokens, first: int, floor: int) -> tuple[int, str] | None:
    """Where the currency sign before a number begins, and its name; None without one."""
    end = word_at(tokens, first - 1)
    if end not in _SIGN_ENDS or (len(end) == 1 and end.isalpha() and not glued(tokens, first)):
        return None
    for length in range(min(_LONGEST_SIGN, first - floor), 0, -1):
        sign = tuple(tokens.lowers[first - length : first])
        if sign in CURRENCY_SIGNS and all(
            glued(tokens, at) or tokens.is_word(at) for at in range(first - length + 1, first)
        ):
            return first - length, CURRENCY_SIGNS[sign]
    return None


def unit_at(tokens: Tokens, start: int) -> Noun | None:
    """The unit of measure at `start`, also after a hyphen ("300-metre") or, of money, a nation ("Syrian pounds")."""
    begin = start + 1 if hyphenated(tokens, start) else start
    unit = _unit_from(tokens, begin)
    if unit is None and (nation := _nation_at(tokens, begin)):
        unit = _unit_from(tokens, begin + nation)
        unit = unit._replace(first=begin) if unit is not None and unit.counted is Counted.MONEY else None
    return unit


def units_of(tokens: Tokens, start: int) -> Noun | None:
    """The unit in the plural behind a vague numeral: "hundreds of [years]", but not in "dozens of barrel bombs"."""
    unit = unit_at(tokens, start + 1) if word_at(tokens, start) == "of" else None
    one = unit is not None and (f"{word_at(tokens, unit.stop - 1)}s",) in MEASURE_UNITS
    return None if one else unit


def _unit_from(tokens: Tokens, begin: int) -> Noun | None:
    word = word_at(tokens, begin)
    if word not in _UNIT_STARTS or (word in CURRENCIES_LIKE_PEOPLES and not tokens.texts[begin].islower()):
        return None
    for length in range(LONGEST_UNIT, 0, -1):
        words = tuple(tokens.lowers[begin : begin + length])
        if len(words) == length and words in MEASURE_UNITS:
            unit, counted = MEASURE_UNITS[words]
            return Noun(begin, begin + length, counted, unit)
    return None


def _nation_at(tokens: Tokens, begin: int) -> int:
    """How many words of a nation's adjective stand at an index: "South Sudanese"; 0 for none."""
    if begin >= len(tokens) or not tokens.texts[begin][0].isupper():
        return 0
    for length in range(_LONGEST_NATION, 0, -1):
        if " ".join(tokens.texts[begin : begin + length]) in NATIONALITIES:
            return length
    return 0


def counted_after(tokens: Tokens, start: int, *, single: bool, vague: bool) -> Noun | None:
    """The head noun after a number, up to a few modifiers on: "12 [internally displaced persons]".

    What it is some of is no noun of its own where that has a number: "three of the five bridges".

    Args:
        tokens: Tokens of the text.
        start: Index past the number.
        single: Whether the number is one, and the noun singular.
        vague: Whether the number is a vague numeral, which takes "of" ("dozens of").
    """
    first = start
    if past_base_number(tokens, first) > first:
        return None
    if word_at(tokens, first) == "of" and word_at(tokens, first + 1) in _DETERMINERS:
        first += 2
    elif word_at(tokens, first) == "of" and vague:
        first += 1
    first += word_at(tokens, first) in ADDING
    best: Noun | None = None
    for index in range(first, min(len(tokens), first + _WINDOW)):
        if not _continues(tokens, index, best, first):
            break
        noun = None if _is_opposed(tokens, index) else noun_at(tokens, first, index, single=single)
        if noun is not None and (best is None or noun.known or not best.known):
            best = noun
            if noun.counted in HEADCOUNTS and plural_at(tokens, index + 1) is None:
                break
        elif best is not None and tokens.is_word(index):
            break
    return best


def past_base_number(tokens: Tokens, start: int) -> int:
    """Index past the number of what some are of, "[of the five] bridges"; `start` itself where there is none."""
    if word_at(tokens, start) != "of" or word_at(tokens, start + 1) not in _DETERMINERS:
        return start
    stop = number = start + 2
    if word_at(tokens, number) in CARDINAL_WORDS and not hyphenated(tokens, number + 1):
        return number + 1
    while stop < len(tokens) and (tokens.is_digits(stop) or (tokens.texts[stop] == "," and glued(tokens, stop + 1))):
        stop += 1
    return stop if stop > number else start


def with_listed(tokens: Tokens, noun: Noun) -> Noun:
    """Persons with the bare plurals that "and" adds to them: "13 [women and children]", "40 [men, women and children]".

    What comes with a number or an article of its own is counted apart, and so are deaths and injuries.
    """
    nouns, joint = [noun], ""
    while joint != "and" and _is_listed(nouns[-1]):
        stop = nouns[-1].stop
        joint = word_at(tokens, stop)
        following = _persons_at(tokens, stop + 1) if joint in {",", "and"} else None
        if following is None or not _is_listed(following):
            return noun
        nouns.append(following)
    if len(nouns) == 1:
        return noun
    alike = all(NOUN_KINDS.get(one.lemma) is NOUN_KINDS.get(noun.lemma) for one in nouns)
    armed = noun.lemma in FIGHTER_NOUNS and all(one.lemma in UNDER_ARMS for one in nouns)
    return noun._replace(stop=nouns[-1].stop, lemma=noun.lemma if alike or armed else "person")


def _is_listed(noun: Noun) -> bool:
    return noun.counted is Counted.PEOPLE and noun.lemma not in SETTLING_NOUNS


def _persons_at(tokens: Tokens, index: int) -> Noun | None:
    """The plural noun at `index`, or the last of several in a row: "police officers"."""
    noun = plural_at(tokens, index)
    if noun is None or word_at(tokens, index) in PREDICATES:
        return None
    return _persons_at(tokens, noun.stop) or noun


def _continues(tokens: Tokens, index: int, best: Noun | None, first: int) -> bool:
    """Whether the token at `index` may still belong to the counted phrase."""
    if best is None and index > first and (_joins_modifiers(tokens, index) or _joins_two(tokens, index)):
        return True
    word = tokens.lowers[index]
    if not tokens.is_word(index) or (best is not None and word in PREDICATES):
        return False
    return word not in _STOPS or _is_acronym(tokens, index)


def _is_opposed(tokens: Tokens, index: int) -> bool:
    """Whether a noun only says what is fought: the aircraft of "20 anti-aircraft guns"."""
    opposed = word_at(tokens, index - 1) in DASHES and word_at(tokens, index - 2) == "anti"
    return opposed and index + 1 < len(tokens) and tokens.is_word(index + 1) and tokens.lowers[index + 1] not in _STOPS


def _joins_modifiers(tokens: Tokens, index: int) -> bool:
    """Whether a sign or a word joined by one stands inside a modifier: "mud-and-thatch", "U.S."."""
    written, before = tokens.texts[index], tokens.texts[index - 1]
    if written in "-‑/’'":
        return True
    if not glued(tokens, index):
        return False
    return (before in DASHES and tokens.is_word(index)) or (written == "." and len(before) == 1)


def _joins_two(tokens: Tokens, index: int) -> bool:
    """Whether "and" joins two modifiers of one noun: "224 artillery [and] mortar systems"."""
    if tokens.lowers[index] not in {"and", "or"} or index + 2 >= len(tokens):
        return False
    modifier, noun = tokens.lowers[index + 1], plural_at(tokens, index + 2)
    verb = modifier in PREDICATES or modifier in ACTIVE_VERBS or modifier.endswith(("ed", "ing", "ly"))
    counted = modifier in _COUNTING or not tokens.is_word(index + 1)
    named = noun is not None and noun.known and plural_at(tokens, index + 1) is None
    return named and not verb and not counted and modifier not in _STOPS


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Whether capitals stand out from the words around: the "IS" of "30 IS militants"."""
    word = tokens.texts[index]
    following = tokens.texts[index + 1] if index + 1 < len(tokens) else None
    capitals = len(word) > 1 and word.isupper()
    return capitals and following is not None and not following.isupper()


def whole_after(tokens: Tokens, start: int, ceiling: int) -> tuple[int, int]:
    """What a share is one of: "45 percent of [Raqqa]", "half [the city]".

    Args:
        tokens: Tokens of the text.
        start: Index past the share.
        ceiling: Index past the sentence.

    Returns:
        Index of its first token and past its last; equal when it is not named.
    """
    first = start + 1 if word_at(tokens, start) == "of" else start
    if first == start and word_at(tokens, start) not in _DETERMINERS:
        return start, start
    stop = first
    while stop < min(ceiling, first + _WINDOW) and _may_name(tokens, stop, opens=first):
        stop += 1
    while stop > first and tokens.texts[stop - 1] == ",":
        stop -= 1
    return first, stop


def _may_name(tokens: Tokens, index: int, *, opens: int) -> bool:
    """Whether a word may belong to the name of a whole; what stands behind its article is no verb: "of the needs"."""
    word, before = tokens.lowers[index], tokens.lowers[index - 1] if index > opens else ""
    if not tokens.is_word(index):
        return tokens.is_digits(index) or word == ","
    if before in _DETERMINERS and index == opens + 1:
        return before in _ARTICLES or word in PREDICATES or word not in PHRASE_STOPS
    determiner = index == opens and word in _DETERMINERS
    return word not in PREDICATES and (determiner or word not in PHRASE_STOPS)


def plural_at(tokens: Tokens, index: int) -> Noun | None:
    """The plural noun at `index`, if one stands there."""
    return noun_at(tokens, index, index, single=False) if index < len(tokens) else None


def noun_at(tokens: Tokens, first: int, index: int, *, single: bool) -> Noun | None:
    """Reads one word as a counted noun: one of the lexicon, or any regular plural.

    Args:
        tokens: Tokens of the text.
        first: Index at which the counted phrase begins.
        index: Index of the word.
        single: Whether the noun is to be singular.
    """
    word = tokens.lowers[index]
    if not tokens.is_word(index) or word in _NO_NOUNS or word.endswith(("'s", "’s")):
        return None
    lemma = singular(word)
    plural = lemma != word or word in IRREGULAR_PLURALS
    counted = Counted.PEOPLE if word in _PEOPLES else sort_of(lemma)
    if counted is not None and (plural or single):
        return Noun(first, index + 1, counted, unit_name(counted, lemma), lemma)
    if plural and not single and word not in PREDICATES:
        return Noun(first, index + 1, Counted.THINGS, word, lemma, known=False)
    return None


def unit_name(counted: Counted, lemma: str) -> str:
    """Name of the unit in the record: "people", "households", or the noun's own plural."""
    if counted in HEADCOUNTS:
        return counted.value
    if lemma in _PLURAL_OF:
        return _PLURAL_OF[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "ch", "sh")) else f"{lemma}s"


def singular(word: str) -> str:
    """Singular of an English noun in lower case; a word that is no plural comes back unchanged."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("men") and len(word) > len("omen"):
        return f"{word[:-3]}man"
    if len(word) < 3 or not word.endswith("s") or word.endswith(SINGULAR_IN_S):  # noqa: PLR2004
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties", "dies"
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def sort_of(lemma: str) -> Counted | None:
    """Sort of thing that a singular noun of the lexicon stands for."""
    if lemma in PEOPLE_NOUNS or (lemma.endswith("man") and len(lemma) > len("oman")):
        return Counted.PEOPLE
    return _SORT_OF_THING.get(lemma)


def names_people(word: str) -> bool:
    """Whether a word, singular or plural, stands for persons."""
    return sort_of(singular(word)) is Counted.PEOPLE


def is_plural_of_lexicon(word: str) -> bool:
    """Whether a word is the plural of a noun the lexicon has."""
    lemma = singular(word)
    return lemma != word and sort_of(lemma) is not None
