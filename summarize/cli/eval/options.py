"""What several subcommands of `summarize eval` share: parameters, and the loading of a suite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli.messages import say_error

if TYPE_CHECKING:
    from summarize.evaluation.cases import Suite

PATH = click.Path(path_type=Path)
SUITE = Path("evals")
"""The suite that is meant where none is named."""
EPILOG = "\b\nExit codes:\n  0    passed\n  1    could not run\n  100  ran and fell short"

suite_argument = click.argument("suite", type=PATH, default=SUITE)
data_option = click.option(
    "--data", type=PATH, multiple=True, metavar="DIR", help="Place of the folders with referenced texts."
)


def loaded(suite: Path, data: Sequence[Path], *, keep_going: bool) -> Suite:
    """The suite; what is wrong with it is told on standard error."""
    from summarize.evaluation.cases import load_suite  # noqa: PLC0415

    found = load_suite(suite, data=data, keep_going=keep_going)
    for problem in found.problems:
        say_error(problem)
    return found
