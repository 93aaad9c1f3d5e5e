"""Who acts where a pronoun does: what a force says of itself, as in "the army said it had taken the port".

Whoever says it stands outside what is said, and so is no candidate for a part in it; the pronoun that opens what is
said brings it back. That is only read where nothing else can be meant: the speaker is a force or an armed group, nobody
else is named before the pronoun, it agrees in number, and only its own verb, in the active, is between it and the words
that announce the event. Everything else stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarize.lexicon.grammar import word_set
from summarize.lexicon.nouns import ARMED, OFFICIALS, PEOPLE
from summarize.lexicon.roles import ARMED_CLASSES
from summarize.lexicon.verbs import BE, DO_AND_MODALS, HAVE
from summarize.lexicon.words import ADVERBS, DETERMINERS, QUANTIFIERS
from summarize.mentions import MentionKind
from summarize.record import ActorClass, Span
from summarize.resolving.context import ArticleContext, Speech
from summarize.resolving.outcome import Unresolved

_OPENING = re.compile(r"[\s,]*(?:that\s+)?([\"“]?)(it|they|we)\s+(.*)", re.IGNORECASE | re.DOTALL)
_LIGHT = re.compile(r"\b(?:carried\s+out|conducted|fired|launched|staged|waged)\s+((?:[\w-]+\s+)*)$", re.IGNORECASE)
"""A verb that says nothing without the noun behind it, and what stands before that: "carried out a series of"."""
_BEFORE_NOUN = (
    DETERMINERS | QUANTIFIERS | word_set("series of wave round new heavy further fresh retaliatory precision")
)
_BESIDE_VERB = HAVE | (DO_AND_MODALS - BE) | ADVERBS | {"also", "to", "now", "since"}
_NOT_DONE_BY_IT = re.compile(
    r"(?:lost|losing|kill|injur|wound)|took\s+(?:[\w-]+\s+){0,4}(?:hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
"""Where a bomb or a disease can be meant, where the speaker is the loser, and "it took the rebels three days"."""
_NAMED_FORCES = ARMED_CLASSES - {ActorClass.UNIDENTIFIED_ARMED}
_PLURALS = word_set("police gunmen militiamen policemen")


class OwnAccount(NamedTuple):
    """What a force says that it did.

    Attributes:
        speaker: The words that name it.
        pronoun: The pronoun that stands for it in what it says.
    """

    speaker: Span
    pronoun: str


def own_account(context: ArticleContext, speeches: Sequence[Speech], anchor: tuple[int, int]) -> OwnAccount | None:
    """Who says that it did what the words at `anchor` announce; None where nobody does, or somebody else can be meant.

    Args:
        context: The article's own facts.
        speeches: Speeches whose content holds the event.
        anchor: Article offsets of the words that announce the event.
    """
    for speech in speeches:
        speaker = speech.source.chain[0].span
        for start, end in speech.attribution.content:
            if speaker is None or not start <= anchor[0] < end:
                continue
            pronoun = _subject(context, speech, start, anchor[0])
            if pronoun is not None and _is_force(speaker, pronoun, context) and _alone(speaker, start, context):
                return OwnAccount(speaker, pronoun)
    return None


def _subject(context: ArticleContext, speech: Speech, start: int, end: int) -> str | None:
    """The pronoun that opens what is said at `start`, with only its verb, in the active, before the event at `end`."""
    text = context.article.text
    found = _OPENING.fullmatch(f"{text[start:end]} ")
    if found is None or _NOT_DONE_BY_IT.match(text, end):
        return None
    quoted = speech.source.quoted or found[1] != ""
    if quoted is not (found[2].casefold() == "we"):
        return None
    light = _LIGHT.search(found[3])
    if light and not all(word in _BEFORE_NOUN or word.isdigit() for word in light[1].casefold().split()):
        return None
    words = (found[3][: light.start()] if light else found[3]).casefold().split()
    return found[2] if all(word in _BESIDE_VERB or word.endswith("ly") for word in words) else None


def _is_force(speaker: Span, pronoun: str, context: ArticleContext) -> bool:
    """Whether the speaker is a force that the pronoun can stand for, and nobody who only speaks for one."""
    head = speaker.text.casefold().split()[-1]
    if head in OFFICIALS:
        return False
    actor = context.actor(speaker, context.sentence_at(speaker.start))
    if isinstance(actor, Unresolved) or actor.actor_class not in _NAMED_FORCES:
        return False
    plural = head in _PLURALS or (head.endswith("s") and head in ARMED | PEOPLE and head != "forces")
    said = pronoun.casefold()
    return said == "we" or plural is (said == "they")


def _alone(speaker: Span, before: int, context: ArticleContext) -> bool:
    """Whether no other party is named before the pronoun, in its sentence or in the one before."""
    sentence = context.sentence_at(before)
    near = [context.article.sentence(number) for number in range(max(1, sentence.number - 1), sentence.number + 1)]
    return not any(
        mention.kind is not MentionKind.PLACE
        and one.start + mention.start < before
        and not (one.start + mention.start < speaker.end and speaker.start < one.start + mention.end)
        and mention.text.casefold() != speaker.text.casefold()
        for one in near
        for mention in context.mentions[one.number]
    )
