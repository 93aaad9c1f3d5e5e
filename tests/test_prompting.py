from pathlib import Path

import pytest

from summarize.asking.examples import check_examples
from summarize.asking.weighed import weights_of
from summarize.errors import PromptError
from summarize.models.catalogue import CATALOGUE
from summarize.pipeline import Summarizer
from summarize.prompting import Calibration, builtin_prompt, load_prompt, models_with_weights

GOOD = """---
name: mine
version: "3"
strategy: sentence
description: A prompt of a test.
---
{% block system %}Be brief.{% endblock %}
{% block question %}{{ sentence }}{% endblock %}
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "mine.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_prompt_file_is_read_with_its_front_matter(tmp_path: Path) -> None:
    prompt = load_prompt(_written(tmp_path, GOOD))
    assert ("mine", "3", "sentence") == (prompt.name, prompt.version, prompt.strategy)


def test_a_block_is_filled(tmp_path: Path) -> None:
    prompt = load_prompt(_written(tmp_path, GOOD))
    assert prompt.render("question", {"sentence": "Shells fell."}) == "Shells fell."


def test_the_digest_changes_with_one_word(tmp_path: Path) -> None:
    first = load_prompt(_written(tmp_path, GOOD)).digest
    second = load_prompt(_written(tmp_path, GOOD.replace("brief", "short"))).digest
    assert first != second


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("no front matter here", "no front matter"),
        (GOOD.replace("name: mine\n", ""), "name: field required"),
        (GOOD.replace("strategy: sentence", "strategy: guess"), "strategy"),
        (GOOD.replace("version:", "versoin:"), "versoin"),
        (GOOD.replace("{% endblock %}", "", 1), "does not parse"),
        (GOOD.replace("block system", "block sytem"), "'system' is missing"),
        (GOOD.replace("name: mine", "name: [mine"), "is not YAML"),
        (GOOD.replace("name: mine", f"name: {'[' * 3000}{']' * 3000}"), "too much inside each other"),
        (GOOD.replace("name: mine", "name: 2020-13-45"), "is not YAML"),
        (GOOD.replace("description:", "examples: nowhere.yaml\ndescription:"), "cannot be read"),
    ],
)
def test_a_broken_prompt_file_is_named_with_its_fault(tmp_path: Path, broken: str, said: str) -> None:
    with pytest.raises(PromptError) as caught:
        load_prompt(_written(tmp_path, broken))
    assert said in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_template_that_names_something_unknown_is_an_error_and_not_an_empty_word(tmp_path: Path) -> None:
    prompt = load_prompt(_written(tmp_path, GOOD.replace("{{ sentence }}", "{{ sentense }}")))
    with pytest.raises(PromptError, match="sentense"):
        prompt.render("question", {"sentence": "Shells fell."})


def test_a_template_cannot_reach_into_python(tmp_path: Path) -> None:
    prompt = load_prompt(_written(tmp_path, GOOD.replace("{{ sentence }}", "{{ sentence.__class__.__mro__ }}")))
    with pytest.raises(PromptError):
        prompt.render("question", {"sentence": "Shells fell."})


@pytest.mark.parametrize("strategy", ["article", "sentence"])
def test_the_worked_examples_that_ship_are_fair(strategy: str, seed_text: str) -> None:
    prompt = builtin_prompt(strategy)
    assert prompt.examples
    assert check_examples(prompt, {"seed": seed_text}) == []


def _with_example(folder: Path, example: str) -> Path:
    (folder / "mine.yaml").write_text(example, encoding="utf-8")
    return _written(folder, GOOD.replace("description:", "examples: mine.yaml\ndescription:"))


def test_an_example_whose_phrase_is_not_in_its_text_is_reported(tmp_path: Path) -> None:
    example = "- {id: x, text: 'Rebels shelled Darin.', events: [{type: shelling, places: [Tamra]}]}"
    problems = check_examples(load_prompt(_with_example(tmp_path, example)))
    assert "x: 'Tamra' does not stand in its text" in problems


def test_an_example_whose_answer_is_not_on_offer_is_reported(tmp_path: Path) -> None:
    example = "- {id: x, text: 'Rebels shelled Darin.', events: [{type: talks, places: [Darin]}]}"
    problems = check_examples(load_prompt(_with_example(tmp_path, example)))
    assert any("talks" in problem for problem in problems)


def test_an_example_taken_from_an_eval_case_is_reported(tmp_path: Path) -> None:
    sentence = "Rebels shelled the market of Darin for hours."
    example = f"- {{id: x, text: '{sentence}', events: [{{type: shelling, places: [Darin]}}]}}"
    problems = check_examples(load_prompt(_with_example(tmp_path, example)), {"case-7": f"News. {sentence}"})
    assert "x: shares a sentence with the eval case case-7" in problems


def test_a_byte_order_mark_is_no_part_of_a_prompt(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert load_prompt(path).name == "mine"


def test_a_model_without_weights_of_its_own_gets_those_of_the_default() -> None:
    default = builtin_prompt("weighed")
    assert load_prompt(default.origin).digest == default.digest
    for model in (None, "qwen2.5-coder-1.5b", "", "..", "../weights/smollm2-135m"):
        assert default == builtin_prompt("weighed", model)


def test_weights_that_ship_for_a_model_are_part_of_the_digest_and_of_no_other_strategy() -> None:
    assert ("qwen2.5-coder-0.5b", "smollm2-135m") == models_with_weights()
    assert set(models_with_weights()) < set(CATALOGUE)
    whole = [builtin_prompt("weighed", model) for model in (None, *models_with_weights())]
    assert 3 == len({prompt.digest for prompt in whole}) == len({prompt.weights for prompt in whole})
    assert 3 == len({prompt.parts for prompt in whole})
    assert 1 == len({(prompt.body, prompt.examples) for prompt in whole})
    assert builtin_prompt("sentence") == builtin_prompt("sentence", "smollm2-135m")


@pytest.mark.parametrize("model", models_with_weights())
def test_what_the_probabilities_of_another_model_are_worth_is_not_taken_over(model: str) -> None:
    weights = builtin_prompt("weighed", model).weights
    assert weights is not None
    assert Calibration() != weights.calibration != weights_of(builtin_prompt("weighed")).calibration


def test_a_prompt_file_keeps_its_weights_whichever_model_is_asked() -> None:
    file = builtin_prompt("weighed").origin
    own, given = Summarizer("smollm2-135m"), Summarizer("smollm2-135m", prompt=file)
    assert builtin_prompt("weighed", "smollm2-135m").digest == own.prompt.digest
    assert load_prompt(file).digest == given.prompt.digest != own.prompt.digest
