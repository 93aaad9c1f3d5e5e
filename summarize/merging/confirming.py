"""Which event a confirmation belongs to, and what it makes of its status."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.lexicon.cues import cues_of
from summarize.lexicon.grammar import TAKING_UP, word_set
from summarize.merging.sameness import NEIGHBOURHOOD
from summarize.merging.taking_up import is_pointer, takes_up
from summarize.record import Confirmation, ConfirmationState, Event, Loss, LossKind, Mode, Span
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.context import VOUCHING, Speech
from summarize.resolving.ending import ENDING, is_the_end
from summarize.resolving.event import ResolvedEvent, sources_of, status_of

_OF_A_CLAIM = word_set("detail figure information number")
"""What a claim is made of: "the figures could not be verified"."""


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
        events[target] = _confirmed(events[target], found.told)
    return events, tuple(losses)


def _confirmed(telling: ResolvedEvent, confirmation: Confirmation) -> ResolvedEvent:
    event = telling.event
    status = status_of(event.modality, event.participants, sources_of(telling.speeches), confirmation)
    update = {"confirmation": confirmation, "status": status}
    return ResolvedEvent(event.model_copy(update=update), telling.speeches)


def _target(events: Sequence[ResolvedEvent], found: FoundConfirmation, speeches: Sequence[Speech]) -> int | None:
    """The event told in the same sentence, or what was claimed, or the news told last that the words take up.

    Who confirms "the release" confirms no abduction, and who confirms that a road is open no shelling: what takes up
    nothing belongs to no event, for a wrong "confirmed" does more harm than a missing one.
    """
    start = found.confirmation.span.start
    if _takes_up_a_claim(found) and not any(_tells_at(telling.event, start) for telling in events):
        return _claimed_before(start, events, speeches)
    before = [
        number
        for number, telling in enumerate(events)
        if telling.event.evidence[0].start <= start and telling.event.mode is Mode.EVENT
    ]
    before.sort(key=lambda number: _last_told(events[number].event, start))
    if found.about is None:
        return _last_without_words(before, events, found)
    words = found.about.text
    if is_pointer(words):
        last = next((number for number in before[-1:] if _is_close(events[number].event, found)), None)
    else:
        last = _last_of(before, events, found, words)
    ended = last is not None and is_the_end(words) and events[last].event.type in ENDING
    return None if ended else last


def _last_of(
    before: Sequence[int], events: Sequence[ResolvedEvent], found: FoundConfirmation, words: str
) -> int | None:
    """The last event that the words are of, rather one whose own type they announce."""
    kinds = {events[number].event.type for number in before}
    announced = {kind for kind in kinds if any(not cue.general for cue in cues_of(words, kind))}
    of_it = (number for number in reversed(before) if _is_of(found, words, events[number].event))
    first = next(of_it, None)
    if first is None or events[first].event.type in announced or not announced:
        return first
    return next((number for number in of_it if events[number].event.type in announced), first)


def _last_without_words(before: Sequence[int], events: Sequence[ResolvedEvent], found: FoundConfirmation) -> int | None:
    """The news told last where nothing says what is confirmed; only what is missing reaches beyond its sentence."""
    reaching = found.confirmation.state is not ConfirmationState.GIVEN
    start = found.confirmation.span.start
    return next((number for number in before[-1:] if reaching or _tells_at(events[number].event, start)), None)


def _is_of(found: FoundConfirmation, words: str, event: Event) -> bool:
    """Whether the words of what is confirmed tell an event, in whose sentence they stand, or take it up."""
    if takes_up(words, event):
        return True
    here = _telling_at(event, found.confirmation.span.start)
    return here is not None and (_has_cue(words, event) or not _has_cue(here.text.replace(words, ""), event))


def _has_cue(words: str, event: Event) -> bool:
    """Whether words announce the type of an event, be it as any violence."""
    return any(True for _ in cues_of(words, event.type))


def _is_close(event: Event, found: FoundConfirmation) -> bool:
    """Whether an event is told in the same sentence or not far before it, so that "it" can be the event."""
    start = found.confirmation.span.start
    ends = [(start - span.end, len(span.text)) for span in event.evidence if span.start <= start]
    gap, length = min(ends)
    return gap <= NEIGHBOURHOOD * length


def _last_told(event: Event, offset: int) -> int:
    return max(span.start for span in event.evidence if span.start <= offset)


def _takes_up_a_claim(found: FoundConfirmation) -> bool:
    """Whether what is confirmed or not is "the claim", "those reports", "the details"."""
    words = found.about.text.casefold().split() if found.about is not None else [""]
    return words[-1].removesuffix("s") in TAKING_UP | _OF_A_CLAIM


def _tells_at(event: Event, offset: int) -> bool:
    return _telling_at(event, offset) is not None


def _telling_at(event: Event, offset: int) -> Span | None:
    """The evidence of an event that an offset lies in."""
    return next((span for span in event.evidence if span.start <= offset < span.end), None)


def _claimed_before(offset: int, events: Sequence[ResolvedEvent], speeches: Sequence[Speech]) -> int | None:
    """The last event that the last to speak before an offset tells of; none where that is no event of the record."""
    spoke = (speech for speech in reversed(speeches) if speech.attribution.evidence[0].start < offset)
    claim = next((speech.source for speech in spoke if speech.source.stance in VOUCHING), None)
    told = [number for number, telling in enumerate(events) if claim and claim.id in telling.event.sources]
    return told[-1] if told else None
