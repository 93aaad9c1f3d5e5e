"""Which variant wins on the dev half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.evaluation.gates import paired
from summarize.evaluation.runs import Run
from summarize.evaluation.scores import OVERALL
from summarize.evaluation.statistics import Difference, compare
from summarize.evaluation.tuning.summary import Summary, summed
from summarize.evaluation.tuning.variants import Variant

RULE = (
    "The winner has the highest strict micro-F1 on the dev half. Of variants that are equal to the third decimal it is "
    "the cheaper one, by the tokens that had to be read and written, then the one with fewer worked examples, then the "
    "one named first; the default is named first."
)
"""How the winner is chosen, in words."""

_DECIMALS = 3


@dataclass(frozen=True)
class Standing:
    """How a variant did.

    Attributes:
        variant: The variant.
        run: Its run.
        summary: The run in one row.
        difference: Its micro-F1 less that of the default on the same cases; None for the default itself, and where
            they have no case in common.
    """

    variant: Variant
    run: Run
    summary: Summary
    difference: Difference | None


def standings(runs: Mapping[Variant, Run]) -> tuple[Standing, ...]:
    """How each variant did beside the first one, which is the default."""
    default = next(iter(runs.values()))
    return tuple(
        Standing(variant, run, summed(run), None if run is default else difference(default, run))
        for variant, run in runs.items()
    )


def difference(first: Run, second: Run) -> Difference | None:
    """Micro-F1 of the second run less that of the first, on the cases that both have."""
    pairs = paired(first, second, OVERALL, "strict")
    return compare(*pairs) if pairs[0] else None


def winner(found: Sequence[Standing]) -> Standing:
    """The best variant by `RULE`."""

    def worse(standing: Standing) -> tuple[float, float, int]:
        summary = standing.summary
        return (-round(summary.f1 or 0.0, _DECIMALS), summary.tokens, len(standing.variant.prompt.examples))

    return min(found, key=worse)  # the first one of equals
