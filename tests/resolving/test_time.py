from __future__ import annotations

from datetime import date

import pytest

from summarize.record import Granularity, Time, TimeBasis, TimeMod
from summarize.resolving.outcome import Unresolved
from summarize.resolving.time import TimeContext, publication_time, resolve_time, timex_value

SUNDAY = date(2017, 8, 6)
WEDNESDAY = date(2017, 8, 2)


def resolved(phrase: str, **context: object) -> Time:
    found = resolve_time(phrase, TimeContext(**{"dateline": SUNDAY, **context}))  # type: ignore[arg-type]
    assert isinstance(found, Time), found
    return found


def reason(phrase: str, **context: object) -> str:
    found = resolve_time(phrase, TimeContext(**{"dateline": SUNDAY, **context}))  # type: ignore[arg-type]
    assert isinstance(found, Unresolved), found
    return found.reason


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("2017-06-06", "2017-06-06"),
        ("2017-06-06T10:30:00Z", "2017-06-06T10:30:00"),
        ("2017/06/06", "2017-06-06"),
        ("6.6.2017", "2017-06-06"),
        ("13/08/2017", "2017-08-13"),
        ("08/13/2017", "2017-08-13"),
        ("June 6, 2017", "2017-06-06"),
        ("6 June 2017", "2017-06-06"),
        ("the 6th of June, 2017", "2017-06-06"),
        ("June the 6th", "2017-06-06"),
        ("June 6:", "2017-06-06"),
        ("Tuesday, June 6", "2017-06-06"),
        ("on Friday, Aug. 4, 2017, at about 10 p.m.", "2017-08-04T22:00:00"),
        ("June 2017", "2017-06"),
        ("in 2015", "2015"),
        ("nineteen ninety-six", "1996"),
        ("the year two thousand and five", "2005"),
        ("the 1990s", "199X"),
        ("the '90s", "199X"),
        ("the nineties", "199X"),
        ("the 18th century", "17XX"),
        ("summer 2016", "2016-22"),
        ("the winter of 2016", "2016-24"),
        ("Q3 2017", "2017-07/2017-09"),
        ("the third quarter of 2016", "2016-07/2016-09"),
        ("the first half of 2017", "2017-01/2017-06"),
        ("the first half of fiscal 2016", "2016-01/2016-06"),
        ("the first half of June", "2017-06-01/2017-06-15"),
        ("the second half of February 2016", "2016-02-16/2016-02-29"),
        ("the latter half of last month", "2017-07-16/2017-07-31"),
        ("the second half of the 1990s", "1995/1999"),
        ("the first half of Friday", "2017-08-04"),
        ("the first six months of 2017", "2017-01/2017-06"),
        ("the last week of July", "2017-07-25/2017-07-31"),
        ("mid-July", "2017-07-11/2017-07-20"),
        ("early June", "2017-06-01/2017-06-10"),
        ("late last month", "2017-07-21/2017-07-31"),
        ("late 2016", "2016-09/2016-12"),
        ("the early 1990s", "1990/1993"),
        ("the end of the year", "2017-09/2017-12"),
        ("yesterday", "2017-08-05"),
        ("the day before yesterday", "2017-08-04"),
        ("tomorrow", "2017-08-07"),
        ("earlier on Saturday", "2017-08-05"),
        ("on Friday", "2017-08-04"),
        ("Tuesday night", "2017-08-01"),
        ("the night of June 6", "2017-06-06"),
        ("10 p.m. EST Friday", "2017-08-04T22:00:00"),
        ("last month", "2017-07"),
        ("next year", "2018"),
        ("earlier this month", "2017-08-01/2017-08-06"),
        ("so far this year", "2017-01-01/2017-08-06"),
        ("last November", "2016-11"),
        ("August last year", "2016-08"),
        ("last summer", "2016-22"),
        ("last winter", "2016-12/2017-02"),
        ("two days ago", "2017-08-04"),
        ("a year ago", "2016"),
        ("a fortnight ago", "2017-07-20/2017-07-26"),
        ("a year and a half ago", "2016-02~"),
        ("more than a year ago", "../2016-08-06"),
        ("over the past two weeks", "2017-07-23/2017-08-06"),
        ("during the past week", "2017-07-30/2017-08-06"),
        ("in the last year", "2016-08-06/2017-08-06"),
        ("in the last 48 hours", "2017-08-04/2017-08-06"),
        ("since June 6", "2017-06-06/.."),
        ("since 2011", "2011/.."),
        ("before June", "../2017-05-31"),
        ("after June 6", "2017-06-07/.."),
        ("until Monday", "../2017-08-07"),
        ("no later than Friday", "../2017-08-11"),
        ("between June 6 and June 9", "2017-06-06/2017-06-09"),
        ("from Monday to Friday", "2017-07-31/2017-08-04"),
        ("from 2011 to 2014", "2011/2014"),
        ("2011-14", "2011/2014"),
        ("June 6-8", "2017-06-06/2017-06-08"),
        ("July 28-Aug. 2", "2017-07-28/2017-08-02"),
        ("Friday and Saturday", "2017-08-04/2017-08-05"),
        ("June 6 and 7", "2017-06-06/2017-06-07"),
        ("June 2, 4 and 7", "2017-06-02/2017-06-07"),
        ("June 2 and 7, 2016", "2016-06-02/2016-06-07"),
        ("between 2 and 7 June", "2017-06-02/2017-06-07"),
        ("from 2 to 7 June", "2017-06-02/2017-06-07"),
        ("on 2-7 June", "2017-06-02/2017-06-07"),
        ("1–15 October 2021", "2021-10-01/2021-10-15"),
        ("the 2nd to the 7th of June last year", "2016-06-02/2016-06-07"),
        ("2 and 3 June", "2017-06-02/2017-06-03"),
        ("2 and 7 June", "2017-06-02/2017-06-07"),
        ("2, 4, and 7 June 2016", "2016-06-02/2016-06-07"),
        ("the night of 5-6 June", "2017-06-05/2017-06-06"),
        ("the night of 5/6 June", "2017-06-05/2017-06-06"),
        ("from June to July 2018", "2018-06/2018-07"),
        ("from December to January 2018", "2017-12/2018-01"),
        ("1994 or later", "1994/.."),
        ("much of 2016", "2016"),
        ("around June 6", "2017-06-06~"),
        ("over the weekend", "2017-08-05/2017-08-06"),
        ("overnight", "2017-08-05/2017-08-06"),
        ("Christmas Eve 2016", "2016-12-24"),
        ("Good Friday 2016", "2016-03-25"),
        ("Thanksgiving 2016", "2016-11-24"),
        ("Labor Day 2016", "2016-09-05"),
        ("Easter week 2016", "2016-03-21/2016-03-27"),
        ("Eid al-Fitr 2017", "2017-06-25/2017-06-27"),
        ("Feb. 29", "2016-02-29"),
        ("SATURDAY", "2017-08-05"),
        ("midnight Friday", "2017-08-04T24:00:00"),
        ("0900 GMT on Friday", "2017-08-04T09:00:00"),
        ("1745 hours Friday", "2017-08-04T17:45:00"),
        ("ten o'clock Friday", "2017-08-04T10:00:00"),
        ("8 in the morning on Friday", "2017-08-04T08:00:00"),
        ("9 o’clock at night on Friday", "2017-08-04T21:00:00"),
        ("9:30 p.m. local time (1830 GMT) Friday", "2017-08-04T21:30:00"),
        ("before dawn Friday", "2017-08-04"),
        ("after nightfall on Friday", "2017-08-04"),
        ("before 6 a.m. Friday", "../2017-08-04"),
        ("before Friday morning", "../2017-08-04"),
        ("after 10 p.m. Friday", "2017-08-04/.."),
        ("the early hours of Friday", "2017-08-04"),
        ("pre-dawn Friday", "2017-08-04"),
        ("the late 19th century", "1866-09/1899-12"),
        ("the first nine months of 2017", "2017-01/2017-09"),
        ("the second half of the year", "2017-07/2017-12"),
        ("a difficult second quarter", "2017-04/2017-06"),
        ("the quarter ended June 30", "2017-04/2017-06"),
        ("the quarter ended July 31", "2017-05/2017-07"),
        ("the year ended Sept. 30", "2015-10/2016-09"),
        ("the 13 weeks ended July 1", "2017-04-02/2017-07-01"),
        ("the week ending Friday", "2017-07-29/2017-08-04"),
        ("the week of June 6", "2017-06-05/2017-06-11"),
        ("the week of Sunday, June 4", "2017-06-04/2017-06-10"),
        ("the month of June", "2017-06"),
        ("Friday of last week", "2017-07-28/2017-08-04"),
        ("a week from Monday", "2017-08-14"),
        ("two weeks from today", "2017-08-20"),
        ("two or three years ago", "2014/2015"),
        ("half a century ago", "1967"),
        ("a quarter of a century ago", "1992"),
        ("half an hour ago", "2017-08-05/2017-08-06"),
        ("less than a year ago", "2016-08-06/2017-08-06"),
        ("one-and-a-half years ago", "2016-02~"),
        ("long ago", "../2017-08-06"),
        ("weeks ago", "../2017-08-06"),
        ("the not-too-distant future", "2017-08-06/.."),
        ("the short term", "2017-08-06/.."),
        ("at this crucial moment", "2017-08-06"),
        ("a quarter ago", "2017-04/2017-06"),
        ("the latest week", "2017-07-24/2017-08-05"),
        ("the most recent quarter", "2017-04/2017-06"),
        ("its second fiscal quarter", "2017-04/2017-06"),
        ("1990's first quarter", "1990-01/1990-03"),
        ("since year-end", "2016-12-31/.."),
        ("before the end of the year", "../2017-12-30"),
        ("after this week's", "2017-07-31/.."),
        ("from Tuesday on", "2017-08-01/.."),
        ("starting Tuesday", "2017-08-08/.."),
        ("beginning in January 2017", "2017-01/.."),
        ("prior to 2003", "../2002-12-31"),
        ("the end of the decade", "2017/2019"),
        ("the night before last", "2017-08-04"),
        ("the week before last", "2017-07-17/2017-07-29"),
        ("overnight Friday", "2017-08-04"),
        ("from 1995", "1995"),
        ("8:30 this morning", "2017-08-06T08:30:00"),
        ("10 p.m. last night", "2017-08-05T22:00:00"),
        ("6 o'clock Friday evening", "2017-08-04T18:00:00"),
        ("from 6 a.m. to 9 a.m. Friday", "2017-08-04"),
        ("Labor Day weekend 2016", "2016-09-03/2016-09-04"),
        ("the day before last Tuesday", "2017-07-31"),
        ("two days before Christmas 2016", "2016-12-23"),
        ("a week after June 6", "2017-06-10/2017-06-16"),
        ("a month after June 6", "2017-07"),
        ("the night before June 6", "2017-06-05"),
        ("a week ago Tuesday", "2017-07-25"),
        ("a year ago today", "2016-08-06"),
        ("two years ago this month", "2015-08"),
        ("two years ago this week", "2015-08-03/2015-08-09"),
        ("2 1/2 years ago", "2015-02~"),
        ("a decade ago", "2007"),
        ("a decade and a half ago", "2002~"),
        ("a century and a half ago", "1867~"),
        ("pre-1967", "../1966-12-31"),
        ("post-2003", "2004-01-01/.."),
        ("the early nineties", "1990/1993"),
        ("midyear", "2017-05/2017-08"),
        ("mid-month", "2017-08-11/2017-08-20"),
        ("the year after next", "2019"),
        ("since January", "2017-01/.."),
        ("since early January", "2017-01-01/.."),
        ("until recently", "../2017-08-06"),
        ("past years", "../2017-08-06"),
        ("years past", "../2017-08-06"),
        ("once", "../2017-08-06"),
        ("a while ago", "../2017-08-06"),
        ("the other day", "../2017-08-06"),
        ("so far", "2017-08-06"),
        ("as yet", "2017-08-06"),
        ("present-day", "2017-08-06"),
        ("by now", "2017-08-06"),
        ("years to come", "2017-08-06/.."),
        ("the months ahead", "2017-08-06/.."),
        ("as soon as possible", "2017-08-06/.."),
    ],
)
def test_a_phrase_written_on_a_sunday_becomes_these_days(phrase: str, edtf: str) -> None:
    assert edtf == resolved(phrase).edtf


@pytest.mark.parametrize(
    ("phrase", "tense", "edtf"),
    [
        ("on Friday", "past", "2017-08-04"),
        ("on Friday", "future", "2017-08-11"),
        ("June 6", "past", "2017-06-06"),
        ("June 6", "future", "2018-06-06"),
        ("September 10", "past", "2016-09-10"),
        ("September 10", "future", "2017-09-10"),
        ("September 10", None, "2017-09-10"),
        ("in December", "past", "2016-12"),
        ("in December", "future", "2017-12"),
        ("in two weeks", "future", "2017-08-17/2017-08-23"),
        ("by Friday", "future", "2017-08-06/2017-08-11"),
        ("from Tuesday", "future", "2017-08-08/.."),
        ("from Tuesday", "past", "2017-08-01"),
    ],
)
def test_tense_decides_the_direction(phrase: str, tense: str | None, edtf: str) -> None:
    assert edtf == resolved(phrase, tense=tense).edtf


def test_days_that_do_not_touch_are_bounds_with_a_note() -> None:
    assert resolved("2 and 7 June 2016").note == "2016-06-02, 2016-06-07: not the days between"
    assert resolved("2 and 3 June 2016").note is None


def test_a_date_without_year_or_tense_is_the_last_one_unless_the_next_is_within_four_months() -> None:
    assert resolved("November 20").edtf == "2017-11-20"
    assert resolved("December 20").edtf == "2016-12-20"


def test_a_weekday_without_tense_is_the_last_one_unless_it_is_tomorrow() -> None:
    assert resolved("Tuesday").edtf == "2017-08-01"
    assert resolved("Tuesday", tense="present").edtf == "2017-08-01"
    monday = resolved("Monday")
    assert ("2017-08-07", "taken as tomorrow; 2017-07-31 if it looks back") == (monday.edtf, monday.note)


def test_a_guessed_tense_does_not_take_a_date_without_a_year_far_away() -> None:
    assert resolved("August 20", tense="past").edtf == "2016-08-20"
    assert resolved("August 20", tense="past", tense_sure=False).edtf == "2017-08-20"


def test_the_day_a_statement_was_made_bounds_the_event() -> None:
    found = resolved("on Saturday", attached="statement")
    assert found == Time(
        text="on Saturday",
        edtf="../2017-08-05",
        earliest=None,
        latest=date(2017, 8, 5),
        granularity=Granularity.DAY,
        mod=TimeMod.ON_OR_BEFORE,
        basis=TimeBasis.REPORT_BOUND,
        note="dates the statement (2017-08-05); the event is on or before it",
    )


def test_what_a_statement_announces_lies_on_or_after_it() -> None:
    found = resolved("on Saturday", attached="statement", tense="future")
    assert ("2017-08-05/..", TimeMod.ON_OR_AFTER, TimeBasis.REPORT_BOUND) == (found.edtf, found.mod, found.basis)


def test_late_last_month_as_the_day_of_a_statement_bounds_at_the_end_of_the_month() -> None:
    found = resolved("late last month", attached="statement")
    assert ("../2017-07-31", Granularity.PART_OF_MONTH) == (found.edtf, found.granularity)
    assert "2017-07-21/2017-07-31" in (found.note or "")


def test_late_last_month_is_the_end_part_of_the_month() -> None:
    found = resolved("late last month")
    assert (Granularity.PART_OF_MONTH, TimeMod.END) == (found.granularity, found.mod)


def test_today_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    found = resolved("Today", quoted=True, said=resolved("on Friday"))
    assert ("2017-08-04", TimeBasis.QUOTE_RELATIVE) == (found.edtf, found.basis)


def test_today_counts_from_the_statement_even_where_that_is_written_as_a_bound_on_the_event() -> None:
    assert resolved("Today", quoted=True, said=resolved("on Friday", attached="statement")).edtf == "2017-08-04"


def test_today_in_a_quotation_of_unknown_day_is_at_the_latest_the_dateline() -> None:
    found = resolved("today", quoted=True)
    assert ("../2017-08-06", TimeBasis.QUOTE_RELATIVE) == (found.edtf, found.basis)
    assert "not given" in (found.note or "")


def test_yesterday_in_a_quotation_from_an_uncertain_day_keeps_both_bounds() -> None:
    found = resolved("yesterday", quoted=True, said=resolved("last week"))
    assert (date(2017, 7, 23), date(2017, 8, 4)) == (found.earliest, found.latest)


def test_an_explicit_date_in_a_quotation_does_not_depend_on_when_it_was_said() -> None:
    found = resolved("2015", quoted=True, said=resolved("on Friday"))
    assert ("2015", TimeBasis.EXPLICIT) == (found.edtf, found.basis)


def test_last_week_from_a_sunday_keeps_both_readings() -> None:
    found = resolved("Last week")
    assert ("2017-07-24/2017-08-05", Granularity.WEEK) == (found.edtf, found.granularity)
    assert "if it begins on Monday" in (found.note or "")


def test_last_week_from_a_wednesday_is_one_iso_week() -> None:
    assert resolved("last week", dateline=WEDNESDAY).edtf == "2017-07-24/2017-07-30"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [("last Monday", "2017-07-24/2017-07-31"), ("next Friday", "2017-08-04/2017-08-11"), ("last Friday", "2017-07-28")],
)
def test_a_named_weekday_of_the_running_week_has_two_readings(phrase: str, edtf: str) -> None:
    assert edtf == resolved(phrase, dateline=WEDNESDAY).edtf


def test_an_undecided_order_of_day_and_month_keeps_both_readings() -> None:
    found = resolved("05/06/2017")
    assert (date(2017, 5, 6), date(2017, 6, 5)) == (found.earliest, found.latest)
    assert "not settled" in (found.note or "")


def test_the_year_of_a_date_with_its_weekday_is_one_in_which_they_agree() -> None:
    assert resolved("Monday, Aug. 7", tense="past").edtf == "2017-08-07"


def test_a_weekday_that_contradicts_the_date_is_noted() -> None:
    assert "not the weekday" in (resolved("Saturday, August 4, 2017").note or "")


def test_a_year_from_the_dateline_is_noted() -> None:
    assert resolved("June 6").note == "year 2017 taken from the dateline"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the next day", "2017-08-05"),
        ("that day", "2017-08-04"),
        ("three weeks later", "2017-08-22/2017-08-28"),
        ("two days before", "2017-08-02"),
        ("the previous Friday", "2017-07-28"),
        ("the following month", "2017-09"),
        ("a year earlier", "2016"),
        ("at 6 a.m.", "2017-08-04T06:00:00"),
        ("at dawn", "2017-08-04"),
        ("the day before", "2017-08-03"),
        ("the night before", "2017-08-03"),
        ("the week after", "2017-08-07/2017-08-13"),
        ("the next morning", "2017-08-05"),
        ("the prior year", "2016"),
        ("the following Sunday", "2017-08-06"),
        ("the small hours", "2017-08-04"),
        ("more than two years later", "2019/.."),
    ],
)
def test_a_phrase_counted_from_another_event_is_inferred_and_says_from_which(phrase: str, edtf: str) -> None:
    found = resolved(phrase, anchor=resolved("on Friday"))
    assert (edtf, TimeBasis.INFERRED) == (found.edtf, found.basis)
    assert 'counted from "on Friday"' in (found.note or "")


@pytest.mark.parametrize("phrase", ["the next day", "three weeks later", "a year earlier", "that month", "at noon"])
def test_a_phrase_counted_from_another_event_needs_it(phrase: str) -> None:
    assert reason(phrase) == "counts from another event whose time is not known"


def test_a_day_counted_from_a_longer_time_can_be_any_in_it() -> None:
    october = resolved("in October 1998")
    assert resolved("that same day", anchor=october).edtf == "1998-10"
    assert timex_value(resolved("that same day", anchor=october)) == "1998-10-XX"
    assert resolved("the next day", anchor=october).edtf == "1998-10-02/1998-11-01"


@pytest.mark.parametrize("phrase", ["years later", "days earlier"])
def test_a_distance_without_a_number_is_unresolved(phrase: str) -> None:
    assert reason(phrase, anchor=resolved("on Friday")) == "says no number"


@pytest.mark.parametrize(
    "phrase", ["fiscal 2017", "FY2017", "the 2017 fiscal year", "this fiscal year", "the fiscal year"]
)
def test_a_fiscal_year_is_noted_as_one(phrase: str) -> None:
    found = resolved(phrase)
    assert ("2017", "a fiscal period: its days may differ from the calendar's") == (found.edtf, found.note)


@pytest.mark.parametrize("phrase", ["three weeks", "for two months", "eight-year", "two hours", "several days"])
def test_a_duration_is_not_forced_into_a_date(phrase: str) -> None:
    assert reason(phrase) == "a length of time, not a date"


@pytest.mark.parametrize("phrase", ["every Friday", "Mondays", "daily", "twice a week", "each July"])
def test_a_repetition_is_not_forced_into_a_date(phrase: str) -> None:
    assert reason(phrase) == "comes again and again, not one date"


@pytest.mark.parametrize("phrase", ["yesterday", "on Friday", "June 6", "last week", "since Friday", "Easter", "now"])
def test_a_relative_phrase_needs_a_dateline(phrase: str) -> None:
    assert reason(phrase, dateline=None) == "no dateline to count from"


@pytest.mark.parametrize("phrase", ["2015", "June 6, 2017", "the 1990s", "from 2011 to 2014", "Easter 2016"])
def test_an_explicit_phrase_needs_no_dateline(phrase: str) -> None:
    assert resolved(phrase).edtf == resolved(phrase, dateline=None).edtf


@pytest.mark.parametrize(
    "phrase",
    ["5 août 2017", "el 5 de agosto", "vendredi", "am 5. Juni 2017", "le 14 juillet", "в субботу", "8月5日",
     "mars 2017", "أمس", "5 mai 2017", "fin 2016", "avant 2017", "hace dos días", "2017年8月5日"],
)  # fmt: skip
def test_another_language_is_left_unresolved(phrase: str) -> None:
    assert reason(phrase) == "not an English time expression that these rules read"


@pytest.mark.parametrize(
    "phrase", ["", " ", "the army", "Friday's attack", "31 June", "Feb. 30, 2017", "may", "0000-00-00"]
)
def test_what_is_no_time_is_left_unresolved(phrase: str) -> None:
    assert reason(phrase)


@pytest.mark.parametrize(
    ("phrase", "bounds"),
    [("recently", (None, SUNDAY)), ("now", (SUNDAY, SUNDAY)), ("in the coming weeks", (SUNDAY, None))],
)
def test_a_vague_word_says_only_past_present_or_future(phrase: str, bounds: tuple[date | None, date | None]) -> None:
    found = resolved(phrase)
    assert (*bounds, Granularity.UNKNOWN) == (found.earliest, found.latest, found.granularity)


def test_the_edge_of_the_calendar_is_a_reason_and_not_an_error() -> None:
    assert reason("yesterday", dateline=date.min) == "outside the years 1 to 9999"
    assert reason("next century", dateline=date.max) == "outside the years 1 to 9999"
    assert resolved("the past week", dateline=date.max).edtf == "9999-12-24/9999-12-31"


@pytest.mark.parametrize(
    ("tense", "edtf", "granularity"),
    [
        ("past", "../2017-08-06", Granularity.UNKNOWN),
        ("present", "2017-08-06", Granularity.DAY),
        ("future", "2017-08-06/..", Granularity.UNKNOWN),
        (None, "../2017-08-06", Granularity.UNKNOWN),
    ],
)
def test_the_dateline_alone_says_so(tense: str | None, edtf: str, granularity: Granularity) -> None:
    found = publication_time(SUNDAY, tense=tense)  # type: ignore[arg-type]
    assert (edtf, granularity, TimeBasis.PUBLICATION) == (found.edtf, found.granularity, found.basis)
    assert found.text is None


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on Friday", "2017-08-04"),
        ("last week", "2017-W30"),
        ("last night", "2017-08-05TNI"),
        ("10 p.m. Friday", "2017-08-04T22:00"),
        ("the weekend", "2017-W31-WE"),
        ("late last month", "2017-07"),
        ("the third quarter of 2016", "2016-Q3"),
        ("the first half of 2016", "2016-H1"),
        ("last summer", "2016-SU"),
        ("the winter of 2016", "2016-WI"),
        ("early 2016", "2016"),
        ("the late 1990s", "199X"),
        ("the 18th century", "17XX"),
        ("since June 6", "2017-06-06"),
        ("before June", "2017-06"),
        ("after June 6", "2017-06-06"),
        ("before dawn Friday", "2017-08-04TMO"),
        ("after 10 p.m. Friday", "2017-08-04T22:00"),
        ("midnight Friday", "2017-08-04T24:00"),
        ("the early hours of Friday", "2017-08-04TMO"),
        ("more than two years ago", "2015"),
        ("this time last year", "2016-08"),
        ("the late 19th century", "18XX"),
        ("since the 1990s", "199X"),
        ("before the end of the year", "2017"),
        ("the last decade", "200X"),
        ("the past year", "2016"),
        ("the year ended Sept. 30, 2016", "2016"),
        ("the quarter ended July 31", "2017-Q2"),
        ("year-end 2015", "2015"),
        ("the remainder of 2016", "2016"),
        ("the June quarter", "2017-Q2"),
        ("anytime soon", "FUTURE_REF"),
        ("recently", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("soon", "FUTURE_REF"),
    ],
)
def test_a_time_has_a_timex3_value(phrase: str, value: str) -> None:
    assert value == timex_value(resolved(phrase))


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("last Monday", "2017-07-31"),
        ("last Monday morning", "2017-07-31TMO"),
        ("next Friday", "2017-08-04"),
        ("next weekend", "2017-W31-WE"),
    ],
)
def test_of_two_readings_timex3_has_the_nearer(phrase: str, value: str) -> None:
    assert value == timex_value(resolved(phrase, dateline=WEDNESDAY))


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the June quarter", "2017-04/2017-06"),
        ("the January quarter", "2016-11/2017-01"),
        ("the March quarter of 2015", "2015-01/2015-03"),
        ("the September quarter last year", "2016-07/2016-09"),
    ],
)
def test_a_quarter_named_by_a_month_ends_with_it(phrase: str, edtf: str) -> None:
    assert edtf == resolved(phrase, tense="past").edtf


@pytest.mark.parametrize(
    ("dateline", "tense", "edtf", "timex"),
    [
        (WEDNESDAY, "past", "2017-07-24/2017-08-06", "2017-WXX"),
        (WEDNESDAY, None, "2017-07-24/2017-08-06", "2017-WXX"),
        (WEDNESDAY, "future", "2017-07-31/2017-08-06", "2017-W31"),
        (date(2017, 8, 4), "past", "2017-07-31/2017-08-06", "2017-W31"),
    ],
)
def test_the_week_told_as_past_early_in_a_week_can_be_the_one_just_over(
    dateline: date, tense: str | None, edtf: str, timex: str
) -> None:
    week = resolved("the week", dateline=dateline, tense=tense)
    assert (edtf, timex) == (week.edtf, timex_value(week))
    assert ("the one just over" in (week.note or "")) == (timex == "2017-WXX")


def test_this_and_last_week_stay_one_week_on_a_monday() -> None:
    monday = date(2017, 7, 31)
    assert resolved("this week", dateline=monday, tense="past").edtf == "2017-07-31/2017-08-06"
    assert resolved("last week", dateline=monday, tense="past").edtf == "2017-07-24/2017-07-30"


def test_one_or_two_units_ahead_begin_with_one_and_end_loosely() -> None:
    soon = resolved("in a month or two", tense="future")
    assert (soon.edtf, soon.latest) == ("2017-09-06~/..", None)
    assert soon.note == "says about 2017-09-06 to 2017-10-06"
    assert timex_value(soon) == "FUTURE_REF"
    assert reason("in a month or two", tense="past") == "a length of time, not a date"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the year-ago quarter", "2016-01/2016-03"),
        ("year-earlier", "2016-01/2016-03"),
        ("the year-ago period", "2016-01/2016-03"),
        ("the same period last year", "2016-01/2016-03"),
        ("the corresponding quarter of 2015", "2015-01/2015-03"),
        ("the 2015 period", "2015-01/2015-03"),
        ("the latest quarter", "2017-01/2017-03"),
        ("a year ago", "2016-01/2016-03"),
        ("the year-ago third quarter", "2016-07/2016-09"),
        ("last year's third quarter", "2016-07/2016-09"),
        ("last year's quarter", "2016-01/2016-03"),
    ],
)
def test_a_comparison_counts_from_the_quarter_it_is_given(phrase: str, edtf: str) -> None:
    assert edtf == resolved(phrase, anchor=resolved("the first quarter of 2017")).edtf


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the latest quarter", "2017-04/2017-06"),
        ("the latest year", "2016"),
        ("the 2015 period", "2015"),
        ("the month", "2017-08"),
        ("year-end", "2017-09/2017-12"),
        ("the full year", "2017"),
        ("this time last year", "2016-08-06~"),
        ("this past weekend", "2017-07-29/2017-07-30"),
        ("last year's June", "2016-06"),
        ("all month", "2017-08"),
        ("ten days from now", "2017-08-16"),
        ("a week or so ago", "2017-07-27~/2017-08-02~"),
        ("three and a half years ago", "2014-02~"),
        ("at a later date", "2017-08-06/.."),
        ("in recent weeks and months", "../2017-08-06"),
        ("the first week of last month", "2017-07-01/2017-07-07"),
    ],
)
def test_other_units_around_the_dateline(phrase: str, edtf: str) -> None:
    assert edtf == resolved(phrase).edtf


def test_a_comparison_without_a_period_to_compare_with_is_unresolved() -> None:
    assert reason("the year-earlier period") == "no period is named to compare with"


def test_later_that_month_needs_and_takes_the_month_of_another_event() -> None:
    assert resolved("that month", anchor=resolved("June 6")).edtf == "2017-06"
    assert resolved("the night of that day", anchor=resolved("June 6")).edtf == "2017-06-06"
