"""`summarize eval run`: every case of a suite, summarised and scored."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.eval.options import EPILOG, PATH, data_option, loaded, suite_argument
from summarize.cli.messages import say

if TYPE_CHECKING:
    from summarize.evaluation.cases import LoadedCase
    from summarize.evaluation.runs import CaseResult, Mode, Tape
    from summarize.pipeline import Summarizer


@click.command(epilog=EPILOG, short_help="Run the cases of a suite (needs not be named).")
@suite_argument
@click.option("--replay", "mode", flag_value="replay", default="replay", help="Answer from cassettes (the default).")
@click.option("--record", "mode", flag_value="record", help="Ask the model and keep its answers as cassettes.")
@click.option("--live", "mode", flag_value="live", help="Ask the model.")
@click.option("-m", "--model", metavar="NAME", help="Model name, BACKEND:NAME or FILE.gguf.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--strategy", type=click.Choice(["article", "sentence"]), help="How the model is asked.")
@click.option("--prompt", type=PATH, metavar="FILE", help="Prompt file instead of the one that ships.")
@click.option("--cassettes", type=PATH, metavar="DIR", help="Folder of cassettes instead of SUITE/cassettes.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Cases in flight.")
@click.option("-o", "--output", type=PATH, metavar="RUN", help="Run file instead of one in SUITE/runs.")
@click.option("--resume", is_flag=True, help="Go on with the run in --output.")
@click.option("-k", "--case", metavar="TEXT", help="Only cases whose id or file name holds TEXT.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cases with TAG; may be repeated.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only cases of this split.")
@data_option
@click.option("--keep-going", is_flag=True, help="Go on with the cases that can be loaded.")
def run(
    suite: Path,
    *,
    data: tuple[Path, ...],
    keep_going: bool,
    case: str | None,
    tags: tuple[str, ...],
    split: str | None,
    **options: Any,
) -> int:
    """Summarise and score every case of SUITE (default: evals) and print the report as Markdown.

    Results are also written to a run file, which compare, gate and show read.
    """
    from summarize.evaluation.cases import selecting  # noqa: PLC0415

    found = loaded(suite, data, keep_going=keep_going)
    cases = tuple(filter(selecting(name=case, tags=tags, split=split), found.cases))
    flags = {name: options.pop(name) for name in ("model", "base_url", "strategy", "prompt")}
    order = _Order(suite, cases, problems=len(found.problems), **options)
    return asyncio.run(_run(order, flags))


@dataclass(frozen=True)
class _Order:
    """One run that was asked for."""

    suite: Path
    cases: Sequence[LoadedCase]
    problems: int
    mode: Mode
    cassettes: Path | None
    jobs: int | None
    output: Path | None
    resume: bool

    @property
    def name(self) -> str:
        return self.suite.resolve().name

    def path(self, model: str) -> Path:
        """The run file: the one that was named, or one named after model and time."""
        if self.output is not None:
            return self.output
        if self.resume:
            raise click.UsageError("--resume needs --output RUN, the run to go on with")
        started = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        return self.suite / "runs" / f"{re.sub(r'[^a-zA-Z0-9.-]+', '_', model)}-{self.mode}-{started}.jsonl"

    def tape(self) -> Tape | None:
        """What to do around the requests of a case; None for nothing."""
        if self.mode == "live":
            return None
        from summarize.models.replay import recording, replaying  # noqa: PLC0415

        folder = self.cassettes or self.suite / "cassettes"
        if self.mode == "replay":
            return lambda case, model: replaying(folder, article=case, model=model)
        folder.mkdir(parents=True, exist_ok=True)
        return lambda case, model: recording(folder, article=case, model=model)


async def _run(order: _Order, flags: dict[str, Any]) -> int:
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.report import run_report  # noqa: PLC0415
    from summarize.evaluation.runs import Plan, model_name, read_run, run_suite  # noqa: PLC0415

    summarizer = _summarizer(flags, fetch=order.mode != "replay")
    try:
        name = model_name(summarizer.model)
        path = order.path(name)
        plan = Plan(summarizer, order.name, order.mode, order.tape(), order.jobs)
        async with aclosing(run_suite(order.cases, plan, path, resume=order.resume)) as results:
            async for result in results:
                _tell(result, order, name)
    finally:
        await summarizer.model.aclose()
    done = read_run(path)
    say(f"written to {path}")
    click.echo(run_report(done), nl=False)
    return Verdict.FELL_SHORT if done.failed or done.unfinished or order.problems else Verdict.PASSED


def _tell(result: CaseResult, order: _Order, model: str) -> None:
    """One line on standard error for a case that is done."""
    if result.error is None:
        f1 = result.counts["strict"]["overall"].f1
        say(f"{result.id}: {'nothing to score' if f1 is None else f'strict F1 {f1:.3f}'}")
        return
    again = f" (record it again: summarize eval {order.suite} --record --model {model} -k {result.id})"
    say(f"{result.id}: no answer: {result.error}{again if order.mode == 'replay' else ''}")


def _summarizer(flags: dict[str, Any], *, fetch: bool) -> Summarizer:
    from summarize.cli.models import fetch_if_missing  # noqa: PLC0415
    from summarize.cli.summarizer import make_summarizer  # noqa: PLC0415
    from summarize.settings import load_settings  # noqa: PLC0415

    summarizer = make_summarizer(load_settings(flags))
    if fetch:
        fetch_if_missing(summarizer.model)
    return summarizer
