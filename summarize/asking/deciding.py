"""Which types a sentence reports: the model's probabilities of their names, weighed with the words that stand there.

Small models lean to some names whatever a sentence says, and to events that a figure of speech suggests. The weights
that put that right are part of the prompt (`TypeWeights`), and fitted to labelled sentences.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from summarize.asking.arguments import NOBODY
from summarize.asking.choices import Signs
from summarize.codebook import CODEBOOK, Group
from summarize.prompting import TypeWeights
from summarize.record import EventType

NONE = "none"
"""The answer that a sentence reports nothing."""

ANSWERS: Mapping[str, EventType | None] = MappingProxyType(
    {**{entry.word: kind for kind, entry in CODEBOOK.items()}, NONE: None}
)
"""What a model can answer, and the type it means; None for no event."""

FLOOR = -14.0
"""Lowest log probability that is told apart; an answer that the model did not list has it."""

MOST_FURTHER = 2
"""Further clear words of a type that count."""

USUAL = 20
"""Words of a sentence of usual length, which speaks neither for an event nor against one."""

Probabilities = Mapping[EventType | None, float]


def type_probabilities(logprobs: Mapping[str, float], signs: Signs, weights: TypeWeights) -> Probabilities:
    """Probability of each type, and of None: that nothing is reported.

    Args:
        logprobs: The model's log probability of each of `ANSWERS`.
        signs: What the sentence tells by itself.
        weights: How much each sign counts.
    """
    scores = {
        kind: _sum(answer_values(kind, logprob, signs), weights) for kind, logprob in type_logprobs(logprobs).items()
    }
    return {kind: math.exp(score) for kind, score in _normalised(scores).items()}


def type_logprobs(logprobs: Mapping[str, float]) -> dict[EventType | None, float]:
    """Log probabilities of the types among themselves, from those of the answers that mean them."""
    return _normalised({kind: max(FLOOR, logprobs.get(word, FLOOR)) for word, kind in ANSWERS.items()})


def answer_values(kind: EventType | None, logprob: float, signs: Signs) -> dict[str, float]:
    """How far each sign of `TypeWeights` speaks for an answer.

    Args:
        kind: The type that it means, or None.
        logprob: What the model finds of it, as in `type_logprobs`.
        signs: What the sentence tells by itself.
    """
    undated = float(not signs.dated)
    if kind is None:
        length = math.log(max(1, signs.words) / USUAL)
        acting = any(beside.ahead for beside in signs.parties.values())
        return {
            "logprob": logprob,
            "none_logprob": logprob,
            "none": 1.0,
            "length": length,
            "undated": undated,
            "undated_acting": undated * acting,
        }
    clear = sum(cue.type is kind and not cue.general for cue in signs.clear)
    general = any(cue.type is kind and cue.general for cue in signs.clear)
    faint = any(cue.type is kind for cue in signs.faint)
    parties = signs.parties.get(kind, NOBODY)
    return {
        "logprob": logprob,
        "clear": float(clear > 0),
        "nominal": float(clear > 0 and kind in signs.nominal),
        "general": float(general and not clear),
        "faint": float(faint and not clear and not general),
        "repeated": float(min(MOST_FURTHER, max(0, clear - 1))),
        "party_ahead": float(parties.ahead),
        "party_behind": float(parties.behind),
        "undated_situation": undated * (CODEBOOK[kind].group is Group.SITUATION),
        f"bias.{kind.value}": 1.0,
    }


def decide(probabilities: Probabilities, signs: Signs, weights: TypeWeights) -> tuple[EventType, ...]:
    """The types to ask about: the most probable one unless None is more so, and at most one more that clear words name.

    Args:
        probabilities: Those of `type_probabilities`.
        signs: What the sentence tells by itself.
        weights: By how much None must be more probable (`lean`); from where on another type is asked about (`second`,
            `second_acting`).
    """
    first, *others = sorted((kind for kind in probabilities if kind is not None), key=lambda kind: -probabilities[kind])
    if probabilities[first] * math.exp(weights.lean) < probabilities.get(None, 0.0):
        return ()
    clear = {cue.type for cue in signs.clear if not cue.general}
    also = (kind for kind in others if kind in clear and probabilities[kind] >= _second(kind, signs, weights))
    return (first, *list(also)[:1])


def _second(kind: EventType, signs: Signs, weights: TypeWeights) -> float:
    """Probability from which a type is asked about beside another; less is enough with a party ahead of its words."""
    acting = signs.parties.get(kind, NOBODY).ahead
    return min(weights.second, weights.second_acting) if acting else weights.second


def _sum(values: Mapping[str, float], weights: TypeWeights) -> float:
    return sum(value * _weight(name, weights) for name, value in values.items() if value)


def _weight(name: str, weights: TypeWeights) -> float:
    sign, _, kind = name.partition(".")
    found: float = dict(weights.bias).get(EventType(kind), 0.0) if kind else getattr(weights, sign)
    return found


def _normalised(scores: Mapping[EventType | None, float]) -> dict[EventType | None, float]:
    most = max(scores.values())
    total = most + math.log(sum(math.exp(score - most) for score in scores.values()))
    return {kind: score - total for kind, score in scores.items()}
