"""`summarize eval check`: whether the cases of a suite can be trusted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli.eval.options import data_option, loaded, suite_argument
from summarize.cli.messages import say

if TYPE_CHECKING:
    from summarize.evaluation.cases import LoadedCase


@click.command(short_help="Check the cases of a suite.")
@suite_argument
@data_option
@click.option("--schema", is_flag=True, help="Print the JSON schema of a case instead, for editors.")
def check(suite: Path, data: tuple[Path, ...], schema: bool) -> int:
    """Check that every case of SUITE fits the schema, quotes its text and shares no sentence with a prompt."""
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415

    if schema:
        from summarize.evaluation.labels import Case  # noqa: PLC0415

        click.echo(json.dumps(Case.model_json_schema(), indent=2, ensure_ascii=False))
        return Verdict.PASSED
    found = loaded(suite, data, keep_going=True)
    leaks = list(_leaks(found.cases))
    for leak in leaks:
        say(f"error: {leak}")
    events = sum(len(one.case.events) for one in found.cases)
    figures = sum(len(one.case.figures) for one in found.cases)
    click.echo(f"{len(found.cases)} cases, {events} events, {figures} figures; {len(found.problems)} broken")
    return Verdict.NOT_RUN if leaks or found.problems or not found.cases else Verdict.PASSED


def _leaks(cases: Sequence[LoadedCase]) -> list[str]:
    """Worked examples of the prompts that share a sentence with a case."""
    from summarize.asking.examples import check_examples  # noqa: PLC0415
    from summarize.prompting import builtin_prompt  # noqa: PLC0415

    texts = {one.case.id: one.text for one in cases}
    prompts = (builtin_prompt("article"), builtin_prompt("sentence"))
    return [f"{prompt.origin}: {problem}" for prompt in prompts for problem in check_examples(prompt, texts)]
