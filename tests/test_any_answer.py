"""Whatever a model finds likely, the record holds: nothing in it fails the check, and rules lose no figure."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.any_answer import summarised
from summarize.grounding import check_record
from summarize.reading import read_article
from summarize.record import LossKind

ARTICLES = sorted((Path(__file__).parents[1] / "evals" / "articles").glob("*.txt"))
HARD = (
    """Recently, however, the council issued a paper welcoming the plan, and calling for a bridge. He noted that, like
    him, the mayor had been pilloried for acknowledging that mining would end. "We stay," he told the group, adding
    that 40 families had fled.""",
    """16.04.2017Get short URL. A woman and a child were killed after rebels shelled the port, a military source told
    the agency. 26 Apr 2014 At least 88 rebel and regime forces have been killed since Monday, the monitor said.""",
    """ONLY 1 PERCENT OF THE CROP WAS LOST. THE FRONT URGES FORCES TO EXERT PRESSURE WITH STATEMENTS BLAMING SOLDIERS.
    A THIRD OF THE TOWN FLED FOR OVER FOUR MONTHS, PAZ SAID, ADDING THAT HALF A DOZEN WOUNDED CHILDREN REMAINED.""",
    """The agency reported 15 deaths. The watchdog had earlier reported 12 dead; just 24 percent of the town is held by
    the army. The $84 billion over 10 years would be owed, and gates can pass 7,000\u00a0m3/s. 1 in 4 residents fled the
    $400-million port.""",
)

MARKS = "\u0301\u200d\u200b\u00ad\u202e\u0640\u20dd\ufe0f\u00a0’'1\u0e01\u4e2d.-%ßİ\n\0"
"""What scraped text has inside its words: accents set apart, joiners, marks of direction, hyphens, other scripts."""


@pytest.mark.parametrize("text", [*HARD, *(path.read_text(encoding="utf-8") for path in ARTICLES)])
def test_a_record_holds_whatever_the_model_answers(text: str) -> None:
    for seed in range(2):
        record = asyncio.run(summarised(text, seed))
        assert () == check_record(record, read_article(text).text)
        lost = [loss for loss in record.losses if loss.kind is LossKind.UNGROUNDED]
        assert [] == [
            loss for loss in lost if loss.where.startswith(("figures", "sources")) and "time" not in loss.where
        ]


SPOTS = st.lists(st.tuples(st.integers(0, 1_800), st.sampled_from(MARKS)), min_size=5, max_size=60)
"""Marks, and where in the head of an article each is put."""


def marked(article: Path, marks: list[tuple[int, str]]) -> str:
    """The head of an article with marks inside its words."""
    text = article.read_text(encoding="utf-8")[:1_800]
    for at, mark in marks:
        text = text[:at] + mark + text[at:]
    return text


@settings(max_examples=150)
@given(
    article=st.sampled_from(ARTICLES),
    marks=SPOTS,
    seed=st.integers(0, 1_000),
)
def test_a_record_holds_whatever_stands_inside_its_words(
    article: Path, marks: list[tuple[int, str]], seed: int
) -> None:
    text = marked(article, marks)
    record = asyncio.run(summarised(text, seed))
    assert () == check_record(record, read_article(text).text)
