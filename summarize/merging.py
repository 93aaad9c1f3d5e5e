"""From resolved events to the events of the record: repeats become one, confirmations find their event.

The same event told in two sentences becomes one with both as evidence. Two tellings are the same when their
types and modalities agree, nothing in them contradicts, and something ties them together. When in doubt they
stay two: an event reported twice is easier to see than one that was swallowed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from summarize.lexicon.cues import find_cues
from summarize.lexicon.grammar import TAKING_UP
from summarize.lexicon.nouns import PEOPLE
from summarize.record import (
    ActorClass,
    Confirmation,
    Event,
    EventType,
    Loss,
    LossKind,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    Role,
    Time,
    TimeBasis,
)
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.context import VOUCHING, Speech
from summarize.resolving.ending import ENDING, is_the_end
from summarize.resolving.event import BACKGROUND_AFTER, ResolvedEvent, event_id, is_background, sources_of, status_of

NEIGHBOURHOOD = 2
"""Sentences that may lie between two tellings tied only by who takes part."""

OPENING = 300
"""Characters from the start of an article in which its heading and its lead tell the same news."""

_NARROW = (Precision.SITE, Precision.SETTLEMENT, Precision.NEAR_SETTLEMENT)
_WIDE = (Precision.REGION_FUZZY, Precision.COUNTRY, Precision.INTERNATIONAL)
"""Places so wide that two events in them need not be the same one."""
_ORDER_OF_PRECISION = {precision: number for number, precision in enumerate(Precision)}
_ORDER_OF_BASIS = {
    TimeBasis.EXPLICIT: 0,
    TimeBasis.QUOTE_RELATIVE: 1,
    TimeBasis.REPORT_BOUND: 2,
    TimeBasis.INFERRED: 3,
    TimeBasis.PUBLICATION: 4,
}
_CROWDS = (ActorClass.CIVILIANS, ActorClass.UNIDENTIFIED_ARMED)
_COLLECTIVE = (ActorClass.STATE_FORCES, ActorClass.GOVERNMENT)
_DETERMINED = re.compile(r"(?:the|a|an|this|that|its|their|several|some)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|our|both)\b", re.IGNORECASE)
_SHORTEST_MODIFIER = 3
"""Letters before the noun of a compound: "gunmen", "schoolgirls"."""
_DETERMINERS = ("the ", "a ", "an ", "its ", "their ", "some ")
_UNNAMED_TOWN = re.compile(
    r"(?:the|this|that)\s(?!.*\b(?:near(?:by|est)?|neighbou?ring|adjacent|next|other|second|third)\b)"
    r"(?:.*[\s-])?(?:city|town|village|settlement)",
    re.IGNORECASE,
)
"""A town by what it is: "the last major rebel-held town"; one that is told beside another is another."""
_TellingT = TypeVar("_TellingT", Participant, Place)


def merge(
    tellings: Sequence[ResolvedEvent],
    confirmations: Sequence[FoundConfirmation],
    dateline: date | None,
    speeches: Sequence[Speech] = (),
) -> tuple[tuple[Event, ...], tuple[Loss, ...]]:
    """Events of the record in order of appearance.

    Args:
        tellings: Every event as one sentence told it, in order of the text.
        confirmations: What the text says of confirmations.
        dateline: Date the article counts from.
        speeches: Who says what in the text, in order; "the claim" that is not confirmed is what was said last.

    Returns:
        The events with final ids, statuses and confirmations, those told more than once still to be described, and a
        loss for each confirmation that belongs to no event.
    """
    merged = [group[0] if len(group) == 1 else _merged(group, dateline) for group in _grouped(tellings)]
    confirmed, losses = _confirm(merged, confirmations, speeches)
    return tuple(_numbered(telling.event for telling in confirmed)), losses


def _grouped(tellings: Iterable[ResolvedEvent]) -> list[list[ResolvedEvent]]:
    """Tellings of the same event together, in order of first appearance.

    A telling is held against the events only that it has a tie to, so that a book takes time in step with its length.
    """
    groups: list[list[ResolvedEvent]] = []
    tied: defaultdict[Hashable, list[int]] = defaultdict(list)
    for telling in tellings:
        ties = set(_ties(telling.event))
        candidates = sorted({number for tie in ties for number in tied[tie]})
        fitting = (groups[number] for number in candidates)
        home = next((group for group in fitting if all(_same(telling.event, other.event) for other in group)), None)
        if home is None:
            for tie in ties:
                tied[tie].append(len(groups))
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def _ties(event: Event) -> Iterator[Hashable]:
    """What an event has in common with every one that may be the same: its type, and an actor or a place."""
    kind = event.type, event.label, event.modality
    for party in event.participants:
        yield kind, "party", _key(party.name)
        if party.canonical:
            yield kind, "canonical", party.canonical
        if party.actor_class in _COLLECTIVE:
            yield kind, "arm of", party.country
    for place in event.places:
        yield kind, "place", _key(place.name)
        if place.geonames_id is not None:
            yield kind, "geonames", place.geonames_id
    if event.evidence[0].start < OPENING:
        yield kind, "opening"


def same_actor(one: Participant, other: Participant) -> bool:
    """Whether two names stand for the same actor: by canonical name, by name, by state and arm, or as a compound."""
    if one.canonical and other.canonical:
        return one.canonical == other.canonical or _same_arm(one, other)
    same = _key(one.name) == _key(other.name) or _same_arm(one, other)
    return same or _is_compound(one, other) or _is_compound(other, one)


def same_place(one: Place, other: Place) -> bool:
    """Whether two names stand for the same place: by gazetteer entry, or by name and width."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return _key(one.name) == _key(other.name)


def main_event(events: Sequence[Event]) -> str | None:
    """Id of the event the article is about: the news told in most sentences, the earliest of equals."""
    news = [event for event in events if event.mode is Mode.EVENT and not event.background] or list(events)
    actual = [event for event in news if event.modality is not Modality.HYPOTHETICAL] or news
    best = max(actual, key=lambda event: (len(event.evidence), -event.evidence[0].start), default=None)
    return best.id if best else None


def _same_arm(one: Participant, other: Participant) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return one.actor_class in _COLLECTIVE and other.actor_class in _COLLECTIVE


def _is_compound(one: Participant, other: Participant) -> bool:
    """Whether one is named by a compound of the other's noun: "schoolgirls" and "the girls"; "women" are no "men"."""
    compound, noun = _key(one.name), _key(other.name)
    begins = compound.removesuffix(noun)
    compounded = noun in PEOPLE and begins.isalpha() and _SHORTEST_MODIFIER <= len(begins) < len(compound)
    classes = {one.actor_class, other.actor_class} - {None}
    return compounded and len(classes) < len((one, other))


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """A name without capitals and article; kept, because each is compared with many."""
    flat = " ".join(name.casefold().split())
    for determiner in _DETERMINERS:
        flat = flat.removeprefix(determiner)
    return flat


def _same(one: Event, other: Event) -> bool:
    """Whether two events of one type, label and modality, with an actor or a place in common, are the same one."""
    return _times_agree(one.time, other.time) and not _sides_contradict(one, other) and _tied(one, other)


def _times_agree(one: Time | None, other: Time | None) -> bool:
    if one is None or other is None:
        return True
    earliest = max(_first_day(one), _first_day(other))
    latest = min(one.latest or date.max, other.latest or date.max)
    return earliest <= latest


def _first_day(time: Time) -> date:
    """First day a time can be; what only the dateline dates is news, and so not older than news gets."""
    if time.earliest is not None:
        return time.earliest
    recent = time.basis is TimeBasis.PUBLICATION and time.latest is not None
    return time.latest - BACKGROUND_AFTER if recent and time.latest else date.min


def _sides_contradict(one: Event, other: Event) -> bool:
    """Whether there is a role in which both name somebody, but nobody in common."""

    def agree(role: Role) -> bool:
        ours = [party for party in one.participants if party.role is role]
        theirs = [party for party in other.participants if party.role is role]
        return any(same_actor(our, their) for our in ours for their in theirs)

    roles = {party.role for party in one.participants}.intersection(party.role for party in other.participants)
    return not all(map(agree, roles))


def _tied(one: Event, other: Event) -> bool:
    if _places_contradict(one, other):
        return False
    if (_is_bare_heading(one) or _is_bare_heading(other)) and _near(one, other):
        return True
    shared_place = any(
        same_place(here, there) and here.precision not in _WIDE for here in one.places for there in other.places
    )
    shared = _shared(one, other)
    complementary = {party.role for party in one.participants}.isdisjoint(party.role for party in other.participants)
    if shared_place and (shared or complementary):
        return True
    if not _near(one, other) or all(map(_is_anybody, shared)):
        return False
    return _is_point(one) or not (one.places or other.places)


def _is_bare_heading(event: Event) -> bool:
    """Whether a heading says no more than that it happened: what the lead tells of the same type is that."""
    first = event.evidence[0]
    heading = first.start < OPENING and first.text.rstrip('"”’)')[-1:].isalnum()
    dated = event.time is not None and event.time.basis is not TimeBasis.PUBLICATION
    return heading and not (event.participants or event.places or event.sources or dated)


def _shared(one: Event, other: Event) -> list[Participant]:
    """Those that take part in both, as each of the two has them."""
    pairs = [(our, their) for our in one.participants for their in other.participants if same_actor(our, their)]
    return [party for pair in pairs for party in pair]


def _is_anybody(party: Participant) -> bool:
    """Whether the words can be said of others too: "people", "gunmen"; not "the gunmen", nor "rebels", a side."""
    crowd = party.actor_class in _CROWDS or party.name.casefold().split()[-1] in PEOPLE
    return crowd and party.canonical is None and party.name.islower() and _DEFINITE.match(party.name) is None


def _places_contradict(one: Event, other: Event) -> bool:
    ours, theirs = [[place for place in event.places if not _is_described(place)] for event in (one, other)]
    narrow = [[place for place in places if place.precision in _NARROW] for places in (ours, theirs)]
    if all(narrow):
        return not any(same_place(here, there) for here in narrow[0] for there in narrow[1])
    return bool(ours and theirs) and not any(_may_hold(here, there) for here in ours for there in theirs)


def _is_described(place: Place) -> bool:
    """Whether the words describe a place that the text does not tie to a name."""
    return place.resolved is None and _DETERMINED.match(place.name) is not None


def _may_hold(one: Place, other: Place) -> bool:
    """Whether one place is the other, or can lie within it."""
    if same_place(one, other):
        return True
    if one.precision is other.precision:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    return not (one.admin1 and other.admin1 and one.admin1 != other.admin1)


def _is_point(event: Event) -> bool:
    """Something done and over, so that a wider place and a narrower one can be the same telling."""
    return event.mode is Mode.EVENT and event.type is not EventType.OFFENSIVE and event.modality is Modality.ACTUAL


def _near(one: Event, other: Event) -> bool:
    gap = max(other.evidence[0].start - one.evidence[-1].end, one.evidence[0].start - other.evidence[-1].end)
    return gap <= NEIGHBOURHOOD * max(len(one.evidence[-1].text), len(other.evidence[0].text))


def _merged(group: Sequence[ResolvedEvent], dateline: date | None) -> ResolvedEvent:
    fullest = sorted(group, key=lambda telling: -_fullness(telling.event))
    lead = fullest[0].event
    speeches = {speech.source.id: speech for telling in group for speech in telling.speeches}
    evidence = {span.start: span for telling in group for span in telling.event.evidence}
    event = lead.model_copy(
        update={
            "participants": _union_of_participants(telling.event for telling in fullest),
            "places": _union_of_places([telling.event for telling in fullest]),
            "time": min((telling.event.time for telling in fullest), key=_basis_rank),
            "sources": tuple(speeches),
            "description": "",
            "evidence": tuple(evidence[start] for start in sorted(evidence)),
            "confidence": _greatest(telling.event for telling in group),
        }
    )
    told_by = tuple(speeches.values())
    settled = {
        "id": event_id(event),
        "status": status_of(event.modality, event.participants, sources_of(told_by), None),
        "background": is_background(event.time, dateline),
    }
    return ResolvedEvent(event.model_copy(update=settled), told_by)


def _greatest(tellings: Iterable[Event | Participant | Place]) -> float | None:
    """Confidence in what is told several times: the greatest of those that are known.

    That one telling at least is right is as probable as the most probable of them, or more (the lower bound of
    Fréchet 1935). How much more depends on how far they fail apart, which sentences of one article, read by one model,
    hardly do: so nothing is added.
    """
    return max((telling.confidence for telling in tellings if telling.confidence is not None), default=None)


def _fullness(event: Event) -> int:
    dated = event.time is not None and event.time.basis is not TimeBasis.PUBLICATION
    narrow = any(place.precision in _NARROW for place in event.places)
    return 2 * len(event.participants) + 2 * narrow + bool(event.places) + dated


def _basis_rank(time: Time | None) -> int:
    return _ORDER_OF_BASIS[time.basis] if time else len(_ORDER_OF_BASIS)


def _union_of_participants(events: Iterable[Event]) -> tuple[Participant, ...]:
    tellings: list[list[Participant]] = []
    for event in events:
        for party in event.participants:
            same = (told for told in tellings if same_actor(party, told[0]) and party.role is told[0].role)
            _join(party, next(same, None), tellings)
    return tuple(told[0].model_copy(update={"confidence": _greatest(told)}) for told in tellings)


def _union_of_places(events: Sequence[Event]) -> tuple[Place, ...]:
    """Every place once, by its name if a telling has it: "the last rebel-held town" is the town that another names."""
    tellings: list[list[Place]] = []
    for event in events:
        for place in event.places:
            if not _is_unnamed_town(place):
                _join(place, _telling_of(place, tellings), tellings)
    for event in events:
        for place in filter(_is_unnamed_town, event.places):
            _join(place, _telling_of(_town_of_others(event, events) or place, tellings), tellings)
    kept = [told[0].model_copy(update={"confidence": _greatest(told)}) for told in tellings]
    return tuple(sorted(kept, key=lambda place: _ORDER_OF_PRECISION[place.precision]))


def _telling_of(place: Place, tellings: Iterable[list[Place]]) -> list[Place] | None:
    return next((told for told in tellings if same_place(place, told[0])), None)


def _is_unnamed_town(place: Place) -> bool:
    return place.resolved is None and _UNNAMED_TOWN.fullmatch(place.name) is not None


def _town_of_others(event: Event, events: Iterable[Event]) -> Place | None:
    """The one town that other tellings name, unless this one names a town itself."""
    others = [town for other in events if other is not event for town in _named_towns(other)]
    one = bool(others) and all(same_place(others[0], town) for town in others)
    return others[0] if one and not _named_towns(event) else None


def _named_towns(event: Event) -> list[Place]:
    return [place for place in event.places if place.precision is Precision.SETTLEMENT and place.resolved]


def _join(item: _TellingT, same: list[_TellingT] | None, tellings: list[list[_TellingT]]) -> None:
    """Put an item with those that tell the same; the first of them is the one that is kept."""
    if same is None:
        tellings.append([item])
    else:
        same.append(item)


def _confirm(
    tellings: Sequence[ResolvedEvent], confirmations: Sequence[FoundConfirmation], speeches: Sequence[Speech]
) -> tuple[list[ResolvedEvent], tuple[Loss, ...]]:
    events = list(tellings)
    losses: list[Loss] = []
    for found in confirmations:
        target = _target(events, found, speeches)
        if target is None:
            losses.append(
                Loss(
                    kind=LossKind.UNRESOLVED,
                    text=found.confirmation.span.text,
                    reason="a confirmation that belongs to no event of the record",
                    where=f"sentence {found.sentence}, confirmation",
                )
            )
            continue
        events[target] = _confirmed(events[target], _of_a_body(found))
    return events, tuple(losses)


def _confirmed(telling: ResolvedEvent, confirmation: Confirmation) -> ResolvedEvent:
    event = telling.event
    status = status_of(event.modality, event.participants, sources_of(telling.speeches), confirmation)
    update = {"confirmation": confirmation, "status": status}
    return ResolvedEvent(event.model_copy(update=update), telling.speeches)


def _of_a_body(found: FoundConfirmation) -> Confirmation:
    """The confirmation, without a name where no body is named."""
    if found.by_body:
        return found.confirmation
    return found.confirmation.model_copy(update={"by": None, "span": found.evidence})


def _target(events: Sequence[ResolvedEvent], found: FoundConfirmation, speeches: Sequence[Speech]) -> int | None:
    """The event that the words after "regarding" name, or what was claimed; else the news told last before.

    Who confirms "the release" confirms no abduction.
    """
    start = found.confirmation.span.start
    if _takes_up_a_claim(found) and not any(_tells_at(telling.event, start) for telling in events):
        return _claimed_before(start, events, speeches)
    before = [
        number
        for number, telling in enumerate(events)
        if telling.event.evidence[0].start <= start and telling.event.mode is Mode.EVENT
    ]
    if found.about is not None:
        named = {cue.type for cue in find_cues(found.about.text)}
        before = [number for number in before if events[number].event.type in named] or before
        if before and is_the_end(found.about.text) and events[before[-1]].event.type in ENDING:
            return None
    return before[-1] if before else None


def _takes_up_a_claim(found: FoundConfirmation) -> bool:
    """Whether what is confirmed or not is "the claim", "those reports"."""
    words = found.about.text.casefold().split() if found.about is not None else [""]
    return words[-1].removesuffix("s") in TAKING_UP


def _tells_at(event: Event, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in event.evidence)


def _claimed_before(offset: int, events: Sequence[ResolvedEvent], speeches: Sequence[Speech]) -> int | None:
    """The last event that the last to speak before an offset tells of; none where that is no event of the record."""
    spoke = (speech for speech in reversed(speeches) if speech.attribution.evidence[0].start < offset)
    claim = next((speech.source for speech in spoke if speech.source.stance in VOUCHING), None)
    told = [number for number, telling in enumerate(events) if claim and claim.id in telling.event.sources]
    return told[-1] if told else None


def _numbered(events: Iterable[Event]) -> Iterator[Event]:
    """Two different events with the same fields get ids that differ by a suffix."""
    taken: Counter[str] = Counter()
    for event in events:
        taken[event.id] += 1
        number = taken[event.id]
        yield event if number == 1 else event.model_copy(update={"id": f"{event.id}-{number}"})
