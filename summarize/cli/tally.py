"""How a run over articles went, and the exit code that says so."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.cli.exits import Exit
from summarize.draft import UNANSWERED, UNUSABLE
from summarize.errors import SummarizeError
from summarize.grounding import grounding_share
from summarize.pipeline import WHOLE_ARTICLE
from summarize.record import EventSummary, LossKind
from summarize.settings import Settings

_ADVICE = "check the model and its server, or give it more time with --timeout"


def is_unread(summary: EventSummary) -> bool:
    """Whether the record is that of an article about which no question was answered."""
    return any(loss.kind is LossKind.UNREACHED and loss.where == WHOLE_ARTICLE for loss in summary.losses)


def unanswered(summary: EventSummary) -> SummarizeError | None:
    """What of an article was not read, for the person who waits for it."""
    losses = [loss for loss in summary.losses if loss.kind in UNANSWERED and loss.where != WHOLE_ARTICLE]
    where = summary.document.origin or summary.document.id
    if is_unread(summary):
        reasons = [loss.reason for loss in summary.losses if loss.kind in UNUSABLE and loss.where != WHOLE_ARTICLE]
        cause = reasons[0] if reasons else "no reason is known"
        return SummarizeError(f"the model gave no answer that can be used: {cause}", where=where, hint=_ADVICE)
    if not losses:
        return None
    count = f"{len(losses)} question{'s' * (len(losses) > 1)}"
    return SummarizeError(f"{count} got no answer: {losses[0].reason}", where=where, hint="the losses name them")


@dataclass
class Tally:
    """Numbers of a run.

    Attributes:
        done: Articles that were summarised.
        failed: Articles that were not, those included whose record says that the model gave no answer.
        losses: Losses in all records.
        least_grounded: Smallest share of a record's quotations that stand in its article.
    """

    done: int = 0
    failed: int = 0
    losses: int = 0
    least_grounded: float = 1.0

    def add(self, summary: EventSummary) -> None:
        """Count a summary."""
        self.done += not is_unread(summary)
        self.failed += is_unread(summary)
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
