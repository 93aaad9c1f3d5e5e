"""What hosted APIs take as a schema: the limits they document, and how far a schema goes towards them.

A schema that passes a limit is refused with status 400 before anything is generated, so that an article would be lost
to the length of its list of names. The limits differ from API to API and over time, and the same schema has to
serve all of them: replies are held to the least of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class SchemaLimits:
    """What one API documents; None where it says nothing.

    Attributes:
        api: Whose limits they are.
        source: Where they are documented.
        stated: When a copy of the page that says so was made or cited, to the month where that is known.
        depth: Levels of nesting.
        properties: Properties of all objects together.
        characters: Characters of property names, definition names, enum and const values together.
        values: Enum values of all lists together.
        long_list: Values from which a list counts as long: more than these.
        long_list_characters: Characters of the values of one long list.
        unions: Places where a value may have one of several types (`anyOf`).
    """

    api: str
    source: str
    stated: str
    depth: int | None = None
    properties: int | None = None
    characters: int | None = None
    values: int | None = None
    long_list: int | None = None
    long_list_characters: int | None = None
    unions: int | None = None


OPENAI: Final = SchemaLimits(
    api="OpenAI",
    source="https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas",
    stated="2026-08",
    depth=10,
    properties=5000,
    characters=120_000,
    values=1000,
    long_list=250,
    long_list_characters=15_000,
)
AZURE: Final = SchemaLimits(
    api="Azure OpenAI, and OpenAI until 2025",
    source="https://learn.microsoft.com/azure/ai-services/openai/how-to/structured-outputs",
    stated="2025",
    depth=5,
    properties=100,
    characters=15_000,
    values=500,
    long_list=250,
    long_list_characters=7500,
)
ANTHROPIC: Final = SchemaLimits(
    api="Anthropic",
    source="https://platform.claude.com/docs/en/build-with-claude/structured-outputs",
    stated="2026-09",
    unions=16,
)
DOCUMENTED: Final = (OPENAI, AZURE, ANTHROPIC)
"""Every API whose limits in numbers are known.

Gemini's page says only that "very large or deeply nested schemas" may be rejected and has no numbers
(https://ai.google.dev/gemini-api/docs/structured-output); Groq, Mistral and xAI document requirements on the form,
which `strict_schema` meets, and no sizes.
"""

BOUNDS: Final = frozenset(
    {
        "contains", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains", "maxItems", "maxLength",
        "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum",
        "multipleOf", "pattern", "patternProperties", "propertyNames", "uniqueItems",
    }
)  # fmt: skip
"""Keywords that bound a value and that at least one of these APIs refuses, OpenAI's fine-tuned models included."""

REFUSED: Final = BOUNDS | {
    "allOf", "default", "dependentRequired", "dependentSchemas", "discriminator", "else", "if", "not", "oneOf",
    "prefixItems", "then", "unevaluatedItems", "unevaluatedProperties",
}  # fmt: skip
"""Every keyword that at least one of these APIs refuses in strict mode."""

UNSPELLABLE: Final = frozenset('"\n\0')
"""Characters that OpenAI refuses in a string that is to be chosen: https://community.openai.com/t/1366742 and
https://community.openai.com/t/984464 (2026-09); no page documents it."""


def _least(*names: str) -> dict[str, Any]:
    bounds = {name: [getattr(limits, name) for limits in DOCUMENTED] for name in names}
    return {name: min(bound for bound in found if bound is not None) for name, found in bounds.items()}


STRICTEST: Final = SchemaLimits(
    api="every API",
    source="the least of each limit in DOCUMENTED",
    stated=max(limits.stated for limits in DOCUMENTED),
    **_least("depth", "properties", "characters", "values", "long_list", "long_list_characters", "unions"),
)
"""What every one of them takes; replies are held to it."""


@dataclass(frozen=True)
class SchemaSize:
    """How far a schema goes, in the terms of `SchemaLimits`.

    Attributes:
        depth: Levels of nesting below the root, counted as strictly as they can be: a property, the items of a list
            and a branch of a union are each a level, and references are followed.
        properties: Properties of all objects, definitions included.
        characters: Characters of names and values.
        values: Enum values.
        lists: Of each list the number of its values, and their characters together.
        unions: Places with `anyOf`.
    """

    depth: int
    properties: int
    characters: int
    values: int
    lists: tuple[tuple[int, int], ...]
    unions: int

    def over(self, limits: SchemaLimits) -> tuple[str, ...]:
        """Limits that are passed, each as `name: size of limit`; empty when the schema fits."""
        return tuple(self._over(limits))

    def _over(self, limits: SchemaLimits) -> Iterator[str]:
        for name in ("depth", "properties", "characters", "values", "unions"):
            bound, size = getattr(limits, name), getattr(self, name)
            if bound is not None and size > bound:
                yield f"{name}: {size} of {bound}"
        if limits.long_list is not None and limits.long_list_characters is not None:
            for count, characters in self.lists:
                if count > limits.long_list and characters > limits.long_list_characters:
                    yield f"long list: {characters} of {limits.long_list_characters} characters"


def size_of(schema: Schema) -> SchemaSize:
    """Measure a schema.

    Args:
        schema: A JSON schema without recursion, definitions in `$defs` of the root.
    """
    definitions: Mapping[str, Schema] = schema.get("$defs", {})
    nodes = list(_nodes(schema))
    lists = [[str(value) for value in node["enum"]] for node in nodes if "enum" in node]
    names = [name for node in nodes for name in node.get("properties", ())]
    constants = [str(node["const"]) for node in nodes if "const" in node]
    written = [*definitions, *names, *constants, *(value for listed in lists for value in listed)]
    return SchemaSize(
        depth=_depth(schema, definitions),
        properties=len(names),
        characters=sum(map(len, written)),
        values=sum(map(len, lists)),
        lists=tuple((len(listed), sum(map(len, listed))) for listed in lists),
        unions=sum("anyOf" in node for node in nodes),
    )


def _parts(node: Schema) -> Iterator[Schema]:
    """The schemas that stand in one, definitions apart."""
    yield from node.get("properties", {}).values()
    yield from node.get("anyOf", ())
    if "items" in node:
        yield node["items"]


def _nodes(node: Schema) -> Iterator[Schema]:
    """A schema and all that stand in it; each definition once, however often it is used."""
    yield node
    for part in (*node.get("$defs", {}).values(), *_parts(node)):
        yield from _nodes(part)


def _depth(node: Schema, definitions: Mapping[str, Schema]) -> int:
    if "$ref" in node:
        return _depth(definitions[node["$ref"].rpartition("/")[2]], definitions)
    return max((1 + _depth(part, definitions) for part in _parts(node)), default=0)
