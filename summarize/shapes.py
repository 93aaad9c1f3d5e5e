"""What a reply may hold, told once: the JSON schema that a server writes by, and the check of what it wrote.

pydantic derives both from annotations, and takes two milliseconds for the type and the schema of one passage: more
than most rules take for a whole article. Replies differ from question to question in their lists only, so that each
question has a type of its own; put together from the few shapes that they are made of, they take a fifth of that. A
test holds the two to what pydantic derives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, create_model
from pydantic_core import core_schema as core

Json = Mapping[str, Any]


class Answer(BaseModel):
    """Base of every reply type: closed, in the order its fields are told."""

    model_config = ConfigDict(extra="forbid")


class _Part(Answer):
    """A part of a reply, which is checked with the whole and never on its own."""

    model_config = ConfigDict(defer_build=True)


class Shape(NamedTuple):
    """A value that can be answered.

    Attributes:
        check: How pydantic's core validates it.
        schema: Its JSON schema, as it stands where the value is used.
        named: Schemas that stand in the definitions instead, by name.
    """

    check: core.CoreSchema
    schema: Json
    named: Json = {}  # noqa: RUF012 - never written to


TEXT = Shape(core.str_schema(), {"type": "string"})
"""Any text."""


def one_of(values: Iterable[str] | Iterable[int]) -> Shape:
    """A closed list, written out at each use."""
    allowed: list[str | int] = list(values)
    kind = "integer" if isinstance(allowed[0], int) else "string"
    listed = {"enum": allowed} if len(allowed) > 1 else {"const": allowed[0]}
    return Shape(core.literal_schema(allowed), {**listed, "type": kind})


def one_named(name: str, values: Iterable[str]) -> Shape:
    """A closed list with a name, which stands in the definitions once however often it is used."""
    allowed = [str(value) for value in values]
    schema = {"enum": allowed, "title": name, "type": "string"}
    return Shape(core.literal_schema(allowed), {"$ref": f"#/$defs/{name}"}, {name: schema})


def or_null(shape: Shape) -> Shape:
    """The shape, or null."""
    return Shape(core.nullable_schema(shape.check), {"anyOf": [shape.schema, {"type": "null"}]}, shape.named)


def either(*shapes: Shape) -> Shape:
    """One of several shapes."""
    checks: list[core.CoreSchema | tuple[core.CoreSchema, str]] = [shape.check for shape in shapes]
    return Shape(core.union_schema(checks), {"anyOf": [shape.schema for shape in shapes]}, _named(shapes))


def list_of(shape: Shape, *, most: int | None = None) -> Shape:
    """A list, of at most so many items."""
    bound = {} if most is None else {"maxItems": most}
    return Shape(
        core.list_schema(shape.check, max_length=most), {"items": shape.schema, **bound, "type": "array"}, shape.named
    )


def closed(name: str, fields: Mapping[str, Shape]) -> Shape:
    """An object with these fields, all of them and no others."""
    part = _part(name)
    schema = {name: _object(name, fields)}
    return Shape(_fields_of(part, fields), {"$ref": f"#/$defs/{name}"}, {**_named(fields.values()), **schema})


@lru_cache(maxsize=64)
def _part(name: str) -> type[_Part]:
    """What holds a part of this name; its fields are told by the check of the reply that it stands in."""
    return create_model(name, __base__=_Part)


def reply_type(name: str, fields: Mapping[str, Shape]) -> type[Answer]:
    """The type of a whole reply with these fields."""

    class Reply(Answer):
        """A reply whose check and schema are told by its shape."""

        @classmethod
        def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core.CoreSchema:
            cls.__name__ = name  # which the check repeats when it refuses something
            return _fields_of(cls, fields)

        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            named = dict(sorted(_named(fields.values()).items()))
            definitions = {"$defs": named} if named else {}
            return {**definitions, **_object(name, fields)}

    return Reply


def _fields_of(kind: type[BaseModel], fields: Mapping[str, Shape]) -> core.CoreSchema:
    name = kind.__name__
    checks = {field: core.model_field(shape.check) for field, shape in fields.items()}
    config = core.CoreConfig(title=name, extra_fields_behavior="forbid")
    return core.model_schema(kind, core.model_fields_schema(checks, model_name=name), config=config)


def _object(name: str, fields: Mapping[str, Shape]) -> Json:
    properties = {field: _titled(field, shape.schema) for field, shape in fields.items()}
    required = list(fields)
    return {
        "additionalProperties": False,
        "properties": properties,
        "required": required,
        "title": name,
        "type": "object",
    }


def _titled(field: str, schema: Json) -> Json:
    return schema if "$ref" in schema else dict(sorted({**schema, "title": field.title()}.items()))


def _named(shapes: Iterable[Shape]) -> dict[str, Any]:
    return {name: schema for shape in shapes for name, schema in shape.named.items()}
