"""`summarize eval run`: every case of a suite, summarised and scored."""

from __future__ import annotations

import asyncio
import shlex
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.eval.models import make_for
from summarize.cli.eval.options import EPILOG, PATH, data_option, suite_argument, tell_problems
from summarize.cli.eval.publishing import publish, publishing_options
from summarize.cli.messages import say
from summarize.cli.numbers import FiniteRange
from summarize.strategies import STRATEGIES

if TYPE_CHECKING:
    from summarize.evaluation.cases import Suite
    from summarize.evaluation.evaluating import Evaluation
    from summarize.evaluation.runs import System

_MODEL_FLAGS = ("model", "base_url", "strategy", "prompt")


@click.command(epilog=EPILOG, short_help="Run the cases of a suite (needs not be named).")
@suite_argument
@click.option("--replay", "mode", flag_value="replay", default="replay", help="Answer from cassettes (the default).")
@click.option("--record", "mode", flag_value="record", help="Ask the model and keep its answers as cassettes.")
@click.option("--complete", "mode", flag_value="complete", help="Record only what the cassettes have no answer for.")
@click.option("--live", "mode", flag_value="live", help="Ask the model.")
@click.option("-m", "--model", metavar="NAME", help="Model name, BACKEND:NAME, FILE.gguf or baseline:NAME.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--strategy", type=click.Choice(STRATEGIES), help="How the model is asked.")
@click.option("--prompt", type=PATH, metavar="FILE", help="Prompt file instead of the one that ships.")
@click.option("--cassettes", type=PATH, metavar="DIR", help="Folder of cassettes instead of SUITE/cassettes.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Cases in flight.")
@click.option("--repeat", type=click.IntRange(min=1), default=1, metavar="N", help="Answers to each case (default 1).")
@click.option(
    "--pass",
    "pass_mark",
    type=FiniteRange(0, 1),
    metavar="F1",
    help="Strict F1 at which an answer of --repeat passes (default 0.8).",
)
@click.option("-o", "--output", type=PATH, metavar="RUN", help="Run file instead of one in SUITE/runs.")
@click.option("--resume", is_flag=True, help="Go on with the run in --output.")
@click.option("-k", "--case", metavar="TEXT", help="Only cases whose id or file name holds TEXT.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cases with TAG; may be repeated.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only cases of this split.")
@data_option
@click.option("--ceiling", type=PATH, metavar="FILE", help="Agreement file instead of SUITE/agreement.json.")
@click.option("--keep-going", is_flag=True, help="Go on with the cases that can be loaded.")
@publishing_options
def run(
    suite: Path,
    *,
    case: str | None,
    tags: tuple[str, ...],
    split: str | None,
    output: Path | None,
    resume: bool,
    junit: Path | None,
    summary: Path | None,
    **options: Any,
) -> int:
    """Summarise and score every case of SUITE (default: evals) and print the report as Markdown.

    Results are also written to a run file, which compare, gate and show read. Cases whose texts or recordings are
    kept elsewhere and are not here are skipped and counted.
    """
    from summarize.evaluation.cases import selecting  # noqa: PLC0415
    from summarize.evaluation.evaluating import Evaluation  # noqa: PLC0415

    if resume and output is None:
        raise click.UsageError("--resume needs --output RUN, the run to go on with")
    flags = {name: options.pop(name) for name in _MODEL_FLAGS}
    given = {name: value for name, value in options.items() if value is not None}
    order = Evaluation(suite, select=selecting(name=case, tags=tags, split=split), **given)
    job = _Job(order, flags, output, resume=resume, junit=junit, summary=summary)
    return asyncio.run(_run(job))


@dataclass(frozen=True)
class _Job:
    """One call of the command."""

    order: Evaluation
    flags: dict[str, Any]
    output: Path | None
    resume: bool
    junit: Path | None
    summary: Path | None

    def again(self, system: System) -> str:
        """What a recording is missed by, and the command that makes it, but for the name of the case."""
        from summarize.evaluation.runs import model_name  # noqa: PLC0415

        used = system.prompt.used
        given = {**self.flags, "model": model_name(system.model), "cassettes": self.order.cassettes}
        options = {f"--{name.replace('_', '-')}": value for name, value in given.items() if value is not None}
        words = [f"{name} {shlex.quote(str(value))}" for name, value in options.items()]
        command = " ".join([f"summarize eval {shlex.quote(str(self.order.suite))} --record", *words])
        return f"asked with prompt {used.name} {used.version}, {used.digest}; record it again: {command}"


async def _run(job: _Job) -> int:
    from summarize.evaluation.evaluating import system_of  # noqa: PLC0415
    from summarize.pipeline import Summarizer  # noqa: PLC0415

    suite = job.order.load()
    tell_problems(suite)
    system = system_of(job.flags["model"], lambda: make_for(job.flags, fetch=job.order.mode != "replay"))
    try:
        path = await _results(job, system, suite)
    finally:
        if isinstance(system, Summarizer):
            await system.model.aclose()
    return _reported(job, path, broken=bool(suite.problems))


async def _results(job: _Job, system: System, suite: Suite) -> Path:
    from summarize.cli.eval.progress import Progress  # noqa: PLC0415
    from summarize.evaluation.runs import begin_run, run_rest  # noqa: PLC0415

    cases, plan = job.order.plan(system, suite)
    if plan.absent:
        say(f"not here: {len(plan.absent)} of {len(plan.absent) + len(cases)} cases: {', '.join(plan.absent)}")
        say("texts or recordings of these are kept elsewhere: name the place with --data or SUMMARIZE_DATA, or --live")
    path = job.output or job.order.path(system)
    todo = begin_run(cases, plan, path, resume=job.resume)
    with Progress(len(todo), job.again(system) if plan.mode == "replay" else None) as progress:
        async with aclosing(run_rest(todo, plan, path)) as results:
            async for result in results:
                progress.tell(result)
    return path


def _reported(job: _Job, path: Path, *, broken: bool) -> int:
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.junit import run_junit  # noqa: PLC0415
    from summarize.evaluation.report import run_report  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    done = read_run(path)
    say(f"written to {path}")
    publish(run_report(done), summary=job.summary, junit=job.junit, xml=lambda: run_junit(done))
    return Verdict.FELL_SHORT if done.failed or done.unfinished or broken else Verdict.PASSED
