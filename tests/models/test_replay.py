"""Cassettes."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from pydantic import BaseModel

from summarize.errors import ReplayMiss, SettingsError
from summarize.models.base import FinishReason, Message, Model
from summarize.models.faults import Backoff
from summarize.models.local import LocalModel
from summarize.models.openai import OpenAIModel
from summarize.models.replay import cassette_path, recording, replaying
from tests.models.fault_server import Handler, completion, error, fault_server

SECRET = "sk-hush-hush"  # noqa: S105  (the test looks for it)


class Answer(BaseModel):
    type: Literal["battle", "protest"]


class OtherAnswer(BaseModel):
    type: Literal["battle", "protest", "shelling"]


def model(url: str = "http://127.0.0.1:9/v1", **options: Any) -> OpenAIModel:
    return OpenAIModel(base_url=url, **{"name": "stub", "api_key": SECRET, "backoff": Backoff(base=0.01), **options})


def ask(
    asked: Model, questions: Sequence[str] = ("1. Clashes.", "2. A march."), reply: type[BaseModel] = Answer
) -> list[Any]:
    """Ask every question at once, in the current context."""

    async def run() -> list[Any]:
        system = Message("system", "Code the event.")
        try:
            return await asyncio.gather(
                *(asked.ask([system, Message("user", question)], reply, max_tokens=9) for question in questions)
            )
        finally:
            await asked.aclose()

    return asyncio.run(run())


def answers_by_question(handler: Handler) -> None:
    clash = "Clashes" in json.dumps(handler.seen.body)
    completion('{"type": "battle"}' if clash else '{"type": "protest"}')(handler)


def chat(kind: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": json.dumps({"type": kind})}
    return {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}


def record(
    folder: Path, *, questions: Sequence[str] = ("1. Clashes.", "2. A march."), article: str = "a1"
) -> list[str]:
    with fault_server(answers_by_question) as server, recording(folder, article=article, model=model()):
        return [reply.parsed.type for question in questions for reply in ask(model(server.url), [question])]


def test_what_was_recorded_is_played_in_any_order_at_once_and_without_a_server(tmp_path: Path) -> None:
    assert ["battle", "protest"] == record(tmp_path)
    with replaying(tmp_path, article="a1", model=model()) as player:
        replies = ask(model(), ["2. A march.", "1. Clashes."])
        assert () == player.unplayed
    assert ["protest", "battle"] == [reply.parsed.type for reply in replies]
    assert [FinishReason.STOP] * 2 == [reply.finish_reason for reply in replies]


def test_a_cassette_is_completed_with_what_it_lacks_and_without_what_is_not_asked_any_more(tmp_path: Path) -> None:
    record(tmp_path)
    with fault_server(answers_by_question) as server:
        with recording(tmp_path, article="a1", model=model(), keep=True):
            kinds = [ask(model(server.url), [text])[0].parsed.type for text in ("2. A march.", "3. Clashes again.")]
        assert 1 == len(server.seen)
    assert ["protest", "battle"] == kinds
    with replaying(tmp_path, article="a1", model=model()) as player:
        assert kinds == [reply.parsed.type for reply in ask(model(), ["2. A march.", "3. Clashes again."])]
        assert () == player.unplayed
        assert player.info["completes"] <= player.info["recorded"]


def test_the_port_the_server_had_does_not_matter(tmp_path: Path) -> None:
    record(tmp_path)
    with replaying(tmp_path, article="a1", model=model()):
        assert "battle" == ask(model("http://127.0.0.1:54321/v1"))[0].parsed.type


def test_the_cassette_says_what_made_it_and_holds_no_secret(tmp_path: Path) -> None:
    def with_cookies(handler: Handler) -> None:
        headers = {"set_cookie": SECRET, "openai_organization": SECRET, "x_request_id": SECRET}
        handler.reply(200, json.dumps(chat("battle")).encode(), **headers)

    with fault_server(with_cookies) as server, recording(tmp_path, article="a1", model=model(server.url)):
        ask(model(server.url), ["1. Clashes."])
        port = server.port
    text = cassette_path(tmp_path, article="a1", model=model()).read_text()
    for word in (SECRET, "authorization", "cookie", "user-agent", "stainless", "127.0.0.1", str(port)):
        assert word not in text.lower()
    info = yaml.safe_load(text)["metadata"]["recording"]
    assert ("a1", "stub") == (info["article"], info["model"])
    assert info["package"].startswith("summarize-events ")
    assert {"recorded", "server", "python"} <= set(info)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (
            {"questions": ["1. Clashes, again."]},
            "prompt (message 2, user) changed: '1. Clashes.' → '1. Clashes, again.'",
        ),
        ({"questions": ["1. Clashes."], "reply": OtherAnswer}, "schema changed"),
        ({"questions": ["1. Clashes."], "asked": model(temperature=0.7)}, "temperature changed: '0.0' → '0.7'"),
        ({"questions": ["1. Clashes."], "asked": model(name="other")}, "model changed: '\"stub\"' → '\"other\"'"),
    ],
)
def test_a_change_is_a_miss_that_names_it_and_the_command_that_records_again(
    tmp_path: Path, change: dict[str, Any], named: str
) -> None:
    record(tmp_path)
    with replaying(tmp_path, article="a1", model=model()), pytest.raises(ReplayMiss) as caught:
        ask(**{"asked": model(), **change})
    assert named in caught.value.message
    assert f"--record {tmp_path}" in str(caught.value.hint)
    assert str(cassette_path(tmp_path, article="a1", model=model())) == caught.value.where


def test_a_miss_never_becomes_a_live_call(tmp_path: Path) -> None:
    record(tmp_path)
    with fault_server(completion('{"type": "battle"}')) as server, replaying(tmp_path, article="a1", model=model()):
        with pytest.raises(ReplayMiss):
            ask(model(server.url), ["3. Something new."])
        assert [] == server.seen


def test_the_same_question_is_played_as_often_as_it_was_asked(tmp_path: Path) -> None:
    record(tmp_path, questions=["1. Clashes.", "1. Clashes."])
    with replaying(tmp_path, article="a1", model=model()):
        ask(model(), ["1. Clashes.", "1. Clashes."])
        with pytest.raises(ReplayMiss, match="every recording of it has been played"):
            ask(model(), ["1. Clashes."])


def test_what_was_not_asked_for_is_reported(tmp_path: Path) -> None:
    record(tmp_path)
    with replaying(tmp_path, article="a1", model=model()) as player:
        ask(model(), ["1. Clashes."])
    assert 1 == len(player.unplayed)
    assert "2. A march." in player.unplayed[0]


def test_articles_at_the_same_time_have_their_own_cassettes(tmp_path: Path) -> None:
    async def one(article: str, url: str) -> Any:
        asked = model(url)
        with recording(tmp_path, article=article, model=asked):
            try:
                reply = await asked.ask([Message("user", f"1. Clashes in {article}.")], Answer, max_tokens=9)
            finally:
                await asked.aclose()
        return reply.parsed

    async def many(url: str) -> list[Any]:
        return await asyncio.gather(*(one(f"a{number}", url) for number in range(5)))

    with fault_server(answers_by_question) as server:
        recorded = asyncio.run(many(server.url))
    assert 5 == len(list(tmp_path.glob("*.yaml")))
    for number in range(5):
        with replaying(tmp_path, article=f"a{number}", model=model()):
            assert recorded[number] == ask_one(f"1. Clashes in a{number}.")


def ask_one(question: str) -> Any:
    async def run() -> Any:
        asked = model()
        try:
            return (await asked.ask([Message("user", question)], Answer, max_tokens=9)).parsed
        finally:
            await asked.aclose()

    return asyncio.run(run())


def test_failures_that_pass_are_not_recorded(tmp_path: Path) -> None:
    script = (error(503), completion('{"type": "battle"}'))
    with fault_server(*script) as server, recording(tmp_path, article="a1", model=model()) as recorder:
        assert 2 == ask(model(server.url), ["1. Clashes."])[0].usage.calls
    assert 1 == recorder.recorded
    with replaying(tmp_path, article="a1", model=model()) as player:
        assert 1 == ask(model(), ["1. Clashes."])[0].usage.calls
        assert () == player.unplayed


def test_a_fallback_is_recorded_and_played(tmp_path: Path) -> None:
    refusal = error(400, "response_format json_schema is not supported")
    script = (refusal, completion('{"type": "battle"}'))
    with fault_server(*script) as server, recording(tmp_path, article="a1", model=model()):
        recorded = ask(model(server.url), ["1. Clashes."])
    with replaying(tmp_path, article="a1", model=model()):
        played = ask(model(), ["1. Clashes."])
    assert recorded[0].parsed == played[0].parsed
    assert recorded[0].losses[0].kind == played[0].losses[0].kind


def test_a_recording_that_fails_leaves_the_old_cassette(tmp_path: Path) -> None:
    record(tmp_path)
    before = cassette_path(tmp_path, article="a1", model=model()).read_bytes()
    with pytest.raises(RuntimeError), recording(tmp_path, article="a1", model=model()):
        raise RuntimeError
    assert before == cassette_path(tmp_path, article="a1", model=model()).read_bytes()
    assert 1 == len(list(tmp_path.iterdir()))


def test_a_new_recording_replaces_the_old_one(tmp_path: Path) -> None:
    record(tmp_path)
    record(tmp_path, questions=["9. Clashes."])
    with replaying(tmp_path, article="a1", model=model()) as player:
        assert 1 == len(player.unplayed)


def test_no_cassette_is_a_miss_that_names_the_others(tmp_path: Path) -> None:
    record(tmp_path)
    other = model(name="m")
    with pytest.raises(ReplayMiss, match=r"a1--stub\.yaml") as caught, replaying(tmp_path, article="a1", model=other):
        pass
    assert "--model m" in str(caught.value.hint)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage",
        b"interactions: [1, 2]\nversion: 1\n",
        b"a: [",
        b"\xff\xfe\x00",
        b"version: 99\ninteractions: []",
    ],
)
def test_a_file_that_is_no_cassette_is_a_miss_that_names_it(tmp_path: Path, content: bytes) -> None:
    path = cassette_path(tmp_path, article="a1", model=model())
    path.write_bytes(content)
    with pytest.raises(ReplayMiss) as caught, replaying(tmp_path, article="a1", model=model()):
        ask(model(), ["1. Clashes."])
    assert str(path) == caught.value.where
    assert "--record" in str(caught.value.hint)


def test_odd_ids_make_plain_file_names(tmp_path: Path) -> None:
    path = cassette_path(tmp_path, article="../../etc/pass wd:1", model=model(name="org/model:7b"))
    assert tmp_path == path.parent
    assert re.fullmatch(r"etc_pass_wd_1-[0-9a-f]{8}--org_model_7b-[0-9a-f]{8}\.yaml", path.name)


def test_no_two_articles_share_a_cassette(tmp_path: Path) -> None:
    names = ["a/b", "a_b", "a:b", "x" * 300, "x" * 301]
    paths = {cassette_path(tmp_path, article=name, model=model()) for name in names}
    assert len(names) == len(paths)
    assert all(len(path.name) < 200 for path in paths)


def test_no_two_models_share_a_cassette(tmp_path: Path) -> None:
    names = ["org/m", "org_m", "org:m"]
    paths = {cassette_path(tmp_path, article="a1", model=model(name=name)) for name in names}
    assert len(names) == len(paths)
    assert "a1--org_m.yaml" in {path.name for path in paths}


def test_the_embedded_model_is_played_without_its_file_and_without_llama_cpp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    embedded = LocalModel(path=tmp_path / "absent.gguf")
    shape = embedded._client("http://127.0.0.1:9/v1")
    with fault_server(completion('{"type": "battle"}')) as server, recording(tmp_path, article="a1", model=embedded):
        assert "battle" == ask(embedded._client(server.url), ["1. Clashes."])[0].parsed.type
    sent = server.seen[0].body
    assert sent["grammar"].startswith("%llguidance")
    assert "response_format" not in sent
    assert shape.name == "absent"
    with replaying(tmp_path, article="a1", model=embedded):
        assert "battle" == ask(embedded, ["1. Clashes."])[0].parsed.type


def test_without_vcrpy_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vcr", None)
    with pytest.raises(SettingsError, match="vcrpy") as caught, recording(tmp_path, article="a", model=model()):
        pass
    assert "summarize-events[replay]" in str(caught.value.hint)
