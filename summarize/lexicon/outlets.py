"""Who is in the business of reporting: media, agencies, monitors, international and aid organisations.

Each row gives the names, the canonical name, the type of source and, for the media of a state, the ISO
3166-1 alpha-3 code of the state whose government it speaks for. State media are agencies and broadcasters
that a government owns or runs; public broadcasters with editorial independence are news outlets. The list
was compiled by hand for this package. Names are matched as written and start with a capital.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from summarize.record import SourceType


@dataclass(frozen=True)
class Outlet:
    """An organisation that reports.

    Attributes:
        canonical: Usual name.
        type: What kind of source it is.
        state: ISO 3166-1 alpha-3 of the state it speaks for; None when it speaks for none.
    """

    canonical: str
    type: SourceType
    state: str | None = None


_STATE_MEDIA = """
SYR|Syrian Arab News Agency|SANA,Syrian Arab News Agency,Syrian state television,Al-Ikhbariya
RUS|TASS|TASS,Tass,ITAR-TASS,Itar-Tass
RUS|RIA Novosti|RIA,RIA Novosti,RIA news agency
RUS|RT|Russia Today
RUS|Sputnik|Sputnik news agency,Sputnik
IRN|Islamic Republic News Agency|IRNA,Irna,Islamic Republic News Agency
IRN|Fars News Agency|Fars News Agency,Fars news agency,FARS
IRN|Tasnim News Agency|Tasnim,Tasnim News Agency
IRN|Press TV|Press TV,PressTV
IRN|Al-Alam|Al-Alam
CHN|Xinhua|Xinhua,Xinhua News Agency
CHN|Global Times|Global Times
CHN|China Central Television|CCTV,CGTN
CHN|People's Daily|People's Daily,People’s Daily
PRK|Korean Central News Agency|KCNA,Korean Central News Agency
TUR|Anadolu Agency|Anadolu,Anadolu Agency,Anadolu news agency
TUR|TRT|TRT,TRT World
SAU|Saudi Press Agency|SPA,Saudi Press Agency
SAU|Al Ekhbariya|Al Ekhbariya
EGY|Middle East News Agency|MENA news agency,Middle East News Agency
EGY|Al-Ahram|Al-Ahram
IRQ|Iraqi News Agency|INA,Iraqi News Agency,Al-Iraqiya
ARE|Emirates News Agency|WAM,Emirates News Agency
QAT|Qatar News Agency|QNA,Qatar News Agency
KWT|Kuwait News Agency|KUNA,Kuwait News Agency
JOR|Petra|Petra news agency,Petra News Agency
OMN|Oman News Agency|Oman News Agency
BHR|Bahrain News Agency|Bahrain News Agency
LBN|National News Agency|NNA,National News Agency
DZA|Algérie Presse Service|APS,Algerie Presse Service,Algérie Presse Service
SDN|Sudan News Agency|SUNA,Sudan News Agency
ETH|Ethiopian News Agency|Ethiopian News Agency,ENA
ERI|Shabait|Shabait
BLR|BelTA|BelTA,Belta
AZE|Azertac|Azertac,AZERTAC
ARM|Armenpress|Armenpress,ARMENPRESS
KAZ|Kazinform|Kazinform
UKR|Ukrinform|Ukrinform
VNM|Vietnam News Agency|VNA,Vietnam News Agency
MMR|Global New Light of Myanmar|Global New Light of Myanmar,MRTV
CUB|Prensa Latina|Prensa Latina,Granma
VEN|TeleSUR|Telesur,TeleSUR
PSE|WAFA|WAFA,Wafa
PAK|Associated Press of Pakistan|APP,Associated Press of Pakistan
""".strip()

_REST: Final[Mapping[SourceType, str]] = MappingProxyType(
    {
        SourceType.NEWS_AGENCY: """
Reuters|Reuters,Thomson Reuters
Associated Press|AP,The AP,Associated Press,The Associated Press
Agence France-Presse|AFP,Agence France-Presse,Agence France Presse
Deutsche Presse-Agentur|DPA,Deutsche Presse-Agentur
EFE|EFE,Efe
ANSA|ANSA,Ansa
United Press International|UPI,United Press International
Press Association|Press Association,PA news agency
Interfax|Interfax
Interfax-Ukraine|Interfax-Ukraine
Kyodo|Kyodo,Kyodo News
Yonhap|Yonhap
Bloomberg|Bloomberg,Bloomberg News
Press Trust of India|PTI,Press Trust of India
Asian News International|ANI
Inter Press Service|IPS,Inter Press Service
UNIAN|UNIAN
Rudaw|Rudaw
Mehr News Agency|Mehr News Agency
Ma'an|Ma'an,Ma’an
Dow Jones|Dow Jones,Dow Jones Newswires
Notimex|Notimex
Canadian Press|Canadian Press,The Canadian Press
""",
        SourceType.NEWS_OUTLET: """
Al Jazeera|Al Jazeera,Al-Jazeera,ALJAZEERA,AlJazeera,Aljazeera
Al Arabiya|Al Arabiya,Al-Arabiya,Alarabiya
Al Mayadeen|Al Mayadeen,Al-Mayadeen
Al-Manar|Al-Manar,Al Manar
Asharq Al-Awsat|Asharq Al-Awsat
BBC|BBC,BBC News
CNN|CNN
The New York Times|The New York Times,New York Times,NYT
The Washington Post|The Washington Post,Washington Post
The Wall Street Journal|The Wall Street Journal,Wall Street Journal
The Guardian|The Guardian
The Independent|The Independent
The Telegraph|The Telegraph,Daily Telegraph
Financial Times|Financial Times
Los Angeles Times|Los Angeles Times
USA Today|USA Today,USA TODAY
Fox News|Fox News
ABC News|ABC News,ABC
CBS News|CBS,CBS News
NBC News|NBC,NBC News,MSNBC
NPR|NPR,National Public Radio
Voice of America|VOA,Voice of America
Radio Free Europe|RFE/RL,Radio Free Europe,Radio Free Europe/Radio Liberty
Deutsche Welle|DW,Deutsche Welle
France 24|France 24,FRANCE 24
Le Monde|Le Monde
Der Spiegel|Der Spiegel,Spiegel
Bild|Bild
El País|El País,El Pais
Haaretz|Haaretz
The Jerusalem Post|Jerusalem Post,The Jerusalem Post
The Times of Israel|Times of Israel,The Times of Israel
Hurriyet|Hurriyet,Hürriyet
Dawn|Dawn newspaper
The Hindu|The Hindu
Times of India|Times of India,The Times of India
The Hill|The Hill
Politico|Politico,POLITICO
Axios|Axios
The Atlantic|The Atlantic
The Economist|The Economist
Newsweek|Newsweek
Time|Time magazine
Sky News|Sky News
ITV|ITV,ITV News
Kyiv Independent|Kyiv Independent
Meduza|Meduza
Novaya Gazeta|Novaya Gazeta
Middle East Eye|Middle East Eye
The National|The National newspaper
South China Morning Post|South China Morning Post
The Irrawaddy|The Irrawaddy
Radio Dabanga|Radio Dabanga
Sudan Tribune|Sudan Tribune
Radio Okapi|Radio Okapi
Premium Times|Premium Times
Daily Nation|Daily Nation
""",
        SourceType.MONITOR_NGO: """
Syrian Observatory for Human Rights|SOHR,Syrian Observatory for Human Rights,Syrian Observatory
Syrian Network for Human Rights|SNHR,Syrian Network for Human Rights
Human Rights Watch|HRW,Human Rights Watch
Amnesty International|Amnesty,Amnesty International
Airwars|Airwars
Bellingcat|Bellingcat
Armed Conflict Location & Event Data|ACLED
Institute for the Study of War|ISW,Institute for the Study of War
International Crisis Group|International Crisis Group,Crisis Group,ICG
B'Tselem|B'Tselem,B’Tselem
Violations Documentation Center|Violations Documentation Center,VDC
Raqqa Is Being Slaughtered Silently|RBSS,Raqqa Is Being Slaughtered Silently
Conflict Armament Research|Conflict Armament Research
Reporters Without Borders|Reporters Without Borders,RSF
Committee to Protect Journalists|CPJ,Committee to Protect Journalists
Global Witness|Global Witness
Iraq Body Count|Iraq Body Count
Yemen Data Project|Yemen Data Project
Internal Displacement Monitoring Centre|IDMC,Internal Displacement Monitoring Centre
NetBlocks|NetBlocks
SITE Intelligence Group|SITE Intelligence Group,SITE
Physicians for Human Rights|Physicians for Human Rights
""",
        SourceType.IGO: """
United Nations|UN,U.N.,United Nations
UNHCR|UNHCR,UN refugee agency,U.N. refugee agency
OCHA|OCHA,UNOCHA,Office for the Coordination of Humanitarian Affairs
UNICEF|UNICEF,Unicef
World Food Programme|WFP,World Food Programme,World Food Program
World Health Organization|World Health Organization,World Health Organisation
International Organization for Migration|IOM,International Organization for Migration
UNRWA|UNRWA,Unrwa
MONUSCO|MONUSCO
MINUSMA|MINUSMA
UNAMID|UNAMID
UNAMA|UNAMA
UNAMI|UNAMI
UNMISS|UNMISS
UNIFIL|UNIFIL,Unifil
MINUSCA|MINUSCA
OPCW|OPCW,Organisation for the Prohibition of Chemical Weapons,Organization for the Prohibition of Chemical Weapons
IAEA|IAEA,International Atomic Energy Agency
International Criminal Court|ICC,International Criminal Court
OSCE|OSCE
European Union|EU,European Union,European Commission
NATO|NATO,Nato
African Union|African Union,AU
ECOWAS|ECOWAS,Ecowas
Arab League|Arab League
ASEAN|ASEAN
World Bank|World Bank
Organization of American States|OAS,Organization of American States
""",
        SourceType.AID_NGO: """
International Committee of the Red Cross|ICRC,International Committee of the Red Cross
Red Cross|Red Cross
Red Crescent|Red Crescent
International Federation of Red Cross and Red Crescent Societies|IFRC
Doctors Without Borders|MSF,Médecins Sans Frontières,Medecins Sans Frontieres,Doctors Without Borders
Save the Children|Save the Children
Oxfam|Oxfam
Norwegian Refugee Council|Norwegian Refugee Council,NRC
International Rescue Committee|International Rescue Committee,IRC
Mercy Corps|Mercy Corps
White Helmets|White Helmets,Syria Civil Defense,Syrian Civil Defence,Syria Civil Defence,Syrian Civil Defense
Islamic Relief|Islamic Relief
World Vision|World Vision
CARE International|CARE International
Action Against Hunger|Action Against Hunger
Danish Refugee Council|Danish Refugee Council
Caritas|Caritas
""",
    }
)


def _rows() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for line in _STATE_MEDIA.splitlines():
        state, canonical, names = line.split("|")
        for name in filter(None, [canonical, *names.split(",")]):
            table[name] = Outlet(canonical, SourceType.STATE_MEDIA, state)
    for kind, rows in _REST.items():
        for line in rows.strip().splitlines():
            canonical, names = line.split("|")
            for name in (canonical, *names.split(",")):
                table[name] = Outlet(canonical, kind)
    return table


OUTLETS: Final[Mapping[str, Outlet]] = MappingProxyType(_rows())
"""Name as written to the organisation."""


_SHORTEST_ACRONYM = 3
_CAPITALISED: Final[Mapping[str, Outlet]] = MappingProxyType(
    {
        name.capitalize(): outlet
        for name, outlet in OUTLETS.items()
        if name.isupper() and name.isalpha() and len(name) >= _SHORTEST_ACRONYM and name.capitalize() not in OUTLETS
    }
)
"""Acronyms in small letters, as British papers write them; only "agency" beside them tells them from other names."""


_WHOLE: Final = frozenset(("The National",))
"""Names that are the beginning of others': "The National Guard"."""


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of some names, the longest first; one letter of a text rules out all but those it begins."""
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        by_initial[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{re.escape(initial)}(?:{'|'.join(rests)})" for initial, rests in by_initial.items())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names, small = _any_of(OUTLETS), _any_of(_CAPITALISED)
    beside = rf"(?<=agency )(?:{small})(?![\w-])|(?:{small})(?=(?: state)?(?: news)? agency\b)"
    longer = rf"(?!(?:{'|'.join(map(re.escape, sorted(_WHOLE)))})\s+[A-Z])"
    return re.compile(rf"(?=[A-Z])(?<![\w.-])(?:{longer}(?:{names})(?![\w-])|{beside})")


def _outlet(name: str) -> Outlet:
    return OUTLETS.get(name) or _CAPITALISED[name]


@lru_cache(maxsize=2048)
def find_outlet(phrase: str) -> tuple[str, Outlet] | None:
    """The first organisation of the lexicon that the phrase names, with the name as written."""
    found = _pattern().search(phrase)
    return (found.group(), _outlet(found.group())) if found else None


def find_outlets(text: str, *, apart: Container[str] = ()) -> tuple[tuple[int, Outlet], ...]:
    """Where the text names an organisation of the lexicon, and which, in order, repeats included.

    Args:
        text: The text.
        apart: Names that mean something else in it: acronyms that it introduces.
    """
    named = _pattern().finditer(text)
    return tuple((found.start(), _outlet(name)) for found in named if (name := found.group()) not in apart)
