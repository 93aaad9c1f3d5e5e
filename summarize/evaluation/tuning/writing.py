"""The winner as files that `summarize` uses as they are."""

from __future__ import annotations

import json
from pathlib import Path

from summarize.errors import OutputError
from summarize.evaluation.tuning.variants import Variant
from summarize.prompting import Prompt, save_prompt
from summarize.settings import FILE_NAME, environment_name, public_address

_LEFT_OUT = f"# Without the user name, password or query of the address: {environment_name('base_url')} can hold them."


def write_winner(folder: Path, variant: Variant, prompt: Prompt, *, base_url: str | None = None) -> tuple[Path, ...]:
    """Write a prompt file and a `summarize.toml` that names it.

    Args:
        folder: Where; files of the same name are replaced.
        variant: What won.
        prompt: What it is asked with, refitted weights included.
        base_url: Address of the server that was asked, where one was. A user name, password or query of it is not
            written, for settings are files that people share; a comment says so.

    Returns:
        The settings file and the prompt file.

    Raises:
        PromptError: The prompt cannot be written.
        OutputError: The settings cannot be written.
    """
    written = save_prompt(prompt, folder, "winner")
    address = public_address(base_url) if base_url is not None else None
    values: dict[str, str | int | None] = {
        "model": variant.model,
        "base_url": address,
        "strategy": prompt.strategy,
        "prompt": written.name,
        "context_tokens": variant.context_tokens,
    }
    # a JSON string is a TOML basic string, and a JSON number a TOML one
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in values.items() if value is not None]
    if address != base_url:
        lines.insert(0, f"{_LEFT_OUT}\n")
    settings = folder / FILE_NAME
    try:
        settings.write_text(f"# Written by summarize tune: {variant.name}\n{''.join(lines)}", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", where=str(settings)) from error
    return settings, written
