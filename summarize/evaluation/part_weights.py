"""The weights by which a prompt of the strategy `weighed` decides on the part of a phrase, fitted to labelled phrases.

A conditional logit (`summarize.evaluation.logit`) over the parts that a phrase can fill and none. Parts share what they
have in common: a sign has one weight for all parties, one for those who do something, and one for each part; the
weights that come out are their sums. numpy and scipy do the mathematics (extra `eval`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.asking.deciding import decide, type_probabilities
from summarize.asking.filling import PART_ANSWERS, fill, part_probabilities, part_values, parts_of
from summarize.asking.joining import agreed
from summarize.asking.weighed import WeighedQuestion, weights_of
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.extra import require
from summarize.evaluation.labels import GoldEvent
from summarize.evaluation.logit import Prior, fitted_logit
from summarize.evaluation.naming import Name, same
from summarize.evaluation.weighings import Shares, Weighings, by_the_others, shares, told_in, weighed_questions
from summarize.mentions import Mention
from summarize.models.base import Model
from summarize.prompting import Part, PartWeights, Prompt
from summarize.record import EventType

_ORDER: tuple[Part | None, ...] = (None, *Part)
_SHARED: Mapping[Part, tuple[str, ...]] = {
    Part.WHO: ("party", "doer", "who"),
    Part.WHOM: ("party", "whom"),
    Part.SIDE: ("party", "doer", "side"),
    Part.AFFECTED: ("party", "affected"),
    Part.WHERE: ("where",),
}
"""Whose weights are added up for a part."""
_SPREADS = {"bias": 1.5, "actor": 0.2, "target": 0.2, "place": 0.2}
"""Standard deviation of the prior of a weight, by sign; log odds of the model's answers run to ten and more."""
_SPREAD = 0.45
_MEANS = {
    ("who", "actor"): 0.3,
    ("whom", "target"): 0.3,
    ("side", "actor"): 0.3,
    ("affected", "target"): 0.3,
    ("where", "place"): 0.3,
    ("who", "is_agent"): 3.0,
    ("side", "is_agent"): 1.0,
    ("party", "is_backer"): -2.0,
    ("who", "is_holder"): 3.0,
    ("who", "is_attacker"): 2.0,
    ("whom", "is_attacker"): -1.0,
    ("who", "is_accused"): 1.5,
    ("whom", "is_accused"): -0.5,
    ("party", "is_renaming"): -1.0,
    ("party", "is_other_clause"): -0.5,
    ("where", "is_other_clause"): -0.5,
    ("who", "is_subject"): 0.5,
    ("who", "is_passive_subject"): -1.0,
    ("whom", "is_object"): 1.0,
    ("whom", "is_passive_subject"): 1.0,
    ("who", "is_against"): -2.0,
    ("whom", "is_against"): 1.0,
    ("whom", "is_agent"): -2.0,
    ("whom", "is_loser"): 3.0,
    ("who", "is_undergoing"): -2.0,
    ("whom", "is_undergoing"): 2.0,
    ("whom", "is_on_cue"): 1.0,
    ("who", "is_sufferer"): -2.0,
    ("whom", "is_sufferer"): 2.0,
    ("side", "is_with"): 0.5,
    ("where", "is_at"): 0.5,
    ("party", "is_speaker"): -1.0,
}
"""Where the prior of a weight has its middle, where grammar speaks whatever the sentences at hand; 0 for the others."""
_SMALLEST = 0.05
"""A weight below this is left out."""
THRESHOLD: Final = 0.4
"""Probability from which a phrase fills a part, unless told otherwise; it is chosen, not fitted."""


@dataclass(frozen=True)
class LabelledPhrase:
    """A phrase with what a model said of it and what the labels say.

    Attributes:
        case: Id of its case.
        sentence: Number of its sentence in the article.
        text: The sentence.
        phrase: The phrase.
        kind: Type of the event that it was asked about.
        logprobs: The model's log probability of each of `PART_ANSWERS`.
        signs: How it stands in the sentence.
        parts: Parts that the labels accept; None for no part.
    """

    case: str
    sentence: int
    text: str
    phrase: Mention
    kind: EventType
    logprobs: Mapping[str, float]
    signs: frozenset[str]
    parts: frozenset[Part | None]

    @property
    def values(self) -> Mapping[str, float]:
        """What is weighed."""
        return part_values(self.kind, self.logprobs, self.signs)


def fitted_parts(phrases: Sequence[LabelledPhrase], threshold: float = THRESHOLD) -> PartWeights:
    """The weights under which the labels are most probable, given the priors, to the second decimal.

    Args:
        phrases: What they are fitted to; without any the weights are where their priors have their middle.
        threshold: Goes into the weights as it is.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    require()
    import numpy as np  # noqa: PLC0415  (the optional part)

    keys = sorted(
        set(_MEANS)
        | {
            (owner, sign)
            for one in phrases
            for part in parts_of(one.kind)
            for owner in _SHARED[part]
            for sign in one.values
        }
    )
    column = {key: number for number, key in enumerate(keys)}
    values = np.zeros((len(phrases), len(_ORDER), len(keys)))
    accepted = np.zeros((len(phrases), len(_ORDER)))
    for row, one in enumerate(phrases):
        parts = parts_of(one.kind)
        for answer, part in enumerate(_ORDER):
            accepted[row, answer] = part in one.parts if part is None or part in parts else np.nan
            for owner in _SHARED[part] if part in parts and part is not None else ():
                for sign, value in one.values.items():
                    values[row, answer, column[owner, sign]] = value
    spread = np.array([_SPREADS.get(sign, _SPREAD) for _, sign in keys])
    means = np.array([_MEANS.get(key, 0.0) for key in keys])
    found = fitted_logit(values, accepted, Prior(means, spread))
    by_key = dict(zip(keys, map(float, found), strict=True))
    signs = sorted({sign for _, sign in keys})
    return PartWeights.model_validate(
        {part.value: _summed(by_key, _SHARED[part], signs) for part in Part} | {"threshold": threshold}
    )


def _summed(by_key: Mapping[tuple[str, str], float], owners: Iterable[str], signs: Iterable[str]) -> dict[str, float]:
    sums = {sign: round(sum(by_key.get((owner, sign), 0.0) for owner in owners), 2) for sign in signs}
    return {sign: value for sign, value in sums.items() if abs(value) >= _SMALLEST}


def _parts(event: GoldEvent, kind: EventType, phrase: Mention) -> frozenset[Part | None]:
    name = Name.of([phrase.text])
    party = next((one for one in event.participants if same(name, Name.of(one.names, one.canonical))), None)
    place = next((one for one in event.places if same(name, Name.of(one.names, one.canonical))), None)
    found: set[Part | None] = set()
    for part, role in parts_of(kind).items():
        if (role is None and place is not None) or (role is not None and party is not None and role in party.role):
            found.add(part)
    if not found or any(one is not None and one.optional for one in (party, place)):
        found.add(None)
    return frozenset(found)


async def labelled_phrases(
    loaded: LoadedCase, model: Model, prompt: Prompt, weighings: Weighings
) -> list[LabelledPhrase]:
    """Every phrase of a case that is asked about, of events that the labels have with the type decided on.

    Args:
        loaded: The case.
        model: What is asked.
        prompt: A prompt of the strategy `weighed`; the types are decided by its weights, its `parts` play no role.
        weighings: What is known already.
    """
    found: list[LabelledPhrase] = []
    for question in weighed_questions(loaded, model, prompt):
        found += await _phrases(loaded, question, model, weighings)
    return found


async def _phrases(
    loaded: LoadedCase, question: WeighedQuestion, model: Model, weighings: Weighings
) -> list[LabelledPhrase]:
    weights = weights_of(question.prompt)
    logprobs = await weighings.of(model, question.type_messages)
    if not logprobs:
        return []
    chances = type_probabilities(logprobs, question.signs, weights)
    kinds, gold = decide(chances, question.signs, weights), told_in(loaded, question.sentence)
    found = []
    for kind in kinds:
        event = next((event for event in gold if kind in event.type), None)
        if event is None or kind is EventType.OTHER:
            continue
        for phrase in question.asked(kind):
            said = await weighings.of(model, question.part_messages(kind, phrase), PART_ANSWERS)
            if said:
                signs, parts = question.standing(kind, phrase), _parts(event, kind, phrase)
                asked = question.sentence
                one = LabelledPhrase(loaded.case.id, asked.number, asked.text, phrase, kind, said, signs, parts)
                found.append(one)
    return found


def parts_fitted_to_the_others(
    phrases: Sequence[LabelledPhrase], threshold: float = THRESHOLD
) -> dict[str, PartWeights]:
    """For each case the weights fitted to all the others.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    return by_the_others(phrases, lambda others: fitted_parts(others, threshold))


def told_parts(phrases: Sequence[LabelledPhrase], weights: Callable[[LabelledPhrase], PartWeights]) -> Shares:
    """Precision, recall and F1 of the parts of phrases, places included, decided for each event as a whole."""
    right = wrong = missed = 0
    for event in dict.fromkeys((one.case, one.sentence, one.kind) for one in phrases):
        together = {one.phrase: one for one in phrases if (one.case, one.sentence, one.kind) == event}
        any_of_them = next(iter(together.values()))
        used, text = weights(any_of_them), any_of_them.text
        chances = [
            (phrase, part_probabilities(one.kind, one.logprobs, one.signs, used)) for phrase, one in together.items()
        ]
        taken = {phrase: part for phrase, part, _ in fill(agreed(chances, text), used.threshold, text)}
        for phrase, one in together.items():
            hit = phrase in taken and taken[phrase] in one.parts
            right += hit and None not in one.parts
            wrong += phrase in taken and not hit
            missed += not hit and None not in one.parts
    return shares(right, wrong, missed)
