"""Answers that are kept: what has been asked once is not asked again, and a changed sentence can be answered as before.

So a change to an article shows what the rules make of it, with the same answers of the model, and needs no model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.asking import weighing
from summarize.models.base import FinishReason, Message, Model, Reply, ReplyT, StrategyName, Weighing
from summarize.models.scripted import ScriptedModel
from summarize.record import Loss, LossKind, Usage


class HeldAnswers:
    """A model that keeps the answers of another one; a `Model`.

    Args:
        inner: The model that is asked what was not asked before.

    Attributes:
        asks: Whether it may be asked at all; otherwise questions without an answer are counted.
        edits: Sentences of the article that were changed, with what they were before.
        swap: Words that were changed in them, before and after; they are changed in the answers too.
        unanswered: Questions that were left without an answer.
    """

    def __init__(self, inner: Model) -> None:
        self.name = inner.name
        self.endpoint = inner.endpoint
        self.strategy: StrategyName = inner.strategy
        self.context_tokens = inner.context_tokens
        self.parallel = inner.parallel
        self.asks = True
        self.edits: Mapping[str, str] = {}
        self.swap = ("", "")
        self.unanswered = 0
        self._inner = inner
        self._kept: dict[tuple[str, ...], str] = {}
        self._weighed: dict[tuple[str, ...], Mapping[str, float]] = {}

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Answer as before, or by asking, or not at all."""
        key = tuple(message.content for message in messages)
        raw = self._kept.get(key)
        if raw is None and self.asks:
            answer = await self._inner.ask(messages, reply, max_tokens=max_tokens)
            if answer.finish_reason is not FinishReason.FAILED:
                self._kept[key] = answer.raw
            return answer
        raw = self._before(messages) if raw is None else raw
        if raw is not None:
            return await ScriptedModel([raw]).ask(messages, reply, max_tokens=max_tokens)
        self.unanswered += 1
        loss = Loss(kind=LossKind.UNREACHED, reason="no model is asked here", where="reply")
        return Reply(None, "", FinishReason.FAILED, Usage(), (loss,))

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """Weigh as before, or by asking, or not at all."""
        key = tuple(message.content for message in messages)
        kept = self._weighed.get(key) if self.asks else self._weighed.get(key, self._weighed.get(self._unedited(key)))
        if kept is not None:
            return Weighing(kept, Usage(calls=1))
        if self.asks:
            found = await weighing(self._inner).weigh(messages, answers)
            if found.logprobs:
                self._weighed[key] = found.logprobs
            return found
        self.unanswered += 1
        loss = Loss(kind=LossKind.UNREACHED, reason="no model is asked here", where="reply")
        return Weighing({}, Usage(), (loss,))

    def _unedited(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """The same question before a sentence in it was changed."""
        for after, before in self.edits.items():
            one, other = " ".join(after.split()), " ".join(before.split())
            key = tuple(content.replace(one, other) for content in key)
        return key

    def _before(self, messages: Sequence[Message]) -> str | None:
        """The answer that the same question got before a sentence in it was changed."""
        *earlier, last = (message.content for message in messages)
        same = self._kept.get(self._unedited((*earlier, last)))
        if same is not None:
            return same.replace(*self.swap) if self.swap[0] else same
        for after, before in self.edits.items():
            if " ".join(after.split()) in last:
                old = " ".join(before.split())
                found = (raw for key, raw in self._kept.items() if list(key[:-1]) == earlier and old in key[-1])
                raw = next(found, None)
                return raw if raw is None or not self.swap[0] else raw.replace(*self.swap)
        return None

    async def aclose(self) -> None:
        """Nothing of its own to let go of."""
