"""Reports from kept replies alone: no model, no peer, the same ruler."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers.__main__ import main
from benchmarks.peers.bars import Bar
from benchmarks.peers.corpus import Corpus, of_muc4, of_suite
from benchmarks.peers.costs import ratio
from benchmarks.peers.replies import Answered, Asked, Call, Place, write_reply
from benchmarks.peers.report import report
from benchmarks.peers.scoring import kept_replies
from summarize.evaluation.baselines import keyword
from summarize.evaluation.runs import read_run
from summarize.evaluation.statistics import Interval
from summarize.record import PromptUsed
from tests.benchmarks.making import muc4_folder, small_suite

SYSTEMS = ("ours", "langextract", "plain")
CALLS = {"ours": 12, "langextract": 3, "plain": 1}


def _reply(system: str, article: Any, answer: Any, error: str | None = None) -> Answered:
    asked = Asked(
        system=system,
        version=f"{system} 1",
        model="m",
        server="scripted",
        prompt=PromptUsed(name="peer", version="1", digest="0" * 16),
    )
    text = "{" if system == "plain" else "{}"
    finish = "length" if system == "plain" else "stop"
    calls = (
        Call(request="r", text=text, finish_reason=finish, prompt_tokens=900, completion_tokens=50, cached_tokens=800),
    )
    return Answered(
        asked=asked,
        article=article.id,
        sha256=article.document.sha256,
        seconds=10.0 * CALLS[system],
        calls=calls * CALLS[system],
        answer=answer,
        error=error,
    )


def _answer(system: str, article: Any) -> Any:
    """Ours quotes as the baseline by keywords does; peers tell the first sentence of the article."""
    if system == "ours":
        return keyword(article).model_dump(mode="json")
    first = article.sentences[0].text[:150]
    if system == "plain":
        told = {"quote": first, "type": "battle", "who": [], "whom": [], "where": [], "when": None, "source": None}
        return {"events": [told], "figures": []}
    return {"extractions": [{"class": "event", "text": first, "attributes": {"type": "battle"}, "at": None}]}


def _keep(folder: Path, corpus: Corpus, *, failing: str = "") -> Path:
    for article in corpus.articles:
        for system in SYSTEMS:
            failed = failing == f"{system} {article.id}"
            answer, error = (None, "IncompleteOutputException") if failed else (_answer(system, article), None)
            path = Place(folder, article.id in corpus.ours).path(system, article.id)
            write_reply(path, _reply(system, article, answer, error))
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A suite of two made-up articles."""
    return small_suite(tmp_path_factory.mktemp("home"), "djibo-convoy-blast", "baidoa-drone-tolls")


@pytest.fixture(scope="module")
def suite(home: Path) -> Corpus:
    return of_suite(home, "test", None, 0)


def test_systems_stand_side_by_side_with_differences_costs_and_bars(suite: Corpus, tmp_path: Path) -> None:
    place = lambda name: Place(_keep(tmp_path / "replies", suite), name in suite.ours)  # noqa: E731
    answered, kept = kept_replies(suite, SYSTEMS, place)
    told = report(suite, answered, kept, tmp_path / "runs")
    assert "2 of 2 chosen articles have a reply of every system." in told
    for label in ("ours", "langextract, quoted", "langextract, completed", "plain, quoted", "plain, completed"):
        assert f"| {label} | " in told
    assert "| plain, completed: overall F1 |" in told
    assert "| langextract: seconds, ratio | 4.000 |" in told
    assert "| langextract: tokens written, ratio | 4.000 |" in told
    assert "**not met**" in told
    assert "| langextract | 30.0 |" in told
    assert "| plain | 0 | 2 | 2 | 0 |" in told
    assert "Ours less plain, quoted:" in told


def test_runs_of_peers_are_ordinary_run_files(suite: Corpus, tmp_path: Path) -> None:
    folder = _keep(tmp_path / "replies", suite)
    answered, kept = kept_replies(suite, SYSTEMS, lambda name: Place(folder, name in suite.ours))
    report(suite, answered, kept, tmp_path / "runs")
    run = read_run(tmp_path / "runs" / "evals-test-plain-quoted.jsonl")
    assert ("plain, quoted: m", "plain 1") == (run.header.model, run.header.strategy)
    assert {"djibo-convoy-blast", "baidoa-drone-tolls"} == {result.id for result in run.results}
    assert all(result.usage.completion_tokens == 50 for result in run.results)


def test_a_failed_answer_is_scored_as_empty_and_named(suite: Corpus, tmp_path: Path) -> None:
    folder = _keep(tmp_path / "replies", suite, failing="plain djibo-convoy-blast")
    answered, kept = kept_replies(suite, SYSTEMS, lambda name: Place(folder, name in suite.ours))
    told = report(suite, answered, kept, tmp_path / "runs")
    assert "- plain: IncompleteOutputException, 1 articles" in told
    failed = read_run(tmp_path / "runs" / "evals-test-plain-completed.jsonl").failed
    assert ["djibo-convoy-blast"] == [result.id for result in failed]
    assert 0 == failed[0].counts["strict"]["overall"].predicted
    assert failed[0].counts["strict"]["overall"].missing > 0


def test_only_articles_that_all_have_answered_are_compared(suite: Corpus, tmp_path: Path) -> None:
    folder = _keep(tmp_path / "replies", suite)
    (folder / "plain" / "djibo-convoy-blast.json").unlink()
    answered, kept = kept_replies(suite, SYSTEMS, lambda name: Place(folder, name in suite.ours))
    told = report(suite, answered, kept, tmp_path / "runs")
    assert ["baidoa-drone-tolls"] == [article.id for article in answered.articles]
    assert "1 of 2 chosen articles have a reply of every system." in told


def test_muc4_has_recall_of_incidents_and_slots_of_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    muc4_folder(tmp_path / "data", messages=4)
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path / "data"))
    corpus = of_muc4("tst2", None, 0)
    folder = _keep(tmp_path / "replies", corpus)
    assert [] == list((folder / "plain").rglob("*.json") if (folder / "plain").exists() else [])
    answered, kept = kept_replies(corpus, SYSTEMS, lambda name: Place(folder, name in corpus.ours))
    told = report(corpus, answered, kept, tmp_path / "runs")
    assert "4 of 4 chosen articles have a reply of every system." in told
    assert "| ours | 0/8 | 0.000 | 0.000 to 0.000 | 8/8 | 1.000 |" in told
    assert "| langextract, completed: recall of incidents |" in told
    assert "| plain, quoted: slot accuracy |" in told


def test_the_command_reports_without_model_and_says_what_is_wrong(
    home: Path, suite: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _keep(tmp_path / "replies", suite)
    options = ["--suite", str(home), "--replies", str(folder), "--runs", str(tmp_path / "runs")]
    with pytest.raises(SystemExit) as done:
        main(["report", *options, "-o", str(tmp_path / "report.md")])
    assert 0 == done.value.code
    assert "2 of 2 chosen articles" in (tmp_path / "report.md").read_text(encoding="utf-8")
    path = folder / "ours" / "djibo-convoy-blast.json"
    path.write_text(json.dumps({"no": "reply"}), encoding="utf-8")
    with pytest.raises(SystemExit) as done:
        main(["report", *options])
    assert 1 == done.value.code
    assert "is no reply" in capsys.readouterr().err


def test_a_bar_is_met_by_its_number_and_sure_by_its_interval() -> None:
    near, far = (Bar("x", 0.2, Interval(low, 0.4), least=0.15) for low in (0.1, 0.16))
    assert (True, False, True, True) == (near.met, near.sure, far.met, far.sure)
    assert not Bar("x", 0.0, Interval(-0.1, 0.1), least=0.0).met
    assert not Bar("x", 0.6, Interval(0.5, 0.7), most=0.5).met


def test_a_ratio_is_that_of_the_sums_and_lies_within_its_interval() -> None:
    found = ratio([1.0, 2.0, 3.0], [2.0, 8.0, 2.0])
    assert 0.5 == found.value
    assert found.interval is not None
    assert found.interval.low < 0.5 < found.interval.high
