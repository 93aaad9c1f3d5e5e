"""What a quantity counts (kind) and how (measure), from the counted noun and the verbs around it.

The order of evidence: the unit of measure; the verb whose object the quantity is ("killing 12"); a noun that
leaves verbs nothing to add ("12 deaths"); the predicate after it ("12 people were killed"); a participle inside
("12 wounded soldiers"); a noun before it ("Displaced: 12"). Neighbours and the sort of noun come after these.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarize.lexicon.grammar import PREPOSITIONS
from summarize.lexicon.quantities import (
    AID_WORDS,
    AREA_NOUNS,
    CONTROL_WORDS,
    CROWDING_VERBS,
    CUMULATIVE_MARKS,
    FIGHTER_NOUNS,
    FIRING_VERBS,
    LIFE_TAKING_VERBS,
    NOMINALS,
    NOUN_KINDS,
    PERSON_KINDS,
    PREDICATES,
    REMOVING_VERBS,
    RESIDENT_NOUNS,
    SETTLING_NOUNS,
    Counted,
)
from summarize.record import FigureKind, Measure
from summarize.resolving.figures.clauses import (
    BEHIND_OBJECT,
    REACH,
    Clause,
    governing_verb,
    has_left_area,
    is_told_of,
    is_treated,
    nominal_before,
    predicate_after,
    seizure,
    shared_verb,
)
from summarize.resolving.figures.nouns import HEADCOUNTS, UNDER_ARMS, names_people
from summarize.resolving.figures.phrases import Phrase

_NEAR: Final = 6
_WIDE: Final = 40
_REACH_OF_UNKNOWN: Final = 5
_KIND_OF_SORT: Final[Mapping[Counted, FigureKind]] = MappingProxyType(
    {
        Counted.DISTANCE: FigureKind.DISTANCE,
        Counted.AREA: FigureKind.AREA,
        Counted.DURATION: FigureKind.DURATION,
        Counted.MONEY: FigureKind.MONEY,
        Counted.SETTLEMENTS: FigureKind.SETTLEMENTS,
        Counted.EQUIPMENT: FigureKind.EQUIPMENT,
        Counted.STRIKES: FigureKind.STRIKES,
        Counted.AID: FigureKind.AID,
    }
)
_STOCK_KINDS: Final = frozenset(
    {
        FigureKind.REMAINING,
        FigureKind.BESIEGED,
        FigureKind.FIGHTERS,
        FigureKind.AREA_CONTROLLED_PERCENT,
        FigureKind.AREA,
        FigureKind.DISTANCE,
        FigureKind.MISSING,
    }
)
_LASTING_KINDS: Final = frozenset({FigureKind.DISPLACED, FigureKind.DETAINED, FigureKind.ABDUCTED})
_ADDING_UP: Final = PERSON_KINDS | {FigureKind.STRIKES}
_ADDING_MARKS: Final = tuple(f" {mark} " for mark in CUMULATIVE_MARKS)
_LASTING_WORDS: Final = frozenset({"are", "live", "living", "still", "remain", "remained"})
_POSSIBILITY: Final = frozenset({"may", "might", "could", "would"})
_PERFECT: Final = frozenset({"have", "has"})
_LOST: Final = frozenset({"lost"})


def kind_in_clause(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """What a quantity counts, as far as its own clause says; None when only a neighbour or the noun can tell."""
    match phrase.counted:
        case Counted.PERCENT:
            return _share_kind(clause, phrase)
        case Counted.MUNITIONS:
            fired = clause.has(phrase.first - _NEAR, phrase.stop + _NEAR, FIRING_VERBS)
            return FigureKind.STRIKES if fired else FigureKind.EQUIPMENT
        case Counted.WEIGHT:
            aid = clause.has(phrase.stop, phrase.stop + _NEAR, AID_WORDS)
            return FigureKind.AID if aid else FigureKind.OTHER
        case Counted.DWELLINGS:
            kind = _person_kind(clause, phrase)
            return kind if kind is FigureKind.DISPLACED else FigureKind.OTHER
        case None | Counted.PEOPLE | Counted.HOUSEHOLDS | Counted.THINGS:
            return _person_kind(clause, phrase)
        case counted:
            return _KIND_OF_SORT[counted]


def _person_kind(clause: Clause, phrase: Phrase) -> FigureKind | None:
    if phrase.lemma == "life":
        return _lives_kind(clause, phrase)
    told = _as_object(clause, phrase) or SETTLING_NOUNS.get(phrase.lemma) or _seized(clause, phrase)
    told = told or _removed(clause, phrase) or _left(clause, phrase) or _treated(clause, phrase)
    told = told or _crowded(clause, phrase)
    if told is not None:
        return told
    after = predicate_after(clause, phrase.stop, reach=_reach(phrase))
    if after is not None and after.kind is not FigureKind.REMAINING:
        return after.kind
    if after is not None and phrase.lemma in NOUN_KINDS:
        return NOUN_KINDS[phrase.lemma]
    remaining = after.kind if after else None
    told = _inside(clause, phrase) or nominal_before(clause, phrase.first) or remaining
    return told or _as_second_object(clause, phrase) or (FigureKind.KILLED if _is_toll(clause, phrase) else None)


def _seized(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Kind of civilians seized; fighters seized are still fighters, and what is no person is no captive."""
    civilians = phrase.counted in HEADCOUNTS and phrase.lemma not in FIGHTER_NOUNS
    return seizure(clause, phrase.first, phrase.stop) if civilians else None


def _removed(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Fighters eliminated are killed; jobs and candidates are not."""
    if phrase.lemma not in FIGHTER_NOUNS:
        return None
    return FigureKind.KILLED if is_told_of(clause, phrase.first, phrase.stop, REMOVING_VERBS) else None


def _left(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Residents who have left an area are displaced."""
    resident = phrase.lemma in RESIDENT_NOUNS
    return FigureKind.DISPLACED if resident and has_left_area(clause, phrase.stop) else None


def _treated(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """People treated for wounds are wounded."""
    return FigureKind.WOUNDED if is_treated(clause, phrase.first, phrase.stop) else None


def _crowded(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """A crowd takes part in a protest: "hundreds of villagers blocked the road"; soldiers who block it do not."""
    crowd = phrase.counted is Counted.PEOPLE and phrase.lemma not in UNDER_ARMS
    acts = clause.word(phrase.stop) in CROWDING_VERBS and clause.word(phrase.stop + 1) not in PREPOSITIONS
    return FigureKind.PARTICIPANTS if crowd and acts else None


def _as_second_object(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Kind of a verb whose object opens with somebody uncounted: "killed a woman and [her two children]"."""
    if phrase.counted is not Counted.PEOPLE or clause.word(phrase.stop) not in BEHIND_OBJECT:
        return None
    return shared_verb(clause, phrase.first)


def _reach(phrase: Phrase) -> int:
    """How far the predicate may be: near for nouns that the lexicon does not know to be persons."""
    return _REACH_OF_UNKNOWN if phrase.counted is Counted.THINGS else REACH


def _is_toll(clause: Clause, phrase: Phrase) -> bool:
    """Whether a bare number is a death toll named before: "the death toll in the city has reached 126"."""
    return phrase.noun is None and "death toll" in " ".join(clause.words(phrase.first - REACH, phrase.first))


def _as_object(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Kind of the verb or noun that has the quantity as its object: "killing 12", "the evacuation of 12"."""
    governed = governing_verb(clause, phrase.first)
    if governed is not None:
        return SETTLING_NOUNS.get(phrase.lemma, governed)
    return NOMINALS.get(clause.word(phrase.first - 2)) if clause.word(phrase.first - 1) == "of" else None


def _lives_kind(clause: Clause, phrase: Phrase) -> FigureKind:
    """Lives claimed, cost or lost are deaths; lives saved are not."""
    taken = clause.has(phrase.first - 3, phrase.first, LIFE_TAKING_VERBS)
    lost = taken or clause.has(phrase.stop, phrase.stop + 4, _LOST)
    return FigureKind.KILLED if lost else FigureKind.OTHER


def _inside(clause: Clause, phrase: Phrase) -> FigureKind | None:
    """Kind of a participle inside the phrase: "34 wounded soldiers", "12 internally displaced persons"."""
    if phrase.noun is None:
        return None
    kinds = (PREDICATES.get(word) for word in clause.words(phrase.noun.first, phrase.noun.stop - 1))
    return next((kind for kind in kinds if kind is not None), None)


def _share_kind(clause: Clause, phrase: Phrase) -> FigureKind:
    """A share of a territory under somebody's control, or of people to whom it happened: "a third of the dead"."""
    whole = PREDICATES.get(clause.word(phrase.stop - 1))
    people = any(names_people(word) for word in clause.words(phrase.low.stop, phrase.stop + _NEAR))
    if people or whole:
        after = predicate_after(clause, phrase.stop)
        return after.kind if after else whole or FigureKind.OTHER
    control = clause.has(phrase.first - _WIDE, phrase.stop + _WIDE, CONTROL_WORDS)
    territory = control and _of_territory(clause, phrase.share_stop)
    return FigureKind.AREA_CONTROLLED_PERCENT if territory else FigureKind.OTHER


def _of_territory(clause: Clause, stop: int) -> bool:
    """Whether a place follows: a name after "of", or a noun such as "the city"."""
    if clause.word(stop) not in {"of", "the"}:
        return False
    nearby = range(stop + 1, min(clause.stop, stop + _NEAR))
    return any(clause.tokens.texts[at][0].isupper() or clause.tokens.lowers[at] in AREA_NOUNS for at in nearby)


def default_kind(phrase: Phrase) -> FigureKind:
    """What the counted noun alone suggests."""
    return NOUN_KINDS.get(phrase.lemma, FigureKind.OTHER)


def measure_of(kind: FigureKind, clause: Clause, phrase: Phrase) -> Measure:
    """Whether a count is of one event, adds up since some start, or holds at a time.

    Args:
        kind: What is counted.
        clause: The sentence.
        phrase: The quantity.
    """
    if kind in _STOCK_KINDS:
        return Measure.STOCK
    if kind not in _ADDING_UP:
        return Measure.FLOW
    around = " ".join(["", *clause.words(phrase.first - _WIDE, phrase.stop + _WIDE), ""])
    if any(map(around.__contains__, _ADDING_MARKS)):
        return Measure.CUMULATIVE
    after = predicate_after(clause, phrase.stop)
    reach = after.index + 1 if after else phrase.stop + _NEAR
    words = set(clause.words(phrase.stop, reach))
    if kind in _LASTING_KINDS and words & _LASTING_WORDS:
        return Measure.STOCK
    perfect = bool(words & _PERFECT) and not words & _POSSIBILITY
    before = clause.has(phrase.first - 2, phrase.first, _PERFECT)
    return Measure.CUMULATIVE if kind in PERSON_KINDS and (perfect or before) else Measure.FLOW
