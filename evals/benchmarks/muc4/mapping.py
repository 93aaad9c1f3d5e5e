"""How an event summary is written as incidents of MUC-4: every table, and where each decision is from.

"Part 1" and "part 2" are the task documentation that comes with the data. Whoever disagrees with a line can change it
and print the report of a run anew (`--output RUN --resume`): answers are kept as records, and nobody is asked again.

What the record has no field for: attempts (stage ATTEMPTED), and instruments, which are read from the words that an
event is quoted with. What it does not tell apart: a single perpetrator from an organisation, a thing that is hit from
a person; the head noun decides. The report therefore has rows that do not tell them apart either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evals.benchmarks.muc4.templates import HUMAN, INDIVIDUAL, INSTRUMENT, ORGANISATION, PHYSICAL
from summarize.codebook import CODEBOOK
from summarize.evaluation.edtf import Bounds
from summarize.evaluation.naming import Name, fold
from summarize.lexicon import nouns
from summarize.lexicon.grammar import word_set
from summarize.record import ActorClass, Event, EventSummary, EventType, Modality, Participant, Place, Precision, Role

ATTACK, BOMBING, KIDNAPPING, ARSON, ROBBERY, STOPPAGE = (
    "ATTACK",
    "BOMBING",
    "KIDNAPPING",
    "ARSON",
    "ROBBERY",
    "FORCED WORK STOPPAGE",
)

TYPES: Mapping[EventType, frozenset[str]] = MappingProxyType(
    {
        # Part 1, 7.5, note 1: what falls into no other type.
        EventType.BATTLE: frozenset((ATTACK,)),
        EventType.TERRITORY_CAPTURED: frozenset((ATTACK,)),
        EventType.OFFENSIVE: frozenset((ATTACK,)),
        EventType.CHEMICAL_ATTACK: frozenset((ATTACK,)),
        EventType.ATTACK_ON_CIVILIANS: frozenset((ATTACK,)),
        EventType.RIOT: frozenset((ATTACK,)),
        # Part 1, 7.8, note 5: bombs dropped from aircraft are an ATTACK, not a BOMBING.
        EventType.AIR_STRIKE: frozenset((ATTACK,)),
        # Part 1, 7.8: mortars are guns and rockets projectiles, apart from explosives.
        EventType.SHELLING: frozenset((ATTACK,)),
        # Our codebook: improvised device, mine, car bomb, grenade; part 1, 7.8: the same under EXPLOSIVE.
        EventType.BOMBING: frozenset((BOMBING,)),
        EventType.ABDUCTION: frozenset((KIDNAPPING,)),
        # Part 2, slot 4: KIDNAPPING covers abduction and detention in general.
        EventType.DETENTION: frozenset((KIDNAPPING,)),
        # Our codebook: looting and burning are one type; MUC-4 has two, either of which it can be.
        EventType.PROPERTY_DESTRUCTION: frozenset((ARSON, ROBBERY)),
        # Part 2, slot 4: an "armed strike"; our codebook: strikes are protest, closures restriction.
        EventType.PROTEST: frozenset((STOPPAGE,)),
        EventType.RESTRICTION: frozenset((STOPPAGE,)),
        # Part 1, 2.0: an act may be "merely threatened"; only where the quotation speaks of a threat, see `THREAT`.
        EventType.VERBAL_CONFLICT: frozenset((ATTACK, BOMBING, KIDNAPPING)),
    }
)
"""Incident types that an event can be; a type that is not here is no incident (part 1, 1.0)."""

THREAT = re.compile(r"\bthreat", re.IGNORECASE)
"""What makes a verbal conflict a threatened incident."""

STAGES: Mapping[Modality, str | None] = MappingProxyType(
    {
        Modality.ACTUAL: "ACCOMPLISHED",
        Modality.ONGOING: "ACCOMPLISHED",
        Modality.PLANNED: "THREATENED",
        Modality.HYPOTHETICAL: "THREATENED",
        # Part 1, 1.0 (5): what the article or its source discredits is no incident.
        Modality.DENIED: None,
    }
)
"""Stage of execution (part 1, 7.6); the record does not know attempts."""

_GUNS = r"(?:sub)?[- ]?machine[- ]?guns?|assault rifles?|rifles?|handguns?|pistols?|revolvers?|mortars?|guns?"
_BOMBS = r"(?:(?:car|bus|truck|vehicle|time|incendiary|fire)[- ])?bombs?|dynamite(?: charges?)?|mines?"
_MORE = r"(?:hand |rifle )?grenades?|molotov cocktails?|explosives?(?: devices?| charges?)?|missiles?|rockets?"
_BLADES = r"ax|axe|knife|knives|machetes?|stones?"
INSTRUMENTS = re.compile(rf"\b(?:{_GUNS}|{_BOMBS}|{_MORE}|{_BLADES})\b", re.IGNORECASE)
"""Nouns of the set list of instruments with their examples (part 1, 7.8; part 2, slot 7). FIRE and TORTURE are left
out: as words they say what happened rather than with what (part 1, 7.7, note 1)."""

_ORGANISED = frozenset(
    (ActorClass.STATE_FORCES, ActorClass.GOVERNMENT, ActorClass.REBEL_GROUP, ActorClass.POLITICAL_MILITIA)
)
_ORGANISATION_HEADS = nouns.ORGANISATIONS | word_set(
    "army brigade cartel forces guard military militia navy party path police regiment"
)
_MEMBERS = nouns.MEMBER_OF | word_set("guerrillas rebels")
_THINGS = (
    nouns.SITES
    | nouns.PLATFORMS
    | word_set(
        """
        ambulance bank banks bus buses business businesses car cars enterprise home homes installation installations
        ministry pole poles property pylon pylons residence residences substation substations tower towers train trains
        truck trucks vehicle vehicles
        """
    )
)
"""Heads of things that are hit: our lexicon's sites and platforms, with examples of part 2, slots 12 and 13."""
_DOERS = (Role.ACTOR, Role.PARTICIPANT)
_TARGETS = (Role.RECIPIENT, Role.AFFECTED, Role.PARTICIPANT)


@dataclass(frozen=True)
class Found:
    """An event as an incident of MUC-4.

    Attributes:
        event: Id of the event.
        types: Incident types that it can be.
        stage: Stage of execution.
        when: First and last day; open sides are None.
        places: Names of its places, the gazetteer's among them.
        countries: ISO 3166-1 alpha-3 codes of its places.
        strings: Fillers of each slot of strings.
        evidence: The words it was read from.
    """

    event: str
    types: frozenset[str]
    stage: str
    when: Bounds
    places: Name
    countries: frozenset[str]
    strings: Mapping[str, tuple[Name, ...]]
    evidence: tuple[str, ...]


def incidents(record: EventSummary) -> tuple[Found, ...]:
    """The events of a record that are incidents in the sense of MUC-4."""
    return tuple(_found(record, event, stage) for event, stage in _relevant(record.events))


def _relevant(events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    for event in events:
        stage = _stage(event)
        if stage is not None and event.type in TYPES:
            yield event, stage


def _stage(event: Event) -> str | None:
    if event.type is not EventType.VERBAL_CONFLICT:
        return STAGES[event.modality]
    return "THREATENED" if any(THREAT.search(span.text) for span in event.evidence) else None


def _found(record: EventSummary, event: Event, stage: str) -> Found:
    return Found(
        event=event.id,
        types=TYPES[event.type],
        stage=stage,
        when=_when(record, event),
        places=Name.of(name for place in event.places for name in (place.name, place.resolved, place.admin1)),
        countries=frozenset(place.country for place in event.places if place.country),
        strings=MappingProxyType({slot: _distinct(names) for slot, names in _strings(event).items()}),
        evidence=tuple(_on_one_line(span.text) for span in event.evidence),
    )


def _when(record: EventSummary, event: Event) -> Bounds:
    """Part 1, 7.3, note 3: a date that is had by default is "on or before" the day in the header."""
    if event.time is None:
        return None, record.document.dateline
    return event.time.earliest, event.time.latest


def _strings(event: Event) -> dict[str, list[Name]]:
    slots: dict[str, list[Name]] = {slot: [] for slot in (INSTRUMENT, INDIVIDUAL, ORGANISATION, PHYSICAL, HUMAN)}
    entry = CODEBOOK[event.type]
    for party in event.participants:
        name = Name.of([party.name], [party.canonical])
        if party.role in _DOERS and entry.who is not Role.AFFECTED:
            slots[ORGANISATION if is_organisation(party) else INDIVIDUAL].append(name)
        if party.role in _TARGETS:
            slots[PHYSICAL if is_thing(party.name) else HUMAN].append(name)
    slots[PHYSICAL] += (Name.of([place.name]) for place in event.places if is_target(place))
    words = [_on_one_line(span.text) for span in event.evidence]
    slots[INSTRUMENT] += (Name.of([found]) for line in words for found in INSTRUMENTS.findall(line))
    return slots


def is_organisation(party: Participant) -> bool:
    """Whether a perpetrator is an organisation (part 2, slot 10) rather than one or more people (slot 9).

    Organisations go by a proper name, which is one that the record knows a usual form of, or by "other fixed ways of
    referring": "the army", "the Chilean government". "Guerrillas" and "members of" one are people.
    """
    words = fold(party.name).split()
    if not words or words[-1] in _MEMBERS or words[0] in _MEMBERS:
        return False
    return words[-1] in _ORGANISATION_HEADS or (party.canonical is not None and party.actor_class in _ORGANISED)


def is_thing(name: str) -> bool:
    """Whether a target is a thing (part 2, slot 12) rather than people (slots 18 and 19), by its head noun."""
    head, _, _ = fold(name).partition(" of ")
    return head.split()[-1] in _THINGS if head else False


def is_target(place: Place) -> bool:
    """Whether a place is what was hit: part 2, slot 12 lists buildings, offices, bridges; towns are locations."""
    return place.precision is Precision.SITE and is_thing(place.name)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple({name.key: name for name in names}.values())
