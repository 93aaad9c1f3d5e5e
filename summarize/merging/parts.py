"""What is told as an event of its own but is one with what is told beside it: its deaths, or its second name.

A strike and the deaths it caused are one event: "A bomb went off in Darin. At least 12 people were killed." So is an
act whose weapon is told with who used it: "jets fired missiles at Darin" is an air strike and no shelling. Whoever was
killed by somebody else, elsewhere, at another time or in another way is an event of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from summarize.codebook import PRECEDENCE
from summarize.lexicon.cues import Cue, cues_of
from summarize.merging.alike import same_actor, same_place
from summarize.merging.sameness import REMOTE, sides_are_changed, sides_contradict, times_agree
from summarize.record import Event, EventType, Loss, LossKind, Modality, Role
from summarize.resolving.event import ResolvedEvent

_DEADLY = (EventType.CHEMICAL_ATTACK, EventType.BATTLE, *REMOTE)
_NEXT = 4
"""Characters of white space at most between a sentence and the next."""
_HARM = re.compile(r"(?:casualties|dead|deaths?|died|injur\w+|killed|killing|victims?|wound\w*)", re.IGNORECASE)
_DOER = re.compile(r"gunm[ae]n", re.IGNORECASE)
"""A word for somebody, who need not have done it: "clashes between police and gunmen"."""
_ACT = r"(?:attack|blast|bombing|bombardment|clash(?:es)?|explosion|fighting|raid|shelling|shooting|strike)s?"
_DONE_BY_SOMEBODY = re.compile(
    r"\bby\b|(?<!\bbe\s)(?<!\bbeen\s)(?<!\bbeing\s)(?<!\bwas\s)(?<!\bwere\s)\b(?:kill|wound|injur)(?:ed|ing)\s+"
    r"(?!(?:after|and|as|at|during|in|inside|near|on|or|outside|since|there|when|while)\b)\w",
    re.IGNORECASE,
)
"""What has a doer: "by gunmen", "killed a mayor"; not "were killed", nor "12 killed in"."""
_IT_BROUGHT = re.compile(
    rf"\A(?:it|(?:the|this)\s+(?:\w+\s+){{0,2}}{_ACT})\s+(?:also\s+)?(?:killed|left|wounded|injured)\b", re.IGNORECASE
)
"""The cause of which the sentence before told, as the doer."""
_ANOTHER = re.compile(
    rf"\b(?:conflict|elsewhere|insurgency|separate(?:ly)?|uprising|war|in\s+an?)\b|\b(?:an?|another|other|second)\s+(?:\w+\s+){{0,3}}{_ACT}\b"
    r"|\b(?:since|so\s+far|this\s+(?:year|month|week)|(?:in|over)\s+(?:the\s+)?(?:past|last|recent)|a\s+total\s+of)\b",
    re.IGNORECASE,
)
"""What makes deaths those of something else, or of more than one act: "400 have been killed this year"."""
_JOINING = re.compile(
    r";|\b(?:after|and|as|before|but|or|than|then|when|where|while)\b(?!\s+(?:injur|kill|left|wound)\w*)"
    r"|\b(?:anniversary|avenge|mourn|reprisal|response|retaliat|reveng)\w*|\bthe\s+killing\b",
    re.IGNORECASE,
)
"""What stands between two acts rather than between two words for one."""
_CAUSED = re.compile(
    r"(?<!\bday )(?<!\bdays )(?<!\bweek )(?<!\bweeks )(?<!\bmonth )(?<!\bmonths )(?<!\bhours )(?<!\byears )\bafter\b"
    r"|\b(?:as|when|where)\b",
    re.IGNORECASE,
)
"""What may join deaths to what caused them: "killed when a bomb went off"."""


def hosts_of(tellings: Sequence[ResolvedEvent]) -> Mapping[int, int]:
    """For each telling that is one with another that is told beside it: the number of that other."""
    events = [telling.event for telling in tellings]
    hosts: dict[int, int] = {}
    beside = _beside(events)
    for number in sorted(range(len(events)), key=lambda number: (_start(events[number]), _rank(events[number]))):
        fitting = (host for host in beside(number, hosts) if _is_part(events[number], events[host]))
        if (host := next(fitting, None)) is not None:
            hosts[number] = host
    return hosts


def as_part(telling: ResolvedEvent, host: ResolvedEvent) -> tuple[ResolvedEvent, Loss]:
    """A telling as one of its host, and what it was told as.

    How sure the reading as another event was says nothing of the host.
    """
    event = telling.event
    update = {"type": host.event.type, "mode": host.event.mode, "confidence": None}
    loss = Loss(
        kind=LossKind.REPAIRED,
        text=event.evidence[0].text,
        reason=f"read as {event.type}, but told beside {host.event.type} as part of it: kept as one event",
        where="type",
    )
    return ResolvedEvent(event.model_copy(update=update), telling.speeches), loss


def _start(event: Event) -> int:
    return event.evidence[0].start


def _rank(event: Event) -> int:
    return PRECEDENCE.index(event.type) if event.type in PRECEDENCE else len(PRECEDENCE)


def _beside(events: Sequence[Event]) -> Callable[[int, Mapping[int, int]], Iterator[int]]:
    """What gives the events that one may be part of: of its sentence by precedence, then of the sentence before."""
    told: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(events)), key=lambda number: _rank(events[number])):
        told[_start(events[number])].append(number)
    previous = {after: before for before, after in pairwise(sorted(told))}

    def candidates(number: int, hosts: Mapping[int, int]) -> Iterator[int]:
        start = _start(events[number])
        yield from (other for other in told[start] if other != number and other not in hosts)
        before = told[previous[start]] if start in previous else []
        deadly = {hosts.get(other, other) for other in before if start - events[other].evidence[0].end <= _NEXT}
        deadly = {other for other in deadly if events[other].type in _DEADLY}
        if len(deadly) == 1:
            yield from deadly

    return candidates


def _is_part(event: Event, host: Event) -> bool:
    return _is_same_act(event, host) or _is_toll(event, host)


def _is_same_act(event: Event, host: Event) -> bool:
    """Whether two remote types are words for one act: "[jets] fired [missiles]", not "[shelling] and [air strikes]"."""
    types = event.type in REMOTE and host.type in REMOTE and _rank(event) > _rank(host)
    if not types or _start(event) != _start(host) or event.modality is not host.modality:
        return False
    days = [one.time.edtf if one.time else None for one in (event, host)]
    if days[0] != days[1] or not _lies_within(event, host) or sides_contradict(event, host):
        return False
    text = event.evidence[0].text
    names = list(cues_of(text, host.type))
    return bool(names) and all(
        any(not _JOINING.search(_between(one, other, text)) for other in names) for one in cues_of(text, event.type)
    )


def _is_toll(event: Event, host: Event) -> bool:
    """Whether deaths told as an attack on civilians are what a strike, a blast or a clash brought."""
    if event.type is not EventType.ATTACK_ON_CIVILIANS or host.type not in _DEADLY:
        return False
    actual = event.modality is Modality.ACTUAL and host.modality is Modality.ACTUAL
    if not actual or not _lies_within(event, host) or not times_agree(event.time, host.time):
        return False
    if sides_are_changed(host, event):
        return False
    return _is_toll_here(event, host) if _start(event) == _start(host) else _is_toll_behind(event, host)


def _is_toll_here(event: Event, host: Event) -> bool:
    """Whether the deaths of a sentence belong to the act that it tells: "[killed] in [clashes]"."""
    text = event.evidence[0].text
    harm = [cue for cue in cues_of(text, event.type) if not _DOER.fullmatch(cue.text)]
    acts = [cue for cue in cues_of(text, host.type) if not _HARM.fullmatch(cue.text)]
    if not all(_HARM.fullmatch(cue.text) for cue in harm) or not _is_done_by_host(event, host):
        return False
    pairs = [(one, act) for one in harm for act in acts]
    nearest = min(pairs, key=lambda pair: max(one.start for one in pair) - min(one.end for one in pair), default=None)
    if nearest is None:
        return False
    between = _between(*nearest, text)
    one, act = nearest
    return not _JOINING.search(_CAUSED.sub("", between) if one.start < act.start else between)


def _is_toll_behind(event: Event, host: Event) -> bool:
    """Whether a sentence tells who was hurt, by nobody and in nothing else: "At least 12 people were killed"."""
    text = _IT_BROUGHT.sub("died", event.evidence[0].text, count=1)
    if any(party.role is Role.ACTOR for party in event.participants):
        return False
    if _ANOTHER.search(text) or _DONE_BY_SOMEBODY.search(text):
        return False
    harm = [cue.text for cue in cues_of(text, event.type)]
    others = (kind for kind in _DEADLY if kind is not host.type)
    if any(not cue.general for kind in others for cue in cues_of(text, kind)):
        return False
    return bool(harm) and all(map(_HARM.fullmatch, harm))


def _lies_within(event: Event, host: Event) -> bool:
    return all(any(same_place(here, there) for there in host.places) for here in event.places)


def _is_done_by_host(event: Event, host: Event) -> bool:
    doing = [party for party in event.participants if party.role is Role.ACTOR]
    return all(any(same_actor(party, other) for other in host.participants) for party in doing)


def _between(one: Cue, other: Cue, text: str) -> str:
    """The words between two cues, and the later cue."""
    return text[min(one.end, other.end) : max(one.end, other.end)]
