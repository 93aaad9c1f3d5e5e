"""Which event a confirmation is of: one that its words take up, and else none."""

from __future__ import annotations

import pytest

from summarize.merging import merge
from summarize.reading import read_article
from summarize.record import Event, EventType, Role, Status
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import ResolvedEvent
from tests.making import event, party, place

SHELLED = "Rebels shelled Darin on Monday, residents said."
TAKEN = "Gunmen abducted a trader in Darin on Monday, relatives said."
STRUCK = "An air strike killed 12 people in Darin on Monday, residents said."
FLED = "Hundreds fled Darin on Monday, residents said."
TOLD = {
    SHELLED: event(EventType.SHELLING, party("Rebels"), places=(place("Darin"),)),
    TAKEN: event(
        EventType.ABDUCTION, party("Gunmen"), party("a trader", Role.RECIPIENT), places=(place("Darin", country="SYR"),)
    ),
    STRUCK: event(EventType.AIR_STRIKE, places=(place("Darin"),)),
    FLED: event(EventType.DISPLACEMENT, places=(place("Darin"),)),
}


def _merged(*sentences: str) -> tuple[tuple[Event, ...], int]:
    """The events of those sentences that are known to tell one, and the number of losses."""
    context = ArticleContext(read_article(" ".join(sentences)))
    told = [
        ResolvedEvent(TOLD[sentence.text].model_copy(update={"evidence": (sentence.span(),)}), ())
        for sentence in context.article.sentences
        if sentence.text in TOLD
    ]
    events, losses = merge(told, context.confirmations, None, context.speeches)
    return events, len(losses)


@pytest.mark.parametrize(
    ("told", "confirmed"),
    [
        (SHELLED, "The army confirmed the shelling."),
        (SHELLED, "The army confirmed it."),
        (SHELLED, "The army has confirmed the attack."),
        (SHELLED, "The attack was confirmed by the ministry."),
        (SHELLED, "The army confirmed that rebels had shelled Darin."),
        (SHELLED, "The army confirmed on Friday that the shelling had taken place."),
        (SHELLED, "The army confirmed the shelling of Darin."),
        (SHELLED, "The army confirmed the attack on the town."),
        (SHELLED, "The army confirmed the deaths."),
        (TAKEN, "Police confirmed the abduction of the trader."),
        (TAKEN, "Police confirmed the abduction of a trader."),
        (TAKEN, "Police confirmed the trader had been abducted."),
        (TAKEN, "Police confirmed to reporters on Friday that the abduction took place near the market."),
        (TAKEN, "Police confirmed the abduction in Syria."),
        (STRUCK, "The ministry confirmed that 12 people had died."),
        (STRUCK, "The ministry confirmed 12 deaths."),
        (STRUCK, "The ministry confirmed the death toll."),
        (FLED, "The ministry confirmed the exodus."),
    ],
)
def test_a_confirmation_that_takes_up_an_event_is_of_it(told: str, confirmed: str) -> None:
    (found,), losses = _merged(told, confirmed)
    assert (Status.CONFIRMED, 0) == (found.status, losses)


@pytest.mark.parametrize(
    ("told", "confirmed"),
    [
        (SHELLED, "The army has confirmed that the road to the coast is open."),
        (SHELLED, "The army confirmed plans for the attack on Darin."),
        (SHELLED, "The army confirmed that the attack would come on Friday."),
        (SHELLED, "The road is open, the army confirmed."),
        (SHELLED, "The ministry confirmed the appointment of a new governor."),
        (SHELLED, "The ministry did not confirm the name of the new governor."),
        (SHELLED, "The army confirmed the shelling of Tamra."),
        (SHELLED, "The army confirmed the deaths of two pilots."),
        (SHELLED, "The army confirmed that the shelling had never taken place."),
        (SHELLED, "The army confirmed it was investigating a fire."),
        (SHELLED, "The army confirmed it had shelled a camp."),
        (SHELLED, "The army confirmed on Friday that a fire had broken out."),
        (SHELLED, "The army confirmed that the rebels had opened a school."),
        (TAKEN, "Police confirmed on Friday that a body found by the road belonged to Omar Danli."),
        (TAKEN, "Police confirmed the release."),
        (TAKEN, "Police confirmed the killing of a mayor."),
        (TAKEN, "Police confirmed to reporters that an election had been held."),
        (STRUCK, "The ministry confirmed that 12 schools were open."),
        (STRUCK, "The ministry confirmed the identity of the drone."),
        (STRUCK, "The ministry confirmed that the jets had been bought."),
        (STRUCK, "The ministry confirmed that five had died."),
        (FLED, "The ministry confirmed the deaths."),
    ],
)
def test_a_confirmation_of_something_else_is_a_loss(told: str, confirmed: str) -> None:
    (found,), losses = _merged(told, confirmed)
    assert (None, Status.STATED, 1) == (found.confirmation, found.status, losses)


@pytest.mark.parametrize(
    ("sentences", "confirmed"),
    [
        ((STRUCK, SHELLED, "The army confirmed the air strike."), [0]),
        ((STRUCK, SHELLED, "The army confirmed the shelling."), [1]),
        ((STRUCK, SHELLED, "The army confirmed the attack."), [1]),
        ((STRUCK, SHELLED, STRUCK, "The army confirmed the attack."), [0]),
        ((SHELLED, TAKEN, "The army confirmed the attack."), [1]),
        ((SHELLED, FLED, "The army confirmed the attack."), [0]),
        ((SHELLED, FLED, "The army confirmed it."), [1]),
        ((SHELLED, "The mayor opened a school on Friday in the old town. " * 3, "The army confirmed it."), []),
        ((SHELLED, "The mayor opened a school on Friday in the old town. " * 3, "The army confirmed the raid."), [0]),
    ],
)
def test_of_several_events_the_last_that_is_taken_up_is_meant(sentences: tuple[str, ...], confirmed: list[int]) -> None:
    found, losses = _merged(*sentences)
    assert confirmed == [number for number, each in enumerate(found) if each.confirmation is not None]
    assert bool(confirmed) != bool(losses)


@pytest.mark.parametrize(
    ("sentence", "confirmed"),
    [
        ("Rebels shelled Darin on Monday, the army confirmed.", True),
        ("The army confirmed that rebels shelled Darin on Monday.", True),
        ("The army confirmed on Tuesday rebels shelled Darin.", True),
        ("Rebels shelled Darin on Monday, and the army confirmed it.", True),
        ("Rebels shelled Darin on Monday, and the army confirmed that the road was open.", False),
        ("Rebels shelled Darin on Monday, and the army confirmed the appointment of a new governor.", False),
    ],
)
def test_what_is_confirmed_in_the_sentence_that_tells_an_event_need_not_be_the_event(
    sentence: str, confirmed: bool
) -> None:
    context = ArticleContext(read_article(sentence))
    told = TOLD[SHELLED].model_copy(update={"evidence": (context.article.sentences[0].span(),)})
    (found,), losses = merge([ResolvedEvent(told, ())], context.confirmations, None)
    assert (confirmed, confirmed) == (found.confirmation is not None, not losses)


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ("There was no confirmation from the army.", True),
        ("The attack could not be independently verified.", True),
        ("The video could not be independently verified.", False),
        ("The identity of the pilot could not be independently verified.", False),
    ],
)
def test_what_is_missing_without_a_word_is_a_confirmation_of_the_news_told_last(said: str, confirmed: bool) -> None:
    (found,), losses = _merged(SHELLED, said)
    assert (confirmed, confirmed) == (found.confirmation is not None, not losses)
