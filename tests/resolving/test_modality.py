from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.record import Modality
from summarize.resolving import modality
from summarize.resolving.modality import find_modality

CLAUSES = [
    ("The army took the town on Friday", Modality.ACTUAL),
    ("Troops have captured three villages", Modality.ACTUAL),
    ("Fighters remained in the old quarter", Modality.ACTUAL),
    ("Smoke could be seen over the port", Modality.ACTUAL),
    ("On 6 May rebels shelled the airport", Modality.ACTUAL),
    ("REBELS SHELLED THE AIRPORT ON 6 MAY", Modality.ACTUAL),
    ("Maybe the army took the town", Modality.HYPOTHETICAL),
    ("THE MİNİSTRY DENİED THE RAID", Modality.DENIED),
    ("The operation was not only costly", Modality.ACTUAL),
    ("The militia is advancing on the ridge", Modality.ONGOING),
    ("Soldiers have also been moving south", Modality.ONGOING),
    ("The columns were still closing in", Modality.ONGOING),
    ("Operations are currently focused on taking the city", Modality.ONGOING),
    ("Shelling continued overnight", Modality.ONGOING),
    ("Fighters are trying to cut the road", Modality.ONGOING),
    ("The brigade is set to withdraw", Modality.PLANNED),
    ("The government plans to reopen the crossing", Modality.PLANNED),
    ("The company announced it would leave the port", Modality.PLANNED),
    ("Delegates will meet on Monday", Modality.PLANNED),
    ("The envoy expects to meet delegates on Monday", Modality.PLANNED),
    ("The general said 200 soldiers would be brought to the port", Modality.PLANNED),
    ("The general said bridges would be a help", Modality.HYPOTHETICAL),
    ("The two sides agreed to exchange prisoners", Modality.PLANNED),
    ("The general ordered his men to fall back", Modality.PLANNED),
    ("A highway would allow the column to push north", Modality.HYPOTHETICAL),
    ("Dozens may have drowned", Modality.HYPOTHETICAL),
    ("Gunmen could attack the convoy", Modality.HYPOTHETICAL),
    ("Ten people are feared dead", Modality.HYPOTHETICAL),
    ("If talks fail, the army attacks", Modality.HYPOTHETICAL),
    ("The agency warned of a new wave of displacement", Modality.HYPOTHETICAL),
    ("The council called for a ceasefire", Modality.HYPOTHETICAL),
    ("The militia denied carrying out the raid", Modality.DENIED),
    ("Planes did not attack the hospital", Modality.DENIED),
    ("No one was hurt", Modality.DENIED),
    ("No shells were fired", Modality.DENIED),
    ("The garrison refused to surrender", Modality.DENIED),
    ("Rebels failed to take the bridge", Modality.DENIED),
    ("The battalion won’t withdraw", Modality.DENIED),
    ("It would not have reached the river", Modality.HYPOTHETICAL),
]


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_a_clause_has_the_modality_its_words_say(clause: str, expected: Modality) -> None:
    assert expected == find_modality(clause)


TRIGGERS = [
    ("The army took the hill and plans to attack the port", "took", Modality.ACTUAL),
    ("The army took the hill and plans to attack the port", "attack", Modality.PLANNED),
    ("The ministry denied that planes had bombed the market", "had bombed the market", Modality.DENIED),
    ("Thousands fled, fearing that the army would return", "fled", Modality.ACTUAL),
    ("Thousands fled, fearing that the army would return", "return", Modality.HYPOTHETICAL),
    ("Troops will attack and seize the bridge", "seize", Modality.PLANNED),
    ("The town lies on a road that would let troops push east", "push east", Modality.HYPOTHETICAL),
    ("The town lies on a road that would let troops push east", "lies", Modality.ACTUAL),
    ("Strikes are focused on taking the city", "taking the city", Modality.ONGOING),
    ("Nobody was hurt when a shell hit the school", "hit the school", Modality.ACTUAL),
    ("Two thousand people marched through the rain to demand a new vote", "marched", Modality.ACTUAL),
    ("Two thousand people marched through the rain to demand a new vote", "vote", Modality.HYPOTHETICAL),
    ("They walked from the stadium to call for a truce", "walked", Modality.ACTUAL),
    ("They walked from the stadium to call for a truce", "truce", Modality.HYPOTHETICAL),
    ("The ministry demands an end to the raids", "demands", Modality.ACTUAL),
    ("The ministry dismissed the report", "dismissed", Modality.ACTUAL),
    ("The ministry dismissed the report", "report", Modality.DENIED),
    ("The two sides agreed to exchange prisoners", "agreed", Modality.ACTUAL),
    ("The two sides agreed to exchange prisoners", "exchange prisoners", Modality.PLANNED),
    ("Fires and threats have driven families from the camp", "driven", Modality.ACTUAL),
    ("The threat of a raid drove families from the camp", "raid", Modality.HYPOTHETICAL),
    ("No clashes were reported on Friday", "clashes", Modality.DENIED),
    ("No ceasefire has been agreed", "ceasefire", Modality.DENIED),
    ("A ceasefire was demanded by the council", "ceasefire", Modality.HYPOTHETICAL),
    ("A ceasefire has been called for by the council", "ceasefire", Modality.HYPOTHETICAL),
    ("Vor der Straße demanded a vote, rebels said", "vote", Modality.HYPOTHETICAL),
    ("The raid could not be independently verified", "raid", Modality.ACTUAL),
    ("The raid could not be stopped by the guards", "raid", Modality.DENIED),
    ("“Rebels shelled Bor on Monday. Nobody helped us,” he said", "shelled", Modality.ACTUAL),
    ("“Nobody helped us! Rebels shelled Bor on Monday,” he said", "shelled", Modality.ACTUAL),
    ("“Rebels came. Nobody shelled Bor,” he said", "shelled", Modality.DENIED),
    ("The army did not help Gen. J. Bor shell the town", "shell", Modality.DENIED),
    ("The army did not help the U.S. Marines shell the town", "shell", Modality.DENIED),
    ("The city was shelled but nobody was hurt", "shelled", Modality.ACTUAL),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), TRIGGERS)
def test_a_trigger_is_read_in_its_own_clause(sentence: str, trigger: str, expected: Modality) -> None:
    start = sentence.index(trigger)
    assert expected == find_modality(sentence, start=start, end=start + len(trigger))


GRANTED = [
    ("The premier vowed to avenge the attack on the port", "attack", Modality.ACTUAL),
    ("The council called for an inquiry into the raid", "raid", Modality.ACTUAL),
    ("The militia did not condemn Friday's attack", "attack", Modality.ACTUAL),
    ("The aid agency called for the release of the girls abducted on Friday", "abducted", Modality.ACTUAL),
    ("The rebels have not left the town seized in May", "seized", Modality.ACTUAL),
    ("The navy will free the sailors captured by pirates", "captured", Modality.ACTUAL),
    ("The attack will not change our policy", "attack", Modality.ACTUAL),
    ("The raid on the depot could derail the peace process", "raid", Modality.ACTUAL),
    ("The raid did not stop traffic", "raid", Modality.ACTUAL),
    ("The truce was not a dream", "truce", Modality.ACTUAL),
    ("The curfew will remain in force until Friday", "curfew", Modality.ACTUAL),
    ("The curfew in the port will be lifted on Friday", "curfew", Modality.ACTUAL),
    ("The siege would end on Friday", "siege", Modality.ACTUAL),
    ("The army failed to take it in an offensive", "offensive", Modality.ACTUAL),
    ("The militia warned they would retaliate if struck", "warned", Modality.ACTUAL),
    ("The ministry accused rebels of planning to shell the port", "accused", Modality.ACTUAL),
    ("The mayor said the army was shelling the port", "said", Modality.ACTUAL),
    ("No group has claimed the shelling of the camp", "shelling", Modality.ACTUAL),
    ("No one claimed responsibility for Monday's attack", "attack", Modality.ACTUAL),
    ("Neither side has commented on the raid", "raid", Modality.ACTUAL),
    ("The militia has not admitted a raid on the port", "raid", Modality.ACTUAL),
    ("The army said it was not behind the attack on the market", "attack", Modality.ACTUAL),
    ("The militia denied responsibility for Monday's bombing", "bombing", Modality.ACTUAL),
    ("The militia denied having any role in the disappearance of two men", "disappearance", Modality.ACTUAL),
    ("It is unclear whether the army was behind a shooting at the port", "shooting", Modality.ACTUAL),
    ("The envoy demanded an inquiry into a shooting at the port", "shooting", Modality.ACTUAL),
    ("The council urged the court to condemn two raids on the camp", "raids", Modality.ACTUAL),
    ("The police will not investigate a raid on the camp", "raid", Modality.ACTUAL),
    ("The court will try five men over an attack on a bus", "attack", Modality.ACTUAL),
    ("The minister will visit the scene of an attack on a bus", "attack", Modality.ACTUAL),
    ("The bishop urged restraint following an attack on a church", "attack", Modality.ACTUAL),
    ("Families demanded compensation for victims of an air strike in May", "air strike", Modality.ACTUAL),
    ("The mayor will attend the funeral of soldiers killed in an ambush", "ambush", Modality.ACTUAL),
    ("The mayor will attend the funeral of soldiers killed in an ambush", "killed", Modality.ACTUAL),
    ("The party called for mourning for those wounded in a bombing", "wounded", Modality.ACTUAL),
    ("There did not appear to be any link to explosions in the port", "explosions", Modality.ACTUAL),
    ("The council called for an end to attacks on aid workers", "attacks", Modality.ACTUAL),
    ("The envoy urged the army to stop air strikes on the port", "air strikes", Modality.ACTUAL),
    ("Police are investigating whether the attack was planned abroad", "attack", Modality.ACTUAL),
    ("Police are investigating the attack on the bus", "attack", Modality.ACTUAL),
    ("It is unclear whether the attack was carried out by rebels", "attack", Modality.ACTUAL),
    ("The army would strike following the attack", "attack", Modality.ACTUAL),
    ("I can confirm that a man was arrested in the port", "arrested", Modality.ACTUAL),
    ("The ministry could not independently confirm that a man was arrested", "arrested", Modality.ACTUAL),
    ("Kidnappers kept their promise to kill a trader", "kill", Modality.ACTUAL),
    ("The militia carried out its threat to bomb the bridge", "bomb", Modality.ACTUAL),
    ("The rebels threatened two villages if the army struck again", "threatened", Modality.ACTUAL),
    ("The rebels issued a threat to the villages unless the siege ended", "threat", Modality.ACTUAL),
]

NOT_GRANTED = [
    ("The rebels called for an attack on the port", "attack", Modality.HYPOTHETICAL),
    ("The rebels vowed to attack the port", "attack", Modality.PLANNED),
    ("The premier vowed to respond to any attack", "attack", Modality.PLANNED),
    ("The army will launch the offensive on Monday", "offensive", Modality.PLANNED),
    ("The army denied the attack", "attack", Modality.DENIED),
    ("The ministry denied the police fired on the crowd", "fired", Modality.DENIED),
    ("The ministry dismissed reports the police fired on the crowd", "fired", Modality.DENIED),
    ("Villagers fear the rebels attacked on Friday", "attacked", Modality.HYPOTHETICAL),
    ("The town will be seized by noon", "seized", Modality.PLANNED),
    ("The rebels will let the town split into two", "split", Modality.PLANNED),
    ("The offensive will begin on Monday", "offensive", Modality.PLANNED),
    ("The offensive will displace thousands", "offensive", Modality.PLANNED),
    ("The raid did not take place", "raid", Modality.DENIED),
    ("The raid was not carried out", "raid", Modality.DENIED),
    ("A truce did not hold", "truce", Modality.DENIED),
    ("The curfew will not remain in force", "curfew", Modality.DENIED),
    ("The curfew will be imposed on Friday", "curfew", Modality.PLANNED),
    ("A curfew will end a week of protests", "curfew", Modality.PLANNED),
    ("The army failed to launch an offensive", "offensive", Modality.DENIED),
    ("The militia would warn them if struck", "warn", Modality.HYPOTHETICAL),
    ("The airstrikes have been targeting the port", "airstrikes", Modality.ONGOING),
    ("Nobody claimed the attack took place", "attack", Modality.DENIED),
    ("Nobody claimed the army shelled the port", "shelled", Modality.DENIED),
    ("The army will strike over the border", "strike", Modality.PLANNED),
    ("Police foiled a bomb attack on a bus", "attack", Modality.DENIED),
    ("The guards prevented another raid on the camp", "raid", Modality.DENIED),
    ("The army prevented a column from leaving", "prevented", Modality.ACTUAL),
    ("The army could announce an air strike on the port", "air strike", Modality.HYPOTHETICAL),
    ("It is unclear whether the attack was real", "attack", Modality.HYPOTHETICAL),
    ("It is unclear whether the attack was carried out", "attack", Modality.HYPOTHETICAL),
    ("It is unclear whether the attack is planned", "attack", Modality.HYPOTHETICAL),
    ("The army would strike following an attack", "attack", Modality.HYPOTHETICAL),
    ("The mayor warned of clashes over an arrest", "arrest", Modality.HYPOTHETICAL),
    ("The council would denounce an attack on the port", "attack", Modality.HYPOTHETICAL),
    ("The council promised to condemn an attack", "attack", Modality.PLANNED),
    ("The army kept the possibility of an attack alive", "attack", Modality.HYPOTHETICAL),
    ("Rebels kept the threat of attacks alive", "attacks", Modality.HYPOTHETICAL),
    ("Rebels kept plans to attack the port secret", "attack", Modality.PLANNED),
    ("The rebels threatened an attack over the killing", "attack", Modality.HYPOTHETICAL),
    ("Villagers fear being killed in an attack on the port", "attack", Modality.HYPOTHETICAL),
    ("The rebels called for an attack to end the siege", "attack", Modality.HYPOTHETICAL),
    ("The army will end the operation with an attack on the port", "attack", Modality.PLANNED),
    ("The army will stop any attack on the port", "attack", Modality.PLANNED),
    ("Police are investigating whether the army shelled the town", "shelled", Modality.HYPOTHETICAL),
    ("It is unclear whether the attack will take place", "attack", Modality.PLANNED),
    ("Observers can see the army shelling the port", "shelling", Modality.HYPOTHETICAL),
    ("Kidnappers repeated their promise to kill a trader", "kill", Modality.PLANNED),
    ("The army denied that it was behind any attack on the port", "attack", Modality.DENIED),
    ("The army denied that a militia behind the port attacked the market", "attacked", Modality.DENIED),
    ("The envoy demanded an inquiry into a possible shooting at the port", "shooting", Modality.HYPOTHETICAL),
    ("The militia would respond to an attack on the port", "attack", Modality.HYPOTHETICAL),
    ("The rebels could threaten the port if the army withdrew", "threaten", Modality.HYPOTHETICAL),
    ("The army denied a claim that the shelling of the camp was its work", "shelling", Modality.DENIED),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), [*GRANTED, *NOT_GRANTED])
def test_what_a_clause_takes_for_granted_is_outside_its_cues(sentence: str, trigger: str, expected: Modality) -> None:
    start = sentence.index(trigger)
    assert expected == find_modality(sentence, start=start, end=start + len(trigger))


INSERTED = [
    ("The first convoy, carrying 25 trucks, could reach the port if talks succeed", "convoy", Modality.HYPOTHETICAL),
    ("The army, backed by jets, will attack", "army", Modality.PLANNED),
    ("A raid, the third this week, did not take place", "raid", Modality.DENIED),
    ("The convoy, which may be late, has left", "convoy", Modality.ACTUAL),
    ("The general who led the attack, a veteran, will resign", "attack", Modality.ACTUAL),
    ("Rebels shelled the town, the army, a ministry and a school, will sources say", "shelled", Modality.ACTUAL),
    ("The rebels attacked, police said, and will attack again", "attacked", Modality.ACTUAL),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), INSERTED)
def test_what_is_inserted_does_not_part_a_subject_from_its_verb(
    sentence: str, trigger: str, expected: Modality
) -> None:
    start = sentence.index(trigger)
    assert expected == find_modality(sentence, start=start, end=start + len(trigger))


@given(st.text(max_size=400), st.integers(-10, 500), st.integers(-10, 500))
def test_no_text_and_no_range_make_it_raise(text: str, start: int, end: int) -> None:
    assert find_modality(text, start=start, end=end) in Modality


@pytest.mark.parametrize("name", [name for name, *_ in modality.RULES])
@given(data=st.data())
def test_whatever_holds_a_cue_has_one_of_the_letters_that_it_is_looked_for_by(name: str, data: st.DataObject) -> None:
    cue = next(pattern for rule, pattern, _ in modality.RULES if rule == name)
    small = modality._small(data.draw(st.from_regex(cue)))
    assert any(stem in small for stem in modality._STEMS_OF[name])


SEED = [
    ("had taken the town of al-Sukhna", Modality.ACTUAL),
    ("push into Daesh territory", Modality.HYPOTHETICAL),
    ("was moving into al-Sukhna", Modality.ONGOING),
    ("is losing ground", Modality.ONGOING),
    ("have also been advancing", Modality.ONGOING),
    ("taking the city of Raqqa", Modality.ONGOING),
    ("have made steady advances", Modality.ACTUAL),
    ("began its assault", Modality.ACTUAL),
    ("remained in Raqqa", Modality.ACTUAL),
    ("have fled their homes", Modality.ACTUAL),
]


@pytest.mark.parametrize(("words", "expected"), SEED)
def test_the_seed_takes_no_goal_and_no_possibility_for_a_fact(seed_text: str, words: str, expected: Modality) -> None:
    start = seed_text.index(words)
    assert expected == find_modality(seed_text, start=start, end=start + len(words))
