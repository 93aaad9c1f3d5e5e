"""The four formats on one hand-coded summary, and on articles that try to act on the reader's screen."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.export import FORMATS, Exporter
from summarize.export.safe import one_line
from summarize.record import EventSummary
from tests.export.sample import ARTICLE, SUMMARY

HOSTILE = (
    "[red]bold[/red] \x1b[31mred\x1b]0;title\x07 \u202eevil\u202c \x9b2J *star* _it_ <b>x</b> | # & $5 `c`\r\nnext"
)


def _hostile() -> EventSummary:
    """The sample with the hostile words in every free text field."""
    event = SUMMARY.events[0]
    return SUMMARY.model_copy(
        update={
            "headline": HOSTILE,
            "summary": tuple(part.model_copy(update={"text": HOSTILE}) for part in SUMMARY.summary),
            "events": (
                event.model_copy(
                    update={
                        "description": HOSTILE,
                        "participants": tuple(
                            who.model_copy(update={"name": HOSTILE, "canonical": HOSTILE}) for who in event.participants
                        ),
                        "places": tuple(
                            place.model_copy(update={"name": HOSTILE, "resolved": HOSTILE}) for place in event.places
                        ),
                        "evidence": tuple(quote.model_copy(update={"text": HOSTILE}) for quote in event.evidence),
                    }
                ),
            ),
            "figures": tuple(figure.model_copy(update={"text": HOSTILE}) for figure in SUMMARY.figures),
            "losses": tuple(loss.model_copy(update={"text": HOSTILE, "reason": HOSTILE}) for loss in SUMMARY.losses),
        }
    )


@pytest.fixture(params=["text", "json", "jsonl", "markdown"])
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return FORMATS[request.param]


def test_the_four_formats_are_registered_under_their_own_names() -> None:
    names = ["json", "jsonl", "markdown", "text"]
    assert names == [FORMATS[name].name for name in names]


def test_every_suffix_is_different() -> None:
    assert 4 == len({FORMATS[name].suffix for name in ("json", "jsonl", "markdown", "text")})


def test_every_format_ends_with_exactly_one_line_break(exporter: Exporter) -> None:
    written = exporter.render(SUMMARY, ARTICLE)
    assert "\n" == written[-1]
    assert "\n" != written[-2]


def test_rendering_twice_gives_the_same(exporter: Exporter) -> None:
    assert exporter.render(SUMMARY, ARTICLE) == exporter.render(SUMMARY, ARTICLE)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_reads_back_to_the_same_record(name: str) -> None:
    assert SUMMARY == EventSummary.model_validate_json(FORMATS[name].render(SUMMARY))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_keeps_hostile_words_as_they_are(name: str) -> None:
    assert HOSTILE == json.loads(FORMATS[name].render(_hostile()))["headline"]


def test_json_writes_letters_of_every_script_as_they_are() -> None:
    summary = SUMMARY.model_copy(update={"headline": "حلب Київ"})
    assert "حلب Київ" in FORMATS["json"].render(summary)


def test_jsonl_is_one_line_whatever_the_text_holds() -> None:
    summary = SUMMARY.model_copy(update={"headline": "a\nb\u2028c\x85d\x0be"})
    assert 1 == len(FORMATS["jsonl"].render(summary).splitlines())


def test_nothing_in_the_output_acts_on_a_terminal(exporter: Exporter) -> None:
    written = exporter.render(_hostile(), ARTICLE)
    assert [] == [char for char in written if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]
    assert [] == [char for char in written if char in "\u202e\u202c\u2066\u2028"]


def test_text_shows_rich_markup_of_the_article_as_words() -> None:
    assert "[red]bold[/red]" in FORMATS["text"].render(_hostile(), ARTICLE)


def test_text_fits_eighty_columns() -> None:
    assert 80 >= max(map(len, FORMATS["text"].render(SUMMARY, ARTICLE).splitlines()))


def test_text_has_no_trailing_spaces() -> None:
    lines = FORMATS["text"].render(SUMMARY, ARTICLE).splitlines()
    assert [line.rstrip() for line in lines] == lines


@pytest.mark.parametrize(
    "expected",
    [
        "1 Territory captured",
        "reported · main event",
        "who       Government troops (state forces; backed by Russia)",
        "to whom   the Orchard Brigade (rebel group)",
        "when      on or before 9 March 2019 (report bound) “on Saturday”",
        "source    The Upland Observatory (UO), relayed by The Upland Post",
        "confirmed no, not by The interior ministry",
        "sentence 1",
        "between   The brigade\n",
        "when      April 2019 “next month”",
        "source    the article itself",
        "> 1,200",
        "ungrounded “12 soldiers were killed” these words are not in the article",
        "model scripted on this machine",
        "2 calls",
    ],
)
def test_text_says(expected: str) -> None:
    assert expected in FORMATS["text"].render(SUMMARY, ARTICLE)


def test_text_without_the_article_leaves_sentence_numbers_out() -> None:
    assert "sentence 1" not in FORMATS["text"].render(SUMMARY)


def test_text_of_a_summary_without_events_says_that_there_are_none() -> None:
    empty = SUMMARY.model_copy(update={"events": (), "figures": (), "sources": (), "losses": (), "summary": ()})
    assert "Events (0)" in FORMATS["text"].render(empty)


@pytest.mark.parametrize(
    "expected",
    [
        "# Government troops took Tell Marzan",
        "### 1\\. Territory captured — reported · main event",
        "- **when:** on or before 9 March 2019 (report bound) “on Saturday”",
        "- **confirmed:** no, not by The interior ministry",
        "(sentence 4)",
        "| over 1,200 | &gt; 1,200 |",
    ],
)
def test_markdown_says(expected: str) -> None:
    assert expected in FORMATS["markdown"].render(SUMMARY, ARTICLE)


def test_markdown_shows_special_characters_of_the_article_as_words() -> None:
    written = FORMATS["markdown"].render(_hostile(), ARTICLE)
    assert r"\[red\]bold\[/red\]" in written
    assert r"\*star\* \_it\_ &lt;b&gt;x&lt;/b&gt; \|" in written


def test_markdown_tables_have_five_cells_a_row_whatever_the_text_holds() -> None:
    rows = [line for line in FORMATS["markdown"].render(_hostile()).splitlines() if line.startswith("|")]
    assert {6} == {row.replace(r"\|", "").count("|") for row in rows}


@given(st.text(max_size=60))
def test_no_text_keeps_a_control_character(text: str) -> None:
    shown = one_line(text)
    assert [] == [char for char in shown if ord(char) < 32 or 127 <= ord(char) < 160]
    assert shown == one_line(shown)
    shown.encode("utf-8")


@given(st.text(min_size=1, max_size=200), st.integers(min_value=5, max_value=50))
def test_a_cut_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert limit >= len(one_line(text, limit))


def test_asking_for_a_format_does_not_import_rich() -> None:
    code = "import sys; from summarize.export import FORMATS; FORMATS['text']; sys.exit('rich' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_how_sure_an_event_is_stands_in_every_format_where_it_is_known() -> None:
    sure = SUMMARY.model_copy(
        update={"events": tuple(event.model_copy(update={"confidence": 0.724}) for event in SUMMARY.events)}
    )
    shown = {"text": "reading   72 % sure", "markdown": "- **reading:** 72 % sure", "json": '"confidence": 0.724'}
    for name, words in shown.items():
        assert words in FORMATS[name].render(sure, ARTICLE)
        assert words not in FORMATS[name].render(SUMMARY, ARTICLE)
