"""Bytes to text: Unicode first, a declared encoding next, a confident detection last, else a clear error.

A wrong guess would put words into the article that are not there, so doubt is an error that names the byte.
"""

from __future__ import annotations

import codecs
import re

from summarize.errors import EncodingError

MAX_CHAOS = 0.05
"""Largest share of mess, as `charset-normalizer` measures it, that a detected encoding may leave."""
SAMPLE = 20_000
"""How many bytes on each side of the first byte that is not UTF-8 are looked at for a detection."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_USE_ENCODING = "save it as UTF-8, or name its encoding with --encoding"
_WESTERN_SIGNS = frozenset("‘’“”‚„‹›«»–—…•·€£§°©®™¿¡½¼¾×\u00a0à")
_MAX_WESTERN = 0.2
_MIN_FOREIGN = 10
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MIN_EVIDENCE = 3


def decode(data: bytes, *, where: str, encoding: str | None = None, declared: str | None = None) -> str:
    """Text of `data`, a byte order mark left out.

    Args:
        data: The bytes of a file or a page.
        where: Name of the input, for errors.
        encoding: Encoding to use, whatever the bytes look like.
        declared: Encoding that the input itself names; tried after Unicode.

    Raises:
        EncodingError: The bytes are not text in that encoding, or in none that can be told.
    """
    if encoding is not None:
        return _decode_as(data, encoding, where)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, where)
    _refuse_binary(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared is not None and _is_known(declared):
            return _decode_as(data, declared, where)
        return _detect(data, error, where)


def check_encoding(name: str) -> str:
    """The usual name of an encoding.

    Raises:
        EncodingError: Python knows no text encoding of that name.
    """
    if not _is_known(name):
        raise EncodingError(f"unknown encoding {name!r}", hint="for example utf-8, windows-1252, windows-1256, utf-16")
    return codecs.lookup(name).name


def _is_known(name: str) -> bool:
    try:
        return bool("".encode(name) or True)
    except (LookupError, UnicodeError, ValueError):
        return False


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(check_encoding(encoding))
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{_byte(data, error.start)} is not {error.encoding}", where=where, hint=_USE_ENCODING
        ) from None
    except UnicodeError as error:  # some encodings say no more about it
        raise EncodingError(f"is not {encoding}: {error}", where=where, hint=_USE_ENCODING) from None
    except EncodingError as error:
        raise EncodingError(error.message, where=where, hint=error.hint) from None


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise EncodingError(f"is {name}, not text", where=where, hint="give it as a text or HTML file")
    offset = data.find(b"\x00")
    if offset >= 0:
        raise EncodingError(
            f"{_byte(data, offset)} is not text: the file is binary, or UTF-16 without a byte order mark",
            where=where,
            hint="for UTF-16 add --encoding utf-16-le or utf-16-be",
        )


def _detect(data: bytes, error: UnicodeDecodeError, where: str) -> str:
    """Text in a legacy encoding, when there is one that fits well."""
    sample = data[max(0, error.start - SAMPLE) : error.start + SAMPLE]
    found = None if _is_damaged_utf8(sample) or _CONTROL.search(sample) else _guess(sample)
    if found is None:
        raise EncodingError(
            f"{_byte(data, error.start)} is not UTF-8 and no other encoding fits well enough",
            where=where,
            hint=_USE_ENCODING,
        )
    return _decode_as(data, found, where)


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415

    foreign = len(sample) - len(sample.decode("ascii", errors="ignore"))
    if foreign <= _MAX_WESTERN * len(sample) and _is_western(sample):
        return "cp1252"
    if foreign < _MIN_FOREIGN:
        return None
    best = from_bytes(sample).best()
    return None if best is None or best.chaos > MAX_CHAOS else best.encoding


def _is_western(sample: bytes) -> bool:
    """Whether every byte above ASCII makes sense as Windows-1252: typography, or a letter inside a word."""
    try:
        text = f" {sample.decode('cp1252')} "
    except UnicodeDecodeError:
        return False
    return all(
        character in _WESTERN_SIGNS or _is_part_of_word(text[place - 1], character, text[place + 1])
        for place, character in enumerate(text)
        if character > "\x7f"
    )


def _is_part_of_word(before: str, letter: str, after: str) -> bool:
    """Whether a character is a letter that fits the letters around it."""
    return letter.isalpha() and (before.isalpha() or after.isalpha()) and not (before.islower() and letter.isupper())


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 for the most part: then another encoding would only garble it."""
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole >= max(_MIN_EVIDENCE, broken)


def _byte(data: bytes, offset: int) -> str:
    return f"byte 0x{data[offset]:02x} at offset {offset:,}"
