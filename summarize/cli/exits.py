"""Exit codes, and the lines of `--help` that list them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code of `summarize` says."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SOME_FAILED = 3
    LOSS = 4
    INTERRUPTED = 130


MEANING = {
    Exit.OK: "done",
    Exit.FAILED: "could not run, or no article could be summarised",
    Exit.USAGE: "wrong usage",
    Exit.SOME_FAILED: "some articles failed; the others were written",
    Exit.LOSS: "--fail-on-loss or --min-grounding was not met; everything was written",
    Exit.INTERRUPTED: "interrupted; what was finished was written",
}

EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code.value:<3}  {text}" for code, text in MEANING.items())
