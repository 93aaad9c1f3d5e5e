from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.lexicon.grammar import word_set
from summarize.record import Granularity, Time, TimeBasis
from summarize.resolving.outcome import Unresolved
from summarize.resolving.tense import attachment, tense_at, tense_of
from summarize.resolving.time import TimeContext, find_times, resolve_time, timex_value
from summarize.resolving.time.running import resolve_times

DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
DAY_PHRASES = st.sampled_from(
    ["yesterday", "today", "tomorrow", "two days ago", "the day before yesterday", "last night", "this morning",
     "earlier today", "in the past three days", "two weeks ago", "recently", "overnight", "three hours ago",
     "the night before last", "two weeks from tomorrow", "8:30 this morning", "less than a week ago", "the moment"]
)  # fmt: skip
WEEK_PHRASES = st.sampled_from(
    ["Friday", "on Monday", "last Tuesday", "next Sunday", "this Thursday", "last week", "next week", "the weekend",
     "since Friday", "late last week", "Saturday and Sunday", "from Monday to Wednesday", "Friday of last week",
     "the week ending Friday", "a week from Monday", "overnight Friday", "before dawn Friday", "starting Tuesday"]
)  # fmt: skip
WORDS = st.sampled_from(
    sorted(
        word_set(
            """
            the last next this June May 6 2017 2017-06-06 6/7/2017 10 p.m. : noon night of since until from to and
            between early late end beginning week weeks ago later year - 's quarter third first half so far more than
            a couple Friday , . Easter Ramadan every daily past two 29 February 0 99999 ’ twenty one hundred century
            1990s said T10 Z ended fiscal FY2017 before after dawn midnight o'clock GMT ( ) hours less ago or to in of
            moment short term future starting prior night Monday 25 3/4
            """
        )
    )
)


def moved(found: Time | Unresolved, days: int) -> tuple[date | None, date | None]:
    assert isinstance(found, Time)
    step = timedelta(days=days)
    return (found.earliest + step if found.earliest else None, found.latest + step if found.latest else None)


@given(phrase=DAY_PHRASES, dateline=DATES, days=st.integers(-4000, 4000))
def test_shifting_the_dateline_shifts_every_day_level_time(phrase: str, dateline: date, days: int) -> None:
    later = resolve_time(phrase, TimeContext(dateline + timedelta(days=days)))
    assert moved(resolve_time(phrase, TimeContext(dateline)), days) == moved(later, 0)


@given(
    phrase=WEEK_PHRASES, dateline=DATES, weeks=st.integers(-500, 500), tense=st.sampled_from(["past", "future", None])
)
def test_shifting_the_dateline_by_weeks_shifts_every_weekday(
    phrase: str, dateline: date, weeks: int, tense: str | None
) -> None:
    later = resolve_time(phrase, TimeContext(dateline + timedelta(weeks=weeks), tense=tense))  # type: ignore[arg-type]
    now = resolve_time(phrase, TimeContext(dateline, tense=tense))  # type: ignore[arg-type]
    assert moved(now, 7 * weeks) == moved(later, 0)


@given(dateline=DATES, day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_full_date_reads_back_whatever_the_dateline(dateline: date, day: date) -> None:
    for written in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        found = resolve_time(written, TimeContext(dateline))
        assert isinstance(found, Time)
        assert (day, day) == (found.earliest, found.latest)


@given(phrase=st.sampled_from(["Friday", "June 6", "in March", "Easter", "the summer"]), dateline=DATES)
def test_the_future_is_not_before_the_dateline_and_the_past_not_after_it(phrase: str, dateline: date) -> None:
    ahead = resolve_time(phrase, TimeContext(dateline, tense="future"))
    behind = resolve_time(phrase, TimeContext(dateline, tense="past"))
    assert isinstance(ahead, Time)
    assert isinstance(behind, Time)
    assert ahead.latest is not None
    assert ahead.latest >= dateline
    assert behind.earliest is not None
    assert behind.earliest <= dateline


@given(
    phrase=st.sampled_from(["10 p.m. Friday", "noon on Friday", "dawn on Friday", "Friday night", "midnight Friday"]),
    bound=st.sampled_from(["before", "after", "since", "until", "by", "shortly before", "just after"]),
    dateline=DATES,
)
def test_what_is_bounded_by_an_hour_can_still_be_on_its_day(phrase: str, bound: str, dateline: date) -> None:
    friday = resolve_time(phrase, TimeContext(dateline, tense="past"))
    found = resolve_time(f"{bound} {phrase}", TimeContext(dateline, tense="past"))
    assert isinstance(friday, Time)
    assert isinstance(found, Time)
    assert friday.earliest in {found.earliest, found.latest}


@given(dateline=DATES, day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_period_named_by_a_day_ends_on_it_or_holds_it(dateline: date, day: date) -> None:
    written = f"{day:%B} {day.day}, {day.year}"
    week, quarter = (
        resolve_time(phrase, TimeContext(dateline))
        for phrase in (f"the week of {written}", f"the quarter ended {written}")
    )
    assert isinstance(week, Time)
    assert isinstance(quarter, Time)
    assert week.earliest is not None
    assert timedelta(0) <= day - week.earliest < timedelta(days=7)
    assert quarter.latest == day
    assert quarter.earliest is not None
    assert timedelta(days=88) <= day - quarter.earliest <= timedelta(days=92)


@given(year=st.integers(1900, 2100), nth=st.integers(1, 4), dateline=DATES)
def test_a_comparison_is_with_the_same_months_a_year_before(year: int, nth: int, dateline: date) -> None:
    quarter = resolve_time(f"Q{nth} {year}", TimeContext(dateline))
    assert isinstance(quarter, Time)
    for phrase in ("a year earlier", "the year-ago quarter", "the same period last year"):
        before = resolve_time(phrase, TimeContext(dateline, anchor=quarter))
        assert isinstance(before, Time)
        assert timex_value(before) == f"{year - 1}-Q{nth}"


@given(
    phrase=st.sampled_from(["Friday", "last Monday", "next Sunday", "that day", "Friday night", "June 6", "tomorrow"]),
    dateline=DATES,
)
def test_a_timex3_value_of_a_day_lies_between_its_bounds(phrase: str, dateline: date) -> None:
    found = resolve_time(phrase, TimeContext(dateline, anchor=resolved_day(dateline)))
    assert isinstance(found, Time)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= date.fromisoformat(timex_value(found)[:10]) <= found.latest


def resolved_day(day: date) -> Time:
    return Time(edtf=day.isoformat(), earliest=day, latest=day, granularity=Granularity.DAY, basis=TimeBasis.EXPLICIT)


@given(words=st.lists(WORDS, max_size=9), dateline=st.one_of(st.none(), DATES, st.sampled_from([date.min, date.max])))
@settings(max_examples=300)
def test_no_arrangement_of_time_words_raises(words: list[str], dateline: date | None) -> None:
    phrase = " ".join(words)
    day = date(2017, 8, 4)
    anchor = Time(edtf="2017-08-04", earliest=day, latest=day, granularity=Granularity.DAY, basis=TimeBasis.EXPLICIT)
    for context in (
        TimeContext(dateline),
        TimeContext(dateline, attached="statement", tense="future"),
        TimeContext(dateline, quoted=True, said=anchor, anchor=anchor, tense="past"),
    ):
        found = resolve_time(phrase, context)
        assert isinstance(found, (Time, Unresolved))
        if isinstance(found, Time):
            assert found.earliest is None or found.latest is None or found.earliest <= found.latest
            assert timex_value(found)
    assert [found.text for found in find_times(phrase)] == [
        phrase[found.start : found.end] for found in find_times(phrase)
    ]
    resolve_times(phrase, dateline)


@given(text=st.text(max_size=200), start=st.integers(0, 200), length=st.integers(0, 50))
def test_no_string_raises(text: str, start: int, length: int) -> None:
    resolve_time(text, TimeContext(date(2017, 8, 6)))
    spans = [(found.start, found.end) for found in find_times(text)]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    tense_of(text)
    tense_at(text, start, start + length)
    attachment(text, start, start + length, (0, len(text)))


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        " ",
        "last ",
        "first week of ",
        "the end of ",
        "from ",
        "2011-",
        "6 a.m. ",
        "June ",
        "1/",
        "have been ",
        ", ",
    ],
)
def test_a_text_of_one_repeated_piece_is_read_to_its_end(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    assert all(text[found.start : found.end] == found.text for found in find_times(text))
    assert len(resolve_times(text, date(2017, 8, 6))) == len(find_times(text))
    assert tense_of(text) in {None, "past", "present", "future"}
    assert attachment(text, 5_000, 5_001, (0, len(text))) in {"event", "statement"}
