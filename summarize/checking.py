"""The last look at a record: what the article does not bear out is taken out or quoted instead, and reported.

Values come from spans and wording from values, so nothing should be found here. It is checked all the same, by code
that shares nothing with the code that wrote the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from summarize.grounding import FieldProblem, SourceText, check_record
from summarize.grounding.evidence import Evidence
from summarize.record import Event, EventSummary, Figure, Loss, LossKind, Source, SummarySentence

_PARTICIPANT_OR_PLACE = re.compile(r"events\[(\d+)\]\.(participants|places)\[(\d+)\]")
_TIME = re.compile(r"events\[(\d+)\]\.time\b")
_CONFIRMATION = re.compile(r"events\[(\d+)\]\.confirmation\b")
_EVIDENCE = re.compile(r"events\[(\d+)\]\.evidence\[(\d+)\]$")
_FIGURE = re.compile(r"figures\[(\d+)\](?:\.(as_of|place|subject)\b)?")
_LINK = re.compile(r"sources\[(\d+)\]\.chain\[(\d+)\]\.(name|span|verb|time)\b")
_SUMMARY = re.compile(r"summary\[(\d+)\]")
_NAME = ("name", "span", "canonical")
_ROUNDS = 3
"""Times a record is looked at: where a span is out of place nothing else is checked before it is gone."""


def checked(record: EventSummary, text: str | SourceText) -> EventSummary:
    """The record without what its own article does not bear out.

    Args:
        record: The finished record.
        text: The stored text its spans count in, prepared for searching if it is at hand.

    Returns:
        The record, with a loss for each field that did not hold. A participant, place or figure is left out, a time, a
        confirmation or the name of a source becomes null, a sentence gives way to the words of its first piece of
        evidence.
    """
    source = text if isinstance(text, SourceText) else SourceText(text)
    for _ in range(_ROUNDS):
        problems = check_record(record, source)
        if not problems:
            break
        record = _rewritten(_pruned(record, problems, Evidence(source)), problems)
    return record


def _pruned(record: EventSummary, problems: Iterable[FieldProblem], evidence: Evidence) -> EventSummary:
    """Values that do not hold, taken out; evidence that leaves its denial behind, with that."""
    paths = [problem.field for problem in problems if not problem.wording]
    figures = _figures(record, paths)
    kept = {figure.id for figure in figures}
    sentences = tuple(
        sentence.model_copy(update={"figures": tuple(name for name in sentence.figures if name in kept)})
        for sentence in record.summary
    )
    update = {"events": _events(record, paths, evidence), "sources": _sources(record, paths), "figures": figures}
    return record.model_copy(update={**update, "summary": sentences})


def _events(record: EventSummary, paths: Sequence[str], evidence: Evidence) -> tuple[Event, ...]:
    """The events without the participants, places, times and confirming bodies that do not hold."""
    curtailed = {(int(match[1]), int(match[2])) for path in paths if (match := _EVIDENCE.match(path))}
    left_out = {match.groups() for path in paths if (match := _PARTICIPANT_OR_PLACE.match(path))}
    undated = {match.group(1) for path in paths if (match := _TIME.match(path))}
    unconfirmed = {match.group(1) for path in paths if (match := _CONFIRMATION.match(path))}
    events = []
    for number, event in enumerate(record.events):
        update: dict[str, Any] = {
            part: tuple(
                item for at, item in enumerate(getattr(event, part)) if (str(number), part, str(at)) not in left_out
            )
            for part in ("participants", "places")
        }
        if any(number == of for of, _ in curtailed):
            spans = enumerate(event.evidence)
            update["evidence"] = tuple(
                evidence.sentences(span) if (number, at) in curtailed else span for at, span in spans
            )
        update |= {"time": None} if str(number) in undated else {}
        update |= {"confirmation": None} if str(number) in unconfirmed else {}
        events.append(event.model_copy(update=update))
    return tuple(events)


def _figures(record: EventSummary, paths: Sequence[str]) -> tuple[Figure, ...]:
    """The figures whose own words and number hold, without the time, place or subject that does not."""
    found = [match.groups() for path in paths if (match := _FIGURE.match(path))]
    gone = {record.figures[int(number)].id for number, field in found if field is None}
    emptied: dict[int, dict[str, None]] = {}
    for number, field in found:
        emptied.setdefault(int(number), {})[field] = None
    return tuple(
        figure.model_copy(update={**emptied.get(at, {}), **({"part_of": None} if figure.part_of in gone else {})})
        for at, figure in enumerate(record.figures)
        if figure.id not in gone
    )


def _sources(record: EventSummary, paths: Sequence[str]) -> tuple[Source, ...]:
    """The sources without the names, verbs and times that do not hold; a source without its name stays, unnamed."""
    emptied: dict[tuple[int, int], dict[str, None]] = {}
    for match in filter(None, map(_LINK.match, paths)):
        fields = _NAME if match[3] in _NAME else (match[3],)
        emptied.setdefault((int(match[1]), int(match[2])), {}).update(dict.fromkeys(fields))
    return tuple(
        source.model_copy(
            update={
                "chain": tuple(
                    link.model_copy(update=emptied[number, at]) if (number, at) in emptied else link
                    for at, link in enumerate(source.chain)
                )
            }
        )
        if any(number == of for of, _ in emptied)
        else source
        for number, source in enumerate(record.sources)
    )


def _rewritten(record: EventSummary, problems: Iterable[FieldProblem]) -> EventSummary:
    """Sentences that do not hold, or that may word a value taken out, replaced by the article's own."""
    problems = tuple(problems)
    unsound = {match.group(1) for problem in problems if (match := re.match(r"events\[(\d+)\]", problem.field))}
    quotes = {event.id: f"“{event.evidence[0].text}”" for event in record.events}
    touched = {record.events[int(number)].id for number in unsound}
    bad = {match.group(1) for problem in problems if (match := _SUMMARY.match(problem.field))}
    events = tuple(
        event.model_copy(update={"description": quotes[event.id]}) if event.id in touched else event
        for event in record.events
    )
    sentences = tuple(
        _quoted(sentence, quotes) if str(number) in bad or touched.intersection(sentence.events) else sentence
        for number, sentence in enumerate(record.summary)
    )
    lead = record.main_event
    unfounded = any(problem.field == "headline" for problem in problems) or lead in touched
    headline = quotes[lead] if unfounded and lead in quotes else record.headline
    losses = tuple(
        Loss(kind=LossKind.UNGROUNDED, text=problem.text, reason=problem.reason, where=problem.field)
        for problem in problems
    )
    return record.model_copy(
        update={"events": events, "summary": sentences, "headline": headline, "losses": record.losses + losses}
    )


def _quoted(sentence: SummarySentence, quotes: dict[str, str]) -> SummarySentence:
    words = [quotes[name] for name in sentence.events if name in quotes]
    return sentence.model_copy(update={"text": " ".join(words)})
