"""A run, or two of them side by side, as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from summarize.evaluation.ceiling import Agreed, Ceiling
from summarize.evaluation.checks import UNGROUNDED
from summarize.evaluation.gates import Gate, paired
from summarize.evaluation.items import FIELDS
from summarize.evaluation.markdown import NONE, cell, extent, share
from summarize.evaluation.reliability import reliability
from summarize.evaluation.repeats import repeats
from summarize.evaluation.runs import CaseResult, Run
from summarize.evaluation.scores import ERRORS, OVERALL, VIEWS
from summarize.evaluation.statistics import Difference, Interval, compare, interval
from summarize.evaluation.systems import systems
from summarize.evaluation.tallies import Counts, Outcome
from summarize.evaluation.texts import PLACE

_ROWS = (OVERALL, *FIELDS)
_FEW = 10
_WORST = 5


def run_report(run: Run) -> str:
    """Scores with intervals, error classes, checks and cases of a run, as Markdown."""
    blocks = [_heading(run), *systems(run), _scores(run), *_repeated(run), _errors(run), *reliability(run)]
    blocks += [_checks(run), _cases(run)]
    if run.failed or run.unfinished:
        blocks.append(_list("Cases without an answer, scored as empty:", _failures(run)))
    notes = [f"{result.id}: {note}" for result in run.attempts for note in result.notes]
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
            ends = f"{match.predicted or NONE} | {match.gold or NONE}"
            lines.append(f"| {match.field} | {ends} | {match.strict} | {match.lenient} | {cell(match.reason)} |")
    return "\n".join(lines) + "\n"


def agreement_report(found: Ceiling) -> str:
    """How far two labellers agree, field by field, as Markdown."""
    lines = [
        f"# {found.first} and {found.second}: {found.documents} documents",
        "",
        "| field | strict F1 | 95 % | lenient F1 | 95 % |",
        "|---|---:|---:|---:|---:|",
        *(f"| {field} | {' | '.join(_agreed(found.fields[view][field]) for view in VIEWS)} |" for field in _ROWS),
        "",
        f"Krippendorff's alpha of the type of events that both found (nominal): {share(found.alpha_type)};",
        f"of the number of events in a document (ratio): {share(found.alpha_events)}.",
    ]
    return "\n".join(lines) + "\n"


def gates_report(gates: Sequence[Gate]) -> str:
    """The gates of a run, as Markdown."""
    rows = (
        f"| {gate.name} | {NONE if gate.value is None else f'{gate.value:.4g}'} | {gate.bound} | {_held(gate)} |"
        for gate in gates
    )
    return "\n".join(["| gate | found | allowed | |", "|---|---:|---|---|", *rows]) + "\n"


def _heading(run: Run) -> str:
    header = run.header
    times = f" ({header.cases} cases, {header.repeat} answers each)" if header.repeat > 1 else ""
    prompt = f"prompt {header.prompt.name} {header.prompt.version} ({header.prompt.digest})"
    lines = [
        f"# {header.suite}: {header.model}",
        "",
        f"{len(run.attempts) - len(run.failed)}/{header.answers} cases answered{times}, {header.mode},",
        f"strategy {header.strategy}, {prompt}, {header.package}, {header.started}.",
    ]
    if header.absent:
        lines += ["", f"**Not here: {len(header.absent)} cases**, skipped: {', '.join(header.absent)}."]
        lines += [
            f"Their texts or recordings are kept elsewhere: name the place with --data or {PLACE}, ask with --live."
        ]
    if len(run.results) < _FEW:
        lines += ["", f"Fewer than {_FEW} documents: an interval says little, these scores are an example."]
    return "\n".join(lines)


def _repeated(run: Run) -> Iterator[str]:
    found = repeats(run)
    if found is None:
        return
    told = (
        f"{found.n} answers to each of {found.cases} cases; an answer passes with a strict F1 of "
        f"{run.header.pass_mark:g}. The other tables are those of the first answers."
    )
    if run.header.mode == "replay":
        told += " A recording answers alike each time: what differs here is the code's doing."
    spread = (
        f"Strict F1 of the suite from {found.f1.low:.3f} to {found.f1.high:.3f}, mean {found.f1.mean:.3f}, "
        f"standard deviation {found.f1.deviation:.4f}; of a single case on average {found.within:.4f}."
    )
    table = [
        f"| k | {' | '.join(map(str, range(1, found.n + 1)))} |",
        f"|---|{'---:|' * found.n}",
        f"| pass@k, at least one of k passes | {' | '.join(map(share, found.at_least_one))} |",
        f"| pass^k, all of k pass | {' | '.join(map(share, found.all_of_them))} |",
    ]
    yield "\n".join([told, "", *table, "", spread])


def _scores(run: Run) -> str:
    lines = [
        "| field | strict P | R | F1 | 95 % | lenient F1 | 95 % | correct | wrong | missing | spurious |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for field in _ROWS:
        strict, lenient = (Counts.total(run.documents(field, view)) for view in VIEWS)
        low, high = (interval(run.documents(field, view)) for view in VIEWS)
        counts = f"{strict.correct} | {strict.wrong} | {strict.missing} | {strict.spurious}"
        shares = f"{share(strict.precision)} | {share(strict.recall)} | {share(strict.f1)} | {extent(low)}"
        lines.append(f"| {field} | {shares} | {share(lenient.f1)} | {extent(high)} | {counts} |")
    return "\n".join(lines)


def _errors(run: Run) -> str:
    """Classes of errors with the cases they occur in, most frequent cases first."""
    lines = ["| error | count | cases |", "|---|---:|---|"]
    for name in (*ERRORS, UNGROUNDED):
        found = Counter({result.id: count for result in run.results if (count := _errors_in(result, name))})
        worst = [f"{case} ({count})" if count > 1 else case for case, count in found.most_common(_WORST)]
        more = [f"{len(found) - _WORST} more"] if len(found) > _WORST else []
        lines.append(f"| {name.replace('_', ' ')} | {found.total()} | {', '.join([*worst, *more]) or NONE} |")
    return "\n".join(lines)


def _errors_in(result: CaseResult, name: str) -> int:
    return result.checks.ungrounded if name == UNGROUNDED else result.errors.get(name, 0)


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
        shares = f"{share(event)} | {share(strict)} | {share(lenient)}"
        lines.append(f"| {result.id} | {result.split} | {shares} | {state} |")
    return "\n".join(lines)


def _failures(run: Run) -> Iterator[str]:
    for result in run.failed:
        yield f"{result.id}{f' #{result.attempt}' if result.attempt > 1 else ''}: {result.error}"
    if run.unfinished:
        yield f"{run.unfinished} chosen cases were never reached"


def _list(title: str, items: Iterable[str]) -> str:
    return "\n".join([title, "", *(f"- {item}" for item in items)])


def _difference(field: str, found: Difference) -> str:
    detectable = NONE if found.detectable is None else f"{found.detectable:.3f}"
    return f"| {field} | {found.value:+.3f} | {extent(found.interval, '+')} | {found.p:.4f} | {detectable} |"


def _agreed(agreed: Agreed) -> str:
    between = None if agreed.low is None or agreed.high is None else Interval(agreed.low, agreed.high)
    return f"{share(agreed.f1)} | {extent(between)}"


def _held(gate: Gate) -> str:
    if gate.value is None:
        return "not measured"
    return "holds" if gate.holds else "**fell short**"
