"""From the phrases a model chose to spans of the article, or to losses."""

from __future__ import annotations

from itertools import chain

from summarize.article import Article
from summarize.draft import DraftEvent, GroundedEvent, GroundedParticipant, GroundedPlace
from summarize.grounding.locate import SourceText, locate
from summarize.lexicon.cues import cues_of
from summarize.lexicon.faint_cues import faint_cues_of
from summarize.record import EventType, Loss, LossKind, Span


def ground(event: DraftEvent, article: Article, source: SourceText) -> tuple[GroundedEvent, tuple[Loss, ...]]:
    """Find every phrase of a draft event in the sentence it names.

    Args:
        event: What the model chose.
        article: The article it was asked about.
        source: The article's text, prepared for searching.

    Returns:
        The event with what was found, and a loss for every phrase that was not.
    """
    sentence = article.sentence(event.sentence)
    within = (sentence.start, sentence.end)
    losses: list[Loss] = []

    def found(phrase: str, field: str) -> Span | None:
        match = locate(phrase, source, within=within)
        if match.supported and match.start is not None and match.end is not None:
            return Span(start=match.start, end=match.end, text=article.text[match.start : match.end])
        where = f"sentence {sentence.number}, {event.type} {field}"
        losses.append(Loss(kind=LossKind.UNGROUNDED, text=phrase, reason=match.reason, where=where))
        return None

    participants = tuple(
        GroundedParticipant(party.role, span, party.confidence)
        for party in event.participants
        if (span := found(party.phrase, party.role)) is not None
    )
    places = tuple(
        GroundedPlace(span, place.confidence)
        for place in event.places
        if (span := found(place.phrase, "place")) is not None
    )
    anchor = anchor_of(event.type, sentence.text)
    grounded = GroundedEvent(
        sentence=sentence,
        anchor=(sentence.start + anchor[0], sentence.start + anchor[1]),
        type=event.type,
        label=event.label,
        participants=participants,
        places=places,
        confidence=event.confidence,
    )
    return grounded, tuple(losses)


def anchor_of(kind: EventType, text: str) -> tuple[int, int]:
    """Offsets in `text` of the first words that announce an event of this type.

    Where no clear words do it is the first that may, and without any the whole text.
    """
    cue = next(chain(cues_of(text, kind), faint_cues_of(text, kind)), None)
    return (cue.start, cue.end) if cue else (0, len(text))
