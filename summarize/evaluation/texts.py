"""Texts that are kept elsewhere: found by data set, id and SHA-256, in folders, JSON Lines and CSV files.

A data set is a folder of that name in one of the places that are looked through. In it, in this order, the text
is a file named after its id, a row of a JSON Lines file (`*.jsonl`, or `documents.json` as re3d has it), or a row of
a CSV file. Labels can so be published for texts that cannot.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summarize.errors import InputError, TextAbsent
from summarize.evaluation.labels import TextReference

PLACE = "SUMMARIZE_DATA"
"""Environment variable that names a place of data sets."""
_BESIDE = Path("shared", "data")
_HINT = f"name the place that holds the folder with --data or {PLACE}"
_COLUMNS = (("_id", "text"), ("docid", "text"), ("id", "text"), ("unit_id", "article_content"))
"""How known data sets name a document's id and its text: re3d, MUC-4, plain, FA-KES."""
_PARSED_FILES = 16


@dataclass(frozen=True)
class FoundText:
    """A text with the place it was found in.

    Attributes:
        text: The text.
        place: The place, one of those looked through; None for a text that stands in its case.
    """

    text: str
    place: Path | None


def places_for(suite: Path, named: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Where the texts of a suite are looked for.

    The suite itself and the folder it stands in, then the places that are named, then the one that the environment
    names; where it names none, `shared/data` beside that folder, if it is there.

    Args:
        suite: Folder of the suite.
        named: More places, such as those of `--data`.
    """
    home = suite.resolve().parent
    given = os.environ.get(PLACE)
    beside = Path(given) if given else home.parent / _BESIDE
    return (suite, home, *named, *([beside] if given or beside.is_dir() else []))


def find_text(reference: TextReference, places: Sequence[Path]) -> FoundText:
    """The text that a reference names.

    Raises:
        TextAbsent: None of the places holds it.
        InputError: What is there has another SHA-256.
    """
    for place in places:
        for text, where in _candidates(place / reference.data, reference.id):
            digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
            if digest != reference.sha256:
                raise InputError(
                    f"{where} has the SHA-256 {digest}", hint="the labels were made for another version of the text"
                )
            return FoundText(text, place)
    looked = ", ".join(str(place) for place in dict.fromkeys(places)) or "no place"
    raise TextAbsent(f"there is no text {reference.id!r} in a folder {reference.data!r} of {looked}", hint=_HINT)


def _candidates(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in (folder / f"{name}.txt", folder / name):
        if path.is_file():
            yield _decoded(path), path
    if not folder.is_dir():
        return
    for path in sorted({*folder.rglob("*.jsonl"), *folder.rglob("documents.json"), *folder.rglob("*.csv")}):
        rows = _rows(path, path.stat().st_mtime_ns)
        if name in rows:
            yield rows[name], path


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}", hint="texts are kept in UTF-8") from error


@lru_cache(maxsize=_PARSED_FILES)
def _rows(path: Path, changed: int) -> Mapping[str, str]:
    """Texts of a file by their id; a file that holds something else has none.

    Args:
        path: A JSON Lines or CSV file.
        changed: When it was last changed, so that an edited file is read again.
    """
    del changed
    read = _csv_rows if path.suffix == ".csv" else _json_rows
    try:
        return dict(read(path))
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _json_rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line) if line.strip() else None
            if isinstance(row, dict):
                yield from _row(row)


def _csv_rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from _row(row)


def _row(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for id_column, text_column in _COLUMNS:
        name, text = row.get(id_column), row.get(text_column)
        if name is not None and isinstance(text, str):
            yield str(name), text
            return
