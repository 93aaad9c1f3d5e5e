"""What the finder returns."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class MentionKind(StrEnum):
    """What a phrase can stand for."""

    ACTOR = "actor"
    """Armed, political or organisational; officials and other named persons too."""
    PEOPLE = "people"
    """Civilians, residents, the displaced, victims, protesters."""
    PLACE = "place"
    """A named or described place."""
    OTHER = "other"
    """A proper name that the text does not settle."""


class Mention(NamedTuple):
    """A noun phrase as an analyst would quote it.

    Attributes:
        start: First character, in the text given.
        end: One past the last character.
        text: The phrase; `source[start:end] == text`.
        kind: What it can stand for.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
