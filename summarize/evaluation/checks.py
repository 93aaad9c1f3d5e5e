"""What can be checked without labels: quotations, summary sentences, losses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from summarize.grounding import check_record, spans_of
from summarize.record import EventSummary


@dataclass(frozen=True)
class Checks:
    """Counts of what holds and what does not.

    Attributes:
        spans: Quotations in the record.
        broken_spans: Those that are not the article's words at their place; there must be none.
        unsupported: Other fields that the article does not bear out, by the rules of `summarize verify`; looked at
            only where no span is broken.
        sentences: Sentences of the summary.
        untied: Those that state no event and no figure.
        losses: How often each kind of loss occurs.
    """

    spans: int = 0
    broken_spans: int = 0
    unsupported: int = 0
    sentences: int = 0
    untied: int = 0
    losses: dict[str, int] = field(default_factory=dict)

    @property
    def ungrounded(self) -> int:
        """What the record says and the article does not: broken spans and fields that are not borne out."""
        return self.broken_spans + self.unsupported


UNGROUNDED: Final = "ungrounded"
"""Class of the errors that can be seen without labels."""


def check(record: EventSummary, text: str) -> Checks:
    """Check a record against its article."""
    spans = [span for _, span in spans_of(record)]
    broken = sum(text[span.start : span.end] != span.text for span in spans)
    return Checks(
        spans=len(spans),
        broken_spans=broken,
        unsupported=0 if broken else len(check_record(record, text)),
        sentences=len(record.summary),
        untied=sum(not sentence.events and not sentence.figures for sentence in record.summary),
        losses=dict(Counter(str(loss.kind) for loss in record.losses)),
    )
