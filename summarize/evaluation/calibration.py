"""Confidence held against what came out right: reliability bins, expected calibration error, Brier score.

An event is right when it is paired with a labelled one and its type is acceptable, strictly. Participants and places
are looked at in events that are right, for their confidence is that of being right given the event: a participant
with its role, a place with its name, both strictly.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Literal

from summarize.evaluation.extra import require
from summarize.evaluation.runs import Run
from summarize.evaluation.scores import Match
from summarize.evaluation.statistics import CONFIDENCE, Interval, interval_of
from summarize.evaluation.tallies import Outcome
from summarize.record import EventSummary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Kind = Literal["event", "participant", "place"]
"""What has a confidence."""
KINDS: tuple[Kind, ...] = ("event", "participant", "place")
MOST_BINS = 10
LEAST_IN_BIN = 10
"""Items that a bin is to hold; with fewer items there are fewer bins."""
THRESHOLDS = (0.5, 0.7, 0.9)
"""Values of `--min-confidence` whose effect is told."""
_COLUMNS = 3
"""Columns of each bin in a table of sums: items, their confidence, how many are right."""


@dataclass(frozen=True)
class Judged:
    """Something with a confidence, and whether it is right.

    Attributes:
        path: Where it stands in the record.
        confidence: From 0 to 1.
        right: Whether the labels bear it out.
    """

    path: str
    confidence: float
    right: bool


@dataclass(frozen=True)
class Bin:
    """Items of about the same confidence.

    Attributes:
        low, high: Least and greatest confidence among them.
        items: How many there are.
        confidence: Mean confidence.
        right: Share of them that is right.
    """

    low: float
    high: float
    items: int
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """How far confidence and share lie apart."""
        return abs(self.confidence - self.right)

    @property
    def interval(self) -> Interval:
        """95 % interval of the share (Wilson 1927), as if the items were independent."""
        z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
        middle = (self.right + z**2 / (2 * self.items)) / (1 + z**2 / self.items)
        spread = z * math.sqrt(self.right * (1 - self.right) / self.items + (z / (2 * self.items)) ** 2)
        half = spread / (1 + z**2 / self.items)
        return Interval(max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True)
class Kept:
    """What a threshold would keep.

    Attributes:
        least: The threshold.
        items: How many items reach it.
        right: How many of those are right.
    """

    least: float
    items: int
    right: int

    @property
    def precision(self) -> float | None:
        """Share of them that is right; None when nothing is kept."""
        return self.right / self.items if self.items else None


@dataclass(frozen=True)
class Calibration:
    """How far the confidence of one kind of thing can be believed.

    Attributes:
        kind: What it is about.
        items: How many there are.
        right: How many are right.
        confidence: Mean confidence.
        bins: Reliability bins of equal mass, least confidence first.
        ece: Expected calibration error: mean gap of the bins, by their items.
        ece_interval: 95 % bootstrap interval of it over documents, with these bins; drawing anew adds to the gaps, so
            it leans upwards.
        chance: The error that a perfect confidence would be expected to show in bins of these sizes.
        mce: Maximum calibration error: the largest gap.
        brier: Mean squared difference of confidence and outcome.
        brier_interval: 95 % bootstrap interval of it over documents.
        reliability, resolution, uncertainty: Parts of the Brier score of the bins' means, the first less the second
            plus the third.
        kept: What thresholds would keep.
    """

    kind: Kind
    items: int
    right: int
    confidence: float
    bins: tuple[Bin, ...]
    ece: float
    ece_interval: Interval | None
    chance: float
    mce: float
    brier: float
    brier_interval: Interval | None
    reliability: float
    resolution: float
    uncertainty: float
    kept: tuple[Kept, ...]


def calibrations(run: Run) -> tuple[Calibration, ...]:
    """The calibration of each kind of thing that has a confidence in a run; none where nothing has.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    documents = [judged(result.record, result.matches) for result in run.results if result.record is not None]
    by_kind = {kind: [document[kind] for document in documents] for kind in KINDS}
    return tuple(calibration_of(kind, found) for kind, found in by_kind.items() if any(found))


def judged(record: EventSummary, matches: Iterable[Match]) -> dict[Kind, list[Judged]]:
    """What has a confidence in a record, by kind, and whether it is right.

    Args:
        record: The record.
        matches: Its matches with the labels.
    """
    borne_out = {(match.field, match.predicted) for match in matches if match.strict is Outcome.CORRECT}
    found: dict[Kind, list[Judged]] = {kind: [] for kind in KINDS}
    for number, event in enumerate(record.events):
        path = f"events.{number}"
        right = ("type", f"{path}.type") in borne_out
        if event.confidence is not None:
            found["event"].append(Judged(path, event.confidence, right))
        parts: tuple[tuple[Kind, str, str, Sequence[Any]], ...] = (
            ("participant", "role", f"{path}.participants", event.participants),
            ("place", "place", f"{path}.places", event.places),
        )
        for kind, field, place, items in parts if right else ():
            found[kind] += [
                Judged(f"{place}.{at}", item.confidence, (field, f"{place}.{at}") in borne_out)
                for at, item in enumerate(items)
                if item.confidence is not None
            ]
    return found


def calibration_of(kind: Kind, documents: Sequence[Sequence[Judged]]) -> Calibration:
    """How far confidence agrees with what is right.

    The expected calibration error is that of Naeini et al. (2015) and Guo et al. (2017), with bins of equal mass in
    place of equal width (Nguyen and O'Connor 2015). The Brier score (1950) has the parts of Murphy (1973); how items
    differ within a bin is in none of them (Stephenson et al. 2008).

    Args:
        kind: What it is about.
        documents: The items of each document, one of them at least not empty.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    everything = [item for document in documents for item in document]
    bins = bins_of(everything)
    total, right = len(everything), sum(item.right for item in everything)
    base = right / total
    table = _table(documents, bins)
    return Calibration(
        kind=kind,
        items=total,
        right=right,
        confidence=math.fsum(item.confidence for item in everything) / total,
        bins=bins,
        ece=_mean(bins, total, lambda one: one.gap),
        ece_interval=interval_of(table, _ece),
        chance=_mean(bins, total, _chance),
        mce=max(one.gap for one in bins),
        brier=sum((item.confidence - item.right) ** 2 for item in everything) / total,
        brier_interval=interval_of(table, _brier),
        reliability=_mean(bins, total, lambda one: one.gap**2),
        resolution=_mean(bins, total, lambda one: (one.right - base) ** 2),
        uncertainty=base * (1 - base),
        kept=tuple(_kept(least, everything) for least in THRESHOLDS),
    )


def bins_of(items: Sequence[Judged], most: int = MOST_BINS) -> tuple[Bin, ...]:
    """Bins of as equal mass as can be, least confidence first; what is equally confident is in one bin.

    Args:
        items: What is to be put into bins.
        most: How many bins there may be.
    """
    ordered = sorted(items, key=lambda item: item.confidence)
    count = max(1, min(most, len(ordered) // LEAST_IN_BIN))
    ends = {_end(round(number * len(ordered) / count), ordered) for number in range(1, count + 1)}
    return tuple(_bin(ordered[start:end]) for start, end in pairwise((0, *sorted(ends))) if end > start)


def _end(at: int, ordered: Sequence[Judged]) -> int:
    while at < len(ordered) and ordered[at].confidence == ordered[at - 1].confidence:
        at += 1
    return at


def _bin(items: Sequence[Judged]) -> Bin:
    confidences = [item.confidence for item in items]
    return Bin(
        low=confidences[0],
        high=confidences[-1],
        items=len(items),
        confidence=math.fsum(confidences) / len(items),
        right=sum(item.right for item in items) / len(items),
    )


def _mean(bins: Iterable[Bin], total: int, value: Callable[[Bin], float]) -> float:
    return sum(one.items * value(one) for one in bins) / total


def _chance(one: Bin) -> float:
    """Mean absolute deviation of a binomial share, by its normal approximation."""
    return math.sqrt(2 * one.confidence * (1 - one.confidence) / (math.pi * one.items))


def _kept(least: float, items: Iterable[Judged]) -> Kept:
    sure = [item.right for item in items if item.confidence >= least]
    return Kept(least, len(sure), sum(sure))


def _table(documents: Sequence[Sequence[Judged]], bins: Sequence[Bin]) -> Numbers:
    """A row for each document: the sums of each bin, then the squared differences and the number of items."""
    require()
    import numpy as np  # noqa: PLC0415  (the optional part)

    table: Numbers = np.zeros((len(documents), _COLUMNS * len(bins) + 2))
    for row, document in enumerate(documents):
        for item in document:
            number = next(at for at, one in enumerate(bins) if item.confidence <= one.high)
            at = _COLUMNS * number
            table[row, at : at + _COLUMNS] += (1, item.confidence, item.right)
            table[row, -2:] += ((item.confidence - item.right) ** 2, 1)
    return table


def _ece(sums: Numbers) -> Numbers:
    import numpy as np  # noqa: PLC0415

    binned = sums[..., :-2].reshape((*sums.shape[:-1], -1, _COLUMNS))
    gaps: Numbers = np.abs(binned[..., 1] - binned[..., 2]).sum(axis=-1)
    return _over(gaps, sums[..., -1])


def _brier(sums: Numbers) -> Numbers:
    return _over(sums[..., -2], sums[..., -1])


def _over(part: Numbers, whole: Numbers) -> Numbers:
    """A ratio; 0 where documents without any item were drawn only."""
    import numpy as np  # noqa: PLC0415

    ratio: Numbers = np.divide(part, whole, out=np.zeros(whole.shape), where=whole > 0)
    return ratio
