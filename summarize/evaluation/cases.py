"""Case files to checked cases: every quotation is looked up, every error names file, line and field.

A suite is a folder with `cases/*.yaml`, one article each.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from summarize.article import Article
from summarize.errors import InputError
from summarize.evaluation.labels import Case, GoldEvent, TextReference

CASES = "cases"
"""Folder of a suite that holds its cases."""
Field = tuple[str | int, ...]
"""Keys and numbers that lead to a value of the file."""
_NOT_IMPLIED = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")
_BOOL = "tag:yaml.org,2002:bool"


@dataclass(frozen=True)
class LoadedCase:
    """A case whose labels fit its text.

    Attributes:
        case: The labels.
        text: The article.
        path: File it was read from.
        digest: SHA-256 of labels and text, first 16 digits; results are bound to it.
    """

    case: Case
    text: str
    path: Path
    digest: str

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
class Suite:
    """What a folder of cases holds.

    Attributes:
        cases: The cases, by file name.
        problems: What kept others from being loaded.
    """

    cases: tuple[LoadedCase, ...]
    problems: tuple[InputError, ...] = ()


class _Loader(yaml.SafeLoader):
    """YAML in which only true, false, null and numbers are not text: `on`, `no` and dates stay what was written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (*_NOT_IMPLIED, _BOOL)]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))


def load_suite(folder: Path, *, data: Sequence[Path] = (), keep_going: bool = False) -> Suite:
    """Load every case of a suite.

    Args:
        folder: The suite; its `cases/*.yaml` are read, and those below.
        data: Places that hold the folders of referenced texts, beside the suite's own and the one above it.
        keep_going: Collect what is wrong instead of raising the first problem.

    Raises:
        InputError: There is no case, or one of them is wrong.
    """
    paths = sorted((folder / CASES).rglob("*.yaml"))
    if not paths:
        raise InputError("holds no case", where=str(folder / CASES), hint="a case is a .yaml file in it")
    places = (folder, folder.resolve().parent, *data)
    found: dict[str, LoadedCase] = {}
    problems: list[InputError] = []
    for path in paths:
        try:
            loaded = load_case(path, data=places)
            _refuse_repeated(loaded, found)
        except InputError as error:
            problems.append(error)
            if not keep_going:
                raise
        else:
            found[loaded.case.id] = loaded
    return Suite(tuple(found.values()), tuple(problems))


def load_case(path: Path, *, data: Sequence[Path] = ()) -> LoadedCase:
    """Load one case and check that its labels quote its text.

    Args:
        path: A YAML file.
        data: Places that hold the folders of referenced texts.

    Raises:
        InputError: The file is no YAML, does not fit the schema, its text is absent or another one, or a quotation
            does not stand in it.
    """
    file = _File.read(path)
    try:
        case = Case.model_validate(file.value)
    except ValidationError as error:
        raise file.invalid(error) from error
    text = case.text if isinstance(case.text, str) else _referenced(case.text, data, file)
    for field, problem, fix in _problems(case, text):
        raise file.error(field, problem, fix)
    digest = hashlib.sha256(f"{case.model_dump_json()}\0{text}".encode()).hexdigest()[:16]
    return LoadedCase(case, text, path, digest)


@dataclass(frozen=True)
class _File:
    """A YAML file with the places of its values."""

    path: Path
    value: Any
    node: yaml.Node

    @classmethod
    def read(cls, path: Path) -> _File:
        try:
            written = path.read_text(encoding="utf-8")
            node = yaml.compose(written, _Loader)
            if node is None:
                raise InputError("is empty", where=str(path), hint="a case is a mapping with id, text, events")
            _refuse_repeated_keys(path, node)
            return cls(path, yaml.load(written, _Loader), node)  # noqa: S506 - it is a safe loader
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise InputError(f"is not YAML: {error.problem}", where=f"{path}:{line}") from error
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise InputError(f"cannot be read: {' '.join(str(error).split())}", where=str(path)) from error

    def error(self, field: Field, problem: str, fix: str | None = None) -> InputError:
        name = ".".join(map(str, field))
        line = self.line(field)
        return InputError(problem, where=f"{self.path}:{line}{f': {name}' if name else ''}", hint=fix)

    def invalid(self, error: ValidationError) -> InputError:
        first = error.errors()[0]
        given = first["input"]
        shown = (
            f", not {given!r}" if isinstance(given, str | int | float) and first["type"] != "extra_forbidden" else ""
        )
        fix = "summarize eval check --schema prints what a case can hold"
        return self.error(tuple(first["loc"]), f"{first['msg'][0].lower()}{first['msg'][1:]}{shown}", fix)

    def line(self, field: Field) -> int:
        """Line of a value, or of the nearest one around it."""
        node: yaml.Node = self.node
        for key in field:
            inner = _child(node, key)
            if inner is None:
                break
            node = inner
        return int(node.start_mark.line) + 1


def _child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    return None


def _refuse_repeated_keys(path: Path, node: yaml.Node) -> None:
    """Refuse a mapping that names a key twice, of which YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise InputError(f"the field {key.value!r} stands twice", where=f"{path}:{key.start_mark.line + 1}")
            seen.add(key.value)
            _refuse_repeated_keys(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_keys(path, value)


def _refuse_repeated(loaded: LoadedCase, found: dict[str, LoadedCase]) -> None:
    other = found.get(loaded.case.id)
    if other is not None:
        raise InputError(
            f"the id {loaded.case.id!r} is taken by {other.path}", where=f"{loaded.path}: id", hint="give it another id"
        )


def _referenced(reference: TextReference, places: Sequence[Path], file: _File) -> str:
    tried = [place / reference.data / name for place in places for name in (f"{reference.id}.txt", reference.id)]
    path = next((path for path in tried if path.is_file()), None)
    if path is None:
        looked = ", ".join(str(place) for place in dict.fromkeys(places)) or "no place"
        raise file.error(
            ("text",),
            f"there is no text {reference.id!r} in a folder {reference.data!r} of {looked}",
            "name the place that holds the folder with --data or SUMMARIZE_DATA",
        )
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != reference.sha256:
        raise file.error(
            ("text", "sha256"),
            f"{path} has the SHA-256 {digest}",
            "the labels were made for another version of the text",
        )
    return content.decode("utf-8")


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


Select = Callable[[LoadedCase], bool]


def selecting(*, name: str | None = None, tags: Sequence[str] = (), split: str | None = None) -> Select:
    """Whether a case is asked for: its id or file name holds `name`, it has every tag, it is in the split."""

    def wanted(loaded: LoadedCase) -> bool:
        case = loaded.case
        return (
            (name is None or name in case.id or name in loaded.path.stem)
            and set(tags) <= set(case.tags)
            and (split is None or case.split == split)
        )

    return wanted
