"""Baselines make a record without a model, are scored as any system, and say what they are."""

from __future__ import annotations

import asyncio

import pytest

from summarize.errors import SettingsError
from summarize.evaluation.baselines import BASELINES, Baseline
from summarize.evaluation.checks import check
from summarize.evaluation.report import run_report
from summarize.evaluation.runs import Plan, answer
from summarize.evaluation.scores import score
from summarize.evaluation.tallies import Counts
from summarize.reading import read_article
from tests.evaluation.making import TEXT, case
from tests.evaluation.test_gates import _run

ARTICLE = read_article(TEXT, dateline="2026-03-06")


def test_the_lead_is_one_event_of_the_type_its_keyword_names() -> None:
    record = BASELINES["lead"](ARTICLE)
    assert ["shelling"] == [event.type.value for event in record.events]
    assert ARTICLE.sentences[0].text == record.events[0].evidence[0].text


def test_the_lead_takes_every_number_in_digits_for_a_figure() -> None:
    assert [300.0, 12.0] == [figure.best for figure in BASELINES["lead"](ARTICLE).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,200 of 3.5 fled", [1200.0, 3.5]), ("the M4 and 2017-08-05", []), ("12-year-old", []), ("in 2017.", [2017.0])],
)
def test_a_number_is_what_a_regular_expression_takes_for_one(text: str, expected: list[float]) -> None:
    assert expected == [figure.best for figure in BASELINES["lead"](read_article(f"Troops left {text}")).figures]


def test_a_headline_is_not_the_lead() -> None:
    article = read_article("Army leaves\n\nTroops captured Salhun on Monday.\n")
    assert "Troops captured Salhun on Monday." == BASELINES["lead"](article).events[0].evidence[0].text


def test_keywords_name_the_type_of_each_sentence_that_has_one() -> None:
    found = score(case(), BASELINES["keyword"](ARTICLE))
    assert Counts(correct=4) == found.counts("event") == found.counts("type")
    assert 0 == found.counts("figure").predicted


def test_the_dateline_is_the_day_of_each_event() -> None:
    record = BASELINES["dateline"](ARTICLE)
    assert {"2026-03-06"} == {event.time.edtf for event in record.events if event.time}
    undated = BASELINES["dateline"](read_article(TEXT))
    assert {None} == {event.time for event in undated.events}


@pytest.mark.parametrize("name", BASELINES)
def test_a_baseline_quotes_the_article(name: str) -> None:
    found = check(BASELINES[name](ARTICLE), TEXT)
    assert found.spans > 0
    assert (0, 0) == (found.broken_spans, found.untied)


@pytest.mark.parametrize("name", BASELINES)
def test_a_baseline_is_scored_the_same_on_its_own_and_beside_another_system(name: str) -> None:
    result = asyncio.run(answer(case(), Plan(Baseline(name), "small")))
    assert result.error is None
    assert result.counts == result.baselines[name]


def test_every_report_shows_the_baselines_beside_the_system() -> None:
    result = asyncio.run(answer(case(), Plan(Baseline("lead"), "small")))
    told = run_report(_run(result))
    assert all(f"| baseline:{name} |" in told for name in BASELINES)


def test_a_baseline_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(SettingsError, match=r"there are baseline:lead, baseline:keyword, baseline:dateline"):
        Baseline("led")
