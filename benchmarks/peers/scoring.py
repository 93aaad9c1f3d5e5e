"""Kept replies as systems of the ruler: their records scored like any other run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers import langextract, ours, plain
from benchmarks.peers.corpus import Corpus
from benchmarks.peers.mapping import READINGS, Reading, mapped
from benchmarks.peers.replies import Answered, Place, read_reply
from benchmarks.peers.task import Told
from evals.benchmarks.muc4.mapping import incidents
from evals.benchmarks.muc4.scoring import Scored, score
from summarize._version import __version__
from summarize.article import Article
from summarize.errors import ModelError
from summarize.evaluation.runs import Plan, Run, read_run, run_suite
from summarize.record import SCHEMA_VERSION, EventSummary, PromptUsed, Provenance

READERS: Mapping[str, Callable[[Mapping[str, Any]], Told]] = {
    langextract.NAME: langextract.told,
    plain.NAME: plain.told,
}
"""Reads the answer of each peer."""


@dataclass(frozen=True)
class _Model:
    name: str
    parallel: int = 1


@dataclass(frozen=True)
class _Prompt:
    used: PromptUsed


@dataclass(frozen=True)
class Kept:
    """What a system has answered, read in one way: a system that can be evaluated.

    Attributes:
        system: Its name.
        reading: How a peer's answers are read; None for our own, which are records already.
        replies: Its replies by article.
    """

    system: str
    reading: Reading | None
    replies: Mapping[str, Answered]

    @property
    def label(self) -> str:
        """Its name in tables."""
        return self.system if self.reading is None else f"{self.system}, {self.reading}"

    @property
    def stem(self) -> str:
        """Its name in the names of files."""
        return self.system if self.reading is None else f"{self.system}-{self.reading}"

    @property
    def model(self) -> _Model:
        """What answered."""
        return _Model(f"{self.label}: {self._first.asked.model}")

    @property
    def strategy(self) -> str:
        """Distribution and version."""
        return self._first.asked.version

    @property
    def prompt(self) -> _Prompt:
        """What it was asked with."""
        return _Prompt(self._first.asked.prompt)

    @property
    def _first(self) -> Answered:
        return next(iter(self.replies.values()))

    async def run(self, article: Article) -> EventSummary:
        """The record of its reply.

        Raises:
            ModelError: It has failed.
        """
        return self.record(article)

    def record(self, article: Article) -> EventSummary:
        """The record of its reply.

        Raises:
            ModelError: It has failed.
        """
        reply = self.replies[article.id]
        if reply.error is not None or reply.answer is None:
            raise ModelError(f"no answer: {reply.error}", where=self.system)
        if self.reading is None:
            record = EventSummary.model_validate(reply.answer)
            return record.model_copy(update={"usage": reply.usage})
        told = READERS[self.system](reply.answer)
        provenance = Provenance(
            package=f"summarize-events {__version__}",
            schema_version=SCHEMA_VERSION,
            model=reply.asked.model,
            chosen="peer",
            strategy=self.label,
            prompt=reply.asked.prompt,
        )
        return mapped(told, article, self.reading, provenance=provenance, usage=reply.usage)


def kept_replies(
    corpus: Corpus, systems: tuple[str, ...], place: Callable[[str], Place]
) -> tuple[Corpus, tuple[Kept, ...]]:
    """The articles that all systems have answered, and what each has answered, in every reading.

    Raises:
        InputError: A reply is about another text, or is none.
    """
    found = {
        (article.id, system): read_reply(place(article.id).path(system, article.id), article)
        for article in corpus.articles
        for system in systems
    }
    whole = corpus.only({one.id for one in corpus.articles if all(found[one.id, system] for system in systems)})
    kept = []
    for system in systems:
        replies = {one.id: reply for one in whole.articles if (reply := found[one.id, system]) is not None}
        readings: tuple[Reading | None, ...] = (None,) if system == ours.NAME else READINGS
        kept += [Kept(system, reading, replies) for reading in readings]
    return whole, tuple(kept)


def run_of(kept: Kept, corpus: Corpus, folder: Path) -> Run:
    """The scored run of a system, as an ordinary run file that is made anew."""
    path = folder / f"{corpus.name}-{kept.stem}.jsonl"
    path.unlink(missing_ok=True)
    asyncio.run(_scored(kept, corpus, path))
    return read_run(path)


async def _scored(kept: Kept, corpus: Corpus, path: Path) -> None:
    async with aclosing(run_suite(corpus.cases, Plan(kept, corpus.name), path)) as results:
        async for _ in results:
            continue


def muc4_of(kept: Kept, corpus: Corpus) -> list[Scored]:
    """What came of each document of MUC-4; where the system has failed, of an empty record."""
    return [
        score(_incidents(kept, article), message.incidents)
        for article, message in zip(corpus.articles, corpus.messages, strict=True)
    ]


def _incidents(kept: Kept, article: Article) -> tuple[Any, ...]:
    try:
        return incidents(kept.record(article))
    except ModelError:
        return ()
