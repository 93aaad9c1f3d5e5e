"""The settings of a run over articles, with what reading and writing have to say about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from summarize.errors import InputError, SettingsError
from summarize.settings import ResolvedSettings, Settings, load_settings


def load_for_run(flags: Mapping[str, Any] = MappingProxyType({})) -> ResolvedSettings:
    """The settings in force, as `load_settings`; a format, an encoding or a dateline that no run could use is refused.

    Raises:
        SettingsError: A value does not fit, or the file is broken.
    """
    found = load_settings(flags)
    for name, advice in _unusable(found.values):
        value = str(getattr(found.values, name))
        raise SettingsError(f"{name} cannot be {value!r}", where=found.origins[name], hint=advice)
    return found


def _unusable(values: Settings) -> Iterator[tuple[str, str | None]]:
    """Names of settings that do not do, and what would."""
    from summarize.export import FORMATS  # noqa: PLC0415
    from summarize.reading.dateline import parse_dateline  # noqa: PLC0415
    from summarize.reading.encodings import check_encoding  # noqa: PLC0415

    if values.format not in list(FORMATS):  # `in FORMATS` would import it
        yield "format", f"there are {', '.join(FORMATS)}"
    checks: dict[str, Callable[[str], object]] = {"encoding": check_encoding, "dateline": parse_dateline}
    for name, check in checks.items():
        try:
            if (value := getattr(values, name)) is not None:
                check(str(value))
        except InputError as error:
            yield name, error.hint
