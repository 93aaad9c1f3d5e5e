"""Phrases joined by "and" or a comma mostly fill the same part, so what is found of each counts for all of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from summarize.asking.filling import Chance, PartProbabilities
from summarize.asking.listing import tie
from summarize.asking.standing import renames
from summarize.asking.ties import SUBJECTS, tied_before, tied_behind
from summarize.lexicon.words import COUNTING
from summarize.mentions import Mention, MentionKind

_JOINING = (("and",), ("or",), ("as", "well", "as"), ("along", "with"))
_LEAST = 1e-9


def agreed(chances: Sequence[Chance], text: str) -> list[Chance]:
    """Give phrases that are joined the geometric mean of their probabilities, parties and places apart.

    Args:
        chances: Phrases, in order, with the probability of each part; the same parts for all.
        text: The sentence.
    """
    found: list[Chance] = []
    for group in _groups(chances, text):
        if len(group) == 1:
            found += group
        else:
            shared = _mean([probabilities for _, probabilities in group])
            found += [(phrase, shared) for phrase, _ in group]
    return found


def _groups(chances: Sequence[Chance], text: str) -> list[list[Chance]]:
    groups = [[chance] for chance in chances[:1]]
    for (before, _), chance in pairwise(chances):
        if _are_joined(before, chance[0], text):
            groups[-1].append(chance)
        else:
            groups.append([chance])
    return groups


def _are_joined(before: Mention, phrase: Mention, text: str) -> bool:
    if (before.kind is MentionKind.PLACE) is not (phrase.kind is MentionKind.PLACE) or renames(before, phrase, text):
        return False
    if phrase.kind is MentionKind.PLACE and tie(before, phrase, text) == "and":
        return True
    between = text[before.end : phrase.start].strip().casefold()
    words = between.removeprefix(",").split()
    joining = next((listed for listed in _JOINING if tuple(words[: len(listed)]) == listed), ())
    if not joining and not between.startswith(","):
        return False
    if not all(word in COUNTING or word[0].isdigit() for word in words[len(joining) :]):
        return False
    # two clauses: "arrested protesters and soldiers fired"
    return tied_before(text, before.start) != "object" or tied_behind(text, phrase.end) not in SUBJECTS


def _mean(several: Sequence[PartProbabilities]) -> PartProbabilities:
    logs = {part: sum(math.log(max(_LEAST, one[part])) for one in several) / len(several) for part in several[0]}
    whole = sum(math.exp(log) for log in logs.values())
    return {part: math.exp(log) / whole for part, log in logs.items()}
