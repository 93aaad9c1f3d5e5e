"""`summarize resolve`: turns quoted phrases into values, one line in and one JSON line out.

`time`, `figures`, `places` and `actors` read a phrase a line, as plain text or as a JSON object `{"phrase",
"context"}`; `times-in` and `figures-in` read running text and print what they find, with offsets in code
points.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import IO, TYPE_CHECKING, Any, Final, TypeVar

import click

from summarize.errors import EncodingError
from summarize.resolving.outcome import Unresolved

if TYPE_CHECKING:
    from summarize.resolving.figures import Quantity

_Command = TypeVar("_Command", bound=Callable[..., None])
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Asked:
    """One line of input.

    Attributes:
        phrase: The words to resolve.
        context: The sentence or passage around them; empty when not given.
        reason: Why the line cannot be read; None when it can.
    """

    phrase: str
    context: str = ""
    reason: str | None = None

    @property
    def text(self) -> str:
        """The context, or the phrase where none is given."""
        return self.context or self.phrase

    @property
    def start(self) -> int:
        """Offset of the phrase in `text`; 0 where the context does not have it."""
        return max(0, self.text.find(self.phrase))


def read_lines(stream: Iterable[bytes]) -> Iterator[Asked]:
    """Reads phrases, one a line; a line that opens as a JSON object and is none carries the reason.

    Raises:
        EncodingError: A line is not UTF-8.
    """
    for number, raw in enumerate(stream, start=1):
        line = _decode(raw.removeprefix(_BOM) if number == 1 else raw, number).strip()
        yield (_read_object(line) if line.startswith("{") else Asked(line, reason=None if line else "an empty line"))


def _decode(raw: bytes, line: int) -> str:
    """Text that begins on this line."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        *earlier, last = raw[: error.start].split(b"\n")
        raise EncodingError(
            "the text is not UTF-8",
            where=f"line {line + len(earlier)}, byte {len(last)}",
            hint="convert it with iconv first",
        ) from error


def _read_object(line: str) -> Asked:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return Asked(line, reason="no valid JSON object")
    phrase, context = item.get("phrase"), item.get("context") or ""
    if not isinstance(phrase, str) or not isinstance(context, str):
        return Asked(line, reason='a JSON object needs "phrase", and "context" if it has one, as text')
    if not all(map(_is_text, (phrase, context))):
        return Asked(phrase, reason="half of a surrogate pair, which is no text")
    return Asked(phrase, context, None if phrase.strip() else "an empty phrase")


def _is_text(written: str) -> bool:
    """Whether a string can be written as UTF-8; JSON can hold others."""
    try:
        return bool(written.encode() or True)
    except UnicodeEncodeError:
        return False


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    from summarize.reading.dateline import parse_dateline  # noqa: PLC0415 - only when the option is given

    return None if value is None else parse_dateline(value, where="--dateline")


def _print(row: dict[str, Any]) -> None:
    line = json.dumps(row, ensure_ascii=False, default=str)
    click.echo(line.encode("utf-8", "backslashreplace"))  # which is how JSON escapes what is no text


def _resolve_each(stream: IO[bytes], resolve: Callable[[Asked], tuple[dict[str, Any] | None, str | None]]) -> None:
    for asked in read_lines(stream):
        value, reason = (None, asked.reason) if asked.reason else resolve(asked)
        _print({"phrase": asked.phrase, "value": value, "reason": reason})


class _Lines(click.File):
    """A file of bytes; `-` is standard input, which may be closed."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> IO[Any]:
        from summarize.reading.inputs import standard_input  # noqa: PLC0415 - not for a page of help

        return standard_input() if value == "-" else super().convert(value, param, ctx)


def _input(command: _Command) -> _Command:
    """Adds what all commands take: `--dateline` and FILE."""
    command = click.argument("file", type=_Lines("rb"), default="-")(command)
    return click.option(
        "--dateline",
        metavar="DATE",
        callback=_date,
        help="Day of publication, from which times count (2017-08-06).",
    )(command)


@click.group()
def resolve() -> None:
    """Turn quoted phrases into values: one line in, one JSON line out.

    A line is a phrase, or a JSON object {"phrase": ..., "context": ...} whose context is the sentence
    around it. Each line gives {"phrase", "value", "reason"}: the value as in the record, or null and the
    reason. FILE defaults to standard input.
    """


@resolve.command("time")
@_input
def resolve_time_lines(dateline: date | None, file: IO[bytes]) -> None:
    """Times: "late last month" to days, precision and basis."""
    from summarize.resolving.tense import tense_at  # noqa: PLC0415 - each command loads only what it uses
    from summarize.resolving.time import TimeContext, resolve_time  # noqa: PLC0415

    def one(asked: Asked) -> tuple[dict[str, Any] | None, str | None]:
        end = asked.start + len(asked.phrase)
        tense = tense_at(asked.context, asked.start, end) if asked.context else None
        time = resolve_time(asked.phrase, TimeContext(dateline, tense=tense))
        return (None, time.reason) if isinstance(time, Unresolved) else (time.model_dump(mode="json"), None)

    _resolve_each(file, one)


@resolve.command("figures")
@_input
def resolve_figure_lines(dateline: date | None, file: IO[bytes]) -> None:  # noqa: ARG001 - the same options everywhere
    """Figures: "more than 200,000" to bounds, unit, kind and measure."""
    from summarize.resolving.figures import read_figure  # noqa: PLC0415

    def one(asked: Asked) -> tuple[dict[str, Any] | None, str | None]:
        figure = read_figure(asked.phrase, context=asked.context or None)
        return (None, figure.reason) if isinstance(figure, Unresolved) else (_figure_value(figure), None)

    _resolve_each(file, one)


@resolve.command("places")
@_input
def resolve_place_lines(dateline: date | None, file: IO[bytes]) -> None:  # noqa: ARG001
    """Places: a name to precision, country and coordinates; a place that no gazetteer has keeps its nulls."""
    from summarize.record import Span  # noqa: PLC0415
    from summarize.resolving.places import PlaceContext, countries_of, resolve_place  # noqa: PLC0415

    def one(asked: Asked) -> tuple[dict[str, Any] | None, str | None]:
        span = Span(start=asked.start, end=asked.start + len(asked.phrase), text=asked.phrase)
        context = PlaceContext(sentence=asked.context, start=asked.start, countries=countries_of(asked.text))
        place = resolve_place(asked.phrase, span, context)
        return place.model_dump(mode="json"), None if place.resolved else "the gazetteer does not have it"

    _resolve_each(file, one)


@resolve.command("actors")
@_input
def resolve_actor_lines(dateline: date | None, file: IO[bytes]) -> None:  # noqa: ARG001
    """Actors: a name or description to class, country, backers, and the rule that says so."""
    from summarize.resolving.actors import ActorContext, introduced_names, resolve_actor  # noqa: PLC0415

    def one(asked: Asked) -> tuple[dict[str, Any] | None, str | None]:
        context = ActorContext(introduced_names(asked.text), sentence=asked.context)
        actor = resolve_actor(asked.phrase, context)
        return (None, actor.reason) if isinstance(actor, Unresolved) else (asdict(actor), None)

    _resolve_each(file, one)


@resolve.command("times-in")
@_input
def find_time_lines(dateline: date | None, file: IO[bytes]) -> None:
    """Find the times in running text and resolve each."""
    from summarize.resolving.time.running import resolve_times  # noqa: PLC0415

    for found, time in resolve_times(_read_text(file), dateline):
        if isinstance(time, Unresolved):
            _print({**asdict(found), "value": None, "reason": time.reason})
        else:
            _print({**asdict(found), "value": time.model_dump(mode="json"), "reason": None})


@resolve.command("figures-in")
@_input
def find_figure_lines(dateline: date | None, file: IO[bytes]) -> None:  # noqa: ARG001
    """Find the figures in running text; `part_of` is the line, from 0, of the larger figure."""
    from summarize.resolving.figures import find_figures  # noqa: PLC0415

    for figure in find_figures(_read_text(file)):
        value = _figure_value(figure)
        _print({**value["span"], "value": value})


def _figure_value(figure: Quantity) -> dict[str, Any]:
    """The quantity as the record's figures are written: its place in a span."""
    span = {"start": figure.start, "end": figure.end, "text": figure.text}
    rest = {name: value for name, value in figure._asdict().items() if name not in span}
    return {"text": figure.text, "span": span, **rest}


def _read_text(file: IO[bytes]) -> str:
    return _decode(file.read().removeprefix(_BOM), 1)
