"""What is less sure than was asked for, left out of the record and told as losses.

An event goes with all it holds, in one loss; a participant or a place goes alone. Nothing is known against what has no
confidence: it stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarize.article import Article
from summarize.record import Event, Loss, LossKind, Participant, Place, Source
from summarize.resolving.event import status_of
from summarize.wording import describe


@dataclass(frozen=True)
class Sifted:
    """Events of which some are left out.

    Attributes:
        told: Every event in order, without the participants and places that are left out.
        left_out: Ids of the events that are left out.
        losses: One for each event that is left out, and one for each participant and place of the others.
    """

    told: tuple[Event, ...]
    left_out: frozenset[str] = frozenset()
    losses: tuple[Loss, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that stay."""
        return tuple(event for event in self.told if event.id not in self.left_out)


def is_unsure(item: Event | Participant | Place, least: float | None) -> bool:
    """Whether something is known to be less sure than it has to be."""
    return least is not None and item.confidence is not None and item.confidence < least


def sift(events: Sequence[Event], least: float | None, article: Article, sources: Mapping[str, Source]) -> Sifted:
    """Leave out what is less sure than it has to be.

    Args:
        events: Events of the record.
        least: Confidence that an event, a participant or a place must have, 0 to 1; None for any.
        article: The article, for the numbers of sentences.
        sources: By id, whoever vouches for an event; who takes part decides what that is worth.
    """
    if least is None:
        return Sifted(tuple(events))
    numbers = {sentence.start: sentence.number for sentence in article.sentences}
    left_out = frozenset(event.id for event in events if is_unsure(event, least))
    losses: list[Loss] = []
    told: list[Event] = []
    for event in events:
        where = f"sentence {numbers[event.evidence[0].start]}, {event.type}"
        if event.id in left_out:
            losses.append(_loss(event, event.evidence[0].text, f"“{event.description}”", least, where))
            told.append(event)
        else:
            losses += _losses(event, least, where)
            told.append(_without(event, least, sources))
    return Sifted(tuple(told), left_out, tuple(losses))


def _losses(event: Event, least: float, where: str) -> Iterator[Loss]:
    for party in event.participants:
        if is_unsure(party, least):
            yield _loss(party, party.name, f"{party.role} of {event.type}", least, f"{where} participants")
    for place in event.places:
        if is_unsure(place, least):
            yield _loss(place, place.name, f"place of {event.type}", least, f"{where} place")


def _loss(item: Event | Participant | Place, text: str, read: str, least: float, where: str) -> Loss:
    reason = f"read as {read} with a confidence of {item.confidence:g}, which is less than {least:g}: left out"
    return Loss(kind=LossKind.UNSURE, text=text, reason=reason, where=where)


def _without(event: Event, least: float, sources: Mapping[str, Source]) -> Event:
    """The event without its unsure parts, with status and description anew.

    Its id stays, so that it can be found in records that were sifted otherwise.
    """
    parts: dict[str, tuple[Any, ...]] = {
        name: tuple(item for item in getattr(event, name) if not is_unsure(item, least))
        for name in ("participants", "places")
    }
    if all(parts[name] == getattr(event, name) for name in parts):
        return event
    vouching = [sources[name] for name in event.sources]
    status = status_of(event.modality, parts["participants"], vouching, event.confirmation)
    changed = event.model_copy(update={**parts, "status": status})
    return changed.model_copy(update={"description": describe(changed, sources)})
