"""Words that make up a reported quantity: numerals, hedges, counted nouns, and what verbs say of them.

Nothing here computes. Number words follow English usage (short scale: a billion is 10^9), with the Indian
`lakh` and `crore` as in the region's English-language press. Kinds are those of
`summarize.record.FigureKind`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summarize.lexicon.numerals import GLUED_MULTIPLIERS, MULTIPLIERS
from summarize.record import Approximator, FigureKind


def listed(text: str) -> tuple[str, ...]:
    """The words of a list written as running text."""
    return tuple(text.split())


SCALES: Final[dict[str, float]] = {**MULTIPLIERS}
"""Words that multiply the number before them."""

SCALE_SUFFIXES: Final[dict[str, float]] = {**GLUED_MULTIPLIERS, "bln": 1e9}
"""Letters that multiply the digits they are glued to."""

MAGNITUDES: Final[dict[str, Approximator]] = {
    "dozen": Approximator.DOZENS,
    "dozens": Approximator.DOZENS,
    "tens": Approximator.DOZENS,
    "score": Approximator.DOZENS,
    "scores": Approximator.DOZENS,
    "hundred": Approximator.HUNDREDS,
    "hundreds": Approximator.HUNDREDS,
    "thousand": Approximator.THOUSANDS,
    "thousands": Approximator.THOUSANDS,
    "lakhs": Approximator.THOUSANDS,
    "million": Approximator.THOUSANDS,
    "millions": Approximator.THOUSANDS,
    "billions": Approximator.THOUSANDS,
}
"""Vague numerals by order of magnitude; the record has no word above thousands."""

VAGUE_PLURALS: Final[frozenset[str]] = frozenset(
    listed("dozens tens scores hundreds thousands lakhs millions billions")
)
"""Plural numerals that carry no number."""

VAGUE_QUANTIFIERS: Final[tuple[tuple[str, ...], ...]] = (
    ("a", "couple", "of"),
    ("a", "handful", "of"),
    ("a", "couple"),
    ("a", "handful"),
    ("a", "few"),
    ("several",),
)
"""Quantifiers that count a few of something without a number, longest first."""

HEDGES_BEFORE: Final[dict[tuple[str, ...], Approximator]] = {
    tuple(phrase.split()): approximator
    for approximator, phrases in {
        Approximator.EXACT: "exactly; precisely",
        Approximator.ABOUT: (
            "about; around; some; roughly; approximately; approx; approx .; circa; ca; ca .; ~; in "
            "the region of; "
            "in the order of; on the order of; in the vicinity of; somewhere around; something like; "
            "perhaps; maybe"
        ),
        Approximator.NEARLY: (
            "nearly; almost; close to; just under; just short of; approaching; not quite; just below"
        ),
        Approximator.MORE_THAN: (
            "over; above; upwards of; upward of; in excess of; well over; just over; slightly over; "
            "well more than; far more than; just more than; slightly more than; exceeding; >"
        ),
        Approximator.AT_LEAST: "at least; a minimum of; minimum of; at a minimum; at the least; ≥",
        Approximator.UP_TO: (
            "up to; as many as; as much as; at most; a maximum of; maximum of; at the most; as high as; ≤"
        ),
        Approximator.FEWER_THAN: "under; below; well under; far fewer than; slightly less than; <",
        Approximator.ESTIMATED: (
            "an estimated; estimated; estimated at; estimated to be; an estimated total of; estimates of; "
            "an estimate of"
        ),
    }.items()
    for phrase in phrases.split("; ")
} | {
    (*negation, comparative, "than"): approximator
    for comparatives, plain, negated in (
        ("more greater longer larger bigger higher", Approximator.MORE_THAN, Approximator.UP_TO),
        ("fewer less shorter smaller lower", Approximator.FEWER_THAN, Approximator.AT_LEAST),
    )
    for comparative in comparatives.split()
    for negation, approximator in (((), plain), (("no",), negated), (("not",), negated))
}
"""Hedges that stand before the number, as words."""

HEDGES_AFTER: Final[dict[tuple[str, ...], Approximator]] = {
    ("or", "so"): Approximator.ABOUT,
    ("-", "odd"): Approximator.ABOUT,
    ("odd",): Approximator.ABOUT,
    ("or", "more"): Approximator.AT_LEAST,
    ("+",): Approximator.AT_LEAST,
    ("plus",): Approximator.AT_LEAST,
    ("at", "least"): Approximator.AT_LEAST,
    ("or", "fewer"): Approximator.UP_TO,
    ("or", "less"): Approximator.UP_TO,
    ("at", "most"): Approximator.UP_TO,
}
"""Hedges that stand after the number or after what it counts."""

SPATIAL_OR_TEMPORAL_HEDGES: Final[frozenset[str]] = frozenset({"over", "under", "above", "below"})
"""Prepositions that are no hedge before a time ("over two days")."""


class Counted(StrEnum):
    """What sort of thing a counted noun stands for."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    DWELLINGS = "dwellings"
    SETTLEMENTS = "settlements"
    EQUIPMENT = "equipment"
    MUNITIONS = "munitions"
    STRIKES = "strikes"
    AID = "aid"
    WEIGHT = "weight"
    DISTANCE = "distance"
    AREA = "area"
    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    THINGS = "things"


PEOPLE_NOUNS: Final[frozenset[str]] = frozenset(
    listed("""
    person people individual martyr staff resident inhabitant citizen civilian man woman child boy girl baby infant
    teenager youth adult villager worker student teacher doctor nurse medic paramedic patient passenger
    journalist reporter tourist pilgrim worshipper farmer miner fisherman driver employee official minister
    lawmaker politician leader commander officer policeman policewoman police guard diplomat soldier troop
    serviceman servicewoman servicemember fighter militant rebel insurgent gunman terrorist jihadist
    militiaman combatant mercenary recruit conscript reservist peacekeeper marine paratrooper commando cadet
    bomber attacker assailant suspect protester protestor demonstrator marcher rioter activist supporter
    follower prisoner detainee hostage captive inmate victim casualty fatality death injury survivor refugee
    idp returnee evacuee migrant seeker displaced member personnel crew crewman sailor pilot volunteer
    rescuer firefighter monk priest nun imam cleric foreigner national expatriate body corpse relative
    mother father brother sister son daughter wife widow orphan pupil schoolchild schoolgirl schoolboy
    toddler newborn vendor trader shopkeeper judge lawyer voter delegate observer monitor inspector adviser
    advisor instructor sniper defender invader occupant dead soul life participant bystander pedestrian
    commuter population guest dweller herder farmhand labourer laborer guerrilla guerilla partisan operative
    agent extremist ranger trooper gendarme deserter defector defendant convict contractor minor elder local
    """)
)
"""Singular nouns (and unchanging plurals) that count persons."""

FIGHTER_NOUNS: Final[frozenset[str]] = frozenset(
    listed("""
    soldier troop serviceman servicewoman servicemember fighter militant rebel insurgent gunman terrorist
    jihadist militiaman combatant mercenary recruit conscript reservist peacekeeper marine paratrooper
    commando guerrilla guerilla partisan sniper trooper attacker
    """)
)
"""Nouns that count an armed strength when no verb says otherwise."""

SETTLING_NOUNS: Final[dict[str, FigureKind]] = {
    "death": FigureKind.KILLED,
    "fatality": FigureKind.KILLED,
    "body": FigureKind.KILLED,
    "corpse": FigureKind.KILLED,
    "martyr": FigureKind.KILLED,
    "dead": FigureKind.KILLED,
    "injury": FigureKind.WOUNDED,
    "casualty": FigureKind.CASUALTIES,
    "evacuation": FigureKind.DISPLACED,
    "displacement": FigureKind.DISPLACED,
    "arrest": FigureKind.DETAINED,
    "detention": FigureKind.DETAINED,
    "kidnapping": FigureKind.ABDUCTED,
    "abduction": FigureKind.ABDUCTED,
}
"""Counted nouns that leave a verb nothing to add."""

NOUN_KINDS: Final[dict[str, FigureKind]] = {
    **SETTLING_NOUNS,
    "idp": FigureKind.DISPLACED,
    "refugee": FigureKind.DISPLACED,
    "evacuee": FigureKind.DISPLACED,
    "displaced": FigureKind.DISPLACED,
    "returnee": FigureKind.RETURNED,
    "detainee": FigureKind.DETAINED,
    "prisoner": FigureKind.DETAINED,
    "inmate": FigureKind.DETAINED,
    "hostage": FigureKind.ABDUCTED,
    "protester": FigureKind.PARTICIPANTS,
    "protestor": FigureKind.PARTICIPANTS,
    "demonstrator": FigureKind.PARTICIPANTS,
    "marcher": FigureKind.PARTICIPANTS,
    "rioter": FigureKind.PARTICIPANTS,
    "participant": FigureKind.PARTICIPANTS,
    **dict.fromkeys(FIGHTER_NOUNS, FigureKind.FIGHTERS),
}
"""Kinds that the counted noun suggests when no verb says otherwise."""

THING_NOUNS: Final[dict[Counted, frozenset[str]]] = {
    Counted.HOUSEHOLDS: frozenset(listed("family household")),
    Counted.DWELLINGS: frozenset(
        listed("home house housing dwelling apartment flat shelter hut shack building residence")
    ),
    Counted.SETTLEMENTS: frozenset(
        listed(
            """
    village town city settlement hamlet neighbourhood neighborhood locality suburb township
"""
        )
    ),
    Counted.EQUIPMENT: frozenset(
        listed("""
        tank vehicle car truck lorry bus drone uav aircraft plane warplane jet helicopter boat ship vessel
        warship submarine gun rifle weapon howitzer launcher system battery carrier apc ifv motorcycle
        bulldozer tractor mortar minesweeper frigate destroyer pistol
        """)
    ),
    Counted.MUNITIONS: frozenset(listed("rocket missile shell bomb grenade mine projectile munition device ied")),
    Counted.STRIKES: frozenset(
        listed("strike airstrike raid sortie attack blast explosion bombardment bombing shelling")
    ),
    Counted.AID: frozenset(listed("parcel kit blanket tent ration pallet")),
}
"""Singular nouns that count things, by sort."""

MEASURE_UNITS: Final[dict[tuple[str, ...], tuple[str, Counted]]] = {
    tuple(form.split()): (unit, counted)
    for counted, units in {
        Counted.PERCENT: {"percent": "%; percent; per cent; pct; percentage points; percentage point; pc"},
        Counted.AREA: {
            "km2": "km2; km²; km 2; sq km; sq . km; square km; square kilometres; square kilometers; "
            "square kilometre; square kilometer",
            "m2": "m2; m²; square metres; square meters; square metre; square meter; sq m",
            "square miles": "square miles; square mile; sq miles; sq mi",
            "hectares": "hectares; hectare; ha",
            "acres": "acres; acre",
        },
        Counted.THINGS: {
            "km/h": "km / h; kph; kmh; kmph; km per hour; km an hour; kilometres per hour; kilometers per hour; "
            "kilometres an hour; kilometers an hour",
            "mph": "mph; miles per hour; miles an hour",
            "mm": "mm; millimetres; millimeters; millimetre; millimeter",
            "cm": "cm; centimetres; centimeters; centimetre; centimeter",
            "litres": "litres; liters; litre; liter",
            "barrels": "barrels; barrel",
            "degrees": "degrees; degree; °; °C; °F",
        },
        Counted.DISTANCE: {
            "km": "km; kms; kilometres; kilometers; kilometre; kilometer; klicks",
            "m": "metres; meters; metre; meter; m",
            "miles": "miles; mile; mi",
            "ft": "feet; ft",
            "yards": "yards; yard",
            "nautical miles": "nautical miles; nautical mile",
        },
        Counted.DURATION: {
            "seconds": "seconds; second; secs",
            "minutes": "minutes; minute; mins; min",
            "hours": "hours; hour; hrs",
            "days": "days; day",
            "nights": "nights; night",
            "weeks": "weeks; week",
            "months": "months; month",
            "years": "years; year",
            "decades": "decades; decade",
            "centuries": "centuries; century",
        },
        Counted.WEIGHT: {
            "tonnes": "tonnes; tonne; metric tons; metric ton; mt",
            "tons": "tons; ton",
            "kg": "kg; kgs; kilograms; kilogram; kilogrammes; kilogramme; kilos; kilo",
            "pounds (weight)": "lb; lbs",
        },
        Counted.MONEY: {
            "USD": "us dollars; u . s . dollars; american dollars; usd",
            "dollars": "dollars; dollar",
            "EUR": "euros; euro; eur",
            "GBP": "pounds sterling; gbp",
            "pounds": "pounds; pound",
            "rupees": "rupees; rupee",
            "dinars": "dinars; dinar",
            "rubles": "rubles; roubles; ruble; rouble",
            "hryvnias": "hryvnias; hryvnia",
            "lira": "lira; liras",
            "riyals": "riyals; riyal; rials; rial",
            "yuan": "yuan; renminbi",
            "yen": "yen",
            "won": "south korean won; korean won",
            "francs": "francs; franc; cfa francs; cfa franc",
            "shillings": "shillings; shilling",
            "pesos": "pesos; peso",
            "shekels": "shekels; shekel",
            "afghanis": "afghanis; afghani",
            "naira": "naira; nairas",
            "birr": "birr; birrs",
            "nakfa": "nakfa; nakfas",
            "cedis": "cedis; cedi",
            "leones": "leones; leone",
            "dalasis": "dalasis; dalasi",
            "ouguiyas": "ouguiyas; ouguiya",
            "rand": "rand; rands",
            "pula": "pula; pulas",
            "kwacha": "kwacha; kwachas",
            "kwanzas": "kwanzas; kwanza",
            "meticais": "meticais; metical",
            "ariary": "ariary",
            "maloti": "maloti; loti",
            "emalangeni": "emalangeni; lilangeni",
            "dobras": "dobras; dobra",
            "escudos": "escudos; escudo",
            "dirhams": "dirhams; dirham",
            "manats": "manats; manat",
            "drams": "drams; dram",
            "lari": "lari; laris",
            "tenge": "tenge",
            "som": "som; soms; soum; soums",
            "somoni": "somoni; somonis",
            "tugriks": "tugriks; tugrik",
            "taka": "taka; takas",
            "rufiyaa": "rufiyaa",
            "ngultrum": "ngultrum; ngultrums",
            "kyats": "kyats; kyat",
            "baht": "baht; bahts",
            "kip": "kip; kips",
            "riels": "riels; riel",
            "dong": "vietnamese dong",
            "rupiah": "rupiah; rupiahs",
            "ringgit": "ringgit; ringgits",
            "patacas": "patacas; pataca",
            "kina": "kina; kinas",
            "vatu": "vatu",
            "tala": "tala",
            "zlotys": "zlotys; zloty; zloties",
            "korunas": "korunas; koruna",
            "kronor": "kronor; krona",
            "kroner": "kroner; krone",
            "forints": "forints; forint",
            "lei": "lei; leu",
            "leva": "leva",
            "leks": "leks; lek",
            "denars": "denars; denar",
            "reais": "reais; brazilian real",
            "bolivars": "bolivars; bolivar; bolivares; bolívares",
            "bolivianos": "bolivianos; boliviano",
            "soles": "peruvian soles",
            "guaranies": "guaranies; guaraníes; guarani",
            "colones": "colones; colons; colón",
            "quetzals": "quetzals; quetzales; quetzal",
            "lempiras": "lempiras; lempira",
            "cordobas": "cordobas; córdobas; cordoba; córdoba",
            "balboas": "balboas; balboa",
            "gourdes": "gourdes; gourde",
            "guilders": "guilders; guilder",
            "florins": "florins; florin",
            "cents": "cents; cent",
        },
    }.items()
    for unit, forms in units.items()
    for form in forms.split("; ")
}
"""Units of measure: how they are written, as words, and what they are called in the record.

Currencies are those of ISO 4217; left out is what is also another word, where no nation before it settles which
("12 won the vote").
"""

CURRENCIES_LIKE_PEOPLES: Final[frozenset[str]] = frozenset({"afghani", "afghanis"})
"""Currencies that with a capital are as often a people: "300 Afghanis fled"."""

CURRENCY_SIGNS: Final[dict[tuple[str, ...], str]] = {
    ("us", "$"): "USD",
    ("u", ".", "s", ".", "$"): "USD",
    ("usd",): "USD",
    ("a", "$"): "AUD",
    ("c", "$"): "CAD",
    ("$",): "dollars",
    ("€",): "EUR",
    ("eur",): "EUR",
    ("£",): "GBP",
    ("gbp",): "GBP",
    ("₹",): "INR",
    ("rs",): "rupees",
    ("rs", "."): "rupees",
    ("n",): "naira",
    ("ngn",): "naira",
    ("₦",): "naira",
    ("r",): "rand",
    ("zar",): "rand",
    ("gh", "₵"): "cedis",
    ("₵",): "cedis",
    ("ksh",): "shillings",
    ("kes",): "shillings",
    ("tsh",): "shillings",
    ("ush",): "shillings",
    ("ugx",): "shillings",
    ("etb",): "birr",
    ("tk",): "taka",
    ("৳",): "taka",
    ("؋",): "afghanis",
    ("₺",): "lira",
    ("₱",): "pesos",
    ("₩",): "won",
    ("₫",): "dong",
    ("฿",): "baht",
    ("₾",): "lari",
    ("₸",): "tenge",
    ("₽",): "RUB",
    ("₴",): "UAH",
    ("₪",): "ILS",
    ("¥",): "¥",
}
"""Signs before an amount, one letter only right before it; a bare `$` is "dollars", for many currencies use it."""

IRREGULAR_PLURALS: Final[dict[str, str]] = {
    "people": "people",
    "persons": "person",
    "peoples": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "gunmen": "gunman",
    "militiamen": "militiaman",
    "fishermen": "fisherman",
    "crewmen": "crewman",
    "schoolchildren": "schoolchild",
    "lives": "life",
    "wives": "wife",
    "bodies": "body",
    "dead": "dead",
    "buses": "bus",
    "personnel": "personnel",
    "staff": "staff",
    "crew": "crew",
    "police": "police",
    "aircraft": "aircraft",
    "troops": "troop",
    "housing": "housing",
    "idps": "idp",
    "youths": "youth",
    "guerrillas": "guerrilla",
}
"""Plurals whose singular no rule gives."""

SINGULAR_IN_S: Final[tuple[str, ...]] = ("ss", "us", "is", "ous", "ics")
"""Endings in `s` that are no plural."""

NOT_A_COUNTED_NOUN: Final[frozenset[str]] = frozenset(
    listed("""
    was is has does its his hers this thus yes as us says news always perhaps towards besides across
    afterwards backwards forwards sometimes less unless plus versus whereas kills wounds injures leaves
    remains includes others thirds fifths tenths ours theirs times
    """)
)
"""Words in `s` that are not what is counted."""

PHRASE_STOPS: Final[frozenset[str]] = frozenset(
    listed("""
    a an the this that these those who whom which whose what when where while as if than then and or but nor
    so yet of in on at by to from for with without within into onto over under about around after before
    since until during between among amid against near off out up down through across along behind beside
    beyond inside outside per via is are was were be been being am has have had having do does did will
    would shall should can could may might must not no never also still already just only even ever now
    today yesterday tomorrow later earlier ago away he she it they we you i his her its their our your my
    him them us there here said says say told reported according including mostly mainly each every both
    either neither because though although however more fewer less least most monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november
    december remain remained remains fled flee fleeing died die went came took took left lost live lives
    lived living stay stayed returned return take takes need needs attended gathered marched rallied others
    """)
) - {"lives", "more", "fewer"}
"""Words that cannot stand between a number and what it counts."""

AUXILIARIES: Final[frozenset[str]] = frozenset(
    listed(
        """
    is are was were be been being has have had having get gets got left reported feared confirmed
    rendered
"""
    )
)
"""Auxiliaries and raising verbs that make a following participle passive."""

PERSON_KINDS: Final[frozenset[FigureKind]] = frozenset(
    {
        FigureKind.KILLED,
        FigureKind.WOUNDED,
        FigureKind.CASUALTIES,
        FigureKind.MISSING,
        FigureKind.CAPTURED,
        FigureKind.DETAINED,
        FigureKind.ABDUCTED,
        FigureKind.DISPLACED,
        FigureKind.RETURNED,
        FigureKind.REMAINING,
        FigureKind.BESIEGED,
        FigureKind.FIGHTERS,
        FigureKind.PARTICIPANTS,
    }
)
"""Kinds that count persons when nothing else is named."""

PREDICATES: Final[dict[str, FigureKind]] = {
    word: kind
    for kind, words in {
        FigureKind.KILLED: (
            "killed dead died die dies dying perished slain hanged murdered massacred executed "
            "beheaded drowned martyred "
            "lynched slaughtered succumbed"
        ),
        FigureKind.WOUNDED: "wounded injured hurt maimed hospitalised hospitalized",
        FigureKind.MISSING: "missing unaccounted disappeared vanished",
        FigureKind.CAPTURED: "captured surrendered",
        FigureKind.DETAINED: "detained arrested jailed imprisoned incarcerated interned remanded",
        FigureKind.ABDUCTED: "abducted kidnapped",
        FigureKind.DISPLACED: (
            "displaced fled flee fleeing flees evacuated evacuate relocated homeless uprooted "
            "shelter shelters "
            "sheltering sheltered displacement refuge accommodated expelled evacuating relocate"
        ),
        FigureKind.RETURNED: "returned return returning returns",
        FigureKind.REMAINING: "remain remained remains remaining stayed",
        FigureKind.BESIEGED: "besieged trapped encircled stranded",
        FigureKind.PARTICIPANTS: (
            "protested demonstrated marched rallied gathered attended protesting demonstrating marching"
        ),
    }.items()
    for word in words.split()
}
"""Words after the counted noun that say what became of it."""

ACTIVE_VERBS: Final[dict[str, FigureKind]] = {
    word: kind
    for kind, words in {
        FigureKind.KILLED: (
            "kill kills killed killing murdered murdering murder massacred massacring executed "
            "executing beheaded "
            "beheading slaughtered slaughtering assassinated"
        ),
        FigureKind.WOUNDED: ("wound wounds wounded wounding injure injures injured injuring hurt hurting maimed"),
        FigureKind.CAPTURED: "capture captures captured capturing",
        FigureKind.DETAINED: ("arrest arrests arrested arresting detain detains detained detaining jailed imprisoned"),
        FigureKind.ABDUCTED: "abduct abducts abducted abducting kidnap kidnaps kidnapped kidnapping",
        FigureKind.DISPLACED: (
            "displace displaces displaced displacing evacuate evacuates evacuated evacuating uproot "
            "uprooted uprooting "
            "relocate relocated relocating expelled expelling"
        ),
        FigureKind.BESIEGED: "trap trapped trapping besiege besieged besieging stranded stranding",
    }.items()
    for word in words.split()
}
"""Verbs whose object is the quantity right after them."""

CROWDING_VERBS: Final[frozenset[str]] = frozenset(listed("blocked blockaded picketed chanted booed barricaded"))
"""What a crowd of unarmed people does right behind its number."""

DELIVERED: Final[frozenset[str]] = frozenset(listed("escaped freed rescued survived"))
"""What becomes of people only, and is no kind of its own: it says of a bare number that it counts people."""

SEIZING_VERBS: Final[frozenset[str]] = frozenset(listed("seize seizes seized seizing"))
"""Verbs that with people as their object are an abduction or an arrest, by whose doing it is."""

TAKING_VERBS: Final[frozenset[str]] = frozenset(listed("take takes took taking taken"))
"""Verbs that are so only where people are taken from somewhere or away."""

REMOVING_VERBS: Final[frozenset[str]] = frozenset(
    listed("eliminate eliminated eliminating neutralise neutralised neutralising neutralize neutralized neutralizing")
)
"""Verbs that with fighters as their object are a killing: "four militants were neutralised"."""

RESIDENT_NOUNS: Final[frozenset[str]] = frozenset(
    listed("family household resident villager inhabitant civilian people person")
)
"""Singular nouns for those who are displaced when they leave an area."""

CAPTORS: Final[frozenset[str]] = frozenset(
    listed("""
    gunman bandit militant rebel insurgent jihadist jihadi extremist terrorist fighter guerrilla guerilla militia
    militiaman paramilitary separatist kidnapper abductor hijacker pirate gang assailant attacker raider armed
    """)
)
"""Singular nouns, and "armed", for those who abduct."""

AUTHORITIES: Final[frozenset[str]] = frozenset(
    listed("""
    police policeman officer authority army military soldier troop force guard agent gendarme customs patrol marine
    navy government security service court
    """)
)
"""Singular nouns for those who arrest."""

OPPOSITES: Final[frozenset[str]] = frozenset(
    listed("side party country nation neighbour neighbor government power rival foe enemy faction army")
)
"""Singular nouns for those of whom "the two" means both, and counts none: "the two sides met"."""

NOMINALS: Final[dict[str, FigureKind]] = {
    word: kind
    for kind, words in {
        FigureKind.KILLED: ("death deaths killing killings fatalities toll massacre dead execution murder murders"),
        FigureKind.WOUNDED: "wounding injuries injured wounded",
        FigureKind.MISSING: "missing",
        FigureKind.CAPTURED: "capture",
        FigureKind.CASUALTIES: "casualties",
        FigureKind.DETAINED: "arrest arrests detention detainees",
        FigureKind.ABDUCTED: "abduction abductions kidnapping kidnappings",
        FigureKind.DISPLACED: (
            "evacuation evacuations relocation displacement displaced idps refugees evacuated evacuees homeless"
        ),
        FigureKind.RETURNED: "return returnees",
    }.items()
    for word in words.split()
}
"""Nouns before the number that say what it counts ("the evacuation of about 300")."""


HURTS: Final[frozenset[str]] = frozenset(
    listed("injuries wounds burns cuts fractures bruises breath burned burnt burning suffocation inhalation shrapnel")
)
"""Words for what people are treated for who have been hurt; illnesses are none of them."""

TREATING_VERBS: Final[frozenset[str]] = frozenset(listed("treat treats treated treating"))
"""Verbs of those who treat the wounded, and the sick."""


@dataclass(frozen=True)
class Idiom:
    """A word that says what became of people when another stands near it.

    Attributes:
        words: The words themselves.
        near: Words of which one stands near.
        kind: What they say.
        before: How many words before are near.
        after: How many words after are near.
        complement: Whether right behind those counted it needs no other ("took 40 pupils hostage").
    """

    words: frozenset[str]
    near: frozenset[str]
    kind: FigureKind
    before: int = 0
    after: int = 0
    complement: bool = False


IDIOMS: Final[tuple[Idiom, ...]] = (
    Idiom(
        frozenset({"homes", "home", "houses", "belongings"}),
        frozenset({"their", "own"}),
        FigureKind.DISPLACED,
        before=1,
    ),
    Idiom(
        frozenset({"safer", "safety"}),
        frozenset({"moved", "shifted", "taken", "transferred"}),
        FigureKind.DISPLACED,
        before=8,
    ),
    Idiom(frozenset({"prisoner"}), frozenset({"taken", "held", "as"}), FigureKind.CAPTURED, before=1, complement=True),
    Idiom(
        frozenset({"hostage", "captive"}),
        frozenset({"taken", "held", "as"}),
        FigureKind.ABDUCTED,
        before=1,
        complement=True,
    ),
    Idiom(
        frozenset({"held"}),
        frozenset({"prison", "prisons", "detention", "custody", "jail", "jails"}),
        FigureKind.DETAINED,
        after=4,
    ),
    Idiom(frozenset({"custody"}), frozenset({"in", "into"}), FigureKind.DETAINED, before=1),
    Idiom(
        frozenset({"streets", "rally", "rallies", "demonstration", "protest", "march"}),
        frozenset({"took", "joined", "attended", "in", "at", "flooded", "filled"}),
        FigureKind.PARTICIPANTS,
        before=5,
    ),
    Idiom(frozenset({"siege"}), frozenset({"under"}), FigureKind.BESIEGED, before=1),
    Idiom(
        frozenset({"injuries", "wounds", "burns"}),
        frozenset({"sustained", "sustaining", "suffered", "suffering", "received"}),
        FigureKind.WOUNDED,
        before=4,
    ),
    Idiom(HURTS, frozenset({"treated"}), FigureKind.WOUNDED, before=7),
)
"""Predicates of more than one word."""

AID_WORDS: Final[frozenset[str]] = frozenset(
    listed("aid food relief supplies assistance medicine medicines flour wheat humanitarian")
)
"""Words that make a weight one of aid."""

CONTROL_WORDS: Final[frozenset[str]] = frozenset(
    listed("""
    control controls controlled controlling held holds hold holding captured capture captures seized seize
    recaptured retaken retook liberated taken took overran hands rule occupied occupies occupying cleared
    regained
    """)
)
"""Words that make a share one of territory held."""

AREA_NOUNS: Final[frozenset[str]] = frozenset(
    listed("""
    city town village district province governorate region country territory territories area areas
    neighbourhood neighborhood land enclave oblast island camp valley peninsula border frontier stronghold
    pocket
    """)
)
"""Nouns of a territory that a share can be of."""

TIME_OF_EVENT: Final[frozenset[str]] = frozenset(
    listed("day night week month year morning evening afternoon previous same past last weekend")
)
"""Words after "the" that date an event, and are no object of its verb."""

FIRING_VERBS: Final[frozenset[str]] = frozenset(
    listed(
        """
    fell exploded detonated killed wounded injured fired fire fires firing launched launch launches launching
    dropped dropping landed struck hit
"""
    )
)
"""Verbs that make munitions a count of strikes."""

RISING_WORDS: Final[frozenset[str]] = frozenset(
    listed("""
    rose rise rises risen rising increased increase increases climbed grew grown jumped soared fell fall
    fallen falls dropped drop declined decreased up down went gone revised raised lowered shrank swelled
    doubled tripled
    """)
)
"""Words after which "from 20 to 50" is a change and no range."""

COMPARING: Final[frozenset[tuple[str, str]]] = frozenset(
    {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")}
)
"""Words before what a count is held against: "12, compared with 20 a year ago"."""

PERIODS: Final[frozenset[str]] = frozenset(listed("day week month quarter year decade"))
"""Units of time by which an earlier count lies back: "12 a year earlier"."""

BRINGING: Final[frozenset[str]] = frozenset(listed("bring brings bringing brought"))
"""Verbs that make a total of what they have for a subject: "the latest deaths bring the total to 922"."""

TOTALLING: Final[frozenset[str]] = frozenset(listed("totals totalled totaled"))
"""Verbs between what is counted and how much it comes to."""

CUMULATIVE_MARKS: Final[tuple[str, ...]] = (
    "so far",
    "to date",
    "since",
    "in total",
    "a total of",
    "toll",
    "altogether",
    "overall",
    "over the past",
    "in the past",
    "over the last",
    "in the last",
    "already",
    "bring to",
    "brings to",
    "bringing to",
    *(f"{brings} the total" for brings in sorted(BRINGING)),
    *sorted(TOTALLING),
)
"""Phrases that make a count one that has added up."""

ASIDE_OPENERS: Final[frozenset[str]] = frozenset(
    listed(
        """
    including among mostly mainly most many some chiefly predominantly primarily largely all especially
"""
    )
)
"""Words that open an aside on who is counted."""

MONTHS: Final[frozenset[str]] = frozenset(
    listed("""
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec
    """)
)
"""Names of months, in full and short."""

YEAR_CUES: Final[frozenset[str]] = frozenset(
    listed("""
    in since by during until till from early late mid before after through throughout spring summer autumn
    fall winter year years
    """)
)
"""Words before four digits that make them a year."""

YEAR_PARTS: Final[frozenset[str]] = frozenset(
    listed("spring summer autumn fall winter year end beginning start middle half quarter")
)
"""Words before "of" and a year."""

IDENTIFIER_NOUNS: Final[frozenset[str]] = frozenset(
    listed("""
    resolution article section chapter flight highway route road unit brigade battalion regiment division
    corps phase page no number channel category level magnitude line room gate protocol act law decree order
    boeing airbus apollo paragraph annex appendix version model type class camp sector zone block district
    ward precinct point area exit junction terminal pier platform lot figure table box item rule clause
    amendment directive psalm sura group formula operation square
    """)
)
"""Nouns that name something by the number after them."""

FRACTIONS: Final[dict[str, int]] = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "tenth": 10,
    "tenths": 10,
}
"""Denominators in words."""

LIFE_TAKING_VERBS: Final[frozenset[str]] = frozenset(
    listed("claimed claim claiming claims cost costing lost losing taken took")
)
"""Verbs with which "12 lives" are deaths."""

NOT_REPORTED: Final[frozenset[str]] = frozenset(
    listed("reported recorded claimed confirmed announced known registered")
)
"""Participles that make "no casualties" an absence of reports, which is no count."""

LINKS_TO_NUMBER: Final[frozenset[str]] = frozenset(
    listed("""
    of to from at : - – = is was are were has have had been be rose risen rise climbed reached stands stood
    hit now total totals totalled totaled include included fell fallen dropped grew grown increased
    decreased swelled shrank number numbered individual individuals by nb no . estimated , / toll passed
    exceeded surpassed
    """)
)
"""Words that may stand between a noun that is counted and its number ("the death toll has risen to 34")."""

FOREIGN_SCALES: Final[frozenset[str]] = frozenset(
    listed(
        """
    mil mille millones millón millon millions milhões milhoes milhão mila milioni millionen millione
    tausend milliards
"""
    )
)
"""Scale words of other languages; a number before one is not read as English."""

ENGLISH_WORDS: Final[frozenset[str]] = frozenset(
    listed("""
    the of and to in that is was were are for on with as by at from have has had been people said an be not
    they it more than after killed who their which its this or were about over
    """)
)
"""Function words that mark a sentence as English."""

FOREIGN_WORDS: Final[frozenset[str]] = frozenset(
    listed("""
    el la los las un una unos unas de del en y que se por con para su más mas han sido fue fueron hay está
    como le les des du une et dans est ont été pour sur qui au aux par avec sont ce cette o os um uma do
    da dos das em no na nos nas foi foram não e é mais pelo pela deixou der die das und ist im von den dem
    mit auf für nicht ein eine wurden il lo gli della di che sono stati per si i su je se na od da za koji
    bila bilo hen het een zijn werden op
    """)
) - {"in", "no", "i", "o", "hen", "op", "die", "do", "em", "per"}
"""Function words of other languages in Latin script that English sentences lack."""

FOREIGN_LOANS: Final[frozenset[tuple[str, str]]] = frozenset(
    {("de", "facto"), ("de", "jure"), ("en", "route"), ("en", "masse"), ("par", "excellence")}
)
"""Foreign words that English has taken over."""
