"""`summarize doctor`: whether the installation, the model and the endpoint are in order, and what to do if not."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from summarize.cli.exits import Exit
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from pathlib import Path

    from summarize.models.base import Model
    from summarize.models.local import LocalModel
    from summarize.models.openai import OpenAIModel
    from summarize.settings import ResolvedSettings

DISTRIBUTION = "summarize-events"
MIN_PYTHON = (3, 11)
TIMEOUT = 10.0
"""Seconds an endpoint gets to answer."""
_EXTRAS = {"local": "xllamacpp", "web": "trafilatura", "replay": "vcr"}
_PINNED = ("openai", "instructor", "jiter")


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What it is.
        found: What was found.
        advice: What to do; None when it is in order.
        needed: Whether a run with the settings in force would fail without it.
    """

    name: str
    found: str
    advice: str | None = None
    needed: bool = True

    @property
    def mark(self) -> str:
        """`ok`, `note` for what is not needed now, or `FAIL`."""
        if self.advice is None:
            return "ok"
        return "FAIL" if self.needed else "note"


@click.command(short_help="Check installation, model and endpoint.")
def doctor() -> int:
    """Check the installation, the settings, the model and the endpoint, and say what to do.

    Exits with 1 when a run with the settings in force would fail.
    """
    checks = []
    for check in examine():
        checks.append(check)
        click.echo(f"{check.mark:<5} {check.name:<9} {check.found}")
        if check.advice:
            click.echo(f"{'':<15} → {check.advice}")
    return Exit.FAILED if any(check.mark == "FAIL" for check in checks) else Exit.OK


def examine() -> Iterator[Check]:
    """Everything that is looked at, one after the other."""
    yield _python()
    yield from _packages()
    yield from _extras()
    try:
        from summarize.cli.settings import load_for_run  # noqa: PLC0415
        from summarize.settings import unknown_variables  # noqa: PLC0415

        settings = load_for_run()
    except SummarizeError as error:
        yield Check("settings", error.message, str(error))
        return
    yield Check("settings", str(settings.file or "no summarize.toml"))
    for name, meant in unknown_variables().items():
        yield Check("settings", f"{name} is no setting, and is not read", meant, needed=False)
    yield from _asking(settings)
    yield _folder()


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, MIN_PYTHON))
    return Check("python", found, None if sys.version_info >= MIN_PYTHON else f"install Python {wanted} or later")


def _packages() -> Iterator[Check]:
    """Whether the packages that exclude each other in most versions are the ones that fit."""
    from packaging.requirements import Requirement  # noqa: PLC0415

    try:
        wanted = {item.name: item.specifier for item in map(Requirement, requires(DISTRIBUTION) or ())}
    except PackageNotFoundError:
        yield Check("package", f"{DISTRIBUTION} is not installed, only on the path", "pip install .", needed=False)
        wanted = {}
    for name in _PINNED:
        found = _version(name)
        if found is None:
            yield Check(name, "not installed", f"pip install --upgrade {DISTRIBUTION}")
        elif name in wanted and not wanted[name].contains(found):
            yield Check(name, f"{found}, which does not fit", f'pip install "{name}{wanted[name]}"')
        else:
            yield Check(name, found)


def _extras() -> Iterator[Check]:
    for extra, module in _EXTRAS.items():
        there = find_spec(module) is not None
        advice = f'pip install "{DISTRIBUTION}[{extra}]"'
        yield Check(extra, "installed" if there else "not installed", None if there else advice, needed=False)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _asking(settings: ResolvedSettings) -> Iterator[Check]:
    """The model that a run would ask, and the prompt that it would be asked with."""
    from summarize.cli.summarizer import make_model  # noqa: PLC0415
    from summarize.models.local import LocalModel  # noqa: PLC0415
    from summarize.models.openai import OpenAIModel  # noqa: PLC0415

    try:
        model, reason = make_model(settings)
    except SummarizeError as error:
        yield Check("model", error.message, str(error))
        if settings.values.prompt:
            yield _prompt(settings, None)
        return
    yield Check("model", f"{model.name or 'the only one the endpoint lists'} ({reason})")
    yield _prompt(settings, model)
    if isinstance(model, LocalModel):
        yield from _local(model)
    elif isinstance(model, OpenAIModel):
        yield _endpoint(model, with_key=settings.values.api_key is not None)


def _prompt(settings: ResolvedSettings, model: Model | None) -> Check:
    from summarize.pipeline import prompt_for  # noqa: PLC0415
    from summarize.prompting import load_prompt  # noqa: PLC0415

    values = settings.values
    try:
        prompt = prompt_for(model, values.strategy, values.prompt) if model else load_prompt(str(values.prompt))
    except SummarizeError as error:
        return Check("prompt", error.message, str(error))
    return Check("prompt", f"{prompt.name} {prompt.version} [{prompt.used.digest}], {prompt.origin}")


def _local(model: LocalModel) -> Iterator[Check]:
    from summarize.models.local import check_memory, check_model_file  # noqa: PLC0415

    if find_spec("xllamacpp") is None:
        yield Check("llama.cpp", "not installed", f'pip install "{DISTRIBUTION}[local]"')
    try:
        _check_verified(model)
        check_model_file(model.path)
        size = model.path.stat().st_size
        yield Check("file", f"{model.path}, {size / 1e9:.2f} GB")
        check_memory(size)
    except SummarizeError as error:
        yield Check("file" if not model.path.exists() else "memory", error.message, error.hint or str(error))


def _check_verified(model: LocalModel) -> None:
    """Make sure that a file of the catalogue is whole and genuine.

    Raises:
        DownloadError: It is not there, or is another file.
    """
    from summarize.errors import DownloadError  # noqa: PLC0415
    from summarize.models.catalogue import CATALOGUE  # noqa: PLC0415
    from summarize.models.pull import is_present, model_path  # noqa: PLC0415

    if model.name in CATALOGUE and model.path == model_path(model.name) and not is_present(model.name):
        state = "is damaged or incomplete" if model.path.exists() else "is not fetched yet"
        raise DownloadError(f"{model.path} {state}", hint=f"summarize models pull {model.name} (a run fetches it too)")


def _endpoint(model: OpenAIModel, *, with_key: bool) -> Check:
    """Ask the endpoint for its models, as a run would ask it."""

    async def ask() -> str:
        try:
            return await model.check()
        finally:
            await model.aclose()

    model.timeout = min(model.timeout, TIMEOUT)
    try:
        name = asyncio.run(ask())
    except SummarizeError as error:
        return Check("endpoint", f"{model.endpoint} {error.message}", error.hint or str(error))
    return Check("endpoint", f"{model.endpoint} answers {'with' if with_key else 'without'} a key; model {name}")


def _folder() -> Check:
    from summarize.models.pull import models_folder  # noqa: PLC0415

    folder = models_folder()
    if os.access(_existing(folder), os.W_OK):
        return Check("cache", f"{folder} can be written")
    return Check("cache", f"{folder} cannot be written", "name another folder with SUMMARIZE_MODELS", needed=False)


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.exists())
