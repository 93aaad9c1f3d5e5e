"""What a careful reader would choose for each sentence of the seed, in the terms of the sentence strategy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from summarize.models.base import Message

NONE = {"type": "none"}


def _answer(kind: str, who: str | None = None, whom: str | None = None, where: str | None = None) -> dict[str, Any]:
    return {"type": kind, "who": who, "whom": whom, "where": where}


ANSWERS: dict[str, dict[str, Any]] = {
    "Syrian government troops and allied": _answer(
        "territory_captured", "Syrian government troops", None, "Homs Province"
    ),
    "The UK-based Syrian Observatory": _answer("territory_captured", "Syrian army", "Daesh", "al-Sukhna"),
    "Al-Sukhna lies some": _answer("territorial_control", "Daesh", None, "Deir ez-Zor region"),
    "The town lies along": _answer("offensive", "Syrian government forces"),
    "Earlier on Saturday": _answer("battle", "government troops", "Daesh fighters", "the city"),
    "There was no official": _answer("offensive", "the army", None, "al-Sukhna"),
    "Daesh is losing": _answer("offensive", "Russian-backed Syrian government", "Daesh", "Syria"),
    "Government forces": _answer("offensive", "Government forces", "Daesh", "Hama province"),
    "US-led operations": _answer("offensive", None, "Daesh", "Raqqa"),
    "The Syrian Democratic": _answer("offensive", "Syrian Democratic Forces", None, "Raqqa"),
    "The SDF began": _answer("offensive", "SDF", None, "the stronghold"),
    "On Friday": _answer("force_presence", "fighters", None, "Raqqa"),
    '"Today in Raqqa': _answer("battle", None, None, "Raqqa"),
    "Last week": _answer("territorial_control", "SDF", None, "Raqqa"),
    "The UN said": _answer("displacement", "people", None, "the area around the city"),
    "It also said": _answer("humanitarian_situation", "civilians", None, "Raqqa"),
}


def careful(messages: Sequence[Message], reply: type) -> str:
    """Answer as a careful reader; what has no list in the reply's schema is left out, as a server would."""
    question = messages[-1].content
    answer = next((answer for start, answer in ANSWERS.items() if question.startswith(start)), NONE)
    variants = reply.model_json_schema()["$defs"]  # type: ignore[attr-defined]
    wanted = "NoEvent" if answer is NONE else "OneEvent"
    allowed = variants[wanted]["properties"]
    return json.dumps({"event": {key: value for key, value in answer.items() if key in allowed}})
