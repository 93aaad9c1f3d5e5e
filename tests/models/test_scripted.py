"""The scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from pydantic import BaseModel

from summarize.models.base import FinishReason, Message, Model, Reply
from summarize.models.scripted import ScriptedModel
from summarize.record import LossKind


class Answer(BaseModel):
    words: list[str]


QUESTION = (Message("user", "Which words?"),)


def ask(model: ScriptedModel) -> Reply[Answer]:
    return asyncio.run(model.ask(QUESTION, Answer, max_tokens=10))


def test_it_is_a_model() -> None:
    assert isinstance(ScriptedModel([]), Model)


def test_text_mappings_and_replies_are_answered_in_order() -> None:
    model = ScriptedModel(['{"words": ["a"]}', {"words": ["b"]}, Answer(words=["c"])])
    assert [["a"], ["b"], ["c"]] == [reply.parsed.words for reply in (ask(model) for _ in range(3)) if reply.parsed]


def test_a_function_answers_from_the_question() -> None:
    def echo(messages: Sequence[Message], reply: type[BaseModel]) -> dict[str, list[str]]:
        return {"words": messages[-1].content.split()}

    assert Answer(words=["Which", "words?"]) == ask(ScriptedModel(echo)).parsed


def test_every_request_is_remembered() -> None:
    model = ScriptedModel([{"words": []}])
    ask(model)
    assert [(QUESTION, Answer, 10)] == [(one.messages, one.reply, one.max_tokens) for one in model.requests]


def test_a_broken_answer_is_salvaged_as_a_real_one_would_be() -> None:
    reply = ask(ScriptedModel(['{"words": ["a", 5, "b"]}']))
    assert (Answer(words=["a", "b"]), FinishReason.INVALID) == (reply.parsed, reply.finish_reason)
    reply = ask(ScriptedModel(['{"words": ["a", "b']))
    assert (Answer(words=["a"]), FinishReason.LENGTH) == (reply.parsed, reply.finish_reason)


def test_a_script_that_has_ended_is_a_failed_call() -> None:
    model = ScriptedModel([{"words": []}])
    ask(model)
    reply = ask(model)
    assert (None, FinishReason.FAILED) == (reply.parsed, reply.finish_reason)
    assert [LossKind.CALL_FAILED] == [loss.kind for loss in reply.losses]
