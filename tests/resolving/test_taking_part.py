"""In what role somebody takes part: what the words settle is repaired with a loss, everything else stays as chosen."""

from __future__ import annotations

import pytest

from summarize.draft import GroundedEvent, GroundedParticipant
from summarize.grounding.draft import anchor_of
from summarize.reading import read_article
from summarize.record import EventType, LossKind, Role
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import resolve_event

_ACTOR, _WHOM, _SIDE, _AFFECTED = Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT, Role.AFFECTED

REPAIRED = [
    ("Civilians carried out the raid in Bor.", EventType.OFFENSIVE, "Civilians", _ACTOR, _WHOM),
    ("Two men died in a bombing, villagers in Bor said.", EventType.BOMBING, "villagers", _ACTOR, _WHOM),
    ("Men were hit by shelling as villagers slept.", EventType.SHELLING, "villagers", _ACTOR, _WHOM),
    ("Shells hit Russian jets in Bor.", EventType.SHELLING, "Russian jets", _WHOM, _ACTOR),
    ("Two journalists, Anna Berg and Jo Lind, are abducted.", EventType.ABDUCTION, "Anna Berg", _ACTOR, _WHOM),
    ("Two journalists, Anna Berg and Jo Lind, are abducted.", EventType.ABDUCTION, "Jo Lind", _ACTOR, _WHOM),
    ("Tuareg Fighters have now been detained.", EventType.DETENTION, "Tuareg Fighters", _ACTOR, _WHOM),
    ("The mayor accused the army of shelling Bor.", EventType.SHELLING, "the army", _WHOM, _ACTOR),
    ("The mayor accused rebels of launching an assault.", EventType.OFFENSIVE, "rebels", _WHOM, _ACTOR),
    ("The mayor blamed rebels for Monday's attack.", EventType.ATTACK_ON_CIVILIANS, "rebels", _WHOM, _ACTOR),
    ("Rioters threw stones at police in Bor.", EventType.RIOT, "police", _ACTOR, _WHOM),
    ("Riot police used tear gas to clear them.", EventType.RIOT, "Riot police", _ACTOR, _WHOM),
    ("Fighting between the army and rebels wounded civilians.", EventType.BATTLE, "civilians", _SIDE, _WHOM),
]

LEFT_OUT = [
    ("The government fled from Bor on Monday.", EventType.DISPLACEMENT, "The government", _AFFECTED),
    ("Police fired tear gas at people who protested in Bor.", EventType.PROTEST, "Police", _ACTOR),
    ("No group has claimed the shelling of the camp.", EventType.SHELLING, "group", _ACTOR),
    ("The army freed 20 hostages.", EventType.ABDUCTION, "The army", _ACTOR),
    ("20 hostages were rescued by police in Bor.", EventType.ABDUCTION, "police", _ACTOR),
    ("None of the armed groups claimed the shelling.", EventType.SHELLING, "armed groups", _ACTOR),
    ("Neither the army nor the mayor has claimed the shelling.", EventType.SHELLING, "the army", _WHOM),
    ("The rebels have not claimed the shelling.", EventType.SHELLING, "The rebels", _ACTOR),
    ("The rebels denied being behind the shelling of Bor.", EventType.SHELLING, "The rebels", _ACTOR),
    ("The rebels said they were not responsible for the shelling.", EventType.SHELLING, "The rebels", _ACTOR),
    ("Rebels may be behind the shelling of Bor.", EventType.SHELLING, "Rebels", _ACTOR),
    ("It is unclear whether rebels were behind the shelling.", EventType.SHELLING, "rebels", _ACTOR),
    ("The mayor denied that his men were behind the shelling.", EventType.SHELLING, "his men", _ACTOR),
    ("The governor lifted a curfew in Bor.", EventType.RESTRICTION, "The governor", _ACTOR),
    ("Rebels have eased their blockade of Bor.", EventType.RESTRICTION, "Rebels", _ACTOR),
    ("The road to Bor was reopened by soldiers after a closure.", EventType.RESTRICTION, "soldiers", _ACTOR),
]

KEPT = [
    ("Two men were killed by Kurdish troops or settlers.", EventType.ATTACK_ON_CIVILIANS, "settlers", _ACTOR),
    ("Settlers attacked five shepherds.", EventType.ATTACK_ON_CIVILIANS, "Settlers", _ACTOR),
    ("Unknown persons attacked a bus.", EventType.ATTACK_ON_CIVILIANS, "Unknown persons", _ACTOR),
    ("The army was shelling Bor.", EventType.SHELLING, "The army", _ACTOR),
    ("A convoy of Kurdish troops was attacked.", EventType.OFFENSIVE, "Kurdish troops", _ACTOR),
    ("1,200 soldiers were deployed in Bor.", EventType.MOBILIZATION, "soldiers", _ACTOR),
    ("The mayor accused the army of ignoring the shelling of Bor.", EventType.SHELLING, "the army", _WHOM),
    ("The mayor accused rebels of shelling the army.", EventType.SHELLING, "the army", _WHOM),
    ("The mayor accused the army of shelling Bor.", EventType.VERBAL_CONFLICT, "the army", _WHOM),
    ("Rebels have released the hostages.", EventType.ABDUCTION, "Rebels", _ACTOR),
    ("Police officers protested in Bor as crowds cheered.", EventType.PROTEST, "Police officers", _ACTOR),
    ("A protest by soldiers drew crowds in Bor.", EventType.PROTEST, "soldiers", _ACTOR),
    ("The rebels no longer shelled Bor.", EventType.SHELLING, "The rebels", _ACTOR),
    ("No rebels shelled Bor, nobody was hurt.", EventType.SHELLING, "nobody", _WHOM),
    ("The rebels have not claimed the shelling.", EventType.SHELLING, "The rebels", _WHOM),
    ("No soldiers were attacked in Bor.", EventType.OFFENSIVE, "soldiers", _WHOM),
    ("The rebels said they were behind the shelling of Bor.", EventType.SHELLING, "The rebels", _ACTOR),
    ("The rebels, not the army, were behind the shelling.", EventType.SHELLING, "The rebels", _ACTOR),
    ("Clashes between farmers and herders broke out.", EventType.BATTLE, "farmers", _SIDE),
    ("Clashes between farmers and armed herders broke out.", EventType.BATTLE, "armed herders", _SIDE),
    ("Police ended the rally and imposed a curfew in Bor.", EventType.RESTRICTION, "Police", _ACTOR),
    ("The governor imposed a curfew in Bor.", EventType.RESTRICTION, "The governor", _ACTOR),
    ("The mayor said rebels were behind the shelling.", EventType.SHELLING, "rebels", _ACTOR),
    ("The governor said the curfew would be lifted.", EventType.RESTRICTION, "The governor", _ACTOR),
]


def _roles(text: str, kind: EventType, name: str, role: Role) -> tuple[list[Role], list[LossKind]]:
    article = read_article(text, dateline="2026-03-04")
    (sentence,) = article.sentences
    party = GroundedParticipant(role, sentence.span(text.index(name), text.index(name) + len(name)))
    grounded = GroundedEvent(sentence, anchor_of(kind, text), kind, participants=(party,))
    resolved, losses = resolve_event(grounded, ArticleContext(article))
    repairs = [loss.kind for loss in losses if loss.text == name]
    return [person.role for person in resolved.event.participants], repairs


@pytest.mark.parametrize(("text", "kind", "name", "chosen", "role"), REPAIRED)
def test_a_role_that_the_words_rule_out_is_repaired(
    text: str, kind: EventType, name: str, chosen: Role, role: Role
) -> None:
    assert ([role], [LossKind.REPAIRED]) == _roles(text, kind, name, chosen)


@pytest.mark.parametrize(("text", "kind", "name", "chosen"), LEFT_OUT)
def test_who_has_no_part_in_it_is_left_out(text: str, kind: EventType, name: str, chosen: Role) -> None:
    assert ([], [LossKind.REPAIRED]) == _roles(text, kind, name, chosen)


@pytest.mark.parametrize(("text", "kind", "name", "chosen"), KEPT)
def test_what_the_words_leave_open_stays_as_it_was_chosen(text: str, kind: EventType, name: str, chosen: Role) -> None:
    assert ([chosen], []) == _roles(text, kind, name, chosen)
