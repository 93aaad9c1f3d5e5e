"""Krippendorff's alpha: agreement beyond chance, for any number of values a unit.

Written out here because the package that is usually taken, `krippendorff`, is under the GPL, which this project's
licence cannot take in, and NLTK's comes with a toolkit. Checked against the worked examples of Krippendorff (2011),
"Computing Krippendorff's Alpha-Reliability".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Literal

Metric = Literal["nominal", "interval", "ratio"]
"""How far two values are apart: not at all alike, by their difference, by their difference in proportion."""


def alpha(units: Sequence[Sequence[Hashable]], metric: Metric = "nominal") -> float | None:
    """Krippendorff's alpha (2011, section F): 1 less observed over expected disagreement.

    >>> round(alpha([(1, 1), (1, 2), (2, 2), (2, 2)]) or 0, 3)
    0.533

    Args:
        units: For each thing that was coded the values it got; things with a single value say nothing.
        metric: How far two values are apart; numbers for `interval` and `ratio`.

    Returns:
        1 for perfect agreement, 0 for what chance would bring, below 0 for less than that; None where all values are
        the same, so that nothing could have been told apart, or where there is nothing to compare.
    """
    apart = _APART[metric]
    pairable = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in pairable for value in unit)
    n = values.total()
    expected = sum(values[one] * values[other] * apart(one, other) for one in values for other in values)
    if not expected:
        return None
    observed = sum(apart(one, other) / (len(unit) - 1) for unit in pairable for one in unit for other in unit)
    return float(1 - (n - 1) * observed / expected)


def _nominal(one: Any, other: Any) -> float:
    return float(one != other)


def _interval(one: Any, other: Any) -> float:
    return float((one - other) ** 2)


def _ratio(one: Any, other: Any) -> float:
    return float(((one - other) / (one + other)) ** 2) if one or other else 0.0


_APART: dict[str, Callable[[Any, Any], float]] = {"nominal": _nominal, "interval": _interval, "ratio": _ratio}
