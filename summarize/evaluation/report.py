"""A run, or two of them side by side, as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from summarize.evaluation.gates import Gate, paired
from summarize.evaluation.items import FIELDS
from summarize.evaluation.runs import CaseResult, Run
from summarize.evaluation.scores import ERRORS, OVERALL, VIEWS
from summarize.evaluation.statistics import Difference, Interval, compare, interval
from summarize.evaluation.tallies import Counts, Outcome

_ROWS = (OVERALL, *FIELDS)
_FEW = 10
_NONE = "–"


def run_report(run: Run) -> str:
    """Scores with intervals, error classes, checks and cases of a run, as Markdown."""
    blocks = [_heading(run), _scores(run), _errors(run), _checks(run), _cases(run)]
    if run.failed:
        blocks.append(_list("Cases without an answer, scored as empty:", _failures(run)))
    notes = [f"{result.id}: {note}" for result in run.results for note in result.notes]
    if notes:
        blocks.append(_list("Notes:", notes))
    return "\n\n".join(blocks) + "\n"


def comparison(first: Run, second: Run) -> str:
    """Paired differences of two runs, field by field, as Markdown."""
    common = len(paired(first, second, OVERALL, "strict")[0])
    left = len(first.results) + len(second.results) - 2 * common
    rows = [(field, compare(*paired(first, second, field, "strict"))) for field in _ROWS] if common else []
    lines = [
        f"{second.path.name} less {first.path.name}: {common} cases with the same labels in both, {left} left out.",
        "",
        "| strict F1 | difference | 95 % | p | smallest to be seen |",
        "|---|---:|---:|---:|---:|",
        *(_difference(field, found) for field, found in rows),
        "",
        f"The test is that of `{OVERALL}`; with {len(_ROWS)} rows one in twenty falls below 0.05 by chance.",
    ]
    return "\n".join(lines) + "\n"


def case_report(result: CaseResult) -> str:
    """Every filler of a case that did not come out right, as Markdown."""
    lines = [f"## {result.id}", ""]
    if result.error:
        lines += [f"No answer: {result.error}", ""]
    lines += ["| field | predicted | expected | strict | lenient | why |", "|---|---|---|---|---|---|"]
    for match in result.matches:
        if match.strict not in (Outcome.CORRECT, Outcome.IGNORED):
            ends = f"{match.predicted or _NONE} | {match.gold or _NONE}"
            lines.append(f"| {match.field} | {ends} | {match.strict} | {match.lenient} | {_cell(match.reason)} |")
    return "\n".join(lines) + "\n"


def gates_report(gates: Sequence[Gate]) -> str:
    """The gates of a run, as Markdown."""
    rows = (
        f"| {gate.name} | {_NONE if gate.value is None else f'{gate.value:.4g}'} | {gate.bound} | {_held(gate)} |"
        for gate in gates
    )
    return "\n".join(["| gate | found | allowed | |", "|---|---:|---|---|", *rows]) + "\n"


def _heading(run: Run) -> str:
    header = run.header
    answered = len(run.results) - len(run.failed)
    prompt = f"prompt {header.prompt.name} {header.prompt.version} ({header.prompt.digest})"
    lines = [
        f"# {header.suite}: {header.model}",
        "",
        f"{answered}/{header.cases} cases answered, {header.mode}, strategy {header.strategy}, {prompt},",
        f"{header.package}, {header.started}.",
    ]
    if len(run.results) < _FEW:
        lines += ["", f"Fewer than {_FEW} documents: an interval says little, these scores are an example."]
    return "\n".join(lines)


def _scores(run: Run) -> str:
    lines = [
        "| field | strict P | R | F1 | 95 % | lenient F1 | 95 % | correct | wrong | missing | spurious |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for field in _ROWS:
        strict, lenient = (Counts.total(run.documents(field, view)) for view in VIEWS)
        low, high = (interval(run.documents(field, view)) for view in VIEWS)
        counts = f"{strict.correct} | {strict.wrong} | {strict.missing} | {strict.spurious}"
        shares = f"{_share(strict.precision)} | {_share(strict.recall)} | {_share(strict.f1)} | {_range(low)}"
        lines.append(f"| {field} | {shares} | {_share(lenient.f1)} | {_range(high)} | {counts} |")
    return "\n".join(lines)


def _errors(run: Run) -> str:
    found: Counter[str] = Counter()
    for result in run.results:
        found.update(result.errors)
    return "Errors: " + ", ".join(f"{name.replace('_', ' ')} {found[name]}" for name in ERRORS) + "."


def _checks(run: Run) -> str:
    checks = [result.checks for result in run.results]
    spans, broken = sum(one.spans for one in checks), sum(one.broken_spans for one in checks)
    losses: Counter[str] = Counter()
    for one in checks:
        losses.update(one.losses)
    usage = [result.usage for result in run.results]
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(losses.items())) or "none"
    return (
        f"Without labels: {spans - broken} of {spans} spans verbatim, {sum(one.unsupported for one in checks)} other "
        f"fields not borne out, {sum(one.untied for one in checks)} of {sum(one.sentences for one in checks)} summary "
        f"sentences tied to nothing; losses: {told}. Tokens read {sum(one.prompt_tokens for one in usage)}, written "
        f"{sum(one.completion_tokens for one in usage)}; {sum(one.seconds for one in usage):.1f} s."
    )


def _cases(run: Run) -> str:
    lines = ["| case | split | event F1 | strict F1 | lenient F1 | |", "|---|---|---:|---:|---:|---|"]
    for result in run.results:
        event = result.counts["strict"]["event"].f1
        strict, lenient = (result.counts[view][OVERALL].f1 for view in VIEWS)
        state = "no answer" if result.error else ""
        shares = f"{_share(event)} | {_share(strict)} | {_share(lenient)}"
        lines.append(f"| {result.id} | {result.split} | {shares} | {state} |")
    return "\n".join(lines)


def _failures(run: Run) -> Iterator[str]:
    for result in run.failed:
        yield f"{result.id}: {result.error}"
    if run.unfinished:
        yield f"{run.unfinished} chosen cases were never reached"


def _list(title: str, items: Iterable[str]) -> str:
    return "\n".join([title, "", *(f"- {item}" for item in items)])


def _difference(field: str, found: Difference) -> str:
    detectable = _NONE if found.detectable is None else f"{found.detectable:.3f}"
    return f"| {field} | {found.value:+.3f} | {_range(found.interval, '+')} | {found.p:.4f} | {detectable} |"


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _range(found: Interval | None, sign: str = "") -> str:
    return _NONE if found is None else f"{found.low:{sign}.3f} to {found.high:{sign}.3f}"


def _held(gate: Gate) -> str:
    if gate.value is None:
        return "not measured"
    return "holds" if gate.holds else "**fell short**"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
