"""Headline, summary and descriptions, written by templates from verified fields only.

A sentence names only what stands in the record: participants and places as written, dates as resolved,
figures as quoted, sources by name. So it cannot say what the record does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from summarize.codebook import CODEBOOK, Group
from summarize.lexicon.grammar import PREPOSITIONS, SINGULAR_IN_S, word_set
from summarize.lexicon.nations import COUNTRY_NAMES, ETHNIC_PEOPLES, ETHNICITIES, NATIONALITIES, PEOPLES, in_full
from summarize.lexicon.nouns import (
    ARMED,
    DIVISIONS,
    MODIFIERS,
    OFFICIALS,
    ORGANISATIONS,
    PEOPLE,
    SETTLEMENTS,
    SITES,
    WAYS,
)
from summarize.lexicon.phrasings import PHRASINGS, Phrasing
from summarize.lexicon.place_words import NEAR, NEAR_AFTER
from summarize.lexicon.quantities import HEDGES_BEFORE
from summarize.lexicon.words import DETERMINERS, QUANTIFIERS
from summarize.record import (
    Confirmation,
    ConfirmationState,
    Event,
    Figure,
    FigureKind,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    Role,
    Source,
    SourceLink,
    SourceType,
    Span,
    Stance,
    SummarySentence,
    TimeBasis,
)
from summarize.timing import when

MOST_SENTENCES = 5
"""Longest summary."""

UNREAD = "This article was not read: the model gave no answer that can be used."
"""Headline of an article none of whose questions was answered."""

UNSURE = "No event of this article was read with the confidence that was asked for."
"""Headline of an article all of whose events are left out."""
NO_EVENT = "No codable event was found in this article."

_REPORTERS = (
    SourceType.MONITOR_NGO,
    SourceType.NEWS_AGENCY,
    SourceType.NEWS_OUTLET,
    SourceType.AID_NGO,
    SourceType.WITNESS,
)
_STANDING = {
    Modality.ONGOING: "under way",
    Modality.PLANNED: "planned",
    Modality.HYPOTHETICAL: "spoken of as possible",
}
_CONFIRMED = {
    ConfirmationState.GIVEN: "confirmed it",
    ConfirmationState.ABSENT: "had not confirmed it",
    ConfirmationState.REFUSED: "refused to confirm it",
}
_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})
_UNTOLD = (FigureKind.DISTANCE, FigureKind.DURATION, FigureKind.OTHER)
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
_DESCRIBED_BODY = re.compile(r"\s(?:for|of)\s")
"""What a body that is named by what it does has in its name: "the Syrian Observatory for Human Rights"."""
_INTRODUCED = re.compile(r"\(([A-Z][A-Z.-]{1,9})\)$")
_COMMON_FIRST_WORDS = ARMED | OFFICIALS | PEOPLE | MODIFIERS | ORGANISATIONS
_PROPER = ETHNICITIES | NATIONALITIES.keys()
"""Adjectives that keep their capital wherever they stand."""
_PEOPLES = frozenset((*PEOPLES, *ETHNIC_PEOPLES))
_NEVER_NAMES = word_set(
    """
    alleged armed ex fighters former gunmen insurgent insurgents islamist islamists jihadist jihadists loyalist
    militant militants opposition outgoing pro-government protesters rebel rebels residents retired senior separatist
    separatists soldiers suspected top troops veteran villagers
    """
)
"""Common nouns and adjectives that do not become part of the name behind them."""
_PROPER_OF_PLACES = _PROPER - {"Western"}
"""The same before a place, where "Western" is the capital of a direction that opens the sentence."""
_UNCOUNTED = word_set("airspace farmland farmlands land lands territories territory")
_COUNTED_PLACES = (DIVISIONS | SETTLEMENTS | SITES) - _UNCOUNTED
_HEDGING = frozenset(words[0] for words in HEDGES_BEFORE) | QUANTIFIERS
_BEHIND_HEAD = re.compile(r"\s+(?:to|towards|into|from|between|over|across|of|with)\s")
_SHARES = QUANTIFIERS | word_set("half least majority more most much none out part quarter rest third")
"""What a number or share stands in "of" others: no noun that takes an article by itself."""
_OF = re.compile(r"\s+of\s")
_OWNED = re.compile(r"(?:his|her|its|my|our|their|your)\s+(?:own\s+)?(?=(?-i:[a-z]))", re.IGNORECASE)
_OF_THEIRS = re.compile(r"(?:his|her|its|their)\s", re.IGNORECASE)
_INCLUDED = re.compile(
    r",\s+(?:including|among\s+them|(?:many|most|some)\s+of\s+(?:them|whom))\s+"
    rf"(?:(?!(?:{'|'.join(sorted(PREPOSITIONS))})\b)[\w’'-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_ARTICLED = word_set("AU EU UAE UK UN US U.K. U.N. U.S.")
"""Short names of states and unions that stand behind "the"."""
_BODIES = frozenset(word for word in ORGANISATIONS if not word.endswith("s")) | word_set("army military navy treasury")
_OWNER = re.compile(r"(.+?)(?:'s|’s)\s")
_LINES = WAYS | {"border", "borders", "coast", "frontier", "frontline", "island"}
"""Places that something happens on."""
_DETERMINED = re.compile(
    rf"(?:{'|'.join(sorted(DETERMINERS))}|that|some|several|two|three|no|all|both|many|other)\b", re.IGNORECASE
)
_NEARNESS = re.compile(rf"\b(?:{NEAR}|{NEAR_AFTER})\b", re.IGNORECASE)
_MARKED_PLURALS = ("s", "men", "women")
_PLURALS = word_set("children people personnel police")


def describe(event: Event, sources: Mapping[str, Source] = _NO_SOURCES) -> str:
    """One plain sentence of an event that does not name its sources.

    Args:
        event: The event.
        sources: Sources by id: only where one of them denies it was it denied, and did not just not take place.
    """
    denied = event.modality is Modality.DENIED and _speaking(event, sources, Stance.DENIES)
    if denied:
        noun = _noun(event)
        return _sentence(f"{noun}{_dated(event)} {_was(noun)} denied")
    return _sentence(f"{_clause(event)}{_dated(event)}")


def sentence_of(event: Event, sources: Mapping[str, Source], figures: Sequence[Figure] = ()) -> str:
    """One sentence of an event with its attribution, confirmation and figures.

    Args:
        event: The event.
        sources: Sources by id.
        figures: Figures of this event.
    """
    claim = _attributed(event, sources)
    tail = _confirmed(event.confirmation) if event.confirmation else ""
    return _sentence(f"{claim}{_counted(figures)}{tail}")


def headline(events: Sequence[Event], sources: Mapping[str, Source], main: str | None) -> str:
    """One sentence about the main event, with its attribution."""
    lead = next((event for event in events if event.id == main), None)
    return _sentence(_attributed(lead, sources)) if lead else NO_EVENT


def summary(
    events: Sequence[Event], sources: Mapping[str, Source], figures: Sequence[Figure], main: str | None
) -> tuple[SummarySentence, ...]:
    """At most `MOST_SENTENCES` sentences: the main event, then news before background, in order."""
    counted: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.kind not in _UNTOLD:
            counted[figure.event].append(figure)
    chosen = sorted(events, key=lambda event: _rank(event, main, counted=event.id in counted))[:MOST_SENTENCES]
    chosen.sort(key=lambda event: (event.id != main, event.evidence[0].start))
    sentences = []
    for event in chosen:
        own = counted[event.id]
        text = sentence_of(event, sources, own)
        sentences.append(SummarySentence(text=text, events=(event.id,), figures=tuple(figure.id for figure in own)))
    return tuple(sentences)


def speaker(source: Source) -> str:
    """The words for a source: its origin, and who relayed it."""
    origin, *relays = source.chain
    named = _named(origin)
    relayed = [_named(link) for link in relays if link.name]
    return f"{named}, relayed by {_joined(relayed)}," if relayed else named


def _rank(event: Event, main: str | None, *, counted: bool) -> tuple[bool, bool, int, int]:
    """Main event first, news before background, then what the text says most about."""
    dated = event.time is not None and event.time.basis is not TimeBasis.PUBLICATION
    said = (event.participants, event.places, event.sources, dated, counted, event.mode is Mode.EVENT)
    return event.id != main, event.background, -sum(map(bool, said)), event.evidence[0].start


def _dated(event: Event) -> str:
    return when(event.time, ahead=event.modality in (Modality.PLANNED, Modality.HYPOTHETICAL))


def _speaking(event: Event, sources: Mapping[str, Source], stance: Stance) -> list[Source]:
    told = (sources[identifier] for identifier in event.sources if identifier in sources)
    return [source for source in told if source.stance is stance]


def _attributed(event: Event, sources: Mapping[str, Source]) -> str:
    """The event with who tells or denies it; its day stands with what happened, never with the denial."""
    asserting, denying = (_speaking(event, sources, stance) for stance in (Stance.ASSERTS, Stance.DENIES))
    if denying and (event.modality is Modality.DENIED or not asserting):
        return f"{speaker(denying[0])} denied {_what_is_denied(event)}{_dated(event)}"
    if not asserting:
        return f"{_clause(event)}{_dated(event)}"
    said = f"{_said(max(asserting, key=_telling))} that {_clause(event)}{_dated(event)}"
    return f"{said}, which {speaker(denying[0])} denied" if denying else said


def _what_is_denied(event: Event) -> str:
    """The clause without its negation, which the denial is; what is only possible is no clause to deny."""
    if event.modality is Modality.HYPOTHETICAL:
        return _noun(event)
    told = event.model_copy(update={"modality": Modality.ACTUAL}) if event.modality is Modality.DENIED else event
    return f"that {_clause(told)}"


def _telling(source: Source) -> tuple[bool, int]:
    """The source to name first: one with a name of its own, then the one whose way to the reader is told."""
    origin = source.chain[0]
    named = origin.name is not None and any(word[:1].isupper() for word in origin.name.split()[1:] or [origin.name])
    return named, len(source.chain)


def _said(source: Source) -> str:
    if all(link.name is None and link.canonical is None for link in source.chain):
        return "It was reported"
    verb = "reported" if source.chain[0].type in _REPORTERS else "said"
    return f"{speaker(source)} {verb}"


def _clause(event: Event) -> str:
    if event.modality is Modality.DENIED:
        return f"{_noun(event)} {'was not the case' if event.mode is Mode.SITUATION else 'did not take place'}"
    lasts = event.mode is Mode.SITUATION and event.modality is Modality.ONGOING
    if event.modality in _STANDING and not lasts:
        noun = _noun(event)
        return f"{noun} {_was(noun)} {_STANDING[event.modality]}"
    phrasing = _phrasing(event)
    slots = _slots(event)
    return _filled(phrasing.active if phrasing.lead in slots else phrasing.passive, slots)


def _was(noun: str) -> str:
    return "were" if noun.startswith(("air strikes", "talks")) else "was"


def _noun(event: Event) -> str:
    return _filled(_phrasing(event).noun, _slots(event))


def _phrasing(event: Event) -> Phrasing:
    """The phrasing of the type, or the only narrower one that the evidence speaks for."""
    phrasing = PHRASINGS[event.type]
    if not phrasing.narrower:
        return phrasing
    told = " ".join(span.text for span in event.evidence)
    fitting = [narrow for pattern, narrow in phrasing.narrower if re.search(pattern, told, re.IGNORECASE)]
    return fitting[0] if len(fitting) == 1 else phrasing


def _slots(event: Event) -> dict[str, str]:
    by_role: dict[Role, list[Participant]] = defaultdict(list)
    for party in event.participants:
        by_role[party.role].append(party)
    sides = [*by_role[Role.PARTICIPANT], *by_role[Role.ACTOR]]
    place = _place(event)
    slots = {
        "actor": _people(by_role[Role.ACTOR], event),
        "recipient": _people(by_role[Role.RECIPIENT], event),
        "affected": _people(by_role[Role.AFFECTED], event),
        "parties": _people(sides, event) if len(sides) > 1 else "",
        "place": place,
        "at": _preposition(event.places[0]) if place else "",
        "label": event.label or "",
    }
    return {name: value for name, value in slots.items() if value}


def _filled(template: str, slots: Mapping[str, str]) -> str:
    return "".join(
        [
            slots.get(part.slot, part.otherwise) if part.slot else part.text
            for part in _parts(template)
            if part.wanted <= slots.keys()
        ]
    )


class _Part(NamedTuple):
    """A piece of a template.

    Attributes:
        wanted: Slots without which it is left out.
        text: Words that are copied; empty for a slot.
        slot: The slot it stands for; empty for words.
        otherwise: What stands for an empty slot.
    """

    wanted: frozenset[str]
    text: str
    slot: str = ""
    otherwise: str = ""


@cache
def _parts(template: str) -> tuple[_Part, ...]:
    """A template of the phrasings, read once."""
    parts: list[_Part] = []
    for number, piece in enumerate(_OPTIONAL.split(template)):
        slots = list(_SLOT.finditer(piece))
        wanted = frozenset(slot[1] for slot in slots if slot[2] is None) if number % 2 else frozenset[str]()
        end = 0
        for slot in slots:
            parts += (_Part(wanted, piece[end : slot.start()]), _Part(wanted, "", slot[1], slot[2] or ""))
            end = slot.end()
        parts.append(_Part(wanted, piece[end:]))
    return tuple(part for part in parts if part.text or part.slot)


def _people(parties: Sequence[Participant], event: Event) -> str:
    """Names of parties, without those that the text counts in with another: "five men, including a teacher".

    Beside another the owner is told: "a boatman and his son".
    """
    if not parties:
        return ""
    armed = CODEBOOK[event.type].group is Group.ARMED_CONFLICT
    told = [party for number, party in enumerate(parties) if not (number and _is_included(party.span, event.evidence))]
    first = [_party(party, armed=armed) for party in told[:1]]
    beside = (
        _lowered(party.name) if _OF_THEIRS.match(party.name) else _party(party, armed=armed) for party in told[1:]
    )
    return _joined([*first, *beside])


def _is_included(span: Span, evidence: Iterable[Span]) -> bool:
    own = (sentence for sentence in evidence if sentence.start <= span.start < sentence.end)
    return any(_INCLUDED.search(sentence.text, 0, span.start - sentence.start) for sentence in own)


def _party(party: Participant, *, armed: bool) -> str:
    """A party by name; an adjective alone is that of a country's forces: "Pakistani" of "Pakistani air strikes"."""
    code = NATIONALITIES.get(party.name) if armed and party.role is not Role.RECIPIENT else None
    bare = code is not None and code == party.country and party.name not in COUNTRY_NAMES
    return f"{party.name} forces" if bare else _inside(party.name)


def _place(event: Event) -> str:
    if not event.places:
        return ""
    place = event.places[0]
    if place.precision is Precision.INTERNATIONAL:
        return ""
    return _joined([_located(one.name) for one in (place, *_beside(place, event.places[1:]))])


def _preposition(place: Place) -> str:
    """What a place stands behind: "on the road to Darin", "in Darin", and "near Darin" where the text says so."""
    if place.precision is Precision.NEAR_SETTLEMENT and not _NEARNESS.search(place.name):
        return "near"
    head = _BEHIND_HEAD.split(place.name, maxsplit=1)[0].rpartition(" ")[2]
    return "on" if head in _LINES else "in"


def _beside(place: Place, others: Iterable[Place]) -> Iterator[Place]:
    """Other places by name and as wide, which so cannot hold the first: "in Hama province and Raqqa Province"."""
    told = {place.geonames_id}
    for other in others if _DETERMINED.match(place.name) is None else ():
        known = other.geonames_id is not None and other.geonames_id in told
        if other.precision is place.precision and not known and _DETERMINED.match(other.name) is None:
            told.add(other.geonames_id)
            yield other


@lru_cache(maxsize=4096)
def _inside(name: str) -> str:
    """A name as it stands inside a sentence: an article in small letters, one before a bare common noun.

    Whose "his" and "our" are is for the text to say: beside another name they would point at that.
    """
    flat = _lowered(name)
    if owned := _OWNED.match(flat):
        return _inside(flat[owned.end() :])
    if _DETERMINED.match(flat):
        return flat
    if _takes_article(flat):
        return f"the {flat}"
    if owner := _OWNER.match(flat):
        return f"{_inside(owner[1])}{flat[owner.end(1) :]}"
    head = _OF.split(flat, maxsplit=1)[0].rpartition(" ")[2]
    common = head.islower() and head.isalpha() and head not in _SHARES
    return f"the {flat}" if common and not _is_plural(head) else flat


def _takes_article(name: str) -> bool:
    """Whether a name has "the" before it: "United States", "UN", and a body of theirs, "US Treasury"."""
    first, _, rest = name.partition(" ")
    if not rest or name in COUNTRY_NAMES:
        return name in _ARTICLED or f"the {name}" == in_full(COUNTRY_NAMES.get(name, ""))
    head = rest.rpartition(" ")[2]
    return first in _ARTICLED and head[:1].isupper() and head.casefold() in _BODIES


@lru_cache(maxsize=4096)
def _located(name: str) -> str:
    """A place as it stands inside a sentence: "the Georgian capital" and "the border town", but "Hama province"."""
    flat = _lowered(name, _PROPER_OF_PLACES)
    *before, head = _BEHIND_HEAD.split(flat, maxsplit=1)[0].split()
    named = any(word != word.lower() and word not in _PROPER for word in before)
    bare = head in _COUNTED_PLACES and not named and not _is_plural(head) and not _DETERMINED.match(flat)
    return f"the {flat}" if bare or _takes_article(flat) else flat


def _lowered(name: str, proper: frozenset[str] = _PROPER) -> str:
    """A name with the capital of a sentence's first word taken back, where the word is no name."""
    flat = " ".join(name.split())
    first, _, rest = flat.partition(" ")
    stem = first.partition("-")[0]
    common = first.casefold() in _COMMON_FIRST_WORDS or stem.casefold() in QUANTIFIERS
    common = common and stem not in proper and flat not in COUNTRY_NAMES
    lowers = _DETERMINED.match(flat) or (common and not _is_titled(first, rest.partition(" ")[0]))
    return _small(flat) if lowers and not first[1:2].isupper() else flat


def _is_titled(first: str, following: str) -> bool:
    """Whether a common first word is part of a name: "National Guard", "President Bor", "New York"; not "Senior US"."""
    named = following.istitle() and following not in _PROPER and following not in _PEOPLES
    return named and first.casefold() not in _NEVER_NAMES


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _is_plural(noun: str) -> bool:
    return (noun.endswith(_MARKED_PLURALS) and noun not in SINGULAR_IN_S) or noun in _PLURALS


def _named(link: SourceLink) -> str:
    if link.name is None:
        return link.canonical or "an unnamed source"
    generic = link.name.islower() or link.name.lower().startswith(("the ", "a ", "an "))
    if link.canonical and (generic and not any(word[:1].isupper() for word in link.name.split()[1:])):
        described = _DESCRIBED_BODY.search(link.canonical) and not link.canonical.lower().startswith("the ")
        return f"the {link.canonical}" if described else link.canonical
    acronym = _INTRODUCED.search(link.name)
    if acronym:
        return acronym.group(1)
    respelt = link.canonical and "".join(link.canonical.split()).casefold() == link.name.casefold()
    return link.canonical if respelt and link.canonical else _inside(link.name)


def _confirmed(confirmation: Confirmation) -> str:
    if confirmation.by is None:
        return f"; it {'was' if confirmation.state is ConfirmationState.GIVEN else 'was not'} confirmed"
    return f"; {_inside(confirmation.by)} {_CONFIRMED[confirmation.state]}"


def _counted(figures: Sequence[Figure]) -> str:
    kinds = {figure.id: figure.kind for figure in figures}
    parts: dict[str, list[Figure]] = defaultdict(list)
    wholes: list[Figure] = []
    for figure in figures:
        counted_in = figure.part_of if figure.part_of and kinds.get(figure.part_of) is figure.kind else None
        (parts[counted_in] if counted_in else wholes).append(figure)
    told = [f"{figure.kind.value.replace('_', ' ')}: {_quantity(figure, parts)}" for figure in wholes]
    return f" ({'; '.join(told)})" if told else ""


def _quantity(figure: Figure, parts: Mapping[str, Sequence[Figure]]) -> str:
    """A figure as written, with those counted in it, so that nobody adds them up."""
    text = " ".join(figure.text.split())
    first = re.match(r"\w*", text)
    told = _small(text) if first and first.group().casefold() in _HEDGING else text
    within = (_part(part, _quantity(part, parts)) for part in parts.get(figure.id, ()))
    counted = [part for part in within if part]
    return f"{told}, {_joined(counted)}" if counted else told


def _part(figure: Figure, told: str) -> str:
    """A figure as one of those counted in another: "including two nurses"; empty where nothing more is said of them."""
    if not _is_bare(told):
        return f"including {told}"
    return f"{told} of them {figure.subject}" if figure.subject else ""


def _is_bare(quantity: str) -> bool:
    """Whether a number stands without what it counts: "38", "at least two"."""
    last = quantity.rpartition(" ")[2]
    return last[-1:].isdigit() or last.partition("-")[0].casefold() in QUANTIFIERS


def _joined(names: Sequence[str]) -> str:
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
