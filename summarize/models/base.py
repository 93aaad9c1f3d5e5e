"""The `Model` protocol: messages and a reply type in; the parsed reply and what it took out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from summarize.record import Loss, Usage

ReplyT = TypeVar("ReplyT", bound=BaseModel)

StrategyName = Literal["article", "sentence"]


class FinishReason(StrEnum):
    """Why the model stopped writing."""

    STOP = "stop"
    """It was done."""
    LENGTH = "length"
    """It was cut off; `parsed` holds what could be salvaged."""
    REFUSAL = "refusal"
    """It declined, or a content filter did."""
    INVALID = "invalid"
    """It answered something that does not fit, twice."""
    FAILED = "failed"
    """No answer came, after every retry."""


@dataclass(frozen=True)
class Message:
    """One chat message."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Reply(Generic[ReplyT]):
    """What came back for one request.

    Attributes:
        parsed: The reply, possibly with broken items left out; None when nothing could be kept.
        raw: The text as the server sent it, of the last attempt.
        finish_reason: Why the model stopped.
        usage: Tokens and calls of every attempt, failed ones included.
        losses: What was left out of `parsed`, and why.
    """

    parsed: ReplyT | None
    raw: str
    finish_reason: FinishReason
    usage: Usage
    losses: tuple[Loss, ...] = field(default=())


@runtime_checkable
class Model(Protocol):
    """Anything that answers messages in a given schema.

    A model raises `ModelError` only when asking again for another passage would be pointless too
    (nothing listens, the key is refused). Whatever else goes wrong is a `Reply` with losses.
    """

    name: str
    """Name as it goes into the record."""
    endpoint: str | None
    """Address of the server; None for an embedded model."""
    strategy: StrategyName
    """The strategy this model gets unless told otherwise."""
    context_tokens: int
    """How many tokens of prompt and reply it can hold."""
    parallel: int
    """How many requests it is worth having in flight."""

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Answer `messages` in the schema of `reply`, writing at most `max_tokens`."""
        ...

    async def aclose(self) -> None:
        """Let go of connections, threads and memory."""
        ...
