"""Pages: the article's own text and its metadata out of HTML, through `trafilatura` (extra `web`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.errors import InputError
from summarize.reading.encodings import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4_096
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class Page:
    """What a page holds.

    Attributes:
        text: Extracted running text; this is what the article stores.
        title, publisher: From the page's metadata.
        published: ISO date from the page's metadata.
    """

    text: str
    title: str | None
    publisher: str | None
    published: str | None


def begins_like_a_page(data: bytes) -> bool:
    """Whether bytes without a name are an HTML page rather than a text."""
    return bool(_BEGINNING.match(data[:_HEAD]))


def read_page(data: bytes, *, where: str, encoding: str | None = None, declared: str | None = None) -> Page:
    """Extract the article of an HTML page.

    Args:
        data: The page as it was sent.
        where: Its path or address, for errors.
        encoding: Encoding that the caller insists on.
        declared: Encoding that the server named.

    Raises:
        InputError: `trafilatura` is not installed, or the page holds no article.
        EncodingError: The bytes are not text.
    """
    meta = _CHARSET.search(data[:_HEAD])
    named = declared or (meta.group(1).decode("ascii", "ignore") if meta else None)
    markup = decode(data, where=where, encoding=encoding, declared=named)
    return _extract(markup, where)


def _extract(markup: str, where: str) -> Page:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415
    except ImportError:
        raise InputError(
            "an HTML page needs the extra 'web'", where=where, hint='pip install "summarize-events[web]"'
        ) from None
    # The extensive search guesses a day from any year on the page; only what the page declares is metadata.
    dates = {"extensive_search": False, "original_date": True}
    try:
        found = bare_extraction(markup, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except Exception as error:  # a parser of other people's markup may fail in any way, and another page may follow
        reason = f"the page cannot be parsed ({type(error).__name__})"
        raise InputError(reason, where=where, hint="save its text to a file") from error
    text = getattr(found, "text", None) or ""
    if not text.strip():
        raise InputError("no article was found in the page", where=where, hint="save its text to a file")
    title, publisher, published = (getattr(found, name) for name in ("title", "sitename", "date"))
    return Page(text=text, title=title, publisher=publisher, published=published)
