from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import DatelineError
from summarize.reading import find_dateline, parse_dateline

DAY = date(2017, 8, 6)


@pytest.mark.parametrize(
    "text",
    [
        " date 2017-08-06 Troops left the town.",
        "Published: 6 August 2017\nTroops left.",
        "2017-08-06\nTroops left.",
        "2017-08-06T23:30:00+03:00\nTroops left.",
        "2017/08/06 Troops left.",
        "August 6, 2017 4:32 p.m.\nTroops left.",
        "Troops leave town\nSunday, 6 August 2017\nTroops left.",
        "Troops leave town\n\nBy Jo Example | Aug. 6th, 2017 | 10:32 BST\nTroops left.",
        "Updated 4:32 PM ET, Sun August 6, 2017\nTroops left.",
        "Published 6 August 2017 | Updated 7 August 2017\nTroops left.",
        "Posted on August 6, 2017 by Jo Example Troops left.",
        "BEIRUT, Aug 6, 2017 (Agency) - Troops left.",
        "Beirut, 6 August 2017 – Troops left.",
        "BEIRUT, 6 AUG 17 -- TROOPS LEFT.",
        "06-Aug-2017\nTroops left.",
        "6th of August, 2017\nTroops left.",
        "BEIRUT, Aug 6, 2017 (dpa) - Troops left.",
        "BEIRUT, Aug 6, 2017 (tca/dpa) - Troops left.",
        "BEIRUT, Lebanon | 6 Aug 2017\nTroops left.",
        "By Jo Example, Beirut | Sunday 6 August 2017\n\nTroops left.",
        "Beirut. August 6, 2017. Troops left the town.",
        "Beirut, Lebanon. Sunday, August 6, 2017. Troops left the town.",
        "Situation Report #3, 6 August 2017\nTroops left.",
        "Floods in the north\nFlash Update No. 4 (6 August 2017)\nTroops left.",
    ],
)
def test_a_dateline_at_the_head_of_a_text_is_read(text: str) -> None:
    assert find_dateline(text).date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "On August 6, 2017, troops left the town.",
        "August 6, 2017, was the day on which troops left.",
        "6 August 2017 was the day on which troops left.",
        "Published on 6 August 2017, the report says that troops left.",
        "Published on 6 August 2017 in Geneva, the report says that troops left.",
        "In August 2017 troops left.",
        "20 people were killed on 6 August 2017.",
        "March 6, 2017 protesters marched.",
        "The army left. August 6, 2017 was a quiet day.",
        "In Beirut, August 6, 2017 was a quiet day.",
        "Troops leave town\nBeirut. August 6, 1997. Troops entered the town.",
        "Troops left Beirut, Sunday 6 August 2017\nMore follows.",
        "Battle of Beirut | 6 August 2017\nMore follows.",
        "Flight 17, 6 August 2017\nMore follows.",
        "Situation Report #3, 6 August 2017 in Beirut\nTroops left.",
        "Beirut (see map) - troops left on 6 August 2017.",
        "Troops left.\n" * 5 + "6 August 2017\n",
        "Troops left. " * 40 + "\n6 August 2017\n",
    ],
)
def test_a_date_inside_or_after_the_text_is_no_dateline(text: str) -> None:
    found = find_dateline(text)
    assert (found.date, found.spans) == (None, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("06/08/2017\nTroops left.", "'06/08/2017' can be read as 2017-06-08 or 2017-08-06"),
        ("Situation Report #3, 06/08/2017\nTroops left.", "'06/08/2017' can be read as 2017-06-08 or 2017-08-06"),
        ("BEIRUT, Aug 6 (dpa) - Troops left.", "the dateline 'Aug 6' names no year"),
        ("BEIRUT, Aug 6 (Agency) - Troops left.", "the dateline 'Aug 6' names no year"),
        ("30 February 2017\nTroops left.", "'30 February 2017' is not a calendar date"),
        ("31/31/2017\nTroops left.", "'31/31/2017' is not a calendar date"),
    ],
)
def test_what_is_not_certain_gives_no_date_and_a_reason(text: str, reason: str) -> None:
    found = find_dateline(text)
    assert (None, reason) == (found.date, found.reason)


@pytest.mark.parametrize(("text", "day"), [("13/08/2017\nA b.", 13), ("08/08/2017\nA b.", 8), ("8.25.2017\nA b.", 25)])
def test_digits_with_one_reading_are_read(text: str, day: int) -> None:
    assert find_dateline(text).date == date(2017, 8, day)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("BEIRUT (Agency) - ", "The army left."),
        ("BEIRUT, Lebanon (AP) — ", "“We won,” he said."),
        ("NEW YORK -- ", "The council met."),
        ("ADDIS ABABA, Ethiopia (AP)_ ", "The union met."),
        ("(Reuters) - ", "The army left."),
        ("Beirut (dpa) - ", "The army left."),
        ("DAMASCUS, Aug. 6 (SANA) -", "The army left."),
    ],
)
def test_place_and_agency_before_the_dash_are_dateline(head: str, rest: str) -> None:
    assert find_dateline(head + rest).spans == ((0, len(head)),)


@pytest.mark.parametrize(
    "text",
    [
        "SDF — a coalition of several groups — left the town.",
        "NATO - Russia talks resume",
        "AID-DELIVERY TRUCKS WERE HIT AT NIGHT.",
        "THE TOWN IN THE BANANA-\nGROWING REGION WAS HIT.",
    ],
)
def test_a_dash_inside_a_sentence_or_headline_is_no_dateline(text: str) -> None:
    assert find_dateline(text).spans == ()


@pytest.mark.parametrize(
    "value",
    ["2017-08-06", " 2017-08-06T10:00:00Z ", "Sun, 06 Aug 2017 10:00:00 GMT", "August 6, 2017", "6 Aug 2017"],
)
def test_a_date_is_read_in_any_certain_notation(value: str) -> None:
    assert parse_dateline(value) == DAY


@pytest.mark.parametrize("value", ["", "yesterday", "2017-02-30", "06/08/2017", "2017", "2017-08-06 and 2017-08-07"])
def test_a_value_that_is_no_certain_date_is_refused_with_the_next_step(value: str) -> None:
    with pytest.raises(DatelineError, match="YYYY-MM-DD") as caught:
        parse_dateline(value, where="--dateline")
    assert caught.value.where == "--dateline"


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_usual_notations(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a %d %b %Y", "%d-%b-%Y"):
        assert parse_dateline(day.strftime(form)) == day
        assert find_dateline(f"{day.strftime(form)}\nThe army left.").date == day


@given(st.text(max_size=200))
def test_the_spans_of_a_dateline_are_in_order_and_inside_the_text(text: str) -> None:
    places = [place for span in find_dateline(text).spans for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
