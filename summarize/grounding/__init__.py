"""Proof that words are the article's: finding quotations, judging them, checking a record field by field."""

from summarize.grounding.contents import spans_of
from summarize.grounding.fields import FieldProblem, check_record, grounding_share
from summarize.grounding.judging import verify_quote
from summarize.grounding.locate import locate
from summarize.grounding.match import Match, MatchStatus
from summarize.grounding.source import SourceText

__all__ = [
    "FieldProblem",
    "Match",
    "MatchStatus",
    "SourceText",
    "check_record",
    "grounding_share",
    "locate",
    "spans_of",
    "verify_quote",
]
