"""`python -m evals.benchmarks.muc4`: recall of incidents, and how right the slots of those are that were found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from evals.benchmarks import command
from evals.benchmarks.data import data_file, sample
from evals.benchmarks.muc4.casing import CASINGS
from evals.benchmarks.muc4.report import report
from evals.benchmarks.muc4.templates import Message, read_messages
from summarize import read_article
from summarize.article import Article


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = command.parser("evals.benchmarks.muc4", __doc__.partition(": ")[2])
    options.add_argument(
        "--split", choices=["dev", "tst1", "tst2"], default="tst2", help="split (default: %(default)s)"
    )
    options.add_argument(
        "--casing", choices=list(CASINGS), default="kept", help="how capitals are read (default: %(default)s)"
    )
    parsed = options.parse_args(arguments)
    return command.run(parsed, lambda: benchmark(parsed))


def benchmark(options: argparse.Namespace) -> command.Benchmark:
    """The chosen documents; those without an incident are left out, for they can change neither recall nor slots.

    Raises:
        TextAbsent: The data is not here.
        InputError: It is not in the form that its README tells.
    """
    every = read_messages(data_file(f"muc4/{options.split}.jsonl"))
    relevant = [message for message in every if message.incidents]
    messages = sample(relevant, options.sample, seed=options.seed, name=lambda message: message.name)
    articles = {message.name: _article(message, options.casing) for message in messages}
    return command.Benchmark(
        name="muc4",
        choices={"split": options.split, "seed": str(options.seed), "casing": options.casing},
        articles=list(articles.values()),
        report=lambda answered: report(answered, messages, articles),
    )


def _article(message: Message, casing: str) -> Article:
    return read_article(CASINGS[casing](message.text), id=message.name, published=message.day)


if __name__ == "__main__":
    sys.exit(main())
