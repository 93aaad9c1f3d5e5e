"""`summarize eval report`: a run with its articles as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.eval.options import PATH, SUITE, data_option, tell_problems
from summarize.cli.messages import say
from summarize.errors import InputError


@click.command(short_help="Make a page of a run.")
@click.argument("path", type=PATH, metavar="RUN")
@click.option("--html", is_flag=True, expose_value=False, help="As one HTML page, the only form there is.")
@click.option("-o", "--output", type=PATH, metavar="FILE", help="File instead of RUN with the suffix .html.")
@click.option("--suite", type=PATH, default=SUITE, show_default=True, help="Suite that holds its cases.")
@data_option
def report(path: Path, output: Path | None, suite: Path, data: tuple[Path, ...]) -> int:
    """Write RUN as one HTML page: scores, and every article with what was expected and what was predicted.

    The page needs neither network nor server. A case whose labels have changed since the run is marked as such.
    """
    from summarize.cli.output import Framing, Output  # noqa: PLC0415
    from summarize.evaluation.cases import load_suite  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.html import render  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    run = read_run(path)
    target = output or path.with_suffix(".html")
    if target.resolve() == path.resolve():
        raise click.UsageError(f"the page would replace the run {path}: name another file with --output")
    loaded = load_suite(suite, data=data, keep_going=True)
    tell_problems(loaded)
    if run.results and {result.id for result in run.results}.isdisjoint(one.case.id for one in loaded.cases):
        raise InputError(f"holds no case of {path}", where=str(suite), hint="name the suite of the run with --suite")
    page = render(run, loaded.cases)
    with Output(target, Framing()) as written:
        written.write(page)
    say(f"written to {target}")
    return Verdict.PASSED
