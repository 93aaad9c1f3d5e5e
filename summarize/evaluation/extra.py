"""The optional part: numpy and scipy, asked for before an hour of model calls is spent."""

from __future__ import annotations

from importlib.util import find_spec

from summarize.errors import SettingsError


def require() -> None:
    """Make sure that numpy and scipy are there.

    Raises:
        SettingsError: One of them is not installed.
    """
    missing = [name for name in ("numpy", "scipy") if find_spec(name) is None]
    if missing:
        raise SettingsError(
            f"evaluation needs {' and '.join(missing)}, not installed here",
            where="eval",
            hint="pip install 'summarize-events[eval]'",
        )
