"""Runs: every case of a suite summarised and scored, kept as JSON Lines that can be resumed and compared.

The first line of a run file is its header, every other line a case. A case that was run again has several lines, of
which the last one counts.
"""

from __future__ import annotations

import json
import platform
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from summarize._version import __version__
from summarize.article import Article
from summarize.errors import InputError
from summarize.evaluation.baselines import BASELINES
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.ceiling import Ceiling
from summarize.evaluation.checks import Checks, check
from summarize.evaluation.extra import require
from summarize.evaluation.hearing import hear
from summarize.evaluation.items import FIELDS
from summarize.evaluation.json_lines import whole_lines
from summarize.evaluation.scores import OVERALL, VIEWS, Match, View, score
from summarize.evaluation.tallies import Counts
from summarize.record import EventSummary, PromptUsed, Usage
from summarize.waiting import in_order

RUN_VERSION = 1
"""Version of the run file's shape."""
Mode = Literal["live", "record", "complete", "replay"]
"""Whether the model is asked, asked and recorded, or answered for by cassettes."""
Tape = Callable[[str, Any], AbstractContextManager[Any]]
"""Makes what records or replays the requests of one case, from its id and the model."""
Todo = tuple[LoadedCase, int]
"""A case with the number of its answer, from 1."""
Table = dict[View, dict[str, Counts]]
"""Counts by view and field."""
PASS_MARK = 0.8
"""Strict F1 at which an answer counts as passed, unless told otherwise."""
_LOOSEN = "loosen --case, --tag or --split"
_NOT_HERE = "the texts or recordings of all that were chosen are kept elsewhere: see --data and --live"
_LIBRARIES = ("instructor", "openai", "pydantic", "scipy", "vcrpy", "xllamacpp")


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def parallel(self) -> int: ...


class _Prompted(Protocol):
    @property
    def used(self) -> PromptUsed: ...


class System(Protocol):
    """What can be evaluated: a `Summarizer`, a `Baseline`, or anything else that makes records of articles."""

    @property
    def model(self) -> _Named:
        """What answers."""
        ...

    @property
    def strategy(self) -> str:
        """How it is asked."""
        ...

    @property
    def prompt(self) -> _Prompted:
        """What it is asked with."""
        ...

    async def run(self, article: Article) -> EventSummary:
        """Summarise one article."""
        ...


class _Line(BaseModel):
    """A line of a run file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class RunHeader(_Line):
    """What was run with what."""

    kind: Literal["run"] = "run"
    """Tells a header from a case."""
    version: int = RUN_VERSION
    """Version of this shape."""
    suite: str
    """Name of the suite's folder."""
    cases: int
    """How many cases were chosen."""
    mode: Mode
    """How the model was asked."""
    model: str
    """Model name as asked for."""
    strategy: str
    """How the model was asked."""
    prompt: PromptUsed
    """The prompt, with its digest."""
    started: str
    """Date and time in UTC, ISO 8601."""
    package: str
    """Distribution and version."""
    python: str
    """Version of Python."""
    system: str
    """Operating system and processor."""
    libraries: dict[str, str]
    """Versions of the libraries that results depend on."""
    repeat: int = 1
    """How many answers were asked for each case."""
    pass_mark: float = PASS_MARK
    """Strict F1 at which an answer counts as passed."""
    absent: tuple[str, ...] = ()
    """Ids of chosen cases that were skipped, for their texts or recordings are kept elsewhere and are not here."""
    ceiling: Ceiling | None = None
    """How far two labellers agree, where the suite says so."""

    @property
    def answers(self) -> int:
        """How many answers were asked for."""
        return self.cases * self.repeat


class CaseResult(_Line):
    """What became of one case."""

    kind: Literal["case"] = "case"
    """Tells a case from a header."""
    id: str
    """Id of the case."""
    attempt: int = 1
    """Number of the answer, from 1."""
    digest: str
    """Digest of its labels and text."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    split: str
    """Its split."""
    error: str | None = None
    """Why there is no answer; such a case scores as empty."""
    notes: tuple[str, ...] = ()
    """What is worth knowing although it is no error, such as recorded answers that nobody asked for."""
    counts: Table
    """Counts by view and field."""
    baselines: dict[str, Table] = {}
    """The same for each baseline; with the first answer only."""
    errors: dict[str, int]
    """Error classes."""
    checks: Checks = Checks()
    """What was checked without labels."""
    usage: Usage = Usage()
    """What the model took."""
    matches: tuple[Match, ...]
    """Every filler, predicted or expected."""
    record: EventSummary | None = None
    """The prediction."""

    @field_validator("counts")
    @classmethod
    def _whole(cls, counts: Table) -> Table:
        for view in VIEWS:
            for field in (*FIELDS, OVERALL):
                if field not in counts.get(view, ()):
                    raise ValueError(f"there is no count of {view}.{field}; run it again with this version")
        return counts


@dataclass(frozen=True)
class Run:
    """A run file.

    Attributes:
        header: What was run.
        results: The first answer to each case, in the order of the ids; scores and intervals are theirs.
        path: Where it was read from.
        repeats: Further answers, where several were asked for.
    """

    header: RunHeader
    results: tuple[CaseResult, ...]
    path: Path
    repeats: tuple[CaseResult, ...] = ()

    @property
    def attempts(self) -> tuple[CaseResult, ...]:
        """Every answer to every case."""
        return (*self.results, *self.repeats)

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """Answers that did not come."""
        return tuple(result for result in self.attempts if result.error is not None)

    @property
    def unfinished(self) -> int:
        """Answers that were asked for and of which there is no result."""
        return max(0, self.header.answers - len(self.attempts))

    def documents(self, field: str, view: View = "strict") -> list[Counts]:
        """Counts of a field, case by case."""
        return [result.counts[view][field] for result in self.results]

    def baseline(self, name: str, field: str, view: View = "strict") -> list[Counts]:
        """The same for a baseline."""
        return [result.baselines[name][view][field] for result in self.results if name in result.baselines]


@dataclass(frozen=True)
class Plan:
    """How to run cases.

    Attributes:
        summarizer: What is evaluated.
        suite: Name of the suite.
        mode: How the model is asked; only told in the header.
        tape: Records or replays the requests of a case; None for neither.
        jobs: Cases in flight; None for what the model is good for.
        repeat: Answers to each case.
        pass_mark: Strict F1 at which an answer counts as passed; only told in the header.
        absent: Ids of the cases that are skipped; only told in the header.
        ceiling: How far two labellers agree; only told in the header.
    """

    summarizer: System
    suite: str
    mode: Mode = "live"
    tape: Tape | None = None
    jobs: int | None = None
    repeat: int = 1
    pass_mark: float = PASS_MARK
    absent: tuple[str, ...] = ()
    ceiling: Ceiling | None = None

    def taped(self, case: str) -> AbstractContextManager[Any]:
        """What records or replays the requests of a case."""
        return nullcontext() if self.tape is None else self.tape(case, self.summarizer.model)

    def header(self, cases: int) -> RunHeader:
        """The header of a run of so many cases."""
        return RunHeader(
            suite=self.suite,
            cases=cases,
            mode=self.mode,
            model=model_name(self.summarizer.model),
            strategy=self.summarizer.strategy,
            prompt=self.summarizer.prompt.used,
            started=datetime.now(UTC).isoformat(timespec="seconds"),
            package=f"summarize-events {__version__}",
            python=platform.python_version(),
            system=f"{platform.system()} {platform.machine()}",
            libraries=dict(_versions()),
            repeat=self.repeat,
            pass_mark=self.pass_mark,
            absent=self.absent,
            ceiling=self.ceiling,
        )


def model_name(model: _Named) -> str:
    """What the model was asked for by; a server's own choice is known only after its first answer."""
    return str(getattr(model, "asked_for", model.name))


async def run_suite(
    cases: Sequence[LoadedCase], plan: Plan, path: Path, *, resume: bool = False
) -> AsyncGenerator[CaseResult, None]:
    """Run cases, write each result as it is there, and yield it.

    Args:
        cases: What to run.
        plan: How to run it.
        path: The run file; it must not be there yet, unless `resume` is set.
        resume: Go on with a run that was interrupted: what has an answer for the same labels is not run again.

    Raises:
        InputError: There is no case, the file is there already, or it is of another model, prompt or strategy.
        SettingsError: numpy or scipy is not installed.
    """
    async for result in run_rest(begin_run(cases, plan, path, resume=resume), plan, path):
        yield result


def begin_run(cases: Sequence[LoadedCase], plan: Plan, path: Path, *, resume: bool = False) -> list[Todo]:
    """Write the header of a run file, or take up one that is there, and say what is left to be run.

    Takes and raises what `run_suite` does.
    """
    require()
    if not cases:
        raise InputError("no case was chosen", where=plan.suite, hint=_NOT_HERE if plan.absent else _LOOSEN)
    done = _begun(path, plan.header(len(cases)), resume=resume)
    return [
        (loaded, attempt)
        for attempt in range(1, plan.repeat + 1)
        for loaded in cases
        if done.get((loaded.case.id, attempt)) != loaded.digest
    ]


async def run_rest(todo: Sequence[Todo], plan: Plan, path: Path) -> AsyncGenerator[CaseResult, None]:
    """Run what is left, write each result as it is there, and yield it."""
    async with aclosing(_results(todo, plan)) as results:
        async for result in results:
            with path.open("a", encoding="utf-8") as lines:
                lines.write(f"{result.model_dump_json()}\n")
            yield result


def read_run(path: Path) -> Run:
    """Read a run file; a last line that was cut off by an interrupt is left out.

    Raises:
        InputError: It cannot be read, or is no run.
    """
    try:
        whole = whole_lines(path)
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), hint="summarize eval writes runs") from error
    if not whole:
        raise InputError("is empty", where=str(path), hint="summarize eval writes runs")
    header = _parsed(RunHeader, whole[0], path, 1)
    if header.version != RUN_VERSION:
        raise InputError(f"is of version {header.version}, not {RUN_VERSION}", where=str(path), hint="run it again")
    parsed: Iterator[CaseResult] = (_parsed(CaseResult, line, path, n) for n, line in enumerate(whole[1:], 2))
    results = {(result.attempt, result.id): result for result in parsed}
    ordered = tuple(results[key] for key in sorted(results))
    first = tuple(result for result in ordered if result.attempt == 1)
    return Run(header, first, path, ordered[len(first) :])


async def answer(loaded: LoadedCase, plan: Plan, attempt: int = 1) -> CaseResult:
    """Summarise one case and score it; whatever goes wrong is a result that scores as empty."""
    heard = await hear(plan.summarizer, loaded.article, partial(plan.taped, loaded.case.id))
    return _result(loaded, attempt, heard.record, error=heard.error, notes=heard.notes, usage=heard.usage)


def _result(
    loaded: LoadedCase,
    attempt: int,
    record: EventSummary | None,
    *,
    error: str | None = None,
    notes: tuple[str, ...] = (),
    usage: Usage | None = None,
) -> CaseResult:
    found = score(loaded, record)
    return CaseResult(
        id=loaded.case.id,
        attempt=attempt,
        digest=loaded.digest,
        tags=loaded.case.tags,
        split=loaded.case.split,
        error=error,
        notes=notes,
        counts={view: found.table(view) for view in VIEWS},
        baselines=_baselines(loaded) if attempt == 1 else {},
        errors=dict(found.errors),
        checks=check(record, loaded.text) if record else Checks(),
        usage=usage or Usage(),
        matches=found.matches,
        record=record,
    )


def _baselines(loaded: LoadedCase) -> dict[str, Table]:
    """Counts of every baseline on the same article."""
    article = loaded.article()
    scored = {name: score(loaded, predict(article)) for name, predict in BASELINES.items()}
    return {name: {view: found.table(view) for view in VIEWS} for name, found in scored.items()}


def _results(todo: Iterable[Todo], plan: Plan) -> AsyncGenerator[CaseResult, None]:
    """Results in the order of the cases, several at once."""
    jobs = max(1, plan.jobs or plan.summarizer.model.parallel)
    return in_order((partial(answer, loaded, plan, attempt) for loaded, attempt in todo), jobs=jobs)


def _begun(path: Path, header: RunHeader, *, resume: bool) -> dict[tuple[str, int], str]:
    """Start the file, or find what an earlier run has answered: digests by id and number of the answer."""
    if resume and path.exists():
        run = read_run(path)
        _refuse_other(run.header, header, path)
        longer = {name: max(getattr(run.header, name), getattr(header, name)) for name in ("cases", "repeat")}
        now = {name: getattr(header, name) for name in ("pass_mark", "absent", "ceiling")}
        first = run.header.model_copy(update=longer | now)
        _replace(path, [f"{first.model_dump_json()}\n", *whole_lines(path)[1:]])
        return {(result.id, result.attempt): result.digest for result in run.attempts if result.error is None}
    if path.exists():
        raise InputError("is there already", where=str(path), hint="--resume goes on with it")
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, [f"{header.model_dump_json()}\n"])
    return {}


def _refuse_other(old: RunHeader, new: RunHeader, path: Path) -> None:
    for name in ("suite", "mode", "model", "strategy", "prompt", "package"):
        before, now = getattr(old, name), getattr(new, name)
        if before != now:
            raise InputError(f"was run with {name} {before}, not {now}", where=str(path), hint="start another run")


def _replace(path: Path, lines: Sequence[str]) -> None:
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_text("".join(lines), encoding="utf-8")
    unfinished.replace(path)


def _parsed(kind: type[Any], line: str, path: Path, number: int) -> Any:
    try:
        return kind.model_validate(json.loads(line))
    except (ValueError, ValidationError) as error:
        problem = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise InputError(f"is no {kind.__name__} of a run: {problem}", where=f"{path}:{number}") from error


def _versions() -> Iterator[tuple[str, str]]:
    for name in _LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
