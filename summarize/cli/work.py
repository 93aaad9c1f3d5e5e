"""Many articles at once, results in the order of the inputs."""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from summarize import waiting
from summarize.article import Article
from summarize.errors import InputError, OutputError, SummarizeError
from summarize.models.base import Model
from summarize.pipeline import Summarizer
from summarize.record import Event, EventSummary

_FILES = "check the place, its space and its permissions"

log = logging.getLogger(__name__)

Tape = Callable[[str, Model], AbstractContextManager[Any]]
"""Makes what records or replays the requests of one article, from its id and the model."""

Told = Callable[[Article, Event], None]
"""Hears of every event as it is found."""


@dataclass(frozen=True)
class Result:
    """What became of one input: a summary, or the error that stands for it."""

    article: Article | None = None
    summary: EventSummary | None = None
    error: SummarizeError | None = None


def _mistake(article: Article, error: Exception) -> SummarizeError:
    """An exception that should not have been raised, as one line that can be reported."""
    *_, last = traceback.extract_tb(error.__traceback__)
    what = f"{type(error).__name__}: {error} at {Path(last.filename).name}:{last.lineno}"
    where = article.origin or article.id
    return SummarizeError(f"a mistake in summarize ({what})", where=where, hint="please report it with the article")


def in_order(
    articles: Iterable[Article | InputError],
    summarizer: Summarizer,
    *,
    parallel: int,
    tape: Tape,
    told: Told,
) -> AsyncGenerator[Result]:
    """Summarise articles, `parallel` of them at once, and yield the results in the order of the articles.

    Articles are read when their turn comes. A failed article is a result with an error, and the others go on.
    """
    return waiting.in_order((partial(_one, item, summarizer, tape, told) for item in articles), jobs=parallel)


async def _one(item: Article | InputError, summarizer: Summarizer, tape: Tape, told: Told) -> Result:
    if isinstance(item, InputError):
        return Result(error=item)
    try:
        with tape(item.id, summarizer.model):
            async for found in summarizer.stream(item):
                if isinstance(found, EventSummary):
                    return Result(item, found)
                told(item, found)
    except SummarizeError as error:
        return Result(item, error=error)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        place = str(error.filename or item.origin or item.id)
        return Result(item, error=OutputError(f"cannot be written or read: {cause}", where=place, hint=_FILES))
    except Exception as error:  # a mistake of ours about one article must not cost the others
        log.debug("article %s", item.id, exc_info=True)
        return Result(item, error=_mistake(item, error))
    raise AssertionError("a stream ends with its summary")
