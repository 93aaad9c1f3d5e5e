"""A run in one row: how good, how sure, how grounded, how expensive."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from summarize.evaluation.runs import Run
from summarize.evaluation.scores import OVERALL
from summarize.evaluation.statistics import Interval, interval
from summarize.evaluation.systems import SHOWN
from summarize.evaluation.tallies import Counts
from summarize.record import Usage


@dataclass(frozen=True)
class Summary:
    """A run in one row; scores are strict micro-F1, what it took is an average over cases.

    Attributes:
        cases: Cases with a result.
        failed: Those without an answer, which score as empty.
        unfinished: Chosen cases that were not reached.
        f1: Overall score; None when there was nothing to score.
        interval: 95 % bootstrap interval of it over cases.
        fields: Score of each of `SHOWN`.
        ungrounded: Broken quotations and other fields that the article does not bear out, for each quotation; None
            where nothing was quoted.
        seconds: Seconds a case.
        prompt_tokens: Tokens read a case, those included that the server still had.
        cached_tokens: Tokens a case that the server still had.
        completion_tokens: Tokens written a case.
        calls: Requests a case.
        digest: First 16 hexadecimal digits of the SHA-256 of the run file.
    """

    cases: int
    failed: int
    unfinished: int
    f1: float | None
    interval: Interval | None
    fields: dict[str, float | None]
    ungrounded: float | None
    seconds: float
    prompt_tokens: float
    cached_tokens: float
    completion_tokens: float
    calls: float
    digest: str

    @property
    def tokens(self) -> float:
        """Tokens a case that had to be read or written."""
        return self.prompt_tokens - self.cached_tokens + self.completion_tokens


def summed(run: Run) -> Summary:
    """A run in one row.

    Raises:
        SettingsError: numpy or scipy is not installed.
    """
    checks = [result.checks for result in run.results]
    spans = sum(one.spans for one in checks)
    used = sum((result.usage for result in run.results), Usage())
    number = max(1, len(run.results))
    return Summary(
        cases=len(run.results),
        failed=len(run.failed),
        unfinished=run.unfinished,
        f1=Counts.total(run.documents(OVERALL)).f1,
        interval=interval(run.documents(OVERALL)),
        fields={field: Counts.total(run.documents(field)).f1 for field in SHOWN},
        ungrounded=sum(one.ungrounded for one in checks) / spans if spans else None,
        seconds=used.seconds / number,
        prompt_tokens=used.prompt_tokens / number,
        cached_tokens=used.cached_tokens / number,
        completion_tokens=used.completion_tokens / number,
        calls=used.calls / number,
        digest=hashlib.sha256(run.path.read_bytes()).hexdigest()[:16],
    )
