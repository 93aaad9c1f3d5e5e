"""Times of another clause or another act date no event of the main clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.draft import GroundedEvent
from summarize.reading import read_article
from summarize.record import EventType, TimeBasis
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import resolve_event
from summarize.resolving.time_scope import Apart, apart, in_relative_clause, since

UNDATED = "../2026-03-04"


def _edtf(text: str, anchor: str, kind: EventType = EventType.OTHER) -> str:
    """The time of the event that the first such words of the only sentence announce."""
    article = read_article(text, dateline="2026-03-04")
    sentence = article.sentences[0]
    start = sentence.text.index(anchor)
    grounded = GroundedEvent(sentence, (start, start + len(anchor)), kind, label="event")
    time = resolve_event(grounded, ArticleContext(article))[0].event.time
    assert time is not None
    assert time.span is None or time.text == time.span.text
    return time.edtf


RELATIVE = [
    ("The front, which fought a war in 2006, has sent fighters to Darin.", "sent", UNDATED),
    ("The army retook the town that rebels had seized in May.", "retook", UNDATED),
    ("The army retook the town that rebels had seized on Monday.", "retook", UNDATED),
    ("The army shelled a camp that opened in 2015.", "shelled", UNDATED),
    ("The militia that seized the port in May shelled Bor.", "shelled", UNDATED),
    ("Ministers met and agreed that a truce would begin in June.", "met", UNDATED),
    ("The army retook the town that rebels had seized in May.", "seized", "2025-05"),
    ("The rebels who in May shelled the port have left.", "shelled", "2025-05"),
    ("A bombing in Bor that killed 12 people on Friday was condemned.", "bombing", "2026-02-27"),
    ("Twelve people were killed in a raid that began on Friday.", "killed", "2026-02-27"),
    ("A bomb that exploded on Friday killed 12 people.", "killed", "2026-02-27"),
    ("The raid, which began on Friday, killed 12 people.", "killed", "2026-02-27"),
    ("Rebels, who hold the port, shelled Bor on Friday.", "shelled", "2026-02-27"),
    ("The front, which answers to nobody, shelled Bor on Friday.", "shelled", "2026-02-27"),
    ("In 2015 the army retook the town, which has a port.", "retook", "2015"),
    ("It was on Friday that rebels shelled Bor.", "shelled", "2026-02-27"),
    ("A man who had fled the town said a blast on Friday killed 12 people.", "killed", "2026-02-27"),
    ("A man who robbed a bank and fled in May was arrested.", "arrested", UNDATED),
]
"""A clause that tells of the event itself, or that a mark or another verb has shut, leaves the event its time."""

READ_WITH_THE_MAIN_CLAUSE = [
    ("Rebels shelled the camp that holds 2,000 people on Friday.", "shelled", "2026-02-27"),
    ("Rebels shelled a bus that was carrying pilgrims on Friday.", "shelled", "2026-02-27"),
    ("Police shot a man who tried to enter the port on Friday.", "shot", "2026-02-27"),
    ("Police shot a man who tried to enter the port in 2014.", "shot", UNDATED),
    ("Police held a man after he shot at them on Monday.", "held", "2026-03-02"),
    ("Police held a man after he shot at them in 2014.", "held", UNDATED),
    ("Police held a man after he had shot at them on Monday.", "held", UNDATED),
    ("After the army left the town in May, rebels seized the port.", "seized", UNDATED),
]
"""What is or was going on has no day of its own; of two readings, only a day of the news goes with the main clause."""

PARTICIPLES = [
    ("Gunmen killed the mayor, elected in 2015, at his home.", "killed", UNDATED),
    ("Rebels, driven from the port in May, shelled Bor.", "shelled", UNDATED),
    ("Ministers met in Darin, worried about the strike planned for Friday.", "met", UNDATED),
    ("A man arrested in May attacked two policemen.", "attacked", UNDATED),
    ("Rebels released a nurse kidnapped in 2015.", "released", UNDATED),
    ("Rebels released a nurse kidnapped in 2015.", "kidnapped", "2015"),
    ("The army, backed by jets, retook the port on Friday.", "retook", "2026-02-27"),
    ("Twelve people were killed in a raid carried out on Friday.", "killed", "2026-02-27"),
    ("The road will be shut at noon and stay closed until Friday.", "shut", "2026-03-04/2026-03-06"),
    ("Residents fled when the army retreated on Friday.", "fled", "2026-02-27"),
    ("The front called it a lie in a recording released on Friday.", "called", "2026-02-27"),
]

ANOTHER_ACT = [
    ("A court jailed a man for the murder of a nurse in 2014.", "jailed", UNDATED),
    ("Protesters marched over the killing of a student in June.", "marched", UNDATED),
    ("Police arrested a man over a bombing on 3 March that killed 12.", "arrested", UNDATED),
    ("Ministers met in Darin on the anniversary of a bombing in June.", "met", UNDATED),
    ("After the killing of a student in June, protesters marched in Darin.", "marched", UNDATED),
    ("Bombings in Bor, which came after a warning in June, destroyed a road.", "Bombings", UNDATED),
    ("Protesters marched over the killing of a student on Monday.", "marched", "2026-03-02"),
    ("On Friday police arrested a man over a bombing in June.", "arrested", "2026-02-27"),
    ("A court jailed a man in 2014 for the murder of a nurse.", "jailed", "2014"),
    ("Police condemned the murder of a nurse in 2014.", "murder", "2014"),
    ("A man died during a protest in June.", "died", "2025-06"),
    ("Rebels shelled Bor on Friday, a week after the May 3 truce.", "shelled", "2026-02-27"),
]

CONJUNCTS = [
    ("The militia was formed in 2014 and has shelled Bor.", "shelled", UNDATED),
    ("Rebels shelled Bor and will meet envoys on Friday.", "shelled", UNDATED),
    ("The front has held Bor, and the army cleared a fifth of it in May.", "held", UNDATED),
    ("Rebels shelled Bor in May and left in June.", "left", "2025-06"),
    ("Rebels shelled Bor in May and left in June.", "shelled", "2025-05"),
    ("Gunmen stormed the village on Friday and killed 12 people.", "killed", "2026-02-27"),
    ("The militia has shelled Bor and the port on Monday.", "shelled", "2026-03-02"),
    ("Two people have been killed and 10 have been wounded in Bor on Monday.", "killed", "2026-03-02"),
    ("Two people have been killed in Bor on Monday and 10 have been wounded.", "wounded", "2026-03-02"),
    ("Two people have been killed and 10 wounded in Bor on Monday.", "killed", "2026-03-02"),
]


@pytest.mark.parametrize(
    ("text", "anchor", "edtf"), RELATIVE + READ_WITH_THE_MAIN_CLAUSE + PARTICIPLES + ANOTHER_ACT + CONJUNCTS
)
def test_an_event_has_no_time_of_another_clause_or_act(text: str, anchor: str, edtf: str) -> None:
    assert edtf == _edtf(text, anchor)


SINCE = [
    ("The force has captured 30 villages since the campaign began in May.", "captured", "2025-05/.."),
    ("Since the war began in 2011, rebels have shelled Bor.", "shelled", "2011/.."),
    ("Rebels have shelled Bor 12 times since the truce in 2015.", "shelled", "2015/.."),
    ("The front is thought to have bombed Bor since the war began in 2011.", "bombed", "2011/.."),
    ("The deadliest attack since the war began in 2011 hit Bor.", "attack", UNDATED),
    ("The front has held Bor, and the army has cleared a fifth since the war began in 2011.", "held", UNDATED),
    ("Rebels shelled Bor on Friday for the first time since the war began in 2011.", "shelled", "2026-02-27"),
    ("Rebels have shelled Bor since a war that began in 2011.", "began", "2011"),
]


@pytest.mark.parametrize(("text", "anchor", "edtf"), SINCE)
def test_what_has_been_since_something_began_is_from_then_on(text: str, anchor: str, edtf: str) -> None:
    assert edtf == _edtf(text, anchor)


OVER = [
    ("Ministers met in Darin about the vote on 20 March.", "met", EventType.TALKS, UNDATED),
    ("Rebels threatened to strike two villages if jets came.", "threatened", EventType.VERBAL_CONFLICT, UNDATED),
    ("Rebels were threatening to strike two villages.", "threatening", EventType.VERBAL_CONFLICT, UNDATED),
    ("Ministers will meet in Darin on Friday.", "meet", EventType.TALKS, "2026-03-06"),
    ("Unions called a strike for Friday.", "strike", EventType.PROTEST, "2026-03-06"),
    ("Rebels will strike two villages if jets come.", "strike", EventType.ATTACK_ON_CIVILIANS, "2026-03-04/.."),
    ("The army imposed a curfew until Friday.", "imposed", EventType.RESTRICTION, "../2026-02-27"),
]


@pytest.mark.parametrize(("text", "anchor", "kind", "edtf"), OVER)
def test_what_has_happened_is_of_no_day_to_come(text: str, anchor: str, kind: EventType, edtf: str) -> None:
    assert edtf == _edtf(text, anchor, kind)


SAYING = [
    ("The minister, who was elected in 2015, said that rebels had shelled Bor.", UNDATED),
    ("Rebels had shelled Bor, said the minister, who was elected in 2015.", UNDATED),
    ("The minister, who was elected in 2015, said on Monday that rebels had shelled Bor.", "../2026-03-02"),
    ("In a statement released on Monday, the minister said that rebels had shelled Bor.", "../2026-03-02"),
]


@pytest.mark.parametrize(("text", "edtf"), SAYING)
def test_a_clause_about_the_speaker_does_not_date_the_saying(text: str, edtf: str) -> None:
    assert edtf == _edtf(text, "shelled", EventType.SHELLING)


def test_the_words_of_since_are_those_of_the_article() -> None:
    text = "The force has captured 30 villages since the campaign began in May."
    article = read_article(text, dateline="2026-03-04")
    sentence = article.sentences[0]
    start = text.index("captured")
    grounded = GroundedEvent(sentence, (start, start + 8), EventType.TERRITORY_CAPTURED)
    time = resolve_event(grounded, ArticleContext(article))[0].event.time
    assert time is not None
    assert ("since the campaign began in May", TimeBasis.EXPLICIT) == (time.text, time.basis)


def test_words_behind_a_preposition_open_no_relative_clause() -> None:
    assert in_relative_clause("41 people, who had fled in ")
    assert in_relative_clause("the town that rebels seized in ")
    assert not in_relative_clause("41 people, who had fled, died in ")
    assert not in_relative_clause("41 people died after that attack in ")


@given(st.text(max_size=120), *[st.integers(0, 130)] * 4)
def test_no_text_makes_it_raise(text: str, start: int, length: int, at: int, size: int) -> None:
    anchor, time = (start, start + length), (at, at + size)
    assert apart(text, anchor, time) in Apart
    where = since(text, anchor, time)
    assert where is None or 0 <= where < at
