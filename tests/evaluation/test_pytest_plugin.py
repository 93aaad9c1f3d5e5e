"""The pytest plugin inside the tests of somebody else, run by pytester."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest
import yaml

from tests.conftest import ROOT
from tests.evaluation.making import LABELS

pytest_plugins = ["pytester"]
_TEST = """
    def test_events_are_found(summarize_eval):
        summarize_eval.gate(summarize_eval())
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    cases = pytester.path / "evals" / "cases"
    cases.mkdir(parents=True)
    (cases / "darin.yaml").write_text(yaml.safe_dump(LABELS), "utf-8")
    (pytester.path / "evals" / "gates.toml").write_text("[strict]\nevent = 0.9\n", "utf-8")
    pytester.makepyfile(_TEST)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return pytester


def _run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "summarize.pytest_plugin", *arguments)


def test_a_suite_that_holds_its_gates_passes(project: pytest.Pytester) -> None:
    _run(project, "--summarize-model", "baseline:keyword").assert_outcomes(passed=1)


def test_a_gate_that_does_not_hold_fails_with_the_table(project: pytest.Pytester) -> None:
    result = _run(project, "--summarize-model", "baseline:lead")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*| strict F1 of event | 0.4 | at least 0.9 | **fell short** |*"])


def test_settings_choose_suite_model_and_gates(project: pytest.Pytester) -> None:
    (project.path / "evals").rename(project.path / "labelled")
    (project.path / "loose.toml").write_text("[strict]\nevent = 0.3\n", "utf-8")
    project.makeini(
        "[pytest]\nsummarize_suite = labelled\nsummarize_model = baseline:lead\nsummarize_gates = loose.toml"
    )
    _run(project).assert_outcomes(passed=1)
    _run(project, "--summarize-gates", "labelled/gates.toml").assert_outcomes(failed=1)


def test_replay_is_the_default_and_a_missing_recording_fails_the_test(project: pytest.Pytester) -> None:
    result = _run(project, "--summarize-model", "qwen2.5-coder-1.5b")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*no cassette for article 'darin'*"])


def test_a_mode_that_does_not_exist_is_refused(project: pytest.Pytester) -> None:
    assert pytest.ExitCode.USAGE_ERROR == _run(project, "--summarize-mode", "rewind").ret


def test_loading_the_plugin_imports_neither_numpy_nor_the_model_code() -> None:
    heavy = ("numpy", "scipy", "pydantic", "yaml", "openai", "summarize.evaluation", "summarize.pipeline")
    code = f"import sys, summarize.pytest_plugin; print(*[name for name in {heavy!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "" == loaded.stdout.strip()


def test_the_plugin_is_announced_to_pytest() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"summarize": "summarize.pytest_plugin"} == project["entry-points"]["pytest11"]
