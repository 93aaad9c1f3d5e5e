"""Where the public sets are, and which of their documents are asked about."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from summarize.errors import TextAbsent
from summarize.evaluation.texts import PLACE

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Where the data is looked for unless the environment names a folder: beside the repository."""

_DocumentT = TypeVar("_DocumentT")


def data_file(name: str) -> Path:
    """A file of the labelled data, by its path in that folder.

    Raises:
        TextAbsent: It is not there.
    """
    folder = Path(os.environ.get(PLACE) or BESIDE)
    path = folder / name
    if path.is_file():
        return path
    hint = f"{PLACE} names the folder that holds {name.partition('/')[0]}/; its texts are not part of this repository"
    raise TextAbsent("the labelled data is not here", where=str(path), hint=hint)


def sample(
    documents: Iterable[_DocumentT], size: int | None, *, seed: int, name: Callable[[_DocumentT], str]
) -> list[_DocumentT]:
    """So many of the documents, in the order of their names; all of them where `size` is None.

    Those with the smallest SHA-256 of seed and name are taken: nobody chooses them, and a larger sample holds the
    smaller one, so that a run can be made longer.
    """
    drawn = sorted(documents, key=lambda one: hashlib.sha256(f"{seed}:{name(one)}".encode()).digest())
    return sorted(drawn[:size], key=name)
