"""The weighed strategy: a turn for the type, then one for each phrase."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize import EventSummary, Summarizer, read_article
from summarize.asking.examples import check_examples
from summarize.asking.weighed import WeighedQuestion, shared_messages
from summarize.draft import NOTHING_REPORTED
from summarize.errors import PromptError, SettingsError
from summarize.models.base import Message, Model, Reply
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt, load_prompt
from summarize.record import EventType, LossKind, Role
from summarize.resolving.context import ArticleContext

SHELLED = "Rebels shelled the port of Darin on Monday, a monitor said."


def summary(text: str, replies: list[Any]) -> tuple[EventSummary, ScriptedModel]:
    model = ScriptedModel(replies, strategy="weighed")
    article = read_article(text, dateline="2026-03-04")
    return asyncio.run(Summarizer(model).run(article)), model


def parts(**answers: str) -> list[Any]:
    """A script that says the type and what each phrase is, in the order of the sentence."""
    kind, *others = answers.values()
    return [kind, *others]


def test_the_type_is_weighed_and_then_each_phrase_that_does_not_only_speak() -> None:
    record, model = summary(SHELLED, parts(type="shelling", rebels="actor", darin="place"))
    event = record.events[0]
    assert (EventType.SHELLING, ["Darin"]) == (event.type, [place.name for place in event.places])
    assert [(Role.ACTOR, "Rebels")] == [(party.role, party.name) for party in event.participants]
    assert ["Rebels", "Darin"] == [request.messages[-1].content for request in model.requests[1:]]
    assert 3 == record.usage.calls


def test_each_phrase_is_asked_about_after_the_type_and_nothing_else() -> None:
    _, model = summary(SHELLED, parts(type="shelling", rebels="actor", darin="place"))
    first, second, third = (request.messages for request in model.requests)
    assert (*first, Message("assistant", "shelling")) == second[:-1] == third[:-1]


def test_who_speaks_is_asked_about_where_words_are_the_event() -> None:
    accused = "The ministry accused the Northern Front of breaking the truce."
    record, _ = summary(accused, parts(type="threat", ministry="actor", front="target"))
    assert {(Role.ACTOR, "The ministry"), (Role.RECIPIENT, "Northern Front")} == {
        (party.role, party.name) for party in record.events[0].participants
    }


def test_where_nothing_is_reported_nothing_more_is_asked() -> None:
    record, model = summary(SHELLED, ["none"])
    assert () == record.events
    assert 1 == len(model.requests)


def test_a_sentence_without_any_sign_of_an_event_is_not_asked_about() -> None:
    _, model = summary("The weather in Darin was fine.", [])
    assert [] == model.requests


def test_a_second_type_that_a_clear_word_names_is_asked_about_too() -> None:
    record, _ = summary(
        "Rebels shelled the port of Darin and kidnapped two nurses on Monday.",
        [{"shelling": 0.7, "abduction": 0.3}, "actor", "place", "no", "actor", "no", "target"],
    )
    assert {EventType.SHELLING, EventType.ABDUCTION} == {event.type for event in record.events}


def test_an_event_that_fits_no_type_is_a_loss() -> None:
    text = "The port of Darin was opened again on Monday after the shelling."
    record, _ = summary(text, [{"other": 1.0}])
    assert () == record.events
    assert [(LossKind.MISSING, text)] == [(loss.kind, loss.text) for loss in record.losses if "type" in loss.reason]


def test_a_phrase_without_an_answer_is_a_loss_and_the_event_is_kept() -> None:
    record, _ = summary(SHELLED, ["shelling", "actor"])
    assert ["Rebels"] == [party.name for party in record.events[0].participants]
    failed = [loss.where for loss in record.losses if loss.kind is LossKind.CALL_FAILED]
    assert ["sentence 1, 'Darin', reply"] == failed


def test_a_sentence_that_could_not_be_weighed_is_a_loss() -> None:
    record, _ = summary(f"{SHELLED} Police arrested two men in Darin.", ["none"])
    failed = [loss for loss in record.losses if loss.kind is LossKind.CALL_FAILED]
    assert ["sentence 2, reply"] == [loss.where for loss in failed]


def test_the_worked_examples_are_shared_by_every_question_and_fair() -> None:
    prompt = builtin_prompt("weighed")
    assert all(message.shared for message in shared_messages(prompt))
    assert [] == check_examples(prompt)


class _Mute:
    """A model without probabilities."""

    name, endpoint, strategy, context_tokens, parallel = "mute", None, "sentence", 4096, 1

    async def ask(self, messages: Any, reply: Any, *, max_tokens: int) -> Reply[Any]:
        raise NotImplementedError

    async def aclose(self) -> None:
        pass


def test_a_model_without_probabilities_is_refused_before_anything_is_asked() -> None:
    model: Model = _Mute()  # type: ignore[assignment]
    with pytest.raises(SettingsError, match="how probable") as caught:
        Summarizer(model, strategy="weighed")
    assert "sentence" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("", "names no weights"),
        ("weights: absent.yaml\n", "cannot be read"),
        ("weights: wrong.yaml\n", "logprob"),
        ("weights: right.yaml\n", "names no parts"),
        ("weights: right.yaml\nparts: wrong.yaml\n", "whom"),
    ],
)
def test_a_prompt_without_fitting_weights_says_so(tmp_path: Path, front: str, problem: str) -> None:
    (tmp_path / "wrong.yaml").write_text("logprob: much\n")
    shipped = builtin_prompt("weighed").weights
    assert shipped is not None
    (tmp_path / "right.yaml").write_text(shipped.model_dump_json())
    blocks = "".join("{% block " + name + " %}x{% endblock %}" for name in ("system", "question", "phrase"))
    file = tmp_path / "own.md"
    file.write_text(f"---\nname: own\nversion: '1'\nstrategy: weighed\ndescription: d\n{front}---\n{blocks}\n")
    with pytest.raises(PromptError, match=problem):
        load_prompt(file)


@pytest.mark.parametrize("missing", ["weights", "parts"])
def test_a_prompt_made_without_weights_is_refused_before_anything_is_asked(missing: str) -> None:
    prompt = replace(builtin_prompt("weighed"), **{missing: None})
    with pytest.raises(PromptError, match="has no weights"):
        Summarizer(ScriptedModel([], strategy="weighed"), prompt=prompt)


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "undergone"),
    [
        ("Four nurses were kidnapped by gunmen.", "nurses", EventType.ABDUCTION, True),
        ("The murder of two priests shocked Darin.", "priests", EventType.ATTACK_ON_CIVILIANS, True),
        ("Soldiers were deployed after a church was bombed in Darin.", "Soldiers", EventType.BOMBING, False),
        ("Two battalions were sent to Darin.", "battalions", EventType.MOBILIZATION, False),
        ("Gunmen kidnapped four nurses.", "Gunmen", EventType.ABDUCTION, False),
    ],
)
def test_whom_it_was_done_to_stands_as_grammar_says(
    text: str, phrase: str, kind: EventType, *, undergone: bool
) -> None:
    article = read_article(text)
    context = ArticleContext(article)
    question = WeighedQuestion.about(
        article.sentences[0], builtin_prompt("weighed"), context.mentions[1], NOTHING_REPORTED
    )
    assert question is not None
    (mention,) = [one for one in question.phrases if one.text == phrase]
    assert undergone is ("undergoing" in question.standing(kind, mention))
