"""Time and memory of scoring: `python -m benchmarks.scoring [CASES]`.

Made-up cases of 15 events each, an answer in which some is wrong, missing and invented, scored one after the other as
a run does. Printed are CPU seconds and, for each quarter of the cases, the memory that Python holds afterwards: flat
when nothing of a case stays behind.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.edtf import bounds
from summarize.evaluation.labels import Case
from summarize.evaluation.scores import score
from summarize.record import (
    DatelineBasis,
    Document,
    Event,
    EventSummary,
    EventType,
    Granularity,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    PromptUsed,
    Provenance,
    Role,
    Span,
    Status,
    Time,
    TimeBasis,
    Usage,
)

CASES = 1_000
EVENTS = 15
_SEED = 7
_ROLES = (Role.ACTOR, Role.RECIPIENT)
_TYPES = tuple(EventType)


def made_case(number: int, draw: random.Random) -> LoadedCase:
    """A case of `EVENTS` events, each told in a sentence of its own."""
    parts = [_facts(index, draw) for index in range(EVENTS)]
    labels: dict[str, Any] = {
        "id": f"c{number}",
        "text": " ".join(facts["sentence"] for facts in parts),
        "origin": "made for a benchmark",
        "licence": "Apache-2.0",
        "made_up": True,
        "split": "dev",
        "events": [_label(facts) for facts in parts],
    }
    case = Case.model_validate(labels)
    return LoadedCase(case, str(labels["text"]), Path("made.yaml"), f"{number:016x}")


def made_answer(loaded: LoadedCase, draw: random.Random) -> EventSummary:
    """An answer in which one event in five is missing, one in five of another type, and one in ten told twice."""
    kept = [event for event in loaded.case.events if draw.random() > 0.2]
    told = [event for event in kept for _ in range(2 if draw.random() < 0.1 else 1)]
    events = tuple(_event(number, event, loaded, draw) for number, event in enumerate(told))
    return EventSummary(
        document=Document(
            id=loaded.case.id, dateline_basis=DatelineBasis.NONE, language="en", sha256="0" * 64, characters=0
        ),
        headline="",
        events=events,
        provenance=Provenance(
            package="benchmark",
            schema_version="1.0",
            model="none",
            chosen="given",
            strategy="sentence",
            prompt=PromptUsed(name="none", version="0", digest="0" * 16),
        ),
        usage=Usage(),
    )


def _facts(index: int, draw: random.Random) -> dict[str, Any]:
    who, whom, where = (f"{word} {draw.randrange(10**6)}" for word in ("Group", "Force", "Town"))
    day = f"2026-03-{index + 1:02}"
    sentence = f"{who} attacked {whom} in {where} on {day}, item {index}."
    return {"sentence": sentence, "who": who, "whom": whom, "where": where, "day": day, "type": draw.choice(_TYPES)}


def _label(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": facts["type"],
        "evidence": facts["sentence"],
        "participants": [{"role": "actor", "names": facts["who"]}, {"role": "recipient", "names": facts["whom"]}],
        "places": [{"names": facts["where"]}],
        "time": {"edtf": facts["day"], "basis": "explicit"},
        "status": "stated",
    }


def _event(number: int, label: Any, loaded: LoadedCase, draw: random.Random) -> Event:
    def span(words: str) -> Span:
        start, end = loaded.span(words)
        return Span(start=start, end=end, text=words)

    day = label.time.edtf[0]
    first, last = bounds(day)
    names = zip(label.participants, _ROLES, strict=True)
    return Event(
        id=f"e{number}",
        mode=Mode.EVENT,
        type=draw.choice(_TYPES) if draw.random() < 0.2 else label.type[0],
        participants=tuple(
            Participant(name=party.names[0], role=role, span=span(party.names[0])) for party, role in names
        ),
        places=(
            Place(
                name=label.places[0].names[0],
                span=span(label.places[0].names[0]),
                precision=Precision.SETTLEMENT,
            ),
        ),
        time=Time(edtf=day, earliest=first, latest=last, granularity=Granularity.DAY, basis=TimeBasis.EXPLICIT),
        modality=Modality.ACTUAL,
        status=Status.STATED,
        description="",
        evidence=(span(label.evidence[0]),),
    )


def _pairs(count: int) -> Iterator[tuple[LoadedCase, EventSummary]]:
    draw = random.Random(_SEED)  # noqa: S311 - nothing here is secret
    for number in range(count):
        loaded = made_case(number, draw)
        yield loaded, made_answer(loaded, draw)


def seconds(count: int) -> float:
    """CPU seconds it takes to score so many cases; making them is not counted."""
    taken = 0.0
    for loaded, answer in _pairs(count):
        started = time.process_time()
        found = score(loaded, answer)
        found.table("strict")
        found.table("lenient")
        taken += time.process_time() - started
    return taken


def held(count: int) -> list[float]:
    """Megabytes that Python holds after each quarter of so many cases."""
    tracemalloc.start()
    found = []
    for number, (loaded, answer) in enumerate(_pairs(count), 1):
        score(loaded, answer).table()
        if number % max(1, count // 4) == 0:
            found.append(tracemalloc.get_traced_memory()[0] / 2**20)
    tracemalloc.stop()
    return found


def main(count: int = CASES) -> None:
    """Print time and memory."""
    print(f"{count} cases of {EVENTS} events: {seconds(count):.1f} s")
    print("held after each quarter:", ", ".join(f"{megabytes:.1f} MB" for megabytes in held(count)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
