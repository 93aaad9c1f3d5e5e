"""The weights of parts: fitted to labels, and those that ship are the ones the recordings give."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from evals.fit_parts import main
from summarize.errors import SettingsError
from summarize.evaluation.part_weights import LabelledPhrase, fitted_parts, parts_fitted_to_the_others, told_parts
from summarize.evaluation.weighings import Remembered, Weighings
from summarize.mentions import Mention, MentionKind
from summarize.models.base import Message
from summarize.models.catalogue import DEFAULT_LOCAL_MODEL
from summarize.models.scripted import ScriptedModel
from summarize.prompting import Part, PartWeights, builtin_prompt, models_with_weights
from summarize.record import EventType, LossKind
from tests.conftest import ROOT

ACTOR = LabelledPhrase(
    case="one",
    sentence=1,
    text="Rebels shelled the town.",
    phrase=Mention(0, 6, "Rebels", MentionKind.ACTOR),
    kind=EventType.SHELLING,
    logprobs={"actor": -0.1, "target": -4.0, "place": -5.0, "no": -3.0},
    signs=frozenset(),
    parts=frozenset({Part.WHO}),
)
NOBODY = replace(
    ACTOR,
    sentence=2,
    text="bread was short.",
    phrase=Mention(0, 5, "bread", MentionKind.OTHER),
    logprobs={"actor": -5.0, "target": -4.0, "place": -5.0, "no": -0.1},
    parts=frozenset({None}),
)


def _articles(number: int) -> list[LabelledPhrase]:
    return [replace(one, case=f"case {n}") for n in range(number) for one in (ACTOR, NOBODY)]


def test_a_model_that_is_right_is_believed() -> None:
    phrases = _articles(12)
    weights = fitted_parts(phrases)
    assert pytest.approx((1.0, 1.0, 1.0)) == told_parts(phrases, lambda _: weights)


def test_what_was_taken_wrongly_and_what_was_missed_count() -> None:
    never, always = (
        PartWeights.model_validate(
            {part.value: {"bias": bias} if part is Part.WHO else {"bias": -99.0} for part in Part} | {"threshold": 0.4}
        )
        for bias in (-99.0, 99.0)
    )
    assert (0.0, 0.0, 0.0) == told_parts([ACTOR, NOBODY], lambda _: never)
    assert pytest.approx((0.5, 1.0, 2 / 3)) == told_parts([ACTOR, NOBODY], lambda _: always)


def test_the_phrases_of_a_sentence_count_for_each_event_that_it_reports() -> None:
    weights = fitted_parts(_articles(12))
    wrong = replace(ACTOR, kind=EventType.ABDUCTION, parts=frozenset({None}))
    assert pytest.approx((0.5, 1.0, 2 / 3)) == told_parts([ACTOR, wrong], lambda _: weights)


def test_an_article_has_no_part_in_the_weights_that_it_is_told_with() -> None:
    phrases = [*_articles(3), replace(ACTOR, case="odd", parts=frozenset({Part.WHOM}))]
    others = parts_fitted_to_the_others(phrases)
    assert fitted_parts(_articles(3)) == others["odd"]
    assert fitted_parts(phrases) != others["odd"]
    assert fitted_parts([]) == parts_fitted_to_the_others([ACTOR])["one"]


@pytest.mark.parametrize("model", [DEFAULT_LOCAL_MODEL, *models_with_weights()])
def test_the_weights_that_ship_are_those_that_the_recordings_give(model: str) -> None:
    result = CliRunner().invoke(main, [str(ROOT / "evals"), "--model", f"local:{model}"])
    assert 0 == result.exit_code, result.output
    fresh, shipped = PartWeights.model_validate(yaml.safe_load(result.stdout)), builtin_prompt("weighed", model).parts
    assert shipped is not None
    for part in Part:
        signs = shipped.of(part).keys() | fresh.of(part).keys()
        found, expected = ({sign: one.of(part).get(sign, 0.0) for sign in signs} for one in (fresh, shipped))
        assert pytest.approx(expected, abs=0.1) == found


def test_a_kept_weighing_that_is_missing_is_counted_and_no_model_is_asked(tmp_path: Path) -> None:
    kept = Weighings(tmp_path / "none.jsonl", closed=True)
    model = ScriptedModel([{"actor": 1.0}])
    assert {} == asyncio.run(kept.of(model, [Message("user", "Rebels")], ("actor",)))
    assert (1, []) == (len(kept.missing), model.requests)


def test_a_remembered_model_answers_from_what_it_once_found_and_writes_nothing(tmp_path: Path) -> None:
    model, asked = ScriptedModel([{"actor": 1.0}]), [Message("user", "Rebels")]
    first = Remembered(model, Weighings(tmp_path / "kept.jsonl"))
    found = asyncio.run(first.weigh(asked, ("actor", "no")))
    again = Remembered(model, Weighings(tmp_path / "kept.jsonl", closed=True))
    assert found.logprobs == asyncio.run(again.weigh(asked, ("actor", "no"))).logprobs
    assert 1 == len(model.requests)
    assert [LossKind.MISSING] == [loss.kind for loss in asyncio.run(again.weigh([], ("actor",))).losses]
    with pytest.raises(SettingsError, match="only probabilities are kept"):
        asyncio.run(again.ask(asked, PartWeights, max_tokens=9))
