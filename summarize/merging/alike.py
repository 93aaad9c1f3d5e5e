"""Whether two names in an article stand for the same actor, or for the same place."""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.lexicon.nouns import PEOPLE
from summarize.record import ActorClass, Participant, Place

COLLECTIVE = (ActorClass.STATE_FORCES, ActorClass.GOVERNMENT)
_SHORTEST_MODIFIER = 3
"""Letters before the noun of a compound: "gunmen", "schoolgirls"."""
_DETERMINERS = ("the ", "a ", "an ", "its ", "their ", "some ")
_CROWDS = (ActorClass.CIVILIANS, ActorClass.UNIDENTIFIED_ARMED)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|our|both)\b", re.IGNORECASE)


def same_actor(one: Participant, other: Participant) -> bool:
    """Whether two names stand for the same actor: by canonical name, by name, by state and arm, or as a compound."""
    if one.canonical and other.canonical:
        return one.canonical == other.canonical or _same_arm(one, other)
    same = key(one.name) == key(other.name) or _same_arm(one, other)
    return same or _is_compound(one, other) or _is_compound(other, one)


def same_place(one: Place, other: Place) -> bool:
    """Whether two names stand for the same place: by gazetteer entry, or by name and width."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return key(one.name) == key(other.name)


def is_anybody(party: Participant) -> bool:
    """Whether the words can be said of others too: "people", "gunmen"; not "the gunmen", nor "rebels", a side."""
    crowd = party.actor_class in _CROWDS or party.name.casefold().split()[-1] in PEOPLE
    return crowd and party.canonical is None and party.name.islower() and _DEFINITE.match(party.name) is None


def _same_arm(one: Participant, other: Participant) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return one.actor_class in COLLECTIVE and other.actor_class in COLLECTIVE


def _is_compound(one: Participant, other: Participant) -> bool:
    """Whether one is named by a compound of the other's noun: "schoolgirls" and "the girls"; "women" are no "men"."""
    compound, noun = key(one.name), key(other.name)
    begins = compound.removesuffix(noun)
    compounded = noun in PEOPLE and begins.isalpha() and _SHORTEST_MODIFIER <= len(begins) < len(compound)
    classes = {one.actor_class, other.actor_class} - {None}
    return compounded and len(classes) < len((one, other))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name without capitals and article; kept, because each is compared with many."""
    flat = " ".join(name.casefold().split())
    for determiner in _DETERMINERS:
        flat = flat.removeprefix(determiner)
    return flat
