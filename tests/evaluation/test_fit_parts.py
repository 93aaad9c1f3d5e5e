"""The weights of parts: fitted to labels, and those that ship are the ones the recordings give."""

from __future__ import annotations

import pytest
import yaml
from click.testing import CliRunner

from evals.fit_parts import MEANS, Labelled, fitted, main, told
from summarize.mentions import Mention, MentionKind
from summarize.prompting import Part, PartWeights, builtin_prompt
from summarize.record import EventType
from tests.conftest import ROOT


def _phrase(said: str, part: Part | None, *signs: str, question: int = 1, at: int = 0) -> Labelled:
    logprobs = {word: (-0.1 if word == said else -4.0) for word in ("actor", "target", "place", "no")}
    phrase = Mention(at, at + 1, chr(97 + at), MentionKind.ACTOR)
    return Labelled("case", question, phrase, EventType.SHELLING, logprobs, frozenset(signs), frozenset([part]))


def test_a_model_that_is_right_is_believed() -> None:
    right = [
        one
        for question in range(20)
        for one in (
            _phrase("actor", Part.WHO, question=question),
            _phrase("target", Part.WHOM, question=question, at=1),
            _phrase("no", None, question=question, at=2),
        )
    ]
    weights = fitted(right)
    assert weights.of(Part.WHO)["actor"] > 0
    assert pytest.approx((1.0, 1.0, 1.0)) == told(right, lambda _: weights)


def test_signs_are_believed_where_the_model_always_says_the_same() -> None:
    told_by_signs = [
        one
        for question in range(20)
        for one in (
            _phrase("actor", Part.WHO, "subject", question=question),
            _phrase("actor", Part.WHOM, "object", question=question, at=1),
        )
    ]
    weights = fitted(told_by_signs)
    assert weights.of(Part.WHO)["is_subject"] > weights.of(Part.WHO).get("is_object", 0.0)
    assert pytest.approx((1.0, 1.0, 1.0)) == told(told_by_signs, lambda _: weights)


def test_what_grammar_says_is_kept_where_no_sentence_shows_it() -> None:
    weights = fitted([_phrase("actor", Part.WHO)])
    assert pytest.approx(MEANS["who", "is_holder"]) == weights.of(Part.WHO)["is_holder"]


def test_the_weights_that_ship_are_those_that_the_recordings_give() -> None:
    result = CliRunner().invoke(main, [str(ROOT / "evals")])
    assert 0 == result.exit_code, result.output
    fresh = PartWeights.model_validate(yaml.safe_load(result.stdout))
    shipped = builtin_prompt("weighed").parts
    assert shipped is not None
    assert fresh.threshold == shipped.threshold
    for part in Part:
        assert pytest.approx(dict(shipped.of(part)), abs=0.05) == dict(fresh.of(part))
