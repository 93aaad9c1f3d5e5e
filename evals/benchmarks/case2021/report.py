"""What came of CASE 2021, as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from evals.benchmarks.answers import Answered
from evals.benchmarks.case2021.mapping import LABELS
from evals.benchmarks.case2021.scoring import Typed, score
from evals.benchmarks.case2021.snippets import Snippet
from evals.benchmarks.heading import failures, heading
from evals.benchmarks.shares import Share
from summarize.article import Article
from summarize.evaluation.baselines import BASELINES, PREFIX
from summarize.evaluation.markdown import cell
from summarize.record import EventSummary

_BESIDE = ("lead", "keyword")
"""Baselines that differ in types."""
_NOTHING = "no event"
_MEASURES: Mapping[str, Callable[[Typed], bool]] = {
    "type of the main event": lambda one: one.right,
    "its group": lambda one: one.group,
    "type of any event": lambda one: one.among,
}
_TOLD = """\
A snippet has one label, a record all events: the main event is held against it, and any event beside that. Labels
for which the codebook has no type but `other` are in the first rows, and left out of the last."""


def report(answered: Answered, snippets: Sequence[Snippet], articles: Mapping[str, Article]) -> str:
    """Accuracy of the system and the baselines, and what each label was taken for."""
    names = [snippet.name for snippet in snippets]
    mine = _scored(snippets, map(answered.record, names))
    systems = {answered.header.model: mine} | {
        f"{PREFIX}{name}": _scored(snippets, (BASELINES[name](articles[one]) for one in names)) for name in _BESIDE
    }
    blocks = [
        heading(answered, names),
        "\n".join([*_accuracy(systems), "", _TOLD]),
        "\n".join(_confusion(mine)),
        *failures(answered, names),
    ]
    return "\n\n".join(blocks) + "\n"


def _scored(snippets: Sequence[Snippet], records: Iterable[EventSummary | None]) -> list[Typed]:
    return [
        score(snippet.label, LABELS[snippet.label], record) for snippet, record in zip(snippets, records, strict=True)
    ]


def _accuracy(systems: Mapping[str, Sequence[Typed]]) -> Iterator[str]:
    yield "| system | what | right | accuracy | 95 % |"
    yield "|---|---|---:|---:|---:|"
    for name, snippets in systems.items():
        for measure, right in _MEASURES.items():
            yield f"| {cell(name)} | {measure} | {_share(snippets, right).cells()} |"
        typed = [one for one in snippets if one.has_type]
        yield f"| {cell(name)} | type, where the codebook has one | {_share(typed, lambda one: one.right).cells()} |"


def _share(snippets: Sequence[Typed], right: Callable[[Typed], bool]) -> Share:
    return Share.over([(int(right(one)), 1) for one in snippets])


def _confusion(snippets: Sequence[Typed]) -> Iterator[str]:
    """What the main event of each label was, right types in bold."""
    yield "| label | snippets | right | taken for |"
    yield "|---|---:|---:|---|"
    for label, meant in LABELS.items():
        of = [one for one in snippets if one.label == label]
        if of:
            taken = Counter(one.predicted for one in of)
            told = (
                f"{f'**{kind}**' if kind in meant.types else kind or _NOTHING} {count}"
                for kind, count in taken.most_common()
            )
            yield f"| {label} | {len(of)} | {sum(one.right for one in of)} | {', '.join(told)} |"
