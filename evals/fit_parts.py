"""Fit by what a phrase's part is decided in a prompt of the strategy `weighed`, to the labels of the dev half.

    python -m evals.fit_parts [SUITE] [--model NAME] [--prompt FILE] [--live]

A conditional logit over the parts that a phrase can fill and none. Parts share what they have in common: a sign has one
weight for all parties, one for those who do something, and one for each part, and what is printed is their sum. The
probabilities come from the cassettes of the suite unless --live is given. Prints the weights as YAML, to be put into
prompts/weights/, and on standard error how well the parts of phrases are told: with the weights that ship, and with
new ones in leave-one-article-out cross-validation. Fit the types first: `python -m evals.fit_weights`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import aclosing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np

from evals.fit_weights import SEED
from summarize.asking import plan
from summarize.asking.deciding import ANSWERS, decide, type_probabilities
from summarize.asking.filling import PART_ANSWERS, part_probabilities, part_values, parts_of
from summarize.asking.weighed import WeighedQuestion, filling, weighing, weights_of
from summarize.evaluation.cases import GoldEvent, LoadedCase, load_suite
from summarize.evaluation.logit import Prior, fitted_logit
from summarize.evaluation.naming import Name, same
from summarize.mentions import Mention
from summarize.models.choice import choose_model
from summarize.models.replay import cassette_path, replaying
from summarize.pipeline import reported_by_sentence
from summarize.prompting import Part, PartWeights, Prompt, builtin_prompt, load_prompt, written_parts
from summarize.record import EventType
from summarize.resolving.context import ArticleContext

NONE: tuple[Part | None, ...] = (None,)
ORDER = NONE + tuple(Part)
SHARED: Mapping[Part, tuple[str, ...]] = {
    Part.WHO: ("party", "doer", "who"),
    Part.WHOM: ("party", "whom"),
    Part.SIDE: ("party", "doer", "side"),
    Part.AFFECTED: ("party", "affected"),
    Part.WHERE: ("where",),
}
"""Whose weights are added up for a part."""
SPREADS = {"bias": 1.5, "actor": 0.2, "target": 0.2, "place": 0.2}
"""Standard deviation of the prior of a weight, by sign; log odds of the model's answers run to ten and more."""
SPREAD = 0.45
MEANS = {
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
    ("whom", "is_against"): 1.0,
    ("whom", "is_agent"): -2.0,
    ("whom", "is_loser"): 3.0,
    ("side", "is_with"): 0.5,
    ("where", "is_at"): 0.5,
    ("party", "is_speaker"): -1.0,
}
"""Where the prior of a weight has its middle, where grammar speaks whatever the sentences at hand; 0 for the others."""
SMALLEST = 0.05
"""A weight below this is left out."""
THRESHOLD = 0.4


@dataclass(frozen=True)
class Labelled:
    """A phrase, what the model said of it, how it stands, and the parts that the labels accept; None for no part."""

    case: str
    question: int
    phrase: Mention
    kind: EventType
    logprobs: Mapping[str, float]
    signs: frozenset[str]
    parts: frozenset[Part | None]

    @property
    def values(self) -> Mapping[str, float]:
        """What is weighed."""
        return part_values(self.kind, self.logprobs, self.signs)


def fitted(phrases: Sequence[Labelled], threshold: float = THRESHOLD) -> PartWeights:
    """The weights under which the labels are most probable, given the priors."""
    keys = sorted(
        set(MEANS)
        | {
            (owner, sign)
            for one in phrases
            for part in parts_of(one.kind)
            for owner in SHARED[part]
            for sign in one.values
        }
    )
    column = {key: number for number, key in enumerate(keys)}
    values = np.zeros((len(phrases), len(ORDER), len(keys)))
    accepted = np.zeros((len(phrases), len(ORDER)))
    for row, one in enumerate(phrases):
        parts = parts_of(one.kind)
        for answer, part in enumerate(ORDER):
            accepted[row, answer] = part in one.parts if part is None or part in parts else np.nan
            for owner in SHARED[part] if part in parts and part is not None else ():
                for sign, value in one.values.items():
                    values[row, answer, column[owner, sign]] = value
    spread = np.array([SPREADS.get(sign, SPREAD) for _, sign in keys])
    means = np.array([MEANS.get(key, 0.0) for key in keys])
    found = fitted_logit(values, accepted, Prior(means, spread))
    by_key = dict(zip(keys, map(float, found), strict=True))
    signs = sorted({sign for _, sign in keys})
    return PartWeights.model_validate(
        {part.value: _summed(by_key, SHARED[part], signs) for part in Part} | {"threshold": threshold}
    )


def _summed(by_key: Mapping[tuple[str, str], float], owners: Iterable[str], signs: Iterable[str]) -> dict[str, float]:
    sums = {sign: round(sum(by_key.get((owner, sign), 0.0) for owner in owners), 2) for sign in signs}
    return {sign: value for sign, value in sums.items() if abs(value) >= SMALLEST}


def told(phrases: Sequence[Labelled], weights: Callable[[Labelled], PartWeights]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the parts of phrases, places included."""
    right = wrong = missed = 0
    for number in dict.fromkeys(one.question for one in phrases):
        together = {one.phrase: one for one in phrases if one.question == number}
        used = weights(next(iter(together.values())))
        chances = [
            (phrase, part_probabilities(one.kind, one.logprobs, one.signs, used)) for phrase, one in together.items()
        ]
        taken = {phrase: part for phrase, part, _ in filling(chances, used.threshold)}
        for phrase, one in together.items():
            hit = phrase in taken and taken[phrase] in one.parts
            right += hit and None not in one.parts
            wrong += phrase in taken and not hit
            missed += not hit and None not in one.parts
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


async def labelled(loaded: LoadedCase, model: Any, prompt: Prompt, first: int) -> list[Labelled]:
    """Every phrase of a case that is asked about, of events that the labels have with the type decided on."""
    article = loaded.article()
    context = ArticleContext(article)
    questions = plan(
        article,
        prompt,
        strategy="weighed",
        context_tokens=model.context_tokens,
        mentions=context.mentions,
        reported=reported_by_sentence(context),
    )
    weights = weights_of(prompt)
    found: list[Labelled] = []
    for number, question in enumerate(questions, first):
        if not isinstance(question, WeighedQuestion):
            continue
        weighed = await weighing(model).weigh(question.type_messages, tuple(ANSWERS))
        if not weighed.logprobs:
            continue
        chances = type_probabilities(weighed.logprobs, question.signs, question.words, weights)
        for kind in decide(chances, question.signs, weights.second):
            event = _event(loaded, question, kind)
            for phrase in question.asked(kind) if kind is not EventType.OTHER else ():
                said = await weighing(model).weigh(question.part_messages(kind, phrase), PART_ANSWERS)
                if event is not None and said.logprobs:
                    signs = question.standing(kind, phrase)
                    parts = _parts(event, kind, phrase)
                    found.append(Labelled(loaded.case.id, number, phrase, kind, said.logprobs, signs, parts))
    return found


def _event(loaded: LoadedCase, question: WeighedQuestion, kind: EventType) -> GoldEvent | None:
    """The labelled event of a type that the sentence of a question reports."""
    start, end = question.sentence.start, question.sentence.end
    return next(
        (
            event
            for event in loaded.case.events
            if kind in event.type and any(start <= loaded.text.index(quote) < end for quote in event.evidence)
        ),
        None,
    )


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


async def gathered(cases: Iterable[LoadedCase], model: Any, prompt: Prompt, cassettes: Path | None) -> list[Labelled]:
    """The phrases of all cases; from cassettes only of those that have one."""
    found: list[Labelled] = []
    async with aclosing(model):
        for loaded in cases:
            first = 1 + max((one.question for one in found), default=0)
            if cassettes is None:
                tape: Any = nullcontext()
            elif cassette_path(cassettes, article=loaded.case.id, model=model).is_file():
                tape = replaying(cassettes, article=loaded.case.id, model=model)
            else:
                continue
            with tape:
                found += await labelled(loaded, model, prompt, first)
    return found


def without(phrases: Sequence[Labelled]) -> dict[str, PartWeights]:
    """For each article, the weights fitted to all the others."""
    return {
        case: fitted([one for one in phrases if one.case != case]) for case in sorted({one.case for one in phrases})
    }


@click.command()
@click.argument("suite", type=click.Path(path_type=Path), default=Path("evals"))
@click.option("--model", default="local:qwen2.5-coder-1.5b", show_default=True)
@click.option("--prompt", type=click.Path(path_type=Path), help="Prompt file instead of the one that ships.")
@click.option("--live", is_flag=True, help="Ask the model instead of the cassettes.")
def main(suite: Path, model: str, prompt: Path | None, *, live: bool) -> None:
    """Fit the weights of parts to the dev half of SUITE and print them as YAML."""
    cases = [loaded for loaded in load_suite(suite).cases if loaded.case.split == "dev" and loaded.case.id != SEED]
    chosen, _ = choose_model(model)
    used = load_prompt(prompt) if prompt else builtin_prompt("weighed")
    phrases = asyncio.run(gathered(cases, chosen, used, None if live else suite / "cassettes"))
    if not phrases:
        raise click.UsageError(f"no case of the dev half of {suite} has a recording; --live asks the model")
    shipped, fresh, others = used.parts, fitted(phrases), without(phrases)
    articles = len({one.case for one in phrases})
    click.echo(f"{len(phrases)} phrases of {articles} articles; precision, recall, F1 of their parts", err=True)
    if shipped is not None:
        _show("weights that ship", told(phrases, lambda _: shipped))
    _show("new weights, on what they were fitted to", told(phrases, lambda _: fresh))
    _show("new weights, each article by the others", told(phrases, lambda one: others[one.case]))
    click.echo(written_parts(fresh), nl=False)


def _show(name: str, figures: tuple[float, float, float]) -> None:
    click.echo(f"{name:<45} " + "  ".join(f"{figure:.3f}" for figure in figures), err=True)


if __name__ == "__main__":
    main()
