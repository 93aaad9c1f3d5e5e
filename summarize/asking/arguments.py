"""Who stands right beside the words that announce an event: a party ahead of them, a party behind.

Who writes of an event names who did it and to whom, and in English both stand beside the verb. A figure of speech ("he
was bombarded with calls", "the seat falls to a dentist") has the verb without the parties. Parties are the phrases that
`summarize.mentions` finds, so that this needs no parser; it is weighed (`summarize.asking.deciding`), and alone decides
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from summarize.lexicon.cues import Cue
from summarize.mentions import Mention, MentionKind

_AHEAD, _BEHIND = 3, 2
"""Words that may stand between: "rebels have since shelled", "killed some of the villagers"."""
_CLAUSE_END = re.compile(r"[.;:]")
_PHRASE_END = re.compile(r"[.,;:]")


class Beside(NamedTuple):
    """On which sides of announcing words a party stands.

    Attributes:
        ahead: Ahead of one of them: "rebels shelled".
        behind: Behind one: "killing 15 soldiers".
    """

    ahead: bool
    behind: bool


NOBODY = Beside(ahead=False, behind=False)


def parties_beside(cues: Iterable[Cue], phrases: Iterable[Mention], text: str) -> Beside:
    """On which sides of any of these words a party stands.

    Args:
        cues: Words of a sentence that announce an event.
        phrases: Phrases of the sentence; those that name a place are no parties.
        text: The sentence, in which both have their offsets.
    """
    pairs = list(product(cues, (phrase for phrase in phrases if phrase.kind is not MentionKind.PLACE)))
    return Beside(
        ahead=any(_joins(text, party.end, cue.start, _AHEAD, _CLAUSE_END) for cue, party in pairs),
        behind=any(_joins(text, cue.end, party.start, _BEHIND, _PHRASE_END) for cue, party in pairs),
    )


def _joins(text: str, end: int, start: int, most: int, boundary: re.Pattern[str]) -> bool:
    """Whether what ends at `end` is followed at `start` with at most so many words between, and no boundary."""
    return end <= start and boundary.search(text, end, start) is None and len(text[end:start].split()) <= most
