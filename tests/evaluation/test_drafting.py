"""Drafts of cases: they load as they are, and score 1.0 against the answer they were made from."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
import yaml

from summarize.evaluation.baselines import BASELINES
from summarize.evaluation.cases import LoadedCase, load_case
from summarize.evaluation.drafting import blank_case, drafted_case, written
from summarize.evaluation.items import FIELDS
from summarize.evaluation.scores import score
from summarize.models.choice import choose_model
from summarize.models.replay import replaying
from summarize.pipeline import Summarizer
from summarize.reading import read_article
from summarize.record import EventSummary
from tests.conftest import ROOT, SEED
from tests.evaluation.making import TEXT, case, perfect

ARTICLES = sorted((ROOT / "benchmarks" / "grounding" / "articles").glob("*.yaml"))


def _loaded(tmp_path: Path, text: str, record: EventSummary, dateline: date | None = None) -> LoadedCase:
    article = tmp_path / "articles" / "a1.txt"
    article.parent.mkdir()
    article.write_bytes(text.encode())
    path = tmp_path / "a1.yaml"
    path.write_text(written(drafted_case(blank_case(text, article, dateline=dateline), record, text)), "utf-8")
    return load_case(path, data=[tmp_path])


def _agrees(loaded: LoadedCase, record: EventSummary) -> None:
    found = score(loaded, record)
    assert {1.0, None} >= {found.counts(field).f1 for field in FIELDS}


def test_a_draft_of_a_full_record_scores_one_against_it(tmp_path: Path) -> None:
    record = perfect(case())
    loaded = _loaded(tmp_path, TEXT, record, date(2026, 3, 6))
    assert (4, 2, date(2026, 3, 6)) == (len(loaded.case.events), len(loaded.case.figures), loaded.case.dateline)
    _agrees(loaded, record)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", BASELINES)
def test_a_draft_loads_whatever_the_article_repeats(tmp_path: Path, path: Path, name: str) -> None:
    text = str(yaml.safe_load(path.read_text("utf-8"))["text"])
    record = BASELINES[name](read_article(text, dateline="2026-03-06"))
    _agrees(_loaded(tmp_path, text, record, date(2026, 3, 6)), record)


async def _recorded(text: str) -> EventSummary:
    model, _ = choose_model("qwen2.5-coder-1.5b")
    with replaying(ROOT / "evals" / "cassettes", article=SEED.stem, model=model):
        return await Summarizer(model).run(read_article(text, id=SEED.stem))


def test_a_draft_of_a_real_answer_scores_one_against_it(tmp_path: Path, seed_text: str) -> None:
    record = asyncio.run(_recorded(seed_text))
    loaded = _loaded(tmp_path, seed_text, record)
    assert len(record.events) == len(loaded.case.events)
    _agrees(loaded, record)


def test_a_blank_case_has_no_label_and_refers_to_its_text() -> None:
    blank = blank_case(TEXT, Path("evals/articles/darin.txt"), dateline=date(2026, 3, 6))
    assert ("articles", "darin") == (blank["text"]["data"], blank["text"]["id"])
    assert ([], [], "2026-03-06", "test") == (blank["events"], blank["figures"], blank["dateline"], blank["split"])


def test_a_dateline_that_the_text_begins_with_is_not_written() -> None:
    text = "BEIRUT, Aug 6, 2017 (Agency) - Troops left the town."
    assert "dateline" not in blank_case(text, Path("a/b.txt"), dateline=date(2017, 8, 6))
    assert "2017-08-07" == blank_case(text, Path("a/b.txt"), dateline=date(2017, 8, 7))["dateline"]


def test_words_that_stand_more_than_once_are_quoted_with_more_around_them(tmp_path: Path) -> None:
    text = "Two died in Darin. Two died in Darin. Troops left."
    record = BASELINES["keyword"](read_article(text))
    loaded = _loaded(tmp_path, text, record)
    assert all(1 == text.count(quote) for event in loaded.case.events for quote in event.evidence)
