"""Runs made of cases and records, without any model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.html import render
from summarize.evaluation.runs import CaseResult, Run, RunHeader, _result
from summarize.record import EventSummary, EventType, PromptUsed
from tests.evaluation.making import case, changed, each_event, on, perfect

HOSTILE = (
    "Rebels shelled the <script>alert(1)</script> port & \"quay\" of O'Darin' onload='x on Monday. "
    "\u202eTroops left {{ 7 * 7 }} </style></script><img src=http://example.org/x onerror=alert(2)>."
)


def result_of(loaded: LoadedCase, record: EventSummary | None, error: str | None = None) -> CaseResult:
    """What a run would say of this answer."""
    return _result(loaded, 1, record, error=error)


def run_of(results: Sequence[CaseResult]) -> Run:
    """A finished run of these results."""
    header = RunHeader(
        suite="small",
        cases=len(results),
        mode="replay",
        model="scripted",
        strategy="sentence",
        prompt=PromptUsed(name="test", version="1", digest="0" * 16),
        started="2026-11-26T12:00:00+00:00",
        package="summarize-events 0.0.0",
        python="3.11",
        system="Linux",
        libraries={},
    )
    return Run(header, tuple(sorted(results, key=lambda result: result.id)), Path("run.jsonl"))


def hostile() -> LoadedCase:
    """A case whose every word would like to be markup."""
    event = {
        "type": "shelling",
        "evidence": "Rebels shelled the <script>alert(1)</script> port",
        "participants": [{"role": "actor", "names": "Rebels", "canonical": "<b>Rebels</b>"}],
        "places": [{"names": "port & \"quay\" of O'Darin' onload='x"}],
        "status": "reported",
    }
    notes = ("<img src=http://example.org/y>",)
    return case(id="hostile", text=HOSTILE, events=[event], figures=[], tags=["<b>", '"'], split="test", notes=notes)


def mixed() -> tuple[Run, list[LoadedCase]]:
    """A run with a perfect case whose events say how sure they are, a spoilt, a failed and a hostile one."""
    good, bad, failed, evil = case(id="good"), case(id="bad", split="test", tags=["hard"]), case(id="gone"), hostile()
    spoilt = changed(changed(perfect(bad), 0, time=on("2026-03-09")), 1, type=EventType.BATTLE)
    spoilt = spoilt.model_copy(update={"events": (*spoilt.events[:3], spoilt.events[2])})
    results = [
        result_of(good, each_event(perfect(good), lambda event: {"confidence": 0.75})),
        result_of(bad, spoilt),
        result_of(failed, None, "http://127.0.0.1:9: nothing <listens>"),
        result_of(evil, perfect(evil)),
    ]
    return run_of(results), [good, bad, failed, evil]


def page() -> str:
    """The page of the mixed run."""
    return render(*mixed())
