"""What stands in a record or a part of one: its spans, its times, and the names that code put beside the article's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel

from summarize.record import Span, Time

_NAMES: Final = ("canonical", "resolved", "admin1", "side", "party", "backed_by", "label", "name")


class Contents(NamedTuple):
    """What one walk over a value finds.

    Attributes:
        spans: Every span.
        times: Every time.
        names: Names as written, canonical and resolved names, backers, sides, parties, labels.
    """

    spans: list[Span]
    times: list[Time]
    names: list[str]


def contents_of(value: BaseModel) -> Contents:
    """Everything that stands in a record, or in a part of it."""
    found = Contents([], [], [])
    _gather(value, found)
    return found


def spans_of(value: object, path: str = "") -> Iterator[tuple[str, Span]]:
    """Every span of a record, of a part of it or of a tuple of parts, with its path."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from spans_of(item, f"{path}[{number}]")
    elif isinstance(value, BaseModel):
        for name in _layout(type(value)).nested:
            yield from spans_of(getattr(value, name), f"{path}.{name}" if path else name)


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


def _gather(value: BaseModel, found: Contents) -> None:
    if type(value) is Time:
        found.times.append(value)
    layout, fields = _layout(type(value)), vars(value)
    for name in layout.names:
        named = fields[name]
        if isinstance(named, str):
            found.names.append(named)
        elif named:
            found.names.extend(named)
    for name in layout.nested:
        held = fields[name]
        for item in held if type(held) is tuple else (held,):
            if type(item) is Span:
                found.spans.append(item)
            elif item is not None:
                _gather(item, found)
