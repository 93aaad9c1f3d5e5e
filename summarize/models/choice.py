"""Which model answers: the one that is named, a configured endpoint or key, or the embedded default."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from summarize.errors import SettingsError
from summarize.models.base import Model, StrategyName
from summarize.models.catalogue import CATALOGUE, DEFAULT_LOCAL_MODEL
from summarize.registry import Registry
from summarize.settings import public_address

DEFAULT_HOSTED_MODEL = "gpt-4.1-mini"
"""Asked for when there is a key but no model name."""

_LOCAL_SUFFIX = ".gguf"


@dataclass(frozen=True)
class ModelRequest:
    """What a backend makes a model from.

    Attributes:
        name: Model name without the backend's prefix; None for the backend's own choice.
        base_url: Address of the server, where one is given.
        api_key: Key, where one is given.
        strategy: Strategy, where one is asked for.
        context_tokens: Tokens of prompt and reply, where said.
        parallel: Requests in flight, where said.
        timeout: Seconds one attempt may take, where said.
    """

    name: str | None = None
    base_url: str | None = None
    api_key: str | None = None
    strategy: StrategyName | None = None
    context_tokens: int | None = None
    parallel: int | None = None
    timeout: float | None = None


Backend = Callable[[ModelRequest], Model]
"""Makes a model; `NAME:MODEL` on the command line calls the backend NAME with MODEL."""

BACKENDS: Registry[Backend] = Registry(
    "summarize.models",
    {"local": "summarize.models.choice:local_backend", "openai": "summarize.models.choice:openai_backend"},
)
"""Every backend by name; other distributions announce theirs in the entry-point group `summarize.models`."""


def choose_model(
    name: str | None = None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str] | None = None,
    strategy: StrategyName | None = None,
    context_tokens: int | None = None,
    parallel: int | None = None,
    timeout: float | None = None,
) -> tuple[Model, str]:
    """Make the model to ask, and say why it is this one.

    A name is looked up in this order: `BACKEND:NAME`, a path that ends in `.gguf`, a name of the catalogue
    of local models, a model of the configured endpoint, a model of OpenAI when there is a key. Without a
    name: the configured endpoint, then the default hosted model when there is a key, then the embedded
    default.

    Args:
        name: Model name, or None.
        base_url: Address of an OpenAI-compatible server; else OPENAI_BASE_URL.
        api_key: Key; else OPENAI_API_KEY.
        environ: The environment; this process's when None.
        strategy: Strategy the model should get instead of its own.
        context_tokens: Tokens of prompt and reply.
        parallel: Requests in flight.
        timeout: Seconds one attempt may take.

    Returns:
        The model, and the reason in a few words.

    Raises:
        SettingsError: No such model, or no key for it.
    """
    env = os.environ if environ is None else environ
    request = ModelRequest(
        name=name,
        base_url=base_url or env.get("OPENAI_BASE_URL") or None,
        api_key=api_key or env.get("OPENAI_API_KEY") or None,
        strategy=strategy,
        context_tokens=context_tokens,
        parallel=parallel,
        timeout=timeout,
    )
    backend, model, reason = _route(request)
    return _made(backend, replace(request, name=model)), reason


def _made(backend: str, request: ModelRequest) -> Model:
    try:
        make = BACKENDS[backend]
    except Exception as error:
        raise SettingsError(
            f"the backend cannot be loaded ({error})",
            where=f"entry point {backend!r} of group {BACKENDS.group!r}",
            hint="repair or uninstall the distribution that registers it",
        ) from error
    return make(request)


def _route(request: ModelRequest) -> tuple[str, str | None, str]:
    """Find backend, model name and reason."""
    if request.name is None:
        return _route_unnamed(request)
    name = request.name
    prefix, colon, rest = name.partition(":")
    if colon and rest and prefix in list(BACKENDS):  # `in BACKENDS` would import it
        return prefix, rest, f"{name} was asked for"
    if name.endswith(_LOCAL_SUFFIX):
        return "local", name, f"the file {name} was asked for"
    if name in CATALOGUE:
        return "local", name, f"the local model {name} was asked for"
    if request.base_url:
        return "openai", name, f"{name} was asked for, at {public_address(request.base_url)}"
    near = get_close_matches(name, CATALOGUE, n=3, cutoff=0.8)
    if request.api_key and not near:
        return "openai", name, f"{name} was asked for, and there is an API key"
    raise _unknown(name, near)


def _route_unnamed(request: ModelRequest) -> tuple[str, str | None, str]:
    if request.base_url:
        return "openai", None, f"the endpoint {public_address(request.base_url)} is configured"
    if request.api_key:
        return "openai", DEFAULT_HOSTED_MODEL, "an API key is configured (OPENAI_API_KEY)"
    return "local", DEFAULT_LOCAL_MODEL, "default: no model, endpoint or key is configured"


def _unknown(name: str, near: list[str]) -> SettingsError:
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    return SettingsError(
        f"unknown model {name!r}",
        where="model",
        hint=f"{meant}local models: {', '.join(CATALOGUE)}, or a path that ends in .gguf; "
        "any other name needs --base-url or OPENAI_API_KEY",
    )


def local_backend(request: ModelRequest) -> Model:
    """Make an embedded model: a name of the catalogue, or a GGUF file.

    Raises:
        SettingsError: The catalogue has no such model.
    """
    from summarize.models.local import LocalModel  # noqa: PLC0415

    name = request.name or DEFAULT_LOCAL_MODEL
    path = Path(name).expanduser() if name.endswith(_LOCAL_SUFFIX) else None
    if path is None and name not in CATALOGUE:
        raise _unknown(name, get_close_matches(name, CATALOGUE))
    model = LocalModel(
        name=None if path else name,
        path=path,
        **_given(context_tokens=request.context_tokens, parallel=request.parallel, timeout=request.timeout),
    )
    model.strategy = request.strategy or model.strategy
    return model


def openai_backend(request: ModelRequest) -> Model:
    """Make a model behind an OpenAI-compatible endpoint.

    Raises:
        SettingsError: There is no key for OpenAI's own endpoint.
    """
    from summarize.models.openai import OpenAIModel  # noqa: PLC0415

    return OpenAIModel(
        name=request.name,
        base_url=request.base_url,
        api_key=request.api_key,
        **_given(
            strategy=request.strategy,
            context_tokens=request.context_tokens,
            parallel=request.parallel,
            timeout=request.timeout,
        ),
    )


def _given(**options: object) -> dict[str, Any]:
    """Keep the options that were said, so that the model's visible defaults hold for the others."""
    return {key: value for key, value in options.items() if value is not None}
