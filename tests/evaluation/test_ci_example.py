"""The example for GitHub Actions: a workflow whose commands exist as they are written."""

from __future__ import annotations

import shlex
from typing import Any

import click
import pytest
import yaml

from summarize.cli.eval import eval_
from tests.conftest import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "github-actions.yml"
WORKFLOW: dict[Any, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["evals"]["steps"]
COMMANDS = [step["run"] for step in STEPS if str(step.get("run", "")).startswith("summarize ")]


def test_it_runs_on_changes_and_may_only_read() -> None:
    assert {"pull_request", "push"} == set(WORKFLOW[True])  # YAML 1.1 reads the key `on` as true
    assert {"contents": "read"} == WORKFLOW["permissions"]


def test_it_checks_runs_and_gates_in_this_order() -> None:
    assert ["check", "run", "gate", "behaviour"] == [shlex.split(command)[2] for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_one_that_there_is(command: str) -> None:
    program, group, name, *arguments = shlex.split(command)
    assert ("summarize", "eval") == (program, group)
    found = eval_.get_command(click.Context(eval_), name)
    assert found is not None
    found.make_context(name, arguments)


def test_the_gates_are_held_also_when_a_case_fell_short() -> None:
    assert all(step["if"] == "always()" for step in STEPS if "gate" in str(step.get("run")))


def test_the_page_on_evaluation_leads_to_it() -> None:
    assert "(examples/github-actions.yml)" in (ROOT / "docs" / "evaluation.md").read_text("utf-8")
