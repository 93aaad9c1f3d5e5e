"""The start of a case: a blank one for labelling from the text alone, or one with an answer to be corrected.

A draft is what the labels would be if the answer were right, so it scores 1.0 against that answer. It is a mapping in
the shape of a case file, which a person goes through label by label. Cases that are to measure a model are started
blank: who corrects an answer sees the article through it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from summarize.errors import InputError
from summarize.evaluation.labels import Case, TextReference
from summarize.evaluation.splits import split_of
from summarize.reading.dateline import find_dateline
from summarize.record import Event, EventSummary, Figure, Source, SourceLink, Span, Time

_WIDTH = 110
_UNSTATED = "not stated"
Draft = dict[str, Any]
"""A case file as a mapping, in the order in which it is written."""


def blank_case(
    text: str,
    reference: Path,
    *,
    id: str | None = None,  # noqa: A002 - the label's own name for it
    dateline: date | None = None,
    origin: str = _UNSTATED,
    licence: str = _UNSTATED,
    made_up: bool = False,
) -> Draft:
    """A case without labels: id, text by reference, dateline and split are filled in.

    Args:
        text: The article.
        reference: Path of its file; the folder's name is the data set, the file's stem the id of the text.
        id: Id of the case; None for that stem, with _ for what an id cannot have.
        dateline: Day of publication; left out of the case when the text itself begins with it.
        origin: Where the text comes from.
        licence: Licence of the text.
        made_up: Whether it was written for testing.

    Raises:
        InputError: No case can have this id, or refer to a text in this folder or of this name.
    """
    name = id or re.sub(r"[^\w.-]", "_", reference.stem)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    draft: Draft = {
        "id": name,
        "text": {"data": reference.resolve().parent.name, "id": reference.stem, "sha256": digest},
        "origin": origin,
        "licence": licence,
        "made_up": made_up,
    }
    if dateline is not None and find_dateline(text).date != dateline:
        draft["dateline"] = dateline.isoformat()
    draft |= {"split": split_of(name), "tags": [], "events": [], "figures": []}
    _refuse_unfit(draft, reference)
    return draft


def _refuse_unfit(draft: Draft, reference: Path) -> None:
    """Refuse a start that could not be loaded whatever is made of it."""
    try:
        Case.model_validate(draft | {"text": TextReference.model_validate(draft["text"])})
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{first['loc'][-1]} cannot be {first['input']!r}"
        raise InputError(problem, where=str(reference), hint="name an id with --id, or move the article") from error


def drafted_case(blank: Draft, record: EventSummary, text: str) -> Draft:
    """A case with the labels that an answer amounts to.

    Args:
        blank: What `blank_case` made.
        record: The answer.
        text: The article.
    """
    sources = {source.id: source for source in record.sources}
    events = _without_repeats(_event(event, sources, text) for event in record.events)
    figures = _without_repeats(_figure(figure, text) for figure in record.figures)
    return blank | {"events": list(events), "figures": list(figures)}


def written(draft: Draft) -> str:
    """A draft as the text of a case file."""
    return yaml.safe_dump(draft, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _event(event: Event, sources: Mapping[str, Source], text: str) -> Draft:
    parties = ({"role": one.role.value, **_named(one.name, one.canonical)} for one in event.participants)
    places = (_named(place.name, place.resolved) for place in event.places)
    origins = [sources[one].chain[0] for one in event.sources if one in sources]
    label: Draft = {
        "type": event.type.value,
        "evidence": [_only_once(span, text) for span in event.evidence],
        "participants": list(_apart(parties)),
        "places": list(_apart(places)),
    }
    if event.time is not None:
        label["time"] = _time(event.time)
    label |= {"modality": event.modality.value, "status": event.status.value, "sources": _origins(origins)}
    return {name: value for name, value in label.items() if value not in ([], None)}


def _figure(figure: Figure, text: str) -> Draft:
    label: Draft = {"kind": figure.kind.value, "quote": figure.span.text}
    if text.count(figure.span.text) > 1:
        label["within"] = _only_once(figure.span, text)
    numbers = {"min": figure.min, "max": figure.max, "best": figure.best}
    return label | {name: _plain(value) for name, value in numbers.items() if value is not None}


def _time(time: Time) -> Draft:
    label: Draft = {"edtf": time.edtf, "basis": time.basis.value}
    return label | ({"quote": time.span.text} if time.span else {})


def _named(name: str | list[str], canonical: str | None) -> Draft:
    return {"names": name} | ({"canonical": canonical} if canonical else {})


def _origins(links: Iterable[SourceLink]) -> list[Draft]:
    """One label for each body, with every name it goes by."""
    names: dict[tuple[str, str | None], list[str]] = {}
    for link in links:
        if link.name:
            names.setdefault((link.canonical or link.name, link.canonical), []).append(link.name)
    several = ((list(dict.fromkeys(forms)), canonical) for (_, canonical), forms in names.items())
    return [_named(forms[0] if len(forms) == 1 else forms, canonical) for forms, canonical in several]


def _apart(labels: Iterable[Draft]) -> Iterator[Draft]:
    """One label for each name and role: which of two is meant could not be told."""
    seen = set()
    for label in labels:
        key = (label["names"], label.get("role"))
        if key not in seen:
            seen.add(key)
            yield label


def _only_once(span: Span, text: str) -> str:
    """The words of a span with as much around them as it takes to stand only once in the text."""
    start, end = span.start, span.end
    while text.count(text[start:end]) > 1:
        start, end = max(0, start - 1), min(len(text), end + 1)
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]


def _without_repeats(labels: Iterable[Draft]) -> Iterator[Draft]:
    seen: list[Draft] = []
    for label in labels:
        if label not in seen:
            seen.append(label)
            yield label


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() else value
