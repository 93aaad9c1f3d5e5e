"""What goes in: an article with its sentences, all offsets in code points of the stored text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from summarize.record import DatelineBasis, Document, Span


@dataclass(frozen=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        number: 1 for the first sentence of the article.
        start: First character, code points of the article's text.
        end: One past the last character; trailing space is not part of a sentence.
        text: The words, equal to `article.text[start:end]`.
        heading: Whether it is a headline or sub-heading rather than running text.
        paragraph: 0 for the first paragraph.
    """

    number: int
    start: int
    end: int
    text: str
    heading: bool = False
    paragraph: int = 0

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Span in the article of `text[start:end]`."""
        stop = len(self.text) if end is None else end
        return Span(start=self.start + start, end=self.start + stop, text=self.text[start:stop])


@dataclass(frozen=True)
class Article:
    """A text to summarise, with what is known about it.

    Attributes:
        text: The stored text; every span of the record counts in it.
        sentences: Its sentences in order.
        dateline: Date it counts from.
        dateline_basis: Where the dateline was taken from.
        id: Name of the document.
        title, publisher, origin: As in `Document`.
        language: ISO 639-1 code.
    """

    text: str
    sentences: Sequence[Sentence]
    dateline: date | None
    dateline_basis: DatelineBasis
    id: str
    title: str | None = None
    publisher: str | None = None
    language: str = "en"
    origin: str | None = None

    @cached_property
    def document(self) -> Document:
        """The record's description of this article."""
        return Document(
            id=self.id,
            title=self.title,
            publisher=self.publisher,
            dateline=self.dateline,
            dateline_basis=self.dateline_basis,
            language=self.language,
            sha256=hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            characters=len(self.text),
            origin=self.origin,
        )

    def sentence(self, number: int) -> Sentence:
        """Sentence by its number, counted from 1."""
        return self.sentences[number - 1]
