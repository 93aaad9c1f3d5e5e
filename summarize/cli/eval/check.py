"""`summarize eval check`: whether the cases of a suite can be trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli.eval.options import PATH, data_option, suite_argument
from summarize.cli.messages import say_error

if TYPE_CHECKING:
    from summarize.evaluation.cases import Suite


@click.command(short_help="Check the cases of a suite.")
@suite_argument
@data_option
@click.option("--prompt", "prompts", type=PATH, multiple=True, metavar="FILE", help="Prompt of your own to look into.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of a case instead, for editors.")
def check(suite: Path, data: tuple[Path, ...], prompts: tuple[Path, ...], schema: bool) -> int:
    """Check the cases of SUITE: each fits the schema, quotes its text, is in the split of its id and in no prompt."""
    from summarize.evaluation.cases import load_suite  # noqa: PLC0415
    from summarize.evaluation.checking import check_suite  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.prompting import load_prompt  # noqa: PLC0415

    if schema:
        from summarize.evaluation.labels import Case  # noqa: PLC0415

        click.echo(json.dumps(Case.model_json_schema(), indent=2, ensure_ascii=False))
        return Verdict.PASSED
    found = load_suite(suite, data=data, keep_going=True)
    problems = check_suite(found, [load_prompt(prompt) for prompt in prompts])
    for problem in problems:
        say_error(problem)
    click.echo(_counted(found, len(problems)))
    return Verdict.NOT_RUN if problems or not found.every else Verdict.PASSED


def _counted(suite: Suite, problems: int) -> str:
    labels = [one.case for one in suite.every]
    events, figures = sum(len(case.events) for case in labels), sum(len(case.figures) for case in labels)
    absent = f"; not here, so their quotations were not looked up: {len(suite.absent)}" if suite.absent else ""
    return f"{len(labels)} cases, {events} events, {figures} figures; problems: {problems}{absent}"
