"""From a grounded event to the record's event: actors, places, time, modality, sources and status by rule."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from summarize.article import Sentence
from summarize.codebook import CODEBOOK
from summarize.draft import GroundedEvent, GroundedParticipant, GroundedPlace
from summarize.lexicon.cues import cues_of
from summarize.lexicon.nouns import ARMED, PEOPLE
from summarize.mentions import MentionKind
from summarize.record import (
    ActorClass,
    Confirmation,
    ConfirmationState,
    Event,
    EventType,
    Loss,
    LossKind,
    Modality,
    Participant,
    Place,
    Role,
    Source,
    SourceLink,
    Stance,
    Status,
    Time,
    TimeBasis,
)
from summarize.resolving.beside import Beside, beside, beside_clause, counted_from, main_clause
from summarize.resolving.context import PLACEABLE, ArticleContext, Speech
from summarize.resolving.countries import countries_of
from summarize.resolving.ending import begun_by_then, tells_the_end
from summarize.resolving.modality import find_modality
from summarize.resolving.outcome import Unresolved
from summarize.resolving.self_reference import own_account
from summarize.resolving.status import Voice, derive_status
from summarize.resolving.taking_part import fitting
from summarize.resolving.tense import is_past_form, tense_at, tense_of
from summarize.resolving.time import TimeContext, TimeExpression, TimeKind, publication_time, resolve_time
from summarize.resolving.time.completing import surely_past
from summarize.resolving.time_scope import Apart, apart, conjuncts_between, names_who, since

_LIES_IN = re.compile(r"\s*(?:,|in|inside|within)\s+(?:the\s+)?", re.IGNORECASE)

_RIGHT_BEHIND = re.compile(r"\s+(?:(?:in|on|at|during|as of)\s+(?:the\s+)?)?")
_DAILY = re.compile(r"(?:from|between) .+ (?:to|until|and) ", re.IGNORECASE)

BACKGROUND_AFTER = timedelta(days=14)
"""An event that ended longer than this before the dateline is context rather than news."""


class ResolvedEvent(NamedTuple):
    """An event of the record with the speeches that vouch for it.

    Attributes:
        event: The event; its description is still empty and its id provisional.
        speeches: Speeches whose content holds it.
    """

    event: Event
    speeches: tuple[Speech, ...]


def resolve_event(grounded: GroundedEvent, context: ArticleContext) -> tuple[ResolvedEvent, tuple[Loss, ...]]:
    """Settle every field of an event that code can settle.

    Args:
        grounded: The event with the spans it was read from.
        context: The article's own facts.

    Returns:
        The resolved event, and a loss for everything that was repaired or could not be resolved.
    """
    sentence = grounded.sentence
    if (anchor := _told_at(grounded, context)) != grounded.anchor:
        grounded = replace(grounded, anchor=anchor)
    speeches = context.speeches_over(*grounded.anchor)
    modality = _modality(grounded, speeches)
    kind, repairs = _repaired_type(grounded, modality)
    named = tuple(_participant(party, grounded, context) for party in _recast_roles(grounded, kind))
    named += _speaking_of_itself(grounded, kind, named, speeches, context)
    participants, recast = fitting(named, kind, sentence, grounded.anchor, modality)
    places = tuple(_place(place, context) for place in _nested(grounded, context))
    when = _time(grounded, speeches, context, modality)
    time, ended = _begun(when, kind, modality, grounded, context.article.dateline)
    event = Event(
        id=_identifier(kind, participants, places, time),
        mode=CODEBOOK[kind].mode,
        type=kind,
        label=grounded.label if kind is EventType.OTHER else None,
        participants=participants,
        places=places,
        time=time,
        modality=modality,
        sources=tuple(speech.source.id for speech in speeches),
        status=status_of(modality, participants, sources_of(speeches), None),
        background=is_background(time, context.article.dateline),
        description="",
        evidence=(sentence.span(),),
        confidence=grounded.confidence,
    )
    missing = _missing(event, grounded)
    return ResolvedEvent(event, speeches), (*repairs, *recast, *ended, *missing)


def _told_at(grounded: GroundedEvent, context: ArticleContext) -> tuple[int, int]:
    """The words that announce the event: the first that name nobody who tells of it ("the refugee agency said")."""
    words = [] if grounded.type is EventType.VERBAL_CONFLICT else context.attributing_words(grounded.sentence)
    if not any(start < grounded.anchor[1] and grounded.anchor[0] < end for start, end in words):
        return grounded.anchor
    offset = grounded.sentence.start
    told = ((offset + cue.start, offset + cue.end) for cue in cues_of(grounded.sentence.text, grounded.type))
    outside = (one for one in told if not any(start < one[1] and one[0] < end for start, end in words))
    return next(outside, grounded.anchor)


def event_id(event: Event) -> str:
    """Stable id: `e` and ten digits of a hash of type, participants, places and time."""
    return _identifier(event.type, event.participants, event.places, event.time)


def _identifier(
    kind: EventType, participants: Iterable[Participant], places: Iterable[Place], time: Time | None
) -> str:
    parties = sorted(f"{party.role}:{(party.canonical or party.name).casefold()}" for party in participants)
    names = sorted(place.name.casefold() for place in places)
    parts = [kind, *parties, *names, time.edtf if time else ""]
    return "e" + hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def sources_of(speeches: Iterable[Speech]) -> tuple[Source, ...]:
    """The record's sources of speeches."""
    return tuple(speech.source for speech in speeches)


def status_of(
    modality: Modality,
    participants: Sequence[Participant],
    sources: Iterable[Source],
    confirmation: Confirmation | None,
) -> Status:
    """How sure an event is by who vouches for it, after the table of `summarize.resolving.status`.

    Args:
        modality: What the text says of its standing.
        participants: Who takes part: a party that tells of its own loss speaks against its interest.
        sources: Who asserts or denies it.
        confirmation: Who confirms it, or does not.
    """
    voices = [_voice(source, participants) for source in sources]
    by_body = confirmation is not None and confirmation.by is not None and confirmation.state is ConfirmationState.GIVEN
    return derive_status(modality, voices, confirmed_by_body=by_body)


def is_background(time: Time | None, dateline: date | None) -> bool:
    """Whether a time that the text gives lies further back than `BACKGROUND_AFTER`."""
    if time is None or dateline is None or time.latest is None or time.basis is TimeBasis.PUBLICATION:
        return False
    return time.latest < dateline - BACKGROUND_AFTER


def _modality(grounded: GroundedEvent, speeches: Sequence[Speech]) -> Modality:
    sentence = grounded.sentence
    start, end = grounded.anchor
    modality = find_modality(sentence.text, start=start - sentence.start, end=end - sentence.start)
    stances = {speech.source.stance for speech in speeches}
    if modality is Modality.ACTUAL and stances == {Stance.DENIES}:
        return Modality.DENIED
    return modality


def _clause(grounded: GroundedEvent, speeches: Sequence[Speech]) -> tuple[int, int]:
    """The reported content around the anchor within its sentence, or the whole sentence."""
    start, end = grounded.anchor
    for speech in speeches:
        for content_start, content_end in speech.attribution.content:
            if content_start <= start and end <= content_end:
                return max(content_start, grounded.sentence.start), min(content_end, grounded.sentence.end)
    return grounded.sentence.start, grounded.sentence.end


_ARMED_COUNTERPART = {
    EventType.HUMANITARIAN_SITUATION: EventType.FORCE_PRESENCE,
    EventType.DISPLACEMENT: EventType.WITHDRAWAL,
}
_UNARMED_COUNTERPART = {armed: unarmed for unarmed, armed in _ARMED_COUNTERPART.items()}


def _repaired_type(grounded: GroundedEvent, modality: Modality) -> tuple[EventType, tuple[Loss, ...]]:
    """The type that the codebook gives to what was chosen: exclusions that the words settle.

    Only what happened is a capture, a goal is an offensive. Fighters who stay or leave are a force_presence or a
    withdrawal; people who do are a humanitarian_situation or a displacement.
    """
    chosen = grounded.type
    if chosen is EventType.TERRITORY_CAPTURED and modality in (Modality.ONGOING, Modality.HYPOTHETICAL):
        return _repaired(grounded, EventType.OFFENSIVE, f"the text speaks of it as {modality}")
    heads = [party.span.text.casefold().split()[-1] for party in grounded.participants]
    if heads and chosen in _ARMED_COUNTERPART and all(head in ARMED for head in heads):
        return _repaired(grounded, _ARMED_COUNTERPART[chosen], "these are fighters")
    if heads and chosen in _UNARMED_COUNTERPART and all(head in PEOPLE for head in heads):
        return _repaired(grounded, _UNARMED_COUNTERPART[chosen], "these are no fighters")
    return chosen, ()


def _repaired(grounded: GroundedEvent, kind: EventType, why: str) -> tuple[EventType, tuple[Loss, ...]]:
    loss = Loss(
        kind=LossKind.REPAIRED,
        text=grounded.sentence.text,
        reason=f"read as {grounded.type}, but {why}: kept as {kind}",
        where=f"sentence {grounded.sentence.number}, type",
    )
    return kind, (loss,)


def _recast_roles(grounded: GroundedEvent, kind: EventType) -> tuple[GroundedParticipant, ...]:
    """Roles of the type that was settled on, where it is not the type that was chosen."""
    before, after = CODEBOOK[grounded.type], CODEBOOK[kind]
    if kind is grounded.type:
        return grounded.participants
    roles = {before.whom: after.whom, before.who: after.who}
    return tuple(party._replace(role=roles.get(party.role, party.role)) for party in grounded.participants)


def _nested(grounded: GroundedEvent, context: ArticleContext) -> tuple[GroundedPlace, ...]:
    """The chosen places with the one each lies in or holds: "the town in Homs Province" is a town and a province.

    What was not chosen itself is as sure as what it stands with.
    """
    sentence = grounded.sentence
    mentions = [mention for mention in context.mentions[sentence.number] if mention.kind is MentionKind.PLACE]
    chosen = {place.span.start: place for place in grounded.places}
    for inner, outer in pairwise(mentions) if chosen else ():
        if _LIES_IN.fullmatch(sentence.text[inner.end : outer.start]):
            spans = [sentence.span(mention.start, mention.end) for mention in (inner, outer)]
            known = next((chosen[span.start] for span in spans if span.start in chosen), None)
            if known is not None:
                chosen |= {span.start: GroundedPlace(span, chosen.get(span.start, known).confidence) for span in spans}
    return tuple(chosen[start] for start in sorted(chosen))


_SIDES = 2


def _place(place: GroundedPlace, context: ArticleContext) -> Place:
    return context.place(place.span).model_copy(update={"confidence": place.confidence})


def _participant(party: GroundedParticipant, grounded: GroundedEvent, context: ArticleContext) -> Participant:
    span = party.span
    actor = context.actor(span, grounded.sentence)
    if isinstance(actor, Unresolved):
        return Participant(name=span.text, role=party.role, span=span, confidence=party.confidence)
    return Participant(
        name=span.text,
        role=party.role,
        span=span,
        confidence=party.confidence,
        canonical=actor.canonical,
        actor_class=actor.actor_class,
        country=actor.country,
        backed_by=actor.backed_by,
    )


def _speaking_of_itself(
    grounded: GroundedEvent,
    kind: EventType,
    named: Sequence[Participant],
    speeches: Sequence[Speech],
    context: ArticleContext,
) -> tuple[Participant, ...]:
    """Who did it by its own account, where nobody else was chosen for that."""
    role = CODEBOOK[kind].who
    most = _SIDES if role is Role.PARTICIPANT else 1
    if role is Role.AFFECTED or sum(party.role is role for party in named) >= most:
        return ()
    account = own_account(context, speeches, grounded.anchor)
    if account is None or any(party.span == account.speaker for party in named):
        return ()
    party = _participant(GroundedParticipant(role, account.speaker), grounded, context)
    return (party.model_copy(update={"inferred": f"{account.pronoun!r} stands for who says it"}),)


def _time(
    grounded: GroundedEvent, speeches: Sequence[Speech], context: ArticleContext, modality: Modality
) -> Time | None:
    words = _telling_words(grounded)
    over = _is_over(grounded, modality, words)
    own = _own_time(grounded, speeches, context, words, over=over)
    if own is not None:
        return own
    sentence = grounded.sentence
    start, end = _clause(grounded, speeches)
    tense = tense_of(sentence.text[start - sentence.start : end - sentence.start])
    if over and tense == "future":
        tense = "past"
    said = next((speech.time for speech in speeches if speech.time is not None), None)
    if said is not None and tense != "future":
        return said
    dateline = context.article.dateline
    return publication_time(dateline, tense=tense) if dateline else None


def _is_over(grounded: GroundedEvent, modality: Modality, telling: tuple[int, int]) -> bool:
    """Whether an event has happened by the day of the article, whatever it is about: "threatened to strike if"."""
    if modality is not Modality.ACTUAL:
        return False
    words = grounded.sentence.text[slice(*telling)].casefold().split()
    return grounded.type is EventType.VERBAL_CONFLICT or (bool(words) and is_past_form(words[-1]))


def _begun(
    time: Time | None, kind: EventType, modality: Modality, grounded: GroundedEvent, dateline: date | None
) -> tuple[Time | None, tuple[Loss, ...]]:
    """The time of what the sentence tells the end of: on or before the day that it gives."""
    sentence = grounded.sentence
    if time is None or modality is not Modality.ACTUAL or not tells_the_end(kind, sentence.text, _anchor(grounded)):
        return time, ()
    begun = begun_by_then(time, sentence.text, sentence.start, dateline)
    if begun is time:
        return time, ()
    where = f"sentence {sentence.number}, {kind} time"
    reason = "the day of its end: kept as the last on which it can have begun"
    return begun, (Loss(kind=LossKind.REPAIRED, text=time.text or time.edtf, reason=reason, where=where),)


def _own_time(
    grounded: GroundedEvent,
    speeches: Sequence[Speech],
    context: ArticleContext,
    words: tuple[int, int],
    *,
    over: bool,
) -> Time | None:
    """The nearest time expression that dates the event rather than the saying of it.

    One that only tells an hour or a part of the day comes behind all that name a day.
    """
    sentence = grounded.sentence
    of_the_day: Time | None = None
    speech = speeches[0] if speeches else None
    content = speech.attribution.content if speech else ()
    # An accusation is made when it is said, whatever it tells of: "accused the operator of ignoring warnings in 2022".
    told = context.told_by(*grounded.anchor) if grounded.type is EventType.VERBAL_CONFLICT else ()
    if (counted := _counted(grounded, speech, context)) is not None:
        return counted
    for expression, how_apart in _nearest(context.times(sentence), grounded, words):
        if (since_then := _since(expression, sentence, words, speech, context.article.dateline)) is not None:
            return since_then
        if how_apart is Apart.SURELY or context.attached_to_statement(expression, sentence, content):
            continue
        if _dates_earlier_count(expression, sentence, context):
            continue
        time = context.resolve(expression, sentence, dating(expression, sentence, speech, context.article.dateline))
        aside = how_apart is Apart.PERHAPS or _stands_in(told, expression, sentence)
        if aside and not _can_be_of_the_saying(time, context.article.dateline):
            continue
        if over and _is_to_come(time, context.article.dateline):
            continue
        if time is not None and not context.only_tells_the_hour(expression, sentence, time):
            return time
        # Hours from one to another without a day come again: "a curfew from 9 p.m. to 5 a.m.".
        of_the_day = of_the_day or (None if _DAILY.match(expression.text) else time)
    return _counted_on(sentence, words[1], speech, context) or of_the_day


def _stands_in(content: Sequence[tuple[int, int]], expression: TimeExpression, sentence: Sentence) -> bool:
    at = sentence.start + expression.start
    return any(start <= at < end for start, end in content)


def _can_be_of_the_saying(time: Time | None, dateline: date | None) -> bool:
    """Whether a time is one day of the news: nothing was said over a year, long ago or on a day to come."""
    if time is None or time.latest is None or dateline is None:
        return dateline is None
    return time.earliest == time.latest and dateline - BACKGROUND_AFTER <= time.latest <= dateline


def _is_to_come(time: Time | None, dateline: date | None) -> bool:
    return time is not None and time.earliest is not None and dateline is not None and time.earliest > dateline


def _dates_earlier_count(expression: TimeExpression, sentence: Sentence, context: ArticleContext) -> bool:
    """Whether a time is that of a count which another is held against: "12 people, up from 10 in May"."""
    return any(one.former and counted_at(expression, one.end, sentence.text) for one in context.figures(sentence))


def counted_at(expression: TimeExpression, counted: int, text: str) -> bool:
    """Whether a time stands right behind a count that ends at an offset, and so is when it holds: "12 on Monday"."""
    return expression.kind in PLACEABLE and _RIGHT_BEHIND.fullmatch(text[counted : expression.start]) is not None


def _counted(grounded: GroundedEvent, speech: Speech | None, context: ArticleContext) -> Time | None:
    """The day of an event that is told as so many days before or after what the main clause dates."""
    sentence = grounded.sentence
    how = beside(sentence.text, _anchor(grounded)[0])
    times = context.times(sentence)
    if how is None or any(how.end <= one.start < how.clause_end for one in times):
        return None
    return _counted_from_first(main_clause(times, how), how, sentence, speech, context)


def _counted_on(sentence: Sentence, end: int, speech: Speech | None, context: ArticleContext) -> Time | None:
    """The day of an event, told up to `end`, that is so many days after or before what a clause behind it dates."""
    how = beside_clause(sentence.text, end)
    if how is None:
        return None
    inside = [one for one in context.times(sentence) if how.end <= one.start < how.clause_end]
    return _counted_from_first(inside, how, sentence, speech, context)


def _counted_from_first(
    expressions: Iterable[TimeExpression],
    how: Beside,
    sentence: Sentence,
    speech: Speech | None,
    context: ArticleContext,
) -> Time | None:
    """The time that stands so to the first of some that has a value."""
    for expression in expressions:
        asked = dating(expression, sentence, speech, context.article.dateline)
        other = context.resolve(expression, sentence, asked)
        if other is not None:
            time = counted_from(other, how, sentence.text[how.start : how.end])
            return time and time.model_copy(update={"span": sentence.span(how.start, how.end)})
    return None


def dating(expression: TimeExpression, sentence: Sentence, speech: Speech | None, dateline: date | None) -> TimeContext:
    """What an expression is counted from that dates an event.

    Args:
        expression: The expression.
        sentence: Its sentence.
        speech: The speech whose content holds the event; None where nobody is said to have said it.
        dateline: Date of the article.
    """
    return TimeContext(
        dateline,
        said=speech.time if speech else None,
        quoted=speech is not None and speech.source.quoted,
        tense=tense_at(sentence.text, expression.start, expression.end),
        tense_sure=surely_past(sentence.text, expression),
    )


def _nearest(
    expressions: Iterable[TimeExpression], grounded: GroundedEvent, words: tuple[int, int]
) -> list[tuple[TimeExpression, Apart]]:
    """Times with how sure it is that each is of something else: those that can be the event's first, by nearness."""
    start, text = _anchor(grounded)[0], grounded.sentence.text
    dates = [one for one in expressions if one.kind is not TimeKind.SET and not _is_stamp(one)]
    placed = [(one, apart(text, words, (one.start, one.end))) for one in dates]
    if len(placed) < 2:  # noqa: PLR2004 - one is the nearest, wherever it stands
        return placed

    def far(found: tuple[TimeExpression, Apart]) -> tuple[int, int, int]:
        expression, how_apart = found
        verbs = conjuncts_between(text, words, (expression.start, expression.end))
        return how_apart, verbs, abs(expression.start - start)

    return sorted(placed, key=far)


def _anchor(grounded: GroundedEvent) -> tuple[int, int]:
    """Where in the sentence the words are that announce the event."""
    offset = grounded.sentence.start
    return grounded.anchor[0] - offset, grounded.anchor[1] - offset


def _telling_words(grounded: GroundedEvent) -> tuple[int, int]:
    """Where in the sentence the event itself is told: behind words for who does it, "gunmen" or "a court"."""
    anchor = _anchor(grounded)
    if not names_who(grounded.sentence.text, anchor):
        return anchor
    behind = (one for one in cues_of(grounded.sentence.text, grounded.type) if one.start >= anchor[1])
    return next(((one.start, one.end) for one in behind), anchor)


def _since(
    expression: TimeExpression,
    sentence: Sentence,
    words: tuple[int, int],
    speech: Speech | None,
    dateline: date | None,
) -> Time | None:
    """From when on something is told to have happened: "12 villages fell since the war began in May"."""
    if expression.kind not in PLACEABLE:
        return None
    start = since(sentence.text, words, (expression.start, expression.end))
    if start is None:
        return None
    asked = replace(dating(expression, sentence, speech, dateline), tense="past")
    began = resolve_time(f"since {expression.text}", asked)
    span = sentence.span(start, expression.end)
    return None if isinstance(began, Unresolved) else began.model_copy(update={"span": span, "text": span.text})


def _is_stamp(expression: TimeExpression) -> bool:
    """Whether it is the hour of an entry in live coverage, which opens it: "14:10 Shells are falling …"."""
    return expression.kind is TimeKind.TIME and expression.start == 0 and expression.text[0].isdigit()


def _voice(source: Source, participants: Sequence[Participant]) -> Voice:
    origin: SourceLink = source.chain[0]
    return Voice(
        origin=origin.canonical or origin.name,
        type=origin.type,
        party=origin.party,
        stance=source.stance,
        against_interest=_against_interest(origin, participants),
    )


def _against_interest(origin: SourceLink, participants: Sequence[Participant]) -> bool:
    """A party that says it lost something, or was hit, speaks against its interest."""
    party = origin.party
    losers = [person for person in participants if person.role is Role.RECIPIENT]
    return party is not None and any(_speaks_for(party, person) for person in losers)


def _speaks_for(party: str, person: Participant) -> bool:
    """Whether a party is a participant, or the state whose forces or government the participant is."""
    if party.casefold() in ((person.canonical or "").casefold(), person.name.casefold()):
        return True
    official = person.actor_class in (ActorClass.STATE_FORCES, ActorClass.GOVERNMENT)
    return official and person.country is not None and person.country in countries_of(party)


def _missing(event: Event, grounded: GroundedEvent) -> tuple[Loss, ...]:
    where = f"sentence {grounded.sentence.number}, {event.type}"
    losses = [
        Loss(kind=LossKind.UNRESOLVED, text=place.name, reason="not in the gazetteer", where=f"{where} place")
        for place in event.places
        if place.resolved is None and place.country is None
    ]
    if not event.participants:
        losses.append(
            Loss(
                kind=LossKind.MISSING,
                text=grounded.sentence.text,
                reason="nobody is named who takes part",
                where=f"{where} participants",
            )
        )
    return tuple(losses)
