"""`summarize eval compare A B`: whether one run is better than another."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.eval.options import PATH
from summarize.errors import InputError


@click.command(short_help="Compare two runs.")
@click.argument("first", type=PATH, metavar="A")
@click.argument("second", type=PATH, metavar="B")
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
