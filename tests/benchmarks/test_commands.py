"""`python -m evals.benchmarks.muc4` and `case2021`, on miniature data: the whole way, killed, resumed, replayed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evals.benchmarks import case2021, muc4
from evals.benchmarks.case2021.__main__ import main as case2021_main
from evals.benchmarks.muc4.__main__ import main as muc4_main
from evals.benchmarks.muc4.casing import kept, lowered, offered, restored
from evals.benchmarks.muc4.templates import read_messages
from tests.benchmarks.making import TEXT, case2021_folder, muc4_folder
from tests.conftest import ROOT
from tests.evaluation.test_runs import NONE
from tests.models.fault_server import Handler, completion, fault_server


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Made-up data, named by the environment."""
    case2021_folder(muc4_folder(tmp_path / "data", messages=4))
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path / "data"))
    return tmp_path


def test_the_report_of_muc4_has_recall_slots_and_baselines_and_no_precision_of_events(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == muc4_main(["--model", "baseline:keyword", "-o", str(folder / "run.jsonl")])
    out = capsys.readouterr().out
    assert "4/4 documents answered (split tst2, seed 0, casing kept)" in out
    assert "| baseline:keyword | 0/8 | 0.000 |" in out
    assert "| 8/8 | 1.000 |" in out
    assert "| baseline:lead |" in out
    assert "| INCIDENT: STAGE OF EXECUTION | 8/8 | 1.000 |" in out
    assert "the key leaves out clashes" in " ".join(out.split())


def test_the_report_of_case2021_has_accuracies_baselines_and_what_each_label_was_taken_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == case2021_main(["--model", "baseline:lead", "-o", str(folder / "run.jsonl")])
    out = capsys.readouterr().out
    assert "| baseline:lead | type of the main event | 3/3 | 1.000 |" in out
    assert "| baseline:lead | type, where the codebook has one | 2/2 | 1.000 |" in out
    assert "| baseline:keyword | its group |" in out
    assert "| ARMED_CLASH | 1 | 1 | **battle** 1 |" in out


def test_a_sample_and_its_continuation_share_a_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ["--model", "baseline:keyword", "-o", str(folder / "run.jsonl")]
    assert 0 == muc4_main([*run, "--sample", "2"])
    assert 0 == muc4_main([*run, "--sample", "3", "--resume"])
    told = capsys.readouterr()
    assert "2/2 documents" in told.out
    assert "3/3 documents" in told.out
    assert 3 == told.err.count(" event")
    assert 1 == muc4_main(run)


@pytest.mark.parametrize("main", [muc4_main, case2021_main])
def test_absent_data_is_one_line_and_exit_code_1(
    main: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_DATA", str(tmp_path))
    assert callable(main)
    assert 1 == main(["--model", "baseline:keyword"])
    out, err = capsys.readouterr()
    assert "" == out
    assert err.startswith("error: ")
    assert "SUMMARIZE_DATA names the folder" in err


def test_resume_without_a_run_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == muc4_main(["--model", "baseline:keyword", "--resume"])
    assert "--resume needs --output RUN" in capsys.readouterr().err


def test_a_split_without_an_incident_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "data" / "muc4" / "tst2.jsonl"
    path.write_text(path.read_text("utf-8").splitlines()[-1], "utf-8")
    assert 1 == muc4_main(["--model", "baseline:keyword"])
    assert "error: muc4: holds no document to ask about" in capsys.readouterr().err


def _slowly(handler: Handler) -> None:
    time.sleep(0.1)
    completion(json.dumps(NONE))(handler)


def _process(*arguments: object, cwd: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(cwd)}
    command = [sys.executable, "-m", "evals.benchmarks.muc4", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=cwd, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _answers(path: Path) -> int:
    return path.read_text("utf-8").count('{"kind":"answer"') if path.exists() else 0


def test_a_run_that_was_killed_goes_on_recorded_and_replays_without_the_server(folder: Path) -> None:
    path, tapes = folder / "run.jsonl", folder / "tapes"
    asked = ("--model", "only-model", "--strategy", "sentence")
    with fault_server(_slowly) as server:
        given = (*asked, "--base-url", server.url, "--jobs", 1, "--record", tapes)
        process = _process(*given, "-o", path, cwd=folder)
        while _answers(path) == 0:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        done = _answers(path)
        assert 1 <= done < 4
        process = _process(*given, "-o", path, "--resume", cwd=folder)
        out, err = process.communicate(timeout=60)
    assert (0, 4 - done) == (process.returncode, err.count(" events,")), err
    assert "4/4 documents answered" in out
    replay = (*asked, "--base-url", server.url, "--replay", tapes, "-o", folder / "replayed.jsonl")
    process = _process(*replay, cwd=folder)
    out, _ = process.communicate(timeout=60)
    assert (0, True) == (process.returncode, "4/4 documents answered" in out)


def test_a_document_without_an_answer_counts_as_empty_and_makes_the_exit_code_100(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replay = ["--base-url", "http://127.0.0.1:9/v1", "--model", "only-model", "--replay", str(folder / "none")]
    assert 100 == muc4_main([*replay, "-o", str(folder / "run.jsonl")])
    out, err = capsys.readouterr()
    assert f"the same command with --record {folder / 'none'}" in err
    assert "0/4 documents answered" in out
    assert "| only-model | 0/8 | 0.000 |" in out
    assert "- TST2-0000: " in out


def test_capitals_are_taken_back_without_moving_a_letter(folder: Path) -> None:
    for casing in (kept, lowered, restored):
        assert len(TEXT) == len(casing(TEXT))
        assert TEXT == casing(TEXT).upper()
    assert "The guard Luis Rojas was killed." in restored(TEXT)
    assert "(RF) blew up" in restored(TEXT)
    messages = read_messages(folder / "data" / "muc4" / "tst2.jsonl")
    assert offered(messages, lowered).hits <= offered(messages, kept).hits


def test_both_sets_say_where_they_are_from() -> None:
    assert "MUC-4 Proceedings, 1992" in str(muc4.__doc__)
    assert "CASE @ ACL-IJCNLP" in str(case2021.__doc__)
