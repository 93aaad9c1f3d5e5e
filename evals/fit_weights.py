"""Fit the weights of a prompt of the strategy `weighed` to the labels of the dev half.

    python -m evals.fit_weights [SUITE] [--model NAME] [--prompt FILE] [--live]

The probabilities come from the cassettes of the suite unless --live is given. Prints the weights as YAML, to be put
into prompts/weights/, and on standard error how well the types of a sentence are told: with the weights that ship, and
with new ones in leave-one-article-out cross-validation. New weights want a new calibration, kept below them in the same
file: `python -m evals.fit_calibration`. `summarize tune --weights refit` fits weights to a suite of your own and scores
whole articles with them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from pathlib import Path

import click

from summarize.evaluation.cases import LoadedCase, load_suite
from summarize.evaluation.weights import SECOND, Labelled, Weighings, fitted, fitted_to_the_others, labelled, told
from summarize.models.base import Model
from summarize.models.choice import choose_model
from summarize.models.replay import cassette_path, replaying
from summarize.prompting import Prompt, builtin_prompt, load_prompt, written_weights

SEED = "000_798dc3de459ced19"
"""The seed article, which is left out: the code was written with it in view."""


async def gathered(cases: Iterable[LoadedCase], model: Model, prompt: Prompt, cassettes: Path | None) -> list[Labelled]:
    """The sentences of all cases; from cassettes only of those that have one."""
    found: list[Labelled] = []
    async with aclosing(model):
        for loaded in cases:
            if cassettes is None:
                found += await labelled(loaded, model, prompt, Weighings())
            elif cassette_path(cassettes, article=loaded.case.id, model=model).is_file():
                with replaying(cassettes, article=loaded.case.id, model=model):
                    found += await labelled(loaded, model, prompt, Weighings())
    return found


@click.command()
@click.argument("suite", type=click.Path(path_type=Path), default=Path("evals"))
@click.option("--model", default="local:qwen2.5-coder-1.5b", show_default=True)
@click.option("--prompt", type=click.Path(path_type=Path), help="Prompt file instead of the one that ships.")
@click.option("--live", is_flag=True, help="Ask the model instead of the cassettes.")
@click.option(
    "--second", default=SECOND, show_default=True, help="Probability from which a second type is asked about."
)
def main(suite: Path, model: str, prompt: Path | None, second: float, *, live: bool) -> None:
    """Fit the weights to the dev half of SUITE and print them as YAML."""
    cases = [loaded for loaded in load_suite(suite).cases if loaded.case.split == "dev" and loaded.case.id != SEED]
    chosen, _ = choose_model(model)
    used = load_prompt(prompt) if prompt else builtin_prompt("weighed")
    sentences = asyncio.run(gathered(cases, chosen, used, None if live else suite / "cassettes"))
    if not sentences:
        raise click.UsageError(f"no case of the dev half of {suite} has a recording; --live asks the model")
    shipped, fresh, others = used.weights, fitted(sentences, second), fitted_to_the_others(sentences, second)
    articles = len({sentence.case for sentence in sentences})
    click.echo(f"{len(sentences)} sentences of {articles} articles; precision, recall, F1 of their types", err=True)
    if shipped is not None:
        _show("weights that ship", told(sentences, lambda _: shipped))
    _show("new weights, on what they were fitted to", told(sentences, lambda _: fresh))
    _show("new weights, each article by the others", told(sentences, lambda one: others[one.case]))
    click.echo(written_weights(fresh), nl=False)


def _show(name: str, figures: tuple[float, float, float]) -> None:
    click.echo(f"{name:<45} " + "  ".join(f"{figure:.3f}" for figure in figures), err=True)


if __name__ == "__main__":
    main()
