"""Settings: a flag wins over the environment, that over `summarize.toml`, that over the default.

Each value remembers where it came from, so that `summarize config` and every error can say so. The first
`summarize.toml` found counts: from the working directory upwards, then in the user's configuration folder.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from summarize.errors import SettingsError
from summarize.strategies import StrategyName

FILE_NAME = "summarize.toml"
DEFAULT = "default"
"""Origin of a value that nobody set."""
HIDDEN = "(set, not shown)"
"""What is printed in place of a secret."""

_OPENAI_NAMES = {"base_url": "OPENAI_BASE_URL", "api_key": "OPENAI_API_KEY"}
_PATHS = ("prompt",)
_SHARES = ("min_grounding", "min_confidence")
_NEAR = 0.8
_OTHERS: Final = frozenset(("SUMMARIZE_DATA", "SUMMARIZE_ENTRY_POINTS", "SUMMARIZE_MODELS", "SUMMARIZE_STATES"))
"""Variables that are read elsewhere and are no settings."""


def _iso_date(value: Any) -> Any:
    """A date as such or in ISO 8601; pydantic itself would also take a number of seconds for one."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def address_problem(address: str) -> str | None:
    """Why a text is no address of a server; None when it can be one."""
    try:
        parts = urlsplit(address)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # whose message quotes what may be a part of a password
        return "it is no address: check its host and its port"
    if not address.isprintable():
        return "it is no address: it holds a character that cannot be printed"
    if parts.scheme not in {"http", "https"}:
        return "an address starts with http:// or https://"
    return None if whole else "an address names a host, as in http://127.0.0.1:8080/v1"


def public_address(address: str) -> str:
    """An address as it may be shown: user name, password and query, which can hold secrets, are left out."""
    if address_problem(address):  # where its parts begin and end cannot be told
        return "…" if set("@?#") & set(address) else address
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _http_address(value: str | None) -> str | None:
    """An address with a host, and a port that there can be, or nothing."""
    if value is not None and (problem := address_problem(value)):
        raise ValueError(problem)
    return value


class Settings(BaseModel):
    """Everything that can be set by flag, environment variable or `summarize.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    model: str | None = None
    """Model name, `BACKEND:NAME` or a .gguf file; else the configured endpoint, else the embedded model."""
    base_url: Annotated[str | None, AfterValidator(_http_address)] = None
    """Address of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1."""
    api_key: SecretStr | None = None
    """Key for that server."""
    strategy: StrategyName | None = None
    """How the model is asked: `article`, `sentence` or `weighed`; without it what suits the model."""
    prompt: Path | None = None
    """Prompt file; in `summarize.toml` relative to that file."""
    format: str = "text"
    """Output format."""
    dateline: Annotated[date | None, BeforeValidator(_iso_date)] = None
    """Day that articles count from, whatever they say themselves."""
    encoding: str | None = None
    """Encoding of the input; without it detected."""
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    """Language of the articles, ISO 639-1."""
    timeout: float | None = Field(default=None, gt=0)
    """Seconds that one answer of the model may take."""
    parallel: int | None = Field(default=None, ge=1)
    """Requests in flight; without it what the model is good for."""
    context_tokens: int | None = Field(default=None, ge=512)
    """Tokens of prompt and answer that the model can hold."""
    fail_on_loss: bool = False
    """Whether anything lost makes the exit code 4."""
    min_grounding: float | None = Field(default=None, ge=0, le=1)
    """Smallest share of quoted values that must stand in the article, 0 to 1; below it the exit code is 4."""
    min_confidence: float | None = Field(default=None, ge=0, le=1)
    """Confidence below which events, participants and places are left out, 0 to 1; each is listed as a loss."""
    quiet: bool = False
    """Whether standard error stays silent unless something fails."""


@dataclass(frozen=True)
class ResolvedSettings:
    """The settings in force, and where each came from.

    Attributes:
        values: The settings.
        origins: `--flag`, environment variable, path of a `summarize.toml` or `default`, by setting.
        file: The `summarize.toml` that was read.
    """

    values: Settings
    origins: Mapping[str, str]
    file: Path | None = None

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Name, printable value and origin of every setting; secrets are not shown."""
        for name in Settings.model_fields:
            value = _public(name, getattr(self.values, name))
            yield name, "" if value is None else _shown(value), self.origins[name]


def load_settings(
    flags: Mapping[str, Any] = MappingProxyType({}),
    environ: Mapping[str, str] | None = None,
    start: Path | None = None,
) -> ResolvedSettings:
    """Merge flags, environment and file over the defaults.

    Args:
        flags: Values given on the command line or in code by setting; None means not given.
        environ: The environment; this process's when None. `SUMMARIZE_<SETTING>`, and for address and key
            `OPENAI_BASE_URL` and `OPENAI_API_KEY`; an empty variable counts as not set.
        start: Folder from which `summarize.toml` is searched upwards; the working directory when None.

    Raises:
        SettingsError: A value does not fit, or the file is broken or has a key that is no setting.
    """
    file = find_file(start or _here())
    layers = (
        _from_flags(flags),
        _from_environment(os.environ if environ is None else environ),
        {} if file is None else _from_file(file),
    )
    merged: dict[str, tuple[Any, str]] = {}
    for layer in layers:
        merged = {**layer, **merged}
    values = _validated(merged)
    origins = {name: merged[name][1] if name in merged else DEFAULT for name in Settings.model_fields}
    return ResolvedSettings(values, MappingProxyType(origins), file)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise SettingsError(
            f"is gone: {(error.strerror or str(error)).lower()}",
            where="working directory",
            hint="change to another folder",
        ) from error


def find_file(start: Path) -> Path | None:
    """The `summarize.toml` that holds for a folder, if there is one."""
    from platformdirs import user_config_path  # noqa: PLC0415

    start = start.absolute()
    folders = (start, *start.parents, user_config_path("summarize"))
    return next((path for folder in folders if (path := folder / FILE_NAME).is_file()), None)


def environment_name(setting: str) -> str:
    """The environment variable of a setting."""
    return _OPENAI_NAMES.get(setting, f"SUMMARIZE_{setting.upper()}")


def unknown_variables(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment variables that look like settings and are none, each with what may have been meant."""
    known = sorted({*map(environment_name, Settings.model_fields), *_OTHERS})
    given = sorted(name for name in (os.environ if environ is None else environ) if name.startswith("SUMMARIZE_"))
    return {name: _meant(name, known) for name in given if name not in known}


def _meant(name: str, known: Sequence[str]) -> str:
    """The variable that may have been meant: that of the setting, or the nearest name."""
    setting = name.removeprefix("SUMMARIZE_").lower()
    if setting in Settings.model_fields:
        return environment_name(setting)
    return next(iter(get_close_matches(name, known, n=1, cutoff=_NEAR)), "summarize config lists them")


def _from_flags(flags: Mapping[str, Any]) -> dict[str, tuple[Any, str]]:
    return {name: (value, f"--{name.replace('_', '-')}") for name, value in flags.items() if value is not None}


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    names = {setting: environment_name(setting) for setting in Settings.model_fields}
    return {setting: (environ[name], name) for setting, name in names.items() if environ.get(name)}


def _from_file(path: Path) -> dict[str, tuple[Any, str]]:
    table = _read(path)
    for key in table:
        if key not in Settings.model_fields:
            raise SettingsError(f"unknown key {key!r}", where=str(path), hint=_nearest(key))
    located = {key: _beside(path, key, value) for key, value in table.items()}
    return {key: (value, str(path)) for key, value in located.items()}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        cause = "too deep" if isinstance(error, RecursionError) else error
        raise SettingsError(f"is not TOML: {cause}", where=str(path), hint="see docs/cli.md") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}", where=str(path)) from error


def _beside(path: Path, key: str, value: Any) -> Any:
    """A relative path in the file counts from the file's folder."""
    return path.parent / value if key in _PATHS and isinstance(value, str) else value


def _nearest(key: str) -> str:
    near = get_close_matches(key.replace("-", "_").lower(), Settings.model_fields, n=1)
    return f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(Settings.model_fields)}"


def _validated(merged: Mapping[str, tuple[Any, str]]) -> Settings:
    try:
        return Settings.model_validate({name: value for name, (value, _) in merged.items()})
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        name = str(first["loc"][0])
        value, origin = merged.get(name, (None, name))
        raise SettingsError(
            f"{name} cannot be {_public(name, value)!r}", where=origin, hint=_expected(name, first["msg"])
        ) from None


def _expected(name: str, problem: str) -> str:
    """What would fit, in the words of a person."""
    if name == "base_url":
        return problem.removeprefix("Value error, ")
    if name == "dateline":
        return "write the date as YYYY-MM-DD, for example 2017-08-06"
    if name in _SHARES:
        return "give a share from 0 to 1, such as 0.7 for 70 %"
    return problem[:1].lower() + problem[1:]


def _public(name: str, value: Any) -> Any:
    """A value of a setting without its secrets."""
    if value is None:
        return None
    if name == "base_url":
        return public_address(str(value))
    return HIDDEN if name == "api_key" else value


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
