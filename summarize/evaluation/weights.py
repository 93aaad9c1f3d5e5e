"""The weights of a prompt of the strategy `weighed`, fitted to labelled sentences.

A conditional logit over the types and none (`summarize.evaluation.logit`).
numpy and scipy do the mathematics (extra `eval`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from summarize.asking.choices import Signs
from summarize.asking.deciding import ANSWERS, answer_values, decide, type_logprobs, type_probabilities
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.extra import require
from summarize.evaluation.logit import Prior, fitted_logit
from summarize.evaluation.weighings import Shares, Weighings, by_the_others, shares, told_in, weighed_questions
from summarize.models.base import Model
from summarize.prompting import Prompt, TypeWeights
from summarize.record import EventType


class Chosen(NamedTuple):
    """What of the weights is chosen and not fitted; see `TypeWeights`.

    A lean of 0.2 leaves F1 of the types of single sentences about as it is (`python -m evals.fit_weights --lean 0`) and
    finds more of plain and short news. A second event that has a party of its own is looked for from 0.15 on.
    """

    second: float = 0.25
    second_acting: float = 0.15
    lean: float = 0.2


CHOSEN: Final = Chosen()
SIGNS: Final = (
    "logprob",
    "none_logprob",
    "clear",
    "nominal",
    "general",
    "faint",
    "repeated",
    "none",
    "length",
    "undated",
    "undated_acting",
    "undated_situation",
    "party_ahead",
    "party_behind",
)
_TYPES = tuple(kind.value for kind in ANSWERS.values() if kind is not None)
_NAMES = (*SIGNS, *(f"bias.{kind}" for kind in _TYPES))
_COLUMNS = {name: column for column, name in enumerate(_NAMES)}
_MEANS = {"logprob": 0.5, "clear": 1.0, "general": 0.5, "faint": 0.5}
"""Where the prior of a weight has its middle; 0 for the others."""
_SPREAD = {"bias": 0.7}
"""Standard deviation of the prior of a weight, by sign; 1 for the others."""
_OPTIONAL = 0.3
"""How much an event counts that a label calls optional."""
_UNTOLD = 0.5
"""How much it counts that a sentence may report nothing, where all its events are optional."""


@dataclass(frozen=True)
class Labelled:
    """A sentence with what a model said of it and what the labels say.

    Attributes:
        case: Id of its case.
        logprobs: The model's log probability of each name of a type, and of none.
        signs: What the sentence tells by itself.
        gold: Acceptable types of each labelled event that the sentence reports, and whether the event is optional.
        number: Number of the sentence in its article.
    """

    case: str
    logprobs: Mapping[str, float]
    signs: Signs
    gold: tuple[tuple[frozenset[EventType], bool], ...]
    number: int = 0

    @property
    def values(self) -> list[list[float]]:
        """A row for each answer, a column for each weight."""
        rows = [[0.0] * len(_NAMES) for _ in ANSWERS]
        for row, (kind, logprob) in zip(rows, type_logprobs(self.logprobs).items(), strict=True):
            for name, value in answer_values(kind, logprob, self.signs).items():
                row[_COLUMNS[name]] = value
        return rows

    @property
    def targets(self) -> list[tuple[float, list[int]]]:
        """Which answers are right, with how much each counts."""
        order = list(ANSWERS.values())
        found = [
            (_OPTIONAL if optional else 1.0, [order.index(kind) for kind in kinds]) for kinds, optional in self.gold
        ]
        if all(optional for _, optional in self.gold):
            found.append((_UNTOLD if self.gold else 1.0, [order.index(None)]))
        return found


async def labelled(loaded: LoadedCase, model: Model, prompt: Prompt, weighings: Weighings) -> list[Labelled]:
    """Every sentence of a case that is asked about, weighed; one that got no answer is left out.

    Args:
        loaded: The case.
        model: What is asked.
        prompt: A prompt of the strategy `weighed`; its weights play no part.
        weighings: What is known already.
    """
    found = []
    for question in weighed_questions(loaded, model, prompt):
        logprobs = await weighings.of(model, question.type_messages)
        if logprobs:
            sentence = question.sentence
            gold = tuple((frozenset(event.type), event.optional) for event in told_in(loaded, sentence))
            found.append(Labelled(loaded.case.id, logprobs, question.signs, gold, sentence.number))
    return found


def fitted(sentences: Sequence[Labelled], chosen: Chosen = CHOSEN) -> TypeWeights:
    """The weights under which the labels are most probable, given the priors, to the second decimal.

    Args:
        sentences: What they are fitted to; without any the weights are where their priors have their middle.
        chosen: Goes into the weights as it is.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    require()
    import numpy as np  # noqa: PLC0415  (the optional part)

    means = np.array([_MEANS.get(name, 0.0) for name in _NAMES])
    if not sentences:
        return _weights(means, chosen)
    wanted = [(sentence.values, *target) for sentence in sentences for target in sentence.targets]
    accepted = np.zeros((len(wanted), len(ANSWERS)))
    for line, (_, share, answers) in enumerate(wanted):
        accepted[line, answers] = share
    spread = np.array([_SPREAD.get(name.partition(".")[0], 1.0) for name in _NAMES])
    values = np.array([rows for rows, _, _ in wanted])
    return _weights(fitted_logit(values, accepted, Prior(means, spread)), chosen)


def _weights(found: Iterable[Any], chosen: Chosen) -> TypeWeights:
    by_name = dict(zip(_NAMES, (round(float(one), 2) for one in found), strict=True))
    bias = {name.removeprefix("bias."): value for name, value in by_name.items() if name.startswith("bias.")}
    return TypeWeights.model_validate({**{name: by_name[name] for name in SIGNS}, "bias": bias, **chosen._asdict()})


def fitted_to_the_others(sentences: Sequence[Labelled], chosen: Chosen = CHOSEN) -> dict[str, TypeWeights]:
    """For each case the weights fitted to all the others: what is measured with them was not fitted to itself.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    return by_the_others(sentences, lambda others: fitted(others, chosen))


def told(sentences: Iterable[Labelled], weights: Callable[[Labelled], TypeWeights]) -> Shares:
    """Precision, recall and F1 of the types of single sentences, decided with the weights that each is given."""
    right = wrong = missed = 0
    for sentence in sentences:
        used = weights(sentence)
        chances = type_probabilities(sentence.logprobs, sentence.signs, used)
        left = list(sentence.gold)
        for kind in decide(chances, sentence.signs, used):
            hit = next((one for one in left if kind in one[0]), None)
            if hit is None:
                wrong += 1
            else:
                left.remove(hit)
                right += not hit[1]
        missed += sum(not optional for _, optional in left)
    return shares(right, wrong, missed)
