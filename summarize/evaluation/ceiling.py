"""The ceiling of every table: how far two people who labelled the same articles agree."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import InputError
from summarize.evaluation.scores import View

CEILING = "agreement.json"
"""File of a suite that holds its ceiling."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Agreed(_Part):
    """F1 between two sets of labels, the same in either direction."""

    f1: float | None
    """From 0 to 1; None where neither labelled anything."""
    low: float | None = None
    """Lower end of the 95 % interval over documents."""
    high: float | None = None
    """Upper end."""


class Ceiling(_Part):
    """Agreement of two passes of labelling."""

    documents: int
    """Articles that both labelled."""
    first: str
    """Name of the first set of labels."""
    second: str
    """Name of the second."""
    fields: dict[View, dict[str, Agreed]]
    """Agreement by view and field."""
    alpha_type: float | None
    """Krippendorff's alpha, nominal, of the type of events that both found."""
    alpha_events: float | None
    """Krippendorff's alpha, ratio, of the number of events of an article, optional ones apart."""


def read_ceiling(path: Path) -> Ceiling:
    """Read what `summarize eval agreement --output` wrote.

    Raises:
        InputError: It cannot be read, or is something else.
    """
    try:
        return Ceiling.model_validate_json(path.read_bytes())
    except ValidationError as error:
        problem = f"is no agreement: {error.errors()[0]['msg']}"
        raise InputError(problem, where=str(path), hint="summarize eval agreement A B --output writes one") from error
    except OSError as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
