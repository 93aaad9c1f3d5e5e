"""Schemas that every structured-output server accepts."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from summarize.models.schema import compact_grammar, strict_schema


class Leaf(BaseModel):
    name: str = Field(min_length=1, max_length=40, pattern="^[a-z]+$", description="The words.")
    number: int = Field(default=1, ge=1, le=12)


class Fight(BaseModel):
    kind: Literal["fight"]
    leaf: Leaf = Field(description="A leaf with a description of its own.")


class March(BaseModel):
    kind: Literal["march"]


class Tree(BaseModel):
    """A reply with all that pydantic writes."""

    leaves: list[Leaf] = Field(max_length=5)
    choice: Annotated[Fight | March, Field(discriminator="kind")]
    place: Literal["Port Elm", "Dry Fork"] | None = None


def nodes(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) else []
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return found + [node for child in children for node in nodes(child)]


def test_every_object_is_closed_and_requires_all_its_properties() -> None:
    objects = [node for node in nodes(strict_schema(Tree)) if node.get("type") == "object"]
    assert 4 == len(objects)
    for node in objects:
        assert node["additionalProperties"] is False
        assert list(node["properties"]) == node["required"]


def test_no_keyword_is_left_that_a_hosted_api_refuses() -> None:
    text = json.dumps(strict_schema(Tree))
    for keyword in (
        "oneOf",
        "discriminator",
        "maxItems",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "default",
        "title",
    ):
        assert f'"{keyword}"' not in text
    assert '"anyOf"' in text
    assert "The words." in text


def test_a_reference_stands_alone() -> None:
    for node in nodes(strict_schema(Tree)):
        assert "$ref" not in node or ["$ref"] == list(node)


def test_bounds_are_kept_for_a_server_that_enforces_them() -> None:
    text = json.dumps(strict_schema(Tree, bounds=True))
    for keyword in ("maxItems", "maxLength", "pattern", "minimum"):
        assert f'"{keyword}"' in text


def test_a_property_may_be_named_like_a_keyword() -> None:
    class Odd(BaseModel):
        title: str
        default: str | None
        format: Literal["title", "default"]

    assert ["title", "default", "format"] == list(strict_schema(Odd)["properties"])
    assert ["title", "default"] == strict_schema(Odd)["properties"]["format"]["enum"]


def test_an_open_mapping_is_refused_because_strict_mode_has_none() -> None:
    class Open(BaseModel):
        counts: dict[str, int]

    with pytest.raises(ValueError, match="strict mode"):
        strict_schema(Open)


def test_the_grammar_carries_the_schema_in_the_order_of_the_fields_without_white_space() -> None:
    head, _, body = compact_grammar(Tree).partition("\n")
    schema = json.loads(body.removeprefix("start: %json "))
    assert "%llguidance {}" == head
    assert {"whitespace_flexible": False} == schema.pop("x-guidance")
    assert ["leaves", "choice", "place"] == list(schema["properties"])
