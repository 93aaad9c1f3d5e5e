"""From a probability that a model gives to the share of such cases that came out right."""

from __future__ import annotations

import math
from typing import overload

from summarize.prompting import Sigmoid

EDGE = 1e-6
"""Distance from 0 and 1 at which probabilities are no longer told apart."""

DECIMALS = 3
"""More than these would claim what no few hundred labelled sentences can tell."""


@overload
def calibrated(probability: float, sigmoid: Sigmoid) -> float: ...
@overload
def calibrated(probability: float, sigmoid: None) -> None: ...
@overload
def calibrated(probability: float, sigmoid: Sigmoid | None) -> float | None: ...
def calibrated(probability: float, sigmoid: Sigmoid | None) -> float | None:
    """A probability on the scale of what came out right, 0 to 1, to the third decimal; None where there is no map.

    Monotone: of two probabilities the greater one stays the greater, or both become the same.
    """
    if sigmoid is None:
        return None
    odds = sigmoid.slope * log_odds(probability) + sigmoid.offset
    share = 1 / (1 + math.exp(-abs(odds)))
    return round(share if odds >= 0 else 1 - share, DECIMALS)


def log_odds(probability: float) -> float:
    """Natural logarithm of the odds of a probability; those at the edge are taken as `EDGE` away from it."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return math.log(inside / (1 - inside))
