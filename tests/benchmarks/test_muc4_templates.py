"""The notation of MUC-4's answer key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evals.benchmarks.muc4.templates import (
    HUMAN,
    INSTRUMENT,
    ORGANISATION,
    PHYSICAL,
    Filler,
    Location,
    alternatives,
    incident,
    read_messages,
)
from summarize.errors import InputError
from tests.benchmarks.making import BOMBING, KIDNAPPING, muc4_folder


def test_a_slash_separates_alternatives_outside_brackets_only() -> None:
    assert ["BOMBING", "ATTACK"] == alternatives("BOMBING / ATTACK")
    assert ["PERU: LIMA (CITY / DEPARTMENT)", "PERU"] == alternatives("(PERU: LIMA (CITY / DEPARTMENT)) / (PERU)")


def test_a_question_mark_makes_a_filler_or_a_template_optional() -> None:
    doubtful = incident(BOMBING | {"MESSAGE: TEMPLATE": ["3 (OPTIONAL)"], "PHYS TGT: ID": ['? "BANK"', '?"CAR"']})
    assert (True, "3") == (doubtful.optional, doubtful.number)
    assert (Filler(("BANK",), optional=True), Filler(("CAR",), optional=True)) == doubtful.strings[PHYSICAL]


def test_a_star_takes_the_slot_away_and_a_dash_leaves_it_empty() -> None:
    kidnapping = incident(KIDNAPPING)
    assert INSTRUMENT not in kidnapping.strings
    assert PHYSICAL not in kidnapping.strings
    assert () == kidnapping.strings[ORGANISATION]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("09 MAR 90", ((date(1990, 3, 9), date(1990, 3, 9)),)),
        ("- 10 MAR 90", ((None, date(1990, 3, 10)),)),
        ("07 MAR 90 - 08 MAR 90", ((date(1990, 3, 7), date(1990, 3, 8)),)),
        ("(8 MAR 90) / (- 8 March 90)", ((date(1990, 3, 8),) * 2, (None, date(1990, 3, 8)))),
        ("-", ()),
        ("16 NOV 00", ()),
        ("11 NOV", ()),
        ("31 NOV 89", ()),
    ],
)
def test_dates_have_three_forms_and_what_is_none_is_unknown(
    written: str, expected: tuple[tuple[date | None, date], ...]
) -> None:
    assert expected == incident(BOMBING | {"INCIDENT: DATE": [written]}).dates


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("PERU", (Location("PERU", ("PERU",)),)),
        ("PERU: LIMA (CITY): SURCO (NEIGHBORHOOD)", (Location("PERU", ("SURCO",)),)),
        ("PERU: USULUTAN (CITY / COUNTY)", (Location("PERU", ("USULUTAN",)),)),
        ("PERU: LIMA (CITY) - ICA (CITY)", (Location("PERU", ("LIMA", "ICA")),)),
        ("(PERU: LIMA (CITY)) / (PERU)", (Location("PERU", ("LIMA",)), Location("PERU", ("PERU",)))),
    ],
)
def test_locations_go_from_the_country_to_the_narrowest_place(written: str, expected: tuple[Location, ...]) -> None:
    assert expected == incident(BOMBING | {"INCIDENT: LOCATION": [written]}).locations


def test_a_description_that_refers_to_a_name_is_another_name_of_the_person() -> None:
    names = {"HUM TGT: NAME": ['"LUIS ROJAS"'], "HUM TGT: DESCRIPTION": ['"GUARD" / "MR.": "LUIS ROJAS"', '"CLERKS"']}
    people = incident(BOMBING | names).strings[HUMAN]
    assert (("LUIS ROJAS", "GUARD"), ("CLERKS",)) == tuple(person.names for person in people)


def test_a_split_is_read_with_its_day_and_what_is_none_is_refused(tmp_path: Path) -> None:
    path = muc4_folder(tmp_path) / "muc4" / "tst2.jsonl"
    first, empty = read_messages(path)
    assert (date(1990, 3, 10), 2, ()) == (first.day, len(first.incidents), empty.incidents)
    path.write_text('{"docid": "A"}\n', "utf-8")
    with pytest.raises(InputError, match="no split of MUC-4: KeyError"):
        read_messages(path)


@pytest.mark.parametrize(
    ("split", "documents", "templates"), [("dev", 1300, 1114), ("tst1", 100, 85), ("tst2", 100, 106)]
)
def test_every_template_of_the_set_is_read(data: Path, split: str, documents: int, templates: int) -> None:
    messages = read_messages(data / "muc4" / f"{split}.jsonl")
    assert (documents, templates) == (len(messages), sum(len(message.incidents) for message in messages))
    assert all(one.types and one.stages for message in messages for one in message.incidents)
