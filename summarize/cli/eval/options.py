"""What several subcommands of `summarize eval` share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli.messages import say_error

if TYPE_CHECKING:
    from summarize.evaluation.cases import Suite

PATH = click.Path(path_type=Path)
SUITE = Path("evals")
"""The suite that is meant where none is named."""
EPILOG = "\b\nExit codes:\n  0    passed\n  1    could not run\n  2    wrong usage\n  100  ran and fell short"

suite_argument = click.argument("suite", type=PATH, default=SUITE)
data_option = click.option(
    "--data", type=PATH, multiple=True, metavar="DIR", help="Place of the folders with referenced texts."
)


def tell_problems(suite: Suite) -> None:
    """Tell what is wrong with a suite, on standard error."""
    for problem in suite.problems:
        say_error(problem)
