"""Whose a figure is, and when it holds."""

from __future__ import annotations

import pytest

from summarize import read_article
from summarize.draft import DraftEvent
from summarize.grounding import SourceText
from summarize.grounding.draft import ground
from summarize.record import Event, EventType, Figure
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import resolve_event
from summarize.resolving.reported import figures_of

DATELINE = "2024-07-10"


def _told(text: str, *kinds: EventType) -> tuple[list[Event], tuple[Figure, ...]]:
    """Events of these types and the figures of a one-sentence article."""
    article = read_article(text, dateline=DATELINE)
    context, source = ArticleContext(article), SourceText(article.text)
    drafts = (DraftEvent(1, kind) for kind in kinds)
    events = [resolve_event(ground(draft, article, source)[0], context)[0].event for draft in drafts]
    return events, figures_of(context, events)


@pytest.mark.parametrize(
    ("text", "kinds", "owners"),
    [
        (
            "People in Darin are in need, and 1,240 tons of food aid were delivered.",
            "humanitarian_situation aid_delivery",
            ["aid_delivery"],
        ),
        (
            "Gunmen captured Darin and abducted 300 girls.",
            "territory_captured abduction",
            ["abduction"],
        ),
        (
            "Gunmen captured Darin, killing 12 people and abducting 30.",
            "abduction territory_captured",
            ["territory_captured", "abduction"],
        ),
        (
            "The army shelled Darin, killing 12 people and displacing 5,000.",
            "displacement shelling",
            ["shelling", "displacement"],
        ),
        ("The war has killed 600,000 people and people fled Darin.", "displacement", [None]),
        ("People fled Darin as 40 were killed and men were arrested.", "displacement detention", ["detention"]),
        ("The army shelled Darin, and 12 families fled.", "shelling", ["shelling"]),
        ("The army shelled 40 villages and captured Darin.", "shelling territory_captured", ["shelling"]),
        (
            "The clashes displaced 9,000 people, of whom two thirds are children.",
            "battle displacement",
            ["displacement", "displacement"],
        ),
        ("The shelling killed 21 people, up from 15.", "shelling", ["shelling", None]),
        ("The army moved 12 km and shelled Darin.", "shelling", [None]),
        ("Shelling killed 30 people in Darin in 2014, and 41 died in October 2022.", "shelling", ["shelling", None]),
        ("Shelling killed 30 people last August; 32 died in a raid in 2021.", "shelling", ["shelling", None]),
        ("Shelling killed 30 people in May, and 41 died in June of their wounds.", "shelling", ["shelling", None]),
        ("Shelling killed 30 people in May, and 41 were wounded.", "shelling", ["shelling", "shelling"]),
        ("Shelling in May killed 30 people, and 41 died on 12 May 2024.", "shelling", ["shelling", "shelling"]),
        ("Shelling killed 30 people in May, and 41 who had fled in 2022 died.", "shelling", ["shelling", "shelling"]),
        ("Shelling killed 30 people in May, and 41 died, more than in 2022.", "shelling", ["shelling", "shelling"]),
        ("Shelling killed 30 people in May, and 41 died, police said on Monday.", "shelling", ["shelling", "shelling"]),
        ("The army shelled Darin in a war that has killed more than 100,000 people.", "shelling", [None]),
        ("The army shelled Darin in a war that killed 1,200 people and wounded 300.", "shelling", [None, None]),
        ("The war in Darin has left 900 people dead, and the army shelled it.", "shelling", [None]),
        (
            "The army shelled Darin, where 900 people have died since the war began, 40 of them women.",
            "shelling",
            [None, None],
        ),
        ("The army shelled Darin in the civil war, killing 12 people.", "shelling", ["shelling"]),
        ("The army has shelled Darin and killed 12 people since Monday.", "shelling", ["shelling"]),
        ("The army shelled Darin in a raid that killed 12 people.", "shelling", ["shelling"]),
        (
            "Two men were jailed over a blast that killed 12 people and wounded 30.",
            "detention",
            ["detention", None, None],
        ),
        ("Crowds marched over a raid in which 12 people, among them five boys, died.", "protest", [None, None]),
        ("A court jailed two men for the murder of 12 people.", "detention", ["detention", None]),
        ("Crowds marched in Darin and 12 people were killed.", "protest", ["protest"]),
        ("Police arrested 40 men and killed two.", "detention", ["detention", "detention"]),
    ],
)
def test_a_figure_belongs_to_the_event_that_it_counts_something_of(
    text: str, kinds: str, owners: list[str | None]
) -> None:
    events, figures = _told(text, *map(EventType, kinds.split()))
    types = {event.id: event.type.value for event in events}
    assert owners == [types[figure.event] if figure.event else None for figure in figures]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Fighting displaced 630,000 people, up from 500,000 in December 2023.", ["../2024-07-10", "2023-12"]),
        (
            "Shelling killed 532 people in June 2024, compared with 412 in the same month last year.",
            ["2024-06", None],
        ),
        ("Shelling killed 532 people in June 2024, compared with 412 in June 2023.", ["2024-06", "2023-06"]),
        ("Shelling killed 12 people on Monday and wounded 3 on Tuesday.", ["2024-07-08", "2024-07-09"]),
        ("On Monday shelling killed 21 people, up from 15.", ["2024-07-08", None]),
        ("Shelling killed 12 people, police said on Monday.", ["../2024-07-08"]),
        ("On Monday shelling killed 12 people and wounded 40.", ["2024-07-08", "2024-07-08"]),
        ("Shelling killed 30 people in 2014, and in May 2021 more than 120 were killed.", ["2014", "2021-05"]),
        ("Shelling killed 30 people in 2014, while 120 were killed in a riot in May 2021.", ["2014", "2021-05"]),
        ("Shelling killed 30 people in 2014, and 120 died after the 2021 riots.", ["2014", "2014"]),
    ],
)
def test_a_time_right_behind_a_figure_is_the_time_it_holds_for(text: str, times: list[str | None]) -> None:
    _, figures = _told(text, EventType.SHELLING)
    assert times == [figure.as_of.edtf if figure.as_of else None for figure in figures]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling in Kidal killed 12 people in Bamako and wounded 30 near Timbuktu.", ["Bamako", "Timbuktu"]),
        ("Shelling killed 12 people and wounded 1,200 in Bamako.", ["Bamako", "Bamako"]),
        ("Shelling killed 12 people, among them five women, in Bamako.", ["Bamako", "Bamako"]),
        ("Shelling displaced 12 people who had fled Bamako.", ["Bamako"]),
        ("Shelling killed 12 people and destroyed a road that leads to Bamako.", [None]),
        ("Shelling killed 12 fighters and wounded a man in Bamako.", [None]),
        ("Shelling killed 12 people, officials in Bamako said.", [None]),
        ("Shelling destroyed 967 cars, 111 tunnels and 280 bunkers.", [None, None, None]),
    ],
)
def test_a_place_behind_a_figure_is_its_own_only_in_its_clause(text: str, places: list[str | None]) -> None:
    _, figures = _told(text, EventType.SHELLING)
    assert places == [figure.place.name if figure.place else None for figure in figures]
