"""A conditional logit with a normal prior on each weight: what the strategy `weighed` decides with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.evaluation.extra import require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Prior:
    """A normal prior on every weight.

    Attributes:
        means: Middle, one a weight.
        spread: Standard deviation, one a weight.
    """

    means: Numbers
    spread: Numbers


def fitted_logit(values: Numbers, accepted: Numbers, prior: Prior) -> Numbers:
    """The weights under which the accepted answers are most probable, given the prior (McFadden 1974), by L-BFGS.

    Args:
        values: Choices × answers × weights: what speaks for each answer.
        accepted: Choices × answers: how much it counts that an answer is right, the same for all right ones of a
            choice, whose probabilities are added up; 0 for a wrong one, NaN for one that could not be given.
        prior: Of the weights.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    require()
    import numpy as np  # noqa: PLC0415  (the optional part)
    from scipy.optimize import minimize  # noqa: PLC0415
    from scipy.special import logsumexp  # noqa: PLC0415

    offered = np.where(np.isnan(accepted), -np.inf, 0.0)
    right = np.where(np.nan_to_num(accepted) > 0, 0.0, -np.inf)
    shares = np.nan_to_num(accepted).max(axis=1)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = values @ weights + offered
        whole = logsumexp(scores, axis=1, keepdims=True)
        inside = logsumexp(scores + right, axis=1, keepdims=True)
        excess = np.exp(scores - whole) - np.exp(scores + right - inside)
        away = (weights - prior.means) / prior.spread
        slope = np.einsum("c,ca,caw->w", shares, excess, values)
        return float(shares @ (whole - inside)[:, 0] + away @ away / 2), slope + away / prior.spread

    found: Numbers = minimize(loss, prior.means, jac=True, method="L-BFGS-B").x
    return found
