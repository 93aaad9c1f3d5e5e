"""The whole record as JSON, indented for reading."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from summarize.article import Article
from summarize.record import EventSummary

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]")


def dumps(summary: EventSummary, *, indent: int | None = None) -> str:
    """The record as JSON in UTF-8.

    Letters of every script stay as they are; characters that a terminal would obey, that reorder text
    or that other readers take for a line break are written as escapes, which changes no value.
    """
    written = json.dumps(summary.model_dump(mode="json"), ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], written)


@dataclass(frozen=True)
class JsonExporter:
    """One indented JSON object."""

    name: str = "json"
    suffix: str = ".json"

    def render(self, summary: EventSummary, article: Article | None = None) -> str:  # noqa: ARG002
        """The record; see `Exporter.render`."""
        return dumps(summary, indent=2) + "\n"


EXPORTER = JsonExporter()
