"""`summarize verify`: re-checks quotations, or a record of ours, against an article; no model, no network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from summarize.cli.exits import Exit
from summarize.errors import InputError

if TYPE_CHECKING:
    from summarize.grounding import Match, SourceText
    from summarize.record import EventSummary, Span

_STDIN: Final = "-"
_GIVE: Final = "give a list of strings, or of objects with a quote"


@dataclass(frozen=True)
class _Given:
    """What the file holds: quotations, or a record."""

    quotes: Sequence[str]
    record: EventSummary | None = None


@click.command("verify")
@click.argument("file", metavar="FILE.json")
@click.argument("article", metavar="ARTICLE")
@click.option("--strict", is_flag=True, help="Also refuse quotations that leave a hedge, a modal or a negation behind.")
@click.option("--words-only", is_flag=True, help="Of a record, only check the words: what code computed is believed.")
@click.pass_context
def verify(context: click.Context, file: str, article: str, *, strict: bool, words_only: bool) -> None:
    """Check that quotations stand in an article.

    FILE.json holds what summarize wrote, a record or a list of them of which the one made from ARTICLE is checked:
    its words, and every value that code computed, which is computed again. Or it holds any tool's quotations: a JSON
    list of strings, or of objects with a "quote". ARTICLE is the text they should stand in. Either may be - for
    standard input.

    Prints one JSON line a quotation: quote, status (exact, normalised, equivalent, near, absent), start, end, text,
    reason. Offsets count code points, half-open.

    Exit code 0: all are supported. 1: could not run. 4: something is not supported.
    """
    from summarize.grounding import SourceText  # noqa: PLC0415

    given, text = _read(file, article)
    source = SourceText(text)
    if given.record and not words_only:
        _refuse_another_version(given.record, file)
    matches = (
        _record(given.record, source, words_only=words_only)
        if given.record
        else _quotes(given.quotes, source, strict=strict)
    )
    supported = True
    for match in matches:
        click.echo(_line(match))
        supported = supported and match.supported
    if not supported:
        context.exit(Exit.LOSS)


def _quotes(quotes: Sequence[str], source: SourceText, *, strict: bool) -> Iterator[Match]:
    from summarize.grounding import verify_quote  # noqa: PLC0415

    return (verify_quote(quote, source, strict=strict) for quote in quotes)


def _refuse_another_version(record: EventSummary, file: str) -> None:
    from summarize._version import __version__  # noqa: PLC0415
    from summarize.recomputing import is_of_this_version  # noqa: PLC0415

    if not is_of_this_version(record):
        made = f"{record.provenance.package}, schema {record.schema_version}"
        raise InputError(
            f"was made by {made}, and this is {__version__}, whose rules may compute other values",
            where=file,
            hint="verify it with that version, or only its words: --words-only",
        )


def _record(record: EventSummary, source: SourceText, *, words_only: bool) -> Iterator[Match]:
    """Every span of the record where it says it stands, then every field that is not borne out or not as computed."""
    from summarize.grounding import Match, MatchStatus, check_record, spans_of  # noqa: PLC0415

    placed = dict(spans_of(record))
    yield from (_at_its_place(span, source) for span in dict.fromkeys(placed.values()))
    misplaced = {path for path, span in placed.items() if source.text[span.start : span.end] != span.text}
    problems = [*check_record(record, source)]
    if not (misplaced or words_only):
        from summarize.recomputing import differences  # noqa: PLC0415

        problems += differences(record, source.text)
    for problem in dict.fromkeys(problems):
        if problem.field not in misplaced:
            yield Match(problem.text or "", MatchStatus.ABSENT, None, None, None, f"{problem.field}: {problem.reason}")


def _at_its_place(span: Span, source: SourceText) -> Match:
    from summarize.grounding import Match, MatchStatus, locate  # noqa: PLC0415

    if source.text[span.start : span.end] == span.text:
        return Match(span.text, MatchStatus.EXACT, span.start, span.end, span.text, "")
    elsewhere = locate(span.text, source)
    if not elsewhere.supported:
        return elsewhere
    reason = f"stands at {elsewhere.start}, not at {span.start} as the record says"
    return Match(span.text, MatchStatus.NEAR, elsewhere.start, elsewhere.end, elsewhere.text, reason)


def _line(match: Match) -> bytes:
    fields = ("quote", "status", "start", "end", "text", "reason")
    line = json.dumps({field: getattr(match, field) for field in fields}, ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace")


def _read(file: str, article: str) -> tuple[_Given, str]:
    if file == article == _STDIN:
        raise InputError("standard input can be FILE.json or ARTICLE, not both", hint="name a file for one of them")
    where = "standard input" if file == _STDIN else file
    value = _parsed(_bytes(file), where)
    text = _article(article)
    digest = hashlib.sha256(text.encode()).hexdigest()
    given = _given(_of_one_article(value, digest, where), where)
    if given.record and given.record.document.sha256 != digest:
        click.echo(f"{article}: not the text this record was made from; its spans may have moved", err=True)
    return given, text


def _bytes(file: str) -> bytes:
    if file == _STDIN:
        from summarize.reading.inputs import standard_input  # noqa: PLC0415

        return standard_input().read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=file, hint="give a JSON file, or - for standard input"
        ) from error


def _parsed(data: bytes, where: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", where=where, hint=_GIVE) from error


def _of_one_article(value: Any, digest: str, where: str) -> Any:
    """The one of several records that was made from the article; anything else as it is."""
    if not isinstance(value, list) or not value or not all(map(_is_record, value)):
        return value
    made = [one for one in value if isinstance(one["document"], dict) and one["document"].get("sha256") == digest]
    if not made and len(value) > 1:
        raise InputError(
            f"none of its {len(value)} records was made from this article",
            where=where,
            hint="give the article of one of them",
        )
    return (made or value)[0]


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and "document" in value and "events" in value


def _given(value: Any, where: str) -> _Given:
    if _is_record(value):
        return _Given((), _validated(value, where))
    items = value if isinstance(value, list) else [value]
    if not items:
        raise InputError("holds no quotation", where=where, hint=_GIVE)
    return _Given([_quote(item, number, where) for number, item in enumerate(items)])


def _validated(value: dict[str, Any], where: str) -> EventSummary:
    from pydantic import ValidationError  # noqa: PLC0415

    from summarize.record import EventSummary  # noqa: PLC0415

    try:
        return EventSummary.model_validate_json(json.dumps(value))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(f"no record of ours: {place}: {first['msg']}", where=where) from error


def _quote(item: object, number: int, where: str) -> str:
    quote = item.get("quote") if isinstance(item, dict) else item
    if not isinstance(quote, str):
        raise InputError(
            f"item {number} is neither a string nor an object with a quote", where=where, hint='{"quote": "the words"}'
        )
    return quote


def _article(article: str) -> str:
    from summarize.reading import read_all  # noqa: PLC0415

    found = list(read_all([article]))
    if len(found) != 1:
        raise InputError(f"holds {len(found)} articles, not one", where=article, hint="give one article")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0].text
