"""A suite evaluated from end to end: which cases, with which recordings, into which file.

    run = evaluate("evals", model="qwen2.5-coder-1.5b")    # replays SUITE/cassettes
    assert not run.failed

Recordings hold the texts of their articles. Those of texts that are kept elsewhere go to a folder of their own,
`cassettes/elsewhere`, which a suite keeps out of its repository; where they are not at hand, a replay skips the case
and says so, as it does when the text itself is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from summarize.errors import SettingsError
from summarize.evaluation.baselines import PREFIX, Baseline
from summarize.evaluation.cases import EVERY, LoadedCase, Select, Suite, load_suite, selecting
from summarize.evaluation.ceiling import CEILING, Ceiling, read_ceiling
from summarize.evaluation.runs import PASS_MARK, Mode, Plan, Run, System, Tape, model_name, read_run, run_suite
from summarize.models.base import Model, StrategyName
from summarize.pipeline import Summarizer
from summarize.waiting import wait

CASSETTES = "cassettes"
"""Folder of a suite that holds its recordings."""
ELSEWHERE = "elsewhere"
"""Folder below it for recordings of texts that are kept elsewhere."""


@dataclass(frozen=True)
class Evaluation:
    """What is to be evaluated, and how.

    Attributes:
        suite: Folder of the suite.
        mode: How the model is asked.
        select: Which cases; all of them unless told otherwise.
        data: Places that hold the folders of referenced texts, beside those of `places_for`.
        cassettes: Folder of recordings instead of the suite's own.
        jobs: Cases in flight; None for what the model is good for.
        repeat: Answers to each case.
        pass_mark: Strict F1 at which an answer counts as passed.
        ceiling: Agreement file instead of the suite's own.
        keep_going: Run what can be loaded where some cases cannot.
    """

    suite: Path
    mode: Mode = "replay"
    select: Select = EVERY
    data: Sequence[Path] = ()
    cassettes: Path | None = None
    jobs: int | None = None
    repeat: int = 1
    pass_mark: float = PASS_MARK
    ceiling: Path | None = None
    keep_going: bool = False

    def load(self) -> Suite:
        """The chosen cases.

        Raises:
            InputError: There is no case, or one of them is wrong.
        """
        whole = load_suite(self.suite, data=self.data, keep_going=self.keep_going)
        return replace(
            whole,
            cases=tuple(case for case in whole.cases if self.select(case)),
            absent=tuple(case for case in whole.absent if self.select(case)),
        )

    def plan(self, system: System, suite: Suite) -> tuple[tuple[LoadedCase, ...], Plan]:
        """The cases that can be run here, and how to run them.

        Raises:
            SettingsError: Repeated answers are to be recorded.
        """
        if self.mode in ("record", "complete") and self.repeat > 1:
            hint = "--live asks anew each time"
            raise SettingsError("a cassette holds one answer to each case", where="repeat", hint=hint)
        here = tuple(loaded for loaded in suite.cases if self._can_run(loaded, system))
        skipped = {one.case.id for one in suite.every} - {one.case.id for one in here}
        mode = self._mode(system)
        plan = Plan(
            summarizer=system,
            suite=self.suite.resolve().name,
            mode=mode,
            tape=None if mode == "live" else self._tape(suite.cases),
            jobs=self.jobs,
            repeat=self.repeat,
            pass_mark=self.pass_mark,
            absent=tuple(sorted(skipped)),
            ceiling=self._ceiling(),
        )
        return here, plan

    def path(self, system: System) -> Path:
        """A new run file of the suite, named after model and time."""
        started = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        name = re.sub(r"[^a-zA-Z0-9.-]+", "_", model_name(system.model))
        return self.suite / "runs" / f"{name}-{self._mode(system)}-{started}.jsonl"

    def _mode(self, system: System) -> Mode:
        """How the model is asked; a baseline has none, so there is nothing to record or to replay."""
        return "live" if isinstance(system, Baseline) else self.mode

    def _can_run(self, loaded: LoadedCase, system: System) -> bool:
        """Whether a case is run: in a replay, one with a text from elsewhere only where it was recorded here."""
        if self._mode(system) != "replay" or not self.is_elsewhere(loaded):
            return True
        from summarize.models.replay import cassette_path  # noqa: PLC0415

        model = system.model
        return (
            isinstance(model, Model)
            and cassette_path(self._folder(loaded), article=loaded.case.id, model=model).is_file()
        )

    def is_elsewhere(self, loaded: LoadedCase) -> bool:
        """Whether the text of a case is kept outside the suite, so that not everybody has it."""
        return loaded.place is not None and loaded.place not in (self.suite, self.suite.resolve().parent)

    def _folder(self, loaded: LoadedCase) -> Path:
        folder = self.cassettes or self.suite / CASSETTES
        return folder / ELSEWHERE if self.is_elsewhere(loaded) else folder

    def _tape(self, cases: Sequence[LoadedCase]) -> Tape:
        """What to do around the requests of a case."""
        from summarize.models.replay import recording, replaying  # noqa: PLC0415

        folders = {loaded.case.id: self._folder(loaded) for loaded in cases}
        if self.mode == "replay":
            return lambda case, model: replaying(folders[case], article=case, model=model)
        for folder in set(folders.values()):
            folder.mkdir(parents=True, exist_ok=True)
        keep = self.mode == "complete"
        return lambda case, model: recording(folders[case], article=case, model=model, keep=keep)

    def _ceiling(self) -> Ceiling | None:
        own = self.suite / CEILING
        if self.ceiling is not None:
            return read_ceiling(self.ceiling)
        return read_ceiling(own) if own.is_file() else None


def system_of(name: str | None, make: Callable[[], Summarizer]) -> System:
    """The system that a model's name stands for: a baseline, or the summarizer that `make` makes."""
    if name is not None and name.startswith(PREFIX):
        return Baseline(name.removeprefix(PREFIX))
    return make()


def evaluate(
    suite: Path | str = "evals",
    *,
    model: Model | str | None = None,
    mode: Mode = "replay",
    strategy: StrategyName | None = None,
    prompt: Path | str | None = None,
    base_url: str | None = None,
    case: str | None = None,
    tags: Sequence[str] = (),
    split: str | None = None,
    data: Sequence[Path] = (),
    jobs: int | None = None,
    repeat: int = 1,
    output: Path | None = None,
) -> Run:
    """Run a suite and wait for it; safe where an event loop already runs, as in a notebook.

    Args:
        suite: Folder with `cases/*.yaml`.
        model: A model or its name, also `baseline:NAME`; None for the configured endpoint or the embedded default.
        mode: `replay`, `record` or `live`.
        strategy: How the model is asked; None for what suits it.
        prompt: Prompt file instead of the one that ships.
        base_url: Address of an OpenAI-compatible server.
        case: Only cases whose id or file name holds this.
        tags: Only cases with all of these tags.
        split: Only cases of this split.
        data: Places that hold the folders of referenced texts.
        jobs: Cases in flight; None for what the model is good for.
        repeat: Answers to each case.
        output: The run file, which must not be there yet; None for a new one in the suite's `runs`.

    Returns:
        The run. A case whose model failed is a result that scores as empty, never an exception.

    Raises:
        InputError: A case is wrong, or there is none to be run.
        SettingsError: The model is unknown, or numpy or scipy is not installed.
    """
    order = Evaluation(
        Path(suite),
        mode=mode,
        select=selecting(name=case, tags=tags, split=split),
        data=data,
        jobs=jobs,
        repeat=repeat,
    )
    system = system_of(
        model if isinstance(model, str) else None,
        lambda: Summarizer(model, strategy=strategy, prompt=prompt, base_url=base_url),
    )
    return wait(_evaluated(order, system, output))


async def _evaluated(order: Evaluation, system: System, output: Path | None) -> Run:
    cases, plan = order.plan(system, order.load())
    path = output or order.path(system)
    try:
        async with aclosing(run_suite(cases, plan, path)) as results:
            async for _ in results:
                continue
    finally:
        if isinstance(system, Summarizer):
            await system.aclose()
    return read_run(path)
