"""From a grounded event to the record's event: which words tell of it, and so who says it."""

from __future__ import annotations

import pytest

from summarize.draft import GroundedEvent
from summarize.grounding.draft import anchor_of
from summarize.reading import read_article
from summarize.record import EventType, Loss, LossKind, Modality, TimeBasis
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import ResolvedEvent, resolve_event


def _with_losses(text: str, kind: EventType) -> tuple[ResolvedEvent, tuple[Loss, ...]]:
    article = read_article(text, dateline="2026-03-04")
    sentence = article.sentences[-1]
    start, end = anchor_of(kind, sentence.text)
    return resolve_event(
        GroundedEvent(sentence, (sentence.start + start, sentence.start + end), kind), ArticleContext(article)
    )


def _resolved(text: str, kind: EventType) -> ResolvedEvent:
    return _with_losses(text, kind)[0]


TOLD = [
    ("The refugee agency said on Friday that 500 people had fled Darin.", EventType.DISPLACEMENT, "The refugee agency"),
    ("The ceasefire monitor said that the two sides had signed a truce.", EventType.AGREEMENT, "The ceasefire monitor"),
    ("The mayor said that 500 people had fled Darin.", EventType.DISPLACEMENT, "The mayor"),
    ("The governor said 200 soldiers were brought to Darin on Monday.", EventType.MOBILIZATION, "The governor"),
]


@pytest.mark.parametrize(("text", "kind", "speaker"), TOLD)
def test_who_tells_of_an_event_vouches_for_it_whatever_they_are_called(
    text: str, kind: EventType, speaker: str
) -> None:
    found = _resolved(text, kind)
    assert [speaker] == [speech.source.chain[0].name for speech in found.speeches]
    assert Modality.ACTUAL is found.event.modality


def test_what_only_a_name_announces_is_told_there() -> None:
    found = _resolved("The refugee agency said on Friday that food was short.", EventType.DISPLACEMENT)
    assert () == found.speeches


def test_words_that_may_announce_an_event_are_where_it_is_told() -> None:
    text = "The market may be closed, but 200 soldiers were brought to Darin on Monday."
    start, end = anchor_of(EventType.MOBILIZATION, text)
    assert "brought" == text[start:end]
    assert Modality.ACTUAL is _resolved(text, EventType.MOBILIZATION).event.modality
    assert (0, len(text)) == anchor_of(EventType.SHELLING, text)


ENDED = [
    ("The army freed 20 hostages in Bor on Monday.", EventType.ABDUCTION),
    ("The curfew in Bor was lifted on Monday.", EventType.RESTRICTION),
    ("The siege of Bor ended on Monday.", EventType.RESTRICTION),
    ("The mayor welcomed the release of the prisoners on Monday.", EventType.DETENTION),
    ("The rebels lifted the siege of Bor on Monday.", EventType.TERRITORIAL_CONTROL),
    ("Pirates have released 23 sailors on Monday.", EventType.ABDUCTION),
]


@pytest.mark.parametrize(("text", "kind"), ENDED)
def test_the_day_of_an_end_is_the_last_that_it_can_have_begun(text: str, kind: EventType) -> None:
    found, losses = _with_losses(text, kind)
    assert found.event.time is not None
    assert ("../2026-03-02", TimeBasis.INFERRED) == (found.event.time.edtf, found.event.time.basis)
    assert "Monday" in [loss.text for loss in losses if loss.kind is LossKind.REPAIRED]


@pytest.mark.parametrize(
    "text", ["The curfew in Bor will be lifted on Friday.", "The siege of Bor is to end on Friday, the mayor said."]
)
def test_what_is_yet_to_end_has_begun_by_the_dateline(text: str) -> None:
    event = _resolved(text, EventType.RESTRICTION).event
    assert event.time is not None
    assert (Modality.ACTUAL, "../2026-03-04") == (event.modality, event.time.edtf)


BEGUN = [
    ("The army freed 20 hostages abducted in Bor on Monday.", EventType.ABDUCTION),
    ("Police arrested a man on Monday who was later released.", EventType.DETENTION),
    ("Gunmen took hostages in Bor on Monday and ended up in jail.", EventType.ABDUCTION),
    ("The army imposed a curfew in Bor on Monday.", EventType.RESTRICTION),
    ("The army ended its raid on Bor on Monday.", EventType.SHELLING),
]


@pytest.mark.parametrize(("text", "kind"), BEGUN)
def test_the_day_of_a_beginning_is_that_of_the_event(text: str, kind: EventType) -> None:
    time = _resolved(text, kind).event.time
    assert time is not None
    assert "2026-03-02" == time.edtf


SAID = [
    ("The union accused the operator of ignoring warnings in 2022.", "../2026-03-04"),
    ("The militia warned that it would strike on Friday.", "../2026-03-04"),
    ("The union accused the operator on Monday of ignoring warnings in 2022.", "2026-03-02"),
    ("On Monday, the union accused the operator of ignoring warnings.", "2026-03-02"),
    ("The army condemned the raid on Monday.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_an_accusation_is_of_the_day_of_saying_and_not_of_what_it_tells(text: str, expected: str) -> None:
    time = _resolved(text, EventType.VERBAL_CONFLICT).event.time
    assert time is not None
    assert expected == time.edtf


def test_what_somebody_is_accused_of_keeps_its_time() -> None:
    time = _resolved("The union accused the operator of shelling Bor in 2022.", EventType.SHELLING).event.time
    assert time is not None
    assert "2022" == time.edtf
