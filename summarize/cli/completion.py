"""`summarize completion`: the script that completes commands, options and files in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_RECIPES = {
    "bash": 'eval "$(summarize completion bash)"  # in ~/.bashrc',
    "zsh": 'eval "$(summarize completion zsh)"  # in ~/.zshrc',
    "fish": "summarize completion fish > ~/.config/fish/completions/summarize.fish",
}


@click.command(epilog="\b\nInstall it with:\n" + "\n".join(f"  {line}" for line in _RECIPES.values()))
@click.argument("shell", type=click.Choice(list(_RECIPES)))
def completion(shell: str) -> None:
    """Print the completion script for SHELL."""
    from summarize.cli import app  # noqa: PLC0415 - it imports this module

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    source = found(app, {}, "summarize", "_SUMMARIZE_COMPLETE").source_vars()
    click.echo(found.source_template % source)
