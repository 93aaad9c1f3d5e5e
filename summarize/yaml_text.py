"""YAML that people write, with the places of its values, and a bound on what a few lines can stand for."""

from __future__ import annotations

from typing import Any

import yaml

MOST_VALUES = 100_000
"""Values that a file may have with its aliases written out; the largest case of the suite has some hundreds."""


def load_yaml(text: str, loader: type[yaml.SafeLoader] = yaml.SafeLoader) -> tuple[Any, yaml.Node | None]:
    """Read one document.

    Args:
        text: The YAML.
        loader: What plain words are read as.

    Returns:
        Its value, and the node it was made of; None for a text that is empty.

    Raises:
        yaml.YAMLError: It is no YAML, nests too deeply, or has more than `MOST_VALUES` values.
    """
    reader = loader(text)
    try:
        node = reader.get_single_node()
        if node is None:
            return None, None
        if _written_out(node, {}) > MOST_VALUES:
            raise yaml.YAMLError(f"with its aliases written out it has more than {MOST_VALUES:,} values")
        return reader.construct_document(node), node
    except RecursionError as error:
        raise yaml.YAMLError("it holds itself, or too much inside each other") from error
    finally:
        reader.dispose()


def _written_out(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node has when each alias is written out."""
    if id(node) not in known:
        held = node.value if isinstance(node, yaml.CollectionNode) else ()
        parts = [part for one in held for part in (one if isinstance(one, tuple) else (one,))]
        known[id(node)] = 1 + sum(_written_out(part, known) for part in parts)
    return known[id(node)]
