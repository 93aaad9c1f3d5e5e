"""The command as a process of its own: killed and resumed, and replayed after a change of the prompt."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarize.evaluation.runs import read_run
from summarize.prompting import builtin_prompt
from tests.conftest import ROOT
from tests.evaluation.making import LABELS
from tests.evaluation.test_runs import NONE
from tests.models.fault_server import Handler, completion, fault_server

_CASES = ("a", "b", "c", "d")


def _process(*arguments: object, cwd: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(cwd), "COLUMNS": "200"}
    command = [sys.executable, "-m", "summarize", "eval", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=cwd, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    (folder / "cases").mkdir(parents=True)
    for name in _CASES:
        (folder / "cases" / f"{name}.yaml").write_text(yaml.safe_dump(LABELS | {"id": name}), "utf-8")
    return folder


def _slowly(handler: Handler) -> None:
    time.sleep(0.1)
    completion(json.dumps(NONE))(handler)


def _results(path: Path) -> int:
    return path.read_text("utf-8").count('{"kind":"case"') if path.exists() else 0


def test_a_run_that_was_killed_goes_on_where_it_stopped(suite: Path) -> None:
    path = suite / "run.jsonl"
    with fault_server(_slowly) as server:
        arguments: tuple[Any, ...] = (suite, "--live", "--base-url", server.url, "--model", "only-model")
        arguments = (*arguments, "--strategy", "sentence", "--jobs", "1", "--output", path)
        process = _process(*arguments, cwd=suite)
        while not _results(path) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        code, _, _ = _ended(process)
        done = _results(path)
        assert (-signal.SIGKILL, True) == (code, 1 <= done < len(_CASES))
        again, _, _ = _ended(_process(*arguments, cwd=suite))
        assert 1 == again
        code, out, err = _ended(_process(*arguments, "--resume", cwd=suite))
    assert (0, len(_CASES)) == (code, len(read_run(path).results))
    assert f"{len(_CASES)}/{len(_CASES)} cases answered" in out
    assert f"[1/{len(_CASES) - done}]" in err
    assert len(_CASES) == _results(path)


def test_one_changed_word_of_the_prompt_fails_the_replay_and_names_prompt_and_command(tmp_path: Path) -> None:
    shipped = Path(builtin_prompt("weighed").origin)
    shutil.copytree(shipped.parent, tmp_path / "prompts")
    changed = tmp_path / "prompts" / shipped.name
    changed.write_text(shipped.read_text("utf-8").replace("You code news", "You read news"), "utf-8")
    arguments = (
        ROOT / "evals",
        "--replay",
        "-k",
        "seed",
        "--model",
        "qwen2.5-coder-1.5b",
        "-o",
        tmp_path / "run.jsonl",
    )
    assert 0 == _ended(_process(*arguments, cwd=tmp_path))[0]
    arguments = (*arguments[:-1], tmp_path / "changed.jsonl", "--prompt", changed)
    code, out, err = _ended(_process(*arguments, cwd=tmp_path))
    assert (100, True) == (code, "0/1 cases answered" in out)
    assert "prompt changed: 'You code news" in err
    assert "→ 'You read news" in err
    assert "asked with prompt weighed 2, " in err
    record = (
        f"record it again: summarize eval {ROOT / 'evals'} --record --model qwen2.5-coder-1.5b --prompt {changed} -k "
    )
    assert record in err
