"""Templates: what a sentence says is what the record says."""

from datetime import date

import pytest

from summarize.lexicon.phrasings import PHRASINGS
from summarize.record import (
    Approximator,
    Confirmation,
    ConfirmationState,
    Event,
    EventType,
    Figure,
    FigureKind,
    Granularity,
    Measure,
    Modality,
    Mode,
    Precision,
    Role,
    Source,
    SourceLink,
    SourceType,
    Stance,
    Time,
    TimeBasis,
    TimeMod,
)
from summarize.timing import when
from summarize.wording import describe, headline, sentence_of, summary
from tests.making import by, event, on, party, place, words

CAPTURE = EventType.TERRITORY_CAPTURED
SOHR = SourceLink(
    name="The UK-based Syrian Observatory for Human Rights (SOHR)",
    canonical="Syrian Observatory for Human Rights",
    type=SourceType.MONITOR_NGO,
)
RELAY = SourceLink(name="ALJAZEERA", canonical="Al Jazeera", type=SourceType.NEWS_OUTLET)


def _source(*chain: SourceLink, stance: Stance = Stance.ASSERTS, identifier: str = "s1") -> Source:
    return Source(id=identifier, chain=chain, stance=stance, quoted=False, evidence=(words("said"),))


def _capture(**fields: object) -> Event:
    parties = (party("Syrian army"), party("Daesh", Role.RECIPIENT))
    return event(CAPTURE, *parties, places=(place("al-Sukhna"),), time=by(date(2017, 8, 5)), **fields)  # type: ignore[arg-type]


def test_the_issues_own_example_is_worded_as_it_asks() -> None:
    absent = Confirmation(by="Syrian government", span=words("Syrian government"), state=ConfirmationState.ABSENT)
    told = sentence_of(_capture(sources=("s1",), confirmation=absent), {"s1": _source(SOHR, RELAY)})
    assert told == (
        "SOHR, relayed by Al Jazeera, reported that the Syrian army captured al-Sukhna from Daesh on or before "
        "5 August 2017; the Syrian government had not confirmed it."
    )


def test_a_report_that_nobody_could_verify_says_so_without_a_name() -> None:
    unverified = Confirmation(span=words("could not be verified"), state=ConfirmationState.ABSENT)
    told = sentence_of(_capture(sources=("s1",), confirmation=unverified), {"s1": _source(SOHR)})
    assert told.endswith("; it was not confirmed.")


def test_the_headline_of_the_writers_own_voice_names_no_source() -> None:
    told = _capture()
    assert headline([told], {}, told.id) == (
        "The Syrian army captured al-Sukhna from Daesh on or before 5 August 2017."
    )


def test_a_denial_is_not_worded_as_a_deed() -> None:
    denied = sentence_of(_capture(sources=("s1",)), {"s1": _source(SOHR, stance=Stance.DENIES)})
    assert denied.startswith("SOHR denied that the Syrian army captured al-Sukhna from Daesh")


def test_only_somebody_who_denies_it_denied_it() -> None:
    negated = _capture(sources=("s1",), modality=Modality.DENIED)
    asserts, denies = {"s1": _source(SOHR)}, {"s1": _source(SOHR, stance=Stance.DENIES)}
    capture = "the capture of al-Sukhna by the Syrian army from Daesh"
    assert sentence_of(negated, asserts).startswith(f"SOHR reported that {capture} did not take place on")
    assert sentence_of(negated, {}).startswith(f"The{capture[3:]} did not take place on")
    assert sentence_of(negated, denies).startswith("SOHR denied that the Syrian army captured al-Sukhna")
    assert f"The{capture[3:]} on or before 5 August 2017 was denied." == describe(negated, denies)


def test_a_denial_that_another_reports_is_told_of_who_denies() -> None:
    ministry = SourceLink(name="the ministry", type=SourceType.PARTY_OFFICIAL)
    sources = {"s1": _source(SOHR), "s2": _source(ministry, stance=Stance.DENIES, identifier="s2")}
    told = sentence_of(_capture(sources=("s1", "s2"), modality=Modality.DENIED), sources)
    assert told.startswith("The ministry denied that the Syrian army captured al-Sukhna")


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (Modality.DENIED, "Talks in Darin did not take place on 4 March 2026."),
        (Modality.PLANNED, "Talks in Darin were planned for 4 March 2026."),
        (Modality.HYPOTHETICAL, "Talks in Darin were spoken of as possible for 4 March 2026."),
        (Modality.ONGOING, "Talks in Darin were under way on 4 March 2026."),
    ],
)
def test_a_day_is_that_of_the_event_and_not_of_the_plan(modality: Modality, expected: str) -> None:
    talks = event(EventType.TALKS, places=(place("Darin"),), time=on(date(2026, 3, 4)), modality=modality)
    assert expected == describe(talks)


def test_a_dispute_names_both_sides() -> None:
    ministry = SourceLink(name="the ministry", type=SourceType.PARTY_OFFICIAL)
    sources = {"s1": _source(SOHR), "s2": _source(ministry, stance=Stance.DENIES, identifier="s2")}
    told = sentence_of(_capture(sources=("s1", "s2")), sources)
    assert told.endswith("from Daesh on or before 5 August 2017, which the ministry denied.")


@pytest.mark.parametrize(
    ("modality", "words_used"),
    [
        (Modality.PLANNED, "was planned"),
        (Modality.HYPOTHETICAL, "was spoken of as possible"),
        (Modality.ONGOING, "was under way"),
        (Modality.DENIED, "did not take place"),
    ],
)
def test_what_did_not_happen_is_not_worded_in_the_past_tense(modality: Modality, words_used: str) -> None:
    told = describe(_capture(modality=modality))
    assert words_used in told
    assert "army captured" not in told


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (Modality.HYPOTHETICAL, "Control by rebels of ground in Darin was spoken of as possible."),
        (Modality.PLANNED, "Control by rebels of ground in Darin was planned."),
        (Modality.DENIED, "Control by rebels of ground in Darin was not the case."),
        (Modality.ONGOING, "Rebels held ground in Darin."),
        (Modality.ACTUAL, "Rebels held ground in Darin."),
    ],
)
def test_a_situation_that_is_only_possible_is_not_told_as_one_that_holds(modality: Modality, expected: str) -> None:
    control = event(EventType.TERRITORIAL_CONTROL, party("rebels"), places=(place("Darin"),), modality=modality)
    assert expected == describe(control.model_copy(update={"mode": Mode.SITUATION}))


@pytest.mark.parametrize("kind", list(EventType))
@pytest.mark.parametrize("modality", list(Modality))
def test_every_type_is_worded_whatever_is_missing(kind: EventType, modality: Modality) -> None:
    role = {"parties": Role.PARTICIPANT, "affected": Role.AFFECTED}.get(PHRASINGS[kind].lead, Role.ACTOR)
    label = "a flood" if kind is EventType.OTHER else None
    for parties in ((), (party("rebels", role),), (party("rebels", role), party("soldiers", role))):
        for places in ((), (place("Darin"),)):
            told = describe(event(kind, *parties, places=places, modality=modality, label=label))
            assert told.endswith(".")
            assert not set("{}[]|") & set(told)
            assert "  " not in told


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (on(date(2026, 3, 4)), " on 4 March 2026"),
        (by(date(2026, 3, 4)), " on or before 4 March 2026"),
        (by(date(2026, 3, 4), TimeBasis.PUBLICATION), ""),
        (None, ""),
    ],
)
def test_a_time_is_worded_by_what_it_bounds(time: Time | None, expected: str) -> None:
    assert expected == when(time)


@pytest.mark.parametrize(
    ("written", "first", "last", "expected", "ahead"),
    [
        ("until Monday", 12, 16, " until 16 March 2026", " until 16 March 2026"),
        ("until Monday", None, 16, " until 16 March 2026", " until 16 March 2026"),
        (
            "from Thursday to Monday",
            12,
            16,
            " from 12 March 2026 to 16 March 2026",
            " from 12 March 2026 to 16 March 2026",
        ),
        ("from 9 p.m. to midnight", 12, 12, " on 12 March 2026", " for 12 March 2026"),
        (
            "by Monday",
            12,
            16,
            " between 12 March 2026 and 16 March 2026",
            " for between 12 March 2026 and 16 March 2026",
        ),
        ("by Monday", None, 16, " on or before 16 March 2026", " for 16 March 2026 or before"),
        ("next week", 9, 15, " between 9 March 2026 and 15 March 2026", " for between 9 March 2026 and 15 March 2026"),
        ("since Monday", 9, None, " from 9 March 2026 on", " from 9 March 2026 on"),
    ],
)
def test_a_time_that_something_lasts_is_no_time_within(
    written: str, first: int | None, last: int | None, expected: str, ahead: str
) -> None:
    days = [date(2026, 3, day) if day else None for day in (first, last)]
    time = by(date(2026, 3, 1), TimeBasis.EXPLICIT).model_copy(
        update={"text": written, "earliest": days[0], "latest": days[1]}
    )
    assert expected == when(time)
    assert ahead == when(time, ahead=True)


@pytest.mark.parametrize(
    ("granularity", "first", "last", "expected"),
    [
        (Granularity.MONTH, date(2016, 10, 1), date(2016, 10, 31), " in October 2016"),
        (Granularity.MONTH, date(2016, 2, 1), date(2016, 2, 29), " in February 2016"),
        (Granularity.MONTH, date(2016, 10, 1), None, " from October 2016 on"),
        (Granularity.MONTH, None, date(2016, 10, 31), " in or before October 2016"),
        (Granularity.MONTH, date(2016, 10, 1), date(2016, 12, 31), " between October 2016 and December 2016"),
        (Granularity.MONTH, date(2016, 10, 1), date(2016, 10, 9), " between 1 October 2016 and 9 October 2016"),
        (Granularity.DAY, date(2016, 10, 1), date(2016, 10, 31), " between 1 October 2016 and 31 October 2016"),
        (Granularity.SEASON, date(2016, 6, 1), date(2016, 8, 31), " between June 2016 and August 2016"),
        (Granularity.YEAR, date(2016, 1, 1), date(2016, 12, 31), " in 2016"),
        (Granularity.YEAR, date(1990, 1, 1), date(1999, 12, 31), " between 1990 and 1999"),
        (Granularity.YEAR, date(2016, 1, 1), date(2016, 10, 9), " between 1 January 2016 and 9 October 2016"),
        (Granularity.YEAR, date.min, date.max, " between 1 and 9999"),
    ],
)
def test_a_month_or_year_is_told_as_one(
    granularity: Granularity, first: date | None, last: date | None, expected: str
) -> None:
    given = {"earliest": first, "latest": last, "granularity": granularity}
    assert expected == when(by(date(2026, 3, 1), TimeBasis.EXPLICIT).model_copy(update=given))


def test_what_is_meant_for_a_month_is_for_it() -> None:
    given = {"earliest": date(2026, 5, 1), "latest": date(2026, 5, 31), "granularity": Granularity.MONTH}
    assert " for May 2026" == when(on(date(2026, 5, 1)).model_copy(update=given), ahead=True)


def test_about_an_hour_of_a_day_is_on_that_day() -> None:
    around = {"mod": TimeMod.APPROX, "granularity": Granularity.PART_OF_DAY}
    assert " on 4 March 2026" == when(on(date(2026, 3, 4)).model_copy(update=around))
    assert " around 4 March 2026" == when(on(date(2026, 3, 4)).model_copy(update={"mod": TimeMod.APPROX}))


def test_the_day_of_a_report_is_not_what_a_plan_is_for() -> None:
    assert when(by(date(2026, 3, 4)), ahead=True) == " on or before 4 March 2026"


def test_a_name_keeps_its_capitals_and_a_common_noun_loses_the_sentences() -> None:
    told = describe(event(EventType.SHELLING, party("Government forces"), party("SDF", Role.RECIPIENT)))
    assert told == "Government forces fired artillery, rockets or missiles at SDF."
    assert "by government forces" in describe(
        event(EventType.SHELLING, party("Government forces"), modality=Modality.PLANNED)
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Government forces", "government forces"),
        ("Western-backed government", "the Western-backed government"),
        ("Islamist fighters", "Islamist fighters"),
        ("Sudanese-led unit", "the Sudanese-led unit"),
        ("Security Council", "Security Council"),
        ("Senior US official", "the senior US official"),
        ("National Guard", "National Guard"),
        ("National forces", "national forces"),
        ("President Omar Bor", "President Omar Bor"),
        ("Prime Minister Omar Bor", "Prime Minister Omar Bor"),
        ("Former President Omar Bor", "former President Omar Bor"),
        ("Rebel Commander Omar Bor", "rebel Commander Omar Bor"),
        ("Government of Darin", "the government of Darin"),
        ("army of Darin", "the army of Darin"),
        ("leaders of Darin", "leaders of Darin"),
        ("much of Darin", "much of Darin"),
        ("Young Syrians", "young Syrians"),
        ("Our forces", "forces"),
        ("my staff", "the staff"),
        ("his own brother", "the brother"),
        ("United States", "the United States"),
        ("US", "the US"),
        ("France", "France"),
        ("US Treasury", "the US Treasury"),
        ("UN Security Council", "the UN Security Council"),
        ("US forces", "US forces"),
        ("UN peacekeepers", "UN peacekeepers"),
        ("US President Joe Bor", "US President Joe Bor"),
        ("Thirty-eight soldiers", "thirty-eight soldiers"),
        ("policemen", "policemen"),
        ("Tribesmen", "tribesmen"),
        ("regiment", "the regiment"),
        ("medical corps", "the medical corps"),
        ("Sudan's army", "Sudan's army"),
        ("army’s units", "the army’s units"),
        ("Government's spokesman", "the government's spokesman"),
    ],
)
def test_a_participant_stands_in_a_sentence_as_english_has_it(name: str, expected: str) -> None:
    told = describe(event(EventType.SHELLING, party(name), modality=Modality.PLANNED))
    assert told == f"Artillery, rocket or missile fire by {expected} was planned."


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Pakistani", "PAK", "Pakistani forces"),
        ("British", "GBR", "British forces"),
        ("Pakistani", None, "Pakistani"),
        ("Pakistani troops", "PAK", "Pakistani troops"),
        ("Pakistanis", "PAK", "Pakistanis"),
    ],
)
def test_an_adjective_alone_is_that_of_a_countrys_forces(name: str, country: str | None, expected: str) -> None:
    actor = party(name).model_copy(update={"country": country})
    assert describe(event(EventType.AIR_STRIKE, actor)) == f"{expected} carried out air strikes."


def _doctor(text: str) -> str:
    return "their doctor" if "their" in text else "doctor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shot five nurses, including a doctor.", "nurses"),
        ("Rebels shot five nurses, most of them with a doctor.", "nurses and the doctor"),
        ("Rebels shot five nurses and their doctor.", "nurses and their doctor"),
        ("Rebels shot five nurses and a doctor.", "nurses and the doctor"),
    ],
)
def test_who_is_counted_in_with_others_is_not_told_beside_them(text: str, expected: str) -> None:
    shot = [words(name, text.index(name)) for name in ("nurses", _doctor(text))]
    parties = [party(span.text, Role.RECIPIENT).model_copy(update={"span": span}) for span in shot]
    told = event(EventType.ATTACK_ON_CIVILIANS, *parties).model_copy(update={"evidence": (words(text, 0),)})
    assert describe(told) == f"There was an attack on {expected}."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hama province", "Hama province"),
        ("Georgian capital", "the Georgian capital"),
        ("northern province", "the northern province"),
        ("Western areas of Darin", "western areas of Darin"),
        ("New York", "New York"),
        ("Eastern Ghouta", "Eastern Ghouta"),
        ("Central African Republic", "the Central African Republic"),
        ("Northern villages", "northern villages"),
        ("Georgian airspace", "Georgian airspace"),
        ("al-Abisa checkpoint", "al-Abisa checkpoint"),
        ("suburbs", "suburbs"),
        ("United States", "the United States"),
        ("a village", "a village"),
    ],
)
def test_a_place_by_what_it_is_gets_an_article_and_one_by_name_none(name: str, expected: str) -> None:
    told = describe(event(EventType.SHELLING, places=(place(name, Precision.ADMIN1),)))
    assert told == f"There was artillery, rocket or missile fire in {expected}."


def _figure(
    text: str,
    identifier: str,
    kind: FigureKind = FigureKind.KILLED,
    part_of: str | None = None,
    subject: str | None = None,
) -> Figure:
    return Figure(
        id=identifier,
        kind=kind,
        text=text,
        span=words(text),
        approximator=Approximator.EXACT,
        measure=Measure.FLOW,
        subject=subject,
        part_of=part_of,
        evidence=(words(text),),
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([_figure("Around 400 people", "f1")], "(killed: around 400 people)"),
        ([_figure("Twelve people", "f1")], "(killed: twelve people)"),
        ([_figure("US$3 million", "f1", FigureKind.MONEY)], "(money: US$3 million)"),
        (
            [_figure("14 people", "f1"), _figure("three children", "f2", part_of="f1"), _figure("2 nurses", "f3")],
            "(killed: 14 people, including three children; killed: 2 nurses)",
        ),
        (
            [
                _figure("46 suspects", "f1"),
                _figure("38", "f2", part_of="f1", subject="guards"),
                _figure("At least two", "f3", part_of="f1", subject="women"),
            ],
            "(killed: 46 suspects, 38 of them guards and at least two of them women)",
        ),
        (
            [_figure("46 suspects", "f1"), _figure("38", "f2", part_of="f1"), _figure("2 women", "f3", part_of="f1")],
            "(killed: 46 suspects, including 2 women)",
        ),
        ([_figure("three children", "f2", part_of="f1")], "(killed: three children)"),
        (
            [_figure("14 people", "f1"), _figure("40 people", "f2", FigureKind.WOUNDED, part_of="f1")],
            "(killed: 14 people; wounded: 40 people)",
        ),
    ],
)
def test_figures_stand_behind_with_their_parts_in_them(figures: list[Figure], expected: str) -> None:
    assert sentence_of(event(EventType.SHELLING), {}, figures).endswith(f"fire {expected}.")


def test_a_summary_has_at_most_five_sentences_and_the_main_event_first() -> None:
    events = [event(EventType.SHELLING, party(f"group {n}"), at=100 * n) for n in range(9)]
    told = summary(events, {}, (), events[4].id)
    assert len(told) == 5
    assert (events[4].id,) == told[0].events


def test_an_empty_record_gives_an_empty_summary() -> None:
    assert summary((), {}, (), None) == ()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Darin"], "in Darin"),
        (["the road to Darin"], "on the road to Darin"),
        (["the bridge over the Orontes river"], "on the bridge over the Orontes river"),
        (["the border with Chad"], "on the border with Chad"),
        (["Hama province", "Raqqa Province"], "in Hama province and Raqqa Province"),
        (["Darin", "the town"], "in Darin"),
        (["the town", "Darin"], "in the town"),
        (["near: Darin"], "near Darin"),
        (["near: the outskirts of Darin"], "in the outskirts of Darin"),
        (["near: the Darin area"], "in the Darin area"),
    ],
)
def test_an_event_is_told_at_its_places(names: list[str], told: str) -> None:
    """A name behind "near:" is that of a place that the text puts near it."""
    kinds = {True: Precision.NEAR_SETTLEMENT, False: Precision.SETTLEMENT}
    places = tuple(place(name.removeprefix("near: "), kinds[name.startswith("near: ")]) for name in names)
    shelled = event(EventType.SHELLING, party("rebels"), places=places)
    assert f"missiles {told}" in describe(shelled)
