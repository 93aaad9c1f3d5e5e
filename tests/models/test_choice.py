"""Which model answers."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from summarize.errors import SettingsError
from summarize.models.base import Model
from summarize.models.choice import BACKENDS, DEFAULT_HOSTED_MODEL, ModelRequest, choose_model
from summarize.models.local import LocalModel
from summarize.models.openai import DEFAULT_BASE_URL, OpenAIModel
from summarize.models.scripted import ScriptedModel
from summarize.registry import Registry

KEY = {"OPENAI_API_KEY": "k"}
URL = {"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1"}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("environ", "kind", "name", "reason"),
    [
        ({}, LocalModel, "qwen2.5-coder-1.5b", "default"),
        (KEY, OpenAIModel, DEFAULT_HOSTED_MODEL, "OPENAI_API_KEY"),
        (URL, OpenAIModel, "", "http://127.0.0.1:8080/v1"),
        (KEY | URL, OpenAIModel, "", "http://127.0.0.1:8080/v1"),
        ({"OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}, LocalModel, "qwen2.5-coder-1.5b", "default"),
    ],
)
def test_without_a_name_endpoint_comes_before_key_and_key_before_the_embedded_model(
    environ: dict[str, str], kind: type[Model], name: str, reason: str
) -> None:
    model, why = choose_model(environ=environ)
    assert (kind, name) == (type(model), model.name)
    assert reason in why


@pytest.mark.parametrize("name", [None, "m"])
def test_the_secrets_of_an_address_are_no_part_of_the_reason(name: str | None) -> None:
    model, why = choose_model(name, base_url="https://desk:hush@models.example/v1?key=hush#hush")
    assert "https://models.example/v1" in why
    assert isinstance(model, OpenAIModel)
    assert "hush" not in f"{why} {model.endpoint}"


@pytest.mark.parametrize(
    ("name", "environ", "kind"),
    [
        ("smollm2-135m", {}, LocalModel),
        ("smollm2-135m", KEY, LocalModel),
        ("smollm2-135m", URL, LocalModel),
        ("local:smollm2-135m", KEY | URL, LocalModel),
        ("openai:smollm2-135m", URL, OpenAIModel),
        ("llama3.2:3b", URL, OpenAIModel),
        ("gpt-4.1", KEY, OpenAIModel),
        ("/models/mine.gguf", KEY | URL, LocalModel),
        ("local:/models/mine.gguf", {}, LocalModel),
    ],
)
def test_a_name_decides(name: str, environ: dict[str, str], kind: type[Model]) -> None:
    model, why = choose_model(name, environ=environ)
    assert kind is type(model)
    assert name in why


def test_a_gguf_file_is_named_after_its_stem_and_gets_the_sentence_strategy() -> None:
    model, _ = choose_model("~/models/mine.gguf", environ={})
    assert isinstance(model, LocalModel)
    assert ("mine", "sentence", Path.home() / "models/mine.gguf") == (model.name, model.strategy, model.path)


def test_flags_come_before_the_environment() -> None:
    model, _ = choose_model("m", base_url="http://127.0.0.1:1/v1", api_key="flag", environ=KEY | URL)
    assert "http://127.0.0.1:1/v1" == model.endpoint


def test_what_is_said_replaces_the_models_own_settings() -> None:
    model, _ = choose_model("smollm2-135m", strategy="article", context_tokens=999, parallel=3, environ={})
    assert ("article", 999, 3) == (model.strategy, model.context_tokens, model.parallel)
    model, _ = choose_model("m", strategy="sentence", context_tokens=999, parallel=3, environ=URL)
    assert ("sentence", 999, 3) == (model.strategy, model.context_tokens, model.parallel)


@pytest.mark.parametrize("environ", [{}, KEY])
def test_a_misspelt_local_model_is_not_sent_to_anybody(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"qwen2\.5-coder-15b") as caught:
        choose_model("qwen2.5-coder-15b", environ=environ)
    assert "did you mean qwen2.5-coder-1.5b" in str(caught.value.hint)


def test_an_unknown_name_without_endpoint_or_key_lists_what_there_is() -> None:
    with pytest.raises(SettingsError) as caught:
        choose_model("gpt-4.1", environ={})
    for word in ("smollm2-135m", "--base-url", "OPENAI_API_KEY"):
        assert word in str(caught.value.hint)


def test_an_unknown_local_name_is_refused() -> None:
    with pytest.raises(SettingsError, match="nonesuch"):
        choose_model("local:nonesuch", environ=KEY)


def test_openai_itself_needs_a_key() -> None:
    with pytest.raises(SettingsError, match="no API key"):
        choose_model("m", base_url=DEFAULT_BASE_URL, environ={})


def test_a_key_with_odd_characters_is_refused_before_it_is_sent() -> None:
    with pytest.raises(SettingsError, match="characters"):
        choose_model("m", base_url="http://127.0.0.1:1/v1", api_key="k\u2019ey", environ={})


def parrot(request: ModelRequest) -> Model:
    return ScriptedModel([], name=f"parrot {request.name}")


def test_a_backend_of_somebody_else_is_asked_for_by_its_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BACKENDS, "_given", {"parrot": parrot})
    model, why = choose_model("parrot:grey", environ={})
    assert ("parrot grey", "parrot:grey was asked for") == (model.name, why)


def test_a_backend_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: Registry[object] = Registry("summarize.models", {"broken": "no_such_module:backend"})
    monkeypatch.setattr("summarize.models.choice.BACKENDS", broken)
    with pytest.raises(SettingsError, match="cannot be loaded") as caught:
        choose_model("broken:x", environ={})
    assert "broken" in str(caught.value.where)


def test_backends_are_announced_as_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("parrot", f"{__name__}:parrot", "summarize.models")

    def announced(*, group: str) -> Sequence[EntryPoint]:
        return [point] if group == point.group else []

    monkeypatch.delenv("SUMMARIZE_ENTRY_POINTS", raising=False)
    monkeypatch.setattr("summarize.registry.entry_points", announced)
    registry: Registry[object] = Registry("summarize.models", {})
    assert ["parrot"] == list(registry)
