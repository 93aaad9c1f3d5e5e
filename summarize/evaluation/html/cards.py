"""What became of each event and figure of a case: expected and predicted values beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.errors import InputError
from summarize.evaluation.html.marks import Mark, State
from summarize.evaluation.html.words import Look, Words, base, item
from summarize.evaluation.items import FIELDS
from summarize.evaluation.scores import Match, error_class
from summarize.evaluation.tallies import Outcome

HEADS = ("event", "figure")
"""Fields whose match says which items were aligned."""
_ROW_OF = {"role": "participant", "time_basis": "time", "figure_kind": "figure"}
_FINE = (Outcome.CORRECT, Outcome.IGNORED)


@dataclass(frozen=True)
class Verdict:
    """What became of a value, and why.

    Attributes:
        field: The field that says so; empty where all that tell of the value agree.
        strict, lenient: Outcome in either view.
        reason: Why, in plain words.
    """

    field: str
    strict: Outcome
    lenient: Outcome
    reason: str


@dataclass(frozen=True)
class Row:
    """A value that was expected, predicted, or both, with the verdict on each field that tells of it.

    Attributes:
        name: Name of the row.
        gold: What was expected.
        predicted: What was predicted.
        matches: The verdicts; a participant has one on the name and one on name and role.
    """

    name: str
    gold: Words | None
    predicted: Words | None
    matches: tuple[Match, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Fields that tell of the value."""
        return tuple(match.field for match in self.matches)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Those that are not right in the strict view."""
        return tuple(match.field for match in self.matches if match.strict not in _FINE)

    @property
    def wrong_leniently(self) -> tuple[str, ...]:
        """Those that are not right in the lenient view either."""
        return tuple(match.field for match in self.matches if match.lenient not in _FINE)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict where all fields agree, else one for each of them."""
        if len({(match.strict, match.lenient) for match in self.matches}) > 1:
            return tuple(Verdict(match.field, match.strict, match.lenient, match.reason) for match in self.matches)
        first = self.matches[0]
        reason = "; ".join(dict.fromkeys(match.reason for match in self.matches))
        return (Verdict("", first.strict, first.lenient, reason),)

    @property
    def errors(self) -> tuple[str, ...]:
        """Classes of the errors in it; a run file of version 0.1.0 leaves them to be derived."""
        found = (match.error or error_class(match) for match in self.matches)
        return tuple(dict.fromkeys(error for error in found if error))


@dataclass(frozen=True)
class Card:
    """An event or a figure, expected, predicted, or both.

    Attributes:
        number: Number among those of the case, from 1, in the order of the article.
        head: The row that says whether it was found; an event's holds the evidence.
        rows: Its values; those of a figure are its head.
    """

    number: int
    head: Row
    rows: tuple[Row, ...]

    @property
    def figure(self) -> bool:
        """Whether it is a figure."""
        return self.head.name == "figure"

    @property
    def title(self) -> str:
        """Its type, or the words of the figure; both types where they differ."""
        told = self.head if self.figure else next((row for row in self.rows if row.name == "type"), self.head)
        names = [words.text for words in (told.gold, told.predicted) if words]
        if self.figure or not told.wrong:
            return names[0]
        return " → ".join(names)

    @cached_property
    def state(self) -> State:
        """What became of it with all it holds, in the strict view."""
        if self.head.gold and self.head.predicted:
            return "wrong" if any(row.wrong for row in (self.head, *self.rows)) else "correct"
        if self.head.predicted:
            return "spurious"
        return "missing" if self.head.wrong else "ignored"

    @property
    def weight(self) -> float | None:
        """Weight of the alignment, from 0 to 1; None when there is none."""
        return (
            self.head.matches[0].score if self.head.name == "event" and self.head.gold and self.head.predicted else None
        )

    @property
    def errors(self) -> tuple[str, ...]:
        """Classes of the errors in it."""
        return tuple(dict.fromkeys(error for row in (self.head, *self.rows) for error in row.errors))

    def marks(self, side: str) -> Iterator[Mark]:
        """Where the labels (`gold`) or the answer (`predicted`) say that the article tells of it."""
        for row in (self.head, *self.rows):
            words: Words | None = getattr(row, side)
            state = self.state if row is self.head else None
            yield from (Mark(start, end, self.number, state) for start, end in (words.spans if words else ()))


def cards(matches: Sequence[Match], gold: Look, predicted: Look) -> tuple[Card, ...]:
    """Gather the matches of a case by event and figure, events first, in the order of the article.

    Args:
        matches: What became of every filler.
        gold: Words for the paths of labels.
        predicted: Words for the paths of the record.

    Raises:
        InputError: A match names what is not there.
    """
    try:
        gathered = [_rows(group, gold, predicted) for group in _groups(matches)]
    except (LookupError, ValueError) as error:
        raise InputError(f"a match names what is not there: {error}", hint="run the case again") from error
    gathered.sort(key=lambda rows: _place(rows[0]))
    return tuple(
        Card(number, rows[0], tuple(rows if rows[0].name == "figure" else rows[1:]))
        for number, rows in enumerate(gathered, 1)
    )


def _groups(matches: Sequence[Match]) -> Iterable[list[Match]]:
    """The matches of each event and figure, that of the head first."""
    heads = [match for match in matches if match.field in HEADS]
    groups = {path: [match] for match in heads for path in _items(match)[:1]}
    aligned = {path: groups[_items(match)[0]] for match in heads for path in _items(match)}
    for match in sorted(matches, key=_order):
        if match.field not in HEADS:
            aligned[_items(match)[0]].append(match)
    return groups.values()


def _order(match: Match) -> tuple[int, bool, list[tuple[int, str]]]:
    """By field; what was expected before what was not; as the file or the record lists them."""
    parts = (match.gold or match.predicted or "").split(".")
    numbered = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    return FIELDS.index(match.field), match.gold is None, numbered


def _items(match: Match) -> list[str]:
    """Labelled and predicted item of a match; paths of the two are told apart."""
    return [
        *([f"gold {item(match.gold)}"] if match.gold else []),
        *([f"predicted {item(match.predicted)}"] if match.predicted else []),
    ]


def _rows(group: Sequence[Match], gold: Look, predicted: Look) -> list[Row]:
    values: dict[tuple[str, str, str], list[Match]] = {}
    for match in group:
        name = _ROW_OF.get(match.field, match.field)
        values.setdefault((name, base(match.gold or ""), base(match.predicted or "")), []).append(match)
    return [
        Row(name, gold(label) if label else None, predicted(answer) if answer else None, tuple(told))
        for (name, label, answer), told in values.items()
    ]


def _place(head: Row) -> tuple[bool, float]:
    spans = [span for words in (head.gold, head.predicted) if words for span in words.spans]
    return head.name == "figure", min((start for start, _ in spans), default=float("inf"))
