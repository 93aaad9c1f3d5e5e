"""The seed case, answered by a reader who chooses well: what is left is what code loses."""

from __future__ import annotations

import asyncio

import pytest

from summarize.evaluation.cases import load_case
from summarize.evaluation.runs import CaseResult, Plan, answer
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from tests.conftest import ROOT
from tests.seed_answers import careful

SEED = load_case(ROOT / "evals" / "cases" / "seed.yaml", data=[ROOT])


@pytest.fixture(scope="module")
def result() -> CaseResult:
    return asyncio.run(answer(SEED, Plan(Summarizer(ScriptedModel(careful, strategy="sentence")), "evals")))


def test_no_event_is_invented_and_few_are_missed(result: CaseResult) -> None:
    events = result.counts["strict"]["event"]
    assert (0, True) == (events.spurious, events.missing <= 3)


def test_no_figure_is_wrong_and_no_span_broken(result: CaseResult) -> None:
    figures = result.counts["strict"]["figure"]
    assert (0, 0, 0) == (figures.wrong, figures.missing, figures.spurious)
    assert 0 == result.checks.broken_spans


def test_a_careful_reader_scores_well_overall(result: CaseResult) -> None:
    assert (result.counts["strict"]["overall"].f1 or 0) >= 0.85
