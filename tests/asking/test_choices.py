"""Closed lists: what the grammar of a sentence settles is not asked."""

from summarize.article import Sentence
from summarize.asking.choices import sentence_choices, signs_of
from summarize.draft import NOTHING_REPORTED, Choices, Reported
from summarize.mentions import find_mentions
from summarize.record import EventType


def _choices(sentence: Sentence, reported: Reported = NOTHING_REPORTED) -> Choices:
    return sentence_choices(sentence, find_mentions(sentence.text), reported)


def _sentence(text: str, start: int = 0) -> Sentence:
    return Sentence(1, start, start + len(text), text)


def test_who_follows_against_does_not_act() -> None:
    choices = _choices(_sentence("The army launched an offensive against rebels near Darin."))
    assert "rebels" not in choices.who
    assert "rebels" in choices.whom


def test_who_is_named_with_by_acts_alone() -> None:
    choices = _choices(_sentence("The depot was shelled by rebels while soldiers slept."))
    assert ("rebels",) == choices.who
    assert "rebels" not in choices.whom


def test_a_backer_named_with_by_does_not_act() -> None:
    choices = _choices(_sentence("The brigade, backed by militiamen, shelled Darin."))
    assert any("brigade" in phrase for phrase in choices.who)


def test_a_type_that_only_nouns_announce_is_told_apart() -> None:
    signs = signs_of(_sentence("Rebels shelled Darin after the shelling of the port and a long siege."))
    assert {EventType.SHELLING, EventType.RESTRICTION} == {cue.type for cue in signs.clear}
    assert {EventType.RESTRICTION} == signs.nominal


def test_a_sentence_is_dated_where_resolving_found_a_time() -> None:
    sentence = _sentence("Rebels shelled Darin on Monday.")
    assert (5, True) == (signs_of(sentence, Reported(dated=True)).words, signs_of(sentence, Reported(dated=True)).dated)
    assert not signs_of(sentence).dated


def test_who_only_speaks_is_no_party_to_what_is_told() -> None:
    text = "Police said shells fell."
    found = find_mentions(text)
    told = signs_of(_sentence(text), Reported(speakers=((0, 11),), content=((12, len(text)),)), found)
    assert not told.parties[EventType.SHELLING].ahead
    assert (
        signs_of(_sentence("Police shelled Darin."), mentions=find_mentions("Police shelled Darin."))
        .parties[EventType.SHELLING]
        .ahead
    )


def test_who_only_speaks_is_no_candidate() -> None:
    text = "The governor said rebels shelled Darin."
    said = Reported(speakers=((100, 117),), content=((118, 100 + len(text)),))
    choices = _choices(_sentence(text, 100), said)
    assert not any("governor" in phrase for phrase in choices.who)


def test_only_what_is_said_announces_events() -> None:
    text = "After the clashes a resident said families fled Darin."
    said = Reported(speakers=((18, 33),), content=((34, len(text)),))
    assert EventType.BATTLE not in _choices(_sentence(text), said).types


def test_a_place_is_no_actor() -> None:
    choices = _choices(_sentence("Rebels shelled the port of Darin."))
    assert ("Darin",) == choices.where
    assert "Darin" not in choices.who


def test_a_sentence_that_announces_nothing_is_not_asked_about() -> None:
    assert _choices(_sentence("The price of bread is high this winter.")).types == ()


def test_the_list_of_types_stays_short() -> None:
    text = "Bombs, shells and air strikes killed people as protesters fled clashes, arrests, looting and a siege."
    assert len(_choices(_sentence(text)).types) == 5


def test_who_owns_the_attack_acts() -> None:
    choices = _choices(_sentence("Regime air strikes on the port of Darin killed two rebels."))
    assert ("Regime",) == choices.who
    assert "Regime" not in choices.whom


def test_an_outlet_beside_its_verb_is_no_party() -> None:
    choices = _choices(_sentence("Several rockets hit the army base near Darin, Reuters news agency reports."))
    assert not any("Reuters" in phrase for phrase in (*choices.who, *choices.whom))


def test_a_supporter_is_not_what_was_attacked() -> None:
    choices = _choices(_sentence("With the support of the militia, the army captured Darin from the rebels."))
    assert not any("militia" in phrase for phrase in (*choices.who, *choices.whom))


def test_the_name_before_a_speakers_title_only_speaks() -> None:
    text = "Gen. Idris Sallum, commander of the northern front said rebels shelled Darin."
    title = text.index("commander")
    said = Reported(speakers=((title, text.index("rebels")),), content=((text.index("rebels"), len(text)),))
    assert ("rebels",) == _choices(_sentence(text), said).who
    killed = "The army killed rebels, a monitor said."
    told = Reported(speakers=((killed.index("a monitor"), len(killed)),), content=((0, killed.index(",")),))
    assert "rebels" in _choices(_sentence(killed), told).whom


def test_and_ties_phrases_to_one_role_but_not_behind_between() -> None:
    tied = _choices(_sentence("Government troops and their allies shelled Darin."))
    opposed = _choices(_sentence("Clashes between government troops and rebels broke out in Darin."))
    assert ["allies"] == [phrase.split()[-1] for phrase in tied.together]
    assert {} == opposed.together
