"""Records held against MUC-4's key, on made-up miniature documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.benchmarks.muc4.mapping import STAGES, TYPES, Found, incidents
from evals.benchmarks.muc4.scoring import (
    COUNTRY,
    DATE,
    LOCATION,
    PERPETRATOR,
    SLOTS,
    STAGE,
    TARGET,
    TYPE,
    Matched,
    count,
    holds,
    score,
)
from evals.benchmarks.muc4.templates import (
    HUMAN,
    INDIVIDUAL,
    INSTRUMENT,
    ORGANISATION,
    PHYSICAL,
    STRINGS,
    Incident,
    incident,
    read_messages,
)
from summarize.evaluation.naming import Name
from summarize.evaluation.tallies import Counts
from summarize.record import Event, EventType, Modality, Participant, Precision, Role
from summarize.resolving.gazetteer import country_names
from summarize.resolving.spelling import place_key
from tests.benchmarks.making import BOMBING, KIDNAPPING, quoted, record
from tests.making import by, on, party, place

KEY = (incident(BOMBING), incident(KIDNAPPING))
LEAD = "ARMED MEN OF THE RED FRONT (RF) BLEW UP THE TOWN BANK OF\nPUERTO VIEJO WITH DYNAMITE YESTERDAY"
LAST = "UNIDENTIFIED GUNMEN KIDNAPPED THE MAYOR ANA SOTO"
ONE, WRONG, MISSING, SPURIOUS = Counts(correct=1), Counts(wrong=1), Counts(missing=1), Counts(spurious=1)


def _bombing(parties: tuple[Participant, ...] | None = None, **fields: object) -> Event:
    given: dict[str, object] = {
        "places": (place("PUERTO VIEJO", country="PER"),),
        "time": on(date(1990, 3, 9)),
    }
    named = (
        party("ARMED MEN"),
        party("RED FRONT"),
        party("THE TOWN BANK", Role.RECIPIENT),
        party("LUIS ROJAS", Role.RECIPIENT),
    )
    return quoted(EventType.BOMBING, LEAD, *(named if parties is None else parties), **(given | fields))


def _kidnapping(**fields: object) -> Event:
    peru = place("PERU", Precision.COUNTRY, country="PER")
    return quoted(EventType.ABDUCTION, LAST, party("ANA SOTO", Role.RECIPIENT), **({"places": (peru,)} | fields))


def _counts(event: Event, key: Incident, slot: str, *, lenient: bool = False) -> Counts:
    (found,) = incidents(record(event))
    return count(Matched(found, key, named=True, typed=True), slot, lenient=lenient)


def test_a_record_that_says_what_the_key_says_is_right_in_everything() -> None:
    found = score(incidents(record(_bombing(), _kidnapping())), KEY)
    assert (2, 2) == found.found(lambda one: one.named and one.typed)
    for slot in SLOTS:
        counts = found.slot(slot)
        assert (counts.correct, 0, 0, 0) == (counts.correct, counts.wrong, counts.missing, counts.spurious), slot
        assert counts.correct > 0


def test_the_order_of_events_does_not_matter() -> None:
    tables = [
        [score(incidents(record(*events)), KEY).slot(slot) for slot in SLOTS]
        for events in ((_bombing(), _kidnapping()), (_kidnapping(), _bombing()))
    ]
    assert tables[0] == tables[1]


def test_one_event_stands_for_one_incident_only() -> None:
    assert (1, 2) == score(incidents(record(_bombing())), KEY).found()
    assert (1, 1) == score(incidents(record(_bombing(), _bombing())), KEY[:1]).found()


def test_no_record_finds_nothing_and_stays_in_the_denominator() -> None:
    assert (0, 2) == score((), KEY).found()


def test_an_optional_incident_counts_apart() -> None:
    doubtful = incident(BOMBING | {"MESSAGE: TEMPLATE": ["1 (OPTIONAL)"]})
    found = score(incidents(record(_bombing())), (doubtful,))
    assert ((0, 0), 1) == (found.found(), found.optional)
    assert (0, 0) == score((), (doubtful,)).found()


def test_another_type_is_no_match_unless_one_of_the_two_is_an_attack() -> None:
    shot = quoted(EventType.ATTACK_ON_CIVILIANS, LEAD, party("RED FRONT"))
    found = score(incidents(record(shot)), KEY[:1])
    assert ((1, 1), (0, 1)) == (found.found(), found.found(lambda one: one.typed))
    assert WRONG == found.slot(TYPE)
    seized = quoted(EventType.ABDUCTION, LEAD, party("RED FRONT"))
    assert (0, 1) == score(incidents(record(seized)), KEY[:1]).found()


def test_an_event_that_only_quotes_the_words_is_found_but_not_by_a_filler() -> None:
    found = score(incidents(record(quoted(EventType.BOMBING, LEAD))), KEY[:1])
    assert ((1, 1), (0, 1)) == (found.found(), found.found(lambda one: one.named))


def test_an_event_elsewhere_in_the_text_is_not_found() -> None:
    assert (0, 1) == score(incidents(record(quoted(EventType.BOMBING, "[TEXT]"))), KEY[:1]).found()


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (on(date(1990, 3, 9)), ONE),
        (on(date(1990, 3, 8)), WRONG),
        (by(date(1990, 3, 9)), WRONG),
        (None, WRONG),
    ],
)
def test_a_day_of_the_key_is_right_on_that_day_only(time: object, expected: Counts) -> None:
    assert expected == _counts(_bombing(time=time), KEY[0], DATE)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (on(date(1990, 3, 10)), ONE),
        (on(date(1990, 2, 1)), ONE),
        (by(date(1990, 3, 10)), ONE),
        (on(date(1990, 3, 11)), WRONG),
        (by(date(1990, 3, 11)), WRONG),
        (None, ONE),
    ],
)
def test_on_or_before_the_header_takes_any_day_until_then_and_the_default(time: object, expected: Counts) -> None:
    assert expected == _counts(_kidnapping(time=time), KEY[1], DATE)


def test_a_date_that_the_key_does_not_know_is_not_scored() -> None:
    assert Counts() == _counts(_bombing(), incident(BOMBING | {"INCIDENT: DATE": ["-"]}), DATE)


def test_a_document_without_a_day_has_no_default() -> None:
    (found,) = incidents(record(_kidnapping(), dateline=None))
    assert WRONG == count(Matched(found, KEY[1], named=True, typed=True), DATE)


def test_the_country_and_the_narrowest_place_are_scored_apart() -> None:
    elsewhere = _bombing(places=(place("LIMA", country="PER"),))
    assert (ONE, WRONG) == (_counts(elsewhere, KEY[0], COUNTRY), _counts(elsewhere, KEY[0], LOCATION))
    nowhere = _bombing(places=())
    assert (MISSING, MISSING) == (_counts(nowhere, KEY[0], COUNTRY), _counts(nowhere, KEY[0], LOCATION))
    assert Counts() == _counts(_kidnapping(), KEY[1], LOCATION)


def test_alternatives_are_right_and_so_are_more_words_about_one() -> None:
    for name in ("RF", "the Red Front", "MEMBERS OF THE RED FRONT"):
        assert Counts(correct=1, missing=1) == _counts(_bombing((party(name),)), KEY[0], PERPETRATOR)


def test_part_of_a_name_is_right_leniently_only() -> None:
    partly = incident(BOMBING | {"PERP: ORGANIZATION ID": ['"RED NATIONAL FRONT"']})
    event = _bombing((party("RED FRONT"),))
    assert (WRONG, ONE) == (_counts(event, partly, ORGANISATION), _counts(event, partly, ORGANISATION, lenient=True))


def test_an_optional_filler_is_not_missed_and_right_when_it_is_there() -> None:
    assert Counts() == _counts(_kidnapping(), KEY[1], INDIVIDUAL)
    named = quoted(EventType.ABDUCTION, LAST, party("UNIDENTIFIED GUNMEN"))
    assert ONE == _counts(named, KEY[1], INDIVIDUAL)


def test_a_slot_that_is_not_applicable_is_not_scored_and_an_empty_one_is() -> None:
    with_bank = quoted(EventType.ABDUCTION, LAST, party("THE BANK", Role.RECIPIENT), party("RED FRONT"))
    assert Counts() == _counts(with_bank, KEY[1], PHYSICAL)
    assert SPURIOUS == _counts(with_bank, KEY[1], ORGANISATION)


def test_fillers_are_paired_one_to_one() -> None:
    thrice = _bombing((party("ARMED MEN"), party("THE ARMED MEN OF IT"), party("SIX ARMED MEN")))
    assert Counts(correct=1, spurious=2) == _counts(thrice, KEY[0], INDIVIDUAL)


def test_things_are_told_from_people_and_organisations_from_their_members_by_the_head() -> None:
    (found,) = incidents(record(_bombing()))
    names = {slot: [name.key for name in found.strings[slot]] for slot in STRINGS}
    assert ["town bank|="] == names[PHYSICAL]
    assert ["luis rojas|="] == names[HUMAN]
    assert (["armed men|="], ["red front|="]) == (names[INDIVIDUAL], names[ORGANISATION])
    assert ["dynamite|="] == names[INSTRUMENT]


def test_a_site_that_was_hit_is_a_target_and_a_town_is_not() -> None:
    site = place("CITY HOTEL", Precision.SITE)
    (found,) = incidents(record(_bombing((), places=(site, place("PUERTO VIEJO")))))
    assert (Name.of(["CITY HOTEL"]),) == found.strings[PHYSICAL]


@pytest.mark.parametrize("modality", list(Modality))
def test_every_modality_has_a_stage_and_what_is_denied_is_no_incident(modality: Modality) -> None:
    found = incidents(record(_bombing(modality=modality)))
    assert ([STAGES[modality]] if STAGES[modality] else []) == [one.stage for one in found]
    if found:
        assert (modality in (Modality.ACTUAL, Modality.ONGOING)) == (
            ONE == _counts(_bombing(modality=modality), KEY[0], STAGE)
        )


def test_talk_is_an_incident_only_where_it_is_a_threat() -> None:
    said = quoted(EventType.VERBAL_CONFLICT, LAST)
    assert () == incidents(record(said))
    span = said.evidence[0].model_copy(update={"text": "X" * 39 + " THREATENS"})
    (found,) = incidents(record(said.model_copy(update={"evidence": (span,)})))
    assert "THREATENED" == found.stage
    assert EventType.TALKS not in TYPES


def test_words_hold_a_phrase_whole_or_not_at_all() -> None:
    assert holds("THE MEMBERS OF THE RED\nFRONT, THEY SAID", "RED FRONT")
    assert not holds("RED FRONTIER", "RED FRONT")


@given(
    st.lists(st.sampled_from(["ARMED MEN", "RED FRONT", "LUIS ROJAS", "THE BANK", "A MAN"]), max_size=5),
    st.integers(2, 4),
)
def test_saying_a_name_again_changes_nothing(names: list[str], times: int) -> None:
    once, often = (_bombing(tuple(party(name) for name in names * count)) for count in (1, times))
    for slot in (*STRINGS, PERPETRATOR, TARGET):
        assert _counts(once, KEY[0], slot) == _counts(often, KEY[0], slot)


def _as_found(number: int, key: Incident) -> Found:
    """An answer made of the first alternatives of a template."""
    location = key.locations[0] if key.locations else None
    codes = country_names().get(place_key(location.country), "") if location else ""
    return Found(
        event=str(number),
        types=frozenset(sorted(key.types)[:1]),
        stage=min(key.stages),
        when=key.dates[0] if key.dates else (None, None),
        places=Name.of(location.narrowest if location else ()),
        countries=frozenset([codes] if codes else []),
        strings={slot: tuple(Name.of(one.names[:1]) for one in key.strings.get(slot, ())) for slot in STRINGS},
        evidence=(),
    )


@pytest.mark.parametrize("split", ["tst1", "tst2"])
def test_the_key_held_against_itself_is_right_in_everything(data: Path, split: str) -> None:
    for message in read_messages(data / "muc4" / f"{split}.jsonl"):
        found = score([_as_found(n, key) for n, key in enumerate(message.incidents)], message.incidents)
        hits, of = found.found()
        assert (of, len(message.incidents)) == (hits, len(found.matched)), message.name
        for slot in SLOTS:
            counts = found.slot(slot)
            assert counts.expected == counts.correct, (message.name, slot)
