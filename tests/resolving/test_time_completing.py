from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.record import Time
from summarize.resolving.time import TimeExpression, TimeKind, find_times, timex_value
from summarize.resolving.time.running import resolve_times

DATELINE = date(2017, 8, 6)
REPORT = "The group reported a loss for the second quarter. "


def marked(text: str, *phrases: str) -> list[str | None]:
    """EDTF of the phrases in a text, whatever the finder would make of it."""
    expressions, at = [], 0
    for phrase in phrases:
        at = text.index(phrase, at)
        expressions.append(TimeExpression(at, at + len(phrase), phrase, TimeKind.DATE))
        at += len(phrase)
    found = resolve_times(text, DATELINE, expressions)
    assert list(phrases) == [value.text for _, value in found if isinstance(value, Time)]
    return [value.edtf for _, value in found if isinstance(value, Time)]


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("It held from April 24 to 25.", ["April 24", "25"], ["2017-04-24", "2017-04-25"]),
        ("It will meet on September 14 and 18.", ["September 14", "18"], ["2017-09-14", "2017-09-18"]),
        ("Rain fell in July and August 1998.", ["July", "August 1998"], ["1998-07", "1998-08"]),
        ("It lost $2 in the quarter ended April 30.", ["the quarter", "April 30"], ["2017-02/2017-04", "2017-04-30"]),
        ("The loan will be repaid in five years.", ["five years"], ["2022"]),
        ("The harvest is smaller this year than last.", ["this year", "last"], ["2017", "2016"]),
        ("They fled this month as last.", ["this month", "last"], ["2017-08", "2017-07"]),
        ("Today is the eighth day of the siege.", ["Today", "eighth day"], ["2017-08-06", "2017-08-06"]),
        ("They met Friday. It was a great day for the town.", ["Friday", "day"], ["2017-08-04", "2017-08-04"]),
        ("They will one day return.", ["one day"], ["2017-08-06/.."]),
        ("After last year's flood it closed.", ["After last year"], ["2016/.."]),
        ("In the fiscal year that ended Oct. 31, it lost $2.", ["Oct. 31"], ["2016-10-31"]),
    ],
)
def test_the_words_beside_an_expression_settle_its_value(text: str, phrases: list[str], expected: list[str]) -> None:
    assert expected == marked(text, *phrases)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It will be the third strike, and the first in five years.", "five years"),
        ("They returned one day.", "one day"),
        ("It was a bad day in the market.", "day"),
        ("They met on Friday and talked of the eighth day.", "eighth day"),
        ("They will come this year and last.", "last"),
        ("The talks lasted five years.", "five years"),
    ],
)
def test_a_length_stays_a_length_where_nothing_makes_it_a_date(text: str, phrase: str) -> None:
    start = text.index(phrase)
    [(_, value)] = resolve_times(text, DATELINE, [TimeExpression(start, start + len(phrase), phrase, TimeKind.DATE)])
    assert not isinstance(value, Time)


@pytest.mark.parametrize(
    ("sentence", "phrase", "expected"),
    [
        ("Sales fell to $5 million, compared with $6 million last year.", "last year", "2016-04/2016-06"),
        ("Last year's results were better.", "Last year", "2016-04/2016-06"),
        ("Last year it closed two mines.", "Last year", "2016"),
        ("This quarter's loss is the third.", "This quarter", "2017-04/2017-06"),
        ("This quarter it sold a mine.", "This quarter", "2017-07/2017-09"),
        ("Sales fell from a year earlier.", "a year earlier", "2016-04/2016-06"),
        ("In the latest period sales fell.", "the latest period", "2017-04/2017-06"),
    ],
)
def test_a_comparison_in_a_report_is_with_the_same_quarter_a_year_before(
    sentence: str, phrase: str, expected: str
) -> None:
    assert marked(REPORT + sentence, "the second quarter", phrase)[1] == expected


def test_a_comparison_without_a_quarter_reported_is_with_the_year_before() -> None:
    assert marked("Sales were $5 million, up from $4 million last year.", "last year") == ["2016"]


def test_a_quarter_that_is_only_looked_back_at_is_not_the_one_reported() -> None:
    text = REPORT + "After a flat first quarter, sales rose. A year earlier they fell."
    assert marked(text, "the second quarter", "a flat first quarter", "A year earlier")[2] == "2016-04/2016-06"


def test_a_quarter_reported_before_it_is_over_is_of_a_fiscal_year_and_compared_as_named() -> None:
    text = "Profit fell in the fourth quarter. A year earlier it rose."
    [_, (_, before)] = resolve_times(text, date(2017, 11, 2))
    assert isinstance(before, Time)
    assert timex_value(before) == "2016-Q4"


def test_a_quarter_named_after_the_year_ago_one_is_that_one() -> None:
    text = "In the year-ago quarter, the second quarter ended Oct. 31, it lost money. Results for that quarter fell."
    assert marked(text, "the year-ago quarter", "second quarter", "Oct. 31", "that quarter") == [
        "2016-04/2016-06",
        "2016-04/2016-06",
        "2016-10-31",
        "2016-04/2016-06",
    ]


def test_what_does_not_say_on_which_of_two_days_is_no_day_to_count_from() -> None:
    text = "It closed on Friday. Prices fell overnight. It had closed higher on the previous Friday."
    assert marked(text, "Friday", "overnight", "the previous Friday")[2] == "2017-07-28"


def test_an_hour_counts_from_the_day_of_the_text_and_not_from_a_month_or_somebody_elses_day() -> None:
    text = "It met in July. At 6 a.m. it left. After Monday's raid it returned at 7 a.m. On Friday at 8 a.m. it fell."
    assert marked(text, "6 a.m.", "7 a.m.", "8 a.m.") == [
        "2017-08-06T06:00:00",
        "2017-08-06T07:00:00",
        "2017-08-06T08:00:00",
    ]
    assert marked("On Friday they met. At 8 a.m. they left.", "Friday", "8 a.m.")[1] == "2017-08-04T08:00:00"


@pytest.mark.parametrize(
    "text", ["The morning he left was calm.", "The day of the vote was calm.", "The week that followed was calm."]
)
def test_a_day_that_the_words_behind_it_tell_is_not_counted_from_the_time_before(text: str) -> None:
    [_, (_, value)] = resolve_times(f"It fell on June 6. {text}", DATELINE)
    assert not isinstance(value, Time)


def test_the_day_behind_a_date_is_that_date() -> None:
    assert marked("It fell on June 6, the day the bridge burned.", "June 6", "the day") == ["2017-06-06"] * 2


def test_the_next_day_counts_from_a_day_and_not_from_a_year_named_since() -> None:
    text = "On Friday they took the port, first lost in 1995. The next day they left."
    assert marked(text, "Friday", "1995", "The next day")[2] == "2017-08-05"


def test_what_is_told_in_the_past_does_not_count_from_a_day_to_come() -> None:
    text = "On Friday the port fell. Talks will resume on Tuesday. The same day the camp was shelled."
    assert marked(text, "Friday", "Tuesday", "The same day") == ["2017-08-04", "2017-08-08", "2017-08-04"]


def test_since_then_begins_with_the_time_named_last() -> None:
    text = "The port fell on Friday. Since then 400 people have fled."
    assert marked(text, "Friday", "Since then")[1] == "2017-08-04/.."


def test_since_year_end_looks_back_at_the_year_before() -> None:
    assert marked("Prices have fallen since year-end.", "year-end") == ["2016-12-31/.."]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The night clinic closed.", "The night"),
        ("The government of the day agreed.", "the day"),
    ],
)
def test_a_part_of_a_name_is_no_time(text: str, phrase: str) -> None:
    start = text.index(phrase)
    [(_, value)] = resolve_times(text, DATELINE, [TimeExpression(start, start + len(phrase), phrase, TimeKind.DATE)])
    assert not isinstance(value, Time)


def test_the_end_of_the_day_is_a_time() -> None:
    assert marked("By the end of the day four had died.", "the day") == ["2017-08-06"]


def test_a_title_before_a_name_does_not_end_the_sentence_with_the_verb() -> None:
    assert marked("On Tuesday, Gen. Abdul Karim will meet Mr. Haddad.", "Tuesday") == ["2017-08-08"]


@given(
    before=st.text(alphabet=" .,ainedlst'’(\n", max_size=30),
    phrase=st.sampled_from(["25", "last year", "five years", "one day", "the quarter", "June", "the second quarter"]),
    after=st.text(alphabet=" .,ainedlst'’(\n", max_size=30),
)
def test_no_surroundings_raise_and_every_expression_keeps_its_own_words(before: str, phrase: str, after: str) -> None:
    text = f"{before} June 6 and {phrase} ended June 30, 2016 {after}"
    start = text.index(phrase, len(before) + 8)
    one = TimeExpression(start, start + len(phrase), phrase, TimeKind.DATE)
    for expressions in (None, [one], [*find_times(before), one]):
        for expression, value in resolve_times(text, DATELINE, expressions):
            assert not isinstance(value, Time) or value.text == expression.text


def test_the_year_earlier_results_that_open_a_sentence_are_those_just_told() -> None:
    text = REPORT + "Last year losses were $5 million. The year-earlier results have been restated."
    assert marked(text, "the second quarter", "Last year", "year-earlier")[1:] == ["2016", "2016"]
    indefinite = REPORT + "Last year losses were $5 million, compared with a year-earlier loss of $3 million."
    assert marked(indefinite, "the second quarter", "Last year", "year-earlier")[1:] == ["2016", "2016-04/2016-06"]


def test_what_was_reported_last_year_was_not_reported_within_the_quarter() -> None:
    phrases = "the second quarter", "last year"
    assert marked(REPORT + "It is less than the $5 million it earned last year.", *phrases)[1] == "2016-04/2016-06"
    assert marked(REPORT + "It is less than the $5 million it reported last year.", *phrases)[1] == "2016"


def test_year_end_is_the_last_close_behind_since_only() -> None:
    assert marked("Prices are higher since year-end.", "since year-end") == ["2016-12-31/.."]
    assert marked("It will be done by year-end.", "by year-end") == ["2017-08-06/2017-12-31"]


FISCAL_REPORT = "Profit at the mill rose in the fiscal first quarter. "


def timex(text: str, *phrases: str) -> list[str]:
    """TIMEX3 values of phrases in a text that are found there."""
    values = {found.text: value for found, value in resolve_times(text, date(2017, 10, 26))}
    return [timex_value(value) if isinstance(value := values[phrase], Time) else value.reason for phrase in phrases]


def test_a_fiscal_quarter_told_by_its_end_has_the_days_told_and_no_number_of_the_calendar() -> None:
    text = FISCAL_REPORT + "For the quarter ended Sept. 30 it earned $5 million, up from $4 million a year earlier."
    [first, ended, before] = [value for _, value in resolve_times(text, date(2017, 10, 26))]
    assert isinstance(ended, Time)
    assert isinstance(before, Time)
    assert (ended.edtf, before.edtf) == ("2017-07/2017-09", "2016-07/2016-09")
    assert "by another number" in (ended.note or "")
    assert "by another number" in (before.note or "")
    assert isinstance(first, Time)
    assert [timex_value(one) for one in (first, ended, before)] == ["2017-Q1", "2017-QX", "2016-QX"]


def test_the_quarter_is_the_one_told_by_its_end_until_another_is_named() -> None:
    text = FISCAL_REPORT + "It sold $9 million in the quarter ended Sept. 30. In the quarter it closed a kiln."
    assert timex(text, "the quarter") == ["2017-QX"]
    text += " It had lost money in the fourth quarter. The latest period was better."
    assert timex(text, "the fourth quarter", "The latest period") == ["2017-Q4", "2017-Q1"]


def test_a_comparison_in_another_sentence_is_with_the_quarter_that_is_reported() -> None:
    text = FISCAL_REPORT + "It sold $9 million in the quarter ended Sept. 30. Sales fell from a year earlier."
    assert timex(text, "a year earlier") == ["2016-Q1"]


def test_a_quarter_told_by_its_end_that_the_calendar_numbers_alike_keeps_its_number() -> None:
    text = "Profit at the mill rose in the fiscal third quarter. It sold $9 million in the quarter ended Sept. 30."
    assert timex(text, "the quarter ended Sept. 30") == ["2017-Q3"]
    plain = "Profit at the mill rose in the third quarter. It sold $9 million in the quarter ended Sept. 30."
    assert timex(plain, "the quarter ended Sept. 30") == ["2017-Q3"]


def test_a_comparison_after_figures_for_the_year_is_with_the_year_before() -> None:
    text = REPORT + "For the year, costs fell. Sales rose from a year earlier."
    assert marked(text, "the second quarter", "the year", "a year earlier")[2] == "2016"


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("He fell ill on Friday, two days after the march.", ["Friday", "two days"], ["2017-08-04"] * 2),
        ("In January, a week before the fair, it burned.", ["January", "week"], ["2017-01"] * 2),
        ("It sank on June 6 -- just hours after it had left.", ["June 6", "hours"], ["2017-06-06"] * 2),
        ("It sank in 1998, the year after the merger.", ["1998", "the year after"], ["1998"] * 2),
    ],
)
def test_a_distance_from_an_event_in_apposition_says_the_time_before_it(
    text: str, phrases: list[str], expected: list[str]
) -> None:
    assert expected == marked(text, *phrases)


@pytest.mark.parametrize(
    "text",
    [
        "It burned on Friday. Two days after the march it rained.",
        "It burned on Friday and two days after the march it rained.",
        "It burned on Friday, two days in all.",
    ],
)
def test_a_distance_from_an_event_that_is_not_in_apposition_stays_open(text: str) -> None:
    [_, (_, value)] = resolve_times(text, DATELINE)
    assert not isinstance(value, Time)


def test_what_stands_between_a_modal_and_its_verb_lies_ahead() -> None:
    assert marked("The lake may, in a year or two, be full.", "a year or two") == ["2018-08-06~/.."]
    assert marked("They will, in two weeks, return.", "two weeks") == ["2017-08-17/2017-08-23"]
    [(_, value)] = resolve_times("The lake was filled in a year or two.", DATELINE)
    assert not isinstance(value, Time)
