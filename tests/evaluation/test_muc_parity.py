"""The published MUC-4 scores of two systems come out to the second decimal."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.muc_parity import TYPE, Rule, overall, read, scored, total, tripled
from summarize.evaluation.statistics import compare

SLOTS = {TYPE: 68.18, "PerpInd": 43.44, "PerpOrg": 38.24, "Target": 47.51, "Victim": 56.25, "Weapon": 63.96}


@pytest.fixture(scope="module")
def folder(data: Path) -> Path:
    return data / "muc4" / "parity"


def _f1(folder: Path, system: str, rule: Rule, *, thrice: bool = False) -> float:
    predicted = read(folder / f"{system}.json")
    if thrice:
        predicted = {name: [tripled(one) for one in templates] for name, templates in predicted.items()}
    return 100 * overall(total(scored(predicted, read(folder / "gold.json"), rule=rule))).f1


@pytest.mark.parametrize(("system", "published"), [("gtt", 50.23), ("iterx", 53.01)])
def test_micro_f1_is_the_published_one(folder: Path, system: str, published: float) -> None:
    assert published == round(_f1(folder, system, "published"), 2)


def test_precision_recall_and_every_slot_of_iterx_are_the_published_ones(folder: Path) -> None:
    tally = total(scored(read(folder / "iterx.json"), read(folder / "gold.json"), rule="published"))
    assert (60.92, 46.92) == (round(100 * overall(tally).precision, 2), round(100 * overall(tally).recall, 2))
    assert SLOTS == {field: round(100 * found.f1, 2) for field, found in tally.items()}


def test_tripling_every_filler_costs_little_under_the_published_rule_and_much_one_to_one(folder: Path) -> None:
    lost = {
        rule: _f1(folder, "gtt", rule) - _f1(folder, "gtt", rule, thrice=True) for rule in ("published", "one-to-one")
    }
    assert (1.4, 18.6) == (round(lost["published"], 1), round(lost["one-to-one"], 1))


def test_the_two_systems_do_not_differ_beyond_chance(folder: Path) -> None:
    gold = read(folder / "gold.json")
    gtt, iterx = (
        [overall(tally).counts for tally in scored(read(folder / f"{system}.json"), gold, rule="one-to-one")]
        for system in ("gtt", "iterx")
    )
    found = compare(gtt, iterx)
    assert found.p > 0.05
    assert found.interval is not None
    assert found.interval.low < 0 < found.interval.high
