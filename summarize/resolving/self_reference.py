"""Who acts where a pronoun does: what somebody says of itself, as in "the army said it had taken the port".

Whoever says it stands outside what is said, and so is no candidate for a part in it; the pronoun that opens what is
said brings it back. Only a pronoun that agrees with the speaker in number, and has nothing but its own verb between
itself and the words that announce the event, is read so; a "they" that may be somebody else stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarize.article import Sentence
from summarize.lexicon.nouns import ARMED, OFFICIALS, PEOPLE
from summarize.lexicon.verbs import BE, DO_AND_MODALS, HAVE
from summarize.lexicon.words import ADVERBS
from summarize.record import SourceLink, SourceType, Span
from summarize.resolving.context import Speech

_OPENING = re.compile(r"[\s,\"“”‘’']*(?:that\s+)?(it|they|he|she|we)\s+(.*)", re.IGNORECASE | re.DOTALL)
_LIGHT = re.compile(
    r"(?:carried\s+out|carrying\s+out|conducted|fired|launched|staged|waged|made|begun|began|started)\s+"
    r"(?:(?!and\b|but\b)[\w-]+\s+){0,3}",
    re.IGNORECASE,
)
"""A verb that says nothing without its noun, with up to three words before that: "carried out a series of"."""
_BETWEEN = BE | HAVE | DO_AND_MODALS | ADVERBS | frozenset(("also", "to", "been", "now", "since"))
_TELLING = frozenset((SourceType.NEWS_AGENCY, SourceType.NEWS_OUTLET, SourceType.SOCIAL_MEDIA, SourceType.DOCUMENT))
_PLURALS = frozenset(("police", "people", "men", "women", "policemen", "gunmen", "militiamen"))
_PERSONS = frozenset(("he", "she"))


class OwnAccount(NamedTuple):
    """What somebody says of itself.

    Attributes:
        speaker: The words that name who speaks.
        pronoun: The pronoun that stands for it in what it says.
        undergone: Whether it was done to the speaker rather than by it: "it was attacked".
    """

    speaker: Span
    pronoun: str
    undergone: bool


def own_account(speeches: Sequence[Speech], anchor: tuple[int, int], sentence: Sentence) -> OwnAccount | None:
    """What a speaker says of itself in the words that announce an event; None where it does not.

    Args:
        speeches: Speeches whose content holds the event.
        anchor: Article offsets of the words that announce the event.
        sentence: The event's sentence.
    """
    for speech in speeches:
        link = speech.source.chain[0]
        if link.span is None or link.type in _TELLING or not sentence.start <= link.span.start < sentence.end:
            continue
        for start, end in speech.attribution.content:
            found = _subject(sentence, max(start, sentence.start), anchor) if start <= anchor[0] < end else None
            if found is not None and _agrees(found[0], link, quoted=speech.source.quoted):
                return OwnAccount(link.span, *found)
    return None


def _subject(sentence: Sentence, start: int, anchor: tuple[int, int]) -> tuple[str, bool] | None:
    """The pronoun that opens what is said, where only its verb is between it and the event; whether as a passive."""
    before = sentence.text[start - sentence.start : max(start, anchor[0]) - sentence.start]
    found = _OPENING.fullmatch(f"{before} ")
    if found is None:
        return None
    own, light = _LIGHT.subn("", found[2])
    words = own.casefold().split()
    if not all(word in _BETWEEN or word.endswith("ly") for word in words):
        return None
    going_on = sentence.text[: anchor[1] - sentence.start].casefold().endswith("ing")
    return found[1], not (light or going_on or BE.isdisjoint(words))


def _agrees(pronoun: str, speaker: SourceLink, *, quoted: bool) -> bool:
    words = (speaker.name or "").casefold().split()
    head = words[-1] if words else ""
    plural = head in _PLURALS or (head.endswith("s") and head in ARMED | OFFICIALS | PEOPLE)
    person = not plural and not OFFICIALS.isdisjoint(words)
    said = pronoun.casefold()
    if said == "we":
        return quoted and not person
    if said in _PERSONS:
        return person
    return plural if said == "they" else not plural and not person
