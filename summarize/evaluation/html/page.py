"""A run and its cases to one HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from summarize.evaluation.calibration import calibrations
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.html.diagram import diagram
from summarize.evaluation.html.marks import STATES
from summarize.evaluation.html.policy import policy
from summarize.evaluation.html.sheets import sheet
from summarize.evaluation.html.words import plain
from summarize.evaluation.items import FIELDS
from summarize.evaluation.runs import Run
from summarize.evaluation.scores import ERRORS, OVERALL
from summarize.evaluation.statistics import Interval, interval
from summarize.evaluation.tallies import Counts

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATES = "template"
_FEW = 10
_NONE = "–"


@dataclass(frozen=True)
class Score:
    """A row of the table of scores.

    Attributes:
        field: A field, or `overall`.
        strict, lenient: Counts over all cases.
        strict_range, lenient_range: 95 % interval of micro-F1 over documents; None where there is none.
    """

    field: str
    strict: Counts
    lenient: Counts
    strict_range: Interval | None
    lenient_range: Interval | None


def render(run: Run, cases: Iterable[LoadedCase]) -> str:
    """The report of a run as one HTML page, which asks the network for nothing.

    Args:
        run: The run.
        cases: Cases of its suite; those that are not in the run are left out, and a case of the run that is not among
            them, or has changed, is shown with a warning.

    Raises:
        InputError: The run names labels or parts of a record that are not there.
        SettingsError: numpy or scipy is not installed.
    """
    labels = {loaded.case.id: loaded for loaded in cases}
    sheets = [sheet(result, labels.get(result.id)) for result in run.results]
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    page = _template().render(
        run=run,
        sheets=sheets,
        scores=list(_scores(run)),
        errors=_errors(run),
        diagrams=[diagram(found) for found in calibrations(run)],
        losses=_losses(run),
        warnings=Counter(one.warning for one in sheets if one.warning),
        tags=sorted({tag for result in run.results for tag in result.tags}),
        splits=sorted({result.split for result in run.results}),
        fields=FIELDS,
        states=STATES,
        few=_FEW,
        style=style,
        script=script,
        policy=policy(style=style, script=script),
    )
    # A lone surrogate, which JSON can hold, is no character that a file could.
    return page.encode("utf-8", "replace").decode("utf-8")


def _scores(run: Run) -> Iterator[Score]:
    for field in (OVERALL, *FIELDS):
        strict, lenient = run.documents(field), run.documents(field, "lenient")
        yield Score(field, Counts.total(strict), Counts.total(lenient), interval(strict), interval(lenient))


def _errors(run: Run) -> list[tuple[str, int]]:
    found: Counter[str] = Counter()
    for result in run.results:
        found.update(result.errors)
    return [(name, found[name]) for name in ERRORS]


def _losses(run: Run) -> list[tuple[str, int]]:
    found: Counter[str] = Counter()
    for result in run.results:
        found.update(result.checks.losses)
    return sorted(found.items())


def _asset(name: str) -> str:
    return (resources.files(__package__) / _TEMPLATES / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader(__package__, _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"plain": plain, "share": _share, "range": _range, "numbers": _numbers}
    return environment.get_template("report.html.jinja")


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _range(found: Interval | None) -> str:
    return _NONE if found is None else f"{found.low:.3f} to {found.high:.3f}"


def _numbers(values: Sequence[int]) -> str:
    return " ".join(map(str, values))
