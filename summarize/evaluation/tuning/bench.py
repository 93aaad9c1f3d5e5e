"""Where variants are run: each on a half of a suite, into a run file that can be gone on with."""

from __future__ import annotations

import hashlib
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from summarize.errors import InputError
from summarize.evaluation.cases import Suite
from summarize.evaluation.evaluating import Evaluation
from summarize.evaluation.part_weights import LabelledPhrase, labelled_phrases
from summarize.evaluation.runs import CaseResult, Plan, Run, Todo, begin_run, read_run, run_rest
from summarize.evaluation.splits import Split
from summarize.evaluation.tuning.refitting import Fit, Heard, Refitted, fit_parts, fit_types, heard
from summarize.evaluation.tuning.variants import Variant
from summarize.evaluation.weighings import Weighings
from summarize.evaluation.weights import Labelled, labelled
from summarize.pipeline import Summarizer

_LabelT = TypeVar("_LabelT", Labelled, LabelledPhrase)


class OutOfTimeError(Exception):
    """The deadline came before there were weights to run with."""


@dataclass(frozen=True)
class Bench:
    """Where variants are run, and how.

    Attributes:
        order: The suite, and how a model is asked.
        suite: Its cases.
        folder: Where run files are kept.
        make: Makes the summarizer of a variant.
        resume: Go on with runs that are there.
        tell: Takes a line a case.
        deadline: Reading of `time.monotonic` after which no further case is begun; None for no limit.
    """

    order: Evaluation
    suite: Suite
    folder: Path
    make: Callable[[Variant], Summarizer]
    resume: bool = False
    tell: Callable[[str], None] = lambda _: None
    deadline: float | None = None
    _fits: dict[tuple[Variant, tuple[str, ...]], Fit] = field(default_factory=dict)

    def half(self, split: Split, sample: int | None = None) -> Suite:
        """The cases of a half.

        Args:
            split: Which half.
            sample: How many of them; those whose ids have the smallest SHA-256, so that a larger sample holds the
                smaller one and nobody chooses.

        Raises:
            InputError: There is none.
        """
        cases = [one for one in self.suite.cases if one.case.split == split]
        absent = tuple(one for one in self.suite.absent if one.case.split == split)
        if not cases:
            hint = "the id of a case decides its half" + ("; --dev-only needs no test half" if split == "test" else "")
            raise InputError(f"has no case of the {split} half here", where=str(self.order.suite), hint=hint)
        chosen = sorted(cases, key=lambda one: hashlib.sha256(one.case.id.encode()).digest())[:sample]
        return replace(self.suite, cases=tuple(one for one in cases if one in chosen), absent=absent)

    def path(self, variant: Variant, split: Split) -> Path:
        """The run file of a variant."""
        return self.folder / split / f"{variant.file}.jsonl"

    async def run(self, variant: Variant, split: Split, dev: Suite, sample: int | None = None) -> Run:
        """Run a variant on the cases of a half, as far as there is time.

        Args:
            variant: What is run.
            split: Which half.
            dev: The cases that weights are fitted to.
            sample: How many cases of the half; None for all.

        Raises:
            InputError: The half has no case, the run file is there already, or it is of something else.
            OutOfTimeError: The deadline came while weights were fitted.
            SummarizeError: The model cannot be asked about any sentence that weights are fitted to.
        """
        path = self.path(variant, split)
        async with self.made(variant) as summarizer:
            fitted = await self.fit(variant, summarizer, dev) if variant.refit else None
            system = Refitted(summarizer, fitted) if fitted else summarizer
            cases, plan = self.order.plan(system, self.half(split, sample))
            tried = {result.id for result in read_run(path).results} if self.resume and path.exists() else set()
            todo = begin_run(cases, plan, path, resume=self.resume)
            # what failed is tried again last, so that it cannot use up the time of every call
            todo.sort(key=lambda one: one[0].case.id in tried)
            await self._run(todo, plan, path, f"{variant.name}, {split}")
        return read_run(path)

    async def _run(self, todo: Sequence[Todo], plan: Plan, path: Path, name: str) -> None:
        done = 0
        async with aclosing(run_rest(todo if self.goes_on() else (), plan, path)) as results:
            async for result in results:
                done += 1
                self.tell(f"[{done}/{len(todo)}] {name}: {told(result)}")
                if not self.goes_on():
                    return

    @asynccontextmanager
    async def made(self, variant: Variant) -> AsyncIterator[Summarizer]:
        """The summarizer of a variant, whose model is let go of in the end."""
        summarizer = self.make(variant)
        try:
            yield summarizer
        finally:
            await summarizer.model.aclose()

    async def fit(self, variant: Variant, summarizer: Summarizer, dev: Suite) -> Fit:
        """The weights of a variant fitted to the dev half; asked for once, what the model said is kept in a file.

        Raises:
            OutOfTimeError: The deadline came first.
            SummarizeError: The model cannot be asked about any sentence.
        """
        key = (variant, tuple(one.digest for one in dev.cases))
        if key not in self._fits:
            self._fits[key] = await self._fitted(variant, summarizer, dev)
        return self._fits[key]

    async def _fitted(self, variant: Variant, summarizer: Summarizer, dev: Suite) -> Fit:
        cases, plan = self.order.plan(summarizer, dev)
        known = self.folder / "weighings" / f"{variant.file}.jsonl"
        weighings = Weighings(known if plan.mode == "live" else None)
        model = summarizer.model
        answers = heard(cases, plan, model, lambda one: labelled(one, model, variant.prompt, weighings))
        types = fit_types(variant.prompt, await self._heard(answers, f"{variant.name}, types", len(cases)))
        more = heard(cases, plan, model, lambda one: labelled_phrases(one, model, types.prompt, weighings))
        return fit_parts(types, await self._heard(more, f"{variant.name}, parts", len(cases)))

    async def _heard(
        self, answers: AsyncGenerator[Heard[_LabelT], None], name: str, cases: int
    ) -> Sequence[Heard[_LabelT]]:
        found: list[Heard[_LabelT]] = []
        async with aclosing(answers):
            async for one in answers:
                found.append(one)
                said = one.problem or f"{len(one.labelled)} weighed"
                self.tell(f"[{len(found)}/{cases}] {name}: {one.case}: {said}")
                if not self.goes_on():
                    raise OutOfTimeError
        return found

    def goes_on(self) -> bool:
        """Whether there is time for another case."""
        return self.deadline is None or time.monotonic() < self.deadline


def told(result: CaseResult) -> str:
    """A case in a few words: score and seconds, or why there is no answer."""
    if result.error is not None:
        return f"{result.id}: no answer: {result.error}"
    f1 = result.counts["strict"]["overall"].f1
    score = "nothing to score" if f1 is None else f"strict F1 {f1:.3f}"
    return f"{result.id}: {score}, {result.usage.seconds:.1f} s"
