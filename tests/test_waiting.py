"""Many coroutines in their order."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import pytest

from summarize.waiting import in_order


async def _after(seconds: float, name: str) -> str:
    await asyncio.sleep(seconds)
    return name


async def _broken(name: str) -> str:
    raise ValueError(name)


def _todo(**seconds: float) -> list[Callable[[], Coroutine[Any, Any, str]]]:
    return [partial(_after, wait, name) for name, wait in seconds.items()]


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_come_in_the_order_of_what_is_to_be_done(jobs: int) -> None:
    async def read() -> list[str]:
        return [result async for result in in_order(_todo(a=0.02, b=0, c=0.01), jobs=jobs)]

    assert asyncio.run(read()) == ["a", "b", "c"]


def test_whoever_is_cancelled_first_gets_what_is_finished() -> None:
    got: list[str] = []

    async def read() -> None:
        todo = [*_todo(a=0, b=9, c=0), partial(_broken, "d"), *_todo(e=0, f=9)]
        async for result in in_order(todo, jobs=8):
            got.append(result)  # noqa: PERF401 - what came before the interrupt counts

    async def interrupted() -> None:
        reading = asyncio.create_task(read())
        await asyncio.sleep(0.05)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(interrupted())
    assert got == ["a", "c", "e"]


def test_an_interrupt_while_the_next_one_is_looked_for_keeps_what_is_finished() -> None:
    got: list[str] = []

    async def read() -> None:
        def todo() -> Any:
            yield from _todo(a=0, b=0)
            raise SystemExit(143)

        async for result in in_order(todo(), jobs=2):
            got.append(result)  # noqa: PERF401 - as above

    with pytest.raises(SystemExit):
        asyncio.run(read())
    assert got == ["a", "b"]
