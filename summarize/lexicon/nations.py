"""Countries by name, adjective and people, and peoples without a state.

Codes are ISO 3166-1 alpha-3, with the user-assigned `XKX` for Kosovo as GeoNames uses it. Names are the short
English ones of GeoNames plus those that news writes; adjectives and peoples after the demonyms of the CIA World
Factbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from summarize.lexicon.grammar import word_set


class Nation(NamedTuple):
    """A country and the words for it.

    Attributes:
        code: ISO 3166-1 alpha-3.
        names: Names of the country, the usual one first.
        adjectives: "Syrian".
        peoples: "Syrians", "Turks".
    """

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    peoples: tuple[str, ...]


_TABLE = """
AFG|Afghanistan|Afghan|Afghans
AGO|Angola|Angolan|Angolans
ALB|Albania|Albanian|Albanians
AND|Andorra|Andorran|Andorrans
ARE|United Arab Emirates,UAE,U.A.E.,Emirates|Emirati|Emiratis
ARG|Argentina|Argentine,Argentinian|Argentines,Argentinians
ARM|Armenia|Armenian|Armenians
ATG|Antigua and Barbuda|Antiguan|Antiguans
AUS|Australia|Australian|Australians
AUT|Austria|Austrian|Austrians
AZE|Azerbaijan|Azerbaijani,Azeri|Azerbaijanis,Azeris
BDI|Burundi|Burundian|Burundians
BEL|Belgium|Belgian|Belgians
BEN|Benin|Beninese|Beninese
BFA|Burkina Faso|Burkinabe,Burkinabé|Burkinabes
BGD|Bangladesh|Bangladeshi|Bangladeshis
BGR|Bulgaria|Bulgarian|Bulgarians
BHR|Bahrain|Bahraini|Bahrainis
BHS|Bahamas|Bahamian|Bahamians
BIH|Bosnia and Herzegovina,Bosnia-Herzegovina,Bosnia|Bosnian|Bosnians
BLR|Belarus|Belarusian,Belarussian|Belarusians
BLZ|Belize|Belizean|Belizeans
BOL|Bolivia|Bolivian|Bolivians
BRA|Brazil|Brazilian|Brazilians
BRB|Barbados|Barbadian|Barbadians
BRN|Brunei|Bruneian|Bruneians
BTN|Bhutan|Bhutanese|Bhutanese
BWA|Botswana|Botswanan|Botswanans
CAF|Central African Republic|Central African|Central Africans
CAN|Canada|Canadian|Canadians
CHE|Switzerland|Swiss|Swiss
CHL|Chile|Chilean|Chileans
CHN|China,People's Republic of China|Chinese|Chinese
CIV|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Ivorians
CMR|Cameroon|Cameroonian|Cameroonians
COD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,DRCongo,Congo-Kinshasa,
    Zaire|Congolese|Congolese
COG|Republic of the Congo,Congo-Brazzaville||
COL|Colombia|Colombian|Colombians
COM|Comoros|Comoran,Comorian|Comorans,Comorians
CPV|Cape Verde,Cabo Verde|Cape Verdean|Cape Verdeans
CRI|Costa Rica|Costa Rican|Costa Ricans
CUB|Cuba|Cuban|Cubans
CYP|Cyprus|Cypriot,Greek Cypriot|Cypriots,Greek Cypriots
CZE|Czech Republic,Czechia|Czech|Czechs
DEU|Germany|German|Germans
DJI|Djibouti|Djiboutian|Djiboutians
DMA|Dominica||
DNK|Denmark|Danish|Danes
DOM|Dominican Republic|Dominican|Dominicans
DZA|Algeria|Algerian|Algerians
ECU|Ecuador|Ecuadorian,Ecuadorean|Ecuadorians,Ecuadoreans
EGY|Egypt|Egyptian|Egyptians
ERI|Eritrea|Eritrean|Eritreans
ESH|Western Sahara|Sahrawi,Saharawi|Sahrawis,Saharawis
ESP|Spain|Spanish|Spaniards
EST|Estonia|Estonian|Estonians
ETH|Ethiopia|Ethiopian|Ethiopians
FIN|Finland|Finnish|Finns
FJI|Fiji|Fijian|Fijians
FRA|France|French|French
GAB|Gabon|Gabonese|Gabonese
GBR|United Kingdom,UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|British,English,
    Scottish,Welsh|Britons,Scots
GEO|Georgia|Georgian|Georgians
GHA|Ghana|Ghanaian|Ghanaians
GIN|Guinea|Guinean|Guineans
GMB|Gambia|Gambian|Gambians
GNB|Guinea-Bissau|Bissau-Guinean|Bissau-Guineans
GNQ|Equatorial Guinea|Equatorial Guinean|Equatorial Guineans
GRC|Greece|Greek|Greeks
GRD|Grenada|Grenadian|Grenadians
GTM|Guatemala|Guatemalan|Guatemalans
GUY|Guyana|Guyanese|Guyanese
HKG|Hong Kong||Hongkongers
HND|Honduras|Honduran|Hondurans
HRV|Croatia|Croatian,Croat|Croats,Croatians
HTI|Haiti|Haitian|Haitians
HUN|Hungary|Hungarian|Hungarians
IDN|Indonesia|Indonesian|Indonesians
IND|India|Indian|Indians
IRL|Ireland,Republic of Ireland|Irish|Irish
IRN|Iran,Islamic Republic of Iran|Iranian|Iranians
IRQ|Iraq|Iraqi|Iraqis
ISL|Iceland|Icelandic|Icelanders
ISR|Israel|Israeli|Israelis
ITA|Italy|Italian|Italians
JAM|Jamaica|Jamaican|Jamaicans
JOR|Jordan|Jordanian|Jordanians
JPN|Japan|Japanese|Japanese
KAZ|Kazakhstan|Kazakh,Kazakhstani|Kazakhs
KEN|Kenya|Kenyan|Kenyans
KGZ|Kyrgyzstan|Kyrgyz|Kyrgyz
KHM|Cambodia|Cambodian|Cambodians
KOR|South Korea,Republic of Korea|South Korean|South Koreans
KWT|Kuwait|Kuwaiti|Kuwaitis
LAO|Laos|Laotian,Lao|Laotians
LBN|Lebanon|Lebanese|Lebanese
LBR|Liberia|Liberian|Liberians
LBY|Libya|Libyan|Libyans
LKA|Sri Lanka|Sri Lankan|Sri Lankans
LSO|Lesotho|Basotho|Basotho
LTU|Lithuania|Lithuanian|Lithuanians
LUX|Luxembourg||Luxembourgers
LVA|Latvia|Latvian|Latvians
MAR|Morocco|Moroccan|Moroccans
MCO|Monaco||
MDA|Moldova|Moldovan|Moldovans
MDG|Madagascar|Malagasy|Malagasy
MDV|Maldives|Maldivian|Maldivians
MEX|Mexico|Mexican|Mexicans
MKD|North Macedonia,Macedonia|Macedonian|Macedonians
MLI|Mali|Malian|Malians
MLT|Malta|Maltese|Maltese
MMR|Myanmar,Burma|Burmese,Myanmarese|Burmese
MNE|Montenegro|Montenegrin|Montenegrins
MNG|Mongolia|Mongolian|Mongolians
MOZ|Mozambique|Mozambican|Mozambicans
MRT|Mauritania|Mauritanian|Mauritanians
MUS|Mauritius|Mauritian|Mauritians
MWI|Malawi|Malawian|Malawians
MYS|Malaysia|Malaysian|Malaysians
NAM|Namibia|Namibian|Namibians
NER|Niger|Nigerien|Nigeriens
NGA|Nigeria|Nigerian|Nigerians
NIC|Nicaragua|Nicaraguan|Nicaraguans
NLD|Netherlands,Holland|Dutch|Dutch
NOR|Norway|Norwegian|Norwegians
NPL|Nepal|Nepalese,Nepali|Nepalis,Nepalese
NZL|New Zealand|New Zealand|New Zealanders
OMN|Oman|Omani|Omanis
PAK|Pakistan|Pakistani|Pakistanis
PAN|Panama|Panamanian|Panamanians
PER|Peru|Peruvian|Peruvians
PHL|Philippines|Philippine,Filipino|Filipinos
PNG|Papua New Guinea|Papua New Guinean|Papua New Guineans
POL|Poland|Polish|Poles
PRI|Puerto Rico|Puerto Rican|Puerto Ricans
PRK|North Korea|North Korean|North Koreans
PRT|Portugal|Portuguese|Portuguese
PRY|Paraguay|Paraguayan|Paraguayans
PSE|Palestine,Palestinian Territories,Palestinian territories,State of Palestine|Palestinian,Gazan|Palestinians,
    Gazans
QAT|Qatar|Qatari|Qataris
ROU|Romania|Romanian|Romanians
RUS|Russia,Russian Federation,Soviet Union,USSR|Russian,Soviet|Russians,Soviets
RWA|Rwanda|Rwandan|Rwandans
SAU|Saudi Arabia|Saudi,Saudi Arabian|Saudis
SDN|Sudan|Sudanese|Sudanese
SEN|Senegal|Senegalese|Senegalese
SGP|Singapore|Singaporean|Singaporeans
SLB|Solomon Islands||
SLE|Sierra Leone|Sierra Leonean|Sierra Leoneans
SLV|El Salvador|Salvadoran,Salvadorean|Salvadorans,Salvadoreans
SOM|Somalia|Somali,Somalian|Somalis
SRB|Serbia|Serbian,Serb|Serbs,Serbians
SSD|South Sudan|South Sudanese|South Sudanese
STP|Sao Tome and Principe,São Tomé and Príncipe||
SUR|Suriname|Surinamese|Surinamese
SVK|Slovakia|Slovak,Slovakian|Slovaks
SVN|Slovenia|Slovenian,Slovene|Slovenians,Slovenes
SWE|Sweden|Swedish|Swedes
SWZ|Eswatini,Swaziland|Swazi|Swazis
SYR|Syria,Syrian Arab Republic|Syrian|Syrians
TCD|Chad|Chadian|Chadians
TGO|Togo|Togolese|Togolese
THA|Thailand|Thai|Thais
TJK|Tajikistan|Tajik|Tajiks
TKM|Turkmenistan|Turkmen|Turkmens
TLS|East Timor,Timor-Leste,Timor Leste|East Timorese,Timorese|Timorese
TTO|Trinidad and Tobago|Trinidadian|Trinidadians
TUN|Tunisia|Tunisian|Tunisians
TUR|Turkey,Türkiye,Turkiye|Turkish|Turks
TWN|Taiwan|Taiwanese|Taiwanese
TZA|Tanzania|Tanzanian|Tanzanians
UGA|Uganda|Ugandan|Ugandans
UKR|Ukraine|Ukrainian|Ukrainians
URY|Uruguay|Uruguayan|Uruguayans
USA|United States,United States of America,US,U.S.,USA,U.S.A.,America|American,US,U.S.|Americans
UZB|Uzbekistan|Uzbek|Uzbeks
VAT|Vatican,Vatican City,Holy See||
VEN|Venezuela|Venezuelan|Venezuelans
VNM|Vietnam,Viet Nam|Vietnamese|Vietnamese
VUT|Vanuatu||
WSM|Samoa|Samoan|Samoans
XKX|Kosovo|Kosovan,Kosovar|Kosovans,Kosovars
YEM|Yemen|Yemeni|Yemenis
ZAF|South Africa|South African|South Africans
ZMB|Zambia|Zambian|Zambians
ZWE|Zimbabwe|Zimbabwean|Zimbabweans
"""


def _split(field: str) -> tuple[str, ...]:
    return tuple(word for word in field.split(",") if word)


NATIONS: tuple[Nation, ...] = tuple(
    Nation(code, _split(names), _split(adjectives), _split(peoples))
    for code, names, adjectives, peoples in (row.split("|") for row in _TABLE.replace("\n    ", "").split("\n") if row)
)
"""Every country that news writes about as an actor or a place."""

AMBIGUOUS: frozenset[str] = frozenset(
    ("Congolese", "Turkmen", "Turkmens", "Serb", "Serbs", "Croat", "Croats", "Congo", "Georgia")
)
"""Words that name the people of two countries, or a people beyond one: no country follows from them."""

_CAPITALS = """
Abuja NGA|Addis Ababa ETH|Amman JOR|Ankara TUR|Asmara ERI|Athens GRC|Baghdad IRQ|Baku AZE|Beijing CHN
Belgrade SRB|Berlin DEU|Bogota COL|Bogotá COL|Cairo EGY|Canberra AUS|Caracas VEN|Damascus SYR|Delhi IND
Dhaka BGD|Doha QAT|Havana CUB|Islamabad PAK|Jakarta IDN|Juba SSD|Kabul AFG|Kampala UGA|Khartoum SDN|Kiev UKR
Kigali RWA|Kinshasa COD|Kyiv UKR|London GBR|Madrid ESP|Manila PHL|Minsk BLR|Moscow RUS|Nairobi KEN
New Delhi IND|Ottawa CAN|Paris FRA|Pretoria ZAF|Pyongyang PRK|Riyadh SAU|Rome ITA|Seoul KOR|Tbilisi GEO
Tehran IRN|Tokyo JPN|Warsaw POL|Washington USA|Yerevan ARM
"""

CAPITALS: Mapping[str, str] = MappingProxyType(
    {row[:-4]: row[-3:] for line in _CAPITALS.split("\n") for row in line.split("|") if row}
)
"""Code by the capital that news names for a government: "Moscow" to RUS."""

_WITH_ARTICLE = word_set("ARE BHS CAF COD COG CZE DOM GBR GMB MDV NLD PHL SLB USA VAT")


BY_CODE: Mapping[str, Nation] = MappingProxyType({nation.code: nation for nation in NATIONS})
"""The countries by their codes."""


def in_full(code: str) -> str:
    """Usual name of a country inside a phrase: "Syria", "the Netherlands"; an unlisted code is given back."""
    name = BY_CODE[code].names[0] if code in BY_CODE else code
    return f"the {name}" if code in _WITH_ARTICLE else name


COUNTRY_NAMES: Mapping[str, str] = MappingProxyType({n: nation.code for nation in NATIONS for n in nation.names})
"""Code by name as written: "Syria" to SYR."""

NATIONALITIES: Mapping[str, str] = MappingProxyType({a: nation.code for nation in NATIONS for a in nation.adjectives})
"""Code by adjective as written: "Syrian" to SYR."""

PEOPLES: Mapping[str, str] = MappingProxyType({p: nation.code for nation in NATIONS for p in nation.peoples})
"""Code by the plural for a country's people: "Syrians" to SYR."""

ETHNICITIES: frozenset[str] = word_set(
    """
    Abkhaz Acholi Afar African Alawite Amhara Arab Arakanese Asian Assyrian Baloch Baluch Bambara Basque Bedouin
    Berber Buddhist Catalan Catholic Chechen Chin Christian Communist Coptic Corsican Crimean Darfuri Dinka Dogon
    Druze European Fulani Hausa Hazara Hindu Houthi Hutu Igbo Islamic Islamist Jewish Kachin Kanuri Karen Kashmiri
    Kikuyu Kurdish Latin Luo Maoist Mapuche Maronite Marxist Maya Muslim Nuer Oromo Orthodox Ossetian Pashtun Peul
    Protestant Punjabi Rakhine Rohingya Roma Salafi Salafist Shan Shi'a Shi'ite Shia Shiite Sikh Sinhalese Sunni
    Tamil Tatar Tigrayan Tuareg Turkic Turkoman Tutsi Uighur Uyghur Western Yazidi Yezidi Yoruba Zaghawa Zionist
    """
)
"""Adjectives of an ethnicity, a faith or a creed; no country follows from them."""

ETHNIC_PEOPLES: frozenset[str] = word_set(
    """
    Abkhazians Africans Alawites Amharas Arabs Asians Assyrians Baloch Bedouins Berbers Buddhists Catholics Chechens
    Christians Copts Darfuris Druze Europeans Fulanis Hazaras Hindus Hutus Jews Kashmiris Kurds Maronites Muslims
    Oromos Ossetians Pashtuns Protestants Rohingya Rohingyas Roma Shi'ites Shias Shiites Sikhs Sunnis Tamils Tatars
    Tigrayans Tuaregs Turkmen Turkomans Tutsis Uighurs Uyghurs Westerners Yazidis Yezidis
    """
)
"""Plurals of such a people."""
