"""What the commands of all sets share: options, the system they ask for, progress and exit codes."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evals.benchmarks.answers import Answer, Answered, Asking, ask_all, read_answers
from summarize.article import Article
from summarize.cli.eval.models import make_for
from summarize.cli.messages import say, say_error
from summarize.errors import InputError, SettingsError, SummarizeError
from summarize.evaluation.evaluating import system_of
from summarize.evaluation.extra import require
from summarize.evaluation.gates import Verdict
from summarize.evaluation.runs import Mode, System, Tape, model_name
from summarize.models.replay import recording, replaying
from summarize.pipeline import Summarizer
from summarize.strategies import STRATEGIES

RUNS = Path(__file__).resolve().parent / "runs"
"""Where run files go unless told otherwise; not in git, for they hold the texts' words."""
_INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""
_EPILOG = "Exit codes: 0 every document was answered, 1 could not run, 2 wrong usage, 100 a document has no answer."


@dataclass(frozen=True)
class Benchmark:
    """A set that is asked about.

    Attributes:
        name: Its name.
        choices: What was chosen of it, as its run files say it; a run is gone on with only where they are the same.
        articles: The documents to ask about.
        report: Makes the report of what was answered, as Markdown.
    """

    name: str
    choices: Mapping[str, str]
    articles: Sequence[Article]
    report: Callable[[Answered], str]


def parser(module: str, description: str) -> argparse.ArgumentParser:
    """A parser with the options that every set has."""
    options = argparse.ArgumentParser(prog=f"python -m {module}", description=description, epilog=_EPILOG)
    options.add_argument("--sample", type=_size, metavar="N", help="so many documents (default: all)")
    options.add_argument("--seed", type=int, default=0, metavar="N", help="which documents (default: %(default)s)")
    options.add_argument("-m", "--model", metavar="NAME", help="model name, BACKEND:NAME, FILE.gguf or baseline:NAME")
    options.add_argument("--base-url", metavar="URL", help="OpenAI-compatible server")
    options.add_argument("--strategy", choices=STRATEGIES, help="how the model is asked")
    options.add_argument("--prompt", type=Path, metavar="FILE", help="prompt file instead of the one that ships")
    options.add_argument("--jobs", type=_size, metavar="N", help="documents in flight")
    options.add_argument("-o", "--output", type=Path, metavar="RUN", help="run file instead of a new one in runs/")
    options.add_argument("--resume", action="store_true", help="go on with the run in --output")
    tape = options.add_mutually_exclusive_group()
    tape.add_argument("--replay", type=Path, metavar="DIR", help="answer from the cassettes in DIR")
    tape.add_argument("--record", type=Path, metavar="DIR", help="keep the model's answers as cassettes in DIR")
    return options


def run(options: argparse.Namespace, make: Callable[[], Benchmark]) -> int:
    """Ask about the documents that `make` reads, print the report, and say how it went as an exit code."""
    try:
        return asyncio.run(_run(options, make))
    except SummarizeError as error:
        say_error(error)
        return int(Verdict.NOT_RUN)
    except KeyboardInterrupt:
        say("broken off: what was answered is kept, and --output RUN --resume goes on with it")
        return _INTERRUPTED


def _size(written: str) -> int:
    size = int(written)
    if size < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return size


async def _run(options: argparse.Namespace, make: Callable[[], Benchmark]) -> int:
    require()
    if options.resume and options.output is None:
        raise SettingsError("--resume needs --output RUN, the run to go on with", where="resume")
    benchmark = make()
    if not benchmark.articles:
        raise InputError("holds no document to ask about", where=benchmark.name)
    asking = _asking(options)
    path: Path = options.output or _new_path(benchmark, asking)
    try:
        await _ask(benchmark, asking, path, resume=options.resume)
    finally:
        if isinstance(asking.system, Summarizer):
            await asking.system.model.aclose()
    say(f"written to {path}")
    answered = read_answers(path)
    sys.stdout.write(benchmark.report(answered))
    asked = {article.id for article in benchmark.articles}
    missing = any(answered.record(name) is None for name in asked)
    if missing and options.replay is not None:
        say(f"to record it again: the same command with --record {options.replay} in place of --replay")
    return int(Verdict.FELL_SHORT if missing else Verdict.PASSED)


async def _ask(benchmark: Benchmark, asking: Asking, path: Path, *, resume: bool) -> None:
    header = asking.header(benchmark.name, benchmark.choices, len(benchmark.articles))
    answers = ask_all(benchmark.articles, asking, header, path, resume=resume)
    async with aclosing(answers):
        async for answer in answers:
            say(_told(answer))


def _asking(options: argparse.Namespace) -> Asking:
    flags = {name: getattr(options, name) for name in ("model", "base_url", "strategy", "prompt")}
    system = system_of(options.model, lambda: make_for(flags, fetch=options.replay is None))
    mode, tape = _taping(options, system)
    return Asking(system, mode, tape, options.jobs)


def _taping(options: argparse.Namespace, system: System) -> tuple[Mode, Tape | None]:
    """How the model is asked; a baseline has none, so there is nothing to record or to replay."""
    if not isinstance(system, Summarizer) or (options.replay is None and options.record is None):
        return "live", None
    if options.replay is not None:
        replayed: Path = options.replay
        return "replay", lambda name, model: replaying(replayed, article=name, model=model)
    kept: Path = options.record
    kept.mkdir(parents=True, exist_ok=True)
    return "record", lambda name, model: recording(kept, article=name, model=model)


def _new_path(benchmark: Benchmark, asking: Asking) -> Path:
    started = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    words = (benchmark.name, *benchmark.choices.values(), model_name(asking.system.model), asking.mode, started)
    return RUNS / f"{re.sub(r'[^a-zA-Z0-9.-]+', '_', '-'.join(words))}.jsonl"


def _told(answer: Answer) -> str:
    if answer.error is not None:
        return f"{answer.id}: no answer: {answer.error}"
    events = len(answer.record.events) if answer.record else 0
    return f"{answer.id}: {events} event{'s' * (events != 1)}, {answer.usage.seconds:.1f} s"
