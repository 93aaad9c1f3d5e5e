"""One row for each system: the run itself between its baselines and its ceiling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from summarize.evaluation.baselines import BASELINES, PREFIX
from summarize.evaluation.ceiling import Ceiling
from summarize.evaluation.markdown import cell, extent, share
from summarize.evaluation.runs import Run
from summarize.evaluation.scores import OVERALL, View
from summarize.evaluation.statistics import Interval, interval
from summarize.evaluation.tallies import Counts

SHOWN = ("event", "type", "role", "place", "time", "figure")
"""Fields that stand beside the overall score."""


def systems(run: Run) -> Iterator[str]:
    """The run between its baselines and its ceiling, where there are any."""
    if not run.results:
        return
    shown = {run.header.model: partial(run.documents)}
    known = {name: run.baseline(name, OVERALL) for name in BASELINES}
    shown |= {f"{PREFIX}{name}": partial(run.baseline, name) for name, found in known.items() if found}
    lines = [
        f"| system | overall | 95 % | lenient | {' | '.join(SHOWN)} |",
        f"|---|---:|---:|---:|{'---:|' * len(SHOWN)}",
        *(_system(name, documents) for name, documents in shown.items()),
    ]
    if run.header.ceiling is not None:
        lines.append(_ceiling(run.header.ceiling))
    yield "\n".join(lines)


def _system(name: str, documents: Callable[[str, View], list[Counts]]) -> str:
    overall = documents(OVERALL, "strict")
    shares = " | ".join(share(Counts.total(documents(field, "strict")).f1) for field in SHOWN)
    strict, lenient = Counts.total(overall).f1, Counts.total(documents(OVERALL, "lenient")).f1
    return f"| {cell(name)} | {share(strict)} | {extent(interval(overall))} | {share(lenient)} | {shares} |"


def _ceiling(ceiling: Ceiling) -> str:
    strict, lenient = ceiling.fields["strict"], ceiling.fields["lenient"]
    whole = strict[OVERALL]
    between = None if whole.low is None or whole.high is None else Interval(whole.low, whole.high)
    shares = " | ".join(share(strict[field].f1) for field in SHOWN)
    name = f"two labellers ({ceiling.documents} documents)"
    return f"| {name} | {share(whole.f1)} | {extent(between)} | {share(lenient[OVERALL].f1)} | {shares} |"
