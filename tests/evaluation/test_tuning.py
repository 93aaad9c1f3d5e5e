"""Tuning: what is tried, who wins, who looked, and what is written."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from summarize import Summarizer, read_article
from summarize.errors import InputError, OutputError, PromptError
from summarize.evaluation.evaluating import Evaluation
from summarize.evaluation.tuning import (
    Bench,
    Grid,
    Ledger,
    Look,
    OutOfTimeError,
    Standing,
    Summary,
    Tuned,
    Variant,
    summed,
    tune,
    tuning_json,
    tuning_report,
    winner,
    write_winner,
)
from summarize.evaluation.tuning.refitting import Fit, Refitted
from summarize.evaluation.weighings import Weighings
from summarize.models.base import Message
from summarize.models.choice import ModelRequest
from summarize.models.scripted import ScriptedModel
from summarize.prompting import Prompt, builtin_prompt, load_prompt, save_prompt
from summarize.settings import load_settings
from tests.evaluation.tuning_suite import CAREFUL, DEV, TEST, make_prompt, make_suite, scripted

SENTENCE, WEIGHED, ARTICLE = (builtin_prompt(name) for name in ("sentence", "weighed", "article"))

BARE = replace(SENTENCE, examples=(), description='a: "b"\nc')


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return make_suite(tmp_path / "small")


@pytest.fixture
def careful(tmp_path: Path) -> Variant:
    return Variant("careful", "m", load_prompt(make_prompt(tmp_path / "careful.md")))


PLAIN = Variant("plain", "m", SENTENCE)
REFIT = Variant("refit", "m", WEIGHED, refit=True)


def bench(suite: Path, *, resume: bool = False, said: list[str] | None = None, deadline: float | None = None) -> Bench:
    order = Evaluation(suite, mode="live")

    def make(variant: Variant) -> Summarizer:
        return Summarizer(scripted(ModelRequest(variant.model)), prompt=variant.prompt)

    tell = said.append if said is not None else lambda _: None
    return Bench(order, order.load(), suite / "out", make, resume=resume, tell=tell, deadline=deadline)


def tuned(suite: Path, *variants: Variant, dev_only: bool = False, resume: bool = False) -> Tuned:
    return asyncio.run(tune(bench(suite, resume=resume), variants, dev_only=dev_only))


# What is tried


def test_the_default_comes_first_and_every_combination_once() -> None:
    grid = Grid(
        {"m": ("m", "sentence")},
        SENTENCE,
        (SENTENCE, WEIGHED),
        examples=(2, 99),
        weights=("shipped", "refit"),
        context_tokens=(None, 2048),
    )
    found = grid.variants()
    assert Variant(found[0].name, "m", SENTENCE) == found[0]
    assert len(set(found)) == len(found) == 4 + 8, "sentence has no weights to fit, and 99 examples are all of them"
    assert len({variant.name for variant in found}) == len({variant.file for variant in found}) == len(found)


def test_without_prompts_each_model_is_asked_with_its_own() -> None:
    found = Grid({"big": ("b", "article"), "small": ("s", "sentence")}, ARTICLE).variants()
    assert [("big", "article"), ("small", "sentence")] == [(one.model, one.prompt.strategy) for one in found]


def test_each_model_is_tried_with_the_weights_that_ship_for_it() -> None:
    models = {"big": ("big", "weighed"), "local:smollm2-135m": ("smollm2-135m", "weighed")}
    own = builtin_prompt("weighed", "smollm2-135m")
    assert WEIGHED != own
    for strategies in ((), ("weighed",)):
        found = Grid(models, WEIGHED, strategies=strategies).variants()
        assert [WEIGHED, own] == [one.prompt for one in found]


def test_the_first_examples_are_kept_and_none_may_be() -> None:
    _, two, none = Grid({"m": ("m", "sentence")}, SENTENCE, examples=(2, 0)).variants()
    assert (SENTENCE.examples[:2], ()) == (two.prompt.examples, none.prompt.examples)
    assert "m, sentence, 2 examples" == two.name


def test_prompts_of_one_file_name_are_told_apart_by_their_digest(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    prompts = tuple(load_prompt(make_prompt(tmp_path / name / "mine.md", head=f"Head {name}")) for name in "ab")
    _, first, second = Grid({"m": ("m", "sentence")}, SENTENCE, prompts).variants()
    assert [f"m, mine, 6 examples, {prompt.digest[:8]}" for prompt in prompts] == [first.name, second.name]


# Who wins


def _standing(name: str, f1: float, *, tokens: float = 0, examples: int = 2) -> Standing:
    prompt = replace(SENTENCE, examples=SENTENCE.examples[:examples])
    summary = Summary(4, 0, 0, f1, None, {}, None, 1.0, tokens, 0.0, 0.0, 1.0, "")
    return Standing(Variant(name, "m", prompt), None, summary, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([_standing("default", 0.5), _standing("better", 0.502, tokens=9e9)], "better"),
        ([_standing("default", 0.5, tokens=100), _standing("cheaper", 0.4996, tokens=99)], "cheaper"),
        ([_standing("default", 0.5, examples=2), _standing("shorter", 0.5, examples=1)], "shorter"),
        ([_standing("default", 0.5), _standing("equal", 0.5)], "default"),
    ],
)
def test_the_best_wins_and_of_equals_the_cheaper_the_shorter_the_first(found: list[Standing], expected: str) -> None:
    assert expected == winner(found).variant.name


def test_the_winner_of_the_dev_half_and_the_default_are_run_on_the_test_half_once(
    suite: Path, careful: Variant
) -> None:
    found = tuned(suite, PLAIN, careful)
    assert (careful, 0) == (found.best.variant, found.unanswered)
    assert len(DEV) == found.best.summary.cases
    assert found.tested is not None
    assert (len(TEST), ()) == (found.tested.cases, found.tested.before)
    assert found.tested.difference is not None
    assert found.tested.difference.value == pytest.approx(found.tested.best.f1 - found.tested.default.f1)  # type: ignore[operator]
    assert {"dev", "test"} == {path.name for path in (suite / "out").iterdir()}
    assert 2 == len(list((suite / "out" / "test").iterdir()))


def test_where_the_default_wins_it_alone_is_run_on_the_test_half(suite: Path, careful: Variant) -> None:
    found = tuned(suite, careful, PLAIN)
    assert careful == found.best.variant
    assert found.tested is not None
    assert found.tested.difference is None
    assert 1 == len(list((suite / "out" / "test").iterdir()))
    assert "Nothing that was tried beat the default." in tuning_report(found)


def test_a_model_without_answers_scores_as_empty_and_is_counted(suite: Path) -> None:
    found = tuned(suite, PLAIN, replace(PLAIN, name="broken", model="broken"), dev_only=True)
    assert (PLAIN, len(DEV)) == (found.best.variant, found.unanswered)
    assert "- broken: alif: " in tuning_report(found)


def test_a_suite_without_a_test_half_says_so_before_anything_is_asked(tmp_path: Path) -> None:
    half = make_suite(tmp_path / "half", DEV)
    with pytest.raises(InputError, match=r"no case of the test half here .*--dev-only"):
        tuned(half, PLAIN)
    assert not (half / "out").exists()
    assert tuned(half, PLAIN, dev_only=True).tested is None
    with pytest.raises(InputError, match="no case of the dev half"):
        tuned(make_suite(tmp_path / "other", TEST), PLAIN)


def test_a_sample_is_chosen_by_hash_and_a_larger_one_holds_it(suite: Path) -> None:
    at = bench(suite)
    three, two = ({one.case.id for one in at.half("dev", size).cases} for size in (3, 2))
    assert (3, 2) == (len(three), len(two))
    assert two < three


# Who looked


def test_the_test_half_remembers_who_looked(suite: Path, careful: Variant) -> None:
    assert "for the first time" in tuning_report(tuned(suite, PLAIN, careful))
    order = bench(suite)
    again = asyncio.run(tune(replace(order, folder=suite / "second"), [PLAIN, careful]))
    assert again.tested is not None
    (look,) = again.tested.before
    assert set(TEST) == set(look.cases)
    assert f"was looked at once before ({look.when})" in tuning_report(again)
    third = asyncio.run(tune(replace(order, folder=suite / "third"), [PLAIN]))
    assert "was looked at 2 times before" in tuning_report(third)
    assert 3 == len(Ledger.of(suite).looks())


def test_going_on_with_the_same_look_is_no_second_one(suite: Path, careful: Variant) -> None:
    tuned(suite, PLAIN, careful)
    resumed = tuned(suite, PLAIN, careful, resume=True)
    assert resumed.tested is not None
    assert () == resumed.tested.before
    assert 1 == len(Ledger.of(suite).looks())


def test_a_look_at_other_cases_does_not_count(suite: Path) -> None:
    ledger = Ledger.of(suite)
    look = Look(id="x", when="2026-01-01", output="out", variants=(), cases=("elsewhere",))
    assert () == ledger.enter(look)
    assert () == ledger.enter(look.model_copy(update={"id": "y", "cases": TEST}))
    assert 1 == len(ledger.enter(look.model_copy(update={"id": "z", "cases": TEST[:1]})))


def test_a_broken_ledger_is_an_error_and_not_an_empty_one(suite: Path) -> None:
    (suite / "test-half.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(InputError, match="no ledger of the test half"):
        tuned(suite, PLAIN)


def test_a_ledger_that_cannot_be_written_stops_before_the_test_half_is_seen(suite: Path, tmp_path: Path) -> None:
    look = Look(id="x", when="2026-01-01", output="out", variants=(), cases=TEST)
    with pytest.raises(OutputError, match="dev-only"):
        Ledger(tmp_path / "nowhere" / "ledger.jsonl").enter(look)


# Runs that are gone on with


def test_what_has_an_answer_is_not_asked_again_and_a_second_start_is_refused(suite: Path) -> None:
    tuned(suite, PLAIN, dev_only=True)
    with pytest.raises(InputError, match="is there already"):
        tuned(suite, PLAIN, dev_only=True)
    said: list[str] = []
    asyncio.run(tune(bench(suite, resume=True, said=said), [PLAIN], dev_only=True))
    assert [] == said


def test_a_deadline_ends_a_run_that_can_be_gone_on_with(suite: Path) -> None:
    at = bench(suite, deadline=time.monotonic())
    dev = at.half("dev")
    assert len(DEV) == asyncio.run(at.run(PLAIN, "dev", dev)).unfinished
    said: list[str] = []
    whole = asyncio.run(bench(suite, resume=True, said=said).run(PLAIN, "dev", dev))
    assert (0, len(DEV)) == (whole.unfinished, len(said))
    with pytest.raises(OutOfTimeError):
        asyncio.run(at.run(REFIT, "dev", dev))


# Weights


def test_each_case_is_answered_with_weights_that_were_not_fitted_to_it(suite: Path) -> None:
    found = tuned(suite, PLAIN, REFIT)
    at = bench(suite)
    (fit,) = (asyncio.run(at.fit(REFIT, at.make(REFIT), at.half("dev"))),)
    assert set(DEV) == set(fit.others)
    for name in ("weights", "parts"):
        fresh = getattr(fit.prompt, name)
        assert fresh not in [getattr(other, name) for other in fit.others.values()], "an article less gives others"
        assert getattr(WEIGHED, name) != fresh
    refitted = next(one for one in found.standings if one.variant is REFIT)
    assert fit.prompt.digest == refitted.run.header.prompt.digest
    assert (fit.prompt if found.best is refitted else SENTENCE) == found.prompt


def test_the_case_decides_which_weights_are_used() -> None:
    assert WEIGHED.weights is not None
    never = replace(WEIGHED, weights=WEIGHED.weights.model_copy(update={"none": 99.0}))
    others = {"quiet": never}
    model = scripted(ModelRequest("m"))
    system = Refitted(Summarizer(model, prompt=WEIGHED), Fit(WEIGHED, others))

    def events(name: str) -> int:
        article = read_article("Rebels shelled the port of Darin on Monday, killing two people.", id=name)
        return len(asyncio.run(system.run(article)).events)

    assert (1, 0) == (events("loud"), events("quiet"))


def test_a_sentence_that_was_weighed_is_not_asked_about_again_and_the_file_survives_a_cut(tmp_path: Path) -> None:
    path = tmp_path / "w" / "weighings.jsonl"
    asked = (Message("user", "Rebels shelled Darin."),)

    def weighed(model: ScriptedModel) -> int:
        found = asyncio.run(Weighings(path).of(model, asked))
        assert pytest.approx({"shelling": -0.6931}, abs=1e-3) == dict(found)
        return len(model.requests)

    assert 1 == weighed(ScriptedModel([{"shelling": 0.5}]))
    with path.open("a") as file:
        file.write('{"key": "cut o')
    assert 0 == weighed(ScriptedModel([]))
    other = ScriptedModel([{"riot": 0.5}], name="other")
    assert {"riot"} == set(asyncio.run(Weighings(path).of(other, asked)))
    assert {} == asyncio.run(Weighings().of(ScriptedModel([]), asked)), "no answer is kept for one"


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "w.jsonl").write_text('{"key": "x"}\n', "utf-8")
    with pytest.raises(InputError, match="holds no weighings"):
        Weighings(tmp_path / "w.jsonl")


def test_a_model_that_cannot_be_asked_gives_no_weights(suite: Path) -> None:
    at = bench(suite)
    broken = replace(REFIT, model="broken")
    with pytest.raises(InputError, match="no sentence to fit weights to"):
        asyncio.run(at.run(broken, "dev", at.half("dev")))


# What is written


def test_the_winner_is_used_by_the_settings_that_are_written(suite: Path, careful: Variant, tmp_path: Path) -> None:
    found = tuned(suite, PLAIN, careful, dev_only=True)
    base = "http://127.0.0.1:1/v1"
    written = write_winner(tmp_path / "win", replace(careful, context_tokens=2048), found.prompt, base_url=base)
    values = load_settings(environ={}, start=tmp_path / "win").values
    assert ("m", base, "sentence", 2048) == (values.model, values.base_url, values.strategy, values.context_tokens)
    assert values.prompt == written[1]
    assert load_prompt(written[1]) == careful.prompt
    assert CAREFUL in written[1].read_text("utf-8")


def test_a_password_of_the_address_is_not_written(careful: Variant, tmp_path: Path) -> None:
    base = "http://ada:hunter2@127.0.0.1:1/v1?token=hunter3"
    settings, _ = write_winner(tmp_path, careful, careful.prompt, base_url=base)
    written = settings.read_text("utf-8")
    assert "hunter" not in written
    assert "OPENAI_BASE_URL" in written
    assert "http://127.0.0.1:1/v1" == load_settings(environ={}, start=tmp_path).values.base_url


@pytest.mark.parametrize("prompt", [SENTENCE, WEIGHED, ARTICLE, BARE])
def test_a_prompt_that_is_saved_is_read_as_the_same_one(prompt: Prompt, tmp_path: Path) -> None:
    saved = load_prompt(save_prompt(prompt, tmp_path / "deep" / "er", "p"))
    assert (prompt, prompt.digest) == (saved, saved.digest)


def test_a_prompt_that_cannot_be_saved_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PromptError, match="cannot be written"):
        save_prompt(SENTENCE, tmp_path / "file", "p")


def test_the_report_for_programs_says_what_the_report_says(suite: Path, careful: Variant) -> None:
    found = tuned(suite, PLAIN, careful)
    told = tuning_json(found, (Path("a"),))
    assert ("plain", "careful", ["a"]) == (told["default"], told["winner"], told["written"])
    assert [None, False] == [one["difference"] if one["difference"] is None else False for one in told["variants"]]
    assert summed(found.best.run).digest == told["variants"][1]["dev"]["digest"]
    assert found.tested is not None
    assert found.tested.best.f1 == told["test"]["winner"]["f1"]
    assert told["verdict"] in tuning_report(found)
    assert told["verdict"].endswith(".")
    assert ".." not in told["verdict"]
