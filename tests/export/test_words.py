"""Fields in plain English."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.export import words
from summarize.record import (
    Approximator,
    Figure,
    FigureKind,
    Granularity,
    Measure,
    Participant,
    Place,
    Role,
    Span,
    Time,
    TimeBasis,
    TimeMod,
)

SPAN = Span(start=0, end=1, text="x")


def _time(
    earliest: date | None,
    latest: date | None,
    *,
    mod: TimeMod | None = None,
    basis: TimeBasis = TimeBasis.EXPLICIT,
) -> Time:
    return Time(edtf="x", earliest=earliest, latest=latest, granularity=Granularity.DAY, mod=mod, basis=basis)


FIFTH, SIXTH = date(2017, 8, 5), date(2017, 8, 6)


@pytest.mark.parametrize(
    ("expected", "time"),
    [
        ("5 August 2017", _time(FIFTH, FIFTH)),
        ("on or before 5 August 2017", _time(FIFTH, FIFTH, mod=TimeMod.ON_OR_BEFORE)),
        ("on or before 5 August 2017", _time(None, FIFTH)),
        ("on or after 5 August 2017", _time(FIFTH, None)),
        ("before 5 August 2017", _time(None, FIFTH, mod=TimeMod.BEFORE)),
        ("after 5 August 2017", _time(FIFTH, None, mod=TimeMod.AFTER)),
        ("about 5 August 2017", _time(FIFTH, FIFTH, mod=TimeMod.APPROX)),
        ("between 5 and 6 August 2017", _time(FIFTH, SIXTH)),
        ("between 24 July and 5 August 2017", _time(date(2017, 7, 24), FIFTH)),
        ("between 30 December 2016 and 5 August 2017", _time(date(2016, 12, 30), FIFTH)),
        ("July 2017", _time(date(2017, 7, 1), date(2017, 7, 31))),
        ("2017", _time(date(2017, 1, 1), date(2017, 12, 31))),
        ("late July 2017", _time(date(2017, 7, 21), date(2017, 7, 31), mod=TimeMod.END)),
        ("mid-July 2017", _time(date(2017, 7, 11), date(2017, 7, 20), mod=TimeMod.MID)),
        ("unknown", _time(None, None)),
        (
            "on or before 5 August 2017 (report bound)",
            _time(FIFTH, FIFTH, mod=TimeMod.ON_OR_BEFORE, basis=TimeBasis.REPORT_BOUND),
        ),
        (
            "4 August 2017 (counted from the day of the quotation)",
            _time(date(2017, 8, 4), date(2017, 8, 4), basis=TimeBasis.QUOTE_RELATIVE),
        ),
        (
            "on or before 6 August 2017 (from the date of publication)",
            _time(None, SIXTH, basis=TimeBasis.PUBLICATION),
        ),
    ],
)
def test_a_time_in_words(expected: str, time: Time) -> None:
    assert expected == words.moment(time)


def _figure(**values: object) -> Figure:
    given: dict[str, object] = {
        "id": "f1",
        "kind": FigureKind.KILLED,
        "text": "x",
        "span": SPAN,
        "approximator": Approximator.EXACT,
        "measure": Measure.FLOW,
        "evidence": (SPAN,),
    }
    return Figure.model_validate(given | values)


@pytest.mark.parametrize(
    ("expected", "figure"),
    [
        ("2,000", _figure(best=2000)),
        ("20,000–50,000", _figure(min=20000, max=50000)),
        ("> 200,000", _figure(min=200000, min_inclusive=False, best=200000)),
        ("≥ 12", _figure(min=12, best=12)),
        ("≤ 30", _figure(max=30, best=30)),
        ("< 30", _figure(max=30, max_inclusive=False)),
        ("45 %", _figure(best=45, unit="percent")),
        ("1.5", _figure(best=1.5)),
        ("7", _figure(min=7, max=7)),
        ("0", _figure(best=0)),
        ("50 km", _figure(kind=FigureKind.DISTANCE, best=50, unit="km")),
        ("no number", _figure()),
    ],
)
def test_a_figure_in_numbers(expected: str, figure: Figure) -> None:
    assert expected == words.amount(figure)


@pytest.mark.parametrize(
    ("expected", "figure"),
    [
        ("killed", _figure(text="12 people", subject="people")),
        ("killed: people", _figure(text="12", subject="people")),
        ("fighters", _figure(kind=FigureKind.FIGHTERS, text="2,000", subject="fighters")),
        ("displaced (cumulative)", _figure(kind=FigureKind.DISPLACED, measure=Measure.CUMULATIVE)),
        ("killed: children (part of a larger figure)", _figure(text="two", subject="children", part_of="f1")),
        ("directions", _figure(kind=FigureKind.OTHER, text="three directions", subject="directions")),
        ("area controlled", _figure(kind=FigureKind.AREA_CONTROLLED_PERCENT, unit="percent")),
    ],
)
def test_what_a_figure_counts(expected: str, figure: Figure) -> None:
    assert expected == words.counted(figure)


def _place(**values: object) -> Place:
    given: dict[str, object] = {"name": "Homs", "span": Span(start=0, end=4, text="Homs"), "precision": "settlement"}
    return Place.model_validate(given | values)


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        ("Homs (town)", _place()),
        ("Homs (SYR · 34.724, 36.711)", _place(resolved="Homs", country="SYR", lat=34.724, lon=36.711)),
        (
            "Homs (Homs Governorate, SYR · province)",
            _place(resolved="Homs Governorate", country="SYR", precision="admin1"),
        ),
        ("Homs (town · inferred: named before)", _place(inferred="named before")),
    ],
)
def test_a_place_in_words(expected: str, place: Place) -> None:
    assert expected == words.where(place)


def test_participants_of_one_role_stand_together() -> None:
    roles = (Role.RECIPIENT, Role.ACTOR, Role.RECIPIENT)
    people = [Participant(name="x", role=role, span=SPAN) for role in roles]
    assert ["who", "to whom", "to whom"] == [label for label, _ in words.by_role(people)]


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(None, ""), (0.724, "72 % sure"), (1.0, "over 99 % sure"), (0.999, "over 99 % sure"), (0.001, "under 1 % sure")],
)
def test_how_sure_a_reading_is_never_becomes_certainty(confidence: float | None, expected: str) -> None:
    assert expected == words.sure(Place(name="Darin", span=SPAN, precision="settlement", confidence=confidence))


def test_how_sure_a_participant_or_a_place_is_stands_beside_it() -> None:
    party = Participant(name="rebels", role=Role.ACTOR, span=SPAN, country="SYR", confidence=0.8)
    assert "rebels (SYR; 80 % sure)" == words.who(party)
    assert "rebels (80 % sure)" == words.who(party.model_copy(update={"country": None}))
    place = Place(name="Darin", span=SPAN, precision="settlement", confidence=0.6)
    assert "Darin (town · 60 % sure)" == words.where(place)


@pytest.mark.parametrize(
    ("backers", "expected"),
    [
        (("Russian",), "fighters (Russian-backed)"),
        (("UK", "Western"), "fighters (UK-backed, Western-backed)"),
        (("Russia", "Iran"), "fighters (backed by Russia, Iran)"),
        (("Turkish", "Qatar"), "fighters (Turkish-backed, backed by Qatar)"),
    ],
)
def test_backers_are_named_as_the_text_names_them(backers: tuple[str, ...], expected: str) -> None:
    span = Span(start=0, end=8, text="fighters")
    party = Participant(name="fighters", role=Role.ACTOR, span=span, backed_by=backers)
    assert expected == words.who(party)


def test_a_backer_that_the_name_tells_is_not_told_again() -> None:
    span = Span(start=0, end=23, text="Russian-backed fighters")
    party = Participant(name=span.text, role=Role.ACTOR, span=span, backed_by=("Russian", "Iran"))
    assert "Russian-backed fighters (backed by Iran)" == words.who(party)
