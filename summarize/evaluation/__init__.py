"""Evaluation: labelled cases, alignment, scores, statistics, runs, gates and reports.

A library, because users bring their own articles and labels; `summarize eval` is its command line. Statistics and
alignment need the extra `eval` (numpy and scipy).
"""

from summarize.evaluation.cases import LoadedCase, Suite, load_case, load_suite
from summarize.evaluation.labels import Case
from summarize.evaluation.scores import CaseScore, score
from summarize.evaluation.tallies import Counts

__all__ = ["Case", "CaseScore", "Counts", "LoadedCase", "Suite", "load_case", "load_suite", "score"]
