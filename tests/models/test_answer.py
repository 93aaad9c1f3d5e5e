"""Reading and salvaging what a model wrote."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from summarize.models.answer import UnfitReplyError, closed, read, salvage, writable
from summarize.record import LossKind


class Who(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    role: Literal["actor", "recipient"]


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sentence: int = Field(ge=1)
    place: Literal["Port Elm", "Dry Fork"] | None
    who: list[Who]


class Listed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    items: list[Item]
    note: str | None


class Flat(BaseModel):
    model_config = ConfigDict(extra="forbid")

    type: Literal["battle", "protest"]
    place: Literal["Port Elm", "Dry Fork"] | None
    count: int | None


whos = st.builds(Who, name=st.text(max_size=8), role=st.sampled_from(["actor", "recipient"]))
items = st.builds(
    Item,
    sentence=st.integers(1, 500),
    place=st.sampled_from([None, "Port Elm", "Dry Fork"]),
    who=st.lists(whos, max_size=2),
)
replies = st.builds(Listed, items=st.lists(items, max_size=4), note=st.none() | st.text(max_size=8))


@given(replies)
def test_what_a_reply_writes_it_reads_again(reply: Listed) -> None:
    assert reply == read(reply.model_dump_json(), Listed)
    assert reply == salvage(reply.model_dump_json(), Listed).parsed


@given(replies, st.integers(0, 10_000), st.booleans(), st.booleans())
def test_a_reply_cut_off_anywhere_keeps_every_complete_item_and_no_other(
    reply: Listed, at: int, spaced: bool, escaped: bool
) -> None:
    text = json.dumps(reply.model_dump(), indent=1 if spaced else None, ensure_ascii=escaped)
    cut = text[: at % len(text)]
    kept = salvage(cut, Listed)
    whole = [item.model_dump_json() for item in reply.items]
    got = [item.model_dump_json() for item in kept.parsed.items] if kept.parsed else []
    assert whole[: len(got)] == got
    ends = _ends(text, reply)
    assert sum(end <= len(cut) for end in ends) == len(got)
    assert kept.losses


def _ends(text: str, reply: Listed) -> list[int]:
    """Where each item ends in `text`."""
    decoder = json.JSONDecoder()
    ends: list[int] = []
    position = text.index("[") + 1
    for _ in reply.items:
        position = text.index("{", position)
        _, position = decoder.raw_decode(text, position)
        ends.append(position)
    return ends


@given(st.text())
def test_no_text_makes_reading_fail_in_any_other_way(text: str) -> None:
    with pytest.raises(UnfitReplyError):
        read(text, Listed)
    assert salvage(text, Listed).losses


names = st.sampled_from(["items", "note", "sentence", "place", "who", "name", "role", "other"])
scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
anything = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4))


@given(anything)
def test_any_json_is_read_or_salvaged_to_a_valid_reply(data: object) -> None:
    kept = salvage(json.dumps(data), Listed)
    assert kept.parsed is None or Listed.model_validate(kept.parsed.model_dump())
    assert kept.parsed is not None or kept.losses


def test_an_item_that_does_not_fit_is_lost_alone() -> None:
    good: dict[str, Any] = {"sentence": 1, "place": None, "who": []}
    text = json.dumps({"items": [good, {"sentence": 0, "place": None, "who": []}, good], "note": None})
    kept = salvage(text, Listed)
    assert kept.parsed == Listed.model_validate({"items": [good, good], "note": None})
    assert [("reply.items[1]", LossKind.INVALID)] == [(loss.where, loss.kind) for loss in kept.losses]
    assert "greater than or equal to 1" in kept.losses[0].reason


def test_of_an_item_only_the_inner_item_that_does_not_fit_is_lost() -> None:
    who = [{"name": "a", "role": "actor"}, {"name": "b", "role": "bystander"}, {"name": "c", "role": "actor"}]
    kept = salvage(json.dumps({"items": [{"sentence": 1, "place": None, "who": who}], "note": None}), Listed)
    assert kept.parsed is not None
    assert ["a", "c"] == [one.name for one in kept.parsed.items[0].who]
    assert ["reply.items[0].who[1]"] == [loss.where for loss in kept.losses]


def test_a_value_off_the_list_becomes_null_where_null_is_allowed() -> None:
    kept = salvage('{"type": "battle", "place": "Atlantis", "count": 3}', Flat)
    assert Flat(type="battle", place=None, count=3) == kept.parsed
    assert [("reply.place", "Atlantis")] == [(loss.where, loss.text) for loss in kept.losses]


def test_a_value_off_the_list_is_not_guessed_where_null_is_not_allowed() -> None:
    kept = salvage('{"type": "picnic", "place": null, "count": 3}', Flat)
    assert kept.parsed is None
    assert [LossKind.INVALID] == [loss.kind for loss in kept.losses]


def test_a_number_cut_in_half_is_not_taken_for_a_number() -> None:
    kept = salvage('{"type": "battle", "place": "Port Elm", "count": 20', Flat)
    assert Flat(type="battle", place="Port Elm", count=None) == kept.parsed
    assert LossKind.TRUNCATED in {loss.kind for loss in kept.losses}


def test_a_field_nobody_asked_for_is_dropped_and_reported() -> None:
    kept = salvage('{"type": "battle", "place": null, "count": null, "mood": "grim"}', Flat)
    assert Flat(type="battle", place=None, count=None) == kept.parsed
    assert ["reply.mood"] == [loss.where for loss in kept.losses]


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"type": "battle", "place": null, "count": 1}\n```',
        'Sure! {"type": "battle", "place": null, "count": 1} I hope this helps.',
        '<think>{"type": "protest"}? no.</think>\n{"type": "battle", "place": null, "count": 1}',
    ],
)
def test_words_around_the_json_are_tolerated(text: str) -> None:
    assert Flat(type="battle", place=None, count=1) == read(text, Flat)


def test_the_error_shown_to_the_model_names_place_rule_and_value_and_stays_short() -> None:
    broken = [{"sentence": -n, "place": "x" * 500, "who": None} for n in range(50)]
    with pytest.raises(UnfitReplyError) as caught:
        read(json.dumps({"items": broken, "note": None}), Listed)
    message = str(caught.value)
    assert "reply.items[0].sentence" in message
    assert "more" in message
    assert "errors.pydantic.dev" not in message
    assert len(message) < 5_000


@pytest.mark.parametrize(
    ("text", "json_text", "lost"),
    [
        ('{"items": [1, 2', '{"items": [1]}', "2"),
        ('{"items": [1, 2,', '{"items": [1, 2]}', ""),
        ('{"items": [{"a": 1}, {"a": 2', '{"items": [{"a": 1}]}', '{"a": 2'),
        ('{"items": ["a", "b', '{"items": ["a"]}', '"b'),
        ('{"items": [], "note": "x"', '{"items": [], "note": "x"}', ""),
        ('{"items": [], "note": "x', '{"items": []}', '"note": "x'),
        ('{"a": {"b": [{"c": 1}]', '{"a": {"b": [{"c": 1}]}}', ""),
        ('{"a": "}]\\"", "b": tr', '{"a": "}]\\""}', '"b": tr'),
        ('{"a": 1} trailing', '{"a": 1}', ""),
    ],
)
def test_cut_json_is_closed_after_its_last_complete_item(text: str, json_text: str, lost: str) -> None:
    assert (json_text, lost) == (closed(text).json, closed(text).lost)


def test_a_huge_broken_reply_takes_bounded_time() -> None:
    text = json.dumps({"items": [{"sentence": "x", "place": "y", "who": [{}]} for _ in range(3000)], "note": None})
    kept = salvage(text[:-3], Listed)
    assert kept.parsed == Listed(items=[], note=None)
    assert 3000 <= len(kept.losses)


HALVES = [r'"rebels \ud83d"', r'"\ude00 rebels"', '"rebels \ud83d"']


@pytest.mark.parametrize("note", HALVES)
def test_half_of_a_surrogate_pair_is_replaced_and_the_reply_kept(note: str) -> None:
    text = f'{{"items": [], "note": {note}}}'
    assert "\ufffd" in (read(text, Listed).note or "")
    kept = salvage(text.replace("[]", "[1]"), Listed)
    assert kept.parsed is not None
    assert "\ufffd" in (kept.parsed.note or "")
    cut = salvage(f'{{"items": [], "note": {note[:-1]}', Listed)
    assert LossKind.TRUNCATED is cut.losses[0].kind
    assert "\ufffd" in cut.losses[0].model_dump_json()


def test_an_escaped_backslash_begins_no_escape() -> None:
    text = r'{"items": [], "note": "\\ud83d"}'
    assert text == writable(text)
    assert r"\ud83d" == read(text, Listed).note


def test_a_whole_surrogate_pair_is_left_alone() -> None:
    text = r'{"items": [], "note": "\ud83d\ude00"}'
    assert text == writable(text)
    assert "\U0001f600" == read(text, Listed).note
