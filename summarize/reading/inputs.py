"""Inputs to articles: files, folders, JSON Lines, HTML, addresses and standard input.

One broken input is one error in the stream, not the end of it.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

from summarize.article import Article
from summarize.errors import InputError
from summarize.reading.articles import read_article
from summarize.reading.dateline import parse_dateline
from summarize.reading.encodings import check_encoding, decode
from summarize.reading.html import Page, begins_like_a_page, read_page
from summarize.reading.web import fetch, is_address

STDIN = "-"
"""Name of standard input among the inputs."""
SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
"""Files that are read from a folder."""
_HTML = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")
_LONG_NAME = 200
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


@dataclass(frozen=True)
class _Options:
    dateline: date | None
    encoding: str | None
    language: str
    stdin: BinaryIO | None


def read_all(
    inputs: Iterable[str | Path],
    *,
    dateline: date | str | None = None,
    encoding: str | None = None,
    language: str = "en",
    stdin: BinaryIO | None = None,
) -> Iterator[Article | InputError]:
    """Read everything that was named, in order, one article at a time.

    Args:
        inputs: Paths of files and folders, http or https addresses, and `-` for standard input.
        dateline: Day that every article counts from, whatever it says itself.
        encoding: Encoding of all files, instead of detecting it.
        language: ISO 639-1 code, where the input does not name one.
        stdin: Where `-` is read from; the process's standard input when not given.

    Returns:
        An iterator over articles, no two of which have the same id, and over the errors that stand for inputs
        that cannot be read.

    Raises:
        DatelineError: `dateline` is not a calendar date.
        EncodingError: There is no encoding of that name.
    """
    day = parse_dateline(dateline, where="--dateline") if isinstance(dateline, str) else dateline
    return _told_apart(_read_each(inputs, _Options(day, encoding and check_encoding(encoding), language, stdin)))


def _told_apart(items: Iterable[Article | InputError]) -> Iterator[Article | InputError]:
    """The same, with a number added to an id that an earlier article has."""
    taken: set[str] = set()
    for item in items:
        if isinstance(item, InputError):
            yield item
            continue
        name, number = item.id, 1
        while name in taken:
            number += 1
            name = f"{item.id}-{number}"
        taken.add(name)
        yield item if name == item.id else replace(item, id=name)


def _read_each(inputs: Iterable[str | Path], options: _Options) -> Iterator[Article | InputError]:
    for name in inputs:
        try:
            yield from _read_input(str(name), options)
        except InputError as error:
            yield error


def read_path(path: str | Path, *, dateline: date | str | None = None) -> Iterator[Article]:
    """Read the articles of one file, folder, address or `-`.

    Raises:
        InputError: Something in it cannot be read; `read_all` goes on instead.
    """
    for item in read_all([path], dateline=dateline):
        if isinstance(item, InputError):
            raise item
        yield item


def may_hold_several(name: str) -> bool:
    """Whether an input is one of those that can hold more than one article, whatever it turns out to hold."""
    return not is_address(name) and (os.path.isdir(name) or _is_lines(Path(name)))  # noqa: PTH112 - as below


def _is_lines(path: Path) -> bool:
    return path.suffix.lower() in _LINES


def _read_input(name: str, options: _Options) -> Iterator[Article | InputError]:
    if name == STDIN:
        yield _from_standard_input(options)
    elif is_address(name):
        yield _from_address(name, options)
    elif not name:
        raise InputError("an input has no name", hint="check the quotes and variables of the command")
    elif os.path.isdir(name):  # noqa: PTH112 - pathlib raises for a name that is too long
        yield from _from_folder(Path(name), options)
    else:
        yield from _from_file(Path(name), options)


def _from_standard_input(options: _Options) -> Article:
    data, where = _standard_input(options), "standard input"
    if begins_like_a_page(data):
        return _from_page(read_page(data, where=where, encoding=options.encoding), None, where, options)
    return _from_text(data, where, None, options)


def _standard_input(options: _Options) -> bytes:
    return (standard_input() if options.stdin is None else options.stdin).read()


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        InputError: Whoever started this process has closed it.
    """
    if sys.stdin is None:
        raise InputError("is closed", where="standard input")
    return sys.stdin.buffer


def _from_folder(folder: Path, options: _Options) -> Iterator[Article | InputError]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    paths = sorted(path for path in found if not _is_hidden(path) and (folder / path).is_file())
    if not paths:
        raise InputError("no article in this folder", where=_shown(folder), hint=f"it is searched for {_suffixes()}")
    for path, name in zip(paths, _names(paths), strict=True):
        try:
            yield from _from_file(folder / path, options, name)
        except InputError as error:
            yield error


def _is_hidden(path: Path) -> bool:
    """Whether a file, or a folder it is in, is one that listings leave out: .git, editors' copies."""
    return any(part.startswith(".") for part in path.parts)


def _names(paths: Iterable[Path]) -> list[str]:
    """The shortest of stem, path without suffix and path that no other file of the folder shares."""
    forms = [(path.stem, path.with_suffix("").as_posix(), path.as_posix()) for path in paths]
    counts = Counter(form for each in forms for form in set(each))
    return [next((form for form in each if counts[form] == 1), each[-1]) for each in forms]


def _suffixes() -> str:
    return ", ".join(f"*{suffix}" for suffix in SUFFIXES)


def _from_file(path: Path, options: _Options, name: str | None = None) -> Iterator[Article | InputError]:
    name = _shown(path.stem if name is None else name)
    if _is_lines(path):
        yield from _from_lines(path, options)
        return
    data = _bytes(path)
    if path.suffix.lower() in _HTML:
        page = read_page(data, where=_shown(path), encoding=options.encoding)
        yield _from_page(page, name, _shown(path), options)
    else:
        yield _from_text(data, _shown(path), name, options)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder", where=_shown(path), hint="check the path")
    cause = getattr(error, "strerror", None) or str(error)
    hint = "to give a text itself, pipe it to: summarize -" if len(str(path)) > _LONG_NAME else None
    where = _shown(path) if hint is None else f"{_shown(path)[:_LONG_NAME]}…"
    return InputError(f"cannot be read: {cause.lower()}", where=where, hint=hint)


def _shown(path: Path | str) -> str:
    """A path as text that can be written anywhere; a file name need not be."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _from_text(data: bytes, where: str, name: str | None, options: _Options) -> Article:
    if not data:
        raise InputError("is empty", where=where, hint="give a file that holds the text of an article")
    text = decode(data, where=where, encoding=options.encoding)
    _refuse_json(text, where)
    return read_article(text, dateline=options.dateline, id=name, language=options.language, origin=where)


def _refuse_json(text: str, where: str) -> None:
    """Take JSON for what it is: its names and brackets are no article."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return
    first = next(line for line in text.split("\n") if line.strip("\ufeff \t\r"))
    for candidate in (first, text):
        try:
            found = json.loads(candidate.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) or (isinstance(found, list) and any(isinstance(item, dict) for item in found)):
            raise InputError(
                "is JSON, not the text of an article",
                where=where,
                hint="write one object with a 'text' a line, as FILE.jsonl",
            )


def _from_page(page: Page, name: str | None, where: str, options: _Options) -> Article:
    return read_article(
        page.text,
        dateline=options.dateline,
        published=page.published,
        id=name,
        title=page.title,
        publisher=page.publisher,
        language=options.language,
        origin=where,
    )


def _from_address(address: str, options: _Options) -> Article:
    fetched = fetch(address)
    if "html" in fetched.media_type:
        page = read_page(fetched.data, where=address, encoding=options.encoding, declared=fetched.charset)
        return _from_page(page, None, address, options)
    if not fetched.media_type.startswith("text/"):
        raise InputError(f"is {fetched.media_type}, not a page or a text", where=address)
    text = decode(fetched.data, where=address, encoding=options.encoding, declared=fetched.charset)
    return read_article(text, dateline=options.dateline, language=options.language, origin=address)


def _from_lines(path: Path, options: _Options) -> Iterator[Article | InputError]:
    try:
        with path.open("rb") as file:
            empty = True
            for number, line in enumerate(_lines(file, _shown(path), options), start=1):
                if line.strip():
                    empty = False
                    yield _from_line(line, f"{_shown(path)}:{number}", options)
    except OSError as error:
        raise _unreadable(path, error) from error
    if empty:
        raise InputError("is empty", where=_shown(path), hint="each line is a JSON object with the key text")


def _lines(file: BufferedReader, where: str, options: _Options) -> Iterable[bytes | str]:
    """Lines as bytes, each to be decoded alone; as text where a line feed is more than one byte."""
    if not file.peek(4).startswith(_WIDE) and len("\n".encode(options.encoding or "utf-8")) == 1:
        return file
    return decode(file.read(), where=where, encoding=options.encoding).split("\n")


def _from_line(line: bytes | str, where: str, options: _Options) -> Article | InputError:
    try:
        text = line if isinstance(line, str) else decode(line, where=where, encoding=options.encoding)
        item = _json_object(text, where)
        return read_article(
            _text_of(item, where),
            dateline=options.dateline,
            published=_field(item, "dateline", where) or _field(item, "date", where),
            id=_field(item, "id", where),
            title=_field(item, "title", where),
            publisher=_field(item, "publisher", where),
            language=_language(item, where) or options.language,
            origin=_field(item, "url", where) or where,
        )
    except InputError as error:
        return error


def _json_object(line: str, where: str) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        cause = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deep"
        raise InputError(f"is not JSON: {cause}", where=where, hint="one JSON object a line") from None
    if not isinstance(item, dict):
        raise InputError(f"is {_kind(item)}, not a JSON object with a 'text'", where=where)
    return item


def _text_of(item: dict[str, Any], where: str) -> str:
    text = item.get("text")
    if isinstance(text, str):
        return text
    if "text" in item:
        raise InputError(f"'text' is {_kind(text)}, not a string", where=where)
    found = ", ".join(map(repr, list(item)[:8])) or "nothing"
    raise InputError("has no 'text'", where=where, hint=f"found {found}")


def _field(item: dict[str, Any], name: str, where: str) -> str | None:
    value = item.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) or (name == "id" and type(value) is int):
        return str(value)
    raise InputError(f"{name!r} is {_kind(value)}, not a string", where=where)


def _language(item: dict[str, Any], where: str) -> str | None:
    """The language of a code such as en, en-GB or en_US."""
    value = _field(item, "language", where)
    if value is None:
        return None
    code = _LANGUAGE.fullmatch(value.strip())
    if code is None:
        raise InputError(f"'language' is {value[:40]!r}, not a code such as 'en'", where=where)
    return code[1].lower()


def _kind(value: object) -> str:
    """What JSON calls the type of a value."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
