"""Typed event summaries of news articles, each field tied to the article's own words.

    >>> from summarize import summarize
    >>> record = summarize("The army shelled Darin on Monday, a monitor said.", dateline="2026-03-03")  # doctest: +SKIP
    >>> record.headline  # doctest: +SKIP
    'A monitor reported that the army fired artillery, rockets or missiles in Darin on 2 March 2026.'

The model quotes and chooses; code computes and checks. What was dropped, repaired or not reached stands in
`losses`.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize._version import __version__
from summarize.errors import (
    DatelineError,
    DownloadError,
    EncodingError,
    InputError,
    LossError,
    ModelDenied,
    ModelError,
    ModelUnavailable,
    OutputError,
    PromptError,
    ReplayMiss,
    SettingsError,
    SummarizeError,
)

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.models.base import Model, StrategyName
    from summarize.pipeline import Failure, Summarizer
    from summarize.prompting import Prompt
    from summarize.reading import read_article
    from summarize.record import Event, EventSummary, Figure, Loss, Source

_LAZY = {
    "Article": "summarize.article",
    "Event": "summarize.record",
    "EventSummary": "summarize.record",
    "Failure": "summarize.pipeline",
    "Figure": "summarize.record",
    "Loss": "summarize.record",
    "Source": "summarize.record",
    "Summarizer": "summarize.pipeline",
    "read_article": "summarize.reading",
}

__all__ = [
    "Article",
    "DatelineError",
    "DownloadError",
    "EncodingError",
    "Event",
    "EventSummary",
    "Failure",
    "Figure",
    "InputError",
    "Loss",
    "LossError",
    "ModelDenied",
    "ModelError",
    "ModelUnavailable",
    "OutputError",
    "PromptError",
    "ReplayMiss",
    "SettingsError",
    "Source",
    "SummarizeError",
    "Summarizer",
    "__version__",
    "asummarize",
    "read_article",
    "summarize",
]


def __getattr__(name: str) -> Any:
    """Import the record, the reader and the pipeline when they are first asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return __all__


async def asummarize(
    text: str | Article,
    *,
    dateline: date | str | None = None,
    model: Model | str | None = None,
    strategy: StrategyName | None = None,
    prompt: Prompt | Path | str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    min_confidence: float | None = None,
) -> EventSummary:
    """Summarise one article.

    Args:
        text: The article's text, or an `Article`.
        dateline: Date a text counts from, as a date or `YYYY-MM-DD`; None looks for one at its head. An `Article` has
            its own.
        model: A model or its name; None for the configured endpoint or the embedded default.
        strategy: `article`, `sentence` or `weighed`; None for what suits the model.
        prompt: A prompt or the path of a prompt file; None for the one that ships.
        base_url: Address of an OpenAI-compatible server, up to and including `/v1`.
        api_key: Its key; None reads `OPENAI_API_KEY`.
        min_confidence: Confidence below which events, participants and places are left out, each with a loss, 0 to 1;
            what has no confidence stays. None leaves nothing out.

    Returns:
        The record. What a model answered badly is in its `losses`, never an exception.

    Raises:
        InputError: The text is empty or the dateline is no date.
        TypeError: The text is neither a string nor an `Article`, or an `Article` is given a dateline.
        SettingsError: The model is unknown, or the confidence is no number from 0 to 1.
        PromptError: The prompt file is broken.
        ModelError: The model could not be asked at all.
    """
    from summarize.pipeline import Summarizer  # noqa: PLC0415
    from summarize.reading import read_article  # noqa: PLC0415

    if not isinstance(text, str) and dateline is not None:
        raise TypeError("an article has its dateline already: give it to read_article")
    article = read_article(text, dateline=dateline) if isinstance(text, str) else text
    summarizer = Summarizer(
        model, strategy=strategy, prompt=prompt, base_url=base_url, api_key=api_key, min_confidence=min_confidence
    )
    async with summarizer:
        return await summarizer.run(article)


def summarize(
    text: str | Article,
    *,
    dateline: date | str | None = None,
    model: Model | str | None = None,
    strategy: StrategyName | None = None,
    prompt: Prompt | Path | str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    min_confidence: float | None = None,
) -> EventSummary:
    """Summarise one article and wait for it; safe where an event loop already runs, as in a notebook.

    Takes, returns and raises what `asummarize` does.
    """
    from summarize.waiting import wait  # noqa: PLC0415

    return wait(
        asummarize(
            text,
            dateline=dateline,
            model=model,
            strategy=strategy,
            prompt=prompt,
            base_url=base_url,
            api_key=api_key,
            min_confidence=min_confidence,
        )
    )
