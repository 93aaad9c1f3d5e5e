"""Scores of one case: every field of every aligned event and figure, each match kept with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarize.evaluation.alignment import WEIGHTS, Pair, Weights, align, assign, event_weight, overlap
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.comparing import COMPARATORS, Grade, Judgement
from summarize.evaluation.items import (
    EVENT_FIELDS,
    FIELDS,
    FIGURE_FIELDS,
    Filler,
    Item,
    gold_events,
    gold_figures,
    predicted_events,
    predicted_figures,
)
from summarize.evaluation.tallies import Counts, Outcome
from summarize.record import EventSummary

OVERALL = "overall"
"""Name of the sum over the fields in `SUMMED`."""
SUMMED = ("type", "role", "place", "time", "modality", "status", "source", "figure")
"""Fields whose fillers are added up; the others tell the same fillers in another way."""
ERRORS = (
    "missed",
    "merged",
    "spurious",
    "split",
    "wrong_type",
    "wrong_role",
    "wrong_time",
    "wrong_figure",
)
"""Classes of errors, in the order of a report."""
_WRONG = {"type": "wrong_type", "role": "wrong_role", "time": "wrong_time", "figure": "wrong_figure"}
_HALF = 0.5
_SCORE = {Grade.STRICT: 1.0, Grade.LENIENT: 0.5, Grade.WRONG: 0.0, Grade.APART: 0.0}
View = Literal["strict", "lenient"]
"""How a value has to agree."""
VIEWS: tuple[View, ...] = ("strict", "lenient")


@dataclass(frozen=True)
class Match:
    """What became of one filler.

    Attributes:
        field: Field it belongs to.
        predicted: Its path in the record; None when it is missing.
        gold: Path of the label; None when it is spurious.
        strict, lenient: Outcome in either view.
        score: 1 when it agrees strictly, 0.5 leniently, else 0; for events the weight of the alignment.
        reason: Why, in plain words.
        error: Class of the error, one of `ERRORS`; None where the class is not of interest or nothing is wrong.
    """

    field: str
    predicted: str | None
    gold: str | None
    strict: Outcome
    lenient: Outcome
    score: float
    reason: str
    error: str | None = None


@dataclass(frozen=True)
class CaseScore:
    """What a prediction is worth.

    Attributes:
        case: Id of the case.
        matches: Every filler, predicted or expected.
        errors: How often each class of error occurs.
    """

    case: str
    matches: tuple[Match, ...]
    errors: Mapping[str, int]

    def counts(self, field: str, view: View = "strict") -> Counts:
        """Counts of a field, or of `overall`."""
        fields = SUMMED if field == OVERALL else (field,)
        return Counts.of(getattr(match, view) for match in self.matches if match.field in fields)

    def table(self, view: View = "strict") -> dict[str, Counts]:
        """Counts of every field and overall."""
        outcomes: dict[str, list[Outcome]] = {field: [] for field in FIELDS}
        for match in self.matches:
            outcomes[match.field].append(getattr(match, view))
        table = {field: Counts.of(found) for field, found in outcomes.items()}
        return table | {OVERALL: Counts.total(table[field] for field in SUMMED)}


def score(loaded: LoadedCase, prediction: EventSummary | None, *, weights: Weights = WEIGHTS) -> CaseScore:
    """Score a prediction against the labels of a case.

    Args:
        loaded: The case.
        prediction: The record; None for an article that could not be summarised, which scores as empty.
        weights: What makes a predicted and a labelled event one.
    """
    predicted = Items(predicted_events(prediction), predicted_figures(prediction)) if prediction else Items()
    return score_items(loaded.case.id, predicted, Items(gold_events(loaded), gold_figures(loaded)), weights=weights)


@dataclass(frozen=True)
class Items:
    """The events and figures of one side."""

    events: Sequence[Item] = ()
    figures: Sequence[Item] = ()


def score_items(case: str, predicted: Items, gold: Items, *, weights: Weights = WEIGHTS) -> CaseScore:
    """Score what was predicted, or labelled by somebody else, against what is expected.

    What either side marks as optional counts where both have it and costs nothing where only that side does.

    Args:
        case: Id of the case.
        predicted: One side.
        gold: The other.
        weights: What makes two events one.
    """
    events, figures = _Side(predicted.events, gold.events), _Side(predicted.figures, gold.figures)
    event_pairs = events.align(event_weight(weights))
    found = (
        *_matches(events, event_pairs, EVENT_FIELDS),
        *_matches(figures, figures.align(_figure_weight), FIGURE_FIELDS),
    )
    split, merged = _split(events, event_pairs), _merged(events, event_pairs)
    classed = tuple(_classed(match, error_class(match, split=split, merged=merged)) for match in found)
    errors = Counter(match.error for match in classed)
    return CaseScore(case, classed, {name: errors[name] for name in ERRORS})


@dataclass(frozen=True)
class _Side:
    """Predicted and expected items of one kind; repeats of a prediction are kept apart, they can match nothing."""

    predicted: Sequence[Item]
    gold: Sequence[Item]

    @property
    def distinct(self) -> list[int]:
        seen: dict[str, int] = {}
        for number, item in enumerate(self.predicted):
            seen.setdefault(item.key, number)
        return list(seen.values())

    def align(self, weight: Callable[[Item, Item], float]) -> tuple[Pair, ...]:
        numbers = self.distinct
        pairs = align([self.predicted[number] for number in numbers], self.gold, weight)
        return tuple(Pair(numbers[pair.predicted], pair.gold, pair.weight) for pair in pairs)

    def unmatched(self, pairs: Sequence[Pair]) -> tuple[list[Item], list[Item]]:
        """Predicted and expected items that have no counterpart."""
        taken, found = {pair.predicted for pair in pairs}, {pair.gold for pair in pairs}
        spurious = [item for number, item in enumerate(self.predicted) if number not in taken]
        missed = [item for number, item in enumerate(self.gold) if number not in found]
        return spurious, missed


def _matches(side: _Side, pairs: Sequence[Pair], fields: Sequence[str]) -> Iterable[Match]:
    spurious, missed = side.unmatched(pairs)
    for pair in pairs:
        predicted, gold = side.predicted[pair.predicted], side.gold[pair.gold]
        for field in fields:
            yield from _compare(field, predicted.fields[field], gold.fields[field], pair.weight)
    for item in spurious:
        for field in fields:
            yield from (_spurious(field, filler, optional=item.optional) for filler in item.fields[field])
    for item in missed:
        for field in fields:
            yield from (_missing(field, filler, optional=item.optional) for filler in item.fields[field])


def _compare(field: str, predicted: Sequence[Filler], gold: Sequence[Filler], weight: float) -> Iterable[Match]:
    """Pair the fillers of one field one-to-one: most strict agreements first, then lenient ones."""
    distinct, repeats = _apart(predicted)
    compare = COMPARATORS[field]
    judged = [[compare(mine.value, theirs.value) for theirs in gold] for mine in distinct]
    pairs = _pairs(judged, gold)
    for row, column in pairs:
        yield _paired(field, distinct[row], gold[column], judged[row][column], weight)
    taken, found = {row for row, _ in pairs}, {column for _, column in pairs}
    yield from (_spurious(field, filler) for row, filler in enumerate(distinct) if row not in taken)
    yield from (_spurious(field, filler, "says it again") for filler in repeats)
    yield from (_missing(field, filler) for column, filler in enumerate(gold) if column not in found)


def _apart(fillers: Sequence[Filler]) -> tuple[list[Filler], list[Filler]]:
    """The first of those that say the same, and the others."""
    first: dict[str, Filler] = {}
    repeats = [filler for filler in fillers if first.setdefault(filler.key, filler) is not filler]
    return list(first.values()), repeats


def _pairs(judged: Sequence[Sequence[Judgement]], gold: Sequence[Filler]) -> Sequence[tuple[int, int]]:
    """The best pairs of predicted and expected fillers, by number."""
    if len(judged) == 1 == len(gold):  # nearly all fields hold one value
        return ((0, 0),) if judged[0][0][0] is not Grade.APART else ()
    base = len(judged) + len(gold) + 1
    return assign([[_rank(grade, gold[column], base) for column, (grade, _) in enumerate(row)] for row in judged])


def _rank(grade: Grade, gold: Filler, base: int) -> float:
    """Order of preference: no number of lenient agreements outweighs a strict one; required comes before optional."""
    if grade is Grade.APART:
        return 0.0
    return float(base**grade + (0 if gold.optional else 1) / base)


_DISAGREEING = {
    (False, False): Outcome.WRONG,
    (False, True): Outcome.SPURIOUS,
    (True, False): Outcome.MISSING,
    (True, True): Outcome.IGNORED,
}
"""What becomes of two values that do not agree, by whether the predicted and the expected one are optional."""


def _paired(field: str, predicted: Filler, gold: Filler, judgement: Judgement, weight: float) -> Match:
    grade, reason = judgement
    wrong = _DISAGREEING[predicted.optional, gold.optional]
    strict = Outcome.CORRECT if grade is Grade.STRICT else wrong
    lenient = Outcome.CORRECT if grade >= Grade.LENIENT else wrong
    shown = weight if field == "event" else _SCORE[grade]
    return Match(field, predicted.path, gold.path, strict, lenient, shown, reason)


def _spurious(field: str, filler: Filler, reason: str = "not expected", *, optional: bool = False) -> Match:
    if optional or filler.optional:
        return Match(field, filler.path, None, Outcome.IGNORED, Outcome.IGNORED, 0.0, "optional")
    return Match(field, filler.path, None, Outcome.SPURIOUS, Outcome.SPURIOUS, 0.0, reason)


def _missing(field: str, filler: Filler, *, optional: bool = False) -> Match:
    if optional or filler.optional:
        return Match(field, None, filler.path, Outcome.IGNORED, Outcome.IGNORED, 0.0, "optional")
    return Match(field, None, filler.path, Outcome.MISSING, Outcome.MISSING, 0.0, "not found")


def _figure_weight(predicted: Item, gold: Item) -> float:
    """Figures are one when they stand in the same place."""
    return overlap(predicted.spans, gold.spans)


def _split(side: _Side, pairs: Sequence[Pair]) -> set[str]:
    """Predictions left over that tell an event which another prediction has found."""
    matched = [side.gold[pair.gold] for pair in pairs]
    return {item.path for item in side.unmatched(pairs)[0] if any(_retold(item, other) for other in matched)}


def _merged(side: _Side, pairs: Sequence[Pair]) -> set[str]:
    """Expected events left over that are told by a prediction which stands for another one."""
    matched = [side.predicted[pair.predicted] for pair in pairs]
    missed = (item for item in side.unmatched(pairs)[1] if not item.optional)
    return {item.path for item in missed if any(_retold(item, other) for other in matched)}


def _retold(one: Item, other: Item) -> bool:
    """Whether two events of one type are read from the same words."""
    (kind,), (other_kind,) = one.fields["type"], other.fields["type"]
    return not kind.value[0].isdisjoint(other_kind.value[0]) and overlap(one.spans, other.spans) >= _HALF


def _classed(match: Match, error: str | None) -> Match:
    return match if error is None else replace(match, error=error)


def error_class(match: Match, *, split: Container[str] = (), merged: Container[str] = ()) -> str | None:
    """The class of an error, strictly; None where the class is not of interest or nothing is wrong.

    Each event left over is in one class: `missed` or `merged`, `spurious` or `split`.

    Args:
        match: The filler.
        split: Paths of predicted events that repeat one that was found.
        merged: Paths of expected events that went into another one.
    """
    if match.field == "event" and match.strict is Outcome.MISSING:
        return "merged" if match.gold in merged else "missed"
    if match.field == "event" and match.strict is Outcome.SPURIOUS:
        return "split" if match.predicted in split else "spurious"
    return _WRONG.get(match.field) if match.strict is Outcome.WRONG else None
