"""From resolved events to the events of the record: repeats become one, confirmations find their event.

The same event told in two sentences becomes one with both as evidence. When in doubt they stay two: an event reported
twice is easier to see than one that was swallowed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from summarize.merging.confirming import confirm
from summarize.merging.joining import joined
from summarize.merging.parts import as_part, hosts_of
from summarize.merging.sameness import is_same, kind_of, speaks_again, ties
from summarize.record import Event, Loss, Modality, Mode
from summarize.resolving.confirmations import FoundConfirmation
from summarize.resolving.context import Speech
from summarize.resolving.event import ResolvedEvent


def merge(
    tellings: Sequence[ResolvedEvent],
    confirmations: Sequence[FoundConfirmation],
    dateline: date | None,
    speeches: Sequence[Speech] = (),
) -> tuple[tuple[Event, ...], tuple[Loss, ...]]:
    """Events of the record in order of appearance.

    Args:
        tellings: Every event as one sentence told it, in order of the text.
        confirmations: What the text says of confirmations.
        dateline: Date the article counts from.
        speeches: Who says what in the text, in order; "the claim" that is not confirmed is what was said last.

    Returns:
        The events with final ids, statuses and confirmations, those told more than once still to be described, and a
        loss for each telling that is part of another event and for each confirmation that belongs to none.
    """
    groups, repairs = _grouped(tellings)
    merged = [group[0] if len(group) == 1 else joined(group, dateline) for group in groups]
    confirmed, losses = confirm(merged, confirmations, speeches)
    return tuple(_numbered(telling.event for telling in confirmed)), (*repairs, *losses)


def _grouped(tellings: Sequence[ResolvedEvent]) -> tuple[list[list[ResolvedEvent]], list[Loss]]:
    """Tellings of the same event together, in order of first appearance, and a loss for each that is part of another.

    A telling is held against the events only that it has a tie to, so that a book takes time in step with its length.
    """
    hosts = hosts_of(tellings)
    groups: list[list[ResolvedEvent]] = []
    homes: dict[int, int] = {}
    latest: dict[Hashable, int] = {}
    tied: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        if number in hosts:
            continue
        own = set(ties(telling.event))
        candidates = {known for tie in own for known in tied[tie]}
        kind = kind_of(telling.event)
        if kind in latest and speaks_again(telling.event):
            candidates.add(latest[kind])
        fitting = (known for known in sorted(candidates) if _is_of(telling, groups[known]))
        home = next(fitting, len(groups))
        if home == len(groups):
            groups.append([])
            for tie in own:
                tied[tie].append(home)
        groups[home].append(telling)
        homes[number] = latest[kind] = home
    losses = []
    for number, host in hosts.items():
        part, loss = as_part(tellings[number], tellings[host])
        groups[homes[host]].append(part)
        losses.append(loss)
    return groups, losses


def _is_of(telling: ResolvedEvent, group: Iterable[ResolvedEvent]) -> bool:
    return all(is_same(telling.event, other.event) for other in group)


def main_event(events: Sequence[Event]) -> str | None:
    """Id of the event the article is about: the news told in most sentences, the earliest of equals."""
    news = [event for event in events if event.mode is Mode.EVENT and not event.background] or list(events)
    actual = [event for event in news if event.modality is not Modality.HYPOTHETICAL] or news
    best = max(actual, key=lambda event: (len(event.evidence), -event.evidence[0].start), default=None)
    return best.id if best else None


def _numbered(events: Iterable[Event]) -> Iterator[Event]:
    """Two different events with the same fields get ids that differ by a suffix."""
    taken: Counter[str] = Counter()
    for event in events:
        taken[event.id] += 1
        number = taken[event.id]
        yield event if number == 1 else event.model_copy(update={"id": f"{event.id}-{number}"})
