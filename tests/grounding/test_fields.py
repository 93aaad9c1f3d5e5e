"""A record against its article, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from pydantic import BaseModel

from summarize import summarize
from summarize.checking import checked
from summarize.grounding import SourceText, check_record, grounding_share, spans_of
from summarize.grounding.cuts import number_cuts
from summarize.grounding.fields import FieldProblem, numbers_of
from summarize.grounding.normalise import Token, tokenise
from summarize.models.base import Message
from summarize.models.scripted import ScriptedModel
from summarize.record import (
    Approximator,
    Confirmation,
    ConfirmationState,
    EventSummary,
    Granularity,
    Loss,
    LossKind,
    Span,
    SummarySentence,
    Time,
    TimeBasis,
)

TEXT = (
    "Rebels shelled the port of Latakia on Monday, the Levant Monitor said. The price of bread rose. "
    "More than 400 families have fled the port. The mayor denied that anti-government fighters had entered Homs."
)


def _answer(messages: Sequence[Message], reply: type) -> str:
    first = messages[-1].content.startswith("Rebels")
    answer = {"type": "shelling", "who": "Rebels", "whom": None, "where": "Latakia"} if first else {"type": "none"}
    allowed = {name for variant in reply.model_json_schema()["$defs"].values() for name in variant["properties"]}  # type: ignore[attr-defined]
    return json.dumps({"event": {key: value for key, value in answer.items() if key in allowed}})


@pytest.fixture(scope="module")
def record() -> EventSummary:
    return summarize(TEXT, dateline="2026-03-04", model=ScriptedModel(_answer, strategy="sentence"))


def _span(words: str) -> Span:
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words), text=words)


def _event(record: EventSummary, **changes: object) -> EventSummary:
    return record.model_copy(update={"events": (record.events[0].model_copy(update=changes), *record.events[1:])})


def _figure(record: EventSummary, **changes: object) -> EventSummary:
    return record.model_copy(update={"figures": (record.figures[0].model_copy(update=changes),)})


def test_a_record_of_the_pipeline_holds(record: EventSummary) -> None:
    assert record.events
    assert record.figures
    assert () == check_record(record, TEXT)


def test_a_span_that_holds_other_words_is_a_problem(record: EventSummary) -> None:
    fields = [problem.field for problem in check_record(record, TEXT.replace("Latakia", "Tartous"))]
    assert "events[0].places[0].span" in fields


def test_a_participant_of_another_sentence_is_a_problem_unless_inferred(record: EventSummary) -> None:
    party = record.events[0].participants[0]
    other = party.model_copy(update={"name": "The mayor", "span": _span("The mayor")})
    told = other.model_copy(update={"inferred": "named as the speaker later"})
    assert ["events[0].participants[0].name"] == [
        problem.field for problem in check_record(_event(record, participants=(other,)), TEXT)
    ][:1]
    assert not [
        problem
        for problem in check_record(_event(record, participants=(told,)), TEXT)
        if "participants" in problem.field
    ]


@pytest.mark.parametrize("cut", ["Rebel", "ebels"])
def test_a_span_that_begins_or_ends_inside_a_word_is_a_problem(record: EventSummary, cut: str) -> None:
    party = record.events[0].participants[0].model_copy(update={"name": cut, "span": _span(cut)})
    assert [("events[0].participants[0].span", "begins or ends inside a word")] == [
        (problem.field, problem.reason) for problem in check_record(_event(record, participants=(party,)), TEXT)
    ]


@pytest.mark.parametrize(
    ("path", "wording"),
    [
        ("headline", True),
        ("summary[0]", True),
        ("events[0].description", True),
        ("events[0].participants[0].name", False),
        ("figures[0].text", False),
    ],
)
def test_a_sentence_can_be_worded_again_and_a_value_cannot(path: str, wording: bool) -> None:
    assert wording is FieldProblem(path, "x", "y").wording


def test_a_name_cut_out_of_its_opposite_is_a_problem(record: EventSummary) -> None:
    party = record.events[0].participants[0]
    cut = party.model_copy(update={"name": "government", "span": _span("government"), "inferred": "stated"})
    reasons = [problem.reason for problem in check_record(_event(record, participants=(cut,)), TEXT)]
    assert any("anti-" in reason for reason in reasons)


def test_evidence_cut_out_of_a_denial_is_a_problem(record: EventSummary) -> None:
    denied = _event(record, evidence=(*record.events[0].evidence, _span("anti-government fighters had entered Homs")))
    assert any("denies it" in problem.reason for problem in check_record(denied, TEXT))
    mended = checked(denied, TEXT)
    assert "denied" in mended.events[0].evidence[-1].text
    assert () == check_record(mended, TEXT)


@pytest.mark.parametrize(("bound", "value"), [("best", 4000.0), ("min", 40.0), ("max", 401.0)])
def test_a_number_that_the_figures_text_does_not_say_is_a_problem(
    record: EventSummary, bound: str, value: float
) -> None:
    assert f"figures[0].{bound}" in [problem.field for problem in check_record(_figure(record, **{bound: value}), TEXT)]


def test_a_figure_without_its_hedge_is_a_problem(record: EventSummary) -> None:
    bare = _figure(record, text="400 families", span=_span("400 families"), approximator=Approximator.EXACT)
    assert any("More than" in problem.reason for problem in check_record(bare, TEXT))


def test_a_figure_whose_hedge_is_told_apart_is_none(record: EventSummary) -> None:
    assert Approximator.EXACT is not record.figures[0].approximator
    assert () == check_record(_figure(record, text="400 families", span=_span("400 families")), TEXT)


def test_a_figure_cut_out_of_a_number_is_a_problem() -> None:
    text = "More than 2 million families have fled the port."
    whole = summarize(text, dateline="2026-03-04", model=ScriptedModel(_answer, strategy="sentence"))
    cut = Span(start=text.index("2"), end=text.index("2") + 1, text="2")
    reasons = [problem.reason for problem in check_record(_figure(whole, text="2", span=cut), text)]
    assert any("part of a number" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("words", "best"),
    [("300m (984ft) away", 300), ("50m north", 50), ("$50m in debt", 50_000_000), ("for 50m people", 50_000_000)],
)
def test_a_glued_m_is_metres_only_where_the_figure_is(words: str, best: float) -> None:
    text = f"The house stands {words}."
    record = summarize(text, dateline="2026-03-04", model=ScriptedModel(_answer, strategy="sentence"))
    assert [best] == [figure.best for figure in record.figures]
    assert () == check_record(record, text)
    other = _figure(record, unit="km" if record.figures[0].unit == "m" else "m")
    assert ["figures[0].best"] == [problem.field for problem in check_record(other, text)]


def test_a_figure_may_have_its_place_from_the_sentence_of_its_event(record: EventSummary) -> None:
    event = record.events[0]
    assert () == check_record(_figure(record, place=event.places[0], event=event.id), TEXT)
    assert ["figures[0].place.name"] == [
        problem.field for problem in check_record(_figure(record, place=event.places[0], event=None), TEXT)
    ]


@pytest.mark.parametrize("missing", ["text", "span"])
def test_a_time_without_its_words_or_without_their_place_is_a_problem(record: EventSummary, missing: str) -> None:
    time = record.events[0].time
    assert time is not None
    problems = check_record(_event(record, time=time.model_copy(update={missing: None})), TEXT)
    assert [("events[0].time", True)] == [
        (problem.field, "without the words" in problem.reason) for problem in problems
    ]


def test_a_summary_sentence_draws_on_the_figures_it_cites(record: EventSummary) -> None:
    told = SummarySentence(text="More than 400 families have fled.", figures=(record.figures[0].id,))
    assert () == check_record(record.model_copy(update={"summary": (told,)}), TEXT)
    for cites in ({"figures": ()}, {"figures": ("f9",)}, {"figures": (), "events": ("e9",)}):
        other = record.model_copy(update={"summary": (told.model_copy(update=cites),)})
        assert "summary[0]" in {problem.field for problem in check_record(other, TEXT)}


@pytest.mark.parametrize(("main", "holds"), [(0, True), (1, False), (None, True)])
def test_the_headline_draws_on_the_main_event_or_on_all(record: EventSummary, main: int | None, holds: bool) -> None:
    first = record.events[0]
    bare = {"participants": (), "places": (), "time": None, "sources": (), "description": "The price of bread rose."}
    bread = first.model_copy(update={**bare, "id": "bread", "evidence": (_span("The price of bread rose."),)})
    events = (first, bread)
    both = record.model_copy(
        update={
            "events": events,
            "main_event": None if main is None else events[main].id,
            "headline": "Latakia shelled",
        }
    )
    assert holds is ("headline" not in {problem.field for problem in check_record(both, TEXT)})


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rebels shelled the port of Tartous.", "name"),
        ("Rebels shelled the port of Latakia on 3 March 2026.", "date"),
        ("Rebels shelled 12 ports.", "number"),
        ("Rebels shelled the port of Latakia on Tuesday.", "date"),
    ],
)
def test_wording_that_says_more_than_its_evidence_is_a_problem(record: EventSummary, sentence: str, kind: str) -> None:
    problems = check_record(_event(record, description=sentence), TEXT)
    assert [("events[0].description", True)] == [(problem.field, problem.wording) for problem in problems]
    assert kind in problems[0].reason


def test_dates_worded_from_the_records_times_are_derived_not_invented(record: EventSummary) -> None:
    assert () == check_record(_event(record, description="Rebels shelled Latakia on Monday, 2 March 2026."), TEXT)


def test_the_share_of_nothing_is_whole(record: EventSummary) -> None:
    empty = {"events": (), "figures": (), "sources": (), "losses": ()}
    assert 1.0 == grounding_share(record.model_copy(update=empty))


def test_the_share_counts_quotations_that_were_refused(record: EventSummary) -> None:
    kept = len(list(spans_of(record)))
    loss = Loss(kind=LossKind.UNGROUNDED, text="x", reason="y", where="z")
    lossy = record.model_copy(update={"losses": (loss,) * kept})
    assert (1.0, 0.5) == (grounding_share(record), grounding_share(lossy))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 200,000", {200_000}),
        ("20 to 50 thousand", {20, 20_000, 50_000}),
        ("20-50,000", {20, 20_000, 50_000}),
        ("two hundred and five", {205}),
        ("27 of 41", {27, 41}),
        ("a third of the town", {1, "33.33"}),
        ("two-thirds", {2, "66.67"}),
        ("1 in 4 residents", {1, 4, 25}),
        (f"{10**28} in 3", {10**28, 3, 3000}),
        ("half a dozen", {"0.5", 1, 6, 12, 50}),
        ("$4.060 billion", {4_060_000_000}),
        ("4.060 people", {4_060}),
        ("100-50,000", {100, 50_000}),
        ("no casualties", {0}),
        ("nobody died", {0}),
        ("half the dozen", {"0.5", 12, 50}),
        ("half the men", {"0.5", 50}),
        ("half a loaf", {"0.5", 1, 50}),
        ("20 a dozen", {1, 12, 20}),
        ("third of 2", {2}),
        ("5 in 4", {4, 5}),
        ("10 out of 10", {10, 100}),
        ("in 4 towns", {4}),
        ("4 in", {4}),
        ("about 5 1/2 hours", {"5.5"}),
        ("10 3/4 miles", {"10.75"}),
        ("5 1/3 hours", {1, 3, 5}),
        ("1/2 of 5", {1, 2, 5}),
        ("1,500 1/2 miles", {"1500.5"}),
        ("in 1990, 1/2", {1, 2, 1990, 1000}),
        (".5 percent", {"0.5"}),
        ("$.5 million", {500_000}),
        ("between .5 and .7", {"0.5", "0.7"}),
        ("No.5", {0, 5}),
        ("about ½ million", {500_000}),
        ("½ a million", {1, 500_000}),
        ("12 ½ tons", {"12.5"}),
        ("5½ km", {"5.5"}),
        ("5⅓ km", {"5.333333"}),
        ("⅔", {"0.666667", "66.67"}),
        ("½ of the town", {"0.5", 50}),
        ("½ km", {"0.5"}),
        ("12 ½ of", {"0.5", 12, 50}),
        ("1.5½", {"0.5", "1.5"}),
        ("2,14,000.5", {"214000.5"}),
        ("１，５００", {1500}),
        ("١٫٥", {"1.5"}),
        ("- -5", {-5, -5000}),
        ("– –5", {-5, -5000}),
        ("$5 million two years", {2, 2000, 2_000_000, 5_000_000}),
        ("2 million three hundred", {2_000_300}),
        ("two dozen five", {5, 12, 24}),
        ("a hundred – ninety", {1, 90, 100}),
        ("a dozen hundred", {1, 12, 1200}),
        ("three score and ten", {70}),
        ("5 to 6 lakh crore", {5, *(5 * 10**power for power in (3, 5, 7, 12)), 6 * 10**12}),
        ("⅖ a dozen", {"0.4", "4.8", 1, 12}),
        ("2 crores", {20_000_000}),
        ("five in one hundred", {5, 100}),
        ("sixty – two", {2, 60}),
        ("nineteen hundred twelve eleven", {11, 1100, 1912}),
    ],
)
def test_the_numbers_of_a_text_are_read_whole(text: str, expected: set[int | str]) -> None:
    assert {Decimal(value).normalize() for value in expected} == numbers_of(text)


@pytest.mark.parametrize(
    ("text", "quoted", "left"),
    [
        ("Only 24 percent voted.", "24 percent", []),
        ("The agency reported 15 deaths.", "15 deaths", []),
        ("It signed up 5 million people.", "5 million people", []),
        ("It cost $84 billion over 10 years.", "10 years", []),
        ("It lasted over four hours.", "four hours", ["over"]),
        ("More than 15 people died.", "15 people", ["More than"]),
        ("He spoke longer than 30 minutes.", "30 minutes", ["longer than"]),
        ("Nearly 40 people died.", "40 people", ["Nearly"]),
    ],
)
def test_a_number_is_cut_only_from_what_bounds_or_rounds_it(text: str, quoted: str, left: list[str]) -> None:
    start = text.index(quoted)
    assert left == [cut.words for cut in number_cuts(SourceText(text), start, start + len(quoted))]


def test_a_source_named_before_is_told_only_where_the_attribution_points_back(record: EventSummary) -> None:
    source = record.sources[0]

    def problems(evidence: str, name: str) -> list[str]:
        link = source.chain[0].model_copy(update={"name": name, "span": _span(name), "verb": None})
        changed = source.model_copy(update={"chain": (link,), "evidence": (_span(evidence),)})
        return [problem.field for problem in check_record(record.model_copy(update={"sources": (changed,)}), TEXT)]

    assert "sources[0].chain[0].name" not in problems("The mayor denied", "the Levant Monitor")
    assert "sources[0].chain[0].name" in problems("More than 400 families", "the Levant Monitor")
    assert "sources[0].chain[0].name" in problems("the Levant Monitor said", "The mayor")


def test_a_name_that_opens_a_sentence_is_checked_too(record: EventSummary) -> None:
    problems = check_record(_event(record, description="Hezbollah shelled the port of Latakia."), TEXT)
    assert ["Hezbollah"] == [problem.text for problem in problems]


def test_what_a_place_stands_for_may_be_worded_but_its_own_words_stand_in_the_evidence(record: EventSummary) -> None:
    place = record.events[0].places[0]
    told = {"resolved": "Tartous", "inferred": "stands for 'Tartous', named in sentence 7"}
    here = place.model_copy(update={"name": "the port", "span": _span("the port"), **told})
    elsewhere = place.model_copy(update={"name": "Homs", "span": _span("Homs"), **told})
    sentence = "Rebels shelled the port of Tartous."
    assert () == check_record(_event(record, places=(here,), description=sentence), TEXT)
    assert ["events[0].places[0].name"] == [
        problem.field for problem in check_record(_event(record, places=(elsewhere,), description=sentence), TEXT)
    ]


def test_a_confirmation_may_name_no_body(record: EventSummary) -> None:
    nobody = Confirmation(by=None, span=_span("the Levant Monitor said"), state=ConfirmationState.ABSENT)
    assert () == check_record(_event(record, confirmation=nobody), TEXT)


def test_the_time_of_a_statement_may_stand_elsewhere_when_its_note_says_so(record: EventSummary) -> None:
    made = record.sources[0]
    said = _span("The mayor denied")

    def problems(note: str | None) -> list[str]:
        time = Time(
            text="Monday",
            span=_span("Monday"),
            edtf="2026-03-02",
            granularity=Granularity.DAY,
            basis=TimeBasis.EXPLICIT,
            note=note,
        )
        link = made.chain[0].model_copy(update={"name": None, "span": None, "verb": "denied", "time": time})
        changed = made.model_copy(update={"chain": (link,), "evidence": (said,)})
        kept = record.model_copy(update={"sources": (*record.sources, changed.model_copy(update={"id": "told"}))})
        return [problem.field for problem in check_record(kept, TEXT)]

    number = len(record.sources)
    assert [f"sources[{number}].chain[0].time.text"] == problems(None)
    assert [] == problems("from the statement before")


def _every_span(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _every_span(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _every_span(getattr(value, name))


def test_no_span_of_a_record_is_passed_over(record: EventSummary) -> None:
    place = record.events[0].places[0]
    whole = _figure(record, place=place, as_of=record.events[0].time)
    assert list(_every_span(whole)) == [span for _, span in spans_of(whole)]


def test_a_text_prepared_before_is_checked_alike(record: EventSummary) -> None:
    wrong = _event(record, description="Hezbollah shelled the port of Tartous on 3 March 2026.")
    assert len(check_record(wrong, TEXT)) > 1
    assert check_record(wrong, TEXT) == check_record(wrong, SourceText(TEXT))


def test_the_article_is_read_once_and_no_sentence_of_it_again(
    record: EventSummary, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(text: str) -> list[Token]:
        read.append(text)
        return tokenise(text)

    monkeypatch.setattr("summarize.grounding.source.tokenise", counted)
    check_record(record, TEXT)
    sentences = [sentence for sentence in TEXT.split(". ") if any(sentence in text for text in read if text != TEXT)]
    assert (1, []) == (read.count(TEXT), sentences)
