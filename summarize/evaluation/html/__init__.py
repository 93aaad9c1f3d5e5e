"""The HTML report of a run: one file that asks the network for nothing and is of use without its script."""

from summarize.evaluation.html.page import render

__all__ = ["render"]
