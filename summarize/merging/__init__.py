"""Repeats become one event, confirmations find theirs, and one event is what the article is about."""

from summarize.merging.events import main_event, merge

__all__ = ["main_event", "merge"]
