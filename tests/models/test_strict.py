"""Limits of hosted APIs, and the sizes that are held against them."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.models.strict import ANTHROPIC, AZURE, DOCUMENTED, OPENAI, STRICTEST, size_of

NAMES = [f"name {number}" for number in range(300)]
PARTY = {"type": "object", "properties": {"role": {"enum": ["a", "bc"]}, "phrase": {"$ref": "#/$defs/Phrase"}}}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "events": {"type": "array", "items": {"$ref": "#/$defs/Party"}},
        "kind": {"anyOf": [{"const": "x"}, {"type": "null"}]},
    },
    "$defs": {"Party": PARTY, "Phrase": {"enum": ["north", "south"], "type": "string"}},
}


def test_a_schema_is_measured_with_references_followed_and_every_definition_counted_once() -> None:
    size = size_of(SCHEMA)
    assert 3 == size.depth, "events, its items, a phrase"
    assert 4 == size.properties
    assert len("PartyPhraseeventskindrolephrasexabcnorthsouth") == size.characters
    assert (4, 1) == (size.values, size.unions)
    assert {(2, 3), (2, 10)} == set(size.lists)


def test_the_strictest_limits_are_the_least_of_each() -> None:
    for name in ("depth", "properties", "characters", "values", "unions", "long_list_characters"):
        assert min(getattr(one, name) or 10**9 for one in DOCUMENTED) == getattr(STRICTEST, name)


@pytest.mark.parametrize(
    ("schema", "passed"),
    [
        ({"properties": {f"p{n}": {"type": "null"} for n in range(101)}}, "properties: 101 of 100"),
        ({"enum": [f"{n}" for n in range(501)]}, "values: 501 of 500"),
        ({"enum": ["x" * 15_001]}, "characters: 15001 of 15000"),
        ({"enum": [f"{n:040}" for n in range(251)]}, "long list: 10040 of 7500 characters"),
        ({"properties": {f"p{n}": {"anyOf": [{"type": "null"}]} for n in range(17)}}, "unions: 17 of 16"),
    ],
)
def test_a_limit_that_is_passed_is_named(schema: dict[str, Any], passed: str) -> None:
    assert (passed,) == size_of(schema).over(STRICTEST)


def test_nesting_beyond_the_limit_is_named() -> None:
    schema: dict[str, Any] = {"type": "null"}
    for _ in range(6):
        schema = {"items": schema}
    assert ("depth: 6 of 5",) == size_of(schema).over(AZURE)
    assert () == size_of(schema).over(OPENAI)


def test_a_short_list_may_be_of_long_values() -> None:
    assert () == size_of({"enum": [f"{n:040}" for n in range(250)]}).over(AZURE)


def test_an_api_without_a_documented_limit_sets_none() -> None:
    assert () == size_of({"enum": NAMES * 10}).over(ANTHROPIC)
