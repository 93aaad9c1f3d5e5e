"""What a resolver returns when it cannot say: a reason, never a guess and never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Unresolved:
    """No value, and why."""

    reason: str
