"""What came of MUC-4, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evals.benchmarks.answers import Answered
from evals.benchmarks.heading import failures, heading
from evals.benchmarks.muc4.mapping import incidents
from evals.benchmarks.muc4.scoring import SLOTS, Scored, score
from evals.benchmarks.muc4.templates import Message
from evals.benchmarks.shares import Share
from summarize.article import Article
from summarize.evaluation.baselines import BASELINES, PREFIX
from summarize.evaluation.markdown import cell, extent, share
from summarize.evaluation.tallies import Counts
from summarize.record import EventSummary

_TOLD = """\
Found is what MUC-4 asked for: the type, at least in part, and somebody or something of the incident in common. "Or
quoted" adds events whose quotation holds the words of a filler: enough to look the incident up, and easily had by
quoting much. `optional` counts incidents that need not be found and were. Events a document are no measure of
precision, and there is none: the key leaves out clashes between combatants, rumours and what is told in general on
purpose, so an event that is not in it may be right."""
_SLOTS_TOLD = """\
Slots of the incidents that were found or quoted. Accuracy is the share of what the key expects that is right,
precision the share of what was filled in; `wrong` is a value in the place of another one."""


def report(answered: Answered, messages: Sequence[Message], articles: Mapping[str, Article]) -> str:
    """Incidents found by the system and the baselines, the slots of what the system found, and what is missing."""
    scored = _scored(messages, (answered.record(message.name) for message in messages))
    blocks = [
        heading(answered, [message.name for message in messages]),
        "\n".join([*_incidents({answered.header.model: scored} | _baselines(messages, articles)), "", _TOLD]),
        "\n".join([_SLOTS_TOLD, "", *_slots(scored)]),
        *failures(answered, [message.name for message in messages]),
    ]
    return "\n\n".join(blocks) + "\n"


def _scored(messages: Sequence[Message], records: Iterable[EventSummary | None]) -> list[Scored]:
    return [
        score(incidents(record) if record else (), message.incidents)
        for message, record in zip(messages, records, strict=True)
    ]


def _baselines(messages: Sequence[Message], articles: Mapping[str, Article]) -> dict[str, list[Scored]]:
    return {
        f"{PREFIX}{name}": _scored(messages, (predict(articles[message.name]) for message in messages))
        for name, predict in BASELINES.items()
    }


def _incidents(systems: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    yield "| system | found | recall | 95 % | or quoted | recall | 95 % | with its type | 95 % | optional | events |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for name, documents in systems.items():
        named = Share.over([one.found(lambda matched: matched.named) for one in documents])
        quoted = Share.over([one.found() for one in documents])
        typed = Share.over([one.found(lambda matched: matched.typed) for one in documents])
        kind = f"{share(typed.value)} | {extent(typed.interval)}"
        events = sum(one.events for one in documents) / len(documents)
        optional = sum(one.optional for one in documents)
        yield f"| {cell(name)} | {named.cells()} | {quoted.cells()} | {kind} | {optional} | {events:.1f} |"


def _slots(documents: Sequence[Scored]) -> Iterator[str]:
    yield "| slot | right | accuracy | 95 % | lenient | precision | 95 % | wrong | missing | spurious |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for slot in SLOTS:
        counts = [one.slot(slot) for one in documents]
        accuracy = Share.over([(one.correct, one.expected) for one in counts])
        precision = Share.over([(one.correct, one.predicted) for one in counts])
        lenient = Counts.total(one.slot(slot, lenient=True) for one in documents).recall
        total = Counts.total(counts)
        shares = f"{accuracy.cells()} | {share(lenient)} | {share(precision.value)} | {extent(precision.interval)}"
        yield f"| {slot} | {shares} | {total.wrong} | {total.missing} | {total.spurious} |"
