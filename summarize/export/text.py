"""The summary as plain text, laid out as on a terminal but without colour."""

from __future__ import annotations

import io
from dataclasses import dataclass

from summarize.article import Article
from summarize.record import EventSummary


@dataclass(frozen=True)
class TextExporter:
    """Cards of plain text.

    Attributes:
        width: Columns to lay it out for.
    """

    name: str = "text"
    suffix: str = ".txt"
    width: int = 80

    def render(self, summary: EventSummary, article: Article | None = None) -> str:
        """The summary as text; see `Exporter.render`."""
        from rich.console import Console  # noqa: PLC0415

        from summarize.export.card import summary_view  # noqa: PLC0415

        console = Console(
            file=io.StringIO(),
            width=self.width,
            color_system=None,
            force_terminal=False,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as capture:
            console.print(summary_view(summary, article))
        return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


EXPORTER = TextExporter()
