"""The page is one file, well formed, safe, and says what the run says."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluation.html import render
from summarize.evaluation.items import FIELDS
from summarize.evaluation.scores import ERRORS
from tests.evaluation.html.making import HOSTILE, mixed, page, result_of, run_of
from tests.evaluation.making import LABELS, TEXT, case, each_event, perfect

_VOID = ("meta", "input", "br", "rect", "link", "img")


class _Page(HTMLParser):
    """Elements, their attributes, the text outside of style and script, and the articles without their numbers.

    Fails where tags do not match.
    """

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.articles: list[str] = []
        self._open: list[str] = []
        self._article = 99
        self.feed(written)
        self.close()
        assert [] == self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)
        if ("class", "words") in attrs:
            self.articles.append("")
            self._article = len(self._open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self._open.pop(), f"line {self.getpos()[0]}"
        if len(self._open) < self._article:
            self._article = 99

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["style"], ["script"]):
            self.text.append(data)
            if len(self._open) >= self._article and self._open[-1] != "a":
                self.articles[-1] += data

    def values(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def written() -> str:
    return page()


@pytest.fixture(scope="module")
def parsed(written: str) -> _Page:
    return _Page(written)


def test_the_same_run_gives_the_same_page(written: str) -> None:
    assert written == page()


def test_nothing_in_it_points_outside(parsed: _Page) -> None:
    assert [] == [tag for tag, _ in parsed.elements if tag in ("img", "link", "iframe", "object", "base")]
    assert [] == parsed.values("src")
    assert {"#"} == {address[0] for address in parsed.values("href")}


def test_every_link_leads_somewhere_and_every_id_is_given_once(parsed: _Page) -> None:
    ids = Counter(parsed.values("id"))
    assert {1} == set(ids.values())
    assert {address[1:] for address in parsed.values("href")} <= ids.keys()


def test_nothing_that_an_article_or_a_label_says_becomes_markup(parsed: _Page) -> None:
    assert {"style": 1, "script": 1} == Counter(tag for tag, _ in parsed.elements if tag in ("style", "script"))
    assert [] == [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]
    assert [] == parsed.values("style")
    text = "".join(parsed.text)
    assert "{{ 7 * 7 }} </style></script><img src=http://example.org/x onerror=alert(2)>" in text
    assert "nothing <listens>" in text


@settings(max_examples=30)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1, max_size=30).filter(
        lambda text: any(map(str.isalnum, text))  # a text without a word is no article
    )
)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    event = {"type": "talks", "evidence": text, "status": "stated", "places": [{"names": text}]}
    loaded = case(text=text, events=[event], figures=[])
    assert [text, text] == _Page(render(run_of([result_of(loaded, perfect(loaded))]), [loaded])).articles


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else(written: str, parsed: _Page) -> None:
    policy = next(str(one["content"]) for _, one in parsed.elements if "http-equiv" in one)
    expected = ["default-src 'none'"]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        expected.append(f"{tag}-src 'sha256-{digest}'")
    assert [*expected, "base-uri 'none'", "form-action 'none'"] == policy.split("; ")


def test_it_tells_every_field_class_and_case(parsed: _Page) -> None:
    text = " ".join(" ".join(parsed.text).split())
    assert all(field.replace("_", " ") in text for field in FIELDS)
    assert all(name.replace("_", " ") in text for name in ERRORS)
    assert ["bad", "gone", "good", "hostile"] == parsed.values("data-case")
    assert "3 /4 cases answered" in text.replace("3/4", "3 /4")


def test_a_failed_case_says_why(parsed: _Page) -> None:
    text = " ".join(" ".join(parsed.text).split())
    assert "1 of 4 cases have no answer and score as empty." in text
    assert "No answer: http://127.0.0.1:9: nothing <listens>" in text


def test_each_article_stands_in_full_with_what_was_expected_and_with_what_was_predicted(parsed: _Page) -> None:
    assert Counter({TEXT: 5, HOSTILE: 2}) == Counter(parsed.articles)


def test_changed_labels_are_said_on_the_page() -> None:
    run, cases = mixed()
    relabelled = case(id="good", events=LABELS["events"][:2])
    text = " ".join(_Page(render(run, [relabelled, *cases[1:]])).text)
    assert "1 case: Its labels have changed since the run" in text


def test_cases_that_were_never_reached_are_said() -> None:
    run, cases = mixed()
    longer = run.header.model_copy(update={"cases": 9})
    text = " ".join(_Page(render(type(run)(longer, run.results, run.path), cases)).text)
    assert "5 chosen cases were never reached" in text


def test_repeats_are_counted_as_answers_and_what_was_skipped_is_said() -> None:
    run, cases = mixed()
    twice = tuple(result.model_copy(update={"attempt": 2}) for result in run.results)
    header = run.header.model_copy(update={"repeat": 2, "absent": ("elsewhere",)})
    page = _Page(render(type(run)(header, run.results, run.path, twice), cases))
    text = " ".join(" ".join(page.text).split())
    assert "6/8 answers came" in text
    assert "2 of 8 answers did not come and score as empty." in text
    assert "1 chosen cases were skipped" in text


def test_a_run_without_a_single_result_is_a_page() -> None:
    assert "Cases" in _Page(render(run_of([]), [])).text


def test_a_case_without_events_is_a_page() -> None:
    loaded = case(events=[], figures=[])
    assert "Nothing was expected, and nothing was predicted." in render(
        run_of([result_of(loaded, perfect(loaded))]), [loaded]
    )


def test_half_a_character_does_not_keep_the_page_from_being_written() -> None:
    failed = result_of(case(), None, "the server said \ud83d")
    assert "the server said ?" in render(run_of([failed]), [case()])


def test_confidence_is_drawn_with_a_title_and_its_numbers_beside_it() -> None:
    loaded = case()
    sure = each_event(perfect(loaded), lambda event: {"confidence": 0.75})
    written = render(run_of([result_of(loaded, sure)]), [loaded])
    found = _Page(written)
    (drawing,) = [attributes for tag, attributes in found.elements if attributes.get("class") == "reliability"]
    named = (drawing["aria-labelledby"] or "").split()
    assert ("img", ["reliability-event", "reliability-event-told"]) == (drawing["role"], named)
    assert set(named) <= {attributes.get("id") for _, attributes in found.elements}
    assert "Reliability diagram: confidence of 4 events" in found.text
    assert [{"cx": "220.0", "cy": "12.0", "r": "4"}] == [a for tag, a in found.elements if tag == "circle"]
    assert "0.750 to 0.750" in found.text


def test_a_run_without_confidence_has_no_drawing_of_it() -> None:
    assert "Reliability diagram" not in render(run_of([result_of(case(), perfect(case()))]), [case()])
