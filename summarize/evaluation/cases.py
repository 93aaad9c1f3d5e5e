"""Case files to checked cases: every quotation is looked up, every error names file, line and field.

A suite is a folder with `cases/*.yaml`, one article each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarize.article import Article
from summarize.errors import InputError, TextAbsent
from summarize.evaluation.casefile import CaseFile, Field
from summarize.evaluation.labels import Case, GoldEvent
from summarize.evaluation.texts import FoundText, find_text, places_for

CASES = "cases"
"""Folder of a suite that holds its cases."""


@dataclass(frozen=True)
class LoadedCase:
    """A case whose labels fit its text.

    Attributes:
        case: The labels.
        text: The article.
        path: File it was read from.
        digest: SHA-256 of labels and text, first 16 digits; results are bound to it.
        place: Where its text was found; None for one that stands in the case itself.
    """

    case: Case
    text: str
    path: Path
    digest: str
    place: Path | None = None

    def article(self) -> Article:
        """The article as the pipeline reads it."""
        from summarize.reading import read_article  # noqa: PLC0415

        return read_article(self.text, dateline=self.case.dateline, id=self.case.id)

    def span(self, quote: str, within: str | None = None) -> tuple[int, int]:
        """Where a quotation of the labels stands, as half-open code point offsets."""
        base = self.text.index(within) if within else 0
        start = base + (within or self.text).index(quote)
        return start, start + len(quote)


@dataclass(frozen=True)
class AbsentCase:
    """A case whose text is not on this machine.

    Attributes:
        case: The labels; whether they quote the text cannot be told.
        path: File it was read from.
        error: What was looked for, and where.
    """

    case: Case
    path: Path
    error: TextAbsent


@dataclass(frozen=True)
class Suite:
    """What a folder of cases holds.

    Attributes:
        cases: The cases, by file name.
        problems: What kept others from being loaded.
        absent: Cases whose texts are kept elsewhere and are not here.
    """

    cases: tuple[LoadedCase, ...]
    problems: tuple[InputError, ...] = ()
    absent: tuple[AbsentCase, ...] = ()

    @property
    def every(self) -> tuple[LoadedCase | AbsentCase, ...]:
        """Cases whose labels could be read, whether their texts are here or not."""
        return (*self.cases, *self.absent)


def load_suite(folder: Path, *, data: Sequence[Path] = (), keep_going: bool = False) -> Suite:
    """Load every case of a suite.

    A case whose text is kept elsewhere and is not on this machine is no mistake of the suite: it is counted in
    `absent`, and the others are loaded.

    Args:
        folder: The suite; its `cases/*.yaml` are read, and those below.
        data: Places that hold the folders of referenced texts, beside those of `places_for`.
        keep_going: Collect what is wrong instead of raising the first problem.

    Raises:
        InputError: There is no case, or one of them is wrong.
    """
    return load_folder(folder / CASES, places=places_for(folder, data), keep_going=keep_going)


def load_folder(folder: Path, *, places: Sequence[Path] = (), keep_going: bool = False) -> Suite:
    """Load every case of a folder that need not be called `cases`, as `load_suite` does.

    Args:
        folder: Its `*.yaml` are read, and those below.
        places: What holds the folders of referenced texts.
        keep_going: Collect what is wrong instead of raising the first problem.

    Raises:
        InputError: There is no case, or one of them is wrong.
    """
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        raise InputError("holds no case", where=str(folder), hint="a case is a .yaml file in it")
    taken: dict[str, Path] = {}
    found: list[LoadedCase] = []
    absent: list[AbsentCase] = []
    problems: list[InputError] = []
    for path in paths:
        try:
            read = _load(path, places)
            _refuse_repeated(read, taken)
        except InputError as error:
            problems.append(error)
            if not keep_going:
                raise
        else:
            taken[read.case.id] = path
            if isinstance(read, LoadedCase):
                found.append(read)
            else:
                absent.append(read)
    return Suite(tuple(found), tuple(problems), tuple(absent))


def load_case(path: Path, *, data: Sequence[Path] = ()) -> LoadedCase:
    """Load one case and check that its labels quote its text.

    Args:
        path: A YAML file.
        data: Places that hold the folders of referenced texts.

    Raises:
        TextAbsent: Its text is kept elsewhere and is not in these places.
        InputError: The file is no YAML, does not fit the schema, has another text than it was labelled for, or a
            quotation does not stand in it.
    """
    read = _load(path, data)
    if isinstance(read, AbsentCase):
        raise read.error
    return read


def _load(path: Path, places: Sequence[Path]) -> LoadedCase | AbsentCase:
    file = CaseFile.read(path)
    try:
        case = Case.model_validate(file.value)
    except ValidationError as error:
        raise file.invalid(error, Case) from error
    try:
        found = _text_of(case, places)
    except TextAbsent as error:
        return AbsentCase(case, path, TextAbsent(error.message, where=file.place(("text",)), hint=error.hint))
    except InputError as error:
        raise file.error(("text", "sha256"), error.message, error.hint) from error
    for field, problem, fix in _problems(case, found.text):
        raise file.error(field, problem, fix)
    digest = hashlib.sha256(f"{case.model_dump_json()}\0{found.text}".encode()).hexdigest()[:16]
    return LoadedCase(case, found.text, path, digest, found.place)


def _text_of(case: Case, places: Sequence[Path]) -> FoundText:
    if isinstance(case.text, str):
        return FoundText(case.text, None)
    return find_text(case.text, places)


def _refuse_repeated(read: LoadedCase | AbsentCase, taken: Mapping[str, Path]) -> None:
    name = read.case.id
    if name in taken:
        where = CaseFile.read(read.path).place(("id",))
        raise InputError(f"the id {name!r} is taken by {taken[name]}", where=where, hint="give it another id")


def _problems(case: Case, text: str) -> Iterator[tuple[Field, str, str]]:
    for number, event in enumerate(case.events):
        yield from _event_problems(("events", number), event, text)
        same = next((i for i, other in enumerate(case.events[:number]) if _content(other) == _content(event)), None)
        if same is not None:
            yield ("events", number), f"says the same as events.{same}", "keep one of them"
    for number, figure in enumerate(case.figures):
        field = ("figures", number)
        if figure.within is not None:
            yield from _once(text, figure.within, (*field, "within"))
            if figure.quote not in figure.within:
                yield (*field, "within"), f"does not hold the quotation {figure.quote!r}", "quote the words around it"
        else:
            yield from _once(text, figure.quote, (*field, "quote"), "give more words around it in `within`")
        if figure.min is not None and figure.max is not None and figure.min > figure.max:
            yield (*field, "min"), f"{figure.min:g} is more than max, {figure.max:g}", "swap them"


def _event_problems(field: Field, event: GoldEvent, text: str) -> Iterator[tuple[Field, str, str]]:
    for number, quote in enumerate(event.evidence):
        yield from _once(text, quote, (*field, "evidence", number))
    for part in ("participants", "places", "sources"):
        labels: Sequence[Any] = getattr(event, part)
        for number, label in enumerate(labels):
            for index, name in enumerate(label.names):
                yield from _stands(text, name, (*field, part, number, "names", index))
        yield from _ambiguous((*field, part), labels)
    if event.time is not None and event.time.quote is not None:
        yield from _stands(text, event.time.quote, (*field, "time", "quote"))


def _ambiguous(field: Field, labels: Sequence[Any]) -> Iterator[tuple[Field, str, str]]:
    """A name that two labels of an event accept would let one answer count for either."""
    seen: dict[tuple[str, str], int] = {}
    for number, label in enumerate(labels):
        for name in dict.fromkeys(label.names):
            for role in getattr(label, "role", ("",)):
                other = seen.setdefault((name, role), number)
                if other != number:
                    yield (*field, number), f"accepts {name!r} as does number {other}", "give each name to one of them"


def _stands(text: str, quote: str, field: Field) -> Iterator[tuple[Field, str, str]]:
    if quote not in text:
        yield field, f"{quote!r} does not stand in the text", _nearest(quote, text)


def _once(text: str, quote: str, field: Field, fix: str = "quote more words") -> Iterator[tuple[Field, str, str]]:
    yield from _stands(text, quote, field)
    times = text.count(quote)
    if times > 1:
        yield field, f"{quote!r} stands {times} times in the text", fix


def _nearest(quote: str, text: str) -> str:
    from summarize.grounding import locate  # noqa: PLC0415

    found = locate(quote, text).text
    return f"it has {found!r}" if found else "labels quote the text letter by letter"


def _content(event: GoldEvent) -> str:
    return event.model_dump_json(exclude={"note", "optional"})


Select = Callable[[LoadedCase | AbsentCase], bool]


def selecting(*, name: str | None = None, tags: Sequence[str] = (), split: str | None = None) -> Select:
    """Whether a case is asked for: its id or file name holds `name`, it has every tag, it is in the split."""

    def wanted(loaded: LoadedCase | AbsentCase) -> bool:
        case = loaded.case
        return (
            (name is None or name in case.id or name in loaded.path.stem)
            and set(tags) <= set(case.tags)
            and (split is None or case.split == split)
        )

    return wanted


EVERY: Select = selecting()
"""Chooses every case."""
