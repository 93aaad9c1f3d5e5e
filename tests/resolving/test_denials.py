"""Denials that point back at what somebody else said."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.reading import read_article
from summarize.resolving.context import ArticleContext


def stances(text: str, words: str) -> list[tuple[str | None, str]]:
    """Who says what of the words."""
    context = ArticleContext(read_article(text, dateline=date(2025, 5, 14)))
    start = text.index(words)
    return [
        (speech.source.chain[0].name, speech.source.stance.value)
        for speech in context.speeches_over(start, start + len(words))
    ]


DENIED = [
    "Rebels said they had taken Bara. The army denied it.",
    "Rebels said they had taken Bara, but The army denied the claim.",
    "Rebels said they had taken Bara. The army dismissed the accusation as propaganda.",
    "Rebels said they had taken Bara. The army rejected the rebels' claim on Friday.",
    "Rebels said they had taken Bara. The army said the report was false.",
    "Rebels blamed the army for what was taken. The army denied responsibility.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_of_what_was_said_is_a_denial_of_what_happened(text: str) -> None:
    assert [("Rebels", "asserts"), ("The army", "denies")] == stances(text, "taken")


UNANSWERED = [
    "Rebels said they had taken Bara. The army denied shelling the town.",
    "Rebels said they had taken Bara. Night fell. The army denied it.",
    "Rebels said they had taken Bara. Rebels denied it.",
    "Rebels said they had taken Bara. The army rejected the report that it had fled.",
    "Rebels said they had taken Bara. The army said it was ready.",
]


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_denial_of_something_else_leaves_what_was_said_alone(text: str) -> None:
    assert [("Rebels", "asserts")] == stances(text, "taken")


def test_a_denial_without_a_claim_before_it_denies_nobodys() -> None:
    assert [] == stances("Shells fell on Bara. The army denied it.", "Shells")
