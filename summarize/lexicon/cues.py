"""Words that announce an event: which types a sentence can be about at all.

A cue proposes, it never decides: the model chooses among the types that a sentence's cues name, and may
choose none. The vocabulary follows the trigger lists described in the ACLED codebook (sub-event definitions),
CAMEO's verb dictionary and the incident guidelines of MUC-4; forms are inflected by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from summarize.record import EventType

_CONFLICT = {
    EventType.BATTLE: r"""
        clash(?:es|ed|ing)? | battl(?:e|es|ed|ing)
        | fight(?:s|ing(?!\ (?:age|capability|capacity|chance|coalition|force|season|spirit|strength|unit)\b))?
        | fought | firefights? | gun\ ?battles?
        | skirmish(?:es|ed)? | fir(?:ed|ing)\ (?:back|on|at|upon)
        | exchang(?:e|ed|ing|es)\ (?:of\ )?(?:fire|gunfire) | cross-?fire | gunfire | shoot-?outs?
        | ambush(?:es|ed|ing)? | repel(?:led|ling|s)? | repuls(?:ed|ing|es)
        | engag(?:ed|ing)\ (?:with\ )?(?:the\ )?(?:enemy|militants|rebels|fighters|troops) | combat
        | hostilities | counter-?attack(?:s|ed)? | raid(?:s|ed|ing)? | infiltrat\w+ | kill(?:s|ed|ing)?
        | dead | attack(?:s|ed|ing)? | storm(?:s|ed|ing)? | neutrali[sz]ed | opened\ fire | overpower\w*
    """,
    EventType.TERRITORY_CAPTURED: r"""
        captur(?:e|es|ed|ing) | recaptur(?:e|es|ed|ing) | retak(?:e|es|en|ing) | retook
        | (?:has|have|had|been|were|was|fully|also|to)\ taken | took | taken\ (?:control|over)
        | tak(?:es?|ing)\ (?:full\ |complete\ )?(?:control|over) | seiz(?:e|es|ed|ing|ure) | overr[au]n
        | overrunning | liberat(?:e|es|ed|ing) | regain(?:s|ed|ing)? | conquer(?:s|ed|ing)?
        | (?:gained|gaining|gains|won|wrested|established|secured|securing)\ (?:full\ )?control
        | fell\ (?:to|into|under) | fallen\ (?:to|into) | fall\ of
        | recover(?:s|ed|ing)?\ (?:control|the|a|several|most) | clear(?:ed|ing)\ (?:the|of|out|several|all)
        | freed\ (?:the|several|a|most) | won\ back | reclaim(?:s|ed|ing)?
        | lost\ (?:control|the|its|their) | driv(?:en|ing)\ out | drove | expell?(?:ed|ing)
        | oust(?:ed|ing)? | liberation\s+of
    """,
    EventType.OFFENSIVE: r"""
        offensives? | assault(?:s|ed|ing)? | advanc(?:e|es|ed|ing) | push(?:es|ed|ing)? | campaigns?
        | operations? | besieg(?:e|ed|ing) | mov(?:e|ed|ing)\ (?:in|into|on|towards?|closer|deeper)
        | enter(?:s|ed|ing)? | entry | storm(?:s|ed|ing)? | attack(?:s|ed|ing)? | encircl(?:e|ed|ing|ement)
        | surround(?:ed|ing)? | losing\ (?:ground|territory) | gains | ground\ (?:gains|attack)
        | incursions? | invad(?:e|es|ed|ing) | invasion | taking\ (?:the|back|on) | closing\ in
        | breach(?:ed|ing)? | progress(?:ed|ing)? | launch(?:ed|ing|es)? | penetrat(?:ed|ing|e)
        | press(?:ed|ing)\ (?:on|ahead|into|towards?)
    """,
    EventType.AIR_STRIKE: r"""
        air-?\ ?(?:strikes?|raids?|attacks?|bombardments?|campaign|power)
        | aerial\ (?:\w+\ )?(?:attacks?|bombardments?|bombing|strikes?|raids?) | airstrikes? | warplanes?
        | fighter\ jets? | jets | aircraft | helicopters? | gunships? | bombers? | drones? | UAVs?
        | unmanned | strikes? | barrel\ bombs? | cluster\ (?:bombs?|munitions?) | carpet[- ]bomb\w*
        | bomb(?:ed|ing|ings|ardments?|ard(?:ed|ing))? | sorties? | struck | bunker-?busters?
        | airdropped\ bombs?
    """,
    EventType.SHELLING: r"""
        shell(?:s|ed|ing(?!\ (?:distance|range)\b)|ings)? | artillery | mortars? | rockets? | missiles?
        | bombard(?:ed|ing|ments?)?
        | howitzers? | tank\ fire | projectiles? | grads? | katyushas? | launchers? | cannons?
        | tanks?\ fir\w+ | heavy\ (?:fire|weapons)
    """,
    EventType.BOMBING: r"""
        bomb(?:s|ed|ing|ings|ers?)? | blasts? | explo(?:sion|sions|ded|ding|sives?|de|des)
        | detonat(?:ed|ing|es?|ion|ions) | IEDs? | (?:land)?mines? | grenades? | car[- ]bombs? | suicide
        | blew | blown | booby-?trap\w* | VBIEDs? | unexploded | went\ off | molotovs?
    """,
    EventType.CHEMICAL_ATTACK: r"""
        chemical | chlorine | sarin | nerve\ (?:gas|agents?) | toxic | mustard\ gas
        | poison(?:ous|ed)?(?:\ gas)? | gas\ attacks? | VX | phosphorus | novichok | gassed | biological
        | radioactive
    """,
}

_CIVIL = {
    EventType.ATTACK_ON_CIVILIANS: r"""
        kill(?:s|ed|ing|ings)? | murder(?:s|ed|ing)? | massacr(?:e|es|ed|ing) | execut(?:e|ed|ing|ions?|es)
        | behead(?:ed|ing|ings)? | shot | shoot(?:s|ing|ings)? | gunned\ down | stabb(?:ed|ing|ings)
        | tortur(?:e|ed|ing) | rap(?:e|ed|es|ing) | sexual(?:ly)? | assaulted
        | assassinat(?:ed|ion|ions|e|ing) | slaughter(?:ed|ing)? | hacked | lynch(?:ed|ing)?
        | attack(?:s|ed|ing)? | slain | beat(?:en|ing)? | wound(?:s|ed|ing)? | injur(?:ed|ing|es)
        | opened\ fire | gunm[ae]n | crucif\w+ | atrocit\w+ | victims? | dead | died | deaths? | casualties
        | molest\w+ | abus\w+
    """,
    EventType.ABDUCTION: r"""
        abduct(?:s|ed|ing|ions?)? | kidnap(?:s|ped|ping|pings)? | hostages? | disappear(?:ed|ances?|ing)?
        | seiz(?:ed|ing) | captives? | ransom | snatched | whereabouts | held\ captive | missing
        | taken\ (?:away|from)
    """,
    EventType.PROTEST: r"""
        protest(?:s|ed|ing|ers?)? | demonstrat(?:ed|ing|ions?|ors?|es?) | rall(?:y|ied|ies|ying)
        | march(?<!\d\ march)(?<!in\ march)(?<!of\ march)(?!\ \d)(?:ed|es|ing)? | sit-?ins? | dharna
        | walk-?outs? | (?:general|hunger)\ strikes? | on\ strike
        | strikers? | took\ to\ the\ streets | blockaded | chant(?:ed|ing) | vigils? | picket(?:ed|ing|s)?
        | boycott(?:ed|s)? | gathered | agitat\w+ | bandh | hartal | slogans?
    """,
    EventType.RIOT: r"""
        riot(?!\ (?:control|gear|officers?|police|shields?|squads?)\b)(?:s|ed|ing|ers?)?
        | mobs? | violent | violence | stone[- ]?(?:throw\w+|pelt\w+)?
        | pelt(?:ed|ing) | hurl(?:ed|ing) | threw | thrown | clash(?:es|ed)? | torched
        | set\ (?:\w+\ ){0,3}(?:fire|ablaze) | lynch(?:ed|ing) | vandali[sz]\w+ | ransack(?:ed|ing) | unrest
        | scuffl\w+ | brawl\w* | melee | tear\ ?gas | rubber\ bullets | beaten | thrashed | arson | stampede
        | water\ cannons?
    """,
    EventType.MOBILIZATION: r"""
        deploy(?:s|ed|ing|ments?)? | reinforce(?:d|ments?|s)? | reinforcing | troops\ (?:to|in|were\ sent)
        | sent\ (?:\w+\ ){0,4}(?:troops|forces|soldiers|reinforcements|tanks|weapons)
        | mobili[sz](?:ed|ing|ation|es?) | exercises? | drills | mass(?:ed|ing) | build-?up | military\ base
        | bases? | convoys? | arrived | station(?:ed|ing) | recruit(?:ed|ing|s|ment)?
        | arm(?:ed|ing)\ (?:the|its|groups) | weapons | equip(?:ped|ping|ment)? | train(?:ed|ing)?
        | conscript\w* | headquarters | checkpoints? | send(?:ing)? | disarm\w* | seized | caches?
        | patrol(?:s|led|ling)? | arms | established | set\ up | test-?fired
    """,
    EventType.WITHDRAWAL: r"""
        withdr(?:ew|aw|awn|awal|awals|awing|aws) | pull(?:ed|ing|s)?[- ]?(?:out|back) | pull-?out
        | pull-?back | retreat(?:s|ed|ing)? | left | leav(?:e|es|ing) | evacuat(?:ed|ing|ion)
        | abandon(?:ed|ing|s)? | hand(?:ed|ing)\ over | handover | surrender(?:ed|ing|s)? | vacat(?:ed|ing)
        | ced(?:ed|ing) | fled | flee(?:ing)? | drawdown | disengag\w+ | return(?:ed|ing)?\ (?:of\ )?control
        | transfer(?:red|s)?
    """,
    EventType.DETENTION: r"""
        arrest(?:s|ed|ing)? | detain(?:s|ed|ing|ees?)? | detentions? | jail(?:ed|ing)?
        | imprison(?:ed|ment|ing)? | prison(?:ers?|s)? | custody | sentenc(?:ed|es|e|ing) | convicted
        | charged | captur(?:ed|ing) | rounded\ up | apprehend(?:ed|ing) | remand\w* | interrogat\w+ | tried
        | trial | held | nabbed | indicted | court | suspects?
    """,
    EventType.RESTRICTION: r"""
        sieges? | besieg(?:ed|ing|e) | blockad(?:e|ed|es|ing) | curfews? | sanction(?:s|ed|ing)?
        | clos(?:ed|ing|ure|ures) | bann?(?:ed|ing|s)? | embargo(?:es)? | block(?:ed|ing|ades?) | cut\ off
        | cutting\ off | restrict(?:ed|ions?|ing|s)? | suspend(?:ed|ing|s)? | suspension | lockdown
        | travel\ bans? | state\ of\ emergency | martial\ law | freez(?:e|ing) | frozen
        | prevent(?:ed|ing|s)? | barr(?:ed|ing) | shut(?:ting)? | denied\ (?:access|entry)
        | impos(?:ed|ing|es|e) | censor\w* | cordon\w* | sealed | roadblocks?
    """,
    EventType.PROPERTY_DESTRUCTION: r"""
        loot(?:ed|ing|s|ers)? | demolish(?:ed|ing)? | demolition | destr(?:oy|oyed|oying|oys|uction)
        | burn(?:ed|ing|t|s)? | torch(?:ed|ing)? | set\ (?:\w+\ ){0,3}(?:fire|ablaze) | vandali[sz]\w+
        | ransack(?:ed|ing)? | damag(?:ed|ing|es?) | bulldoz(?:ed|ing) | raz(?:ed|ing) | arson
        | defac(?:ed|ing) | desecrat\w+ | sabotag\w+ | levell?ed | plunder\w* | blew\ up | robb\w+
        | stole(?:n)?
    """,
    EventType.AGREEMENT: r"""
        agree(?:d|ment|ments|s|ing)? | deals? | cease-?fires? | truces? | sign(?:ed|ing|s)? | accords?
        | pacts? | treat(?:y|ies) | swap(?:ped|s)?
        | exchang(?:e|ed)\ (?:of\ )?(?:prisoners?|detainees|captives)? | surrender(?:ed|ing)? | reconcil\w+
        | settlement | brokered | armistice | MoU | memorandum | released? | freed | cessation
        | de-?escalation | peace\ plan | accept(?:ed|s|ing)? | joined? | merg(?:ed|er|ing) | amnesty
        | pledg\w+
    """,
    EventType.TALKS: r"""
        talks | met | meet(?:s|ing|ings)? | negotiat(?:ed|ions?|ing|ors?|es?)
        | discuss(?:ed|ions?|ing|es)? | visit(?:ed|s|ing)? | summits? | conferences? | dialogues?
        | mediat(?:ed|ion|ing|ors?) | consult(?:ed|ations?|ing) | delegations? | phone\ calls? | telephon\w+
        | spoke\ (?:by|with|to) | hosted | convened?
    """,
    EventType.VERBAL_CONFLICT: r"""
        threat(?:s|en|ened|ening|ens)? | accus(?:ed|es|ing|ations?) | condemn(?:ed|s|ing|ation)?
        | demand(?:ed|s|ing)? | reject(?:ed|s|ing|ion)? | warn(?:ed|s|ing|ings)? | denounc(?:ed|es|ing)
        | blam(?:ed|es|ing) | criticis\w+ | criticiz\w+ | ultimatum | vow(?:ed|s|ing)? | called\ (?:on|for)
        | calls\ (?:on|for) | calling\ (?:on|for) | urg(?:ed|es|ing) | claim(?:ed|s|ing)?\ responsibility
        | protest(?:ed)?\ (?:against|to|over) | refus(?:ed|es|ing) | den(?:ied|ies|ying) | slam(?:med|s)?
        | lambast\w+ | declar\w+
    """,
    EventType.DISPLACEMENT: r"""
        fled | flee(?:s|ing)? | displac(?:ed|ing|ement|es) | evacuat(?:ed|ing|ions?|e|ees) | refugees?
        | return(?:ed|ing|ees|s)? | left | leav(?:e|ing) | homeless
        | forced\ (?:from|to\ (?:leave|flee)|out) | uproot(?:ed|ing) | escap(?:ed|ing|e) | expell?(?:ed|ing)
        | exodus | abandon(?:ed|ing)? | crossed | migrants? | IDPs? | shelter(?:ed|ing)? | asylum
        | relocat\w+ | driven\ from
    """,
    EventType.AID_DELIVERY: r"""
        aid | relief | humanitarian | deliver(?:ed|ies|y|ing|s)? | convoys? | distribut(?:ed|ion|ing|e)
        | food | assistance | supplies | medical | donat(?:ed|ions?|ing) | airdrop(?:s|ped)? | vaccin\w+
        | provid(?:ed|ing|es|e) | treated | rescue(?:d|rs)?
    """,
    EventType.TERRITORIAL_CONTROL: r"""
        control(?:s|led|ling)? | (?:[\w]+-)?held | hold(?:s|ing)? | stronghold
        | occup(?:ied|ies|y|ying|ation) | in\ the\ hands\ of | under\ (?:the\ )?(?:\w+\ )?control | bastion
        | rul(?:ed|es|ing) | governs? | enclave
    """,
    EventType.FORCE_PRESENCE: r"""
        strength | remain(?:s|ed|ing)? | stationed | positions? | presence | based\ in | garrison(?:ed)?
        | foreign\ fighters
        | (?:\d[\d,.]*|hundreds|thousands|dozens|scores)\ (?:\w+\ ){0,3}
          (?:fighters|troops|soldiers|militants|forces|personnel|recruits|members|jihadists|insurgents)
    """,
    EventType.HUMANITARIAN_SITUATION: r"""
        trapped | remain(?:s|ed|ing)? | starv(?:ing|ation|ed) | hunger | famine | stranded | shortages?
        | in\ need | need(?:s|ed|ing)?
        | without\ (?:food|water|access|electricity|power|care|shelter|aid|medicine) | epidemic | cholera
        | besieged | malnutrition | hungry | crisis | living\ (?:in|under|conditions) | dire | outbreak
        | lack(?:s|ed|ing)? | suffer(?:ed|ing)? | human\ shields?
    """,
}


_COMPANIONS = MappingProxyType(
    {
        EventType.RIOT: re.compile(
            r"\b(?:protest\w*|demonstrat\w*|riot\w*|mobs?|crowds?|police|students|supporters|residents|villagers|fans|youths?|locals|"
            r"marchers|strikers|neighbou?rs|stone\w*|tear\s?gas|lynch\w*)\b",
            re.IGNORECASE,
        ),
        EventType.WITHDRAWAL: re.compile(
            r"\b(?:withdr\w+|pull\w*|retreat\w*|surrender\w*|disengag\w+|troops|soldiers|fighters|forces|army|militants?|rebels|militia\w*|"
            r"insurgents|gunmen|jihadists|police|guards?|guerrillas|brigades?|battalions?|peacekeepers|base|garrison)\b",
            re.IGNORECASE,
        ),
    }
)
"""Words without which a type's cues mean something else: armed groups clash too, and families leave."""


_GENERAL = re.compile(
    r"(?:kill|attack|dead|died|death|wound|injur|raid|storm|launch|operation|enter|entry|opened|shot|shoot|gunm|casualt|"
    r"victim|violen|struck|bomb(?:s|ed|ing|ings)?$|aircraft|helicopter|drone|jets|explos|mines?$|gains$|beat)",
    re.IGNORECASE,
)
"""Words of violence that do not tell its kind: they give way to words in the same sentence that do."""


@dataclass(frozen=True)
class Cue:
    """A word that announces an event.

    Attributes:
        start: First character, code points of the text searched.
        end: One past the last character.
        text: The words.
        type: The event type they can announce.
        general: Whether they say that there was violence, but not of which kind.
    """

    start: int
    end: int
    text: str
    type: EventType
    general: bool = False


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE | re.VERBOSE)


_PATTERNS = MappingProxyType({**_CONFLICT, **_CIVIL})

_LETTERS = 3
"""Letters of a word by which the types that it can announce are looked up."""
_FIGURE, _COMPOUND = "0", "-"
"""Openings of what begins with any number, and with any word before a hyphen."""
_WORD = re.compile(r"(?<![\w-])(\w+)(-?)")
_LITERAL = re.compile(r"(?:[a-z](?![?*]))*", re.IGNORECASE)


@cache
def _pattern(kind: EventType) -> re.Pattern[str]:
    """A type's cues, compiled when a text first has a word that one of them can begin with."""
    return _compiled(_PATTERNS[kind])


@cache
def _kinds_by_opening() -> Mapping[str, tuple[EventType, ...]]:
    """Types by what the first word of one of their cues begins with, in the order of the types."""
    openings = {kind: set(_openings("".join(pattern.split()))) for kind, pattern in _PATTERNS.items()}
    return {
        opening: tuple(kind for kind, own in openings.items() if opening in own or opening[:-1] in own)
        for opening in set().union(*openings.values())
    }


def _openings(pattern: str) -> Iterator[str]:
    """What each alternative of a pattern begins with: up to `_LETTERS` letters, or the sign of an open class."""
    for alternative in _alternatives(pattern):
        if alternative.startswith("(?:"):
            group, rest = _first_group(alternative)
            yield from _openings(group)
            if rest.startswith("?"):
                yield from _openings(rest[1:])
        elif alternative.startswith(r"\d"):
            yield _FIGURE
        elif alternative.startswith(r"[\w]+-"):
            yield _COMPOUND
        else:
            letters = _LITERAL.match(alternative)
            yield letters.group()[:_LETTERS].lower() if letters else ""


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, their groups left whole."""
    depth = start = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def _first_group(alternative: str) -> tuple[str, str]:
    """Inside of the group that an alternative begins with, and what follows the group."""
    depth = 0
    for at, sign in enumerate(alternative):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return alternative[len("(?:") : at], alternative[at + 1 :]
    raise ValueError(f"the group has no end: {alternative}")


@lru_cache(maxsize=16_384)
def _kinds_at(word: str, *, compound: bool) -> Iterable[EventType]:
    """Types of which some cue can begin with a word; few, so that few patterns are tried."""
    kinds = _kinds_by_opening()
    opening = word[:_LETTERS].casefold()
    found = kinds.get(opening) or kinds.get(opening[: _LETTERS - 1], ())
    if word[0].isdigit():
        found = kinds[_FIGURE]
    return (*found, *kinds[_COMPOUND]) if compound else found


def find_cues(text: str) -> tuple[Cue, ...]:
    """Every cue of `text`, in order of appearance; one word may announce several types."""
    found: list[Cue] = []
    reached: dict[EventType, int] = {}
    for word in _WORD.finditer(text):
        start = word.start()
        for kind in _kinds_at(word[1], compound=bool(word[2])):
            match = _pattern(kind).match(text, start) if start >= reached.get(kind, 0) else None
            if match is not None:
                reached[kind] = match.end()
                found.append(_cue(match, kind))
    out = {kind for kind in {cue.type for cue in found} if not _has_companion(text, kind)}
    return tuple(sorted((cue for cue in found if cue.type not in out), key=lambda cue: (cue.start, cue.end)))


def cues_of(text: str, kind: EventType) -> Iterator[Cue]:
    """The cues of one type in order, each found when it is asked for: the first costs a fraction of all."""
    if kind in _PATTERNS and _has_companion(text, kind):
        for match in _pattern(kind).finditer(text):
            yield _cue(match, kind)


def _cue(match: re.Match[str], kind: EventType) -> Cue:
    return Cue(match.start(), match.end(), match.group(), kind, _GENERAL.match(match.group()) is not None)


def _has_companion(text: str, kind: EventType) -> bool:
    """Whether `text` has the words without which a type's cues mean something else, if there are any."""
    companions = _COMPANIONS.get(kind)
    return companions is None or companions.search(text) is not None
