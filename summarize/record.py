"""What comes out: the typed, sourced event summary of one article.

Three layers are kept apart. What the text *says* is quoted in spans; what code *derives* from it
(times, numbers, status, ids) stands beside the quotation; what an export flattens is not here.
Unknown is `None`, never a guess. Every event, figure and source carries at least one span of the
article's own words. The docstring of each field is the codebook the reference page is printed from.

Field names follow the field's own vocabularies: UCDP and ACLED for events and actors, PLOVER for
event groups, ISO-TimeML (TIMEX3) for `mod`, the Extended Date/Time Format (ISO 8601-2) for `edtf`,
FactBank for the distinction between what happened and who vouches for it.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.1"
"""Version of the record's shape; a change that breaks readers changes the first number."""


class Record(BaseModel):
    """Base of every part of the record: frozen, closed, documented field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class EventType(StrEnum):
    """The 24 event types and `other`; `summarize.codebook` defines each."""

    BATTLE = "battle"
    TERRITORY_CAPTURED = "territory_captured"
    OFFENSIVE = "offensive"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    CHEMICAL_ATTACK = "chemical_attack"
    ATTACK_ON_CIVILIANS = "attack_on_civilians"
    ABDUCTION = "abduction"
    PROTEST = "protest"
    RIOT = "riot"
    MOBILIZATION = "mobilization"
    WITHDRAWAL = "withdrawal"
    DETENTION = "detention"
    RESTRICTION = "restriction"
    PROPERTY_DESTRUCTION = "property_destruction"
    AGREEMENT = "agreement"
    TALKS = "talks"
    VERBAL_CONFLICT = "verbal_conflict"
    DISPLACEMENT = "displacement"
    AID_DELIVERY = "aid_delivery"
    TERRITORIAL_CONTROL = "territorial_control"
    FORCE_PRESENCE = "force_presence"
    HUMANITARIAN_SITUATION = "humanitarian_situation"
    OTHER = "other"


class Mode(StrEnum):
    """Whether something happens or a state holds."""

    EVENT = "event"
    SITUATION = "situation"


class Role(StrEnum):
    """What a participant does in an event."""

    ACTOR = "actor"
    """Does it."""
    RECIPIENT = "recipient"
    """It is done to: whoever is hit, taken from, detained."""
    PARTICIPANT = "participant"
    """One of several sides without direction."""
    SUPPORTER = "supporter"
    """Backs a side in this event."""
    AFFECTED = "affected"
    """The displaced, the trapped, the deprived."""


class ActorClass(StrEnum):
    """What kind of actor it is; after ACLED's actor types, with media and organisations added."""

    STATE_FORCES = "state_forces"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    PEACEKEEPERS = "peacekeepers"
    GOVERNMENT = "government"
    IGO = "igo"
    NGO = "ngo"
    MEDIA = "media"
    UNIDENTIFIED_ARMED = "unidentified_armed"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """What the text says of the event's standing in the world."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Status(StrEnum):
    """Who vouches for the event; derived, the first rule that matches wins."""

    HYPOTHETICAL = "hypothetical"
    PLANNED = "planned"
    DENIED = "denied"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    CLAIMED = "claimed"
    REPORTED = "reported"
    STATED = "stated"


class Stance(StrEnum):
    """What a source does with the content attributed to it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    NO_CONFIRMATION = "no_confirmation"
    DECLINES_COMMENT = "declines_comment"


class SourceType(StrEnum):
    """What kind of source a link of the chain is."""

    PARTY_OFFICIAL = "party_official"
    STATE_MEDIA = "state_media"
    THIRD_STATE_OFFICIAL = "third_state_official"
    IGO = "igo"
    MONITOR_NGO = "monitor_ngo"
    AID_NGO = "aid_ngo"
    NEWS_AGENCY = "news_agency"
    NEWS_OUTLET = "news_outlet"
    WITNESS = "witness"
    SOCIAL_MEDIA = "social_media"
    ANONYMOUS_OFFICIAL = "anonymous_official"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class DatelineBasis(StrEnum):
    """Where the publication date was taken from."""

    METADATA = "metadata"
    TEXT = "text"
    GIVEN = "given"
    NONE = "none"


class Granularity(StrEnum):
    """The unit a time expression speaks in."""

    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


class TimeMod(StrEnum):
    """Modifier of a time, as in TIMEX3 `mod`."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class TimeBasis(StrEnum):
    """What ties the time to the event."""

    EXPLICIT = "explicit"
    """The phrase dates the event itself."""
    REPORT_BOUND = "report_bound"
    """The phrase dates the statement; the event is on or before it."""
    QUOTE_RELATIVE = "quote_relative"
    """A word such as "today" inside a quotation, counted from the day it was said."""
    PUBLICATION = "publication"
    """Nothing but the dateline."""
    INFERRED = "inferred"
    """From another event's time or the order of the text; `note` says which."""


class Precision(StrEnum):
    """How narrow a place is."""

    SITE = "site"
    SETTLEMENT = "settlement"
    NEAR_SETTLEMENT = "near_settlement"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION_FUZZY = "region_fuzzy"
    COUNTRY = "country"
    INTERNATIONAL = "international"


class FigureKind(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    MISSING = "missing"
    CAPTURED = "captured"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    RETURNED = "returned"
    REMAINING = "remaining"
    BESIEGED = "besieged"
    FIGHTERS = "fighters"
    PARTICIPANTS = "participants"
    AREA_CONTROLLED_PERCENT = "area_controlled_percent"
    AREA = "area"
    SETTLEMENTS = "settlements"
    EQUIPMENT = "equipment"
    STRIKES = "strikes"
    DISTANCE = "distance"
    DURATION = "duration"
    MONEY = "money"
    AID = "aid"
    OTHER = "other"


class Approximator(StrEnum):
    """The hedge a figure is given with."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    ESTIMATED = "estimated"
    SEVERAL = "several"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


class Measure(StrEnum):
    """Whether a figure counts what happened, what has added up, or what there is."""

    FLOW = "flow"
    """In one event."""
    CUMULATIVE = "cumulative"
    """Since some start."""
    STOCK = "stock"
    """At one time."""


class ConfirmationState(StrEnum):
    """Whether a named body has confirmed an event."""

    GIVEN = "given"
    ABSENT = "absent"
    REFUSED = "refused"


class RelationKind(StrEnum):
    """How one event stands to another."""

    PART_OF = "part_of"
    PRECEDES = "precedes"
    SAME_AS = "same_as"


class LossKind(StrEnum):
    """Why something is not in the record."""

    UNGROUNDED = "ungrounded"
    """The model's words are not the article's."""
    INVALID = "invalid"
    """An item of the reply does not fit the schema."""
    TRUNCATED = "truncated"
    """The reply was cut off."""
    REFUSED = "refused"
    """The model declined to answer."""
    CALL_FAILED = "call_failed"
    """No answer came for a passage."""
    UNREACHED = "unreached"
    """A part of the article was not read."""
    UNRESOLVED = "unresolved"
    """A quoted phrase could not be turned into a value."""
    MISSING = "missing"
    """The text itself leaves out what the record would hold."""
    REPAIRED = "repaired"
    """An answer was corrected by a rule; both readings are named."""
    UNSURE = "unsure"
    """Its confidence is below what was asked for."""


class Span(Record):
    """Words of the article: `source[start:end] == text`, always."""

    start: int = Field(ge=0)
    """First character, counted in Unicode code points of the stored text."""
    end: int = Field(ge=0)
    """One past the last character."""
    text: str = Field(min_length=1)
    """The words themselves."""

    @model_validator(mode="after")
    def _extent_fits_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}:{self.end} is {self.end - self.start} characters long, its text {len(self.text)}"
            )
        return self


class Document(Record):
    """The article the summary was made from."""

    id: str
    """File stem, JSON Lines id, or the first 16 digits of the text's SHA-256."""
    title: str | None = None
    """Headline, when the input names one."""
    publisher: str | None = None
    """Outlet that published the text, when the input names one."""
    dateline: date | None = None
    """Date the article counts from."""
    dateline_basis: DatelineBasis
    """Where the dateline was taken from."""
    language: str
    """ISO 639-1 code, as given; `en` unless said otherwise."""
    sha256: str
    """SHA-256 of the stored text in UTF-8."""
    characters: int
    """Length of the stored text in Unicode code points."""
    origin: str | None = None
    """Path or address it was read from."""


class Time(Record):
    """When: the phrase as written, and what code makes of it."""

    text: str | None = None
    """The time expression as written; null when only the dateline speaks."""
    span: Span | None = None
    """Where that expression stands."""
    edtf: str
    """Extended Date/Time Format (ISO 8601-2), `..` for an open end."""
    earliest: date | None = None
    """First day it can be; null when open."""
    latest: date | None = None
    """Last day it can be; null when open."""
    granularity: Granularity
    """Unit the expression speaks in."""
    mod: TimeMod | None = None
    """TIMEX3 modifier."""
    basis: TimeBasis
    """What ties this time to the event."""
    note: str | None = None
    """Why there are bounds, or which readings there are."""


class Place(Record):
    """Where: the name as written, and the gazetteer's entry when one is found."""

    name: str
    """As written."""
    span: Span
    """Where the name stands."""
    precision: Precision
    """How narrow the place is."""
    resolved: str | None = None
    """The gazetteer's name."""
    admin1: str | None = None
    """First-order division."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    lat: float | None = None
    """Degrees north, WGS 84; from the gazetteer only."""
    lon: float | None = None
    """Degrees east, WGS 84; from the gazetteer only."""
    geonames_id: int | None = None
    """GeoNames identifier."""
    inferred: str | None = None
    """Reason, when the place is settled by another mention, as "the city" by the name before it."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Probability that the event is placed here, given that the event is right; null where the strategy gives none."""


class Participant(Record):
    """Somebody in an event."""

    name: str
    """As written."""
    role: Role
    """What it does in the event."""
    span: Span
    """Where the name stands."""
    canonical: str | None = None
    """Usual name, from the article itself or the lexicon."""
    actor_class: ActorClass | None = None
    """What kind of actor it is."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    side: str | None = None
    """Label shared by participants that the text puts on one side."""
    backed_by: tuple[str, ...] = ()
    """Backers the text names, as in "Russian-backed"."""
    inferred: str | None = None
    """Reason, when the value stands outside the event's own sentence."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Probability that it is in the event in this role, given that the event is right; null where the strategy gives
    none."""


class SourceLink(Record):
    """One link of the chain from origin to publisher."""

    name: str | None = None
    """As written; null for the unnamed."""
    span: Span | None = None
    """Where the name stands."""
    type: SourceType
    """What kind of source it is."""
    canonical: str | None = None
    """Usual name, when the article or the lexicon settles it."""
    party: str | None = None
    """The side it speaks for."""
    verb: str | None = None
    """Reporting verb or phrase, as written."""
    time: Time | None = None
    """When it spoke."""


class Source(Record):
    """Who says so."""

    id: str
    """Stable within the record."""
    chain: tuple[SourceLink, ...] = Field(min_length=1)
    """From origin to the outlet that relays it."""
    stance: Stance
    """What the source does with the content."""
    quoted: bool
    """Whether the content is in direct speech."""
    evidence: tuple[Span, ...] = Field(min_length=1)
    """The words that attribute."""


class Confirmation(Record):
    """A body the text names as having confirmed, not confirmed, or refused to."""

    by: str | None = None
    """The body, as written; null where none is named, as in "could not be independently verified"."""
    span: Span
    """Where it is named, or the words that say it."""
    state: ConfirmationState
    """`absent` never changes the event's modality."""


class Relation(Record):
    """How this event stands to another of the record."""

    kind: RelationKind
    """The relation."""
    event: str
    """Id of the other event."""


class Event(Record):
    """Something that happens, or a state that holds at a time."""

    id: str
    """Stable: a hash of type, participants, place and time."""
    mode: Mode
    """Event or situation."""
    type: EventType
    """Codebook type."""
    label: str | None = None
    """Free label; required where the type is `other`."""
    participants: tuple[Participant, ...] = ()
    """Who; may be empty, as in "four were killed in a bombing"."""
    places: tuple[Place, ...] = ()
    """Where, most specific first."""
    time: Time | None = None
    """When."""
    modality: Modality
    """What the text says of it."""
    sources: tuple[str, ...] = ()
    """Ids of the sources; empty when the writer speaks in their own voice."""
    status: Status
    """Who vouches for it, by rule."""
    confirmation: Confirmation | None = None
    """Confirmation the text gives, misses or reports refused."""
    background: bool = False
    """Context rather than news."""
    relations: tuple[Relation, ...] = ()
    """Relations to other events."""
    description: str
    """One plain sentence worded from the fields."""
    evidence: tuple[Span, ...] = Field(min_length=1)
    """The sentences it was read from."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Probability that the article reports this event and that it is of this type, calibrated on labelled articles;
    null where the strategy gives none. It says how sure the reading is, not whether what was reported is true."""


class Figure(Record):
    """A reported quantity, with its hedge."""

    id: str
    """Stable within the record."""
    kind: FigureKind
    """What is counted."""
    text: str
    """As written, hedge included."""
    span: Span
    """Where it stands."""
    min: float | None = None
    """Lower bound."""
    max: float | None = None
    """Upper bound."""
    min_inclusive: bool = True
    """Whether the lower bound itself is possible."""
    max_inclusive: bool = True
    """Whether the upper bound itself is possible."""
    best: float | None = None
    """The one number the source offers; never a midpoint."""
    unit: str | None = None
    """What one of it is: people, percent, km."""
    approximator: Approximator
    """The hedge."""
    measure: Measure
    """Flow, cumulative or stock."""
    subject: str | None = None
    """Who or what is counted, as written."""
    part_of: str | None = None
    """Id of the larger figure this one is counted in, as in "12 people, including two children"."""
    place: Place | None = None
    """Where it was counted."""
    as_of: Time | None = None
    """The time it holds for."""
    event: str | None = None
    """Id of the event it belongs to."""
    sources: tuple[str, ...] = ()
    """Ids of the sources; empty for the writer's own voice."""
    evidence: tuple[Span, ...] = Field(min_length=1)
    """The sentence it was read from."""


class Loss(Record):
    """Something dropped, repaired, not found or not reached."""

    kind: LossKind
    """What became of it."""
    text: str | None = None
    """The words in question, cut to a readable length."""
    reason: str
    """Why, in plain words."""
    where: str
    """Field, sentence or passage."""


class SummarySentence(Record):
    """A sentence of the summary, tied to what it states."""

    text: str
    """The sentence."""
    events: tuple[str, ...] = ()
    """Ids of the events it states."""
    figures: tuple[str, ...] = ()
    """Ids of the figures it states."""


class PromptUsed(Record):
    """The prompt that was sent."""

    name: str
    """Name in its front matter."""
    version: str
    """Version in its front matter."""
    digest: str
    """SHA-256 of the prompt with its examples, first 16 digits."""


class Provenance(Record):
    """What made this record."""

    package: str
    """Distribution and version."""
    schema_version: str
    """Version of the record's shape."""
    model: str
    """Model name as asked for."""
    endpoint: str | None = None
    """Address of the server; null for the embedded model."""
    chosen: str
    """Why this model: flag, environment, settings file or default."""
    strategy: str
    """`article`, `sentence` or `weighed`."""
    prompt: PromptUsed
    """The prompt that was sent."""
    min_confidence: float | None = Field(default=None, ge=0, le=1)
    """Confidence below which events, participants and places were left out; null when nothing was."""


class Usage(Record):
    """What it took, counting every attempt."""

    calls: int = Field(default=0, ge=0)
    """Requests sent, retries included."""
    prompt_tokens: int = Field(default=0, ge=0)
    """Tokens read."""
    completion_tokens: int = Field(default=0, ge=0)
    """Tokens written."""
    cached_tokens: int = Field(default=0, ge=0)
    """Tokens read that the server still had."""
    cost_usd: float | None = None
    """US dollars, when the price of the model is known."""
    seconds: float = Field(default=0.0, ge=0)
    """Wall-clock time."""

    def __add__(self, other: Usage) -> Usage:
        """Sum of two usages; the cost is unknown when either is unknown and took calls."""
        known = [usage.cost_usd for usage in (self, other) if usage.calls]
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost_usd=None if not known or None in known else sum(cost for cost in known if cost is not None),
            seconds=self.seconds + other.seconds,
        )


class EventSummary(Record):
    """Who did what to whom, where, when, who says so, how sure, and every figure."""

    schema_version: str = SCHEMA_VERSION
    """Version of this shape."""
    document: Document
    """The article."""
    headline: str
    """One sentence that carries the lead attribution."""
    summary: tuple[SummarySentence, ...] = ()
    """One to five sentences; empty when nothing codable was found."""
    main_event: str | None = None
    """Id of the event the article is about."""
    events: tuple[Event, ...] = ()
    """Events and situations in order of appearance."""
    figures: tuple[Figure, ...] = ()
    """Every reported quantity in order of appearance."""
    sources: tuple[Source, ...] = ()
    """Who said what."""
    losses: tuple[Loss, ...] = ()
    """Everything dropped, repaired, not found or not reached."""
    provenance: Provenance
    """What made this record."""
    usage: Usage
    """What it took."""
