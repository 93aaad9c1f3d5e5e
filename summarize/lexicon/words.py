"""Closed classes and frequent words of English news prose, lower case.

They tell the phrase finder where a noun phrase ends and whether the capital of a sentence's first word means
anything.
"""

from __future__ import annotations

from summarize.lexicon.grammar import word_set

ARTICLES = frozenset(("the", "a", "an"))

POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my", "your", "whose"))

DETERMINERS = (
    ARTICLES | POSSESSIVES | frozenset(("this", "these", "those", "another", "each", "every", "either", "neither"))
)
"""Words that open a noun phrase; "that" is left out because news uses it as a conjunction far more often."""

QUANTIFIERS = word_set(
    """
    all almost any approximately billion billions both countless couple dozen dozens eight eighteen eighty eleven
    enough estimated few fewer fifteen fifty five forty four fourteen half handful hundred hundreds least less
    majority many million millions more most much multiple nearly nine nineteen ninety no number numerous one
    roughly scores seven seventeen seventy several six sixteen sixty some ten tens thirteen thirty thousand
    thousands three total twelve twenty two various
    """
)
"""Words of quantity; a phrase is quoted without them unless "the" or "their" stands before."""

COUNTING = DETERMINERS | QUANTIFIERS | {"than"}
"""Words between a noun phrase, quoted without its quantity, and what stands before that."""

PREPOSITIONS = word_set(
    """
    aboard about above according across after against along alongside amid among around as at atop because before
    behind below beneath beside besides between beyond by concerning despite down due during except following for
    from in including inside into like near of off on onto opposite out outside over past per regarding since than
    through throughout till to toward towards under unlike until up upon versus via vs with within without
    """
)

PLACE_PREPOSITIONS = word_set(
    """
    across along around at beyond from in inside into near off outside through throughout to toward towards via
    within
    """
)
"""A proper name directly after one of these is a place unless it is known as an actor."""

SURE_PLACE_PREPOSITIONS = word_set("across around at in inside into near outside throughout within")
"""After these even a country is a place and not its government."""

CONJUNCTIONS = word_set(
    """
    although and because but if nor or so that though unless when where whereas which while who whom yet
    """
)

PRONOUNS = word_set(
    """
    anyone everyone everything he here hers herself him himself i it itself me mine nobody none nothing others ours
    ourselves she someone something that theirs them themselves there these they this those us we what which who
    whom whose you
    """
)

AUXILIARIES = word_set(
    """
    am are aren't be been being can can't cannot could couldn't did didn't do does doesn't doing don't done had
    hadn't has hasn't have haven't having is isn't may might must n't never not shall should shouldn't was wasn't
    were weren't will won't would wouldn't
    """
)

ADVERBS = word_set(
    """
    about abroad afterward afterwards again ago almost already also always apart around away back both earlier early
    either else elsewhere even ever far first further hence here how however indeed instead just last late later
    maybe meanwhile moreover nearly neither never nevertheless next nonetheless not now often once only overnight
    own perhaps quite rather same so sometimes soon still such then there thereafter therefore thus today together
    tomorrow tonight too twice very well when where whether why yesterday yet
    """
)

TIME_NOUNS = word_set(
    """
    afternoon centuries century dawn day days decade decades dusk evening fortnight hour hours midnight minute
    minutes month months morning night nights noon second seconds week weekend weekends weeks year years
    """
)
"""Units and parts of time: a phrase about who or where does not run over them."""

CALENDAR = word_set(
    """
    am apr april aug august autumn bst christmas dec december easter edt eid feb february fri friday gmt jan january
    jul july jun june mar march may mon monday new_year nov november oct october pm ramadan sat saturday sep sept
    september spring summer sun sunday thu thur thurs thursday tue tues tuesday utc wed wednesday winter
    """
)
"""Names of days, months and feasts: never an actor or a place."""

REPORTING_VERBS = word_set(
    """
    accused accuses acknowledged added adds admits admitted alleged announced announces argued argues asked believed
    believes blamed blames called calls cited claimed claims commented condemned condemns confirmed confirms
    criticised criticized declared declares demanded demands denied denies estimated explained explains hailed
    insisted insists noted notes pledged pledges praised promised quoted recalled rejected rejects replied reported
    reports responded said say says stated states stressed suggested tells testified thinks told tweeted urged urges
    vowed vows warned warns welcomed welcomes writes wrote
    """
)

AGENT_VERBS = word_set(
    """
    abducted abducts advance advanced advances agree agreed agrees allowed allows ambushed arrest arrested arrests
    arrive arrived arrives attack attacked attacks back backed backs battle battled battles beat beats became
    becomes began begin begins beheaded beheads besieged besieges blew block blocked blocks blown bomb bombarded
    bombed bombs bring brings brought burned burnt came capture captured captures carried carries carry clash
    clashed clashes closed come comes conduct conducted conducts continue continued continues controlled controlling
    controls cross crossed crosses damaged damages deliver delivered delivers demonstrated deploy deployed deploys
    destroy destroyed destroys detain detained detains detonated detonates die died dies dispersed distributed
    downed drop dropped drops ended ends enter entered enters escaped escapes evacuated evacuates executed executes
    expelled expels failed fails fight fighting fights fire fired fires fled flee flees forced forces fought freed
    frees gather gathered gathers gave get gets give gives go goes got held help helped helps hit hits hold holds
    hoped hopes impose imposed imposes injured injures intercept intercepted intercepts invaded invades joined joins
    keeps kept kidnapped kidnaps kill killed kills launch launched launches lead leads leave leaves led left
    liberated live lived lives looted looting loots lose loses losing lost made make makes marched marches meet
    meets met moved moves negotiated occupied occupies opened order ordered orders overran paid pays plan planned
    plans protested provide provided provides pulled push pushed pushes put puts raided raids rallied rally raped
    rapes reach reached reaches recapture recaptured recruited recruits refuse refused refuses reinforced rejected
    release released releases remain remained remains repelled repels retook retreated retreats return returned
    returns seek seeks seize seized seizes send sends sent set shell shelled shells shoot shoots shot sign signed
    signs sought stabbed stabs start started starts stopped stops stormed strike strikes struck suffered suffers
    supported supports surrender surrendered surrenders survived take taken takes target targeted targets threaten
    threatened threatens took torched tortured trained trains tried tries try use used uses vetoed visit visited
    visits want wanted wants went wins withdraw withdrawn withdraws withdrew won wounded wounds
    """
)
"""Verbs whose subject acts, in the forms that follow a subject."""

PERSON_OBJECT_VERBS = word_set(
    """
    abducted accused accusing against arrested asked assassinated assist assisting backed backing battled battling
    beheaded blamed blaming by called condemned criticised criticized defeat defeated detained enable enables
    enabling executed expelled fighting fought freed hands help helped helping helps invited joined joining
    kidnapped kill killed kills met named praised pressing released sanctioned shot support supported supporting
    supports thanked threaten threatened threatening told urged urging warned warning warns
    """
)
"""A name directly after one of these is somebody."""

PLACE_OBJECT_VERBS = word_set(
    """
    attack attacked attacking besiege besieged besieging bombard bombarded bombarding bombed bombing capture
    captured captures capturing cleared clearing controlled controlling controls defend defended defending encircled
    encircling enter entered entering enters evacuated evacuating fled flee fleeing hit invaded invading leave
    leaving left liberate liberated liberating lost occupied occupy occupying overran overrun pounded pounding
    raided raiding reach reached reaching recapture recaptured recapturing regain regained regaining retake retakes
    retaking retook secured securing seize seized seizes seizing shelled shelling storm stormed storming struck
    surrounded surrounding take takes taking took visit visited visiting
    """
)
"""A name directly after one of these is a place, as in "captured Palmyra"."""

PLACE_PREDICATES = word_set(
    """
    besieged bombed bordering borders captured encircled falls fell liberated lie lies located overrun recaptured
    retaken seized shelled situated stormed surrounded under
    """
)
"""After a name, with or without "was", these say that it is a place."""

IRREGULAR_PASTS = word_set(
    """
    ate became began bent bled bore bought bound bred broke built burst cast caught chose clung crept cut dealt
    drank drew drove dug fed felt flew forbade forgave forgot found froze grew heard hid hung hurt kept knelt knew
    laid lay lent lit meant mistook outnumbered overcame overheard oversaw overthrew ran rang read rebuilt redrew
    resold rewrote rode rose sang sank saw sent shook shut slept slid sold spent split spoke sprang spread spun
    stank stole stood strode strove stuck stung swam swept swore swung taught thought threw tore trod understood
    undertook underwent undid upheld wept withdrew withstood woke wore wove wrung
    """
)
"""Past forms without -ed."""

BEFORE_PLACE_OF = word_set(
    """
    areas bastion battle blockade bombardment bombing capture conquest control defence defense destruction districts
    east encirclement evacuation fall inhabitants invasion liberation loss north north-east north-west northeast
    northwest occupation outskirts part parts people recapture recovery residents retaking seizure shelling siege
    south south-east south-west southeast southwest storming stronghold strongholds suburbs taking villagers west
    """
)
"""A name after one of these and "of" is a place."""

BEFORE_PERSON_OF = word_set(
    """
    abduction arrest assassination death detention execution kidnapping killing murder ousting release resignation
    trial
    """
)
"""A name after one of these and "of" is a person's."""

BEFORE_PLACE_ON = word_set(
    """
    advance airstrike airstrikes assault assaults attack attacks blockade bombing descended dropped fell fired
    landed march offensive onslaught raid raids rained shelling siege strike strikes
    """
)
"""A name after one of these and "on", "against" or "for" is a place unless it is known as an actor."""

ATTACK_NOUNS = word_set(
    """
    advance airpower airstrike airstrike-hit airstrikes assault assaults attack attacks barrage barrages blockade
    bomb bombardment bombardments bombing bombings bombs bullets campaign fire gunfire incursion incursions
    intervention invasion missile missiles offensive onslaught operation operations raid raids rocket rockets
    sanctions shell shelling shells siege strike strikes
    """
)
"""After a nationality alone, these say that it names the one who acts: "Russian air strikes"."""

VIOLENT_NOUNS = ATTACK_NOUNS | word_set(
    """
    abduction abductions ambush ambushes arrest arrests battle battles blast blasts clash clashes crackdown crash
    disappearance disappearances explosion explosions fighting kidnapping kidnappings killing killings massacre
    massacres murder murders shooting shootings stabbing stabbings violence
    """
)
"""The same with what else is deplored, investigated or put an end to once it has happened."""

ACT_NOUNS = (
    VIOLENT_NOUNS
    | BEFORE_PERSON_OF
    | word_set(
        """
        assassinations burning capture ceasefire collapse coup coups crime crimes deal deaths
        demolition earthquake election elections eviction evictions executions fall genocide
        hijacking lynching outbreak overthrow poisoning protest protests rape rapes referendum
        revolt riot riots robbery robberies seizure skirmish skirmishes start stampede takeover
        theft thefts torture truce unrest uprising vote war warning warnings withdrawal
        """
    )
)
"""What is done or happens on a day of its own: "jailed for the murder of a nurse in 2014"."""

PARTICIPLE_MODIFIERS = word_set(
    """
    abandoned acting advancing alleged allied appointed armed armored armoured attacking bearded besieged besieging
    bombed camouflaged captured chanting contested controlled crowded damaged defending demilitarised demilitarized
    deposed deserted destroyed detained disabled displaced disputed divided elected elite-trained embattled exiled
    existing exiting fighting fleeing fortified frightened gated governing grieving guarded hired hooded imprisoned
    incoming injured internationally-recognised invading jailed leading liberated looting marching married masked
    mechanised mechanized missing mixed motorised motorized mounted named neighboring neighbouring occupied opposing
    organised organized orphaned ousted outgoing outlying paid populated pregnant protesting recognised recognized
    remaining retired retreating returning rioting rival ruined ruling self-declared self-proclaimed so-called
    starving stranded striking surrounding surviving suspected targeted terrified trained trapped turbaned unarmed
    unelected unidentified uniformed united unnamed untrained visiting walled war-torn warring wounded
    """
)
"""Participles that news puts before a noun."""

COMMON_OPENERS = word_set(
    """
    abduction about access according across adding additionally advance advertisement after aftermath afternoon
    against aid airstrike airstrikes all allah allegedly almost along alongside also although always ambush amid
    ammunition among analysis and annual another answer answers any anybody anyone apparently approximately are
    armed around arrest arrests artillery as asked assault at attack attacks background based battle battles be
    because been before behind being besides between beyond blast blasts bombing bombings bombs both breaking
    bullets business but by by-line calling campaign can caption capture casualties central child children cholera
    citing clash clashes clearly click come comment concerns confirmed conflict conflicting consequently continued
    continuing control copyright corruption could credit currently daily damage day days dear death deaths democracy
    demonstration demonstrations despite detail details did didn't disease displacement do does don't down dozens dr
    drought during each earlier early earthquake east eastern economy editorial efforts eight either election
    elections electricity eleven elsewhere enough especially evacuation even evening eventually ever every everyone
    everything ex except exclusive explosion explosions extremism eyewitness famine fears few fierce fighting fights
    file fill final finally find fire fires first five flooding floods following food footage for foreign former
    fortunately four freedom fresh from further furthermore gas generally get getty given go god great grenade
    grenades gun gunfire guns had half has have having he he's heavy help her here high his historically hope hopes
    hostilities hour hours how however hundred hundreds hunger i i'm if image images importantly in incident
    incidents including increasingly inflation information initial initially injuries inside instead intense
    interestingly international into investigation investigations is islam isn't it it's its join just justice keep
    key kidnapping killing killings large largely last late later latest least less let let's life like likewise
    listen live lives local look looting lots low machine mainly major making man many may maybe meantime meanwhile
    media men might military million millions mines minor minus minute minutes missile missiles money month monthly
    months more moreover morning mortar mortars most mostly mr mrs ms much must my national near nearby nearly
    negotiations neither never nevertheless new news next night nine no no-one nobody none nonetheless nor north
    northern not notably nothing now obviously of off offensive official officially often oil ok okay old on once
    one ongoing only onto operation operations opinion or other others otherwise our out outside over overall
    overnight own part particularly partly parts peace people per perhaps person photo photos pictures place places
    please plenty plus political posted poverty practically preliminary previously prices protest protests published
    question questions quoting racism raid raids rain read recent recently related renewed report reportedly reports
    responsibility riots rocket rockets roughly same sanctions scores second security see sell separately seven
    several shall share she she's shelling shells should show siege significantly similarly simultaneously since sir
    six small snow so some someone something sometimes sources south southern speaking specifically sporadic start
    state statement statements still stop strike strikes subsequently such support taking talks tanks technically
    ten tens tensions terrorism than thank thanks that that's their then theoretically there there's these they
    they're thing things third thirty this those thousand thousands thousands-strong three through throughout thus
    till time times to today tomorrow tonight total toward towards trade traditionally try twelve twenty twice two
    unconfirmed under unfortunately unless unlike unofficial unofficially unrest until up updated upon use using
    usually via video videos violence virtually war was watch water way ways we we're weapon weapons weather week
    weekly weeks well were west western what what's whatever when whenever where wherever whether which whichever
    while who whoever why will winds with within without witness woman women work works would year years yes
    yesterday yet you you're young
    """
)
"""Common words that open news sentences: their capital says nothing."""

LEADERS = word_set(
    """
    abadi asad assad baghdadi barzani bashir biden blair buhari burhan bush cameron castro chavez chávez clinton
    duterte erdogan erdoğan fujimori gaddafi ghani hadi haftar hemedti hemeti hollande jonathan kabila kadhafi
    kagame karzai kerry khamenei kiir lavrov lukashenko machar macron maduro maliki marcos merkel milosevic
    milošević modi morsi mubarak mugabe museveni musharraf nasrallah netanyahu noriega obama ortega petro pinochet
    poroshenko putin qaddafi rohani rouhani sadr saleh sarkozy sisi sistani suharto trump tshisekedi uribe
    yanukovych zelenskiy zelensky zelenskyy
    """
)
"""Surnames that news writes alone."""

GIVEN_NAMES = word_set(
    """
    abdallah abdel abdul abdullah abdulrahman abiy abu ahmad ahmed ahmet aisha alexander alexei alfredo ali alvaro
    amanda amy ana andrew angela anna anthony antonio antony ariel ashley ashraf asif ayatollah ban barack barbara
    bashar benjamin bilal bin binali binyamin boris brandon brett brian carlos carol charles chen christopher
    cynthia cyril daniel david deborah dennis dmitri dmitry donald edward elizabeth emily emmanuel eric evo fahd
    faisal fatima fernando fethullah filippo francisco francois frank françois gary geir george goodluck gordon
    gregory hafez haider hajj hamid hamza hasan hassan helen hillary hugo hussain hussein ibn ibrahim igor imam
    imran isaias ismail ivan jack jacob jacques jamal james jason javad jean jeffrey jennifer jerry jessica joaquin
    joaquín joe john jonathan jorge jose joseph joshua josé juan justin kamal kareem karen karim kathleen kenneth
    kevin khaled khalid khalil kim kofi lakhdar larry laura layla lee li linda lisa luis luz mahmoud manuel margaret
    maria mark martin mary maryam maría masoud matthew mehmet melissa mevlut michael michel michelle miguel mikhail
    mohamad mohamed mohammad mohammed moshe muhammad muhammadu muhammed mullah mustafa nancy napoleon napoleón
    narendra nasser nawaz nelson nicholas nicolas nicolás nouri oleg olusegun omar osama park patricia patrick paul
    pedro peter petro philip pierre qasem rafael rami rashid raymond rebecca recep ricardo richard riek robert
    roberto ronald ruth ryan saddam saeed said salem salim salman salva sami samir samuel sandra sarah scott sergei
    sergey sharon sheikh shimon staffan stephanie stephen steven susan tareq tariq tayyip thabo theresa thomas
    timothy tobias tony uhuru umar umm usama viktor vladimir volodymyr walid wang william xi yitzhak yousef youssef
    yoweri yuri yusuf zhang álvaro
    """
)
"""Frequent first names of people in the news, in the spellings that news uses."""
