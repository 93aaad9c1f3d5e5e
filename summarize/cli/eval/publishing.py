"""Where CI systems look: a JUnit file, and the Markdown summary of a job."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from summarize.cli.eval.options import PATH
from summarize.errors import OutputError

JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Environment variable in which GitHub Actions names the summary of a job."""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def publishing_options(command: _Command) -> _Command:
    """Give a command `--junit` and `--summary`."""
    summary = click.option(
        "--summary", type=PATH, metavar="FILE", help=f"Append the report to FILE (default: ${JOB_SUMMARY}, when set)."
    )
    junit = click.option("--junit", type=PATH, metavar="FILE", help="Write JUnit XML to FILE.")
    return summary(junit(command))


def publish(report: str, *, summary: Path | None, junit: Path | None = None, xml: Callable[[], str]) -> None:
    """Print a report, append it to the job summary, and write the JUnit file.

    Args:
        report: Markdown.
        summary: File to append to; None for the one that the environment names, if it names one.
        junit: File to write; None for none.
        xml: Makes the content of that file.

    Raises:
        OutputError: A file cannot be written.
    """
    click.echo(report, nl=False)
    named = os.environ.get(JOB_SUMMARY)
    target = summary or (Path(named) if named else None)
    if target is not None:
        _write(target, f"{report}\n", mode="a")
    if junit is not None:
        _write(junit, xml(), mode="w")


def _write(path: Path, text: str, *, mode: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(path)) from error
