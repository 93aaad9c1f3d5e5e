"""The whole record as one line, for files of many summaries."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.article import Article
from summarize.export.json import dumps
from summarize.record import EventSummary


@dataclass(frozen=True)
class JsonLinesExporter:
    """One JSON object on one line."""

    name: str = "jsonl"
    suffix: str = ".jsonl"

    def render(self, summary: EventSummary, article: Article | None = None) -> str:  # noqa: ARG002
        """The record; see `Exporter.render`."""
        return dumps(summary) + "\n"


EXPORTER = JsonLinesExporter()
