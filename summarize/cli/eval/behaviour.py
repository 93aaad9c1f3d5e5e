"""`summarize eval behaviour`: whether the record follows a change of the article as it should."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.eval.models import make_for
from summarize.cli.eval.options import EPILOG, PATH, data_option, suite_argument, tell_problems
from summarize.cli.messages import say
from summarize.errors import InputError
from summarize.strategies import STRATEGIES

if TYPE_CHECKING:
    from summarize.evaluation.behaviour import Finding
    from summarize.evaluation.evaluating import Evaluation

_MODEL_FLAGS = ("model", "base_url", "strategy", "prompt")


@click.command(epilog=EPILOG, short_help="Change articles and see whether the answers follow.")
@suite_argument
@click.option("--replay", "mode", flag_value="replay", default="replay", help="Answer from cassettes (the default).")
@click.option("--live", "mode", flag_value="live", help="Ask the model, also about what was changed.")
@click.option("-m", "--model", metavar="NAME", help="Model name, BACKEND:NAME or FILE.gguf.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--strategy", type=click.Choice(STRATEGIES), help="How the model is asked.")
@click.option("--prompt", type=PATH, metavar="FILE", help="Prompt file instead of the one that ships.")
@click.option("--cassettes", type=PATH, metavar="DIR", help="Folder of cassettes instead of SUITE/cassettes.")
@click.option("-k", "--case", metavar="TEXT", help="Only cases whose id or file name holds TEXT.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cases with TAG; may be repeated.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only cases of this split.")
@data_option
def behaviour(suite: Path, *, case: str | None, tags: tuple[str, ...], split: str | None, **options: Any) -> int:
    """Change every article of SUITE in ways whose effect is known, and print where the answers do not follow.

    Labels are not looked at. In a replay no model is asked: a change that asks anything new is counted as such, and a
    changed sentence is answered as before where that says something about the rules.
    """
    from summarize.evaluation.behaviour import Judged, behaviour_report  # noqa: PLC0415
    from summarize.evaluation.cases import selecting  # noqa: PLC0415
    from summarize.evaluation.evaluating import Evaluation  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415

    flags = {name: options.pop(name) for name in _MODEL_FLAGS}
    order = Evaluation(suite, select=selecting(name=case, tags=tags, split=split), **options)
    findings = asyncio.run(_findings(order, flags))
    click.echo(behaviour_report(findings), nl=False)
    judged = {finding.judged for finding in findings}
    if judged & {Judged.BROKEN, Judged.NO_ANSWER}:
        return Verdict.FELL_SHORT
    return Verdict.PASSED if Judged.HOLDS in judged else Verdict.NOT_RUN


async def _findings(order: Evaluation, flags: dict[str, Any]) -> list[Finding]:
    from summarize.evaluation.behaviour import behave  # noqa: PLC0415

    suite = order.load()
    tell_problems(suite)
    summarizer = make_for(flags, fetch=order.mode != "replay")
    try:
        cases, plan = order.plan(summarizer, suite)
        if not cases:
            raise InputError("no case was chosen that is here", where=str(order.suite), hint="see --data and --live")
        if plan.absent:
            say(f"not here, left out: {', '.join(plan.absent)}")
        async with aclosing(behave(cases, summarizer, tape=plan.tape)) as found:
            return [finding async for finding in found]
    finally:
        await summarizer.model.aclose()
