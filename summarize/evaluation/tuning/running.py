"""Every variant on the dev half, then the winner and the default once on the test half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.evaluation.cases import Suite
from summarize.evaluation.statistics import Difference
from summarize.evaluation.tuning.bench import Bench
from summarize.evaluation.tuning.choosing import Standing, difference, standings, winner
from summarize.evaluation.tuning.ledger import Ledger, Look
from summarize.evaluation.tuning.summary import Summary, summed
from summarize.evaluation.tuning.variants import Variant
from summarize.prompting import Prompt


@dataclass(frozen=True)
class Tested:
    """How winner and default did on the test half.

    Attributes:
        cases: How many cases it has.
        default: The default in one row.
        best: The winner in one row; the default's where that won.
        difference: Micro-F1 of the winner less that of the default; None where the default won.
        before: Earlier looks at the half.
        look: This look.
    """

    cases: int
    default: Summary
    best: Summary
    difference: Difference | None
    before: tuple[Look, ...]
    look: Look


@dataclass(frozen=True)
class Tuned:
    """What came of tuning.

    Attributes:
        standings: Every variant on the dev half, the default first.
        best: The winner.
        prompt: What it is asked with, refitted weights included.
        tested: The test half; None where it was left alone.
    """

    standings: tuple[Standing, ...]
    best: Standing
    prompt: Prompt
    tested: Tested | None

    @property
    def default(self) -> Standing:
        """What would be used without tuning."""
        return self.standings[0]

    @property
    def unanswered(self) -> int:
        """Answers in either half that did not come."""
        tested = [self.tested.default, self.tested.best] if self.tested else []
        return sum(one.failed for one in (*(standing.summary for standing in self.standings), *tested))


async def tune(
    bench: Bench, variants: Sequence[Variant], *, sample: int | None = None, dev_only: bool = False
) -> Tuned:
    """Run every variant on the dev half, choose the winner, and run it and the default on the test half.

    Args:
        bench: Where and how; without a deadline.
        variants: What is tried, the default first.
        sample: How many cases of the dev half; None for all.
        dev_only: Leave the test half alone.

    Raises:
        InputError: A half has no case, or a run file is of something else.
        OutputError: The ledger of the test half cannot be written.
        SettingsError: A model is unknown or cannot do what a strategy needs; numpy or scipy is not installed.
    """
    dev = bench.half("dev", sample)
    if not dev_only:
        bench.half("test")  # an hour of answers is not asked for before it is known that there is one
    found = standings({variant: await bench.run(variant, "dev", dev, sample) for variant in variants})
    best = winner(found)
    prompt = await _prompt(bench, best.variant, dev)
    tested = None if dev_only else await _tested(bench, found[0].variant, best.variant, dev)
    return Tuned(found, best, prompt, tested)


async def _tested(bench: Bench, default: Variant, best: Variant, dev: Suite) -> Tested:
    cases = bench.half("test").cases
    variants = tuple(dict.fromkeys([default, best]))
    look = Look.at(cases, (variant.file for variant in variants), bench.folder)
    before = Ledger.of(bench.order.suite).enter(look)
    for line in looked(before, len(cases)):
        bench.tell(line)
    runs = [await bench.run(variant, "test", dev) for variant in variants]
    first, last = runs[0], runs[-1]
    compared = None if last is first else difference(first, last)
    return Tested(len(cases), summed(first), summed(last), compared, before, look)


def looked(before: Sequence[Look], cases: int) -> Iterator[str]:
    """What is to be said of earlier looks at the test half: nothing where there was none."""
    if before:
        times = "once" if len(before) == 1 else f"{len(before)} times"
        when = ", ".join(look.when for look in before)
        yield f"the test half ({cases} cases) was looked at {times} before ({when}): each time it says less"


async def _prompt(bench: Bench, best: Variant, dev: Suite) -> Prompt:
    """What is to be used from now on: refitted weights are those fitted to all of the dev half."""
    if not best.refit:
        return best.prompt
    async with bench.made(best) as summarizer:
        return (await bench.fit(best, summarizer, dev)).prompt
