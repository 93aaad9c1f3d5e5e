"""Fit what the probabilities of a prompt of the strategy `weighed` are worth, to the labels of the dev half.

    python -m evals.fit_calibration [SUITE] [--model NAME] [--prompt FILE] [--live]

A logistic map of the log odds for each kind of thing that has a probability (Platt 1999, with his smoothed targets),
fitted to what comes out of the whole way from the cassettes of the suite: an event is right by the strict rule of
`summarize.evaluation.calibration`. Probabilities are those of weights fitted to the other articles, for those that ship
have seen the labels and are surer of these articles than of others.

The probabilities come from the cassettes of the suite, or for a model that has none from SUITE/weighings/NAME.jsonl,
where with --live the model adds what is not in it.
Prints the calibration as YAML, to be put below the weights in prompts/weights/, and on standard error how well it does
in leave-one-article-out cross-validation, beside the probabilities as they are and an isotonic map. Fit the weights
first: `python -m evals.fit_weights`, `python -m evals.fit_parts`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
import yaml
from scipy.optimize import isotonic_regression, minimize
from scipy.special import expit

from evals.fitting import Fitting, fitting_options
from summarize.asking.calibrating import calibrated, log_odds
from summarize.asking.deciding import decide, type_probabilities
from summarize.asking.weighed import weights_of
from summarize.evaluation.calibration import KINDS, Judged, Kind, calibration_of, judged
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.part_weights import LabelledPhrase, labelled_phrases, parts_fitted_to_the_others
from summarize.evaluation.scores import score
from summarize.evaluation.weighings import Remembered, Weighings
from summarize.evaluation.weights import Labelled, fitted_to_the_others, labelled
from summarize.pipeline import Summarizer
from summarize.prompting import Calibration, Sigmoid, TypeWeights
from summarize.record import EventSummary, EventType

AS_IT_IS = Sigmoid(slope=1, offset=0)
"""Leaves a probability as it is."""
Chances = Mapping[int, Mapping[EventType, float]]
"""Probability of each type that was asked about, by the number of its sentence."""
Map = Callable[[float], float]


@dataclass(frozen=True)
class Answered:
    """A case with its sentences and what the model's answers came to, with probabilities as they are."""

    loaded: LoadedCase
    sentences: tuple[Labelled, ...]
    record: EventSummary

    def judged(self, weights: TypeWeights, others: TypeWeights) -> dict[Kind, list[Judged]]:
        """What has a probability, and whether it is right; an event has that of the weights of `others`."""
        found = judged(self.record, score(self.loaded, self.record).matches)
        chances = {sentence.number: _chances(sentence, weights, others) for sentence in self.sentences}
        numbers = {sentence.start: sentence.number for sentence in self.loaded.article().sentences}

        def unseen(item: Judged) -> Judged:
            event = self.record.events[int(item.path.split(".")[1])]
            told = [chances[numbers[span.start]] for span in event.evidence]
            return replace(item, confidence=max(_of_type(event.type, chance) for chance in told))

        return {**found, "event": [unseen(item) for item in found["event"]]}


def _chances(sentence: Labelled, weights: TypeWeights, others: TypeWeights) -> Mapping[EventType, float]:
    """The types that the weights choose, with the probabilities that those of the other articles give."""
    own, unseen = (type_probabilities(sentence.logprobs, sentence.signs, used) for used in (weights, others))
    return {kind: unseen[kind] for kind in decide(own, sentence.signs, weights)}


def _of_type(kind: EventType, chances: Mapping[EventType, float]) -> float:
    """The probability of a type, or of the one that a rule made it from."""
    return chances[kind] if kind in chances else max(chances.values())


def platt(items: Sequence[Judged]) -> Sigmoid:
    """The logistic map of log odds under which the outcomes are most probable (Platt 1999)."""
    odds = np.array([log_odds(item.confidence) for item in items])
    right = np.array([item.right for item in items])
    wanted = np.where(right, (right.sum() + 1) / (right.sum() + 2), 1 / ((~right).sum() + 2))

    def loss(values: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = values[0] * odds + values[1]
        excess = expit(scores) - wanted
        return float(np.sum(np.logaddexp(0, scores) - wanted * scores)), np.array([excess @ odds, excess.sum()])

    slope, offset = minimize(loss, [1.0, 0.0], jac=True, method="L-BFGS-B", bounds=[(0.01, None), (None, None)]).x
    return Sigmoid(slope=round(float(slope), 2), offset=round(float(offset), 2))


def _platt_map(items: Sequence[Judged]) -> Map:
    sigmoid = platt(items)
    return lambda probability: calibrated(probability, sigmoid)


def _isotonic_map(items: Sequence[Judged]) -> Map:
    """Pooled adjacent violators (Ayer et al. 1955), straight lines between the items."""
    ordered = sorted(items, key=lambda item: item.confidence)
    found = isotonic_regression([float(item.right) for item in ordered]).x
    at = [item.confidence for item in ordered]
    return lambda probability: float(np.interp(probability, at, found))


MAPS: Mapping[str, Callable[[Sequence[Judged]], Map]] = {
    "as they are": lambda _: lambda probability: probability,
    "logistic": _platt_map,
    "isotonic": _isotonic_map,
}


def held_out(documents: Sequence[Sequence[Judged]], fit: Callable[[Sequence[Judged]], Map]) -> list[list[Judged]]:
    """Each article's items, mapped by what the others say."""
    mapped = []
    for number, document in enumerate(documents):
        found = fit([item for at, other in enumerate(documents) if at != number for item in other])
        mapped.append([replace(item, confidence=found(item.confidence)) for item in document])
    return mapped


async def answered(by: Fitting, *, live: bool = False) -> list[Answered]:
    """What the recordings of the cases, or else the kept weighings, come to, with every probability as it is.

    What is not among kept weighings is left out, or asked `live`.

    Parts are those of weights fitted to the other articles; of types only the probabilities can be (`Answered.judged`),
    for another type would have been asked about with words that were not recorded.
    """
    plain = Calibration(event=AS_IT_IS, participant=AS_IT_IS, place=AS_IT_IS)
    uncalibrated = replace(by.prompt, weights=weights_of(by.prompt).model_copy(update={"calibration": plain}))
    sentences: dict[str, list[Labelled]] = {}
    phrases: list[LabelledPhrase] = []
    found = []
    recorded = by.recorded
    cases, replaying = (recorded, by.replaying) if recorded else (by.cases, nullcontext)
    kept = Weighings(by.weighings, closed=not live)
    model = by.model if recorded else Remembered(by.model, kept)
    async with aclosing(by.model):
        for loaded in cases:
            known = Weighings()
            with replaying(loaded):
                sentences[loaded.case.id] = await labelled(loaded, model, by.prompt, known)
                phrases += await labelled_phrases(loaded, model, by.prompt, known)
        others = parts_fitted_to_the_others(phrases)
        for loaded in cases:
            unseen = replace(uncalibrated, parts=others.get(loaded.case.id, by.prompt.parts))
            with replaying(loaded):
                record = await Summarizer(model, prompt=unseen).run(loaded.article())
            found.append(Answered(loaded, tuple(sentences[loaded.case.id]), record))
    if kept.missing:
        click.echo(f"{len(kept.missing)} questions have no answer in {by.weighings}; --live asks the model", err=True)
    return found


def fitted(answers: Sequence[Answered], weights: TypeWeights) -> dict[Kind, list[list[Judged]]]:
    """By kind the items of each article, with probabilities that its own labels had no part in."""
    others = fitted_to_the_others([sentence for one in answers for sentence in one.sentences])
    found = [one.judged(weights, others.get(one.loaded.case.id, weights)) for one in answers]
    return {kind: documents for kind in KINDS if any(documents := [one[kind] for one in found])}


@click.command()
@fitting_options
@click.option("--live", is_flag=True, help="Ask the model for what is not in SUITE/weighings, and keep it there.")
def main(suite: Path, model: str, prompt: Path | None, *, live: bool) -> None:
    """Fit the calibration to the dev half of SUITE and print it as YAML."""
    by = Fitting.of(suite, model, prompt)
    if live and by.recorded:
        raise click.UsageError(f"{suite} has recordings of {by.model.name}, which are what it is fitted to")
    by_kind = fitted(asyncio.run(answered(by, live=live)), weights_of(by.prompt))
    if not by_kind:
        raise click.UsageError(f"no case of the dev half of {suite} has an event in its recording or in {by.weighings}")
    for kind, documents in by_kind.items():
        for line in _told(kind, documents):
            click.echo(line, err=True)
    maps = {kind: platt([item for one in documents for item in one]) for kind, documents in by_kind.items()}
    told = {"calibration": Calibration.model_validate(maps).model_dump(exclude_none=True)}
    click.echo(yaml.safe_dump(told, sort_keys=False), nl=False)


def _told(kind: Kind, documents: Sequence[Sequence[Judged]]) -> Iterator[str]:
    count = sum(map(len, documents))
    yield f"{count} {kind}s of {len(documents)} articles; Brier score, expected calibration error, by chance"
    for name, fit in MAPS.items():
        found = calibration_of(kind, held_out(documents, fit))
        yield f"{name:<15} {found.brier:.4f}  {found.ece:.4f}  {found.chance:.4f}"


if __name__ == "__main__":
    main()
