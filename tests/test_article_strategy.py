"""The article strategy: passages own their sentences, nothing is told twice, offsets stay those of the whole text."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

import pytest

from summarize import EventSummary, Summarizer, read_article, summarize
from summarize.asking.article import CHARACTERS_PER_TOKEN
from summarize.models.base import Message
from summarize.models.scripted import ScriptedModel
from summarize.record import LossKind

PLACES = ("Darin", "Tamra", "Sabil", "Homs", "Kirkuk", "Mosul", "Aleppo", "Basra", "Tikrit", "Najaf")
TEXT = "\n\n".join(
    f"Rebels shelled the port of {place} on Monday. Residents said the price of bread rose again in the markets there."
    for place in PLACES
)


def _events(messages: Sequence[Message], reply: type) -> str:
    """One shelling for each sentence the passage owns that tells of one, at the place it names."""
    definitions = reply.model_json_schema()["$defs"]  # type: ignore[attr-defined]
    allowed = definitions["PassageEvent"]["properties"]["sentence"]["enum"]
    places = definitions["PlaceName"]["enum"]
    events = []
    for line in messages[-1].content.splitlines():
        number, _, text = line.partition("] ")
        if number.startswith("[") and "shelled" in text and int(number[1:]) in allowed:
            where = next(name for name in PLACES if name in text)
            party = {"role": "actor", "phrase": "Rebels"}
            events.append(
                {
                    "sentence": int(number[1:]),
                    "type": "shelling",
                    "label": None,
                    "participants": [party],
                    "places": [where] if where in places else [],
                }
            )
    return json.dumps({"events": events})


@pytest.fixture(scope="module")
def whole() -> EventSummary:
    return summarize(TEXT, dateline="2026-03-04", model=ScriptedModel(_events))


@pytest.fixture(scope="module")
def in_passages() -> tuple[EventSummary, int]:
    model = ScriptedModel(_events, context_tokens=2300)
    return summarize(TEXT, dateline="2026-03-04", model=model), len(model.requests)


def test_a_text_that_fits_is_asked_about_once(whole: EventSummary) -> None:
    assert whole.usage.calls == 1
    assert len(PLACES) == len(whole.events)


def test_a_long_text_is_cut_and_nothing_is_told_twice(
    whole: EventSummary, in_passages: tuple[EventSummary, int]
) -> None:
    record, asked = in_passages
    assert asked > 1
    assert whole.events == record.events


def test_offsets_are_those_of_the_whole_text(in_passages: tuple[EventSummary, int]) -> None:
    record, _ = in_passages
    assert record.events
    assert all(TEXT[event.places[0].span.start :].startswith(event.places[0].name) for event in record.events)


@pytest.mark.parametrize("context_tokens", [4096, 8192, 32_768])
def test_prompt_passage_and_reply_fit_into_the_context_together(context_tokens: int) -> None:
    model = ScriptedModel(lambda *_: '{"events": []}', context_tokens=context_tokens)
    summarize("\n\n".join([TEXT] * 100), dateline="2026-03-04", model=model)
    asked = [
        sum(len(message.content) for message in request.messages) / CHARACTERS_PER_TOKEN + request.max_tokens
        for request in model.requests
    ]
    assert len(asked) > 1
    assert max(asked) <= context_tokens


def test_an_answer_cut_off_keeps_the_events_before_the_cut() -> None:
    def cut_off(messages: Sequence[Message], reply: type) -> str:
        return _events(messages, reply)[:-60]

    record = summarize(TEXT, dateline="2026-03-04", model=ScriptedModel(cut_off))
    assert len(PLACES) - 1 == len(record.events)
    assert any(loss.kind in {LossKind.TRUNCATED, LossKind.INVALID} for loss in record.losses)


def test_a_phrase_that_stands_elsewhere_in_the_passage_is_not_joined_to_the_event() -> None:
    def crossed(messages: Sequence[Message], reply: type) -> str:
        answer = json.loads(_events(messages, reply))
        answer["events"][0]["places"] = [PLACES[-1]]
        return json.dumps(answer)

    text = "Rebels shelled the port of Darin on Monday. Shops stayed shut in Najaf."
    record = summarize(text, dateline="2026-03-04", model=ScriptedModel(crossed))
    assert [()] == [event.places for event in record.events]
    assert [PLACES[-1]] == [loss.text for loss in record.losses if loss.kind is LossKind.UNGROUNDED]


def test_several_articles_through_one_summarizer_keep_apart() -> None:
    async def both() -> list[EventSummary]:
        async with Summarizer(ScriptedModel(_events)) as summarizer:
            articles = [read_article(TEXT), read_article(TEXT.replace("Rebels", "Soldiers"))]
            return [await summarizer.run(article) for article in articles]

    first, second = asyncio.run(both())
    assert first.document.sha256 != second.document.sha256


def test_a_zero_in_words_is_a_figure_that_its_words_bear_out() -> None:
    record = summarize("Rebels shelled the port of Darin on Monday. No one was killed.", model=ScriptedModel(_events))
    assert [0.0] == [figure.best for figure in record.figures]
    assert LossKind.UNGROUNDED not in {loss.kind for loss in record.losses}
