"""`summarize tune SUITE`: variants tried on the dev half, the best one reported on the test half once."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.eval.options import EPILOG, PATH, data_option, suite_argument, tell_problems
from summarize.cli.messages import say
from summarize.errors import OutputError
from summarize.strategies import STRATEGIES, StrategyName

if TYPE_CHECKING:
    from summarize.evaluation.runs import Mode
    from summarize.evaluation.tuning import Tuned, Variant
    from summarize.evaluation.tuning.variants import WeightsName
    from summarize.pipeline import Summarizer
    from summarize.settings import ResolvedSettings


@click.command(epilog=EPILOG, short_help="Try prompts and settings on labelled cases of your own.")
@suite_argument
@click.option("--prompt", "prompts", type=PATH, multiple=True, metavar="FILE", help="Prompt file to try.")
@click.option("--strategy", "strategies", type=click.Choice(STRATEGIES), multiple=True, help="Shipped prompt to try.")
@click.option("-m", "--model", "models", multiple=True, metavar="NAME", help="Model to try; the default has the first.")
@click.option(
    "--examples", type=click.IntRange(min=0), multiple=True, metavar="N", help="First N worked examples only."
)
@click.option(
    "--weights",
    type=click.Choice(["shipped", "refit"]),
    multiple=True,
    help="Weights of the strategy weighed: as they are, or fitted to the dev half.",
)
@click.option(
    "--context-tokens", type=click.IntRange(min=512), multiple=True, metavar="N", help="Tokens of prompt and answer."
)
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--live", "mode", flag_value="live", default="live", help="Ask the model (the default).")
@click.option("--replay", "mode", flag_value="replay", help="Answer from cassettes alone.")
@click.option("--cassettes", type=PATH, metavar="DIR", help="Folder of cassettes instead of SUITE/cassettes.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Cases in flight.")
@click.option("--sample", type=click.IntRange(min=2), metavar="N", help="Only N cases of the dev half, chosen by hash.")
@click.option("--dev-only", is_flag=True, help="Leave the test half alone.")
@click.option("-o", "--output", type=PATH, metavar="DIR", help="Folder of runs and report instead of SUITE/tuning.")
@click.option("--resume", is_flag=True, help="Go on with the runs in the output folder.")
@data_option
def tune(suite: Path, **options: Any) -> int:
    """Try every combination of the given choices on the dev half of SUITE (default: evals) and report the best.

    The options from --prompt to --context-tokens may be repeated. What `summarize` does now, by your settings, is the
    default and always tried too. The winner and the default are then run once on the test half; SUITE/test-half.jsonl
    keeps count of how often that half was looked at. The output folder gets report.md, report.json and, in winner/, a
    prompt file with a summarize.toml.
    """
    return asyncio.run(_tuned(_Job(suite=suite, **options)))


@dataclass(frozen=True)
class _Job:
    """One call of the command; the options by their names."""

    suite: Path
    prompts: tuple[Path, ...]
    strategies: tuple[StrategyName, ...]
    models: tuple[str, ...]
    examples: tuple[int, ...]
    weights: tuple[WeightsName, ...]
    context_tokens: tuple[int, ...]
    base_url: str | None
    mode: Mode
    cassettes: Path | None
    jobs: int | None
    sample: int | None
    dev_only: bool
    output: Path | None
    resume: bool
    data: tuple[Path, ...]

    @property
    def folder(self) -> Path:
        """Where everything is written."""
        return self.output or self.suite / "tuning"

    def settings(self, model: str | None, context_tokens: int | None = None) -> ResolvedSettings:
        """The settings in force, for a model of that name on the configured server."""
        from summarize.settings import load_settings  # noqa: PLC0415

        return load_settings({"model": model, "base_url": self.base_url, "context_tokens": context_tokens})

    def make(self, variant: Variant) -> Summarizer:
        """The summarizer of a variant, whose model file is fetched first where it is going to be asked."""
        from summarize.cli.models import fetch_if_missing  # noqa: PLC0415

        summarizer = self.planned(variant)
        if self.mode == "live":
            fetch_if_missing(summarizer.model)
        return summarizer

    def planned(self, variant: Variant) -> Summarizer:
        """The summarizer of a variant, as far as it can be made without its model file."""
        from summarize.cli.summarizer import make_model  # noqa: PLC0415
        from summarize.pipeline import Summarizer  # noqa: PLC0415

        settings = self.settings(variant.model, variant.context_tokens)
        model, chosen = make_model(settings)
        sure = settings.values.min_confidence
        return Summarizer(model, prompt=variant.prompt, chosen=chosen, min_confidence=sure)


async def _tuned(job: _Job) -> int:
    from summarize.evaluation.checking import refuse_leaks  # noqa: PLC0415
    from summarize.evaluation.evaluating import Evaluation  # noqa: PLC0415
    from summarize.evaluation.extra import require  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.evaluation.tuning import Bench, tune, tuning_report, write_winner  # noqa: PLC0415

    require()
    variants = _variants(job)
    order = Evaluation(job.suite, mode=job.mode, data=job.data, cassettes=job.cassettes, jobs=job.jobs)
    suite = order.load()
    tell_problems(suite)
    refuse_leaks(suite, [variant.prompt for variant in variants])
    bench = Bench(order, suite, job.folder, job.make, resume=job.resume, tell=say)
    tuned = await tune(bench, variants, sample=job.sample, dev_only=job.dev_only)
    written = write_winner(job.folder / "winner", tuned.best.variant, tuned.prompt, base_url=job.base_url)
    report = tuning_report(tuned, written)
    _write(job.folder, tuned, report, written)
    click.echo(report, nl=False)
    return Verdict.FELL_SHORT if tuned.unanswered else Verdict.PASSED


def _variants(job: _Job) -> tuple[Variant, ...]:
    """What is tried; each is made once, so that a mistake is told before anything is asked."""
    from summarize.cli.summarizer import make_model  # noqa: PLC0415
    from summarize.evaluation.tuning import Grid  # noqa: PLC0415
    from summarize.pipeline import Summarizer  # noqa: PLC0415
    from summarize.prompting import load_prompt  # noqa: PLC0415

    names = job.models or (None,)
    made = {name: make_model(job.settings(name))[0] for name in names}
    values = job.settings(names[0]).values
    first = Summarizer(made[names[0]], strategy=values.strategy, prompt=values.prompt)
    grid = Grid(
        models={
            name or values.model or model.name or None: (model.name, model.strategy) for name, model in made.items()
        },
        default=first.prompt,
        prompts=tuple(map(load_prompt, job.prompts)),
        strategies=job.strategies,
        examples=job.examples,
        weights=job.weights or ("shipped",),
        context_tokens=job.context_tokens or (None,),
    )
    variants = grid.variants()
    if len(variants) == 1:
        raise click.UsageError(
            "there is nothing to try beside what summarize does now: give --prompt, --strategy, --examples, --weights, "
            "--context-tokens or another --model"
        )
    for variant in variants:
        job.planned(variant)
    return variants


def _write(folder: Path, tuned: Tuned, report: str, written: tuple[Path, ...]) -> None:
    from summarize.evaluation.tuning import tuning_json  # noqa: PLC0415

    told = json.dumps(tuning_json(tuned, written), indent=1, ensure_ascii=False)
    for name, text in {"report.md": report, "report.json": f"{told}\n"}.items():
        try:
            (folder / name).write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"cannot be written: {error.strerror}", where=str(folder / name)) from error
        say(f"written to {folder / name}")
