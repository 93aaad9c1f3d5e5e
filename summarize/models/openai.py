"""Any OpenAI-compatible endpoint, through instructor over openai.

instructor writes the request for the mode (JSON schema, JSON object, plain text), reads the answer and
asks again with the validation error. It is given our own `create` function, so that attempts, waiting and
usage are counted here and no failure of the wire is ever pasted into a prompt, and our own reply type, so
that the schema is strict and a broken reply is salvaged instead of thrown away.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from summarize.errors import ModelDenied, ModelUnavailable, ReplayMiss, SettingsError
from summarize.models.answer import Salvage, UnfitReplyError, salvage
from summarize.models.base import FinishReason, Message, Reply, ReplyT, StrategyName, Weighing
from summarize.models.beginnings import beginnings
from summarize.models.exchange import (
    CutOffError,
    Exchange,
    FaultError,
    ModeName,
    NoProbabilitiesError,
    RefusedError,
    Terms,
)
from summarize.models.faults import Backoff, Fault, FaultKind, fault_of
from summarize.models.prices import cost_usd
from summarize.models.wire import http_client, is_loopback, wire_type, without_secret
from summarize.record import Loss, LossKind, Usage
from summarize.settings import address_problem, public_address

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion
    from pydantic import BaseModel

DEFAULT_BASE_URL = "https://api.openai.com/v1"
_INSTRUCTOR_MODES = {"json_schema": "JSON_SCHEMA", "json_object": "JSON", "text": "MD_JSON"}
_CONNECT_SECONDS = 10.0
_REDIRECTS = range(300, 400)

_TakenT = TypeVar("_TakenT")
_NOT_WEIGHED = "use the strategy sentence or article"
log = logging.getLogger(__name__)
# instructor reports every failed call at ERROR; what failed is in the reply, and stderr is the user's.
logging.getLogger("instructor").addHandler(logging.NullHandler())

Dialect = Callable[[dict[str, Any], type["BaseModel"]], dict[str, Any]]
Transcribe = Callable[[Sequence[Message]], str]
_CHAT = "/chat/completions"
_TEXT = "/completions"


class OpenAIModel:
    """A model behind the chat-completions API of OpenAI.

    Args:
        name: Model name as the server knows it; the only one it lists when None.
        base_url: Address of the API; OpenAI's own when None.
        api_key: Key; the environment variable OPENAI_API_KEY when None, and a placeholder when that is
            unset and the endpoint is not OpenAI's.
        strategy: Strategy the model gets unless told otherwise.
        context_tokens: Tokens of prompt and reply it can hold.
        parallel: Requests worth having in flight.
        timeout: Seconds one attempt may take, from the first byte sent to the last one read.
        max_retries: Further attempts after a failure that may pass.
        temperature: Sampling temperature.
        mode: How the schema is enforced; "auto" starts with strict JSON schema and falls back to a JSON
            object, then to plain text, when the server refuses `response_format`.
        backoff: Waiting between attempts.
        extra_body: Further fields of every request, for servers that have more than OpenAI.
        dialect: Turns instructor's `response_format` and the reply type into the fields this server enforces
            a schema by; None for `response_format` itself.
        top_logprobs: Tokens whose probabilities are asked for by `weigh`; hosted servers give 20 at most.
        transcribe: Writes the messages of `weigh` as one text, for a server that goes on with plain text as llama.cpp's
            does (`POST /completions`, answered with the probabilities of a chat completion); None to ask in turns of
            a chat, as every server takes them.
    """

    def __init__(
        self,
        *,
        name: str | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        strategy: StrategyName = "article",
        context_tokens: int = 32_768,
        parallel: int = 8,
        timeout: float = 120.0,
        max_retries: int = 3,
        temperature: float = 0.0,
        mode: ModeName | Literal["auto"] = "auto",
        backoff: Backoff | None = None,
        extra_body: Mapping[str, Any] | None = None,
        dialect: Dialect | None = None,
        top_logprobs: int = 20,
        transcribe: Transcribe | None = None,
    ) -> None:
        self.name = name or ""
        self.asked_for = name or "served"
        self._base_url = _checked(base_url or DEFAULT_BASE_URL)
        self.endpoint: str | None = public_address(self._base_url)
        self.strategy: StrategyName = strategy
        self.context_tokens = context_tokens
        self.parallel = parallel
        self.timeout = timeout
        self.max_retries = max_retries
        self.backoff = backoff or Backoff()
        self._api_key = _key(api_key, self._base_url)
        self._terms = Terms("json_schema" if mode == "auto" else mode, temperature)
        self._may_fall_back = mode == "auto"
        self._extra_body = dict(extra_body or {})
        self._dialect = dialect
        self.top_logprobs = top_logprobs
        self._transcribe = transcribe
        self._notes: list[str] = []
        self._clients: WeakKeyDictionary[asyncio.AbstractEventLoop, AsyncOpenAI] = WeakKeyDictionary()
        self._creators: dict[ModeName, Any] = {}

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Answer `messages` in the schema of `reply`, writing at most `max_tokens`.

        Raises:
            ModelUnavailable: Nothing listens at the endpoint, after every retry.
            ModelDenied: The endpoint refuses the key, the model name or the request.
            ReplayMiss: A cassette is played and has no answer.
        """
        exchange = Exchange(started=time.perf_counter())
        outcome: _Outcome[ReplyT] = await self._converse(messages, reply, max_tokens, exchange)
        return Reply(
            parsed=outcome.parsed,
            raw=exchange.raw,
            finish_reason=outcome.finish_reason,
            usage=self._priced(exchange),
            losses=self._take_notes() + outcome.losses,
        )

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """Say how likely each of `answers` is as the answer to `messages`, judged by how it begins.

        Raises:
            ModelUnavailable: Nothing listens at the endpoint, after every retry.
            ModelDenied: The endpoint refuses the key, the model name or the request, or gives no probabilities.
            ReplayMiss: A cassette is played and has no answer.
        """
        exchange = Exchange(started=time.perf_counter())
        logprobs, losses = await self._weighed(messages, answers, exchange)
        return Weighing(logprobs, self._priced(exchange), self._take_notes() + losses)

    async def _weighed(
        self, messages: Sequence[Message], answers: Sequence[str], exchange: Exchange
    ) -> tuple[dict[str, float], tuple[Loss, ...]]:
        while True:
            terms = self._terms
            path, question = self._weighed_as(messages)
            body = {**question, **self._extra_body, **terms.parameters(1)}
            try:
                tokens = await self._attempt(path, body, exchange, exchange.take_beginning)
                return _begun(tokens, answers)
            except NoProbabilitiesError:
                raise ModelDenied(
                    "does not say how probable its answers are",
                    where=self.endpoint,
                    hint=_NOT_WEIGHED,
                ) from None
            except RefusedError as refusal:
                return {}, (Loss(kind=LossKind.REFUSED, text=refusal.text, reason=refusal.reason, where="reply"),)
            except FaultError as failure:
                if not self._ease(failure.fault, terms):
                    return {}, self._failed(failure).losses

    def _weighed_as(self, messages: Sequence[Message]) -> tuple[str, dict[str, Any]]:
        """Where `messages` are weighed, and the fields that ask for it."""
        if self._transcribe is not None:
            return _TEXT, {"prompt": _sendable(self._transcribe(messages)), "logprobs": self.top_logprobs}
        return _CHAT, {"messages": _written(messages), "logprobs": True, "top_logprobs": self.top_logprobs}

    async def aclose(self) -> None:
        """Close the connections of the running event loop, and forget those of loops that are gone."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        self._clients.clear()
        if client is not None:
            await client.close()

    def _priced(self, exchange: Exchange) -> Usage:
        """What an exchange took; no address to look prices up for where nothing is charged."""
        usage = exchange.usage()
        endpoint = None if is_loopback(self._base_url) else self.endpoint
        return usage.model_copy(update={"cost_usd": cost_usd(usage, model=self.name, endpoint=endpoint)})

    def _take_notes(self) -> tuple[Loss, ...]:
        """What was given up since the last question, as losses."""
        notes, self._notes = self._notes, []
        return tuple(Loss(kind=LossKind.REPAIRED, reason=note, where="model") for note in notes)

    async def _converse(
        self, messages: Sequence[Message], reply: type[ReplyT], max_tokens: int, exchange: Exchange
    ) -> _Outcome[ReplyT]:
        """Ask until there is an answer or no point in asking, and sort out what came."""
        while True:
            terms = self._terms
            try:
                return _Outcome(await self._create(messages, reply, max_tokens, exchange, terms), FinishReason.STOP)
            except CutOffError:
                return _salvaged(exchange, reply, FinishReason.LENGTH)
            except RefusedError as refusal:
                loss = Loss(kind=LossKind.REFUSED, text=refusal.text, reason=refusal.reason, where="reply")
                return _Outcome(None, FinishReason.REFUSAL, (loss,))
            except UnfitReplyError:
                return _salvaged(exchange, reply, FinishReason.INVALID)
            except FaultError as failure:
                if self._ease(failure.fault, terms):
                    continue
                if exchange.texts and failure.fault.kind is not FaultKind.REPLAY:
                    # an unfit first answer is better than none
                    return _salvaged(exchange, reply, FinishReason.INVALID)
                return self._failed(failure)

    async def _create(
        self,
        messages: Sequence[Message],
        reply: type[ReplyT],
        max_tokens: int,
        exchange: Exchange,
        terms: Terms,
    ) -> ReplyT:
        from instructor.core import InstructorRetryException, ResponseParsingError  # noqa: PLC0415

        try:
            answer = await self._creator(terms.mode)(
                response_model=wire_type(reply),
                max_retries=1,
                messages=_written(messages),
                max_tokens=max_tokens,
                exchange=exchange,
                terms=terms,
                reply=reply,
            )
        except InstructorRetryException as error:
            if isinstance(error.__cause__, ResponseParsingError):
                raise UnfitReplyError(str(error.__cause__)) from error
            raise (error.__cause__ or error) from None
        parsed: ReplyT = answer.content
        return parsed

    def _creator(self, mode: ModeName) -> Any:
        """Let instructor wrap `_send` for `mode`, once."""
        if mode not in self._creators:
            import instructor  # noqa: PLC0415

            self._creators[mode] = instructor.patch(create=self._send, mode=instructor.Mode[_INSTRUCTOR_MODES[mode]])
        return self._creators[mode]

    async def _send(
        self,
        *,
        exchange: Exchange,
        terms: Terms,
        reply: type[BaseModel],
        messages: list[Any],
        max_tokens: int,
        response_format: dict[str, Any] | None = None,
    ) -> ChatCompletion:
        """Send one request, again where that may help; this is the `create` that instructor calls."""
        body = {
            "messages": messages,
            **self._extra_body,
            **self._format(response_format, reply),
            **terms.parameters(max_tokens),
        }
        return await self._attempt(_CHAT, body, exchange, exchange.take)

    async def _attempt(
        self, path: str, body: dict[str, Any], exchange: Exchange, take: Callable[[Any], _TakenT]
    ) -> _TakenT:
        """Post until an answer can be taken, or asking again cannot help."""
        for attempt in range(self.max_retries + 1):
            exchange.calls += 1
            try:
                async with asyncio.timeout(self.timeout):
                    self.name = self.name or await self._only_listed()
                    completion = await self._post(path, {"model": self.name, **body})
                return take(completion)
            except (RefusedError, CutOffError, NoProbabilitiesError):
                raise
            except Exception as error:
                fault = self._without_key(fault_of(error))
                if fault.kind not in {FaultKind.TRANSIENT, FaultKind.UNREACHABLE} or attempt == self.max_retries:
                    raise FaultError(fault, error) from error
            await asyncio.sleep(self.backoff.seconds(attempt, fault.retry_after))
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        """Post one request for a completion.

        Not `chat.completions.create`: that walks every level of the body in Python to rename keys that need no
        renaming, at a fifth of the cost of a request.
        """
        from openai.types.chat import ChatCompletion  # noqa: PLC0415

        return await self._client().post(path, body=body, cast_to=ChatCompletion)

    async def check(self) -> str:
        """Name of the model that a run would ask; asks the server for its models, the cheapest request there is.

        Raises:
            ModelUnavailable: Nothing answers in time.
            ModelDenied: The key is refused, or no model is named and the server does not have just one.
        """
        try:
            async with asyncio.timeout(self.timeout):
                names = await self._listed()
                return self.name or self._only(names)
        except ModelDenied:
            if not self.name:
                raise
            return self.name
        except Exception as error:
            fault = self._without_key(fault_of(error))
            if fault.status is None:
                raise self._unanswered(fault) from error
            raise ModelDenied(f"answers {fault.reason}", where=self.endpoint, hint=_advice(fault)) from error

    async def _only_listed(self) -> str:
        """Name of the one model the server has.

        Raises:
            ModelDenied: It lists none or several, or does not list them.
        """
        return self._only(await self._listed())

    def _only(self, names: Sequence[str]) -> str:
        if len(names) != 1:
            found = f"{len(names)} models ({', '.join(names[:5])} …)" if names else "no model"
            raise ModelDenied(f"has {found}", where=self.endpoint, hint="name one with --model")
        return names[0]

    async def _listed(self) -> list[str]:
        import openai  # noqa: PLC0415

        try:
            return [model.id async for model in self._client().models.list()]
        except openai.NotFoundError as error:
            raise ModelDenied("does not list its models", where=self.endpoint, hint="name one with --model") from error

    def _without_key(self, fault: Fault) -> Fault:
        """Keep the key out of records and messages, even where a server repeats it."""
        return replace(fault, reason=without_secret(fault.reason, self._api_key))

    def _format(self, response_format: dict[str, Any] | None, reply: type[BaseModel]) -> dict[str, Any]:
        """Finish instructor's `response_format`, in this server's dialect."""
        if response_format is None:
            return {}
        if response_format["type"] == "json_schema":
            response_format["json_schema"]["strict"] = True
        if self._dialect is not None:
            return self._dialect(response_format, reply)
        return {"response_format": response_format}

    def _ease(self, fault: Fault, sent: Terms) -> bool:
        """Give up something the server does not take; False when there is nothing left to give up."""
        if self._terms is not sent:  # another request, sent at the same time, has found the way
            return fault.kind in {FaultKind.FORMAT, FaultKind.PARAMETER}
        if fault.kind is FaultKind.FORMAT and not self._may_fall_back:
            return False
        eased = sent.eased(fault)
        if eased is None:
            return False
        self._terms = eased
        note = f"{self.endpoint} does not take what it was asked ({fault.reason}); {eased.differs_from(sent)}"
        log.info(note)
        if eased.limit == sent.limit:  # another name for the same limit changes nothing for the reader
            self._notes.append(note)
        return True

    def _failed(self, failure: FaultError) -> _Outcome[Any]:
        """Turn the last failure into an outcome, or into an error when other passages would fail as well."""
        fault = failure.fault
        if fault.kind is FaultKind.REPLAY:
            raise _replay_miss(failure.error)
        if fault.kind is FaultKind.UNREACHABLE:
            raise self._unanswered(fault) from failure.error
        if fault.kind is FaultKind.FILTERED:
            loss = Loss(kind=LossKind.REFUSED, reason=fault.reason, where="reply")
            return _Outcome(None, FinishReason.REFUSAL, (loss,))
        if fault.kind in {FaultKind.TRANSIENT, FaultKind.TOO_LONG}:
            loss = Loss(kind=LossKind.CALL_FAILED, reason=f"{self.endpoint}: {fault.reason}", where="reply")
            return _Outcome(None, FinishReason.FAILED, (loss,))
        raise ModelDenied(
            f"refuses model {self.name!r}: {fault.reason}", where=self.endpoint, hint=_advice(fault)
        ) from failure.error

    def _unanswered(self, fault: Fault) -> ModelUnavailable:
        return ModelUnavailable(
            f"nothing answers ({fault.reason})",
            where=self.endpoint,
            hint="start the server, or check the address given with --base-url or OPENAI_BASE_URL",
        )

    def _client(self) -> AsyncOpenAI:
        """Make the client of the running event loop; connections cannot move between loops."""
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            import openai  # noqa: PLC0415  (one second to import)

            self._clients[loop] = openai.AsyncOpenAI(
                api_key=self._api_key,
                base_url=self._base_url,
                max_retries=0,
                timeout=openai.Timeout(self.timeout, connect=min(_CONNECT_SECONDS, self.timeout)),
                http_client=http_client(self._base_url, self.timeout),
            )
        return self._clients[loop]


@dataclass(frozen=True)
class _Outcome(Generic[ReplyT]):
    """How one `ask` ended."""

    parsed: ReplyT | None
    finish_reason: FinishReason
    losses: tuple[Loss, ...] = ()


def _salvaged(exchange: Exchange, reply: type[ReplyT], finish_reason: FinishReason) -> _Outcome[ReplyT]:
    """Keep the better of the answers; the later one of equals."""
    best: Salvage[ReplyT] = max((salvage(text, reply) for text in reversed(exchange.texts)), key=lambda one: one.weight)
    losses = best.losses
    if finish_reason is FinishReason.LENGTH and not any(loss.kind is LossKind.TRUNCATED for loss in losses):
        losses = (
            Loss(kind=LossKind.TRUNCATED, reason="the reply reached max_tokens", where="reply"),
            *losses,
        )
    return _Outcome(best.parsed, finish_reason, losses)


def _replay_miss(error: BaseException | None) -> BaseException:
    while error is not None and not isinstance(error, ReplayMiss):
        error = error.__cause__ or error.__context__
    return error or ReplayMiss("no recorded answer")


def _advice(fault: Fault) -> str:
    status = fault.status or 0
    if "logprobs" in fault.reason:
        return _NOT_WEIGHED
    if status in _REDIRECTS:
        return "the server has moved: name its new address with --base-url or OPENAI_BASE_URL"
    if status in {401, 403}:
        return "check OPENAI_API_KEY"
    if status == 404:  # noqa: PLR2004
        return "check the model name, and that the address ends in /v1"
    if status in {402, 429}:
        return "check the account's quota"
    return "check the model name and the server's log"


def _key(api_key: str | None, endpoint: str) -> str:
    found = (api_key or os.environ.get("OPENAI_API_KEY") or "").strip()
    if not found.isascii() or not found.isprintable():
        raise SettingsError(
            "the API key holds characters that no key has", where="OPENAI_API_KEY", hint="copy it again"
        )
    if not found and urlsplit(endpoint).hostname == urlsplit(DEFAULT_BASE_URL).hostname:
        raise SettingsError(
            "no API key",
            where=public_address(endpoint),
            hint="set OPENAI_API_KEY, or name an own server with --base-url",
        )
    return found or "no-key-needed"


def _checked(address: str) -> str:
    if problem := address_problem(address):
        raise SettingsError(f"base_url cannot be {public_address(address)!r}", where="base_url", hint=problem)
    return address


def _begun(tokens: Sequence[tuple[str, float]], answers: Sequence[str]) -> tuple[dict[str, float], tuple[Loss, ...]]:
    """Log probabilities of the answers, and a loss when none of them has any."""
    found = beginnings(tokens, answers)
    if found:
        return found, ()
    reason = f"the reply {'begins with none of the answers that were asked about' if tokens else 'begins with no word'}"
    text = tokens[0][0].strip() if tokens else ""
    return {}, (Loss(kind=LossKind.INVALID, text=text or None, reason=reason, where="reply"),)


def _written(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [{"role": message.role, "content": _sendable(message.content)} for message in messages]


def _sendable(text: str) -> str:
    """Replace what cannot be written in UTF-8 (lone surrogates), one character by one."""
    return text.encode("utf-8", "replace").decode("utf-8")
