"""What the systems answered, a file an article, so that an interrupted run goes on and anybody can map it anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.article import Article
from summarize.errors import InputError
from summarize.record import PromptUsed, Usage

REPLIES = Path(__file__).resolve().parent / "replies"
"""Where replies are kept; those to texts that are not part of this repository below `ELSEWHERE`."""
ELSEWHERE = "elsewhere"
"""Folder that git ignores: its replies hold words of texts that are not ours to publish."""
CUT_OFF = "length"
"""What a server says of an answer that reached the limit of tokens."""
_FINE = 200


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Call(_Kept):
    """One request and what came back."""

    request: str
    """SHA-256 of the request's body as sorted JSON, before the slot is named."""
    status: int = _FINE
    """HTTP status."""
    text: str = ""
    """The answer as the model wrote it, or the server's words where there is no answer."""
    finish_reason: str = ""
    """Why the model stopped."""
    prompt_tokens: int = 0
    """Tokens of the request."""
    completion_tokens: int = 0
    """Tokens written."""
    cached_tokens: int = 0
    """Tokens of the request that the server had read before."""
    seconds: float = 0.0
    """Wall-clock time."""


class Asked(_Kept):
    """What was asked with what; a reply is taken for an answer only where all of it is the same."""

    system: str
    """Name of the system."""
    version: str
    """Distribution and version."""
    model: str
    """Model name as asked for."""
    server: str
    """Server with its version, slots, tokens of context and threads."""
    prompt: PromptUsed
    """The system's prompt, examples, schema and limits, as a digest."""


class Answered(_Kept):
    """What a system answered to one article."""

    asked: Asked
    """What was asked with what."""
    article: str
    """Id of the article."""
    sha256: str
    """SHA-256 of its text."""
    seconds: float
    """Wall-clock time from the question to the system's own answer."""
    calls: tuple[Call, ...] = ()
    """Requests to the server, in order."""
    answer: Any = None
    """The system's answer as plain data, before it is mapped; None where there is none."""
    error: str | None = None
    """Why there is none."""

    @property
    def usage(self) -> Usage:
        """What it took, counted by the server."""
        return Usage(
            calls=len(self.calls),
            prompt_tokens=sum(call.prompt_tokens for call in self.calls),
            completion_tokens=sum(call.completion_tokens for call in self.calls),
            cached_tokens=sum(call.cached_tokens for call in self.calls),
            seconds=self.seconds,
        )

    @property
    def cut_off(self) -> int:
        """Calls whose answer reached the limit of tokens; a type that is weighed is one token and no answer."""
        return sum(call.finish_reason == CUT_OFF and call.completion_tokens > 1 for call in self.calls)

    @property
    def refused(self) -> int:
        """Calls that the server did not answer."""
        return sum(call.status != _FINE for call in self.calls)


@dataclass(frozen=True)
class Place:
    """Where the reply of a system to an article is kept.

    Attributes:
        folder: Folder of all replies.
        ours: Whether the article's text is part of this repository, so that its words may be too.
    """

    folder: Path
    ours: bool

    def path(self, system: str, article: str) -> Path:
        """The file; ids of articles are safe as names of files."""
        home = self.folder if self.ours else self.folder / ELSEWHERE
        return home / system / f"{article}.json"


def read_reply(path: Path, article: Article, asked: Asked | None = None) -> Answered | None:
    """The reply in a file; None where there is none.

    Args:
        path: The file.
        article: What it has to be about.
        asked: What it has to be asked with; None for whatever it was.

    Raises:
        InputError: It is about another text, was asked with something else, or is no reply.
    """
    if not path.is_file():
        return None
    try:
        reply = Answered.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError, ValueError) as error:
        raise InputError(f"is no reply: {error}", where=str(path), hint="remove it to ask again") from error
    if reply.sha256 != article.document.sha256:
        raise InputError("answers another text", where=str(path), hint="remove it to ask again")
    if asked is not None and reply.asked != asked:
        hint = "remove it to ask again, or keep these replies elsewhere with --replies"
        raise InputError(f"was asked with {reply.asked}, not {asked}", where=str(path), hint=hint)
    return reply


def write_reply(path: Path, reply: Answered) -> None:
    """Write a reply; a file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}")
    shown = json.dumps(reply.model_dump(mode="json"), ensure_ascii=False, indent=1)
    unfinished.write_text(f"{shown}\n", encoding="utf-8")
    unfinished.replace(path)
