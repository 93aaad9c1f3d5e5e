"""Where summaries go: standard output, or a file that is replaced only by whole results."""

from __future__ import annotations

import errno
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from summarize.errors import OutputError


@dataclass(frozen=True)
class Framing:
    """What stands around and between several summaries in one output."""

    opening: str = ""
    between: str = ""
    closing: str = ""


FRAMINGS = {
    "json": Framing("[\n", ",\n", "]\n"),
    "text": Framing(between="\n"),
    "markdown": Framing(between="\n---\n\n"),
}
"""By format; the others need nothing between summaries."""


class Output:
    """Takes summaries one by one; what was taken whole survives whatever comes after it.

    Args:
        path: File to write; None for standard output.
        framing: What stands around and between the summaries.

    Raises:
        OutputError: The file cannot be written.
    """

    def __init__(self, path: Path | None, framing: Framing) -> None:
        self._framing = framing
        self._name = "standard output" if path is None else str(path)
        self._written = 0
        with self._told():
            self._target = None if path is None else path.resolve()
            # A device or a pipe is written to; a file is replaced.
            self._scratch = None if path is None or _is_special(path) else _scratch_name(path.resolve())
            self._file = self._open()
        self._whole = 0

    def _open(self) -> IO[bytes]:
        if self._target is None:
            if sys.__stdout__ is None:
                raise OSError(errno.EBADF, "it is closed")
            return sys.stdout.buffer
        if self._scratch is None:
            return self._target.open("wb", buffering=0)
        return self._scratch.open("xb", buffering=0)

    def write(self, text: str) -> None:
        """Take one summary.

        Raises:
            OutputError: It cannot be written, for example because the disk is full.
        """
        before = self._framing.between if self._written else self._framing.opening
        with self._told():
            self._put(before + text)
        self._written += 1
        if self._scratch is not None:
            self._whole = self._file.tell()

    def _put(self, text: str) -> None:
        rest = memoryview(text.encode("utf-8"))
        while rest:
            rest = rest[self._file.write(rest) :]
        self._file.flush()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Name the file in an error of the system; a reader that has gone is no error of ours."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(
                f"cannot be written: {(error.strerror or str(error)).lower()}",
                where=self._name,
                hint="choose another place with --output" if self._target else None,
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._told(), self._closing():
            if not isinstance(error, BrokenPipeError):
                self._finish()

    @contextmanager
    def _closing(self) -> Iterator[None]:
        """Close what was opened here, and leave nothing beside the target."""
        try:
            yield
        finally:
            if self._target is not None:
                self._file.close()
            if self._scratch is not None:
                self._scratch.unlink(missing_ok=True)

    def _finish(self) -> None:
        """Cut off what was not taken whole, close the frame and let the file take its place."""
        if not self._written:
            return
        if self._scratch is not None:
            self._file.truncate(self._whole)
            self._file.seek(self._whole)
        self._put(self._framing.closing)
        if self._scratch is not None and self._target is not None:
            self._file.close()
            _take_place(self._scratch, self._target)


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _scratch_name(target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(None, "is a folder")
    # a number of the process would not do: in a container it is the same the next time, and a leftover stays
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")


def _take_place(scratch: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, scratch)
    scratch.replace(target)
