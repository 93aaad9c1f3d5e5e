"""What all systems are asked about: articles of a suite, or documents of MUC-4."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.benchmarks.data import data_file, sample
from evals.benchmarks.muc4.__main__ import benchmark
from evals.benchmarks.muc4.templates import Message, read_messages
from summarize.article import Article
from summarize.errors import InputError
from summarize.evaluation.cases import LoadedCase, load_suite, selecting


@dataclass(frozen=True)
class Corpus:
    """Articles with what they are scored by.

    Attributes:
        name: Its name, also in the names of run files.
        articles: The articles.
        ours: Ids of those whose texts are part of this repository.
        cases: Their labels, where they are of a suite.
        messages: Their keys, where they are of MUC-4.
    """

    name: str
    articles: tuple[Article, ...]
    ours: frozenset[str]
    cases: tuple[LoadedCase, ...] = ()
    messages: tuple[Message, ...] = ()

    def only(self, ids: Collection[str]) -> Corpus:
        """The same with these articles only."""
        return replace(
            self,
            articles=tuple(article for article in self.articles if article.id in ids),
            cases=tuple(loaded for loaded in self.cases if loaded.case.id in ids),
            messages=tuple(message for message in self.messages if message.name in ids),
        )


def of_suite(folder: Path, split: str | None, size: int | None, seed: int, data: Sequence[Path] = ()) -> Corpus:
    """The cases of a split of a suite whose texts are here, or a sample of them.

    Raises:
        InputError: There is none, or one of them is wrong.
    """
    chosen = selecting(split=split)
    every = [loaded for loaded in load_suite(folder, data=data).cases if chosen(loaded)]
    cases = sample(every, size, seed=seed, name=lambda loaded: loaded.case.id)
    home = (folder, folder.resolve().parent)
    ours = frozenset(loaded.case.id for loaded in cases if loaded.place is None or loaded.place in home)
    name = "-".join((folder.resolve().name, *([split] if split else [])))
    return _filled(Corpus(name, tuple(loaded.article() for loaded in cases), ours, cases=tuple(cases)))


def of_muc4(split: str, size: int | None, seed: int) -> Corpus:
    """Documents of MUC-4 with an incident, those that `python -m evals.benchmarks.muc4` takes; no text is ours.

    Raises:
        TextAbsent: The data is not here.
        InputError: There is none.
    """
    options = argparse.Namespace(split=split, sample=size, seed=seed, casing="kept")
    articles = tuple(benchmark(options).articles)
    wanted = {article.id for article in articles}
    messages = {one.name: one for one in read_messages(data_file(f"muc4/{split}.jsonl")) if one.name in wanted}
    keys = tuple(messages[article.id] for article in articles)
    return _filled(Corpus(f"muc4-{split}", articles, frozenset(), messages=keys))


def _filled(corpus: Corpus) -> Corpus:
    if not corpus.articles:
        raise InputError("holds no article to ask about", where=corpus.name)
    return corpus
