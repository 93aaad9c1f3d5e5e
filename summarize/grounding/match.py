"""What looking for a quotation in a text gives: where, how well, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class MatchStatus(StrEnum):
    """How a quotation stands in the source; the first three are support."""

    EXACT = "exact"
    """Character for character."""
    NORMALISED = "normalised"
    """The same words in other typography."""
    EQUIVALENT = "equivalent"
    """The same words, some in another notation or spelling."""
    NEAR = "near"
    """Something like it stands there; what differs is named, and it is never used."""
    ABSENT = "absent"
    """Nothing like it stands there."""


class Match(NamedTuple):
    """One quotation and its place in the source.

    Attributes:
        quote: What was looked for, untouched.
        status: How it stands in the source.
        start: First character of the match, or of the best candidate when the status is near.
        end: One past the last character.
        text: The source's own words there: `source[start:end]`.
        reason: Why the status is not exact, or what the match leaves out; empty when there is nothing to say.
    """

    quote: str
    status: MatchStatus
    start: int | None
    end: int | None
    text: str | None
    reason: str

    @property
    def supported(self) -> bool:
        """Whether the words are the source's."""
        return self.status in _SUPPORT


_SUPPORT = frozenset({MatchStatus.EXACT, MatchStatus.NORMALISED, MatchStatus.EQUIVALENT})
