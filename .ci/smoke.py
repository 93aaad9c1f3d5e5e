"""Try an installed wheel: commands start, prompts are inside, a scripted model summarises the seed."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import summarize
from summarize.models.catalogue import CATALOGUE
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt, models_with_weights

COMMANDS = (["--version"], ["--help"], ["schema"], ["config"], ["models", "list"], ["prompts", "check"])


def main(seed: Path) -> None:
    """Run every check; the first that fails ends the program with an error."""
    assert "site-packages" in str(summarize.__file__), summarize.__file__
    program = Path(sys.executable).with_name("summarize")
    for command in COMMANDS:
        subprocess.run([program, *command], check=True, capture_output=True)
    schema = subprocess.run([program, "schema"], check=True, capture_output=True, text=True).stdout
    assert "events" in json.loads(schema)["properties"]
    page = resources.files("summarize.evaluation.html") / "template"
    assert {"report.html.jinja", "case.html.jinja", "report.css", "report.js"} <= {part.name for part in page.iterdir()}
    assert set(models_with_weights()) < set(CATALOGUE)
    assert len({builtin_prompt("weighed", model).digest for model in CATALOGUE}) == 1 + len(models_with_weights()) > 1
    answers = ScriptedModel(lambda messages, reply: '{"event": {"type": "none"}}', strategy="sentence")
    record = summarize.summarize(seed.read_text(encoding="utf-8"), model=answers)
    assert any(figure.text.startswith("more than 200,000") for figure in record.figures)
    assert record.usage.calls > 0
    print(f"wheel of version {summarize.__version__} works: {len(record.figures)} figures, {record.usage.calls} calls")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
