"""What the model may answer: reply types built for one sentence or one passage, and the draft they become.

Every value that can be chosen is a closed list in the reply's JSON schema, so that the server can only
write sentence numbers, event types and phrases that are there. A reply is read into `DraftEvent`s, which
say the same thing for both strategies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, cast

from summarize.article import Sentence
from summarize.codebook import CODEBOOK, Entry, Group
from summarize.record import EventType, Loss, LossKind, Role, Span, Usage
from summarize.shapes import TEXT, Answer, Shape, closed, either, list_of, one_named, one_of, or_null, reply_type

NO_EVENT = "none"
"""The type that says a sentence reports no event."""

UNANSWERED: Final = frozenset((LossKind.CALL_FAILED, LossKind.UNREACHED))
"""Losses of a question that got no answer."""

UNUSABLE: Final = UNANSWERED | {LossKind.REFUSED, LossKind.INVALID, LossKind.TRUNCATED}
"""Losses of a question that got no answer of use, or only a part of one."""

MOST_EVENTS = 40
"""Upper bound of events in one reply of the article strategy."""


class DraftParticipant(NamedTuple):
    """Somebody in a draft event.

    Attributes:
        role: What it does in the event.
        phrase: The words the model pointed at.
        confidence: Calibrated probability that it is in the event in this role, given the event; None for unknown.
    """

    role: Role
    phrase: str
    confidence: float | None = None


class DraftPlace(NamedTuple):
    """A place of a draft event.

    Attributes:
        phrase: The words the model pointed at.
        confidence: Calibrated probability that the event is placed there, given the event; None for unknown.
    """

    phrase: str
    confidence: float | None = None


@dataclass(frozen=True)
class DraftEvent:
    """One event as the model chose it, nothing checked yet.

    Attributes:
        sentence: Number of the sentence that reports it.
        type: Codebook type.
        label: Free label, for the type `other`.
        participants: Roles and phrases.
        places: Phrases, most specific first.
        confidence: Calibrated probability that the sentence reports an event of this type; None for unknown.
    """

    sentence: int
    type: EventType
    label: str | None = None
    participants: tuple[DraftParticipant, ...] = ()
    places: tuple[DraftPlace, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True)
class Draft:
    """What one question brought: events, what was lost, what it took."""

    events: tuple[DraftEvent, ...] = ()
    losses: tuple[Loss, ...] = ()
    usage: Usage = field(default_factory=Usage)

    def __add__(self, other: Draft) -> Draft:
        """What two questions brought together."""
        return Draft(self.events + other.events, self.losses + other.losses, self.usage + other.usage)


def placed(losses: Iterable[Loss], where: str) -> tuple[Loss, ...]:
    """Losses of an answer, with the sentence or passage it was asked about."""
    return tuple(loss.model_copy(update={"where": f"{where}, {loss.where}"}) for loss in losses)


@dataclass(frozen=True)
class Choices:
    """The closed lists of one sentence or passage.

    Attributes:
        types: Event types that can be chosen.
        who: Phrases that can act.
        whom: Phrases that can be acted on.
        where: Phrases that can be places.
        against: Phrases that the sentence puts after "against".
        together: Phrases that share the role of another one, as in "troops and their allies": second to
            first.
    """

    types: tuple[EventType, ...]
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    together: Mapping[str, str] = field(default_factory=dict)


class Reported(NamedTuple):
    """What a sentence attributes and dates, so that asking need not know how attributions and times are found.

    Attributes:
        speakers: Article offsets of the words that attribute; who stands in them only says or reports.
        content: Article offsets of what is said; empty when nothing of the sentence is attributed.
        dated: Whether the sentence names a time.
    """

    speakers: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()
    dated: bool = False


NOTHING_REPORTED = Reported()


_NO_EVENT = closed("NoEvent", {"type": one_of([NO_EVENT])})


def sentence_reply(choices: Choices) -> type[Answer]:
    """Reply type for one sentence: no event, or one event with its arguments.

    Args:
        choices: The sentence's closed lists.

    Returns:
        A type whose `event` is `{"type": "none"}` or `{"type", "who", "whom", "where"}`; an argument
        without candidates is left out of the schema altogether, so that it costs no tokens.
    """
    some = closed("OneEvent", {"type": one_of(kind.value for kind in choices.types), **_arguments(choices)})
    return reply_type("SentenceReply", {"event": either(_NO_EVENT, some)})


def _arguments(choices: Choices) -> dict[str, Shape]:
    arguments = {"who": choices.who, "whom": choices.whom, "where": choices.where}
    return {name: or_null(one_of(phrases)) for name, phrases in arguments.items() if phrases}


def read_sentence_reply(reply: Answer, sentence: int, choices: Choices) -> tuple[DraftEvent, ...]:
    """Events of a reply to `sentence_reply`; none or one.

    Args:
        reply: The validated reply.
        sentence: Number of the sentence it is about.
        choices: The lists it was chosen from; phrases tied by "and" get one role.
    """
    answer = cast("dict[str, Any]", reply.model_dump()["event"])
    if answer["type"] == NO_EVENT:
        return ()
    return (_chosen_event(EventType(answer["type"]), answer, sentence, choices),)


def _chosen_event(kind: EventType, answer: Mapping[str, Any], sentence: int, choices: Choices) -> DraftEvent:
    sides = _with_opponent(_sides(answer, CODEBOOK[kind]), CODEBOOK[kind], choices)
    participants = _with_companions(sides, choices)
    where = answer.get("where")
    places = (DraftPlace(where),) if where and where not in sides else ()
    return DraftEvent(sentence, kind, participants=participants, places=places)


def _sides(answer: Mapping[str, Any], entry: Entry) -> dict[str, Role]:
    """Role of each phrase chosen; a phrase chosen twice keeps its first role."""
    chosen: dict[str, Role] = {}
    for key, role in (("who", entry.who), ("whom", entry.whom)):
        phrase = answer.get(key)
        if phrase is not None:
            chosen.setdefault(phrase, role)
    return chosen


def _with_opponent(chosen: dict[str, Role], entry: Entry, choices: Choices) -> dict[str, Role]:
    """Who alone stands after "against" in an armed event is who it was done to, if the model named nobody."""
    vacant = not any(phrase in choices.whom and role is entry.whom for phrase, role in chosen.items())
    if entry.group is Group.ARMED_CONFLICT and vacant and len(choices.against) == 1:
        return chosen | {choices.against[0]: entry.whom}
    return chosen


def _with_companions(chosen: Mapping[str, Role], choices: Choices) -> tuple[DraftParticipant, ...]:
    """Participants with whoever "and" ties to them, in the role of the one named first."""
    roles = dict(chosen)
    for second, first in choices.together.items():
        if first in roles:
            roles[second] = roles[first]
    return tuple(DraftParticipant(role, phrase) for phrase, role in roles.items())


def passage_reply(sentences: Sequence[int], choices: Choices) -> type[Answer]:
    """Reply type for a passage: a list of events that name sentence numbers and candidate phrases.

    Args:
        sentences: Numbers of the sentences that may be reported.
        choices: The passage's closed lists; phrases of all roles are one list, so that it stands in the
            schema once.
    """
    phrases = tuple(dict.fromkeys((*choices.who, *choices.whom)))
    fields = {"sentence": one_of(sentences), "type": one_named("Type", choices.types), "label": or_null(TEXT)}
    if phrases:
        party = closed("Party", {"role": _PARTY_ROLE, "phrase": one_named("Phrase", phrases)})
        fields["participants"] = list_of(party)
    if choices.where:
        fields["places"] = list_of(one_named("PlaceName", choices.where))
    return reply_type("PassageReply", {"events": list_of(closed("PassageEvent", fields), most=MOST_EVENTS)})


_PARTY_ROLE = one_named("PartyRole", Role)


def read_passage_reply(reply: Answer) -> tuple[DraftEvent, ...]:
    """Events of a reply to `passage_reply`, in its order."""
    return tuple(_passage_event(item) for item in reply.model_dump(mode="json")["events"])


def _passage_event(item: dict[str, Any]) -> DraftEvent:
    participants = tuple(
        DraftParticipant(Role(party["role"]), party["phrase"]) for party in item.get("participants", ())
    )
    return DraftEvent(
        sentence=item["sentence"],
        type=EventType(item["type"]),
        label=item["label"],
        participants=tuple(dict.fromkeys(participants)),
        places=tuple(map(DraftPlace, dict.fromkeys(item.get("places", ())))),
    )


class GroundedParticipant(NamedTuple):
    """Somebody in a grounded event; the confidence is that of `DraftParticipant`."""

    role: Role
    span: Span
    confidence: float | None = None


class GroundedPlace(NamedTuple):
    """A place of a grounded event; the confidence is that of `DraftPlace`."""

    span: Span
    confidence: float | None = None


@dataclass(frozen=True)
class GroundedEvent:
    """A draft event whose every phrase was found in its sentence.

    Attributes:
        sentence: The sentence that reports it.
        anchor: Article offsets of the words that announce it; the whole sentence when no cue does.
        type: Codebook type.
        label: Free label, for the type `other`.
        participants: Role and words of each participant.
        places: Words of each place, most specific first.
        confidence: That of `DraftEvent`.
    """

    sentence: Sentence
    anchor: tuple[int, int]
    type: EventType
    label: str | None = None
    participants: tuple[GroundedParticipant, ...] = ()
    places: tuple[GroundedPlace, ...] = ()
    confidence: float | None = None
