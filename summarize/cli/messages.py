"""Lines on standard error."""

from __future__ import annotations

import click

from summarize.errors import SummarizeError


def say(text: str) -> None:
    """Print one line on standard error; control characters become spaces."""
    click.echo("".join(character if character.isprintable() else " " for character in text), err=True)


def say_error(error: SummarizeError) -> None:
    """Print an error as one line."""
    say(f"error: {error}")
