"""The task in words, the same for every peer, and what an answer to it may hold."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarize.codebook import CODEBOOK
from summarize.prompting import builtin_prompt

EVENT_FIELDS = ("type", "who", "whom", "where", "when", "source")
"""What is asked of an event, beside the words that report it."""
MOST_TOKENS = 1_500
"""Tokens that a peer may write in one call about a part of an article."""
MOST_TOKENS_OF_ARTICLE = 3_000
"""Tokens that a peer may write in one call about a whole article."""
LONGEST_PHRASE = 160
"""Characters of one phrase; small models otherwise may go on inside one until they are cut off."""
MOST_OF_A_FIELD = 4
"""Phrases of one field of an event."""

_LIST_STARTS = "one of: "
_LIST_ENDS = ", other, none."
_TOLD = """\
Extract the events that a news text reports, for a conflict database, and its figures.
An event has the words that report it, copied from the text, its type, and phrases copied from the text: who does it, \
whom it hits or affects, where, when, and the source that the text names for it. Leave out what is not named.
Its type is one of: {types}.
Do not extract opinions, figures of speech, or reports of nothing but speech.
A figure is a number with what it counts, copied from the text.
Use exact text. Do not paraphrase."""

TypeName = Literal[tuple(entry.word for entry in CODEBOOK.values() if entry.word != "other")]  # type: ignore[valid-type]
"""Event types by the names that the prompt gives them."""


@cache
def instructions() -> str:
    """The task, with the types and their hints in the words of our own prompt."""
    return _TOLD.format(types=types_with_hints())


@cache
def types_with_hints() -> str:
    """The list of types of our own prompt, as a model reads it.

    Raises:
        ValueError: Our prompt does not have that list any more.
    """
    system = builtin_prompt("weighed").render("system", {"codebook": list(CODEBOOK.values())})
    _, found, rest = system.partition(_LIST_STARTS)
    listed, ends, _ = rest.partition(_LIST_ENDS)
    if not (found and ends):
        raise ValueError("the prompt of the strategy weighed no longer lists its types as it did")
    return listed


def digest(*parts: str) -> str:
    """First 16 digits of the SHA-256 of what a peer is asked with."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]


class PeerEvent(BaseModel):
    """An event as a peer tells it; every phrase should stand in the text."""

    model_config = ConfigDict(frozen=True)

    quote: str = Field(max_length=LONGEST_PHRASE)
    """The words that report it."""
    type: str
    """What it is called."""
    who: tuple[str, ...] = ()
    """Who does it."""
    whom: tuple[str, ...] = ()
    """Who is hit or affected."""
    where: tuple[str, ...] = ()
    """Where."""
    when: str | None = None
    """When."""
    source: str | None = None
    """Who says so."""
    at: tuple[int, int] | None = None
    """Where the peer itself has placed the quotation, as half-open code points of the article; None where nowhere."""


class PeerFigure(BaseModel):
    """A figure as a peer tells it."""

    model_config = ConfigDict(frozen=True)

    quote: str = Field(max_length=LONGEST_PHRASE)
    """The number with what it counts."""
    at: tuple[int, int] | None = None
    """Where the peer itself has placed it."""


class Told(BaseModel):
    """What a peer tells of an article, or of a worked example."""

    model_config = ConfigDict(frozen=True)

    events: tuple[PeerEvent, ...] = ()
    """Events in the peer's order."""
    figures: tuple[PeerFigure, ...] = ()
    """Figures in the peer's order."""
