"""`python -m benchmarks.grounding`: how many supported quotations are kept, how many unsupported ones accepted."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.grounding.cases import ARTICLES, Case, read_cases
from benchmarks.grounding.linearity import print_curve
from benchmarks.grounding.peers import Spans, peer_answers
from summarize.grounding import SourceText, verify_quote


def main() -> int:
    """Print the table; 1 when ours keeps too little or accepts too much."""
    options = _options()
    if options.speed:
        print_curve()
        return 0
    cases = list(read_cases(options.articles))
    answers: dict[str, Spans] = {"Python `in`": _substrings(cases), "summarize verify": _ours(cases)}
    if options.peers:
        answers |= peer_answers(cases, options.environment)
    _print_table(cases, answers)
    _print_classes(cases, answers)
    return _print_faults(cases, answers["summarize verify"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grounding", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="also run langextract and instructor")
    parser.add_argument(
        "--environment",
        type=Path,
        default=Path("build/grounding-peers"),
        help="virtual environment for the peers, built when missing (default: %(default)s)",
    )
    parser.add_argument("--articles", type=Path, default=ARTICLES, help="folder of cases (default: ours)")
    parser.add_argument("--speed", action="store_true", help="print the curve of time against length instead")
    return parser.parse_args()


def _substrings(cases: Sequence[Case]) -> Spans:
    found = ((case, case.text.find(case.quote)) for case in cases)
    return [(start, start + len(case.quote)) if start >= 0 else None for case, start in found]


def _ours(cases: Sequence[Case]) -> Spans:
    sources = {case.text: SourceText(case.text) for case in cases}
    matches = (verify_quote(case.quote, sources[case.text]) for case in cases)
    return [
        (match.start, match.end) if match.supported and match.start is not None and match.end is not None else None
        for match in matches
    ]


def _kept(case: Case, span: tuple[int, int] | None) -> bool:
    """Whether the span is the words meant; marks at the edges do not count."""
    if span is None or case.words is None:
        return False
    marks = " \t\r\n.,;:!?\"'“”‘’«»「」…。，-–—"
    return case.text[slice(*span)].strip(marks) == case.words.strip(marks)


def _print_table(cases: Sequence[Case], answers: dict[str, Spans]) -> None:
    supported = sum(case.supported for case in cases)
    unsupported = len(cases) - supported
    articles = len({case.article for case in cases})
    print(f"{len(cases)} quotations over {articles} articles\n")
    print(f"| aligner | supported kept /{supported} | cut short or elsewhere | unsupported accepted /{unsupported} |")
    print("|---|---|---|---|")
    for name, spans in answers.items():
        pairs = list(zip(cases, spans, strict=True))
        kept = sum(_kept(case, span) for case, span in pairs)
        other = sum(case.supported and span is not None and not _kept(case, span) for case, span in pairs)
        accepted = sum(not case.supported and span is not None for case, span in pairs)
        print(f"| {name} | {kept} | {other} | {accepted} |")


def _print_classes(cases: Sequence[Case], answers: dict[str, Spans]) -> None:
    for supported, title in ((True, "supported, kept"), (False, "unsupported, accepted")):
        total = Counter(case.kind for case in cases if case.supported is supported)
        print(f"\n| {title} | of | {' | '.join(answers)} |\n|---|---|{'---|' * len(answers)}")
        for kind, count in sorted(total.items()):
            counts = [
                sum(
                    _kept(case, span) if supported else span is not None
                    for case, span in zip(cases, spans, strict=True)
                    if case.kind == kind and case.supported is supported
                )
                for spans in answers.values()
            ]
            print(f"| {kind} | {count} | {' | '.join(map(str, counts))} |")


def _print_faults(cases: Sequence[Case], spans: Spans) -> int:
    faults = [
        (case, span)
        for case, span in zip(cases, spans, strict=True)
        if (_kept(case, span) if case.supported else span is None) is False
    ]
    for case, span in faults:
        found = case.text[slice(*span)] if span else None
        print(f"{case.article} {case.kind}: {case.quote!r} -> {found!r}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
