"""The snippets of CASE 2021: tab-separated values with the columns id, EventSnippet and SubType."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evals.benchmarks.case2021.mapping import LABELS
from summarize.errors import InputError


@dataclass(frozen=True)
class Snippet:
    """A snippet with its label.

    Attributes:
        name: Its id in the set.
        text: The words.
        label: One of `LABELS`.
    """

    name: str
    text: str
    label: str


def read_snippets(path: Path) -> list[Snippet]:
    """Snippets in the order of the file.

    Raises:
        InputError: The file is not in this form, or has a label that the mapping does not know.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        snippets = [Snippet(f"case2021-{row['id']}", row["EventSnippet"].strip(), row["SubType"]) for row in rows]
    except (OSError, ValueError, KeyError, AttributeError, csv.Error) as error:
        raise InputError(f"is no file of CASE 2021: {type(error).__name__}: {error}", where=str(path)) from error
    unknown = sorted({snippet.label for snippet in snippets} - LABELS.keys())
    if unknown:
        raise InputError(f"has labels that the mapping does not know: {', '.join(unknown)}", where=str(path))
    return snippets
