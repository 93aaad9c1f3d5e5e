"""Which incidents of the key were found, and how right their slots are: one-to-one throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from evals.benchmarks.muc4.mapping import ATTACK, Found
from evals.benchmarks.muc4.templates import (
    HUMAN,
    INDIVIDUAL,
    MENTIONED,
    ORGANISATION,
    PHYSICAL,
    STRINGS,
    Filler,
    Incident,
    Location,
)
from summarize.evaluation.alignment import assign
from summarize.evaluation.edtf import within
from summarize.evaluation.naming import Name, akin, fold, same
from summarize.evaluation.tallies import Counts
from summarize.resolving.gazetteer import country_names
from summarize.resolving.spelling import place_key

TYPE, STAGE, DATE, COUNTRY, LOCATION = (
    "INCIDENT: TYPE",
    "INCIDENT: STAGE OF EXECUTION",
    "INCIDENT: DATE",
    "INCIDENT: LOCATION, country",
    "INCIDENT: LOCATION, narrowest",
)
PERPETRATOR, TARGET = "PERP: either slot", "TARGET: either slot"
MERGED = MappingProxyType({PERPETRATOR: (INDIVIDUAL, ORGANISATION), TARGET: (PHYSICAL, HUMAN)})
"""Rows that do not tell apart what the record does not tell apart."""
SLOTS = (TYPE, STAGE, DATE, COUNTRY, LOCATION, *STRINGS, *MERGED)
"""Every row of the report."""

_TYPE, _AKIN_TYPE, _NAMED, _QUOTED, _PLACE, _DATE, _REQUIRED = 4.0, 2.0, 16.0, 1.0, 1.0, 0.5, 0.25
"""Which of several events stands for an incident: having somebody in common counts for more than all else."""

_MARKS = '.,;:!?()[]{}"“”«»'

Comparator = Callable[[Name, Filler], bool]


@dataclass(frozen=True)
class Matched:
    """An event that stands for an incident of the key.

    Attributes:
        found: The event.
        incident: The incident.
        named: Whether they have somebody or something in common, which is what MUC-4 asked for.
        typed: Whether the type is right.
    """

    found: Found
    incident: Incident
    named: bool
    typed: bool


@dataclass(frozen=True)
class Scored:
    """What came of one document.

    Attributes:
        required: Incidents that have to be found.
        events: Events that are incidents in the sense of MUC-4.
        matched: Which stands for which.
    """

    required: int
    events: int
    matched: tuple[Matched, ...]

    def found(self, condition: Callable[[Matched], bool] = lambda _: True) -> tuple[int, int]:
        """How many of the incidents that have to be found were, and how many there are."""
        return sum(condition(one) for one in self.matched if not one.incident.optional), self.required

    @property
    def optional(self) -> int:
        """How many of the optional incidents were found."""
        return sum(one.incident.optional for one in self.matched)

    def slot(self, slot: str, *, lenient: bool = False) -> Counts:
        """Counts of a slot over what was found."""
        return Counts.total(count(one, slot, lenient=lenient) for one in self.matched)


def score(found: Sequence[Found], key: Sequence[Incident]) -> Scored:
    """Pair events with incidents one-to-one, so that the sum of weights is as large as it can be."""
    pairs = assign([[weight(mine, theirs) for theirs in key] for mine in found])
    matched = tuple(_matched(found[row], key[column]) for row, column in pairs)
    return Scored(sum(not incident.optional for incident in key), len(found), matched)


def weight(found: Found, incident: Incident) -> float:
    """How much speaks for an event being an incident of the key; 0 where it cannot be.

    MUC-4 mapped an answer to a template with at least a partial match of the type and of one perpetrator or target
    (Appendix C, 3.2.1). A record ties an event to the words it was read from, so an event whose quotation holds the
    words of a filler is that incident too. An incident with nobody and nothing in it goes by its place or date.
    """
    if not _akin_types(found, incident):
        return 0.0
    named, quoted = _named(found, incident), _quoted(found, incident.mentioned)
    place, day = _placed(found, incident.locations), _dated(found, incident)
    if not (named or quoted) and (any(incident.mentioned) or not (place or day)):
        return 0.0
    kind = _TYPE if _typed(found, incident) else _AKIN_TYPE
    extra = _PLACE * place + _DATE * day + _REQUIRED * (not incident.optional)
    return kind + _NAMED * named + _QUOTED * quoted + extra


def count(matched: Matched, slot: str, *, lenient: bool = False) -> Counts:
    """What came of one slot of an incident that was found; nothing where the key has nothing to hold against it."""
    found, incident = matched.found, matched.incident
    if slot in STRINGS or slot in MERGED:
        agrees = _leniently if lenient else _strictly
        return _count_strings(found, incident, MERGED.get(slot, (slot,)), agrees)
    single: Mapping[str, tuple[bool, bool]] = {
        TYPE: (True, matched.typed),
        STAGE: (True, found.stage in incident.stages),
        DATE: (bool(incident.dates), _dated(found, incident)),
        COUNTRY: (bool(incident.locations), _in_country(found, incident.locations)),
        LOCATION: (any(not one.only_country for one in incident.locations), _placed(found, incident.locations)),
    }
    expected, right = single[slot]
    if not expected:
        return Counts()
    if slot in (COUNTRY, LOCATION) and not right and not found.places.written:
        return Counts(missing=1)
    return Counts(correct=1) if right else Counts(wrong=1)


def holds(words: str, phrase: str) -> bool:
    """Whether words hold a phrase whole; capitals and marks around a word apart.

    >>> holds('the "heavily" armed men, they said', "ARMED MEN"), holds("armed", "ARMED MEN")
    (True, False)
    """
    return f" {_plain(phrase)} " in f" {_plain(words)} "


@lru_cache(maxsize=65_536)
def _plain(words: str) -> str:
    return " ".join(word.strip(_MARKS).removesuffix("'s") for word in fold(words).split())


def _matched(found: Found, incident: Incident) -> Matched:
    return Matched(found, incident, _named(found, incident), _typed(found, incident))


def _typed(found: Found, incident: Incident) -> bool:
    return not found.types.isdisjoint(incident.types)


def _akin_types(found: Found, incident: Incident) -> bool:
    """The same type, or one side has ATTACK, which is what is in no other type (part 1, 7.5, note 1)."""
    return _typed(found, incident) or ATTACK in found.types or ATTACK in incident.types


def _named(found: Found, incident: Incident) -> bool:
    mine = [name for slot in MENTIONED for name in found.strings[slot]]
    return any(_leniently(name, filler) for filler in incident.mentioned for name in mine)


def _quoted(found: Found, fillers: Iterable[Filler]) -> bool:
    names = {name for filler in fillers for name in filler.names}
    return any(holds(words, name) for words in found.evidence for name in names)


def _dated(found: Found, incident: Incident) -> bool:
    """Every day it can be is a day of the key: more exact than the key is right too (Appendix C, 3.2.2)."""
    if found.when == (None, None):
        return False
    return any(within(found.when, bounds) for bounds in incident.dates)


def _in_country(found: Found, locations: Sequence[Location]) -> bool:
    codes = {country_names().get(place_key(one.country)) for one in locations}
    named = {place_key(one.country) for one in locations}
    return bool(found.countries & codes) or any(place_key(name) in named for name in found.places.written)


def _placed(found: Found, locations: Sequence[Location]) -> bool:
    """Whether a place of the event is the narrowest one of the key; where that is a country, a place in it will do."""
    mine = {place_key(name) for name in found.places.written}
    return any(
        _in_country(found, [one]) if one.only_country else not mine.isdisjoint(map(place_key, one.narrowest))
        for one in locations
    )


def _strictly(name: Name, filler: Filler) -> bool:
    """An acceptable alternative, or one with more words about it (part 2, slots 9, 10 and 19: full credit)."""
    if same(name, filler.name):
        return True
    return any(holds(written, alternative) for written in name.written for alternative in filler.names)


def _leniently(name: Name, filler: Filler) -> bool:
    """As strictly, or the same usual name, or more than half of the words in common."""
    return _strictly(name, filler) or akin(name, filler.name)


def _count_strings(found: Found, incident: Incident, slots: Sequence[str], agrees: Comparator) -> Counts:
    """Fillers paired one-to-one; of the slots only those that are applicable (part 1, 4.1)."""
    applicable = [slot for slot in slots if slot in incident.strings]
    key = list(_distinct(incident.strings[slot] for slot in applicable))
    mine = list({name.key: name for slot in applicable for name in found.strings[slot]}.values())
    pairs = assign([[float(agrees(name, filler)) for filler in key] for name in mine])
    answered = {column for _, column in pairs}
    missed = [filler for at, filler in enumerate(key) if at not in answered and not filler.optional]
    spare = len(mine) - len(pairs)
    wrong = min(spare, len(missed))
    return Counts(correct=len(pairs), wrong=wrong, missing=len(missed) - wrong, spurious=spare - wrong)


def _distinct(slots: Iterable[Sequence[Filler]]) -> Iterator[Filler]:
    """Fillers without what the key lists twice: the same line in one slot, or the same thing in two slots."""
    before: set[str] = set()
    for fillers in slots:
        once = {filler.names: filler for filler in fillers}
        yield from (filler for names, filler in once.items() if before.isdisjoint(names))
        before.update(name for names in once for name in names)
