"""A conditional logit with a normal prior on each weight: what the strategy `weighed` decides with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Prior:
    """A normal prior on every weight.

    Attributes:
        means: Middle, one a weight.
        spread: Standard deviation, one a weight.
    """

    means: Array
    spread: Array


def fitted_logit(values: Array, accepted: Array, prior: Prior, *, offered: Array | None = None) -> Array:
    """The weights under which the accepted answers are most probable, given the prior (McFadden 1974), by L-BFGS.

    Args:
        values: Choices × answers × weights: what speaks for each answer.
        accepted: Choices × answers: how much an answer counts as right; where several of one choice do, their
            probabilities are added up. Answers that do not count are 0.
        prior: Of the weights.
        offered: Choices × answers: whether an answer could be given; all when left out.
    """
    closed = np.zeros(accepted.shape) if offered is None else np.where(offered, 0.0, -np.inf)
    wrong = np.where(accepted > 0, 0.0, -np.inf)
    shares = accepted.max(axis=1)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = values @ weights + closed
        inside = logsumexp(scores + wrong, axis=1, keepdims=True)
        whole = logsumexp(scores, axis=1, keepdims=True)
        excess = np.exp(scores - whole) - np.exp(scores + wrong - inside)
        away = (weights - prior.means) / prior.spread
        slope = np.einsum("c,ca,caw->w", shares, excess, values)
        return float(shares @ (whole - inside)[:, 0] + away @ away / 2), slope + away / prior.spread

    found: Array = minimize(loss, prior.means, jac=True, method="L-BFGS-B").x
    return found
