"""Shapes: what is written out by hand is what pydantic derives from annotations."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model
from typing_extensions import TypeAliasType

from summarize.shapes import TEXT, closed, either, list_of, one_named, one_of, or_null, reply_type


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _derived() -> type[BaseModel]:
    names = ("Darin", "Tamra")
    schema = {"enum": list(names), "title": "Name", "type": "string"}
    name = TypeAliasType("Name", Annotated[Literal["Darin", "Tamra"], WithJsonSchema(schema)])
    none = create_model("Nothing", __base__=Closed, kind=(Literal["none"], ...))
    some = create_model(
        "Something",
        __base__=Closed,
        kind=(Literal["battle", "talks"], ...),
        sentence=(Literal[3, 4], ...),
        label=(str | None, ...),
        where=(Literal["Darin"] | None, ...),
        names=(list[name], ...),  # type: ignore[valid-type]
    )
    return create_model(
        "Answered", __base__=Closed, told=(none | some, ...), more=(Annotated[list[some], Field(max_length=2)], ...)
    )


def _told() -> type[BaseModel]:
    fields = {
        "kind": one_of(["battle", "talks"]),
        "sentence": one_of([3, 4]),
        "label": or_null(TEXT),
        "where": or_null(one_of(["Darin"])),
        "names": list_of(one_named("Name", ["Darin", "Tamra"])),
    }
    none, some = closed("Nothing", {"kind": one_of(["none"])}), closed("Something", fields)
    return reply_type("Answered", {"told": either(none, some), "more": list_of(some, most=2)})


DERIVED, TOLD = _derived(), _told()
VALUES = st.sampled_from([None, "none", "battle", "talks", "Darin", "Tamra", "x", 3, 4, 5, True, 1.5, [], {}])
SOMETHING = st.fixed_dictionaries(
    {"kind": st.sampled_from(["battle", "talks"]) | VALUES, "sentence": st.sampled_from([3, 4]) | VALUES},
    optional={
        "label": st.none() | st.text(max_size=3) | VALUES,
        "where": VALUES,
        "names": st.lists(st.sampled_from(["Darin", "Tamra"]) | VALUES, max_size=3) | VALUES,
        "other": VALUES,
    },
)
ANSWERS = st.fixed_dictionaries(
    {"told": st.just({"kind": "none"}) | SOMETHING | VALUES},
    optional={"more": st.lists(SOMETHING, max_size=4) | VALUES},
)


def _outcome(reply: type[BaseModel], answer: Any, *, written: bool) -> object:
    """What comes of an answer: the reply as it is dumped, or where and why it is refused."""
    try:
        read = reply.model_validate_json(json.dumps(answer)) if written else reply.model_validate(answer)
    except ValidationError as error:
        return [(detail["loc"], detail["msg"]) for detail in error.errors(include_url=False)]
    return read.model_dump_json()


def test_a_list_keeps_its_order_whatever_was_asked_before() -> None:
    for names in (["Syria", "Iraq"], ["Iraq", "Syria"]):
        schema = reply_type("Asked", {"where": or_null(one_of(names))}).model_json_schema()
        assert names == schema["properties"]["where"]["anyOf"][0]["enum"]


def test_the_schema_is_the_one_that_pydantic_derives_key_by_key() -> None:
    assert json.dumps(DERIVED.model_json_schema()) == json.dumps(TOLD.model_json_schema())


@given(ANSWERS, st.booleans())
def test_an_answer_is_taken_or_refused_in_the_same_words(answer: Any, written: bool) -> None:
    assert _outcome(DERIVED, answer, written=written) == _outcome(TOLD, answer, written=written)


@pytest.mark.parametrize("answer", [3, [], None, "told"])
def test_what_is_no_object_is_refused_by_the_reply_s_own_name(answer: object) -> None:
    assert _outcome(DERIVED, answer, written=False) == _outcome(TOLD, answer, written=False)
    assert "Answered" == TOLD.__name__


def test_a_reply_without_named_parts_has_no_definitions() -> None:
    derived = create_model("Plain", __base__=Closed, where=(Literal["Darin"] | None, ...))
    told = reply_type("Plain", {"where": or_null(one_of(["Darin"]))})
    assert "$defs" not in derived.model_json_schema()
    assert "$defs" not in told.model_json_schema()
