"""Type weights fitted to a suite, so that each of its cases is answered with weights that were not fitted to it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial

from summarize.article import Article
from summarize.errors import InputError, SummarizeError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.hearing import in_order
from summarize.evaluation.runs import Plan
from summarize.evaluation.weights import Labelled, Weighings, fitted, fitted_to_the_others, labelled
from summarize.models.base import Model
from summarize.pipeline import Summarizer
from summarize.prompting import Prompt, TypeWeights
from summarize.record import EventSummary


@dataclass(frozen=True)
class Fit:
    """Weights fitted to some cases.

    Attributes:
        prompt: The prompt with the weights fitted to all of them.
        others: For each case the weights fitted to all the others.
        sentences: How many sentences they were fitted to.
    """

    prompt: Prompt
    others: Mapping[str, TypeWeights]
    sentences: int


class Refitted:
    """A summarizer that answers each case with weights that were not fitted to it.

    Args:
        summarizer: What asks.
        fit: The weights.
    """

    def __init__(self, summarizer: Summarizer, fit: Fit) -> None:
        self.model = summarizer.model
        self.strategy = fit.prompt.strategy
        self.prompt = fit.prompt
        self._others = fit.others
        self._min_confidence = summarizer.min_confidence

    async def run(self, article: Article) -> EventSummary:
        """Summarise one article, with all weights where none were fitted to it."""
        weights = self._others.get(article.id, self.prompt.weights)
        prompt = replace(self.prompt, weights=weights)
        return await Summarizer(self.model, prompt=prompt, min_confidence=self._min_confidence).run(article)


Heard = tuple[LoadedCase, list[Labelled] | SummarizeError]
"""A case with its sentences, or with the reason why there are none."""


async def heard(
    cases: Sequence[LoadedCase], plan: Plan, model: Model, prompt: Prompt, weighings: Weighings
) -> AsyncGenerator[Heard, None]:
    """The sentences of each case as the model weighs them, several cases at once."""

    async def read(loaded: LoadedCase) -> Heard:
        try:
            with plan.taped(loaded.case.id):
                return loaded, await labelled(loaded, model, prompt, weighings)
        except SummarizeError as error:
            return loaded, error

    jobs = max(1, plan.jobs or model.parallel)
    async with aclosing(in_order((partial(read, one) for one in cases), jobs=jobs)) as answers:
        async for one in answers:
            yield one


def fit(prompt: Prompt, found: Sequence[Heard]) -> Fit:
    """Weights fitted to what was heard.

    Raises:
        InputError: No sentence was heard of.
        SummarizeError: The model could not be asked about any.
        SettingsError: numpy or scipy is not installed.
    """
    sentences = [one for _, outcome in found if isinstance(outcome, list) for one in outcome]
    if not sentences:
        problem = next((outcome for _, outcome in found if isinstance(outcome, SummarizeError)), None)
        hint = "the strategy weighed asks about sentences in which a word announces an event"
        raise problem or InputError("no sentence to fit weights to", where=prompt.origin, hint=hint)
    return Fit(replace(prompt, weights=fitted(sentences)), fitted_to_the_others(sentences), len(sentences))
