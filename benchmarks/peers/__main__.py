"""`python -m benchmarks.peers run` asks, `python -m benchmarks.peers report` reads what was answered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import Any

import click

from benchmarks.peers.asking import MAKERS, ask_all, seated
from benchmarks.peers.corpus import Corpus, of_muc4, of_suite
from benchmarks.peers.replies import REPLIES, Place
from benchmarks.peers.report import report as written
from benchmarks.peers.scoring import kept_replies
from summarize.cli.messages import say, say_error
from summarize.errors import SummarizeError
from summarize.models.catalogue import CATALOGUE, DEFAULT_LOCAL_MODEL

RUNS = Path(__file__).resolve().parent / "runs"
"""Where run files go unless told otherwise; not in git, for they hold words of texts that are not ours."""
_PATH = click.Path(path_type=Path)
_INTERRUPTED = 130


class _Systems(click.ParamType[tuple[str, ...]]):
    name = "systems"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        names = tuple(value.split(",")) if isinstance(value, str) else tuple(value)
        unknown = [name for name in names if name not in MAKERS]
        if unknown:
            self.fail(f"there is no {', '.join(unknown)}; there are {', '.join(MAKERS)}", param, ctx)
        return tuple(name for name in MAKERS if name in names)


def _choosing(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which articles of what, which systems, and where replies are."""
    options = (
        click.option("--suite", type=_PATH, default=Path("evals"), show_default=True, help="Suite of labelled cases."),
        click.option("--split", default="test", show_default=True, help="Split of the suite, or all."),
        click.option("--muc4", metavar="SPLIT", help="Documents of MUC-4 instead of a suite: tst2, tst1 or dev."),
        click.option("--sample", type=click.IntRange(min=1), metavar="N", help="So many articles instead of all."),
        click.option("--seed", type=int, default=0, show_default=True, help="Which ones a sample holds."),
        click.option("--data", type=_PATH, multiple=True, metavar="DIR", help="Place of referenced texts."),
        click.option("--systems", type=_Systems(), default=",".join(MAKERS), show_default=True, help="Who is asked."),
        click.option("--replies", type=_PATH, default=REPLIES, help="Folder of replies instead of the package's own."),
        click.option("--runs", type=_PATH, default=RUNS, help="Folder for run files instead of the package's own."),
        click.option("-o", "--output", type=_PATH, metavar="FILE", help="Write the report there."),
    )
    for option in reversed(options):
        command = option(command)

    @wraps(command)
    def wrapped(**given: Any) -> None:
        try:
            command(**given)
        except SummarizeError as error:
            say_error(error)
            sys.exit(1)
        except KeyboardInterrupt:
            say("broken off: what was answered is kept, and the same command goes on with it")
            sys.exit(_INTERRUPTED)

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Other tools on the same work, side by side with our default."""


@main.command()
@_choosing
@click.option("--model", type=click.Choice(list(CATALOGUE)), default=DEFAULT_LOCAL_MODEL, show_default=True)
@click.option("--threads", type=click.IntRange(min=1), help="Threads of the server instead of all cores.")
def run(*, model: str, threads: int | None, **given: Any) -> None:
    """Ask every system about every article, then report.

    Each reply is kept as it comes; the same command goes on where it was broken off. To ask again, remove the reply.
    """
    corpus, place = _chosen(given)
    with ExitStack() as stack:
        for line in ask_all(corpus, seated(given["systems"], model, threads, stack), place):
            say(line)
    _report(corpus, place, given)


@main.command()
@_choosing
def report(**given: Any) -> None:
    """Map and score the replies that are there; needs no model and no peer installed."""
    corpus, place = _chosen(given)
    _report(corpus, place, given)


def _chosen(given: dict[str, Any]) -> tuple[Corpus, Callable[[str], Place]]:
    size, seed = given["sample"], given["seed"]
    if given["muc4"]:
        corpus = of_muc4(given["muc4"], size, seed)
    else:
        split = None if given["split"] == "all" else given["split"]
        corpus = of_suite(given["suite"], split, size, seed, given["data"])
    return corpus, lambda article: Place(given["replies"], article in corpus.ours)


def _report(corpus: Corpus, place: Callable[[str], Place], given: dict[str, Any]) -> None:
    answered, kept = kept_replies(corpus, given["systems"], place)
    told = written(corpus, answered, kept, given["runs"])
    if given["output"] is None:
        click.echo(told, nl=False)
    else:
        given["output"].write_text(told, encoding="utf-8")
        say(f"written to {given['output']}")


if __name__ == "__main__":
    main()
