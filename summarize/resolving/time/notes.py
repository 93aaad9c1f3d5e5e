"""The notes of a time: what its value took for granted, in words, and for the rules that come after."""

from __future__ import annotations

from summarize.record import Time


def has_note(time: Time, note: str) -> bool:
    """Whether a note stands with a time, alone or among others."""
    return note in (time.note or "")


def with_note(time: Time, note: str) -> Time:
    """The time with one note more."""
    return time.model_copy(update={"note": f"{time.note}; {note}" if time.note else note})
