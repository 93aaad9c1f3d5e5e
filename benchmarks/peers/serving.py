"""One server for all systems, and a recorder in front of it for each.

The server is that of the embedded model with a slot for every system, so that each finds its own instructions and
examples read already whoever was asked in between; the slots share the processor, and only one system is asked at a
time. A recorder is a loopback address that passes requests on and keeps what came back: langextract does not tell the
usage of its calls, and what all are measured by should be measured in one place.
"""

from __future__ import annotations

import asyncio
import hashlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from benchmarks.peers.replies import Call
from summarize.models.local import LocalModel

PATIENCE = 1_800.0
"""Seconds the server may take for one answer; each system has its own, shorter patience."""


@contextmanager
def running(local: LocalModel) -> Iterator[LocalModel]:
    """The embedded server while it runs.

    Raises:
        ModelUnavailable: It cannot be started.
    """
    try:
        asyncio.run(local.start())
        yield local
    finally:
        asyncio.run(local.aclose())


class Recorder:
    """Passes requests on to a server and keeps what came back.

    Args:
        upstream: Base address of the server's API.
        api_key: Its key; whoever asks the recorder needs none.
        slot: Slot of the server that answers; None leaves it to the server.
    """

    def __init__(self, upstream: str, api_key: str, slot: int | None = None) -> None:
        self._upstream, self._api_key, self._slot = urlsplit(upstream), api_key, slot
        self._calls: list[Call] = []
        self._open: set[http.client.HTTPConnection] = set()
        self._kept = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The server cannot be stopped while somebody waits for its answer, as after Ctrl-C.
        with self._kept:
            waiting = [connection.sock for connection in self._open if connection.sock is not None]
        for each in waiting:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """Base address to be asked in place of the server's."""
        return f"http://127.0.0.1:{self._server.server_port}{self._upstream.path}"

    def take(self) -> tuple[Call, ...]:
        """The calls since the last time."""
        with self._kept:
            taken, self._calls = tuple(self._calls), []
        return taken

    def passed_on(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        """Status and body of the server's answer; a completion is kept."""
        started = time.perf_counter()
        status, answer = self._ask(method, path, self._in_slot(body))
        if body:
            call = _call(body, status, answer, time.perf_counter() - started)
            with self._kept:
                self._calls.append(call)
        return status, answer

    def _in_slot(self, body: bytes) -> bytes:
        if self._slot is None or not body:
            return body
        return json.dumps(json.loads(body) | {"id_slot": self._slot}).encode("utf-8")

    def _ask(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(
            self._upstream.hostname or "", self._upstream.port or 80, timeout=PATIENCE
        )
        headers = {"Authorization": f"Bearer {self._api_key}", "Content-Type": "application/json"}
        with self._kept:
            self._open.add(connection)
        try:
            connection.request(method, path, body=body or None, headers=headers)
            response = connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException) as error:
            told = {"error": {"message": f"the server behind the recorder does not answer: {error}"}}
            return http.client.BAD_GATEWAY, json.dumps(told).encode("utf-8")
        finally:
            with self._kept:
                self._open.discard(connection)
            connection.close()


def _call(body: bytes, status: int, answer: bytes, seconds: float) -> Call:
    """What is kept of a completion: the hash of the request, for that holds the article's words."""
    request = hashlib.sha256(json.dumps(json.loads(body), sort_keys=True).encode("utf-8")).hexdigest()
    kept = Call(request=request, status=status, seconds=round(seconds, 3))
    try:
        completion: dict[str, Any] = json.loads(answer)
        choice = completion["choices"][0]
        usage = completion["usage"]
    except (ValueError, KeyError, IndexError, TypeError):
        return kept.model_copy(update={"text": answer.decode("utf-8", "replace")})
    return kept.model_copy(
        update={
            "text": choice.get("text") or choice.get("message", {}).get("content") or "",
            "finish_reason": choice.get("finish_reason") or "",
            "prompt_tokens": usage["prompt_tokens"],
            "completion_tokens": usage["completion_tokens"],
            "cached_tokens": (usage.get("prompt_tokens_details") or {}).get("cached_tokens", 0),
        }
    )


def _handler(recorder: Recorder) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name for it
            """Say nothing: standard error has the progress."""

        def _answer(self, body: bytes) -> None:
            status, answer = recorder.passed_on(self.command, self.path, body)
            # Whoever has given up waiting, or was broken off, reads no answer any more.
            with suppress(ConnectionError):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

    return Handler
