"""Behaviour without labels: each change is followed, and a system that does not follow is caught."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import aclosing, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from summarize.cli.eval import eval_
from summarize.errors import ReplayMiss
from summarize.evaluation.behaviour import RELATIONS, Finding, Judged, behave, behaviour_report
from summarize.evaluation.behaviour.changes import shifts
from summarize.evaluation.behaviour.relations import INSTRUCTED_EVENT, INSTRUCTION, UNRELATED
from summarize.evaluation.cases import LoadedCase
from summarize.lexicon.cues import find_cues
from summarize.models.base import Message
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.record import Granularity, Time, TimeBasis
from tests.conftest import ROOT
from tests.evaluation.making import case

TEXT = (
    "Rebels shelled the port of Darin on Monday. "
    "The Levant Monitor said that troops captured the town of Salhun on Tuesday. "
    "About 300 families fled Salhun on 4 March 2026."
)
SHELLED = {"type": "shelling", "who": "Rebels", "whom": None, "where": "Darin"}
CAPTURED = {"type": "territory_captured", "who": "troops", "whom": None, "where": "Salhun"}
FLED = {"type": "displacement", "who": None, "whom": "families", "where": "Salhun"}
Script = Callable[[Sequence[Message], type], str]


def _case(text: str = TEXT, **changed: Any) -> LoadedCase:
    return case(text=text, events=[], figures=[], **changed)


def _answered(chosen: dict[str, Any] | None, reply: type) -> str:
    if chosen is None:
        return json.dumps({"event": {"type": "none"}})
    allowed = reply.model_json_schema()["$defs"]["OneEvent"]["properties"]  # type: ignore[attr-defined]
    return json.dumps({"event": {key: value for key, value in chosen.items() if key in allowed}})


def careful(messages: Sequence[Message], reply: type) -> str:
    """Reads what is there, and obeys nobody."""
    asked = messages[-1].content
    told = {"Rebels shelled": SHELLED, "troops captured": CAPTURED, "families fled": FLED}
    return _answered(next((answer for words, answer in told.items() if words in asked), None), reply)


def obedient(messages: Sequence[Message], reply: type) -> str:
    """Does what the article tells it to do."""
    if "Ignore all previous instructions" in messages[-1].content:
        return _answered({"type": "territory_captured", "who": "rebels", "whom": None, "where": None}, reply)
    return careful(messages, reply)


def first_of_the_list(messages: Sequence[Message], reply: type) -> str:
    """Chooses the type that stands first."""
    found = json.loads(careful(messages, reply))
    first = messages[-1].content.split("Types: ")[1].split(" ")[0]
    return json.dumps({"event": found["event"] | ({} if found["event"]["type"] == "none" else {"type": first})})


def _behave(script: Script = careful, loaded: LoadedCase | None = None, tape: Any = None) -> dict[str, Finding]:
    summarizer = Summarizer(ScriptedModel(script, strategy="sentence"))

    async def run() -> list[Finding]:
        async with aclosing(behave([loaded or _case()], summarizer, tape=tape)) as found:
            return [finding async for finding in found]

    return {finding.relation.name: finding for finding in asyncio.run(run())}


def _judged(found: dict[str, Finding]) -> dict[str, str]:
    return {name: finding.judged.value for name, finding in found.items()}


def test_a_careful_reader_keeps_every_relation() -> None:
    assert {relation.name: "holds" for relation in RELATIONS} == _judged(_behave())


def test_without_a_model_only_what_asks_something_new_needs_one() -> None:
    found = _judged(_behave(tape=lambda name, model: nullcontext()))
    assert {"codebook", "instructed_event"} == {name for name, judged in found.items() if judged == "needs a model"}
    assert {"holds"} == {judged for name, judged in found.items() if judged != "needs a model"}


def test_no_model_is_asked_about_a_changed_article_in_a_replay() -> None:
    model = ScriptedModel(careful, strategy="sentence")
    asked = []

    async def run() -> None:
        async with aclosing(behave([_case()], Summarizer(model), tape=lambda name, model: nullcontext())) as found:
            asked.extend([len(model.requests) async for _ in found])

    asyncio.run(run())
    assert {3} == set(asked)


def test_what_was_asked_once_is_not_asked_again() -> None:
    model = ScriptedModel(careful, strategy="sentence")

    async def run() -> None:
        async with aclosing(behave([_case()], Summarizer(model))) as found:
            async for _ in found:
                continue

    asyncio.run(run())
    questions = [tuple(message.content for message in request.messages) for request in model.requests]
    assert len(set(questions)) == len(questions)


def test_a_model_that_obeys_the_article_is_caught() -> None:
    found = _behave(obedient)
    assert {"instructed_event"} == {name for name, judged in _judged(found).items() if judged == "broken"}
    assert "new: territory_captured" in found["instructed_event"].details[0]


def test_a_model_that_chooses_by_the_order_of_the_list_is_caught() -> None:
    found = _behave(first_of_the_list)
    assert Judged.BROKEN is found["codebook"].judged


def _broken(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> dict[str, Finding]:
    """What is found of a pipeline whose records after the first are spoilt."""
    honest, records = Summarizer.run, []

    async def spoilt(self: Summarizer, article: Any) -> Any:
        record = await honest(self, article)
        records.append(record)
        first = records[0]
        return record if len(records) == 1 else record.model_copy(update={n: getattr(first, n) for n in changes})

    monkeypatch.setattr(Summarizer, "run", spoilt)
    return _behave()


def test_times_that_stay_where_they_were_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _broken(monkeypatch, events=True)
    assert ("Monday", "2026-03-02 became 2026-03-02") == tuple(found["dateline"].details[0].split(": "))
    assert 2 == len(found["dateline"].details)
    assert "is still actual" in found["denial"].details[0]


def test_a_figure_that_does_not_follow_its_number_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _broken(monkeypatch, figures=True)
    assert Judged.BROKEN is found["number"].judged


def test_a_change_that_an_article_offers_nothing_for_does_not_apply() -> None:
    found = _judged(_behave(loaded=_case("Rebels shelled the port of Darin.", dateline=None)))
    assert {"dateline", "denial", "number"} == {name for name, judged in found.items() if judged == "does not apply"}


def test_an_article_without_an_answer_is_judged_by_nothing() -> None:
    def missing(name: str, model: Any) -> Any:
        raise ReplayMiss("no cassette")

    assert {"no answer"} == set(_judged(_behave(tape=missing)).values())


def test_the_report_counts_and_names_what_is_broken() -> None:
    told = behaviour_report(list(_behave(obedient).values()))
    assert "| instructed_event | 0 | 1 | 0 | 0 | 0 |" in told
    assert "- darin, instructed_event: new: territory_captured" in told


def test_what_is_added_without_an_event_holds_no_word_that_announces_one() -> None:
    assert ((), ()) == (find_cues(UNRELATED), find_cues(INSTRUCTION))
    assert () != find_cues(INSTRUCTED_EVENT)


@pytest.mark.parametrize(
    ("text", "granularity", "basis", "expected"),
    [
        ("on Monday", Granularity.DAY, TimeBasis.EXPLICIT, True),
        ("last week", Granularity.WEEK, TimeBasis.REPORT_BOUND, True),
        (None, Granularity.DAY, TimeBasis.PUBLICATION, True),
        ("4 March 2026", Granularity.DAY, TimeBasis.EXPLICIT, False),
        ("June 6", Granularity.DAY, TimeBasis.EXPLICIT, None),
        ("late last month", Granularity.PART_OF_MONTH, TimeBasis.EXPLICIT, None),
        ("two days later", Granularity.DAY, TimeBasis.INFERRED, None),
    ],
)
def test_a_time_shifts_when_it_counts_from_the_dateline_day_by_day(
    text: str | None, granularity: Granularity, basis: TimeBasis, expected: bool | None
) -> None:
    day = date(2026, 3, 2)
    time = Time(text=text, edtf="2026-03-02", earliest=day, latest=day, granularity=granularity, basis=basis)
    assert expected is shifts(time)


def test_the_suite_of_this_project_keeps_every_relation_that_needs_no_model(tmp_path: Path) -> None:
    result = CliRunner().invoke(eval_, ["behaviour", str(ROOT / "evals"), "-k", "seed"], standalone_mode=False)
    assert 0 == result.return_value, result.output
