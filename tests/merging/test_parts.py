"""Deaths beside what caused them, and two words for one act, are one event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarize.merging import merge
from summarize.reading import read_article
from summarize.record import Event, EventType, LossKind, Modality, Participant, Place, Role
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import ResolvedEvent
from summarize.resolving.reported import figures_of
from tests.making import event, on, party, place

DARIN, TAMRA = place("Darin"), place("Tamra")
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
PEOPLE = party("people", Role.RECIPIENT)
BLAST = "A bomb tore through a market in Darin on Friday."
STRIKE = "Jets bombed a market in Darin on Friday."
CLASH = "Rebels and soldiers clashed in Darin on Friday."
RAID = "Gunmen abducted a trader in Darin on Friday."
KINDS = {
    BLAST: EventType.BOMBING,
    STRIKE: EventType.AIR_STRIKE,
    CLASH: EventType.BATTLE,
    RAID: EventType.ABDUCTION,
}


def _telling(text: str, number: int, kind: EventType, *parties: Participant, **fields: Any) -> ResolvedEvent:
    evidence = (read_article(text).sentences[number].span(),)
    return ResolvedEvent(event(kind, *parties, **fields).model_copy(update={"evidence": evidence}), ())


def _deaths(first: str, second: str, *parties: Participant, **fields: Any) -> tuple[Event, ...]:
    text = f"{first} {second}"
    cause = _telling(text, 0, KINDS[first], places=(DARIN,), time=on(FRIDAY))
    events, losses = merge([cause, _telling(text, 1, EventType.ATTACK_ON_CIVILIANS, *parties, **fields)], (), None)
    assert 2 == len(events) + len(losses)
    return events


@pytest.mark.parametrize("first", [BLAST, STRIKE, CLASH])
@pytest.mark.parametrize(
    "second",
    [
        "At least 82 people were killed, officials said.",
        "Twelve people died and another 30 were wounded.",
        "It killed 12 people.",
        "Officials put the number of dead at 12.",
        "The attack killed 12 people, a doctor said.",
        "The blast left 12 people dead.",
        "12 killed, 30 injured.",
        "Twelve bodies were counted among the dead in the market.",
    ],
)
def test_deaths_told_behind_what_caused_them_are_its_toll(first: str, second: str) -> None:
    (one,) = _deaths(first, second, PEOPLE)
    assert (KINDS[first], [second], FRIDAY) == (
        one.type,
        [span.text for span in one.evidence[1:]],
        one.time and one.time.earliest,
    )
    assert ["people"] == [each.name for each in one.participants]


def test_the_figures_of_a_toll_belong_to_what_caused_it() -> None:
    text = f"{BLAST} At least 82 people were killed and 300 wounded."
    told = [_telling(text, 0, EventType.BOMBING, places=(DARIN,)), _telling(text, 1, EventType.ATTACK_ON_CIVILIANS)]
    events, _ = merge(told, (), None)
    figures = figures_of(ArticleContext(read_article(text)), events)
    assert [(82, events[0].id), (300, events[0].id)] == [(each.best, each.event) for each in figures]


@pytest.mark.parametrize(
    "second",
    [
        "Gunmen killed a mayor.",
        "Gunmen in the raid killed five people.",
        "Gunmen killed several people.",
        "A mayor was killed by gunmen.",
        "Five people were shot dead.",
        "Five people were killed in a second attack.",
        "Five people were killed elsewhere.",
        "A monitor put the death toll of the war at 470,000.",
        "Five people died in an ambush near the border.",
        "Five people were killed by shelling.",
        "Five people died as gunmen stormed a camp.",
        "Twelve people were murdered.",
        "More than 400 people have been killed this year.",
        "A total of 4,000 civilians have died since 2011.",
        "Hundreds have died in recent weeks.",
        "Dozens have been killed so far.",
    ],
)
def test_deaths_of_another_cause_are_an_event_of_their_own(second: str) -> None:
    assert 2 == len(_deaths(BLAST, second, PEOPLE))


@pytest.mark.parametrize(
    ("parties", "fields"),
    [
        ((party("gunmen"), PEOPLE), {}),
        ((PEOPLE,), {"places": (TAMRA,)}),
        ((PEOPLE,), {"time": on(MONDAY)}),
        ((PEOPLE,), {"modality": Modality.DENIED}),
    ],
)
def test_deaths_with_a_doer_a_place_or_a_day_of_their_own_are_no_toll(
    parties: tuple[Participant, ...], fields: dict[str, Any]
) -> None:
    assert 2 == len(_deaths(BLAST, "At least 82 people were killed.", *parties, **fields))


@pytest.mark.parametrize(
    ("parties", "fields"), [((PEOPLE,), {"places": (DARIN,)}), ((PEOPLE,), {"time": on(FRIDAY)}), ((), {})]
)
def test_deaths_at_the_place_and_on_the_day_of_a_blast_are_its_toll(
    parties: tuple[Participant, ...], fields: dict[str, Any]
) -> None:
    assert 1 == len(_deaths(BLAST, "At least 82 people were killed.", *parties, **fields))


def test_a_strike_on_depots_has_the_dead_of_the_next_sentence_too() -> None:
    text = f"{STRIKE} At least 82 people were killed."
    strike = _telling(text, 0, EventType.AIR_STRIKE, party("depots", Role.RECIPIENT), places=(DARIN,))
    (one,), _ = merge([strike, _telling(text, 1, EventType.ATTACK_ON_CIVILIANS, PEOPLE)], (), None)
    assert {"depots", "people"} == {each.name for each in one.participants}


def test_deaths_behind_an_abduction_are_an_event_of_their_own() -> None:
    assert 2 == len(_deaths(RAID, "At least 82 people were killed.", PEOPLE))


def test_the_wounded_told_behind_the_dead_are_of_the_same_blast() -> None:
    text = f"{BLAST} At least 82 people were killed. More than 300 were injured. Police closed a road. Six have died."
    cause = _telling(text, 0, EventType.BOMBING, places=(DARIN,))
    deaths = [_telling(text, number, EventType.ATTACK_ON_CIVILIANS) for number in (1, 2, 4)]
    events, losses = merge([cause, *deaths], (), None)
    assert ([3, 1], 2) == ([len(each.evidence) for each in events], len(losses))


def test_who_attacks_and_dies_is_no_victim_of_the_attack() -> None:
    text = "Rebels shelled Darin on Friday. Ten rebels were killed."
    attack = _telling(text, 0, EventType.SHELLING, party("Rebels"), places=(DARIN,))
    deaths = _telling(text, 1, EventType.ATTACK_ON_CIVILIANS, party("rebels", Role.RECIPIENT))
    assert 2 == len(merge([attack, deaths], (), None)[0])


@pytest.mark.parametrize(
    ("sentence", "kind", "doing", "count"),
    [
        ("At least 51 people were killed in clashes between police and gunmen.", EventType.BATTLE, (), 1),
        ("At least 51 people were killed and 20 wounded when a bomb went off.", EventType.BOMBING, (), 1),
        ("An air strike killed 12 people.", EventType.AIR_STRIKE, (), 1),
        ("Jets bombed a market, killing 12 people.", EventType.AIR_STRIKE, ("Jets",), 1),
        ("Rebels shelled a camp and killed 12 people.", EventType.SHELLING, ("Rebels",), 1),
        ("Police clashed with gunmen, and two farmers died of hunger.", EventType.BATTLE, (), 2),
        ("Gunmen killed a mayor and rebels shelled a camp.", EventType.SHELLING, ("Gunmen",), 2),
        ("Jets bombed the town, where rebels had killed a pilot.", EventType.AIR_STRIKE, (), 2),
        ("The strike was in retaliation for the deaths of two pilots.", EventType.AIR_STRIKE, (), 2),
        ("Jets bombed a camp over the killing of a pilot.", EventType.AIR_STRIKE, (), 2),
        ("A mayor was killed before rebels shelled a camp.", EventType.SHELLING, (), 2),
        ("Two civilians were killed two days after shelling of Darin.", EventType.SHELLING, (), 2),
        ("Two civilians were killed after shelling of Darin.", EventType.SHELLING, (), 1),
        ("Five farmers were shot dead in clashes between police and gunmen.", EventType.BATTLE, (), 2),
    ],
)
def test_deaths_told_in_the_sentence_of_what_caused_them_are_its_toll(
    sentence: str, kind: EventType, doing: tuple[str, ...], count: int
) -> None:
    cause = _telling(sentence, 0, kind, *(party(name) for name in doing if name != "Gunmen"))
    deaths = _telling(sentence, 0, EventType.ATTACK_ON_CIVILIANS, *map(party, doing), PEOPLE)
    for tellings in ([cause, deaths], [deaths, cause]):
        events, losses = merge(tellings, (), None)
        assert (count, 2 - count) == (len(events), len(losses))
        assert count == 2 or kind is events[0].type


@pytest.mark.parametrize(
    ("sentence", "kinds", "kept"),
    [
        ("Jets fired missiles at Darin.", ("shelling", "air_strike"), ["air_strike"]),
        ("A drone dropped grenades on Darin.", ("bombing", "air_strike"), ["air_strike"]),
        ("Rebels fired rockets with explosive heads at Darin.", ("bombing", "shelling"), ["shelling"]),
        ("Drones fired missiles with bombs at Darin.", ("bombing", "air_strike", "shelling"), ["air_strike"]),
        ("Jets bombed Darin and rebels fired mortars.", ("shelling", "air_strike"), ["shelling", "air_strike"]),
        ("Shelling and air strikes hit Darin.", ("shelling", "air_strike"), ["shelling", "air_strike"]),
        ("Rebels fired rockets after a car bomb hit Darin.", ("shelling", "bombing"), ["shelling", "bombing"]),
        ("Jets fired missiles before a mine blew up.", ("bombing", "air_strike"), ["bombing", "air_strike"]),
        ("Jets hit the mortars of rebels in Darin.", ("battle", "air_strike"), ["battle", "air_strike"]),
    ],
)
def test_an_act_under_two_remote_types_is_one_of_the_first(
    sentence: str, kinds: tuple[str, ...], kept: list[str]
) -> None:
    tellings = [_telling(sentence, 0, EventType(kind), places=(DARIN,), time=on(FRIDAY)) for kind in kinds]
    events, losses = merge(tellings, (), None)
    assert kept == [each.type for each in events]
    assert [LossKind.REPAIRED] * (len(kinds) - len(kept)) == [loss.kind for loss in losses]


@pytest.mark.parametrize(
    ("where", "day", "modality", "count"),
    [
        ((DARIN,), FRIDAY, Modality.ACTUAL, 1),
        ((), FRIDAY, Modality.ACTUAL, 1),
        ((TAMRA,), FRIDAY, Modality.ACTUAL, 2),
        ((DARIN,), MONDAY, Modality.ACTUAL, 2),
        ((DARIN,), FRIDAY, Modality.PLANNED, 2),
    ],
)
def test_two_remote_types_with_other_places_days_or_modalities_are_two_acts(
    where: tuple[Place, ...], day: date, modality: Modality, count: int
) -> None:
    sentence = "Jets fired missiles at Darin."
    strike = _telling(sentence, 0, EventType.AIR_STRIKE, places=(DARIN,), time=on(FRIDAY))
    fire = _telling(sentence, 0, EventType.SHELLING, places=where, time=on(day), modality=modality)
    assert count == len(merge([strike, fire], (), None)[0])
