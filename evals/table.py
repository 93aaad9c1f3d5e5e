"""The table that decides: model, strategy, number of worked examples and form of answer, on the dev half.

    python -m evals.table [SUITE] [--model NAME]... [--cells TEXT]... [--sample N] [--seconds N] [--write FILE]

A cell is a model with a prompt: its strategy, its first worked examples, and for the strategy `weighed` its weights.
Each is an ordinary run file, which `summarize eval show` and `compare` read, and goes on where it stopped; only cases
whose texts are in the suite are run, so that everybody can. Weights are refitted for every model, of each article to
the others: weights that ship were fitted to this very half, which flatters them.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from summarize.cli.messages import say, say_error
from summarize.cli.models import fetch_if_missing
from summarize.errors import InputError, OutputError, SummarizeError
from summarize.evaluation.evaluating import Evaluation
from summarize.evaluation.markdown import NONE, cell, extent, share
from summarize.evaluation.runs import Run, read_run
from summarize.evaluation.tuning import Bench, OutOfTimeError, Summary, Variant, summed
from summarize.evaluation.tuning.summary import SHOWN
from summarize.evaluation.tuning.variants import named, shortened
from summarize.models.catalogue import CATALOGUE
from summarize.models.choice import choose_model
from summarize.pipeline import Summarizer
from summarize.prompting import Prompt, builtin_prompt, load_prompt
from summarize.strategies import STRATEGIES

UNFINISHED = 100
"""Exit code when a chosen cell has cases left; the same command goes on with them."""
OPENING = "<!-- written by python -m evals.table -->"
CLOSING = "<!-- end of the table -->"
FORMS = {
    "article": "events of a passage, JSON",
    "sentence": "type and arguments, JSON",
    "weighed": "type and parts by probability",
}
"""What is answered, by strategy."""


def cells(models: Sequence[str], prompts: Sequence[Prompt], examples: Sequence[int]) -> tuple[Variant, ...]:
    """Every cell: each prompt with some of its examples; `weighed` with refitted weights, and once with those it has.

    Args:
        models: Names of models.
        prompts: What they are asked with.
        examples: How many worked examples are kept; empty for none, half and all of them.
    """
    found = (one for model in models for prompt in prompts for one in _cells(model, prompt, examples))
    return named(dict.fromkeys(found))


def _cells(model: str, prompt: Prompt, examples: Sequence[int]) -> Iterator[Variant]:
    whole = len(prompt.examples)
    for kept in examples or (0, whole // 2, whole):
        yield Variant("", model, shortened(prompt, kept), refit=prompt.weights is not None)
    if prompt.weights is not None:
        shipped = prompt == builtin_prompt(prompt.strategy)
        yield Variant("", model, builtin_prompt(prompt.strategy, model.removeprefix("local:")) if shipped else prompt)


def make(variant: Variant) -> Summarizer:
    """The summarizer of a cell."""
    model, _ = choose_model(variant.model)
    fetch_if_missing(model)
    return Summarizer(model, prompt=variant.prompt)


@dataclass(frozen=True)
class Cell:
    """A cell and what is known of it."""

    variant: Variant
    run: Run | None

    @property
    def left(self) -> bool:
        """Whether there are articles that were never asked about."""
        return self.run is None or bool(self.run.unfinished)


def known(bench: Bench, variant: Variant) -> Cell:
    """A cell as far as it has been run."""
    path = bench.path(variant, "dev")
    return Cell(variant, read_run(path) if path.exists() else None)


async def fill(bench: Bench, variants: Sequence[Variant], sample: int | None) -> list[Cell]:
    """Run the cells one after the other, as far as there is time.

    Raises:
        InputError: The suite has no case in the dev half.
        SummarizeError: A model cannot be used at all.
    """
    dev = bench.half("dev", sample)
    for variant in variants:
        if bench.goes_on() and known(bench, variant).left:
            with suppress(OutOfTimeError):
                await bench.run(variant, "dev", dev, sample)
    return [known(bench, variant) for variant in variants]


def table(found: Sequence[Cell]) -> str:
    """The cells that have results, as Markdown."""
    rows = [(one.variant, one.run, summed(one.run)) for one in found if one.run is not None and one.run.results]
    before, after = ("model", "answer", "examples", "articles", "strict F1", "95 %"), ("s", "read", "cached", "written")
    lines = [
        f"| {' | '.join([*before, *SHOWN, 'not borne out', *after, 'run'])} |",
        f"|---|---|{'---:|' * (len(before) - 2 + len(SHOWN) + 1 + len(after))}---|",
        *(f"| {' | '.join(_row(variant, run, summary))} |" for variant, run, summary in rows),
    ]
    return "\n".join(lines)


def _row(variant: Variant, run: Run, summary: Summary) -> Iterator[str]:
    yield cell(run.header.model)
    weights = {"refit": ", own weights", "shipped": ", shipped weights", None: ""}[variant.weights]
    own = "" if variant.prompt.name in STRATEGIES else f" ({cell(variant.prompt.name)})"
    yield f"`{run.header.strategy}`{own}: {FORMS[run.header.strategy]}{weights}"
    yield str(len(variant.prompt.examples))
    counts = {"without answer": summary.failed, "to go": summary.unfinished}
    missing = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    yield f"{summary.cases} ({missing})" if missing else f"{summary.cases}"
    yield share(summary.f1)
    yield extent(summary.interval)
    yield from (share(summary.fields[field]) for field in SHOWN)
    yield NONE if summary.ungrounded is None else f"{summary.ungrounded:.3f}"
    yield f"{summary.seconds:.1f}"
    yield from (f"{n:.0f}" for n in (summary.prompt_tokens, summary.cached_tokens, summary.completion_tokens))
    yield f"`{summary.digest}`"


def put(text: str, into: Path) -> None:
    """Put the table between its marks in a page.

    Raises:
        InputError: The page cannot be read, or has not both marks once and in order.
        OutputError: It cannot be written.
    """
    try:
        page = into.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(into)) from error
    head, opening, rest = page.partition(OPENING)
    _, closing, tail = rest.partition(CLOSING)
    if not opening or not closing:
        hint = f"it stands between {OPENING} and {CLOSING}"
        raise InputError("has no place for the table", where=str(into), hint=hint)
    try:
        into.write_text(f"{head}{OPENING}\n\n{text}\n\n{CLOSING}{tail}", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", where=str(into)) from error


def _state(one: Cell) -> str:
    if one.run is None:
        return f"{one.variant.name}: not begun"
    summary = summed(one.run)
    cases = f"{summary.cases - summary.failed} of {summary.cases + summary.unfinished} articles"
    return f"{one.variant.name}: {cases}, {summary.seconds:.1f} s an article"


_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("suite", type=_PATH, default=Path("evals"))
@click.option("--model", "models", multiple=True, help="Models; by default every one of the catalogue.")
@click.option("--strategy", "strategies", type=click.Choice(STRATEGIES), multiple=True, help="By default all.")
@click.option("--prompt", "prompts", type=_PATH, multiple=True, help="Prompt files besides those that ship.")
@click.option("--examples", type=click.IntRange(min=0), multiple=True, help="By default none, half and all of them.")
@click.option("--cells", "chosen", multiple=True, metavar="TEXT", help="Only cells whose name holds TEXT.")
@click.option("--sample", type=click.IntRange(min=2), help="So many articles of the dev half, chosen by hash.")
@click.option("--seconds", type=click.FloatRange(min=0), help="Begin no article after so many seconds.")
@click.option("--replay", is_flag=True, help="Answer from the suite's cassettes.")
@click.option("-o", "--output", type=_PATH, help="Folder of runs instead of SUITE/tuning/table, or table-SAMPLE.")
@click.option("--list", "only_list", is_flag=True, help="Say what there is to run and what has been, and run nothing.")
@click.option("--write", type=_PATH, metavar="FILE", help="Put the table into FILE, between its marks.")
def main(
    suite: Path,
    *,
    models: tuple[str, ...],
    strategies: tuple[str, ...],
    prompts: tuple[Path, ...],
    examples: tuple[int, ...],
    chosen: tuple[str, ...],
    sample: int | None,
    seconds: float | None,
    replay: bool,
    output: Path | None,
    only_list: bool,
    write: Path | None,
) -> int:
    """Run the cells that are left, a line an article, and print the table.

    A cell that was stopped, by --seconds or by Ctrl-C, goes on when the command is given again; exit code 100 says that
    something is left.
    """
    used = [*map(builtin_prompt, strategies or STRATEGIES), *map(load_prompt, prompts)]
    every = cells(models or tuple(CATALOGUE), used, examples)
    variants = [one for one in every if not chosen or any(text in one.name for text in chosen)]
    if not variants:
        raise click.UsageError(f"no cell is called like that; there are: {'; '.join(one.name for one in every)}")
    order = Evaluation(suite, mode="replay" if replay else "live")
    whole = order.load()
    here = tuple(one for one in whole.cases if not order.is_elsewhere(one))
    own = type(whole)(here)
    deadline = None if seconds is None else time.monotonic() + seconds
    folder = output or suite / "tuning" / ("table" if sample is None else f"table-{sample}")
    bench = Bench(order, own, folder, make, resume=True, tell=say, deadline=deadline)
    if only_list:
        found = [known(bench, variant) for variant in variants]
        click.echo("\n".join(map(_state, found)))
    else:
        found = asyncio.run(fill(bench, variants, sample))
        _finish([known(bench, variant) for variant in every], bench.folder, write)
    return UNFINISHED if any(one.left for one in found) else 0


def _finish(found: Sequence[Cell], folder: Path, write: Path | None) -> None:
    text = table(found)
    told = {one.variant.name: asdict(summed(one.run)) for one in found if one.run is not None}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "table.json").write_text(f"{json.dumps(told, indent=1)}\n", encoding="utf-8")
    click.echo(text)
    if write is not None:
        put(text, write)
        say(f"written to {write}")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; whatever ends it is one line on standard error."""
    try:
        return int(main.main(args=arguments, standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SummarizeError as error:
        say_error(error)
        return 1
    except click.Abort:
        say("stopped; the same command goes on")
        return 130


if __name__ == "__main__":
    raise SystemExit(run())
