"""The embedded model, really started where its file is there."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from summarize.errors import DownloadError, ModelDenied, ModelUnavailable
from summarize.models.base import FinishReason, Message, Model
from summarize.models.local import LocalModel, available_memory, check_memory, usable_cores
from summarize.models.openai import OpenAIModel
from summarize.models.pull import pull
from summarize.models.replay import recording, replaying
from summarize.record import LossKind

SMALLEST = "smollm2-135m"


class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    type: Literal["battle", "protest", "none"]
    actor: Literal["the garrison", "the marchers"] | None
    sentences: list[int] = Field(max_length=3)


QUESTION = (Message("system", "Code the event."), Message("user", "The garrison at Port Elm was attacked."))


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for the module, because connections belong to a loop."""
    with asyncio.Runner() as one:
        yield one


@pytest.fixture(scope="module")
def embedded(runner: asyncio.Runner) -> Iterator[LocalModel]:
    """The smallest model of the catalogue."""
    try:
        pull(SMALLEST)
    except DownloadError as error:
        pytest.skip(f"the smallest model is not here and cannot be fetched: {error.message}")
    model = LocalModel(name=SMALLEST, context_tokens=1024, threads=1)  # one thread suffers least on a busy machine
    yield model
    runner.run(model.aclose())


@pytest.mark.embedded
def test_it_answers_in_the_schema_without_white_space(runner: asyncio.Runner, embedded: LocalModel) -> None:
    reply = runner.run(embedded.ask(QUESTION, Answer, max_tokens=60))
    assert isinstance(embedded, Model)
    assert FinishReason.STOP is reply.finish_reason
    assert reply.parsed is not None
    assert re.fullmatch(r'\{"type":"\w+","actor":("[^"]+"|null),"sentences":\[[-\d,]*\]\}', reply.raw)
    assert (1, None) == (reply.usage.calls, reply.usage.cost_usd)
    assert min(reply.usage.prompt_tokens, reply.usage.completion_tokens) > 0


@pytest.mark.embedded
def test_the_prompt_it_has_read_is_not_read_again(runner: asyncio.Runner, embedded: LocalModel) -> None:
    runner.run(embedded.ask(QUESTION, Answer, max_tokens=60))
    reply = runner.run(embedded.ask(QUESTION, Answer, max_tokens=60))
    assert reply.usage.cached_tokens > reply.usage.prompt_tokens / 2


@pytest.mark.embedded
def test_it_weighs_answers_as_the_continuation_of_one_text(
    runner: asyncio.Runner, embedded: LocalModel, tmp_path: Path
) -> None:
    shown = (Message("user", "Rebels shelled Darin."), Message("assistant", "shelling"))
    asked = (QUESTION[0], *shown, *shown, Message("user", "Shells hit a market."))
    with recording(tmp_path, article="a", model=embedded) as recorder:
        found = runner.run(embedded.weigh(asked, ("shelling", "none")), context=copy_context())
        again = runner.run(embedded.weigh(asked, ("shelling", "none")), context=copy_context())
    assert "shelling" == max(found.logprobs, key=lambda answer: found.logprobs[answer])
    assert (1, ()) == (found.usage.completion_tokens, found.losses)
    assert again.usage.cached_tokens > again.usage.prompt_tokens / 2
    assert {"/v1/completions"} == {request.path for request in recorder.cassette.requests}


@pytest.mark.embedded
def test_a_passage_too_long_for_it_is_a_loss(runner: asyncio.Runner, embedded: LocalModel) -> None:
    reply = runner.run(embedded.ask([Message("user", "word " * 3000)], Answer, max_tokens=5))
    assert FinishReason.FAILED is reply.finish_reason
    assert [LossKind.CALL_FAILED] == [loss.kind for loss in reply.losses]


@pytest.mark.embedded
def test_its_server_serves_any_client_that_has_its_key(runner: asyncio.Runner, embedded: LocalModel) -> None:
    async def run() -> None:
        address = await embedded.start()
        assert address.startswith("http://127.0.0.1:")
        friend = OpenAIModel(base_url=address, api_key=embedded.api_key)
        reply = await friend.ask(QUESTION, Answer, max_tokens=90)
        assert SMALLEST == friend.name
        assert reply.finish_reason in {FinishReason.STOP, FinishReason.LENGTH}
        await friend.aclose()
        stranger = OpenAIModel(base_url=address, api_key="guessed")
        with pytest.raises(ModelDenied, match="401"):
            await stranger.ask(QUESTION, Answer, max_tokens=5)
        await stranger.aclose()

    runner.run(run())


@pytest.mark.embedded
def test_what_it_said_is_recorded_and_played_without_it(
    runner: asyncio.Runner, embedded: LocalModel, tmp_path: Path
) -> None:
    with recording(tmp_path, article="a", model=embedded):
        recorded = runner.run(embedded.ask(QUESTION, Answer, max_tokens=60), context=copy_context())
    absent = LocalModel(name=SMALLEST, path=tmp_path / "absent.gguf")
    with replaying(tmp_path, article="a", model=absent) as player:
        played = runner.run(absent.ask(QUESTION, Answer, max_tokens=60), context=copy_context())
    runner.run(absent.aclose())
    assert recorded.parsed == played.parsed
    assert player.info["server"].startswith("xllamacpp ")
    with pytest.raises(ModelUnavailable, match="not running"):
        assert absent.address


@pytest.mark.embedded
@pytest.mark.parametrize("ending", ["", "sys.exit(7)", "raise KeyboardInterrupt"])
def test_the_interpreter_ends_cleanly_however_it_ends_and_stays_silent(embedded: LocalModel, ending: str) -> None:
    script = textwrap.dedent(f"""
        import asyncio, sys
        from typing import Literal
        from pydantic import BaseModel
        from summarize.models.base import Message
        from summarize.models.local import LocalModel

        class Answer(BaseModel):
            type: Literal["battle", "none"]

        async def main():
            model = LocalModel(name={SMALLEST!r}, context_tokens=256, threads=1)
            reply = await model.ask([Message("user", "Clashes.")], Answer, max_tokens=20)
            print(reply.finish_reason.value)
            {ending}

        asyncio.run(main())
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    expected = {"sys.exit(7)": 7, "raise KeyboardInterrupt": -2}.get(ending, 0)
    assert (expected, "stop\n") == (done.returncode, done.stdout)
    assert "" == done.stderr or "KeyboardInterrupt" in ending + done.stderr


@pytest.mark.parametrize("content", [b"", b"GG", b"<html>", b"GGUF" + bytes(1000)])
def test_a_file_that_is_no_model_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelUnavailable) as caught:
        asyncio.run(LocalModel(path=path).ask(QUESTION, Answer, max_tokens=5))
    assert str(path) == caught.value.where


@pytest.mark.parametrize(
    ("stem", "hint"), [(SMALLEST, f"summarize models pull {SMALLEST}"), ("mine", "check the path")]
)
def test_a_missing_file_is_named_with_the_next_step(tmp_path: Path, stem: str, hint: str) -> None:
    with pytest.raises(ModelUnavailable, match="cannot read") as caught:
        asyncio.run(LocalModel(path=tmp_path / f"{stem}.gguf").start())
    assert hint in str(caught.value.hint)


def test_without_llama_cpp_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    with pytest.raises(ModelUnavailable, match="not installed") as caught:
        asyncio.run(LocalModel(path=path).start())
    assert "summarize-events[local]" in str(caught.value.hint)


def test_a_model_larger_than_the_free_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.local.available_memory", lambda: 10**9)
    check_memory(5 * 10**8)
    with pytest.raises(ModelUnavailable, match="memory"):
        check_memory(10**9)


def test_memory_that_is_not_known_refuses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.local.available_memory", lambda: None)
    check_memory(10**15)


def test_the_machine_says_what_it_has() -> None:
    assert usable_cores() >= 1
    assert (available_memory() or 1) > 0


def test_a_model_needs_a_name_or_a_path() -> None:
    with pytest.raises(ValueError, match="name or a path"):
        LocalModel()


def test_the_server_is_stopped_off_the_event_loop() -> None:
    stopped: list[int] = []

    class Server:
        def __del__(self) -> None:
            stopped.append(threading.get_ident())

    model = LocalModel(name=SMALLEST)
    model._server = Server()
    asyncio.run(model.aclose())
    assert len(stopped) == 1
    assert threading.get_ident() not in stopped
