"""Which types a sentence reports, by the model's probabilities and the words that stand there."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.choices import Signs
from summarize.asking.deciding import ANSWERS, NONE, decide, sign_values, type_probabilities
from summarize.codebook import CODEBOOK
from summarize.lexicon.cues import Cue
from summarize.prompting import TypeWeights, builtin_prompt
from summarize.record import EventType

WEIGHTS = TypeWeights(
    logprob=0.5, clear=2, general=1, faint=1.5, repeated=0.5, none=1, short=1, bias=(("riot", 0.5),), second=0.25
)
NOTHING = Signs((), ())
logprobs = st.dictionaries(st.sampled_from(list(ANSWERS)), st.floats(-14, 0), min_size=1)


def cue(kind: EventType, *, general: bool = False) -> Cue:
    return Cue(0, 4, "word", kind, general)


def test_every_type_has_a_name_of_its_own_and_so_has_none() -> None:
    assert len(CODEBOOK) + 1 == len(ANSWERS)
    assert None is ANSWERS[NONE]


def test_no_name_is_the_beginning_of_another() -> None:
    assert [] == [(one, other) for one in ANSWERS for other in ANSWERS if one != other and other.startswith(one)]


def test_the_prompt_that_ships_names_every_answer() -> None:
    system = builtin_prompt("weighed").render("system", {"codebook": list(CODEBOOK.values())})
    assert [] == [answer for answer in ANSWERS if answer not in system]


@given(logprobs, st.integers(1, 40))
def test_probabilities_add_up_to_one(given_logprobs: dict[str, float], words: int) -> None:
    found = type_probabilities(given_logprobs, NOTHING, words, WEIGHTS)
    assert pytest.approx(1) == sum(found.values())
    assert set(ANSWERS.values()) == set(found)


@given(logprobs, st.sampled_from(EventType), st.booleans())
def test_a_word_that_announces_a_type_makes_it_more_probable_and_nothing_else(
    given_logprobs: dict[str, float], kind: EventType, general: bool
) -> None:
    before = type_probabilities(given_logprobs, NOTHING, 20, WEIGHTS)
    after = type_probabilities(given_logprobs, Signs((cue(kind, general=general),), ()), 20, WEIGHTS)
    assert after[kind] > before[kind]
    assert all(after[other] < before[other] for other in before if other is not kind)


def test_a_clear_word_says_more_than_a_general_or_a_faint_one() -> None:
    kind = EventType.SHELLING
    clear, general = Signs((cue(kind),), (cue(kind),)), Signs((cue(kind, general=True),), (cue(kind),))
    assert {"clear": 1, "general": 0, "faint": 0} == _three(sign_values(kind, clear, 20))
    assert {"clear": 0, "general": 1, "faint": 0} == _three(sign_values(kind, general, 20))
    assert {"clear": 0, "general": 0, "faint": 1} == _three(sign_values(kind, Signs((), (cue(kind),)), 20))


def _three(values: dict[str, float]) -> dict[str, float]:
    return {name: values[name] for name in ("clear", "general", "faint")}


def test_a_caption_reports_less_than_a_sentence() -> None:
    even = {"riot": -1.0, NONE: -1.0}
    assert type_probabilities(even, NOTHING, 3, WEIGHTS)[None] > type_probabilities(even, NOTHING, 30, WEIGHTS)[None]


def test_what_is_least_unlikely_is_decided() -> None:
    assert (EventType.RIOT,) == decide({EventType.RIOT: 0.5, None: 0.3, EventType.PROTEST: 0.2}, NOTHING, 0.25)
    assert () == decide({EventType.RIOT: 0.4, None: 0.6}, NOTHING, 0.25)


def test_a_second_type_needs_a_clear_word_and_enough_probability() -> None:
    both = {EventType.RIOT: 0.4, EventType.PROTEST: 0.35, None: 0.25}
    clear = Signs((cue(EventType.PROTEST),), ())
    assert (EventType.RIOT, EventType.PROTEST) == decide(both, clear, 0.25)
    assert (EventType.RIOT,) == decide(both, clear, 0.36)
    assert (EventType.RIOT,) == decide(both, Signs((cue(EventType.PROTEST, general=True),), ()), 0.25)
    assert (EventType.RIOT,) == decide(both, NOTHING, 0.25)


@given(logprobs)
def test_weights_of_nothing_leave_the_models_own_probabilities(given_logprobs: dict[str, float]) -> None:
    plain = WEIGHTS.model_copy(update={"logprob": 1.0, "none": 0.0, "short": 0.0, "bias": ()})
    found = type_probabilities(given_logprobs, NOTHING, 20, plain)
    mass = {kind: math.exp(max(-14.0, given_logprobs.get(word, -14.0))) for word, kind in ANSWERS.items()}
    assert all(pytest.approx(mass[kind] / sum(mass.values())) == found[kind] for kind in mass)


def test_a_prompt_with_other_weights_has_another_digest() -> None:
    prompt = builtin_prompt("weighed")
    assert prompt.digest != replace(prompt, weights=WEIGHTS).digest
