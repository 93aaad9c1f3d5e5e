"""`summarize schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the record.

    It describes one summary as `--format json` and `--format jsonl` write it.
    """
    from summarize.record import EventSummary  # noqa: PLC0415

    click.echo(json.dumps(EventSummary.model_json_schema(), indent=2, ensure_ascii=False))
