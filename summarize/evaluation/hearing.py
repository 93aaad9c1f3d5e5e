"""Asking a system about articles: several at once, and whatever goes wrong is an outcome, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from summarize.article import Article
from summarize.draft import UNANSWERED
from summarize.errors import SummarizeError
from summarize.record import EventSummary, Usage


class Answers(Protocol):
    """What makes records of articles."""

    async def run(self, article: Article) -> EventSummary:
        """Summarise one article."""
        ...


@dataclass(frozen=True)
class Heard:
    """What came of asking about one article.

    Attributes:
        record: The answer; None when there is none.
        error: Why there is none.
        notes: What is worth knowing although it is no error, such as recorded answers that nobody asked for.
        usage: What the model took.
    """

    record: EventSummary | None
    error: str | None = None
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)


async def hear(system: Answers, make: Callable[[], Article], taped: Callable[[], AbstractContextManager[Any]]) -> Heard:
    """Ask about one article; a record that says the model was not heard is no answer.

    Args:
        system: What is asked.
        make: Makes the article; what is wrong with it is an outcome too.
        taped: Makes what records or replays the requests.
    """
    notes: tuple[str, ...] = ()
    try:
        with taped() as tape:
            record = await system.run(make())
        notes = tuple(f"recorded and not asked for: {one}" for one in getattr(tape, "unplayed", ()))
    except SummarizeError as error:
        place = f"{error.where}: " if error.where else ""
        return Heard(None, f"{place}{error.message}", notes)
    except Exception as error:  # noqa: BLE001 - a defect in one case must not end the run, nor go unseen
        return Heard(None, f"defect: {type(error).__name__}: {error}", notes)
    unheard = [loss for loss in record.losses if loss.kind in UNANSWERED]
    if unheard:
        return Heard(None, f"{unheard[0].where}: {unheard[0].reason}", notes, record.usage)
    return Heard(record, None, notes, record.usage)
