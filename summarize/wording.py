"""Headline, summary and descriptions, written by templates from verified fields only.

A sentence names only what stands in the record: participants and places as written, dates as resolved,
figures as quoted, sources by name. So it cannot say what the record does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.lexicon.nouns import ARMED, MODIFIERS, OFFICIALS, ORGANISATIONS, PEOPLE, WAYS
from summarize.lexicon.phrasings import PHRASINGS, Phrasing
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
    Stance,
    SummarySentence,
    Time,
    TimeBasis,
    TimeMod,
)

MOST_SENTENCES = 5
"""Longest summary."""

NO_EVENT = "No codable event was found in this article."

_REPORTERS = (
    SourceType.MONITOR_NGO,
    SourceType.NEWS_AGENCY,
    SourceType.NEWS_OUTLET,
    SourceType.AID_NGO,
    SourceType.WITNESS,
)
_STANDING = {
    Modality.ONGOING: "was under way",
    Modality.PLANNED: "was planned",
    Modality.HYPOTHETICAL: "was spoken of as possible",
}
_CONFIRMED = {
    ConfirmationState.GIVEN: "confirmed it",
    ConfirmationState.ABSENT: "had not confirmed it",
    ConfirmationState.REFUSED: "refused to confirm it",
}
_UNTOLD = (FigureKind.DISTANCE, FigureKind.DURATION, FigureKind.OTHER)
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
_INTRODUCED = re.compile(r"\(([A-Z][A-Z.-]{1,9})\)$")
_COMMON_FIRST_WORDS = ARMED | OFFICIALS | PEOPLE | MODIFIERS | ORGANISATIONS
_BEHIND_HEAD = re.compile(r"\s+(?:to|towards|into|from|between|over|across|of|with)\s")
_LINES = WAYS | {"border", "borders", "coast", "frontier", "frontline", "island"}
"""Places that something happens on."""
_DETERMINED = re.compile(r"(?:the|a|an|its|their|his|her|some|several|two|three|no)\b", re.IGNORECASE)


def describe(event: Event) -> str:
    """One plain sentence of an event, without its sources."""
    return _sentence(f"{_clause(event)}{when(event.time)}")


def sentence_of(event: Event, sources: Mapping[str, Source], figures: Sequence[Figure] = ()) -> str:
    """One sentence of an event with its attribution, confirmation and figures.

    Args:
        event: The event.
        sources: Sources by id.
        figures: Figures of this event.
    """
    claim = f"{_attributed(event, sources)}{when(event.time)}"
    tail = _confirmed(event.confirmation) if event.confirmation else ""
    return _sentence(f"{claim}{_counted(figures)}{tail}")


def headline(events: Sequence[Event], sources: Mapping[str, Source], main: str | None) -> str:
    """One sentence about the main event, with its attribution."""
    lead = next((event for event in events if event.id == main), None)
    return _sentence(f"{_attributed(lead, sources)}{when(lead.time)}") if lead else NO_EVENT


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


def when(time: Time | None) -> str:
    """The words for a time, with a leading space; empty when only the dateline speaks."""
    if time is None or time.basis is TimeBasis.PUBLICATION or (time.earliest is None and time.latest is None):
        return ""
    if time.earliest is None or time.mod is TimeMod.ON_OR_BEFORE:
        return f" on or before {_day(time.latest or time.earliest)}"
    if time.latest is None:
        return f" from {_day(time.earliest)} on"
    if time.earliest == time.latest:
        return f" {'around' if time.mod is TimeMod.APPROX else 'on'} {_day(time.earliest)}"
    return f" between {_day(time.earliest)} and {_day(time.latest)}"


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


def _attributed(event: Event, sources: Mapping[str, Source]) -> str:
    speaking = [sources[identifier] for identifier in event.sources if identifier in sources]
    asserting = [source for source in speaking if source.stance is Stance.ASSERTS]
    denying = [source for source in speaking if source.stance is Stance.DENIES]
    if denying and not asserting:
        return f"{speaker(denying[0])} denied {_noun(event)}"
    if not asserting:
        return _clause(event)
    said = f"{_said(max(asserting, key=_telling))} that {_clause(event)}"
    return f"{said}, which {speaker(denying[0])} denied" if denying else said


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
        return f"{_noun(event)} was denied"
    lasts = event.mode is Mode.SITUATION and event.modality is Modality.ONGOING
    if event.modality in _STANDING and not lasts:
        return f"{_noun(event)} {_standing(event)}"
    phrasing = _phrasing(event)
    slots = _slots(event)
    return _filled(phrasing.active if phrasing.lead in slots else phrasing.passive, slots)


def _standing(event: Event) -> str:
    standing = _STANDING[event.modality]
    return standing.replace("was ", "were ", 1) if _noun(event).startswith(("air strikes", "talks")) else standing


def _noun(event: Event) -> str:
    return _filled(_phrasing(event).noun, _slots(event))


def _phrasing(event: Event) -> Phrasing:
    """The phrasing of the type, or the only narrower one that the evidence speaks for."""
    phrasing = PHRASINGS[event.type]
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
        "actor": _people(by_role[Role.ACTOR]),
        "recipient": _people(by_role[Role.RECIPIENT]),
        "affected": _people(by_role[Role.AFFECTED]),
        "parties": _people(sides) if len(sides) > 1 else "",
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


def _people(parties: Iterable[Participant]) -> str:
    return _joined([_inside(party.name) for party in parties])


def _place(event: Event) -> str:
    if not event.places:
        return ""
    place = event.places[0]
    if place.precision is Precision.INTERNATIONAL:
        return ""
    return _joined([_lowered(one.name) for one in (place, *_beside(place, event.places[1:]))])


def _preposition(place: Place) -> str:
    """What a place stands behind: "on the road to Darin", "in Darin"."""
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


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: an article in small letters, one before a bare common noun."""
    flat = _lowered(name)
    if _DETERMINED.match(flat):
        return flat
    last = flat.rpartition(" ")[2]
    return f"the {flat}" if last.islower() and last.isalpha() and not _is_plural(last) else flat


def _lowered(name: str) -> str:
    """A name with the capital of a sentence's first word taken back, where the word is no name."""
    flat = " ".join(name.split())
    first = flat.partition(" ")[0]
    common = _DETERMINED.match(flat) or first.casefold() in _COMMON_FIRST_WORDS
    return flat[0].lower() + flat[1:] if common and not first[1:2].isupper() else flat


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") or noun in {"people", "police", "men", "women", "children", "personnel", "gunmen"}


def _named(link: SourceLink) -> str:
    if link.name is None:
        return link.canonical or "an unnamed source"
    generic = link.name.islower() or link.name.lower().startswith(("the ", "a ", "an "))
    if link.canonical and (generic and not any(word[:1].isupper() for word in link.name.split()[1:])):
        return link.canonical
    acronym = _INTRODUCED.search(link.name)
    if acronym:
        return acronym.group(1)
    respelt = link.canonical and "".join(link.canonical.split()).casefold() == link.name.casefold()
    return link.canonical if respelt and link.canonical else _inside(link.name)


def _confirmed(confirmation: Confirmation) -> str:
    if confirmation.by is None:
        return f"; it {'was' if confirmation.state is ConfirmationState.GIVEN else 'was not'} confirmed"
    return f"; {_inside(confirmation.by)} {_CONFIRMED[confirmation.state]}"


def _counted(figures: Iterable[Figure]) -> str:
    told = [f"{figure.kind.value.replace('_', ' ')}: {' '.join(figure.text.split())}" for figure in figures]
    return f" ({'; '.join(told)})" if told else ""


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@lru_cache(maxsize=4096)
def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
