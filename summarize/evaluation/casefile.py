"""A YAML file whose values know their line: what is wrong with a case is said where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from summarize.errors import InputError
from summarize.yaml_text import load_yaml

Field = tuple[str | int, ...]
"""Keys and numbers that lead to a value of the file."""
_NOT_IMPLIED = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")
_BOOL = "tag:yaml.org,2002:bool"
_INLINE = "constrained-str"
_SCHEMA = "summarize eval check --schema prints what a case can hold"


class _Loader(yaml.SafeLoader):
    """YAML in which only true, false, null and numbers are not text: `on`, `no` and dates stay what was written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (*_NOT_IMPLIED, _BOOL)]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))


@dataclass(frozen=True)
class CaseFile:
    """A YAML file with the places of its values."""

    path: Path
    value: Any
    node: yaml.Node

    @classmethod
    def read(cls, path: Path) -> CaseFile:
        """Read a file.

        Raises:
            InputError: It cannot be read, is no YAML, or names a field twice.
        """
        try:
            written = path.read_text(encoding="utf-8")
            value, node = load_yaml(written, _Loader)
            if node is None:
                raise InputError("is empty", where=str(path), hint="a case is a mapping with id, text, events")
            _refuse_repeated_keys(path, node)
            return cls(path, value, node)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise InputError(f"is not YAML: {error.problem}", where=f"{path}:{line}") from error
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise InputError(f"cannot be read: {' '.join(str(error).split())}", where=str(path)) from error

    def error(self, field: Field, problem: str, fix: str | None = None) -> InputError:
        """An error about one field of this file."""
        return InputError(problem, where=self.place(field), hint=fix)

    def place(self, field: Field) -> str:
        """File, line and field, for a message."""
        name = ".".join(map(str, field))
        return f"{self.path}:{self.line(field)}{f': {name}' if name else ''}"

    def invalid(self, error: ValidationError, model: type[BaseModel]) -> InputError:
        """The first thing that does not fit the model, with what to do about it."""
        found = error.errors()
        # A text is a string or a reference: a mapping that is no good reference is complained about as one.
        first = next((one for one in found if _INLINE not in one["loc"]), found[0])
        field = tuple(part for part in first["loc"] if part not in ("TextReference", _INLINE))
        given = first["input"]
        shown = (
            f", not {given!r}" if isinstance(given, str | int | float) and first["type"] != "extra_forbidden" else ""
        )
        problem = f"{first['msg'][0].lower()}{first['msg'][1:]}{shown}"
        return self.error(field, problem, _fix(first, model))

    def line(self, field: Field) -> int:
        """Line of a value, or of the nearest one around it."""
        node: yaml.Node = self.node
        for key in field:
            inner = _child(node, key)
            if inner is None:
                break
            node = inner
        return int(node.start_mark.line) + 1


def _child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    return None


def _refuse_repeated_keys(path: Path, node: yaml.Node) -> None:
    """Refuse a mapping that names a key twice, of which YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise InputError(f"the field {key.value!r} stands twice", where=f"{path}:{key.start_mark.line + 1}")
            seen.add(key.value)
            _refuse_repeated_keys(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_keys(path, value)


def _fix(error: ErrorDetails, model: type[BaseModel]) -> str:
    """What to write instead: the nearest name that is allowed, or where all of them are listed."""
    if error["type"] == "missing":
        return f"add {error['loc'][-1]}: …; {_SCHEMA}"
    given, allowed = str(error["input"]), re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
    if error["type"] == "extra_forbidden":
        given, allowed = str(error["loc"][-1]), sorted(_names(model.model_json_schema()))
    near = get_close_matches(given, allowed, n=1)
    return f"did you mean {near[0]!r}? {_SCHEMA}" if near else _SCHEMA


def _names(schema: Any) -> set[str]:
    """Every field that a schema names, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(_names, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())).union(*map(_names, schema.values()))
