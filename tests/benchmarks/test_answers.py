"""Files of answers: written as they come, gone on with, and refused where they are of something else."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from evals.benchmarks.answers import Answer, Asking, ask_all, read_answers
from evals.benchmarks.data import data_file, sample
from evals.benchmarks.shares import Share
from summarize import read_article
from summarize.article import Article
from summarize.errors import InputError, ModelUnavailable, TextAbsent
from summarize.evaluation.baselines import Baseline
from summarize.record import EventSummary

ARTICLES = [read_article(f"Rebels shelled the port of Darin {n} times.", id=f"a{n}") for n in range(4)]


class Counting(Baseline):
    """A baseline that counts what it is asked, and fails where it is told to."""

    def __init__(self, failing: str = "") -> None:
        super().__init__("keyword")
        object.__setattr__(self, "asked", [])
        object.__setattr__(self, "failing", failing)

    async def run(self, article: Article) -> EventSummary:
        self.asked.append(article.id)  # type: ignore[attr-defined]
        if article.id == self.failing:  # type: ignore[attr-defined]
            raise ModelUnavailable("nobody answers", where="server")
        return await super().run(article)


def _ask(
    path: Path, system: Any, articles: list[Article] = ARTICLES, *, stop: int = 99, **options: Any
) -> list[Answer]:
    choices = options.pop("choices", {"seed": "0"})

    async def asked() -> list[Answer]:
        asking = Asking(system)
        found: list[Answer] = []
        async with aclosing(
            ask_all(articles, asking, asking.header("set", choices, len(articles)), path, **options)
        ) as answers:
            async for answer in answers:
                found.append(answer)
                if len(found) == stop:
                    break
        return found

    return asyncio.run(asked())


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    assert 2 == len(_ask(path, Counting(), stop=2))
    with path.open("a", encoding="utf-8") as lines:
        lines.write('{"kind":"answer","id":"a2","sha')
    system = Counting()
    _ask(path, system, resume=True)
    assert ["a2", "a3"] == system.asked  # type: ignore[attr-defined]
    answered = read_answers(path)
    assert ({"a0", "a1", "a2", "a3"}, ()) == (set(answered.answers), answered.failed)


def test_what_failed_and_what_has_another_text_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    _ask(path, Counting(failing="a1"))
    assert ["server: nobody answers"] == [answer.error for answer in read_answers(path).failed]
    changed = [*ARTICLES[:3], read_article("Rebels shelled Salhun.", id="a3")]
    system = Counting()
    _ask(path, system, changed, resume=True)
    assert ["a1", "a3"] == system.asked  # type: ignore[attr-defined]
    assert () == read_answers(path).failed


def test_a_run_can_be_made_longer(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    _ask(path, Counting(), ARTICLES[:2])
    assert ["a2", "a3"] == [answer.id for answer in _ask(path, Counting(), resume=True)]
    assert 4 == read_answers(path).header.documents


def test_a_run_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    _ask(path, Counting())
    with pytest.raises(InputError, match="is there already"):
        _ask(path, Counting())
    with pytest.raises(InputError, match="was run with choices"):
        _ask(path, Counting(), resume=True, choices={"seed": "1"})
    with pytest.raises(InputError, match="was run with model baseline:keyword, not baseline:lead"):
        _ask(path, Baseline("lead"), resume=True)


@pytest.mark.parametrize(
    ("text", "problem"), [("", "is empty"), ("{}\n", "is no header"), ('{"version":2}\n', "no header")]
)
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem):
        read_answers(path)


def test_a_larger_sample_holds_the_smaller_one_and_another_seed_is_another_sample() -> None:
    names = [f"d{n}" for n in range(100)]
    small, large, other = (sample(names, size, seed=seed, name=str) for size, seed in ((10, 0), (40, 0), (10, 1)))
    assert (10, 40) == (len(small), len(large))
    assert set(small) < set(large)
    assert small == sorted(small) != other
    assert sorted(names) == sample(reversed(names), None, seed=3, name=str)


def test_absent_data_is_told_with_the_place_and_what_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path))
    with pytest.raises(
        TextAbsent, match=r"labelled data is not here \(SUMMARIZE_DATA names the folder that holds muc4/"
    ):
        data_file("muc4/tst2.jsonl")


def test_a_share_is_of_all_documents_together() -> None:
    found = Share.over([(1, 2), (0, 0), (3, 4)])
    assert (4, 6) == (found.hits, found.of)
    assert found.interval is not None
    assert found.interval.low <= 4 / 6 <= found.interval.high
    assert (None, None) == (Share.over([]).value, Share.over([]).interval)
