"""Time expressions against TimeBank and AQUAINT: values and extents, next to kept libraries.

Data: `tempeval3/TBAQ-cleaned` (TimeML). The rules were first written looking at two thirds of the files only,
those whose name's SHA-256 is not divisible by three. Of the other third the half with an even hash was opened
later; the half with an odd one is held out: nobody has read what is wrong there. A value is right when it equals
the gold string, "W7" being "W07", "199" being "199X" and seconds aside.
"""

from __future__ import annotations

import hashlib
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

from summarize.record import Time
from summarize.resolving.time import (
    TimeContext,
    TimeExpression,
    TimeKind,
    find_times,
    resolve_time,
    timex_value,
)
from summarize.resolving.time.running import resolve_times


@dataclass(frozen=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    text: str
    type: str
    value: str


class Part(StrEnum):
    """What a file has been to the rules."""

    WRITTEN_AGAINST = "written against"
    OPENED = "opened later"
    HELD_OUT = "held out"


@dataclass(frozen=True)
class Document:
    """A text with its creation time and annotations."""

    name: str
    text: str
    created: date
    gold: tuple[Gold, ...]

    @property
    def part(self) -> Part:
        """Which part of the corpus it is in, by the hash of its name."""
        sha256 = int(hashlib.sha256(self.name.encode()).hexdigest(), 16)
        if sha256 % 3 != 0:
            return Part.WRITTEN_AGAINST
        return Part.OPENED if sha256 % 2 == 0 else Part.HELD_OUT


def read(folder: Path) -> Iterator[Document]:
    """Documents of the corpus in name order."""
    for path in sorted(folder.rglob("*.tml")):
        root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314
        created = root.find("DCT/TIMEX3")
        body = root.find("TEXT")
        if created is not None and body is not None:
            gold: list[Gold] = []
            text = "".join(_flatten(body, gold, [0]))
            yield Document(path.name, text, date.fromisoformat(created.attrib["value"][:10]), tuple(gold))


def _flatten(node: ET.Element, gold: list[Gold], at: list[int]) -> Iterator[str]:
    start = at[0]
    words = node.text or ""
    at[0] += len(words)
    inside = [words]
    for child in node:
        inside += _flatten(child, gold, at)
        inside.append(child.tail or "")
        at[0] += len(child.tail or "")
    if node.tag == "TIMEX3":
        gold.append(Gold(start, at[0], "".join(inside), node.attrib["type"], node.attrib.get("value", "")))
    yield "".join(inside)


def same(value: str | None, gold: str) -> bool:
    """Whether two TIMEX3 values are the same, notation aside."""
    return value is not None and _plain(value) == _plain(gold)


def same_days(value: str | None, gold: str) -> bool:
    """Whether two TIMEX3 values stand for the same days: "1949-XX", any month of 1949, is 1949."""
    return value is not None and _closed(value) == _closed(gold)


def _closed(value: str) -> str:
    return re.sub(r"(?:-XX)+$", "", _plain(value))


def agrees(value: str | None, gold: Gold) -> bool:
    """Whether a value is the gold one, or only says more than the annotator did.

    More is said where the gold leaves digits open ("1989-WXX" for last week) and where an expression
    annotated as a DATE names a part of the day ("Wednesday night").
    """
    if value is None or same(value, gold.value):
        return value is not None
    known = _plain(gold.value).split("X")[0].rstrip("-")
    if "X" in gold.value and len(known) > 3:
        return _plain(value).startswith(known)
    return gold.type == "DATE" and "T" in value and value.split("T")[0] == gold.value.split("T")[0]


def _plain(value: str) -> str:
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"(T\d\d)(?::00)+$", r"\1", value)
    value = re.sub(r"^(\d{3})$", r"\1X", value)
    return re.sub(r"^(\d{2})$", r"\1XX", value)


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
_DAY_WORD = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight"
    rf"|{_MONTH}[a-z]*\.? \d{{1,2}}\b|\d{{1,2}} {_MONTH}",
    re.IGNORECASE,
)


def day_level(gold: Gold) -> bool:
    """A DATE that names a day without a year: "Friday", "yesterday", "Aug. 7"."""
    return gold.type == "DATE" and bool(_DAY_WORD.search(gold.text)) and not re.search(r"\d{4}", gold.text)


def ours_in_text(document: Document) -> list[str | None]:
    """Our values for the gold extents, with the tense and the times before them."""
    extents = [TimeExpression(one.start, one.end, one.text, TimeKind(one.type.lower())) for one in document.gold]
    return [_value(value) for _, value in resolve_times(document.text, document.created, extents)]


def ours_alone(document: Document) -> list[str | None]:
    """Our values for the phrases alone: dateline, no tense, no text."""
    return [_value(resolve_time(one.text, TimeContext(document.created))) for one in document.gold]


def _value(value: object) -> str | None:
    return timex_value(value) if isinstance(value, Time) else None


def dateparser_values(document: Document) -> list[str | None]:
    """What dateparser makes of the same phrases; its period says how narrow it is."""
    settings = {"RELATIVE_BASE": _midnight(document), "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
    parser = import_module("dateparser.date").DateDataParser(languages=["en"], settings=settings)
    values: list[str | None] = []
    for one in document.gold:
        data = parser.get_date_data(one.text)
        digits = {"year": 4, "month": 7}.get(data.period or "", 10)
        values.append(data.date_obj.date().isoformat()[:digits] if data.date_obj else None)
    return values


def dateutil_values(document: Document) -> list[str | None]:
    """What dateutil's parser makes of the same phrases."""
    parse = import_module("dateutil.parser").parse
    values: list[str | None] = []
    for one in document.gold:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values.append(parse(one.text, default=_midnight(document)).date().isoformat())
        except (ValueError, OverflowError):
            values.append(None)
    return values


def recognizers_values(document: Document) -> list[str | None]:
    """What recognizers-text makes of the same phrases: its TIMEX, or its earlier reading where that is open."""
    module = import_module("recognizers_date_time")
    values: list[str | None] = []
    for one in document.gold:
        found = module.recognize_datetime(one.text, "en-us", reference=_midnight(document))
        readings = (found[0].resolution or {}).get("values", []) if found else []
        first = readings[0] if readings else {}
        timex = first.get("timex", "")
        values.append(timex if timex and not set("X(") & set(timex) else first.get("value", first.get("start")))
    return values


def _midnight(document: Document) -> datetime:
    return datetime.combine(document.created, datetime.min.time())


def extents(documents: Iterable[Document]) -> tuple[int, int, int, int]:
    """Gold, found, gold overlapped by something found, found overlapping some gold."""
    counts = [0, 0, 0, 0]
    for document in documents:
        found = find_times(document.text)
        spans = [(one.start, one.end) for one in found]
        gold = [(one.start, one.end) for one in document.gold]
        counts[0] += len(gold)
        counts[1] += len(spans)
        counts[2] += sum(any(a < d and c < b for c, d in spans) for a, b in gold)
        counts[3] += sum(any(a < d and c < b for c, d in gold) for a, b in spans)
    return counts[0], counts[1], counts[2], counts[3]


CLASSES: dict[str, Callable[[Gold], bool]] = {
    "DATE": lambda gold: gold.type == "DATE",
    "TIME": lambda gold: gold.type == "TIME",
    "day, no year": day_level,
}
READERS: dict[str, Callable[[Document], list[str | None]]] = {
    "summarize, in its text": ours_in_text,
    "summarize, phrase alone": ours_alone,
    "recognizers-text": recognizers_values,
    "dateparser": dateparser_values,
    "dateutil": dateutil_values,
}


def run(data: Path) -> None:
    """Print the tables: values right (in brackets: the same days, then also what says more), extents, the worst."""
    documents = list(read(data / "tempeval3"))
    for title in Part:
        part = [one for one in documents if one.part is title]
        print(f"\n{title}: {len(part)} documents")
        for reader, read_values in READERS.items():
            try:
                pairs = [pair for one in part for pair in zip(one.gold, read_values(one), strict=True)]
            except ImportError:
                print(f"  {reader:24} not installed")
                continue
            print(f"  {reader:24}", *(_cell(name, belongs, pairs) for name, belongs in CLASSES.items()))
        print(f"  {_finding(part)}")
    print(f"\nmost often wrong, {Part.WRITTEN_AGAINST}: {_worst(documents)}")
    print(f"{_speed(documents):.1f} ms to find and resolve the times of 500 words")


def _cell(name: str, belongs: Callable[[Gold], bool], pairs: Sequence[tuple[Gold, str | None]]) -> str:
    of_class = [(gold, value) for gold, value in pairs if belongs(gold)]
    right = sum(same(value, gold.value) for gold, value in of_class)
    days = sum(same_days(value, gold.value) for gold, value in of_class)
    more = sum(agrees(value, gold) for gold, value in of_class)
    size = len(of_class)
    return f" {name} {right}/{size} {100 * right / size:.1f}% ({100 * days / size:.1f}%, {100 * more / size:.1f}%)"


def _finding(part: Sequence[Document]) -> str:
    gold, found, recalled, precise = extents(part)
    recall, precision = recalled / gold, precise / found
    harmonic = 2 * recall * precision / (recall + precision)
    return f"found, relaxed: recall {recall:.3f} precision {precision:.3f} F1 {harmonic:.3f}"


def _worst(documents: Sequence[Document]) -> str:
    wrong = Counter(
        gold.text.lower()
        for one in documents
        if one.part is Part.WRITTEN_AGAINST
        for gold, value in zip(one.gold, ours_in_text(one), strict=True)
        if gold.type == "DATE" and not same(value, gold.value)
    )
    return ", ".join(f"{words} {count}" for words, count in wrong.most_common(8))


def _speed(documents: Sequence[Document]) -> float:
    began = time.process_time()
    for one in documents:
        resolve_times(one.text, one.created)
    words = sum(len(one.text.split()) for one in documents)
    return 1000 * (time.process_time() - began) / words * 500
