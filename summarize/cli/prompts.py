"""`summarize prompts`: the prompts that ship, and the check of a prompt's worked examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from summarize.cli.exits import Exit
from summarize.errors import InputError
from summarize.strategies import STRATEGIES


@click.group(short_help="List prompts, or check one's worked examples.")
def prompts() -> None:
    """List the prompts that ship, or check the worked examples of a prompt."""


@prompts.command("list", short_help="List the prompts that ship.")
def list_prompts() -> None:
    """List the prompts that ship: strategy, version, digest, number of worked examples, file.

    One with weights of a model's own stands there once more, with the name of the model.
    """
    from summarize.prompting import builtin_prompt, models_with_weights  # noqa: PLC0415

    own = [(builtin_prompt("weighed", model), f", weights of {model}") for model in models_with_weights()]
    for prompt, whose in [*((builtin_prompt(strategy), "") for strategy in STRATEGIES), *own]:
        examples = f"{len(prompt.examples)} examples"
        click.echo(f"{prompt.strategy:<8}  {prompt.version}  {prompt.digest}  {examples}  {prompt.origin}{whose}")


@prompts.command(short_help="Check worked examples.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--cases",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Folder of eval cases.",
)
def check(files: tuple[Path, ...], cases: Path | None) -> int:
    """Check the worked examples of prompts, those that ship when no FILE is given.

    Each example's phrases must stand in its own text, its answer must fit the reply schema, and with --cases
    none may share a sentence with an eval case. Exits with 1 when something is wrong.
    """
    from summarize.asking.examples import check_examples  # noqa: PLC0415
    from summarize.prompting import builtin_prompt, load_prompt  # noqa: PLC0415

    texts = _texts(cases) if cases else {}
    chosen = [load_prompt(file) for file in files] or [builtin_prompt(strategy) for strategy in STRATEGIES]
    wrong = 0
    for prompt in chosen:
        problems = check_examples(prompt, texts)
        wrong += len(problems)
        for problem in problems:
            click.echo(f"{prompt.origin}: {problem}")
        if not problems:
            click.echo(f"{prompt.origin}: {len(prompt.examples)} examples are fair")
    return Exit.FAILED if wrong else Exit.OK


def _texts(folder: Path) -> dict[str, str]:
    """Inline texts of the eval cases of a folder by their id; a case may refer to a text that is elsewhere."""
    found = {path: _case(path) for path in sorted(folder.rglob("*.yaml"))}
    if not found:
        raise InputError("no eval case in this folder", where=str(folder), hint="it is searched for *.yaml")
    return {
        str(case.get("id", path.stem)): case["text"]
        for path, case in found.items()
        if isinstance(case.get("text"), str)
    }


def _case(path: Path) -> dict[str, Any]:
    import yaml  # noqa: PLC0415

    from summarize.yaml_text import load_yaml  # noqa: PLC0415

    try:
        case, _ = load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise InputError(f"is no eval case: {' '.join(str(error).split())}", where=str(path)) from error
    if not isinstance(case, dict):
        raise InputError("is no eval case: not a mapping", where=str(path))
    return case
