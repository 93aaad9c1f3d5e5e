"""When two tellings are one event, and when they must stay two."""

from datetime import date

import pytest

from summarize.merging import main_event, merge
from summarize.reading import read_article
from summarize.record import (
    ActorClass,
    Confirmation,
    ConfirmationState,
    Event,
    EventType,
    Modality,
    Precision,
    Role,
    Status,
    TimeBasis,
)
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import ResolvedEvent
from tests.making import ARMY, by, event, on, party, place, words

DATELINE = date(2026, 3, 4)
CAPTURE = EventType.TERRITORY_CAPTURED


def _merged(*events: Event, confirmations: tuple[FoundConfirmation, ...] = ()) -> tuple[Event, ...]:
    found, _ = merge([ResolvedEvent(each, ()) for each in events], confirmations, DATELINE)
    return found


def test_a_lead_and_the_fuller_sentence_after_it_are_one() -> None:
    province = place("Homs Province", Precision.ADMIN1, country="SYR", admin1="Homs")
    town = place("al-Sukhna", country="SYR", admin1="Homs")
    lead = event(CAPTURE, party("government troops", **ARMY), places=(province,))
    fuller = event(
        CAPTURE, party("the army", **ARMY), party("Daesh", Role.RECIPIENT), places=(town,), time=by(DATELINE), at=80
    )
    (one,) = _merged(lead, fuller)
    assert ["al-Sukhna", "Homs Province"] == [here.name for here in one.places]
    assert [0, 80] == [span.start for span in one.evidence]


def test_what_is_told_twice_is_as_sure_as_the_surer_telling() -> None:
    lead = event(CAPTURE, party("rebels", confidence=0.4), places=(place("Darin", confidence=0.7),), confidence=0.6)
    again = event(
        CAPTURE, party("rebels", confidence=0.9), places=(place("Darin"),), time=by(DATELINE), at=80, confidence=0.5
    )
    (one,) = _merged(lead, again)
    assert (0.6, 0.9, 0.7) == (one.confidence, one.participants[0].confidence, one.places[0].confidence)
    (unknown,) = _merged(*(each.model_copy(update={"confidence": None}) for each in (lead, again)))
    assert unknown.confidence is None


@pytest.mark.parametrize(
    ("spoken_of", "kept"),
    [
        ("the last major rebel-held town", ["Darin"]),
        ("the city", ["Darin"]),
        ("a town", ["a town", "Darin"]),
        ("the towns", ["the towns", "Darin"]),
        ("the nearby town", ["the nearby town", "Darin"]),
    ],
)
def test_a_town_that_one_telling_describes_is_the_one_that_another_names(spoken_of: str, kept: list[str]) -> None:
    lead = event(CAPTURE, party("rebels"), places=(place(spoken_of, resolved=None),))
    named = event(CAPTURE, party("rebels"), places=(place("Darin", country="SYR"),), at=80)
    for tellings in ((lead, named), (named, lead)):
        (one,) = _merged(*tellings)
        assert sorted(kept) == sorted(here.name for here in one.places)
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    ("spoken_of", "again", "count"),
    [
        ("people", "people", 2),
        ("people", "the people", 1),
        ("gunmen", "gunmen", 2),
        ("the gunmen", "gunmen", 1),
        ("rebels", "rebels", 1),
        ("Lake Brigade", "Lake Brigade", 1),
    ],
)
def test_a_crowd_that_is_nobody_in_particular_ties_no_tellings(spoken_of: str, again: str, count: int) -> None:
    crowd = {"actor_class": ActorClass.UNIDENTIFIED_ARMED} if "gunmen" in spoken_of else {}
    tellings = (
        event(EventType.DETENTION, party(spoken_of).model_copy(update=crowd)),
        event(EventType.DETENTION, party(again).model_copy(update=crowd), at=80),
    )
    assert count == len(_merged(*tellings))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("schoolgirls", "the girls", 1),
        ("the girls", "schoolgirls", 1),
        ("girls", "boys", 2),
        ("women", "men", 2),
        ("firefighters", "fighters", 2),
        ("brothers", "others", 2),
        ("Nigerian girls", "girls", 2),
    ],
)
def test_a_compound_is_of_the_kind_of_its_noun(one: str, other: str, count: int) -> None:
    here, gunmen = (place("Darin"),), party("gunmen")
    first = event(EventType.ABDUCTION, gunmen, party(one, Role.RECIPIENT), places=here)
    again = event(EventType.ABDUCTION, gunmen, party(other, Role.RECIPIENT), places=here, at=80)
    merged = _merged(first, again)
    assert count == len(merged)
    assert 2 == len(merged[0].participants)


def test_two_classes_are_no_compound_of_one_another() -> None:
    here = (place("Darin"),)
    civilian, armed = {"actor_class": ActorClass.CIVILIANS}, {"actor_class": ActorClass.UNIDENTIFIED_ARMED}
    first = event(EventType.DETENTION, party("gunmen", **armed), places=here)
    again = event(EventType.DETENTION, party("men", **civilian), places=here, at=80)
    assert 2 == len(_merged(first, again))


def test_a_town_described_beside_a_name_is_another() -> None:
    darin = place("Darin", country="SYR")
    both = event(CAPTURE, party("rebels"), places=(darin, place("the town", resolved=None)))
    again = event(CAPTURE, party("rebels"), places=(darin,), at=80)
    (one,) = _merged(both, again)
    assert {"Darin", "the town"} == {here.name for here in one.places}


def test_a_town_described_stays_where_others_name_two() -> None:
    lead = event(CAPTURE, party("rebels"), places=(place("the town", resolved=None),))
    named = event(CAPTURE, party("rebels"), places=(place("Darin"), place("Tamra")), at=80)
    (one,) = _merged(lead, named)
    assert {"Darin", "Tamra", "the town"} == {here.name for here in one.places}


@pytest.mark.parametrize(
    ("heading", "told", "count"),
    [
        ("Raid kills 21", {}, 1),
        ("A raid killed 21.", {}, 2),
        ("Raid kills 21", {"participants": (party("gunmen"),)}, 2),
        ("Raid kills 21", {"time": on(date(2026, 3, 1))}, 2),
    ],
)
def test_a_heading_that_tells_nothing_else_is_the_lead(heading: str, told: dict[str, object], count: int) -> None:
    bare = event(EventType.OFFENSIVE).model_copy(update={"evidence": (words(heading, 0),)} | told)
    lead = event(EventType.OFFENSIVE, party("the militia"), at=40, time=on(date(2026, 3, 2)))
    found = _merged(bare, lead)
    assert count == len(found)
    assert "2026-03-02" == (found[-1].time and found[-1].time.edtf)


def test_two_towns_are_two_events() -> None:
    darin, tamra = place("Darin"), place("Tamra")
    rebels = party("rebels")
    assert len(_merged(event(CAPTURE, rebels, places=(darin,)), event(CAPTURE, rebels, places=(tamra,), at=80))) == 2


def test_two_actors_are_two_events() -> None:
    here = (place("Darin"),)
    first = event(CAPTURE, party("rebels"), places=here)
    second = event(CAPTURE, party("the army"), places=here, at=80)
    assert len(_merged(first, second)) == 2


def test_two_days_are_two_events() -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    first = event(EventType.SHELLING, rebels, places=here, time=on(date(2026, 3, 1)))
    second = event(EventType.SHELLING, rebels, places=here, time=on(date(2026, 3, 2)), at=80)
    assert len(_merged(first, second)) == 2


def test_a_plan_and_a_deed_are_two_events() -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    planned = event(EventType.WITHDRAWAL, rebels, places=here, modality=Modality.PLANNED)
    done = event(EventType.WITHDRAWAL, rebels, places=here, at=80)
    assert len(_merged(planned, done)) == 2


def test_a_campaign_in_the_country_does_not_swallow_an_advance_in_a_province() -> None:
    army = party("the army", **ARMY)
    country = place("Syria", Precision.COUNTRY, country="SYR")
    province = place("Hama", Precision.ADMIN1, country="SYR", admin1="Hama")
    kinds = [event(EventType.OFFENSIVE, army, places=(where,), at=at) for where, at in ((country, 0), (province, 80))]
    assert len(_merged(*kinds)) == 2


def test_an_old_assault_is_not_todays_advance() -> None:
    force, here = party("SDF", canonical="Syrian Democratic Forces"), (place("Raqqa"),)
    today = event(EventType.OFFENSIVE, force, places=here, time=by(DATELINE, TimeBasis.PUBLICATION))
    began = event(EventType.OFFENSIVE, force, places=here, time=on(date(2025, 12, 6)), at=80)
    assert len(_merged(today, began)) == 2


def test_the_day_of_the_event_goes_before_the_day_of_the_statement() -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    bound = event(EventType.SHELLING, rebels, places=here, time=by(DATELINE))
    dated = event(EventType.SHELLING, rebels, places=here, time=on(date(2026, 3, 1)), at=80)
    (one,) = _merged(bound, dated)
    assert one.time is not None
    assert TimeBasis.EXPLICIT is one.time.basis


def test_a_shared_country_ties_nothing_together() -> None:
    here = (place("Syria", Precision.COUNTRY, country="SYR"),)
    hit = event(EventType.AIR_STRIKE, party("depots", Role.RECIPIENT), places=here)
    flown = event(EventType.AIR_STRIKE, party("jets"), places=here, at=900)
    assert len(_merged(hit, flown)) == 2


def test_order_of_appearance_is_kept() -> None:
    events = _merged(*(event(EventType.SHELLING, party(name), at=80 * n) for n, name in enumerate(("a1", "b2", "c3"))))
    assert ["a1", "b2", "c3"] == [each.participants[0].name for each in events]


def test_ids_are_stable_and_never_the_same_for_two_events() -> None:
    twice = [event(EventType.SHELLING, at=0), event(EventType.SHELLING, at=900)]
    first, second = _merged(*twice), _merged(*twice)
    assert [each.id for each in first] == [each.id for each in second]
    assert len({each.id for each in first}) == 2


def _confirmation(about: str | None, at: int = 200) -> FoundConfirmation:
    by_whom = Confirmation(by="the ministry", span=words("the ministry", at), state=ConfirmationState.ABSENT)
    return FoundConfirmation(
        sentence=3,
        confirmation=by_whom,
        about=words(about, at + 20) if about else None,
        evidence=words("no confirmation", at),
    )


def test_a_confirmation_goes_to_the_event_it_names() -> None:
    capture, clash = event(CAPTURE, party("rebels")), event(EventType.BATTLE, party("rebels", Role.PARTICIPANT), at=80)
    found = _merged(capture, clash, confirmations=(_confirmation("the capture"),))
    assert [True, False] == [each.confirmation is not None for each in found]


def test_a_confirmation_that_names_nothing_goes_to_the_last_event_before_it() -> None:
    capture, clash = event(CAPTURE, party("rebels")), event(EventType.BATTLE, party("rebels", Role.PARTICIPANT), at=80)
    found = _merged(capture, clash, confirmations=(_confirmation(None),))
    assert [False, True] == [each.confirmation is not None for each in found]


@pytest.mark.parametrize(("about", "confirmed"), [("the release", False), ("the abduction", True), (None, True)])
def test_who_confirms_a_release_confirms_no_abduction(about: str | None, confirmed: bool) -> None:
    taken = event(EventType.ABDUCTION, party("rebels"))
    (found,), losses = merge([ResolvedEvent(taken, ())], (_confirmation(about),), date(2026, 3, 4))
    assert (confirmed, int(not confirmed)) == (found.confirmation is not None, len(losses))


SHELLED = "Rebels shelled Bara on Monday."
KILLED = "The army said it had killed 40 fighters."
CLAIMS = [
    ([SHELLED, KILLED, "The claim could not be verified."], [1], [1]),
    ([SHELLED, KILLED, "The claim could not be verified."], [], []),
    ([SHELLED, KILLED, "The shelling could not be verified."], [1], [0]),
    ([SHELLED, KILLED, "The shelling could not be verified."], [], [0]),
    (["The army said it shelled Bara.", "A market burned.", "The reports could not be verified."], [0], [0]),
    ([SHELLED, "Reuters could not verify the army's claim."], [], []),
]


@pytest.mark.parametrize(("sentences", "attributed", "confirmed"), CLAIMS)
def test_a_claim_that_is_not_confirmed_is_what_was_said_last(
    sentences: list[str], attributed: list[int], confirmed: list[int]
) -> None:
    """`attributed` are the sentences whose event has the speech of its sentence for a source."""
    context = ArticleContext(read_article(" ".join(sentences)))
    spoken = {speech.attribution.sentence - 1: speech.source.id for speech in context.speeches}
    tellings = [
        event(kind, party(f"side {number}"), sources=(spoken[number],) if number in attributed else ()).model_copy(
            update={"evidence": (sentence.span(),)}
        )
        for number, (sentence, kind) in enumerate(
            zip(context.article.sentences[:2], (EventType.SHELLING, EventType.BATTLE), strict=False)
        )
        if number == 0 or number in attributed
    ]
    resolved = [ResolvedEvent(telling, ()) for telling in tellings]
    found, losses = merge(resolved, context.confirmations, DATELINE, context.speeches)
    assert confirmed == [number for number, each in enumerate(found) if each.confirmation is not None]
    assert bool(confirmed) != bool(losses)


def test_what_nobody_could_verify_names_no_body() -> None:
    found = _confirmation("the capture")
    unverified = FoundConfirmation(found.sentence, found.confirmation, found.about, found.evidence, by_body=False)
    (capture,) = _merged(event(CAPTURE, party("rebels")), confirmations=(unverified,))
    assert capture.confirmation is not None
    assert (None, found.evidence) == (capture.confirmation.by, capture.confirmation.span)


def test_a_confirmation_by_nobody_named_does_not_make_an_event_confirmed() -> None:
    found = _confirmation("the capture")
    given = found.confirmation.model_copy(update={"state": ConfirmationState.GIVEN})
    statuses = []
    for by_body in (True, False):
        said = FoundConfirmation(found.sentence, given, found.about, found.evidence, by_body=by_body)
        (capture,) = _merged(event(CAPTURE, party("rebels")), confirmations=(said,))
        statuses.append(capture.status)
    assert [Status.CONFIRMED, Status.STATED] == statuses


def test_a_confirmation_without_an_event_is_a_loss() -> None:
    _, losses = merge([], (_confirmation("the capture"),), DATELINE)
    assert ["the ministry"] == [loss.text for loss in losses]


@pytest.mark.parametrize("kept", [0, 1])
def test_background_is_not_what_the_article_is_about(kept: int) -> None:
    told = [event(EventType.SHELLING, at=0), event(EventType.BATTLE, at=80)]
    told[1 - kept] = told[1 - kept].model_copy(update={"background": True})
    assert told[kept].id == main_event(told)


def test_the_event_told_most_often_is_what_the_article_is_about() -> None:
    once = event(EventType.SHELLING, at=0)
    twice = event(EventType.BATTLE, at=80)
    twice = twice.model_copy(update={"evidence": (*twice.evidence, words("y" * 9, 300))})
    assert twice.id == main_event([once, twice])
