"""Comparators: how alike a predicted and an expected value are, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from summarize.evaluation.edtf import Bounds, within
from summarize.evaluation.naming import Name, akin, same
from summarize.record import Role


class Grade(IntEnum):
    """How alike two values are."""

    APART = 0
    """They are about different things."""
    WRONG = 1
    """They are about the same thing and do not agree."""
    LENIENT = 2
    """They agree in a wider sense."""
    STRICT = 3
    """They agree."""


Judgement = tuple[Grade, str]
"""A grade with its reason in plain words."""


@dataclass(frozen=True)
class Parted:
    """Somebody with the parts they may play."""

    name: Name
    roles: frozenset[Role]


@dataclass(frozen=True)
class When:
    """Acceptable EDTF strings, and the intervals they stand for."""

    edtf: frozenset[str]
    bounds: tuple[Bounds, ...]


@dataclass(frozen=True)
class Number:
    """The triple of a figure."""

    min: float | None
    max: float | None
    best: float | None


def found(predicted: Any, gold: Any) -> Judgement:
    """An aligned event is an event found."""
    del predicted, gold
    return Grade.STRICT, "aligned"


def choices(predicted: tuple[frozenset[str], frozenset[str]], gold: tuple[frozenset[str], frozenset[str]]) -> Judgement:
    """Closed lists: the value is acceptable; lenient when only its group is."""
    if not predicted[0].isdisjoint(gold[0]):
        return Grade.STRICT, "same"
    reason = f"{_listed(predicted[0])} for {_listed(gold[0])}"
    return (Grade.WRONG if predicted[1].isdisjoint(gold[1]) else Grade.LENIENT), reason


def names(predicted: Name, gold: Name) -> Judgement:
    """Names: written as an acceptable mention; lenient by usual name or most of the words."""
    if same(predicted, gold):
        return Grade.STRICT, "same name"
    if akin(predicted, gold):
        return Grade.LENIENT, f"{_listed(predicted.written)} for {_listed(gold.written)}"
    return Grade.APART, "other names"


def parts(predicted: Parted, gold: Parted) -> Judgement:
    """Pairs of participant and role: both have to be right."""
    grade, reason = names(predicted.name, gold.name)
    if grade is Grade.APART or not predicted.roles.isdisjoint(gold.roles):
        return grade, reason
    return Grade.WRONG, f"{_listed(gold.name.written)} as {_listed(predicted.roles)} for {_listed(gold.roles)}"


def times(predicted: When, gold: When) -> Judgement:
    """Times: the same EDTF; lenient when the predicted interval lies within an acceptable one."""
    if not predicted.edtf.isdisjoint(gold.edtf):
        return Grade.STRICT, "same EDTF"
    reason = f"{_listed(predicted.edtf)} for {_listed(gold.edtf)}"
    inside = any(within(mine, theirs) for mine in predicted.bounds for theirs in gold.bounds)
    return (Grade.LENIENT if inside else Grade.WRONG), reason


def numbers(predicted: Number, gold: Number) -> Judgement:
    """Figures: the same minimum, maximum and best; lenient when only the hedge is coded otherwise."""
    if predicted == gold:
        return Grade.STRICT, "same numbers"
    reason = f"{_triple(predicted)} for {_triple(gold)}"
    return (Grade.LENIENT if _stated(predicted) == _stated(gold) else Grade.WRONG), reason


COMPARATORS: dict[str, Callable[[Any, Any], Judgement]] = {
    "event": found,
    "type": choices,
    "participant": names,
    "role": parts,
    "place": names,
    "time": times,
    "time_basis": choices,
    "modality": choices,
    "status": choices,
    "source": names,
    "figure": numbers,
    "figure_kind": choices,
}
"""The comparator of each field."""


def _stated(number: Number) -> frozenset[float]:
    """The numbers that the words name: a bound repeats the best, or there is none and the bounds stand for it."""
    if number.best is not None:
        return frozenset([number.best])
    return frozenset(bound for bound in (number.min, number.max) if bound is not None)


def _triple(number: Number) -> str:
    return "/".join("–" if value is None else f"{value:g}" for value in (number.min, number.max, number.best))


def _listed(values: frozenset[Any]) -> str:
    return " or ".join(sorted(str(value) for value in values)) or "nothing"
