"""JSON schema of a reply type in the dialect every structured-output server accepts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from summarize.models.strict import BOUNDS

_NOISE = frozenset({"default", "discriminator", "examples", "title"})


@lru_cache(maxsize=256)
def strict_schema(reply: type[BaseModel], *, bounds: bool = False) -> dict[str, Any]:
    """Write the schema of `reply` for strict structured output.

    Every object is closed and all its properties are required (an unknown value is null), `oneOf` becomes
    `anyOf`, and keywords that hosted APIs refuse are left out; pydantic checks them when the reply is read.

    Args:
        reply: The reply type.
        bounds: Keep lengths, ranges and patterns; for servers that enforce them (the embedded one does).

    Returns:
        The schema; treat it as read-only, it is shared between calls.

    Raises:
        ValueError: A field is an open mapping, which strict mode cannot express.
    """
    schema: dict[str, Any] = _strict(reply.model_json_schema(), _NOISE if bounds else _NOISE | BOUNDS)
    return schema


@lru_cache(maxsize=256)
def compact_grammar(reply: type[BaseModel]) -> str:
    """Write the schema of `reply` as an llguidance grammar that allows no white space between tokens.

    llama.cpp's own translation of a JSON schema permits line breaks and indentation, which small models spend
    a third of their tokens on; llguidance, which xllamacpp is built with, takes the schema as it is.
    Source: https://github.com/guidance-ai/llguidance/blob/main/docs/json_schema.md
    """
    schema = {"x-guidance": {"whitespace_flexible": False}, **strict_schema(reply, bounds=True)}
    return f"%llguidance {{}}\nstart: %json {json.dumps(schema, ensure_ascii=False)}"


def _strict(node: Any, dropped: frozenset[str]) -> Any:
    if isinstance(node, list):
        return [_strict(item, dropped) for item in node]
    if not isinstance(node, Mapping):
        return node
    if "$ref" in node:  # strict mode allows no sibling of a reference
        return {"$ref": node["$ref"]}
    out = {("anyOf" if key == "oneOf" else key): value for key, value in node.items() if key not in dropped}
    for key, value in out.items():
        if key in {"properties", "$defs"}:
            out[key] = {name: _strict(part, dropped) for name, part in value.items()}
        elif key not in {"enum", "const", "required"}:
            out[key] = _strict(value, dropped)
    return _sealed(out)


def _sealed(node: dict[str, Any]) -> dict[str, Any]:
    if node.get("type") != "object":
        return node
    if isinstance(node.get("additionalProperties"), Mapping) or node.get("additionalProperties") is True:
        raise ValueError(f"an open mapping cannot be asked for in strict mode: {json.dumps(node)[:200]}")
    return {**node, "additionalProperties": False, "required": list(node.get("properties", {}))}
