"""A suite with both halves, prompts that are told apart by a word, and a model that answers by it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from summarize.evaluation.splits import split_of
from summarize.models.base import Message
from summarize.models.choice import ModelRequest
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt
from tests.evaluation.making import LABELS
from tests.evaluation.test_runs import NONE, _careful

DEV = ("alif", "coda", "fara", "ghor")
TEST = ("bani", "elma", "luma")
CAREFUL = "You code news sentences with care"
"""Stands at the head of the prompt that is answered well."""


def make_suite(folder: Path, ids: Sequence[str] = (*DEV, *TEST)) -> Path:
    """A suite of the same small article under several ids."""
    (folder / "cases").mkdir(parents=True)
    for name in ids:
        labels = LABELS | {"id": name, "split": split_of(name)}
        (folder / "cases" / f"{name}.yaml").write_text(yaml.safe_dump(labels), "utf-8")
    return folder


def make_prompt(path: Path, head: str = CAREFUL, strategy: str = "sentence") -> Path:
    """A prompt file that begins with `head` and has the examples of the one that ships."""
    shipped = Path(builtin_prompt(strategy).origin)  # type: ignore[arg-type]
    text = shipped.read_text("utf-8").replace("You code news sentences", head)
    path.write_text(
        text.replace(": examples/", f": {shipped.parent}/examples/").replace(
            ": weights/", f": {shipped.parent}/weights/"
        ),
        "utf-8",
    )
    return path


def answer(messages: Sequence[Message], reply: type) -> Any:
    """Well, where it is asked with care or weighed; that nothing happened, otherwise."""
    careful = messages[0].content.startswith(CAREFUL)
    if not hasattr(reply, "model_fields") or reply.__name__ == "BaseModel":
        return _weighed(messages[-1].content)
    return _careful(messages, reply) if careful else json.dumps(NONE)


def _weighed(question: str) -> dict[str, float]:
    """Of sentences a type, of phrases a part."""
    if not question.endswith("."):
        return {"place": 0.6, "no": 0.4} if "Darin" in question else {"actor": 0.7, "no": 0.3}
    return {"shelling": 0.7, "none": 0.3} if question.startswith("Rebels") else {"battle": 0.6, "none": 0.4}


def scripted(request: ModelRequest) -> ScriptedModel:
    """The backend `scripted`; the model `broken` is given no answer at all."""
    made = ScriptedModel([] if request.name == "broken" else answer, name=f"scripted:{request.name}")
    made.strategy = request.strategy or "sentence"
    made.context_tokens = request.context_tokens or made.context_tokens
    return made
