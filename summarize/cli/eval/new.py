"""`summarize eval new ARTICLE`: the start of a case file."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.eval.models import make_for
from summarize.cli.eval.options import PATH
from summarize.cli.messages import say
from summarize.errors import InputError, OutputError
from summarize.strategies import STRATEGIES

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.record import EventSummary


@click.command(short_help="Start a case from an article.")
@click.argument("article", type=PATH)
@click.option("--blank", is_flag=True, help="No answer of a model: labels come from the text alone.")
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to FILE, which must not be there yet.")
@click.option("--id", "name", metavar="ID", help="Id of the case instead of the file's name.")
@click.option("--dateline", metavar="DATE", help="Day of publication, such as 2017-08-06.")
@click.option("--origin", default="not stated", metavar="TEXT", help="Where the text comes from.")
@click.option("--licence", default="not stated", metavar="TEXT", help="Licence of the text.")
@click.option("--made-up", is_flag=True, help="The article was written for testing.")
@click.option("-m", "--model", metavar="NAME", help="Model whose answer is filled in.")
@click.option("--base-url", metavar="URL", help="OpenAI-compatible server.")
@click.option("--strategy", type=click.Choice(STRATEGIES), help="How the model is asked.")
@click.option("--replay", type=PATH, metavar="DIR", help="Take the model's answer from the cassettes in DIR.")
def new(
    article: Path,
    *,
    blank: bool,
    output: Path | None,
    name: str | None,
    dateline: str | None,
    origin: str,
    licence: str,
    made_up: bool,
    **options: Any,
) -> int:
    """Start a case file for the text in the file ARTICLE, with a model's answer as labels to be corrected.

    The text is referred to by its folder and name with its SHA-256; split and dateline are filled in.
    """
    from summarize.evaluation.drafting import blank_case, drafted_case, written  # noqa: PLC0415
    from summarize.evaluation.gates import Verdict  # noqa: PLC0415
    from summarize.reading import parse_dateline, read_article  # noqa: PLC0415

    text = _text(article)
    day = parse_dateline(dateline, where="--dateline") if dateline else None
    read = read_article(text, dateline=day, id=name or article.stem, origin=str(article))
    draft = blank_case(text, article, id=name, dateline=day, origin=origin, licence=licence, made_up=made_up)
    note = (
        "" if blank else f"# Labels drafted by {options['model'] or 'a model'}: check each of them against the text.\n"
    )
    if not blank:
        record = asyncio.run(_answer(read, options))
        _tell_unanswered(record)
        draft = drafted_case(draft, record, text)
    _tell_undated(read)
    _written(note + written(draft), output)
    return Verdict.PASSED


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), hint="a case refers to a UTF-8 text") from error


def _tell_undated(article: Article) -> None:
    if article.dateline is None:
        say(f"{article.id}: no dateline: give one with --dateline, or events are dated by their words alone")


def _tell_unanswered(record: EventSummary) -> None:
    """Say what the labels are not drafted from; without any answer there are none."""
    from summarize.cli.tally import is_unread, unanswered  # noqa: PLC0415

    problem = unanswered(record)
    if problem is not None and is_unread(record):
        raise problem
    if problem is not None:
        say(f"warning: {problem}")


async def _answer(article: Article, options: dict[str, Any]) -> EventSummary:
    from summarize.models.replay import replaying  # noqa: PLC0415

    folder = options.pop("replay")
    summarizer = make_for(options, fetch=folder is None)
    taped = replaying(folder, article=article.id, model=summarizer.model) if folder else nullcontext()
    try:
        with taped:
            return await summarizer.run(article)
    finally:
        await summarizer.model.aclose()


def _written(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise OutputError("is there already", where=str(output), hint="name another file with --output") from error
    except OSError as error:
        raise OutputError(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(output)) from error
    say(f"written to {output}")
