"""Sentences of a text with their offsets: paragraphs by rule, sentences inside them by `sentencex`.

`sentencex` knows the abbreviations, initials and quotations of news English. What is added here is what a
paragraph is (line breaks, hard-wrapped lines, bullet lists, headlines), and the repair of the boundaries that
it misses or sets wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from summarize.article import Sentence

_Range = tuple[int, int]

WINDOW = 5_000
"""Longest stretch given to `sentencex` at once: unclosed quotations cost it quadratic time."""
LONG_QUOTATION = 300
"""A quotation longer than this many characters is split at the sentences inside it."""
MAX_HEADING = 160
"""Longest heading in characters; a longer line without a full stop is running text."""
MIN_WRAP, MAX_WRAP = 32, 120
"""Narrowest and widest line that hard-wrapped text has."""
MIN_FILL = 0.6
"""How full a hard-wrapped line is at least, in parts of the widest one, unless it ends its paragraph."""
MIN_WRAPS = 3
"""How many line breaks it takes to recognise hard wrapping."""

_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_OPENERS = r"\"'“‘«(\["
_CLOSERS = r"\"'”’»)\]*_"
_STOPS = ".!?…。！？؟।"

_LINE = re.compile(rf"[^{_BREAKS}]+")
_ONE_BREAK = re.compile(rf"[^\S{_BREAKS}]*(?:\r\n|[{_BREAKS}])[^\S{_BREAKS}]*\Z")
_BULLET = re.compile(r"(?:[•▪‣◦●■*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NOTE_MARKS = r"(?:\[\d{1,3}\])*"
_ENDS_SENTENCE = re.compile(rf"[{_STOPS}][{_CLOSERS}]*{_NOTE_MARKS}\Z")
_ENDS_HEADING = re.compile(rf"[^{_STOPS}:;,{_CLOSERS}\s][{_CLOSERS}]*\Z")
_OPENING_SIGNS = tuple("\"'“‘«([")
_OPENERS_AT_END = re.compile(rf"(?<=\s)[{_OPENERS}]+\s*\Z")
_BRACKETED = re.compile(rf"[(\[][^()\[\]]*[{_STOPS}][)\]](?=\s+[{_OPENERS}]*[A-Z])")
_PARTICLE = re.compile(r"[a-z]{2,4}[-’'][A-Z]")
_IN_MAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|[Ii]n|[Ll]ate|[Ee]arly|[Bb]y|[Ss]ince|[Uu]ntil|[Ll]ast|[Tt]his)\s+May\.(?=\s+[A-Z“\"])"
)
"""The month, which is written out and never short, at the end of a sentence."""
_ELLIPSIS = re.compile(r"[^\"“‘«…]*\w…(?=\s+[A-Z])")
_CLOCK = re.compile(r"\d\s*[ap]\.m\.\s*\Z", re.IGNORECASE)
_AFTER_CLOCK = re.compile(r"\(|(?:[A-Z]{2,4}T|UTC)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Eastern|Pacific")
_OPEN_END = re.compile(rf"(?:[.…]|[{_STOPS}][{_CLOSERS}]+)\s*\Z")
_ABBREVIATION = re.compile(
    r"\b(?:approx|ca|nos?|arts?|sec|fig|paras?|pp?|vol|ch|est"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*\Z",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:Amb|Atty|Capt|Cdr|Cllr|Cmdr|Col|Cols|Const|Cpl|Dep|Det|Dir|Dr|Gen|Gens|Gov|Lt|Lts|Maj|Mr|Mrs|Ms|Pfc|Prof"
    r"|Rep|Reps|Rev|Sen|Sens|Sgt|Sgts|Spc|Supt)\.\s*\Z"
)
_SPOKEN = re.compile(rf"[!?][{_CLOSERS}]+\s*\Z")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w’'.-]+\s+){1,4}"
    r"(?:said|says|asked|asks|told|added|adds|declared|cried|shouted|replied|warned|wrote|wondered)\b"
)
_INITIAL = re.compile(r"\b[^\W\d_]\.\Z")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s*")
_NO_WORD = re.compile(r"[\W_]*\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f](?=\s*\.)")
"""Spaces of several bytes before a full stop: `sentencex` 1.0.32 panics on them behind an initial ("A\xa0.")."""
_NO_QUOTES = str.maketrans(dict.fromkeys('"“”«»„‟', " "))
_TAIL = 80


def split_sentences(text: str, *, skipping: Sequence[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
    """Split `text` into sentences.

    Every character that is neither space nor skipped stands in exactly one sentence, in order, and
    `text[s.start:s.end] == s.text`. Takes time linear in the length of the text.

    Args:
        text: Running text, with or without headlines.
        skipping: Stretches at the head of lines that are no sentence, such as a dateline; code points.
    """
    found: list[tuple[_Range, int, bool]] = []
    for paragraph, (start, end) in enumerate(_paragraphs(text, dict(skipping))):
        pieces = tuple(_pieces(text, start, end))
        heading = len(pieces) == 1 and _is_heading(text[start:end])
        found += [(piece, paragraph, heading) for piece in pieces]
    last = max((number for number, (*_, heading) in enumerate(found) if not heading), default=-1)
    return tuple(
        Sentence(number + 1, start, end, text[start:end], heading=heading and number < last, paragraph=paragraph)
        for number, ((start, end), paragraph, heading) in enumerate(found)
    )


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph looks like a headline; it is one when running text follows."""
    if len(paragraph) > MAX_HEADING or _BULLET.match(paragraph) or _ENDS_SENTENCE.search(paragraph):
        return False
    return bool(_ENDS_HEADING.search(paragraph))


def _paragraphs(text: str, skipping: Mapping[int, int]) -> Iterator[_Range]:
    """Paragraphs in order, without space at their ends; `skipping`: start of a line to where it goes on."""
    lines = [line for line in _lines(text) if skipping.get(line[0], 0) < line[1]]
    width = _wrap_width(text, lines)
    first = 0
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is None or after[0] in skipping or not _continues(text, line, after, width):
            start = lines[first][0]
            yield _trim(text, skipping.get(start, start), line[1])
            first = number + 1


def _lines(text: str) -> Iterator[_Range]:
    """Lines that are not blank, without space at their ends."""
    lines = (_trim(text, *match.span()) for match in _LINE.finditer(text))
    return ((start, end) for start, end in lines if start < end)


def _trim(text: str, start: int, end: int) -> _Range:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _wrap_width(text: str, lines: Sequence[_Range]) -> int | None:
    """Width the text is hard-wrapped at; None when its line breaks end paragraphs."""
    pairs = [pair for pair in pairwise(lines) if _is_one_break(text, *pair)]
    if len(pairs) < MIN_WRAPS:
        return None
    lengths = sorted(end - start for (start, end), _ in pairs)
    width = lengths[len(lengths) * 9 // 10]  # a single overlong line does not count
    if not MIN_WRAP <= width <= MAX_WRAP:
        return None
    full = sum(_is_full(text, *pair, width) for pair in pairs)
    return width if full * 2 >= len(pairs) else None


def _is_one_break(text: str, before: _Range, after: _Range) -> bool:
    return bool(_ONE_BREAK.match(text, before[1], after[0]))


def _is_full(text: str, before: _Range, after: _Range, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line before it."""
    word = text[after[0] : after[1]].split(maxsplit=1)[0]
    return before[1] - before[0] + 1 + len(word) > width


def _continues(text: str, before: _Range, after: _Range, width: int | None) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if not _is_one_break(text, before, after) or _BULLET.match(text, after[0]):
        return False
    if width is not None and _is_full(text, before, after, width):
        return True
    if _ENDS_SENTENCE.search(text, max(before[0], before[1] - _TAIL), before[1]):
        return False
    long = width is not None and before[1] - before[0] >= MIN_FILL * width
    return long or text[after[0]].islower()


def _pieces(text: str, start: int, end: int) -> Iterator[_Range]:
    """Sentences of one paragraph, without space at their ends."""
    paragraph = text[start:end]
    for first, last in pairwise([0, *_ends(paragraph)]):
        yield _trim(text, start + first, start + last)


def _ends(paragraph: str) -> list[int]:
    """Where the sentences of a paragraph end, space after them included."""
    fine = [
        _before_openers(paragraph, start, stop)
        for first, last in pairwise([0, *_boundaries(paragraph)])
        for start, stop in _split(paragraph, first, last)
    ]
    kept: list[int] = []
    start = 0
    for end, following in pairwise([*fine, len(paragraph)]):
        if end == len(paragraph) or not _belong_together(paragraph, start, end, following):
            kept.append(end)
            start = end
    return kept


def _boundaries(paragraph: str) -> list[int]:
    """Ends of the sentences as `sentencex` sees them."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415

    ends: list[int] = []
    start = 0
    while start < len(paragraph):
        window = paragraph[start : start + WINDOW]
        if not window.isascii():
            window = _WIDE_SPACE.sub(" ", _SURROGATE.sub("?", window))
        found = [boundary["end_index"] for boundary in get_sentence_boundaries("en", window)]
        if start + len(window) < len(paragraph):
            found = found[:-1] or [window.rfind(" ") + 1]
        ends += [start + end for end in found if end] or [start + len(window)]
        start = ends[-1]
    return ends


def _split(paragraph: str, start: int, end: int) -> Iterator[_Range]:
    """A stretch at boundaries that were missed: after brackets or an ellipsis, inside a long quotation."""
    piece = paragraph[start:end]
    cuts = [match.end() for match in (_BRACKETED.match(piece), "…" in piece and _ELLIPSIS.match(piece)) if match]
    if "May." in piece:
        cuts += [match.end() for match in _IN_MAY.finditer(piece)]
    if len(piece) > LONG_QUOTATION:
        cuts = _boundaries(piece.translate(_NO_QUOTES))
    for first, last in pairwise(sorted({0, *cuts, len(piece)})):
        yield start + first, start + last


def _before_openers(paragraph: str, start: int, end: int) -> int:
    """The end of a piece, moved before quotation marks that open the next one."""
    piece = paragraph[start:end]
    opened = end < len(paragraph) and piece.rstrip().endswith(_OPENING_SIGNS)
    match = _OPENERS_AT_END.search(piece) if opened else None
    return start + match.start() if match else end


def _belong_together(paragraph: str, start: int, end: int, following: int) -> bool:
    """Whether the boundary at `end` stands inside a sentence."""
    before = paragraph[max(start, end - _TAIL) : end]
    after = paragraph[end:following].lstrip()
    if end - start > WINDOW:
        return False
    if _NO_WORD.match(after) or _NO_WORD.match(before) or _LIST_NUMBER.fullmatch(paragraph[start:end]):
        return True
    if _SPOKEN.search(before) and _SPEAKER.match(after):
        return True
    return _ends_in_abbreviation(before, after)


def _ends_in_abbreviation(before: str, after: str) -> bool:
    """Whether a full stop belongs to a title, an initial, a clock time or another shortened word."""
    if _TITLE.search(before) or (not before[-1].isspace() and _INITIAL.search(before)):
        return True
    if after[0].islower() and not _PARTICLE.match(after):
        return bool(_OPEN_END.search(before))
    if after[0].isdigit():
        return bool(_ABBREVIATION.search(before))
    return bool(_AFTER_CLOCK.match(after) and _CLOCK.search(before))
