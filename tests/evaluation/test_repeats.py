"""Several answers to each case: pass@k, pass^k and the spread."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.repeats import Repeats, all_of_them, at_least_one, repeats
from summarize.evaluation.report import run_report
from summarize.evaluation.runs import CaseResult, Run
from summarize.evaluation.scores import VIEWS, score
from summarize.record import EventSummary
from tests.evaluation.making import case, perfect
from tests.evaluation.test_gates import HEADER

GOOD = perfect(case())
HALF = GOOD.model_copy(update={"events": GOOD.events[:1]})


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_the_shares_are_those_of_all_ways_to_draw_k_of_n_answers(drawn: tuple[int, int, int]) -> None:
    n, passed, k = drawn
    ways = list(combinations([True] * passed + [False] * (n - passed), k))
    assert sum(map(any, ways)) / len(ways) == pytest.approx(at_least_one(n, passed, k))
    assert sum(map(all, ways)) / len(ways) == pytest.approx(all_of_them(n, passed, k))


def _result(name: str, attempt: int, record: EventSummary | None) -> CaseResult:
    loaded = case(id=name)
    found = score(loaded, record)
    return CaseResult(
        id=name,
        attempt=attempt,
        digest=loaded.digest,
        split="dev",
        error=None if record else "nothing listens",
        counts={view: found.table(view) for view in VIEWS},
        errors=dict(found.errors),
        matches=found.matches,
    )


def _run(*answers: list[EventSummary | None]) -> Run:
    results = [
        _result(f"c{n}", attempt, record) for n, case in enumerate(answers) for attempt, record in enumerate(case, 1)
    ]
    header = HEADER(len(answers)).model_copy(update={"repeat": len(answers[0])})
    first = tuple(result for result in results if result.attempt == 1)
    return Run(header, first, Path("a.jsonl"), tuple(result for result in results if result.attempt > 1))


def _found(run: Run) -> Repeats:
    found = repeats(run)
    assert found is not None
    return found


def test_answers_that_pass_now_and_then_pass_at_least_once_and_not_always() -> None:
    found = _found(_run([GOOD, HALF], [GOOD, GOOD]))
    assert ((0.75, 1.0), (0.75, 0.5)) == (found.at_least_one, found.all_of_them)
    assert (found.f1.low, 1.0) == (pytest.approx(found.f1.low), found.f1.high)
    assert found.f1.low < found.f1.mean < found.f1.high
    assert found.within > 0


def test_equal_answers_have_no_spread() -> None:
    found = _found(_run([HALF, HALF, HALF]))
    assert (0.0, 0.0, 3) == (found.f1.deviation, found.within, found.n)


def test_an_answer_that_did_not_come_passes_nothing_and_is_counted() -> None:
    run = _run([GOOD, None])
    assert (1, 0) == (len(run.failed), run.unfinished)
    assert (0.5, 0.0) == (_found(run).at_least_one[0], _found(run).all_of_them[1])
    told = run_report(run)
    assert "1/2 cases answered (1 cases, 2 answers each)" in told
    assert "- c0 #2: nothing listens" in told
    assert "| pass^k, all of k pass | 0.500 | 0.000 |" in told


def test_a_run_without_repeats_shows_none() -> None:
    assert repeats(_run([GOOD], [HALF])) is None
    assert "pass@k" not in run_report(_run([GOOD]))
