"""Behaviour without labels: change an article in a way whose effect is known, and look whether the record follows.

Metamorphic testing (Chen et al. 1998; for language models as invariance and directional expectation tests, Ribeiro
et al. 2020, CheckList). It needs no labels, so it can be run on any article.
"""

from summarize.evaluation.behaviour.relations import RELATIONS, Relation
from summarize.evaluation.behaviour.running import Finding, Judged, behave, behaviour_report

__all__ = ["RELATIONS", "Finding", "Judged", "Relation", "behave", "behaviour_report"]
