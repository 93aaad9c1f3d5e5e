"""What came of tuning, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import shorten
from typing import Any

from summarize.evaluation.markdown import NONE, cell, extent, share
from summarize.evaluation.statistics import Difference
from summarize.evaluation.systems import SHOWN
from summarize.evaluation.tuning.choosing import RULE, Standing
from summarize.evaluation.tuning.running import Tested, Tuned, looked
from summarize.evaluation.tuning.summary import Summary

JSON_VERSION = 1
"""Version of the shape of the JSON report."""
_SIGNIFICANT = 0.05
_LONGEST = 200
_FIELDS = f"{' | '.join(SHOWN)} |"
_RIGHT = "---:|" * len(SHOWN)


def tuning_report(tuned: Tuned, written: Sequence[Path] = ()) -> str:
    """What came of tuning, as Markdown."""
    blocks = [
        f"# Tuning on {tuned.default.run.header.suite}",
        *_dev(tuned),
        *(_tested(tuned, tuned.tested) if tuned.tested else ["The test half was not looked at."]),
        *_failures(tuned),
    ]
    if written:
        names = ", ".join(f"`{path}`" for path in written)
        blocks += ["## Use", f"Written: {names}. In the folder of the first, `summarize FILE` asks as the winner did."]
    return "\n\n".join(blocks) + "\n"


def _dev(tuned: Tuned) -> Iterator[str]:
    header, dev = tuned.default.run.header, tuned.default.summary
    tried = f"{len(tuned.standings)} variants on {dev.cases} cases of the dev half"
    yield f"{tried}, {header.mode}, {header.package}."
    yield "## Dev half"
    yield _table((_marked(one, tuned), one.summary, one.difference) for one in tuned.standings)
    yield (
        "Seconds and tokens are averages over cases. The difference is paired, with a 95 % bootstrap interval over "
        "cases and a permutation p-value; each comparison falls below 0.05 one time in twenty by chance."
    )
    yield f"Winner: **{tuned.best.variant.name}**. {RULE} Its score here flatters it, because it was chosen by it."


def _table(rows: Iterable[tuple[str, Summary, Difference | None]]) -> str:
    lines = [
        f"| variant | strict F1 | 95 % | less the default | 95 % | p | s | read | cached | written | {_FIELDS}",
        f"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|{_RIGHT}",
        *(f"| {name} | {_row(summary, _compared(found))} |" for name, summary, found in rows),
    ]
    return "\n".join(lines)


def _marked(standing: Standing, tuned: Tuned) -> str:
    name = cell(standing.variant.name)
    name = f"**{name}**" if standing is tuned.best else name
    return f"{name} (default)" if standing is tuned.default else name


def _row(summary: Summary, compared: str) -> str:
    tokens = (summary.prompt_tokens, summary.cached_tokens, summary.completion_tokens)
    cost = " | ".join([f"{summary.seconds:.1f}", *(f"{count:.0f}" for count in tokens)])
    fields = " | ".join(share(summary.fields[field]) for field in SHOWN)
    return f"{share(summary.f1)} | {extent(summary.interval)} | {compared} | {cost} | {fields}"


def _compared(found: Difference | None) -> str:
    if found is None:
        return f"{NONE} | {NONE} | {NONE}"
    return f"{found.value:+.3f} | {extent(found.interval, '+')} | {found.p:.4f}"


def _tested(tuned: Tuned, tested: Tested) -> Iterator[str]:
    yield "## Test half"
    rows: list[tuple[str, Summary, Difference | None]] = [(_marked(tuned.default, tuned), tested.default, None)]
    if tuned.best is not tuned.default:
        rows.append((_marked(tuned.best, tuned), tested.best, tested.difference))
    yield _table(rows)
    yield verdict(tuned)
    told = [f"**{line[:1].upper()}{line[1:]}.**" for line in looked(tested.before, tested.cases)]
    yield from told or [f"{tested.cases} cases, looked at for the first time by this command."]


def verdict(tuned: Tuned) -> str:
    """What the test half says of the winner, in a sentence."""
    if tuned.tested is None:
        return "The test half was not looked at."
    if tuned.best is tuned.default:
        return "Nothing that was tried beat the default."
    found = tuned.tested.difference
    if found is None:
        return "The two have no case in common."
    seen = (
        "" if found.detectable is None else f"; less than {found.detectable:.3f} would hardly be seen with so few cases"
    )
    shown = f"{found.value:+.3f} strict micro-F1 on the test half, p = {found.p:.4f}{seen}"
    if found.p >= _SIGNIFICANT:
        return f"That the winner is better is not shown: {shown}."
    return f"The winner is {'better' if found.value > 0 else 'worse'} than the default: {shown}."


def _failures(tuned: Tuned) -> Iterator[str]:
    lines = [
        f"- {standing.variant.name}: {result.id}: {shorten(result.error or '', _LONGEST, placeholder=' …')}"
        for standing in tuned.standings
        for result in standing.run.failed
    ]
    if lines:
        yield "\n".join(["Cases of the dev half without an answer, scored as empty:", "", *lines])


def tuning_json(tuned: Tuned, written: Sequence[Path] = ()) -> dict[str, Any]:
    """The same, to be read by a program."""
    header = tuned.default.run.header
    return {
        "version": JSON_VERSION,
        "suite": header.suite,
        "mode": header.mode,
        "package": header.package,
        "rule": RULE,
        "default": tuned.default.variant.name,
        "winner": tuned.best.variant.name,
        "variants": [_variant(standing) for standing in tuned.standings],
        "test": None if tuned.tested is None else _test(tuned.tested),
        "verdict": verdict(tuned),
        "written": [str(path) for path in written],
    }


def _variant(standing: Standing) -> dict[str, Any]:
    variant = standing.variant
    return {
        "name": variant.name,
        "model": variant.model,
        "strategy": variant.prompt.strategy,
        "prompt": standing.run.header.prompt.model_dump() | {"file": variant.prompt.origin},
        "examples": len(variant.prompt.examples),
        "weights": variant.weights,
        "context_tokens": variant.context_tokens,
        "run": str(standing.run.path),
        "dev": asdict(standing.summary),
        "difference": _as_dict(standing.difference),
    }


def _test(tested: Tested) -> dict[str, Any]:
    return {
        "cases": tested.cases,
        "default": asdict(tested.default),
        "winner": asdict(tested.best),
        "difference": _as_dict(tested.difference),
        "look": tested.look.model_dump(mode="json"),
        "looked_at_before": [look.model_dump(mode="json") for look in tested.before],
    }


def _as_dict(found: Difference | None) -> Mapping[str, Any] | None:
    return None if found is None else asdict(found)
