"""The command line: `summarize FILE...`, and one module a command beside it.

A command parses, calls the API, renders and returns an exit code. Data goes to standard output, everything
else to standard error. Commands are imported when they are called.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

import click
from click.shell_completion import CompletionItem
from click_default_group import DefaultGroup

from summarize._version import __version__
from summarize.cli.exits import EPILOG, Exit
from summarize.cli.messages import say, say_error
from summarize.errors import DatelineError, OutputError, SettingsError, SummarizeError

__all__ = ["main"]

_DEFAULT = "run"
_SUMMARY_WIDTH = 80
_SIGNALS = {number: 128 + number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))}
"""Signals that end a run, and the exit code that shells expect for each; Windows has no SIGHUP."""
COMMANDS = {
    "run": "summarize.cli.run:run",
    "verify": "summarize.cli.verify:verify",
    "resolve": "summarize.cli.resolve:resolve",
    "eval": "summarize.cli.eval:eval_",
    "tune": "summarize.cli.tune:tune",
    "models": "summarize.cli.models:models",
    "prompts": "summarize.cli.prompts:prompts",
    "schema": "summarize.cli.schema:schema",
    "config": "summarize.cli.config:config",
    "doctor": "summarize.cli.doctor:doctor",
    "completion": "summarize.cli.completion:completion",
}
"""Every command by name, as `module:attribute`, in the order of the help page."""


class _Commands(DefaultGroup):  # type: ignore[misc] # the package has no types
    """The group: what is no command's name is an input of `run`, whose options it shows as its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name in {_DEFAULT, cmd_name} & COMMANDS.keys() - self.commands.keys():
            module, _, attribute = COMMANDS[name].partition(":")
            self.add_command(getattr(import_module(module), attribute), name)
        found: click.Command | None = super().get_command(ctx, cmd_name)
        return found

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the output (head, less) has seen enough, which is no failure
            _forget_output()
            return Exit.OK

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] FILE...")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        run = self.get_command(ctx, _DEFAULT)
        options = [*(run.params if run else ()), *self.get_params(ctx)]
        records = [option.get_help_record(ctx) for option in options if isinstance(option, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._summary(ctx, name)) for name in COMMANDS])

    def _summary(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=_SUMMARY_WIDTH) if command else ""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        found: list[CompletionItem] = super().shell_complete(ctx, incomplete)
        run = self.get_command(ctx, _DEFAULT)
        if run is not None and incomplete.startswith("-"):
            return found + run.shell_complete(click.Context(run, parent=ctx), incomplete)
        return [*found, CompletionItem(incomplete, type="file")]


@click.group(
    cls=_Commands,
    default=_DEFAULT,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="summarize-events")
def app() -> None:
    """Turn news articles into typed event summaries, each field tied to the article's own words.

    FILE is a text, Markdown, HTML or JSON Lines file, a folder of them, an http(s) address, or - for standard
    input. A file named like a command is given as ./NAME.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; every deliberate error is one line on standard error."""
    _replace_closed_streams()
    with _ending_tidily():
        code = _run(arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        _forget_output()
        if code == Exit.OK and not isinstance(error, BrokenPipeError):
            say_error(OutputError(str(error.strerror).lower(), where="standard output"))
            return Exit.FAILED
    return code


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack, so that what was finished is written; ignored ones stay so."""
    here = threading.current_thread() is threading.main_thread()
    taken = [number for number in _SIGNALS if here and signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, lambda caught, _: sys.exit(_SIGNALS[caught]))
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _replace_closed_streams() -> None:
    """Give streams that the caller has closed (`>&-`) somewhere to go; Python has None for them."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _run(arguments: Sequence[str] | None) -> int:
    try:
        return int(app.main(args=arguments, prog_name="summarize", standalone_mode=False) or Exit.OK)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SummarizeError as error:
        say_error(error)
        return Exit.USAGE if _is_about_an_option(error) else Exit.FAILED
    except OSError as error:
        say_error(OutputError((error.strerror or str(error)).lower(), where=error.filename or "standard output"))
        return Exit.FAILED
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return Exit.INTERRUPTED
    except SystemExit as stop:  # a signal, or click has answered a shell that asks for completions
        if stop.code in _SIGNALS.values():
            say("ended from outside")
        return int(stop.code or 0)


def _is_about_an_option(error: SummarizeError) -> bool:
    """Whether what was given as an option cannot be; the same set elsewhere is no wrong usage of the command."""
    return isinstance(error, SettingsError | DatelineError) and (error.where or "").startswith("--")


def _forget_output() -> None:
    """Keep the interpreter from failing once more when it flushes what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
