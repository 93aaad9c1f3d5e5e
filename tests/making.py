"""Small records for tests; every span is cut from the text given."""

from __future__ import annotations

from datetime import date

from summarize.record import (
    ActorClass,
    Event,
    EventType,
    Granularity,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    Role,
    Span,
    Status,
    Time,
    TimeBasis,
    TimeMod,
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """The nth occurrence of `words` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def words(name: str, start: int = 0) -> Span:
    """A span for a name whose place in the text does not matter."""
    return Span(start=start, end=start + len(name), text=name)


def party(name: str, role: Role = Role.ACTOR, *, start: int = 0, **fields: object) -> Participant:
    """A participant as written."""
    return Participant(name=name, role=role, span=words(name, start), **fields)  # type: ignore[arg-type]


def place(name: str, precision: Precision = Precision.SETTLEMENT, **fields: object) -> Place:
    """A place as written, resolved to its own name."""
    return Place(name=name, span=words(name), precision=precision, **({"resolved": name} | fields))  # type: ignore[arg-type]


def on(day: date, basis: TimeBasis = TimeBasis.EXPLICIT) -> Time:
    """One day."""
    return Time(edtf=day.isoformat(), earliest=day, latest=day, granularity=Granularity.DAY, basis=basis)


def by(day: date, basis: TimeBasis = TimeBasis.REPORT_BOUND) -> Time:
    """A day or any before it."""
    return Time(
        edtf=f"../{day.isoformat()}", latest=day, granularity=Granularity.DAY, mod=TimeMod.ON_OR_BEFORE, basis=basis
    )


def event(
    kind: EventType = EventType.SHELLING,
    *parties: Participant,
    places: tuple[Place, ...] = (),
    time: Time | None = None,
    modality: Modality = Modality.ACTUAL,
    at: int = 0,
    **fields: object,
) -> Event:
    """An event told in a sentence that starts at `at`."""
    evidence = words("x" * 60, at)
    return Event(
        id=f"e{at}",
        mode=Mode.EVENT,
        type=kind,
        participants=parties,
        places=places,
        time=time,
        modality=modality,
        status=Status.STATED,
        description="",
        evidence=(evidence,),
        **fields,  # type: ignore[arg-type]
    )


ARMY = {"actor_class": ActorClass.STATE_FORCES, "country": "SYR"}
