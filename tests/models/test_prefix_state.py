"""States of the shared messages: a server that cannot keep them costs time, and nothing else."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from summarize.models.base import Message
from summarize.models.prefix_state import MOST_STATES, PrefixStates, file_identity, states_folder, was_kept_since

SHARED = (Message("system", "Code the sentence."),)


class Slots(ThreadingHTTPServer):
    """A server with one slot: keeps what it is asked to as a file, unless it is told to answer something else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.asked: list[str] = []
        self.status = 200


class _Handler(BaseHTTPRequestHandler):
    server: Slots

    def do_POST(self) -> None:
        action = parse_qs(urlsplit(self.path).query)["action"][0]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(action)
        if action == "save" and self.server.status == 200:
            (self.server.folder / body["filename"]).write_bytes(b"state")
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def slots(tmp_path: Path) -> Iterator[Slots]:
    folder = tmp_path / "states"
    folder.mkdir()
    with Slots(folder) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def _states(slots: Slots, tmp_path: Path, **changed: object) -> PrefixStates:
    model = tmp_path / "model.gguf"
    if not model.exists():
        model.write_bytes(b"GGUF")
    given = {"server": "llama 1", "context_tokens": 4096, "address": f"http://127.0.0.1:{slots.server_address[1]}"}
    return PrefixStates(folder=slots.folder, model=file_identity(model), api_key="key", **(given | changed))  # type: ignore[arg-type]


def _ask(states: PrefixStates, times: int = 1, shared: tuple[Message, ...] = SHARED) -> None:
    async def questions() -> None:
        for _ in range(times):
            async with states.around(shared):
                pass

    asyncio.run(questions())


def test_the_first_question_keeps_the_state_and_the_others_leave_it(slots: Slots, tmp_path: Path) -> None:
    _ask(_states(slots, tmp_path), times=3)
    assert ["save"] == slots.asked
    assert 1 == len(list(slots.folder.iterdir()))


def test_the_next_run_takes_it_up_and_writes_nothing(slots: Slots, tmp_path: Path) -> None:
    _ask(_states(slots, tmp_path))
    _ask(_states(slots, tmp_path), times=2)
    assert ["save", "restore"] == slots.asked


@pytest.mark.parametrize("changed", [{"server": "llama 2"}, {"context_tokens": 2048}])
def test_another_server_or_context_has_a_state_of_its_own(
    slots: Slots, tmp_path: Path, changed: dict[str, object]
) -> None:
    _ask(_states(slots, tmp_path))
    _ask(_states(slots, tmp_path, **changed))
    assert ["save", "save"] == slots.asked


def test_another_model_file_or_message_has_a_state_of_its_own(slots: Slots, tmp_path: Path) -> None:
    _ask(_states(slots, tmp_path))
    _ask(_states(slots, tmp_path), shared=(Message("system", "Something else."),))
    (tmp_path / "model.gguf").write_bytes(b"GGUF, longer")
    _ask(_states(slots, tmp_path))
    assert ["save", "save", "save"] == slots.asked


def test_a_state_that_does_not_fit_is_read_anew_and_replaced(slots: Slots, tmp_path: Path) -> None:
    _ask(_states(slots, tmp_path))
    slots.status = 400
    _ask(_states(slots, tmp_path))
    assert ["save", "restore", "save"] == slots.asked
    assert 1 == len(list(slots.folder.iterdir()))


def test_a_server_that_is_gone_is_no_error(slots: Slots, tmp_path: Path) -> None:
    _ask(_states(slots, tmp_path, address="http://127.0.0.1:9"))
    assert [] == list(slots.folder.iterdir())


def test_a_model_file_that_is_gone_is_no_error(slots: Slots, tmp_path: Path) -> None:
    states = _states(slots, tmp_path)
    (tmp_path / "model.gguf").unlink()
    _ask(states)
    assert ["save"] == slots.asked


def test_what_an_ended_process_left_unfinished_goes(slots: Slots, tmp_path: Path) -> None:
    left = slots.folder / "abc.state.1"
    left.write_bytes(b"half")
    os.utime(left, (1000, 1000))
    _ask(_states(slots, tmp_path))
    assert not left.exists()


def test_an_answer_that_failed_keeps_no_state(slots: Slots, tmp_path: Path) -> None:
    async def question() -> None:
        async with _states(slots, tmp_path).around(SHARED):
            raise LookupError

    with pytest.raises(LookupError):
        asyncio.run(question())
    assert [] == slots.asked


def test_after_a_failure_the_next_question_keeps_the_state(slots: Slots, tmp_path: Path) -> None:
    states = _states(slots, tmp_path)

    async def questions() -> None:
        with pytest.raises(LookupError):
            async with states.around(SHARED):
                raise LookupError
        async with states.around(SHARED):
            pass

    asyncio.run(questions())
    assert ["save"] == slots.asked


def test_the_least_recently_used_states_go(slots: Slots, tmp_path: Path) -> None:
    for number in range(MOST_STATES + 2):
        _ask(_states(slots, tmp_path), shared=(Message("system", str(number)),))
        for age, path in enumerate(sorted(slots.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)):
            os.utime(path, (1000 + age, 1000 + age))
    assert MOST_STATES == len(list(slots.folder.iterdir()))
    slots.asked.clear()
    _ask(_states(slots, tmp_path), shared=(Message("system", str(MOST_STATES + 1)),))
    _ask(_states(slots, tmp_path), shared=(Message("system", "0"),))
    assert ["restore", "save"] == slots.asked


def test_the_folder_is_the_one_named_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_STATES", str(tmp_path / "deep" / "states"))
    assert tmp_path / "deep" / "states" == states_folder()
    monkeypatch.setenv("SUMMARIZE_STATES", "")
    assert states_folder() is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SUMMARIZE_STATES", str(tmp_path / "file" / "states"))
    assert states_folder() is None


def test_whether_a_state_was_kept_is_told_from_those_that_were_there(tmp_path: Path) -> None:
    assert not was_kept_since(tmp_path, 0)
    old = tmp_path / "old.state"
    old.touch()
    os.utime(old, (1000, 1000))
    assert (True, False) == (was_kept_since(tmp_path, 1000), was_kept_since(tmp_path, 2000))
    (tmp_path / "unfinished.state.77").touch()
    assert not was_kept_since(tmp_path, 2000)
