"""`summarize tune` from end to end, with a scripted model."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from summarize.cli import main
from summarize.models.choice import BACKENDS
from summarize.prompting import builtin_prompt, load_prompt
from tests.conftest import ROOT
from tests.evaluation.tuning_suite import CAREFUL, DEV, make_prompt, make_suite, scripted

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(BACKENDS._given, "scripted", scripted)
    monkeypatch.chdir(tmp_path)
    make_suite(tmp_path / "mine")
    make_prompt(tmp_path / "careful.md")
    return tmp_path


def tune(*arguments: object) -> int:
    return main(["tune", "mine", "--model", "scripted:m", *map(str, arguments)])


def test_the_best_prompt_is_found_reported_and_ready_to_use(here: Path, capsys: Captured) -> None:
    assert 0 == tune("--prompt", "careful.md", "--examples", "3")
    out, err = capsys.readouterr()
    assert "# Tuning on mine" in out
    assert "**scripted:m, careful, 3 examples**" in out
    assert f"[1/{len(DEV)}] scripted:m, sentence, 6 examples, dev: alif: strict F1 0." in err
    folder = here / "mine" / "tuning"
    assert out == (folder / "report.md").read_text("utf-8")
    told = json.loads((folder / "report.json").read_text("utf-8"))
    assert ("scripted:m, sentence, 6 examples", 2) == (told["default"], len(told["variants"]))
    won = load_prompt(folder / "winner" / "winner.md")
    assert (3, True) == (len(won.examples), CAREFUL in won.body)


def test_the_settings_it_writes_are_taken_up_by_summarize(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    tune("--prompt", "careful.md", "--dev-only")
    monkeypatch.chdir(here / "mine" / "tuning" / "winner")
    (here / "article.txt").write_text("Rebels shelled the port of Darin on Monday.", "utf-8")
    capsys.readouterr()
    assert 0 == main([str(here / "article.txt"), "--format", "json"])
    record = json.loads(capsys.readouterr().out)
    assert load_prompt("winner.md").digest == record["provenance"]["prompt"]["digest"]
    assert ["shelling"] == [event["type"] for event in record["events"]]


def test_a_second_call_says_how_often_the_test_half_was_looked_at(capsys: Captured) -> None:
    tune("--prompt", "careful.md")
    capsys.readouterr()
    assert 0 == tune("--prompt", "careful.md", "-o", "again")
    out, err = capsys.readouterr()
    assert "was looked at once before" in out
    assert "was looked at once before" in err


def test_it_is_gone_on_with_and_only_then(capsys: Captured) -> None:
    tune("--prompt", "careful.md", "--dev-only")
    capsys.readouterr()
    assert 1 == tune("--prompt", "careful.md", "--dev-only")
    assert "--resume goes on with it" in capsys.readouterr().err
    assert 0 == tune("--prompt", "careful.md", "--examples", "1", "--resume")
    out, err = capsys.readouterr()
    assert "sentence, 6 examples, dev" not in err, "the default has its answers"
    assert "careful, 1 examples, dev: alif" in err
    assert "looked at for the first time" in out


def test_weights_are_fitted_to_the_suite(here: Path, capsys: Captured) -> None:
    assert 0 == tune("--strategy", "weighed", "--weights", "refit", "--weights", "shipped", "--sample", "3")
    _, err = capsys.readouterr()
    assert "[3/3] scripted:m, weighed, 12 examples, refit weights, types: " in err
    assert "[3/3] scripted:m, weighed, 12 examples, refit weights, parts: " in err
    told = json.loads((here / "mine" / "tuning" / "report.json").read_text("utf-8"))
    assert [None, "refit", "shipped"] == [one["weights"] for one in told["variants"]]
    if told["winner"].endswith("refit weights"):
        written = yaml.safe_load((here / "mine" / "tuning" / "winner" / "winner-weights.yaml").read_text("utf-8"))
        shipped = builtin_prompt("weighed").weights
        assert shipped is not None
        assert shipped.logprob != written["logprob"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "there is nothing to try beside what summarize does now"),
        (["--prompt", "nowhere.md"], 1, "name an existing prompt file"),
        (["--prompt", "careful.md", "--sample", "1"], 2, "--sample"),
        (["--examples", "-1"], 2, "--examples"),
        (["--strategy", "letter"], 2, "letter"),
        (["--model", "nothing-of-the-kind", "--examples", "1"], 1, "unknown model 'nothing-of-the-kind'"),
        (["--prompt", "leaking.md"], 1, "shares a sentence with the eval case"),
        (["--prompt", "careful.md", "--data", "x", "-o", "careful.md"], 1, "careful.md"),
        (["--replay", "--examples", "1", "--dev-only"], 100, "no cassette for article"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], code: int, said: str, here: Path, capsys: Captured) -> None:
    example = {"id": "leak", "text": "About 300 families fled Salhun on Wednesday."}
    (here / "leak.yaml").write_text(yaml.safe_dump([example]), "utf-8")
    leaking = make_prompt(here / "leaking.md")
    leaking.write_text(re.sub("(?m)^examples: .*$", "examples: leak.yaml", leaking.read_text("utf-8")), "utf-8")
    assert code == tune(*arguments)
    out, err = capsys.readouterr()
    assert said in out + err


def test_a_model_that_cannot_weigh_is_told_before_anything_is_asked(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    class Plain:
        name, endpoint, strategy, context_tokens, parallel = "plain", None, "sentence", 4096, 1

        async def ask(self, *_: object, **__: object) -> None: ...

        async def aclose(self) -> None: ...

    monkeypatch.setitem(BACKENDS._given, "plain", lambda _: Plain())
    assert 1 == main(["tune", "mine", "--model", "plain:x", "--strategy", "weighed"])
    assert "cannot say how probable an answer is" in capsys.readouterr().err
    assert not (here / "mine" / "tuning").exists()


def test_the_example_of_the_page_runs_as_it_stands(here: Path, capsys: Captured) -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    commands = [line.strip() for line in page.splitlines() if line.startswith("    summarize tune ")]
    assert commands
    for command in commands:
        arguments = shlex.split(command.partition(" #")[0].replace("NAME", "scripted:m"))
        assert main(arguments[1:]) == 0, command
    assert "# Tuning on mine" in capsys.readouterr().out
    assert (here / "mine" / "tuning" / "winner" / "summarize.toml").is_file()
