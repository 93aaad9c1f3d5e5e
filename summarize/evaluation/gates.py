"""Gates: floors under a run's scores, and the exit code that says whether they hold.

Nothing ran is never a success, and neither is a floor under something that could not be measured.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from summarize.errors import InputError
from summarize.evaluation.items import FIELDS
from summarize.evaluation.runs import Run, read_run
from summarize.evaluation.scores import OVERALL, View
from summarize.evaluation.statistics import compare
from summarize.evaluation.tallies import Counts

_LEAST_SHARE = 0.5
"""Share of a run's cases that a baseline has to have with the same labels: of a few, no loss is beyond chance."""
_Share = Annotated[float, Field(ge=0, le=1)]


def _known(field: str) -> str:
    if field not in (OVERALL, *FIELDS):
        raise ValueError(f"there is no field {field!r}; there are {', '.join((OVERALL, *FIELDS))}")
    return field


_Field = Annotated[str, AfterValidator(_known), Field(description="A field that is scored, or `overall`.")]


class Verdict(IntEnum):
    """Exit codes of an evaluation."""

    PASSED = 0
    """Everything ran and every gate holds."""
    NOT_RUN = 1
    """It could not run, or something that a gate needs was not measured."""
    FELL_SHORT = 100
    """It ran and a gate does not hold."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Baseline(_Table):
    """A run that the new one may not fall behind."""

    run: Path
    """Run file, relative to the gates file. It has at least half of the cases, with the same labels."""
    field: _Field = OVERALL
    """Field that is compared."""
    view: View = "strict"
    """View that is compared."""
    tolerance: _Share = 0.02
    """Micro-F1 that may be lost."""
    p: _Share = 0.05
    """Largest p-value at which a greater loss counts."""


class Gates(_Table):
    """What a run has to hold."""

    failed: int = Field(default=0, ge=0)
    """How many cases may be without an answer."""
    broken_spans: int = Field(default=0, ge=0)
    """How many quotations may not be the article's words."""
    absent: int | None = Field(default=None, ge=0)
    """How many cases may be skipped because their texts or recordings are not here; left out, any number."""
    strict: dict[str, _Share] = {}
    """Floors of micro-F1 by field."""
    lenient: dict[str, _Share] = {}
    """The same for the lenient view."""
    baseline: Baseline | None = None
    """Run to compare with."""

    @field_validator("strict", "lenient")
    @classmethod
    def _of_known_fields(cls, floors: dict[str, float]) -> dict[str, float]:
        return {_known(field): floor for field, floor in floors.items()}


@dataclass(frozen=True)
class Gate:
    """One gate and how the run stands to it.

    Attributes:
        name: What is measured.
        value: What was found; None when it could not be measured.
        bound: What is allowed, in words.
        holds: Whether it holds.
    """

    name: str
    value: float | None
    bound: str
    holds: bool


def read_gates(path: Path) -> Gates:
    """Read a gates file.

    Raises:
        InputError: It is no TOML, or names something that is no gate.
    """
    try:
        gates = Gates.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(first["msg"], where=f"{path}: {'.'.join(map(str, first['loc']))}") from error
    except (OSError, ValueError, RecursionError) as error:
        cause = "too much inside each other" if isinstance(error, RecursionError) else error
        raise InputError(f"cannot be read: {cause}", where=str(path)) from error
    if gates.baseline is None:
        return gates
    run = path.parent / gates.baseline.run
    return gates.model_copy(update={"baseline": gates.baseline.model_copy(update={"run": run})})


def judge(run: Run, gates: Gates) -> tuple[Gate, ...]:
    """Hold a run against every gate."""
    return tuple(_judged(run, gates))


def verdict(run: Run, gates: tuple[Gate, ...]) -> Verdict:
    """The exit code that a judged run deserves."""
    if not run.results or any(gate.value is None for gate in gates):
        return Verdict.NOT_RUN
    return Verdict.PASSED if all(gate.holds for gate in gates) else Verdict.FELL_SHORT


def _judged(run: Run, gates: Gates) -> Iterator[Gate]:
    failed = len(run.failed) + run.unfinished
    yield Gate("cases without an answer", failed, f"at most {gates.failed}", failed <= gates.failed)
    broken = sum(result.checks.broken_spans for result in run.attempts)
    yield Gate("broken spans", broken, f"at most {gates.broken_spans}", broken <= gates.broken_spans)
    if gates.absent is not None:
        absent = len(run.header.absent)
        yield Gate("cases not here", absent, f"at most {gates.absent}", absent <= gates.absent)
    floors: tuple[tuple[View, dict[str, float]], ...] = (("strict", gates.strict), ("lenient", gates.lenient))
    for view, table in floors:
        for field, floor in table.items():
            f1 = Counts.total(run.documents(field, view)).f1
            yield Gate(f"{view} F1 of {field}", f1, f"at least {floor:g}", f1 is not None and f1 >= floor)
    if gates.baseline is not None:
        yield _against(run, gates.baseline)


def _against(run: Run, baseline: Baseline) -> Gate:
    before = read_run(baseline.run)
    first, second = paired(before, run, baseline.field, baseline.view)
    name = f"{baseline.view} F1 of {baseline.field} less that of {baseline.run.name}"
    if len(first) < len(run.results):
        name += f", over {len(first)} of {len(run.results)} cases"
    bound = f"at least {-baseline.tolerance:g}, or p at least {baseline.p:g}"
    if len(first) < _LEAST_SHARE * len(run.results) or not first:
        return Gate(name, None, bound, holds=False)
    found = compare(first, second)
    return Gate(name, found.value, bound, holds=found.value >= -baseline.tolerance or found.p >= baseline.p)


def paired(first: Run, second: Run, field: str, view: View) -> tuple[list[Counts], list[Counts]]:
    """Counts of the cases that both runs have with the same labels."""
    theirs = {result.id: result for result in second.results}
    both = [(one, theirs[one.id]) for one in first.results if one.id in theirs and theirs[one.id].digest == one.digest]
    return [one.counts[view][field] for one, _ in both], [other.counts[view][field] for _, other in both]
