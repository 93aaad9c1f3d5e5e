from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.models.base import Message
from summarize.models.choice import BACKENDS
from summarize.models.scripted import ScriptedModel

LEFT = {"event": {"type": "withdrawal", "who": "The army", "whom": None, "where": "Darin"}}
NOTHING = {"event": {"type": "none"}}


def answer(messages: Any, reply: type) -> dict[str, Any]:
    """The army leaves Darin wherever the text says so; nothing else is an event."""
    question: Message = messages[-1]
    return LEFT if "The army left Darin" in question.content.split("Sentence:")[-1] else NOTHING


@pytest.fixture(autouse=True)
def clean_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests, and a scripted model by name."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZE_MODEL", "SUMMARIZE_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(BACKENDS._given, "scripted", lambda request: ScriptedModel(answer, strategy="sentence"))


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    def written(name: str, text: str | bytes = "The army left Darin on Monday, a monitor said.\n") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    return written
