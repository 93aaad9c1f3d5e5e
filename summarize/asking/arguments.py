"""Who stands right beside the words that announce an event: a party ahead of them, a party behind.

Who writes of an event names who did it and to whom, and in English both stand beside the verb. A figure of speech ("he
was bombarded with calls", "the seat falls to a dentist") has the verb without the parties. Parties are the phrases that
`summarize.mentions` finds, so that this needs no parser; it is weighed (`summarize.asking.deciding`), and alone decides
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    words, parties = tuple(cues), [phrase for phrase in phrases if phrase.kind is not MentionKind.PLACE]
    ahead = ((text[party.end : cue.start], party.end <= cue.start) for party in parties for cue in words)
    behind = ((text[cue.end : party.start], cue.end <= party.start) for party in parties for cue in words)
    return Beside(
        ahead=any(in_order and _near(between, _AHEAD, _CLAUSE_END) for between, in_order in ahead),
        behind=any(in_order and _near(between, _BEHIND, _PHRASE_END) for between, in_order in behind),
    )


def _near(between: str, most: int, end: re.Pattern[str]) -> bool:
    return len(between.split()) <= most and end.search(between) is None
