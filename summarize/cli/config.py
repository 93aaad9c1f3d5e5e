"""`summarize config`: the settings in force and where each came from."""

from __future__ import annotations

import click


@click.command(short_help="Print the settings and where each came from.")
def config() -> None:
    """Print every setting, its value and where it came from.

    A flag wins over an environment variable, that over summarize.toml (searched from the working directory
    upwards, then in the user's configuration folder), that over the default. The API key is not shown, nor the
    user name, password and query of an address.
    """
    from summarize.settings import environment_name, load_settings, unknown_variables  # noqa: PLC0415

    found = load_settings()
    rows = [(name, value or "-", origin) for name, value, origin in found.rows()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        origin = f"default, or {environment_name(name)}" if origin == "default" else origin  # noqa: PLW2901
        click.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")
    click.echo(f"\nsettings file: {found.file or 'none found'}")
    for name, meant in unknown_variables().items():
        click.echo(f"{name} is no setting, and is not read: {meant}", err=True)
