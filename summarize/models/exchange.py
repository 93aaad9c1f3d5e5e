"""One question to a server: on which terms it is asked, and what comes back attempt by attempt."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel

from summarize.models.answer import writable
from summarize.models.faults import Fault, FaultKind
from summarize.record import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

ModeName = Literal["json_schema", "json_object", "text"]
MOST_CHARACTERS = 200_000
"""Longest answer that is read; no limit in tokens that is sent allows for a tenth of it."""
_LADDER: tuple[ModeName, ...] = ("json_schema", "json_object", "text")
_NONE = object()
_MODE_WORDS = {"json_schema": "strict JSON", "json_object": "a JSON object", "text": "JSON in plain text"}


class CutOffError(Exception):
    """The answer reached `max_tokens`."""


class RefusedError(Exception):
    """The model, or a filter, declined."""

    def __init__(self, reason: str, text: str | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


class NoCompletionError(ValueError):
    """The answer does not have the shape of a chat completion."""


class NoProbabilitiesError(Exception):
    """The server does not say how probable its answer is."""


class FaultError(Exception):
    """An attempt failed for good."""

    def __init__(self, fault: Fault, error: Exception) -> None:
        super().__init__(fault.reason)
        self.fault = fault
        self.error = error


@dataclass(frozen=True)
class Terms:
    """How a server is asked; eased step by step when it refuses something optional."""

    mode: ModeName
    temperature: float | None
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"

    def parameters(self, max_tokens: int) -> dict[str, Any]:
        """Fields of the request that follow from these terms."""
        sampling = {} if self.temperature is None else {"temperature": self.temperature}
        return {self.limit: max_tokens, **sampling}

    def eased(self, fault: Fault) -> Terms | None:
        """Terms without what `fault` complains of; None when there is no such thing."""
        later = _LADDER[_LADDER.index(self.mode) + 1 :]
        if fault.kind is FaultKind.FORMAT and later:
            return replace(self, mode=later[0])
        if fault.kind is FaultKind.PARAMETER and "max_tokens" in fault.reason and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        if fault.kind is FaultKind.PARAMETER and "temperature" in fault.reason and self.temperature is not None:
            return replace(self, temperature=None)
        return None

    def differs_from(self, other: Terms) -> str:
        """Say in words what was given up."""
        if self.mode != other.mode:
            return f"asked for {_MODE_WORDS[self.mode]} with the schema in the prompt instead"
        if self.limit != other.limit:
            return f"the limit is sent as {self.limit} instead"
        return "its own temperature is used"


@dataclass
class Exchange:
    """What was sent and came back for one question, attempt by attempt."""

    started: float
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    texts: list[str] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """Text of the last answer."""
        return self.texts[-1] if self.texts else ""

    def usage(self) -> Usage:
        """Add up every attempt; the clock stops now."""
        return Usage(
            calls=self.calls,
            prompt_tokens=self.prompt_tokens,
            completion_tokens=self.completion_tokens,
            cached_tokens=self.cached_tokens,
            seconds=time.perf_counter() - self.started,
        )

    def take(self, completion: Any) -> ChatCompletion:
        """Count a completion, keep its text, and put it into the shape instructor reads.

        Raises:
            NoCompletionError: It is not a chat completion.
            RefusedError: The model or a filter declined.
            CutOffError: The answer reached its limit.
        """
        choice, message, text = self._opened(completion)
        self.texts.append(text[:MOST_CHARACTERS])
        if len(text) > MOST_CHARACTERS or (choice is not None and choice.finish_reason == "length"):
            raise CutOffError("the answer reached its limit")
        if message is None:
            # instructor's own handling of an empty choice list ends in an IndexError.
            completion.choices = [_empty_choice()]
        elif isinstance(message.content, list | str):
            message.content = text
        completion.usage = None  # is counted here, and instructor adds up whatever there is
        shaped: ChatCompletion = completion
        return shaped

    def take_beginning(self, completion: Any) -> list[tuple[str, float]]:
        """Count a completion of one token, and give the tokens it could have been with their log probabilities.

        Raises:
            NoCompletionError: It is not a chat completion, or holds no choice.
            NoProbabilitiesError: It has no probabilities.
            RefusedError: The model or a filter declined.
        """
        choice, _, text = self._opened(completion)
        if choice is None:
            raise NoCompletionError
        first = _list(getattr(getattr(choice, "logprobs", None), "content", None))[:1]
        listed = _list(getattr(first[0], "top_logprobs", None)) if first else []
        tokens = [(writable(one.token), one.logprob) for one in listed or first if _is_weighed(one)]
        if not tokens and not _is_wordless(text, choice.finish_reason):
            raise NoProbabilitiesError
        return tokens

    def _opened(self, completion: Any) -> tuple[Any, Any, str]:
        """Choice, message and text of a completion, which is counted."""
        choices = getattr(completion, "choices", _NONE)
        if not isinstance(choices, list | None):
            raise NoCompletionError
        self._count(completion)
        choice: Any = choices[0] if choices else None
        message = getattr(choice, "message", None)
        if not all(isinstance(part, BaseModel | None) for part in (choice, message)):
            raise NoCompletionError
        text = writable(_text(getattr(message, "content", None)) or _text(getattr(choice, "text", None)))
        refusal = getattr(message, "refusal", None)
        if refusal:
            raise RefusedError("the model declined to answer", writable(str(refusal))[:200])
        if choice is not None and choice.finish_reason == "content_filter":
            raise RefusedError("a content filter stopped the answer", text[:200] or None)
        return choice, message, text

    def _count(self, completion: Any) -> None:
        usage = getattr(completion, "usage", None)
        timings = (getattr(completion, "model_extra", None) or {}).get("timings")
        details = getattr(usage, "prompt_tokens_details", None)
        cached = getattr(details, "cached_tokens", None)
        if cached is None and isinstance(timings, dict):
            cached = timings.get("cache_n")
        self.prompt_tokens += _count(getattr(usage, "prompt_tokens", None))
        self.completion_tokens += _count(getattr(usage, "completion_tokens", None))
        self.cached_tokens += _count(cached)


def _count(value: Any) -> int:
    """A number of tokens; what a server says that is none counts as nothing."""
    return int(value) if isinstance(value, int | float) and 0 <= value < math.inf else 0


def _text(content: Any) -> str:
    """The text of a message, which some servers write in parts.

    Raises:
        NoCompletionError: It is neither text nor a list of parts.
    """
    if content is None or isinstance(content, str):
        return content or ""
    if not isinstance(content, list):
        raise NoCompletionError
    parts = (part.get("text") if isinstance(part, dict) else part for part in content)
    return "".join(part for part in parts if isinstance(part, str))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_wordless(text: str, finish_reason: str) -> bool:
    """Whether a beginning is the end of the answer or a part of a character; llama.cpp weighs neither."""
    return not text.strip("\ufffd") and (bool(text) or finish_reason == "stop")


def _is_weighed(token: Any) -> bool:
    """Whether a server's word for a token has a text and the logarithm of a probability."""
    logprob = getattr(token, "logprob", None)
    return isinstance(getattr(token, "token", None), str) and isinstance(logprob, int | float) and logprob <= 0


def _empty_choice() -> Any:
    from openai.types.chat import ChatCompletionMessage  # noqa: PLC0415
    from openai.types.chat.chat_completion import Choice  # noqa: PLC0415

    message = ChatCompletionMessage(role="assistant", content="")
    return Choice(index=0, finish_reason="stop", logprobs=None, message=message)
