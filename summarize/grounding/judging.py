"""Judging a quotation: found, and fair to what stands around it."""

from __future__ import annotations

from summarize.grounding.cuts import cuts
from summarize.grounding.locate import locate
from summarize.grounding.match import Match, MatchStatus
from summarize.grounding.source import SourceText

_OCCURRENCES = 8
_LONG = 2_000


def verify_quote(
    quote: str, source: str | SourceText, *, within: tuple[int, int] | None = None, strict: bool = False
) -> Match:
    """Find a quotation and refuse it when it was cut so that it says something else.

    `locate` answers where words stand; this answers whether they may be shown as what the source says. A quotation that
    leaves behind the negation or denial of its own clause, or part of a number, is near and not support. One that
    leaves behind a hedge or a modal is support, and `reason` names what it leaves behind. Of several occurrences the
    first fair one counts.

    Args:
        quote: The words to look for.
        source: The text, or the text prepared once for many quotations.
        within: Offsets of the text that the match may not leave, half-open.
        strict: Whether a hedge, modal or negation of a noun phrase left behind makes it near as well.
    """
    prepared = source if isinstance(source, SourceText) else SourceText(source)
    refused: Match | None = None
    for nth in range(_OCCURRENCES if len(quote) < _LONG else 1):
        match = locate(quote, prepared, within=within, nth=nth)
        if not match.supported:
            return refused or match
        judged = _judged(match, prepared, strict=strict)
        if judged.supported:
            return judged
        refused = refused or judged
    return refused or match


def _judged(match: Match, source: SourceText, *, strict: bool) -> Match:
    if match.start is None or match.end is None:
        return match
    for cut in cuts(source, match.start, match.end)[:1]:
        left = f'leaves behind "{cut.words}": {cut.why}'
        if cut.turns or strict:
            return match._replace(status=MatchStatus.NEAR, reason=left)
        return match._replace(reason="; ".join(filter(None, (match.reason, left))))
    return match
