"""What class of actor a head noun or a modifier says, lower case; after the actor types of the ACLED Codebook.

ACLED codes armed people whom nobody names as "Unidentified Armed Group", and whoever is unarmed, journalists and aid
workers included, as "Civilians"; both practices are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from summarize.lexicon.grammar import word_set
from summarize.record import ActorClass

_C = ActorClass

_HEADS: dict[ActorClass, str] = {
    _C.STATE_FORCES: """
        airmen armies army cavalry commando commandos conscripts constable constables cop cops destroyer
        frigate frigates gendarmerie gendarmes gunship gunships infantry jet jets marines military navy
        paramilitaries paratroopers paratroops police policeman policemen policewoman reservists sailors
        serviceman servicemen squadron submarine submarines warplane warplanes warship warships
    """,
    _C.REBEL_GROUP: """
        guerillas guerrilla guerrillas insurgent insurgents mujahedeen mujahideen mujahidin rebel rebels
        separatist separatists
    """,
    _C.POLITICAL_MILITIA: """
        cartel cartels gang gangs hitmen loyalists mafia mafias mercenaries mercenary militia militiaman militiamen
        militias narcotraffickers trafficker traffickers vigilante vigilantes warlord warlords
    """,
    _C.UNIDENTIFIED_ARMED: """
        assailant assailants assassin assassins attacker attackers bandit bandits criminal criminals extremist
        extremists gunman gunmen islamists jihadis jihadist jihadists kidnappers killers militant militants murderer
        murderers narcoterrorist narcoterrorists outlaws pirates raiders sniper snipers terrorist terrorists
    """,
    _C.IDENTITY_MILITIA: "herders herdsmen pastoralists tribesmen",
    _C.PROTESTERS: """
        demonstrator demonstrators marchers protester protesters protestor protestors strikers
    """,
    _C.RIOTERS: "looters mob mobs rioter rioters",
    _C.PEACEKEEPERS: "peacekeeper peacekeepers",
    _C.CIVILIANS: """
        activist activists babies bystanders child children citizen citizens civilian civilians commuters
        displaced doctor doctors driver drivers elders employees evacuees eyewitness eyewitnesses families
        family farmer farmers fishermen foreigners girl girls households idps individual individuals inhabitants
        journalist journalists labourers lawmaker-elect lawyer lawyers locals medic medics migrant migrants
        miner miners monks mourners nationals nuns nurses passengers peasants pedestrians people person persons
        pilgrims population priest priests pupils refugee refugees relatives reporter reporters resident
        residents returnees schoolchildren schoolgirls settlers shoppers student students teacher teachers
        tourists traders villager villagers volunteers witness witnesses woman women worker workers worshipers
        worshippers youth
    """,
    _C.GOVERNMENT: """
        administration ambassador ambassadors authorities cabinet chancellor congress consulate court courts
        diplomat diplomats embassy emir envoy government governments governor governors judge judges judiciary
        junta king kremlin lawmaker lawmakers mayor mayors minister ministers ministries ministry official
        officials parliament pentagon premier presidency president prosecutor prosecutors queen regime secretary senate
        senator senators sultan tribunal
    """,
    _C.NGO: """
        campaigners charities charity monitor monitors ngo ngos observatory watchdog watchdogs
    """,
    _C.MEDIA: "broadcaster channel magazine media newspaper newspapers television website",
}

HEAD_CLASS: Mapping[str, ActorClass] = MappingProxyType(
    {word: kind for kind, heads in _HEADS.items() for word in heads.split()}
)
"""Class that the head noun alone says."""

ARMED_CLASSES: frozenset[ActorClass] = frozenset(
    (
        _C.STATE_FORCES,
        _C.REBEL_GROUP,
        _C.POLITICAL_MILITIA,
        _C.IDENTITY_MILITIA,
        _C.UNIDENTIFIED_ARMED,
        _C.PEACEKEEPERS,
    )
)
"""Classes of those who carry arms for a living or a cause."""

FORCES: frozenset[str] = word_set(
    """
    agent agents aircraft artillery battalion battalions boats bomber bombers brigade brigades command commander
    commanders convoy corps division drone drones fighter fighters force forces garrison general generals guard
    guards helicopter helicopters officer officers patrol personnel plane planes recruits regiment ship ships
    snipers soldier soldiers tank tanks troops unit units vessels
    """
)
"""Armed heads that say nothing of whose they are: the words before them do."""

MODIFIER_CLASS: Mapping[str, ActorClass] = MappingProxyType(
    {
        "rebel": _C.REBEL_GROUP,
        "opposition": _C.REBEL_GROUP,
        "insurgent": _C.REBEL_GROUP,
        "guerrilla": _C.REBEL_GROUP,
        "separatist": _C.REBEL_GROUP,
        "government": _C.STATE_FORCES,
        "regime": _C.STATE_FORCES,
        "army": _C.STATE_FORCES,
        "military": _C.STATE_FORCES,
        "police": _C.STATE_FORCES,
        "security": _C.STATE_FORCES,
        "air": _C.STATE_FORCES,
        "naval": _C.STATE_FORCES,
        "border": _C.STATE_FORCES,
        "coast": _C.STATE_FORCES,
        "state": _C.STATE_FORCES,
        "federal": _C.STATE_FORCES,
        "navy": _C.STATE_FORCES,
        "presidential": _C.STATE_FORCES,
        "national": _C.STATE_FORCES,
        "peacekeeping": _C.PEACEKEEPERS,
        "militia": _C.POLITICAL_MILITIA,
        "pro-government": _C.POLITICAL_MILITIA,
        "pro-regime": _C.POLITICAL_MILITIA,
        "tribal": _C.IDENTITY_MILITIA,
        "ethnic": _C.IDENTITY_MILITIA,
        "communal": _C.IDENTITY_MILITIA,
        "suicide": _C.UNIDENTIFIED_ARMED,
        "armed": _C.UNIDENTIFIED_ARMED,
        "masked": _C.UNIDENTIFIED_ARMED,
        "militant": _C.UNIDENTIFIED_ARMED,
        "unidentified": _C.UNIDENTIFIED_ARMED,
        "unknown": _C.UNIDENTIFIED_ARMED,
    }
)
"""Class that a modifier gives to an armed head: "rebel fighters"."""

NEWS: frozenset[str] = frozenset(("news", "press", "media"))
"""With "agency", "outlet" or "channel" these make it media."""

AID: frozenset[str] = frozenset(
    ("aid", "rights", "relief", "humanitarian", "human", "charity", "monitoring", "advocacy", "campaign")
)
"""With "group", "agency" or "organisation" these make it an NGO."""

BODIES: frozenset[str] = word_set(
    """
    agencies agency channel group groups network organisation organisations organization organizations outlet
    outlets
    """
)
"""Heads whose class the words before them say."""
