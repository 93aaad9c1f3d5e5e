"""Fields of the record in plain English, for the formats that people read."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from summarize.article import Article
from summarize.export.safe import one_line
from summarize.lexicon.nations import ETHNICITIES, NATIONALITIES
from summarize.record import (
    Confirmation,
    ConfirmationState,
    Event,
    EventSummary,
    EventType,
    Figure,
    FigureKind,
    Measure,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    Role,
    Source,
    SourceLink,
    SourceType,
    Span,
    Stance,
    Time,
    TimeBasis,
    TimeMod,
)

_BASIS = {
    TimeBasis.REPORT_BOUND: "report bound",
    TimeBasis.QUOTE_RELATIVE: "counted from the day of the quotation",
    TimeBasis.PUBLICATION: "from the date of publication",
    TimeBasis.INFERRED: "inferred",
}
_PART_OF_MONTH = {TimeMod.START: "early ", TimeMod.MID: "mid-", TimeMod.END: "late "}
_ROLES = {
    Role.ACTOR: "who",
    Role.RECIPIENT: "to whom",
    Role.PARTICIPANT: "between",
    Role.SUPPORTER: "backed by",
    Role.AFFECTED: "affected",
}
_PRECISIONS = {
    Precision.SITE: "site",
    Precision.SETTLEMENT: "town",
    Precision.NEAR_SETTLEMENT: "near it",
    Precision.ADMIN2: "district",
    Precision.ADMIN1: "province",
    Precision.REGION_FUZZY: "region",
    Precision.COUNTRY: "country",
    Precision.INTERNATIONAL: "beyond one country",
}
_MEASURED = frozenset((FigureKind.DISTANCE, FigureKind.AREA, FigureKind.DURATION, FigureKind.MONEY, FigureKind.AID))
_SOURCE_KINDS = {
    SourceType.PARTY_OFFICIAL: "official of a party",
    SourceType.STATE_MEDIA: "state media",
    SourceType.THIRD_STATE_OFFICIAL: "official of another state",
    SourceType.IGO: "international organisation",
    SourceType.MONITOR_NGO: "monitoring group",
    SourceType.AID_NGO: "aid organisation",
    SourceType.NEWS_AGENCY: "news agency",
    SourceType.NEWS_OUTLET: "news outlet",
    SourceType.WITNESS: "witness",
    SourceType.SOCIAL_MEDIA: "social media",
    SourceType.ANONYMOUS_OFFICIAL: "unnamed official",
    SourceType.DOCUMENT: "document",
    SourceType.UNKNOWN: "unnamed source",
}
_STANCES = {
    Stance.ASSERTS: "",
    Stance.DENIES: "denies it",
    Stance.NO_CONFIRMATION: "does not confirm it",
    Stance.DECLINES_COMMENT: "declines to comment",
}
_NEARLY_ALL = 99
_CONFIRMATIONS = {
    ConfirmationState.GIVEN: "yes, by {}",
    ConfirmationState.ABSENT: "no, not by {}",
    ConfirmationState.REFUSED: "no, {} would not",
}


def plain(name: str) -> str:
    """An enumeration's value as words: "territory_captured" to "territory captured"."""
    return name.replace("_", " ")


def title(event: Event) -> str:
    """What happened, by its type; the free label where the type is `other`."""
    words = event.label if event.type is EventType.OTHER and event.label else plain(event.type)
    return one_line(words[:1].upper() + words[1:])


def standing(event: Event, *, main: bool = False) -> str:
    """Status and whatever else sets the event apart, as in "reported · planned · background"."""
    tags = [str(event.status)]
    if event.modality not in {Modality.ACTUAL, event.status}:
        tags.append(str(event.modality))
    tags += ["situation"] * (event.mode is Mode.SITUATION)
    tags += ["background"] * event.background
    tags += ["main event"] * main
    return " · ".join(tags)


def day(value: date) -> str:
    """A date as in "5 August 2017"."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def period(earliest: date, latest: date) -> str:
    """The days from one to the other in the fewest words.

    >>> period(date(2017, 7, 1), date(2017, 7, 31)), period(date(2017, 7, 24), date(2017, 8, 5))
    ('July 2017', 'between 24 July and 5 August 2017')
    """
    if earliest == latest:
        return day(latest)
    last_of_month = calendar.monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and latest.day == last_of_month and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{calendar.month_name[latest.month]} {latest.year}"
        if (earliest.month, latest.month) == (1, 12):
            return str(latest.year)
    if earliest.year != latest.year:
        return f"between {day(earliest)} and {day(latest)}"
    if earliest.month != latest.month:
        return f"between {earliest.day} {calendar.month_name[earliest.month]} and {day(latest)}"
    return f"between {earliest.day} and {day(latest)}"


def _extent(time: Time) -> str:
    if time.earliest and time.latest:
        month = (time.earliest.year, time.earliest.month) == (time.latest.year, time.latest.month)
        if time.mod in _PART_OF_MONTH and month and time.earliest != time.latest:
            return f"{_PART_OF_MONTH[time.mod]}{calendar.month_name[time.latest.month]} {time.latest.year}"
        return period(time.earliest, time.latest)
    if time.latest:
        return day(time.latest)
    return day(time.earliest) if time.earliest else ""


def moment(time: Time) -> str:
    """The time in words with its basis: "on or before 5 August 2017 (report bound)"."""
    extent = _extent(time)
    if not extent:
        extent = f"not dated: {one_line(time.text)}" if time.text else "unknown"
    elif time.mod is TimeMod.BEFORE:
        extent = f"before {day(time.latest or time.earliest or date.max)}"
    elif time.mod is TimeMod.AFTER:
        extent = f"after {day(time.earliest or time.latest or date.min)}"
    elif time.mod is TimeMod.ON_OR_BEFORE or (time.latest and not time.earliest):
        extent = f"on or before {day(time.latest or time.earliest or date.max)}"
    elif time.mod is TimeMod.ON_OR_AFTER or (time.earliest and not time.latest):
        extent = f"on or after {day(time.earliest or time.latest or date.min)}"
    elif time.mod is TimeMod.APPROX:
        extent = f"about {extent}"
    return f"{extent} ({_BASIS[time.basis]})" if time.basis in _BASIS else extent


def when(time: Time | None) -> str:
    """`moment` with the words of the article behind it; empty when there is no time."""
    if time is None:
        return ""
    words = f" “{one_line(time.text)}”" if time.text and _extent(time) else ""
    return moment(time) + words


def where(place: Place) -> str:
    """The place as written and as resolved: "al-Sukhna (As Sukhnah, Homs, SYR · 34.885, 38.871)"."""
    parts = dict.fromkeys(filter(None, (place.resolved, place.admin1, place.country)))
    known = ", ".join(one_line(part) for part in parts if part != place.name)
    precise = "" if place.precision is Precision.SETTLEMENT and place.lat is not None else _PRECISIONS[place.precision]
    point = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
    inferred = f"inferred: {one_line(place.inferred)}" if place.inferred else ""
    notes = " · ".join(filter(None, (known, precise, point, inferred, sure(place))))
    return f"{one_line(place.name)} ({notes})" if notes else one_line(place.name)


def by_role(participants: Sequence[Participant]) -> Iterator[tuple[str, Participant]]:
    """Participants with the label of their role, those of one role together."""
    roles = list(_ROLES)
    for participant in sorted(participants, key=lambda one: roles.index(one.role)):
        yield _ROLES[participant.role], participant


def _backed(participant: Participant) -> str:
    """Backers that its name does not tell, as the text names them, which is by an adjective in "Russian-backed"."""
    backers = [name for name in participant.backed_by if f"{name}-backed" not in participant.name]
    adjectives = [f"{name}-backed" for name in backers if _is_adjective(name)]
    others = [name for name in backers if not _is_adjective(name)]
    return ", ".join([*adjectives, *([f"backed by {', '.join(others)}"] if others else [])])


def _is_adjective(name: str) -> bool:
    """Whether a name can stand before "-backed", as an adjective or an acronym does."""
    return name in NATIONALITIES or name in ETHNICITIES or name == "Western" or name.isupper()


def who(participant: Participant) -> str:
    """The participant as written, and what is known of it."""
    usual = participant.canonical
    notes = [usual] if usual and usual.casefold() != participant.name.casefold().removeprefix("the ") else []
    kind = plain(participant.actor_class or "")
    notes += [kind] if kind not in {"", participant.name.casefold()} else []
    notes += [participant.country] if participant.country else []
    notes += [_backed(participant)]
    notes += [f"inferred: {participant.inferred}"] if participant.inferred else []
    notes += [sure(participant)]
    name = one_line(participant.name)
    told = "; ".join(one_line(note) for note in notes if note)
    return f"{name} ({told})" if told else name


def sure(item: Event | Participant | Place) -> str:
    """How sure the reading is, as "72 % sure"; empty where nothing is known of it. Never 0 or 100."""
    if item.confidence is None:
        return ""
    percent = round(100 * item.confidence)
    return f"{'under 1' if percent < 1 else 'over 99' if percent > _NEARLY_ALL else percent} % sure"


def _link(link: SourceLink) -> str:
    return one_line(link.name) if link.name else _SOURCE_KINDS[link.type]


def voice(source: Source) -> str:
    """Origin, relays and stance: "SOHR, relayed by ALJAZEERA"."""
    origin, *relays = source.chain
    relayed = f", relayed by {', then '.join(_link(link) for link in relays)}" if relays else ""
    stance = _STANCES[source.stance]
    return f"{_link(origin)}{relayed}{f' ({stance})' if stance else ''}"


def voices(event: Event | Figure, sources: Mapping[str, Source]) -> str:
    """Everybody who vouches, of those known; the article itself when nobody does."""
    if not event.sources:
        return "the article itself"
    return "; ".join(voice(sources[key]) for key in event.sources if key in sources)


def source_kind(source: Source) -> str:
    """What kind of source the origin is and how it speaks."""
    origin = source.chain[0]
    party = f"for {one_line(origin.party)}" if origin.party else ""
    verb = f"“{one_line(origin.verb)}”" if origin.verb else ""
    speech = "direct speech" if source.quoted else ""
    return ", ".join(filter(None, (_SOURCE_KINDS[origin.type], party, verb, speech, when(origin.time))))


def confirmation(given: Confirmation) -> str:
    """Whether it was confirmed: "yes, by …", "no, not by …", "no, … would not"; by nobody named: "yes" or "no"."""
    if given.by is None:
        return "yes" if given.state is ConfirmationState.GIVEN else "no"
    return _CONFIRMATIONS[given.state].format(one_line(given.by))


def number(value: float) -> str:
    """A number with thousands separators and no needless decimals.

    >>> number(200000.0), number(1.5)
    ('200,000', '1.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def amount(figure: Figure) -> str:
    """The value code read: "> 200,000", "20,000–50,000", "2,000"; "no number" for vague ones."""
    low, high, best = figure.min, figure.max, figure.best
    if low is not None and high is not None and low != high:
        value = f"{number(low)}–{number(high)}"
    elif low is not None and high is None:
        value = f"{'≥' if figure.min_inclusive else '>'} {number(low)}"
    elif high is not None and low is None:
        value = f"{'≤' if figure.max_inclusive else '<'} {number(high)}"
    elif best is not None or low is not None:
        value = number(best if best is not None else low or 0.0)
    else:
        return "no number"
    if figure.unit == "percent":
        return f"{value} %"
    return f"{value} {one_line(figure.unit)}" if figure.unit and figure.kind in _MEASURED else value


def counted(figure: Figure) -> str:
    """What is counted, without repeating the words of the figure: "displaced: people (cumulative)"."""
    kind = plain(figure.kind).removesuffix(" percent")
    what = one_line(figure.subject or "")
    if figure.kind is FigureKind.OTHER:
        words = what or one_line(figure.unit or "") or kind
    else:
        words = f"{kind}: {what}" if what and what.casefold() not in f"{figure.text} {kind}".casefold() else kind
    notes = [str(figure.measure)] if figure.measure is Measure.CUMULATIVE else []
    notes += ["part of a larger figure"] if figure.part_of else []
    return f"{words} ({', '.join(notes)})" if notes else words


def sentence_of(span: Span, article: Article | None) -> int | None:
    """Number of the sentence that a span starts in."""
    sentences = article.sentences if article else ()
    return next((s.number for s in sentences if s.start <= span.start < s.end), None)


def about(summary: EventSummary) -> str:
    """Line on the article: publisher, date, id."""
    document = summary.document
    published = f"dated {day(document.dateline)}" if document.dateline else "no date"
    parts = (document.publisher, document.title, published, document.id)
    return " · ".join(dict.fromkeys(one_line(part) for part in parts if part))


def made_by(summary: EventSummary) -> Iterator[str]:
    """What made the summary and what it took, in parts."""
    made, took = summary.provenance, summary.usage
    yield one_line(made.package)
    place = f"at {one_line(made.endpoint)}" if made.endpoint else "on this machine"
    yield f"model {one_line(made.model)} {place}, chosen by {one_line(made.chosen)}"
    yield f"strategy {one_line(made.strategy)}"
    prompt = made.prompt
    yield f"prompt {one_line(prompt.name)} {one_line(prompt.version)} [{one_line(prompt.digest)}]"
    yield f"{took.calls:,} call{'' if took.calls == 1 else 's'}"
    yield f"{took.prompt_tokens:,} + {took.completion_tokens:,} tokens"
    if took.cost_usd is not None:
        yield f"${took.cost_usd:.4f}"
    yield f"{took.seconds:.1f} s"
