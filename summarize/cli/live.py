"""What is seen while a model works: on a terminal a status line and each event as it is found, else plain lines."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarize.article import Article
from summarize.cli.messages import say, say_error
from summarize.cli.output import Output
from summarize.cli.tally import Tally, is_unread, unanswered
from summarize.errors import SummarizeError
from summarize.export import Exporter
from summarize.record import Event, EventSummary

if TYPE_CHECKING:
    from rich.console import RenderableType

_SHOWN = 4
"""How many of the last events are kept in view."""


class Reporter:
    """Tells the person at the terminal what goes on, on standard error.

    Args:
        quiet: Only errors.
        cards: Whether events are shown as they are found, and summaries in colour on a terminal.
    """

    def __init__(self, *, quiet: bool, cards: bool) -> None:
        self._quiet = quiet
        self._colour = cards and sys.stdout.isatty()
        self._cards: list[tuple[str, Event]] = []
        self._found = 0
        self._finished = 0
        self._started = time.monotonic()
        self._live = None if quiet or not sys.stderr.isatty() else self._make_live()

    def _make_live(self) -> Any:
        from rich.console import Console  # noqa: PLC0415
        from rich.live import Live  # noqa: PLC0415
        from rich.spinner import Spinner  # noqa: PLC0415

        self._spinner = Spinner("dots")
        return Live(console=Console(stderr=True), transient=True, refresh_per_second=8, get_renderable=self._view)

    def __enter__(self) -> Self:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def model(self, name: str, reason: str) -> None:
        """Say which model answers, and why this one."""
        if not self._quiet:
            say(f"model: {name} ({reason})" if name else f"model: {reason}")

    def event(self, article: Article, event: Event) -> None:
        """Show an event that was just found."""
        self._found += 1
        self._cards = [*self._cards[1 - _SHOWN :], (article.id, event)]

    def failed(self, error: SummarizeError) -> None:
        """Report an article that could not be summarised."""
        self._finished += 1
        self._above(lambda: say_error(error))

    def show(self, exporter: Exporter, output: Output, summary: EventSummary, article: Article | None) -> None:
        """Write a finished summary, in colour where it is read on a terminal."""
        self._finished += 1
        self._cards = [card for card in self._cards if article is None or card[0] != article.id]
        text = _coloured(summary, article) if self._colour else exporter.render(summary, article)
        self._above(lambda: output.write(text))

    def unread(self, summary: EventSummary) -> None:
        """Say what of an article the model gave no answer about."""
        problem = unanswered(summary)
        if problem is not None and is_unread(summary):
            self._above(lambda: say_error(problem))
        elif problem is not None and not self._quiet:
            self._above(lambda: say(f"warning: {problem}"))

    def total(self, tally: Tally) -> None:
        """Sum up a run of several articles."""
        count = tally.done + tally.failed
        if not self._quiet and count > 1:
            losses = f"{tally.losses} loss{'es' * (tally.losses != 1)}"
            self._above(lambda: say(f"{tally.done} of {count} articles summarised, {losses}"))

    def _above(self, write: Any) -> None:
        """Write while the live view is out of the way."""
        if self._live is None:
            write()
            return
        self._live.stop()
        try:
            write()
        finally:
            self._live.start()

    def _view(self) -> RenderableType:
        from rich.console import Group  # noqa: PLC0415

        from summarize.export.card import event_card  # noqa: PLC0415

        seconds = int(time.monotonic() - self._started)
        counted = f"{_counted(self._finished, 'article')} done · " if self._finished else ""
        self._spinner.update(text=f"{counted}{_counted(self._found, 'event')} found · {seconds} s")
        return Group(*(event_card(event) for _, event in self._cards if self._colour), self._spinner)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _coloured(summary: EventSummary, article: Article | None) -> str:
    from rich.console import Console  # noqa: PLC0415

    from summarize.export.card import summary_view  # noqa: PLC0415

    console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        console.print(summary_view(summary, article))
    return capture.get()
