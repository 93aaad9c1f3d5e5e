from __future__ import annotations

from datetime import date

import pytest

from summarize.record import Time
from summarize.resolving.outcome import Unresolved
from summarize.resolving.time import TimeKind, find_times
from summarize.resolving.time.running import resolve_times

DATELINE = date(2017, 8, 6)


def words(text: str) -> list[str]:
    return [found.text for found in find_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops entered the town on Friday.", ["Friday"]),
        ("Earlier on Saturday, the monitor reported clashes.", ["Earlier on Saturday"]),
        ("They have held it since June 6.", ["since June 6"]),
        ("The truce holds until Monday night.", ["until Monday night"]),
        ("Between June 6 and June 9 the road was shut.", ["Between June 6 and June 9"]),
        ("The camp has stood for three months.", ["three months"]),
        ("Convoys pass every Friday at 10 a.m.", ["every Friday", "10 a.m."]),
        ("It opened in 2015 and shut in July.", ["2015", "July"]),
        ("It opened in early 2015, or March 2016.", ["early 2015", "March 2016"]),
        ("A year earlier it had 200 beds.", ["A year earlier"]),
        ("The drought of the 1990s was worse.", ["the 1990s"]),
        ("Prices rose during Ramadan. Few could pay.", ["Ramadan"]),
        ("In the fall of 2016 the bridge was rebuilt.", ["the fall of 2016"]),
        ("On Friday, Aug. 4, 2017, at 10 p.m. the shelling stopped.", ["Friday, Aug. 4, 2017, at 10 p.m."]),
        ("It lost money in the quarter ended June 30.", ["the quarter ended June 30"]),
        ("It is calm at the moment.", ["the moment"]),
        ("It fell shortly before dawn on Friday.", ["shortly before dawn on Friday"]),
        ("Sales for the full year rose.", ["the full year"]),
        ("The day before the raid it was quiet.", ["The day before"]),
        ("Sales rose in the first half, not in June.", ["the first half", "June"]),
        ("The latter half of June was wet.", ["The latter half of June"]),
        ("They fled between 2 and 7 June.", ["between 2 and 7 June"]),
        ("On 2-7 May fighters fled.", ["2-7 May"]),
        ("Between 2 and 7 May fighters fled.", ["Between 2 and 7 May"]),
        ("The 2 and 7 June raids failed.", ["The 2 and 7 June"]),
        ("Between 20 and 30 June 7 boats sank.", ["Between 20 and 30 June"]),
        ("On June 2, 4 and 7 in the north it rained.", ["June 2, 4 and 7"]),
        ("On June 2, 4 and 7 people drowned.", ["June 2"]),
        ("On June 2 and 7 villagers drowned.", ["June 2"]),
        ("On June 6 and 7,000 tents later it ended.", ["June 6"]),
        ("On June 2, 40 boats and 3 ferries sank.", ["June 2"]),
        ("From 9 to 5 on 7 June they worked.", ["7 June"]),
        ("It ran from 7 to 2 June.", ["2 June"]),
        ("It came at least two weeks ago.", ["at least two weeks ago"]),
        ("They left about 8 in the morning.", ["about 8 in the morning"]),
        ("It rained on 2, 4 and 7 May.", ["2, 4 and 7 May"]),
        ("It took two consecutive days.", ["two consecutive days"]),
        ("It began at ten o'clock.", ["ten o'clock"]),
        ("It closed in two thousand five.", ["two thousand five"]),
        ("They met nine hundred days ago.", ["nine hundred days ago"]),
        ("About 40 percent of the 7,500 families left at least two towns.", []),
    ],
)
def test_time_expressions_are_found_with_their_bounds(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The general may march on the capital.",
        "She said Resolution 2254 still stands.",
        "Some 2000 people fled.",
        "A 6-year-old boy was hurt.",
        "The 101st Division took 1,995 prisoners.",
        "He read it in The Sun, a tabloid.",
        "They left as soon as the road opened.",
        "Jan Novak leads the delegation.",
        "It lies 50km from the border.",
        "He is the current leader of the bloc.",
        "A second convoy turned back.",
        "The fall of the town came quickly.",
        "The Arab Spring changed much.",
        "It fell the moment they arrived.",
        "This time the bridge held.",
        "They had already left.",
        "So far the bridge has held.",
        "They once held the bridge and have not left yet.",
        "He served in the Post-Dispatch newsroom.",
        "The town was about to fall.",
        "They led in the first half of the match.",
        "Half of the city fell, the latter half quickly.",
        "They took between 2 and 7 people.",
        "They sent between 2 and 7 May fighters to it.",
        "They killed 2 to 7 May fighters.",
        "The month-long siege and the week-long truce ended.",
    ],
)
def test_words_and_numbers_that_are_no_times_are_left_alone(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Friday", TimeKind.DATE),
        ("Friday night", TimeKind.TIME),
        ("for three months", TimeKind.DURATION),
        ("in the past two weeks", TimeKind.DURATION),
        ("every day", TimeKind.SET),
    ],
)
def test_each_expression_has_its_kind(text: str, kind: TimeKind) -> None:
    assert [kind] == [found.kind for found in find_times(text)]


def values(text: str) -> list[str | None]:
    return [value.edtf if isinstance(value, Time) else None for _, value in resolve_times(text, DATELINE)]


def test_times_in_running_text_take_their_direction_from_the_clause() -> None:
    text = "The envoy arrived on Friday. The two sides will meet on Tuesday."
    assert values(text) == ["2017-08-04", "2017-08-08"]


def test_what_a_participle_dates_is_past_however_near_the_next_one_is() -> None:
    assert values("A truce reached in September collapsed in July.") == ["2016-09", "2017-07"]
    assert values("A truce expected in September collapsed in July.") == ["2017-09", "2017-07"]


def test_times_in_running_text_count_from_the_time_named_before_them() -> None:
    text = "The army entered the town on June 6, 2016. The next day the bridge was blown up."
    assert values(text) == ["2016-06-06", "2016-06-07"]


def test_a_comparison_counts_from_the_quarter_the_text_is_about() -> None:
    text = "In the second quarter, arrivals rose by a tenth from a year earlier."
    assert values(text) == ["2017-04/2017-06", "2016-04/2016-06"]


def test_days_after_an_event_that_is_named_behind_do_not_count_from_the_time_before() -> None:
    text = "The truce began on June 6, 2016. Three days after the raid the road was shut. Two days later it opened."
    assert values(text) == ["2016-06-06", None, "2016-06-08"]


def test_a_duration_in_running_text_stays_unresolved_with_a_reason() -> None:
    [(_, value)] = resolve_times("The siege lasted three months.", DATELINE)
    assert isinstance(value, Unresolved)
