"""How a run over articles went, and the exit code that says so."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.cli.exits import Exit
from summarize.grounding import grounding_share
from summarize.record import EventSummary
from summarize.settings import Settings


@dataclass
class Tally:
    """Numbers of a run.

    Attributes:
        done: Articles that were summarised.
        failed: Articles that were not.
        losses: Losses in all records.
        least_grounded: Smallest share of a record's quotations that stand in its article.
    """

    done: int = 0
    failed: int = 0
    losses: int = 0
    least_grounded: float = 1.0

    def add(self, summary: EventSummary) -> None:
        """Count a summary."""
        self.done += 1
        self.losses += len(summary.losses)
        self.least_grounded = min(self.least_grounded, grounding_share(summary))

    def shortfalls(self, settings: Settings) -> list[str]:
        """What was asked of the records and not met, in words."""
        found = []
        if settings.fail_on_loss and self.losses:
            found.append(f"{self.losses} losses, and --fail-on-loss allows none")
        if self.least_grounded < (settings.min_grounding or 0):
            share = f"{self.least_grounded:.0%} of a record's quotations stand in its article"
            found.append(f"{share}, and --min-grounding asks for {settings.min_grounding:.0%}")
        return found

    def exit_code(self, settings: Settings) -> Exit:
        """What the run comes to, by what was asked of it."""
        if self.failed:
            return Exit.SOME_FAILED if self.done else Exit.FAILED
        return Exit.LOSS if self.shortfalls(settings) else Exit.OK
