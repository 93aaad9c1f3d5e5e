import re
from pathlib import Path

import pytest

from summarize.cli.exits import MEANING
from summarize.settings import Settings, environment_name

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_page_lists_every_exit_code_as_the_help_page_does(page: str) -> None:
    marked = {code: re.sub(r"(--[a-z-]+)", r"`\1`", text) for code, text in MEANING.items()}
    rows = [f"| {code.value} | {text} |" for code, text in marked.items()]
    assert [row for row in rows if row not in page] == []


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_page_lists_every_setting_with_its_variable(page: str, name: str) -> None:
    rows = [line for line in page.splitlines() if line.startswith(f"| {name} |")]
    assert [f"`{environment_name(name)}`" in row for row in rows] == [True]
