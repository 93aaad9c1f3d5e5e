"""The wrong values of time expressions, for reading: `python -m benchmarks.resolving time --errors`.

Only the documents that rules may be written against, of both parts that were opened; those held out are never
printed. Grouped by what kind of value the annotator gave and what kind was computed, most frequent first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.resolving.time import Document, Gold, Part, ours_in_text, read, same

BEFORE, AFTER = 170, 110
"""Characters of context on each side."""

_SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\dT.*"), "time of day"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d?-WE"), "weekend"),
    (re.compile(r"\d{4}-W\d\d?"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}-H\d"), "half-year"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"\d{2,3}X{0,2}"), "decade or century"),
    (re.compile(r"(?:PAST|PRESENT|FUTURE)_REF"), "reference"),
    (re.compile(r"P.*"), "length"),
    (re.compile(r".*X.*"), "left open"),
)


@dataclass(frozen=True)
class Wrong:
    """An expression whose value differs from the annotator's."""

    document: Document
    gold: Gold
    value: str | None

    @property
    def kind(self) -> str:
        """As in "DATE: week for left open"."""
        return f"{self.gold.type}: {shape(self.value)} for {shape(self.gold.value)}"

    def __str__(self) -> str:
        """The expression in its context, the creation time, both values."""
        text, start, end = self.document.text, self.gold.start, self.gold.end
        around = f"{text[max(0, start - BEFORE) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}"
        where = f"{self.document.name}, {self.document.created:%Y-%m-%d %a}"
        return f"{where}: gold {self.gold.value}, ours {self.value}\n    {' '.join(around.split())}"


def shape(value: str | None) -> str:
    """Kind of a TIMEX3 value."""
    return "none" if value is None else next((name for form, name in _SHAPES if form.fullmatch(value)), "other")


def wrong_values(documents: Sequence[Document]) -> Iterator[Wrong]:
    """DATE and TIME expressions given another value than the annotator's; documents held out are passed over."""
    for document in documents:
        if document.part is Part.HELD_OUT:
            continue
        for gold, value in zip(document.gold, ours_in_text(document), strict=True):
            if gold.type in ("DATE", "TIME") and not same(value, gold.value):
                yield Wrong(document, gold, value)


def run(data: Path) -> None:
    """Print them."""
    classes: defaultdict[str, list[Wrong]] = defaultdict(list)
    for wrong in wrong_values(list(read(data / "tempeval3"))):
        classes[wrong.kind].append(wrong)
    for kind, members in sorted(classes.items(), key=lambda item: -len(item[1])):
        print(f"\n{kind}: {len(members)}")
        for wrong in members:
            print(f"  {wrong}")
