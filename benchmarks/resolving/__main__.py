"""Measures resolving on labelled data: `python -m benchmarks.resolving [time|figures|places|...]`.

`python -m benchmarks.resolving time --errors` prints the wrong values instead, those of the files that rules may be
written against.

The data folder is `$SUMMARIZE_DATA`, or `../shared/data` beside the repository. A module whose data is
absent is skipped, and says so.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

DATA_SETS = {
    "time": ("tempeval3",),
    "figures": ("idetect",),
    "places": ("re3d",),
    "actors": ("re3d",),
    "sources": ("polnear",),
    "speed": (),
}
"""Folders that each module needs."""


def data_folder() -> Path:
    """Where the labelled data is."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    return Path(os.environ.get("SUMMARIZE_DATA", beside))


ERRORS = "--errors"


def main(arguments: list[str]) -> int:
    """Runs the named benchmarks, all of them without a name.

    Returns:
        0, or 2 when a name is unknown.
    """
    if arguments == ["time", ERRORS]:
        import_module("benchmarks.resolving.time_errors").run(data_folder())
        return 0
    return _measure(arguments)


def _measure(names: list[str]) -> int:
    unknown = [name for name in names if name not in DATA_SETS]
    if unknown:
        print(f"unknown: {', '.join(unknown)} (known: {', '.join(DATA_SETS)})", file=sys.stderr)
        return 2
    data = data_folder()
    for name in names or DATA_SETS:
        absent = [folder for folder in DATA_SETS[name] if not (data / folder).is_dir()]
        if absent:
            print(f"{name}: skipped, no {' or '.join(absent)} in {data}")
            continue
        try:
            module = import_module(f"benchmarks.resolving.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"benchmarks.resolving.{name}":
                raise
            print(f"{name}: skipped, there is no benchmarks/resolving/{name}.py")
            continue
        module.run(data)
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
