"""`summarize eval gate RUN`: hold a run against the gates of a file."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.eval.options import EPILOG, PATH, SUITE
from summarize.cli.eval.publishing import publish, publishing_options


@click.command(epilog=EPILOG, short_help="Hold a run against gates.")
@click.argument("path", type=PATH, metavar="RUN")
@click.option("--gates", type=PATH, metavar="FILE", help="Gates instead of evals/gates.toml.")
@publishing_options
def gate(path: Path, gates: Path | None, junit: Path | None, summary: Path | None) -> int:
    """Hold RUN against the gates of a file: how many cases may fail, floors of F1, no worse than a baseline."""
    from summarize.evaluation.gates import judge, read_gates, verdict  # noqa: PLC0415
    from summarize.evaluation.junit import gates_junit  # noqa: PLC0415
    from summarize.evaluation.report import gates_report  # noqa: PLC0415
    from summarize.evaluation.runs import read_run  # noqa: PLC0415

    done = read_run(path)
    judged = judge(done, read_gates(gates or SUITE / "gates.toml"))
    publish(gates_report(judged), summary=summary, junit=junit, xml=lambda: gates_junit(done, judged))
    return verdict(done, judged)
