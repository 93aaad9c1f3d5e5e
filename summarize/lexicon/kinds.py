"""Words by which an unnamed or described source shows what kind of source it is.

Each list is matched as whole words, in text in small letters; a blank within an entry stands for any run of
white space. `summarize.resolving.speakers` says in which order the lists are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarize.lexicon.grammar import word_set
from summarize.record import SourceType


def _pattern(entries: str, flags: int = 0) -> re.Pattern[str]:
    """Any of the comma-separated entries as whole words; an entry may end in a regular expression's `?`."""
    alternatives = (entry.strip().replace(" ", r"\s+") for entry in entries.replace("\n", " ").split(","))
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", flags)


STATE_MEDIA: Final = re.compile(
    r"""\b(?:state|official|government|national)(?:[- ](?:run|owned|controlled|linked|affiliated)(?:\s+[a-z]\w+)?)?
        (?:\s+(?:news|television|tv|media|radio|broadcaster|newspaper))+\b
      | \b(?:state|official)\s+(?:news\s+)?agency\b""",
    re.VERBOSE,
)
"""Media that speak for a government."""

ORGANISATIONS: Final[tuple[tuple[str, SourceType, re.Pattern[str]], ...]] = (
    ("news agency", SourceType.NEWS_AGENCY, _pattern("news agency, news agencies, wire services?, newswire")),
    (
        "aid organisation",
        SourceType.AID_NGO,
        _pattern("(?:aid|relief|humanitarian) (?:agency|agencies|groups?|organi[sz]ations?|workers?|officials?)"),
    ),
    (
        "monitor",
        SourceType.MONITOR_NGO,
        _pattern(
            """monitors?, monitoring group, observatory, watchdogs?, rights groups?, rights organi[sz]ations?,
            rights activists?, rights defenders?, rights lawyers?, rights advocates?, rights monitors?, rights office"""
        ),
    ),
)
"""Rule name, type and words of bodies that outrank an office."""

INTERNATIONAL: Final = re.compile(
    r"\b(?:peacekeep\w+|international\s+(?:court|tribunal|organi[sz]ation)|UN|U\.N\.)(?!\w)"
)
"""Words for international bodies, as they are written; they outrank an office: a UN official speaks for the UN."""

PEOPLE_AND_PAPERS: Final[tuple[tuple[str, SourceType, re.Pattern[str]], ...]] = (
    (
        "aid organisation",
        SourceType.AID_NGO,
        _pattern("aid, relief, humanitarian, charity, charities, rescue, rescuers?, civil defen[cs]e"),
    ),
    (
        "witness",
        SourceType.WITNESS,
        _pattern(
            """(?:eye)?witness(?:es)?, residents?, survivors?, villagers?, locals, neighbou?rs?, activists?, medics?,
            doctors?, nurses?, paramedics?, relatives?, refugees?, civilians?, people, shopkeepers?, farmers?, drivers?,
            students?, teachers?, mothers?, fathers?, parents, protesters?, demonstrators?, elders?, hospital"""
        ),
    ),
    (
        "social media",
        SourceType.SOCIAL_MEDIA,
        _pattern(
            """tweets?, twitter, facebook, telegram, posts?, youtube, social media, whatsapp, instagram, tiktok,
            bloggers?, videos?, footage"""
        ),
    ),
    (
        "medium",
        SourceType.NEWS_OUTLET,
        _pattern(
            """newspapers?, dail(?:y|ies), television, tv, channel, broadcasters?, radio, magazine, media, press,
            news sites?, news websites?, news outlets?, website, journalists?, reporters?, correspondents?"""
        ),
    ),
    (
        "document",
        SourceType.DOCUMENT,
        _pattern(
            """reports?, documents?, memos?, papers, statements?, messages?, indictment, transcripts?, stud(?:y|ies),
            surveys?, polls?, letters?, records?, filings?, complaint, figures, data, findings, investigation, dossier,
            communiqu[eé], census, cables?, files"""
        ),
    ),
)
"""Rule name, type and words of sources without an office, asked last."""

ANONYMOUS: Final = _pattern(
    """officials?, sources?, officers?, diplomats?, aides?, insiders?, authorities, condition of anonymity,
    not authori[sz]ed"""
)
"""Words for officials who are not named."""

OFFICE: Final = _pattern(
    """minister, ministers, ministry, ministries, president, vice[- ]president, premier, chancellor, king, queen,
    prince, governor, mayor, government, army, military, police, navy, air force, armed forces, troops, general, gen,
    colonel, col, major, maj, captain, capt, lieutenant, lt, sergeant, sgt, brigadier, brig, admiral, adm, commander,
    spokes(?:man|woman|person|men|people), envoy, ambassador, secretary, senator, lawmakers?, parliament, congress,
    presidency, security council, embassy, consul, cabinet, attorney general, prosecutors?, judge, court, regime,
    intelligence, command, coalition, administration, department, agency, officials?, authorities, officers?, chief,
    marines, special representative, (?:border|coast|national|presidential) guards?, coastguard, gendarmes?,
    gendarmerie"""
)
"""Words for an office of a state."""

FORCES: Final = _pattern(
    """army, military, armed forces, troops, government forces, defen[cs]e ministry, defen[cs]e minister,
    ministry of defen[cs]e, regime, security forces, navy, air force, marines,
    (?:border|coast|national|presidential) guards?, coastguard, gendarmes?, gendarmerie"""
)
"""Words for a state's forces and those who command them."""

_NO_GENERALS = (
    "Attorney Secretary Inspector Auditor Surgeon Prosecutor Director Solicitor Postmaster Consul Governor Fire"
)
RANK: Final = re.compile(
    "".join(rf"(?<!{word}\ )" for word in _NO_GENERALS.split())
    + r"""(?<![-\w])
        (?:Gen|Colonel|Col|Maj|Capt|Lieutenant|Lt|Brigadier|Brig|Admiral|Adm|Commodore|Cmdr|Sergeant|Sgt|Corporal|Cpl
          |(?P<word>General|Major|Captain|Commander|Marshal)(?!\ (?:Secretary|Manager|Counsel|Director)\b))
        \.?\s+(?P<bearer>[A-Z].*)""",
    re.VERBOSE | re.DOTALL,
)
"""A military rank in front of a name, as it is written: who bears one speaks for a force.

A `word` is no rank but in front of a person: "General Motors", "Major Western banks".
"""

RETIRED: Final = _pattern("retired, former, ex, late, police, ret")
"""Words by which a rank is no longer one, or not one of soldiers."""

STAFF: Final = _pattern(
    """directors?, coordinators?, researchers?, spokes(?:man|woman|person|men|people), heads?, chiefs?, managers?,
    representatives?, officers?, officials?, founders?, co-founders?, secretary, president, chair(?:man|woman)?,
    members?, investigators?, correspondents?, reporters?, editors?, commanders?, leaders?, fighters?, workers?,
    analysts?, advis[eo]rs?, envoys?"""
)
"""Words for who works for a body and speaks for it."""

OBSERVERS: Final = _pattern("researchers?, investigators?, correspondents?, reporters?, editors?, analysts?")
"""Words for who works on an armed group and does not speak for it."""

GROUP_NOUNS: Final = word_set(
    "alliance army coalition command council faction factions fighters force forces government group groups leadership"
    " movement movements party wing"
)
"""Nouns behind a word for an armed group that leave it the one that is meant: "the rebel forces"."""

ARMED: Final = _pattern(
    r"""(?:anti-(?:government|coalition|regime|junta)|(?-i:[Aa]nti-[A-Z]\w+)) (?:forces|troops|rebels|fighters),
    rebels?, insurgents?, militants?, militias?, fighters, guerrillas?, separatists?, jihadists?, gunmen, opposition""",
    re.IGNORECASE,
)
"""Words for armed groups, in any letters: what stands before them is read as it is written."""

BODIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Pentagon": "USA", "White House": "USA", "State Department": "USA", "CENTCOM": "USA", "Centcom": "USA",
        "Central Command": "USA", "CIA": "USA", "FBI": "USA", "Kremlin": "RUS", "Downing Street": "GBR",
        "Foreign Office": "GBR", "Élysée": "FRA", "IDF": "ISR", "Israel Defense Forces": "ISR", "Knesset": "ISR",
        "Revolutionary Guard": "IRN", "Revolutionary Guards": "IRN", "IRGC": "IRN", "Peshmerga": "IRQ",
    }
)  # fmt: skip
"""Bodies of a state that their names alone give away, to its ISO 3166-1 alpha-3 code."""

CAPITALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Washington": "USA", "Moscow": "RUS", "Damascus": "SYR", "Tehran": "IRN", "Ankara": "TUR", "Kyiv": "UKR",
        "Kiev": "UKR", "Beijing": "CHN", "Baghdad": "IRQ", "Riyadh": "SAU", "Islamabad": "PAK", "Kabul": "AFG",
        "London": "GBR", "Paris": "FRA", "Berlin": "DEU", "Pyongyang": "PRK", "Seoul": "KOR", "New Delhi": "IND",
        "Khartoum": "SDN", "Addis Ababa": "ETH", "Caracas": "VEN", "Warsaw": "POL", "Cairo": "EGY", "Doha": "QAT",
        "Abu Dhabi": "ARE", "Abuja": "NGA", "Algiers": "DZA", "Amman": "JOR", "Ashgabat": "TKM", "Asmara": "ERI",
        "Astana": "KAZ", "Athens": "GRC", "Baku": "AZE", "Bamako": "MLI", "Bangkok": "THA", "Bangui": "CAF",
        "Beirut": "LBN", "Belgrade": "SRB", "Bishkek": "KGZ", "Bogota": "COL", "Bogotá": "COL", "Bucharest": "ROU",
        "Budapest": "HUN", "Bujumbura": "BDI", "Canberra": "AUS", "Chisinau": "MDA", "Dhaka": "BGD", "Dushanbe": "TJK",
        "Hanoi": "VNM", "Helsinki": "FIN", "Jakarta": "IDN", "Juba": "SSD", "Kampala": "UGA", "Kathmandu": "NPL",
        "Kigali": "RWA", "Kinshasa": "COD", "Kuala Lumpur": "MYS", "Manila": "PHL", "Minsk": "BLR", "Mogadishu": "SOM",
        "N'Djamena": "TCD", "Nairobi": "KEN", "Naypyidaw": "MMR", "Niamey": "NER", "Oslo": "NOR", "Ottawa": "CAN",
        "Ouagadougou": "BFA", "Phnom Penh": "KHM", "Prague": "CZE", "Pristina": "XKX", "Quito": "ECU", "Rabat": "MAR",
        "Rome": "ITA", "Sanaa": "YEM", "Sana'a": "YEM", "Sarajevo": "BIH", "Stockholm": "SWE", "Taipei": "TWN",
        "Tallinn": "EST", "Tashkent": "UZB", "Tbilisi": "GEO", "Tirana": "ALB", "Tokyo": "JPN", "Tripoli": "LBY",
        "Vilnius": "LTU", "Yerevan": "ARM",
    }
)  # fmt: skip
"""Capitals that, as the whole name of a source or its owner, stand for the government; none is a first name."""

FORCE_NOUNS: Final = re.compile(
    r"""(?:['’]s)?\s+
        (?:(?:government|armed|security|military|air|naval|ground|special|regime|allied|Arab|and|pro-\w+)\s+){0,3}
        (?:army|troops?|forces?|military|soldiers?|warplanes?|jets?|air\s?strikes?|strikes?|navy|fighters?|tanks?
          |artillery|missiles?|drones?|shelling|invasion|offensive|bombardment|commandos|marines|police|helicopters?
          |defen[cs]e\s+ministry|ministry\s+of\s+defen[cs]e|warships?|gunships?|regime|raids?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What follows a country's name where its forces act: the country is a party then."""

LEADS: Final = re.compile(r"-led\s+(?:\w+\s+){0,3}(?:coalition|alliance|air\s+campaign|operations?)\b")
"""What follows a country's name where it leads a coalition."""

TITLES: Final = word_set(
    """the a an senior top us u.s army military police government minister president spokesman spokeswoman general
    colonel major captain gen col maj capt lt sgt brig mr mrs ms dr prof sir lord governor mayor envoy secretary
    official officials commissioner senator ambassador former foreign defence defense prime interior chief
    commander state staff deputy vice assistant special of"""
)
"""Words in front of a person's name that are no part of it."""

BODY_WORDS: Final = word_set(
    """agency alliance army assembly association authority bank board brigade brigades bureau campaign center centre
    coalition college commission committee company congress corp council court department directorate federation forces
    foundation front fund government group guard hotel house inc initiative institute institution league militia
    ministry mission movement network news office organisation organization observatory parliament party police post
    press program programme project report senate service society times tribunal union university watch"""
)
"""Words by which a capitalised name is a body's, not a person's."""

OUTLET_NOUNS: Final = word_set(
    """monitor monitoring group war news agency newspaper network television tv channel organisation organization
    charity watchdog broadcaster site website"""
)
"""Nouns that may follow an organisation's name without making it somebody else: "SANA news agency"."""

DESCRIBING: Final = word_set("rights human monitoring aid relief news same war charity")
"""Words between "the" and a class of bodies that leave open which body is meant: "the rights group"."""
