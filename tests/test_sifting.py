"""What is less sure than was asked for is left out, and each is a loss."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from summarize import Article, Event, EventSummary, Summarizer, read_article, summarize
from summarize.article import Sentence
from summarize.draft import DraftEvent, DraftParticipant, DraftPlace
from summarize.errors import SettingsError
from summarize.grounding import SourceText
from summarize.grounding.draft import ground
from summarize.models.base import Message
from summarize.models.scripted import ScriptedModel
from summarize.record import ActorClass, DatelineBasis, EventType, LossKind, Role, Status
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import resolve_event
from summarize.resolving.reported import figures_of
from summarize.sifting import Sifted, sift
from summarize.wording import UNSURE
from tests.making import event, party, place

_LENGTH = 61
TEXT = " ".join(["x" * 60] * 8)
ARTICLE = Article(
    text=TEXT,
    sentences=tuple(Sentence(n + 1, n * _LENGTH, n * _LENGTH + 60, "x" * 60) for n in range(8)),
    dateline=date(2026, 3, 4),
    dateline_basis=DatelineBasis.GIVEN,
    id="x",
)
_confidences = st.none() | st.floats(0, 1)


@st.composite
def _events(draw: st.DrawFn) -> tuple[Event, ...]:
    made = []
    for number in range(draw(st.integers(0, 5))):
        parties = [party(f"party {n}", confidence=draw(_confidences)) for n in range(draw(st.integers(0, 3)))]
        places = tuple(place(f"place {n}", confidence=draw(_confidences)) for n in range(draw(st.integers(0, 2))))
        made.append(
            event(EventType.SHELLING, *parties, places=places, at=number * _LENGTH, confidence=draw(_confidences))
        )
    return tuple(made)


def _sift(events: Sequence[Event], least: float | None) -> Sifted:
    return sift(events, least, ARTICLE, {})


def _fields(events: Sequence[Event]) -> set[tuple[str, str]]:
    return {(one.id, item.name) for one in events for item in (*one.participants, *one.places)}


@given(events=_events(), least=st.floats(0, 1))
def test_what_stays_and_what_is_lost_make_up_all_there_was(events: tuple[Event, ...], least: float) -> None:
    found = _sift(events, least)
    assert len(events) == len(found.events) + len(found.left_out)
    whole = [one for one in events if one.id not in found.left_out]
    lost = len(_fields(whole)) - len(_fields(found.events))
    assert len(found.losses) == len(found.left_out) + lost
    assert {LossKind.UNSURE} >= {loss.kind for loss in found.losses}


@given(events=_events(), thresholds=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_asking_for_more_never_adds_anything(events: tuple[Event, ...], thresholds: tuple[float, float]) -> None:
    loose, strict = (_sift(events, least).events for least in sorted(thresholds))
    assert {one.id for one in strict} <= {one.id for one in loose}
    assert _fields(strict) <= _fields(loose)


@given(events=_events(), least=st.floats(0, 1))
def test_nothing_that_stays_is_known_to_be_less_sure(events: tuple[Event, ...], least: float) -> None:
    kept = _sift(events, least).events
    known = [item.confidence for one in kept for item in (one, *one.participants, *one.places)]
    assert all(confidence is None or confidence >= least for confidence in known)
    unknown = {one.id for one in events if one.confidence is None}
    assert unknown <= {one.id for one in kept}


@given(events=_events())
def test_asking_for_nothing_leaves_everything(events: tuple[Event, ...]) -> None:
    assert (events, ()) == (_sift(events, None).events, _sift(events, None).losses)


def test_a_loss_names_words_value_and_confidence() -> None:
    unsure = event(EventType.SHELLING, party("rebels", confidence=0.25), at=_LENGTH, confidence=0.75)
    gone = event(EventType.BATTLE, confidence=0.5, at=2 * _LENGTH)
    losses = _sift((unsure, gone.model_copy(update={"description": "There was fighting."})), 0.6).losses
    assert [
        (
            "rebels",
            "read as actor of shelling with a confidence of 0.25, which is less than 0.6: left out",
            "sentence 2, shelling participants",
        ),
        (
            "x" * 60,
            "read as “There was fighting.” with a confidence of 0.5, which is less than 0.6: left out",
            "sentence 3, battle",
        ),
    ] == [(loss.text, loss.reason, loss.where) for loss in losses]


def test_an_event_that_loses_a_part_is_described_without_it_and_keeps_its_id() -> None:
    told = event(EventType.SHELLING, party("rebels", confidence=0.2), places=(place("Darin", confidence=0.9),))
    (found,) = _sift((told,), 0.5).events
    assert told.id == found.id
    assert "rebels" not in found.description
    assert "Darin" in found.description


TOLD = (
    "The army shelled Darin on Monday, killing 12 people. "
    "Rebels captured the town of Tamra on Tuesday, the rebels said."
)


def _weighed(first: dict[str, float], second: dict[str, float], least: float | None) -> EventSummary:
    def answer(messages: Sequence[Message], reply: Any) -> dict[str, Any]:
        if reply is not BaseModel:
            return dict.fromkeys(reply.model_json_schema()["properties"])
        return first if messages[-1].content.startswith("The army") else second

    model = ScriptedModel(answer, strategy="weighed")
    return summarize(TOLD, dateline="2026-03-04", model=model, min_confidence=least)


def test_headline_summary_and_main_event_are_made_of_what_stays() -> None:
    one, other = {"shelling": 0.9, "none": 0.1}, {"capture": 0.99, "none": 0.01}
    whole = _weighed(one, other, None)
    shelling, capture = whole.events
    assert shelling.id == whole.main_event
    assert None not in (shelling.confidence, capture.confidence)
    low, high = sorted((shelling.confidence or 0, capture.confidence or 0))
    assert low < high
    sifted = _weighed(one, other, (low + high) / 2)
    (left,) = sifted.events
    assert {left.id} == {sifted.main_event} == {name for sentence in sifted.summary for name in sentence.events}
    assert len(whole.losses) + 1 == len(sifted.losses)
    assert (low + high) / 2 == sifted.provenance.min_confidence


def test_an_article_all_of_whose_events_are_left_out_says_so() -> None:
    record = _weighed({"shelling": 0.9}, {"capture": 0.9}, 1.0)
    assert ((), None, UNSURE) == (record.events, record.main_event, record.headline)
    assert 2 == [loss.kind for loss in record.losses].count(LossKind.UNSURE)
    assert () != record.figures
    assert {None} == {figure.event for figure in record.figures}


def test_a_figure_of_an_event_that_is_left_out_is_not_given_to_the_next_one() -> None:
    article = read_article("The army shelled Darin and police arrested 12 men.", dateline="2026-03-04")
    context = ArticleContext(article)
    shelling = _resolved(article, context, DraftEvent(1, EventType.SHELLING))
    detention = _resolved(article, context, DraftEvent(1, EventType.DETENTION))
    pair = (shelling, detention)
    assert [detention.id] == [figure.event for figure in figures_of(context, pair)]
    assert [None] == [figure.event for figure in figures_of(context, pair, left_out={detention.id})]
    assert [detention.id] == [figure.event for figure in figures_of(context, pair, left_out={shelling.id})]


def _resolved(article: Article, context: ArticleContext, draft: DraftEvent) -> Event:
    grounded, _ = ground(draft, article, SourceText(article.text))
    return resolve_event(grounded, context)[0].event


def test_what_was_chosen_with_a_probability_brings_it_to_the_record() -> None:
    article = read_article("Rebels shelled the town in Homs Province.", dateline="2026-03-04")
    draft = DraftEvent(
        1,
        EventType.SHELLING,
        participants=(DraftParticipant(Role.ACTOR, "Rebels", 0.8),),
        places=(DraftPlace("Homs Province", 0.6),),
        confidence=0.7,
    )
    found = _resolved(article, ArticleContext(article), draft)
    assert 0.7 == found.confidence
    assert [0.8] == [one.confidence for one in found.participants]
    assert {"the town": 0.6, "Homs Province": 0.6} == {one.name: one.confidence for one in found.places}


def test_what_a_rule_corrects_keeps_its_confidence() -> None:
    article = read_article("Civilians shelled Darin.", dateline="2026-03-04")
    draft = DraftEvent(1, EventType.SHELLING, participants=(DraftParticipant(Role.ACTOR, "Civilians", 0.8),))
    (one,) = _resolved(article, ArticleContext(article), draft).participants
    assert (Role.RECIPIENT, 0.8) == (one.role, one.confidence)


def test_unknown_persons_carry_out_armed_violence() -> None:
    article = read_article("Unknown persons shelled Darin.", dateline="2026-03-04")
    draft = DraftEvent(1, EventType.SHELLING, participants=(DraftParticipant(Role.ACTOR, "Unknown persons"),))
    (one,) = _resolved(article, ArticleContext(article), draft).participants
    assert (Role.ACTOR, ActorClass.UNIDENTIFIED_ARMED) == (one.role, one.actor_class)


def test_who_tells_of_itself_is_in_the_event_and_the_record_says_why() -> None:
    article = read_article("The Syrian army said on Monday it had shelled Darin.", dateline="2026-03-04")
    (one,) = _resolved(article, ArticleContext(article), DraftEvent(1, EventType.SHELLING)).participants
    assert (Role.ACTOR, "The Syrian army", "'it' stands for who says it") == (one.role, one.name, one.inferred)


def test_who_moves_others_by_its_own_account_has_not_fled() -> None:
    article = read_article("The Syrian army said it had evacuated Darin.", dateline="2026-03-04")
    assert () == _resolved(article, ArticleContext(article), DraftEvent(1, EventType.DISPLACEMENT)).participants


def test_who_tells_of_itself_gives_way_to_who_was_chosen() -> None:
    article = read_article("The Syrian army said on Monday it had shelled Darin.", dateline="2026-03-04")
    draft = DraftEvent(1, EventType.SHELLING, participants=(DraftParticipant(Role.ACTOR, "Darin"),))
    assert ["Darin"] == [one.name for one in _resolved(article, ArticleContext(article), draft).participants]


def test_a_status_that_rests_on_an_unsure_participant_is_found_anew() -> None:
    article = read_article("Rebels shelled the Syrian army, the Syrian army said.", dateline="2026-03-04")
    context = ArticleContext(article)
    parties = (DraftParticipant(Role.ACTOR, "Rebels", 0.9), DraftParticipant(Role.RECIPIENT, "the Syrian army", 0.3))
    grounded, _ = ground(DraftEvent(1, EventType.SHELLING, participants=parties), article, SourceText(article.text))
    telling, _ = resolve_event(grounded, context)
    sources = {speech.source.id: speech.source for speech in telling.speeches}
    (sure,) = sift([telling.event], 0.5, article, sources).events
    assert Status.CONFIRMED is telling.event.status
    assert Status.CONFIRMED is not sure.status


def test_events_are_handed_out_only_when_they_are_sure_enough() -> None:
    article = read_article("Rebels shelled the port of Darin on Monday.", dateline="2026-03-04")

    async def heard(least: float | None) -> list[Event | EventSummary]:
        replies = [{"shelling": 0.6, "none": 0.4}, {"who": "Rebels", "whom": None, "where": "Darin"}]
        summarizer = Summarizer(ScriptedModel(replies, strategy="weighed"), min_confidence=least)
        return [item async for item in summarizer.stream(article)]

    assert [Event, EventSummary] == [type(item) for item in asyncio.run(heard(None))]
    assert [EventSummary] == [type(item) for item in asyncio.run(heard(1.0))]


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), 70])
def test_a_confidence_that_is_no_share_is_refused(wrong: float) -> None:
    with pytest.raises(SettingsError, match="min_confidence cannot be") as caught:
        Summarizer(ScriptedModel([]), min_confidence=wrong)
    assert "0 to 1" in (caught.value.hint or "")
