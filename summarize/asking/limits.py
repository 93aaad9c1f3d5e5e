"""Closed lists that every hosted API takes: what would pass a limit is left out, and said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from summarize.draft import Choices
from summarize.models.strict import STRICTEST, size_of
from summarize.record import Loss, LossKind
from summarize.shapes import Answer

Replies = Callable[[Choices], type[Answer] | None]
"""Makes the reply type of some lists."""

_FEW = 200
_SHORT = 3000
"""A question with so few phrases and sentences, of so many characters, is far below every limit."""


def fits(reply: type[Answer] | None) -> bool:
    """Whether every hosted API takes the schema of a reply."""
    return reply is None or not size_of(reply.model_json_schema()).over(STRICTEST)


def fitted(choices: Choices, replies: Replies, where: str, *, sentences: int = 1) -> tuple[Choices, tuple[Loss, ...]]:
    """Lists whose schema every hosted API takes.

    Args:
        choices: The lists.
        replies: Makes their reply type.
        where: Sentence or passage, for messages.
        sentences: How many the lists are of.

    Returns:
        The lists, unless their schema is too large: then the first phrases of each, as many as fit, and a loss that
        says how many could not be offered.
    """
    if few(choices, sentences) or fits(replies(choices)):
        return choices, ()
    longest = max(len(choices.who), len(choices.whom), len(choices.where))
    most = bisect_left(range(1, longest), True, key=lambda number: not fits(replies(_first(choices, number))))
    kept = _first(choices, most)
    phrases, offered = (len({*one.who, *one.whom, *one.where}) for one in (choices, kept))
    reason = f"holds {phrases} phrases, of which the first {offered} were offered: some hosted APIs take no more"
    return kept, (Loss(kind=LossKind.REPAIRED, reason=reason, where=where),)


def few(choices: Choices, sentences: int = 1) -> bool:
    """Whether the lists of so many sentences are so short that they need not be measured."""
    phrases = (*choices.who, *choices.whom, *choices.where)
    return len(phrases) + sentences <= _FEW and sum(map(len, phrases)) <= _SHORT


def _first(choices: Choices, number: int) -> Choices:
    """The first phrases of each list."""
    return replace(choices, who=choices.who[:number], whom=choices.whom[:number], where=choices.where[:number])
