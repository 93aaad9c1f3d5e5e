from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from benchmarks.resolving.time import Document, Gold, Part, day_level, extents, ours_in_text, read, same
from benchmarks.resolving.time_errors import wrong_values
from tests.conftest import ROOT

DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data")) / "tempeval3"


@pytest.fixture(scope="module")
def held_out() -> list[Document]:
    if not DATA.is_dir():
        pytest.skip("TimeBank and AQUAINT are not here")
    return [document for document in read(DATA) if document.part is Part.HELD_OUT]


def share_right(documents: list[Document], *, days_only: bool) -> float:
    pairs = [pair for one in documents for pair in zip(one.gold, ours_in_text(one), strict=True)]
    judged = [
        same(value, gold.value) for gold, value in pairs if (day_level(gold) if days_only else gold.type == "DATE")
    ]
    return sum(judged) / len(judged)


def test_values_of_dates_on_documents_not_looked_at_do_not_get_worse(held_out: list[Document]) -> None:
    assert share_right(held_out, days_only=False) >= 0.905


def test_days_without_a_year_on_documents_not_looked_at_do_not_get_worse(held_out: list[Document]) -> None:
    assert share_right(held_out, days_only=True) >= 0.93


def test_nine_of_ten_expressions_on_documents_not_looked_at_are_found(held_out: list[Document]) -> None:
    gold, found, recalled, precise = extents(held_out)
    recall, precision = recalled / gold, precise / found
    assert 2 * recall * precision / (recall + precision) >= 0.92


def document(name: str, value: str) -> Document:
    text = "They left last week."
    return Document(name, text, date(2017, 8, 2), (Gold(10, 19, "last week", "DATE", value),))


def test_a_wrong_value_is_listed_with_its_context_and_both_values() -> None:
    [wrong] = wrong_values([document("a.tml", "2017-WXX"), document("a.tml", "2017-W30")])
    assert wrong.kind == "DATE: week for left open"
    assert "2017-08-02 Wed: gold 2017-WXX, ours 2017-W30\n    They left [[last week]]." in str(wrong)


def test_documents_held_out_are_never_listed() -> None:
    drawn = [document(f"{number}.tml", "2017") for number in range(99)]
    held_out = [one for one in drawn if one.part is Part.HELD_OUT]
    assert held_out
    assert list(wrong_values(held_out)) == []
    assert len(list(wrong_values(drawn))) == len(drawn) - len(held_out)
