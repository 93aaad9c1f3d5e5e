"""A record that was altered shows, and one of our own never does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.any_answer import summarised
from summarize import EventSummary, summarize
from summarize.models.scripted import ScriptedModel
from summarize.recomputing import differences, is_of_this_version
from summarize.record import Approximator, FigureKind, Modality, Stance, Status, SummarySentence
from tests.seed_answers import careful
from tests.test_any_answer import ARTICLES, HARD, SPOTS, marked

Alter = Callable[[EventSummary], EventSummary]


@pytest.fixture(scope="module")
def record(seed_text: str) -> EventSummary:
    return summarize(seed_text, model=ScriptedModel(careful, strategy="sentence"))


TOLD = (
    "A bomb hit the market in Darin on Monday, killing 12 people. The attack could not be independently verified.",
    "Rebels shelled Darin on Monday. The army confirmed it. There was no word from the mayor.",
    "A truck bomb killed 12 people in Darin, but the toll has not been confirmed.",
)


@pytest.mark.parametrize("text", [*TOLD, *HARD, *(path.read_text(encoding="utf-8") for path in ARTICLES)])
def test_what_was_computed_is_computed_again(text: str) -> None:
    record = asyncio.run(summarised(text, 7))
    read_back = EventSummary.model_validate_json(record.model_dump_json())
    assert is_of_this_version(read_back)
    assert [] == list(differences(read_back, text))


@settings(max_examples=60)
@given(
    article=st.sampled_from(ARTICLES),
    marks=SPOTS,
    seed=st.integers(0, 1_000),
)
def test_what_the_last_look_took_out_is_no_difference(article: Path, marks: list[tuple[int, str]], seed: int) -> None:
    text = marked(article, marks)
    assert [] == list(differences(asyncio.run(summarised(text, seed)), text))


def test_every_way_of_asking_is_computed_again(record: EventSummary, seed_text: str) -> None:
    assert [] == list(differences(record, seed_text))
    text = "Rebels shelled the town of Darin on Monday, the army said. Some 40 people fled."
    told = {"sentence": 1, "type": "shelling", "label": None, "participants": [], "places": []}
    made = summarize(text, dateline="2026-03-06", model=ScriptedModel([{"events": [told]}]))
    assert made.events
    assert [] == list(differences(made, text))


def test_what_was_left_out_for_being_unsure_is_no_difference(seed_text: str) -> None:
    for least in (0.3, 0.6, 0.9):
        record = asyncio.run(summarised(seed_text, 3, min_confidence=least))
        assert [] == list(differences(record, seed_text))


def _first(number: int = 0, part: str = "events", **fields: Any) -> Alter:
    def alter(record: EventSummary) -> EventSummary:
        items = list(getattr(record, part))
        items[number] = items[number].model_copy(update=fields)
        return record.model_copy(update={part: tuple(items)})

    return alter


def _inside(field: str, **fields: Any) -> Alter:
    """Alter the first participant or place, or the time, of the first event."""

    def alter(record: EventSummary) -> EventSummary:
        held = getattr(record.events[0], field)
        changed = (
            (held[0].model_copy(update=fields), *held[1:])
            if isinstance(held, tuple)
            else held.model_copy(update=fields)
        )
        return _first(**{field: changed})(record)

    return alter


def _told(text: str) -> Alter:
    return lambda record: record.model_copy(update={"headline": text})


ALTERED: list[tuple[str, Alter]] = [
    ("headline", _told("The army was massacred.")),
    ("headline", lambda record: _told(record.headline.replace("captured", "did not capture"))(record)),
    ("summary", lambda record: record.model_copy(update={"summary": ()})),
    ("summary", lambda record: record.model_copy(update={"summary": record.summary * 40})),
    (
        "summary[0]",
        lambda record: record.model_copy(
            update={"summary": (SummarySentence(text="Nothing happened."), *record.summary[1:])}
        ),
    ),
    ("main_event", lambda record: record.model_copy(update={"main_event": record.events[1].id})),
    ("events[0].description", _first(description="Daesh captured al-Sukhna.")),
    ("events[0].status", _first(status=Status.CONFIRMED)),
    ("events[0].modality", _first(modality=Modality.DENIED)),
    ("events[0].sources", _first(sources=())),
    ("events[0].sources", _first(sources=("s99",))),
    ("events[0].label", _first(label="a parade")),
    ("events[0].id", _first(id="e0123456789")),
    ("events[1].id", lambda record: _first(1, id=record.events[0].id)(record)),
    ("events[0].background", _first(background=True)),
    ("events[0].participants[0].canonical", _inside("participants", canonical="Army of Nowhere")),
    ("events[0].participants[0].country", _inside("participants", country="PER")),
    ("events[0].participants[0].backed_by", _inside("participants", backed_by=("Peru",))),
    ("events[0].places[0].resolved", _inside("places", resolved="Lima")),
    ("events[0].places[0].lat", _inside("places", lat=0.0)),
    ("events[0].time", _inside("time", edtf="2017-08-05")),
    ("events[0].time", _inside("time", latest=None)),
    ("figures[0].kind", _first(0, "figures", kind=FigureKind.KILLED)),
    ("figures[0].unit", _first(0, "figures", unit="children")),
    ("figures[0].approximator", _first(0, "figures", approximator=Approximator.FEWER_THAN)),
    ("figures[0].best", _first(0, "figures", best=51.0)),
    ("figures[0].event", _first(0, "figures", event="e9")),
    ("figures", lambda record: record.model_copy(update={"figures": record.figures[1:]})),
    ("sources[0].stance", _first(0, "sources", stance=Stance.DENIES)),
    ("sources", lambda record: record.model_copy(update={"sources": record.sources[:-1]})),
    (
        "document.characters",
        lambda record: record.model_copy(update={"document": record.document.model_copy(update={"characters": 3})}),
    ),
    (
        "document.sha256",
        lambda record: record.model_copy(update={"document": record.document.model_copy(update={"sha256": "0"})}),
    ),
]


@pytest.mark.parametrize(
    ("field", "alter"), ALTERED, ids=[f"{number}-{field}" for number, (field, _) in enumerate(ALTERED)]
)
def test_what_was_altered_is_named(record: EventSummary, seed_text: str, field: str, alter: Alter) -> None:
    altered = alter(record)
    assert altered != record
    found = list(differences(altered, seed_text))
    assert any(problem.field.startswith(field) for problem in found)
    assert all(problem.reason for problem in found)


def test_a_name_from_nowhere_is_named_with_the_wording_that_took_it_up(record: EventSummary, seed_text: str) -> None:
    altered = _first(description="Peru captured al-Sukhna.")(_inside("participants", canonical="Peru")(record))
    fields = {problem.field for problem in differences(altered, seed_text)}
    assert {"events[0].participants[0].canonical", "events[0].description"} <= fields


def test_a_record_of_another_version_is_not_of_this_one(record: EventSummary) -> None:
    assert is_of_this_version(record)
    other = record.provenance.model_copy(update={"package": "summarize-events 0.0.1"})
    assert not is_of_this_version(record.model_copy(update={"provenance": other}))
    assert not is_of_this_version(record.model_copy(update={"schema_version": "99.0"}))
