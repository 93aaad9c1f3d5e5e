"""Place phrases to places: "southern areas of Raqqa Province", "some 50km from Homs", "a hospital in Idlib".

A phrase is taken apart into what is said about a name (part of it, near it, a site in it, its class) and
the name; the gazetteer knows the name; the article's countries choose among homonyms. Precision is
always given. Coordinates are the gazetteer's and those of the named point itself: a province, a hospital
or a place 50 km away has none, whatever town it is named after. "Near" a town keeps the town's point, as
UCDP's `where_prec` 2 does (within 25 km of a known point).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from summarize.lexicon import place_words as words
from summarize.lexicon.numerals import CARDINAL_WORDS
from summarize.record import Place, Precision, Span
from summarize.resolving.countries import countries_of, split_nationality
from summarize.resolving.gazetteer import GAZETTEERS, Entry, Gazetteer, capital_name

__all__ = ["Entry", "Gazetteer", "PlaceContext", "countries_of", "resolve_place"]


class PlaceContext(NamedTuple):
    """What surrounds a place phrase.

    Attributes:
        sentence: Sentence it stands in.
        start: Offset of the phrase in that sentence.
        countries: ISO alpha-3 of the countries the article is about, most mentioned first.
        names: Place names of the article; asked for a country only where none is named.
        alone: Whether the phrase is read without the words in front of it, such as "near".
    """

    sentence: str = ""
    start: int = 0
    countries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    alone: bool = False


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


_PART = _pattern(
    rf"(?:the |several |some |many |most |various |other |large )*"
    rf"(?:{words.DIRECTIONS}(?: {words.PARTS})?|{words.PARTS}) of (?:the )?(?P<rest>.+)"
)
_DIRECTED = _pattern(rf"(?:the )?(?:{words.DIRECTIONS}|{words.HELD}) (?P<rest>.+)")
_NEAR = _pattern(rf"(?:(?P<distance>{words.DISTANCE}) )?(?:away |(?:to )?the )?{words.NEAR} (?P<rest>.+)")
_NEAR_AFTER = _pattern(rf"(?P<rest>.+?)(?:'s|’s)? {words.NEAR_AFTER}")
_CAPITAL = _pattern(r"(?:the )?(?:(?P<owner>.+?)(?:['’]s|s['’])? capital(?: city)?|capital(?: city)? of (?P<whole>.+))")
_STANDS_NEAR = _pattern(
    rf"(?:(?<!the )(?P<lead>(?:{words.DISTANCE} )?(?:{words.NEAR_BEFORE}|{words.COMPASS} of)"
    rf"|{words.DISTANCE} (?:away )?from)|(?<!\w)(?P<off>off))"
    rf" (?:the )?(?:(?:{words.SETTLEMENT_WORDS}) of )?$"
)
_LEADING_UP: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("near", "outside", "around", "beside", "off"), ("",)),
    "to": ("near", "close", "next", "adjacent"),
    "of": (
        *("outside", "outskirts", "suburb", "suburbs", "vicinity"),
        *("north", "south", "east", "west", "ern", "ernmost", "ward"),
    ),
    "from": ("far", "away", "m", "mi", "kms", "mile", "miles", "metre", "metres", "meter", "meters", ")"),
}
"""Last words of what says that a place is near, but for "the town of", and how the word before each can end."""
_SETTLEMENT = _pattern(words.SETTLEMENT_WORDS)
_LEADING_WORDS = 5
_LEAD_LIMIT = 80
"""Characters in front of a name in which that stands: "some 40 nautical miles (74 km) south-east of"."""
_DIVISION_BEHIND = re.compile(
    r"(?:\s*,|\s+in)\s+(?:the\s+)?(?:[a-z]+\s+)?"
    r"((?:[A-Z][\w’'-]*\s+){1,3}(?:[Pp]rovince|[Gg]overnorate|[Ss]tate|[Oo]blast|[Pp]refecture|[Dd]epartment))\b"
)
"""The division that a place is said to lie in: "Kozlu in Zonguldak province"."""
_SEVERED = _pattern(r"\b(?:block|clos|cordon|cut|fenc|fend|rop|seal|set|shut|tak|took|wall|ward)\w*$")
"""Verbs of which "off" is a part: "sealed off Bor"."""
_BORDER = _pattern(rf"\b{words.BORDERS}\b")
_SITE = _pattern(rf"\b{words.SITES}\b")
_CLASS_WORDS = (
    (words.ADMIN1, Precision.ADMIN1),
    (words.ADMIN2, Precision.ADMIN2),
    (words.SETTLEMENTS, Precision.SETTLEMENT),
    (words.COUNTRIES, Precision.COUNTRY),
    (words.REGIONS, Precision.REGION_FUZZY),
    (words.WATERS, Precision.INTERNATIONAL),
)
_CLASSES = tuple((_pattern(rf"\b{words.alternatives(listed)}\b"), precision) for listed, precision in _CLASS_WORDS)
_ANY_CLASS = _pattern(rf"\b{words.alternatives(','.join(listed for listed, _ in _CLASS_WORDS))}\b")
_DIRECTION = _pattern(words.DIRECTIONS)
_PARTS_ONLY = _pattern(rf"(?:{words.DIRECTIONS}(?: {words.PARTS})?|{words.PARTS})")
_LEADING = _pattern(rf"{words.LEADING}\s+(?=\S)")
_QUOTES = " \t\r\n\"'“”‘’„«»()[]{},;:!?"
_LIST = re.compile(r",\s*(?:and\s+)?|;\s*|\s(?:and|&)\s|/")
_INSIDE = _pattern(r",\s*(?:in\s+)?(?:the\s+)?|\s(?:in|inside|within|at|of)\s(?:the\s)?")
_POSSESSED = re.compile(r"(?P<owner>.+?)['’]s? (?P<head>\S.*)")
_PHRASE_LIMIT = 160
_SENTENCE_LIMIT = 2000
_DEEPEST = 6
_MOST_LISTED = 20
_MOST_NAMES = 100
"""How many other names of an article are asked for a country; more do not make it clearer."""
_SEVERAL_WORDS = re.compile(r"[\s,;/]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = {**CARDINAL_WORDS, "hundred": 100, "dozens": 36}
"""Numbers in words; dozens are taken for three."""
_NAUTICAL = _pattern(r"nautical|\d ?nmi?\b")
_NEAR_KM = 25.0


def resolve_place(phrase: str, span: Span, context: PlaceContext, *, gazetteer: Gazetteer | None = None) -> Place:
    """Turn a place phrase into a place.

    Args:
        phrase: As the article has it, article words and prepositions included or not.
        span: Where it stands in the article.
        context: What surrounds it.
        gazetteer: Where names are looked up; the built-in one when not given.

    Returns:
        The place, its precision always set. What the gazetteer does not hold, or holds only for other
        parts of the world, is null.
    """
    text = _tidy(phrase[:_PHRASE_LIMIT])
    found = _unnamed(text, context)
    if found is None:
        resolver = _resolver(phrase, context, gazetteer or GAZETTEERS["geonames"])
        found = resolver.beside(resolver.inside(text, phrase, resolver.read(text)))
    return Place(
        name=phrase,
        span=span,
        precision=found.precision,
        resolved=found.name or None,
        admin1=found.admin1,
        country=found.country,
        lat=found.lat,
        lon=found.lon,
        geonames_id=found.geonames_id,
    )


def nearness(context: PlaceContext) -> str:
    """The words before a place that put what happens near it: "40 km north of", "off"; empty for none."""
    words_before = context.sentence[max(0, context.start - _LEAD_LIMIT) : context.start].split()
    if not _leads_up(words_before[-_LEADING_WORDS:]):
        return ""
    before = " ".join(words_before) + " "
    found = _STANDS_NEAR.search(before)
    if found is None or (found["off"] and _SEVERED.search(before[: found.start()].rstrip())):
        return ""
    return found["lead"] or found["off"]


def _leads_up(words_before: Sequence[str]) -> bool:
    """Whether these can be the last words of what says that a place is near; most words before a place cannot."""
    left = [word for word in map(str.casefold, words_before) if word != "the"]
    if left[-1:] == ["of"] and _SETTLEMENT.fullmatch(left[-2] if left[:-1] else ""):
        left = left[:-2]
    if not left:
        return False
    before = left[-2] if left[:-1] else ""
    return before.endswith(_LEADING_UP.get(left[-1], ()))


def capital_of(country: str, gazetteer: Gazetteer) -> Entry | None:
    """The capital of a country, as far as the gazetteer knows it."""
    name = capital_name(country)
    known = gazetteer.find(name, (country,)) if name else ()
    towns = [entry for entry in known if entry.precision is Precision.SETTLEMENT and entry.country == country]
    return max(towns, key=lambda entry: entry.population, default=None)


def _resolver(phrase: str, context: PlaceContext, gazetteer: Gazetteer) -> _Resolver:
    article = context.countries or _countries_of_others(phrase, context.names, gazetteer)
    own, sentence = countries_of(phrase[:_PHRASE_LIMIT]), countries_of(context.sentence[:_SENTENCE_LIMIT])
    about, searched = _nearest_first(own, sentence, article), _distinct(own, article[:1], sentence, article)
    return _Resolver(gazetteer, context, about, searched)


def _unnamed(text: str, context: PlaceContext) -> Entry | None:
    """Reads "the city", "the country": a class without a name, which needs no gazetteer."""
    noun = _LEADING.sub("", text, count=1) if " " in text else text
    wanted = None if " " in noun or noun != noun.lower() else _class_of(noun)
    if not wanted:
        return None
    if noun == "country":
        named = countries_of(context.sentence[:_SENTENCE_LIMIT]) or context.countries
        return Entry("", wanted, named[0]) if len(named) == 1 else _blank(wanted)
    return _blank(wanted)


def _distinct(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for group in groups for code in group))


def _nearest_first(own: Sequence[str], sentence: Sequence[str], article: Sequence[str]) -> tuple[str, ...]:
    """The phrase's own countries; the article's main one, if the sentence speaks of none or of it; the others."""
    main = article[:1] if not sentence or article[:1] == sentence[:1] else ()
    return _distinct(own, main, sentence, article)


def _countries_of_others(phrase: str, names: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries of the other names that stand for a country, a region or a division, most frequent first."""
    asked = names[: _MOST_NAMES + 1] if phrase in names[: _MOST_NAMES + 1] else names[:_MOST_NAMES]
    told = _countries_by_name(asked, gazetteer)
    if not told:
        return ()
    found = Counter(country for name, countries in told.items() if name != phrase for country in countries)
    return tuple(country for country, _ in found.most_common())


@lru_cache(maxsize=16)
def _countries_by_name(names: tuple[str, ...], gazetteer: Gazetteer) -> Mapping[str, tuple[str, ...]]:
    """Countries of those names that tell any; wanted for every place of an article, so the answer is kept."""
    areas = {name: [entry for entry in gazetteer.find(name) if entry.precision in _WHOLE_AREAS] for name in names}
    told = {name: tuple(entry.country for entry in found if entry.country) for name, found in areas.items()}
    return MappingProxyType({name: countries for name, countries in told.items() if countries})


def _tidy(phrase: str) -> str:
    text = " ".join(phrase.split()).strip(_QUOTES)
    return text.removesuffix("'s").removesuffix("’s")


def _blank(precision: Precision, within: Entry | None = None) -> Entry:
    """An unnamed place, in the country and division of another where that is known."""
    if within is None:
        return _BLANK[precision]
    return Entry("", precision, within.country, within.admin1)


_BLANK = {precision: Entry("", precision) for precision in Precision}
_BREADTH = {
    precision: rank
    for rank, precision in enumerate(
        (
            Precision.SITE,
            Precision.NEAR_SETTLEMENT,
            Precision.SETTLEMENT,
            Precision.ADMIN2,
            Precision.ADMIN1,
            Precision.REGION_FUZZY,
            Precision.COUNTRY,
            Precision.INTERNATIONAL,
        )
    )
}
_MAIN, _NAMED, _ELSEWHERE = 50.0, 10.0, 2.0
_VILLAGE = 1000
_TOWN = _BREADTH[Precision.SETTLEMENT]
_WHOLE_AREAS = frozenset(precision for precision, rank in _BREADTH.items() if rank >= _BREADTH[Precision.ADMIN2])


@dataclass(frozen=True)
class _Resolver:
    """Resolves one phrase against one gazetteer.

    Attributes:
        about: Countries by how near they stand to the phrase, for choosing among homonyms.
        searched: The same countries in the order in which the gazetteer is to know them well.
        within: The place that the phrase is known to lie in.
    """

    gazetteer: Gazetteer
    context: PlaceContext
    about: tuple[str, ...]
    searched: tuple[str, ...]
    within: Entry | None = None

    def resolve(self, text: str, depth: int = 0) -> Entry:
        """The entry that fits best; an entry with an empty name when none does."""
        return _unnamed(text, self.context) or self.read(text, depth)

    def read(self, text: str, depth: int = 0) -> Entry:
        """The same for words that are more than a class without a name."""
        if depth > _DEEPEST or not text:
            return _blank(Precision.REGION_FUZZY)
        for reading in self._of_words if _SEVERAL_WORDS.search(text) else self._of_one_word:
            found = reading(self, text, depth + 1)
            if found is not None:
                return found
        if _DIRECTION.fullmatch(text):
            return _blank(Precision.REGION_FUZZY)
        return _blank(_class_of(text) or Precision.SETTLEMENT)

    def _exactly(self, text: str, _depth: int) -> Entry | None:
        return self._named(text)

    def _named(self, text: str, wanted: Precision | None = None) -> Entry | None:
        """The entry of exactly this name; "an eastern province" is a description, however a province is called."""
        if text == text.lower() and _class_of(text.rpartition(" ")[2]) is not None:
            return None
        known = self.gazetteer.find(text, self.searched)
        entries = [entry for entry in known if _fits(entry, wanted) and _lies_in(entry, self.within)]
        towns = [entry for entry in entries if entry.precision is Precision.SETTLEMENT]
        return min(entries, key=lambda entry: self._rank(entry, towns), default=None)

    def _rank(self, entry: Entry, towns: Sequence[Entry]) -> tuple[int, float]:
        """Countries and regions before towns, except that a bare "Homs" is the town, not its province."""
        if entry.precision is Precision.SETTLEMENT:
            return 2, -self._weight(entry)
        seats = (town for town in towns if town.country == entry.country)
        if entry.admin1 and any(town.admin1 in {entry.admin1, None} for town in seats):
            return 3, 0.0
        return (0 if entry.country in self.context.countries[:1] else 1), -self._weight(entry)

    def _weight(self, entry: Entry) -> float:
        """Population, weighed by how much the article has to do with the country."""
        nearness = _MAIN if entry.country in self.about[:1] else _NAMED if entry.country in self.about else _ELSEWHERE
        return nearness * max(entry.population, _VILLAGE)

    def _near(self, text: str, depth: int) -> Entry | None:
        match = _NEAR.fullmatch(text) or _NEAR_AFTER.fullmatch(text)
        if not match:
            return None
        inner = self._named(match["rest"], Precision.SETTLEMENT) or self.resolve(match["rest"], depth)
        if inner.precision in _WHOLE_AREAS:
            return _blank(Precision.REGION_FUZZY, inner)
        return _near_to(inner, _kilometres(match.groupdict().get("distance") or ""))

    def beside(self, found: Entry) -> Entry:
        """A town with what the sentence says in front of its name: near it, or so far from it."""
        town = found.precision is Precision.SETTLEMENT and found.name and not self.context.alone
        lead = nearness(self.context) if town else ""
        return _near_to(found, _kilometres(lead)) if lead else found

    def inside(self, text: str, phrase: str, found: Entry) -> Entry:
        """A town in the division that is named right behind it, which another of the same name does not lie in."""
        sentence, end = self.context.sentence, self.context.start + len(phrase)
        if found.precision is not Precision.SETTLEMENT or not sentence.startswith(phrase, self.context.start):
            return found
        behind = _DIVISION_BEHIND.match(sentence, end)
        division = self.resolve(behind[1], 1) if behind else None
        if division is None or division.admin1 in {None, found.admin1} or division.country is None:
            return found
        return self._within(text, division, 1) or found

    def _capital(self, text: str, _depth: int) -> Entry | None:
        """Reads "the Somali capital", "Sudan's capital", "the capital of Kenya"."""
        match = _CAPITAL.fullmatch(text) if "capital" in text.casefold() else None
        if not match:
            return None
        country, rest = split_nationality(f"{match['owner'] or ''} capital")
        named = match["whole"] or match["owner"]
        if not country or rest != "capital":
            whole = self._named(named) or self._named(f"the {named}")
            country = whole.country if whole and whole.precision is Precision.COUNTRY else None
        return capital_of(country, self.gazetteer) if country else None

    def _border(self, text: str, _depth: int) -> Entry | None:
        """A border lies in no one country unless a side of it is named."""
        if not _BORDER.search(text):
            return None
        side = countries_of(text.rpartition(" side of ")[0])
        return Entry("", Precision.REGION_FUZZY, side[0] if len(side) == 1 else None)

    def _part(self, text: str, depth: int) -> Entry | None:
        match = _PART.fullmatch(text) or _DIRECTED.fullmatch(text)
        if not match or (_LIST.search(match["rest"]) and not self._named(match["rest"])):
            return None
        return _some_part_of(self.resolve(match["rest"], depth))

    def _site(self, text: str, depth: int) -> Entry | None:
        """A hospital, a bridge: in the country and division of the town it is named with, without its point."""
        match = _SITE.search(text)
        if not match:
            return None
        after = _INSIDE.sub("", text[match.end() :], count=1)
        for name in (_names_in(after), _names_in(text[: match.start()]), _names_in(text.rpartition(",")[2])):
            inner = self.resolve(name, depth) if name else None
            if inner and inner.country:
                return _blank(Precision.SITE, inner)
        return _blank(Precision.SITE)

    def _possessed(self, text: str, depth: int) -> Entry | None:
        """Reads "Syria's Idlib province", "Aleppo's eastern districts"."""
        match = _POSSESSED.fullmatch(text)
        if not match:
            return None
        if _PARTS_ONLY.fullmatch(match["head"]):
            return _some_part_of(self.resolve(match["owner"], depth))
        return self._within(match["head"], self.resolve(match["owner"], depth), depth)

    def _composed(self, text: str, depth: int) -> Entry | None:
        """Reads "X in Y", "X, Y", "town of X"."""
        match = _INSIDE.search(text)
        if not match or not match.start():
            return None
        head, tail = text[: match.start()], text[match.end() :]
        wanted = _class_of(head) if " " not in head or not _names_in(head) else None
        if wanted:
            return self._of_class(tail, wanted, depth)
        container = self.resolve(tail, depth)
        if not match.group().startswith(","):
            return self._within(head, container, depth)
        inner = self._within(head, container, depth) if container.name else None
        return inner if inner and _BREADTH[inner.precision] < _BREADTH[container.precision] else None

    def _within(self, head: str, container: Entry, depth: int) -> Entry | None:
        """What `head` names inside the container; unnamed, it is still in that country and division."""
        if not container.country:
            return None
        if not (_names_in(head) or _class_of(head) or _SITE.search(head)):
            return _some_part_of(container)
        country = (container.country,)
        inner = replace(self, about=country, searched=country, within=container).resolve(head, depth)
        if inner.name:
            return inner
        if _BREADTH[inner.precision] >= _BREADTH[container.precision]:
            return container
        return _blank(inner.precision, container)

    def _listed(self, text: str, depth: int) -> Entry | None:
        """Several places at once: the country they share, and no point."""
        listed = [part for part in _LIST.split(text) if part.strip()]
        if len(listed) < 2:  # noqa: PLR2004
            return None
        parts = [self.resolve(part, depth) for part in listed[:_MOST_LISTED]]
        precisions = {part.precision for part in parts}
        countries = Counter(part.country for part in parts if part.country)
        precision = precisions.pop() if len(precisions) == 1 else Precision.REGION_FUZZY
        agreed = len(countries) == 1 and countries.total() * 2 >= len(parts)
        return Entry("", precision, next(iter(countries)) if agreed else None)

    def _classed(self, text: str, depth: int) -> Entry | None:
        """Reads "Homs Province", "al-Shaar district"."""
        head, _, last = text.rpartition(" ")
        wanted = _class_of(last) if head else None
        return self._of_class(head, wanted, depth) if wanted else None

    def _of_class(self, name: str, wanted: Precision, depth: int) -> Entry:
        """The place of that name and class; else unnamed, in the country of whatever has the name."""
        exact = self._named(name, wanted)
        if exact:
            return exact
        if wanted is Precision.INTERNATIONAL:  # a strait named after a state lies in none
            return _blank(wanted)
        inner = self.resolve(name, depth)
        if inner.precision is wanted or (inner.name and _BREADTH[wanted] > _BREADTH[inner.precision] > _TOWN):
            return inner
        if wanted is Precision.ADMIN1 and inner.precision is Precision.SETTLEMENT and inner.name:
            return Entry("", wanted, inner.country, _tidy(name))
        return _blank(wanted, inner)

    def _stripped(self, text: str, depth: int) -> Entry | None:
        """Without articles, prepositions and a nationality in front."""
        if match := _LEADING.match(text):
            return self.resolve(text[match.end() :], depth - 1)
        country, rest = split_nationality(text)
        if not country:
            return None
        inner = self.resolve(rest, depth)
        return inner if inner.country or inner.name or not _class_of(rest) else inner._replace(country=country)

    def _from_first_name(self, text: str, depth: int) -> Entry | None:
        name = _names_in(text)
        if not name or name == text:
            return None
        inner = self.resolve(name, depth)
        wanted = _class_of(text[: -len(name)])
        return _blank(wanted, inner) if wanted else inner

    _of_words: ClassVar[tuple[_Reading, ...]] = (
        _exactly,
        _border,
        _capital,
        _stripped,
        _near,
        _possessed,
        _part,
        _site,
        _composed,
        _listed,
        _classed,
        _from_first_name,
    )
    _of_one_word: ClassVar[tuple[_Reading, ...]] = (_exactly, _border, _site, _from_first_name)
    """The others read what stands before or after a name."""


_Reading = Callable[[_Resolver, str, int], Entry | None]


def _fits(entry: Entry, wanted: Precision | None) -> bool:
    if wanted is None or entry.precision is wanted:
        return True
    return wanted is Precision.REGION_FUZZY and entry.precision in {Precision.ADMIN1, Precision.ADMIN2}


def _lies_in(entry: Entry, container: Entry | None) -> bool:
    if container is None:
        return True
    narrower = _BREADTH[entry.precision] < _BREADTH[container.precision]
    same_division = None in {entry.admin1, container.admin1} or entry.admin1 == container.admin1
    return narrower and entry.country == container.country and same_division


def _near_to(town: Entry, kilometres: float) -> Entry:
    """A place so far from a town, which keeps the town's point only where that is near."""
    near = town._replace(precision=Precision.NEAR_SETTLEMENT)
    return near._replace(lat=None, lon=None) if kilometres > _NEAR_KM else near


def _some_part_of(whole: Entry) -> Entry:
    """A part of a town is the town; a part of anything larger has fuzzy borders and no point."""
    if whole.precision not in _WHOLE_AREAS or whole.precision is Precision.INTERNATIONAL:
        return whole
    return whole._replace(precision=Precision.REGION_FUZZY, lat=None, lon=None, geonames_id=None)


@lru_cache(maxsize=4096)
def _class_of(text: str) -> Precision | None:
    if not _ANY_CLASS.search(text):
        return None
    return next((precision for pattern, precision in _CLASSES if pattern.search(text)), None)


_NAME = re.compile(r"(?:\b(?:a|e)[a-z]{1,2}-)?[A-Z\u00c0-\u00de\u0400-\u04ff\u0600-\u06ff].*")


def _names_in(text: str) -> str:
    """The text from its first name on."""
    match = _NAME.search(text)
    return match.group().strip(_QUOTES) if match else ""


def _kilometres(distance: str) -> float:
    """Kilometres of a distance in digits or words; 0 for none, and for "a few" and "several"."""
    number = _NUMBER.search(distance)
    if number:
        value = float(number.group().replace(",", "")[:12])
    else:
        value = float(next((_SPELLED[word] for word in distance.casefold().split() if word in _SPELLED), 0))
    if _NAUTICAL.search(distance):
        return value * 1.852
    if "mi" in distance:
        return value * 1.609344
    return value if "k" in distance else value / 1000
