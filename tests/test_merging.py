"""When two tellings are one event, and when they must stay two."""

from datetime import date
from typing import Any

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
    Mode,
    Place,
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
LATELY, LONG_AGO = date(2026, 3, 1), date(2025, 12, 6)
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
        ("Lake gunmen", "Lake gunmen", 1),
    ],
)
def test_a_crowd_that_is_nobody_in_particular_ties_no_tellings(spoken_of: str, again: str, count: int) -> None:
    crowd = {"actor_class": ActorClass.UNIDENTIFIED_ARMED} if "gunmen" in spoken_of else {}
    tellings = (
        event(EventType.DETENTION, party(spoken_of).model_copy(update=crowd)),
        event(EventType.DETENTION, party(again).model_copy(update=crowd), at=80),
    )
    assert count == len(_merged(*tellings))


def test_a_crowd_with_a_name_of_its_own_is_somebody() -> None:
    gunmen = party("gunmen", canonical="Lake Brigade", actor_class=ActorClass.UNIDENTIFIED_ARMED)
    assert 1 == len(_merged(event(EventType.DETENTION, gunmen), event(EventType.DETENTION, gunmen, at=80)))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("schoolgirls", "the girls", 1),
        ("the girls", "schoolgirls", 1),
        ("girls", "boys", 2),
        ("airmen", "the men", 1),
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


def test_a_town_that_nobody_names_is_told_once() -> None:
    tellings = (event(CAPTURE, party("rebels"), places=(place("the town", resolved=None),), at=at) for at in (0, 80))
    (one,) = _merged(*tellings)
    assert ["the town"] == [here.name for here in one.places]


def test_a_town_described_is_not_the_province_that_another_telling_names() -> None:
    lead = event(CAPTURE, party("rebels"), places=(place("the town", resolved=None),))
    named = event(CAPTURE, party("rebels"), places=(place("Homs Province", Precision.ADMIN1),), at=80)
    (one,) = _merged(lead, named)
    assert ["the town", "Homs Province"] == [here.name for here in one.places]


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("Darin", resolved=None), place("Tamra", resolved=None)),
        (place("the Heights", resolved="Darin Heights"), place("the Strip", resolved="Tamra Strip")),
    ],
)
def test_two_names_are_two_towns_whether_or_not_they_are_known(one: Place, other: Place) -> None:
    rebels = party("rebels")
    assert 2 == len(_merged(event(CAPTURE, rebels, places=(one,)), event(CAPTURE, rebels, places=(other,), at=80)))


def test_two_towns_of_one_province_are_two_events() -> None:
    rebels, province = party("rebels"), place("Homs Province", Precision.ADMIN1)
    tellings = [
        event(CAPTURE, rebels, places=(place(name), province), at=at) for name, at in (("Darin", 0), ("Tamra", 80))
    ]
    assert 2 == len(_merged(*tellings))


@pytest.mark.parametrize(
    ("town", "region", "count"),
    [
        ({}, {}, 1),
        ({"country": "SYR"}, {}, 1),
        ({}, {"country": "SYR"}, 1),
        ({"country": "SYR"}, {"country": "TUR"}, 2),
        ({"country": "SYR", "admin1": "Homs"}, {"country": "SYR"}, 1),
        ({"country": "SYR"}, {"country": "SYR", "admin1": "Homs"}, 1),
        ({"country": "SYR", "admin1": "Hama"}, {"country": "SYR", "admin1": "Homs"}, 2),
    ],
)
def test_a_town_lies_in_a_region_unless_what_is_known_of_them_differs(
    town: dict[str, str], region: dict[str, str], count: int
) -> None:
    places = place("Darin", **town), place("the north", Precision.ADMIN1, **region)
    for here, there in (places, places[::-1]):
        tellings = (
            event(CAPTURE, party("rebels"), places=(here,)),
            event(CAPTURE, party("rebels"), places=(there,), at=80),
        )
        assert count == len(_merged(*tellings))


def test_two_actors_are_two_events() -> None:
    here = (place("Darin"),)
    first = event(CAPTURE, party("rebels"), places=here)
    second = event(CAPTURE, party("the army"), places=here, at=80)
    assert len(_merged(first, second)) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("SDF", "Syrian Democratic Forces"), ("the Kurdish-led force", "Syrian Democratic Forces"), 1),
        (("the Front", "Nusra Front"), ("the Front", "Popular Front"), 2),
        (("the Front", "Nusra Front"), ("the Front", None), 1),
        (("the Front", None), ("the Front", "Nusra Front"), 1),
    ],
)
def test_an_actor_is_known_by_its_canonical_name_where_both_have_one(
    one: tuple[str, str | None], other: tuple[str, str | None], count: int
) -> None:
    here = (place("Darin"),)
    tellings = [
        event(CAPTURE, party(name, canonical=canonical), places=here, at=at)
        for (name, canonical), at in ((one, 0), (other, 80))
    ]
    assert count == len(_merged(*tellings))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("Deir ez-Zor", 170793), ("Deir al-Zour", 170793), 1),
        (("Tripoli", 2210247), ("Tripoli", 266826), 2),
        (("Tripoli", 2210247), ("Tripoli", None), 1),
        (("Tripoli", None), ("Tripoli", 2210247), 1),
        (("Tripoli", 2210247), ("Misrata", None), 2),
    ],
)
def test_a_place_is_known_by_its_gazetteer_entry_where_both_have_one(
    one: tuple[str, int | None], other: tuple[str, int | None], count: int
) -> None:
    tellings = [
        event(CAPTURE, party("rebels"), places=(place(name, geonames_id=number),), at=at)
        for (name, number), at in ((one, 0), (other, 80))
    ]
    assert count == len(_merged(*tellings))


@pytest.mark.parametrize(("told", "again", "count"), [((), (), 1), (("Darin",), (), 2), ((), ("Darin",), 2)])
def test_an_advance_told_twice_is_one_where_neither_telling_has_a_place(
    told: tuple[str, ...], again: tuple[str, ...], count: int
) -> None:
    rebels = party("rebels")
    tellings = [
        event(EventType.OFFENSIVE, rebels, places=tuple(map(place, names)), at=at)
        for names, at in ((told, 0), (again, 80))
    ]
    assert count == len(_merged(*tellings))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ((ActorClass.STATE_FORCES, "SYR"), (ActorClass.GOVERNMENT, "SYR"), 1),
        ((ActorClass.STATE_FORCES, "SYR"), (ActorClass.STATE_FORCES, "TUR"), 2),
        ((ActorClass.STATE_FORCES, None), (ActorClass.GOVERNMENT, None), 2),
        ((ActorClass.STATE_FORCES, "SYR"), (ActorClass.CIVILIANS, "SYR"), 2),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_the_arms_of_one_state_are_one_actor(
    one: tuple[ActorClass, str | None], other: tuple[ActorClass, str | None], count: int, named: bool
) -> None:
    pair = [
        party(name, canonical=f"the {name} itself" if named else None, actor_class=actor_class, country=country)
        for name, (actor_class, country) in (("troops", one), ("Damascus", other))
    ]
    for first, second in (pair, pair[::-1]):
        here = (place("Darin"),)
        assert count == len(_merged(event(CAPTURE, first, places=here), event(CAPTURE, second, places=here, at=80)))


def test_who_fires_and_who_is_fired_at_are_not_exchanged() -> None:
    here = (place("Darin"),)
    fired = event(EventType.SHELLING, party("rebels"), party("clans", Role.RECIPIENT), places=here)
    returned = event(EventType.SHELLING, party("clans"), places=here, at=80)
    assert 2 == len(_merged(fired, returned)) == len(_merged(returned, fired))


def test_two_sides_told_apart_are_one_where_a_narrow_place_ties_them() -> None:
    taken = event(CAPTURE, party("rebels"), places=(place("Deir ez-Zor", geonames_id=170793),))
    lost = event(
        CAPTURE, party("garrison", Role.RECIPIENT), places=(place("Deir al-Zour", geonames_id=170793),), at=900
    )
    assert 1 == len(_merged(taken, lost))


def test_an_advance_by_one_actor_on_one_town_is_one_however_far_apart_it_is_told() -> None:
    tellings = (event(EventType.OFFENSIVE, party("rebels"), places=(place("Darin"),), at=at) for at in (0, 900))
    assert 1 == len(_merged(*tellings))


@pytest.mark.parametrize(("start", "count"), [(180, 1), (181, 2)])
def test_an_actor_alone_ties_only_tellings_that_are_near(start: int, count: int) -> None:
    rebels = party("rebels")
    assert count == len(_merged(event(CAPTURE, rebels), event(CAPTURE, rebels, at=start)))


@pytest.mark.parametrize("changed", [{"mode": Mode.SITUATION}, {"modality": Modality.PLANNED}])
def test_what_is_not_over_is_not_one_with_what_has_a_place(changed: dict[str, object]) -> None:
    placed, bare = event(CAPTURE, party("rebels"), places=(place("Darin"),)), event(CAPTURE, party("rebels"), at=80)
    assert 1 == len(_merged(placed, bare))
    assert 2 == len(_merged(*(each.model_copy(update=changed) for each in (placed, bare))))


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


def test_what_the_dateline_dates_is_news_and_what_a_statement_bounds_may_be_old() -> None:
    force, here = party("rebels"), (place("Darin"),)
    bounds = {basis: event(CAPTURE, force, places=here, time=by(DATELINE, basis)) for basis in TimeBasis}
    lately, long_ago = (event(CAPTURE, force, places=here, time=on(day), at=80) for day in (LATELY, LONG_AGO))
    assert [1, 2] == [len(_merged(bounds[TimeBasis.PUBLICATION], dated)) for dated in (lately, long_ago)]
    assert [1, 1] == [len(_merged(bounds[TimeBasis.REPORT_BOUND], dated)) for dated in (lately, long_ago)]


@pytest.mark.parametrize(("day", "count"), [(LATELY, 1), (LONG_AGO, 2)])
def test_a_time_without_an_end_goes_with_any_day_from_its_start(day: date, count: int) -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    start = on(LATELY).model_copy(update={"latest": None})
    pair = (
        event(EventType.SHELLING, rebels, places=here, time=start),
        event(EventType.SHELLING, rebels, places=here, time=on(day), at=80),
    )
    for tellings in (pair, pair[::-1]):
        assert count == len(_merged(*tellings))


def test_a_telling_without_a_time_goes_with_any() -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    dated = event(EventType.SHELLING, rebels, places=here, time=on(LATELY))
    undated = event(EventType.SHELLING, rebels, places=here, at=80)
    for tellings in ((dated, undated), (undated, dated)):
        (one,) = _merged(*tellings)
        assert dated.time == one.time


TOWN, PROVINCE = place("Darin"), place("Homs Province", Precision.ADMIN1)


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ({}, {"time": on(LATELY)}),
        ({"time": by(DATELINE, TimeBasis.PUBLICATION)}, {"places": (PROVINCE,)}),
        ({"time": on(LATELY), "places": (PROVINCE,)}, {"places": (TOWN,)}),
        ({"places": (PROVINCE,)}, {"parties": 2}),
        ({"parties": 2}, {"places": (TOWN,)}),
        ({"places": (TOWN,)}, {"parties": 2, "places": (PROVINCE,), "time": on(LATELY)}),
    ],
)
def test_the_fuller_telling_gives_the_names(bare: dict[str, Any], full: dict[str, Any]) -> None:
    clans = [party("clans", Role.RECIPIENT)]
    lead, fuller = (
        event(CAPTURE, party(name), *clans[2 - fields.pop("parties", 1) :], at=at, **fields)
        for name, at, fields in (("rebels", 0, {**bare}), ("the rebels", 80, {**full}))
    )
    (one,) = _merged(lead, fuller)
    assert "the rebels" == one.participants[0].name


def test_two_that_act_together_stay_two_where_one_is_told_again() -> None:
    both = event(CAPTURE, party("rebels"), party("clans"), places=(TOWN,))
    (one,) = _merged(both, event(CAPTURE, party("rebels"), places=(TOWN,), at=80))
    assert ["rebels", "clans"] == [each.name for each in one.participants]


def test_who_does_it_in_one_telling_and_shares_in_it_in_another_is_kept_in_both_roles() -> None:
    done = event(EventType.BATTLE, party("rebels"), places=(TOWN,))
    (one,) = _merged(done, event(EventType.BATTLE, party("rebels", Role.PARTICIPANT), places=(TOWN,), at=80))
    assert [Role.ACTOR, Role.PARTICIPANT] == [each.role for each in one.participants]


def test_the_fuller_telling_says_whether_it_happens_or_holds() -> None:
    holds = event(EventType.BATTLE, party("rebels"), places=(TOWN,)).model_copy(update={"mode": Mode.SITUATION})
    happens = event(EventType.BATTLE, party("rebels"), places=(TOWN,), time=on(LATELY), at=80)
    (one,) = _merged(holds, happens)
    assert Mode.EVENT is one.mode


def test_the_day_of_the_event_goes_before_the_day_of_the_statement() -> None:
    rebels, here = party("rebels"), (place("Darin"),)
    bound = event(EventType.SHELLING, rebels, places=here, time=by(DATELINE))
    dated = event(EventType.SHELLING, rebels, places=here, time=on(date(2026, 3, 1)), at=80)
    (one,) = _merged(bound, dated)
    assert one.time is not None
    assert TimeBasis.EXPLICIT is one.time.basis


@pytest.mark.parametrize("start", [80, 900])
def test_a_shared_country_ties_nothing_together(start: int) -> None:
    here = (place("Syria", Precision.COUNTRY, country="SYR"),)
    hit = event(EventType.AIR_STRIKE, party("depots", Role.RECIPIENT), places=here)
    flown = event(EventType.AIR_STRIKE, party("jets"), places=here, at=start)
    assert len(_merged(hit, flown)) == 2


def test_order_of_appearance_is_kept() -> None:
    events = _merged(*(event(EventType.SHELLING, party(name), at=80 * n) for n, name in enumerate(("a1", "b2", "c3"))))
    assert ["a1", "b2", "c3"] == [each.participants[0].name for each in events]


def test_ids_are_stable_and_never_the_same_for_two_events() -> None:
    twice = [event(EventType.SHELLING, at=0), event(EventType.SHELLING, at=900)]
    first, second = _merged(*twice), _merged(*twice)
    assert [each.id for each in first] == [each.id for each in second]
    assert len({each.id for each in first}) == 2


def test_the_second_and_third_of_one_id_get_a_suffix() -> None:
    alike = [event(EventType.SHELLING, at=900 * number).model_copy(update={"id": "like"}) for number in range(3)]
    assert ["like", "like-2", "like-3"] == [each.id for each in _merged(*alike)]


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


def test_a_confirmation_that_names_what_no_event_is_belongs_to_none() -> None:
    capture = event(CAPTURE, party("rebels"))
    found, losses = merge([ResolvedEvent(capture, ())], (_confirmation("the shelling"),), DATELINE)
    assert ([None], 1) == ([each.confirmation for each in found], len(losses))


def test_a_confirmation_goes_to_no_event_behind_it() -> None:
    capture, after = event(CAPTURE, party("rebels")), event(CAPTURE, party("clans"), at=900)
    found = _merged(capture, after, confirmations=(_confirmation("the capture"),))
    assert [True, False] == [each.confirmation is not None for each in found]


@pytest.mark.parametrize(("start", "confirmed"), [(180, True), (200, True), (140, False)])
def test_a_claim_in_the_sentence_that_tells_an_event_is_that_event(start: int, confirmed: bool) -> None:
    (found,) = _merged(event(CAPTURE, party("rebels"), at=start), confirmations=(_confirmation("the claim"),))
    assert confirmed is (found.confirmation is not None)


def test_a_situation_is_not_what_a_confirmation_confirms() -> None:
    capture = event(CAPTURE, party("rebels"))
    war = event(EventType.BATTLE, party("rebels", Role.PARTICIPANT), at=80).model_copy(update={"mode": Mode.SITUATION})
    found = _merged(capture, war, confirmations=(_confirmation(None),))
    assert [True, False] == [each.confirmation is not None for each in found]


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
    (["The army said it shelled Bara.", "The claim could not be verified.", KILLED], [0, 2], [0]),
    (["The army said it shelled Bara.", "The mayor declined to comment.", "The claim was not verified."], [0], [0]),
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
            zip(context.article.sentences, (EventType.SHELLING, EventType.BATTLE, CAPTURE), strict=False)
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


@pytest.mark.parametrize(
    ("first", "second", "main"),
    [
        ({"background": True}, None, 0),
        ({"mode": Mode.SITUATION}, {}, 1),
        ({"modality": Modality.HYPOTHETICAL}, {}, 1),
        ({"modality": Modality.HYPOTHETICAL}, {"background": True}, 0),
        ({}, {"modality": Modality.HYPOTHETICAL}, 0),
    ],
)
def test_news_that_has_happened_is_what_the_article_is_about(
    first: dict[str, object], second: dict[str, object] | None, main: int
) -> None:
    told = [
        event(EventType.SHELLING, at=at).model_copy(update=fields)
        for at, fields in ((0, first), (80, second))
        if fields is not None
    ]
    assert told[main].id == main_event(told)


def test_an_article_without_events_is_about_none() -> None:
    assert main_event([]) is None
