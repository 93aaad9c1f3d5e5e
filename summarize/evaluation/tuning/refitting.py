"""Weights fitted to a suite, so that each of its cases is answered with weights that were not fitted to it.

Those of types come first. Fitted to all cases, they decide which phrases are asked about for those of parts; apart from
that, no label of a case has a part in how it is answered.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from summarize.article import Article
from summarize.errors import InputError, SummarizeError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.part_weights import LabelledPhrase, fitted_parts, parts_fitted_to_the_others
from summarize.evaluation.runs import Plan
from summarize.evaluation.weights import Labelled, fitted, fitted_to_the_others
from summarize.models.base import Model
from summarize.pipeline import Summarizer
from summarize.prompting import Prompt
from summarize.record import EventSummary
from summarize.waiting import in_order

_LabelT = TypeVar("_LabelT", Labelled, LabelledPhrase)


@dataclass(frozen=True)
class Fit:
    """A prompt with weights fitted to some cases.

    Attributes:
        prompt: With the weights fitted to all of them.
        others: For each case with the weights fitted to all the others.
    """

    prompt: Prompt
    others: Mapping[str, Prompt]

    def of(self, case: str) -> Prompt:
        """The prompt that a case is answered with; one that had no part in the fitting gets all there is."""
        return self.others.get(case, self.prompt)


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
        self._fit = fit
        self._min_confidence = summarizer.min_confidence

    async def run(self, article: Article) -> EventSummary:
        """Summarise one article."""
        prompt = self._fit.of(article.id)
        return await Summarizer(self.model, prompt=prompt, min_confidence=self._min_confidence).run(article)


@dataclass(frozen=True)
class Heard(Generic[_LabelT]):
    """What a model said of a case.

    Attributes:
        case: Its id.
        labelled: What it said, with what the labels say.
        problem: Why it said nothing.
    """

    case: str
    labelled: tuple[_LabelT, ...] = ()
    problem: SummarizeError | None = None


async def heard(
    cases: Sequence[LoadedCase], plan: Plan, model: Model, read: Callable[[LoadedCase], Awaitable[Sequence[_LabelT]]]
) -> AsyncGenerator[Heard[_LabelT], None]:
    """What the model says of each case, several cases at once."""

    async def one(loaded: LoadedCase) -> Heard[_LabelT]:
        try:
            with plan.taped(loaded.case.id):
                return Heard(loaded.case.id, tuple(await read(loaded)))
        except SummarizeError as error:
            return Heard(loaded.case.id, problem=error)

    jobs = max(1, plan.jobs or model.parallel)
    async with aclosing(in_order((partial(one, loaded) for loaded in cases), jobs=jobs)) as answers:
        async for answer in answers:
            yield answer


def fit_types(prompt: Prompt, found: Sequence[Heard[Labelled]]) -> Fit:
    """The prompt with weights of types fitted to what was heard.

    Raises:
        InputError: No sentence was heard of.
        SummarizeError: The model could not be asked about any.
        SettingsError: numpy or scipy is not installed.
    """
    sentences = [one for case in found for one in case.labelled]
    if not sentences:
        problem = next((case.problem for case in found if case.problem is not None), None)
        hint = "the strategy weighed asks about sentences in which a word announces an event"
        raise problem or InputError("no sentence to fit weights to", where=prompt.origin, hint=hint)
    others = {case: replace(prompt, weights=weights) for case, weights in fitted_to_the_others(sentences).items()}
    return Fit(replace(prompt, weights=fitted(sentences)), others)


def fit_parts(types: Fit, found: Sequence[Heard[LabelledPhrase]]) -> Fit:
    """The same with weights of parts fitted to what was heard; those it had stay where no phrase was heard of.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    phrases = [one for case in found for one in case.labelled]
    if not phrases:
        return types
    parts, others = fitted_parts(phrases), parts_fitted_to_the_others(phrases)
    cases = types.others.keys() | others.keys()
    return Fit(
        replace(types.prompt, parts=parts),
        {case: replace(types.of(case), parts=others.get(case, parts)) for case in cases},
    )
