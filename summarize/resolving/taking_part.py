"""Who takes part in an event, in a role that the words allow: what was chosen is repaired where they settle it.

Each rule reads the words around a participant and nothing else; where they leave it open, what was chosen stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from summarize.article import Sentence
from summarize.codebook import CODEBOOK, Group
from summarize.lexicon.grammar import AUXILIARIES, BE, CONJUNCTIONS, DETERMINERS, IRREGULAR_PASTS, PREPOSITIONS
from summarize.lexicon.roles import HEAD_CLASS
from summarize.lexicon.verbs import FREED, HAVE, IRREGULAR, may_be_past
from summarize.lexicon.words import ADVERBS, QUANTIFIERS
from summarize.record import ActorClass, EventType, Loss, LossKind, Modality, Participant, Role
from summarize.resolving.denials import disowns

_AIRCRAFT = frozenset(("jets", "warplanes", "aircraft", "planes", "bombers", "helicopters", "drones", "gunships"))
_ANYBODY = frozenset(("individuals", "people", "person", "persons"))
_NOBODY_KNOWN = frozenset(("armed", "hooded", "masked", "unidentified", "unknown"))
_INSTITUTIONS = (ActorClass.MEDIA, ActorClass.IGO, ActorClass.GOVERNMENT, ActorClass.STATE_FORCES)
_CROWDS = (ActorClass.PROTESTERS, ActorClass.RIOTERS, ActorClass.CIVILIANS)
_WORD = r"[\w’'-]+"
_AGENT = re.compile(rf"\bby\s+((?:{_WORD}\s+)*)$")
_NONE = re.compile(
    rf"\b(?:no|none\s+of|neither|nor)\s+(?:(?!longer\b|less\b|more\b|fewer\b){_WORD}\s+){{0,2}}$", re.IGNORECASE
)
_UNCLAIMED = re.compile(
    rf"\s+(?:has|have|had|did)(?:\s+not|n['’]t)\s+(?:{_WORD}\s+)?(?:accept|admit|claim|comment|take)(?:ed|en|ted)?\b"
)
_OFFICIAL = (ActorClass.STATE_FORCES, ActorClass.GOVERNMENT, ActorClass.PEACEKEEPERS)
_HAVING = rf"\s+(?:(?:has|have|had|{_WORD}ly|also)\s+)*"
_FREED = re.compile(rf"{_HAVING}(?:{'|'.join(sorted(FREED))})\b")
_LIFTED = re.compile(rf"{_HAVING}(?:eas|end|lift|relax|reopen)(?:ed|es|s)\b")
_ACCUSED = re.compile(rf"\b(?:accus(?:e[ds]?|ing)|blam(?:e[ds]?|ing))\s+(?:{_WORD}\s+){{0,2}}$")
_OF_DOING_IT = re.compile(
    rf"\s+(?:of|for)\s+(?:\w+ly\s+)?(?:(?:carrying\s+out|committing|conducting|launching|staging)\s+)?"
    rf"(?:(?:an?|the|{_WORD}['’]s?)\s+)?(?:(?!\w+ing\b){_WORD}\s+){{0,2}}"
)
"""What stands between who is accused and the deed: "of shelling", "of carrying out a deadly raid", "for the raid"."""
_BETWEEN = re.compile(rf"\bbetween\s+(?:(?!(?:who|which|that|in|on|at|near)\b){_WORD}\s+){{0,6}}$")
_AND = re.compile(r"\band\s+(?:(?:\w+ly\s+)?\w+(?:ed|s)\b|$)")
"""A second verb: "ended the rally and imposed a curfew"."""
_LONGEST_ADJUNCT = 3
"""Words back in which a preposition makes something else the subject: "a convoy of army troops was hit"."""
_NOT_IN_AN_AGENT = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_BEFORE_A_VERB = HAVE | ADVERBS
_OPENS_AN_OBJECT = DETERMINERS | QUANTIFIERS
_NAMES = re.compile(r"[\s,]*(?:(?:and|or)\b|[A-Z][\w’'.-]*|[\s,])*")


class _Told(NamedTuple):
    """The event as far as the rules ask.

    Attributes:
        kind: Its type.
        modality: Its standing.
        text: Its sentence.
        anchor: Offsets in it of the words that announce the event; the whole where none do.
    """

    kind: EventType
    modality: Modality
    text: str
    anchor: tuple[int, int]

    @property
    def verb(self) -> str:
        """The words that announce it."""
        return self.text[self.anchor[0] : self.anchor[1]]


class _Placed(NamedTuple):
    """A participant with the words around it.

    Attributes:
        person: The participant.
        before, after: The sentence up to it and behind it.
        to_event: The words from it to those that announce the event; None where they stand before it.
    """

    person: Participant
    before: str
    after: str
    to_event: str | None


class _Change(NamedTuple):
    """What becomes of a participant: the fields that change, None to leave it out, and why, if it is a repair."""

    update: Mapping[str, Role | ActorClass] | None
    why: str = ""


def fitting(
    participants: Sequence[Participant],
    kind: EventType,
    sentence: Sentence,
    anchor: tuple[int, int],
    modality: Modality,
) -> tuple[tuple[Participant, ...], tuple[Loss, ...]]:
    """Participants in roles they can have.

    Civilians do not carry out armed violence: who is named as doing it is who it was done to, unless they are "unknown
    persons", whom ACLED codes as an unidentified armed group, or the words say that they did. Aircraft are what
    strikes from the air, not what is struck. Institutions are not displaced or in need.

    Args:
        participants: Who was chosen, in what role.
        kind: Type of the event.
        sentence: Its sentence.
        anchor: Article offsets of the words that announce it.
        modality: Its standing: of what did not happen, nobody is who did not do it.

    Returns:
        Who stays, and a loss for each that was changed or left out.
    """
    told = _Told(kind, modality, sentence.text, (anchor[0] - sentence.start, anchor[1] - sentence.start))
    kept: list[Participant] = []
    losses: list[Loss] = []
    for person in participants:
        change = _changed(person, told, sentence.start)
        if change.update is not None:
            kept.append(person.model_copy(update=dict(change.update)) if change.update else person)
        if change.why:
            reason = f"chosen as {person.role} of {kind}, but {change.why}"
            where = f"sentence {sentence.number}, {kind} participants"
            losses.append(Loss(kind=LossKind.REPAIRED, text=person.name, reason=reason, where=where))
    return tuple(kept), tuple(losses)


_AS_CHOSEN = _Change({})


def _changed(person: Participant, told: _Told, offset: int) -> _Change:
    start, end = person.span.start - offset, person.span.end - offset
    to_event = told.text[end : told.anchor[0]] if end <= told.anchor[0] else None
    placed = _Placed(person, told.text[:start], told.text[end:], to_event)
    for rule in _RULES:
        change = rule(placed, told)
        if change is not None:
            return change
    return _AS_CHOSEN


def _nobody(placed: _Placed, told: _Told) -> _Change | None:
    """Who is named as not having done or claimed it: "no group has claimed it", "the militia has not claimed it"."""
    if told.modality is Modality.DENIED:
        return None
    unclaimed = placed.person.role is Role.ACTOR and _UNCLAIMED.match(placed.after)
    if unclaimed or _NONE.search(placed.before):
        return _Change(None, "the text says so of nobody: left out")
    return None


def _accused(placed: _Placed, told: _Told) -> _Change | None:
    """Who is accused of it is who did it, if anybody: "accused the army of shelling the town"."""
    if placed.person.role is not Role.RECIPIENT or CODEBOOK[told.kind].who is not Role.ACTOR or not placed.to_event:
        return None
    if told.kind is EventType.VERBAL_CONFLICT or not _ACCUSED.search(placed.before):
        return None
    if _OF_DOING_IT.fullmatch(placed.to_event):
        return _Change({"role": Role.ACTOR}, "this is who is accused of it: kept as actor")
    return None


def _disowning(placed: _Placed, told: _Told) -> _Change | None:
    """Whose deed it was not, or may not have been, is not told to have done it: "denied being behind the raid"."""
    if told.modality is Modality.DENIED or placed.person.role is not Role.ACTOR or placed.to_event is None:
        return None
    if not disowns(placed.to_event, before=placed.before):
        return None
    return _Change(None, "the text has it that this was not, or may not have been, their deed: left out")


def _undergoing(placed: _Placed, told: _Told) -> _Change | None:
    """The subject of a passive, and its apposition: "two journalists, Anna Berg and Jo Lind, were abducted"."""
    done_to = _is_violent(told.kind) or told.kind is EventType.DETENTION
    if not done_to or placed.person.role is not Role.ACTOR or not placed.to_event:
        return None
    if not PREPOSITIONS.isdisjoint(placed.before.casefold().split()[-_LONGEST_ADJUNCT:]):
        return None
    *auxiliaries, verb = f"{_NAMES.sub('', placed.to_event, count=1)} {told.verb}".casefold().split()
    if not _is_passive(auxiliaries, verb):
        return None
    return _Change({"role": Role.RECIPIENT}, "this is whom it was done to: kept as recipient")


def _is_passive(group: Sequence[str], verb: str) -> bool:
    """Whether the words before a verb are a form of "be" and what may stand beside it, and the verb is a participle."""
    words = [word for word in group if word not in ADVERBS and not word.endswith("ly")]
    return bool(words) and words[-1] in BE and may_be_past(verb) and AUXILIARIES.issuperset(words)


def _freeing(placed: _Placed, told: _Told) -> _Change | None:
    """Forces of a state that free hostages did not take them: "the army freed 20 hostages"."""
    if told.kind is not EventType.ABDUCTION or placed.person.actor_class not in _OFFICIAL:
        return None
    return _Change(None, "this is who freed them: left out") if _does(_FREED, placed) else None


def _lifting(placed: _Placed, told: _Told) -> _Change | None:
    """Who ends a restriction need not be who imposed it: "the army lifted the siege", "the road was reopened by"."""
    if told.kind is not EventType.RESTRICTION or (placed.to_event and _AND.search(placed.to_event)):
        return None
    return _Change(None, "this is who ended it: left out") if _does(_LIFTED, placed) else None


def _does(verb: re.Pattern[str], placed: _Placed) -> bool:
    """Whether who is chosen as actor is the subject or the agent of a verb."""
    if placed.person.role is not Role.ACTOR:
        return False
    return bool(verb.match(placed.after) or (verb.search(placed.before) and _is_agent(placed.before)))


def _opposed(placed: _Placed, told: _Told) -> _Change | None:
    """Whoever clashes is a side, armed or not: "clashes between farmers and herders"."""
    between = _BETWEEN.search(placed.before) if CODEBOOK[told.kind].who is Role.PARTICIPANT else None
    if between is None or any(map(_is_verb, between.group().split()[1:])):
        return None
    return _Change({"role": Role.PARTICIPANT})


def _unarmed(placed: _Placed, told: _Told) -> _Change | None:
    person = placed.person
    acting = person.role in (Role.ACTOR, Role.PARTICIPANT)
    if not acting or person.actor_class is not ActorClass.CIVILIANS or not _is_violent(told.kind):
        return None
    if _is_nobody_known(person.name):
        return _Change({"actor_class": ActorClass.UNIDENTIFIED_ARMED})
    if _is_agent(placed.before) or _acts(placed, told):
        return _Change({})
    return _Change({"role": Role.RECIPIENT}, "these are civilians: kept as recipient")


def _is_violent(kind: EventType) -> bool:
    return CODEBOOK[kind].group in (Group.ARMED_CONFLICT, Group.CIVILIAN_TARGETING)


def _is_nobody_known(name: str) -> bool:
    words = name.casefold().split()
    return words[-1] in _ANYBODY and not _NOBODY_KNOWN.isdisjoint(words[:-1])


def _is_agent(before: str) -> bool:
    """Whether the words stand in a phrase with "by" and nothing but nouns: "killed by troops or settlers"."""
    found = _AGENT.search(before)
    if found is None:
        return False
    words = found[1].casefold().split()
    return _NOT_IN_AN_AGENT.isdisjoint(words) and not any(map(_is_verb, words))


def _acts(placed: _Placed, told: _Told) -> bool:
    """Whether they are the subject of the event's own verb, and somebody its object: "settlers attacked a village"."""
    if placed.to_event is None or not _BEFORE_A_VERB.issuperset(placed.to_event.casefold().split()):
        return False
    verb = told.verb.casefold()
    behind = told.text[told.anchor[1] :].casefold().split()[:1]
    return (verb.endswith("ed") or verb in IRREGULAR_PASTS) and not _OPENS_AN_OBJECT.isdisjoint(behind)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in IRREGULAR


def _aircraft(placed: _Placed, told: _Told) -> _Change | None:
    struck = told.kind in (EventType.AIR_STRIKE, EventType.SHELLING) and placed.person.role is Role.RECIPIENT
    if struck and placed.person.name.casefold().split()[-1] in _AIRCRAFT:
        return _Change({"role": Role.ACTOR}, "these are aircraft: kept as actor")
    return None


def _institution(placed: _Placed, _: _Told) -> _Change | None:
    if placed.person.role is Role.AFFECTED and placed.person.actor_class in _INSTITUTIONS:
        return _Change(None, "this is an institution: left out")
    return None


def _policing(placed: _Placed, told: _Told) -> _Change | None:
    """Forces that stand against a crowd take no part in its protest: "police fired tear gas at protesters"."""
    if told.kind not in (EventType.PROTEST, EventType.RIOT) or placed.person.role is not Role.ACTOR:
        return None
    if placed.person.actor_class is not ActorClass.STATE_FORCES or _is_agent(placed.before):
        return None
    words = None if placed.to_event is None else placed.to_event.casefold().split()
    joins = words is not None and PREPOSITIONS.isdisjoint(words) and not any(map(_is_verb, words))
    around = re.findall(r"\w+", f"{placed.before} {placed.after}".casefold())
    crowd = any(word in ("crowd", "crowds") or HEAD_CLASS.get(word) in _CROWDS for word in around)
    crowd = crowd or placed.person.name.casefold().endswith("riot police")
    if joins or not crowd:
        return None
    if told.kind is EventType.RIOT:
        return _Change({"role": Role.RECIPIENT}, "these are forces against a crowd: kept as recipient")
    return _Change(None, "these are forces against a crowd: left out")


_RULES: tuple[Callable[[_Placed, _Told], _Change | None], ...] = (
    _nobody,
    _accused,
    _disowning,
    _undergoing,
    _freeing,
    _lifting,
    _opposed,
    _unarmed,
    _aircraft,
    _institution,
    _policing,
)
"""Asked in this order; the first that says something is followed."""
