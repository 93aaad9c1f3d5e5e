"""What went wrong with a request, and whether asking again can help."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from summarize.errors import ReplayMiss

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRANSIENT_STATUS = frozenset({408, 409, 425, 429})
_SERVER_ERROR, _NOT_IMPLEMENTED = 500, 501
_BAD_REQUEST = frozenset({400, 422})
_ABOUT_FORMAT = (
    "response_format", "json_schema", "structured output",
    # a schema that is too large, in the words of Gemini (googleapis/python-genai, issue 660) and Anthropic
    # (TanStack/ai, issue 682): a limit that no page has in numbers, so it can only be met after the fact
    "too many states for serving", "compiled grammar is too large", "parameters with union types",
)  # fmt: skip


class FaultKind(StrEnum):
    """The ways a request fails that call for different answers."""

    TRANSIENT = "transient"
    """Asking again may help: 429, 5xx, a dropped connection, a timeout."""
    UNREACHABLE = "unreachable"
    """Nothing listens at the address."""
    DENIED = "denied"
    """Asking again, for any passage, is pointless: key, model name, request."""
    TOO_LONG = "too_long"
    """This passage does not fit the model; another one may."""
    FILTERED = "filtered"
    """A content filter refused this passage."""
    FORMAT = "format"
    """The server does not know this `response_format`."""
    PARAMETER = "parameter"
    """The server does not take one of the optional parameters; `reason` names it."""
    REPLAY = "replay"
    """A cassette has no answer."""


@dataclass(frozen=True)
class Fault:
    """One failed attempt.

    Attributes:
        kind: What it calls for.
        reason: What happened, in a few words.
        status: HTTP status, where there was one.
        retry_after: Seconds the server asks to wait.
    """

    kind: FaultKind
    reason: str
    status: int | None = None
    retry_after: float | None = None


@dataclass(frozen=True)
class Backoff:
    """How long to wait before the next attempt.

    Exponential with full jitter over the upper half, so that parallel requests do not come back together.

    Attributes:
        base: Seconds before the second attempt, at most.
        cap: Longest wait, a server's Retry-After included.
    """

    base: float = 0.5
    cap: float = 60.0

    def seconds(self, attempt: int, retry_after: float | None = None) -> float:
        """Wait after failed attempt number `attempt` (from 0), in seconds."""
        if retry_after is not None:
            return min(max(retry_after, 0.0), self.cap)
        ceiling = min(self.cap, self.base * 2.0**attempt)
        return ceiling * random.uniform(0.5, 1.0)  # noqa: S311  (jitter, not a secret)


def retry_after(headers: Mapping[str, str], *, now: float | None = None) -> float | None:
    """Read Retry-After as seconds from now; both forms of RFC 9110 section 10.2.3."""
    value = headers.get("retry-after")
    if value is None:
        return None
    try:
        return max(float(value), 0.0)
    except ValueError:
        date = parsedate_tz(value)
    if date is None:
        return None
    return max(mktime_tz(date) - (time.time() if now is None else now), 0.0)


def fault_of(error: Exception) -> Fault:
    """Classify what the client raised.

    Raises:
        Exception: `error` itself, when it is no failure of the wire but of this program.
    """
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415  (one second to import)

    for cause in _chain(error):
        if isinstance(cause, ReplayMiss):
            return Fault(FaultKind.REPLAY, cause.message)
    if isinstance(error, openai.APIStatusError):
        return _status_fault(error.status_code, _message(error.body, error.message), error.body, error.response.headers)
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return _timeout_fault(error)
    if isinstance(error, openai.APIConnectionError | httpx2.InvalidURL):
        return _connection_fault(error)
    if isinstance(error, ValueError | openai.APIError):
        return Fault(FaultKind.TRANSIENT, "the answer was not the JSON of a chat completion")
    raise error


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _timeout_fault(error: Exception) -> Fault:
    import httpx2  # noqa: PLC0415

    if any(isinstance(cause, httpx2.ConnectTimeout) for cause in _chain(error)):
        return Fault(FaultKind.UNREACHABLE, "no connection within the time limit")
    return Fault(FaultKind.TRANSIENT, "no answer within the time limit")


def _connection_fault(error: Exception) -> Fault:
    import httpx2  # noqa: PLC0415

    chain = _chain(error)
    # What is further down may be an exception that was being handled when the question was asked.
    deepest = [cause for cause in chain if isinstance(cause, OSError | httpx2.HTTPError | httpx2.InvalidURL)] or chain
    last = str(deepest[-1]) or type(deepest[-1]).__name__
    if any(isinstance(cause, httpx2.LocalProtocolError) for cause in chain):
        return Fault(FaultKind.DENIED, last)
    if any(isinstance(cause, httpx2.ConnectError | httpx2.UnsupportedProtocol | httpx2.InvalidURL) for cause in chain):
        return Fault(FaultKind.UNREACHABLE, last)
    return Fault(FaultKind.TRANSIENT, f"the connection broke off ({last})")


def is_transient(status: int) -> bool:
    """Whether the same request may fare better later, by the HTTP status of its answer."""
    return status in _TRANSIENT_STATUS or (status >= _SERVER_ERROR and status != _NOT_IMPLEMENTED)


def _status_fault(status: int, message: str, body: object, headers: Mapping[str, str]) -> Fault:
    code = _code(body)
    text = f"{message} {code}".lower()
    reason = f"HTTP {status}: {message}" if message else f"HTTP {status}"
    if code == "insufficient_quota":
        return Fault(FaultKind.DENIED, reason, status)
    if is_transient(status):
        return Fault(FaultKind.TRANSIENT, reason, status, retry_after(headers))
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Fault(FaultKind.TOO_LONG, reason, status)
    if status in _BAD_REQUEST:
        return Fault(_bad_request(text), reason, status)
    return Fault(FaultKind.DENIED, reason, status)


def _bad_request(text: str) -> FaultKind:
    if "context_length" in text or "context size" in text or "context length" in text or "too long" in text:
        return FaultKind.TOO_LONG
    if "content_filter" in text or "content management policy" in text:
        return FaultKind.FILTERED
    if any(words in text for words in _ABOUT_FORMAT):
        return FaultKind.FORMAT
    if "max_tokens" in text or "temperature" in text:
        return FaultKind.PARAMETER
    return FaultKind.DENIED


def _message(body: object, fallback: str) -> str:
    inner: Any = body.get("error", body) if isinstance(body, dict) else body
    text = inner.get("message") if isinstance(inner, dict) else inner
    if not isinstance(text, str) or "<html" in text.lower():
        text = "" if isinstance(text, str) else fallback
    return " ".join(text.split())[:300]


def _code(body: object) -> str:
    inner: Any = body.get("error", body) if isinstance(body, dict) else {}
    return f"{inner.get('code') or inner.get('type') or ''}" if isinstance(inner, dict) else ""
