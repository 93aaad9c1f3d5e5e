"""What the page says of one case, whatever has become of its labels since the run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.errors import InputError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.html.cards import Card, cards
from summarize.evaluation.html.marks import Piece, pieces
from summarize.evaluation.html.words import Look, Words, in_labels, in_record
from summarize.evaluation.runs import CaseResult
from summarize.evaluation.scores import OVERALL, VIEWS, CaseScore, Match, View, score
from summarize.evaluation.tallies import Counts
from summarize.record import EventSummary

ABSENT = "Its labels are not in the suite: what was expected is not shown, only what became of it."
OTHER_TEXT = "Its text has changed since the run: what was expected is not shown, only what became of it. Run it again."
RELABELLED = "Its labels have changed since the run: the recorded answer is compared with the labels of now."


@dataclass(frozen=True)
class Sheet:
    """One case of the page.

    Attributes:
        result: What the run says of it.
        notes: Contested calls of its labels.
        warning: What has changed since the run; empty when nothing has.
        counts: Counts by view and field; those of the labels of now, where they have changed.
        errors: Classes of errors, likewise.
        cards: Its events and figures.
        gold: The article, marked by the labels; empty when these are not at hand.
        predicted: The article, marked by the answer; empty when there is none.
    """

    result: CaseResult
    notes: tuple[str, ...]
    warning: str
    counts: Mapping[View, Mapping[str, Counts]]
    errors: Mapping[str, int]
    cards: tuple[Card, ...]
    gold: tuple[Piece, ...] = ()
    predicted: tuple[Piece, ...] = ()

    @property
    def flawless(self) -> bool:
        """Whether there is an answer and nothing in it is wrong."""
        return self.result.error is None and all(card.state in ("correct", "ignored") for card in self.cards)

    @property
    def f1(self) -> dict[View, float | None]:
        """Micro-F1 over all fields, by view."""
        return {view: self.counts[view][OVERALL].f1 for view in VIEWS}


def sheet(result: CaseResult, loaded: LoadedCase | None) -> Sheet:
    """What the page says of a case.

    Args:
        result: What the run says of it.
        loaded: Its labels; None when they are not at hand.

    Raises:
        InputError: The result names labels or parts of the record that are not there.
    """
    if loaded is None:
        return _without_labels(result, ABSENT)
    if result.digest == loaded.digest:
        return _compared(result, loaded, CaseScore(result.id, result.matches, result.errors))
    if result.record and result.record.document.sha256 != hashlib.sha256(loaded.text.encode("utf-8")).hexdigest():
        return _without_labels(result, OTHER_TEXT)
    return _compared(result, loaded, score(loaded, result.record), RELABELLED)


def _without_labels(result: CaseResult, warning: str) -> Sheet:
    shown = _cards(result, result.matches, lambda _: Words("not at hand"))
    return Sheet(result, (), warning, result.counts, result.errors, shown)


def _compared(result: CaseResult, loaded: LoadedCase, found: CaseScore, warning: str = "") -> Sheet:
    shown = _cards(result, found.matches, in_labels(loaded))
    counts = {view: found.table(view) for view in VIEWS}
    gold, predicted = (
        pieces(loaded.text, [mark for card in shown for mark in card.marks(side)]) for side in ("gold", "predicted")
    )
    answered = predicted if result.record else ()
    return Sheet(result, loaded.case.notes, warning, counts, found.errors, shown, gold, answered)


def _cards(result: CaseResult, matches: Sequence[Match], gold: Look) -> tuple[Card, ...]:
    try:
        return cards(matches, gold, _answered(result.record))
    except InputError as error:
        raise InputError(error.message, where=result.id, hint=error.hint) from error


def _answered(record: EventSummary | None) -> Look:
    if record is not None:
        return in_record(record)

    def nothing(path: str) -> Words:
        raise LookupError(path)

    return nothing
