"""Keep the scores of a run as the baseline that gates compare against, without its records and matches.

python -m evals.baseline evals/runs/RUN.jsonl > evals/baselines/default.jsonl
"""

from __future__ import annotations

from pathlib import Path

import click

from summarize.evaluation.runs import read_run


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
def main(run: Path) -> None:
    """Print the header of RUN and a line a case, with counts only."""
    done = read_run(run)
    click.echo(done.header.model_dump_json())
    for result in done.results:
        click.echo(result.model_copy(update={"record": None, "matches": (), "baselines": {}}).model_dump_json())


if __name__ == "__main__":
    main()
