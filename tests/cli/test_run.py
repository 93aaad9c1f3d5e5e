import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from summarize.cli import main
from summarize.errors import ModelUnavailable
from summarize.models.choice import BACKENDS
from summarize.models.scripted import ScriptedModel
from summarize.record import EventSummary, LossKind
from tests.cli.conftest import NOTHING, answer
from tests.models.fault_server import Handler, completion, fault_server, stalled

Write = Callable[..., str]
MODEL = ("--model", "scripted:x")
DEVICE_FULL = Path("/dev/full")


def run(*arguments: str) -> int:
    return main([*arguments, *MODEL])


def test_an_article_becomes_a_summary_on_standard_output(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(write("a.txt"), "--format", "json") == 0
    out, err = capfd.readouterr()
    summary = EventSummary.model_validate_json(out)
    assert summary.document.id == "a"
    assert [event.type for event in summary.events] == ["withdrawal"]
    assert err == "model: scripted (scripted:x was asked for, set by --model)\n"


def test_text_is_what_is_printed_when_nothing_is_said(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(write("a.txt")) == 0
    out, _ = capfd.readouterr()
    assert "The army left Darin on Monday" in out
    assert "\x1b" not in out


def test_options_may_stand_before_the_file(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--model", "scripted:x", "--format", "jsonl", write("a.txt")]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_the_dateline_option_counts_whatever_the_text_says(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    article = write("a.txt", "2017-08-06\nThe army left Darin on Monday.")
    assert run(article, "-f", "json", "--dateline", "10 August 2017") == 0
    document = json.loads(capfd.readouterr().out)["document"]
    assert (document["dateline"], document["dateline_basis"]) == ("2017-08-10", "given")


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The army left Darin.")))
    assert run("-", "-f", "json") == 0
    assert json.loads(capfd.readouterr().out)["document"]["origin"] == "standard input"


def test_a_folder_is_an_array_in_the_order_of_its_names(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("in/b.txt", "in/a.txt", "in/deep/c.md"):
        write(name)
    assert run(str(tmp_path / "in"), "-f", "json", "--parallel", "3") == 0
    assert [item["document"]["id"] for item in json.loads(capfd.readouterr().out)] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["a.jsonl", "A.JSONL", "a.ndjson"])
def test_the_answer_to_one_file_is_an_object_and_to_json_lines_an_array(
    write: Write, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    lines = write(name, json.dumps({"text": "The army left Darin.", "id": "x", "date": "2017-08-06"}))
    assert run(lines, "-f", "json") == 0
    (item,) = json.loads(capfd.readouterr().out)
    assert (item["document"]["id"], item["document"]["dateline_basis"]) == ("x", "metadata")


def test_a_failed_article_does_not_lose_the_others(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    lines = write(
        "a.jsonl", '{"text": "The army left Darin.", "id": "x"}\n{broken\n{"text": "It rained.", "id": "y"}\n'
    )
    assert run(lines, "missing.txt", "-f", "jsonl") == 3
    out, err = capfd.readouterr()
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["x", "y"]
    assert f"error: {lines}:2: is not JSON" in err
    assert "error: missing.txt: no such file or folder (check the path)" in err
    assert "2 of 4 articles summarised" in err


def test_when_every_article_fails_the_command_has_failed(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("missing.txt", write("empty.txt", "")) == 1
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "is empty (give a file that holds the text"),
        ("empty.jsonl", b"", "is empty (each line is a JSON object"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("binary.txt", b"abc\x00def", "byte 0x00 at offset 3"),
        ("image.txt", b"\x89PNG\r\n\x1a\n", "is an image, not text"),
        ("damaged.txt", "Près de l’été à Évry".encode() + b"\xff", "byte 0xff at offset 27"),
        ("surrogate.jsonl", rb'{"text": "left \ud800 Darin"}', "half of a surrogate pair"),
        ("date.jsonl", b'{"text": "It rained.", "date": "06/08/2017"}', "can be read as"),
        ("nothing.jsonl", b'{"body": "It rained."}', "has no 'text'"),
        ("folder/ignored.csv", b"a,b", "no article in this folder"),
    ],
)
def test_bad_input_is_one_line_that_names_file_and_cause(
    write: Write, capfd: pytest.CaptureFixture[str], name: str, content: bytes, problem: str
) -> None:
    path = write(name, content)
    given = str(Path(path).parent) if name.startswith("folder/") else path
    assert run(given, "--quiet") == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"error: {given}")
    assert problem in line


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--dateline", "06/08/2017"], "error: --dateline: '06/08/2017' can be read as"),
        (["--encoding", "klingon"], "error: --encoding: encoding cannot be 'klingon' (for example utf-8"),
        (["--format", "xml"], "error: --format: format cannot be 'xml' (there are text, json"),
        (["--language", "english"], "error: --language: language cannot be 'english'"),
        (["--parallel", "0"], "error: --parallel: parallel cannot be 0"),
        (["--timeout", "-1"], "error: --timeout: timeout cannot be -1.0"),
        (["--min-confidence", "70"], "error: --min-confidence: min_confidence cannot be 70.0"),
        (["--base-url", "localhost"], "error: --base-url: base_url cannot be 'localhost'"),
    ],
)
def test_a_value_that_an_option_cannot_have_is_wrong_usage(
    write: Write, capfd: pytest.CaptureFixture[str], options: list[str], problem: str
) -> None:
    assert main([write("a.txt"), "--quiet", *MODEL, *options]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert problem in line


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--model", "nope"], "unknown model 'nope'"),
        (["--prompt", "missing.md"], "missing.md: cannot be read"),
        (["--output", "no/such/folder/x"], "no/such/folder/x: cannot be written: no such file or directory"),
        (["--output", "."], ".: cannot be written: is a folder"),
    ],
)
def test_an_option_that_leads_nowhere_is_one_line_that_names_it(
    write: Write, capfd: pytest.CaptureFixture[str], options: list[str], problem: str
) -> None:
    assert main([write("a.txt"), "--quiet", *MODEL, *options]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert problem in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARALLEL", "0"),
        ("FORMAT", "xml"),
        ("DATELINE", "soon"),
        ("DATELINE", "0001-01-01"),
        ("DATELINE", "9999-12-31"),
    ],
)
def test_a_wrong_value_from_the_environment_is_no_wrong_usage(
    write: Write, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"SUMMARIZE_{name}", value)
    assert run(write("a.txt")) == 1
    assert capfd.readouterr().err.startswith(f"error: SUMMARIZE_{name}: {name.lower()} cannot be '{value}'")


def test_a_dateline_of_the_file_that_no_article_counts_from_is_named(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("summarize.toml", "dateline = 0001-01-01")
    monkeypatch.chdir(tmp_path)
    assert run(write("a.txt")) == 1
    assert capfd.readouterr().err.startswith(f"error: {file}: dateline cannot be '0001-01-01' (write the date as")


def test_wrong_usage_is_2(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--no-such-option", "a.txt"]) == 2
    assert main(["a.txt", "--record", "x", "--replay", "y"]) == 2
    assert main(["--strategy", "both", "a.txt"]) == 2


def test_a_mistyped_command_is_not_taken_for_a_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["modles", "list"]) == 2
    assert "did you mean the command 'models'?" in capfd.readouterr().err


def test_fail_on_loss_is_4_and_the_summary_is_written(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(write("a.txt"), "-f", "json", "--fail-on-loss") == 4
    out, err = capfd.readouterr()
    losses = len(json.loads(out)["losses"])
    assert losses > 0
    assert f"error: {losses} losses, and --fail-on-loss allows none" in err


def silent_about(*words: str) -> Any:
    """A model that answers everything but sentences with these words."""

    def script(messages: Any, reply: type) -> Any:
        asked = messages[-1].content.split("Sentence:")[-1]
        return "I would rather not say." if any(word in asked for word in words) else answer(messages, reply)

    return lambda request: ScriptedModel(script, strategy="sentence")


def test_an_article_that_got_no_answer_is_written_and_counts_as_failed(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(BACKENDS._given, "scripted", silent_about("Homs"))
    lost = write("lost.txt", "The army left Homs on Monday.")
    assert run(lost, "-f", "json", "--quiet") == 1
    out, err = capfd.readouterr()
    record = EventSummary.model_validate_json(out)
    assert record.headline == "This article was not read: the model gave no answer that can be used."
    assert err.startswith(f"error: {lost}: the model gave no answer that can be used: the reply is not JSON (check")
    assert run(write("a.txt"), lost, "-f", "jsonl") == 3
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 2
    assert "1 of 2 articles summarised" in err


def test_what_was_not_answered_of_an_article_is_a_warning(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def vanishing(messages: Any, reply: type) -> Any:
        if "Homs" in messages[-1].content.split("Sentence:")[-1]:
            raise ModelUnavailable("nothing answers")
        return answer(messages, reply)

    monkeypatch.setitem(BACKENDS._given, "scripted", lambda request: ScriptedModel(vanishing, strategy="sentence"))
    article = write("a.txt", "The army left Darin on Monday. The army left Homs on Monday.")
    assert run(article) == 0
    assert f"warning: {article}: 1 question got no answer: not asked: nothing answers" in capfd.readouterr().err


def test_a_mistake_of_ours_costs_one_article_and_is_one_line(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(messages: Any, reply: type) -> Any:
        if "Homs" in messages[-1].content:
            raise ZeroDivisionError("by nought")
        return answer(messages, reply)

    monkeypatch.setitem(BACKENDS._given, "scripted", lambda request: ScriptedModel(broken, strategy="sentence"))
    article = write("b.txt", "The army left Homs on Monday.")
    assert run(write("a.txt"), article, write("c.txt"), "-f", "jsonl", "--quiet") == 3
    out, err = capfd.readouterr()
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["a", "c"]
    (line,) = err.splitlines()
    assert line.startswith(f"error: {article}: a mistake in summarize (ZeroDivisionError: by nought at test_run.py:")


def test_a_folder_for_cassettes_that_cannot_be_made_is_named(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    file = write("a.txt")
    assert run(file, "--quiet", "--record", file) == 1
    assert capfd.readouterr().err.startswith(f"error: {file}: cannot be made a folder: file exists (choose another")


def test_too_few_quotations_of_the_article_are_4(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("summarize.cli.tally.grounding_share", lambda summary: 0.8)
    assert run(write("a.txt"), "--min-grounding", "0.8") == 0
    assert run(write("a.txt"), "--min-grounding", "0.81", "-f", "json") == 4
    assert (
        "80% of a record's quotations stand in its article, and --min-grounding asks for 81%" in capfd.readouterr().err
    )
    assert run(write("a.txt"), "--min-grounding", "2") == 2
    assert "error: --min-grounding: min_grounding cannot be 2.0" in capfd.readouterr().err


def _weighing(request: Any) -> ScriptedModel:
    """Says with little certainty that the army left, and who did."""

    def answer(messages: Any, reply: type) -> dict[str, Any]:
        if reply is BaseModel:
            return {"withdrawal": 0.4, "none": 0.6}
        return dict.fromkeys(reply.model_json_schema()["properties"])  # type: ignore[attr-defined]

    return ScriptedModel(answer, strategy="weighed")


def test_what_is_less_sure_than_was_asked_for_is_left_out_and_said_to_be(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(BACKENDS._given, "scripted", _weighing)
    assert run(write("a.txt"), "-f", "json") == 0
    whole = EventSummary.model_validate_json(capfd.readouterr().out)
    assert whole.events[0].confidence is not None
    assert run(write("a.txt"), "-f", "json", "--min-confidence", "0.95") == 0
    sifted = EventSummary.model_validate_json(capfd.readouterr().out)
    assert ((), 1) == (sifted.events, [loss.kind for loss in sifted.losses].count(LossKind.UNSURE))
    monkeypatch.setenv("SUMMARIZE_MIN_CONFIDENCE", "0.95")
    assert run(write("a.txt"), "--fail-on-loss") == 4
    assert f"{whole.events[0].confidence:g}, which is less" in " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize("value", ["1.5", "-0.1", "nan", "sure"])
def test_a_confidence_that_is_no_share_is_a_clear_error(
    write: Write, capfd: pytest.CaptureFixture[str], value: str
) -> None:
    assert run(write("a.txt"), f"--min-confidence={value}") == 2
    err = capfd.readouterr().err
    assert value in err
    assert ("min_confidence cannot be" in err and "0.7 for 70 %" in err) or "'--min-confidence'" in err


def test_a_model_that_cannot_be_asked_ends_the_run_at_once(
    write: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(messages: Any, reply: type) -> Any:
        raise ModelUnavailable("nothing answers", where="http://127.0.0.1:9/v1", hint="start the server")

    monkeypatch.setitem(BACKENDS._given, "scripted", lambda request: ScriptedModel(refuse))
    assert run(write("a.txt"), write("b.txt"), "--quiet") == 1
    assert capfd.readouterr().err == "error: http://127.0.0.1:9/v1: nothing answers (start the server)\n"


def test_an_unknown_cassette_fails_its_article_only(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(write("a.txt"), "--replay", str(tmp_path)) == 1
    assert "no cassette for article 'a'" in capfd.readouterr().err


def test_an_output_file_is_replaced_by_a_whole_one_and_nothing_is_left_beside_it(write: Write, tmp_path: Path) -> None:
    target = Path(write("out/result.jsonl", "old"))
    target.chmod(0o640)
    assert run(write("a.txt"), "-f", "jsonl", "-o", str(target)) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["document"]["id"] == "a"
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_output_file_stays_as_it_was_when_nothing_could_be_summarised(write: Write) -> None:
    target = Path(write("out/result.json", "old"))
    assert run("missing.txt", "-f", "json", "-o", str(target)) == 1
    assert (target.read_text(), [target]) == ("old", list(target.parent.iterdir()))


@pytest.mark.skipif(not DEVICE_FULL.exists(), reason="the system has no full device")
def test_a_full_disk_is_an_error_that_names_the_output(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(write("a.txt"), "--quiet", "-o", str(DEVICE_FULL)) == 1
    assert capfd.readouterr().err.startswith("error: /dev/full: cannot be written: no space left on device")


SCRIPT = """
import sys, time
from summarize.models.choice import BACKENDS
from summarize.models.scripted import ScriptedModel
def answer(messages, reply):
    if "slowly" in messages[-1].content:
        print("thinking", file=sys.stderr, flush=True)
        time.sleep(1.5)
    return {"event": {"type": "none"}}
BACKENDS.register("scripted", lambda request: ScriptedModel(answer, strategy="sentence"))
from summarize.cli import main
sys.exit(main(sys.argv[1:]))
"""


def process(*arguments: str, model: tuple[str, ...] = MODEL, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *arguments, *model],
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.PIPE),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **options},
    )


@pytest.fixture
def _heard() -> Iterator[None]:
    """Signals that were ignored when the tests were started, as under nohup, would be ignored by what they start."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.usefixtures("_heard")
@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [
        (signal.SIGINT, 130, b"interrupted\n"),
        (signal.SIGTERM, 143, b"ended from outside\n"),
        (signal.SIGHUP, 129, b"ended from outside\n"),
    ],
)
def test_a_signal_keeps_what_was_finished(write: Write, tmp_path: Path, sent: int, code: int, said: bytes) -> None:
    target = tmp_path / "out.json"
    article = write("slow.txt", "The army left Darin slowly. The army left Homs slowly. The army left Hama slowly.")
    with process(write("a.txt"), article, "-f", "json", "-o", str(target)) as run_:
        assert run_.stderr is not None
        while b"thinking" not in run_.stderr.readline():
            pass
        run_.send_signal(sent)
        assert run_.wait(timeout=20) == code
        assert run_.stderr.read().endswith(said)
    assert [item["document"]["id"] for item in json.loads(target.read_text())] == ["a"]
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.usefixtures("_heard")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_keeps_what_was_finished_behind_an_article_that_is_not(
    write: Write, tmp_path: Path, sent: int, code: int
) -> None:
    target, tapes = tmp_path / "out.json", tmp_path / "tapes"
    articles = write("slow.txt", "The army left Darin slowly."), write("b.txt"), write("c.txt")
    with fault_server(_slow_about_slowness) as server:
        options = ("--base-url", server.url, "--strategy", "sentence", "--parallel", "3", "--record", str(tapes))
        with process(*articles, *options, "-f", "json", "-o", str(target), model=("-m", "stub")) as run_:
            while len(list(tapes.glob("[bc]--*.yaml"))) < 2:
                assert run_.poll() is None
                time.sleep(0.05)
            run_.send_signal(sent)
            assert run_.wait(timeout=20) == code
    assert [item["document"]["id"] for item in json.loads(target.read_text())] == ["b", "c"]


def _slow_about_slowness(handler: Handler) -> None:
    asked = handler.seen.body["messages"][-1]["content"]
    return stalled(handler) if "slowly" in asked else completion(json.dumps(NOTHING))(handler)


@pytest.mark.skipif(not DEVICE_FULL.exists(), reason="the system has no full device")
def test_standard_output_on_a_full_disk_is_one_line(write: Write) -> None:
    with DEVICE_FULL.open("wb") as full, process(write("a.txt"), "--quiet", stdout=full) as run_:
        _, err = run_.communicate(timeout=20)
    assert (run_.returncode, err) == (1, b"error: standard output: cannot be written: no space left on device\n")


@pytest.mark.skipif(not DEVICE_FULL.exists(), reason="the system has no full device")
def test_the_summary_is_worth_more_than_what_cannot_be_said_about_it(write: Write) -> None:
    with DEVICE_FULL.open("wb") as full, process(write("a.txt"), "-f", "json", stderr=full) as run_:
        out, _ = run_.communicate(timeout=20)
    assert (run_.returncode, json.loads(out)["document"]["id"]) == (0, "a")


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_a_reader_that_has_seen_enough_is_no_failure(write: Write) -> None:
    with process(write("a.txt"), "--quiet") as run_:
        assert run_.stdout is not None
        assert run_.stderr is not None
        run_.stdout.close()
        assert run_.wait(timeout=20) == 0
        assert run_.stderr.read() == b""


def in_terminal(*arguments: str, **environ: str) -> bytes:
    """Run the command with a terminal on standard output and error and return what it shows."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *arguments, *MODEL],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", "COLUMNS": "90", **environ},
    ) as run_:
        os.close(theirs)
        shown = b""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                chunk = os.read(ours, 65536)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        assert run_.wait(timeout=20) == 0
    os.close(ours)
    return shown


@pytest.mark.skipif(os.name != "posix", reason="terminals")
def test_on_a_terminal_there_is_colour_and_a_status_line(write: Write) -> None:
    shown = in_terminal(write("a.txt"))
    assert b"\x1b[1m" in shown
    assert b"events found" in shown


@pytest.mark.skipif(os.name != "posix", reason="terminals")
def test_on_a_terminal_no_color_leaves_colour_out(write: Write) -> None:
    shown = in_terminal(write("a.txt"), "--quiet", NO_COLOR="1")
    assert b"\x1b[3" not in shown
    assert b"events found" not in shown
