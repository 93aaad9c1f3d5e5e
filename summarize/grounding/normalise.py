"""Text to comparable words, each with its place in the untouched text.

Nothing is replaced in the text itself: a word keeps the offsets it has in the source, and beside them
stands its *folded* form (what typography leaves alone) and its *key* (what notation and spelling leave
alone). Two texts say the same words when their keys are equal one by one.

Folding is Unicode compatibility decomposition (NFKD, UAX #15) and full case folding, without default
ignorable characters (soft hyphen, zero-width and directional marks) and without Latin, Greek, Arabic and Hebrew
diacritics; decimal digits of every script become ASCII. It is applied to one word at a time, so it
cannot shift an offset, however long the folded form (`İ` folds to two characters, `ﬁ` too).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from summarize.lexicon.numerals import BEFORE_POINT, CARDINAL_WORDS, FRACTION_SIGNS
from summarize.lexicon.spelling import CONTRACTIONS, ELISIONS, canonical_spelling
from summarize.tuples import cut, maker


class Token(NamedTuple):
    """A word, a number or a symbol that counts as a word.

    Attributes:
        start: First character in the text.
        end: One past the last.
        text: As written.
        folded: Without typography.
        key: Without notation and spelling either; `#12` for a number.
    """

    start: int
    end: int
    text: str
    folded: str
    key: str


_token = maker(Token)

IGNORABLE: Final = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u082d\u08d3-\u0963\u0971-\u0dff"
    "\u0f71-\u0fbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
_UNSPACED: Final = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
APOSTROPHES: Final = "'\u2019\u2018\u02bc\u02bb\u02be\u02bf`\u00b4\u2032\uff07"
SYMBOLS: Final = (
    "%\u2030\u066a\uff05$\uff04\u20ac\u00a3\u00a5\u20bd\u20aa\u20ba\u20b4\u20b9&\uff06+<>~=\u00b0@#\u00a7\u2248\u00b1\u00d7"
    "\u00f7\u2264\u2265"
)
_LETTER: Final = rf"(?![{_UNSPACED}])[^\W\d_]"
_TAIL: Final = rf"(?:[{_MARKS}{IGNORABLE}]|{_LETTER})"
_GROUPS: Final = "|".join(rf"(?:{mark}\d{{3}})+" for mark in (r"\.", *",\uff0c'\u2019\u066c\u00a0\u2007\u2009\u202f"))
_PLAIN: Final = rf"[A-Za-z]{{2,}}+(?![\w{APOSTROPHES}{_MARKS}{IGNORABLE}])"
_POINTS: Final = ".\u066b\uff0e"
_INDIAN: Final = r"(?<!\d)\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)(?:\.\d+)?"
_BELOW_ONE: Final = rf"(?<![^\s{re.escape(BEFORE_POINT)}])[{_POINTS}]\d++(?![.,]\d)"
_NUMBER: Final = (
    rf"(?<!\d)\d{{1,3}}(?:{_GROUPS})(?!\d)(?:[,{_POINTS}]\d+)?|{_INDIAN}|\d+(?:[,{_POINTS}]\d+)?|{_BELOW_ONE}"
    rf"|[{''.join(FRACTION_SIGNS)}]"
)
_DOTTED: Final = rf"{_LETTER}(?:\.{_LETTER})+(?![\w{_MARKS}])\.?"
_WORD: Final = rf"{_LETTER}{_TAIL}*(?:[{APOSTROPHES}]{_LETTER}{_TAIL}*)*"
_SINGLE: Final = rf"[{_UNSPACED}][{_MARKS}]*"
_TOKEN: Final = re.compile(rf"(?=\S)({_PLAIN}|{_NUMBER}|{_DOTTED}|{_WORD}|{_SINGLE}|[{SYMBOLS}])")
"""One word, number or symbol. Scripts written without spaces give one token a character.

What `_PLAIN` matches, `_WORD` would match as well: most words are such, and ASCII letters are matched much faster.
"""

_ALONE: Final = re.compile(f"[{_UNSPACED}]")
_IGNORED: Final = re.compile(f"[{IGNORABLE}]")
_DIACRITIC: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff]"
)
_APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
_NO_DECOMPOSITION: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "٪": "%", "−": "-"}
)
_SHORT_I: Final = ("и\u0306", "й")
_MINUS: Final = re.compile(r"(?:[^\d\s]\s+|\()[-\u2010\u2011\u2212\u2013]$")
_CANNOT: Final = "cannot"
_DEPENDING: Final = frozenset({_CANNOT, "s"})
_GROUPED: Final = re.compile(r"\d{1,3}([^\d])\d{3}(?:\1\d{3})*(?:[.,]\d+)?|\d{1,2}(?:(,)\d{2})+,\d{3}(?:\.\d+)?")


def tokenise(text: str) -> list[Token]:
    """Words, numbers and counting symbols of a text, in order, with their offsets."""
    tokens: list[Token] = []
    starts, ends, words, _ = cut(_TOKEN, text)
    for start, end, written, forms in zip(starts, ends, words, map(_forms, words), strict=False):
        if forms is not None:
            folded, key = forms
            tokens.append(_token((start, end, written, folded, key)))
        else:
            tokens.extend(_depending(start, end, text, tokens[-1] if tokens else None))
    return tokens


@lru_cache(maxsize=65536)
def _forms(written: str) -> tuple[str, str] | None:
    """Folded form and key of what is one token wherever it stands; None for what may be more, or less."""
    dotted = "." in written
    if _is_number(written) or (not dotted and _APOSTROPHE.search(written)):
        return None
    folded = fold(written.replace(".", "") if dotted else written)
    if folded in _DEPENDING and len(folded) == len(written):
        return None
    return folded, folded if dotted else key_of(folded)


def _depending(start: int, end: int, text: str, before: Token | None) -> list[Token]:
    """Tokens of what is read by its parts or by what stands in front of it."""
    written = text[start:end]
    if _is_number(written):
        return [_number(start, end, text)]
    if _APOSTROPHE.search(written):
        return _parts(start, written)
    if fold(written) == _CANNOT:
        return [*_whole(start, written[:3]), *_whole(start + 3, written[3:])]
    if before is not None and before.end == start - 1 and text[start - 1] in APOSTROPHES:
        return [Token(start - 1, end, text[start - 1 : end], "'s", "'s")]
    return _whole(start, written)


def _is_number(written: str) -> bool:
    return written[0].isdecimal() or written[0] in _POINTS or written in FRACTION_SIGNS


def _number(start: int, end: int, text: str) -> Token:
    digits = decimal_of(text[start:end])
    minus = "-" if _MINUS.search(_IGNORED.sub("", text[max(start - 6, 0) : start])) else ""
    return Token(start, end, text[start:end], digits, f"#{minus}{digits}")


def _parts(start: int, written: str) -> list[Token]:
    """A word with apostrophes: an English contraction, a French elision, or one name such as Sana'a."""
    pieces = _APOSTROPHE.split(written)
    tail, stem = fold(pieces[-1]), fold(pieces[-2])
    at = len(written) - len(pieces[-1])
    if tail == "t" and stem.endswith("n") and len(stem) > 1:
        return _negated(start, written, at - 2)
    if tail in CONTRACTIONS:
        word = CONTRACTIONS[tail]
        last = Token(start + at - 1, start + len(written), written[at - 1 :], f"'{tail}", word)
        return [*_whole(start, written[: at - 1]), last]
    if fold(pieces[0]) in ELISIONS:
        at = len(pieces[0]) + 1
        elided = fold(pieces[0]) + "'"
        return [Token(start, start + at, written[:at], elided, elided), *_whole(start + at, written[at:])]
    return _whole(start, written)


def _whole(start: int, written: str) -> list[Token]:
    folded = fold(_APOSTROPHE.sub("", written))
    return [Token(start, start + len(written), written, folded, key_of(folded))]


def _negated(start: int, written: str, at: int) -> list[Token]:
    """`didn't` is "did" and "not", `can't` "can" and "not", `won't` "will" and "not"."""
    stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(fold(written[:at]), fold(written[:at]))
    middle, end = start + at, start + len(written)
    return [
        Token(start, middle, written[:at], stem, stem),
        Token(middle, end, written[at:], "n't", "not"),
    ]


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that writes no spaces between words."""
    return character > "\u0e00" and _ALONE.match(character) is not None


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Form of a word that typography leaves alone."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", _IGNORED.sub("", text)).casefold()
    kept = _DIACRITIC.sub("", plain.replace(*_SHORT_I)).translate(_NO_DECOMPOSITION)
    return "".join(map(_ascii_digit, kept))


def _ascii_digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


@lru_cache(maxsize=65536)
def key_of(folded: str) -> str:
    """Form of a folded word that notation and spelling leave alone."""
    if folded in CARDINAL_WORDS:
        return f"#{CARDINAL_WORDS[folded]}"
    return _SYMBOL_WORDS.get(folded) or canonical_spelling(folded)


_SYMBOL_WORDS: Final = {"%": "percent", "&": "and", "pct": "percent", "#": "number sign"}


@lru_cache(maxsize=4096)
def decimal_of(written: str) -> str:
    """Canonical decimal of a number in digits: `1,500`, `1.500`, `1 500` and `1500` are `1500`; `1,5` is `1.5`.

    `.5` and `½` are `0.5`, `2,14,000` is `214000`.
    One separator before exactly three digits groups thousands, unless the number begins with 0.
    """
    if written in FRACTION_SIGNS:
        return f"{FRACTION_SIGNS[written]:g}"
    plain = fold(written).replace("\u066c", ",").replace("\u066b", ".").replace("\u2019", "'")
    grouped = _GROUPED.fullmatch(plain)
    if grouped and not plain.startswith("0"):
        whole, _, fraction = _split_grouped(plain, grouped[1] or grouped[2])
    else:
        whole, _, fraction = plain.replace(",", ".").partition(".")
    return (whole.lstrip("0") or "0") + (f".{fraction.rstrip('0')}" if fraction.rstrip("0") else "")


def _split_grouped(plain: str, separator: str) -> tuple[str, str, str]:
    head = plain.replace(separator, "")
    other = "," if separator == "." else "."
    return head.partition(other)
