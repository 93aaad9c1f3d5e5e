"""Fit by what a phrase's part is decided in a prompt of the strategy `weighed`, to the labels of the dev half.

    python -m evals.fit_parts [SUITE] [--model NAME] [--prompt FILE] [--live]

The probabilities come from the cassettes of the suite unless --live is given. Prints the weights as YAML, to be put
into prompts/weights/, and on standard error how well the parts of phrases are told: with the weights that ship, and
with new ones in leave-one-article-out cross-validation. Fit the types first: `python -m evals.fit_weights`.
`summarize tune --weights refit` fits both to a suite of your own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from pathlib import Path

import click

from evals.fit_weights import SEED
from summarize.evaluation.cases import LoadedCase, load_suite
from summarize.evaluation.part_weights import (
    LabelledPhrase,
    fitted_parts,
    labelled_phrases,
    parts_fitted_to_the_others,
    told_parts,
)
from summarize.evaluation.weights import Weighings
from summarize.models.base import Model
from summarize.models.choice import choose_model
from summarize.models.replay import cassette_path, replaying
from summarize.prompting import Prompt, builtin_prompt, load_prompt, written_parts


async def gathered(
    cases: Iterable[LoadedCase], model: Model, prompt: Prompt, cassettes: Path | None
) -> list[LabelledPhrase]:
    """The phrases of all cases; from cassettes only of those that have one."""
    found: list[LabelledPhrase] = []
    async with aclosing(model):
        for loaded in cases:
            if cassettes is None:
                found += await labelled_phrases(loaded, model, prompt, Weighings())
            elif cassette_path(cassettes, article=loaded.case.id, model=model).is_file():
                with replaying(cassettes, article=loaded.case.id, model=model):
                    found += await labelled_phrases(loaded, model, prompt, Weighings())
    return found


@click.command()
@click.argument("suite", type=click.Path(path_type=Path), default=Path("evals"))
@click.option("--model", default="local:qwen2.5-coder-1.5b", show_default=True)
@click.option("--prompt", type=click.Path(path_type=Path), help="Prompt file instead of the one that ships.")
@click.option("--live", is_flag=True, help="Ask the model instead of the cassettes.")
def main(suite: Path, model: str, prompt: Path | None, *, live: bool) -> None:
    """Fit the weights of parts to the dev half of SUITE and print them as YAML."""
    cases = [loaded for loaded in load_suite(suite).cases if loaded.case.split == "dev" and loaded.case.id != SEED]
    chosen, _ = choose_model(model)
    used = load_prompt(prompt) if prompt else builtin_prompt("weighed")
    phrases = asyncio.run(gathered(cases, chosen, used, None if live else suite / "cassettes"))
    if not phrases:
        raise click.UsageError(f"no case of the dev half of {suite} has a recording; --live asks the model")
    shipped, fresh, others = used.parts, fitted_parts(phrases), parts_fitted_to_the_others(phrases)
    articles = len({one.case for one in phrases})
    click.echo(f"{len(phrases)} phrases of {articles} articles; precision, recall, F1 of their parts", err=True)
    if shipped is not None:
        _show("weights that ship", told_parts(phrases, lambda _: shipped))
    _show("new weights, on what they were fitted to", told_parts(phrases, lambda _: fresh))
    _show("new weights, each article by the others", told_parts(phrases, lambda one: others[one.case]))
    click.echo(written_parts(fresh), nl=False)


def _show(name: str, figures: tuple[float, float, float]) -> None:
    click.echo(f"{name:<45} " + "  ".join(f"{figure:.3f}" for figure in figures), err=True)


if __name__ == "__main__":
    main()
