"""`summarize eval show RUN`: the report of a run, or what was not right in one of its cases."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.eval.options import PATH
from summarize.errors import InputError


@click.command(short_help="Show a run, or one case of it.")
@click.argument("path", type=PATH, metavar="RUN")
@click.option("-k", "--case", metavar="TEXT", help="What was not right in the cases whose id holds TEXT.")
def show(path: Path, case: str | None) -> int:
    """Print the report of RUN as Markdown, or every wrong, missing and spurious filler of some of its cases."""
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.report import case_report, run_report  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    done = read_run(path)
    if case is None:
        click.echo(run_report(done), nl=False)
        return Verdict.PASSED
    found = [result for result in done.results if case in result.id]
    if not found:
        raise InputError(f"has no case whose id holds {case!r}", where=str(path))
    click.echo("\n".join(case_report(result) for result in found), nl=False)
    return Verdict.PASSED
