"""Writes the reference pages from code: `python docs/generate.py`; a test checks that they are up to date."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from summarize import record
from summarize.codebook import CODEBOOK

FOLDER = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """Text of every generated page by its file name."""
    return {"record.md": record_page(), "codebook.md": codebook_page()}


def record_page() -> str:
    """The record: every part with its fields, then every closed list."""
    lines = ["# The record", "", *_note(), "", inspect.getdoc(record) or "", ""]
    lines += [line for model in _classes(record.Record) for line in _fields(model)]
    lines += [line for listed in _classes(StrEnum) for line in _values(listed)]
    return "\n".join(lines).rstrip() + "\n"


def codebook_page() -> str:
    """The codebook: every type with its definition, exclusion and codes elsewhere."""
    lines = ["# The codebook", "", *_note(), ""]
    lines += ["| group | type | meaning | not | ACLED | CAMEO | PLOVER |", "|---|---|---|---|---|---|---|"]
    for entry in CODEBOOK.values():
        cells = (
            entry.group.value,
            f"`{entry.type.value}`",
            entry.definition,
            entry.excludes,
            entry.acled or "–",
            ", ".join(entry.cameo) or "–",
            entry.plover or "–",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _note() -> list[str]:
    return ["Written by `python docs/generate.py` from the docstrings in the code; change it there."]


def _classes(base: type) -> Iterator[type]:
    source = inspect.getsource(record)
    found = [
        thing
        for _, thing in inspect.getmembers(record, inspect.isclass)
        if issubclass(thing, base) and thing is not base and thing.__module__ == record.__name__
    ]
    yield from sorted(found, key=lambda thing: source.index(f"class {thing.__name__}("))


def _fields(model: type) -> list[str]:
    fields = model.model_fields  # type: ignore[attr-defined]
    rows = [
        f"| `{name}` | {_type(field.annotation)} | {' '.join(field.description.split())} |"
        for name, field in fields.items()
    ]
    doc = inspect.getdoc(model) or ""
    return [f"## {model.__name__}", "", doc, "", "| field | type | meaning |", "|---|---|---|", *rows, ""]


def _values(listed: type) -> list[str]:
    described = dict(
        re.findall(r'^    [A-Z_]+ = "(\w+)"\n    """(.*?)"""', inspect.getsource(listed), re.MULTILINE | re.DOTALL)
    )
    values = [f"- `{value}`" + (f": {described[value]}" if value in described else "") for value in listed]  # type: ignore[attr-defined]
    return [f"## {listed.__name__}", "", inspect.getdoc(listed) or "", "", *values, ""]


def _type(annotation: object) -> str:
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    text = re.sub(r"\b(?:summarize\.record|datetime)\.", "", text).replace("NoneType", "None")
    text = re.sub(r"typing\.Annotated\[(\w+),.*?\]", r"\1", text)
    return text.replace("|", "or")


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
