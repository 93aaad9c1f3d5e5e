"""The pytest plugin: a suite of labelled articles, evaluated inside somebody's tests.

    def test_events_are_found(summarize_eval):
        run = summarize_eval()       # the suite of --summarize-suite, replayed
        summarize_eval.gate(run)     # fails with the table of gates

It is loaded with every pytest run of an environment in which the package is installed, so it imports nothing of the
package before the fixture is used. `-p no:summarize` leaves it out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from summarize.evaluation import Run

_OPTIONS = {
    "suite": ("evals", "folder of the suite, with cases/*.yaml"),
    "mode": ("replay", "replay (from cassettes), record or live"),
    "model": ("", "model name, BACKEND:NAME, FILE.gguf or baseline:NAME; empty for the configured one"),
    "gates": ("", "gates file; empty for gates.toml of the suite"),
}
_MODES = ("replay", "record", "live")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option and an ini setting for each thing that can be chosen."""
    group = parser.getgroup("summarize", "summarize: event summaries")
    for name, (default, meaning) in _OPTIONS.items():
        choices = {"choices": _MODES} if name == "mode" else {"metavar": name.upper()}
        group.addoption(
            f"--summarize-{name}", default=None, help=f"{meaning} (default: {default or 'none'})", **choices
        )
        parser.addini(f"summarize_{name}", f"{meaning}; --summarize-{name} wins", default=default)


class SuiteRunner:
    """Runs suites; what the fixture `summarize_eval` gives.

    Args:
        config: Options and settings of this pytest run.
        folder: Where run files are written.
    """

    def __init__(self, config: pytest.Config, folder: Path) -> None:
        self._config = config
        self._folder = folder
        self._runs = 0

    def __call__(self, suite: Path | str | None = None, **options: Any) -> Run:
        """Run a suite, as `summarize.evaluation.evaluate` does.

        Args:
            suite: Folder of the suite; None for the chosen one.
            options: As for `evaluate`: `case`, `tags`, `split`, `model`, `mode`, `repeat` and so on; `mode` and
                `model` are the chosen ones unless they are given.
        """
        from summarize.evaluation import evaluate  # noqa: PLC0415

        self._runs += 1
        chosen = {"mode": self._chosen("mode"), "model": self._chosen("model") or None}
        output = self._folder / f"run-{self._runs}.jsonl"
        return evaluate(suite or self.suite, **{"output": output, **chosen, **options})

    @property
    def suite(self) -> Path:
        """The chosen suite; a relative one counts from pytest's root folder."""
        return self._config.rootpath / self._chosen("suite")

    def gate(self, run: Run, gates: Path | str | None = None) -> None:
        """Hold a run against gates.

        Args:
            run: The run.
            gates: Gates file; None for the chosen one, or `gates.toml` of the chosen suite.

        Raises:
            AssertionError: A gate does not hold, or could not be measured; the message is the table of gates, and why
                a case has no answer.
        """
        from summarize.evaluation import Verdict, gates_report, judge, read_gates, verdict  # noqa: PLC0415

        chosen = self._chosen("gates")
        path = Path(gates) if gates else self._config.rootpath / chosen if chosen else self.suite / "gates.toml"
        judged = judge(run, read_gates(path))
        if verdict(run, judged) is not Verdict.PASSED:
            unanswered = "".join(f"{result.id}: no answer: {result.error}\n" for result in run.failed)
            raise AssertionError(f"{run.path} does not hold {path}:\n{gates_report(judged)}{unanswered}")

    def _chosen(self, name: str) -> str:
        return str(self._config.getoption(f"--summarize-{name}") or self._config.getini(f"summarize_{name}"))


@pytest.fixture(scope="session")
def summarize_eval(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> SuiteRunner:
    """Runs the chosen suite of labelled articles and holds the run against gates."""
    return SuiteRunner(pytestconfig, tmp_path_factory.mktemp("summarize"))
