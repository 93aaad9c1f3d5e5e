"""The embedded model: llama.cpp's own server inside this process, spoken to like any other endpoint."""

from __future__ import annotations

import asyncio
import atexit
import os
import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import ModelUnavailable
from summarize.models.base import Message, Reply, ReplyT, StrategyName, Weighing
from summarize.models.catalogue import CATALOGUE
from summarize.models.openai import OpenAIModel
from summarize.models.prefix_state import Form, PrefixStates, file_identity, states_folder
from summarize.models.pull import model_path
from summarize.models.schema import compact_grammar
from summarize.models.tape import playing
from summarize.models.transcript import transcript

if TYPE_CHECKING:
    from pydantic import BaseModel

_GGUF_MAGIC = b"GGUF"
_CONTEXT_TOKENS = 4096
_TOP_LOGPROBS = 40

REPLAY_ADDRESS = "http://127.0.0.1:9/v1"
"""Stands for the embedded server while a cassette is played; nothing is ever sent there."""
_MEMORY_FACTOR = 1.2


class LocalModel:
    """A GGUF model run by llama.cpp in this process.

    The server starts at the first question, listens on a loopback port with a key made for this process, and
    stops with `aclose` or the interpreter. While a cassette is played it is not started at all.

    Args:
        name: A name of the catalogue; the stem of `path` when that is given.
        path: A GGUF file; the catalogue's file in the model folder when None.
        context_tokens: Tokens of prompt and reply; the catalogue's number when None, 4096 for other files.
        parallel: Slots of the server; each gets `context_tokens`.
        threads: Threads; the cores this process may use when None.
        timeout: Seconds one answer may take.
    """

    def __init__(
        self,
        *,
        name: str | None = None,
        path: Path | None = None,
        context_tokens: int | None = None,
        parallel: int = 1,
        threads: int | None = None,
        timeout: float = 600.0,
    ) -> None:
        if name is None and path is None:
            raise ValueError("a local model needs a name or a path")
        known = CATALOGUE.get(name or "")
        self.name = name or Path(path or "").stem
        self.endpoint: str | None = None
        self.strategy: StrategyName = known.strategy if known else "sentence"
        self.context_tokens = context_tokens or (known.context_tokens if known else _CONTEXT_TOKENS)
        self.parallel = parallel
        self.path = path if path is not None else model_path(self.name)
        self.threads = threads or usable_cores()
        self.timeout = timeout
        self.server = server_version()
        self.api_key = secrets.token_urlsafe(24)
        self._server: Any = None
        self._clients: dict[str, OpenAIModel] = {}
        self._starting = threading.Lock()
        self._states: PrefixStates | None = None

    @property
    def address(self) -> str:
        """Base address of the running server, for any OpenAI client that sends `api_key`.

        Raises:
            ModelUnavailable: The server is not running.
        """
        if self._server is None:
            raise ModelUnavailable("the embedded server is not running", where=self.name, hint="await start() first")
        return f"{self._server.listening_address}/v1"

    async def start(self) -> str:
        """Load the model and start its server, unless it runs; return its address.

        Raises:
            ModelUnavailable: llama.cpp is not installed, the file is missing or no model, or memory is short.
        """
        if self._server is None:
            await asyncio.to_thread(self._launch)
        return self.address

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Answer `messages` in the schema of `reply`, writing at most `max_tokens`; starts the server.

        Raises:
            ModelUnavailable: The server cannot be started.
            ReplayMiss: A cassette is played and has no answer.
        """
        if playing():
            return await self._client(REPLAY_ADDRESS).ask(messages, reply, max_tokens=max_tokens)
        client = self._client(await self.start())
        async with self._kept(messages, "chat"):
            return await client.ask(messages, reply, max_tokens=max_tokens)

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """Say how likely each of `answers` is as the answer to `messages`, judged by how it begins; starts the server.

        Raises:
            ModelUnavailable: The server cannot be started.
            ReplayMiss: A cassette is played and has no answer.
        """
        if playing():
            return await self._client(REPLAY_ADDRESS).weigh(messages, answers)
        client = self._client(await self.start())
        async with self._kept(messages, "text"):
            return await client.weigh(messages, answers)

    def _kept(self, messages: Sequence[Message], form: Form) -> AbstractAsyncContextManager[None]:
        """Keep the state of the messages that all questions share, and use what was kept."""
        shared = tuple(takewhile(lambda message: message.shared, messages))
        return self._states.around(shared, form) if self._states is not None and shared else nullcontext()

    async def aclose(self) -> None:
        """Close the connections, stop the server and free the model's memory."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()
        servers, self._server = [self._server], None
        _RUNNING.pop(id(servers[0]), None)
        await asyncio.to_thread(_let_go, servers)

    def _client(self, address: str) -> OpenAIModel:
        if address not in self._clients:
            self._clients[address] = llama_client(
                self.name, address, self.api_key, context_tokens=self.context_tokens, timeout=self.timeout
            )
        return self._clients[address]

    def _launch(self) -> None:
        with self._starting:
            if self._server is None:
                check_model_file(self.path)
                identity = file_identity(self.path)
                folder = states_folder() if self.parallel == 1 else None
                server = launch(self, states=folder)
                _RUNNING[id(server)] = server
                if folder is not None:
                    address = server.listening_address
                    self._states = PrefixStates(
                        folder, identity, self.server, self.context_tokens, address, self.api_key
                    )
                self._server = server


def llama_client(
    name: str, base_url: str, api_key: str, *, context_tokens: int, timeout: float, strategy: StrategyName = "sentence"
) -> OpenAIModel:
    """A client that asks llama.cpp's own server in the way the embedded model is asked.

    Args:
        name: Model name as the server knows it.
        base_url: Address of the API.
        api_key: Its key.
        context_tokens: Tokens of prompt and reply.
        timeout: Seconds one answer may take.
        strategy: Strategy it gets unless told otherwise.
    """
    return OpenAIModel(
        name=name,
        base_url=base_url,
        api_key=api_key,
        strategy=strategy,
        context_tokens=context_tokens,
        parallel=1,
        timeout=timeout,
        max_retries=1,
        mode="json_schema",
        extra_body={"cache_prompt": True},
        dialect=llama_dialect,
        top_logprobs=_TOP_LOGPROBS,
        transcribe=transcript,
    )


def launch(model: LocalModel, *, states: Path | None = None) -> Any:
    """Start llama.cpp's server for `model` on a free loopback port.

    Args:
        model: What to load.
        states: Folder in which the server may keep the state of its slots; None for nowhere.

    Raises:
        ModelUnavailable: llama.cpp is not installed, the file is missing or no model, or memory is short.
    """
    check_model_file(model.path)
    check_memory(model.path.stat().st_size)
    xllamacpp = _llama_cpp()
    params = xllamacpp.CommonParams()
    params.model.path = str(model.path)
    params.model_alias = {model.name}
    # Without a key any web page the user has open could talk to the loopback port.
    params.api_keys = [model.api_key]
    params.n_ctx = model.context_tokens * model.parallel
    params.n_parallel = model.parallel
    params.cpuparams.n_threads = model.threads
    params.cpuparams_batch.n_threads = model.threads
    params.verbosity = -1
    params.warmup = False
    # What does not fit was refused before (`check_memory`); llama.cpp's own trial takes half a second to say the same.
    params.fit_params = False
    if states is not None:
        params.slot_save_path = f"{states}{os.sep}"
    try:
        return xllamacpp.Server(params)
    except RuntimeError as error:
        raise ModelUnavailable(
            f"llama.cpp cannot load the model ({error})",
            where=str(model.path),
            hint="is it a complete GGUF file, and is there memory for it? summarize doctor tells",
        ) from error


def server_version() -> str:
    """Name the embedded server and its version, without loading it."""
    try:
        return f"xllamacpp {version('xllamacpp')}"
    except PackageNotFoundError:
        return "xllamacpp, not installed"


def _let_go(servers: list[Any]) -> None:
    """Drop what must be the last reference: that stops the server and joins its thread, which takes a while."""
    servers.clear()


_RUNNING: dict[int, Any] = {}
"""Servers by identity; stopped before the interpreter is torn down, while threads can be joined."""

atexit.register(_RUNNING.clear)


def llama_dialect(response_format: dict[str, Any], reply: type[BaseModel]) -> dict[str, Any]:
    """Replace `response_format` by a grammar without white space; llama.cpp's field `grammar`."""
    del response_format
    return {"grammar": compact_grammar(reply)}


def usable_cores() -> int:
    """Cores this process may use; its CPU set where the system has one."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def check_model_file(path: Path) -> None:
    """Make sure `path` is a GGUF file.

    Raises:
        ModelUnavailable: It is missing or something else.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(len(_GGUF_MAGIC))
    except OSError as error:
        raise ModelUnavailable(
            f"cannot read the model file ({error.strerror or error})",
            where=str(path),
            hint=f"fetch it with: summarize models pull {path.stem}" if path.stem in CATALOGUE else "check the path",
        ) from error
    if magic != _GGUF_MAGIC:
        raise ModelUnavailable("not a GGUF model file", where=str(path), hint="llama.cpp reads .gguf files only")


def check_memory(needed: int) -> None:
    """Make sure a model of `needed` bytes can be held.

    Raises:
        ModelUnavailable: The system reports less memory available than the model and its state need.
    """
    available = available_memory()
    if available is not None and available < needed * _MEMORY_FACTOR:
        raise ModelUnavailable(
            f"the model needs about {needed * _MEMORY_FACTOR / 1e9:.1f} GB of memory, "
            f"{available / 1e9:.1f} GB are free",
            hint="close other programs, or choose a smaller one: summarize models list",
        )


def available_memory() -> int | None:
    """Bytes of memory the system can give out; None where it does not say (it does on Linux)."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return None


def _llama_cpp() -> Any:
    # llama.cpp's threads wait for each other thousands of times a second. Waiting in a loop, as OpenMP does unless it
    # is told otherwise before it is loaded, keeps the core from the very thread that is waited for as soon as another
    # program runs: answers then took three times as long.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        import xllamacpp  # noqa: PLC0415  (the optional part)
    except ImportError as error:
        raise ModelUnavailable(
            "the embedded model needs llama.cpp, which is not installed",
            hint="pip install 'summarize-events[local]', or name a server with --base-url",
        ) from error
    return xllamacpp
