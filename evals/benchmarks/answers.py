"""Answers to the documents of a set, kept as JSON Lines while they come, so that a broken run can go on.

The first line of a file says what was asked with what, every other line is an answer. Answers are kept as records and
scored when they are reported: when a mapping is mended, nobody has to ask again.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarize._version import __version__
from summarize.article import Article
from summarize.errors import InputError
from summarize.evaluation.hearing import hear
from summarize.evaluation.runs import Mode, System, Tape, model_name
from summarize.record import EventSummary, PromptUsed, Usage
from summarize.waiting import in_order

VERSION = 1
"""Version of the file's shape."""

_LineT = TypeVar("_LineT", bound="_Line")


class _Line(BaseModel):
    """A line of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Header(_Line):
    """What was asked with what."""

    kind: Literal["benchmark"] = "benchmark"
    """Tells a header from an answer."""
    version: int = VERSION
    """Version of this shape."""
    benchmark: str
    """Name of the set."""
    choices: dict[str, str]
    """What was chosen of the set, and how its texts were read."""
    documents: int
    """How many documents were chosen."""
    mode: Mode
    """How the model was asked."""
    model: str
    """Model name as asked for."""
    strategy: str
    """How the model was asked."""
    prompt: PromptUsed
    """The prompt, with its digest."""
    package: str = f"summarize-events {__version__}"
    """Distribution and version."""
    started: str = Field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    """Date and time in UTC, ISO 8601."""


class Answer(_Line):
    """What came of one document."""

    kind: Literal["answer"] = "answer"
    """Tells an answer from a header."""
    id: str
    """Name of the document."""
    sha256: str
    """SHA-256 of the text as it was read, in UTF-8."""
    error: str | None = None
    """Why there is no record."""
    notes: tuple[str, ...] = ()
    """What is worth knowing although it is no error."""
    record: EventSummary | None = None
    """The answer."""
    usage: Usage = Usage()
    """What it took."""


@dataclass(frozen=True)
class Answered:
    """A file of answers.

    Attributes:
        header: What was asked.
        answers: The last answer to each document, by its name.
    """

    header: Header
    answers: Mapping[str, Answer]

    @property
    def failed(self) -> tuple[Answer, ...]:
        """Answers that did not come."""
        return tuple(answer for answer in self.answers.values() if answer.error is not None)

    def record(self, name: str) -> EventSummary | None:
        """The record of a document; None where there is none."""
        answer = self.answers.get(name)
        return None if answer is None else answer.record


@dataclass(frozen=True)
class Asking:
    """How documents are asked about.

    Attributes:
        system: What is asked.
        mode: How; only told in the header.
        tape: Records or replays the requests of a document; None for neither.
        jobs: Documents in flight; None for what the model is good for.
    """

    system: System
    mode: Mode = "live"
    tape: Tape | None = None
    jobs: int | None = None

    def header(self, benchmark: str, choices: Mapping[str, str], documents: int) -> Header:
        """The header of a file of so many documents."""
        return Header(
            benchmark=benchmark,
            choices=dict(choices),
            documents=documents,
            mode=self.mode,
            model=model_name(self.system.model),
            strategy=self.system.strategy,
            prompt=self.system.prompt.used,
        )

    async def ask(self, article: Article) -> Answer:
        """Ask about one document; whatever goes wrong is an answer without a record."""
        heard = await hear(self.system, lambda: article, partial(self._taped, article.id))
        digest = article.document.sha256
        return Answer(
            id=article.id, sha256=digest, error=heard.error, notes=heard.notes, record=heard.record, usage=heard.usage
        )

    def _taped(self, name: str) -> AbstractContextManager[Any]:
        return nullcontext() if self.tape is None else self.tape(name, self.system.model)


async def ask_all(
    articles: Sequence[Article], asking: Asking, header: Header, path: Path, *, resume: bool = False
) -> AsyncGenerator[Answer, None]:
    """Ask about what has no answer yet, write each answer as it is there, and yield it.

    Args:
        articles: The documents, each with its name as id.
        asking: How they are asked about.
        header: What the file says it holds.
        path: The file; it must not be there yet, unless `resume` is set.
        resume: Go on with a file that is there: what was answered for the same text is not asked again.

    Raises:
        InputError: The file is there already, is no file of answers, or is of another set, model or prompt.
    """
    done = _begun(path, header, resume=resume)
    todo = [article for article in articles if done.get(article.id) != _digest(article)]
    jobs = max(1, asking.jobs or asking.system.model.parallel)
    async for answer in in_order((partial(asking.ask, article) for article in todo), jobs=jobs):
        with path.open("a", encoding="utf-8") as lines:
            lines.write(f"{answer.model_dump_json()}\n")
        yield answer


def read_answers(path: Path) -> Answered:
    """Read a file of answers; a last line that was cut off by an interrupt is left out.

    Raises:
        InputError: It cannot be read, or is no such file.
    """
    whole = _whole_lines(path)
    if not whole:
        raise InputError("is empty", where=str(path), hint="start another run")
    header = _parsed(Header, whole[0], path, 1)
    if header.version != VERSION:
        raise InputError(f"is of version {header.version}, not {VERSION}", where=str(path), hint="run it again")
    answers = (_parsed(Answer, line, path, number) for number, line in enumerate(whole[1:], 2))
    return Answered(header, {answer.id: answer for answer in answers})


def _digest(article: Article) -> str:
    return hashlib.sha256(article.text.encode("utf-8")).hexdigest()


def _begun(path: Path, header: Header, *, resume: bool) -> dict[str, str]:
    """Start the file, or find what it has answers to: SHA-256 of the text by name."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, header, [])
        return {}
    if not resume:
        raise InputError("is there already", where=str(path), hint="--resume goes on with it")
    before = read_answers(path)
    for name in ("benchmark", "choices", "mode", "model", "strategy", "prompt", "package"):
        old, new = getattr(before.header, name), getattr(header, name)
        if old != new:
            raise InputError(f"was run with {name} {old}, not {new}", where=str(path), hint="start another run")
    longer = max(before.header.documents, header.documents)
    _replace(path, before.header.model_copy(update={"documents": longer}), _whole_lines(path)[1:])
    return {name: answer.sha256 for name, answer in before.answers.items() if answer.error is None}


def _replace(path: Path, header: Header, lines: Sequence[str]) -> None:
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_text("".join([f"{header.model_dump_json()}\n", *lines]), encoding="utf-8")
    unfinished.replace(path)


def _whole_lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    return [f"{line}\n" for line in lines[:-1]]


def _parsed(kind: type[_LineT], line: str, path: Path, number: int) -> _LineT:
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        problem = error.errors()[0]["msg"]
        raise InputError(f"is no {kind.__name__.lower()}: {problem}", where=f"{path}:{number}") from error
