"""Lines of JSON Lines files, which only a line feed ends: JSON leaves other line breaks as they are in its strings."""

from __future__ import annotations

from pathlib import Path


def lines_of(path: Path) -> list[str]:
    """Lines of a file in UTF-8, each with its line feed but for a last one that was cut off.

    Raises:
        OSError: It cannot be read.
        ValueError: It is not in UTF-8.
    """
    with path.open(encoding="utf-8", newline="\n") as file:
        return list(file)


def whole_lines(path: Path) -> list[str]:
    """The same without a last line that an interrupt cut off. Raises what `lines_of` does."""
    return [line for line in lines_of(path) if line.endswith("\n")]
