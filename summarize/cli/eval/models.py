"""The model that the flags of a subcommand ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.pipeline import Summarizer


def make_for(flags: Mapping[str, Any], *, fetch: bool) -> Summarizer:
    """A summarizer with the chosen model, whose file is fetched first where it is going to be asked.

    It leaves nothing out for being unsure, whatever the settings say: what is left out cannot be scored.
    """
    from summarize.cli.models import fetch_if_missing  # noqa: PLC0415
    from summarize.cli.summarizer import make_summarizer  # noqa: PLC0415
    from summarize.settings import load_settings  # noqa: PLC0415

    found = load_settings(flags)
    summarizer = make_summarizer(replace(found, values=found.values.model_copy(update={"min_confidence": None})))
    if fetch:
        fetch_if_missing(summarizer.model)
    return summarizer
