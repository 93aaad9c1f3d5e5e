"""What instructor and openai are given of ours: the response type and the HTTP client."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarize.models.answer import UnfitReplyError, read
from summarize.models.schema import strict_schema
from summarize.models.tape import TAPE

if TYPE_CHECKING:
    import httpx2
    from pydantic import BaseModel

_SHORTEST_KEY = 8


@lru_cache(maxsize=256)
def wire_type(reply: type[BaseModel]) -> Any:
    """Make the type instructor works with: strict schema out, our own reading in.

    It has no fields of its own, because instructor walks through all of them on every call.
    """
    import instructor  # noqa: PLC0415
    from instructor.core import ResponseParsingError  # noqa: PLC0415

    class Wire(instructor.OpenAISchema):
        """Carries the validated reply."""

        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            return strict_schema(reply)

        @classmethod
        def model_validate_json(cls, json_data: Any, **_: Any) -> Any:
            try:
                content = read(json_data, reply)
            except UnfitReplyError as error:
                raise ResponseParsingError(str(error), mode="json") from error
            answer = cls.model_construct()
            object.__setattr__(answer, "content", content)
            return answer

    Wire.__name__ = reply.__name__
    return Wire


def without_secret(text: str, secret: str) -> str:
    """Take a key out of a text; shorter than eight characters it is a placeholder and may be any word."""
    return text.replace(secret, "…") if len(secret) >= _SHORTEST_KEY else text


def is_loopback(endpoint: str) -> bool:
    """Tell whether an address is this machine's own."""
    host = urlsplit(endpoint).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def http_client(endpoint: str, timeout: float) -> httpx2.AsyncClient:
    """Make the connections to `endpoint`, through the current article's cassette where there is one."""
    options: dict[str, Any] = {"timeout": timeout}
    if is_loopback(endpoint) and urlsplit(endpoint).scheme == "http":
        # No proxy of the environment may stand between this process and its own server; and loading the
        # certificates of the world for it would cost 0.2 s.
        options |= {"trust_env": False, "verify": False, "follow_redirects": False}
    client: httpx2.AsyncClient = _taped_client()(**options)
    return client


@lru_cache(maxsize=1)
def _taped_client() -> Any:
    import openai  # noqa: PLC0415

    class Taped(openai.DefaultAsyncHttpxClient):
        """Goes through the current article's cassette, where there is one."""

        async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
            tape = TAPE.get()
            if tape is None:
                return await super().send(request, **options)
            return await tape.handle(request, super().send)

    return Taped
