"""Who looked at the test half of a suite, when and how often.

A half that is looked at again and again is no test any more: what is chosen by it fits it. The ledger cannot prevent
that; it makes every report say so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import InputError, OutputError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.json_lines import lines_of

FILE: Final = "test-half.jsonl"
"""Name of the ledger, in the folder of its suite."""


class Look(BaseModel):
    """One look at the test half: a line of the ledger."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    id: str
    """Tells a look from another; one that was broken off and resumed is the same."""
    when: str
    """Date and time in UTC, ISO 8601, when it began."""
    output: str
    """Folder with its report."""
    variants: tuple[str, ...]
    """What was run, by name and digest of the prompt."""
    cases: tuple[str, ...]
    """Ids of the cases."""

    @classmethod
    def at(cls, cases: Iterable[LoadedCase], variants: Iterable[str], output: Path) -> Look:
        """A look that begins now."""
        loaded = sorted((one.case.id, one.digest) for one in cases)
        named = tuple(variants)
        told = repr((loaded, named, str(output.resolve())))
        return cls(
            id=hashlib.sha256(told.encode()).hexdigest()[:16],
            when=datetime.now(UTC).isoformat(timespec="seconds"),
            output=str(output),
            variants=named,
            cases=tuple(name for name, _ in loaded),
        )


@dataclass(frozen=True)
class Ledger:
    """The looks at the test half of a suite.

    Attributes:
        path: A JSON Lines file; it need not be there yet.
    """

    path: Path

    @classmethod
    def of(cls, suite: Path) -> Ledger:
        """The ledger of a suite."""
        return cls(suite / FILE)

    def looks(self) -> tuple[Look, ...]:
        """Every look so far.

        Raises:
            InputError: The file holds something else.
        """
        try:
            lines = lines_of(self.path) if self.path.exists() else []
            return tuple(Look.model_validate_json(line) for line in lines)
        except (OSError, ValueError, ValidationError) as error:
            hint = "repair it: the test half may have been looked at"
            raise InputError("is no ledger of the test half", where=str(self.path), hint=hint) from error

    def enter(self, look: Look) -> tuple[Look, ...]:
        """Write a look down, before anything is seen, and say which ones came before it.

        Args:
            look: What begins; if it is in the ledger already, it is gone on with and not counted again.

        Returns:
            The looks before it that have a case in common with it.

        Raises:
            InputError: The file holds something else.
            OutputError: It cannot be written.
        """
        found = self.looks()
        known = [one.id for one in found]
        before = found[: known.index(look.id)] if look.id in known else found
        if look.id not in known:
            try:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(f"{look.model_dump_json()}\n")
            except OSError as error:
                hint = "--dev-only leaves the test half alone"
                reason = f"cannot be written: {(error.strerror or str(error)).lower()}"
                raise OutputError(reason, where=str(self.path), hint=hint) from error
        return tuple(one for one in before if not set(look.cases).isdisjoint(one.cases))
