"""The weights of the weighed prompt: fitted to labels, and those that ship are the ones the recordings give."""

from __future__ import annotations

import pytest
import yaml
from click.testing import CliRunner

from evals.fit_weights import main
from summarize.asking.choices import Signs
from summarize.asking.deciding import ANSWERS, NONE
from summarize.evaluation.weights import SIGNS, Labelled, fitted, fitted_to_the_others, told
from summarize.lexicon.cues import Cue
from summarize.models.catalogue import DEFAULT_LOCAL_MODEL
from summarize.prompting import TypeWeights, builtin_prompt, models_with_weights
from summarize.record import EventType
from tests.conftest import ROOT

RIOT, PROTEST = EventType.RIOT, EventType.PROTEST


def _sentence(said: str, *, cue: EventType | None, gold: EventType | None) -> Labelled:
    signs = Signs((Cue(0, 1, "x", cue),) if cue else (), (), 20, dated=True)
    logprobs = {word: (-0.1 if word == said else -5.0) for word in ANSWERS}
    return Labelled("case", logprobs, signs, ((frozenset({gold}), False),) if gold else ())


def test_a_model_that_is_right_is_believed() -> None:
    right = [_sentence("riot", cue=None, gold=RIOT), _sentence(NONE, cue=None, gold=None)] * 8
    weights = fitted(right)
    assert weights.logprob > 0.5
    assert pytest.approx((1.0, 1.0, 1.0)) == told(right, lambda _: weights)


def test_words_are_believed_where_the_model_always_says_the_same() -> None:
    words = [_sentence("protest", cue=RIOT, gold=RIOT), _sentence("protest", cue=None, gold=None)] * 8
    weights = fitted(words)
    assert weights.clear > 1
    assert pytest.approx((1.0, 1.0, 1.0)) == told(words, lambda _: weights)


def test_the_only_case_is_answered_with_weights_fitted_to_nothing() -> None:
    one = [_sentence("riot", cue=None, gold=RIOT)]
    others = fitted_to_the_others(one)
    assert {"case": fitted([])} == others
    assert (0.5, 1.0, 0.0) == (others["case"].logprob, others["case"].clear, others["case"].none)
    assert fitted(one) != others["case"]


def test_the_types_of_single_sentences_are_counted() -> None:
    weights = TypeWeights.model_validate(dict.fromkeys(SIGNS, 0) | {"logprob": 1, "second": 0.25})
    half = [_sentence("riot", cue=None, gold=RIOT), _sentence("riot", cue=None, gold=None)]
    assert pytest.approx((0.5, 1.0, 2 / 3)) == told(half, lambda _: weights)
    missed = [_sentence(NONE, cue=None, gold=PROTEST)]
    assert (0.0, 0.0, 0.0) == told(missed, lambda _: weights)


@pytest.mark.parametrize("model", [DEFAULT_LOCAL_MODEL, *models_with_weights()])
def test_the_weights_that_ship_are_those_that_the_recordings_give(model: str) -> None:
    result = CliRunner().invoke(main, [str(ROOT / "evals"), "--model", f"local:{model}"])
    assert 0 == result.exit_code, result.output
    fresh = TypeWeights.model_validate(yaml.safe_load(result.stdout))
    shipped = builtin_prompt("weighed", model).weights
    assert shipped is not None
    for name in SIGNS:
        assert pytest.approx(getattr(shipped, name), abs=0.05) == getattr(fresh, name)
    assert pytest.approx(dict(shipped.bias), abs=0.05) == dict(fresh.bias)
