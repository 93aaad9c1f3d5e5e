"""The codebook: what each event type means, what it is not, and how other codebooks call it.

Groups and types follow ACLED's practice for political violence, with CAMEO's and PLOVER's cooperative
and humanitarian categories added. Codes: ACLED Codebook (2023 edition) event and sub-event types; CAMEO
Conflict and Mediation Event Observations codebook 1.1b3; PLOVER manual (2023). The published CAMEO-to-PLOVER
tables disagree with the PLOVER manual on 192 and 195; the manual is followed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from summarize.record import EventType, Mode, Role


class Group(StrEnum):
    """The eight groups of event types, and `other`."""

    ARMED_CONFLICT = "armed_conflict"
    CIVILIAN_TARGETING = "civilian_targeting"
    UNREST = "unrest"
    POSTURE = "posture"
    COERCION = "coercion"
    DIPLOMACY = "diplomacy"
    HUMANITARIAN = "humanitarian"
    SITUATION = "situation"
    OTHER = "other"


@dataclass(frozen=True)
class Entry:
    """One type of the codebook.

    Attributes:
        type: The type.
        group: The group it belongs to.
        word: What a model calls it when it names a type; no two begin alike.
        gloss: What it means in a few words, as the prompt shows it.
        definition: What it means.
        excludes: What belongs elsewhere.
        acled: ACLED event type / sub-event type; None where ACLED has none.
        cameo: CAMEO codes.
        plover: PLOVER event type; None where PLOVER has none.
        who: Role of the one who does it.
        whom: Role of the one it is done to.
    """

    type: EventType
    group: Group
    word: str
    gloss: str
    definition: str
    excludes: str
    acled: str | None
    cameo: tuple[str, ...]
    plover: str | None
    who: Role = Role.ACTOR
    whom: Role = Role.RECIPIENT

    @property
    def mode(self) -> Mode:
        """Situations hold at a time; everything else happens."""
        return Mode.SITUATION if self.group is Group.SITUATION else Mode.EVENT


_ENTRIES = (
    Entry(
        EventType.BATTLE,
        Group.ARMED_CONFLICT,
        "battle",
        "armed clash, fighting",
        "Armed exchange between organised groups, without a reported change of control.",
        "A place taken is territory_captured; fire from a distance only is shelling or air_strike.",
        "Battles / Armed clash",
        ("190", "193"),
        "ASSAULT",
        who=Role.PARTICIPANT,
        whom=Role.PARTICIPANT,
    ),
    Entry(
        EventType.TERRITORY_CAPTURED,
        Group.ARMED_CONFLICT,
        "capture",
        "a place was taken by force",
        "A party takes a named place by force.",
        "A goal or an advance towards a place is an offensive; ground left without a fight is a withdrawal.",
        "Battles / Government regains territory, or Non-state actor overtakes territory, by the taker's class",
        ("192",),
        "ASSAULT",
    ),
    Entry(
        EventType.OFFENSIVE,
        Group.ARMED_CONFLICT,
        "offensive",
        "advance, assault or campaign under way",
        "Advance, assault or campaign under way, no capture reported.",
        "A reported capture is territory_captured; troops moved without force are mobilization.",
        "Battles / Armed clash where there is fighting, else Strategic developments",
        ("190", "15"),
        "ASSAULT, MOBILIZE",
    ),
    Entry(
        EventType.AIR_STRIKE,
        Group.ARMED_CONFLICT,
        "air strike",
        "attack from the air",
        "Attack from the air, drones included, whoever it hits.",
        "Rockets and artillery fired from the ground are shelling.",
        "Explosions/Remote violence / Air/drone strike",
        ("195",),
        "ASSAULT aerial",
    ),
    Entry(
        EventType.SHELLING,
        Group.ARMED_CONFLICT,
        "shelling",
        "artillery, rocket or missile fire",
        "Fire by artillery, mortar, rocket or missile from the ground or sea, whoever it hits.",
        "Strikes by aircraft or drones are air_strike.",
        "Explosions/Remote violence / Shelling/artillery/missile attack",
        ("194",),
        "ASSAULT heavy-weapons",
    ),
    Entry(
        EventType.BOMBING,
        Group.ARMED_CONFLICT,
        "bombing",
        "bomb, mine, car bomb or suicide attack",
        "Improvised device, mine, car or suicide bomb, grenade.",
        "Bombs dropped from aircraft are air_strike.",
        "Explosions/Remote violence / Remote explosive/landmine/IED, Suicide bomb, Grenade",
        ("183",),
        "ASSAULT explosives",
    ),
    Entry(
        EventType.CHEMICAL_ATTACK,
        Group.ARMED_CONFLICT,
        "chemical attack",
        "chemical or toxic agent used",
        "Use of a chemical, biological, radiological or nuclear agent.",
        "Smoke and tear gas belong to the event they are used in.",
        "Explosions/Remote violence / Chemical weapon",
        ("204",),
        "ASSAULT unconventional",
    ),
    Entry(
        EventType.ATTACK_ON_CIVILIANS,
        Group.CIVILIAN_TARGETING,
        "violence against civilians",
        "unarmed people killed or hurt directly",
        "Organised direct violence against unarmed people: killing, shooting, torture, sexual violence.",
        "A strike, shelling or bombing keeps its type whoever it hits.",
        "Violence against civilians / Attack",
        ("182", "185", "186", "20"),
        "ASSAULT",
    ),
    Entry(
        EventType.ABDUCTION,
        Group.CIVILIAN_TARGETING,
        "abduction",
        "kidnapping or disappearance",
        "Seizure or disappearance outside judicial process.",
        "Arrest by an authority is detention.",
        "Violence against civilians / Abduction/forced disappearance",
        ("181",),
        "ASSAULT abduct",
    ),
    Entry(
        EventType.PROTEST,
        Group.UNREST,
        "protest",
        "peaceful demonstration",
        "Non-violent demonstration, march, sit-in or strike with a public demand.",
        "Violence by the demonstrators makes it a riot.",
        "Protests / Peaceful protest",
        ("140", "141", "142", "143", "144"),
        "PROTEST",
    ),
    Entry(
        EventType.RIOT,
        Group.UNREST,
        "riot",
        "violent demonstration or mob",
        "Violent demonstration or mob violence.",
        "Armed organised groups fighting are a battle.",
        "Riots / Violent demonstration, Mob violence",
        ("145",),
        "PROTEST riot",
    ),
    Entry(
        EventType.MOBILIZATION,
        Group.POSTURE,
        "mobilization",
        "troops or weapons deployed, no force used",
        "Deployment, reinforcement, exercise, new base; no force used.",
        "An advance against an enemy is an offensive.",
        "Strategic developments / Other",
        ("15",),
        "MOBILIZE",
    ),
    Entry(
        EventType.WITHDRAWAL,
        Group.POSTURE,
        "withdrawal",
        "force leaves ground without a fight",
        "A force leaves or cedes ground without a fight.",
        "Civilians who leave are displacement; ground lost in battle is territory_captured by the other side.",
        "Strategic developments / Non-violent transfer of territory",
        ("087",),
        "RETREAT",
    ),
    Entry(
        EventType.DETENTION,
        Group.COERCION,
        "detention",
        "arrest by an authority",
        "Arrest, detention, trial or sentence by an authority.",
        "Seizure by those without authority is abduction.",
        "Strategic developments / Arrests",
        ("173",),
        "COERCE arrest",
    ),
    Entry(
        EventType.RESTRICTION,
        Group.COERCION,
        "restriction",
        "siege, blockade, curfew, sanctions, closure",
        "Siege, blockade, curfew, sanctions, ban, closure of a border or road.",
        "Destruction of what is closed off is property_destruction.",
        "Strategic developments / Other",
        ("191", "172", "163"),
        "COERCE, SANCTION",
    ),
    Entry(
        EventType.PROPERTY_DESTRUCTION,
        Group.COERCION,
        "destruction",
        "looting, burning, demolition",
        "Looting, burning, demolition, damage that is itself the point.",
        "Damage done by a strike or shelling belongs to that event.",
        "Strategic developments / Looting/property destruction",
        ("171",),
        "COERCE, ASSAULT destroy",
    ),
    Entry(
        EventType.AGREEMENT,
        Group.DIPLOMACY,
        "agreement",
        "ceasefire, deal, exchange or surrender agreed",
        "Ceasefire, deal, prisoner exchange, surrender terms agreed or taking effect.",
        "Negotiation without a result is talks.",
        "Strategic developments / Agreement",
        ("057", "0871", "03"),
        "AGREE, SUPPORT",
        who=Role.PARTICIPANT,
        whom=Role.PARTICIPANT,
    ),
    Entry(
        EventType.TALKS,
        Group.DIPLOMACY,
        "talks",
        "meeting or negotiation",
        "Meeting, visit or negotiation between parties.",
        "A result agreed on is an agreement.",
        None,
        ("04",),
        "CONSULT",
        who=Role.PARTICIPANT,
        whom=Role.PARTICIPANT,
    ),
    Entry(
        EventType.VERBAL_CONFLICT,
        Group.DIPLOMACY,
        "threat",
        "threat, accusation, demand or rejection that is the news",
        "Threat, accusation, demand, condemnation or rejection that is itself the news.",
        "Reporting speech is a source, not an event.",
        None,
        ("10", "11", "12", "13"),
        "REQUEST, ACCUSE, REJECT, THREATEN",
    ),
    Entry(
        EventType.DISPLACEMENT,
        Group.HUMANITARIAN,
        "displacement",
        "people flee, are evacuated or return",
        "People flee, are evacuated, expelled, or return.",
        "Fighters who leave are a withdrawal; people who stay are a humanitarian_situation.",
        "Strategic developments / Other",
        ("174",),
        None,
        who=Role.AFFECTED,
        whom=Role.AFFECTED,
    ),
    Entry(
        EventType.AID_DELIVERY,
        Group.HUMANITARIAN,
        "relief",
        "relief reaches people",
        "Relief, medical help or an aid convoy reaches people.",
        "Aid blocked is a restriction; aid lacking is a humanitarian_situation.",
        None,
        ("073",),
        "AID",
        whom=Role.AFFECTED,
    ),
    Entry(
        EventType.TERRITORIAL_CONTROL,
        Group.SITUATION,
        "control",
        "who holds a place now",
        "Who holds what, at a time.",
        "The taking itself is territory_captured.",
        None,
        (),
        None,
    ),
    Entry(
        EventType.FORCE_PRESENCE,
        Group.SITUATION,
        "force strength",
        "strength or position of fighters",
        "Strength or position of a force, at a time.",
        "Troops on the move are mobilization or an offensive.",
        None,
        (),
        None,
    ),
    Entry(
        EventType.HUMANITARIAN_SITUATION,
        Group.SITUATION,
        "need",
        "people trapped, remaining, in need",
        "People trapped, remaining, hungry or without care, at a time.",
        "People on the move are displacement.",
        None,
        (),
        None,
        who=Role.AFFECTED,
        whom=Role.AFFECTED,
    ),
    Entry(
        EventType.OTHER,
        Group.OTHER,
        "other",
        "something else happened",
        "A happening of public interest that no other type fits; a free label says what.",
        "Opinions, forecasts and background without a happening are no event.",
        None,
        (),
        None,
    ),
)

CODEBOOK = MappingProxyType({entry.type: entry for entry in _ENTRIES})
"""Every type of `EventType`, in the order of the codebook."""

PRECEDENCE = (
    EventType.CHEMICAL_ATTACK,
    EventType.TERRITORY_CAPTURED,
    EventType.BATTLE,
    EventType.AIR_STRIKE,
    EventType.SHELLING,
    EventType.BOMBING,
    EventType.OFFENSIVE,
    EventType.ATTACK_ON_CIVILIANS,
)
"""Which type goes first when two fit the same happening."""
