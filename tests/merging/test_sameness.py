"""When what two tellings say of somebody, or of the act, makes them one event or two."""

from __future__ import annotations

import pytest

from summarize.merging import merge
from summarize.record import ActorClass, Event, EventType, Participant, Role
from summarize.resolving.event import ResolvedEvent
from tests.making import ARMY, event, party, place

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
