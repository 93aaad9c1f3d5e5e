"""Lines on standard error."""

from __future__ import annotations

from contextlib import suppress

import click

from summarize.errors import SummarizeError


def say(text: str) -> None:
    """Print one line on standard error; control characters become spaces.

    Where standard error cannot be written nobody can be told, and the summaries are worth more than the line.
    """
    with suppress(OSError):
        click.echo("".join(character if character.isprintable() else " " for character in text), err=True)


def say_error(error: SummarizeError) -> None:
    """Print an error as one line."""
    say(f"error: {error}")
