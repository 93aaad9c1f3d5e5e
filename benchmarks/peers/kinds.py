"""Event types by whatever name a peer gives them: the codebook's own names, what else they are called, their cues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from summarize.codebook import CODEBOOK
from summarize.lexicon.cues import find_cues
from summarize.record import EventType

NO_EVENT = frozenset(("", "none", "no event", "null", "other", "not specified", "unknown"))
"""What says that there is no event of the codebook; our own pipeline leaves out the type `other` too."""

_SYNONYMS: Mapping[EventType, str] = {
    EventType.BATTLE: "clash, clashes, fight, fighting, firefight, gunfight, gun battle, combat, skirmish, ambush",
    EventType.TERRITORY_CAPTURED: "territory captured, seizure, takeover, recapture, conquest, capture of territory",
    EventType.OFFENSIVE: "assault, advance, military operation, campaign, operation, raid, attack",
    EventType.AIR_STRIKE: "airstrike, air raid, drone strike, drone attack, aerial bombardment, air attack, strike",
    EventType.SHELLING: "artillery, rocket attack, missile attack, mortar attack, bombardment, missile strike",
    EventType.BOMBING: "explosion, blast, car bomb, suicide bombing, suicide attack, ied, mine, bomb attack, grenade",
    EventType.CHEMICAL_ATTACK: "gas attack, chemical weapon, chemical weapons, poison gas",
    EventType.ATTACK_ON_CIVILIANS: "attack on civilians, killing, murder, massacre, execution, shooting, assassination",
    EventType.ABDUCTION: "kidnapping, kidnap, hostage taking, disappearance",
    EventType.PROTEST: "demonstration, march, rally, sit-in, strike action",
    EventType.RIOT: "rioting, violent demonstration, mob violence, unrest",
    EventType.MOBILIZATION: "mobilisation, deployment, reinforcement, troop movement, exercise",
    EventType.WITHDRAWAL: "retreat, pullout, pull-out, withdraw",
    EventType.DETENTION: "arrest, arrests, imprisonment, trial, sentence, custody",
    EventType.RESTRICTION: "siege, blockade, curfew, sanctions, closure, ban",
    EventType.PROPERTY_DESTRUCTION: "destruction of property, property destruction, looting, arson, demolition, damage",
    EventType.AGREEMENT: "ceasefire, truce, deal, peace deal, release, prisoner exchange, surrender",
    EventType.TALKS: "meeting, negotiation, negotiations, peace talks, visit",
    EventType.VERBAL_CONFLICT: "verbal conflict, accusation, demand, rejection, condemnation, warning",
    EventType.DISPLACEMENT: "evacuation, flight, people flee, return, refugees",
    EventType.AID_DELIVERY: "aid delivery, aid, humanitarian aid, aid delivered",
    EventType.TERRITORIAL_CONTROL: "territorial control, territory held",
    EventType.FORCE_PRESENCE: "force presence, military presence, troop strength",
    EventType.HUMANITARIAN_SITUATION: "humanitarian situation, humanitarian crisis, hunger, people trapped",
}
_HINT = re.compile(r"\s*\(.*", re.DOTALL)


def type_of(name: str) -> EventType | None:
    """The type that a name stands for; None where it stands for none.

    >>> type_of("Air Strike"), type_of("territory_captured"), type_of("capture (of a place, by force)")
    (<EventType.AIR_STRIKE: 'air_strike'>, <EventType.TERRITORY_CAPTURED: 'territory_captured'>, \
<EventType.TERRITORY_CAPTURED: 'territory_captured'>)
    """
    folded = _folded(_HINT.sub("", name))
    if folded in NO_EVENT:
        return None
    known = _names().get(folded)
    if known is not None:
        return known
    cue = next((cue for cue in find_cues(name)), None)
    return cue.type if cue else None


@cache
def _names() -> Mapping[str, EventType]:
    """Every name; those of the codebook come last and so win."""
    synonyms = {_folded(word): kind for kind, words in _SYNONYMS.items() for word in words.split(",")}
    entries = [entry for entry in CODEBOOK.values() if entry.type is not EventType.OTHER]
    glosses = {_folded(entry.gloss): entry.type for entry in entries}
    own = {_folded(name): entry.type for entry in entries for name in (entry.type.value, entry.word)}
    return synonyms | glosses | own


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", name.casefold()).split())
