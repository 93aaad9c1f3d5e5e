"""How large the HTML report of many cases is and how fast it opens: `python -m benchmarks.report RUN [CASES]`.

The cases of a run are repeated under other ids, 100 unless said otherwise. Where playwright and Debian's Chromium are
installed the page is opened in it: how long until it has loaded, and until a filter has been applied and drawn.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize.evaluation.cases import LoadedCase, load_suite
from summarize.evaluation.html import render
from summarize.evaluation.runs import Run, read_run

CASES = 100
CHROMIUM = Path("/usr/bin/chromium")
_FILTER = """async () => {
  const started = performance.now();
  document.querySelector("[name=wrong]").click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""


def repeated(run: Run, cases: tuple[LoadedCase, ...], times: int) -> tuple[Run, list[LoadedCase]]:
    """A run of so many cases, made of those of another one."""
    labels = {loaded.case.id: loaded for loaded in cases}
    results, copies = [], []
    for number, result in enumerate(islice(cycle(run.results), times)):
        name = f"{result.id}-{number}"
        results.append(result.model_copy(update={"id": name}))
        if result.id in labels:
            loaded = labels[result.id]
            copies.append(replace(loaded, case=loaded.case.model_copy(update={"id": name})))
    header = run.header.model_copy(update={"cases": times})
    return Run(header, tuple(results), run.path), copies


def opened(page: Path) -> tuple[float, float] | None:
    """Milliseconds until the page has loaded, and until a filter is applied; None without a browser."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        return None
    if not CHROMIUM.exists():
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(page.as_uri())
        loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        filtered = tab.evaluate(_FILTER)
        browser.close()
    return float(loaded), float(filtered)


def main() -> None:
    """Print the size of the page and the seconds that it takes."""
    times = int(sys.argv[2]) if len(sys.argv) > 2 else CASES
    run, cases = repeated(read_run(Path(sys.argv[1])), load_suite(Path("evals"), keep_going=True).cases, times)
    started = time.perf_counter()
    written = render(run, cases)
    print(f"{times} cases, {sum(len(one.matches) for one in run.results)} matches")
    print(f"rendered in {time.perf_counter() - started:.1f} s: {len(written.encode('utf-8')) / 1e6:.1f} MB")
    with TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(written, encoding="utf-8")
        found = opened(page)
    print("no browser here" if found is None else f"loaded in {found[0]:.0f} ms, filtered in {found[1]:.0f} ms")


if __name__ == "__main__":
    main()
