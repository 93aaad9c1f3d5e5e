"""The last look at a record: what the article does not bear out is taken out or quoted instead, and reported.

Values come from spans and wording from values, so nothing should be found here. It is checked all the same, by code
that shares nothing with the code that wrote the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from summarize.grounding import FieldProblem, SourceText, check_record
from summarize.record import EventSummary, Loss, LossKind, SummarySentence

_PARTICIPANT_OR_PLACE = re.compile(r"events\[(\d+)\]\.(participants|places)\[(\d+)\]")
_TIME = re.compile(r"events\[(\d+)\]\.time\b")
_FIGURE = re.compile(r"figures\[(\d+)\]")
_SUMMARY = re.compile(r"summary\[(\d+)\]")


def checked(record: EventSummary, text: str | SourceText) -> EventSummary:
    """The record without what its own article does not bear out.

    Args:
        record: The finished record.
        text: The stored text its spans count in, prepared for searching if it is at hand.

    Returns:
        The record, with a loss for each field that did not hold. A participant, place or figure is left out, a time
        becomes null, a sentence gives way to the words of its first piece of evidence.
    """
    problems = check_record(record, text)
    if not problems:
        return record
    return _rewritten(_pruned(record, problems), problems)


def _pruned(record: EventSummary, problems: Iterable[FieldProblem]) -> EventSummary:
    """Values that do not hold, taken out."""
    paths = [problem.field for problem in problems if not problem.wording]
    left_out = {match.groups() for path in paths if (match := _PARTICIPANT_OR_PLACE.match(path))}
    undated = {match.group(1) for path in paths if (match := _TIME.match(path))}
    uncounted = {match.group(1) for path in paths if (match := _FIGURE.match(path))}
    events = []
    for number, event in enumerate(record.events):
        update: dict[str, Any] = {
            part: tuple(
                item for at, item in enumerate(getattr(event, part)) if (str(number), part, str(at)) not in left_out
            )
            for part in ("participants", "places")
        }
        if str(number) in undated:
            update["time"] = None
        events.append(event.model_copy(update=update))
    gone = {figure.id for at, figure in enumerate(record.figures) if str(at) in uncounted}
    figures = tuple(
        figure.model_copy(update={"part_of": None}) if figure.part_of in gone else figure
        for figure in record.figures
        if figure.id not in gone
    )
    sentences = tuple(
        sentence.model_copy(update={"figures": tuple(name for name in sentence.figures if name not in gone)})
        for sentence in record.summary
    )
    return record.model_copy(update={"events": tuple(events), "figures": figures, "summary": sentences})


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
    return sentence.model_copy(update={"text": " ".join(words) or sentence.text})
