"""Asking: an article becomes questions, questions become a draft.

`plan` is the way in: it cuts the article into questions of the chosen strategy; each question is asked
on its own and answers with a `Draft`, whatever the model did.
"""

from summarize.asking.plan import Question, plan
from summarize.asking.weighed import part_weights_of, weighing, weights_of

__all__ = ["Question", "part_weights_of", "plan", "weighing", "weights_of"]
