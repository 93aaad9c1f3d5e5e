import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import click
import pytest

from summarize.cli import app, main
from summarize.cli.exits import MEANING
from summarize.cli.models import _lines, fetch_if_missing
from summarize.models.catalogue import CATALOGUE, DEFAULT_LOCAL_MODEL
from summarize.models.local import LocalModel
from summarize.models.pull import Progress, model_path
from summarize.models.scripted import ScriptedModel
from summarize.prompting import builtin_prompt, prompts_folder
from summarize.record import EventSummary


def every_command(group: click.Group = app, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    with click.Context(group) as context:
        for name in group.list_commands(context):
            yield (*path, name)
            command = group.get_command(context, name)
            if isinstance(command, click.Group):
                yield from every_command(command, (*path, name))


@pytest.mark.parametrize("command", [(), *every_command()], ids=" ".join)
def test_every_help_page_can_be_read(command: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith(f"Usage: {' '.join(('summarize', *command))} ")
    assert err == ""


def test_the_main_help_page_lists_commands_options_and_exit_codes(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    out, _ = capfd.readouterr()
    assert all(f"  {code.value:<3}  {text}" in out for code, text in MEANING.items())
    assert all(option in out for option in ("--format", "--replay", "--fail-on-loss", "--version"))
    assert all(f"\n  {name} " in out for name in ("run", "verify", "models", "doctor"))


@pytest.mark.parametrize("arguments", ["--help", "--version", "models --help", "verify --help"])
def test_a_page_of_help_loads_nothing_that_takes_its_time(arguments: str) -> None:
    code = (
        "import sys; from summarize.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules.keys() & {'pydantic', 'openai', 'rich', 'summarize.grounding'}, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, *arguments.split()], capture_output=True, text=True, check=True)
    assert run.stderr == "\n"


def test_nothing_at_all_is_answered_with_the_help_page(capfd: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capfd.readouterr().err.startswith("Usage: summarize")


def test_the_version_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("summarize-events, version ")


def test_the_schema_is_that_of_the_record(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capfd.readouterr().out) == EventSummary.model_json_schema()


def test_config_tells_values_and_origins_and_hides_the_key(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "made-up-secret")
    monkeypatch.setenv("SUMMARIZE_FORMAT", "jsonl")
    monkeypatch.setenv("SUMMARIZE_MODLE", "x")
    assert main(["config"]) == 0
    out, err = capfd.readouterr()
    assert "SUMMARIZE_MODLE is no setting, and is not read: SUMMARIZE_MODEL\n" in err
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line}
    assert rows["format"] == ["jsonl", "SUMMARIZE_FORMAT"]
    assert rows["model"] == ["-", "default,", "or", "SUMMARIZE_MODEL"]
    assert "made-up-secret" not in out


@pytest.mark.skipif(os.name != "posix", reason="descriptors")
@pytest.mark.parametrize(
    "arguments",
    [
        "- --model openai:x --base-url http://127.0.0.1:1/v1",
        "verify - pyproject.toml",
        "resolve time",
        "resolve figures-in -",
    ],
)
def test_a_closed_standard_input_is_said_to_be(arguments: str) -> None:
    code = "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'summarize', *sys.argv[1:]])"
    run = subprocess.run([sys.executable, "-c", code, *arguments.split()], check=False, capture_output=True, text=True)
    assert (1, "error: standard input: is closed") == (run.returncode, run.stderr.splitlines()[-1])


@pytest.mark.skipif(os.name != "posix", reason="folders in use cannot be removed")
def test_a_working_directory_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; from summarize.cli import main; os.rmdir(os.getcwd()); sys.exit(main(['config']))"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=gone, env=environ, check=False, capture_output=True, text=True
    )
    assert (1, True) == (run.returncode, run.stderr.startswith("error: working directory: is gone: no such file"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(shell: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert f"_SUMMARIZE_COMPLETE={shell}_complete" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("summarize mod", "plain,models"),
        ("summarize --for", "plain,--format"),
        ("summarize x --format js", "plain,json"),
    ],
)
def test_commands_options_and_formats_complete(
    words: str, expected: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_SUMMARIZE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert main([]) == 0
    assert expected in capfd.readouterr().out.splitlines()


def test_the_list_of_models_names_those_of_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODELS", str(tmp_path))
    assert main(["models", "list"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[-len(line.split()) + (line[0] == "*")] for line in lines] == list(CATALOGUE)
    assert all("not fetched" in line for line in lines)
    assert [line.startswith("*") for line in lines] == [name == DEFAULT_LOCAL_MODEL for name in CATALOGUE]


def test_the_path_of_a_model_that_is_not_fetched_is_an_error_that_says_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODELS", str(tmp_path))
    assert main(["models", "path"]) == 1
    out, err = capfd.readouterr()
    assert (out, f"summarize models pull {DEFAULT_LOCAL_MODEL}" in err) == ("", True)


@pytest.mark.parametrize("command", ["pull", "path"])
def test_a_model_that_is_not_in_the_catalogue_is_an_error(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["models", command, "nope"]) == 1
    assert "unknown local model 'nope'" in capfd.readouterr().err


def test_progress_without_a_terminal_is_a_line_for_every_tenth(capfd: pytest.CaptureFixture[str]) -> None:
    told = _lines("some-model")
    for done in range(0, 1_000_001, 1_000):
        told("download", done, 1_000_000)
    lines = capfd.readouterr().err.splitlines()
    assert lines == [f"fetching some-model {tenth:3d} % of 1 MB" for tenth in range(0, 101, 10)]


@pytest.mark.parametrize("terminal", [False, True])
def test_pull_shows_how_far_it_is_and_prints_the_path(
    terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fetch(name: str, *, progress: Progress) -> Path:
        progress("wait", 0, 0)
        progress("download", 5, 10)
        progress("verify", 10, 10)
        return tmp_path / f"{name}.gguf"

    monkeypatch.setattr("summarize.models.pull.pull", fetch)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    assert main(["models", "pull", "smollm2-135m"]) == 0
    out, err = capfd.readouterr()
    assert out == f"{tmp_path / 'smollm2-135m.gguf'}\n"
    assert ("fetching smollm2-135m  50 % of 0 MB" in err.splitlines()) is not terminal


@pytest.mark.parametrize(("states", "flags", "tried"), [("", "", 0), ("states", "--only-fetch", 0), ("states", "", 1)])
def test_a_fetched_model_that_cannot_be_started_is_still_fetched(
    states: str, flags: str, tried: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fetch(name: str, *, progress: Progress) -> Path:
        return model_path(name)

    with TemporaryDirectory() as folder:
        monkeypatch.setenv("SUMMARIZE_MODELS", folder)
        monkeypatch.setenv("SUMMARIZE_STATES", f"{folder}/{states}" if states else "")
        monkeypatch.setattr("summarize.models.pull.pull", fetch)
        broken = Path(folder) / "smollm2-135m.gguf"
        broken.write_bytes(b"GGUF and nothing more")
        assert main(["models", "pull", "smollm2-135m", *flags.split()]) == 0
    out, err = capfd.readouterr()
    assert out == f"{broken}\n"
    assert err.count("llama.cpp cannot load the model") == err.count("the file itself is whole") == tried


def test_a_model_that_is_not_here_is_fetched_when_it_is_needed_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODELS", str(tmp_path))
    fetched: list[str] = []
    monkeypatch.setattr("summarize.cli.models.pull_with_progress", fetched.append)
    fetch_if_missing(LocalModel(name=DEFAULT_LOCAL_MODEL))
    fetch_if_missing(LocalModel(path=tmp_path / f"{DEFAULT_LOCAL_MODEL}.part.gguf"))
    fetch_if_missing(ScriptedModel([]))
    (tmp_path / f"{DEFAULT_LOCAL_MODEL}.gguf").write_bytes(b"GGUF")
    fetch_if_missing(LocalModel(name=DEFAULT_LOCAL_MODEL))
    assert fetched == [DEFAULT_LOCAL_MODEL]


def test_the_prompts_that_ship_are_listed_and_fair(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "list"]) == 0
    listed = [line.split() for line in capfd.readouterr().out.splitlines()]
    assert [words[0] for words in listed] == ["article", "sentence", "weighed", "weighed", "weighed"]
    assert [words[-1] for words in listed[-2:]] == ["qwen2.5-coder-0.5b", "smollm2-135m"]
    assert len({words[2] for words in listed}) == 5
    assert main(["prompts", "check"]) == 0


def test_an_example_that_comes_from_an_eval_case_is_found(
    write: Callable[..., str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "The army shelled the old market of Darin at dawn."
    write("cases/one.yaml", f"id: one\ntext: {text}\n")
    example = {"id": "x", "text": text, "events": [{"type": "shelling", "participants": [["actor", "Rebels"]]}]}
    write("mine.yaml", json.dumps([example]))
    prompt = write(
        "mine.md",
        "---\nname: mine\nversion: '1'\nstrategy: sentence\ndescription: d\nexamples: mine.yaml\n---\n"
        "{% block system %}a{% endblock %}{% block question %}b{% endblock %}",
    )
    assert main(["prompts", "check", prompt, "--cases", str(tmp_path / "cases")]) == 1
    out, _ = capfd.readouterr()
    assert "shares a sentence with the eval case one" in out
    assert "'Rebels' does not stand in its text" in out


@pytest.mark.parametrize("case", ["- a list", "text: [", ""])
def test_a_folder_without_readable_eval_cases_is_an_error(
    write: Callable[..., str], tmp_path: Path, capfd: pytest.CaptureFixture[str], case: str
) -> None:
    write("cases/one.yaml" if case else "cases/other.txt", case)
    assert main(["prompts", "check", "--cases", str(tmp_path / "cases")]) == 1
    assert "no eval case" in capfd.readouterr().err


class _Answering(BaseHTTPRequestHandler):
    models = ({"id": "one", "object": "model", "created": 1, "owned_by": "us"},)

    def do_GET(self) -> None:
        accepted = self.headers["Authorization"] == "Bearer right" and self.path == "/v1/models"
        self.send_response(200 if accepted else 401)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"object": "list", "data": self.models if accepted else []}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def doctor(capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["doctor"])
    return code, capfd.readouterr().out


def test_doctor_finds_an_endpoint_that_answers(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", "right")
    code, out = doctor(capfd)
    assert (code, f"ok    endpoint  {endpoint} answers with a key; model one" in out) == (0, True)


def test_doctor_finds_that_a_model_must_be_named(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", "right")
    monkeypatch.setattr(_Answering, "models", _Answering.models * 2)
    code, out = doctor(capfd)
    assert (code, "has 2 models" in out, "→ name one with --model" in out) == (1, True, True)
    monkeypatch.setenv("SUMMARIZE_MODEL", "one")
    assert doctor(capfd)[0] == 0


def test_doctor_asks_past_a_proxy_as_a_run_does(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", "right")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert doctor(capfd)[0] == 0


def test_doctor_finds_a_wrong_key(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", "wrong")
    code, out = doctor(capfd)
    assert (code, "→ check OPENAI_API_KEY" in out) == (1, True)


def test_doctor_finds_an_endpoint_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    code, out = doctor(capfd)
    assert (code, "→ start the server" in out) == (1, True)


def test_doctor_finds_that_the_model_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODELS", str(tmp_path / "none"))
    code, out = doctor(capfd)
    assert (code, f"→ summarize models pull {DEFAULT_LOCAL_MODEL}" in out) == (1, True)


def test_doctor_finds_a_model_file_that_is_none(
    write: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODEL", write("mine.gguf", b"no model"))
    code, out = doctor(capfd)
    assert (code, "not a GGUF model file" in out) == (1, True)


def test_doctor_finds_a_model_file_that_can_be_used(
    write: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = write("mine.gguf", b"GGUF")
    monkeypatch.setenv("SUMMARIZE_MODEL", path)
    assert f"ok    file      {path}" in doctor(capfd)[1]


@pytest.mark.parametrize("model", ["smollm2-135m", DEFAULT_LOCAL_MODEL])
def test_doctor_names_the_prompt_that_the_chosen_model_would_be_asked_with(
    model: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUMMARIZE_MODEL", model)
    used = builtin_prompt("weighed", model).used
    assert f"prompt    weighed {used.version} [{used.digest}]" in doctor(capfd)[1]
    monkeypatch.setenv("SUMMARIZE_STRATEGY", "article")
    assert "prompt    article " in doctor(capfd)[1]
    monkeypatch.setenv("SUMMARIZE_PROMPT", str(prompts_folder() / "sentence.md"))
    assert "is written for the strategy 'sentence', not 'article'" in doctor(capfd)[1]


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("SUMMARIZE_MODEL", "nope", "unknown model 'nope'"),
        ("SUMMARIZE_PROMPT", "nope.md", "nope.md: cannot be read"),
        ("SUMMARIZE_FORMAT", "nope", "SUMMARIZE_FORMAT: format cannot be 'nope' (there are text"),
        ("SUMMARIZE_ENCODING", "nope", "SUMMARIZE_ENCODING: encoding cannot be 'nope' (for example utf-8"),
        ("SUMMARIZE_DATELINE", "0001-01-01", "SUMMARIZE_DATELINE: dateline cannot be '0001-01-01' (write the date"),
    ],
)
def test_doctor_finds_a_setting_that_leads_nowhere(
    name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    code, out = doctor(capfd)
    assert (code, advice in out) == (1, True)


def test_doctor_finds_packages_that_do_not_fit_each_other(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "summarize.cli.doctor.requires", lambda name: ["jiter<0.15,>=0.14", "openai==3.3.0", "instructor"]
    )
    monkeypatch.setattr("summarize.cli.doctor._version", {"jiter": "0.16.0", "openai": "3.3.0"}.get)
    code, out = doctor(capfd)
    assert (code, 'pip install "jiter<0.15,>=0.14"' in out) == (1, True)
    assert "FAIL  instructor not installed" in out


def test_doctor_names_a_broken_settings_file(
    write: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write("summarize.toml", "modle = 'x'")
    monkeypatch.chdir(tmp_path)
    code, out = doctor(capfd)
    assert (code, "did you mean 'model'?" in out) == (1, True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_doctor_finds_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    monkeypatch.setenv("SUMMARIZE_MODELS", str(tmp_path / "none"))
    assert "note  cache" in doctor(capfd)[1]
