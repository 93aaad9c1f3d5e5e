"""Values are told in words, and stand where the article says them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from summarize.evaluation.html.words import Words, in_labels, in_record, period
from summarize.evaluation.scores import score
from summarize.record import EventSummary
from tests.evaluation.making import LABELS, TEXT, case, perfect
from tests.evaluation.test_mutations import _RECORDS

CASE = case()


def _said(words: Words, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in words.spans]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2017, 8, 5), date(2017, 8, 5), "5 August 2017"),
        (None, date(2017, 8, 5), "on or before 5 August 2017"),
        (date(2017, 8, 5), None, "from 5 August 2017 on"),
        (date(2017, 8, 1), date(2017, 8, 31), "1 August 2017 to 31 August 2017"),
        (None, None, "any day"),
    ],
)
def test_a_period_is_told_in_words(first: date | None, last: date | None, expected: str) -> None:
    assert expected == period((first, last))


def test_an_event_stands_for_its_evidence() -> None:
    assert [LABELS["events"][0]["evidence"]] == _said(in_labels(CASE)("events.0"))
    assert in_labels(CASE)("events.0").text == in_record(perfect(CASE))("events.0").text


def test_a_participant_is_told_with_its_role_and_usual_name() -> None:
    label = {"role": ["actor", "supporter"], "names": "Rebels", "canonical": "Northern Front", "optional": True}
    loaded = case(events=[LABELS["events"][0] | {"participants": [label]}])
    words = in_labels(loaded)("events.0.participants.0")
    expected = ("Rebels", "actor or supporter", "usually Northern Front", True)
    assert expected == (words.text, words.kind, words.also, words.optional)


def test_every_alternative_is_told() -> None:
    loaded = case(events=[LABELS["events"][0] | {"type": ["shelling", "air_strike"]}])
    assert "shelling or air strike" == in_labels(loaded)("events.0.type").text
    assert ("the port of Darin",) == in_labels(loaded)("events.0.places.0").others


def test_a_time_is_told_with_basis_quotation_and_edtf() -> None:
    words = in_labels(CASE)("events.0.time.basis")
    assert ("2 March 2026", "explicit", "“on Monday” · 2026-03-02") == (words.text, words.kind, words.also)
    assert ["on Monday"] == _said(words)
    assert "2 March 2026" == in_record(perfect(CASE))("events.0.time").text


def test_a_figure_is_told_with_its_kind_and_numbers() -> None:
    words = in_labels(CASE)("figures.0.kind")
    assert ("“About 300”", "displaced", "best 300") == (words.text, words.kind, words.also)
    assert words == in_record(perfect(CASE))("figures.0")


def test_a_name_is_meant_where_the_evidence_has_it() -> None:
    text = "Salhun is quiet. Rebels shelled Salhun on Monday."
    event = {
        "type": "shelling",
        "evidence": "Rebels shelled Salhun",
        "status": "stated",
        "places": [{"names": "Salhun"}],
    }
    loaded = case(text=text, events=[event], figures=[])
    assert ((text.rindex("Salhun"), text.rindex("Salhun") + 6),) == in_labels(loaded)("events.0.places.0").spans


@pytest.mark.parametrize(
    "path", ["", "events", "events.9", "events.0.participants.9", "events.0.colour", "events.x", "notes.0", "figures.7"]
)
def test_a_path_that_leads_nowhere_is_a_lookup_error(path: str) -> None:
    for look in (in_labels(CASE), in_record(perfect(CASE))):
        with pytest.raises(LookupError):
            look(path)


@settings(max_examples=40)
@given(_RECORDS)
def test_every_path_of_every_match_is_told(record: EventSummary) -> None:
    gold, predicted = in_labels(CASE), in_record(record)
    for match in score(CASE, record).matches:
        assert match.gold is None or gold(match.gold).text
        assert match.predicted is None or predicted(match.predicted).text
