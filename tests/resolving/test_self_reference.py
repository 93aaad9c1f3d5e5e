"""Who acts by its own account: "the army said it had taken the port"."""

from __future__ import annotations

import pytest

from summarize import read_article
from summarize.lexicon.cues import find_cues
from summarize.resolving.context import ArticleContext
from summarize.resolving.self_reference import OwnAccount, own_account


def accounts(text: str) -> list[OwnAccount]:
    """Of every word that can announce an event."""
    context = ArticleContext(read_article(text))
    found = [
        own_account(context, context.speeches_over(cue.start, cue.end), (cue.start, cue.end))
        for cue in find_cues(context.article.text)
    ]
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    ("text", "speaker", "pronoun"),
    [
        ("The Syrian army said on Monday it had captured the town of Darin.", "The Syrian army", "it"),
        ("The army says it has taken the town of Darin.", "The army", "it"),
        ("Police said that they had also arrested six men.", "Police", "they"),
        ("Rebels said they had seized the port of Darin.", "Rebels", "they"),
        ('"We shelled an arms depot," the army said.', "the army", "We"),
        ("The army said it carried out a series of air strikes on Darin.", "The army", "it"),
        ("The Turkish military said it launched 12 air strikes on Darin.", "The Turkish military", "it"),
        ("It rained in Darin. The army said it had not shelled the town.", "The army", "it"),
    ],
)
def test_a_force_that_acts_in_what_it_says_is_who_acts(text: str, speaker: str, pronoun: str) -> None:
    assert {(speaker, pronoun)} == {(one.speaker.text, one.pronoun) for one in accounts(text)}


OPEN = {
    "what others do": (
        "The army captured the town of Darin.",
        "The army said rebels had shelled the school.",
        "The army said it feared that rebels had shelled the school.",
        "The army said it was clear that rebels had captured Darin.",
    ),
    "may be somebody else": (
        "A militia entered Darin. The army said it had executed six men.",
        "The rebels fled from the army, which said they had shelled Darin.",
        "The mayor said they had shelled the school.",
        "Rebels said it had captured the town of Darin.",
        "The army said they had captured the town of Darin.",
        '"They have bombed our cities," the rebels said on Monday.',
        'Police said "they shelled the school".',
        '"It has bombed our cities," the army said.',
    ),
    "no force": (
        "A militia left Darin. The UN said it had attacked civilians.",
        "The interior ministry said it killed 12 people.",
        "A police spokesman said he had been shot by gunmen.",
        "Assad said it had been shelled by rebels.",
        "Palestinians said it was bombed by jets.",
        "Reuters reported that it had shelled Darin.",
        "The UN said it was fighting between the army and rebels that forced people to flee.",
        "The government said it would be signed on Friday.",
    ),
    "done to the speaker or by a thing": (
        "Darin fell on Friday. The Syrian army said it had been recaptured by rebels.",
        "The army said it was shelled by rebels in Darin.",
        "The army said it had lost control of the town.",
        "The army said it was shelling by rebels that destroyed the school.",
        "The army said it took the rebels three days to seize Darin.",
        "A bomb went off. Police said it killed 12 people.",
    ),
}
"""Texts in which a pronoun is not, or need not be, who speaks."""


@pytest.mark.parametrize("text", [text for texts in OPEN.values() for text in texts])
def test_what_need_not_be_the_speaker_stays_open(text: str) -> None:
    assert [] == accounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army said it launched raids after gunmen shelled a village.",
        "The army said it launched strikes when rebels shelled Darin.",
        "The army said it conducted searches as rebels seized the bridge.",
    ],
)
def test_a_second_clause_is_not_what_the_first_verb_carries_out(text: str) -> None:
    assert not {"shelled", "seized"} & {
        text[slice(*anchor)] for anchor in [(cue.start, cue.end) for cue in find_cues(text)] if _acts(text, anchor)
    }


def _acts(text: str, anchor: tuple[int, int]) -> bool:
    context = ArticleContext(read_article(text))
    return own_account(context, context.speeches_over(*anchor), anchor) is not None
