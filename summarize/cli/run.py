"""`summarize FILE...`: articles in, event summaries out."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.messages import say
from summarize.errors import OutputError, SummarizeError
from summarize.strategies import STRATEGIES

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.cli.live import Reporter
    from summarize.cli.output import Output
    from summarize.cli.tally import Tally
    from summarize.cli.work import Result, Tape
    from summarize.errors import InputError
    from summarize.export import Exporter
    from summarize.models.base import Model
    from summarize.settings import ResolvedSettings

_Path = click.Path(path_type=Path)
_LONGEST_COMMAND = 40
_ANOTHER = "choose another folder with --record"


def _dateline(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    del context, parameter
    from summarize.reading import parse_dateline  # noqa: PLC0415

    return None if value is None else parse_dateline(value, where="--dateline")


def _formats(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    del context, parameter
    from summarize.export import FORMATS  # noqa: PLC0415

    return [name for name in FORMATS if name.startswith(incomplete)]


@click.command(short_help="Summarise articles (needs not be named).")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("-f", "--format", metavar="NAME", shell_complete=_formats, help="text (default), json, jsonl, markdown.")
@click.option("-o", "--output", type=_Path, metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("-m", "--model", metavar="NAME", help="Model name, BACKEND:NAME or FILE.gguf.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server, such as http://127.0.0.1:8080/v1.")
@click.option("--strategy", type=click.Choice(STRATEGIES), help="How the model is asked; by default what suits it.")
@click.option("--prompt", type=_Path, metavar="FILE", help="Prompt file instead of the one that ships.")
@click.option("--dateline", metavar="DATE", callback=_dateline, help="Day of publication, such as 2017-08-06.")
@click.option("--language", metavar="CODE", help="Language of the articles, ISO 639-1 (default en).")
@click.option("--encoding", metavar="NAME", help="Encoding of the input instead of detecting it.")
@click.option("--parallel", type=int, metavar="N", help="Articles and requests in flight.")
@click.option("--timeout", type=float, metavar="SECONDS", help="Longest time for one answer of the model.")
@click.option("--record", type=_Path, metavar="DIR", help="Keep what the model answers as cassettes in DIR.")
@click.option("--replay", type=_Path, metavar="DIR", help="Answer from the cassettes in DIR; no model is called.")
@click.option("--fail-on-loss", is_flag=True, default=None, help="Exit with 4 when anything was lost.")
@click.option(
    "--min-grounding", type=float, metavar="SHARE", help="Exit with 4 when fewer quotations stand in the article (0-1)."
)
@click.option("--min-confidence", type=float, metavar="P", help="Leave out what is less sure, as losses (0-1).")
@click.option("-q", "--quiet", is_flag=True, default=None, help="Only errors on standard error.")
def run(inputs: tuple[str, ...], output: Path | None, record: Path | None, replay: Path | None, **flags: Any) -> int:
    """Summarise articles; what `summarize FILE...` does without naming it."""
    from summarize.cli.settings import load_for_run  # noqa: PLC0415

    if record and replay:
        raise click.UsageError("--record and --replay exclude each other")
    _refuse_mistyped(inputs[0])
    if "-" in inputs and sys.stdin is not None and sys.stdin.isatty():
        say("reading standard input; end it with Ctrl-D")
    return asyncio.run(_summarise(_Job(inputs, load_for_run(flags), output, record, replay)))


def _refuse_mistyped(name: str) -> None:
    """Take an input that is no file and nearly a command's name for that command, mistyped."""
    from summarize.cli import COMMANDS  # noqa: PLC0415 - it imports this module

    near = get_close_matches(name[:_LONGEST_COMMAND], COMMANDS, n=1)
    if near and not os.path.exists(name):  # noqa: PTH110 - pathlib raises for a name that is too long
        raise click.UsageError(f"there is no file {name!r}; did you mean the command {near[0]!r}?")


@dataclass(frozen=True)
class _Job:
    """One call of the command."""

    inputs: tuple[str, ...]
    settings: ResolvedSettings
    output: Path | None
    record: Path | None
    replay: Path | None

    @property
    def several(self) -> bool:
        """Whether the inputs may hold more than one article."""
        from summarize.reading.inputs import may_hold_several  # noqa: PLC0415

        return len(self.inputs) > 1 or may_hold_several(self.inputs[0])


async def _summarise(job: _Job) -> int:
    from summarize.cli.live import Reporter  # noqa: PLC0415
    from summarize.cli.output import FRAMINGS, Framing, Output  # noqa: PLC0415
    from summarize.cli.summarizer import make_summarizer  # noqa: PLC0415
    from summarize.cli.work import in_order  # noqa: PLC0415
    from summarize.export import FORMATS  # noqa: PLC0415
    from summarize.reading import read_all  # noqa: PLC0415

    values = job.settings.values
    exporter = FORMATS[values.format]
    framing = FRAMINGS.get(exporter.name, Framing()) if job.several else Framing()
    summarizer = make_summarizer(job.settings)
    reporter = Reporter(quiet=values.quiet, cards=exporter.name == "text" and job.output is None)
    articles = read_all(job.inputs, dateline=values.dateline, encoding=values.encoding, language=values.language)
    try:
        with Output(job.output, framing) as output:
            reporter.model(summarizer.model.name, summarizer.chosen)
            articles = _fetching(articles, summarizer.model, replay=job.replay is not None)
            with reporter:
                results = in_order(
                    articles,
                    summarizer,
                    parallel=values.parallel or summarizer.model.parallel,
                    tape=_tape(job),
                    told=reporter.event,
                )
                async with aclosing(results):
                    tally = await _written(results, exporter, output, reporter)
        for shortfall in tally.shortfalls(values):
            say(f"error: {shortfall}")
        return tally.exit_code(values)
    finally:
        await summarizer.model.aclose()


async def _written(results: AsyncGenerator[Result], exporter: Exporter, output: Output, reporter: Reporter) -> Tally:
    """Write every summary as it is done and report what failed."""
    from summarize.cli.tally import Tally  # noqa: PLC0415

    tally = Tally()
    async for result in results:
        if result.summary is None:
            tally.failed += 1
            _give_up_early(result.error, tally.done, reporter)
        else:
            tally.add(result.summary)
            reporter.show(exporter, output, result.summary, result.article)
            reporter.unread(result.summary)
    reporter.total(tally)
    return tally


def _give_up_early(error: SummarizeError | None, done: int, reporter: Reporter) -> None:
    """Report a failed article; when the model cannot be asked at all, the next one would fail the same way."""
    from summarize.errors import ModelDenied, ModelUnavailable  # noqa: PLC0415

    if isinstance(error, ModelDenied | ModelUnavailable) and not done:
        raise error
    if error is not None:
        reporter.failed(error)


def _fetching(
    articles: Iterator[Article | InputError], model: Model, *, replay: bool
) -> Iterator[Article | InputError]:
    """The same articles; when there is one, the file of an embedded model that is not here yet is fetched."""
    from summarize.article import Article  # noqa: PLC0415
    from summarize.cli.models import fetch_if_missing  # noqa: PLC0415

    first = []
    for item in articles:
        first.append(item)
        if isinstance(item, Article):
            if not replay:
                fetch_if_missing(model)
            break
    return chain(first, articles)


def _tape(job: _Job) -> Tape:
    """What to do around one article: record it, replay it, or nothing."""
    if job.record is None and job.replay is None:
        return _no_tape
    from summarize.models.replay import recording, replaying  # noqa: PLC0415

    if job.record is not None:
        folder = job.record
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = (error.strerror or str(error)).lower()
            raise OutputError(f"cannot be made a folder: {cause}", where=str(folder), hint=_ANOTHER) from error
        return lambda article, model: recording(folder, article=article, model=model)
    replayed = job.replay or Path(os.curdir)
    return lambda article, model: replaying(replayed, article=article, model=model)


def _no_tape(article: str, model: Model) -> AbstractContextManager[None]:
    del article, model
    return nullcontext()
