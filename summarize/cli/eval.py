"""`summarize eval`: runs labelled cases, reports, compares and gates the scores."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click_default_group import DefaultGroup

from summarize.cli.eval_report import report
from summarize.cli.messages import say, say_error
from summarize.errors import InputError

if TYPE_CHECKING:
    from summarize.evaluation.cases import LoadedCase, Suite
    from summarize.evaluation.runs import CaseResult, Mode, Tape
    from summarize.pipeline import Summarizer

_Path = click.Path(path_type=Path)
_SUITE = Path("evals")
_DATA = "SUMMARIZE_DATA"
_EPILOG = "\b\nExit codes:\n  0    passed\n  1    could not run\n  100  ran and fell short"


eval_: click.Group = DefaultGroup(
    name="eval",
    default="run",
    default_if_no_args=True,
    short_help="Score against labelled cases.",
    epilog=_EPILOG,
    help="""Run labelled cases, report the scores, compare runs and hold them against gates.

    `summarize eval [SUITE]` is short for `summarize eval run [SUITE]`. A suite is a folder with cases/*.yaml.
    """,
)

eval_.add_command(report)


@eval_.command(epilog=_EPILOG, short_help="Run the cases of a suite (needs not be named).")
@click.argument("suite", type=_Path, default=_SUITE)
@click.option("--replay", "mode", flag_value="replay", default="replay", help="Answer from cassettes (the default).")
@click.option("--record", "mode", flag_value="record", help="Ask the model and keep its answers as cassettes.")
@click.option("--live", "mode", flag_value="live", help="Ask the model.")
@click.option("-m", "--model", metavar="NAME", help="Model name, BACKEND:NAME or FILE.gguf.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--strategy", type=click.Choice(["article", "sentence"]), help="How the model is asked.")
@click.option("--prompt", type=_Path, metavar="FILE", help="Prompt file instead of the one that ships.")
@click.option("--cassettes", type=_Path, metavar="DIR", help="Folder of cassettes instead of SUITE/cassettes.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Cases in flight.")
@click.option("-o", "--output", type=_Path, metavar="RUN", help="Run file instead of one in SUITE/runs.")
@click.option("--resume", is_flag=True, help="Go on with the run in --output.")
@click.option("-k", "--case", metavar="TEXT", help="Only cases whose id or file name holds TEXT.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cases with TAG; may be repeated.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only cases of this split.")
@click.option("--data", type=_Path, multiple=True, metavar="DIR", help="Place of the folders with referenced texts.")
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

    loaded = _loaded(suite, data, keep_going=keep_going)
    cases = tuple(filter(selecting(name=case, tags=tags, split=split), loaded.cases))
    flags = {name: options.pop(name) for name in ("model", "base_url", "strategy", "prompt")}
    order = _Order(suite, cases, problems=len(loaded.problems), **options)
    return asyncio.run(_run(order, flags))


@eval_.command(short_help="Compare two runs.")
@click.argument("first", type=_Path, metavar="A")
@click.argument("second", type=_Path, metavar="B")
def compare(first: Path, second: Path) -> int:
    """Print how much B is better than A, with intervals over documents and a permutation test."""
    from summarize.evaluation.gates import Verdict, paired  # noqa: PLC0415
    from summarize.evaluation.report import comparison  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415
    from summarize.evaluation.scores import OVERALL  # noqa: PLC0415

    before, after = read_run(first), read_run(second)
    if not paired(before, after, OVERALL, "strict")[0]:
        raise InputError(f"has no case in common with {first} that has the same labels", where=str(second))
    click.echo(comparison(before, after), nl=False)
    return Verdict.PASSED


@eval_.command(epilog=_EPILOG, short_help="Hold a run against gates.")
@click.argument("path", type=_Path, metavar="RUN")
@click.option("--gates", type=_Path, metavar="FILE", help="Gates instead of evals/gates.toml.")
def gate(path: Path, gates: Path | None) -> int:
    """Hold RUN against the gates of a file: how many cases may fail, floors of F1, no worse than a baseline."""
    from summarize.evaluation.gates import judge, read_gates, verdict  # noqa: PLC0415
    from summarize.evaluation.report import gates_report  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    done = read_run(path)
    judged = judge(done, read_gates(gates or _SUITE / "gates.toml"))
    click.echo(gates_report(judged), nl=False)
    return verdict(done, judged)


@eval_.command(short_help="Show a run, or one case of it.")
@click.argument("path", type=_Path, metavar="RUN")
@click.option("-k", "--case", metavar="TEXT", help="What was not right in the cases whose id holds TEXT.")
def show(path: Path, case: str | None) -> int:
    """Print the report of RUN as Markdown, or every wrong, missing and spurious filler of some of its cases."""
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.report import case_report, run_report  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    done = read_run(path)
    if case is None:
        click.echo(run_report(done), nl=False)
        return Verdict.PASSED
    found = [result for result in done.results if case in result.id]
    if not found:
        raise InputError(f"has no case whose id holds {case!r}", where=str(path))
    click.echo("\n".join(case_report(result) for result in found), nl=False)
    return Verdict.PASSED


@eval_.command(short_help="Check the cases of a suite.")
@click.argument("suite", type=_Path, default=_SUITE)
@click.option("--data", type=_Path, multiple=True, metavar="DIR", help="Place of the folders with referenced texts.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of a case instead, for editors.")
def check(suite: Path, data: tuple[Path, ...], schema: bool) -> int:
    """Check that every case of SUITE fits the schema, quotes its text and shares no sentence with a prompt."""
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415

    if schema:
        from summarize.evaluation.labels import Case  # noqa: PLC0415

        click.echo(json.dumps(Case.model_json_schema(), indent=2, ensure_ascii=False))
        return Verdict.PASSED
    loaded = _loaded(suite, data, keep_going=True)
    leaks = list(_leaks(loaded.cases))
    for leak in leaks:
        say(f"error: {leak}")
    events = sum(len(one.case.events) for one in loaded.cases)
    figures = sum(len(one.case.figures) for one in loaded.cases)
    click.echo(f"{len(loaded.cases)} cases, {events} events, {figures} figures; {len(loaded.problems)} broken")
    return Verdict.NOT_RUN if leaks or loaded.problems or not loaded.cases else Verdict.PASSED


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


def _loaded(suite: Path, data: Sequence[Path], *, keep_going: bool) -> Suite:
    """The suite; what is wrong with it is told on standard error."""
    from summarize.evaluation.cases import load_suite  # noqa: PLC0415

    places = [*data, *(Path(place) for place in [os.environ.get(_DATA)] if place)]
    loaded = load_suite(suite, data=places, keep_going=keep_going)
    for problem in loaded.problems:
        say_error(problem)
    return loaded


def _leaks(cases: Sequence[LoadedCase]) -> list[str]:
    """Worked examples of the prompts that share a sentence with a case."""
    from summarize.asking.examples import check_examples  # noqa: PLC0415
    from summarize.prompting import builtin_prompt  # noqa: PLC0415

    texts = {loaded.case.id: loaded.text for loaded in cases}
    prompts = (builtin_prompt("article"), builtin_prompt("sentence"))
    return [f"{prompt.origin}: {problem}" for prompt in prompts for problem in check_examples(prompt, texts)]
