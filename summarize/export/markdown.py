"""The summary as Markdown, for reading and for pasting into a content management system."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarize.article import Article
from summarize.export import words
from summarize.export.safe import one_line
from summarize.record import Event, EventSummary, Figure, Loss, Source

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile(r"([\\`*_{}\[\]|~$]|:(?=[\w+-]+:))")
_LINE_START = re.compile(r"^(\d*)([-+.)#=])")


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    marked = _SPECIAL.sub(r"\\\1", one_line(text)).translate(_ENTITIES)
    return _LINE_START.sub(r"\1\\\2", marked)


def _bullet(label: str, value: str) -> Iterator[str]:
    if value:
        yield f"- **{label}:** {escape(value)}"


def _event(number: int, event: Event, summary: EventSummary, article: Article | None) -> Iterator[str]:
    sources = {source.id: source for source in summary.sources}
    main = event.id == summary.main_event
    yield f"### {number}\\. {escape(words.title(event))} — {escape(words.standing(event, main=main))}\n"
    yield f"{escape(event.description)}\n"
    for label, participant in words.by_role(event.participants):
        yield from _bullet(label, words.who(participant))
    yield from _bullet("where", "; ".join(words.where(place) for place in event.places))
    yield from _bullet("when", words.when(event.time))
    yield from _bullet("source", words.voices(event, sources))
    if event.confirmation:
        yield from _bullet("confirmed", words.confirmation(event.confirmation))
    yield from _bullet("reading", words.sure(event))
    for span in event.evidence:
        sentence = words.sentence_of(span, article)
        place = f" (sentence {sentence})" if sentence else ""
        yield f"\n> “{escape(span.text)}”{place}"
    yield ""


def _figures(figures: tuple[Figure, ...], sources: Mapping[str, Source]) -> Iterator[str]:
    yield "## Figures\n"
    yield "| as written | value | what | when | source |"
    yield "|---|---|---|---|---|"
    for figure in figures:
        cells = (
            figure.text,
            words.amount(figure),
            words.counted(figure),
            words.when(figure.as_of),
            words.voices(figure, sources),
        )
        yield f"| {' | '.join(escape(cell) for cell in cells)} |"
    yield ""


def _loss(loss: Loss) -> str:
    said = f" “{escape(loss.text)}”" if loss.text else ""
    return f"- **{loss.kind}**{said}: {escape(loss.reason)} ({escape(loss.where)})"


def _lines(summary: EventSummary, article: Article | None) -> Iterator[str]:
    yield f"# {escape(summary.headline)}\n"
    yield f"*{escape(words.about(summary))}*\n"
    if summary.summary:
        yield " ".join(escape(sentence.text) for sentence in summary.summary) + "\n"
    if summary.events:
        yield "## Events\n"
    for number, event in enumerate(summary.events, 1):
        yield from _event(number, event, summary, article)
    if summary.figures:
        yield from _figures(summary.figures, {source.id: source for source in summary.sources})
    if summary.sources:
        yield "## Sources\n"
        yield from (f"- {escape(words.voice(s))} — {escape(words.source_kind(s))}" for s in summary.sources)
        yield ""
    if summary.losses:
        yield "## Left out or not found\n"
        yield from map(_loss, summary.losses)
        yield ""
    yield f"---\n\n*{escape(' · '.join(words.made_by(summary)))}*"


@dataclass(frozen=True)
class MarkdownExporter:
    """CommonMark with one table (GitHub Flavored Markdown)."""

    name: str = "markdown"
    suffix: str = ".md"

    def render(self, summary: EventSummary, article: Article | None = None) -> str:
        """The summary as a page; see `Exporter.render`."""
        return "\n".join(_lines(summary, article)) + "\n"


EXPORTER = MarkdownExporter()
