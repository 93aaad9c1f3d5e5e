"""Names of countries, nationalities and regions that a gazetteer of towns does not hold.

Sources. Country codes are ISO 3166-1 alpha-3, with `XKX` for Kosovo as GeoNames has it. Country
names are those of GeoNames and of `summarize.lexicon.nations`; `COUNTRY_NAMES` adds official and former names
(UNTERM). Nationalities are those of `summarize.lexicon.nations`, and singular nouns such as "Spaniard".
Continents and sub-regions follow the UN's M49 standard. A region inside one state carries the state
that the UN General Assembly's resolutions and GeoNames put it in; where the two leave it disputed, or
it lies in several states, no country is asserted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from summarize.lexicon import nations
from summarize.record import Precision


@dataclass(frozen=True)
class Region:
    """A named region.

    Attributes:
        name: Usual English name.
        precision: `admin1` for first-order divisions, `region_fuzzy` without fixed borders,
            `international` beyond one country's reach.
        countries: The states it lies in, ISO alpha-3; none for the sea and for disputed land.
        aliases: Other names.
    """

    name: str
    precision: Precision
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def _pairs(table: str) -> dict[str, str]:
    """Name to code, from lines of `CODE name, name, …`."""
    lines = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return {name.strip(): code for code, names in lines for name in names.split(",")}


COUNTRY_NAMES: Mapping[str, str] = MappingProxyType(
    dict(nations.COUNTRY_NAMES)
    | _pairs("""
ARE the Emirates
BHS The Bahamas
BLR Belorussia
BOL Plurinational State of Bolivia
BRN Brunei Darussalam
CAF CAR, C.A.R.
CHN PRC, Mainland China
COD D.R.C., D.R. Congo
COG Republic of Congo, Congo Republic
FSM Federated States of Micronesia
GMB The Gambia
GNB Guinea Bissau
HKG Hong Kong SAR
IRL Irish Republic
IRN Persia
KGZ Kyrgyz Republic, Kirghizia
KHM Kampuchea
KOR ROK
LAO Lao PDR
LBY Libyan Arab Jamahiriya
LKA Ceylon
MAC Macau
MDA Republic of Moldova
PRK DPRK, Democratic People's Republic of Korea
PSE Occupied Palestinian Territory, Palestinian territory, oPt
SSD Republic of South Sudan
STP São Tomé
SVK Slovak Republic
TTO Trinidad
TZA United Republic of Tanzania, Tanganyika
VCT Saint Vincent
""")
)
"""Names of countries beside those of GeoNames."""

DEMONYMS: Mapping[str, str] = MappingProxyType(
    {
        word: code
        for table in (nations.NATIONALITIES, nations.PEOPLES)
        for word, code in table.items()
        if word not in nations.AMBIGUOUS
    }
    | _pairs("""
BEN Beninois
BWA Motswana, Batswana
CYP Turkish Cypriot
ESP Spaniard
FIN Finn
FRA Frenchman, Frenchmen
GBR Briton, Northern Irish
IRL Irishman
KGZ Kyrgyzstani
KHM Khmer
LUX Luxembourgish
NZL New Zealander
POL Pole
SWE Swede
TJK Tajikistani
TKM Turkmenistani
TUR Turk
UZB Uzbekistani
""")
)
"""Nationality words that settle a country, and the country of each."""

NOT_A_COUNTRY = frozenset(
    {
        "Islamic State in Iraq and Syria",
        "Islamic State of Iraq and Syria",
        "Islamic State in Iraq and the Levant",
        "Islamic State of Iraq and the Levant",
        "Islamic State of Iraq",
        "Gulf of Mexico",
        "New Mexico",
        "Indian Ocean",
        "South China Sea",
        "East China Sea",
        "Sea of Japan",
        "Gulf of Oman",
        "Gulf of Guinea",
        "Gulf of Thailand",
        "English Channel",
        "Irish Sea",
        "Mozambique Channel",
        "Lake Chad",
        "Chad Basin",
        "Jordan River",
        "Jordan Valley",
        "River Jordan",
        "Niger Delta",
        "Niger River",
        "River Niger",
        "Niger State",
        "South American",
        "South Americans",
        "Latin American",
        "Latin Americans",
        "North American",
        "Central American",
        "African American",
        "Native American",
        "American Indian",
        "Central America",
        "South America",
        "North America",
        "Latin America",
        "New England",
        "New South Wales",
        "Inner Mongolia",
        "Syrian Catholic",
        "Syrian Orthodox",
        "Greek Orthodox",
        "Armenian Orthodox",
    }
)
"""Longer names in which a country's name or a nationality says nothing about that country."""

ALSO_A_PERSON = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Kenya", "Chile", "Malta", "Cuba"})
"""Country names that stand after a given name too: "Michael Jordan" is no mention of a country."""

_FUZZY = Precision.REGION_FUZZY
_ADMIN1 = Precision.ADMIN1
_WORLD = Precision.INTERNATIONAL

REGIONS = (
    Region("Africa", _WORLD),
    Region("Asia", _WORLD),
    Region("Europe", _WORLD),
    Region("North America", _WORLD),
    Region("South America", _WORLD),
    Region("Latin America", _WORLD),
    Region("Central America", _WORLD),
    Region("Oceania", _WORLD),
    Region("Antarctica", _WORLD),
    Region("Sub-Saharan Africa", _WORLD),
    Region("North Africa", _WORLD, aliases=("Northern Africa", "Maghreb")),
    Region("East Africa", _WORLD, aliases=("Eastern Africa",)),
    Region("West Africa", _WORLD, aliases=("Western Africa",)),
    Region("Southern Africa", _WORLD),
    Region("Central Africa", _WORLD, aliases=("Middle Africa",)),
    Region("Horn of Africa", _WORLD),
    Region("Sahel", _WORLD),
    Region("Central Sahel", _WORLD),
    Region("Sahara", _WORLD),
    Region("Great Lakes region", _WORLD, aliases=("African Great Lakes",)),
    Region("Lake Chad basin", _WORLD, ("NGA", "TCD", "NER", "CMR"), ("Chad Basin", "Lake Chad")),
    Region("Liptako-Gourma", _WORLD, ("MLI", "BFA", "NER"), ("three-border area", "tri-border area")),
    Region("Middle East", _WORLD, aliases=("Mideast", "Near East")),
    Region("Levant", _WORLD),
    Region("Arabian Peninsula", _WORLD),
    Region("Gulf", _WORLD, aliases=("Persian Gulf", "Arabian Gulf")),
    Region("Central Asia", _WORLD),
    Region("South Asia", _WORLD, aliases=("Southern Asia",)),
    Region("Southeast Asia", _WORLD, aliases=("South-East Asia", "South East Asia")),
    Region("East Asia", _WORLD, aliases=("Eastern Asia",)),
    Region("Western Asia", _WORLD, aliases=("West Asia",)),
    Region("Eastern Europe", _WORLD),
    Region("Western Europe", _WORLD),
    Region("Balkans", _WORLD, aliases=("Western Balkans",)),
    Region("Caucasus", _WORLD, aliases=("South Caucasus",)),
    Region("North Caucasus", _FUZZY, ("RUS",)),
    Region("Caribbean", _WORLD),
    Region("Red Sea", _WORLD),
    Region("Black Sea", _WORLD),
    Region("Sea of Azov", _WORLD),
    Region("Mediterranean Sea", _WORLD, aliases=("Mediterranean",)),
    Region("Aegean Sea", _WORLD, aliases=("Aegean",)),
    Region("Caspian Sea", _WORLD),
    Region("Arabian Sea", _WORLD),
    Region("Gulf of Aden", _WORLD),
    Region("Gulf of Guinea", _WORLD),
    Region("Gulf of Oman", _WORLD),
    Region("Gulf of Mexico", _WORLD),
    Region("Strait of Hormuz", _WORLD),
    Region("Bab el-Mandeb", _WORLD, aliases=("Bab al-Mandab", "Bab el Mandeb Strait")),
    Region("South China Sea", _WORLD),
    Region("East China Sea", _WORLD),
    Region("Indian Ocean", _WORLD),
    Region("Pacific Ocean", _WORLD, aliases=("Pacific",)),
    Region("Atlantic Ocean", _WORLD, aliases=("Atlantic",)),
    Region("Euphrates", _FUZZY, ("SYR", "IRQ", "TUR"), ("Euphrates River", "River Euphrates")),
    Region("Euphrates Valley", _FUZZY, ("SYR", "IRQ"), ("Middle Euphrates River Valley", "Euphrates River Valley")),
    Region("Tigris", _FUZZY, ("IRQ", "TUR", "SYR"), ("Tigris River", "River Tigris")),
    Region("Kurdistan", _FUZZY, ("IRQ", "TUR", "IRN", "SYR")),
    Region(
        "Kurdistan Region",
        _FUZZY,
        ("IRQ",),
        ("Iraqi Kurdistan", "Kurdistan Region of Iraq", "KRI", "Iraqi Kurdish region", "Kurdish region of Iraq"),
    ),
    Region("Rojava", _FUZZY, ("SYR",), ("Syrian Kurdistan",)),
    Region("Eastern Ghouta", _FUZZY, ("SYR",), ("East Ghouta", "Ghouta")),
    Region("Western Ghouta", _FUZZY, ("SYR",)),
    Region("Qalamoun", _FUZZY, ("SYR",), ("Qalamun", "Qalamoun Mountains")),
    Region("Syrian Desert", _FUZZY, ("SYR",), ("Badia",)),
    Region("Jabal al-Zawiya", _FUZZY, ("SYR",), ("Jebel al-Zawiya",)),
    Region("Golan Heights", _FUZZY, (), ("Golan",)),
    Region("Gaza Strip", _ADMIN1, ("PSE",), ("Gaza",)),
    Region("West Bank", _ADMIN1, ("PSE",), ("occupied West Bank",)),
    Region("East Jerusalem", _FUZZY, ("PSE",)),
    Region("Negev", _FUZZY, ("ISR",), ("Negev Desert",)),
    Region("Galilee", _FUZZY, ("ISR",)),
    Region("Bekaa Valley", _FUZZY, ("LBN",), ("Bekaa", "Beqaa Valley", "Beqaa")),
    Region("Sinai", _FUZZY, ("EGY",), ("Sinai Peninsula", "Sinai desert")),
    Region("Upper Egypt", _FUZZY, ("EGY",)),
    Region("Cyrenaica", _FUZZY, ("LBY",)),
    Region("Tripolitania", _FUZZY, ("LBY",)),
    Region("Fezzan", _FUZZY, ("LBY",)),
    Region("Darfur", _FUZZY, ("SDN",)),
    Region("Nuba Mountains", _FUZZY, ("SDN",)),
    Region("Kordofan", _FUZZY, ("SDN",)),
    Region("Abyei", _FUZZY, (), ("Abyei Area",)),
    Region("Hala'ib Triangle", _FUZZY),
    Region("Ogaden", _FUZZY, ("ETH",)),
    Region("Puntland", _FUZZY, ("SOM",)),
    Region("Somaliland", _FUZZY, ("SOM",)),
    Region("Jubaland", _FUZZY, ("SOM",)),
    Region("Kivu", _FUZZY, ("COD",), ("the Kivus", "Kivus")),
    Region("Katanga", _FUZZY, ("COD",)),
    Region("Kasai region", _FUZZY, ("COD",), ("the Kasais",)),
    Region("Azawad", _FUZZY, ("MLI",)),
    Region("Casamance", _FUZZY, ("SEN",)),
    Region("Niger Delta", _FUZZY, ("NGA",)),
    Region("Middle Belt", _FUZZY, ("NGA",)),
    Region("Biafra", _FUZZY, ("NGA",)),
    Region("Sambisa Forest", _FUZZY, ("NGA",), ("Sambisa",)),
    Region("Ambazonia", _FUZZY, ("CMR",)),
    Region("Donbas", _FUZZY, ("UKR",), ("Donbass", "the Donbas")),
    Region("Crimea", _ADMIN1, ("UKR",), ("Crimean Peninsula", "Krym")),
    Region("Transcarpathia", _FUZZY, ("UKR",)),
    Region("Siberia", _FUZZY, ("RUS",)),
    Region("Chechnya", _ADMIN1, ("RUS",), ("Chechen Republic",)),
    Region("Transnistria", _FUZZY, ("MDA",), ("Transdniester",)),
    Region("Abkhazia", _ADMIN1, ("GEO",)),
    Region("South Ossetia", _FUZZY, ("GEO",)),
    Region("Adjara", _ADMIN1, ("GEO",), ("Ajara",)),
    Region("Nagorno-Karabakh", _FUZZY, ("AZE",), ("Karabakh", "Nagorno Karabakh", "Artsakh")),
    Region("Nakhchivan", _ADMIN1, ("AZE",), ("Nakhichevan",)),
    Region("Northern Cyprus", _FUZZY, ("CYP",)),
    Region("Republika Srpska", _ADMIN1, ("BIH",)),
    Region("Vojvodina", _FUZZY, ("SRB",)),
    Region("Basque Country", _FUZZY, ("ESP",)),
    Region("Kashmir", _FUZZY),
    Region("Line of Control", _FUZZY),
    Region("Ladakh", _FUZZY),
    Region("Waziristan", _FUZZY, ("PAK",), ("North Waziristan", "South Waziristan")),
    Region("FATA", _FUZZY, ("PAK",), ("Federally Administered Tribal Areas",)),
    Region("Swat Valley", _FUZZY, ("PAK",)),
    Region("Panjshir Valley", _FUZZY, ("AFG",)),
    Region("Kachchh", _FUZZY, ("IND",), ("Kutch",)),
    Region("Cox's Bazar camps", _FUZZY, ("BGD",)),
    Region("Chittagong Hill Tracts", _FUZZY, ("BGD",)),
    Region("Mindanao", _FUZZY, ("PHL",)),
    Region("Bangsamoro", _ADMIN1, ("PHL",)),
    Region("Luzon", _FUZZY, ("PHL",)),
    Region("Visayas", _FUZZY, ("PHL",)),
    Region("Sulu Archipelago", _FUZZY, ("PHL",)),
    Region("Java", _FUZZY, ("IDN",)),
    Region("Sumatra", _FUZZY, ("IDN",)),
    Region("Sulawesi", _FUZZY, ("IDN",)),
    Region("Borneo", _FUZZY, ("IDN", "MYS", "BRN")),
    Region("Manchuria", _FUZZY, ("CHN",)),
    Region("Korean Peninsula", _FUZZY),
    Region("Demilitarized Zone", _FUZZY, (), ("DMZ", "Korean Demilitarized Zone")),
    Region("Amazon", _WORLD, (), ("Amazon rainforest", "Amazonia", "Amazon basin")),
    Region("Andes", _WORLD),
    Region("Chapare", _FUZZY, ("BOL",)),
    Region("Upper Huallaga Valley", _FUZZY, ("PER",), ("Upper Huallaga", "Alto Huallaga")),
    Region("Catatumbo", _FUZZY, ("COL",)),
    Region("Uraba", _FUZZY, ("COL",), ("Urabá",)),
    Region("Darién Gap", _FUZZY, ("PAN", "COL"), ("Darien Gap",)),
    Region("Patagonia", _FUZZY, ("ARG", "CHL")),
)
"""Regions by name. The lists of first-order divisions are in `summarize.lexicon.divisions`."""

SEATS: Mapping[str, str] = MappingProxyType(
    {
        "Geneva": "CHE",
        "New York": "USA",
        "Strasbourg": "FRA",
        "The Hague": "NLD",
    }
)
"""Towns that news from anywhere names though they are no capitals: seats of UN, EU, Council of Europe, ICJ."""

ORDINARY_WORDS = frozenset(
    [
        "bay",
        "bari",
        "central",
        "centre",
        "chin",
        "delta",
        "east",
        "eastern",
        "far",
        "lac",
        "lakes",
        "littoral",
        "midlands",
        "mon",
        "north",
        "northern",
        "plateau",
        "pool",
        "red",
        "rivers",
        "sahel",
        "south",
        "southern",
        "tak",
        "the",
        "unity",
        "van",
        "victoria",
        "west",
        "western",
    ]
)
"""Names of divisions that are ordinary words: they name a place only in an article about its country."""
