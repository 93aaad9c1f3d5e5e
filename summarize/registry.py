"""Things that are found by name: the package's own and those that installed packages announce.

Both are entry points, so a third party's exporter or gazetteer registers exactly as ours do:

    [project.entry-points."summarize.exporters"]
    geojson = "my_package.geojson:EXPORTER"

Nothing is imported before it is asked for. `SUMMARIZE_ENTRY_POINTS=off` leaves the built-in ones only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


class Registry(Mapping[str, ItemT], Generic[ItemT]):
    """Names and what they stand for, loaded on first use.

    Args:
        group: Entry-point group that installed packages use.
        built_in: The package's own, as `name: "module:attribute"`; these names cannot be taken over by
            a package that merely happens to be installed.
    """

    def __init__(self, group: str, built_in: Mapping[str, str]) -> None:
        self.group = group
        self._built_in = {name: EntryPoint(name, value, group) for name, value in built_in.items()}
        self._given: dict[str, ItemT] = {}
        self._loaded: dict[str, ItemT] = {}

    def register(self, name: str, item: ItemT) -> None:
        """Make `item` available under `name` in this process, in place of whatever had that name."""
        self._given[name] = item

    @cached_property
    def _announced(self) -> Mapping[str, EntryPoint]:
        if os.environ.get("SUMMARIZE_ENTRY_POINTS", "").lower() == "off":
            return self._built_in
        return {point.name: point for point in entry_points(group=self.group)} | self._built_in

    def __getitem__(self, name: str) -> ItemT:
        if name in self._given:
            return self._given[name]
        if name not in self._loaded:
            self._loaded[name] = self._announced[name].load()
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*self._announced, *self._given])

    def __len__(self) -> int:
        return len({*self._announced, *self._given})
