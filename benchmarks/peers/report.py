"""Quality, tokens and seconds side by side, as Markdown, from kept replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.peers import langextract, ours
from benchmarks.peers.bars import FIELDS_AHEAD, OVERALL_AHEAD, SECONDS_RATIO, WRITTEN_RATIO, Bar, table
from benchmarks.peers.corpus import Corpus
from benchmarks.peers.costs import COSTS, SECONDS, WRITTEN, Estimate, mean, ratio, unreadable
from benchmarks.peers.replies import Answered
from benchmarks.peers.scoring import Kept, muc4_of, run_of
from evals.benchmarks.muc4.scoring import SLOTS, Scored
from evals.benchmarks.muc4.templates import HUMAN, INDIVIDUAL, ORGANISATION, PHYSICAL
from evals.benchmarks.shares import Share
from summarize.evaluation.gates import paired
from summarize.evaluation.items import FIELDS
from summarize.evaluation.markdown import NONE, cell, extent, share
from summarize.evaluation.report import comparison
from summarize.evaluation.runs import Run
from summarize.evaluation.scores import OVERALL
from summarize.evaluation.statistics import Difference, Interval, compare, interval
from summarize.evaluation.tallies import Counts

_SHOWN = ("event", "type", "role", "place", "time", "source", "figure")
_MERGED_SLOTS = tuple(slot for slot in SLOTS if slot not in (INDIVIDUAL, ORGANISATION, PHYSICAL, HUMAN))
"""Every slot once: perpetrators and targets in the rows that do not tell their two slots apart."""


def report(chosen: Corpus, answered: Corpus, kept: Sequence[Kept], runs: Path) -> str:
    """What came of the articles that every system has answered.

    Args:
        chosen: The articles that were chosen.
        answered: Those of them that all systems have answered.
        kept: The systems, in every reading.
        runs: Folder for run files of a suite.
    """
    blocks = [_heading(chosen, answered, kept)]
    if answered.articles:
        blocks += _muc4(answered, kept) if answered.messages else _suite(answered, kept, runs)
        blocks += [_costs(kept), _ratios(kept), *_failures(kept)]
    return "\n\n".join(blocks) + "\n"


def _heading(chosen: Corpus, answered: Corpus, kept: Sequence[Kept]) -> str:
    lines = [
        f"# {chosen.name}: {len(answered.articles)} articles",
        "",
        f"{len(answered.articles)} of {len(chosen.articles)} chosen articles have a reply of every system.",
        "",
    ]
    for one in _systems(kept):
        lines += [
            f"- {one.system}: {asked.version}, {asked.model}, prompt {asked.prompt.digest}; {asked.server}"
            for asked in dict.fromkeys(reply.asked for reply in one.replies.values())
        ]
    return "\n".join(lines)


def _systems(kept: Sequence[Kept]) -> list[Kept]:
    """Each system once; what an answer took does not depend on how it is read."""
    return list({one.system: one for one in kept}.values())


def _suite(corpus: Corpus, kept: Sequence[Kept], folder: Path) -> Iterator[str]:
    runs = {one.label: run_of(one, corpus, folder) for one in kept}
    yield "\n".join(_quality(runs))
    mine = runs.get(ours.NAME)
    if mine is None:
        return
    others = {label: run for label, run in runs.items() if label != ours.NAME}
    yield table([bar for label, run in others.items() for bar in _quality_bars(label, run, mine)] + _cost_bars(kept))
    for label, run in others.items():
        yield f"Ours less {label}:\n\n{comparison(run, mine).rstrip()}"


def _quality(runs: Mapping[str, Run]) -> Iterator[str]:
    yield f"| strict F1 | overall | 95 % | lenient | {' | '.join(_SHOWN)} | answered |"
    yield f"|---|---:|---:|---:|{'---:|' * len(_SHOWN)}---:|"
    for label, run in runs.items():
        strict = run.documents(OVERALL)
        lenient = share(Counts.total(run.documents(OVERALL, "lenient")).f1)
        shares = " | ".join(share(Counts.total(run.documents(field)).f1) for field in _SHOWN)
        there = f"{len(run.results) - len(run.failed)}/{len(run.results)}"
        whole = f"{share(Counts.total(strict).f1)} | {extent(interval(strict))} | {lenient}"
        yield f"| {cell(label)} | {whole} | {shares} | {there} |"
    yield ""
    yield f"| 95 % | {' | '.join(FIELDS)} |"
    yield f"|---|{'---:|' * len(FIELDS)}"
    for label, run in runs.items():
        yield f"| {cell(label)} | {' | '.join(extent(interval(run.documents(field))) for field in FIELDS)} |"


def _quality_bars(label: str, peer: Run, mine: Run) -> Iterator[Bar]:
    yield Bar.ahead(f"{label}: overall F1", _difference(peer, mine, OVERALL), OVERALL_AHEAD)
    for field in FIELDS_AHEAD:
        yield Bar.ahead(f"{label}: {field} F1", _difference(peer, mine, field))


def _difference(peer: Run, mine: Run, field: str) -> Difference:
    return compare(*paired(peer, mine, field, "strict"))


def _cost_bars(kept: Sequence[Kept]) -> list[Bar]:
    by_name = {one.system: one for one in kept}
    if not {ours.NAME, langextract.NAME} <= by_name.keys():
        return []
    mine, theirs = _replies(by_name[ours.NAME]), _replies(by_name[langextract.NAME])
    bars = []
    for cost, most in ((SECONDS, SECONDS_RATIO), (WRITTEN, WRITTEN_RATIO)):
        columns = [[cost.of(reply) for reply in replies] for replies in (mine, theirs)]
        if sum(columns[1]):
            found = ratio(*columns)
            bars.append(Bar(f"langextract: {cost.name}, ratio", found.value, found.interval, most=most))
    return bars


def _muc4(corpus: Corpus, kept: Sequence[Kept]) -> Iterator[str]:
    scored = {one.label: muc4_of(one, corpus) for one in kept}
    yield "\n".join(_incident_rows(scored))
    yield "\n".join(_slot_rows(scored))
    mine = scored.get(ours.NAME)
    if mine is None:
        return
    bars: list[Bar] = []
    for label, documents in scored.items():
        if label != ours.NAME:
            recall = compare(_recalled(documents), _recalled(mine))
            slots = compare(_accurate(documents), _accurate(mine))
            bars += [Bar.ahead(f"{label}: recall of incidents", recall), Bar.ahead(f"{label}: slot accuracy", slots)]
    yield table(bars + _cost_bars(kept))


def _incident_rows(scored: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    yield "| system | found | recall | 95 % | or quoted | recall | 95 % | slots right | accuracy | 95 % | events |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for label, documents in scored.items():
        named = Share.over([one.found(lambda matched: matched.named) for one in documents])
        quoted = Share.over([one.found() for one in documents])
        slots = Share.over([_slots_right(one) for one in documents])
        events = sum(one.events for one in documents)
        cells = " | ".join(_cells(found) for found in (named, quoted, slots))
        yield f"| {cell(label)} | {cells} | {events} |"


def _slot_rows(scored: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    yield f"| accuracy of found incidents | {' | '.join(cell(slot) for slot in _MERGED_SLOTS)} |"
    yield f"|---|{'---:|' * len(_MERGED_SLOTS)}"
    for label, documents in scored.items():
        counts = (Counts.total(one.slot(slot) for one in documents) for slot in _MERGED_SLOTS)
        yield f"| {cell(label)} | {' | '.join(share(one.recall) for one in counts)} |"


def _cells(found: Share) -> str:
    return f"{found.hits}/{found.of} | {share(found.value)} | {extent(found.interval)}"


def _slots_right(scored: Scored) -> tuple[int, int]:
    """How many expected fillers of the incidents that were found are right, and how many are expected."""
    counts = Counts.total(scored.slot(slot) for slot in _MERGED_SLOTS)
    return counts.correct, counts.expected


def _recalled(documents: Sequence[Scored]) -> list[Counts]:
    """Incidents that were found with somebody or something in common, as counts whose F1 is that share."""
    found = (one.found(lambda matched: matched.named) for one in documents)
    return [Counts(correct=hits, wrong=of - hits) for hits, of in found]


def _accurate(documents: Sequence[Scored]) -> list[Counts]:
    """Slots of found incidents, as counts whose F1 is the share that is right."""
    return [Counts(correct=hits, wrong=of - hits) for hits, of in map(_slots_right, documents)]


def _replies(kept: Kept) -> list[Answered]:
    return [kept.replies[name] for name in sorted(kept.replies)]


def _costs(kept: Sequence[Kept]) -> str:
    lines = [
        f"| an article | {' | '.join(f'{cost.name} | 95 %' for cost in COSTS)} |",
        f"|---|{'---:|---:|' * len(COSTS)}",
    ]
    for one in _systems(kept):
        replies = _replies(one)
        found = (mean([cost.of(reply) for reply in replies]) for cost in COSTS)
        lines.append(f"| {one.system} | {' | '.join(_rounded(estimate) for estimate in found)} |")
    lines += ["", "| all articles | failed | answers cut off | answers that cannot be read | calls refused |"]
    lines += ["|---|---:|---:|---:|---:|"]
    for one in _systems(kept):
        replies = _replies(one)
        counts = (
            sum(reply.error is not None for reply in replies),
            sum(reply.cut_off for reply in replies),
            sum(map(unreadable, replies)),
            sum(reply.refused for reply in replies),
        )
        lines.append(f"| {one.system} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines)


def _ratios(kept: Sequence[Kept]) -> str:
    """Ours over each peer, article by article."""
    systems = {one.system: _replies(one) for one in _systems(kept)}
    lines = [
        f"| ours by | {' | '.join(f'{cost.name} | 95 %' for cost in COSTS)} |",
        f"|---|{'---:|---:|' * len(COSTS)}",
    ]
    for name, replies in systems.items():
        if name != ours.NAME and ours.NAME in systems:
            cells = []
            for cost in COSTS:
                columns = [[cost.of(reply) for reply in some] for some in (systems[ours.NAME], replies)]
                found = ratio(*columns) if sum(columns[1]) else None
                cells.append(f"{NONE} | {NONE}" if found is None else f"{found.value:.3f} | {extent(found.interval)}")
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _rounded(found: Estimate) -> str:
    return f"{found.value:.1f} | {_short(found.interval)}"


def _short(found: Interval | None) -> str:
    return NONE if found is None else f"{found.low:.1f} to {found.high:.1f}"


def _failures(kept: Sequence[Kept]) -> Iterator[str]:
    """Answers that failed, which are scored as empty, by what they failed of."""
    told = []
    for one in _systems(kept):
        failed = Counter(reply.error for reply in one.replies.values() if reply.error is not None)
        told += [f"- {one.system}: {error}, {count} articles" for error, count in failed.most_common()]
    if told:
        yield "\n".join(["Failed, scored as empty:", "", *told])
