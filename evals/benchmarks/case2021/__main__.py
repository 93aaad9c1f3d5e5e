"""`python -m evals.benchmarks.case2021`: how often a snippet's event gets the right type."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from evals.benchmarks import command
from evals.benchmarks.case2021.report import report
from evals.benchmarks.case2021.snippets import read_snippets
from evals.benchmarks.data import data_file, sample
from summarize import read_article


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = command.parser("evals.benchmarks.case2021", __doc__.partition(": ")[2])
    parsed = options.parse_args(arguments)
    return command.run(parsed, lambda: benchmark(parsed))


def benchmark(options: argparse.Namespace) -> command.Benchmark:
    """The chosen snippets; none has a day, so nothing is said of times.

    Raises:
        TextAbsent: The data is not here.
        InputError: It is not in the form that the adapter knows.
    """
    every = read_snippets(data_file("case2021/dev.tsv"))
    snippets = sample(every, options.sample, seed=options.seed, name=lambda snippet: snippet.name)
    articles = {snippet.name: read_article(snippet.text, id=snippet.name) for snippet in snippets}
    return command.Benchmark(
        name="case2021",
        choices={"split": "dev", "seed": str(options.seed)},
        articles=list(articles.values()),
        report=lambda answered: report(answered, snippets, articles),
    )


if __name__ == "__main__":
    sys.exit(main())
