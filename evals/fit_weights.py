"""Fit the weights of a prompt of the strategy `weighed` to the labels of the dev half.

    python -m evals.fit_weights [SUITE] [--model NAME] [--prompt FILE] [--live]

The probabilities come from the cassettes of the suite, for a model that has none from SUITE/weighings/NAME.jsonl, and
with --live from the model. Prints the weights as YAML, to be put into prompts/weights/ (those of another model than the
default into prompts/weights/NAME/), and on standard error how well the types of a sentence are told: with the weights
that ship, and with new ones in leave-one-article-out cross-validation. New weights want a new calibration, kept below
them in the same file: `python -m evals.fit_calibration`. `summarize tune --weights refit` fits weights to a suite of
your own and scores whole articles with them.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from evals.fitting import Fitting, fitting_options, live_option, say_how_well
from summarize.evaluation.weights import CHOSEN, Chosen, fitted, fitted_to_the_others, labelled, told
from summarize.prompting import written_weights


@click.command()
@fitting_options
@live_option
@click.option(
    "--second", default=CHOSEN.second, show_default=True, help="Probability from which a second type is asked about."
)
@click.option(
    "--second-acting",
    default=CHOSEN.second_acting,
    show_default=True,
    help="The same where a party stands right ahead of its words.",
)
@click.option(
    "--lean",
    default=CHOSEN.lean,
    show_default=True,
    help="By how much nothing must be more probable to be believed, as a natural logarithm.",
)
def main(suite: Path, model: str, prompt: Path | None, *, live: bool, **chosen: float) -> None:
    """Fit the weights to the dev half of SUITE and print them as YAML."""
    by = Fitting.of(suite, model, prompt)
    read = by.gathered(lambda loaded, known: labelled(loaded, by.model, by.prompt, known), live=live)
    sentences = asyncio.run(read)
    by_choice = Chosen(**chosen)
    fresh, others = fitted(sentences, by_choice), fitted_to_the_others(sentences, by_choice)
    heading = "{items} sentences of {articles} articles; precision, recall, F1 of their types"
    say_how_well(sentences, heading, told, shipped=by.prompt.weights, fresh=fresh, others=others)
    click.echo(written_weights(fresh), nl=False)


if __name__ == "__main__":
    main()
