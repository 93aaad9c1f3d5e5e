"""Calibration as Markdown: how far the confidence of events, participants and places can be believed."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.evaluation.calibration import Bin, Calibration, Kept, calibrations
from summarize.evaluation.markdown import extent, share
from summarize.evaluation.runs import Run

GIVEN = {"event": "", "participant": " of right events", "place": " of right events"}
"""What a kind of thing is looked at in."""


def reliability(run: Run) -> Iterator[str]:
    """Calibration of a run, kind by kind; nothing where nothing has a confidence."""
    for found in calibrations(run):
        yield "\n".join([summed_up(found), "", *_bins(found), "", *_thresholds(found)])


def summed_up(found: Calibration) -> str:
    """The errors of a confidence in a sentence each."""
    return (
        f"Confidence of {found.items} {found.kind}s{GIVEN[found.kind]}: on average {found.confidence:.3f}, right are "
        f"{share(found.right / found.items)}. Expected calibration error {found.ece:.3f} "
        f"(95 % {extent(found.ece_interval)}; a perfect confidence would show {found.chance:.3f} by chance), "
        f"largest gap {found.mce:.3f}. Brier score {found.brier:.3f} (95 % {extent(found.brier_interval)}): "
        f"reliability {found.reliability:.3f}, resolution {found.resolution:.3f}, uncertainty {found.uncertainty:.3f}."
    )


def _bins(found: Calibration) -> Iterator[str]:
    yield f"| confidence | {found.kind}s | mean | right |"
    yield "|---|---:|---:|---:|"
    yield from map(_bin, found.bins)


def _bin(one: Bin) -> str:
    return f"| {one.low:.3f} to {one.high:.3f} | {one.items} | {share(one.confidence)} | {share(one.right)} |"


def _thresholds(found: Calibration) -> Iterator[str]:
    yield f"| --min-confidence | {found.kind}s kept | right among them | of all that are right |"
    yield "|---:|---:|---:|---:|"
    yield from (_kept(kept, found) for kept in found.kept)


def _kept(kept: Kept, found: Calibration) -> str:
    shares = (kept.precision, kept.right / found.right if found.right else None)
    return f"| {kept.least:g} | {kept.items} | {' | '.join(map(share, shares))} |"
