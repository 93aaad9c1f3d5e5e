"""What code computed in a record, computed once more from the article and compared: only choices have to be believed.

A model chooses which events there are, of what type, and which phrases take part; all else follows from these, the
article and its dateline by rule: who a name stands for, where a place lies, who says what, every figure, statuses,
ids and wording. So a value that was altered, or that another version computed, shows. Of times and modality, which
hang on the words that announced an event, those of every possible announcement count as computed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from summarize import merging, wording
from summarize._version import __version__
from summarize.article import Article, Sentence
from summarize.checking import checked
from summarize.codebook import CODEBOOK
from summarize.draft import GroundedEvent
from summarize.grounding.draft import anchor_of
from summarize.grounding.fields import FieldProblem
from summarize.reading import read_article
from summarize.record import (
    SCHEMA_VERSION,
    ActorClass,
    Confirmation,
    Event,
    EventSummary,
    EventType,
    Modality,
    Participant,
    Place,
    Source,
    Time,
)
from summarize.resolving.actors import Actor
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import event_id, is_background, resolve_event, status_of
from summarize.resolving.outcome import Unresolved
from summarize.resolving.reported import figures_of

_UNARMED: Final = (ActorClass.CIVILIANS, ActorClass.UNIDENTIFIED_ARMED)
"""What is computed for nobody known, and what it is where they attack."""
_TIED: Final = ("id", "event", "part_of", "place", "as_of")
"""Fields of a figure that may come of its event, or count it among others."""
_NOBODY: Final = Actor(None, None, None, (), "")
"""Somebody of whom the rules say nothing."""


def is_of_this_version(summary: EventSummary) -> bool:
    """Whether a record was made by this version, whose rules alone can compute it again."""
    made = (summary.provenance.package, summary.schema_version, summary.provenance.schema_version)
    return made == (f"summarize-events {__version__}", SCHEMA_VERSION, SCHEMA_VERSION)


def differences(summary: EventSummary, text: str) -> Iterator[FieldProblem]:
    """Every computed field of a record that comes out otherwise.

    Args:
        summary: A record of this version; see `is_of_this_version`.
        text: The text that it was made from, as it is stored.
    """
    document = summary.document
    dateline = document.dateline.isoformat() if document.dateline is not None else None
    article = read_article(text, id=document.id, dateline=dateline, language=document.language)
    return _Recomputed(summary, article).differences()


class _Told(NamedTuple):
    """What the sentences an event cites can make of it.

    Attributes:
        times: Times of it.
        modalities: Its standings.
        sources: For each sentence, the sources that can speak of it there.
    """

    times: Sequence[Time | None]
    modalities: frozenset[Modality]
    sources: Sequence[frozenset[tuple[str, ...]]]


class _Recomputed:
    def __init__(self, summary: EventSummary, article: Article) -> None:
        self.summary = summary
        self.article = article
        self.context = ArticleContext(article)

    def differences(self) -> Iterator[FieldProblem]:
        yield from self._document()
        expected = self._computed()
        yield from _listed("sources", self.summary.sources, expected.sources)
        for number, event in enumerate(self.summary.events):
            yield from self._event(f"events[{number}]", event)
        yield from self._names()
        if self._is_whole():
            yield from _listed("figures", self.summary.figures, expected.figures)
        else:
            yield from self._figures(expected)
        yield from self._wording()

    def _is_whole(self) -> bool:
        """Whether the events are those that figures were tied to: none was left out, and none cites more since then."""
        return self.summary.provenance.min_confidence is None and not self._is_widened()

    def _is_widened(self) -> bool:
        """Whether the last look at the record gave an event more evidence than it was ranked and counted by."""
        return any(loss.where.startswith("events") and ".evidence" in loss.where for loss in self.summary.losses)

    def _figures(self, expected: EventSummary) -> Iterator[FieldProblem]:
        """What a figure is in itself, where the event that it was tied to may have been left out."""
        computed = {figure.span: figure for figure in expected.figures}
        for number, figure in enumerate(self.summary.figures):
            other = computed.get(figure.span)
            if other is None:
                yield FieldProblem(f"figures[{number}]", figure.text, "is not among the figures of the article")
                continue
            tied = {name: getattr(figure, name) for name in _TIED}
            yield from _differing(f"figures[{number}]", figure, other.model_copy(update=tied))

    def _document(self) -> Iterator[FieldProblem]:
        document, text = self.summary.document, self.article.text
        yield from _differing("document.characters", document.characters, len(text))
        yield from _differing("document.sha256", document.sha256, hashlib.sha256(text.encode()).hexdigest())

    def _computed(self) -> EventSummary:
        """The record with sources and figures as they are computed, without what the last look refuses of them."""
        sources = tuple(speech.source for speech in self.context.speeches)
        figures = figures_of(self.context, self.summary.events)
        return checked(self.summary.model_copy(update={"sources": sources, "figures": figures}), self.article.text)

    def _event(self, path: str, event: Event) -> Iterator[FieldProblem]:
        yield from _differing(f"{path}.mode", event.mode, CODEBOOK[event.type].mode)
        if (event.label is not None) != (event.type is EventType.OTHER):
            yield FieldProblem(f"{path}.label", event.label, "an event of the type other has a label, and no other has")
        whole = self.summary.provenance.min_confidence is None and not self._lost(path)
        if whole and event.id.partition("-")[0] != event_id(event):
            yield FieldProblem(f"{path}.id", event.id, f"is that of another event: this one is {event_id(event)}")
        for number, party in enumerate(event.participants):
            yield from self._participant(f"{path}.participants[{number}]", party)
        for number, place in enumerate(event.places):
            yield from _differing(f"{path}.places[{number}]", place, self._place(place))
        yield from self._told(path, event)
        background = is_background(event.time, self.summary.document.dateline)
        yield from _differing(f"{path}.background", event.background, background)
        sources = [self._sources[name] for name in event.sources if name in self._sources]
        status = status_of(event.modality, event.participants, sources, event.confirmation)
        yield from _differing(f"{path}.status", event.status, status)
        given = event.confirmation
        if given is not None and given not in self._confirmations:
            yield FieldProblem(f"{path}.confirmation", given.span.text, "these words confirm nothing")

    def _participant(self, path: str, party: Participant) -> Iterator[FieldProblem]:
        actor = self.context.actor(party.span, self.context.sentence_at(party.span.start))
        known = _NOBODY if isinstance(actor, Unresolved) else actor
        for name in ("canonical", "country", "backed_by"):
            yield from _differing(f"{path}.{name}", getattr(party, name), getattr(known, name))
        if (known.actor_class, party.actor_class) != _UNARMED:
            yield from _differing(f"{path}.actor_class", party.actor_class, known.actor_class)

    def _place(self, place: Place) -> Place:
        return self.context.place(place.span).model_copy(update={"confidence": place.confidence})

    def _told(self, path: str, event: Event) -> Iterator[FieldProblem]:
        told = self._tellings(event)
        if event.time not in told.times and not (event.time is None and self._lost(f"{path}.time")):
            yield FieldProblem(f"{path}.time", _shown(event.time), "its sentences give no such time")
        if event.modality not in told.modalities:
            expected = " or ".join(sorted(told.modalities))
            yield FieldProblem(f"{path}.modality", event.modality, f"its sentences make it {expected}")
        named = set(event.sources)
        possible = {name for each in told.sources for names in each for name in names}
        if named - possible:
            yield FieldProblem(f"{path}.sources", min(named - possible), "says nothing in the sentences it cites")
        if not named and any(() not in each for each in told.sources):
            yield FieldProblem(f"{path}.sources", None, "somebody vouches for it in the sentences it cites")

    def _lost(self, path: str) -> bool:
        """Whether the last look at the record took something out there."""
        inside = (f"{path}.", f"{path}[")
        return any(loss.where == path or loss.where.startswith(inside) for loss in self.summary.losses)

    def _tellings(self, event: Event) -> _Told:
        times: list[Time | None] = []
        modalities: set[Modality] = set()
        sources: list[frozenset[tuple[str, ...]]] = []
        for span in event.evidence:
            for sentence in self.article.sentences:
                if sentence.start >= span.end or span.start >= sentence.end:
                    continue
                events = [self._resolved(sentence, kind, event) for kind in EventType]
                times += (one.time for one in events)
                modalities |= {one.modality for one in events}
                sources.append(frozenset(one.sources for one in events))
        return _Told(times, frozenset(modalities), sources)

    def _resolved(self, sentence: Sentence, kind: EventType, event: Event) -> Event:
        start, end = anchor_of(kind, sentence.text)
        anchor = (sentence.start + start, sentence.start + end)
        label = event.label if kind is EventType.OTHER else None
        return resolve_event(GroundedEvent(sentence, anchor, kind, label=label), self.context)[0].event

    def _names(self) -> Iterator[FieldProblem]:
        """References to what the record does not have, and ids that stand twice."""
        summary = self.summary
        ids = {name: [one.id for one in getattr(summary, name)] for name in ("events", "figures", "sources")}
        for path, names in ids.items():
            for number, name in enumerate(names):
                if name in names[:number]:
                    yield FieldProblem(f"{path}[{number}].id", name, "stands twice")
        for path, name, kind in self._references():
            if name not in ids[kind]:
                yield FieldProblem(path, name, "is the id of nothing in the record")
        main = merging.main_event(summary.events)
        if summary.main_event not in ids["events"] or not self._is_widened():
            yield from _differing("main_event", summary.main_event, main)

    def _references(self) -> Iterator[tuple[str, str, str]]:
        """Every id that something in the record names, with its path and where it should stand."""
        for number, event in enumerate(self.summary.events):
            yield from ((f"events[{number}].sources", name, "sources") for name in event.sources)
            yield from ((f"events[{number}].relations", tie.event, "events") for tie in event.relations)
        for number, sentence in enumerate(self.summary.summary):
            yield from ((f"summary[{number}].events", name, "events") for name in sentence.events)
            yield from ((f"summary[{number}].figures", name, "figures") for name in sentence.figures)

    def _wording(self) -> Iterator[FieldProblem]:
        summary, sources = self.summary, self._sources
        for number, event in enumerate(summary.events):
            described = wording.describe(event, sources)
            yield from self._worded(f"events[{number}].description", event.description, described, [event])
        told = wording.summary(summary.events, sources, summary.figures, summary.main_event)
        if len(told) != len(summary.summary):
            yield FieldProblem("summary", None, f"has {len(summary.summary)} sentences, not {len(told)}")
            return
        for number, (given, expected) in enumerate(zip(summary.summary, told, strict=True)):
            cited = [event for event in summary.events if event.id in expected.events]
            yield from _differing(f"summary[{number}].events", given.events, expected.events)
            yield from _differing(f"summary[{number}].figures", given.figures, expected.figures)
            yield from self._worded(f"summary[{number}]", given.text, expected.text, cited)
        main = [event for event in summary.events if event.id == summary.main_event]
        if main or summary.headline not in (wording.UNREAD, wording.UNSURE):
            headline = wording.headline(summary.events, sources, summary.main_event)
            yield from self._worded("headline", summary.headline, headline, main)

    def _worded(self, path: str, given: str, expected: str, events: Sequence[Event]) -> Iterator[FieldProblem]:
        """A sentence as the templates have it, or the article's own words where those were refused."""
        quoted = " ".join(f"“{event.evidence[0].text}”" for event in events)
        if given not in (expected, quoted):
            yield FieldProblem(path, given, f"its fields are worded {expected!r}")

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.summary.sources}

    @cached_property
    def _confirmations(self) -> Sequence[Confirmation]:
        return [found.told for found in self.context.confirmations]


def _listed(path: str, given: Sequence[BaseModel], expected: Sequence[BaseModel]) -> Iterator[FieldProblem]:
    """Differences of two lists item by item, and that they differ in length."""
    for number, (one, other) in enumerate(zip(given, expected, strict=False)):
        yield from _differing(f"{path}[{number}]", one, other)
    if len(given) != len(expected):
        yield FieldProblem(path, None, f"has {len(given)}, not {len(expected)}")


def _differing(path: str, given: Any, expected: Any) -> Iterator[FieldProblem]:
    """Where two values differ, field by field."""
    if given == expected:
        return
    if type(given) is type(expected) and isinstance(given, BaseModel):
        for name in type(given).model_fields:
            yield from _differing(f"{path}.{name}", getattr(given, name), getattr(expected, name))
    elif isinstance(given, tuple) and isinstance(expected, tuple) and len(given) == len(expected):
        for number, (one, other) in enumerate(zip(given, expected, strict=True)):
            yield from _differing(f"{path}[{number}]", one, other)
    else:
        yield FieldProblem(path, _shown(given), f"comes out as {_shown(expected)}")


def _shown(value: Any) -> str | None:
    if isinstance(value, Time):
        return value.edtf
    return None if value is None else str(value)
