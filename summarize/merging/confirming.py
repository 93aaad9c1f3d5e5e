"""Which event a confirmation belongs to, and what it makes of its status."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.lexicon.cues import find_cues
from summarize.lexicon.grammar import TAKING_UP
from summarize.record import Confirmation, Event, Loss, LossKind, Mode
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.context import VOUCHING, Speech
from summarize.resolving.ending import ENDING, is_the_end
from summarize.resolving.event import ResolvedEvent, sources_of, status_of


def confirm(
    tellings: Sequence[ResolvedEvent], confirmations: Sequence[FoundConfirmation], speeches: Sequence[Speech]
) -> tuple[list[ResolvedEvent], tuple[Loss, ...]]:
    """The events with their confirmations and statuses, and a loss for each confirmation that belongs to none."""
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
