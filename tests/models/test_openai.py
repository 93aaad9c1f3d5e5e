"""OpenAIModel against a real server that misbehaves."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict

from summarize.errors import ModelDenied, ModelUnavailable, SettingsError
from summarize.models.base import FinishReason, Message, Model, Reply
from summarize.models.faults import Backoff
from summarize.models.openai import OpenAIModel
from summarize.record import LossKind
from tests.models.fault_server import (
    FaultServer,
    Handler,
    body,
    completion,
    dripping,
    dropped,
    error,
    fault_server,
    raw,
    stalled,
)


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sentence: int
    type: Literal["battle", "protest", "aid_delivery"]
    actor: str | None


class Items(BaseModel):
    model_config = ConfigDict(extra="forbid")

    items: list[Item]


GOOD = json.dumps({"items": [{"sentence": 1, "type": "battle", "actor": "the garrison"}]})
BAD_TYPE = json.dumps(
    {
        "items": [
            {"sentence": 1, "type": "battle", "actor": "the garrison"},
            {"sentence": "two", "type": "picnic", "actor": 5},
        ]
    }
)
QUESTION = (
    Message("system", "Code the events."),
    Message("user", "1. The garrison at Port Elm was attacked."),
)


def ask(server: FaultServer | str, *, max_tokens: int = 200, **options: Any) -> Reply[Items]:
    url = server if isinstance(server, str) else server.url
    settings = {
        "name": "stub",
        "api_key": "k",
        "timeout": 5.0,
        "backoff": Backoff(base=0.01, cap=5.0),
        **options,
    }

    async def run() -> Reply[Items]:
        model = OpenAIModel(base_url=url, **settings)
        try:
            return await model.ask(QUESTION, Items, max_tokens=max_tokens)
        finally:
            await model.aclose()

    return asyncio.run(run())


def kinds(reply: Reply[Items]) -> list[LossKind]:
    return [loss.kind for loss in reply.losses]


def test_it_is_a_model() -> None:
    assert isinstance(OpenAIModel(name="x", base_url="http://127.0.0.1:1/v1"), Model)


def test_a_good_answer_is_parsed_and_counted() -> None:
    with fault_server(completion(GOOD, prompt_tokens=100, completion_tokens=20, cached_tokens=60)) as server:
        reply = ask(server)
    assert reply.parsed == Items.model_validate_json(GOOD)
    assert reply.finish_reason is FinishReason.STOP
    assert (1, 100, 20, 60) == (
        reply.usage.calls,
        reply.usage.prompt_tokens,
        reply.usage.completion_tokens,
        reply.usage.cached_tokens,
    )
    assert reply.usage.cost_usd is None
    assert reply.losses == ()
    assert reply.raw == GOOD


def test_cached_tokens_are_read_from_the_timings_of_llama_cpp() -> None:
    with fault_server(completion(GOOD, timings={"cache_n": 42})) as server:
        assert ask(server).usage.cached_tokens == 42


def test_the_request_carries_a_strict_schema_and_the_limits() -> None:
    with fault_server(completion(GOOD)) as server:
        ask(server, max_tokens=77)
    sent = server.seen[0].body
    schema = sent["response_format"]["json_schema"]
    assert (True, "Items") == (schema["strict"], schema["name"])
    assert schema["schema"]["additionalProperties"] is False
    assert (77, 0.0, "stub") == (sent["max_tokens"], sent["temperature"], sent["model"])
    assert server.seen[0].headers["authorization"] == "Bearer k"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_passing_failure_is_tried_again_and_both_attempts_are_counted(status: int) -> None:
    with fault_server(error(status), completion(GOOD)) as server:
        reply = ask(server)
    assert reply.finish_reason is FinishReason.STOP
    assert reply.usage.calls == 2
    assert server.prompts[0] == server.prompts[1]


def test_retry_after_in_seconds_is_honoured() -> None:
    with fault_server(error(429, retry_after="0.4"), completion(GOOD)) as server:
        started = time.monotonic()
        reply = ask(server)
    assert reply.finish_reason is FinishReason.STOP
    assert time.monotonic() - started >= 0.4


def test_retry_after_as_a_date_is_honoured() -> None:
    with fault_server(error(503, retry_after=formatdate(time.time() + 2, usegmt=True)), completion(GOOD)) as server:
        started = time.monotonic()
        reply = ask(server)
    assert reply.finish_reason is FinishReason.STOP
    assert time.monotonic() - started >= 0.9


def test_retry_after_is_capped() -> None:
    with fault_server(error(429, retry_after="3600"), completion(GOOD)) as server:
        started = time.monotonic()
        reply = ask(server, backoff=Backoff(base=0.01, cap=0.1))
    assert reply.finish_reason is FinishReason.STOP
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("fault", [error(429), error(500), error(503), dropped])
def test_a_failure_that_stays_is_a_loss_after_every_retry(fault: Callable[..., None]) -> None:
    with fault_server(fault) as server:
        reply = ask(server, max_retries=2)
    assert (None, FinishReason.FAILED, 3) == (reply.parsed, reply.finish_reason, reply.usage.calls)
    assert kinds(reply) == [LossKind.CALL_FAILED]
    assert server.url in reply.losses[0].reason


def test_a_connection_dropped_in_mid_body_is_tried_again() -> None:
    with fault_server(dropped, completion(GOOD)) as server:
        reply = ask(server)
    assert (FinishReason.STOP, 2) == (reply.finish_reason, reply.usage.calls)


@pytest.mark.parametrize("fault", [stalled, dripping])
def test_a_stalled_answer_hits_the_timeout(fault: Callable[..., None]) -> None:
    with fault_server(fault) as server:
        started = time.monotonic()
        reply = ask(server, timeout=0.3, max_retries=1)
    assert time.monotonic() - started < 3
    assert (FinishReason.FAILED, 2) == (reply.finish_reason, reply.usage.calls)
    assert "time limit" in reply.losses[0].reason


@pytest.mark.parametrize(
    "fault",
    [
        raw(b"<html>Bad gateway</html>", "text/html"),
        raw(b"not json"),
        raw(b""),
        raw(b"\xff\xfe"),
        body([1, 2]),
        body(3),
    ],
)
def test_an_answer_that_is_no_chat_completion_is_a_failed_call(fault: Callable[..., None]) -> None:
    with fault_server(fault) as server:
        reply = ask(server, max_retries=1)
    assert (FinishReason.FAILED, 2) == (reply.finish_reason, reply.usage.calls)
    assert kinds(reply) == [LossKind.CALL_FAILED]


def test_no_failure_of_the_wire_is_pasted_into_a_prompt() -> None:
    with fault_server(error(500, "TOP SECRET TRACE"), error(429, "SLOW DOWN"), dropped, completion(GOOD)) as server:
        reply = ask(server)
    assert reply.finish_reason is FinishReason.STOP
    assert len({json.dumps(prompt) for prompt in server.prompts}) == 1


def test_a_validation_error_is_pasted_back_exactly_once() -> None:
    with fault_server(completion(BAD_TYPE), completion(GOOD)) as server:
        reply = ask(server)
    assert (FinishReason.STOP, 2, 20) == (reply.finish_reason, reply.usage.calls, reply.usage.prompt_tokens)
    assert reply.losses == ()
    first, second = server.prompts
    assert second[: len(first)] == first
    assert second[-2] == BAD_TYPE
    assert "reply.items[1].type" in second[-1]
    assert "picnic" in second[-1]


def test_a_reply_that_stays_wrong_keeps_its_good_items_and_loses_the_rest() -> None:
    with fault_server(completion(BAD_TYPE)) as server:
        reply = ask(server)
    assert (FinishReason.INVALID, 2) == (reply.finish_reason, reply.usage.calls)
    assert reply.parsed == Items.model_validate_json(GOOD)
    assert (["reply.items[1]"], [LossKind.INVALID]) == ([loss.where for loss in reply.losses], kinds(reply))


def test_the_better_of_two_wrong_replies_is_kept() -> None:
    with fault_server(completion(BAD_TYPE), completion("I am sorry.")) as server:
        reply = ask(server)
    assert reply.parsed == Items.model_validate_json(GOOD)
    assert reply.raw == "I am sorry."


def test_a_first_answer_survives_when_the_second_question_fails() -> None:
    with fault_server(completion(BAD_TYPE), error(500)) as server:
        reply = ask(server, max_retries=1)
    assert (FinishReason.INVALID, 3) == (reply.finish_reason, reply.usage.calls)
    assert reply.parsed == Items.model_validate_json(GOOD)


@pytest.mark.parametrize(
    "content",
    [
        "",
        None,
        "This is prose, not JSON.",
        "这是一份关于冲突的摘要。",
        "هذه خلاصة للأحداث.",
        "[1, 2, 3]",
        "null",
        "{" * 500,
        "{}",
    ],
)
def test_prose_in_any_language_is_asked_for_again_and_then_given_up(content: str | None) -> None:
    with fault_server(completion(content)) as server:
        reply = ask(server)
    assert (None, FinishReason.INVALID, 2) == (reply.parsed, reply.finish_reason, reply.usage.calls)
    assert LossKind.INVALID in kinds(reply)


def test_valid_json_with_words_of_another_language_is_passed_on() -> None:
    answer = {"items": [{"sentence": 1, "type": "battle", "actor": "الحامية"}]}
    with fault_server(completion(json.dumps(answer))) as server:
        reply = ask(server)
    assert reply.parsed == Items.model_validate(answer)


@pytest.mark.parametrize("answer", [{"choices": []}, {"choices": None}, {"choices": [{"index": 0}]}])
def test_an_empty_choice_list_is_asked_for_again_and_then_given_up(answer: dict[str, Any]) -> None:
    with fault_server(body({"id": "x", "object": "chat.completion", "created": 1, "model": "m", **answer})) as server:
        reply = ask(server)
    assert (None, FinishReason.INVALID, 2) == (reply.parsed, reply.finish_reason, reply.usage.calls)


def _shaped(**fields: Any) -> Callable[[Handler], None]:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": GOOD}}
    whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return body({**whole, **fields})


def _saying(message: Any) -> Callable[[Handler], None]:
    return _shaped(choices=[{"index": 0, "finish_reason": "stop", "message": message}])


@pytest.mark.parametrize(
    ("usage", "timings", "expected"),
    [
        ({"prompt_tokens": "many", "completion_tokens": None}, None, (0, 0, 0)),
        ({"prompt_tokens": -5, "completion_tokens": 2.0}, {"cache_n": "few"}, (0, 2, 0)),
        ({"prompt_tokens": 7, "prompt_tokens_details": {"cached_tokens": []}}, None, (7, 0, 0)),
        ("lots", [1], (0, 0, 0)),
        (None, {"cache_n": 3}, (0, 0, 3)),
    ],
)
def test_usage_that_is_no_number_counts_as_nothing(usage: Any, timings: Any, expected: tuple[int, int, int]) -> None:
    with fault_server(_shaped(usage=usage, timings=timings)) as server:
        reply = ask(server)
    assert Items.model_validate_json(GOOD) == reply.parsed
    assert expected == (reply.usage.prompt_tokens, reply.usage.completion_tokens, reply.usage.cached_tokens)


def test_an_answer_in_parts_is_the_text_of_its_parts() -> None:
    parts = [
        {"type": "thinking", "thinking": []},
        {"type": "text", "text": GOOD[:9]},
        {"type": "text", "text": GOOD[9:]},
    ]
    with fault_server(_saying({"role": "assistant", "content": parts})) as server:
        reply = ask(server)
    assert (Items.model_validate_json(GOOD), GOOD) == (reply.parsed, reply.raw)


@pytest.mark.parametrize(
    "fault",
    [
        _shaped(choices=[5]),
        _shaped(choices={"0": 5}),
        _shaped(choices="none"),
        _saying("hi"),
        _saying([GOOD]),
        _saying({"role": "assistant", "content": {"text": GOOD}}),
        _saying({"role": "assistant", "content": 5}),
        body([]),
        body("hi"),
    ],
)
def test_what_is_no_chat_completion_costs_one_answer(fault: Callable[[Handler], None]) -> None:
    with fault_server(fault) as server:
        reply = ask(server, max_retries=1)
    assert (None, FinishReason.FAILED, 2) == (reply.parsed, reply.finish_reason, reply.usage.calls)
    assert "was not the JSON of a chat completion" in (reply.losses[0].reason or "")


def test_a_refusal_is_a_loss_and_not_asked_again() -> None:
    with fault_server(completion(None, refusal="I cannot help with that.")) as server:
        reply = ask(server)
    assert (None, FinishReason.REFUSAL, 1) == (reply.parsed, reply.finish_reason, reply.usage.calls)
    assert ([LossKind.REFUSED], "I cannot help with that.") == (kinds(reply), reply.losses[0].text)


@pytest.mark.parametrize(
    "fault",
    [
        completion('{"items": [', finish_reason="content_filter"),
        error(400, "The response was filtered", code="content_filter"),
    ],
)
def test_a_content_filter_is_a_refusal(fault: Callable[..., None]) -> None:
    with fault_server(fault) as server:
        reply = ask(server)
    assert (FinishReason.REFUSAL, [LossKind.REFUSED], 1) == (
        reply.finish_reason,
        kinds(reply),
        reply.usage.calls,
    )


def test_two_hundred_items_are_read() -> None:
    answer = {"items": [{"sentence": n, "type": "protest", "actor": f"group {n}"} for n in range(200)]}
    with fault_server(completion(json.dumps(answer))) as server:
        reply = ask(server)
    assert reply.parsed is not None
    assert len(reply.parsed.items) == 200


def test_a_reply_cut_off_by_its_limit_keeps_every_complete_item_and_is_not_asked_again() -> None:
    text = json.dumps({"items": [{"sentence": n, "type": "protest", "actor": None} for n in range(1, 20)]})
    cut = text[: text.index('"sentence": 15') + len('"sentence": 1')]
    with fault_server(completion(cut, finish_reason="length")) as server:
        reply = ask(server)
    assert (FinishReason.LENGTH, 1) == (reply.finish_reason, reply.usage.calls)
    assert reply.parsed is not None
    assert list(range(1, 15)) == [item.sentence for item in reply.parsed.items]
    assert kinds(reply) == [LossKind.TRUNCATED]


def test_an_answer_beyond_every_limit_is_read_up_to_one() -> None:
    items = ", ".join(['{"type": "battle"}'] * 400_000)
    with fault_server(completion(f'{{"items": [{items}]}}')) as server:
        started = time.perf_counter()
        reply = ask(server.url)
    assert FinishReason.LENGTH == reply.finish_reason
    assert 1 == reply.usage.calls
    assert LossKind.TRUNCATED in kinds(reply)
    assert len(reply.raw) < 1_000_000
    assert time.perf_counter() - started < 20


def test_json_cut_off_at_any_byte_keeps_every_complete_item() -> None:
    items = [{"sentence": n, "type": "battle", "actor": f'the "{n}" é}}]'} for n in (1, 2)]
    whole = json.dumps({"items": items}, ensure_ascii=False)
    ends = [
        whole.index(json.dumps(item, ensure_ascii=False)) + len(json.dumps(item, ensure_ascii=False)) for item in items
    ]

    async def run(server: FaultServer) -> list[Reply[Items]]:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k", backoff=Backoff(base=0.01))
        try:
            return [await model.ask(QUESTION, Items, max_tokens=9) for _ in range(len(whole))]
        finally:
            await model.aclose()

    script = [completion(whole[:length], finish_reason="length") for length in range(len(whole))]
    with fault_server(*script) as server:
        replies = asyncio.run(run(server))
    for length, reply in enumerate(replies):
        expected = sum(end <= length for end in ends)
        assert (length, expected) == (length, len(reply.parsed.items) if reply.parsed else 0)
        assert reply.finish_reason is FinishReason.LENGTH
        assert reply.losses


def test_a_wrong_key_is_refused_with_the_next_step() -> None:
    with (
        fault_server(error(401, "Incorrect API key provided")) as server,
        pytest.raises(ModelDenied) as caught,
    ):
        ask(server)
    assert (server.url, 1) == (caught.value.where, len(server.seen))
    assert "401" in caught.value.message
    assert "OPENAI_API_KEY" in str(caught.value.hint)


def test_a_key_that_a_server_repeats_is_not_shown() -> None:
    with fault_server(error(401, "bad key sk-hush-hush")) as server, pytest.raises(ModelDenied) as caught:
        ask(server, api_key="sk-hush-hush")
    assert "sk-hush-hush" not in str(caught.value)


def test_user_and_password_of_an_address_are_not_shown() -> None:
    model = OpenAIModel(name="m", base_url="http://desk:hush@127.0.0.1:1/v1")
    assert "http://127.0.0.1:1/v1" == model.endpoint


@pytest.mark.parametrize("address", ["http://☃.net/v1", "http://999.1.1.1/v1"])
def test_an_address_that_no_host_can_have_is_one_where_nothing_answers(address: str) -> None:
    with pytest.raises(ModelUnavailable, match="nothing answers"):
        ask(address)


def test_lone_surrogates_are_sent_as_question_marks() -> None:
    async def run(server: FaultServer) -> Reply[Items]:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k")
        try:
            return await model.ask([Message("user", "a\ud800b")], Items, max_tokens=9)
        finally:
            await model.aclose()

    with fault_server(completion(GOOD)) as server:
        assert FinishReason.STOP is asyncio.run(run(server)).finish_reason
    assert [["a?b"]] == server.prompts


def test_an_unknown_model_is_refused_with_its_name() -> None:
    fault = error(404, "The model `stub` does not exist", code="model_not_found")
    with fault_server(fault) as server, pytest.raises(ModelDenied, match="stub") as caught:
        ask(server)
    assert "model name" in str(caught.value.hint)


def test_an_exhausted_quota_is_not_tried_again() -> None:
    fault = error(429, "You exceeded your quota", code="insufficient_quota")
    with fault_server(fault) as server, pytest.raises(ModelDenied, match="quota"):
        ask(server)
    assert len(server.seen) == 1


def test_any_other_bad_request_is_refused() -> None:
    with (
        fault_server(error(400, "messages: field required")) as server,
        pytest.raises(ModelDenied, match="field required"),
    ):
        ask(server)


def test_nothing_listening_is_unavailable_with_address_and_next_step() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
    with pytest.raises(ModelUnavailable) as caught:
        ask(url, max_retries=1)
    assert caught.value.where == url
    assert "--base-url" in str(caught.value.hint)


def test_an_address_that_cannot_be_reached_is_unavailable() -> None:
    with pytest.raises(ModelUnavailable):
        ask("http://no-such-host.invalid/v1", max_retries=0)


@pytest.mark.parametrize(
    "url",
    ["ftp://127.0.0.1/v1", "127.0.0.1:80/v1", "http://", "http:///v1", "http://[::1", "http://127.0.0.1:99999/v1"],
)
def test_what_is_no_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        OpenAIModel(name="m", base_url=url)
    assert repr(url) in caught.value.message


def test_the_reason_is_that_of_the_wire_whatever_was_being_handled_when_it_was_asked() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        with pytest.raises(ModelUnavailable, match="Connect call failed"):
            ask(url, max_retries=0)


@pytest.mark.parametrize("status", [302, 307])
def test_a_server_that_points_elsewhere_is_refused_with_the_next_step(status: int) -> None:
    moved = error(status, "moved", location="http://127.0.0.1:9/v1/chat/completions")
    with fault_server(moved) as server, pytest.raises(ModelDenied) as caught:
        ask(server.url)
    assert "new address" in str(caught.value.hint)


def test_a_passage_too_long_for_the_model_is_a_loss_of_that_passage() -> None:
    message = "This model's maximum context length is 4096 tokens"
    with fault_server(error(400, message, code="context_length_exceeded")) as server:
        reply = ask(server)
    assert (FinishReason.FAILED, 1, [LossKind.CALL_FAILED]) == (
        reply.finish_reason,
        reply.usage.calls,
        kinds(reply),
    )
    assert "context length" in reply.losses[0].reason


def test_a_server_without_json_schema_gets_the_schema_in_the_prompt_and_the_fallback_is_stated_once() -> None:
    refusal = error(400, "response_format type json_schema is not supported")

    async def run(server: FaultServer) -> list[Reply[Items]]:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k")
        try:
            return [await model.ask(QUESTION, Items, max_tokens=50) for _ in range(2)]
        finally:
            await model.aclose()

    with fault_server(refusal, completion(GOOD)) as server:
        first, second = asyncio.run(run(server))
    assert ([LossKind.REPAIRED], []) == (kinds(first), kinds(second))
    assert (2, 1) == (first.usage.calls, second.usage.calls)
    formats = [seen.body["response_format"]["type"] for seen in server.seen]
    assert formats == ["json_schema", "json_object", "json_object"]
    assert '"additionalProperties": false' in server.prompts[1][0]
    assert server.prompts[1][-1] == QUESTION[-1].content


def test_questions_asked_at_once_fall_back_together_and_no_further_than_needed() -> None:
    def only_objects(handler: Handler) -> None:
        asked = handler.seen.body["response_format"]["type"]
        (completion(GOOD) if asked == "json_object" else error(400, "response_format: unknown type"))(handler)

    async def run(server: FaultServer) -> list[Reply[Items]]:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k")
        try:
            return await asyncio.gather(*(model.ask(QUESTION, Items, max_tokens=9) for _ in range(8)))
        finally:
            await model.aclose()

    with fault_server(only_objects) as server:
        replies = asyncio.run(run(server))
    assert [FinishReason.STOP] * 8 == [reply.finish_reason for reply in replies]
    assert 1 == sum(len(reply.losses) for reply in replies)
    assert {"json_schema", "json_object"} == {seen.body["response_format"]["type"] for seen in server.seen}


def test_a_server_without_any_response_format_is_asked_in_plain_text() -> None:
    refusal = error(400, "unknown field: response_format")
    with fault_server(refusal, refusal, completion(f"Here it is:\n```json\n{GOOD}\n```")) as server:
        reply = ask(server)
    assert (FinishReason.STOP, 3) == (reply.finish_reason, reply.usage.calls)
    assert "response_format" not in server.seen[2].body


def test_a_fixed_mode_does_not_fall_back() -> None:
    with fault_server(error(400, "response_format is not supported")) as server, pytest.raises(ModelDenied):
        ask(server, mode="json_schema")


def test_a_model_that_wants_other_parameters_gets_them() -> None:
    script = [
        error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
        error(400, "Unsupported value: 'temperature' does not support 0."),
        completion(GOOD),
    ]
    with fault_server(*script) as server:
        reply = ask(server, max_tokens=55)
    assert reply.finish_reason is FinishReason.STOP
    assert server.seen[2].body["max_completion_tokens"] == 55
    assert {"temperature", "max_tokens"}.isdisjoint(server.seen[2].body)


def test_without_a_name_the_servers_own_model_is_asked() -> None:
    with fault_server(completion(GOOD)) as server:
        reply = ask(server, name=None)
    assert (FinishReason.STOP, "only-model") == (reply.finish_reason, server.seen[0].body["model"])


@pytest.mark.parametrize(("models", "reason"), [((), "does not list"), (("a", "b"), r"has 2 models \(a, b")])
def test_without_a_name_a_server_of_several_models_is_not_guessed_at(models: tuple[str, ...], reason: str) -> None:
    with fault_server(completion(GOOD)) as server:
        server.models = models
        with pytest.raises(ModelDenied, match=reason) as caught:
            ask(server, name=None)
    assert "--model" in str(caught.value.hint)
    assert [] == server.seen


def test_requests_in_parallel_are_each_answered() -> None:
    async def run(server: FaultServer) -> list[Reply[Items]]:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k", backoff=Backoff(base=0.01))
        try:
            return await asyncio.gather(*(model.ask(QUESTION, Items, max_tokens=9) for _ in range(16)))
        finally:
            await model.aclose()

    with fault_server(error(503), dropped, completion(BAD_TYPE), completion(GOOD)) as server:
        replies = asyncio.run(run(server))
    assert all(reply.parsed is not None for reply in replies)
    assert sum(reply.usage.calls for reply in replies) == len(server.seen)


def test_one_model_serves_one_event_loop_after_another() -> None:
    with fault_server(completion(GOOD)) as server:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k")

        async def run() -> Reply[Items]:
            try:
                return await model.ask(QUESTION, Items, max_tokens=9)
            finally:
                await model.aclose()

        assert [FinishReason.STOP] * 2 == [asyncio.run(run()).finish_reason for _ in range(2)]


def test_a_proxy_of_the_environment_is_not_used_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with fault_server(completion(GOOD)) as server:
        assert ask(server).finish_reason is FinishReason.STOP


def test_nothing_is_written_to_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    with fault_server(completion(BAD_TYPE), error(500)) as server:
        ask(server, max_retries=0)
    assert capfd.readouterr() == ("", "")


def test_cancelling_a_question_leaves_at_once() -> None:
    async def run(server: FaultServer) -> None:
        model = OpenAIModel(name="stub", base_url=server.url, api_key="k")
        task = asyncio.create_task(model.ask(QUESTION, Items, max_tokens=9))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await model.aclose()

    with fault_server(stalled) as server:
        started = time.monotonic()
        asyncio.run(run(server))
    assert time.monotonic() - started < 3
