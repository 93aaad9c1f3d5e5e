"""A model that answers from a list: for tests, documentation and trying out a pipeline without a server."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarize.models.answer import UnfitReplyError, read, salvage
from summarize.models.base import FinishReason, Message, Reply, ReplyT, StrategyName, Weighing
from summarize.record import Loss, LossKind, Usage

ScriptedReply = str | dict[str, Any] | BaseModel
Script = Sequence[ScriptedReply] | Callable[[Sequence[Message], type[BaseModel]], ScriptedReply]


@dataclass(frozen=True)
class ScriptedRequest:
    """A request the scripted model saw.

    Attributes:
        messages: What was asked.
        reply: The type asked for.
        max_tokens: The limit given.
    """

    messages: tuple[Message, ...]
    reply: type[BaseModel]
    max_tokens: int


class ScriptedModel:
    """Answers in order from `replies`, or by calling it.

    An answer is text as a model would write it, a mapping that is written as JSON, or a reply. It is read and
    salvaged by the same code as a real model's; an answer that does not fit is not asked for again. Where it is asked
    to weigh answers, the next one is a mapping of answers to probabilities or the answer that is certain; a function
    is then called with `BaseModel` for the reply type.

    Args:
        replies: The answers in order, or a function of messages and reply type.
        name: Name as it goes into the record.
        strategy: Strategy the model gets unless told otherwise.
        context_tokens: Tokens it claims to hold.
        parallel: Requests it claims to be worth having in flight.

    Attributes:
        requests: Every request seen, in order.
    """

    def __init__(
        self,
        replies: Script,
        *,
        name: str = "scripted",
        strategy: StrategyName = "article",
        context_tokens: int = 32_768,
        parallel: int = 1,
    ) -> None:
        self.name = name
        self.endpoint: str | None = None
        self.strategy: StrategyName = strategy
        self.context_tokens = context_tokens
        self.parallel = parallel
        self.requests: list[ScriptedRequest] = []
        self._replies = replies

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Answer with the next reply of the script; a script that has ended is a failed call."""
        answer = self._next(messages, reply, max_tokens)
        usage = Usage(calls=1)
        if isinstance(answer, Loss):
            return Reply(None, "", FinishReason.FAILED, usage, (answer,))
        raw = _written(answer)
        try:
            return Reply(read(raw, reply), raw, FinishReason.STOP, usage)
        except UnfitReplyError:
            kept = salvage(raw, reply)
            cut = any(loss.kind is LossKind.TRUNCATED for loss in kept.losses)
            return Reply(kept.parsed, raw, FinishReason.LENGTH if cut else FinishReason.INVALID, usage, kept.losses)

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """Weigh by the next reply of the script: a mapping of answers to probabilities, or the one that is certain."""
        answer = self._next(messages, BaseModel, 1)
        if isinstance(answer, Loss):
            return Weighing({}, Usage(calls=1), (answer,))
        shares = answer if isinstance(answer, dict) else {str(answer): 1.0}
        found = {one: math.log(shares[one]) for one in answers if shares.get(one, 0.0) > 0}
        reason = f"the script answers {answer!r}, which was not asked about"
        losses = () if found else (Loss(kind=LossKind.INVALID, reason=reason, where="reply"),)
        return Weighing(found, Usage(calls=1), losses)

    def _next(self, messages: Sequence[Message], reply: type[BaseModel], max_tokens: int) -> ScriptedReply | Loss:
        number = len(self.requests)
        self.requests.append(ScriptedRequest(tuple(messages), reply, max_tokens))
        if callable(self._replies):
            return self._replies(messages, reply)
        if number < len(self._replies):
            return self._replies[number]
        return Loss(kind=LossKind.CALL_FAILED, reason=f"the script has only {number} replies", where="reply")

    async def aclose(self) -> None:
        """Nothing to let go of."""


def _written(answer: ScriptedReply) -> str:
    if isinstance(answer, BaseModel):
        return json.dumps(answer.model_dump(mode="json"), ensure_ascii=False)
    return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
