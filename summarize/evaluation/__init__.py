"""Evaluation: labelled cases, alignment, scores, statistics, runs, gates and reports.

A library, because users bring their own articles and labels; `summarize eval` is its command line and
`summarize.pytest_plugin` its place in a test suite. Statistics and alignment need the extra `eval` (numpy and
scipy), which is imported when it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.evaluation.agreement import agree
    from summarize.evaluation.baselines import BASELINES, Baseline
    from summarize.evaluation.behaviour import behave
    from summarize.evaluation.calibration import Calibration, Judged, calibration_of, calibrations
    from summarize.evaluation.cases import AbsentCase, LoadedCase, Suite, load_case, load_suite
    from summarize.evaluation.ceiling import Ceiling
    from summarize.evaluation.drafting import blank_case, drafted_case
    from summarize.evaluation.evaluating import Evaluation, evaluate
    from summarize.evaluation.gates import Gate, Gates, Verdict, judge, read_gates, verdict
    from summarize.evaluation.junit import gates_junit, run_junit
    from summarize.evaluation.labels import Case
    from summarize.evaluation.report import case_report, comparison, gates_report, run_report
    from summarize.evaluation.runs import CaseResult, Plan, Run, read_run, run_suite
    from summarize.evaluation.scores import CaseScore, Match, score
    from summarize.evaluation.splits import split_of
    from summarize.evaluation.statistics import Difference, Interval, compare, interval
    from summarize.evaluation.tallies import Counts, Outcome

_HOMES = {
    "agreement": ("agree",),
    "baselines": ("BASELINES", "Baseline"),
    "behaviour": ("behave",),
    "calibration": ("Calibration", "Judged", "calibration_of", "calibrations"),
    "cases": ("AbsentCase", "LoadedCase", "Suite", "load_case", "load_suite"),
    "ceiling": ("Ceiling",),
    "drafting": ("blank_case", "drafted_case"),
    "evaluating": ("Evaluation", "evaluate"),
    "gates": ("Gate", "Gates", "Verdict", "judge", "read_gates", "verdict"),
    "junit": ("gates_junit", "run_junit"),
    "labels": ("Case",),
    "report": ("case_report", "comparison", "gates_report", "run_report"),
    "runs": ("CaseResult", "Plan", "Run", "read_run", "run_suite"),
    "scores": ("CaseScore", "Match", "score"),
    "splits": ("split_of",),
    "statistics": ("Difference", "Interval", "compare", "interval"),
    "tallies": ("Counts", "Outcome"),
}
_HOME = {name: f"{__name__}.{module}" for module, names in _HOMES.items() for name in names}

__all__ = [
    "BASELINES",
    "AbsentCase",
    "Baseline",
    "Calibration",
    "Case",
    "CaseResult",
    "CaseScore",
    "Ceiling",
    "Counts",
    "Difference",
    "Evaluation",
    "Gate",
    "Gates",
    "Interval",
    "Judged",
    "LoadedCase",
    "Match",
    "Outcome",
    "Plan",
    "Run",
    "Suite",
    "Verdict",
    "agree",
    "behave",
    "blank_case",
    "calibration_of",
    "calibrations",
    "case_report",
    "compare",
    "comparison",
    "drafted_case",
    "evaluate",
    "gates_junit",
    "gates_report",
    "interval",
    "judge",
    "load_case",
    "load_suite",
    "read_gates",
    "read_run",
    "run_junit",
    "run_report",
    "run_suite",
    "score",
    "split_of",
    "verdict",
]


def __getattr__(name: str) -> Any:
    """Import a part when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
