"""Cards for the terminal: one for an event as it is found, and the whole summary.

Every word of the article goes in as `rich.text.Text`, which no markup is read from, and through
`one_line`, which leaves nothing for the terminal to obey.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from summarize.article import Article
from summarize.export import words
from summarize.export.safe import one_line
from summarize.record import Event, EventSummary, Figure, Loss, Source, Span, Status

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_STATUS_STYLE = {
    Status.CONFIRMED: "green",
    Status.REPORTED: "cyan",
    Status.CLAIMED: "yellow",
    Status.STATED: "cyan",
    Status.DISPUTED: "magenta",
    Status.DENIED: "red",
    Status.PLANNED: "blue",
    Status.HYPOTHETICAL: "blue",
}
_LABEL_WIDTH = 9
_MOST_COLUMNS = 100
"""Lines longer than this are hard to read, however wide the terminal is."""
_QUOTE_LIMIT = 280
_MOST_QUOTES = 3


def event_card(
    event: Event,
    *,
    figures: Sequence[Figure] = (),
    sources: Mapping[str, Source] = MappingProxyType({}),
    number: int | None = None,
    main: bool = False,
    article: Article | None = None,
) -> RenderableType:
    """One event: what, who, where, when, who says so, and the words it was read from.

    Args:
        event: The event.
        figures: The record's figures; those of this event are shown.
        sources: Sources by id, to name who vouches for it.
        number: Its place in the list.
        main: Whether it is what the article is about.
        article: The article, for sentence numbers.
    """
    from rich.console import Group  # noqa: PLC0415
    from rich.constrain import Constrain  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415

    body = Group(_text(event.description), _fields(_rows(event, figures, sources, article)))
    return Constrain(Group(_heading(event, number, main=main), Padding(body, (0, 0, 0, 4))), _MOST_COLUMNS)


def summary_view(summary: EventSummary, article: Article | None = None) -> RenderableType:
    """The whole summary: headline, events, figures, sources, losses, and what made it."""
    from rich.console import Group  # noqa: PLC0415
    from rich.constrain import Constrain  # noqa: PLC0415

    return Constrain(Group(*_parts(summary, article)), _MOST_COLUMNS)


def _parts(summary: EventSummary, article: Article | None) -> Iterator[RenderableType]:
    sources = {source.id: source for source in summary.sources}
    yield _text(summary.headline, "bold")
    yield _text(words.about(summary), "dim")
    if summary.summary:
        yield ""
        yield _text(" ".join(sentence.text for sentence in summary.summary))
    yield from _section("Events", len(summary.events))
    for number, event in enumerate(summary.events, 1):
        main = event.id == summary.main_event
        if number > 1:
            yield ""
        yield event_card(event, figures=summary.figures, sources=sources, number=number, main=main, article=article)
    if summary.figures:
        yield from _section("Figures", len(summary.figures))
        yield _figures(summary.figures, sources)
    if summary.sources:
        yield from _section("Sources", len(summary.sources))
        yield _fields(zip(_references(sources).values(), map(_source, summary.sources), strict=True))
    if summary.losses:
        yield from _section("Left out or not found", len(summary.losses))
        yield _fields((words.plain(loss.kind), _loss(loss)) for loss in summary.losses)
    yield ""
    yield _text(" · ".join(words.made_by(summary)), "dim")


def _text(content: str, style: str = "") -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(one_line(content), style=style)


def _section(name: str, count: int) -> Iterator[RenderableType]:
    from rich.rule import Rule  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    yield ""
    yield Rule(Text(f"{name} ({count})", style="bold"), align="left", style="dim")
    yield ""


def _references(sources: Mapping[str, Source]) -> Mapping[str, str]:
    """Footnote mark of each source by its id."""
    return {key: f"[{number}]" for number, key in enumerate(sources, 1)}


def _heading(event: Event, number: int | None, *, main: bool) -> RenderableType:
    from rich.table import Table  # noqa: PLC0415

    line = Table.grid(expand=True, padding=(0, 1))
    line.add_column(width=3, justify="right", style="dim")
    line.add_column(ratio=1)
    line.add_column(justify="right")
    standing = _text(words.standing(event, main=main), _STATUS_STYLE[event.status])
    line.add_row(str(number) if number else "•", _text(words.title(event), "bold"), standing)
    return line


def _rows(
    event: Event, figures: Sequence[Figure], sources: Mapping[str, Source], article: Article | None
) -> Iterator[tuple[str, Text]]:
    for label, participant in words.by_role(event.participants):
        yield label, _text(words.who(participant))
    for place in event.places:
        yield "where", _text(words.where(place))
    if event.time:
        yield "when", _text(words.when(event.time))
    for figure in figures:
        if figure.event == event.id:
            yield "figure", _text(f"{figure.text} — {words.counted(figure)}")
    if said := words.voices(event, sources):
        yield "source", _text(said)
    if event.confirmation:
        yield "confirmed", _text(words.confirmation(event.confirmation))
    if sure := words.sure(event):
        yield "reading", _text(sure, "dim")
    yield from (("quote", _quote(span, article)) for span in event.evidence[:_MOST_QUOTES])
    if len(event.evidence) > _MOST_QUOTES:
        yield "", _text(f"and {len(event.evidence) - _MOST_QUOTES} more", "dim")


def _quote(span: Span, article: Article | None) -> Text:
    sentence = words.sentence_of(span, article)
    quote = _text(f"“{one_line(span.text, _QUOTE_LIMIT)}”", "italic")
    return quote.append(f" sentence {sentence}", style="dim") if sentence else quote


def _fields(rows: Iterable[tuple[str, Text]]) -> RenderableType:
    """Labels and values; a label that repeats is shown once."""
    from rich.table import Table  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=_LABEL_WIDTH, style="dim", no_wrap=True)
    grid.add_column()
    before = ""
    for label, value in rows:
        grid.add_row("" if label == before else label, value)
        before = label
    return grid


def _figures(figures: Sequence[Figure], sources: Mapping[str, Source]) -> RenderableType:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    marks = _references(sources)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim", border_style="dim")
    for column in ("as written", "value", "what", "when", "source"):
        table.add_column(column, justify="right" if column == "value" else "left", overflow="fold")
    for figure in figures:
        table.add_row(
            _text(figure.text),
            _text(words.amount(figure), "bold"),
            _text(words.counted(figure)),
            _text(words.moment(figure.as_of) if figure.as_of else ""),
            Text(" ".join(marks[key] for key in figure.sources if key in marks), style="dim"),
        )
    return table


def _source(source: Source) -> Text:
    return _text(words.voice(source)).append(f" · {words.source_kind(source)}", style="dim")


def _loss(loss: Loss) -> Text:
    said = f"“{one_line(loss.text, 80)}” " if loss.text else ""
    return _text(f"{said}{loss.reason}").append(f" ({one_line(loss.where)})", style="dim")
