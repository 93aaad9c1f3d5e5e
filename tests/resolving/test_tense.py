from __future__ import annotations

import pytest

from summarize.resolving.tense import attachment, past_form_leads_to, tense_at, tense_of


@pytest.mark.parametrize(
    ("clause", "tense"),
    [
        ("the army had taken the town", "past"),
        ("forces have taken the last town", "past"),
        ("clashes erupted near the bridge", "past"),
        ("two soldiers were wounded", "past"),
        ("officials could not be reached", "past"),
        ("talks had been due to resume", "past"),
        ("fighters remain in the old city", "present"),
        ("the army is advancing", "present"),
        ("operations are currently focused on taking the city", "present"),
        ("government forces have been advancing", "present"),
        ("the envoy will meet rebels", "future"),
        ("the council is to vote", "future"),
        ("talks were due to resume", "future"),
        ("the group plans to withdraw", "future"),
        ("a highway that would allow troops to push on", "future"),
        ("the truce was extended until the end of the month", "past"),
        ("three people may have been killed", "past"),
        ("rebels must have left", "past"),
        ("an unspecified number", None),
        ("IS fighters captured the town", "past"),
        ("It is the largest town", "present"),
        ("THE ARMY IS ADVANCING", "present"),
        ("in May the army took the town", "past"),
        ("it may be the deadliest attack so far", None),
        ("it may be held", "future"),
        ("a summit due to begin", "future"),
        ("the group unveiled a plan", "past"),
        ("an official who asked not to be named said five had died", "past"),
        ("rebels who want to leave attacked the town", "past"),
        ("a man who was arrested will appear in court", "future"),
        ("the envoy asked to be heard and left", "future"),
        ("a man who wants to leave", "future"),
        ("no verb here", None),
        ("", None),
    ],
)
def test_the_first_verb_group_gives_the_tense(clause: str, tense: str | None) -> None:
    assert tense == tense_of(clause)


@pytest.mark.parametrize(
    ("sentence", "phrase", "tense"),
    [
        ("The minister said on Friday that the army will leave.", "Friday", "past"),
        ("The minister said that the army will leave on Friday.", "Friday", "future"),
        ("The minister said the army will leave on Friday.", "Friday", "future"),
        ("On Friday, the army entered the town.", "Friday", "past"),
        ("On Friday, the two sides will meet.", "Friday", "future"),
        ("Officials postponed the vote until Tuesday.", "Tuesday", "future"),
        ("The truce was extended until Tuesday.", "Tuesday", "future"),
        ("They were shocked by Friday's attack.", "Friday", None),
        ("The army gave the rebels until Tuesday to leave.", "Tuesday", "future"),
        ("The truce had been scheduled to end on Friday.", "Friday", "past"),
        ("The two leaders meet Monday with the envoy.", "Monday", "future"),
        ("Parliament reconvenes Jan. 24.", "Jan. 24", "future"),
        ("The envoy on Friday.", "Friday", None),
        ("The road was cut due to shelling on Friday.", "Friday", "past"),
        ("The vote is on Thursday.", "Thursday", "future"),
        ("He plans a speech on Tuesday.", "Tuesday", "future"),
        ("They announced a daily halt starting on Thursday.", "Thursday", "future"),
        ("She will prepare for Monday's debate.", "Monday", "future"),
        ("She will answer for Monday's attack.", "Monday", None),
        ("Monday's debate might not move voters.", "Monday", None),
        ("It matters if they win in November.", "November", "future"),
        ("If they were to win in November, it would end.", "November", "future"),
        ("The envoy will discuss the March 19 attack.", "March 19", None),
        ("The envoy will leave on March 19 at the latest.", "March 19", "future"),
        ("It would be the worst since the raid and has been shut since Friday.", "Friday", "past"),
        ("Fears over Friday.", "Friday", None),
        ("The army has closed the border until Tuesday.", "Tuesday", "future"),
        ("The army closed the border until Tuesday.", "Tuesday", "past"),
        ("The road will be shut at 8 p.m. and stay shut until Thursday.", "Thursday", "future"),
        ("The road will remain closed until Thursday.", "Thursday", "future"),
        ("The curfew will remain in force until Thursday.", "Thursday", "future"),
        ("Schools remain closed on Thursday.", "Thursday", "present"),
        ("The curfew remains in force until Thursday.", "until Thursday", "future"),
        ("The road is closed until Thursday, police said.", "until Thursday", "future"),
        ("The curfew was in force until Thursday.", "until Thursday", "past"),
        ("Parliament has been suspended until Thursday.", "until Thursday", "future"),
        ("The union has called a general strike for Friday.", "Friday", "future"),
        ("Rain is forecast for Friday.", "Friday", "future"),
        ("The union called for protests on Friday.", "Friday", "past"),
        ("A strike called for Friday was cancelled.", "Friday", "past"),
        ("The union had called a strike for Friday.", "Friday", "past"),
        ("The clinic recorded 12 deaths for Friday.", "Friday", "past"),
        ("The city set a record for March.", "March", "past"),
        ("They were jailed for Friday's attack.", "Friday", None),
        ("The army set a deadline of Friday.", "Friday", "future"),
        ("The rebels set a Friday deadline for the talks.", "Friday", "future"),
        ("The rebels missed a Friday deadline.", "Friday", None),
        ("The deadline of Friday passed without a deal.", "Friday", "past"),
        ("They would march if those held were not freed by Friday.", "by Friday", "future"),
        ("They threatened to strike unless he was freed by Friday.", "by Friday", "future"),
        ("They marched because he was not freed by Friday.", "by Friday", "past"),
        ("If the men were killed on Friday, it would be a crime.", "Friday", "past"),
        ("On Friday, an official who asked not to be named said five died.", "Friday", "past"),
        ("An official, who asked not to be named, said five died on Friday.", "Friday", "past"),
    ],
)
def test_a_time_phrase_goes_with_the_nearest_verb_of_its_clause(sentence: str, phrase: str, tense: str | None) -> None:
    start = sentence.index(phrase)
    assert tense == tense_at(sentence, start, start + len(phrase))


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("A truce reached in ", True),
        ("The deal was signed on ", True),
        ("The deal had not been signed in ", True),
        ("The deal will be signed in ", False),
        ("The deal could be signed in ", False),
        ("The deal is to be signed in ", False),
        ("A vote being held in ", False),
        ("A vote expected in ", False),
        ("Schools shut in ", False),
        ("A truce reached at a meeting in ", False),
        ("The truce collapsed. In ", False),
        ("The truce collapsed, in ", False),
        ("In ", False),
        ("", False),
    ],
)
def test_a_past_form_right_before_a_time_is_surely_past(before: str, sure: bool) -> None:
    assert sure is past_form_leads_to(before)


def attached(sentence: str, phrase: str, content: str | None) -> str:
    start = sentence.index(phrase)
    span = None if content is None else (sentence.index(content), sentence.index(content) + len(content))
    return attachment(sentence, start, start + len(phrase), span)


@pytest.mark.parametrize(
    ("sentence", "phrase", "content", "what"),
    [
        ("The army took the town on Friday.", "on Friday", None, "event"),
        (
            "The monitor said on Saturday that the army had taken it.",
            "on Saturday",
            "that the army had taken it",
            "statement",
        ),
        ("The monitor said the army took it on Friday.", "on Friday", "the army took it on Friday", "event"),
        (
            "The agency said that late in June that thousands have fled.",
            "late in June",
            "that late in June that thousands have fled",
            "statement",
        ),
        (
            "The agency said that earlier on Friday that the army was moving in.",
            "earlier on Friday",
            "earlier on Friday that the army was moving in",
            "event",
        ),
        (
            "The agency said that since June thousands have fled.",
            "since June",
            "since June thousands have fled",
            "event",
        ),
        ("On Friday, the agency said that thousands have fled.", "On Friday", "thousands have fled", "statement"),
    ],
)
def test_a_time_phrase_dates_the_statement_or_the_event(
    sentence: str, phrase: str, content: str | None, what: str
) -> None:
    assert what == attached(sentence, phrase, content)
