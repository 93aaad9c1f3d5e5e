"""Baselines: what no model is needed for, scored by the same ruler and shown beside every system.

Each one is as simple as it can be said in a sentence. A system that does not clear them has not earned its model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from summarize._version import __version__
from summarize.article import Article, Sentence
from summarize.codebook import CODEBOOK
from summarize.errors import SettingsError
from summarize.lexicon.cues import find_cues
from summarize.record import (
    SCHEMA_VERSION,
    Approximator,
    Event,
    EventSummary,
    EventType,
    Figure,
    FigureKind,
    Granularity,
    Measure,
    Modality,
    PromptUsed,
    Provenance,
    Status,
    SummarySentence,
    Time,
    TimeBasis,
    Usage,
)

PREFIX = "baseline:"
"""What the name of a model begins with when a baseline is meant."""
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w,-])")
_PROMPT = PromptUsed(name="none", version="0", digest="0" * 16)

Predictor = Callable[[Article], EventSummary]
"""Makes the record of an article without asking anybody."""


def lead(article: Article) -> EventSummary:
    """The first sentence is the one event, of a type that its first keyword names; every number is a figure."""
    first = next((sentence for sentence in article.sentences if not sentence.heading), article.sentences[0])
    kind = _keyword(first) or EventType.OTHER
    return _record(article, "lead", [_event(0, first, kind)])


def keyword(article: Article) -> EventSummary:
    """Each sentence with a keyword is an event of the type that its first keyword names; no number is a figure."""
    return _record(article, "keyword", _by_keyword(article), figures=False)


def dateline(article: Article) -> EventSummary:
    """The events of `keyword`, each on the day of publication."""
    events = (event.model_copy(update={"time": _published(article)}) for event in _by_keyword(article))
    return _record(article, "dateline", events, figures=False)


BASELINES: Mapping[str, Predictor] = MappingProxyType({"lead": lead, "keyword": keyword, "dateline": dateline})
"""Every baseline by its name."""


@dataclass(frozen=True)
class _NoModel:
    """Stands where a system has its model."""

    name: str
    parallel: int = 1

    async def aclose(self) -> None:
        """Nothing to let go of."""


@dataclass(frozen=True)
class _NoPrompt:
    used: PromptUsed = _PROMPT


@dataclass(frozen=True)
class Baseline:
    """A baseline as a system that can be evaluated on its own.

    Attributes:
        name: Its name in `BASELINES`.
    """

    name: str
    strategy: str = "baseline"
    prompt: _NoPrompt = _NoPrompt()

    def __post_init__(self) -> None:
        if self.name not in BASELINES:
            hint = f"there are {', '.join(PREFIX + name for name in BASELINES)}"
            raise SettingsError(f"there is no baseline {self.name!r}", where="model", hint=hint)

    @property
    def model(self) -> _NoModel:
        """What answers: nobody."""
        return _NoModel(f"{PREFIX}{self.name}")

    async def run(self, article: Article) -> EventSummary:
        """The baseline's record of an article."""
        return BASELINES[self.name](article)


def _by_keyword(article: Article) -> Iterable[Event]:
    found = ((sentence, _keyword(sentence)) for sentence in article.sentences)
    return [_event(n, sentence, kind) for n, (sentence, kind) in enumerate(found) if kind is not None]


def _keyword(sentence: Sentence) -> EventType | None:
    """Type of the first word in the lexicon that announces an event."""
    return next((cue.type for cue in find_cues(sentence.text)), None)


def _event(number: int, sentence: Sentence, kind: EventType) -> Event:
    return Event(
        id=f"e{number}",
        mode=CODEBOOK[kind].mode,
        type=kind,
        modality=Modality.ACTUAL,
        status=Status.STATED,
        description=sentence.text,
        evidence=(sentence.span(),),
    )


def _published(article: Article) -> Time | None:
    day = article.dateline
    if day is None:
        return None
    return Time(
        edtf=day.isoformat(), earliest=day, latest=day, granularity=Granularity.DAY, basis=TimeBasis.PUBLICATION
    )


def _figures(article: Article) -> Iterable[Figure]:
    """Every number in digits, years among them: a regular expression knows no better."""
    for sentence in article.sentences:
        for found in _NUMBER.finditer(sentence.text):
            span = sentence.span(*found.span())
            yield Figure(
                id=f"f{span.start}",
                kind=FigureKind.OTHER,
                text=span.text,
                span=span,
                best=float(span.text.replace(",", "")),
                approximator=Approximator.EXACT,
                measure=Measure.FLOW,
                evidence=(sentence.span(),),
            )


def _record(article: Article, name: str, events: Iterable[Event], *, figures: bool = True) -> EventSummary:
    listed = tuple(events)
    first = next(iter(article.sentences))
    return EventSummary(
        document=article.document,
        headline=first.text,
        summary=tuple(SummarySentence(text=event.description, events=(event.id,)) for event in listed[:1]),
        main_event=listed[0].id if listed else None,
        events=listed,
        figures=tuple(_figures(article)) if figures else (),
        provenance=Provenance(
            package=f"summarize-events {__version__}",
            schema_version=SCHEMA_VERSION,
            model=f"{PREFIX}{name}",
            chosen="baseline",
            strategy="baseline",
            prompt=_PROMPT,
        ),
        usage=Usage(),
    )
