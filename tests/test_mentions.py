"""Which phrases of made-up news sentences can fill who and where, and how they are quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.mentions import Mention, MentionKind, find_mentions, find_mentions_in
from tests.conftest import SEED

A, P, L = MentionKind.ACTOR, MentionKind.PEOPLE, MentionKind.PLACE

WHO = [
    ("Nigerian troops and allied militias retook Baga.", [("Nigerian troops", A), ("allied militias", A), ("Baga", L)]),
    ("The army said it killed two gunmen.", [("The army", A), ("gunmen", A)]),
    ("Kurdish and Arab fighters withdrew.", [("Kurdish and Arab fighters", A)]),
    ("A group of masked gunmen fled.", [("masked gunmen", A)]),
    ("Members of the security forces arrested a student.", [("Members of the security forces", A), ("a student", P)]),
    ("The government of Mali accused the rebels.", [("The government of Mali", A), ("the rebels", A)]),
    ("The Ministry of Foreign Affairs rejected the report.", [("Ministry of Foreign Affairs", A)]),
    ("The Chadian president met a senior UN official.", [("Chadian president", A), ("a senior UN official", A)]),
    ("Gen. Amadou T. Diallo, the army chief, resigned.", [("Gen. Amadou T. Diallo", A), ("the army chief", A)]),
    ("The militant group Ansar al-Haq claimed it.", [("Ansar al-Haq", A)]),
    ("State news agency Xinhua reported it.", [("State news agency Xinhua", A)]),
    ("Police fired at protesters.", [("Police", A), ("protesters", P)]),
    ("More than 200 villagers fled.", [("villagers", P)]),
    ("At least 12 people, including two children, were killed.", [("people", P), ("children", P)]),
    ("Syrians and Iraqis crossed.", [("Syrians", P), ("Iraqis", P)]),
    ("Their allies refused.", [("Their allies", A)]),
    ("Unidentified armed men attacked.", [("Unidentified armed men", A)]),
    ("Turkey's army shelled Afrin.", [("Turkey's army", A), ("Afrin", L)]),
    ("Drones struck a convoy.", [("Drones", A), ("a convoy", A)]),
    ("The Coast Relief Network (CRN) denied it.", [("Coast Relief Network", A)]),
    ("The Centre for Rural Peace said so.", [("Centre for Rural Peace", A)]),
    ("The blast killed civilians.", [("civilians", P)]),
    ("A Turkish-backed rebel coalition advanced.", [("A Turkish-backed rebel coalition", A)]),
    ("The wounded were evacuated.", [("The wounded", P)]),
    ("The strike killed four novices and a midwife.", [("novices", P), ("a midwife", P)]),
    ("The attack killed and injured camp residents.", [("camp residents", P)]),
    ("It wounded and trapped miners.", [("miners", P)]),
    ("Armed and masked men came.", [("Armed and masked men", A)]),
    ("The wounded and trapped miners wept.", [("The wounded", P), ("trapped miners", P)]),
    ("Gunmen took a teacher hostage.", [("Gunmen", A), ("a teacher", P)]),
    ("Two men were taken prisoner.", [("men", P)]),
    (
        "A hostage fled. Hostage families met the prisoner.",
        [("A hostage", P), ("Hostage families", P), ("the prisoner", P)],
    ),
    ("A man whose brother was killed fled.", [("A man", P), ("brother", P)]),
    ("He took up the post in May.", []),
    ("He was given a teaching post.", []),
    ("They closed the road to President Amadou Diallo.", [("the road", L), ("President Amadou Diallo", A)]),
    ("She paid the sum in full and left the block.", []),
    ("In Tambura, the SSPDF clashed with rebels.", [("Tambura", L), ("SSPDF", A), ("rebels", A)]),
]

WHERE = [
    ("They captured the town of al-Qaryah.", [("al-Qaryah", L)]),
    ("They control the province of Homs.", [("province of Homs", L)]),
    ("Fighting raged in Homs province.", [("Homs province", L)]),
    ("It happened near a checkpoint outside Gao.", [("a checkpoint", L), ("Gao", L)]),
    ("It rained in northern Mali.", [("northern Mali", L)]),
    ("Snow fell in the east of the country.", [("the east of the country", L)]),
    ("They fled southern areas of Borno State.", [("Borno State", L)]),
    ("It hit the neighbouring Deir Amar district.", [("Deir Amar district", L)]),
    ("They took the last rebel-held village.", [("the last rebel-held village", L)]),
    ("They won 300 square miles and 20 square kilometres.", []),
    ("They met in Tahrir Square.", [("Tahrir Square", L)]),
    ("They left the Daesh-held town.", [("Daesh-held town", L)]),
    ("They advanced towards Daesh strongholds.", [("Daesh", A)]),
    ("They stormed the stronghold.", [("the stronghold", L)]),
    ("The siege of Harem ended.", [("Harem", L)]),
    ("In Bentiu, the floodwater destroyed 9,400 shelters.", [("Bentiu", L), ("shelters", L)]),
    ("They crossed the recently destroyed 9,400 houses.", [("the recently destroyed 9,400 houses", L)]),
    ("In Aleppo, Homs and Hama, snow fell.", [("Aleppo", L), ("Homs", L), ("Hama", L)]),
    ("Markets closed in Sirte, Misrata and Tripoli.", [("Markets", L), ("Sirte", L), ("Misrata", L), ("Tripoli", L)]),
    ("It lies on the border with Chad.", [("the border", L), ("Chad", L)]),
    ("They live in the area around the city.", [("the area around the city", L)]),
    ("Camps near Mount Elgon were hit.", [("Camps", L), ("Mount Elgon", L)]),
    ("They fled to the western bank of the Euphrates River.", [("the western bank of the Euphrates River", L)]),
    ("They cut the road to Darin.", [("the road to Darin", L)]),
    ("They shut the road from Darin to the port.", [("the road from Darin to the port", L)]),
    ("They mined the highway between Darin and Tamra.", [("the highway between Darin and Tamra", L)]),
    ("They hold the bridge over the Orontes river.", [("the bridge over the Orontes river", L)]),
    ("They crossed the bridge to Darin.", [("the bridge", L), ("Darin", L)]),
    ("They opened the road to the army.", [("the road", L), ("the army", A)]),
    ("They used the road to attack Darin.", [("the road", L), ("Darin", L)]),
    ("Shells hit the police post.", [("the police post", L)]),
    ("They control three of the 14 river landings.", [("the 14 river landings", L)]),
    ("They wait at the Darin border gate.", [("Darin border gate", L)]),
    ("They fled the foothills of the Hamrin range.", [("the foothills of the Hamrin", L)]),
    ("It hit the house of a judge.", [("the house", L), ("a judge", A)]),
    ("They met in the Zorg en Hoop quarter.", [("Zorg en Hoop quarter", L)]),
    ("They sat outside the Lake Assembly.", [("Lake Assembly", L)]),
]

REPORTS = [
    (
        "Farmers were killed by suspected Boko Haram insurgents in the Zabarmari area of Borno.",
        [("Farmers", P), ("Boko Haram insurgents", A), ("Zabarmari area", L), ("Borno", L)],
    ),
    (
        "Sudan's army chief said the Rapid Support Forces (RSF) besieged el-Fasher, the capital of North Darfur.",
        [("Sudan's army chief", A), ("Rapid Support Forces", A), ("el-Fasher", L), ("North Darfur", L)],
    ),
    (
        "Armed men ambushed a convoy in South Sudan's Unity state.",
        [("Armed men", A), ("a convoy", A), ("South Sudan", L), ("Unity state", L)],
    ),
    (
        "Thousands of protesters marched in downtown Nairobi; police arrested dozens of demonstrators.",
        [("protesters", P), ("downtown Nairobi", L), ("police", A), ("demonstrators", P)],
    ),
    (
        "Two trucks collided between Lusaka and Kabwe, villagers in Kapiri said.",
        [("Lusaka", L), ("Kabwe", L), ("villagers", P), ("Kapiri", L)],
    ),
    (
        "The ceasefire between Armenia and Azerbaijan collapsed as shells fell on Stepanakert.",
        [("Armenia", A), ("Azerbaijan", A), ("Stepanakert", L)],
    ),
    (
        "Niger's Tillaberi region is calm, a UN spokeswoman said; soldiers hit a civilian bus.",
        [("Niger", L), ("Tillaberi region", L), ("a UN spokeswoman", A), ("soldiers", A)],
    ),
]

KINDS_OF_NAMES = [
    ("Chad condemned the attack.", [("Chad", A)]),
    ("They met in Chad.", [("Chad", L)]),
    ("They were attacked by Chad.", [("Chad", A)]),
    ("Zerga fell to the rebels.", [("Zerga", L), ("the rebels", A)]),
    ("Zerga said it would leave.", [("Zerga", A)]),
    ("Amina Hassan, a local teacher, left.", [("Amina Hassan", A), ("a local teacher", P)]),
    ("The strike hit Zerga, and Zerga burned.", [("Zerga", L), ("Zerga", L)]),
    ("Russian air strikes killed three people.", [("Russian", A), ("people", P)]),
    ("Rebel shelling killed a woman.", [("Rebel", A), ("a woman", P)]),
]

NOBODY = [
    "The attack came on Monday in June.",
    "US-led operations continue.",
    "He said they would not.",
    "Clashes erupted.",
    "Operation Iron Gate began.",
    "They fired a Katyusha.",
    "Talks resumed.",
    "That forces us to leave.",
    "",
    "   ",
    "... !?",
]


def quoted(text: str) -> list[tuple[str, MentionKind]]:
    return [(mention.text, mention.kind) for mention in find_mentions(text)]


@pytest.mark.parametrize(("sentence", "expected"), WHO)
def test_who_is_quoted_as_an_analyst_would(sentence: str, expected: list[tuple[str, MentionKind]]) -> None:
    assert expected == quoted(sentence)


@pytest.mark.parametrize(("sentence", "expected"), WHERE)
def test_where_is_quoted_as_an_analyst_would(sentence: str, expected: list[tuple[str, MentionKind]]) -> None:
    assert expected == quoted(sentence)


@pytest.mark.parametrize(("sentence", "expected"), REPORTS)
def test_whole_reports_offer_all_their_parties_and_places(
    sentence: str, expected: list[tuple[str, MentionKind]]
) -> None:
    assert expected == quoted(sentence)


@pytest.mark.parametrize(("sentence", "expected"), KINDS_OF_NAMES)
def test_the_words_around_a_name_say_what_it_is(sentence: str, expected: list[tuple[str, MentionKind]]) -> None:
    assert expected == quoted(sentence)


@pytest.mark.parametrize("sentence", NOBODY)
def test_events_days_weapons_and_pronouns_are_nobody(sentence: str) -> None:
    assert quoted(sentence) == []


def test_a_name_takes_the_kind_it_has_elsewhere_in_the_text() -> None:
    text = "Rebels entered Zerga on Monday. Nobody knows how many died; Zerga, once busy, is empty."
    assert [("Rebels", A), ("Zerga", L), ("Zerga", L)] == quoted(text)


def test_sentences_of_one_article_settle_each_others_names() -> None:
    sentences = ["Zerga, once busy, is empty.", "Rebels entered Zerga on Monday."]
    first, second = find_mentions_in(sentences)
    assert [("Zerga", L)] == [(mention.text, mention.kind) for mention in first]
    assert [("Rebels", A), ("Zerga", L)] == [(mention.text, mention.kind) for mention in second]
    assert sentences[1][second[1].start : second[1].end] == "Zerga"


def test_a_phrase_does_not_run_over_a_heading() -> None:
    assert [("Mali", L), ("Rebels", A)] == quoted("Unrest in Mali\nRebels advanced.")


def test_a_line_wrapped_in_the_middle_of_a_sentence_does_not_break_a_phrase() -> None:
    text = "The monitors reported that in the morning soldiers of the Nigerian\narmy entered the village of Gwoza."
    assert "Nigerian\narmy" in " ".join(mention.text for mention in find_mentions(text))


def test_headlines_in_title_case_are_read_like_sentences() -> None:
    expected = [("Malian Rebels", A), ("Gao", L)]
    assert expected == quoted("Malian Rebels Capture Key Town Near Gao After Heavy Fighting")


def test_upper_case_text_is_read_like_sentences() -> None:
    text = "UNIDENTIFIED GUNMEN ATTACKED A POLICE STATION IN LIMA TODAY, KILLING TWO POLICEMEN."
    expected = [("UNIDENTIFIED GUNMEN", A), ("A POLICE STATION", L), ("LIMA", L), ("POLICEMEN", A)]
    assert expected == quoted(text)


def test_the_seed_offers_its_actors_and_places() -> None:
    found = quoted(SEED.read_text(encoding="utf-8"))
    for expected in (
        ("Syrian government troops", A),
        ("allied forces", A),
        ("the last major Daesh-held town", L),
        ("Homs Province", L),
        ("Syrian Observatory for Human Rights", A),
        ("al-Sukhna", L),
        ("the monitor", A),
        ("Daesh fighters", A),
        ("Syrian state news agency SANA", A),
        ("Russian-backed Syrian government", A),
        ("US-backed Kurdish forces", A),
        ("their allies", A),
        ("Hama province", L),
        ("Raqqa Province", L),
        ("northern Syria", L),
        ("a Kurdish-led fighting coalition", A),
        ("a senior US official", A),
        ("fighters", A),
        ("Brett McGurk", A),
        ("people", P),
        ("civilians", P),
    ):
        assert expected in found
    assert not [text for text, _ in found if "operations" in text or "Saturday" in text or text in ("It", "US-led")]


_SOME_WORDS = """
    the a their of and in at 's ( ) , . " Syrian Daesh government army forces group town Raqqa al-Sukhna ez-Zor
    Mr. Gen. U.S. US 12 3rd armed rebels Kurdish east area around Islamic State Ministry for United Nations J. head said
    was captured -
"""
_WORDS = st.sampled_from([*_SOME_WORDS.split(), "\n", "\n\n"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))


def assert_well_formed(text: str, mentions: tuple[Mention, ...]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


@given(TEXTS)
def test_every_mention_is_where_it_says_and_none_overlaps(text: str) -> None:
    assert_well_formed(text, find_mentions(text))


@given(TEXTS)
def test_the_same_text_always_gives_the_same_mentions(text: str) -> None:
    assert find_mentions(text) == find_mentions(text)


@pytest.mark.parametrize(
    "unit", ["group of ", "Assad's ", "A B ", "the town of ", "Islamic State of Iraq and the ", "(AB ", "a-"]
)
def test_a_text_of_one_repeated_piece_is_read_to_its_end(unit: str) -> None:
    text = unit * 4000
    assert all(text[found.start : found.end] == found.text for found in find_mentions(text))


def test_a_capital_behind_a_date_makes_no_party_of_a_kind_of_attack() -> None:
    found = find_mentions("Saturday 10 Aug 2013 Air strikes by the Syrian military killed 20 people.")
    assert ["Syrian military", "people"] == [mention.text for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE ATTACK ON JUDGE MARIA RUIZ, WHO WAS MURDERED ON FRIDAY IN DARIN.", ["JUDGE MARIA RUIZ", "DARIN"]),
        ("HERNANDO RUIZ, FORMER AMBASSADOR OF THE REPUBLIC, WAS KILLED LAST NIGHT.", ["HERNANDO RUIZ"]),
        ("RUIZ ADMITTED THAT THE BOMB ATTACK ON THE HEADQUARTERS WAS SERIOUS.", ["RUIZ", "THE HEADQUARTERS"]),
        ("REPORTERS WERE SHOT WHILE CONDEMNING AND VIGOROUSLY SUPPORTING THE STRIKE.", ["REPORTERS"]),
        ("GUNMEN KILLED JOHN KELLY AND MAYOR DONNELLY NEAR THE VILLAGE.", ["GUNMEN", "JOHN KELLY", "MAYOR DONNELLY"]),
        ("THE DELEGATES MET IN BEIJING AFTER THE ATTACK OF THE REBELS.", ["THE DELEGATES", "BEIJING"]),
        ("DYNAMITE WAS USED BY GUERRILLAS AGAINST THE EMBASSY.", ["GUERRILLAS", "THE EMBASSY"]),
        ("THE POLICE BLAMED THE NARCOTERRORISTS FOR THE ATTACK.", ["THE POLICE", "THE NARCOTERRORISTS"]),
    ],
)
def test_names_in_a_text_in_capitals_stand_where_names_stand(text: str, expected: list[str]) -> None:
    found = [mention.text for mention in find_mentions(text)]
    assert expected == [phrase for phrase in found if phrase in expected]
    assert not any(word in phrase for phrase in found for word in ("CONDEMNING", "VIGOROUSLY", "SUPPORTING"))


def test_a_line_that_is_wrapped_within_a_sentence_ends_no_phrase() -> None:
    (found,) = find_mentions_in(["A spokesman of the Northern\nRidge Army said that rebels had left."])
    assert "Northern\nRidge Army" in {mention.text.removeprefix("the ") for mention in found}
