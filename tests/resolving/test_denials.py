"""Denials that point back at what somebody else said."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.reading import read_article
from summarize.record import Stance
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
    "Rebels said they had taken Bara. The army disputed that notion, saying that it was there.",
    "Rebels said they had taken Bara. The army rejected that claim on Friday.",
    "Rebels blamed the army for what was taken. The army denied responsibility.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_of_what_was_said_is_a_denial_of_what_happened(text: str) -> None:
    assert [("Rebels", "asserts"), ("The army", "denies")] == stances(text, "taken")


@pytest.mark.parametrize(
    "denial", ["The army denied that account holders had fled.", "The army denied that the notion was new."]
)
def test_that_in_front_of_a_clause_points_back_at_nothing(denial: str) -> None:
    assert [("Rebels", "asserts")] == stances(f"Rebels said they had taken Bara. {denial}", "taken")


NOT_THEIR_DEED = [
    "Two men died. The army denied responsibility for the raid on the market.",
    "Two men died. The army denied that its planes were behind the raid.",
    "Two men died. The army said it was not responsible for the raid.",
    "Two men died. The army said it had nothing to do with the raid.",
    "Two men died. The army said its men had no part in the raid.",
]


@pytest.mark.parametrize("text", NOT_THEIR_DEED)
def test_whose_deed_it_was_not_is_denied_and_not_the_deed(text: str) -> None:
    assert [] == stances(text, "raid")
    (speech,) = ArticleContext(read_article(text, dateline=date(2025, 5, 14))).speeches
    assert Stance.DENIES is speech.source.stance
    ((start, end),) = speech.attribution.content
    assert text[start:end].endswith(("for", "behind", "with", "in"))


def test_who_says_that_it_was_not_their_deed_denies_who_said_that_it_was() -> None:
    text = "Rebels said the army had shelled Bara. The army said it was not behind the shelling."
    assert [("Rebels", "asserts"), ("The army", "denies")] == stances(text, "shelled Bara")


DENIED_ITSELF = [
    "Two men died. The army denied the raid on the market.",
    "Two men died. The army denied that a raid took place.",
    "Two men died. The army denied carrying out the raid.",
]


@pytest.mark.parametrize("text", DENIED_ITSELF)
def test_a_denial_of_the_deed_is_one(text: str) -> None:
    assert [("The army", "denies")] == stances(text, "raid")


UNANSWERED = [
    "Rebels said they had taken Bara. The army denied shelling the town.",
    "Rebels said they had taken Bara. Night fell. The army denied it.",
    "Rebels said they had taken Bara. Rebels denied it.",
    "Rebels said they had taken Bara. The army rejected the report that it had fled.",
    "Rebels said they had taken Bara. The army said it was ready.",
    "Rebels said they had taken Bara. The mayor said he was not behind bars.",
    "Rebels said they had taken Bara. The army said traders had nothing to do with the trouble.",
]


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_denial_of_something_else_leaves_what_was_said_alone(text: str) -> None:
    assert [("Rebels", "asserts")] == stances(text, "taken")


def test_a_denial_without_a_claim_before_it_denies_nobodys() -> None:
    assert [] == stances("Shells fell on Bara. The army denied it.", "Shells")
