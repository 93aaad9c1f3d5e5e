"""Where a cassette hooks in: a recorder or player that stands between a model and its server.

It is a context variable, not a patch, so that articles summarised at the same time in one process each have
their own cassette.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2


class Tape(Protocol):
    """Records what goes over the wire, or plays it back."""

    plays: bool
    """Whether answers come from the cassette; no server is started or called then."""

    async def handle(
        self, request: httpx2.Request, send: Callable[[httpx2.Request], Awaitable[httpx2.Response]]
    ) -> httpx2.Response:
        """Answer `request`, by `send` or from the cassette."""
        ...


TAPE: ContextVar[Tape | None] = ContextVar("summarize_tape", default=None)
"""The cassette of the current article, if there is one."""


def playing() -> bool:
    """Tell whether answers come from a cassette here."""
    tape = TAPE.get()
    return tape is not None and tape.plays
