"""Named actors of conflict news: canonical name, class, country and the other names news gives them.

Canonical names are the full English names the field uses, the organisation's own where it has one, and UCDP's
"Government of ..." for governments; they have not been matched one by one with UCDP or ACLED ids. Classes follow
the ACLED Codebook's actor types, with two refinements of this package's record: a cabinet or ministry is
`government` and not `state_forces`, and international organisations, charities and media have classes of their own.
A group that ACLED moves between types over the years (a movement that has taken power, a militia taken into the
state's forces) has no class here: an empty class says that the name alone does not settle it. Country is ISO 3166-1
alpha-3, and is empty for whoever acts in several.

The list is a start, not a census. In the table a row that begins with four blanks goes on with the row before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from summarize.lexicon.grammar import word_set
from summarize.record import ActorClass


@dataclass(frozen=True)
class NamedActor:
    """An actor known by name.

    Attributes:
        canonical: Usual name.
        actor_class: What kind of actor it is; none where the name does not settle it.
        country: ISO 3166-1 alpha-3; none for whoever acts in several.
        aliases: Other names, as written in news.
        theatres: Countries the text has to speak of before the aliases mean this actor; none where they always do.
    """

    canonical: str
    actor_class: ActorClass | None
    country: str | None
    aliases: tuple[str, ...]
    theatres: tuple[str, ...] = ()

    @property
    def peacekeeping(self) -> bool:
        """Whether its troops are peacekeepers."""
        return self.canonical in ("United Nations", "African Union")


_TABLE = """
Islamic State|rebel_group||IS,ISIS,ISIL,Daesh,Da'esh,Daish,Islamic State of Iraq and the Levant,
    Islamic State of Iraq and Syria,Islamic State in Iraq and Syria,Islamic State in Iraq and the Levant,
    Islamic State of Iraq and al-Sham,Islamic State of Iraq,IS group,ISIS group,Islamic State group
Islamic State West Africa Province|rebel_group||ISWAP,Islamic State in West Africa,
    Islamic State's West Africa Province
Islamic State Khorasan Province|rebel_group|AFG|ISKP,IS-K,ISIS-K,ISIS-Khorasan,Islamic State Khorasan,
    Islamic State in Khorasan
Islamic State Sahel Province|rebel_group||ISGS,Islamic State in the Greater Sahara,Islamic State in the Sahel
al-Qaida|rebel_group||al Qaeda,al-Qaeda,Al Qaida,al-Qa'ida,al Qa'ida,Qaeda
al-Qaida in the Arabian Peninsula|rebel_group|YEM|AQAP,al-Qaeda in the Arabian Peninsula
al-Qaida in the Islamic Maghreb|rebel_group||AQIM,al-Qaeda in the Islamic Maghreb
al-Qaida in Iraq|rebel_group|IRQ|AQI,al-Qaeda in Iraq
Jamaat Nusrat al-Islam wal-Muslimin|rebel_group||JNIM,Jama'at Nusrat al-Islam wal-Muslimin,
    Group for the Support of Islam and Muslims
Hayat Tahrir al-Sham|rebel_group|SYR|HTS,Hay'at Tahrir al-Sham,Tahrir al-Sham
al-Nusra Front|rebel_group|SYR|Nusra Front,Jabhat al-Nusra,al-Nusra,Nusra,Jabhat Fateh al-Sham,
    Jabhat Fatah al-Sham,Al Nusra Front,Nusrah Front,al-Nusrah Front
Ahrar al-Sham|rebel_group|SYR|Ahrar ash-Sham,Ahrar al Sham
Jaysh al-Islam|rebel_group|SYR|Jaish al-Islam,Army of Islam,Jaysh al Islam,Jaish al Islam
Faylaq al-Rahman|rebel_group|SYR|Failaq al-Rahman
Free Syrian Army|rebel_group|SYR|FSA
Syrian National Army|rebel_group|SYR|SNA
Syrian National Coalition|rebel_group|SYR|National Coalition for Syrian Revolutionary and Opposition Forces
High Negotiations Committee|rebel_group|SYR|HNC
Syrian Democratic Forces|rebel_group|SYR|SDF
People's Protection Units|rebel_group|SYR|YPG,Kurdish People's Protection Units
Democratic Union Party|rebel_group|SYR|PYD
Syrian Arab Army|state_forces|SYR|Syrian army,Syrian Army,SAA,Syrian Arab Armed Forces
National Defence Forces|political_militia|SYR|National Defense Forces,NDF
Government of Syria|government|SYR|Syrian government,Syrian regime,Assad regime,Assad government,Asad regime,
    Damascus government,Government of the Syrian Arab Republic,regime of Bashar al-Assad
Syrian Civil Defence|ngo|SYR|White Helmets,Syria Civil Defence,Syrian Civil Defense,Syria Civil Defense
Syrian Observatory for Human Rights|ngo|SYR|SOHR,Syrian Observatory of Human Rights,Syrian Observatory
Syrian Network for Human Rights|ngo|SYR|SNHR
Violations Documentation Center|ngo|SYR|Violations Documentation Centre,VDC
Local Coordination Committees|ngo|SYR|LCC
Syrian Arab Red Crescent|ngo|SYR|SARC
Combined Joint Task Force - Operation Inherent Resolve|state_forces||CJTF-OIR,
    Combined Joint Task Force-Operation Inherent Resolve,US-led coalition,U.S.-led coalition,
    American-led coalition,US-led international coalition,U.S.-led international coalition,Global Coalition,
    Combined Joint Task Force,Global Coalition against Daesh,Global Coalition to Counter ISIL,anti-IS coalition,
    anti-ISIS coalition,anti-ISIL coalition|SYR,IRQ
Saudi-led coalition in Yemen|state_forces||Saudi-led coalition,Saudi-led Arab coalition,Arab coalition,
    Saudi-led military coalition|YEM
Kurdistan Workers' Party|rebel_group|TUR|PKK,Kurdistan Workers Party
Peshmerga||IRQ|Kurdish Peshmerga,Peshmerga forces
Popular Mobilization Forces||IRQ|PMF,PMU,Popular Mobilisation Forces,Popular Mobilization Units,
    Popular Mobilisation Units,Hashd al-Shaabi,Hashd Shaabi,Hashed al-Shaabi
Kurdistan Regional Government|government|IRQ|KRG
Iraqi Security Forces|state_forces|IRQ|ISF,Iraqi security forces
Hezbollah|||Hizbollah,Hizbullah,Hezballah,Hizballah,Lebanese Hezbollah
Hamas||PSE|Izz ad-Din al-Qassam Brigades,al-Qassam Brigades,Qassam Brigades
Palestinian Islamic Jihad|rebel_group|PSE|PIJ,Islamic Jihad
Fatah||PSE|
Palestinian Authority|government|PSE|
Israel Defense Forces|state_forces|ISR|IDF,Israeli army,Israeli military,Israel Defence Forces
Islamic Revolutionary Guard Corps|state_forces|IRN|IRGC,Revolutionary Guards,Revolutionary Guard,
    Iranian Revolutionary Guards,Iranian Revolutionary Guard Corps,Quds Force
Ansar Allah||YEM|Houthi,Houthis,Houthi movement,Huthis,Ansarullah,Houthi rebels,Houthi forces
Southern Transitional Council||YEM|STC
Taliban||AFG|Afghan Taliban,Taleban
Tehrik-i-Taliban Pakistan|rebel_group|PAK|TTP,Pakistani Taliban,Tehreek-e-Taliban Pakistan
Haqqani Network||AFG|Haqqani network
Lashkar-e-Taiba|rebel_group|PAK|LeT,Lashkar-e-Tayyiba
Jaish-e-Mohammed|rebel_group|PAK|JeM,Jaish-e-Mohammad
Balochistan Liberation Army|rebel_group|PAK|BLA
Boko Haram|rebel_group|NGA|Jama'atu Ahlis Sunna Lidda'awati wal-Jihad,JAS
al-Shabaab|rebel_group|SOM|al Shabaab,al-Shabab,Al Shabab,Shabaab,Shebab,al-Shebab
Lord's Resistance Army|rebel_group|UGA|LRA
Allied Democratic Forces|rebel_group|COD|ADF
March 23 Movement|rebel_group|COD|M23,M23 rebels
Democratic Forces for the Liberation of Rwanda|rebel_group|COD|FDLR
Armed Forces of the Democratic Republic of Congo|state_forces|COD|FARDC
Cooperative for the Development of the Congo|identity_militia|COD|CODECO
Rapid Support Forces||SDN|RSF,Janjaweed
Sudanese Armed Forces|state_forces|SDN|SAF,Sudan Armed Forces,Sudanese army
Sudan People's Liberation Army||SSD|SPLA
Sudan People's Liberation Movement-North|rebel_group|SDN|SPLM-N
Sudan People's Liberation Movement/Army-In Opposition|rebel_group|SSD|SPLA-IO,SPLM-IO
Sudan Liberation Army|rebel_group|SDN|SLA
Justice and Equality Movement|rebel_group|SDN|JEM
Tigray People's Liberation Front|rebel_group|ETH|TPLF
Oromo Liberation Army|rebel_group|ETH|OLA
Fano|identity_militia|ETH|Fano militia
Ethiopian National Defense Force|state_forces|ETH|ENDF,Ethiopian National Defence Force
Government of National Accord|government|LBY|GNA
Libyan National Army||LBY|LNA,Libyan Arab Armed Forces
Séléka|rebel_group|CAF|Seleka,ex-Seleka
Anti-balaka|identity_militia|CAF|anti-balaka,anti-Balaka
Coalition of Patriots for Change|rebel_group|CAF|CPC
National Movement for the Liberation of Azawad|rebel_group|MLI|MNLA
Coordination of Azawad Movements|rebel_group|MLI|CMA
Ansar Dine|rebel_group|MLI|Ansar Eddine,Ansar al-Din
Islamist Insurgents in Cabo Delgado|rebel_group|MOZ|Ansar al-Sunna,Ahlu Sunnah Wal Jamaah,Mozambican insurgents
Mozambican National Resistance|rebel_group|MOZ|RENAMO,Renamo
Indigenous People of Biafra|political_militia|NGA|IPOB
Volunteers for the Defence of the Homeland|political_militia|BFA|VDP
Wagner Group|||Wagner,Africa Corps
Donetsk People's Republic|rebel_group|UKR|DPR,DNR
Luhansk People's Republic|rebel_group|UKR|LPR,LNR,Lugansk People's Republic
Azov Regiment|state_forces|UKR|Azov Battalion,Azov Brigade
Armed Forces of Ukraine|state_forces|UKR|AFU,ZSU,Ukrainian army,Ukrainian armed forces
Armed Forces of the Russian Federation|state_forces|RUS|Russian army,Russian armed forces
Federal Security Service|state_forces|RUS|FSB
Revolutionary Armed Forces of Colombia|rebel_group|COL|FARC,FARC-EP,FARC dissidents
National Liberation Army|rebel_group|COL|ELN
19th of April Movement|rebel_group|COL|M-19
Gulf Clan|political_militia|COL|Clan del Golfo,Gaitanist Self-Defense Forces of Colombia,AGC
Sinaloa Cartel|political_militia|MEX|Sinaloa cartel
Jalisco New Generation Cartel|political_militia|MEX|CJNG,Jalisco cartel
Shining Path|rebel_group|PER|Sendero Luminoso
Farabundo Marti National Liberation Front||SLV|FMLN,Farabundo Martí National Liberation Front
Tupac Amaru Revolutionary Movement|rebel_group|PER|MRTA
Tatmadaw|state_forces|MMR|Myanmar military,Myanmar army,Burmese military,Burmese army
Arakan Army|rebel_group|MMR|
Arakan Rohingya Salvation Army|rebel_group|MMR|ARSA
Kachin Independence Army|rebel_group|MMR|KIA
Karen National Union|rebel_group|MMR|KNU
Karen National Liberation Army|rebel_group|MMR|KNLA
Myanmar National Democratic Alliance Army|rebel_group|MMR|MNDAA
Ta'ang National Liberation Army|rebel_group|MMR|TNLA
People's Defence Force|rebel_group|MMR|PDF,People's Defense Force,People's Defence Forces
New People's Army|rebel_group|PHL|NPA
Abu Sayyaf|rebel_group|PHL|Abu Sayyaf Group,ASG
Moro Islamic Liberation Front|rebel_group|PHL|MILF
Bangsamoro Islamic Freedom Fighters|rebel_group|PHL|BIFF
Maute group|rebel_group|PHL|Maute Group
Liberation Tigers of Tamil Eelam|rebel_group|LKA|LTTE,Tamil Tigers
Communist Party of India (Maoist)|rebel_group|IND|CPI-Maoist,CPI (Maoist),Naxalites,Naxals,Naxal,Naxalite
United Liberation Front of Asom|rebel_group|IND|ULFA
Central Reserve Police Force|state_forces|IND|CRPF
Border Security Force|state_forces|IND|BSF
Irish Republican Army|rebel_group|GBR|IRA,Provisional IRA
Basque Homeland and Freedom|rebel_group|ESP|ETA,Euskadi Ta Askatasuna
North Atlantic Treaty Organization|igo||NATO,Nato,North Atlantic Treaty Organisation
International Security Assistance Force|state_forces||ISAF
United Nations|igo||UN,U.N.
United Nations Security Council|igo||UN Security Council,U.N. Security Council,Security Council,UNSC
United Nations General Assembly|igo||UN General Assembly,U.N. General Assembly,General Assembly
United Nations High Commissioner for Refugees|igo||UNHCR,UN refugee agency,U.N. refugee agency,
    UN High Commissioner for Refugees
United Nations Office for the Coordination of Humanitarian Affairs|igo||OCHA,UNOCHA,UN OCHA,
    Office for the Coordination of Humanitarian Affairs
United Nations Children's Fund|igo||UNICEF,Unicef,UN children's agency
World Food Programme|igo||WFP,World Food Program
World Health Organization|igo||WHO,World Health Organisation
International Organization for Migration|igo||IOM,International Organisation for Migration
United Nations Relief and Works Agency|igo||UNRWA
Office of the United Nations High Commissioner for Human Rights|igo||OHCHR,UN Human Rights Office,
    UN human rights office
International Atomic Energy Agency|igo||IAEA
Organisation for the Prohibition of Chemical Weapons|igo||OPCW,
    Organization for the Prohibition of Chemical Weapons
International Criminal Court|igo||ICC
International Court of Justice|igo||ICJ
European Union|igo||EU,E.U.
European Commission|igo||
African Union|igo||AU
African Union Mission in Somalia|peacekeepers|SOM|AMISOM,ATMIS,African Union Transition Mission in Somalia
United Nations Multidimensional Integrated Stabilization Mission in Mali|peacekeepers|MLI|MINUSMA
United Nations Organization Stabilization Mission in the Democratic Republic of the Congo|peacekeepers|COD|MONUSCO
United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic|peacekeepers|CAF|
    MINUSCA
United Nations Mission in South Sudan|peacekeepers|SSD|UNMISS
United Nations Interim Force in Lebanon|peacekeepers|LBN|UNIFIL
United Nations-African Union Mission in Darfur|peacekeepers|SDN|UNAMID
United Nations Assistance Mission in Afghanistan|igo|AFG|UNAMA
United Nations Assistance Mission for Iraq|igo|IRQ|UNAMI
United Nations Disengagement Observer Force|peacekeepers|SYR|UNDOF
Multinational Joint Task Force|state_forces||MNJTF
G5 Sahel Joint Force|state_forces||G5 Sahel force,G5 Sahel,G5-Sahel
Economic Community of West African States|igo||ECOWAS
Intergovernmental Authority on Development|igo||IGAD
Southern African Development Community|igo||SADC
Arab League|igo||League of Arab States
Gulf Cooperation Council|igo||GCC
Organisation of Islamic Cooperation|igo||OIC,Organization of Islamic Cooperation
Organization for Security and Co-operation in Europe|igo||OSCE,
    Organisation for Security and Cooperation in Europe,Organization for Security and Cooperation in Europe
Organization of American States|igo||OAS,Organisation of American States
Association of Southeast Asian Nations|igo||ASEAN
Collective Security Treaty Organization|igo||CSTO
World Bank|igo||
International Monetary Fund|igo||IMF
International Committee of the Red Cross|ngo||ICRC,Red Cross
International Federation of Red Cross and Red Crescent Societies|ngo||IFRC
Red Crescent|ngo||
Médecins Sans Frontières|ngo||MSF,Doctors Without Borders,Medecins Sans Frontieres
Amnesty International|ngo||Amnesty
Human Rights Watch|ngo||HRW
Save the Children|ngo||
Oxfam|ngo||Oxfam International
International Rescue Committee|ngo||IRC
Norwegian Refugee Council|ngo||NRC
Mercy Corps|ngo||
World Vision|ngo||
CARE International|ngo||
Internal Displacement Monitoring Centre|ngo||IDMC
International Crisis Group|ngo||ICG
Armed Conflict Location and Event Data Project|ngo||ACLED
Uppsala Conflict Data Program|ngo||UCDP
Iraq Body Count|ngo|IRQ|
Airwars|ngo||
Bellingcat|ngo||
Conflict Armament Research|ngo||
Reporters Without Borders|ngo||
Committee to Protect Journalists|ngo||CPJ
Transparency International|ngo||
B'Tselem|ngo|ISR|
Reuters|media||Thomson Reuters
Associated Press|media||AP
Agence France-Presse|media||AFP,Agence France Presse
Syrian Arab News Agency|media|SYR|SANA
Al Jazeera|media||al-Jazeera,Aljazeera,ALJAZEERA,Al-Jazeera
Al Arabiya|media||al-Arabiya,Al-Arabiya
Al Mayadeen|media||al-Mayadeen
Al Manar|media|LBN|al-Manar,Al-Manar
British Broadcasting Corporation|media|GBR|BBC,BBC News
Cable News Network|media|USA|CNN
Sky News|media|GBR|
The New York Times|media|USA|New York Times
The Washington Post|media|USA|Washington Post
Xinhua|media|CHN|Xinhua News Agency,New China News Agency
TASS|media|RUS|Tass,ITAR-TASS,Itar-Tass
Interfax|media|RUS|
RIA Novosti|media|RUS|RIA
Sputnik|media|RUS|
RT|media|RUS|Russia Today
Anadolu Agency|media|TUR|Anadolu,Anadolu news agency
Fars News Agency|media|IRN|Fars,Fars news agency
Islamic Republic News Agency|media|IRN|IRNA
Press TV|media|IRN|
Deutsche Presse-Agentur|media|DEU|DPA
Deutsche Welle|media|DEU|DW
Amaq News Agency|media||Amaq,Amaq news agency
Rudaw|media|IRQ|
Voice of America|media|USA|VOA
Radio Free Europe/Radio Liberty|media||RFE/RL,Radio Free Europe
Radio France Internationale|media|FRA|RFI
Kyodo|media|JPN|Kyodo News
Press Trust of India|media|IND|PTI
Yonhap|media|KOR|Yonhap News Agency
Central Intelligence Agency|government|USA|CIA
Federal Bureau of Investigation|government|USA|FBI
United States Department of Defense|government|USA|Pentagon,US Department of Defense,Department of Defense
United States Department of State|government|USA|US State Department,State Department,U.S. State Department,
    US Department of State
White House|government|USA|
United States Congress|government|USA|US Congress,Congress
United States Central Command|state_forces|USA|CENTCOM,US Central Command,U.S. Central Command,Central Command
United States Africa Command|state_forces|USA|AFRICOM,US Africa Command
United States Armed Forces|state_forces|USA|US military,U.S. military,American military,US armed forces
Government of the United States|government|USA|US government,U.S. government,US administration,
    Obama administration,Trump administration,Biden administration,Bush administration
Government of Russia|government|RUS|Russian government,Kremlin
Government of Turkey|government|TUR|Turkish government
Turkish Armed Forces|state_forces|TUR|Turkish military,Turkish army,TSK
Government of Iran|government|IRN|Iranian government
Government of Iraq|government|IRQ|Iraqi government
Government of Israel|government|ISR|Israeli government
Government of the United Kingdom|government|GBR|British government,UK government
Foreign and Commonwealth Office|government|GBR|FCO,Foreign Office
British Armed Forces|state_forces|GBR|British military,UK armed forces
British Army|state_forces|GBR|British army
Royal Air Force|state_forces|GBR|RAF
Royal Navy|state_forces|GBR|
People's Liberation Army|state_forces|CHN|PLA
Communist Party of China|government|CHN|Chinese Communist Party,CCP
"""


def _actor(row: str) -> NamedActor:
    canonical, kind, country, aliases, *theatres = row.split("|")
    return NamedActor(
        canonical=canonical,
        actor_class=ActorClass(kind) if kind else None,
        country=country or None,
        aliases=tuple(alias for alias in aliases.split(",") if alias),
        theatres=tuple(theatres[0].split(",")) if theatres else (),
    )


ACTORS: tuple[NamedActor, ...] = tuple(_actor(row) for row in _TABLE.replace("\n    ", "").split("\n") if row)
"""The built-in entries."""

AMBIGUOUS = word_set(
    """
    ADF AGC AP ASG AU Amnesty BLA BSF CMA CPC Congress DPR DW ETA Fars ICG IRA IRC IS ISF JAS KIA LCC NDF NPA NRC
    PDF PMU RIA RT SAF SLA SNA STC Sputnik VDC WHO Wagner
    """
)
"""Aliases that also are words or other names: they count only in this spelling, and lose to what the text itself
introduces."""

SHARED = frozenset(("Security Council", "General Assembly"))
"""Aliases that bodies of a state have too: "Iran's Supreme National Security Council"."""


_LONGEST_ACRONYM = 4


def index(actors: Iterable[NamedActor]) -> Mapping[str, NamedActor]:
    """Actors by every name they have: acronyms as written, others case-folded; the first entry of a name wins."""
    names: dict[str, NamedActor] = {}
    for actor in actors:
        for name in (actor.canonical, *actor.aliases):
            names.setdefault(name if _is_acronym(name) else name.casefold(), actor)
    return MappingProxyType(names)


def _is_acronym(name: str) -> bool:
    return name in AMBIGUOUS or len(name) <= _LONGEST_ACRONYM


@cache
def by_name() -> Mapping[str, NamedActor]:
    """The built-in entries by name; see `index`."""
    return index(ACTORS)


def lookup(name: str) -> NamedActor | None:
    """The actor called `name`, or none.

    Example:
        >>> lookup("Daesh").canonical
        'Islamic State'
    """
    names = by_name()
    return names.get(name) or names.get(name.casefold().replace("’", "'"))
