"""How probable an answer is: OpenAIModel.weigh against a real server."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from summarize.errors import ModelDenied, ModelUnavailable
from summarize.models.base import Message, Weighing, WeighingModel
from summarize.models.faults import Backoff
from summarize.models.local import LocalModel
from summarize.models.openai import OpenAIModel
from summarize.models.scripted import ScriptedModel
from summarize.models.transcript import transcript
from summarize.record import LossKind
from tests.models.fault_server import Fault, FaultServer, body, completion, continuation, dropped, error, fault_server

QUESTION = (Message("system", "Name the type."), Message("user", "Rebels shelled Darin."))
ANSWERS = ("shelling", "bombing", "none")
GOOD = completion("she", finish_reason="length", top={"she": -0.1, "bomb": -2.5, "none": -4.0, "x": -5.0})


def weigh(server: FaultServer | str, **options: Any) -> Weighing:
    url = server if isinstance(server, str) else server.url

    async def run() -> Weighing:
        model = OpenAIModel(
            name="stub", api_key="k", base_url=url, timeout=5.0, backoff=Backoff(base=0.01, cap=0.02), **options
        )
        try:
            return await model.weigh(QUESTION, ANSWERS)
        finally:
            await model.aclose()

    return asyncio.run(run())


def test_the_models_that_come_with_the_package_can_weigh() -> None:
    for model in (ScriptedModel([]), OpenAIModel(base_url="http://127.0.0.1:1/v1"), LocalModel(name="smollm2-135m")):
        assert isinstance(model, WeighingModel)


def test_answers_are_weighed_by_their_first_token() -> None:
    with fault_server(GOOD) as server:
        found = weigh(server)
    assert {"shelling": pytest.approx(-0.1), "bombing": pytest.approx(-2.5), "none": pytest.approx(-4.0)} == dict(
        found.logprobs
    )
    assert (1, ()) == (found.usage.calls, found.losses)


@pytest.mark.parametrize(
    "logprobs", ["x", {"content": 5}, {"content": "she"}, {"content": [{"token": "she", "top_logprobs": 5}]}]
)
def test_probabilities_of_another_shape_are_none(logprobs: Any) -> None:
    message = {"role": "assistant", "content": "she"}
    choice = {"index": 0, "finish_reason": "length", "message": message, "logprobs": logprobs}
    answer = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    with fault_server(body(answer)) as server, pytest.raises(ModelDenied, match="does not say how probable"):
        weigh(server)


def test_one_token_and_its_alternatives_are_asked_for() -> None:
    with fault_server(GOOD) as server:
        weigh(server, top_logprobs=7)
    sent = server.seen[0].body
    assert (1, True, 7) == (sent["max_tokens"], sent["logprobs"], sent["top_logprobs"])
    assert "response_format" not in sent


def test_a_server_that_goes_on_with_text_is_given_one_text() -> None:
    with fault_server(continuation(" she", top={" she": -0.1, " bomb": -2.5, "\n": -3.0})) as server:
        found = weigh(server, transcribe=transcript, top_logprobs=7)
    assert {"shelling": pytest.approx(-0.1), "bombing": pytest.approx(-2.5)} == dict(found.logprobs)
    assert (10, 1, ()) == (found.usage.prompt_tokens, found.usage.completion_tokens, found.losses)
    seen = server.seen[0]
    assert "/v1/completions" == seen.path
    assert ("Name the type.\n\nRebels shelled Darin. =>", 1, 7) == (
        seen.body["prompt"],
        seen.body["max_tokens"],
        seen.body["logprobs"],
    )
    assert "messages" not in seen.body


def test_lone_surrogates_are_sent_as_question_marks_in_one_text_too() -> None:
    with fault_server(continuation(" she", top={" she": -0.1})) as server:
        weigh(server, transcribe=lambda messages: f"{messages[0].content} \ud800 =>")
    assert "Name the type. ? =>" == server.seen[0].body["prompt"]


def test_a_passing_failure_is_tried_again_and_both_attempts_are_counted() -> None:
    with fault_server(error(503), GOOD) as server:
        found = weigh(server)
    assert found.logprobs
    assert 2 == found.usage.calls


def test_another_name_for_the_limit_is_tried() -> None:
    refusal = error(400, message="Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
    with fault_server(refusal, GOOD) as server:
        assert weigh(server).logprobs
    assert 1 == server.seen[1].body["max_completion_tokens"]


def test_a_failure_that_stays_is_a_loss() -> None:
    with fault_server(dropped) as server:
        found = weigh(server, max_retries=1)
    assert {} == found.logprobs
    assert [LossKind.CALL_FAILED] == [loss.kind for loss in found.losses]


def test_a_refusal_is_a_loss() -> None:
    with fault_server(completion(None, refusal="I cannot help with that.")) as server:
        found = weigh(server)
    assert [LossKind.REFUSED] == [loss.kind for loss in found.losses]


@pytest.mark.parametrize("answer", [completion(""), completion("\ufffd", finish_reason="length")])
def test_a_model_that_begins_with_no_word_loses_the_question_and_not_the_article(answer: Fault) -> None:
    with fault_server(answer) as server:
        found = weigh(server)
    assert [(LossKind.INVALID, "the reply begins with no word")] == [(loss.kind, loss.reason) for loss in found.losses]


def test_a_server_without_probabilities_says_what_to_do() -> None:
    with fault_server(completion("shelling")) as server, pytest.raises(ModelDenied, match="how probable") as caught:
        weigh(server)
    assert "sentence" in (caught.value.hint or "")


def test_nobody_listening_is_an_error() -> None:
    with pytest.raises(ModelUnavailable):
        weigh("http://127.0.0.1:9/v1", max_retries=0)


def test_a_script_weighs_by_mapping_or_by_the_answer_that_is_certain() -> None:
    async def run() -> list[Weighing]:
        model = ScriptedModel([{"shelling": 0.5, "none": 0.25}, "none"])
        return [await model.weigh(QUESTION, ANSWERS) for _ in range(3)]

    both, certain, ended = asyncio.run(run())
    assert ["shelling", "none"] == list(both.logprobs)
    assert {"none": 0.0} == dict(certain.logprobs)
    assert [LossKind.CALL_FAILED] == [loss.kind for loss in ended.losses]
