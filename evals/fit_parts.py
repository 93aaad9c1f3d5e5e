"""Fit by what a phrase's part is decided in a prompt of the strategy `weighed`, to the labels of the dev half.

    python -m evals.fit_parts [SUITE] [--model NAME] [--prompt FILE] [--live]

The probabilities come from the cassettes of the suite, for a model that has none from SUITE/weighings/NAME.jsonl, and
with --live from the model. Prints the weights as YAML, to be put into prompts/weights/ (those of another model than the
default into prompts/weights/NAME/), and on standard error how well the parts of phrases are told: with the weights that
ship, and with new ones in leave-one-article-out cross-validation. Fit the types first: `python -m evals.fit_weights`.
`summarize tune --weights refit` fits both to a suite of your own.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from evals.fitting import Fitting, fitting_options, live_option, say_how_well
from summarize.evaluation.part_weights import fitted_parts, labelled_phrases, parts_fitted_to_the_others, told_parts
from summarize.prompting import written_parts


@click.command()
@fitting_options
@live_option
def main(suite: Path, model: str, prompt: Path | None, *, live: bool) -> None:
    """Fit the weights of parts to the dev half of SUITE and print them as YAML."""
    by = Fitting.of(suite, model, prompt)
    read = by.gathered(lambda loaded, known: labelled_phrases(loaded, by.model, by.prompt, known), live=live)
    phrases = asyncio.run(read)
    fresh, others = fitted_parts(phrases), parts_fitted_to_the_others(phrases)
    heading = "{items} phrases of {articles} articles; precision, recall, F1 of their parts"
    say_how_well(phrases, heading, told_parts, shipped=by.prompt.parts, fresh=fresh, others=others)
    click.echo(written_parts(fresh), nl=False)


if __name__ == "__main__":
    main()
