"""From the record to something to read, paste or pipe; one module a format."""

from __future__ import annotations

from typing import Protocol

from summarize.article import Article
from summarize.record import EventSummary
from summarize.registry import Registry

__all__ = ["FORMATS", "Exporter"]


class Exporter(Protocol):
    """Writes a summary in one format; register it in the entry-point group `summarize.exporters`."""

    name: str
    """What `--format` calls it."""
    suffix: str
    """File suffix with its dot."""

    def render(self, summary: EventSummary, article: Article | None = None) -> str:
        """The summary as text that ends in a line break.

        Args:
            summary: What to write.
            article: The article it was made from, for sentence numbers beside the quotations.
        """
        ...


FORMATS: Registry[Exporter] = Registry(
    "summarize.exporters",
    {
        "text": "summarize.export.text:EXPORTER",
        "json": "summarize.export.json:EXPORTER",
        "jsonl": "summarize.export.jsonl:EXPORTER",
        "markdown": "summarize.export.markdown:EXPORTER",
    },
)
"""Exporters by name: the four that come with the package and those of installed packages."""
