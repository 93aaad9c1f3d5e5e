"""Cards on a real console: colour, width, and words that look like markup."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType

from summarize.export.card import event_card, summary_view
from tests.export.sample import ARTICLE, SUMMARY


def _shown(renderable: RenderableType, *, width: int = 80, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def test_a_card_alone_needs_nothing_but_the_event() -> None:
    assert "Territory captured" in _shown(event_card(SUMMARY.events[0]))


def test_a_card_without_its_sources_neither_names_one_nor_claims_the_article_said_so() -> None:
    assert "source" not in _shown(event_card(SUMMARY.events[0]))
    assert "the article itself" in _shown(event_card(SUMMARY.events[1]))


def test_a_card_shows_the_figures_of_its_event_only() -> None:
    talks = event_card(SUMMARY.events[1], figures=SUMMARY.figures)
    capture = event_card(SUMMARY.events[0], figures=SUMMARY.figures)
    assert "over 1,200" not in _shown(talks)
    assert "over 1,200" in _shown(capture)


def test_colour_appears_only_on_a_console_that_has_it() -> None:
    view = summary_view(SUMMARY, ARTICLE)
    assert "\x1b[" in _shown(view, colour=True)
    assert "\x1b" not in _shown(view, colour=False)


def test_words_that_look_like_markup_stay_words_on_a_console_with_markup_on() -> None:
    event = SUMMARY.events[0].model_copy(update={"description": "[bold]fell[/bold] :bomb: [link=x]y"})
    assert "[bold]fell[/bold] :bomb: [link=x]y" in _shown(event_card(event), colour=True)


def test_escape_sequences_of_the_article_are_shown_and_not_sent() -> None:
    event = SUMMARY.events[0].model_copy(update={"description": "x\x1b[2Jy\x1b]8;;http://a\x07z"})
    shown = _shown(event_card(event), colour=True)
    assert "\x1b[2J" not in shown
    assert "\x1b]8" not in shown
    assert "x␛[2Jy" in shown


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_every_line_fits_the_console(width: int) -> None:
    assert width >= max(map(len, _shown(summary_view(SUMMARY, ARTICLE), width=width).splitlines()))


def test_lines_stay_readable_on_a_very_wide_console() -> None:
    assert 100 >= max(len(line.rstrip()) for line in _shown(summary_view(SUMMARY), width=300).splitlines())


def test_a_long_quotation_is_cut_at_a_word() -> None:
    event = SUMMARY.events[0]
    words = "word " * 200
    long = event.evidence[0].model_copy(update={"text": words.strip()})
    shown = _shown(event_card(event.model_copy(update={"evidence": (long,)})))
    assert "word…”" in shown


def test_more_than_three_quotations_are_counted() -> None:
    event = SUMMARY.events[0]
    assert "and 2 more" in _shown(event_card(event.model_copy(update={"evidence": event.evidence * 5})))
