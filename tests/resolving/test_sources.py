from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.resolving.sources import HELD_OUT, count, read_articles
from summarize.article import Article, Sentence
from summarize.reading import read_article
from summarize.record import ConfirmationState, DatelineBasis, SourceType, Stance
from summarize.resolving import sources
from summarize.resolving.confirmations import CONFIRMING, confirmations_in
from summarize.resolving.sources import Attribution, find_attributions, find_confirmations


def article(text: str) -> Article:
    return read_article(text)


def attributions(text: str) -> tuple[Attribution, ...]:
    return find_attributions(article(text))


def only(text: str) -> Attribution:
    found = attributions(text)
    assert len(found) == 1, [[link.name for link in each.chain] for each in found]
    return found[0]


def names(attribution: Attribution) -> list[str | None]:
    return [link.name for link in attribution.chain]


def content(text: str, attribution: Attribution) -> list[str]:
    return [text[start:end] for start, end in attribution.content]


SPEAKERS = [
    ("The mayor said the bridge was closed.", "The mayor", "the bridge was closed"),
    ("The bridge was closed, the mayor said.", "the mayor", "The bridge was closed"),
    ("The bridge was closed, said Mayor Lena Voss.", "Mayor Lena Voss", "The bridge was closed"),
    ("The bridge was closed, according to the mayor.", "the mayor", "The bridge was closed"),
    ("The bridge was closed, said Dawn, a newspaper owned by the council.", "Dawn", "The bridge was closed"),
    ("The bridge was closed, said Lena Voss, mayor of Port Amal.", "Lena Voss", "The bridge was closed"),
    ("The bridge was closed, said Lena Voss, smiling.", "Lena Voss", "The bridge was closed"),
    ("The bridge was closed, according to Lena Voss, a doctor in Amal.", "Lena Voss", "The bridge was closed"),
    ("According to Lena Voss, mayor of Port Amal, the bridge was closed.", "Lena Voss", "the bridge was closed"),
    ("According to Dawn, the army, an old force, was beaten.", "Dawn", "the army, an old force, was beaten"),
    ("The guards left, but according to the mayor, the bridge was closed.", "the mayor", "the bridge was closed"),
    ("The guards left but stayed near, according to the mayor.", "the mayor", "The guards left but stayed near"),
    ("Planes bombed a camp, as the mayor reported.", "the mayor", "Planes bombed a camp"),
    ("According to the mayor, the bridge was closed.", "the mayor", "the bridge was closed"),
    ("On Friday, two aid workers said that the road was cut.", "two aid workers", "the road was cut"),
    ("The army on Friday said it had left the ridge.", "The army", "it had left the ridge"),
    ("The relief agency reported shortages of water.", "The relief agency", "shortages of water"),
    ("Lena Voss, the mayor of Port Amal, said the bridge was closed.", "Lena Voss", "the bridge was closed"),
    (
        "Lena Voss, who was elected last year and leads the council, said the bridge was closed.",
        "Lena Voss",
        "the bridge was closed",
    ),
    ("Lena Voss -- the mayor of Port Amal -- said the bridge was closed.", "Lena Voss", "the bridge was closed"),
    (
        "Officials who spoke on condition of anonymity said the talks had failed.",
        "Officials",
        "the talks had failed",
    ),
    (
        "Chad, Niger and Mali said they would close their borders.",
        "Chad, Niger and Mali",
        "they would close their borders",
    ),
    ("In a statement carried by the radio, the army said it had won.", "the army", "it had won"),
    ("The governor visited the camp and said that food was short.", "The governor", "food was short"),
    ("The raid was confirmed by the mayor.", "the mayor", "The raid"),
    ("A police report found that the guards had fled.", "A police report", "the guards had fled"),
    ("The envoy warned that fighting could spread.", "The envoy", "fighting could spread"),
    ("The army has repeatedly said that it holds the town.", "The army", "it holds the town"),
    ("As soon as night fell, the army said it had won.", "the army", "it had won"),
    ("Three people were killed, according to US officials.", "US officials", "Three people were killed"),
    ("Moody's said the economy shrank.", "Moody's", "the economy shrank"),
    ("A bomb killed ten, police said hours after gunmen attacked a market.", "police", "A bomb killed ten"),
    ("A bomb killed ten, the group claimed in a video released online.", "the group", "A bomb killed ten"),
    (
        "A bomb killed ten, officials said on Sunday in the latest attack to hit the port.",
        "officials",
        "A bomb killed ten",
    ),
    ("The mayor left the council, saying the bridge was unsafe.", "The mayor", "the bridge was unsafe"),
    ("The mayor walked out of the council, arguing that it had lied.", "The mayor", "it had lied"),
    ("In a speech on the quay, the mayor says the bridge is closed.", "the mayor", "the bridge is closed"),
    ("On “Harbour Hour,” the mayor said the bridge was closed.", "the mayor", "the bridge was closed"),
    ("Along with the raid, the mayor condemned the looting.", "the mayor", "the looting"),
    ("Since May the port has been shut, according to the mayor.", "the mayor", "Since May the port has been shut"),
    (
        "Since May the port has been shut, according to the mayor, who can see it.",
        "the mayor",
        "Since May the port has been shut",
    ),
    ("The port is shut, says a fisherman who tried to land there.", "a fisherman", "The port is shut"),
    ("The port was shut, officials said as night fell.", "officials", "The port was shut"),
    ("The medical corps claims that the clinic was hit.", "The medical corps", "the clinic was hit"),
    ("A doctor who treated the wounded said five had died.", "A doctor", "five had died"),
    ("An official who declined to be named said five had died.", "An official", "five had died"),
    ("An official, who asked not to be named, said five had died.", "An official", "five had died"),
    ("The man who was shot in the leg said he had run.", "The man", "he had run"),
    ("The mayor, blamed for the raid, said that he had left.", "The mayor", "he had left"),
    ("Bara, worried about the war in Amal, urged all lake states to sign.", "Bara", "all lake states to sign"),
    ("The mayor, asked whether he would stay, replied that he would.", "The mayor", "he would"),
    ("The mayor announced on Monday talks on the port.", "The mayor", "talks on the port"),
    ("The council announced in May that the road was cut.", "The council", "the road was cut"),
    ("Lena Voss, a doctor, reported deaths in the camp.", "Lena Voss", "deaths in the camp"),
    ("In May, Lena Voss, the mayor, blamed the guards.", "Lena Voss", "the guards"),
    ("The mayor accused the guards of theft.", "The mayor", "the guards of theft"),
    ("The army claimed 12 lives were saved.", "The army", "12 lives were saved"),
    ("A letter demanding bread was read out.", "A letter", "bread was read out"),
    ("The mayor said all the roads were cut.", "The mayor", "all the roads were cut"),
    ("The mayor said, however, that the road was cut.", "The mayor", "the road was cut"),
    ("The mayor said, after talks with the guards, that the road was cut.", "The mayor", "the road was cut"),
    ("The mayor said that, however, the road was cut.", "The mayor", "however, the road was cut"),
    ("“The road is cut,” said a letter that was read to the crowd.", "a letter", "The road is cut,"),
    ("“The road is cut,” said a letter that the rebels sent.", "a letter", "The road is cut,"),
    ("Ten were reported dead, according to the mayor.", "the mayor", "Ten were reported dead"),
    ("Officials put the death toll at 21.", "Officials", "the death toll at 21"),
    ("The television gave a toll of 33 dead.", "The television", "a toll of 33 dead"),
    ("The commission spoke of 24 dead.", "The commission", "24 dead"),
    ("Ten dead, officials said.", "officials", "Ten dead"),
    ("After the raid the road was cut, the mayor said.", "the mayor", "After the raid the road was cut"),
    ("In the north ten people died, officials said.", "officials", "In the north ten people died"),
    ("Officials put the number of dead at three.", "Officials", "the number of dead at three"),
    ("- The army said on Monday that it had closed the road.", "The army", "it had closed the road"),
    ("• The army said on Monday that it had closed the road.", "The army", "it had closed the road"),
    ("14:20 GMT - The army said that it had closed the road.", "The army", "it had closed the road"),
    (
        "The Delta Brigade, an armed group affiliated with the Front, said it had ambushed a patrol.",
        "The Delta Brigade",
        "it had ambushed a patrol",
    ),
    (
        "A spokesman said the council was looking into reports that a boat had sunk.",
        "A spokesman",
        "the council was looking into reports that a boat had sunk",
    ),
    (
        "The monitor said rebels, who hold the town, claimed victory.",
        "The monitor",
        "rebels, who hold the town, claimed victory",
    ),
    ("The army, according to the mayor, has taken the port.", "the mayor", "has taken the port"),
    ("Ten dead according to the mayor.", "the mayor", "Ten dead"),
    ("A new raid on the port, officials said on Friday.", "officials", "A new raid on the port"),
    ("Ten people and three soldiers dead, officials said.", "officials", "Ten people and three soldiers dead"),
    ("The bridge was closed -- the mayor said.", "the mayor", "The bridge was closed"),
    ("In a raid on the port, the mayor said, ten people were killed.", "the mayor", "ten people were killed"),
    (
        "In a raid on the port, ten people were killed, the mayor said.",
        "the mayor",
        "In a raid on the port, ten people were killed",
    ),
    ("The port fell and on Friday the mayor said the bridge was closed.", "the mayor", "the bridge was closed"),
    ("The mayor said repeatedly the bridge was unsafe.", "The mayor", "the bridge was unsafe"),
    ("The mayor said: the bridge is closed.", "The mayor", "the bridge is closed"),
    ("The mayor told reporters on Friday that the port had fallen.", "The mayor", "the port had fallen"),
    ("The army left the port a day before the mayor said it would.", "the mayor", "it would"),
    ("Army commanders claim they now hold the town.", "Army commanders", "they now hold the town"),
    ("Militia leaders claim the port is theirs.", "Militia leaders", "the port is theirs"),
    ("Officials fear the road was mined.", "Officials", "the road was mined"),
    ("The army claims it holds the town.", "The army", "it holds the town"),
    ("The leader of the rebels claims that the port fell.", "The leader of the rebels", "the port fell"),
    ("A group of lawyers claim that the port fell.", "A group of lawyers", "the port fell"),
    (
        "A communique released by the armed forces states that five people died.",
        "A communique released by the armed forces",
        "five people died",
    ),
    ("However, Lena Voss, the bishop of Amal, said the road was cut.", "Lena Voss", "the road was cut"),
    ("Moreover, the mayor, a doctor, said the road was cut.", "the mayor", "the road was cut"),
    ("Sally, a nurse from Amal, said the road was cut.", "Sally", "the road was cut"),
    ("A man whose brother was killed said he had heard a plane.", "A man", "he had heard a plane"),
    ("A woman whose sons fled told the council that the road was cut.", "A woman", "the road was cut"),
    ("The council - which has twelve members - also said that the road was cut.", "The council", "the road was cut"),
    ("The mayor - Lena Voss - said the road was cut.", "The mayor", "the road was cut"),
    ("Shells fell on 10 - 12 May, the mayor said.", "the mayor", "Shells fell on 10 - 12 May"),
    (
        "The council said it had made finds, having determined what the bomb was made of.",
        "The council",
        "it had made finds, having determined what the bomb was made of",
    ),
    ("Media reports in Amal have said the bombs came by sea.", "Media reports in Amal", "the bombs came by sea"),
    ("Media reports say ten died.", "Media reports", "ten died"),
    ("Radio Amal reports that ten died.", "Radio Amal", "ten died"),
    ("The raid was reported by Bishop Adel Karim to the council.", "Bishop Adel Karim", "The raid"),
    ("The raid was confirmed by the envoy to Chad.", "the envoy to Chad", "The raid"),
    ("The road is cut, said Lena Voss to reporters.", "Lena Voss", "The road is cut"),
    ("The road is cut, said an activist speaking to reporters.", "an activist", "The road is cut"),
    ("The road is cut, said an adviser to the president.", "an adviser to the president", "The road is cut"),
    ("The mayor left the hall, promising to open the road.", "The mayor", "to open the road"),
    ("The fight goes on -- the mayor has vowed to retake what was lost.", "the mayor", "to retake what was lost"),
]


@pytest.mark.parametrize(("text", "speaker", "said"), SPEAKERS)
def test_the_speaker_and_the_content_are_found(text: str, speaker: str, said: str) -> None:
    found = only(text)
    assert speaker == found.chain[0].name
    assert [said] == content(text, found)
    assert found.stance is Stance.ASSERTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Friday, the mayor said the bridge was closed.", "On Friday, the mayor said"),
        ("On Friday the mayor and the army said the port had fallen.", "On Friday the mayor and the army said"),
        ("The port fell and on Friday the mayor said the bridge was closed.", "on Friday the mayor said"),
        ("After the raid, the mayor said the bridge was closed.", "the mayor said"),
        ("The mayor told reporters that the port had fallen.", "The mayor told reporters that"),
    ],
)
def test_when_and_to_whom_it_was_said_belongs_to_the_attributing_words(text: str, words: str) -> None:
    assert [words] == [span.text for span in only(text).evidence]


SILENT = [
    "Fighting in the Upper Delta and Lower Salma states has displaced 5,000 people.",
    "The mayor put the lamp on the table.",
    "The army gave the villagers 20 sacks of flour.",
    "The envoy spoke to the council.",
    "The guards denied access to the camp.",
    "Rebels who attacked the town left 10 dead.",
    "Rebels attacked the town and killed ten people.",
    "The state of emergency ends on Monday.",
    "Soldiers found a body near the river.",
    "Gunmen reported for duty at the base.",
    "The reported attack left ten people dead.",
    "The army will announce its plans on Monday.",
    "I said the road was open.",
    "He showed his papers at the checkpoint.",
    "Neither side said who had fired first.",
    "The minister said nothing.",
    "Eighty gunmen remain in the port, according to our assessment.",
    "The families claim the bodies of the dead.",
    "The owners claim the boats that were seized.",
    "The rebels' claims they hold the town were denied.",
    "The insulting remarks he had made were forgotten.",
    "Having said the road was cut, the mayor left.",
    "However, the road was cut, and many left.",
    "The army did not say who had fired.",
    "We declined to comment.",
    "The minister, accused of the murder, was arrested on Friday.",
    "Voss, long blamed for the raid, fled to Bara.",
    "The mayor, told that the road was mined, turned back.",
    "In May, the guards, accused of theft, left.",
    "A guard accused of theft was arrested.",
    "The mayor, said to be in hiding, was arrested.",
    "The plan, added to the list, was late.",
    "Strikes blamed on the army hit the port.",
    "The toll reported on Friday was wrong.",
    "The measures announced in the north were lifted.",
    "The blast claimed at least 12 lives.",
    "The sickness claimed the lives of three nurses.",
    "Exiles carried signs demanding bread for the boy.",
    "A crowd with banners calling for bread blocked the road.",
]


DESCRIBED = [
    ("The rebels accused of the raid said the army had shelled Darin.", "The rebels", "the army had shelled Darin"),
    ("The minister accused of theft denied wrongdoing.", "The minister", "wrongdoing"),
    ("The minister accused of theft, however, denied wrongdoing.", "The minister", "wrongdoing"),
    ("The rebels blamed for the raid denied it.", "The rebels", "it"),
    ("The rebels blamed on Friday for the raid denied it.", "The rebels", "it"),
    ("The man charged with murder told police he was away.", "The man", "he was away"),
    ("The guards accused of burning the mill said it was empty.", "The guards", "it was empty"),
    ("The guards accused of having burnt the mill have said it was empty.", "The guards", "it was empty"),
    ("The guards accused of theft and murder denied it.", "The guards", "it"),
    ("The guards accused of theft and blamed for the fire denied it.", "The guards", "it"),
    ("The guards accused of a raid that killed ten denied it.", "The guards", "it"),
    ("In May a guard dismissed for theft said the mill was empty.", "a guard", "the mill was empty"),
    ("A man wounded in the raid said the road was cut.", "A man", "the road was cut"),
    ("A report released on Friday said the road was cut.", "A report", "the road was cut"),
    ("A monitor based in Bara said the road was cut.", "A monitor", "the road was cut"),
    (
        "The firm charged about 12 boats for fuel, the mayor said.",
        "the mayor",
        "The firm charged about 12 boats for fuel",
    ),
    # Nobody is described here, or not who speaks.
    ("Police charged with batons and protesters said ten were hurt.", "protesters", "ten were hurt"),
    ("A report accused of bias the mayor said was false.", "the mayor", "was false"),
    ("The army held the port and residents said the road was cut.", "residents", "the road was cut"),
    ("A cable we obtained on Friday said the road was cut.", None, None),
    ("The guards destroyed a truck located in Bara residents said.", None, None),
    ("Around 600 miners fled on foot the mayor said.", "the mayor", "Around 600 miners fled on foot"),
]


@pytest.mark.parametrize(("text", "speaker", "said"), DESCRIBED)
def test_a_participle_takes_no_report_from_its_clause(text: str, speaker: str | None, said: str | None) -> None:
    found = [(one.chain[0].name, *(text[start:end] for start, end in one.content)) for one in attributions(text)]
    assert ([] if speaker is None else [(speaker, said)]) == found


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_look_like_a_report_attribute_nothing(text: str) -> None:
    assert () == attributions(text)


def test_a_relaying_outlet_follows_the_origin_in_one_chain() -> None:
    found = only("The Lake Observatory said on Friday that two boats had sunk, Reuters reported.")
    assert ["The Lake Observatory", "Reuters"] == names(found)
    assert ["said", "reported"] == [link.verb for link in found.chain]
    assert 2 == len(found.evidence)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Reuters reported, citing two security sources, that the convoy was hit.",
            ["two security sources", "Reuters"],
        ),
        ("Ten died, state television reported, quoting a doctor.", ["a doctor", "state television"]),
        ("A resident told AFP that shells fell at dawn.", ["A resident", "AFP"]),
        ("The minister said in an interview with the BBC that talks failed.", ["The minister", "the BBC"]),
        ("The governor was quoted by Anadolu as saying that the road was shut.", ["The governor", "Anadolu"]),
        ("The monitor said the army claimed it had taken the hill.", ["the army", "The monitor"]),
    ],
)
def test_whoever_relays_stands_behind_the_origin(text: str, chain: list[str]) -> None:
    assert chain in [names(found) for found in attributions(text)]


@pytest.mark.parametrize(
    ("text", "chain", "said"),
    [
        (
            "The radio reported, quoting officials, that the port had fallen.",
            ["officials", "The radio"],
            "the port had fallen",
        ),
        (
            "The mayor was quoted by the radio as saying the port had fallen.",
            ["The mayor", "the radio"],
            "the port had fallen",
        ),
        (
            "The radio quoted the mayor as saying the port had fallen.",
            ["the mayor", "The radio"],
            "the port had fallen",
        ),
        ("The mayor said two boats had sunk, according to Reuters.", ["The mayor", "Reuters"], "two boats had sunk"),
        ("The mayor blamed the army, said the radio.", ["The mayor", "the radio"], "the army"),
        ("The army said the port “is shut”, the mayor said.", ["The army", "the mayor"], "the port “is shut”"),
        ("Two boats had sunk, the mayor said, Reuters reports.", ["the mayor", "Reuters"], "Two boats had sunk"),
        ("Two boats had sunk, the mayor said, according to AFP.", ["the mayor", "AFP"], "Two boats had sunk"),
        (
            "The radio quoted the mayor as saying the port had fallen, the Dawn news agency reports.",
            ["the mayor", "The radio", "the Dawn news agency"],
            "the port had fallen",
        ),
        ("The mayor was quoted as warning the rebels, according to AFP.", ["The mayor", "AFP"], "the rebels"),
        (
            "The mayor was quoted on Friday by the radio as telling reporters that the port had fallen.",
            ["The mayor", "the radio"],
            "the port had fallen",
        ),
        ("The radio reported the mayor as saying two boats sank.", ["the mayor", "The radio"], "two boats sank"),
        ("The mayor blamed the army, according to AFP.", ["The mayor", "AFP"], "the army"),
        ("In Bara, the radio quoted the mayor as saying ten died.", ["the mayor", "the radio"], "ten died"),
        ("The port had fallen, the mayor said, smiling.", ["the mayor"], "The port had fallen"),
    ],
)
def test_what_is_relayed_is_told_without_the_words_that_relay_it(text: str, chain: list[str], said: str) -> None:
    found = only(text)
    assert (chain, [said]) == (names(found), content(text, found))


def test_a_second_report_with_words_of_its_own_relays_nothing() -> None:
    mayor, reuters = attributions("The port fell, the mayor said, and Reuters reported that the bridge burned.")
    assert (["the mayor"], ["Reuters"]) == (names(mayor), names(reuters))


def test_who_is_quoted_as_denying_denies() -> None:
    found = only("State radio quoted the army as denying that its planes had bombed Bara.")
    assert (Stance.DENIES, ["the army", "State radio"]) == (found.stance, names(found))


@pytest.mark.parametrize(
    "text", ["The guards left, citing letters, diaries, police reports.", "It held maps, charts, the police reports."]
)
def test_reports_at_the_end_of_a_list_report_nothing(text: str) -> None:
    assert () == attributions(text)


ARMIES = [
    ("State radio quoted the army as saying rockets fell in Syria.", "Syrian government"),
    ("The army told SANA that rockets fell in Syria.", "Syrian government"),
    ("The army was quoted as warning Israel of a war with Syria.", "Syrian government"),
    ("The army blamed Israel for the war on Syria.", "Syrian government"),
    ("The army told Sputnik that rockets fell in Syria.", "Israeli government"),
    ("The army said that it had warned Syria.", "Israeli government"),
    ("The Israeli army blamed Syria.", "Israeli government"),
    ("The army was quoted as warning Lebanon of a war with Syria.", "Israeli government"),
]


@pytest.mark.parametrize(("told", "party"), ARMIES)
def test_an_army_is_of_the_state_whose_media_quote_it_and_not_of_that_it_speaks_against(told: str, party: str) -> None:
    found = attributions(f"Syria shut a road, Syria said. Israeli jets hit Syria. {told}")[-1]
    assert party == found.chain[0].party


def test_what_a_source_tells_of_another_is_not_vouched_for_by_both() -> None:
    text = "The monitor said the army claimed it had taken the hill."
    start = text.index("it had taken")
    covering = [found for found in attributions(text) if found.covers(start, len(text) - 1)]
    assert [["the army", "The monitor"]] == [names(found) for found in covering]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "According to the rebels, a boat sank, but according to Lena Voss, mayor of Amal, “it was empty.”",
            [("the rebels", Stance.ASSERTS, ["a boat sank"]), ("Lena Voss", Stance.ASSERTS, ["it was empty."])],
        ),
        (
            "The army said the guards fled; according to the rebels, they stayed.",
            [("The army", Stance.ASSERTS, ["the guards fled"]), ("the rebels", Stance.ASSERTS, ["they stayed"])],
        ),
        (
            "The army denied that it had bombed a camp, as church leaders had reported a day earlier.",
            [
                ("The army", Stance.DENIES, ["it had bombed a camp"]),
                ("church leaders", Stance.ASSERTS, ["it had bombed a camp"]),
            ],
        ),
        (
            "The rebels condemned a bombing of Amal, which the army has denied.",
            [
                ("The rebels", Stance.ASSERTS, ["a bombing of Amal"]),
                ("the army", Stance.DENIES, ["a bombing of Amal"]),
            ],
        ),
        (
            "The rebels said they held the bridge, which the mayor said was mined.",
            [
                ("The rebels", Stance.ASSERTS, ["they held the bridge, which the mayor said "]),
                ("the mayor", Stance.ASSERTS, ["was mined"]),
            ],
        ),
        (
            "The army denied that it fired as the mayor left the hall.",
            [("The army", Stance.DENIES, ["it fired as the mayor left the hall"])],
        ),
    ],
)
def test_who_speaks_of_the_same_matter_speaks_for_themselves(
    text: str, told: list[tuple[str, Stance, list[str]]]
) -> None:
    assert told == [(found.chain[0].name, found.stance, content(text, found)) for found in attributions(text)]


def test_a_medium_that_reported_it_passes_it_on() -> None:
    assert ["The army", "Reuters"] == names(only("The army said it held the bridge, as Reuters reported."))


def test_two_sources_of_one_sentence_keep_their_own_content() -> None:
    text = "The army said it had taken the hill, but rebels denied losing it."
    army, rebels = attributions(text)
    assert (Stance.ASSERTS, ["it had taken the hill"]) == (army.stance, content(text, army))
    assert (Stance.DENIES, ["losing it"]) == (rebels.stance, content(text, rebels))


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", Stance.ASSERTS),
        ("claimed", Stance.ASSERTS),
        ("confirmed", Stance.ASSERTS),
        ("denied", Stance.DENIES),
        ("rejected claims", Stance.DENIES),
        ("dismissed reports", Stance.DENIES),
        ("does not believe", Stance.DENIES),
        ("has not confirmed", Stance.NO_CONFIRMATION),
        ("refused to confirm", Stance.DECLINES_COMMENT),
    ],
)
def test_the_verb_alone_decides_the_stance(verb: str, stance: Stance) -> None:
    assert stance is only(f"The ministry {verb} that its planes had bombed the market.").stance


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "The ministry did not immediately respond to a request for comment.",
        "The ministry could not be reached for comment.",
        "There was no immediate comment from the ministry.",
        "The ministry declined to say whether its planes were flying.",
        "The ministry refused to discuss the raid.",
        "The ministry would not say how many had died.",
        "The ministry had no comment.",
        "The ministry had no immediate comment.",
        "The ministry made no further comment.",
    ],
)
def test_silence_is_a_stance_and_vouches_for_nothing(text: str) -> None:
    found = only(text)
    assert Stance.DECLINES_COMMENT is found.stance
    assert "ministry" in (found.chain[0].name or "")
    assert () == found.content


@pytest.mark.parametrize(
    "text",
    [
        "Rebels reportedly shot down a helicopter.",
        "The pilot is said to have fled.",
        "It was reported that the dam had burst.",
        "At least 51 people were reported killed in clashes.",
        "Ten miners were believed dead.",
    ],
)
def test_hearsay_has_an_unknown_and_unnamed_origin(text: str) -> None:
    found = only(text)
    assert (None, SourceType.UNKNOWN) == (found.chain[0].name, found.chain[0].type)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ten miners were reported missing, the army said.", ["the army"]),
        ("Ten miners were reported missing and the army said it would leave.", [None, "the army"]),
        ("The mayor is said to have fled, the army said.", [None, "the army"]),
        ("Ten miners were reported missing on Friday.", [None]),
    ],
)
def test_who_tells_at_the_end_what_was_reported_says_it(text: str, chain: list[str | None]) -> None:
    assert chain == [link.name for one in attributions(text) for link in one.chain]


@pytest.mark.parametrize("text", ["Ten miners were killed in clashes.", "The thief was reported on Friday."])
def test_what_befell_somebody_is_no_hearsay_by_itself(text: str) -> None:
    assert () == attributions(text)


@pytest.mark.parametrize(
    "text", ["The ministry had no water.", "Voss read no comment on the page.", "I had no comment."]
)
def test_who_has_nothing_else_is_not_silent(text: str) -> None:
    assert () == attributions(text)


def test_a_quotation_of_several_sentences_belongs_to_one_speaker() -> None:
    text = '"We hold the town," said Colonel Adel Karim. "We will not leave. Nobody can move us."'
    found = only(text)
    assert found.quoted
    assert ["We hold the town,", "We will not leave. Nobody can move us."] == content(text, found)


QUOTED = [
    ("“The road,” said the mayor, smiling at last, “is open.”", ["The road,", "is open."]),
    (
        "“We love the port,” the mayor said, but “when it rains, we drown.”",
        ["We love the port,", "when it rains, we drown."],
    ),
    ("“The road is open,” the mayor said by telephone on Friday.", ["The road is open,"]),
    ("“Stop the trucks now!” the mayor demanded.", ["Stop the trucks now!"]),
    ("The letter is short: “The road is shut,” the mayor wrote.", ["The road is shut,"]),
    (
        "“The road is open,” the mayor said. “It has been so since May. We will keep it so” for good.",
        ["The road is open,", "It has been so since May. We will keep it so"],
    ),
    (
        "“The road is open,” the mayor said, adding that it was safe. “It has been so since May.”",
        ["The road is open,", "It has been so since May."],
    ),
]


@pytest.mark.parametrize(("text", "said"), QUOTED)
def test_all_of_a_quotation_is_the_speakers(text: str, said: list[str]) -> None:
    found = attributions(text)[0]
    assert (["the mayor"], said) == (names(found), content(text, found))


@pytest.mark.parametrize("speaker", ["the mayor", "Lena Voss, mayor of Bara", "Lena Voss, a doctor in Bara"])
def test_who_speaks_between_a_subject_and_its_verb_says_both(speaker: str) -> None:
    text = f"The road to Bara, said {speaker}, is cut."
    found = only(text)
    assert [speaker.partition(",")[0]] == names(found)
    assert ["The road to Bara", "is cut"] == content(text, found)


def test_a_name_in_quotation_marks_is_nobodys_speech() -> None:
    text = "“We will fight,” the colonel said. “Black Hawk” helicopters flew over the town."
    assert ["We will fight,"] == content(text, attributions(text)[0])


@pytest.mark.parametrize(
    "text", ["The strike, reported by Radio Okapi, killed three.", "The toll, announced by phone, was ten."]
)
def test_a_participle_between_commas_makes_nobody_a_speaker(text: str) -> None:
    assert {"Radio Okapi"} >= {name for found in attributions(text) for name in names(found)}


def test_a_quotation_goes_to_who_is_named_behind_it() -> None:
    text = "“The road is open,” the mayor said. “It is mined!” A driver warned. “Turn back.”"
    mayor, driver = attributions(text)
    assert ["The road is open,"] == content(text, mayor)
    assert ["It is mined!", "Turn back."] == content(text, driver)


@pytest.mark.parametrize("ending", ["'s", "’s"])
def test_whose_claim_it_is_is_named_without_the_ending(ending: str) -> None:
    (found,) = attributions(f"The other side{ending} claim that our guns shelled the village is untrue.")
    assert ["The other side"] == names(found) == [span.text for span in found.mentions]


def test_a_quotation_running_over_paragraphs_belongs_to_one_speaker() -> None:
    text = 'The mayor said: "The first night was quiet.\n\n"The second was not. We lost the bridge."\n\nNight fell.'
    found = only(text)
    assert "second was not" in " ".join(content(text, found))
    assert "Night" not in " ".join(content(text, found))


def test_a_colon_announces_the_quotation_of_the_next_paragraph() -> None:
    text = 'The mayor said in a statement:\n\n"The bridge is closed."'
    found = only(text)
    assert "The bridge is closed." in content(text, found)


def test_a_quoted_word_does_not_make_the_content_direct_speech() -> None:
    found = only("The army said that it was “advancing” on the ridge.")
    assert not found.quoted


def test_words_inside_a_quotation_attribute_nothing() -> None:
    found = only("“Everyone said the road was open,” the driver told reporters.")
    assert "the driver" == found.chain[0].name


def test_a_pronoun_takes_the_name_of_the_speaker_before() -> None:
    text = "The United Nations said 400 people had fled. It also said that food was short."
    second = attributions(text)[1]
    link = second.chain[0]
    assert ("The United Nations", "United Nations") == (link.name, link.canonical)
    assert link.span is not None
    assert "The United Nations" == text[link.span.start : link.span.end]
    assert "It also said that" == second.evidence[0].text


def test_a_person_is_he_and_a_body_is_it() -> None:
    text = (
        "Governor Samir Haddad said the road was open. The Lake Commission said the river was rising. "
        "He said buses were waiting. It said boats were waiting."
    )
    third, fourth = attributions(text)[2:]
    assert "Governor Samir Haddad" == third.chain[0].name
    assert "The Lake Commission" == fourth.chain[0].name


def test_a_pronoun_without_an_antecedent_stays_as_written() -> None:
    assert "He" == only("He said the road was open.").chain[0].name


def test_a_surname_is_the_full_name_of_the_text() -> None:
    text = "Police chief Samir Haddad closed the road. Haddad said it was mined."
    assert "Samir Haddad" == only(text).chain[0].canonical


@pytest.mark.parametrize(
    ("full", "later", "canonical"),
    [
        ("Lena de Voss", "De Voss", "Lena de Voss"),
        ("Lena van der Voss", "Van der Voss", "Lena van der Voss"),
        ("Commissioner Lena O’Voss", "O'Voss", "Lena O’Voss"),
        ("Lena Voss", "De Voss", None),
        ("Lena Voss", "Vosse", None),
    ],
)
def test_particles_and_apostrophes_leave_a_surname_the_same(full: str, later: str, canonical: str | None) -> None:
    found = attributions(f"{full} said the bridge was closed. {later} said the road was cut.")[-1]
    assert (later, canonical) == (found.chain[0].name, found.chain[0].canonical)


def test_a_surname_two_people_share_is_left_alone() -> None:
    text = "Samir Haddad met Rana Haddad. Haddad said the road was mined."
    assert only(text).chain[0].canonical is None


@pytest.mark.parametrize("described", ["a monitor", "the monitor"])
def test_a_description_is_the_one_body_of_its_class(described: str) -> None:
    text = f"Ten boats sank, according to {described}.\n\nThe Lake Rights Observatory (LRO) counts boats."
    assert "Lake Rights Observatory" == only(text).chain[0].canonical


@pytest.mark.parametrize(
    ("described", "canonical"),
    [
        ("The Britain-based Observatory", "Syrian Observatory for Human Rights"),
        ("The Lund-based monitor", "Syrian Observatory for Human Rights"),
        ("A Lund-based monitor", None),
        ("The Salma Observatory", None),
    ],
)
def test_where_a_body_is_based_leaves_open_which_it_is(described: str, canonical: str | None) -> None:
    text = f"The Syrian Observatory for Human Rights said ten had died. {described} said the road was cut."
    assert canonical == attributions(text)[1].chain[0].canonical


def test_in_capitals_a_group_has_the_same_side() -> None:
    assert "rebels" == only("THE REBELS SAID THE ROAD WAS CUT.").chain[0].party


@pytest.mark.parametrize(
    ("denial", "said"),
    [
        ("The army rejected the plan, saying that it was late.", "the plan"),
        ("The army rejected the plan and said that it was late.", "the plan"),
        ("The army rejected the plan of the mayor, who said that it was late.", "the plan of the mayor"),
    ],
)
def test_what_a_speaker_goes_on_to_say_is_no_part_of_what_came_before(denial: str, said: str) -> None:
    assert [said] == content(denial, attributions(denial)[0])


def test_in_capitals_who_is_no_organisation() -> None:
    link = only("LENA VOSS, A DOCTOR WHO WAS ELECTED CHAIRMAN OF THE COUNCIL, SAID THE ROAD WAS CUT.").chain[0]
    assert SourceType.WITNESS is link.type


@pytest.mark.parametrize(
    ("described", "kind"), [("The Lund-based group", SourceType.MONITOR_NGO), ("The group", SourceType.UNKNOWN)]
)
def test_a_group_that_is_told_of_is_of_the_kind_of_its_body(described: str, kind: SourceType) -> None:
    text = f"The Syrian Observatory for Human Rights said ten had died. {described} said the road was cut."
    assert kind is attributions(text)[1].chain[0].type


def test_who_has_been_named_is_not_introduced_again() -> None:
    text = "The Lake Rights Observatory (LRO) counts boats. A monitor said ten sank. The monitor said one was found."
    first, second = attributions(text)
    assert (None, "Lake Rights Observatory") == (first.chain[0].canonical, second.chain[0].canonical)


def test_an_apposition_names_who_is_introduced() -> None:
    text = (
        "Amnesty International condemned the raid. A rights group, the Delta Lawyers' Association, said ten were held."
    )
    assert "Delta Lawyers' Association" == attributions(text)[1].chain[0].canonical


def test_an_acronym_is_what_the_article_says_it_is() -> None:
    text = "The Rapid Support Forces (RSF) took the town. The RSF said it held the port."
    link = only(text).chain[0]
    assert ("Rapid Support Forces", SourceType.PARTY_OFFICIAL) == (link.canonical, link.type)


@pytest.mark.parametrize("denial", ["Moscow's defence ministry said", "Moscow said"])
def test_what_a_capital_owns_is_its_governments(denial: str) -> None:
    text = f"The Russian navy left port. Ukraine's navy said it sank a ship. Ukraine cheered. {denial} all were safe."
    assert "Russian government" == attributions(text)[-1].chain[0].party


def test_whose_lawyer_speaks_does_not_speak() -> None:
    assert only("A lawyer for Jane Roe said she was ill.").chain[0].canonical is None


def test_who_has_seen_a_document_is_not_its_source() -> None:
    assert SourceType.DOCUMENT is only("A police report seen by Reuters said five had died.").chain[0].type


def test_who_is_accused_of_something_by_a_pronoun_is_no_part_of_its_name() -> None:
    assert ["it"] == names(only("The treasury sanctioned a company it accused of arming rebels."))


def test_a_description_with_two_candidates_is_left_alone() -> None:
    text = "Ten boats sank, according to a monitor. Airwars and Bellingcat count strikes."
    assert only(text).chain[0].canonical is None


TYPES = [
    ("a Syrian army spokesman", SourceType.PARTY_OFFICIAL, "Syrian government"),
    ("the Syrian government", SourceType.PARTY_OFFICIAL, "Syrian government"),
    ("Syrian state news agency SANA", SourceType.STATE_MEDIA, "Syrian government"),
    ("the Swedish foreign minister", SourceType.THIRD_STATE_OFFICIAL, None),
    ("Damascus", SourceType.PARTY_OFFICIAL, "Syrian government"),
    ("Ankara", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the Damascus opposition council", SourceType.PARTY_OFFICIAL, "Damascus opposition"),
    ("the Turkish ambassador", SourceType.THIRD_STATE_OFFICIAL, None),
    ("a senior US official", SourceType.ANONYMOUS_OFFICIAL, "US-led coalition"),
    ("the US-led coalition", SourceType.PARTY_OFFICIAL, "US-led coalition"),
    ("a security source", SourceType.ANONYMOUS_OFFICIAL, None),
    ("rebels", SourceType.PARTY_OFFICIAL, "rebels"),
    ("a Kurdish rebel commander", SourceType.PARTY_OFFICIAL, "Kurdish rebels"),
    ("the SDF", SourceType.PARTY_OFFICIAL, "Syrian Democratic Forces"),
    ("Human Rights Watch", SourceType.MONITOR_NGO, None),
    ("a rights group", SourceType.MONITOR_NGO, None),
    ("the Red Crescent", SourceType.AID_NGO, None),
    ("an aid agency", SourceType.AID_NGO, None),
    ("the UN", SourceType.IGO, None),
    ("a UN spokesman", SourceType.IGO, None),
    ("Reuters", SourceType.NEWS_AGENCY, None),
    ("Al Jazeera", SourceType.NEWS_OUTLET, None),
    ("a local newspaper", SourceType.NEWS_OUTLET, None),
    ("witnesses", SourceType.WITNESS, None),
    ("two residents", SourceType.WITNESS, None),
    ("a post on Telegram", SourceType.SOCIAL_MEDIA, None),
    ("a leaked memo", SourceType.DOCUMENT, None),
    ("The National", SourceType.NEWS_OUTLET, None),
    ("The National Guard", SourceType.PARTY_OFFICIAL, "Syrian government"),
    ("Tomas Lind", SourceType.UNKNOWN, None),
    ("Gen. Tomas Lind", SourceType.PARTY_OFFICIAL, None),
    ("Retired Gen. Tomas Lind", SourceType.UNKNOWN, None),
    ("Attorney General Tomas Lind", SourceType.UNKNOWN, None),
    ("US Gen. Tomas Lind", SourceType.PARTY_OFFICIAL, "US-led coalition"),
    ("Swedish Col. Tomas Lind", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the head of the country's border guard", SourceType.PARTY_OFFICIAL, "Syrian government"),
    ("a border resident", SourceType.WITNESS, None),
    ("media reports in Sweden", SourceType.NEWS_OUTLET, None),
    ("residents in Sweden", SourceType.WITNESS, None),
    ("officials in Sweden", SourceType.ANONYMOUS_OFFICIAL, None),
    ("neighbouring Sweden", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the Swedish Security Council", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the head of Sweden's Supreme National Security Council", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the UN Security Council", SourceType.IGO, None),
    ("the Security Council", SourceType.IGO, None),
    ("a commander of anti-coalition forces in Sweden", SourceType.PARTY_OFFICIAL, "anti-coalition forces"),
    ("anti-Voss fighters", SourceType.PARTY_OFFICIAL, "anti-Voss fighters"),
    ("anti-government protesters", SourceType.WITNESS, None),
    ("the Swedish anti-terror police", SourceType.THIRD_STATE_OFFICIAL, None),
    ("the state-run Sana agency", SourceType.STATE_MEDIA, "Syrian government"),
    ("the Syrian news agency Sana", SourceType.STATE_MEDIA, "Syrian government"),
    ("Sana Voss", SourceType.UNKNOWN, None),
    ("Tass", SourceType.STATE_MEDIA, "Russian government"),
    ("Sheikh Adel in a statement", SourceType.UNKNOWN, None),
    ("a man on state television", SourceType.STATE_MEDIA, "Syrian government"),
    ("the Swedish special representative for Syria", SourceType.THIRD_STATE_OFFICIAL, None),
]


@pytest.mark.parametrize(("name", "kind", "party"), TYPES)
def test_the_words_of_a_name_give_its_type_and_side(name: str, kind: SourceType, party: str | None) -> None:
    text = f"The Syrian army shelled the hill. The US-led coalition bombed a depot. Ten people died, {name} said."
    link = attributions(text)[-1].chain[0]
    assert (name, kind, party) == (link.name, link.type, link.party)


EMPLOYED = [
    ("Oxfam's country director", SourceType.AID_NGO, None),
    ("country director of Oxfam", SourceType.AID_NGO, None),
    ("Amnesty International's deputy director", SourceType.MONITOR_NGO, None),
    ("the deputy Africa director at HRW", SourceType.MONITOR_NGO, None),
    ("a reporter for Reuters", SourceType.NEWS_AGENCY, None),
    ("a rebel commander", SourceType.PARTY_OFFICIAL, "rebels"),
    ("spokesman for the rebels", SourceType.PARTY_OFFICIAL, "rebels"),
    ("a commander of the rebels in the north", SourceType.PARTY_OFFICIAL, "rebels"),
    ("a spokesman for the rebel forces", SourceType.PARTY_OFFICIAL, "rebels"),
    ("a commander with the rebels", SourceType.PARTY_OFFICIAL, "rebels"),
    ("chief negotiator for the rebels", SourceType.PARTY_OFFICIAL, "rebels"),
    ("a member of Hamas in the north", SourceType.PARTY_OFFICIAL, "Hamas"),
    ("rebel-held Bara reporter for Reuters", SourceType.NEWS_AGENCY, None),
    ("a commander who fought the rebels", SourceType.UNKNOWN, None),
    ("an analyst of militant groups", SourceType.UNKNOWN, None),
    ("a militia researcher", SourceType.UNKNOWN, None),
    ("an editor of the opposition daily", SourceType.NEWS_OUTLET, None),
    ("chief negotiator with the rebels", SourceType.UNKNOWN, None),
    ("an adviser on talks with Hamas", SourceType.UNKNOWN, None),
    ("a coordinator of talks with Hamas", SourceType.UNKNOWN, None),
    ("a spokeswoman for victims of the rebels", SourceType.UNKNOWN, None),
    ("a spokeswoman for rebel victims", SourceType.UNKNOWN, None),
    ("a former spokeswoman for the rebels", SourceType.UNKNOWN, None),
    ("a former rebel commander", SourceType.UNKNOWN, None),
    ("who reads Reuters", SourceType.UNKNOWN, None),
    ("a critic of Oxfam", SourceType.UNKNOWN, None),
    ("once jailed with rebels", SourceType.UNKNOWN, None),
    ("WHO's country director", SourceType.IGO, None),
    ("at a press briefing", SourceType.UNKNOWN, None),
    ("accused of an attack on the UN", SourceType.UNKNOWN, None),
    ("a doctor, in a letter to the UN", SourceType.WITNESS, None),
    ("of the UN", SourceType.IGO, None),
]


@pytest.mark.parametrize(("post", "kind", "party"), EMPLOYED)
def test_who_works_for_a_body_is_of_its_kind(post: str, kind: SourceType, party: str | None) -> None:
    link = only(f"Lena Voss, {post}, said the raid had failed.").chain[0]
    assert ("Lena Voss", None, kind, party) == (link.name, link.canonical, link.type, link.party)


@pytest.mark.parametrize(
    ("officer", "kind"),
    [
        ("Lt Gen Adel Karim", SourceType.PARTY_OFFICIAL),
        ("Col. Adel Karim", SourceType.PARTY_OFFICIAL),
        ("Former Col. Adel Karim", SourceType.UNKNOWN),
        ("Secretary General Adel Karim", SourceType.UNKNOWN),
        ("General Adel Karim", SourceType.PARTY_OFFICIAL),
        ("Major General Adel Karim", SourceType.PARTY_OFFICIAL),
        ("Captain Adel Karim", SourceType.PARTY_OFFICIAL),
        ("Colonel Karim", SourceType.PARTY_OFFICIAL),
        ("General Motors", SourceType.UNKNOWN),
        ("General Electric", SourceType.UNKNOWN),
        ("Major Western banks", SourceType.UNKNOWN),
        ("Major Hollywood studios", SourceType.UNKNOWN),
        ("Marshal Islands traders", SourceType.UNKNOWN),
        ("Captain Karim Hotel", SourceType.UNKNOWN),
        ("Fire Captain Adel Karim", SourceType.UNKNOWN),
        ("Director General Adel Karim", SourceType.UNKNOWN),
        ("Solicitor General Adel Karim", SourceType.UNKNOWN),
        ("General Secretary Adel Karim", SourceType.UNKNOWN),
    ],
)
def test_who_bears_a_rank_speaks_for_a_force(officer: str, kind: SourceType) -> None:
    assert kind is only(f"{officer} said the ridge had fallen.").chain[0].type


CONFIRMATIONS = [
    (
        "There was no official confirmation from the ministry regarding the capture.",
        "the ministry",
        "absent",
        "the capture",
    ),
    ("The ministry has not confirmed the strike.", "The ministry", "absent", "the strike"),
    ("Reuters could not immediately verify the report.", "Reuters", "absent", "the report"),
    ("The claim could not be independently verified.", "independently", "absent", "The claim"),
    ("Neither claim could be independently verified.", "independently", "absent", "Neither claim"),
    ("Neither side has confirmed the swap.", "Neither side", "absent", "the swap"),
    ("The general refused to confirm the raid.", "The general", "refused", "the raid"),
    ("Turkey has neither confirmed nor denied the raid.", "Turkey", "refused", "the raid"),
    ("The ministry confirmed that the town had fallen.", "The ministry", "given", "the town had fallen"),
    ("The strike was confirmed by the mayor.", "the mayor", "given", "The strike"),
    ("The ministry confirmed on Friday that the town had fallen.", "The ministry", "given", "the town had fallen"),
    ("The ministry confirmed to reporters that the town had fallen.", "The ministry", "given", "the town had fallen"),
    ("The ministry confirmed it had lost the town.", "The ministry", "given", "it had lost the town"),
    ("The ministry confirmed the town had fallen.", "The ministry", "given", "the town had fallen"),
    ("The town had fallen, the ministry confirmed.", "the ministry", "given", "The town had fallen"),
    ("The town had fallen, the ministry did not confirm.", "the ministry", "absent", "The town had fallen"),
    ("The ministry confirmed the strike on the town.", "The ministry", "given", "the strike on the town"),
    ("The ministry confirmed it on Friday.", "The ministry", "given", "it"),
]


@pytest.mark.parametrize(("text", "by", "state", "about"), CONFIRMATIONS)
def test_a_confirmation_is_given_absent_or_refused(text: str, by: str, state: str, about: str) -> None:
    (found,) = find_confirmations(article(text))
    assert (by, ConfirmationState(state)) == (found.confirmation.by, found.confirmation.state)
    assert about == (found.about.text if found.about else None)


def test_a_claim_that_is_rejected_is_denied_by_whoever_rejects_it() -> None:
    text = "The army said it had killed 15 fighters, a claim the rebels rejected."
    army, rebels = attributions(text)
    assert ["it had killed 15 fighters"] == content(text, army) == content(text, rebels)
    assert ("the rebels", Stance.DENIES) == (rebels.chain[0].name, rebels.stance)


def test_reasons_that_are_cited_are_no_source() -> None:
    assert ["State media"] == names(only("State media said the trip was cancelled, citing security concerns."))


def test_a_pronoun_may_stand_for_somebody_who_has_not_spoken() -> None:
    text = "Samir Haddad said the road was open. Rana Aziz was arrested. She said she had done nothing."
    assert "Rana Aziz" == attributions(text)[1].chain[0].name


def test_they_are_not_one_person() -> None:
    text = "Rebels seized the port. Samir Haddad said boats were burning. They said the crew had fled."
    assert "Rebels" == attributions(text)[1].chain[0].name


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Salma Observatory said rebel groups asked people to leave houses they said were mined.", "rebel groups"),
        (
            "The Salma Observatory said rebel groups asked people to leave houses which they said were mined.",
            "rebel groups",
        ),
        ("The council said the mayor asked people to leave houses they said were mined.", "The council"),
        ("The council said rebels asked people to leave. They said houses were mined.", "The council"),
        ("The council said rebels asked people to leave a house it said was mined.", "The council"),
    ],
)
def test_they_are_rather_several_who_speak_in_their_sentence(text: str, speaker: str) -> None:
    assert speaker == attributions(text)[-1].chain[0].name


def test_the_name_in_an_apposition_is_the_usual_name() -> None:
    assert "Musa Ali" == only("A farmer, Musa Ali, said the field was mined.").chain[0].canonical


@pytest.mark.parametrize(
    "text", ["Die Armee sagte, sie habe den Ort eingenommen.", "L'armée a annoncé la prise du village."]
)
def test_another_language_is_not_attributed_to_anybody(text: str) -> None:
    assert () == attributions(text)


def test_three_in_four_speakers_of_the_held_out_articles_are_found(data: Path) -> None:
    folder = data / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("PolNeAR is not here")
    found = count(list(read_articles(folder))[HELD_OUT - 1 :: HELD_OUT]).relations
    right, nearest = found["name found"] + found["pronoun found"], found["nearest outside"]
    total = found["name"] + found["pronoun"]
    assert right / total >= 0.75
    assert right > nearest


def test_the_seed_is_attributed_as_its_traps_demand(seed_text: str) -> None:
    seed = read_article(seed_text)
    chains = [
        [(link.canonical or link.name, link.type, link.party) for link in found.chain]
        for found in find_attributions(seed)
    ]
    monitor = ("Syrian Observatory for Human Rights", SourceType.MONITOR_NGO, None)
    assert [
        [monitor],
        [monitor, ("Al Jazeera", SourceType.NEWS_OUTLET, None)],
        [monitor],
        [("the Syrian government", SourceType.PARTY_OFFICIAL, "Syrian government")],
        [("Syrian Arab News Agency", SourceType.STATE_MEDIA, "Syrian government")],
        [("a senior US official", SourceType.ANONYMOUS_OFFICIAL, "US-led coalition")],
        [("Brett McGurk", SourceType.PARTY_OFFICIAL, "US-led coalition")],
        [("the US-led coalition", SourceType.PARTY_OFFICIAL, "US-led coalition")],
        [("United Nations", SourceType.IGO, None)],
        [("United Nations", SourceType.IGO, None)],
    ] == chains


def test_the_seed_keeps_each_source_to_its_own_words(seed_text: str) -> None:
    seed = read_article(seed_text)
    told = {seed_text[start:end] for found in find_attributions(seed) for start, end in found.content}
    assert {
        "45 percent of Raqqa was under control of the SDF",
        "an estimated 20,000 to 50,000 civilians remained in Raqqa",
        "there were about 2,000 fighters who remained in Raqqa",
        "the capture",
    } <= told
    assert any(words.startswith("Today in Raqqa, is fighting") and words.endswith("survival,") for words in told)
    assert any(words.endswith("the last major Daesh-held town in Homs Province") for words in told)


def test_the_seed_misses_one_official_confirmation(seed_text: str) -> None:
    (found,) = find_confirmations(read_article(seed_text))
    assert ("the Syrian government", ConfirmationState.ABSENT) == (found.confirmation.by, found.confirmation.state)
    assert "the capture" == (found.about.text if found.about else None)


FRAGMENTS = st.sampled_from(
    [
        "said", "said that", "told", "the army", "Reuters", '"', "“", "”", "''", ",", ".", ";", ":", "(", ")", "--",
        "—", "who", "and", "but", "according to", "citing", "confirm", "not", "no", "comment", "by", "He", "it", "\n\n",
        "\n", "on Friday", "reportedly", "-", "’", "‘", "a", "Syrian", "é", "\u2028", "denied", "as saying", "quoted",
    ]
)  # fmt: skip


@settings(max_examples=100)
@given(st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=40).map(" ".join)))
def test_any_text_is_attributed_without_an_error_and_every_span_is_true(text: str) -> None:
    made = article(f"x {text}")
    for found in find_attributions(made):
        for span in (*found.evidence, *found.mentions, *(link.span for link in found.chain if link.span)):
            assert span.text == made.text[span.start : span.end]
        assert all(0 <= start < end <= len(made.text) for start, end in found.content)
    for confirmed in find_confirmations(made):
        assert confirmed.evidence.text == made.text[confirmed.evidence.start : confirmed.evidence.end]


@pytest.mark.parametrize(
    "piece", ["said the army and ", '" said ', "the monitor said ", "no confirm not ", ", said X", "( "]
)
def test_a_sentence_of_one_repeated_piece_is_read_to_its_end(piece: str) -> None:
    text = piece * 800
    sentence = Sentence(number=1, start=0, end=len(text), text=text)
    made = Article(text=text, sentences=(sentence,), dateline=None, dateline_basis=DatelineBasis.NONE, id="x")
    spans = [span for found in find_attributions(made) for span in found.evidence]
    spans += [found.evidence for found in find_confirmations(made)]
    assert all(text[span.start : span.end] == span.text for span in spans)


SPOKEN_ON = [
    (
        "The army denied attacking the camp and said it had struck a depot.",
        [("denies", ["attacking the camp"]), ("asserts", ["it had struck a depot"])],
    ),
    (
        "The army rejected the report, but accused rebels of staging the attack.",
        [("denies", ["the report"]), ("asserts", ["rebels of staging the attack"])],
    ),
    (
        "The mayor condemned the raid and the army said it had left.",
        [("asserts", ["the raid"]), ("asserts", ["it had left"])],
    ),
    (
        "The mayor blamed cattle raiders, whereas elders said soldiers had attacked.",
        [("asserts", ["cattle raiders"]), ("asserts", ["soldiers had attacked"])],
    ),
    (
        "The mayor condemned the raid, and the army said it had left.",
        [("asserts", ["the raid"]), ("asserts", ["it had left"])],
    ),
    (
        "The army fled the port, the mayor said, saying it had won.",
        [("asserts", ["The army fled the port"]), ("asserts", ["it had won"])],
    ),
    (
        "The port was shut, the mayor said, and the road was cut.",
        [("asserts", ["The port was shut", "the road was cut"])],
    ),
    (
        "The port was shut -- the mayor said -- and the road was cut.",
        [("asserts", ["The port was shut", "the road was cut"])],
    ),
    ("The port was shut, the mayor said, but the road was open.", [("asserts", ["The port was shut"])]),
    (
        "The army said it had shelled the port, an attack that killed ten, a claim the rebels rejected.",
        [
            ("asserts", ["it had shelled the port, an attack that killed ten"]),
            ("denies", ["it had shelled the port, an attack that killed ten"]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), SPOKEN_ON)
def test_what_is_said_ends_where_its_speaker_says_something_else(text: str, told: list[tuple[str, list[str]]]) -> None:
    assert told == [(each.stance.value, content(text, each)) for each in attributions(text)]


@pytest.mark.parametrize("relative", ["which", "who"])
def test_what_the_accused_say_is_not_relayed_by_who_accuses_them(relative: str) -> None:
    accusing, denying = attributions(f"The mayor blamed the Front, {relative} denied involvement.")
    assert (["The mayor"], ["the Front"]) == (names(accusing), names(denying))
    assert accusing.content == denying.denied


@pytest.mark.parametrize("verb", ["accused rebels of looting", "condemned the raid", "denied the attack"])
def test_a_bare_object_is_relayed_as_a_clause_is(verb: str) -> None:
    for found in (only(f"The army {verb}, Reuters reported{when}.") for when in ("", " on Friday", " later")):
        assert ["The army", "Reuters"] == names(found)


def test_a_headline_names_its_source_behind_a_colon() -> None:
    found, _ = attributions("Ten dead in market blast: officials\n\nTen people died, officials said.")
    assert ("officials", SourceType.ANONYMOUS_OFFICIAL) == (found.chain[0].name, found.chain[0].type)


def test_what_follows_a_colon_in_a_headline_need_not_be_a_source() -> None:
    (found,) = attributions("Market blast: what happened next\n\nTen people died, officials said.")
    assert "officials" == found.chain[0].name


FRAGMENTS = (
    *("said", "Said", "deny", "according to", "confirm", "declined to comment", "reportedly", "the mayor", "a monitor"),
    *(
        "that",
        ",",
        "“",
        "”",
        '"',
        ".",
        ":",
        "it",
        "the town fell",
        "on Friday",
        "no",
        "was",
        "by",
        "Reuters",
        "well-said",
    ),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14), st.booleans())
def test_a_sentence_that_is_passed_over_attributes_nothing(fragments: list[str], heading: bool) -> None:
    text = " ".join(fragments)
    sentence = Sentence(number=1, start=0, end=len(text), text=text, heading=heading)
    told = Article(text=text, sentences=(sentence,), dateline=None, dateline_basis=DatelineBasis.NONE, id="x")
    rows = sources.Rows(told)
    if not list(rows.with_any(sources._TELLING, headings=True)):
        assert [] == sources._in_row(rows[0], rows.confirmations(0), sources.sides_of(text))
    if not list(rows.with_any(CONFIRMING)):
        assert [] == list(confirmations_in(rows[0]))
