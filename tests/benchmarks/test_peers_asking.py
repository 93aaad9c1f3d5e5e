"""Asking peers: every reply is kept, an interrupted run goes on, a failure is counted, and usage is the server's."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers.asking import WARM_UP, Seat, ask_all, ask_one, seat
from benchmarks.peers.corpus import Corpus, of_suite
from benchmarks.peers.langextract import LangExtract
from benchmarks.peers.ours import Ours
from benchmarks.peers.plain import Plain
from benchmarks.peers.replies import Answered, Asked, Call, Place, read_reply
from benchmarks.peers.serving import Recorder
from summarize import read_article
from summarize.article import Article
from summarize.errors import InputError, ModelUnavailable, SettingsError
from summarize.evaluation.cases import load_case
from summarize.models.local import REPLAY_ADDRESS, LocalModel
from summarize.models.replay import replaying
from summarize.record import PromptUsed
from tests.benchmarks.making import small_suite
from tests.conftest import ROOT
from tests.models.fault_server import FaultServer, completion, fault_server, stalled

PROMPT = PromptUsed(name="peer", version="1", digest="0" * 16)
ASKED = Asked(system="talker", version="talker 1", model="m", server="scripted", prompt=PROMPT)
TEXT = "Rebels attacked the town of Darin on Friday. Nine people were killed, a doctor said."
NOTHING = '{"extractions": []}'


@dataclass
class Talker:
    """A peer that sends one request for an article and fails where it is told to."""

    recorder: Recorder
    failing: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)
    name: str = "talker"
    version: str = "talker 1"
    prompt: PromptUsed = PROMPT

    def ask(self, article: Article) -> Any:
        self.asked.append(article.id)
        self.recorder.passed_on("POST", "/v1/chat/completions", json.dumps({"text": article.text}).encode())
        if article.id in self.failing:
            raise ValueError(f"cannot read {article.text!r}")
        return {"heard": article.id}


def _corpus(*names: str, ours: bool = True) -> Corpus:
    articles = tuple(read_article(f"{TEXT} Article {name}.", id=name) for name in names)
    return Corpus("made-up", articles, frozenset(names) if ours else frozenset())


@contextmanager
def _talking(*script: Any, failing: frozenset[str] = frozenset()) -> Iterator[tuple[Talker, Seat, FaultServer]]:
    with fault_server(*(script or (completion("{}"),))) as server, Recorder(server.url, "secret", slot=2) as recorder:
        talker = Talker(recorder, failing)
        yield talker, Seat(talker, recorder, ASKED), server


def test_every_reply_is_kept_with_what_the_server_says_it_took(tmp_path: Path) -> None:
    with _talking() as (_, seat_, server):
        lines = list(ask_all(_corpus("a"), [seat_], lambda name: Place(tmp_path, ours=True)))
    kept = Answered.model_validate_json((tmp_path / "talker" / "a.json").read_text(encoding="utf-8"))
    assert {"heard": "a"} == kept.answer
    assert (1, "{}") == (kept.usage.calls, kept.calls[0].text)
    sent = server.seen[-1]
    assert (2, "Bearer secret") == (sent.body["id_slot"], sent.headers["authorization"])
    assert TEXT not in (tmp_path / "talker" / "a.json").read_text(encoding="utf-8")
    assert "1/1 a talker" in lines[-1]


def test_an_interrupted_run_goes_on_and_asks_for_nothing_twice(tmp_path: Path) -> None:
    place = lambda name: Place(tmp_path, ours=True)  # noqa: E731
    with _talking() as (talker, seat_, _):
        going = ask_all(_corpus("a", "b"), [seat_], place)
        while "1/2" not in next(going):
            continue
        going.close()
        assert ["warm-up", "a"] == talker.asked
        list(ask_all(_corpus("a", "b"), [seat_], place))
        assert ["warm-up", "a", "warm-up", "b"] == talker.asked
        assert [] == list(ask_all(_corpus("a", "b"), [seat_], place))


def test_a_reply_to_another_question_or_another_text_is_refused(tmp_path: Path) -> None:
    place = lambda name: Place(tmp_path, ours=True)  # noqa: E731
    with _talking() as (talker, seat_, _):
        list(ask_all(_corpus("a"), [seat_], place))
        other = Seat(talker, seat_.recorder, ASKED.model_copy(update={"model": "larger"}))
        with pytest.raises(InputError, match="was asked with"):
            list(ask_all(_corpus("a"), [other], place))
        changed = Corpus("made-up", (read_article("Another text.", id="a"),), frozenset("a"))
        with pytest.raises(InputError, match="another text"):
            list(ask_all(changed, [seat_], place))


def test_replies_to_texts_that_are_not_ours_go_where_git_does_not_look(tmp_path: Path) -> None:
    corpus = _corpus("a", ours=False)
    with _talking() as (_, seat_, _):
        list(ask_all(corpus, [seat_], lambda name: Place(tmp_path, ours=name in corpus.ours)))
    assert ["elsewhere/talker/a.json"] == [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json")]
    ignored = (ROOT / "benchmarks" / "peers" / ".gitignore").read_text(encoding="utf-8").split()
    assert {"replies/elsewhere/", "runs/"} <= set(ignored)


def test_articles_of_re3d_are_not_ours_and_made_up_ones_are(data: Path, tmp_path: Path) -> None:
    corpus = of_suite(small_suite(tmp_path, "djibo-convoy-blast", "re3d-abu-jandal"), "test", None, 0, [data])
    assert {"djibo-convoy-blast", "re3d-abu-jandal"} == {article.id for article in corpus.articles}
    assert {"djibo-convoy-blast"} == corpus.ours


def test_a_failure_is_an_answer_that_names_it_and_tells_nothing_of_the_text(tmp_path: Path) -> None:
    with _talking(failing=frozenset("a")) as (_, seat_, _):
        lines = list(ask_all(_corpus("a", "b"), [seat_], lambda name: Place(tmp_path, ours=True)))
    failed, fine = (read_reply(tmp_path / "talker" / f"{name}.json", one) for name, one in _by_name("a", "b"))
    assert failed is not None
    assert fine is not None
    assert ("ValueError", None, None) == (failed.error, failed.answer, fine.error)
    assert any("failed: ValueError" in line for line in lines)


def _by_name(*names: str) -> Iterator[tuple[str, Article]]:
    yield from ((article.id, article) for article in _corpus(*names).articles)


def test_answers_that_were_cut_off_are_counted_and_weighed_types_are_not() -> None:
    cut, word = (Call(request="r", finish_reason="length", completion_tokens=tokens) for tokens in (1_500, 1))
    reply = Answered(asked=ASKED, article="a", sha256="0", seconds=1.0, calls=(cut, word))
    assert 1 == reply.cut_off


def test_nothing_is_kept_of_an_answer_that_the_server_was_gone_for(tmp_path: Path) -> None:
    with Recorder("http://127.0.0.1:9/v1", "secret") as recorder, pytest.raises(ModelUnavailable):
        list(ask_all(_corpus("a"), [Seat(Talker(recorder), recorder, ASKED)], lambda name: Place(tmp_path, ours=True)))
    assert [] == list(tmp_path.rglob("*.json"))


def test_a_recorder_lets_go_of_a_server_that_is_still_thinking() -> None:
    with fault_server(stalled) as server:
        with Recorder(server.url, "secret") as recorder:
            asking = threading.Thread(target=recorder.passed_on, args=("POST", "/v1/chat/completions", b"{}"))
            asking.start()
            while not server.seen:
                time.sleep(0.01)
        asking.join(timeout=5)
        assert not asking.is_alive()


def test_a_peer_that_gets_no_answer_at_all_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    class Silent(Talker):
        def ask(self, article: Article) -> Any:
            raise ImportError("broken installation")

    with fault_server(completion("{}")) as server, Recorder(server.url, "secret") as recorder:
        seats = [Seat(Silent(recorder), recorder, ASKED)]
        with pytest.raises(SettingsError, match="no answer"):
            list(ask_all(_corpus("a"), seats, lambda name: Place(tmp_path, ours=True)))


def test_instructor_is_asked_once_with_a_schema_and_every_example() -> None:
    told = {"events": [], "figures": ["Nine people"]}
    with fault_server(completion(json.dumps(told))) as server, Recorder(server.url, "secret") as recorder:
        placed = seat(Plain, "m", recorder, "scripted")
        reply = ask_one(read_article(TEXT, id="a"), placed)
    assert (told, None, 1) == (reply.answer, reply.error, reply.usage.calls)
    body = server.seen[-1].body
    assert "json_schema" == body["response_format"]["type"]
    assert 1 + 2 * 3 + 1 == len(body["messages"])
    assert (TEXT, 0.0, 3_000) == (body["messages"][-1]["content"], body["temperature"], body["max_tokens"])


def test_an_unfit_answer_is_asked_for_again_as_instructor_does_and_then_counts_as_failed() -> None:
    with fault_server(completion('{"events": 3}')) as server, Recorder(server.url, "secret") as recorder:
        reply = ask_one(read_article(TEXT, id="a"), seat(Plain, "m", recorder, "scripted"))
    assert reply.error is not None
    assert reply.error.startswith("InstructorRetryException")
    assert 1 < reply.usage.calls == len(server.seen)


def test_langextract_is_asked_a_chunk_at_a_time_and_places_what_it_finds() -> None:
    pytest.importorskip("langextract")
    attributes = {"type": "battle", "who": ["Rebels"], "whom": [], "where": ["Darin"], "when": None, "source": None}
    found = {"extractions": [{"event": "attacked the town", "event_attributes": attributes}, {"figure": "Nine people"}]}
    with fault_server(completion(json.dumps(found))) as server, Recorder(server.url, "secret") as recorder:
        reply = ask_one(read_article(TEXT, id="a"), seat(LangExtract, "m", recorder, "scripted"))
    assert reply.error is None
    event, figure = reply.answer["extractions"]
    assert (attributes, TEXT.index("attacked")) == (event["attributes"], event["at"][0])
    assert "Nine people" == figure["text"]
    body = server.seen[-1].body
    assert ("json_schema", 1_500, 0.0) == (body["response_format"]["type"], body["max_tokens"], body["temperature"])
    assert "The visitors bombarded the goal" in body["messages"][-1]["content"]


def test_langextract_leaves_out_a_chunk_that_cannot_be_read(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("langextract")
    caplog.set_level(logging.CRITICAL)
    with fault_server(completion('{"extractions": [{"event": "att')) as server, Recorder(server.url, "secret") as one:
        reply = ask_one(read_article(TEXT, id="a"), seat(LangExtract, "m", one, "scripted"))
    assert ({"extractions": []}, None) == (reply.answer, reply.error)


def test_ours_asks_exactly_what_the_embedded_model_was_recorded_with() -> None:
    loaded = load_case(ROOT / "evals" / "cases" / "djibo-convoy-blast.yaml", data=[ROOT / "evals"])
    model = "qwen2.5-coder-1.5b"
    asked = Ours(model, REPLAY_ADDRESS, "key")
    with replaying(ROOT / "evals" / "cassettes", article=loaded.case.id, model=LocalModel(name=model)) as tape:
        record = asyncio.run(asked._run(loaded.article()))
    assert record.events
    assert () == tuple(tape.unplayed)


def test_the_text_that_warms_up_is_no_text_of_the_suite() -> None:
    for path in (ROOT / "evals" / "articles").glob("*.txt"):
        assert WARM_UP not in path.read_text(encoding="utf-8")
