"""What this package costs on top of the model: requests a second, CPU time, import time.

Run with `python -m benchmarks.overhead`. A stub server in a process of its own answers every chat completion
after 50 ms; 16 requests are in flight. The bare loop is what anyone would write with `AsyncOpenAI`: the same
messages, the same strict schema, the answer validated by the same pydantic type.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from benchmarks.made_up import ARTICLE, told_anew
from summarize.mentions import MentionKind, find_mentions_in
from summarize.models.base import Message
from summarize.models.openai import OpenAIModel
from summarize.models.schema import strict_schema
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.reading import read_article

LATENCY_SECONDS = 0.05
IN_FLIGHT = 16
RATIO_TARGET = 0.90
IMPORT_TARGET_SECONDS = 0.30
CPU_TARGET_MS = 20.0


class Found(BaseModel):
    """One item of the reply."""

    model_config = ConfigDict(extra="forbid")

    sentence: int
    type: Literal["battle", "protest", "aid_delivery", "none"]
    actor: str | None


class FoundList(BaseModel):
    """The reply asked for."""

    model_config = ConfigDict(extra="forbid")

    items: list[Found]


SYSTEM = "You code events in news sentences. " * 60
USER = "1. The garrison at Port Elm was shelled on Monday, the mayor said. " * 30
ANSWER = json.dumps({"items": [{"sentence": 1, "type": "battle", "actor": "the garrison"}]})

STUB = r"""
import asyncio, json, sys

latency, answer = float(sys.argv[1]), sys.argv[2]
message = {"role": "assistant", "content": answer}
usage = {"prompt_tokens": 900, "completion_tokens": 20, "total_tokens": 920}
choices = [{"index": 0, "finish_reason": "stop", "message": message}]
body = json.dumps({"id": "x", "object": "chat.completion", "created": 1, "model": "stub",
                   "choices": choices, "usage": usage}).encode()
head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)

async def serve(reader, writer):
    try:
        while True:
            request = await reader.readuntil(b"\r\n\r\n")
            length = [line for line in request.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            await reader.readexactly(int(length[0].split(b":")[1]) if length else 0)
            await asyncio.sleep(latency)
            writer.write(head + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""


@dataclass(frozen=True)
class Load:
    """What one way of asking did.

    Attributes:
        per_second: Requests a second.
        cpu_ms: CPU milliseconds of this process a request.
    """

    per_second: float
    cpu_ms: float


@contextmanager
def stub_server(answer: str = ANSWER) -> Iterator[str]:
    """Run the stub in its own process, giving `answer` to every question; yields its address."""
    command = [sys.executable, "-c", STUB, str(LATENCY_SECONDS), answer]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        if process.stdout is None:
            raise RuntimeError("the stub has no output")
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


async def load(ask: Callable[[], Awaitable[object]], requests: int) -> Load:
    """Ask `requests` times, `IN_FLIGHT` at once, after warming the connections."""
    gate = asyncio.Semaphore(IN_FLIGHT)

    async def one() -> None:
        async with gate:
            await ask()

    await asyncio.gather(*(one() for _ in range(2 * IN_FLIGHT)))
    started, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(one() for _ in range(requests)))
    seconds = time.perf_counter() - started
    return Load(requests / seconds, (time.process_time() - cpu) * 1000 / requests)


async def compare(url: str, *, requests: int, rounds: int) -> list[tuple[Load, Load]]:
    """Measure bare and ours in turns, so that a busy machine troubles both alike."""
    import openai  # noqa: PLC0415

    client = openai.AsyncOpenAI(base_url=url, api_key="k", max_retries=0)
    schema = {"name": "FoundList", "schema": strict_schema(FoundList), "strict": True}
    request: dict[str, Any] = {
        "model": "stub",
        "messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": USER}],
        "max_tokens": 500,
        "temperature": 0,
        "response_format": {"type": "json_schema", "json_schema": schema},
    }

    async def bare() -> FoundList:
        completion = await client.chat.completions.create(**request)
        return FoundList.model_validate_json(completion.choices[0].message.content or "")

    model = OpenAIModel(name="stub", base_url=url, api_key="k")
    messages = (Message("system", SYSTEM), Message("user", USER))

    async def ours() -> object:
        return await model.ask(messages, FoundList, max_tokens=500)

    try:
        return [(await load(bare, requests), await load(ours, requests)) for _ in range(rounds)]
    finally:
        await client.close()
        await model.aclose()


def article_cpu_ms(*, runs: int = 20) -> float:
    """Median CPU milliseconds of everything but the model for the made-up 500-word article beside this file.

    The article strategy with a model that answers at once with twelve events; reading included, and names and
    numbers that no earlier run has had.
    """
    written: list[str] = []

    def write(_: Sequence[Message], reply: type[BaseModel]) -> str:
        written.append(_twelve_events(reply.model_json_schema()["$defs"]))
        return written[0]

    async def one(number: int) -> float:
        # What the model answers costs nothing here: it was written once, for the same phrases.
        text, answer = told_anew(number), told_anew(number, written[0])
        started = time.process_time()
        await Summarizer(ScriptedModel([answer])).run(read_article(text))
        return (time.process_time() - started) * 1000

    asyncio.run(Summarizer(ScriptedModel(write)).run(read_article(ARTICLE)))
    return statistics.median(asyncio.run(one(number)) for number in range(runs))


def _twelve_events(definitions: Mapping[str, Any]) -> str:
    """Twelve events of the article's first sentences, each with the parties and the place that its sentence names."""
    offered = {name: set(definitions[name]["enum"]) for name in ("Phrase", "PlaceName")}
    sentences = read_article(ARTICLE).sentences
    numbers = definitions["PassageEvent"]["properties"]["sentence"]["enum"][:12]
    found = find_mentions_in(sentence.text for sentence in sentences)
    events = []
    for number in numbers:
        parties = [one.text for one in found[number - 1] if one.kind is not MentionKind.PLACE]
        places = [one.text for one in found[number - 1] if one.kind is MentionKind.PLACE]
        chosen = [phrase for phrase in parties if phrase in offered["Phrase"]][:2]
        participants = [{"role": "participant", "phrase": phrase} for phrase in chosen]
        where = [phrase for phrase in places if phrase in offered["PlaceName"]][:1]
        events.append(
            {"sentence": number, "type": "battle", "label": None, "participants": participants, "places": where}
        )
    return json.dumps({"events": events})


def import_seconds(module: str, *, runs: int = 5) -> float:
    """Fastest of `runs` imports of `module`, each in a new interpreter, without the interpreter's own start."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    times = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(runs)
    ]
    return min(float(run.stdout) for run in times)


def main() -> int:
    """Print the table; 0 when every target is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=480, help="requests a round (default: 480)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each (default: 5)")
    options = parser.parse_args()
    with stub_server() as url:
        pairs = asyncio.run(compare(url, requests=options.requests, rounds=options.rounds))
    ratio = statistics.median(ours.per_second / bare.per_second for bare, ours in pairs)
    ways = {"bare AsyncOpenAI": [bare for bare, _ in pairs], "OpenAIModel": [ours for _, ours in pairs]}
    for label, loads in ways.items():
        rate = statistics.median(one.per_second for one in loads)
        cpu = statistics.median(one.cpu_ms for one in loads)
        print(f"{label:<18} {rate:7.1f} requests/s   {cpu:5.2f} ms CPU a request")
    print(f"{'ratio':<18} {ratio:7.2f}   (median of {options.rounds} rounds, target ≥ {RATIO_TARGET:.2f})")
    cpu = article_cpu_ms()
    print(f"{'500-word article':<18} {cpu:7.1f} ms CPU (target ≤ {CPU_TARGET_MS:.0f} ms)")
    seconds = import_seconds("summarize")
    print(f"{'import summarize':<18} {seconds:7.3f} s (target ≤ {IMPORT_TARGET_SECONDS:.2f} s)")
    met = ratio >= RATIO_TARGET and cpu <= CPU_TARGET_MS and seconds <= IMPORT_TARGET_SECONDS
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
