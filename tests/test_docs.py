"""Docs cannot drift: generated pages are those of the code, examples run, and commands stand where they are used."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from summarize.cli import main
from tests.conftest import ROOT, SEED

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["record.md", "codebook.md"])
def test_a_reference_page_says_what_the_code_says(name: str) -> None:
    assert _generator().pages()[name] == (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_run_and_print_what_it_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


def test_ci_runs_the_readmes_second_command_as_it_stands() -> None:
    commands = re.findall(
        r"^\$? ?(python3\.11 -m venv .+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_shows_what_the_recorded_model_really_prints(capsys: pytest.CaptureFixture[str]) -> None:
    command = [str(SEED), "--model", "qwen2.5-coder-1.5b", "--replay", str(ROOT / "evals" / "cassettes"), "--quiet"]
    assert main(command) == 0
    printed = capsys.readouterr().out
    (shown,) = re.findall(
        r"^```text\n(SOHR.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    for part in shown.split("[…]\n"):
        assert part.strip() in printed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_to_a_file_of_the_project_leads_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    missing = [target for target in targets if target and not (page.parent / target).exists()]
    assert missing == []
