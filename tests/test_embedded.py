"""The smallest embedded model, really started, on the seed's first sentences: alone and as a foreign server."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from summarize import EventSummary, Summarizer, read_article
from summarize.article import Article
from summarize.cli import main
from summarize.errors import DownloadError
from summarize.models.local import LocalModel
from summarize.models.openai import OpenAIModel
from summarize.models.pull import model_path, pull
from summarize.prompting import builtin_prompt

SMALLEST = "smollm2-135m"
SENTENCES = 3

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def beginning(seed_text: str) -> Article:
    whole = read_article(seed_text)
    return read_article(seed_text[: whole.sentence(SENTENCES).end])


@pytest.fixture(scope="module")
def fetched() -> None:
    """The smallest model is here."""
    try:
        pull(SMALLEST)
    except DownloadError as error:
        pytest.skip(f"the smallest model is not here and cannot be fetched: {error.message}")


@pytest.fixture(scope="module")
def records(beginning: Article, fetched: None) -> tuple[EventSummary, EventSummary]:
    """The record of the embedded model, and of the same server spoken to as if it were anybody's."""

    async def both() -> tuple[EventSummary, EventSummary]:
        model = LocalModel(name=SMALLEST, threads=1)
        try:
            address = await model.start()
            own = await Summarizer(model).run(beginning)
            stranger = OpenAIModel(name=SMALLEST, base_url=address, api_key=model.api_key)
            foreign = await Summarizer(stranger, strategy="sentence").run(beginning)
            await stranger.aclose()
        finally:
            await model.aclose()
        return own, foreign

    return asyncio.run(both())


def test_every_sentence_that_announces_an_event_is_asked_about(records: tuple[EventSummary, EventSummary]) -> None:
    own, _ = records
    assert own.usage.calls >= SENTENCES
    assert own.usage.completion_tokens > 0


def test_what_it_chose_is_the_articles_own_words(
    records: tuple[EventSummary, EventSummary], beginning: Article
) -> None:
    own, _ = records
    spans = [span for event in own.events for span in event.evidence]
    spans += [party.span for event in own.events for party in event.participants]
    assert spans
    assert all(beginning.text[span.start : span.end] == span.text for span in spans)


def test_the_figures_do_not_depend_on_the_model(records: tuple[EventSummary, EventSummary]) -> None:
    own, _ = records
    assert ["some 50km"] == [figure.text for figure in own.figures]


def test_the_record_says_that_it_is_embedded(records: tuple[EventSummary, EventSummary]) -> None:
    own, _ = records
    assert (SMALLEST, None, "weighed") == (own.provenance.model, own.provenance.endpoint, own.provenance.strategy)


def test_it_is_asked_with_weights_and_a_calibration_of_its_own(
    records: tuple[EventSummary, EventSummary],
) -> None:
    own, _ = records
    assert builtin_prompt("weighed", SMALLEST).used == own.provenance.prompt
    assert builtin_prompt("weighed").used != own.provenance.prompt
    assert own.events
    assert all(event.confidence is not None and 0 < event.confidence < 1 for event in own.events)


def test_the_same_server_as_a_foreign_one_gives_the_same_shape(records: tuple[EventSummary, EventSummary]) -> None:
    _, foreign = records
    assert EventSummary.model_validate_json(foreign.model_dump_json()) == foreign
    assert foreign.provenance.endpoint is not None
    assert foreign.usage.calls >= SENTENCES


def test_a_second_run_takes_up_what_the_first_one_read(
    beginning: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, records: tuple[EventSummary, EventSummary]
) -> None:
    monkeypatch.setenv("SUMMARIZE_STATES", str(tmp_path))

    async def first_question() -> tuple[int, EventSummary]:
        model = LocalModel(name=SMALLEST, threads=1)
        try:
            one = read_article(beginning.sentences[0].text, dateline=beginning.dateline)
            record = await Summarizer(model, strategy="sentence").run(one)
        finally:
            await model.aclose()
        return record.usage.cached_tokens, record

    cold, before = asyncio.run(first_question())
    warm, after = asyncio.run(first_question())
    assert cold == 0
    assert warm > before.usage.prompt_tokens / 2
    assert before.events == after.events
    assert [".state"] == [path.suffix for path in tmp_path.iterdir()]


def test_a_model_that_was_pulled_has_read_its_instructions(
    beginning: Article,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    fetched: None,
) -> None:
    monkeypatch.setenv("SUMMARIZE_STATES", str(tmp_path))
    assert main(["models", "pull", SMALLEST]) == 0
    out, err = capfd.readouterr()
    assert out.splitlines() == [str(model_path(SMALLEST))]
    assert "ready after" in err

    async def first_question() -> EventSummary:
        async with aclosing(LocalModel(name=SMALLEST)) as model:
            return await Summarizer(model).run(read_article(beginning.sentences[0].text))

    record = asyncio.run(first_question())
    read_anew = record.usage.prompt_tokens - record.usage.cached_tokens
    assert read_anew < record.usage.prompt_tokens / record.usage.calls / 2, "not even the first question read them"
