"""Templates: what a sentence says is what the record says."""

from datetime import date

import pytest

from summarize.lexicon.phrasings import PHRASINGS
from summarize.record import (
    Confirmation,
    ConfirmationState,
    Event,
    EventType,
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
)
from summarize.wording import describe, headline, sentence_of, summary, when
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
    assert denied.startswith("SOHR denied the capture of al-Sukhna by the Syrian army from Daesh")


def test_a_dispute_names_both_sides() -> None:
    ministry = SourceLink(name="the ministry", type=SourceType.PARTY_OFFICIAL)
    sources = {"s1": _source(SOHR), "s2": _source(ministry, stance=Stance.DENIES, identifier="s2")}
    assert "which the ministry denied" in sentence_of(_capture(sources=("s1", "s2")), sources)


@pytest.mark.parametrize(
    ("modality", "words_used"),
    [
        (Modality.PLANNED, "was planned"),
        (Modality.HYPOTHETICAL, "was spoken of as possible"),
        (Modality.ONGOING, "was under way"),
        (Modality.DENIED, "was denied"),
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


def test_a_name_keeps_its_capitals_and_a_common_noun_loses_the_sentences() -> None:
    told = describe(event(EventType.SHELLING, party("Government forces"), party("SDF", Role.RECIPIENT)))
    assert told == "Government forces fired artillery, rockets or missiles at SDF."
    assert "by government forces" in describe(
        event(EventType.SHELLING, party("Government forces"), modality=Modality.PLANNED)
    )


def test_a_province_gets_no_article() -> None:
    told = describe(event(EventType.SHELLING, places=(place("Hama province", Precision.ADMIN1),)))
    assert told == "There was artillery, rocket or missile fire in Hama province."


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
    ],
)
def test_an_event_is_told_at_its_places(names: list[str], told: str) -> None:
    shelled = event(EventType.SHELLING, party("rebels"), places=tuple(map(place, names)))
    assert f"missiles {told}" in describe(shelled)
