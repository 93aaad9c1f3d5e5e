"""The labels of one article: what a case file holds, in the terms of the record.

Alternatives are first class: wherever a field takes several values, each of them is right. `optional` marks what
a reader may leave out: it costs nothing to miss it and nothing to find it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from summarize.evaluation.edtf import bounds
from summarize.evaluation.splits import Split
from summarize.record import EventType, FigureKind, Modality, Role, Status, TimeBasis


class _OneOrSeveral:
    """Lets a field that takes alternatives be written as a single value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


def _checked_edtf(value: str) -> str:
    bounds(value)
    return value


_T = TypeVar("_T")
OneOf = Annotated[tuple[_T, ...], Field(min_length=1), _OneOrSeveral()]
"""One value, or a list of which each is acceptable."""
Several = Annotated[tuple[_T, ...], _OneOrSeveral()]
"""Any number of values."""
Quote = Annotated[str, Field(min_length=1)]
"""Words of the article, as they stand there."""
Edtf = Annotated[str, Field(coerce_numbers_to_str=True), AfterValidator(_checked_edtf)]
"""A date or an interval in the Extended Date/Time Format (ISO 8601-2)."""


class Label(BaseModel):
    """Base of every label: frozen, closed, documented field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class TextReference(Label):
    """A text that is kept elsewhere."""

    data: str = Field(pattern=r"^\w[\w.-]*$")
    """Data set: a folder in one of the places that the loader is given."""
    id: str = Field(pattern=r"^\w[^/\\]*$")
    """File in that folder, without `.txt`, or the id of a row in its JSON Lines or CSV files."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the text in UTF-8."""


class Named(Label):
    """Somebody or something with a name."""

    names: OneOf[Quote]
    """Acceptable mentions, each as it stands in the article."""
    canonical: Several[str] = ()
    """Usual names by which it may be resolved; these need not stand in the article."""
    optional: bool = False
    """Whether it may be left out."""


class GoldParticipant(Named):
    """Somebody in an event."""

    role: OneOf[Role]
    """What it does in the event."""


class GoldPlace(Named):
    """Where; `canonical` holds the gazetteer's names."""


class GoldSource(Named):
    """Who vouches for an event: the origin of the chain, not the outlet that relays it."""


class GoldTime(Label):
    """When."""

    edtf: OneOf[Edtf]
    """Acceptable dates or intervals."""
    basis: OneOf[TimeBasis]
    """What ties the time to the event."""
    quote: Quote | None = None
    """The time expression; left out when only the dateline speaks."""
    optional: bool = False
    """Whether it may be left out."""


class GoldEvent(Label):
    """Something that happens, or a state that holds."""

    type: OneOf[EventType]
    """Codebook type."""
    evidence: OneOf[Quote]
    """The words that report it; each stands once in the article."""
    participants: tuple[GoldParticipant, ...] = ()
    """Who."""
    places: tuple[GoldPlace, ...] = ()
    """Where."""
    time: GoldTime | None = None
    """When; left out when the text and the dateline do not say."""
    modality: OneOf[Modality] = (Modality.ACTUAL,)
    """What the text says of it."""
    status: OneOf[Status]
    """Who vouches for it."""
    sources: tuple[GoldSource, ...] = ()
    """Origins; empty when the writer speaks in their own voice."""
    optional: bool = False
    """Whether it may be left out."""
    note: str | None = None
    """Why it is coded like this, where that can be contested."""


class GoldFigure(Label):
    """A reported quantity."""

    kind: OneOf[FigureKind]
    """What it counts."""
    quote: Quote
    """The figure with its hedge."""
    within: Quote | None = None
    """More words around the quotation; needed when it stands more than once."""
    min: float | None = None
    """Lower bound."""
    max: float | None = None
    """Upper bound."""
    best: float | None = None
    """The one number the source offers; never a midpoint."""
    optional: bool = False
    """Whether it may be left out."""
    note: str | None = None
    """Why it is coded like this, where that can be contested."""


class Case(Label):
    """One article with its labels."""

    id: str = Field(pattern=r"^[\w.-]+$")
    """Unique in its suite; also the name of its cassettes."""
    text: Annotated[str, Field(min_length=1)] | TextReference
    """The article, or a reference to it."""
    origin: str
    """Where the text comes from."""
    licence: str
    """Licence of the text."""
    made_up: bool
    """Whether the article was written for testing and reports nothing that happened."""
    dateline: Annotated[date, Field(ge=date(1600, 1, 1), le=date(2099, 12, 31))] | None = None
    """Day of publication, of the years that articles are read of; left out when the text itself begins with it."""
    events: tuple[GoldEvent, ...] = ()
    """Every codable event; empty for an article without one."""
    figures: tuple[GoldFigure, ...] = ()
    """Every reported quantity."""
    tags: tuple[str, ...] = ()
    """What the case is good for, such as the traps it holds."""
    split: Split
    """By the rule of `split_of`; `test` is not looked at while prompts are being written."""
    notes: tuple[str, ...] = ()
    """Contested calls, and where two passes of labelling differed."""
