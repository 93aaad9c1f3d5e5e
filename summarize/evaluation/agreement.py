"""Agreement between two labellers: one set of labels scored as an answer against the other, in both directions.

It is the ceiling of every table: what people who follow one manual do not agree on, no system can be measured by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from summarize.errors import InputError
from summarize.evaluation.alignment import align, event_weight
from summarize.evaluation.alpha import alpha
from summarize.evaluation.cases import LoadedCase, Suite, load_folder
from summarize.evaluation.ceiling import Agreed, Ceiling
from summarize.evaluation.items import FIELDS, Item, gold_events, gold_figures
from summarize.evaluation.scores import OVERALL, VIEWS, CaseScore, Items, View, score_items
from summarize.evaluation.statistics import interval
from summarize.evaluation.tallies import Counts
from summarize.evaluation.texts import places_for

_ABOVE = 3
"""Folders above a pass of labelling that may be its suite: evals/passes/first."""
Both = tuple[LoadedCase, LoadedCase]
"""An article as the first and as the second labeller sees it."""


def load_pass(folder: Path, *, data: Sequence[Path] = ()) -> Suite:
    """Load one pass of labelling: a folder of case files, whose texts are looked for in the folders above it too.

    Raises:
        InputError: There is no case, or one of them is wrong.
    """
    homes = (folder, *folder.resolve().parents[:_ABOVE])
    places = dict.fromkeys(place for home in homes for place in places_for(home, data))
    return load_folder(folder, places=tuple(places))


def paired_cases(first: Suite, second: Suite) -> tuple[Both, ...]:
    """The articles that both passes hold, by id.

    Raises:
        InputError: There are none, or one of them has another text in either pass.
    """
    theirs = {loaded.case.id: loaded for loaded in second.cases}
    pairs = tuple((mine, theirs[mine.case.id]) for mine in first.cases if mine.case.id in theirs)
    for mine, other in pairs:
        if mine.text != other.text:
            raise InputError(f"has another text than {mine.path}", where=str(other.path), hint="label the same text")
    if not pairs:
        raise InputError("no case whose text is here is in both sets", hint="both passes name a case by the same id")
    return pairs


def agree(pairs: Sequence[Both], *, first: str = "first", second: str = "second") -> Ceiling:
    """How far two sets of labels agree, field by field, with 95 % bootstrap intervals over articles.

    F1 is that of the counts of both directions together, so it is the same whichever set is called the answer. What
    one of them marks as optional costs nothing where the other leaves it out.

    Args:
        pairs: Articles as both labelled them.
        first: Name of the first set.
        second: Name of the second.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    sides = [(_items(mine), _items(other)) for mine, other in pairs]
    scores = [(score_items("", mine, other), score_items("", other, mine)) for mine, other in sides]
    return Ceiling(
        documents=len(pairs),
        first=first,
        second=second,
        fields={view: {field: _agreed(scores, field, view) for field in (OVERALL, *FIELDS)} for view in VIEWS},
        alpha_type=alpha([kinds for mine, other in sides for kinds in _types(mine.events, other.events)]),
        alpha_events=alpha([(_required(mine), _required(other)) for mine, other in sides], "ratio"),
    )


def _items(loaded: LoadedCase) -> Items:
    return Items(gold_events(loaded), gold_figures(loaded))


def _required(items: Items) -> int:
    return sum(not event.optional for event in items.events)


def _agreed(scores: Iterable[tuple[CaseScore, CaseScore]], field: str, view: View) -> Agreed:
    documents = [there.counts(field, view) + back.counts(field, view) for there, back in scores]
    between = interval(documents)
    ends = (None, None) if between is None else (between.low, between.high)
    return Agreed(f1=Counts.total(documents).f1, low=ends[0], high=ends[1])


def _types(mine: Sequence[Item], theirs: Sequence[Item]) -> Iterable[tuple[str, str]]:
    """Types that two labellers gave to the events that both found; one type where their alternatives meet."""
    for pair in align(mine, theirs, event_weight()):
        one, other = (_kinds(item) for item in (mine[pair.predicted], theirs[pair.gold]))
        common = sorted(one & other)
        yield (common[0], common[0]) if common else (min(one), min(other))


def _kinds(item: Item) -> frozenset[str]:
    kinds: frozenset[str] = item.fields["type"][0].value[0]
    return kinds
