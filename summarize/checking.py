"""The last look at a record: what the article does not bear out is taken out or quoted instead, and reported.

Values come from spans and wording from values, so nothing should be found here. It is checked all the same, by code
that shares nothing with the code that wrote the record.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from summarize.grounding import FieldProblem, SourceText, check_record
from summarize.grounding.evidence import Evidence
from summarize.record import Event, EventSummary, Figure, Loss, LossKind, Source, SourceLink, Span, SummarySentence
from summarize.resolving.event import status_of

_PATH = re.compile(r"(events|figures|sources)\[(\d+)\]\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")
_SUMMARY = re.compile(r"summary\[(\d+)\]")
_NAME = frozenset(("name", "span", "canonical"))
"""Fields of a link that are its name, and go together."""
_MAY_BE_EMPTY = frozenset(("as_of", "place", "subject"))
"""Fields without which a figure is still one."""
_VOUCHED = frozenset(("participants", "confirmation"))
"""Fields of an event that its status rests on."""
_ROUNDS = 3
"""Times a record is looked at: where a span is out of place nothing else is checked before it is gone."""

_Faults = Mapping[str, Collection[tuple[int, str]]]
"""Fields of one event, figure or source that do not hold: of a list the number, and what in it."""


def checked(record: EventSummary, text: str | SourceText) -> EventSummary:
    """The record without what its own article does not bear out.

    Args:
        record: The finished record.
        text: The stored text its spans count in, prepared for searching if it is at hand.

    Returns:
        The record, with a loss for each field that did not hold. A participant, place or figure is left out, a time, a
        confirmation or the name of a source becomes null, a status is found anew, a sentence that may say what was
        taken out gives way to the words of its first piece of evidence.
    """
    source = text if isinstance(text, SourceText) else SourceText(text)
    for _ in range(_ROUNDS):
        problems = check_record(record, source)
        if not problems:
            break
        record = _rewritten(record, _pruned(record, problems, Evidence(source)), problems)
    return record


def _pruned(record: EventSummary, problems: Iterable[FieldProblem], evidence: Evidence) -> EventSummary:
    """The record without the values that do not hold; evidence that is cut short, as the sentence it is cut from."""
    faults = _by_part(problems)
    sources = {source.id: source for source in record.sources}
    gone = {
        record.figures[number].id for number, fields in faults["figures"].items() if not fields.keys() <= _MAY_BE_EMPTY
    }
    sentences = tuple(
        sentence.model_copy(update={"figures": tuple(name for name in sentence.figures if name not in gone)})
        for sentence in record.summary
    )
    update = {
        "events": tuple(
            _event(event, faults["events"][number], evidence, sources) if number in faults["events"] else event
            for number, event in enumerate(record.events)
        ),
        "figures": tuple(
            _figure(figure, faults["figures"].get(number, ()), gone)
            for number, figure in enumerate(record.figures)
            if figure.id not in gone
        ),
        "sources": tuple(
            _source(source, faults["sources"][number], evidence) if number in faults["sources"] else source
            for number, source in enumerate(record.sources)
        ),
        "summary": sentences,
    }
    return record.model_copy(update=update)


def _by_part(problems: Iterable[FieldProblem]) -> Mapping[str, Mapping[int, _Faults]]:
    """What does not hold, by events, figures and sources and their numbers."""
    found: dict[str, dict[int, defaultdict[str, set[tuple[int, str]]]]] = {"events": {}, "figures": {}, "sources": {}}
    for problem in problems:
        match = None if problem.wording else _PATH.match(problem.field)
        if match is not None:
            part, number, field, index, inner = match.groups(default="")
            found[part].setdefault(int(number), defaultdict(set))[field].add((int(index or 0), inner))
    return found


def _event(event: Event, faults: _Faults, evidence: Evidence, sources: Mapping[str, Source]) -> Event:
    """The event without the participants, places, time and confirmation that do not hold."""
    update: dict[str, Any] = {name: None for name in ("time", "confirmation") if name in faults}
    for name in faults.keys() & {"participants", "places"}:
        wrong = {number for number, _ in faults[name]}
        update[name] = tuple(item for number, item in enumerate(getattr(event, name)) if number not in wrong)
    if "evidence" in faults:
        update["evidence"] = _widened(event.evidence, faults["evidence"], evidence)
    changed = event.model_copy(update=update)
    if faults.keys().isdisjoint(_VOUCHED):
        return changed
    vouching = [sources[name] for name in event.sources if name in sources]
    status = status_of(event.modality, changed.participants, vouching, changed.confirmation)
    return changed.model_copy(update={"status": status})


def _widened(spans: Iterable[Span], faults: Collection[tuple[int, str]], evidence: Evidence) -> tuple[Span, ...]:
    """Pieces of evidence, those that do not hold as the whole sentences they are cut from."""
    cut = {number for number, _ in faults}
    return tuple(evidence.sentences(span) if number in cut else span for number, span in enumerate(spans))


def _figure(figure: Figure, empty: Iterable[str], gone: Collection[str]) -> Figure:
    """The figure without the time, place or subject that does not hold, and no part of a figure that is gone."""
    update: dict[str, None] = dict.fromkeys(empty)
    if figure.part_of in gone:
        update["part_of"] = None
    return figure.model_copy(update=update) if update else figure


def _source(source: Source, faults: _Faults, evidence: Evidence) -> Source:
    """The source without the names, verbs and times that do not hold; a source without its name stays, unnamed."""
    wrong: defaultdict[int, set[str]] = defaultdict(set)
    for number, field in faults.get("chain", ()):
        wrong[number] |= _NAME if field in _NAME else {field}
    chain = tuple(_link(link, wrong[number]) if number in wrong else link for number, link in enumerate(source.chain))
    update: dict[str, Any] = {"chain": chain}
    if "evidence" in faults:
        update["evidence"] = _widened(source.evidence, faults["evidence"], evidence)
    return source.model_copy(update=update)


def _link(link: SourceLink, empty: Iterable[str]) -> SourceLink:
    return link.model_copy(update=dict.fromkeys(empty))


def _rewritten(before: EventSummary, pruned: EventSummary, problems: Iterable[FieldProblem]) -> EventSummary:
    """Sentences that do not hold, or that may word a value taken out, replaced by the article's own."""
    problems = tuple(problems)
    unsound = {match.group(1) for problem in problems if (match := re.match(r"events\[(\d+)\]", problem.field))}
    quotes = {event.id: f"“{event.evidence[0].text}”" for event in pruned.events}
    touched = {before.events[int(number)].id for number in unsound}
    uncounted = {figure.id for figure in before.figures} - {figure.id for figure in pruned.figures}
    bad = {match.group(1) for problem in problems if (match := _SUMMARY.match(problem.field))}
    events = tuple(
        event.model_copy(update={"description": quotes[event.id]}) if event.id in touched else event
        for event in pruned.events
    )
    sentences = tuple(
        _quoted(sentence, quotes)
        if str(number) in bad or touched.intersection(sentence.events) or uncounted.intersection(told.figures)
        else sentence
        for number, (told, sentence) in enumerate(zip(before.summary, pruned.summary, strict=True))
    )
    lead = pruned.main_event
    unfounded = any(problem.field == "headline" for problem in problems) or lead in touched
    headline = quotes[lead] if unfounded and lead in quotes else pruned.headline
    losses = tuple(
        Loss(kind=LossKind.UNGROUNDED, text=problem.text, reason=problem.reason, where=problem.field)
        for problem in problems
    )
    return pruned.model_copy(
        update={"events": events, "summary": sentences, "headline": headline, "losses": pruned.losses + losses}
    )


def _quoted(sentence: SummarySentence, quotes: Mapping[str, str]) -> SummarySentence:
    words = [quotes[name] for name in sentence.events if name in quotes]
    return sentence.model_copy(update={"text": " ".join(words)})
