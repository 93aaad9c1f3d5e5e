"""`summarize eval agreement A B`: how far two passes of labelling agree."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.eval.options import PATH, data_option
from summarize.cli.messages import say
from summarize.errors import OutputError


@click.command(short_help="Say how far two labellers agree.")
@click.argument("first", type=PATH, metavar="DIR_A")
@click.argument("second", type=PATH, metavar="DIR_B")
@data_option
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Also write FILE, the ceiling of reports.")
def agreement(first: Path, second: Path, data: tuple[Path, ...], output: Path | None) -> int:
    """Score the labels in DIR_A against those in DIR_B, in both directions, and print the agreement as Markdown.

    Both are folders of case files with the same ids. SUITE/agreement.json is shown as the ceiling in every report.
    """
    from summarize.evaluation.agreement import agree, load_pass, paired_cases  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.report import agreement_report  # noqa: PLC0415

    mine, theirs = load_pass(first, data=data), load_pass(second, data=data)
    alone = {one.case.id for one in mine.every} ^ {one.case.id for one in theirs.every}
    if alone:
        say(f"in one of the sets only, left out: {', '.join(sorted(alone))}")
    absent = {one.case.id for one in (*mine.absent, *theirs.absent)}
    if absent:
        say(f"texts not here, left out: {', '.join(sorted(absent))} (name the place with --data or SUMMARIZE_DATA)")
    found = agree(paired_cases(mine, theirs), first=first.name, second=second.name)
    click.echo(agreement_report(found), nl=False)
    if output is not None:
        _write(output, f"{found.model_dump_json(indent=1)}\n")
    return Verdict.PASSED


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(path)) from error
