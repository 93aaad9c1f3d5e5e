"""Seconds and tokens side by side, with intervals over articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.peers import ours
from benchmarks.peers.replies import Answered
from summarize.evaluation.statistics import CONFIDENCE, RESAMPLES, SEED, Interval

Measure = Callable[[Answered], float]
"""What an answer has taken."""


@dataclass(frozen=True)
class Cost:
    """A thing that can be spent.

    Attributes:
        name: Its name in tables.
        of: What one answer took of it.
    """

    name: str
    of: Measure


SECONDS = Cost("seconds", lambda reply: reply.seconds)
WRITTEN = Cost("tokens written", lambda reply: reply.usage.completion_tokens)
READ = Cost("tokens read", lambda reply: reply.usage.prompt_tokens - reply.usage.cached_tokens)
"""Tokens of the requests that the server had not read just before."""
SENT = Cost("tokens sent", lambda reply: reply.usage.prompt_tokens)
CALLS = Cost("calls", lambda reply: reply.usage.calls)
COSTS = (SECONDS, CALLS, SENT, READ, WRITTEN)
"""Every cost, in the order of a report."""


@dataclass(frozen=True)
class Estimate:
    """A number with its interval.

    Attributes:
        value: The number.
        interval: 95 % bootstrap interval over articles; None for fewer than two.
    """

    value: float
    interval: Interval | None


def mean(values: Sequence[float]) -> Estimate:
    """Mean over articles, with the percentile bootstrap interval (Efron and Tibshirani 1993, ch. 13)."""
    return _estimated([(value, 1.0) for value in values])


def ratio(mine: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """Sum of one over the sum of the other on the same articles, which are drawn in pairs.

    Raises:
        ValueError: They are of different length, or nothing was spent on one side.
    """
    return _estimated(list(zip(mine, theirs, strict=True)))


def unreadable(reply: Answered) -> int:
    """Calls of a peer whose answer is no JSON; of our own, which asks for single words too, none are counted."""
    if reply.asked.system == ours.NAME:
        return 0
    return sum(call.completion_tokens > 0 and not _is_json(call.text) for call in reply.calls)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _estimated(pairs: Sequence[tuple[float, float]]) -> Estimate:
    """Ratio of the sums of both columns."""
    import numpy as np  # noqa: PLC0415 - a part of the extra `eval`

    table = np.asarray(pairs, dtype=float).reshape(len(pairs), 2)
    above, below = table.sum(axis=0)
    if not below:
        raise ValueError("nothing was spent on the other side")
    if len(table) < 2:
        return Estimate(float(above / below), None)
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(RESAMPLES, len(table)))
    sums = table[drawn].sum(axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(sums[:, 0] / sums[:, 1], [tail, 1 - tail])
    return Estimate(float(above / below), Interval(float(low), float(high)))
