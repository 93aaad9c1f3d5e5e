"""Events that a sentence dates by another event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding.draft import anchor_of
from summarize.reading import read_article
from summarize.record import EventType, Granularity, Time, TimeBasis, TimeMod
from summarize.resolving.beside import beside, counted_from
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import GroundedEvent, resolve_event

STORMED = [
    ("The prefect shut Darin on Friday, a day after a crowd stormed the bus station.", "2026-02-26"),
    ("Two days after a crowd stormed the bus station, the prefect shut Darin on Friday.", "2026-02-25"),
    ("Darin voted on Friday, the day before a crowd stormed the bus station.", "2026-02-28"),
    ("Darin voted on 6 February, a week before a crowd stormed the bus station.", "2026-02-13"),
    ("On Friday, 3 days after a crowd stormed the bus station, Darin voted.", "2026-02-24"),
]


def _time(text: str, anchor: str = "stormed", kind: EventType = EventType.RIOT) -> Time | None:
    article = read_article(text, dateline="2026-03-04")
    sentence = article.sentences[0]
    start = sentence.text.index(anchor)
    grounded = GroundedEvent(sentence, (start, start + len(anchor)), kind)
    return resolve_event(grounded, ArticleContext(article))[0].event.time


@pytest.mark.parametrize(("text", "day"), STORMED)
def test_the_day_is_counted_from_the_main_clause(text: str, day: str) -> None:
    time = _time(text)
    assert time is not None
    assert (day, TimeBasis.INFERRED) == (time.edtf, time.basis)
    assert time.span is not None
    assert time.text == time.span.text
    assert "Friday" in (time.note or "") or "6 February" in (time.note or "")


OTHERWISE = [
    ("A day after the vote, a crowd stormed the bus station on Friday.", "2026-02-27"),
    ("The prefect shut Darin in February, a day after a crowd stormed the bus station.", "2026-02"),
    ("The prefect shut Darin, a day after a crowd stormed the bus station.", "../2026-03-04"),
    ("Darin fell on Friday, less than a week after a crowd stormed the bus station.", "2026-02-27"),
    ("Police came on Friday, a week after a crowd stormed the bus station on 12 February.", "2026-02-12"),
    ("The day before yesterday a crowd stormed the bus station, and on Monday it fled.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "edtf"), OTHERWISE)
def test_without_a_day_to_count_from_nothing_is_counted(text: str, edtf: str) -> None:
    time = _time(text)
    assert time is not None
    assert edtf == time.edtf


ARRESTED = [
    ("Police arrested 12 people a day after a crowd stormed the bus station on 28 February.", "2026-03-01"),
    ("Police arrested 12 people in Darin, two weeks before troops came on 28 February.", "2026-02-14"),
    ("Police arrested 12 people on Monday, a day after a crowd stormed the bus station on Saturday.", "2026-03-02"),
    ("Police arrested 12 people less than a week after a crowd came on 28 February.", "../2026-03-04"),
    ("Police arrested 12 people a day after a crowd stormed the bus station in February.", "../2026-03-04"),
    ("Police arrested 12 people, and troops came a day after a crowd had left on 28 February.", "../2026-03-04"),
]


@pytest.mark.parametrize(("text", "edtf"), ARRESTED)
def test_the_day_is_counted_from_the_clause_behind(text: str, edtf: str) -> None:
    time = _time(text, "arrested", EventType.DETENTION)
    assert time is not None
    assert edtf == time.edtf


def test_the_main_clause_keeps_its_own_day() -> None:
    text = "The prefect imposed a curfew on Darin on Friday, a day after a crowd stormed the bus station."
    assert beside(text, anchor_of(EventType.RESTRICTION, text)[0]) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 99), st.sampled_from(["day", "week"]))
def test_after_and_before_are_as_far_apart_as_is_said(day: date, count: int, unit: str) -> None:
    main = Time(
        text="then",
        edtf=day.isoformat(),
        earliest=day,
        latest=day,
        granularity=Granularity.DAY,
        basis=TimeBasis.EXPLICIT,
    )
    for side, sign in (("after", -1), ("before", 1)):
        text = f"It fell then, {count} {unit}s {side} rebels came."
        how = beside(text, text.index("came"))
        assert how is not None
        counted = counted_from(main, how, "words")
        assert counted is not None
        assert counted.earliest == day + sign * timedelta(days=count * {"day": 1, "week": 7}[unit])
        assert counted_from(main.model_copy(update={"mod": TimeMod.BEFORE}), how, "words") is None


@given(st.text(max_size=200), st.integers(0, 250))
def test_no_text_makes_it_raise(text: str, anchor: int) -> None:
    found = beside(text, anchor)
    assert found is None or 0 <= found.start < found.end <= anchor
