"""The ways in which an article can be asked about."""

from __future__ import annotations

from typing import Literal

StrategyName = Literal["article", "sentence", "weighed"]
"""`article`: a passage at a time; `sentence`: a sentence at a time; `weighed`: a sentence at a time, its event type by
the probabilities of the types' names."""

STRATEGIES: tuple[StrategyName, ...] = ("article", "sentence", "weighed")
"""Every strategy."""
