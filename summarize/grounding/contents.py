"""What stands in a record or a part of one: its spans, its times, and the names that code put beside the article's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel

from summarize.record import Span, Time

_NAMES: Final = ("canonical", "resolved", "admin1", "side", "party", "backed_by", "label", "name")


@dataclass(frozen=True)
class Contents:
    """What one walk over a value finds.

    Attributes:
        spans: Every span with its path.
        times: Every time.
        names: Names as written, canonical and resolved names, backers, sides, parties, labels.
    """

    spans: list[tuple[str, Span]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def contents_of(value: object, path: str = "") -> Contents:
    """Everything that stands in a record, in a part of it, or in a tuple of parts."""
    found = Contents()
    _gather(value, path, found)
    return found


def spans_of(value: object, path: str = "") -> Iterator[tuple[str, Span]]:
    """Every span of a record with its path."""
    return iter(contents_of(value, path).spans)


class _Layout(NamedTuple):
    """Fields of a kind of record that names stand in, and those that other records stand in."""

    names: tuple[str, ...]
    nested: tuple[str, ...]


@lru_cache(maxsize=128)
def _layout(kind: type[BaseModel]) -> _Layout:
    fields = kind.model_fields
    names = tuple(name for name in _NAMES if name in fields)
    return _Layout(names, tuple(name for name, each in fields.items() if _holds_records(each.annotation)))


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Span | Time) or any(_layout(annotation))
    return any(_holds_records(argument) for argument in get_args(annotation))


def _gather(value: object, path: str, found: Contents) -> None:
    if isinstance(value, Span):
        found.spans.append((path, value))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather(item, f"{path}[{number}]", found)
    elif isinstance(value, BaseModel):
        if isinstance(value, Time):
            found.times.append(value)
        _gather_fields(value, path, found)


def _gather_fields(value: BaseModel, path: str, found: Contents) -> None:
    layout, fields = _layout(type(value)), vars(value)
    for name in layout.names:
        named = fields[name]
        if isinstance(named, str):
            found.names.append(named)
        elif named:
            found.names.extend(named)
    for name in layout.nested:
        if held := fields[name]:
            _gather(held, f"{path}.{name}" if path else name, found)
