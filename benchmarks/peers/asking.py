"""Asking every system about every article, one article after the other, so that nobody has a quieter machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from benchmarks.peers import langextract, ours, plain
from benchmarks.peers.corpus import Corpus
from benchmarks.peers.replies import Answered, Asked, Call, Place, read_reply, write_reply
from benchmarks.peers.serving import Recorder, running
from summarize import read_article
from summarize.article import Article
from summarize.errors import ModelUnavailable, SettingsError
from summarize.models.local import LocalModel
from summarize.record import PromptUsed

CONTEXT_TOKENS = 8_192
"""Tokens of prompt and reply that each system has: a whole long article with examples and a reply, for who asks so."""
WARM_UP = "Gunmen attacked a checkpoint near the river on Friday, wounding two guards, a witness said."
"""Made-up text that each system is asked about before anything is timed, so that all have read their examples."""


class Peer(Protocol):
    """A system that can be asked."""

    name: str
    """Its name, also of its folder of replies."""

    @property
    def version(self) -> str:
        """Distribution and version."""
        ...

    @property
    def prompt(self) -> PromptUsed:
        """What it is asked with."""
        ...

    def ask(self, article: Article) -> Any:
        """Its answer as plain data; raises whatever it raises."""
        ...


MAKERS: Mapping[str, Callable[[str, str, str], Peer]] = {
    ours.NAME: ours.Ours,
    langextract.NAME: langextract.LangExtract,
    plain.NAME: plain.Plain,
}
"""Makes each system from model name, address and key, in the order in which they are asked."""


@dataclass(frozen=True)
class Seat:
    """A system with the recorder it is asked through.

    Attributes:
        peer: The system.
        recorder: What counts its calls.
        asked: What it is asked with, as its replies say it.
    """

    peer: Peer
    recorder: Recorder
    asked: Asked


def ask_all(corpus: Corpus, seats: Sequence[Seat], place: Callable[[str], Place]) -> Iterator[str]:
    """Ask for what has no reply yet, keep each reply as it is there, and yield a line about it.

    Args:
        corpus: The articles.
        seats: The systems.
        place: Where the replies to an article are kept, by its id.

    Raises:
        InputError: A reply that is there was asked with something else.
        ModelUnavailable: The server is gone; nothing is kept of the answer that it was gone for.
    """
    paths = {(article.id, seat.peer.name): place(article.id).path(seat.peer.name, article.id)
             for article in corpus.articles for seat in seats}  # fmt: skip
    todo = [
        [seat for seat in seats if read_reply(paths[article.id, seat.peer.name], article, seat.asked) is None]
        for article in corpus.articles
    ]
    for seat in {seat.peer.name: seat for left in todo for seat in left}.values():
        _warm_up(seat)
        yield f"{seat.peer.name}: {seat.asked.version} has read its examples"
    for number, (article, left) in enumerate(zip(corpus.articles, todo, strict=True), 1):
        for seat in left:
            reply = ask_one(article, seat)
            write_reply(paths[article.id, seat.peer.name], reply)
            yield f"{number}/{len(corpus.articles)} {_told(reply)}"


def ask_one(article: Article, seat: Seat) -> Answered:
    """Ask one system about one article; what goes wrong in it is an answer too.

    Raises:
        ModelUnavailable: The server is gone.
    """
    seat.recorder.take()
    started = time.perf_counter()
    answer, error = None, None
    try:
        answer = seat.peer.ask(article)
    except Exception as failure:  # noqa: BLE001 - a peer's failure is counted, whatever it raises
        error = _named(failure)
    seconds = time.perf_counter() - started
    calls = seat.recorder.take()
    if any(call.status == HTTPStatus.BAD_GATEWAY for call in calls):
        raise ModelUnavailable("the server does not answer any more", where=seat.peer.name, hint="the run can go on")
    return Answered(
        asked=seat.asked,
        article=article.id,
        sha256=article.document.sha256,
        seconds=round(seconds, 3),
        calls=calls,
        answer=answer,
        error=error,
    )


def seated(names: Sequence[str], model: str, threads: int | None, stack: ExitStack) -> list[Seat]:
    """Start the server with a slot for every system there is, and seat those that are named.

    Args:
        names: Systems to be asked.
        model: Name in the catalogue.
        threads: Threads of the server; the cores this process may use when None.
        stack: Stops the server and the recorders.

    Raises:
        ModelUnavailable: The server cannot be started.
        SettingsError: A system is not installed.
    """
    local = LocalModel(name=model, context_tokens=CONTEXT_TOKENS, parallel=len(MAKERS), threads=threads)
    stack.enter_context(running(local))
    server = f"{local.server}, {local.parallel} slots of {CONTEXT_TOKENS} tokens, {local.threads} threads"
    return [
        seat(make, model, stack.enter_context(Recorder(local.address, local.api_key, slot)), server)
        for slot, (name, make) in enumerate(MAKERS.items())
        if name in names
    ]


def seat(make: Callable[[str, str, str], Peer], model: str, recorder: Recorder, server: str) -> Seat:
    """A system with its recorder.

    Raises:
        SettingsError: It is not installed.
    """
    peer = make(model, recorder.address, "kept-by-the-recorder")
    try:
        version = peer.version
    except ModuleNotFoundError as error:
        hint = "pip install -r benchmarks/peers/requirements.txt, or leave it out with --systems"
        raise SettingsError("is not installed", where=peer.name, hint=hint) from error
    return Seat(
        peer, recorder, Asked(system=peer.name, version=version, model=model, server=server, prompt=peer.prompt)
    )


def _warm_up(seat: Seat) -> None:
    """Ask once and keep nothing.

    Raises:
        SettingsError: Not even that can be asked: something is wrong with the installation, not with the answer.
    """
    calls = ask_one(read_article(WARM_UP, id="warm-up"), seat).calls
    if not any(_answered(call) for call in calls):
        told = calls[-1].text[:200] if calls else "it has asked nothing"
        raise SettingsError(f"got no answer from the server: {told}", where=seat.peer.name)


def _answered(call: Call) -> bool:
    return call.status == HTTPStatus.OK and call.completion_tokens > 0


def _named(failure: BaseException) -> str:
    """Names of an error and of what caused it; what they say may hold an article's words."""
    names = [type(failure).__name__]
    cause = failure.__cause__
    while cause is not None and len(names) < 4:
        names.append(type(cause).__name__)
        cause = cause.__cause__
    return " from ".join(names)


def _told(reply: Answered) -> str:
    usage = reply.usage
    told = (
        f"{reply.article} {reply.asked.system}: {reply.seconds:.1f} s, {usage.calls} calls, "
        f"{usage.prompt_tokens} tokens read ({usage.cached_tokens} kept), {usage.completion_tokens} written"
    )
    cut = f", {reply.cut_off} cut off" if reply.cut_off else ""
    return f"{told}{cut}{f', failed: {reply.error}' if reply.error else ''}"
