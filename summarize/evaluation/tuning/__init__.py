"""Tuning: variants of prompt and settings tried on the dev half, the best one reported on the test half once."""

from summarize.evaluation.tuning.bench import Bench, OutOfTimeError
from summarize.evaluation.tuning.choosing import Standing, standings, winner
from summarize.evaluation.tuning.ledger import Ledger, Look
from summarize.evaluation.tuning.report import tuning_json, tuning_report
from summarize.evaluation.tuning.running import Tested, Tuned, tune
from summarize.evaluation.tuning.summary import Summary, summed
from summarize.evaluation.tuning.variants import Grid, Variant
from summarize.evaluation.tuning.writing import write_winner

__all__ = [
    "Bench",
    "Grid",
    "Ledger",
    "Look",
    "OutOfTimeError",
    "Standing",
    "Summary",
    "Tested",
    "Tuned",
    "Variant",
    "standings",
    "summed",
    "tune",
    "tuning_json",
    "tuning_report",
    "winner",
    "write_winner",
]
