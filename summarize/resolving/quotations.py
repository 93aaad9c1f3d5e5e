"""Where the article speaks in somebody else's words: the ranges between quotation marks.

Curly, straight and angle marks are read; a quotation left open at the end of a paragraph reaches to
that end, which is how newspapers print speech of several paragraphs. Single marks count only where
they cannot be apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[“\"«])")
_MARK = re.compile(r"[“”\"«»„]|``|''|(?<![^\s(\[—–-])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_SIGN = re.compile("[“”\"«»„`'‘’]")
"""What every mark begins with; most paragraphs have none, and looking for a sign alone is fast."""
_OPENING = frozenset("“«„") | {"``"}
_CLOSING = frozenset("”»") | {"''"}
_LONGEST_SINGLE = 600
"""Characters a pair of single marks may hold: farther apart they are two apostrophes."""
_INCH = re.compile(r"\d$")


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        start: First character after the opening mark.
        end: One past the last character before the closing mark.
        outer_start: The opening mark itself.
        outer_end: One past the closing mark; equal to `end` when the paragraph closes it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of `text` in order, not nested: what stands inside a quotation is part of it."""
    found: list[Quotation] = []
    begin = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = len(text) if gap is None else gap.start()
        found += _in_paragraph(text, begin, end)
        begin = end if gap is None else gap.end()
    return tuple(found)


def _in_paragraph(text: str, begin: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _marks(text, begin, end):
        if opened is None:
            opened = mark if _opens(text, mark) else None
        elif _closes(mark.group(), opened.group()):
            if _keeps(opened, mark):
                found.append(Quotation(opened.end(), mark.start(), opened.start(), mark.end()))
            opened = None
        elif _is_single(opened) and not _is_single(mark):
            opened = mark if _opens(text, mark) else None
    if opened is not None and not _is_single(opened) and opened.end() < end:
        found.append(Quotation(opened.end(), end, opened.start(), end))
    return found


def _marks(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    reached = begin
    for sign in _SIGN.finditer(text, begin, end):
        mark = _MARK.match(text, sign.start(), end) if sign.start() >= reached else None
        if mark is not None:
            reached = mark.end()
            yield mark


def _is_single(mark: re.Match[str]) -> bool:
    return mark.group() in {"'", "‘", "’"}


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign == "''":
        return mark.end() < len(text) and not text[mark.end()].isspace()
    if sign in _OPENING or sign == "‘":
        return True
    if sign == "'":
        return mark.end() < len(text) and text[mark.end()].isalnum()
    follows = text[mark.end() : mark.end() + 1]
    return (
        sign == '"'
        and bool(follows)
        and not follows.isspace()
        and not _INCH.search(text[max(0, mark.start() - 1) : mark.start()])
    )


def _closes(sign: str, opener: str) -> bool:
    if opener in {"'", "‘"}:
        return sign == ("'" if opener == "'" else "’")
    if opener in {'"', "''"}:
        return sign == opener or (opener == '"' and sign == "”")
    return sign in _CLOSING or (sign == "“" and opener == "„")


def _keeps(opened: re.Match[str], mark: re.Match[str]) -> bool:
    inside = mark.start() - opened.end()
    return inside > 0 and not (_is_single(opened) and inside > _LONGEST_SINGLE)
