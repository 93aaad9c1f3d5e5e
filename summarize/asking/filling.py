"""Which phrases fill which part of an event: the model's word on each, weighed with how it stands in the sentence.

The model is asked about one phrase at a time, and only for one word. Small models know what a port or a victim is, but
lose track of who did what; the words beside a phrase settle much of that. The weights are part of the prompt
(`PartWeights`) and fitted to labelled sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from summarize.asking.deciding import FLOOR
from summarize.asking.listing import listed_with
from summarize.asking.standing import renames
from summarize.codebook import CODEBOOK
from summarize.mentions import Mention
from summarize.prompting import Part, PartWeights
from summarize.record import EventType, Role

ACTOR, TARGET, PLACE, NO = "actor", "target", "place", "no"
PART_ANSWERS = (ACTOR, TARGET, PLACE, NO)
"""What a model can answer about a phrase; no two begin alike."""

PartProbabilities = Mapping[Part | None, float]
Chance = tuple[Mention, PartProbabilities]
"""A phrase with the probability of each part that it can fill."""


def parts_of(kind: EventType) -> Mapping[Part, Role | None]:
    """The parts that phrases can fill in an event of a type, and the role each means; None for where."""
    entry = CODEBOOK[kind]
    if entry.who is not entry.whom:
        return MappingProxyType({Part.WHO: entry.who, Part.WHOM: entry.whom, Part.WHERE: None})
    part = Part.AFFECTED if entry.who is Role.AFFECTED else Part.SIDE
    return MappingProxyType({part: entry.who, Part.WHERE: None})


def part_values(kind: EventType, logprobs: Mapping[str, float], signs: Iterable[str]) -> dict[str, float]:
    """What speaks for or against a phrase filling a part; the same for every part, each of which weighs it differently.

    Args:
        kind: Type of the event.
        logprobs: The model's log probability of each of `PART_ANSWERS`.
        signs: Those of `summarize.asking.standing`.
    """
    no = max(FLOOR, logprobs.get(NO, FLOOR))
    said = {answer: max(FLOOR, logprobs.get(answer, FLOOR)) - no for answer in (ACTOR, TARGET, PLACE)}
    here = ("bias", f"in_{CODEBOOK[kind].group.value}", *(f"is_{sign}" for sign in sorted(signs)))
    return said | dict.fromkeys(here, 1.0)


def part_probabilities(
    kind: EventType, logprobs: Mapping[str, float], signs: Iterable[str], weights: PartWeights
) -> PartProbabilities:
    """Probability of each part that a phrase can fill, and of None: that it fills none."""
    values = part_values(kind, logprobs, signs)
    scores: dict[Part | None, float] = {None: 0.0}
    for part in parts_of(kind):
        own = weights.of(part)
        scores[part] = sum(own.get(name, 0.0) * value for name, value in values.items())
    most = max(scores.values())
    total = sum(math.exp(score - most) for score in scores.values())
    return {part: math.exp(score - most) / total for part, score in scores.items()}


def fill(chances: Sequence[Chance], threshold: float, text: str) -> list[tuple[Mention, Part, float]]:
    """The phrases that fill a part, with its probability.

    Parties are as many as there are; of places the most probable one, and those listed with it.

    Args:
        chances: Phrases in order, with the probability of each part.
        threshold: Probability from which a phrase fills a part.
        text: The sentence.
    """
    likely = [(phrase, *_likeliest(probabilities)) for phrase, probabilities in chances]
    found = [item for item in likely if item[2] >= threshold]
    places = [item for item in found if item[1] is Part.WHERE]
    if places:
        place, _, _ = max(places, key=lambda item: item[2])
        kept = listed_with(place, [phrase for phrase, _, _ in places], text)
        found = [item for item in found if item[1] is not Part.WHERE or item[0] in kept]
    return found


def named_once(found: Sequence[tuple[Mention, Part, float]], text: str) -> list[tuple[Mention, Part, float]]:
    """Leave out each description in apposition to a name that fills the same part: they are one party.

    Args:
        found: Phrases that fill a part, in the order of the sentence.
        text: The sentence.
    """
    kept: list[tuple[Mention, Part, float]] = []
    for item in found:
        if not kept or kept[-1][1] is not item[1] or not renames(kept[-1][0], item[0], text):
            kept.append(item)
    return kept


def _likeliest(probabilities: Mapping[Part | None, float]) -> tuple[Part, float]:
    return max(((part, value) for part, value in probabilities.items() if part is not None), key=lambda item: item[1])
