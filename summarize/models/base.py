"""The `Model` protocol: messages and a reply type in; the parsed reply and what it took out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from summarize.record import Loss, Usage
from summarize.strategies import StrategyName

ReplyT = TypeVar("ReplyT", bound=BaseModel)

__all__ = ["FinishReason", "Message", "Model", "Reply", "ReplyT", "StrategyName", "Weighing", "WeighingModel"]


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
    """One chat message.

    Attributes:
        role: Who says it.
        content: What is said.
        shared: Whether every question of a run begins with it, so that a server may keep what it has read.
    """

    role: Literal["system", "user", "assistant"]
    content: str
    shared: bool = False


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


@dataclass(frozen=True)
class Weighing:
    """How likely a model finds each of some answers.

    Attributes:
        logprobs: Natural logarithm of the probability of each answer among those that were asked about.
        usage: Tokens and calls of every attempt.
        losses: Why there are no probabilities, where `logprobs` is empty.
    """

    logprobs: Mapping[str, float]
    usage: Usage
    losses: tuple[Loss, ...] = ()


@runtime_checkable
class WeighingModel(Model, Protocol):
    """A model that tells how likely it finds an answer."""

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """Say how likely each of `answers` is as the answer to `messages`, judged by how it begins."""
        ...
