"""Head nouns and modifiers of the noun phrases that fill "who" and "where" in news, lower case.

A head noun decides what kind of phrase it is; a modifier may stand before a head without a determiner.
"""

from __future__ import annotations

from types import MappingProxyType

from summarize.lexicon.grammar import word_set

ARMED = word_set(
    """
    agent agents aircrew aircrews airmen armies army assailant assailants assassin assassins attacker attackers bandit
    bandits battalion battalions belligerents bodyguard bodyguards bomber bombers brigade brigades cartel cartels
    cattle-rustlers cavalry cell cells combatant combatants commando commandos conscripts constable constables
    contingent contras convoy convoys cop cops corps criminal criminals defectors deserters detachment dissidents
    division divisions enemy extremist extremists faction factions fedayeen fighter fighters forces gang gangs
    garrison gendarme gendarmerie gendarmes guard guards guerillas guerrilla guerrillas gunman gunmen hashd herders
    herdsmen hijackers hitmen hostage-takers infantry insurgent insurgents interahamwe invaders islamist islamists
    janjaweed jihadi jihadis jihadist jihadists kidnapper kidnappers killer killers legion lieutenants loyalist
    loyalists mafia mafias marine marines mercenaries mercenary militant militants military militia militias
    mujahedeen mujahideen mujahidin murderer murderers narcoterrorist narcoterrorists narcotraffickers navy occupiers
    officer officers opponents outlaws paramilitaries paramilitary paratroopers paratroops pastoralists patrol patrols
    peacekeeper peacekeepers perpetrator perpetrators personnel peshmerga pirate pirates platoon police policeman
    policemen policewoman proxies proxy raiders rebel rebels recruits regiment regiments reservists sailors separatist
    separatists serviceman servicemen sicarios smuggler smugglers sniper snipers soldier soldiers squad squadron
    squads taliban terrorist terrorists trafficker traffickers troops unit units veterans vigilante vigilantes warlord
    warlords
    """
)

PLATFORMS = word_set(
    """
    aircraft artillery boat boats bombers destroyer drone drones frigate frigates gunboat gunboats gunship gunships
    helicopter helicopters jet jets plane planes ship ships submarine submarines tank tanks uav uavs vessel vessels
    warplane warplanes warship warships
    """
)
"""Weapons platforms that news makes the subject of an attack."""

ORGANISATIONS = word_set(
    """
    administration affiliate affiliates agencies agency alliance alliances allies ally arm assembly association
    associations authorities authority backers bank bloc branch broadcaster brotherhood bureau cabinet channel
    charities charity cia clan clans clergy clerics club coalition coalitions command commission commissions
    committee committees communities community companies company confederation congress consulate corporation
    council councils court courts crescent cross delegation delegations department directorate donor donors duma
    elements embassy emirate fbi federation firm firms followers force foundation front fronts government
    governments group groups headquarters high-commissioner house institute insurgency intelligence judiciary junta
    knesset kremlin leadership league media mediators member members militiaman militiamen ministries ministry
    mission missions monitor monitors mossad movement movements nations negotiators network networks newspaper
    newspapers ngo ngos observatory office offshoot opposition organisation organisations organization organizations
    outlet outlets parliament parties partner partners party pentagon powers presidency prosecution radio regime
    secretariat senate service services side sides society state states supporter supporters sympathisers
    sympathizers syndicate taskforce team teams television tribe tribes tribunal unhcr unicef union unions watchdog
    watchdogs wing
    """
)
"""Heads that are actors in lower case as well as in names."""

NAME_ONLY_ORGANISATIONS = word_set(
    """
    airlines army campaign center centre church college conference convention daily forum fund gazette guard
    guardian guards herald hospital initiative international journal kingdom monitor news observer operation post
    press program programme project radio republic resolve rights school services staff summit telegraph television
    times tribune tv university watch website
    """
)
"""Heads that make a capitalised run an organisation when no place head follows."""

OFFICIALS = word_set(
    """
    activist activists admiral adviser advisers advisor advisors aide aides ambassador ambassadors analyst analysts
    archbishop attorney ayatollah bishop brigadier campaigner campaigners captain chairman chairwoman chancellor
    chief chiefs cleric co-ordinator colonel commander commanders congressman coordinator correspondent
    correspondents councillor councillors defector delegate delegates deputies deputy dictator diplomat diplomats
    director emir envoy envoys expert experts founder general generals governor governors head imam informant
    informants inspector inspectors investigator investigators journalist journalists judge judges king lawmaker
    lawmakers lawyer lawyers leader leaders legislator legislators lieutenant magistrate major mastermind mayor
    mayors mediator minister ministers mp mps negotiator observer observers official officials operative operatives
    patriarch politician politicians pope premier president priest priests prime-minister prince princess prosecutor
    prosecutors queen rabbi rapporteur reporter reporters representative representatives ringleader ruler secretary
    secretary-general senator senators sergeant sheikh source sources spokesman spokesmen spokesperson spokespersons
    spokeswoman strongman sultan vice-president
    """
)

PEOPLE = word_set(
    """
    academics adult adults aid-workers artists asylum-seekers author authors babies baby believers beneficiaries
    boatman boatmen bodyguard bodyguards boy boys bride bridegroom brother brothers businessman businessmen bystander
    bystanders captive captives carpenter cattle-herders child children christians citizen citizens civilian civilians
    clan clergymen colleague colleagues commuters comrade comrades contractor contractors cook cooks couple cousin
    cousins crew crews crowd crowds daughter daughters dead demonstrator demonstrators dentist dentists deserter
    deserters detainee detainees displaced dissidents doctor doctors driver drivers elder elderly elders electorate
    employee employees engineer engineers enthusiasts entrepreneurs evacuees expatriates eyewitness eyewitnesses
    families family farmer farmers father fathers firefighters fisherman fishermen foreigner foreigners friend friends
    girl girls grandfather grandmother guest guests herder hero heroes hostage hostages household households
    human-rights-defenders humanitarians husband idps individual individuals infant infants inhabitants injured inmate
    inmates jesuit jesuits jews laborers labourer labourers linguists locals maid maids majority man marchers medic
    medics men midwife midwives migrant migrants miner miners minorities minority mob mobs monks mother mothers
    motorist motorists mourners muslims national nationals neighbors neighbours nephew newcomers newsmen novice
    novices nuns nurse nurses occupant occupants onlookers opponents orphans paramedic paramedics parents passenger
    passengers passersby pastor pastors patient patients peasant peasants pedestrians pensioners people person persons
    physician physicians pilgrim pilgrims population porters priests prisoner prisoners professor professors protester
    protesters protestor protestors public pupil pupils refugee refugees relative relatives rescuer rescuers resident
    residents responders returnees rioter rioters scholars schoolboys schoolchildren schoolgirl schoolgirls
    schoolteacher schoolteachers settler settlers shepherd shepherds shopkeepers shoppers sister sisters slaves
    smugglers son sons staff staffers strikers student students survivor survivors suspect suspects teacher teachers
    teenager teenagers those-displaced toddler toddlers tourist tourists trader traders translators tribesmen uncle
    users vendors veterans victim victims villager villagers volunteer volunteers voters watchman watchmen westerners
    widow widows wife witness witnesses wives woman women worker workers worshipers worshipper worshippers wounded
    writers youth youths
    """
)

SETTLEMENTS = word_set(
    """
    camp camps capital cities city enclave enclaves hamlet hamlets municipalities municipality neighborhood
    neighborhoods neighbourhood neighbourhoods outpost outposts outskirts port quarter settlement settlements slum
    slums suburb suburbs town towns township townships village villages
    """
)

DIVISIONS = word_set(
    """
    canton cantons counties county department district districts emirate governorate governorates oblast prefecture
    province provinces raion region regions sub-district subdistrict territories territory voivodeship
    """
)

SITES = word_set(
    """
    airbase airbases airfield airport airports airspace airstrip apartment apartments aqueduct area areas bakery
    barracks barrage base basement bases bastion bastions bazaar boatyard border borders bridge bridges building
    buildings bunker bunkers bush cache caches cafe café camp canal castle cathedral cave caves cemetery center
    centers centre centres chapel checkpoint checkpoints church churches cinema citadel classroom classrooms clinic
    clinics coast coastline college complex compound compounds consulate convent corridor countries country
    countryside courthouse courtyard crossing crossings dam dams delta depot depots desert dormitories dormitory east
    embankment embassy facilities facility factories factory farm farmland farms field fields footbridge foothills
    forest forests fortress front front-line frontier frontline frontlines ghetto gorge graveyard gulf gym hall hangar
    hangars harbor harbour headquarters hideout hideouts highway highways hill hills hillside homeland hospital
    hospitals hotel hotels house houses interior intersection island islands jail jails jetty junction jungle
    kindergarten kiosk laboratory lagoon lake land launchpad libraries library line location locations mall market
    marketplace markets mill mine minefield mines monastery monument morgue mosque mosques motorway mountain mountains
    museum museums north oasis office offices oilfield oilfields orchard orchards orphanage outpost palace park
    parliament part parts peninsula pharmacy pier pipeline pipelines plant plants plateau playground pocket pockets
    position positions prison prisons pylons quarry quay ravine refinery refuge reservoir residence residences
    restaurant restaurants ridge ridges river road roadblock roadblocks roads rooftop rooftops room rooms roundabout
    route routes ruins runway school schools sea shelter shelters shop shops shore shrine side silo site sites south
    square stadium station stations store stores strait street streets stretch stronghold strongholds substation
    substations swathe swathes synagogue temple terminal theater theatre toll-gate towers trench trenches tunnel
    tunnels university valley valleys viaduct villa villas vineyards ward warehouse warehouses waterway well wells
    west wharf zone zones
    """
)

COMPOUND_PLACES = MappingProxyType(
    {
        noun: word_set(before)
        for nouns, before in (
            ("block blocks", "apartment camp cell housing office prison residential tower"),
            ("gate gates", "airport border camp city entrance fort main park prison road town"),
            ("landing landings", "boat ferry river"),
            ("post posts", "army border command customs frontier guard military observation police security"),
        )
        for noun in nouns.split()
    }
)
"""Nouns that are places only behind certain others: "police post", not "cabinet post"; "ferry landing"."""

WAYS = word_set("bridge bridges highway highways motorway railway road roads route routes")
"""Places that lead from one to another: "the road from Homs to Palmyra" is one place."""

WEAK_PLACES = word_set(
    """
    area areas building buildings center centre facilities facility field fields front frontline frontlines fronts
    ground hideout hideouts home homes house houses line lines location locations mine mines office offices part
    parts plant plants pocket pockets position positions side site sites stretch stronghold strongholds swathe
    swathes target targets territories territory well wells zone zones
    """
)
"""Place heads that say less than the actor's name before them: "Daesh strongholds" is quoted as "Daesh"."""

BARE_PLACES = (SETTLEMENTS | SITES | DIVISIONS) - word_set(
    """
    base bush center centre complex department east facilities facility farm field fields front home interior line
    location mine mines north office offices park parliament part parts plant port position positions quarter side
    site south square well wells west
    """
)
"""Place heads that need no determiner: "checkpoints"."""

PLACE_STARTS = word_set(
    """
    ain ayn bab bay bayt beit camp cape dayr deir fort gulf isla isle jabal jebel kafr kfar khan lake las los mount
    mt new oued ouled point port puerto ras rio river saint san santa st strait são tal tel tell umm villa wadi
    """
)
"""First words of place names."""

EVENT_NAMES = word_set(
    """
    accord accords act agreement attack attacks award bible blast bombing book cessation championship communique
    communiqué conference constitution convention crisis cup day dialogue doctrine festival games genocide holocaust
    hostilities initiative intifada killings koran law mandate massacre offensive operation plan prize process
    program programme protocol quran report resolution resolutions revolution spring summit talks treaty uprising
    war
    """
)
"""Last words of names that are neither who nor where; "Operation" comes first."""

COMPASS = word_set(
    """
    central coastal downtown east eastern greater inner lower mainland north north-east north-eastern north-west
    north-western northeast northeastern northern northwest northwestern outer rural south south-east south-eastern
    south-west south-western southeast southeastern southern southwest southwestern upper west western
    """
)

PARTS = word_set(
    """
    bank banks center centre east edge foot foothills heart north north-east north-west northeast northwest outskirts
    part
    parts rest shore shores slopes south south-east south-west southeast southwest suburbs tip west
    """
)
"""Nouns that with "of" and a place name a part of it."""

MODIFIERS = word_set(
    """
    acting adult advocacy aid air airborne alleged allied ammunition ancient annexed anti-aircraft anti-corruption
    anti-coup anti-government anti-israeli anti-mining anti-narcotics anti-regime anti-terror anti-terrorism
    anti-war appeals armed armored armoured arms army artillery asylum attack auxiliary besieged big biggest border
    boy breakaway broadcasting buffer bus cab cabin camp captured car caretaker cargo cattle cavalry central certain
    charity chemical chief child children church church-run citizen city civic civil civil-society civilian clan
    clandestine coast coastal coca cocoa coffee combat combined commercial communist community conscript
    conservative constitutional construction container convoy cooperation core council counter-insurgency
    counter-terrorism counterinsurgency counterterrorism county crew crime criminal current de-facto defence
    defenceless defense defenseless demilitarised demilitarized democratic deputy desalination detained development
    different diplomatic displaced disputed dissident district dock downtown drug eastern education elderly election
    electoral elite emergency enemy ethnic ex executive extremist eye factory faith family far-left far-right farm
    farming federal fellow female field fighter finance fire first fish fishing foreign foreign-born former freedom
    freelance fresh friendly fruit fuel funeral garment gas girl global government government-held government-run
    grain grassroots green ground ground-based guard guerrilla hard-core hard-line hardline health health-care
    healthcare heavily herding high high-level high-ranking historic holy homeless hostile household huge human
    human-rights humanitarian hydroelectric idp imprisoned incoming indigenous industrial infantry influential
    information injured innocent insurgent intelligence inter-governmental intergovernmental interim interior
    international irregular islamist jail jailed jihadi jihadist joint junior justice key labor labour land landless
    large largely largest last lead leading left-wing legislative liberal liberation lightly little livestock local
    logistical lone long-time longtime lorry low-level loyalist main mainly mainstream major makeshift male marine
    masked mechanized media medical merchant metro middle migrant militant military military-run militia mine
    minibus mining minor missile mixed moderate monitoring mosque mostly motorbike motorcycle mountainous
    multi-national multinational municipal national nationalist native naval navy nearby neighboring neighbouring
    new newly-elected news newspaper no-fly nomadic non-combatant non-commissioned non-governmental non-state
    noncommissioned nongovernmental north-eastern north-western northeast northeastern northern northernmost
    northwest northwestern nuclear occupation occupied office official oil oil-rich old online only operational
    opposition opposition-held ordinary other outgoing outlying palace pan-african pan-arab paramilitary
    parliamentary passenger pastoralist patrol peace peacekeeping peasant petrol photo plainclothes police political
    polling poor port power powerful prayer predominantly pregnant presidential press primary prime prison private
    pro- pro-coup pro-democracy pro-european pro-government pro-independence pro-iranian pro-israeli pro-kurdish
    pro-opposition pro-palestinian pro-regime pro-russian prominent provincial proxy public public-health publishing
    pumping radical radio railway rebel rebel-held reconnaissance refugee refugee-aid refugees regime regional
    regular relief religious remote republican rescue reserve residential resistance restive retired revolutionary
    right-wing rights riot rival roadside rocket rohingya royal ruling rural safe salvation same satellite school
    second second-largest secondary sectarian secular security self-styled senior separatist sewage small social
    socialist solidarity south-eastern south-western southeast southeastern southern southernmost southwest
    southwestern special special-forces splinter state state-linked state-owned state-run stealth stranded strategic
    street student subject-matter subway suicide supply supreme surrounding surveillance suspected tactical tank
    taxi teen teenage television temple tent terrorist third top town trade traffic transit transitional transport
    trapped tribal truck tuk-tuk two-storey umbrella unarmed undercover underground unidentified uniformed unity
    unknown unmanned urban various vegetable vehicle veteran vice village village-level volatile volunteer
    vulnerable war war-torn watchdog water weapons western western-backed wholesale wire women wounded young
    """
)
"""Words that may stand before a head noun without a determiner."""

TITLES = word_set(
    """
    activist adm admiral adviser advisor ambassador analyst archbishop ayatollah bishop brig brigadier capt captain
    cardinal chairman chancellor chief cmdr col colonel commander correspondent cpl dame defence defense deputy
    director dr emir envoy foreign gen general gov governor head hon imam interior journalist judge justice king
    lady lawmaker leader lieutenant lord lt maj major marshal mayor minister miss mp mr mrs ms mullah officer
    official patriarch pfc pope premier president prime prince princess prof professor pvt queen rep reporter
    representative rev secretary sen senator sergeant sgt shaikh sheikh sir spc spokesman spokesperson spokeswoman
    sultan vice-president
    """
)
"""Words that go directly before a person's name."""

ABBREVIATED_TITLES = word_set(
    """
    Adm Brig Capt Cmdr Col Cpl Dr Fr Gen Gov Insp Jr Lt Maj Mr Mrs Ms Pfc Pres Prof Pvt Rep Rev Sec Sen Sgt Spc Sr
    St Supt
    """
)

NAMED_KINDS = word_set(
    """
    alliance ally cartel city coalition faction gang group groups militia movement neighbor neighbour network
    organisation organization party rival town tribe village
    """
)
"""Heads that give way to the name that follows them: "the militant group Ansar" is quoted as "Ansar"."""

PLACE_OF = SETTLEMENTS | word_set(
    """
    airport area areas bastion countryside edge island neighbourhood outskirts part parts rest side sides streets
    stronghold strongholds swathes vicinity
    """
)
"""Heads that give way to the name after "of": "the town of al-Sukhna" is quoted as "al-Sukhna"."""

GROUPS_OF = word_set("band bands column columns convoy crowd crowds gang gangs group groups mob mobs number series")
"""Heads that give way to those after "of": "a group of gunmen" is quoted as "gunmen"."""

PEOPLE_OF = word_set(
    """
    ambassador army church citizens congress emirate government inhabitants king kingdom minister ministry nationals
    parliament people population president prime-minister regime republic residents
    """
)
"""Heads that keep the name after "of" in lower case too: "the government of Iraq"; others do only in names."""

MEMBER_OF = word_set(
    """
    activists battalion brigade cells commander commanders company contingent delegates delegation elements
    envoy envoys families fighter fighters followers gunmen leaders member members negotiators officers patrol
    platoon regiment relatives reporter reporters representatives reservists sections soldier soldiers students
    supporters survivors troops unit units veterans villagers
    """
)
"""Heads that keep a whole noun phrase after "of": "members of the security forces"."""

NAME_PARTICLES = word_set(
    """
    abu ad al an ar as ash at az bin bint da das de del della den der di dos du ed el en es ez ibn la le ul van von y
    """
)
"""Lower-case words inside names."""

PLACE_ENDINGS = (
    "abad",
    "stan",
    "grad",
    "burg",
    "ville",
    "pur",
    "pore",
    "shahr",
    "istan",
    "polis",
    "ivka",
    "iivka",
    "kent",
    "town",
    "shire",
)

ADJECTIVE_TAILS = word_set(
    """
    administered affiliated aligned allied appointed armed backed based besieged born brokered claimed controlled
    dominated equipped era flagged friendly funded governed held inspired installed leaning led level linked loyal
    made majority mandated mediated monitored occupied old owned patrolled populated profile protected range ranking
    recognised recognized registered related ruled run speaking sponsored strong style supplied supported trained
    wide year-old
    """
)
"""Last parts of compound modifiers such as "US-led"."""

NOT_NAMES = word_set(
    """
    aids ak-47 arabic coronavirus covid covid-19 dna ebola election english facebook faq french gmt gps grad hiv
    hummer humvee humvees i ied ieds instagram internet islam kalashnikov katyusha kurdish latest manpads molotov
    rpg rpg-7 rpgs russian scud spanish svbied svbieds telegram tnt tomahawk toyota twitter update uxo vbied vbieds
    viber whatsapp youtube
    """
)
"""Capitalised words that are neither who nor where by themselves."""
