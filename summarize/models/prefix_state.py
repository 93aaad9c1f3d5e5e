"""What a model has read of the messages that all questions share, kept on disk for the next run.

Reading instructions and worked examples takes the embedded model longer than any answer. llama.cpp writes the state
of a slot to a file and takes it up again (`POST /slots/{id}?action=save` and `restore`, llama.cpp,
tools/server/README.md); where the two runs share a beginning, only the rest is read anew. Without such a file, or
with one that does not fit, nothing but time is lost.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from summarize.models.base import Message

log = logging.getLogger(__name__)

Form = Literal["chat", "text"]
"""How messages are read: as turns of a chat, or as one text."""

MOST_STATES = 6
"""Files kept; the least recently used ones go. Each has about 28 kB a token with the default model."""

_SUFFIX = ".state"
_SECONDS = 30.0
_SLOT = 0
_ABANDONED = 3600.0
_CLOCK_SLACK = 2.0
"""Seconds by which the clock of a file system may be coarse."""


@dataclass
class PrefixStates:
    """States of one model file in one running server with one slot.

    Attributes:
        folder: Where the files are; the server writes and reads them there.
        model: What tells the model file from others (`file_identity`), taken before it was loaded.
        server: Name and version of the server, whose state files others cannot read.
        context_tokens: Tokens of the slot.
        address: Where the server listens, without a path.
        api_key: Its key.
    """

    folder: Path
    model: tuple[str, int, int]
    server: str
    context_tokens: int
    address: str
    api_key: str
    _met: set[str] = field(default_factory=set)

    @asynccontextmanager
    async def around(self, shared: Sequence[Message], form: Form = "chat") -> AsyncGenerator[None, None]:
        """Take up the state after `shared` before the first question that begins with it, or keep it after that one.

        What is kept is the state of the slot, so it also holds the first question and its answer.
        """
        name = self._name(shared, form)
        if name in self._met:
            yield
            return
        self._met.add(name)
        missing = not await self._restore(name)
        try:
            yield
        except BaseException:
            self._met.discard(name)
            raise
        if missing:
            await self._save(name)

    def _name(self, shared: Sequence[Message], form: Form) -> str:
        """File name of the state after `shared`; another model file, server, form or message has another name."""
        parts = [
            self.server,
            self.model,
            self.context_tokens,
            form,
            [[message.role, message.content] for message in shared],
        ]
        return f"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}{_SUFFIX}"

    async def _restore(self, name: str) -> bool:
        path = self.folder / name
        if not path.is_file() or not await self._act("restore", name):
            return False
        with suppress(OSError):  # its time of use decides which file goes first, nothing more
            os.utime(path)
        return True

    async def _save(self, name: str) -> None:
        unfinished = f"{name}.{os.getpid()}"
        saved = await self._act("save", unfinished)
        try:
            if saved:
                (self.folder / unfinished).replace(self.folder / name)
                _prune(self.folder)
            else:
                (self.folder / unfinished).unlink(missing_ok=True)
        except OSError as error:
            log.info("the state of the shared messages is not kept: %s", error)

    async def _act(self, action: str, name: str) -> bool:
        """Let the server save or restore its slot; False, with a line in the log, when it does not.

        On a connection of its own, for this is no question to a model: no cassette may record it.
        """
        import httpx2  # noqa: PLC0415

        try:
            async with httpx2.AsyncClient(
                base_url=self.address, timeout=_SECONDS, trust_env=False, verify=False
            ) as client:
                answer = await client.post(
                    f"/slots/{_SLOT}",
                    params={"action": action},
                    json={"filename": name},
                    headers={"Authorization": f"Bearer {self.api_key}"},
                )
        except httpx2.HTTPError as error:
            log.info("the server cannot %s the state of the shared messages: %s", action, error)
            return False
        if not answer.is_success:
            log.info("the server cannot %s the state of the shared messages: %s", action, answer.text)
        return answer.is_success


def _prune(folder: Path) -> None:
    """Drop the least recently used states, and what a process that ended left unfinished."""
    newest_first = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    abandoned = [path for path in folder.glob(f"*{_SUFFIX}.*") if time.time() - path.stat().st_mtime > _ABANDONED]
    for path in (*newest_first[MOST_STATES:], *abandoned):
        path.unlink(missing_ok=True)


def was_kept_since(folder: Path, at: float) -> bool:
    """Whether a state has been written or taken up since `at`, in seconds since the epoch."""
    return any(path.stat().st_mtime >= at - _CLOCK_SLACK for path in folder.glob(f"*{_SUFFIX}"))


def file_identity(path: Path) -> tuple[str, int, int]:
    """What tells a file from others, and from itself after a change: its place, size and time of change.

    Raises:
        OSError: It is not there.
    """
    file = path.stat()
    return str(path.resolve()), file.st_size, file.st_mtime_ns


def states_folder() -> Path | None:
    """Folder of the state files: SUMMARIZE_STATES, or `summarize/states` in the user's cache.

    Returns:
        The folder, made where it was missing; None where SUMMARIZE_STATES is empty or the folder cannot be made.
    """
    override = os.environ.get("SUMMARIZE_STATES")
    if override == "":
        return None
    try:
        folder = Path(override).expanduser() if override else _in_cache()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError) as error:  # RuntimeError: no home folder
        log.info("no state of the shared messages is kept: %s", error)
        return None
    return folder


def _in_cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("summarize") / "states"
