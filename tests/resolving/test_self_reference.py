"""Who acts by its own account: "the army said it had taken the port"."""

from __future__ import annotations

import pytest

from summarize import read_article
from summarize.lexicon.cues import find_cues
from summarize.record import EventType
from summarize.resolving.context import ArticleContext
from summarize.resolving.self_reference import OwnAccount, own_account

CAPTURE, STRIKE, SHELLING = EventType.TERRITORY_CAPTURED, EventType.AIR_STRIKE, EventType.SHELLING


def account(text: str, kind: EventType) -> OwnAccount | None:
    article = read_article(text)
    context = ArticleContext(article)
    cue = next(cue for cue in find_cues(text) if cue.type is kind)
    return own_account(context.speeches_over(cue.start, cue.end), (cue.start, cue.end), article.sentences[0])


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The Valley army said on Monday it had captured the town of Darin.", CAPTURE, "The Valley army"),
        ("The army says it has taken the town of Darin.", CAPTURE, "The army"),
        ("Police said that they had also arrested six men.", EventType.DETENTION, "Police"),
        ("Rebels said they had seized the port of Darin.", CAPTURE, "Rebels"),
        ('"We shelled an arms depot," the army said.', SHELLING, "the army"),
        ("The army said it carried out a series of air strikes on Darin.", STRIKE, "The army"),
        ("The minister said he would meet rebel leaders on Friday.", EventType.TALKS, "The minister"),
    ],
)
def test_a_speaker_that_acts_in_what_it_says_is_who_acts(text: str, kind: EventType, speaker: str) -> None:
    found = account(text, kind)
    assert found is not None
    assert (speaker, False) == (found.speaker.text, found.undergone)


def test_what_is_done_to_the_speaker_is_told_apart() -> None:
    found = account("The army said it was shelled by rebels in Darin.", SHELLING)
    assert found is not None
    assert ("The army", "it", True) == (found.speaker.text, found.pronoun, found.undergone)
    going_on = account("The army said it was shelling Darin.", SHELLING)
    assert going_on is not None
    assert not going_on.undergone


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor said they had shelled the school.", SHELLING),
        ("The army said rebels had shelled the school.", SHELLING),
        ("The army said it feared that rebels had shelled the school.", SHELLING),
        ("Reuters reported that it had been shelled.", SHELLING),
        ("Rebels said it had captured the town of Darin.", CAPTURE),
        ('"We shelled an arms depot," the minister said.', SHELLING),
        ("The army captured the town of Darin.", CAPTURE),
    ],
)
def test_a_pronoun_that_may_be_somebody_else_stays_open(text: str, kind: EventType) -> None:
    assert account(text, kind) is None
