"""The answer key of MUC-4 as its task documentation writes it: part 1, sections 3, 4 and 7.

Alternatives stand apart by a slash, with brackets where a filler has slashes or colons of its own; a question mark in
front makes a filler optional; `*` is not applicable to this type of incident, `-` empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from summarize.errors import InputError
from summarize.evaluation.edtf import Bounds
from summarize.evaluation.naming import Name, fold

INSTRUMENT, INDIVIDUAL, ORGANISATION, PHYSICAL, HUMAN = (
    "INCIDENT: INSTRUMENT ID",
    "PERP: INDIVIDUAL ID",
    "PERP: ORGANIZATION ID",
    "PHYS TGT: ID",
    "HUM TGT: NAME, DESCRIPTION",
)
STRINGS = (INSTRUMENT, INDIVIDUAL, ORGANISATION, PHYSICAL, HUMAN)
"""Slots whose fillers are words of the text."""
MENTIONED = (INDIVIDUAL, ORGANISATION, PHYSICAL, HUMAN)
"""Those of them that say who or what was in the incident."""

_QUOTED_OR_COLON = re.compile(r'"((?:[^"\\]|\\.)*)"|(:)')
_DAY = re.compile(r"(\d\d?) ([A-Z]{3})[A-Z]* (\d\d)\b", re.IGNORECASE)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CENTURY = 1900
_EMPTY, _NOT_APPLICABLE = "-", "*"
_NO_YEAR = "00"
"""What the key writes for a year that nobody knows."""
_ADDRESSES = frozenset(("mr", "mrs", "ms", "miss", "dr", "msgr"))
_KIND = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Filler:
    """One thing that a slot of strings expects.

    Attributes:
        names: What it may be called, as written in the text.
        optional: Whether leaving it out is right too.
        described: Names that the same thing goes by in another slot (part 1, section 4.1: cross-references).
    """

    names: tuple[str, ...]
    optional: bool = False
    described: tuple[str, ...] = ()

    @cached_property
    def name(self) -> Name:
        """All names, for comparing."""
        return Name.of(self.names)


@dataclass(frozen=True)
class Location:
    """One way to say where: the country, then ever narrower places.

    Attributes:
        country: Name of the country.
        narrowest: Names of the narrowest place; two where it lies between two; the country's where there is no other.
    """

    country: str
    narrowest: tuple[str, ...]

    @property
    def only_country(self) -> bool:
        """Whether no more is known than the country."""
        return self.narrowest == (self.country,)


@dataclass(frozen=True)
class Incident:
    """A template of the key.

    Attributes:
        number: Its number in the document.
        optional: Whether it is doubtful that the incident belongs in the key.
        types: Acceptable incident types.
        stages: Acceptable stages of execution.
        dates: Acceptable first and last days; an open beginning is "on or before". Empty where none is known.
        locations: Acceptable locations.
        strings: Fillers of each slot of strings; a slot that is not applicable is not in it.
    """

    number: str
    optional: bool
    types: frozenset[str]
    stages: frozenset[str]
    dates: tuple[Bounds, ...]
    locations: tuple[Location, ...]
    strings: Mapping[str, tuple[Filler, ...]]

    @property
    def mentioned(self) -> Iterator[Filler]:
        """Everybody and everything in the incident."""
        return (filler for slot in MENTIONED for filler in self.strings.get(slot, ()))


@dataclass(frozen=True)
class Message:
    """A document of the set.

    Attributes:
        name: Its id.
        text: The text, in capitals.
        day: Day in its header; None where the header says "NO DATE".
        incidents: The key.
    """

    name: str
    text: str
    day: date | None
    incidents: tuple[Incident, ...]


def read_messages(path: Path) -> list[Message]:
    """Documents of one split, in the order of the file.

    Raises:
        InputError: The file is not in the form that the data's README tells.
    """
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_message(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"is no split of MUC-4: {type(error).__name__}: {error}", where=str(path)) from error


def incident(template: Mapping[str, Sequence[str]]) -> Incident:
    """A template of the key, read.

    A date without a year, or on a day that no calendar has ("31 NOV 89"; ten dates of the development set), says
    nothing that could be held against an answer, and counts as unknown.
    """
    number = _one(template, "MESSAGE: TEMPLATE")
    return Incident(
        number=number.partition(" ")[0],
        optional="OPTIONAL" in number,
        types=frozenset(alternatives(_one(template, "INCIDENT: TYPE"))),
        stages=frozenset(alternatives(_one(template, "INCIDENT: STAGE OF EXECUTION"))),
        dates=tuple(_dates(_one(template, "INCIDENT: DATE"))),
        locations=tuple(_locations(_one(template, "INCIDENT: LOCATION"))),
        strings=MappingProxyType(dict(_strings(template))),
    )


def alternatives(written: str) -> list[str]:
    """What stands apart by slashes, those in brackets left whole.

    >>> alternatives("(09 DEC 89) / (- 09 DEC 89)"), alternatives("PERU: LIMA (CITY / DEPARTMENT)")
    (['09 DEC 89', '- 09 DEC 89'], ['PERU: LIMA (CITY / DEPARTMENT)'])
    """
    return [_unwrapped(part) for part in _apart(written, "/")]


def filler(written: str) -> Filler:
    r"""One line of a slot of strings.

    >>> filler('? "REBELS" / "ARMED \\"MEN\\""')
    Filler(names=('REBELS', 'ARMED "MEN"'), optional=True, described=())
    >>> filler('"MAYOR": "JUAN PEREZ"')
    Filler(names=('MAYOR',), optional=False, described=('JUAN PEREZ',))
    """
    names: list[str] = []
    described: list[str] = []
    into = names
    for found in _QUOTED_OR_COLON.finditer(written):
        if found[2]:
            into = described
        else:
            into.append(found[1].replace('\\"', '"'))
    return Filler(tuple(names), written.lstrip().startswith("?"), tuple(described))


def _message(row: Mapping[str, object]) -> Message:
    day, templates = row["dateline_date"], row["templates"]
    if not isinstance(templates, list):
        raise TypeError("templates is no list")
    return Message(
        name=str(row["docid"]),
        text=str(row["text"]),
        day=None if day is None else date.fromisoformat(str(day)),
        incidents=tuple(incident(template) for template in templates),
    )


def _one(template: Mapping[str, Sequence[str]], slot: str) -> str:
    return template[slot][0]


def _strings(template: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, tuple[Filler, ...]]]:
    for slot in (INSTRUMENT, INDIVIDUAL, ORGANISATION, PHYSICAL):
        if template[slot] != [_NOT_APPLICABLE]:
            yield slot, tuple(_fillers(template[slot]))
    names, descriptions = template["HUM TGT: NAME"], template["HUM TGT: DESCRIPTION"]
    if names != [_NOT_APPLICABLE] or descriptions != [_NOT_APPLICABLE]:
        yield HUMAN, tuple(_people(list(_fillers(names)), list(_fillers(descriptions))))


def _fillers(lines: Iterable[str]) -> Iterator[Filler]:
    found = (filler(line) for line in lines if line not in (_EMPTY, _NOT_APPLICABLE))
    return (one for one in found if one.names)


def _people(named: Sequence[Filler], described: Sequence[Filler]) -> Iterator[Filler]:
    """Each human target once: a description with a cross-reference is another name of whom it refers to."""
    for person in named:
        roles = [one for one in described if not set(one.described).isdisjoint(person.names)]
        yield Filler(person.names + tuple(_roles(roles)), person.optional)
    known = {name for person in named for name in person.names}
    yield from (one for one in described if known.isdisjoint(one.described))


def _roles(described: Iterable[Filler]) -> Iterator[str]:
    """What a person is called beside the name; a form of address alone would name everybody it can be said to."""
    for one in described:
        yield from (role for role in one.names if fold(role) not in _ADDRESSES)


def _dates(written: str) -> Iterator[Bounds]:
    """First and last day of each alternative (part 1, section 7.3): `D`, `D - D`, or `- D` for "on or before"."""
    for one in alternatives(written):
        with suppress(ValueError):
            days = [_day(*found) for found in _DAY.findall(one)]
            if days:
                yield (None if one.startswith(_EMPTY) else days[0]), days[-1]


def _day(day: str, month: str, year: str) -> date:
    if year == _NO_YEAR:
        raise ValueError("the key knows no year")
    return date(_CENTURY + int(year), _MONTHS.index(month.upper()) + 1, int(day))


def _locations(written: str) -> Iterator[Location]:
    for one in alternatives(written):
        if one != _EMPTY:
            country, *narrower = map(_place, _apart(one, ":"))
            last = _apart(one, ":")[-1] if narrower else country
            yield Location(country, tuple(map(_place, _apart(last, " - "))))


def _place(written: str) -> str:
    """The name of a place without its kind; two countries of the development set have a question mark."""
    return _KIND.sub("", written).lstrip("? ")


def _apart(written: str, mark: str) -> list[str]:
    """Parts between marks that stand outside brackets and quotation marks."""
    parts, depth, start, quoted = [], 0, 0, False
    for at, character in enumerate(written):
        quoted ^= character == '"'
        depth += 0 if quoted else (character == "(") - (character == ")")
        if not quoted and depth == 0 and written.startswith(mark, at):
            parts.append(written[start:at].strip())
            start = at + len(mark)
    return [*parts, written[start:].strip()]


def _unwrapped(part: str) -> str:
    """Without brackets around the whole; a place's kind in brackets at its end stays."""
    return part[1:-1].strip() if part.startswith("(") and part.endswith(")") else part
