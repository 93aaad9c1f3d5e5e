"""The peers' answers, from an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from benchmarks.grounding.cases import Case

REQUIREMENTS = ("langextract==1.7.1", "instructor==1.17.0")
RUNNER = Path(__file__).with_name("peer_runner.py")

Spans = Sequence[tuple[int, int] | None]


def peer_answers(cases: Sequence[Case], environment: Path) -> dict[str, Spans]:
    """Span of every case by every peer, by the peer's name.

    Args:
        cases: The quotations.
        environment: Folder of the virtual environment; it is built when it is not there.
    """
    python = _python(environment)
    questions = json.dumps([{"text": case.text, "quote": case.quote} for case in cases])
    done = subprocess.run(
        [python, RUNNER], input=questions, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True
    )
    answers = json.loads(done.stdout)
    return {name: [answer[name] and (answer[name][0], answer[name][1]) for answer in answers] for name in answers[0]}


def _python(environment: Path) -> Path:
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = environment / scripts / "python"
    if not python.exists():
        print(f"building {environment} with {', '.join(REQUIREMENTS)}", file=sys.stderr)
        venv.create(environment, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *REQUIREMENTS], check=True)
    return python
