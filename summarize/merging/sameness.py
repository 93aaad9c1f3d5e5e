"""Whether two tellings are of the same event.

They are when their types and modalities agree, nothing in them contradicts, and something ties them together.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from summarize.lexicon.cues import cues_of
from summarize.merging.alike import COLLECTIVE, is_anybody, key, same_actor, same_place
from summarize.record import Event, EventType, Modality, Mode, Participant, Place, Precision, Role, Time, TimeBasis
from summarize.resolving.event import BACKGROUND_AFTER

NEIGHBOURHOOD = 2
"""Sentences that may lie between two tellings tied only by who takes part."""
OPENING = 300
"""Characters from the start of an article in which its heading and its lead tell the same news."""
NARROW = (Precision.SITE, Precision.SETTLEMENT, Precision.NEAR_SETTLEMENT)
REMOTE = (EventType.AIR_STRIKE, EventType.SHELLING, EventType.BOMBING)
"""Types of attacks from afar."""
_WIDE = (Precision.REGION_FUZZY, Precision.COUNTRY, Precision.INTERNATIONAL)
"""Places so wide that two events in them need not be the same one."""
_DOING = (Role.ACTOR, Role.SUPPORTER)
_SUFFERING = (Role.RECIPIENT, Role.AFFECTED)
_AGAIN = re.compile(
    r"(?:the|this|these|those)\s+"
    r"(?:(?!(?:earlier|final|first|last|latest|new|next|other|previous|second|separate|third)\b)[\w’'-]+\s+){0,2}?"
    r"((?:air ?)?(?:abduction|ambush|assault|attack|battle|blast|bombardment|bombing|clash|demonstration|explosion"
    r"|fighting|kidnapping|killing|march|massacre|protest|raid|rally|riot|shelling|shooting|strike)(?:e?s)?)"
    r"(?!\s+(?:against|at|between|by|in|inside|near|of|on|outside|targeting|that)\b|-|\s+\w+(?:ers?|men)\b)",
    re.IGNORECASE,
)
"""An act that is spoken of again at the beginning of a sentence."""
_ATTACK = re.compile(r"(?:assault|attack|raid)s?", re.IGNORECASE)
"""What a strike, shelling or bombing is called too when it is spoken of again."""
_DETERMINED = re.compile(r"(?:the|a|an|this|that|its|their|several|some)\b", re.IGNORECASE)


def kind_of(event: Event) -> Hashable:
    """What tellings of one event have in common at least."""
    return event.type, event.label, event.modality


def ties(event: Event) -> Iterator[Hashable]:
    """What an event has in common with every one that may be the same: its type, and an actor or a place."""
    kind = kind_of(event)
    for party in event.participants:
        yield kind, "party", key(party.name)
        if party.canonical:
            yield kind, "canonical", party.canonical
        if party.actor_class in COLLECTIVE:
            yield kind, "arm of", party.country
    for place in event.places:
        yield kind, "place", key(place.name)
        if place.geonames_id is not None:
            yield kind, "geonames", place.geonames_id
    if event.evidence[0].start < OPENING:
        yield kind, "opening"


def is_same(one: Event, other: Event) -> bool:
    """Whether two events of one type, label and modality that share a tie or a word for it are the same one."""
    return times_agree(one.time, other.time) and not sides_contradict(one, other) and _tied(one, other)


def times_agree(one: Time | None, other: Time | None) -> bool:
    """Whether two times can be the same day; one that nothing is known of agrees with any."""
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


def sides_contradict(one: Event, other: Event) -> bool:
    """Whether in some role both name somebody but nobody in common, or who does it in one is hit in the other."""
    roles = {party.role for party in one.participants}.intersection(party.role for party in other.participants)
    agree = all(any(_is_among(our, other, (role,)) for our in _in_roles(one, (role,))) for role in roles)
    return not agree or sides_are_changed(one, other) or sides_are_changed(other, one)


def sides_are_changed(one: Event, other: Event) -> bool:
    """Whether somebody on the doing side of one is only on the suffering side of the other.

    "The army attacked Darin" and "the army was attacked" are two events; not so where two only stand for each other,
    as arms of one state do, and one telling has both: "police shot a mayor", "the mayor was shot".
    """
    doing = (party for party in _in_roles(one, _DOING) if not _is_among(party, other, _DOING))
    suffering = [party for party in _in_roles(other, _SUFFERING) if not _is_among(party, one, _SUFFERING)]
    return any(same_actor(our, their) for our in doing for their in suffering)


def _in_roles(event: Event, roles: Sequence[Role]) -> list[Participant]:
    return [party for party in event.participants if party.role in roles]


def _is_among(party: Participant, event: Event, roles: Sequence[Role]) -> bool:
    return any(same_actor(party, other) for other in _in_roles(event, roles))


def _tied(one: Event, other: Event) -> bool:
    if _takes_up(one, other) or _takes_up(other, one):
        return True
    if _places_contradict(one.places, other.places):
        return False
    if (_is_bare_heading(one) or _is_bare_heading(other)) and _is_near(one, other):
        return True
    shared_place = any(
        same_place(here, there) and here.precision not in _WIDE for here in one.places for there in other.places
    )
    shared = _shared(one, other)
    complementary = {party.role for party in one.participants}.isdisjoint(party.role for party in other.participants)
    if shared_place and (shared or complementary):
        return True
    if not _is_near(one, other) or all(map(is_anybody, shared)):
        return False
    return _is_point(one) or not (one.places or other.places)


def _takes_up(later: Event, earlier: Event) -> bool:
    """Whether a telling speaks again of an act told right before: "An explosion … . The explosion went off".

    Two sites can be one: a district, and what stands in it. Two towns cannot.
    """
    if later.evidence[0].start <= earlier.evidence[0].start or not (_is_point(later) and speaks_again(later)):
        return False
    wider = [[place for place in event.places if not _is_site(place)] for event in (earlier, later)]
    return _is_near(earlier, later) and not _places_contradict(*wider)


def speaks_again(event: Event) -> bool:
    """Whether a telling begins with a definite noun for its act, and nothing says which: "The explosion went off"."""
    text = event.evidence[0].text
    act = _AGAIN.match(text)
    if act is None:
        return False
    named = any(act.start(1) <= cue.start < act.end(1) for cue in cues_of(text, event.type))
    return named or (event.type in REMOTE and _ATTACK.fullmatch(act[1]) is not None)


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


def _places_contradict(here: Sequence[Place], there: Sequence[Place]) -> bool:
    ours, theirs = [[place for place in places if not _is_described(place)] for places in (here, there)]
    narrow = [[place for place in places if place.precision in NARROW] for places in (ours, theirs)]
    if all(narrow):
        return not any(same_place(our, their) for our in narrow[0] for their in narrow[1])
    return bool(ours and theirs) and not any(_may_hold(our, their) for our in ours for their in theirs)


def _is_described(place: Place) -> bool:
    """Whether the words describe a place that the text does not tie to a name."""
    return place.resolved is None and _DETERMINED.match(place.name) is not None


def _is_site(place: Place) -> bool:
    """Whether a place lies within a town: "in front of a theatre"."""
    return place.precision is Precision.SITE or (place.resolved is None and place.name.islower())


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


def _is_near(one: Event, other: Event) -> bool:
    """Whether no more than `NEIGHBOURHOOD` sentences, as long as the longer of the two, lie between two tellings."""
    gap = max(other.evidence[0].start - one.evidence[-1].end, one.evidence[0].start - other.evidence[-1].end)
    return gap <= NEIGHBOURHOOD * max(len(one.evidence[-1].text), len(other.evidence[0].text))
