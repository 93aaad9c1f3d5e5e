"""When what two tellings say of somebody, or of the act, makes them one event or two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarize.merging import merge
from summarize.reading import read_article
from summarize.record import ActorClass, Event, EventType, Modality, Participant, Place, Precision, Role, Time
from summarize.resolving.event import ResolvedEvent
from tests.making import ARMY, event, on, party, place

DARIN = (place("Darin"),)
STATE = {"actor_class": ActorClass.GOVERNMENT, "country": "SYR"}


def _count(*tellings: Event) -> int:
    events, _ = merge([ResolvedEvent(each, ()) for each in tellings], (), None)
    return len(events)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ((party("the army"),), (party("the army", Role.RECIPIENT),), 2),
        ((party("the army", **ARMY),), (party("Syria", Role.RECIPIENT, **STATE),), 2),
        ((party("the army", **ARMY),), (party("Syria", Role.RECIPIENT, **STATE), party("rebels", Role.RECIPIENT)), 2),
        ((party("the army", Role.SUPPORTER),), (party("the army", Role.RECIPIENT),), 2),
        ((party("the clans"),), (party("the clans", Role.AFFECTED),), 2),
        ((party("the army"),), (party("rebels", Role.RECIPIENT),), 1),
        ((party("the army"),), (party("the army", Role.PARTICIPANT),), 1),
        ((party("the army"),), (party("the army"), party("the army", Role.RECIPIENT)), 1),
        (
            (party("police", **ARMY), party("the mayor", Role.RECIPIENT, **STATE)),
            (party("the mayor", Role.RECIPIENT, **STATE),),
            1,
        ),
        (
            (party("police", **ARMY),),
            (party("police", **ARMY), party("the mayor", Role.RECIPIENT, **STATE)),
            1,
        ),
    ],
)
def test_who_does_it_in_one_telling_and_is_hit_in_another_makes_two(
    one: tuple[Participant, ...], other: tuple[Participant, ...], count: int
) -> None:
    first, second = (
        event(EventType.SHELLING, *one, places=DARIN),
        event(EventType.SHELLING, *other, places=DARIN, at=80),
    )
    assert count == _count(first, second)
    assert count == _count(second, first)


FIRST = "An explosion on Friday injured 29 people in the harbour district, police said."
THEATRE = place("theatre", Precision.SITE, resolved=None)
QUARTER = place("harbour district", Precision.SITE, resolved=None)


def _explosions(
    again: str,
    *between: str,
    where: tuple[Place, ...] = (THEATRE,),
    time: Time | None = None,
    modality: Modality = Modality.ACTUAL,
    first: tuple[Place, ...] = (QUARTER,),
) -> int:
    sentences = read_article(" ".join((FIRST, *between, again))).sentences
    told = event(EventType.BOMBING, party("people", Role.RECIPIENT), places=first, time=on(date(2026, 2, 27)))
    retold = event(EventType.BOMBING, places=where, time=time, modality=modality)
    return _count(
        *(
            each.model_copy(update={"evidence": (sentence.span(),)})
            for each, sentence in ((told, sentences[0]), (retold, sentences[-1]))
        )
    )


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("The explosion went off in front of a theatre at 8:30 p.m.", 1),
        ("The blast shook windows in a theatre.", 1),
        ("This attack, the third of the month, hit a theatre.", 1),
        ("The powerful car bombing was filmed from a theatre.", 1),
        ("The raid hit a theatre.", 1),
        ("The protest was hit by a bomb at a theatre.", 2),
        ("An explosion went off in front of a theatre.", 2),
        ("The second explosion went off in front of a theatre.", 2),
        ("The earlier blast shook windows in a theatre.", 2),
        ("The explosion at a theatre injured two.", 2),
        ("The explosion of a mine shook a theatre.", 2),
        ("The bomb went off in front of a theatre.", 2),
        ("Police said the explosion shook a theatre.", 2),
    ],
)
def test_the_explosion_is_the_one_that_was_told_right_before(again: str, count: int) -> None:
    assert count == _explosions(again)


EXPLODED = "The explosion went off in front of a theatre."
LONG = "Police closed the roads around the harbour and asked everybody to stay at home for the rest of the night."


@pytest.mark.parametrize(
    ("between", "told", "count"),
    [
        ((), {"time": on(date(2026, 2, 27))}, 1),
        ((), {"time": on(date(2026, 2, 26))}, 2),
        ((), {"modality": Modality.PLANNED}, 2),
        ((), {"where": (place("Darin"),)}, 1),
        ((), {"where": (place("theatre", resolved=None),), "first": (place("Darin"),)}, 1),
        ((), {"where": (place("Darin"),), "first": (place("Tamra"),)}, 2),
        ((LONG,), {}, 1),
        ((LONG, LONG, LONG), {}, 2),
    ],
)
def test_the_explosion_is_no_other_of_another_day_or_town_or_far_before(
    between: tuple[str, ...], told: dict[str, Any], count: int
) -> None:
    assert count == _explosions(EXPLODED, *between, **told)
