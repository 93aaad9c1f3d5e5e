"""A conversation as one plain text that a model goes on with, for a server that completes text.

The marks with which a chat template opens and closes every turn are more than what is said in it, when answers are one
word. A model that has seen a dozen worked examples goes on with the bare pattern as well; it reads a third less before
the first answer and half as much for each answer after it (docs/models.md has the figures).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.models.base import Message

_ASKS = " =>"
"""Stands between what is asked and what is answered."""


def transcript(messages: Sequence[Message]) -> str:
    """Write `messages` as instructions, then a line for each question and its answer, and end where one is due."""
    return "".join(_written(message) for message in messages)


def _written(message: Message) -> str:
    if message.role == "system":
        return f"{message.content}\n\n"
    return f"{message.content}{_ASKS}" if message.role == "user" else f" {message.content}\n"
