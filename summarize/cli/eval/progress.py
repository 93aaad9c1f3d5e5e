"""What is seen while a suite runs: a line a case, and on a terminal a bar below them."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarize.cli.messages import say

if TYPE_CHECKING:
    from summarize.evaluation.runs import CaseResult


class Progress:
    """Tells what is done, on standard error.

    Args:
        total: Answers that are waited for.
        again: Command that records a case again, but for its name; None where that would not help.
    """

    def __init__(self, total: int, again: str | None = None) -> None:
        self._total = total
        self._again = again
        self._done = 0
        self._bar = self._make_bar() if sys.stderr.isatty() else None

    def _make_bar(self) -> Any:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
        from rich.progress import Progress as Bar  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        return Bar(*columns, console=Console(stderr=True), transient=True)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("cases", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def tell(self, result: CaseResult) -> None:
        """One line for an answer that is there."""
        self._done += 1
        line = f"[{self._done}/{self._total}] {_told(result)}"
        if result.error is not None and self._again is not None:
            line += f" ({self._again} -k {result.id})"
        if self._bar is None:
            say(line)
            return
        self._bar.console.print(line, markup=False, highlight=False)
        self._bar.update(self._task, completed=self._done)


def _told(result: CaseResult) -> str:
    name = result.id if result.attempt == 1 else f"{result.id} #{result.attempt}"
    if result.error is not None:
        return f"{name}: no answer: {result.error}"
    f1 = result.counts["strict"]["overall"].f1
    return f"{name}: {'nothing to score' if f1 is None else f'strict F1 {f1:.3f}'}"
