"""Parity on MUC-4: the published scores of two systems, reproduced, and the same outputs matched one-to-one.

Run with `python -m benchmarks.muc_parity`. Needs the labelled data (`SUMMARIZE_DATA`, by default ../shared/data
beside the repository): gold templates of the 200 test documents and the outputs of GTT (Du, Rush and Cardie 2021) and
IterX (Chen et al. 2023). The published scorer gives credit for an entity to any number of fillers that name it; here
its rules stand beside ours, on the same alignment.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarize.evaluation.alignment import assign
from summarize.evaluation.statistics import compare, interval
from summarize.evaluation.tallies import Counts

DATA = Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
SYSTEMS = ("gtt", "iterx")
TYPE = "incident_type"
SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
FIELDS = (TYPE, *SLOTS)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)

Template = Mapping[str, Any]
Rule = Literal["published", "one-to-one"]
RULES: tuple[Rule, ...] = ("published", "one-to-one")


@dataclass(frozen=True)
class Tally:
    """Counts of one field under a rule that may credit a filler and an entity apart.

    Attributes:
        found: Predicted fillers that name an expected entity.
        predicted: Predicted fillers.
        covered: Expected entities that a filler names.
        expected: Expected entities.
    """

    found: int = 0
    predicted: int = 0
    covered: int = 0
    expected: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.predicted + other.predicted,
            self.covered + other.covered,
            self.expected + other.expected,
        )

    @property
    def precision(self) -> float:
        """Share of predicted fillers that name an expected entity."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of expected entities that are named."""
        return self.covered / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def counts(self) -> Counts:
        """As integer counts; only where fillers and entities are matched one-to-one."""
        if self.found != self.covered:
            raise ValueError("a filler or an entity was credited more than once")
        return Counts(correct=self.found, missing=self.expected - self.covered, spurious=self.predicted - self.found)


def main() -> None:
    """Print the published scores, the same one-to-one, intervals and the paired difference."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.muc_parity", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the labelled data (default: %(default)s)")
    folder = parser.parse_args().data / "muc4" / "parity"
    gold = read(folder / "gold.json")
    documents = {}
    for system in SYSTEMS:
        predicted = read(folder / f"{system}.json")
        for rule in RULES:
            _print_table(system, rule, total(scored(predicted, gold, rule=rule)))
        documents[system] = [overall(tally).counts for tally in scored(predicted, gold, rule="one-to-one")]
        thrice = {name: [tripled(template) for template in templates] for name, templates in predicted.items()}
        for rule in RULES:
            before, after = (overall(total(scored(one, gold, rule=rule))).f1 for one in (predicted, thrice))
            print(f"{system}, {rule}: every filler three times: {100 * (after - before):+.2f} F1")
        _print_interval(system, documents[system])
    _print_difference(documents["gtt"], documents["iterx"])


def read(path: Path) -> dict[str, list[Template]]:
    """Templates of each document, mentions brought to the form in which the published scorer compares them."""
    written = json.loads(path.read_text(encoding="utf-8"))
    return {name: [_normalised(template) for template in templates] for name, templates in written.items()}


def scored(
    predicted: Mapping[str, Sequence[Template]], gold: Mapping[str, Sequence[Template]], *, rule: Rule
) -> Iterator[dict[str, Tally]]:
    """Tally of each field, one document after the other."""
    for name, expected in gold.items():
        found = predicted[name]
        pairs = [[_pair(mine, theirs, rule) for theirs in expected] for mine in found]
        matched = assign([[_agreement(pair) for pair in line] for line in pairs])
        tally = {field: Tally(0, _size(found, field), 0, _size(expected, field)) for field in FIELDS}
        for row, column in matched:
            tally = {field: tally[field] + pairs[row][column][field] for field in FIELDS}
        yield tally


def total(documents: Iterator[dict[str, Tally]]) -> dict[str, Tally]:
    """Sum over documents."""
    summed = dict.fromkeys(FIELDS, Tally())
    for tally in documents:
        summed = {field: summed[field] + tally[field] for field in FIELDS}
    return summed


def overall(tally: Mapping[str, Tally]) -> Tally:
    """Sum over fields."""
    return sum(tally.values(), Tally())


def tripled(template: Template) -> Template:
    """The same template with every filler three times."""
    return {TYPE: template[TYPE]} | {slot: template[slot] * 3 for slot in SLOTS}


def _normalised(template: Template) -> Template:
    slots = {slot: [[_plain(mention) for mention in entity] for entity in template[slot]] for slot in SLOTS}
    return {TYPE: template[TYPE]} | slots


def _plain(mention: str) -> str:
    return " ".join(_ARTICLE.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def _pair(predicted: Template, gold: Template, rule: Rule) -> dict[str, Tally]:
    """What a pair of templates agrees in; nothing when the types differ ("attack" is one of "attack / bombing")."""
    if predicted[TYPE] not in gold[TYPE]:
        return {}
    agreed = {TYPE: Tally(found=1, covered=1)}
    for slot in SLOTS:
        named = [[set(mine) <= set(theirs) for theirs in gold[slot]] for mine in predicted[slot]]
        if rule == "published":
            covered = sum(any(column) for column in zip(*named, strict=True))
            agreed[slot] = Tally(found=sum(any(line) for line in named), covered=covered)
        else:
            matched = len(assign([[float(cell) for cell in line] for line in named]))
            agreed[slot] = Tally(found=matched, covered=matched)
    return agreed


def _agreement(pair: Mapping[str, Tally]) -> float:
    return float(sum(tally.found + tally.covered for tally in pair.values()))


def _size(templates: Sequence[Template], field: str) -> int:
    return len(templates) if field == TYPE else sum(len(template[field]) for template in templates)


def _print_table(system: str, rule: str, tally: Mapping[str, Tally]) -> None:
    print(f"\n{system}, {rule}")
    for field, found in {**tally, "all": overall(tally)}.items():
        print(f"  {field:14} P {100 * found.precision:6.2f}  R {100 * found.recall:6.2f}  F1 {100 * found.f1:6.2f}")


def _print_interval(system: str, documents: Sequence[Counts]) -> None:
    found = interval(documents)
    if found is not None:
        print(f"{system}, one-to-one: 95 % of F1 over documents {100 * found.low:.2f} to {100 * found.high:.2f}")


def _print_difference(first: Sequence[Counts], second: Sequence[Counts]) -> None:
    found = compare(first, second)
    print(f"\niterx less gtt, one-to-one: {100 * found.value:+.2f} F1, p = {found.p:.4f}")
    if found.interval is not None and found.detectable is not None:
        print(f"  95 % {100 * found.interval.low:+.2f} to {100 * found.interval.high:+.2f}")
        print(f"  smallest difference that would be seen: {100 * found.detectable:.2f}")


if __name__ == "__main__":
    main()
