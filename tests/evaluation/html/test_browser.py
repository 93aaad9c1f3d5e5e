"""The page in a real browser: Debian's Chromium, driven by playwright.

Playwright speaks to the browser through a pipe, so no port has to be opened, and needs no driver of the same version.
It lists requests and console messages and sets the colour scheme, for which selenium needs the browser's own protocol.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.html.making import page as written_page

CHROMIUM = shutil.which("chromium")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const [r, g, b, a] = rgba(getComputedStyle(one).backgroundColor);
      if (a === 255) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text || !element.checkVisibility() || element.closest("svg, script, option")) continue;
    const [one, other] = [light(rgba(getComputedStyle(element).color).slice(0, 3)), light(back(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}"""
"""Elements whose text has less than the contrast of 4.5 that WCAG 2.2 asks for (success criterion 1.4.3)."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra dev)")
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(written_page(), encoding="utf-8")
    return path.as_uri()


@contextmanager
def _opened(browser: Any, address: str, size: dict[str, int], **options: Any) -> Iterator[Any]:
    """A tab with the page; whatever it asks for but itself, and whatever it complains of, fails the test."""
    context = browser.new_context(viewport=size, **options)
    tab = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(address)
    yield tab
    context.close()
    assert ([address], []) == (asked, said)


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Any]:
    with _opened(browser, address, DESK) as opened:
        yield opened


def _shown(tab: Any) -> list[str]:
    found: list[str] = tab.eval_on_selector_all(
        ".case", "found => found.filter(one => !one.hidden).map(one => one.dataset.case)"
    )
    return found


def _count(tab: Any) -> str:
    return str(tab.locator("output").inner_text())


@pytest.mark.parametrize(
    ("choose", "expected"),
    [
        ({"case": "GO"}, ["gone", "good"]),
        ({"tag": "hard"}, ["bad"]),
        ({"tag": "<b>"}, ["hostile"]),
        ({"split": "dev"}, ["gone", "good"]),
        ({"error": "wrong_time"}, ["bad"]),
        ({"error": "missed"}, ["bad", "gone"]),
        ({"error": "split"}, ["bad"]),
        ({"field": "figure"}, ["bad", "gone", "good"]),
        ({"split": "test", "field": "figure"}, ["bad"]),
        ({"case": "nothing"}, []),
    ],
)
def test_filters_leave_the_cases_that_fit(tab: Any, choose: dict[str, str], expected: list[str]) -> None:
    for name, value in choose.items():
        field = tab.locator(f"#filters [name={name}]")
        field.fill(value) if name == "case" else field.select_option(value)
    assert expected == _shown(tab)
    assert _count(tab).startswith(f"{len(expected)} of 4 cases")
    assert (not expected) == tab.locator("#none").is_visible()
    tab.get_by_role("button", name="Clear").click()
    tab.locator("output", has_text="4 of 4 cases").wait_for()


def test_only_what_is_wrong_is_left_in_either_view(tab: Any) -> None:
    tab.get_by_label("Only what is wrong").check()
    assert ["bad", "gone"] == _shown(tab)
    tab.locator("[name=field]").select_option("type")
    strict = _count(tab)
    tab.locator("[name=view]").select_option("lenient")
    assert ("2 of 4 cases, 7 events and figures", "2 of 4 cases, 6 events and figures") == (strict, _count(tab))


def test_a_class_of_errors_is_a_filter(tab: Any) -> None:
    tab.get_by_role("link", name="wrong time 1").click()
    assert ["bad"] == _shown(tab)


def test_the_worst_case_can_come_first(tab: Any) -> None:
    tab.locator("[name=order]").select_option("worst first")
    assert ["gone", "bad", "good", "hostile"] == _shown(tab)
    tab.locator("[name=order]").select_option("by id")
    assert ["bad", "gone", "good", "hostile"] == _shown(tab)


def _lit(tab: Any) -> list[list[str]]:
    found: list[list[str]] = tab.eval_on_selector_all(
        ".case[open] .words", "all => all.map(one => [...one.querySelectorAll('.on')].map(mark => mark.textContent))"
    )
    return [["".join(pane)] for pane in found]


def test_pointing_at_an_event_lights_its_words_in_both_articles(tab: Any) -> None:
    tab.locator(".case[data-case=good] > summary").click()
    card = tab.locator(".case[data-case=good] .card").nth(1)
    card.locator("th").first.hover()
    words = "Government troops captured the town of Salhun from a militia on Tuesday"
    assert [[words], [words]] == _lit(tab)
    assert "on Tuesday" in tab.eval_on_selector_all(".say", "all => all.map(one => one.textContent)")
    tab.mouse.move(5, 5)
    assert [[""], [""]] == _lit(tab)
    card.locator("th").first.click()
    tab.mouse.move(5, 5)
    assert [[words], [words]] == _lit(tab)
    tab.get_by_label("Only what is wrong").check()
    tab.get_by_label("Only what is wrong").uncheck()
    assert [[""], [""]] == _lit(tab)


def test_words_in_an_article_light_their_event(tab: Any) -> None:
    tab.locator(".case[data-case=good] > summary").click()
    tab.locator(".case[data-case=good] .words mark").first.hover()
    assert "shelling" in tab.locator(".card.on h4").inner_text()


def test_the_keyboard_is_enough(tab: Any) -> None:
    tab.locator(".case[data-case=good] > summary").focus()
    tab.keyboard.press("Enter")
    tab.locator(".case[data-case=good] .card a.n").nth(2).focus()
    assert [["About 300 families fled Salhun on Wednesday"]] * 2 == _lit(tab)


def test_the_reliability_diagram_is_an_image_with_a_name_and_a_description(tab: Any) -> None:
    drawing = tab.get_by_role("img", name="Reliability diagram: confidence of 4 events")
    assert drawing.is_visible()
    box = drawing.bounding_box()
    assert pytest.approx(box["width"], rel=0.02) == box["height"]
    (point,) = tab.locator(".reliability circle").all()
    assert point.bounding_box()["width"] > 0
    assert "0.750 to 0.750" in tab.locator(".confidence table").first.inner_text()


def test_the_skip_link_comes_first(tab: Any) -> None:
    tab.keyboard.press("Tab")
    assert "Skip to the cases" == tab.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_button_says_otherwise(browser: Any, address: str, scheme: str) -> None:
    other = {"light": "dark", "dark": "light"}[scheme]
    with _opened(browser, address, DESK, color_scheme=scheme) as tab:
        ground = "getComputedStyle(document.body).backgroundColor"
        before = tab.evaluate(ground)
        tab.get_by_role("button", name=f"Switch to {other} colours").click()
        after = tab.evaluate(ground)
        tab.emulate_media(color_scheme=other)
        assert after == tab.evaluate(ground) != before
        tab.get_by_role("button", name=f"Switch to {scheme} colours").click()
        assert before == tab.evaluate(ground)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_and_nothing_scrolls_sideways(
    browser: Any, address: str, size: dict[str, int], scheme: str
) -> None:
    with _opened(browser, address, size, color_scheme=scheme) as tab:
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        tab.locator(".case[data-case=good] .card a.n").first.focus()
        assert size["width"] == tab.evaluate("document.documentElement.scrollWidth")
        assert [] == tab.evaluate(_CONTRAST)


def test_on_a_phone_the_articles_stand_one_above_the_other(browser: Any, address: str) -> None:
    with _opened(browser, address, PHONE) as tab:
        tab.locator(".case[data-case=good] > summary").click()
        boxes = [pane.bounding_box() for pane in tab.locator(".case[data-case=good] .text").all()]
        assert boxes[0]["x"] == boxes[1]["x"]
        assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]


def test_without_javascript_everything_but_the_filters_is_there(browser: Any, address: str) -> None:
    with _opened(browser, address, PHONE, java_script_enabled=False) as tab:
        assert not tab.locator("#filters").is_visible()
        assert tab.get_by_text("Filters and highlighting need JavaScript").is_visible()
        tab.locator(".case[data-case=bad] > summary").click()
        assert tab.locator(".case[data-case=bad] .card").first.is_visible()
        tab.locator(".case[data-case=bad] .words a.n").first.click()
        assert tab.locator(".card:target").is_visible()


def test_a_hostile_article_runs_nothing(tab: Any) -> None:
    tab.on("dialog", lambda dialog: pytest.fail(f"a script of the article ran: {dialog.message}"))
    tab.locator(".case[data-case=hostile] > summary").click()
    assert "<script>alert(1)</script>" in tab.locator(".case[data-case=hostile] .words").first.inner_text()


def test_the_policy_keeps_a_foreign_script_and_request_out(browser: Any, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(address)
    tab.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'ran = 1'}))")
    tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x'}))")
    assert "undefined" == tab.evaluate("typeof ran")
    tab.wait_for_timeout(100)
    assert ["script-src", "default-src"] == [
        word for text in said for word in ("script-src", "default-src") if word in text
    ]
    context.close()
