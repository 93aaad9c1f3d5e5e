"""A made-up article and its summary, coded by hand; spans are built from the text itself."""

from __future__ import annotations

from datetime import date

from summarize.article import Article, Sentence
from summarize.record import (
    ActorClass,
    Approximator,
    Confirmation,
    ConfirmationState,
    DatelineBasis,
    Event,
    EventSummary,
    EventType,
    Figure,
    FigureKind,
    Granularity,
    Loss,
    LossKind,
    Measure,
    Modality,
    Mode,
    Participant,
    Place,
    Precision,
    PromptUsed,
    Provenance,
    Role,
    Source,
    SourceLink,
    SourceType,
    Span,
    Stance,
    Status,
    SummarySentence,
    Time,
    TimeBasis,
    TimeMod,
    Usage,
)

SENTENCES = (
    "Government troops have taken the town of Tell Marzan from the Orchard Brigade, a monitoring group said.",
    "The Upland Observatory (UO) said on Saturday over 1,200 families had fled, The Upland Post wrote.",
    "The interior ministry did not confirm the capture.",
    "The brigade plans to hold talks in Geneva next month.",
)
TEXT = " ".join(SENTENCES)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=TEXT[start : start + len(words)])


def _sentences() -> tuple[Sentence, ...]:
    starts = [TEXT.index(sentence) for sentence in SENTENCES]
    return tuple(
        Sentence(number, start, start + len(text), text)
        for number, (start, text) in enumerate(zip(starts, SENTENCES, strict=True), 1)
    )


ARTICLE = Article(
    text=TEXT,
    sentences=_sentences(),
    dateline=date(2019, 3, 10),
    dateline_basis=DatelineBasis.GIVEN,
    id="tell-marzan",
    publisher="The Harbour Herald",
)

ON_SATURDAY = Time(
    text="on Saturday",
    span=span("on Saturday"),
    edtf="../2019-03-09",
    latest=date(2019, 3, 9),
    granularity=Granularity.DAY,
    mod=TimeMod.ON_OR_BEFORE,
    basis=TimeBasis.REPORT_BOUND,
)

OBSERVATORY = Source(
    id="s1",
    chain=(
        SourceLink(
            name="The Upland Observatory (UO)",
            span=span("The Upland Observatory (UO)"),
            type=SourceType.MONITOR_NGO,
            verb="said",
        ),
        SourceLink(name="The Upland Post", span=span("The Upland Post"), type=SourceType.NEWS_OUTLET),
    ),
    stance=Stance.ASSERTS,
    quoted=False,
    evidence=(span("The Upland Observatory (UO) said on Saturday"),),
)

CAPTURE = Event(
    id="e1",
    mode=Mode.EVENT,
    type=EventType.TERRITORY_CAPTURED,
    participants=(
        Participant(
            name="Government troops",
            role=Role.ACTOR,
            span=span("Government troops"),
            actor_class=ActorClass.STATE_FORCES,
            backed_by=("Russia",),
        ),
        Participant(
            name="the Orchard Brigade",
            role=Role.RECIPIENT,
            span=span("the Orchard Brigade"),
            canonical="Orchard Brigade",
            actor_class=ActorClass.REBEL_GROUP,
        ),
    ),
    places=(
        Place(
            name="the town of Tell Marzan",
            span=span("the town of Tell Marzan"),
            precision=Precision.SETTLEMENT,
            resolved="Tell Marzan",
            admin1="Homs",
            country="SYR",
            lat=34.8853,
            lon=38.8711,
            geonames_id=1,
        ),
    ),
    time=ON_SATURDAY,
    modality=Modality.ACTUAL,
    sources=("s1",),
    status=Status.REPORTED,
    confirmation=Confirmation(
        by="The interior ministry", span=span("The interior ministry"), state=ConfirmationState.ABSENT
    ),
    description="Government troops took the town of Tell Marzan from the Orchard Brigade.",
    evidence=(span(SENTENCES[0]),),
)

TALKS = Event(
    id="e2",
    mode=Mode.EVENT,
    type=EventType.TALKS,
    participants=(Participant(name="The brigade", role=Role.PARTICIPANT, span=span("The brigade")),),
    places=(Place(name="Geneva", span=span("Geneva"), precision=Precision.SETTLEMENT, country="CHE"),),
    time=Time(
        text="next month",
        span=span("next month"),
        edtf="2019-04",
        earliest=date(2019, 4, 1),
        latest=date(2019, 4, 30),
        granularity=Granularity.MONTH,
        basis=TimeBasis.EXPLICIT,
    ),
    modality=Modality.PLANNED,
    status=Status.PLANNED,
    description="The Orchard Brigade plans talks in Geneva.",
    evidence=(span(SENTENCES[3]),),
)

FAMILIES = Figure(
    id="f1",
    kind=FigureKind.DISPLACED,
    text="over 1,200",
    span=span("over 1,200"),
    min=1200,
    min_inclusive=False,
    best=1200,
    unit="families",
    approximator=Approximator.MORE_THAN,
    measure=Measure.CUMULATIVE,
    subject="families",
    as_of=ON_SATURDAY,
    event="e1",
    sources=("s1",),
    evidence=(span(SENTENCES[1]),),
)

SUMMARY = EventSummary(
    document=ARTICLE.document,
    headline="Government troops took Tell Marzan, The Upland Observatory (UO) reported.",
    summary=(
        SummarySentence(text="Government troops took Tell Marzan on or before 9 March 2019.", events=("e1",)),
        SummarySentence(text="More than 1,200 families fled.", figures=("f1",)),
    ),
    main_event="e1",
    events=(CAPTURE, TALKS),
    figures=(FAMILIES,),
    sources=(OBSERVATORY,),
    losses=(
        Loss(
            kind=LossKind.UNGROUNDED,
            text="12 soldiers were killed",
            reason="these words are not in the article",
            where="sentence 3",
        ),
    ),
    provenance=Provenance(
        package="summarize-events 1.0",
        schema_version="1.0",
        model="scripted",
        chosen="flag",
        strategy="article",
        prompt=PromptUsed(name="article", version="1", digest="0123456789abcdef"),
    ),
    usage=Usage(calls=2, prompt_tokens=1500, completion_tokens=320, seconds=3.25),
)
