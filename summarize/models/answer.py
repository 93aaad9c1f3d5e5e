"""From the text a model wrote to a validated reply: read it, or keep what can be kept and say what was lost.

Nothing here talks to a server: the hosted, the embedded and the scripted model all end in these functions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from summarize.models.base import ReplyT
from summarize.record import Loss, LossKind

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?P<closed>")?|[{}\[\],:]', re.DOTALL)
_BACKSLASH = r"\\"
_HALF = re.compile(
    r"\\\\|[\ud800-\udfff]|\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F][\da-fA-F]{2}"
)
"""Half of a surrogate pair; an escaped backslash is passed over, for no escape begins with its second half."""
_CLOSER = {"{": "}", "[": "]"}
_ROUNDS = 64
_SHOWN = 200
_ERRORS_SHOWN = 10

_MISSING = object()

Path = tuple[str | int, ...]


class UnfitReplyError(ValueError):
    """The text is not a reply of the type asked for; the message is fit to be shown to the model."""


@dataclass(frozen=True)
class Salvage(Generic[ReplyT]):
    """What could be kept of a reply that does not fit.

    Attributes:
        parsed: The reply without its broken parts; None when nothing could be kept.
        losses: Each part left out, and why.
    """

    parsed: ReplyT | None
    losses: tuple[Loss, ...]

    @property
    def weight(self) -> int:
        """How many values were kept; the better of two salvages has more."""
        return 0 if self.parsed is None else _leaves(self.parsed.model_dump())


def writable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, bare or as a JSON escape, which no file can hold.

    Models that write an emoji in two tokens and stop between them leave such a half.
    """
    return _HALF.sub(lambda found: found.group() if found.group() == _BACKSLASH else "\ufffd", text)


def read(text: str, reply: type[ReplyT]) -> ReplyT:
    """Parse and validate `text` as one `reply`.

    Args:
        text: What the model wrote; a code fence or a sentence around the JSON is tolerated.
        reply: The type asked for.

    Returns:
        The validated reply.

    Raises:
        UnfitReplyError: `text` holds no JSON object, or one that does not fit.
    """
    if not text.strip():
        raise UnfitReplyError("The reply was empty; answer with one JSON object.")
    try:
        return reply.model_validate_json(_json_in(writable(text)))
    except ValidationError as error:
        raise UnfitReplyError(explain(error)) from error


def explain(error: ValidationError) -> str:
    """Put a validation error into the few words a model, or a reader, can act on."""
    details = error.errors(include_url=False, include_context=False)
    lines = [_line(detail) for detail in details[:_ERRORS_SHOWN]]
    if len(details) > _ERRORS_SHOWN:
        lines.append(f"and {len(details) - _ERRORS_SHOWN} more")
    return "\n".join(lines)


def salvage(text: str, reply: type[ReplyT]) -> Salvage[ReplyT]:
    """Keep every complete and valid part of `text`, and report the rest.

    JSON that breaks off is kept up to its last complete item. An item of a list that does not fit is
    left out; a value that does not fit but may be null becomes null; a field nobody asked for is dropped.

    Args:
        text: What the model wrote.
        reply: The type asked for.

    Returns:
        The reply without its broken parts, and one loss for each of them.
    """
    text = writable(text)
    cut = closed(text)
    losses: list[Loss] = []
    if not cut.whole:
        losses.append(_loss(LossKind.TRUNCATED, cut.lost, "the reply breaks off here", ()))
    try:
        data = from_json(cut.json)
    except ValueError:
        reason = "the reply is not JSON"
        return Salvage(None, (_loss(LossKind.INVALID, text, reason, ()),))
    kept, more = _prune(data, reply)
    return Salvage(kept, (*losses, *more))


@dataclass(frozen=True)
class Closed:
    """JSON text made complete.

    Attributes:
        json: A complete JSON document.
        lost: What was cut away to make it so.
        whole: Whether the text was complete; when it was not, more may be lost than what was begun.
    """

    json: str
    lost: str = ""
    whole: bool = True


def closed(text: str) -> Closed:
    """Cut `text` back to its last complete item and close its brackets.

    Of a list, an item that was not finished is given up as a whole, however much of it was written:
    an unfinished number or a missing field would otherwise pass for what the model meant to say.
    """
    body = _json_in(text)
    stack: list[str] = []
    safe, closers, value = 0, "", False
    for token in _TOKEN.finditer(body):
        mark = token.group()[0]
        if mark in _CLOSER:
            stack.append(mark)
            if mark == "{" or stack.count("[") == 1:
                safe, closers = _keep(stack, token.end(), (safe, closers))
            value = mark == "["
            continue
        if mark in "}]":
            if not stack or _CLOSER[stack.pop()] != mark:
                return Closed(body)
            if not stack:
                return Closed(body[: token.end()])
        end = token.start() if mark == "," else token.end()
        complete = mark in "}]," or (mark == '"' and value and token["closed"] is not None)
        if complete:
            safe, closers = _keep(stack, end, (safe, closers))
        value = mark == ":" or (mark == "," and bool(stack) and stack[-1] == "[")
    return Closed(body[:safe] + closers, body[safe:].lstrip(", \n\r\t"), whole=not stack)


def _keep(stack: Sequence[str], end: int, before: tuple[int, str]) -> tuple[int, str]:
    """Move the safe end forward, unless it lies inside an item of a list."""
    inside_item = "[" in stack[:-1]
    return before if inside_item else (end, "".join(_CLOSER[mark] for mark in reversed(stack)))


def _json_in(text: str) -> str:
    """Find the JSON in `text`: all of it, or the last complete object among other words."""
    stripped = text.strip()
    if stripped.startswith("{"):
        return stripped
    # The last one is the answer: an earlier one may have come with the article and been repeated.
    from instructor.utils import extract_json_from_codeblock  # noqa: PLC0415  (openai with it: a second)

    try:
        found: str = extract_json_from_codeblock(stripped)
    except ValueError:
        found = stripped
    start = found.find("{")
    return found[start:] if start > 0 else found


def _line(detail: ErrorDetails) -> str:
    place = _where(tuple(detail["loc"]))
    value = "" if detail["type"] in {"missing", "json_invalid"} else f"; got {_short(detail['input'], 60)}"
    return f"{place}: {_short(detail['msg'], 300)}{value}"


def _where(path: Path) -> str:
    text = "reply"
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text


def _short(value: object, length: int = _SHOWN) -> str:
    if value is _MISSING:
        return ""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _loss(kind: LossKind, value: object, reason: str, path: Path) -> Loss:
    return Loss(kind=kind, text=_short(value) or None, reason=reason, where=_where(path))


def _leaves(node: object) -> int:
    if isinstance(node, Mapping):
        return sum(map(_leaves, node.values()))
    if isinstance(node, list | tuple):
        return sum(map(_leaves, node))
    return int(node is not None)


@dataclass
class _Edits:
    """Parts left out or emptied, by their path in the untouched reply, with the reason."""

    dropped: dict[Path, ErrorDetails] = field(default_factory=dict)
    emptied: dict[Path, ErrorDetails] = field(default_factory=dict)

    def losses(self, data: object) -> tuple[Loss, ...]:
        """Report every edit once, the inner ones of a dropped part not at all."""
        found = []
        for path, detail in {**self.emptied, **self.dropped}.items():
            if not any(path[:length] in self.dropped for length in range(len(path))):
                found.append((path, detail))
        ordered = sorted(found, key=lambda entry: [(isinstance(step, str), str(step).zfill(9)) for step in entry[0]])
        return tuple(
            _loss(LossKind.INVALID, _at(data, path), f"{detail['msg']} at {_where(tuple(detail['loc']))}", path)
            for path, detail in ordered
        )


def _prune(data: object, reply: type[ReplyT]) -> tuple[ReplyT | None, tuple[Loss, ...]]:
    """Leave out whatever keeps `data` from being a `reply`, the smallest part first."""
    edits = _Edits()
    for _ in range(_ROUNDS):
        view, kept = _view(data, (), edits)
        try:
            return reply.model_validate(view), edits.losses(data)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False)
        progress = [_edit(data, _source_path(data, tuple(detail["loc"]), kept), detail, edits) for detail in details]
        if not any(progress):
            return None, (_loss(LossKind.INVALID, data, _line(details[0]), ()),)
    return None, (_loss(LossKind.INVALID, data, "the reply is broken in too many places", ()),)


def _edit(data: object, path: Path, detail: ErrorDetails, edits: _Edits) -> bool:
    """Decide how to get rid of one error; False when there is no way left."""
    if detail["type"] == "extra_forbidden":
        edits.dropped[path] = detail
        return True
    if path and isinstance(path[-1], str) and path not in edits.emptied and _at(data, path) is not None:
        edits.emptied[path] = detail
        return True
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            new = path[:length] not in edits.dropped
            # null did not do either; the reason is what was wrong in the first place
            edits.dropped.setdefault(path[:length], edits.emptied.get(path, detail))
            return new
    return False


def _at(data: object, path: Path) -> object:
    node = data
    for step in path:
        known = step in node if isinstance(node, dict) else isinstance(node, list) and step in range(len(node))
        if not known:
            return _MISSING
        node = node[step]  # type: ignore[index]
    return node


def _view(node: object, path: Path, edits: _Edits) -> tuple[object, dict[Path, list[int]]]:
    """Copy `node` without what was left out, with the original index of every list item kept."""
    kept: dict[Path, list[int]] = {}
    emptied: defaultdict[Path, dict[str | int, None]] = defaultdict(dict)
    for empty in edits.emptied:
        emptied[empty[:-1]][empty[-1]] = None

    def copy(part: Any, at: Path) -> Any:
        if isinstance(part, dict):
            nulls = emptied.get(at, {})
            fields = {k: v for k, v in part.items() if k not in nulls and (*at, k) not in edits.dropped}
            return {k: copy(v, (*at, k)) for k, v in fields.items()} | nulls
        if isinstance(part, list):
            kept[at] = [index for index in range(len(part)) if (*at, index) not in edits.dropped]
            return [copy(part[index], (*at, index)) for index in kept[at]]
        return part

    return copy(node, path), kept


def _source_path(data: object, loc: Path, kept: Mapping[Path, Sequence[int]]) -> Path:
    """Translate an error's place in the pruned copy into a place of the untouched reply.

    pydantic adds the names of union branches to a place; they are no part of the data and end the walk.
    """
    path: Path = ()
    for position, step in enumerate(loc):
        node = _at(data, path)
        if isinstance(node, list) and isinstance(step, int):
            path = (*path, kept[path][step])
        elif isinstance(node, dict) and isinstance(step, str) and (step in node or position == len(loc) - 1):
            path = (*path, step)
        else:
            break
    return path
