"""Waiting for coroutines: for one where nothing else can wait, for many in their order."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable
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


async def in_order(
    todo: Iterable[Callable[[], Coroutine[Any, Any, _ResultT]]], *, jobs: int
) -> AsyncGenerator[_ResultT, None]:
    """Results in the order of what is to be done, `jobs` of them in flight.

    What is to be done is asked for when its turn comes, so a long list needs no memory. Whoever is interrupted while
    waiting here first gets what is finished, also behind something that is not. What still runs when the generator ends
    is cancelled and waited for.
    """
    pending: deque[asyncio.Task[_ResultT]] = deque()
    try:
        for start in todo:
            pending.append(asyncio.create_task(start()))
            if len(pending) >= jobs:
                yield await _first(pending)
        while pending:
            yield await _first(pending)
    except (asyncio.CancelledError, KeyboardInterrupt, SystemExit):
        for task in [task for task in pending if _has_result(task)]:
            yield task.result()
        raise
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def _first(pending: deque[asyncio.Task[_ResultT]]) -> _ResultT:
    """Result of the first task, which stays among them until it is there."""
    result = await pending[0]
    pending.popleft()
    return result


def _has_result(task: asyncio.Task[Any]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None


def _loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
