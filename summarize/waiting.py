"""The synchronous calls: a coroutine waited for, also where an event loop runs already."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

_ResultT = TypeVar("_ResultT")


def wait(work: Coroutine[Any, Any, _ResultT]) -> _ResultT:
    """Run a coroutine to its end, on a thread of its own when this thread's event loop is busy, as in a notebook."""
    if not _loop_runs():
        return asyncio.run(work)
    outcome: list[_ResultT] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(asyncio.run(work))
        except BaseException as error:  # noqa: BLE001
            failure.append(error)

    thread = threading.Thread(target=run, name="summarize")
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


def _loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
