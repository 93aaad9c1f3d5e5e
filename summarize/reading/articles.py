"""A text and what is known about it, made into an article."""

from __future__ import annotations

import hashlib
from datetime import date

from summarize.article import Article, Sentence
from summarize.errors import InputError
from summarize.reading.dateline import find_dateline, parse_dateline
from summarize.record import DatelineBasis
from summarize.sentences import split_sentences


def read_article(
    text: str,
    *,
    dateline: date | str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own name for it
    title: str | None = None,
    publisher: str | None = None,
    language: str = "en",
    origin: str | None = None,
    published: date | str | None = None,
) -> Article:
    """Make an article of a text.

    Args:
        text: The text; it is stored untouched and all offsets count its code points.
        dateline: Day the article counts from, as given by the caller; wins over everything else.
        id: Name of the document; the first 16 digits of the text's SHA-256 when there is none.
        title: Headline, when the input names one apart from the text.
        publisher: Outlet that published it.
        language: ISO 639-1 code.
        origin: Path or address it was read from.
        published: Day the input's own metadata gives; wins over a dateline in the text.

    Raises:
        InputError: The text is empty, or something given cannot be stored as UTF-8.
        DatelineError: `dateline` or `published` is not a calendar date of the years 1600 to 2099.
        TypeError: It is neither a date nor a string.
    """
    digest = hashlib.sha256(_stored("the text", text, origin)).hexdigest()
    for name, value in {"id": id, "title": title, "publisher": publisher, "language": language}.items():
        _stored(name, value or "", origin)
    head = find_dateline(text)
    found = split_sentences(text, skipping=head.spans)
    if not any(map(_has_word, found)):
        raise InputError(
            "holds no sentence" if text.strip("\ufeff\u200b").strip() else "is empty",
            where=origin or id,
            hint="give a file that holds the text of an article",
        )
    day, basis = _dateline(head.date, dateline, published, origin)
    return Article(
        text=text,
        sentences=found,
        dateline=day,
        dateline_basis=basis,
        id=id or digest[:16],
        title=title,
        publisher=publisher,
        language=language,
        origin=origin,
    )


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, without its dateline; see `summarize.sentences.split_sentences`."""
    return split_sentences(text, skipping=find_dateline(text).spans)


def _has_word(sentence: Sentence) -> bool:
    return any(map(str.isalnum, sentence.text))


def _stored(name: str, value: str, where: str | None) -> bytes:
    """The bytes that a string is stored as; not every Python string has them."""
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"character {error.start:,} of {name} is half of a surrogate pair, which is no text",
            where=where,
            hint="write it in UTF-8 instead of escaping it",
        ) from None


def _dateline(
    found: date | None, given: date | str | None, published: date | str | None, where: str | None
) -> tuple[date | None, DatelineBasis]:
    if given is not None:
        return _as_date(given, None), DatelineBasis.GIVEN
    if published is not None:
        return _as_date(published, where), DatelineBasis.METADATA
    return found, DatelineBasis.NONE if found is None else DatelineBasis.TEXT


def _as_date(value: date | str, where: str | None) -> date:
    """The calendar day, of a year that is read in a text too; the time of day of a datetime is dropped."""
    if not isinstance(value, str | date):
        raise TypeError(f"a dateline is a date or a string, not {type(value).__name__}")
    day = value if isinstance(value, str) else str(date(value.year, value.month, value.day))
    return parse_dateline(day, where=where)
