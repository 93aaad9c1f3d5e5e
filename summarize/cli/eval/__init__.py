"""`summarize eval`: runs labelled cases, reports, compares and gates the scores; one module a subcommand."""

from __future__ import annotations

import click
from click_default_group import DefaultGroup

from summarize.cli.eval.agreement import agreement
from summarize.cli.eval.behaviour import behaviour
from summarize.cli.eval.check import check
from summarize.cli.eval.compare import compare
from summarize.cli.eval.gate import gate
from summarize.cli.eval.new import new
from summarize.cli.eval.options import EPILOG
from summarize.cli.eval.report import report
from summarize.cli.eval.run import run
from summarize.cli.eval.show import show

eval_: click.Group = DefaultGroup(
    name="eval",
    default="run",
    default_if_no_args=True,
    short_help="Score against labelled cases.",
    epilog=EPILOG,
    help="""Run labelled cases, report the scores, compare runs and hold them against gates.

    `summarize eval [SUITE]` is short for `summarize eval run [SUITE]`. A suite is a folder with cases/*.yaml.
    """,
)
for command in (run, compare, gate, show, report, check, new, agreement, behaviour):
    eval_.add_command(command)
