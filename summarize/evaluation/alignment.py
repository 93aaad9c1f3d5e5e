"""One-to-one alignment of predicted and expected items by maximum weight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarize.evaluation.items import Filler, Item
from summarize.evaluation.naming import akin, same

Matrix = Sequence[Sequence[float]]
"""Weights, a row for each predicted and a column for each expected item."""


@dataclass(frozen=True)
class Weights:
    """What makes two events one, as shares of the weight; where neither event has a part, the others fill its place.

    Attributes:
        evidence: Overlap of the words they were read from.
        type: The same type; half of it for the same group.
        participants: Share of participants that the other one has too, whatever their roles.
        places: The same for places.
        floor: Weight below which two events stay unmatched.
    """

    evidence: float = 0.4
    type: float = 0.25
    participants: float = 0.2
    places: float = 0.15
    floor: float = 0.5


WEIGHTS = Weights()
"""With the same evidence, one more thing in common makes a match; without it, type and most of the rest have to."""


@dataclass(frozen=True)
class Pair:
    """Two aligned items, by their numbers."""

    predicted: int
    gold: int
    weight: float


def align(predicted: Sequence[Item], gold: Sequence[Item], weight: Callable[[Item, Item], float]) -> tuple[Pair, ...]:
    """Pair items so that the sum of weights is as large as it can be; pairs of weight 0 stay apart."""
    matrix = [[weight(mine, theirs) for theirs in gold] for mine in predicted]
    return tuple(Pair(row, column, matrix[row][column]) for row, column in assign(matrix))


def assign(weights: Matrix) -> list[tuple[int, int]]:
    """Maximum-weight matching of a bipartite graph; edges of weight 0 or less are no edges.

    Solved as a linear sum assignment (Crouse 2016, as in scipy).
    """
    if not weights or not weights[0]:
        return []
    if len(weights) == 1 or len(weights[0]) == 1:
        return _best_alone(weights)
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    floored = [[max(weight, 0.0) for weight in row] for row in weights]
    rows, columns = linear_sum_assignment(floored, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if floored[row][column] > 0]


def _best_alone(weights: Matrix) -> list[tuple[int, int]]:
    cells = [(weight, -row, -column) for row, line in enumerate(weights) for column, weight in enumerate(line)]
    weight, row, column = max(cells)
    return [(-row, -column)] if weight > 0 else []


def event_weight(weights: Weights = WEIGHTS) -> Callable[[Item, Item], float]:
    """How much speaks for two events being one, from 0 to 1; 0 below the floor."""
    likeness = _Likeness()

    def weigh(predicted: Item, gold: Item) -> float:
        sure = weights.evidence * overlap(predicted.spans, gold.spans) + weights.type * _type_share(predicted, gold)
        whole = weights.evidence + weights.type
        open_still = weights.places + weights.participants
        for part, mine, theirs in (
            (weights.places, predicted.places, gold.places),
            (weights.participants, predicted.participants, gold.participants),
        ):
            if sure + open_still < weights.floor:  # what is not compared yet can no longer make a match
                return 0.0
            share = _common(mine, theirs, likeness)
            if share is not None:
                sure += part * share
                whole += part
                open_still -= part
        total = round(sure / whole, 9)
        return total if total >= weights.floor else 0.0

    return weigh


def overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """Overlap coefficient of two sets of characters: the common ones by those of the smaller set (Szymkiewicz-Simpson).

    A quotation inside a predicted sentence overlaps with it wholly.
    """
    mine, theirs = _disjoint(one), _disjoint(other)
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in mine for b in theirs)
    return common / min(_length(mine), _length(theirs)) if common else 0.0


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _disjoint(spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The same characters as ranges that do not overlap."""
    if len(spans) == 1:
        return spans
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _type_share(predicted: Item, gold: Item) -> float:
    mine, theirs = predicted.fields["type"][0].value, gold.fields["type"][0].value
    if not mine[0].isdisjoint(theirs[0]):
        return 1.0
    return 0.0 if mine[1].isdisjoint(theirs[1]) else 0.5


def _common(mine: Sequence[Filler], theirs: Sequence[Filler], likeness: _Likeness) -> float | None:
    """Share of distinct names on both sides that have a counterpart; None when neither side names anything.

    What is marked as optional counts when it is there and is not missed when it is not.
    """
    if not mine or not theirs:
        return None if all(filler.optional for filler in (*mine, *theirs)) else 0.0
    alike = [[likeness.of(one, other) for other in theirs] for one in mine]
    found = _counted([max(line) for line in alike], mine)
    covered = _counted([max(column) for column in zip(*alike, strict=True)], theirs)
    everything = len(found) + len(covered)
    return (sum(found) + sum(covered)) / everything if everything else None


def _counted(values: Sequence[float], fillers: Sequence[Filler]) -> list[float]:
    return [value for value, filler in zip(values, fillers, strict=True) if value or not filler.optional]


class _Likeness:
    """How alike two names are; the names of one article are compared again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], float] = {}

    def of(self, one: Filler, other: Filler) -> float:
        """1 for the same name, 0.75 for one that can stand for it, else 0."""
        pair = (one.key, other.key)
        found = self._known.get(pair)
        if found is None:
            found = 1.0 if same(one.value, other.value) else 0.75 if akin(one.value, other.value) else 0.0
            self._known[pair] = found
        return found
