"""Which types a sentence reports, by the model's probabilities and the words that stand there."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.asking.arguments import Beside
from summarize.asking.choices import Signs
from summarize.asking.deciding import ANSWERS, NONE, answer_values, decide, type_probabilities
from summarize.codebook import CODEBOOK
from summarize.lexicon.cues import Cue
from summarize.prompting import TypeWeights, builtin_prompt
from summarize.record import EventType

WEIGHTS = TypeWeights(
    logprob=0.5,
    none_logprob=0,
    clear=2,
    nominal=-0.5,
    general=1,
    faint=1.5,
    repeated=0.5,
    none=1,
    length=-1,
    undated=1,
    undated_situation=0.5,
    bias=(("riot", 0.5),),
    second=0.25,
)
NOTHING = Signs((), (), 20)
EVEN = {"riot": -1.0, NONE: -1.0}
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


@given(logprobs, st.integers(0, 40), st.booleans())
def test_probabilities_add_up_to_one(given_logprobs: dict[str, float], words: int, dated: bool) -> None:
    found = type_probabilities(given_logprobs, Signs((), (), words, dated), WEIGHTS)
    assert pytest.approx(1) == sum(found.values())
    assert set(ANSWERS.values()) == set(found)


@given(logprobs, st.sampled_from(EventType), st.booleans())
def test_a_word_that_announces_a_type_makes_it_more_probable_and_nothing_else(
    given_logprobs: dict[str, float], kind: EventType, general: bool
) -> None:
    before = type_probabilities(given_logprobs, NOTHING, WEIGHTS)
    after = type_probabilities(given_logprobs, Signs((cue(kind, general=general),), (), 20), WEIGHTS)
    assert after[kind] > before[kind]
    assert all(after[other] < before[other] for other in before if other is not kind)


def test_a_clear_word_says_more_than_a_general_or_a_faint_one() -> None:
    kind = EventType.SHELLING
    clear, general = Signs((cue(kind),), (cue(kind),), 20), Signs((cue(kind, general=True),), (cue(kind),), 20)
    assert {"clear": 1, "general": 0, "faint": 0} == _three(answer_values(kind, -1.0, clear))
    assert {"clear": 0, "general": 1, "faint": 0} == _three(answer_values(kind, -1.0, general))
    assert {"clear": 0, "general": 0, "faint": 1} == _three(answer_values(kind, -1.0, Signs((), (cue(kind),), 20)))


def _three(values: dict[str, float]) -> dict[str, float]:
    return {name: values[name] for name in ("clear", "general", "faint")}


def test_a_caption_reports_less_than_a_sentence() -> None:
    caption, sentence = (type_probabilities(EVEN, Signs((), (), words), WEIGHTS) for words in (3, 30))
    assert caption[None] > sentence[None]


def test_a_sentence_with_a_time_reports_more_than_one_without() -> None:
    undated, dated = (type_probabilities(EVEN, Signs((), (), 20, with_time), WEIGHTS) for with_time in (False, True))
    assert undated[None] > dated[None]


def test_only_a_situation_can_do_without_a_time() -> None:
    undated, dated = Signs((), (), 20), Signs((), (), 20, dated=True)
    found = [
        answer_values(kind, -1.0, signs)["undated_situation"]
        for kind in (EventType.TERRITORIAL_CONTROL, EventType.RIOT)
        for signs in (undated, dated)
    ]
    assert [1.0, 0.0, 0.0, 0.0] == found


@pytest.mark.parametrize("beside", [Beside(ahead=True, behind=False), Beside(ahead=False, behind=True)])
def test_a_party_beside_the_words_makes_their_type_more_probable_and_no_other(beside: Beside) -> None:
    alone = Signs((cue(EventType.SHELLING),), (), 20, dated=True)
    weights = WEIGHTS.model_copy(update={"party_ahead": 1.0, "party_behind": 0.5})
    before, after = (
        type_probabilities(EVEN, signs, weights)
        for signs in (alone, replace(alone, parties={EventType.SHELLING: beside}))
    )
    assert [EventType.SHELLING] == [kind for kind in before if after[kind] > before[kind]]


def test_a_party_that_acts_makes_up_for_a_time() -> None:
    acting = Signs((), (), 20, parties={EventType.RIOT: Beside(ahead=True, behind=False)})
    dated = replace(acting, dated=True)
    assert [1.0, 0.0, 0.0] == [answer_values(None, -1.0, signs)["undated_acting"] for signs in (acting, NOTHING, dated)]


def test_nouns_alone_say_less_than_a_verb() -> None:
    verb = Signs((cue(EventType.SHELLING),), (), 20)
    nouns = replace(verb, nominal=frozenset({EventType.SHELLING}))
    told = [type_probabilities(EVEN, signs, WEIGHTS)[EventType.SHELLING] for signs in (verb, nouns)]
    assert told[0] > told[1]


def test_what_is_least_unlikely_is_decided() -> None:
    assert (EventType.RIOT,) == decide({EventType.RIOT: 0.5, None: 0.3, EventType.PROTEST: 0.2}, NOTHING, WEIGHTS)
    assert () == decide({EventType.RIOT: 0.4, None: 0.6}, NOTHING, WEIGHTS)


def test_nothing_is_decided_only_where_it_is_more_probable_by_the_lean() -> None:
    leaning = WEIGHTS.model_copy(update={"lean": 0.2})
    close, far = {EventType.RIOT: 0.46, None: 0.54}, {EventType.RIOT: 0.44, None: 0.56}
    assert [(EventType.RIOT,), ()] == [decide(told, NOTHING, leaning) for told in (close, far)]
    assert [(), ()] == [decide(told, NOTHING, WEIGHTS) for told in (close, far)]


def test_a_second_type_needs_a_clear_word_and_enough_probability() -> None:
    both = {EventType.RIOT: 0.4, EventType.PROTEST: 0.35, None: 0.25}
    clear = Signs((cue(EventType.PROTEST),), (), 20)
    assert (EventType.RIOT, EventType.PROTEST) == decide(both, clear, WEIGHTS)
    assert (EventType.RIOT,) == decide(both, clear, WEIGHTS.model_copy(update={"second": 0.36}))
    assert (EventType.RIOT,) == decide(both, Signs((cue(EventType.PROTEST, general=True),), (), 20), WEIGHTS)
    assert (EventType.RIOT,) == decide(both, NOTHING, WEIGHTS)


def test_less_is_enough_for_a_second_type_with_a_party_of_its_own() -> None:
    both = {EventType.RIOT: 0.6, EventType.PROTEST: 0.2, None: 0.2}
    bare = Signs((cue(EventType.PROTEST),), (), 20)
    acting = replace(bare, parties={EventType.PROTEST: Beside(ahead=True, behind=False)})
    weights = WEIGHTS.model_copy(update={"second_acting": 0.15})
    assert [1, 2] == [len(decide(both, signs, weights)) for signs in (bare, acting)]
    assert [1, 1] == [len(decide(both, signs, WEIGHTS)) for signs in (bare, acting)]
    wanting = {**both, EventType.PROTEST: 0.1}
    assert [1, 1] == [len(decide(wanting, signs, weights)) for signs in (bare, acting)]


@given(logprobs)
def test_weights_of_nothing_leave_the_models_own_probabilities(given_logprobs: dict[str, float]) -> None:
    plain = WEIGHTS.model_copy(
        update={"logprob": 1.0, "none": 0.0, "undated": 0.0, "undated_situation": 0.0, "bias": ()}
    )
    found = type_probabilities(given_logprobs, NOTHING, plain)
    mass = {kind: math.exp(max(-14.0, given_logprobs.get(word, -14.0))) for word, kind in ANSWERS.items()}
    assert all(pytest.approx(mass[kind] / sum(mass.values())) == found[kind] for kind in mass)


def test_a_prompt_with_other_weights_has_another_digest() -> None:
    prompt = builtin_prompt("weighed")
    assert prompt.digest != replace(prompt, weights=WEIGHTS).digest
