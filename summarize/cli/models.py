"""`summarize models`: the embedded models, and fetching their files."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from summarize.cli.messages import say, say_error

if TYPE_CHECKING:
    from summarize.models.base import Model
    from summarize.models.pull import Progress

_STEPS = {"download": "fetching", "verify": "verifying", "wait": "waiting for another process that fetches"}
_PERCENT = 10


@click.group()
def models() -> None:
    """List, fetch and locate the embedded models.

    Files are kept in the user's cache folder, or in the folder that SUMMARIZE_MODELS names.
    """


@models.command("list", short_help="List them, and say which are here.")
def list_models() -> None:
    """List the embedded models: name, size, licence, whether it is here, what it is good for."""
    from summarize.models.catalogue import CATALOGUE, DEFAULT_LOCAL_MODEL  # noqa: PLC0415
    from summarize.models.pull import is_present  # noqa: PLC0415

    for entry in CATALOGUE.values():
        here = "here" if is_present(entry.name) else "not fetched"
        mark = "*" if entry.name == DEFAULT_LOCAL_MODEL else " "
        size = f"{entry.size / 1e9:.2f} GB"
        click.echo(f"{mark} {entry.name:<20}{size:>8}  {entry.licence}  {here:<11}  {entry.description}")
    say("* the default; any other model: --model FILE.gguf, or --base-url for a server")


@models.command(short_help="Fetch and verify one.")
@click.argument("name", required=False)
@click.option("--only-fetch", is_flag=True, help="Do not start it.")
def pull(name: str | None, *, only_fetch: bool) -> None:
    """Fetch a model, the default one when no NAME is given, and print its path.

    A download that was broken off is taken up again; the file is verified by its SHA-256. Then the model is started
    and asked about a worked example, so that it has read its instructions before it is given an article; not where
    llama.cpp is not installed, or SUMMARIZE_STATES is empty.
    """
    from summarize.models.catalogue import DEFAULT_LOCAL_MODEL  # noqa: PLC0415

    wanted = name or DEFAULT_LOCAL_MODEL
    click.echo(pull_with_progress(wanted))
    if not only_fetch and find_spec("xllamacpp"):
        prepare(wanted)


@models.command(short_help="Print where one's file is.")
@click.argument("name", required=False)
def path(name: str | None) -> None:
    """Print where the file of a model is; a model that is not fetched is an error."""
    from summarize.errors import InputError  # noqa: PLC0415
    from summarize.models.catalogue import DEFAULT_LOCAL_MODEL  # noqa: PLC0415
    from summarize.models.pull import is_present, model_path  # noqa: PLC0415

    wanted = name or DEFAULT_LOCAL_MODEL
    found = model_path(wanted)
    if not is_present(wanted):
        raise InputError("is not fetched, or is damaged", where=str(found), hint=f"summarize models pull {wanted}")
    click.echo(found)


def pull_with_progress(name: str) -> str:
    """Fetch a model, showing how far it is on standard error, and return its path.

    Raises:
        DownloadError: No source delivered it.
    """
    from summarize.models.pull import pull as fetch  # noqa: PLC0415

    with _progress(name) as told:
        return str(fetch(name, progress=told))


def prepare(name: str) -> None:
    """Let a fetched model read what all its questions begin with, for later runs; that it cannot is said, no more.

    Where no states are kept (SUMMARIZE_STATES is empty) there is nothing to do.
    """
    import asyncio  # noqa: PLC0415

    from summarize.errors import SummarizeError  # noqa: PLC0415
    from summarize.models.prefix_state import states_folder, was_kept_since  # noqa: PLC0415

    folder = states_folder()
    if folder is None:
        return
    say(f"{name} reads its instructions, so that later runs need not")
    began, at = time.monotonic(), time.time()
    try:
        asyncio.run(_try_out(name))
    except SummarizeError as error:
        say_error(error)
        say("the file itself is whole; summarize doctor tells more")
    else:
        say(f"ready after {time.monotonic() - began:.0f} s")
        if not was_kept_since(folder, at):
            say(f"but what it has read could not be kept in {folder}: every run will read it anew")


async def _try_out(name: str) -> None:
    from summarize.models.local import LocalModel  # noqa: PLC0415
    from summarize.pipeline import Summarizer  # noqa: PLC0415
    from summarize.reading import read_article  # noqa: PLC0415

    async with aclosing(LocalModel(name=name)) as model:
        summarizer = Summarizer(model)
        await summarizer.run(read_article(summarizer.prompt.examples[0].text))


def fetch_if_missing(model: Model) -> None:
    """Fetch the file of an embedded model of the catalogue that is not here yet.

    Raises:
        DownloadError: No source delivered it.
    """
    from summarize.models.catalogue import CATALOGUE  # noqa: PLC0415
    from summarize.models.local import LocalModel  # noqa: PLC0415
    from summarize.models.pull import model_path  # noqa: PLC0415

    if not isinstance(model, LocalModel) or model.name not in CATALOGUE or model.path.exists():
        return
    # Without llama.cpp the file would be of no use, and the model says so itself when it is asked.
    if model.path == model_path(model.name) and find_spec("xllamacpp"):
        say(f"its file ({CATALOGUE[model.name].size / 1e9:.2f} GB) is not here yet and is fetched once")
        pull_with_progress(model.name)


@contextmanager
def _progress(name: str) -> Iterator[Progress]:
    if not sys.stderr.isatty():
        yield _lines(name)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def told(step: str, done: int, total: int) -> None:
            bar.update(task, description=f"{_STEPS.get(step, step)} {name}", completed=done, total=total or None)

        yield told


def _lines(name: str) -> Progress:
    """A line on standard error for every tenth, where there is no terminal to draw on."""
    last: dict[str, int] = {}

    def told(step: str, done: int, total: int) -> None:
        tenth = done * 100 // total // _PERCENT * _PERCENT if total else 0
        if last.get(step) != tenth:
            last[step] = tenth
            amount = f" {tenth:3d} % of {total / 1e6:,.0f} MB" if total else ""
            say(f"{_STEPS.get(step, step)} {name}{amount}")

    return told
