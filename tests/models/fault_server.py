"""A chat-completions server on a real socket that misbehaves as it is told, for the tests of `models`."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fault = Callable[["Handler"], None]


@dataclass
class Seen:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class FaultServer:
    """Plays `script` step by step; the last step is repeated for ever."""

    script: Sequence[Fault]
    port: int = 0
    models: tuple[str, ...] = ("only-model",)
    seen: list[Seen] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def prompts(self) -> list[list[str]]:
        """Contents of the messages of each request."""
        return [[message["content"] for message in seen.body.get("messages", [])] for seen in self.seen]

    def next_step(self, seen: Seen) -> Fault:
        with self.lock:
            self.seen.append(seen)
            return self.script[min(len(self.seen), len(self.script)) - 1]


class Handler(BaseHTTPRequestHandler):
    """Reads a request and lets the script answer."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer; two would wait for each other (Nagle and delayed acknowledgement)
    faults: FaultServer
    seen: Seen

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.seen = Seen(self.path, headers, body)
        self.faults.next_step(self.seen)(self)

    def do_GET(self) -> None:
        listed = [{"id": name, "object": "model"} for name in self.faults.models]
        self.reply(200 if listed else 404, json.dumps({"object": "list", "data": listed}).encode())

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # with the usual five, a busy machine resets connections that no script asked to drop


@contextmanager
def fault_server(*script: Fault) -> Iterator[FaultServer]:
    """Serve `script` on a loopback port."""
    faults = FaultServer(script)
    bound = type("BoundHandler", (Handler,), {"faults": faults})
    server = _Server(("127.0.0.1", 0), bound)
    server.daemon_threads = True
    faults.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield faults
    finally:
        faults.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(
    content: str | None,
    *,
    finish_reason: str = "stop",
    refusal: str | None = None,
    prompt_tokens: int = 10,
    completion_tokens: int = 5,
    cached_tokens: int | None = None,
    timings: dict[str, Any] | None = None,
    top: dict[str, float] | None = None,
) -> Fault:
    """A well-formed answer with `content`, and the log probabilities `top` of what its first token could have been."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    usage: dict[str, Any] = {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
    }
    if cached_tokens is not None:
        usage["prompt_tokens_details"] = {"cached_tokens": cached_tokens}
    answer: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "stub",
        "choices": [{"index": 0, "finish_reason": finish_reason, "message": message}],
        "usage": usage,
    }
    if timings is not None:
        answer["timings"] = timings
    if top is not None:
        tokens = [{"token": token, "logprob": logprob, "bytes": None} for token, logprob in top.items()]
        answer["choices"][0]["logprobs"] = {"content": [{**tokens[0], "top_logprobs": tokens}], "refusal": None}
    return body(answer)


def continuation(text: str, *, top: dict[str, float], finish_reason: str = "length") -> Fault:
    """How llama.cpp goes on with plain text: the probabilities of a chat completion, and no message."""
    tokens = [{"token": token, "logprob": logprob, "bytes": None} for token, logprob in top.items()]
    logprobs = {"content": [{**tokens[0], "top_logprobs": tokens}]}
    choice = {"index": 0, "finish_reason": finish_reason, "text": text, "logprobs": logprobs}
    usage = {"prompt_tokens": 10, "completion_tokens": 1, "total_tokens": 11}
    answer = {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": "stub", "choices": [choice]}
    return body({**answer, "usage": usage})


def body(answer: Any) -> Fault:
    """Status 200 with any JSON."""
    return lambda handler: handler.reply(200, json.dumps(answer).encode())


def error(status: int, message: str = "no", *, code: str | None = None, **headers: str) -> Fault:
    """An error in OpenAI's shape."""
    answer = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return lambda handler: handler.reply(status, json.dumps(answer).encode(), **headers)


def raw(payload: bytes, content_type: str = "application/json") -> Fault:
    """Status 200 with any bytes."""
    return lambda handler: handler.reply(200, payload, content_type=content_type)


def dropped(handler: Handler) -> None:
    """Announce more than is sent, then reset the connection."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"id":"chatcmpl-1","choices":[{"index":0,"mess')
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True


def stalled(handler: Handler) -> None:
    """Start an answer and never end it."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"id":')
    handler.wfile.flush()
    handler.faults.released.wait()
    handler.close_connection = True


def dripping(handler: Handler) -> None:
    """Send a byte now and then for ever, so that no single read ever times out."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        while not handler.faults.released.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        handler.close_connection = True
