"""Cassettes: what a model's server answered for one article, recorded once and played back without it.

A cassette is a vcrpy file. A request is matched by method, path and canonical body (sorted JSON), whatever
the order and however many are under way at once; host and port do not count, because the embedded server's
port changes. A request the cassette does not know is a `ReplayMiss` that says what changed, never a live
call.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import platform
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize._version import __version__
from summarize.errors import ReplayMiss, SettingsError, SummarizeError
from summarize.models.base import Model
from summarize.models.faults import is_transient
from summarize.models.tape import TAPE
from summarize.models.wire import without_secret

if TYPE_CHECKING:
    import httpx2

_KEPT_REQUEST_HEADERS = frozenset({"content-type"})
_KEPT_RESPONSE_HEADERS = frozenset({"content-type", "retry-after"})
_SHOWN = 80
_LONGEST = 100
_INFO = "recording"

Send = Callable[["httpx2.Request"], Awaitable["httpx2.Response"]]


def cassette_path(folder: Path, *, article: str, model: Model) -> Path:
    """Where the cassette of one article and model is, or will be."""
    return folder / f"{_file_name(article)}--{_file_name(_label(model))}.yaml"


@dataclass
class Recorder:
    """Passes requests on and keeps what was said; a `Tape`.

    Attributes:
        path: The cassette file.
        recorded: Requests kept so far.
        earlier: An earlier cassette of the same article and model, which is asked first.
    """

    path: Path
    cassette: Any
    plays: bool = False
    recorded: int = 0
    earlier: Player | None = None

    async def handle(self, request: httpx2.Request, send: Send) -> httpx2.Response:
        """Send `request` and keep it with its answer, unless the answer is a failure that passes."""
        response = await self._answered_earlier(request, send) or await send(request)
        await response.aread()
        if is_transient(response.status_code):
            return response
        self.cassette.append(_vcr_request(request), _vcr_response(response, secret=_key_of(request)))
        self.recorded += 1
        return response

    async def _answered_earlier(self, request: httpx2.Request, send: Send) -> httpx2.Response | None:
        if self.earlier is None:
            return None
        try:
            return await self.earlier.handle(request, send)
        except ReplayMiss:
            return None


@dataclass
class Player:
    """Answers from a cassette and never calls a server; a `Tape`.

    Attributes:
        path: The cassette file.
        info: Which model, when, and with which versions it was recorded.
    """

    path: Path
    cassette: Any
    info: Mapping[str, str] = field(default_factory=dict)
    plays: bool = True

    @property
    def unplayed(self) -> tuple[str, ...]:
        """What was recorded and not asked for, one line each."""
        played = self.cassette.play_counts
        return tuple(_summary(request) for index, request in enumerate(self.cassette.requests) if not played[index])

    async def handle(self, request: httpx2.Request, send: Send) -> httpx2.Response:
        """Answer `request` from the cassette.

        Raises:
            ReplayMiss: The cassette has no answer, or each one has been played.
        """
        del send
        import httpx2  # noqa: PLC0415
        from vcr.errors import UnhandledHTTPRequestError  # noqa: PLC0415

        asked = _vcr_request(request)
        try:
            answer = self.cassette.play_response(asked)
        except UnhandledHTTPRequestError:
            raise self._miss(asked) from None
        body = answer["body"]["string"]
        return httpx2.Response(
            answer["status"]["code"],
            headers={name: values[0] for name, values in answer["headers"].items()},
            content=body.encode() if isinstance(body, str) else body,
            request=request,
        )

    def _miss(self, asked: Any) -> ReplayMiss:
        change = what_changed(asked, self.cassette.requests)
        return ReplayMiss(
            f"the cassette has no answer for this request: {change}",
            where=str(self.path),
            hint=f"record it again: summarize FILE --record {self.path.parent}",
        )


@contextmanager
def recording(folder: Path, *, article: str, model: Model, keep: bool = False) -> Iterator[Recorder]:
    """Record what `model` asks and is answered, for one article.

    It holds for the current task and those it starts, so articles can be recorded at the same time. A
    cassette that is already there is replaced when the recording is complete.

    Args:
        folder: Where cassettes live.
        article: Id of the article.
        model: The hosted or embedded model that is going to be asked.
        keep: Whether answers of the cassette that is there are taken from it, and only other requests are sent. What
            is not asked any more is dropped.

    Raises:
        ReplayMiss: The file to keep answers of is no cassette.
        SettingsError: The extra `replay` is not installed.
    """
    path = cassette_path(folder, article=article, model=model)
    unfinished = path.with_name(f".{os.getpid()}.{path.name}")
    unfinished.unlink(missing_ok=True)
    with ExitStack() as stack:
        cassette = stack.enter_context(_cassette(unfinished, "all"))
        recorder = Recorder(path, cassette)
        if keep and path.is_file():
            recorder.earlier = stack.enter_context(_opened(path, folder))
        yield from _on_tape(recorder)
        info = _recorded_with(article, model)
        if recorder.earlier is not None:
            info["completes"] = recorder.earlier.info.get("recorded", "unknown")
        cassette.get_metadata(_INFO, info)
    if unfinished.exists():
        unfinished.replace(path)


@contextmanager
def replaying(folder: Path, *, article: str, model: Model) -> Iterator[Player]:
    """Answer every request of this article from its cassette; no server is started or called.

    Args:
        folder: Where cassettes live.
        article: Id of the article.
        model: The model it was recorded from, as it would be asked.

    Raises:
        ReplayMiss: There is no cassette for this article and model.
        SettingsError: The extra `replay` is not installed.
    """
    path = cassette_path(folder, article=article, model=model)
    if not path.is_file():
        others = sorted(other.name for other in path.parent.glob(f"{_file_name(article)}--*.yaml"))
        there = f"; there is {', '.join(others)}" if others else ""
        raise ReplayMiss(
            f"no cassette for article {article!r} and model {_label(model)!r}{there}",
            where=str(path),
            hint=f"record one: summarize FILE --model {_label(model)} --record {folder}",
        )
    with _opened(path, folder) as player:
        yield from _on_tape(player)


@contextmanager
def _opened(path: Path, folder: Path) -> Iterator[Player]:
    """Open a cassette to play it.

    Raises:
        ReplayMiss: The file is no cassette.
    """
    with ExitStack() as stack:
        try:
            cassette = stack.enter_context(_cassette(path, "none"))
            player = Player(path, cassette, cassette.get_metadata(_INFO, {}))
        except SummarizeError:
            raise
        except Exception as error:  # vcrpy and PyYAML raise whatever a file that is no cassette leads them to
            raise ReplayMiss(
                f"is no cassette of summarize ({type(error).__name__})",
                where=str(path),
                hint=f"record it again: summarize FILE --record {folder}",
            ) from error
        yield player


def _on_tape(tape: Any) -> Iterator[Any]:
    token = TAPE.set(tape)
    try:
        yield tape
    finally:
        TAPE.reset(token)


@contextmanager
def _cassette(path: Path, mode: str) -> Iterator[Any]:
    """Open a vcrpy cassette without its process-wide patches; it is saved on leaving."""
    try:
        import vcr  # noqa: PLC0415  (the optional part)
        from vcr.patch import PATCHER_NAMES  # noqa: PLC0415
    except ImportError as error:
        raise SettingsError(
            "recording and replaying need vcrpy, which is not installed",
            where="replay",
            hint="pip install 'summarize-events[replay]'",
        ) from error
    recorder = vcr.VCR(record_mode=vcr.mode(mode), skip_patchers=PATCHER_NAMES, record_on_exception=False)
    recorder.register_matcher("canonical", _same)
    with recorder.use_cassette(str(path), match_on=("canonical",)) as cassette:
        yield cassette


def _same(one: Any, other: Any) -> bool:
    return bool(one.method == other.method and one.path == other.path and canonical(one.body) == canonical(other.body))


@lru_cache(maxsize=4096)
def canonical(body: bytes | str | None) -> str:
    """Write a request body in the one way that equal bodies share: sorted JSON, or the text itself."""
    text = body.decode() if isinstance(body, bytes) else body or ""
    try:
        return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
    except ValueError:
        return text


def what_changed(asked: Any, recorded: list[Any]) -> str:
    """Name what differs between a request and the most similar recorded one, in one line.

    Args:
        asked: The vcrpy request that missed.
        recorded: The vcrpy requests of the cassette.
    """
    same_place = [one for one in recorded if (one.method, one.path) == (asked.method, asked.path)]
    if not same_place:
        return f"nothing was recorded for {asked.method} {asked.path}"
    wanted = _fields(asked.body)
    nearest = max(same_place, key=lambda one: _likeness(wanted, _fields(one.body)))
    found = _fields(nearest.body)
    changes = [
        f"{name} {_change(found.get(name, ''), wanted.get(name, ''))}"
        for name in sorted({*wanted, *found})
        if wanted.get(name) != found.get(name)
    ]
    return "; ".join(changes) or "it was recorded, and every recording of it has been played"


def _fields(body: bytes | str | None) -> dict[str, str]:
    """Split a body into the parts a person would name."""
    try:
        data = json.loads(body or "{}")
    except ValueError:
        return {"body": canonical(body)}
    fields: dict[str, str] = {}
    for key, value in data.items():
        if key == "messages" and isinstance(value, list):
            for number, message in enumerate(value, 1):
                fields[f"prompt (message {number}, {message.get('role')})"] = str(message.get("content"))
        elif key == "prompt":
            fields[key] = str(value)
        elif key in {"response_format", "grammar"}:
            fields["schema"] = json.dumps(value, sort_keys=True, ensure_ascii=False)
        else:
            fields[key] = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return fields


def _likeness(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """How alike two requests are: equal parts first, then the share of equal text in the others."""
    score = 0.0
    for name, text in one.items():
        if text == other.get(name):
            score += 1.0
        elif name in other:
            score += 0.9 * difflib.SequenceMatcher(None, text[-2000:], other[name][-2000:]).quick_ratio()
    return score


def _change(old: str, new: str) -> str:
    if not old:
        return f"was added: {_clip(new)}"
    if not new:
        return f"is gone: {_clip(old)}"
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    begin = max(0, start - 20)
    return f"changed: {_clip(old[begin:])} → {_clip(new[begin:])}"


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…")


def _summary(request: Any) -> str:
    messages = [text for name, text in _fields(request.body).items() if name.startswith("prompt")]
    return f"{request.method} {request.path} {_clip(messages[-1][-_SHOWN:]) if messages else ''}".rstrip()


def _vcr_request(request: httpx2.Request) -> Any:
    """Keep method, address and body; a request's headers name the machine and its key."""
    from vcr.request import Request  # noqa: PLC0415

    headers = {name: value for name, value in request.headers.items() if name in _KEPT_REQUEST_HEADERS}
    address = str(request.url.copy_with(host="model", port=None, username="", password="", query=None))
    return Request(request.method, address, request.content.decode(), headers)


def _key_of(request: httpx2.Request) -> str:
    """The key the request carries, which a server may repeat in its answer."""
    return request.headers.get("authorization", "").removeprefix("Bearer ")


def _vcr_response(response: httpx2.Response, *, secret: str) -> dict[str, Any]:
    headers = {name: [value] for name, value in response.headers.items() if name in _KEPT_RESPONSE_HEADERS}
    text = without_secret(response.text, secret)
    status = {"code": response.status_code, "message": response.reason_phrase}
    return {"status": status, "headers": headers, "body": {"string": text}}


def _label(model: Model) -> str:
    """What the model was asked for by; an endpoint's own choice is known only after the first answer."""
    return str(getattr(model, "asked_for", model.name))


def _recorded_with(article: str, model: Model) -> dict[str, str]:
    return {
        "article": article,
        "model": model.name,
        "server": str(getattr(model, "server", "unknown")),
        "recorded": datetime.now(UTC).isoformat(timespec="seconds"),
        "package": f"summarize-events {__version__}",
        "python": platform.python_version(),
    }


def _file_name(name: str) -> str:
    """Turn the id of an article or the name of a model into part of a file name that no other has."""
    plain = (re.sub(r"[^\w.-]+", "_", name).strip("._") or "unnamed")[:_LONGEST]
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
