"""Displacement figures of IDETECT: how often the stated figure and its unit are found.

The data set (`idetect/dev.csv`) gives for each excerpt of a report one displacement figure, a reporting
term and a unit, "People" or "Households"; it counts a home as a household. Some labels are sums that no
excerpt states; they are left out of the count. The baseline takes the largest number written in digits.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from summarize.lexicon.quantities import listed
from summarize.record import FigureKind
from summarize.resolving.figures import Quantity, find_figures
from summarize.resolving.figures.language import is_foreign
from summarize.resolving.figures.numerals import tokenize

HOUSING_TERMS = frozenset({"Destroyed Housing", "Partially Destroyed Housing", "Uninhabitable Housing"})
HOUSEHOLD_UNITS = frozenset(
    listed("households homes houses housing dwellings apartments flats shelters huts buildings residences")
)
_NUMBER = re.compile(r"\d+(?:[ ,.]\s?\d{3})+(?!\d)|\d+(?:\.\d+)?")
_FACTORS = {"million": 1e6, "lakh": 1e5, "mil": 1e3, "thousand": 1e3}
_SMALL = listed("one two three four five six seven eight nine ten eleven twelve")


@dataclass(frozen=True)
class Excerpt:
    """One row of the data set."""

    number: int
    text: str
    figure: float
    term: str
    unit: str


def excerpts(path: Path) -> Iterator[Excerpt]:
    """Reads the rows; the file marks letters it lost with U+FFFD."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            figure = float(row["Displacement figure"].replace(",", ""))
            yield Excerpt(number, row["Excerpt"], figure, row["Reporting term"], row["Reporting unit"])


def written_numbers(text: str) -> set[float]:
    """Numbers that stand in a text, found without the package: digits, scaled digits, small number words."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        digits = match.group()
        following = text[match.end() :].split(maxsplit=1)[:1]
        factor = _FACTORS.get(following[0].lower(), 1.0) if following else 1.0
        found.add(round(float(digits.replace(",", "").replace(" ", "")) * factor, 3) if digits.count(".") < 2 else 0.0)
        found.add(float(re.sub(r"\D", "", digits)))
    words = re.findall(r"[a-z]+", text.lower())
    found.update(float(_SMALL.index(word) + 1) for word in words if word in _SMALL)
    found.update((_SMALL.index(a) + 1) * _FACTORS[b] for a, b in pairwise(words) if a in _SMALL and b in _FACTORS)
    return found


def has_value(quantity: Quantity, value: float) -> bool:
    """Whether a quantity offers a value, as its number or as a bound."""
    return value in {quantity.best, quantity.min, quantity.max}


def has_unit(quantity: Quantity, unit: str) -> bool:
    """Whether the unit is the data set's "People" or "Households"."""
    return quantity.unit == "people" if unit == "People" else quantity.unit in HOUSEHOLD_UNITS


@dataclass(frozen=True)
class Result:
    """What was found of the excerpts that state their figure.

    Attributes:
        excerpts: Excerpts in the data set.
        stated: Excerpts in which the labelled number is written.
        counts: Excerpts by what was found.
        missed: Rows whose figure and unit were not found.
    """

    excerpts: int
    stated: int
    counts: Counter[str]
    missed: tuple[str, ...]


def measure(data: Path) -> Result:
    """Finds the figures of every excerpt and compares them with the labels.

    Args:
        data: Folder of labelled data, which holds `idetect/dev.csv`.
    """
    rows = list(excerpts(data / "idetect" / "dev.csv"))
    stated = [row for row in rows if row.figure in written_numbers(row.text)]
    counts: Counter[str] = Counter()
    missed: list[str] = []
    for row in stated:
        foreign = is_foreign(tokenize(row.text))
        figures = [figure for figure in find_figures(row.text) if has_value(figure, row.figure)]
        right = [figure for figure in figures if has_unit(figure, row.unit)]
        displaced = any(figure.kind is FigureKind.DISPLACED for figure in right)
        of_people = row.term not in HOUSING_TERMS
        numbers = [float(re.sub(r"\D", "", match.group())) for match in _NUMBER.finditer(row.text)]
        counts["foreign"] += foreign
        counts["value"] += bool(figures)
        counts["unit"] += bool(right)
        counts["foreign unit"] += bool(right) and foreign
        counts["people terms"] += of_people
        counts["kind"] += of_people and displaced
        counts["baseline"] += max(numbers, default=None) == row.figure
        if not right:
            missed.append(f"{row.number} ({row.term}, {row.unit}{', not English' if foreign else ''})")
    return Result(len(rows), len(stated), counts, tuple(missed))


def run(data: Path) -> None:
    """Prints the shares found, the baseline and what was missed.

    Args:
        data: Folder of labelled data, which holds `idetect/dev.csv`.
    """
    result = measure(data)
    total, counts = result.stated, result.counts
    english = total - counts["foreign"]
    lines = [
        ("value and unit found", counts["unit"], total),
        ("  in English excerpts", counts["unit"] - counts["foreign unit"], english),
        ("  in other languages", counts["foreign unit"], counts["foreign"]),
        ("value found", counts["value"], total),
        ("value, unit and kind displaced (not housing terms)", counts["kind"], counts["people terms"]),
        ("baseline: largest number in digits is the figure", counts["baseline"], total),
    ]
    print(f"figures: IDETECT, {result.excerpts} excerpts, {total} state the figure")
    for name, hits, of in lines:
        print(f"  {name:<52} {hits:>4} / {of:<4} {hits / of if of else 0:>6.1%}")
    print(f"  missed rows: {'; '.join(result.missed) or 'none'}")
