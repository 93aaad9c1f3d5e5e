"""Whether a suite can be trusted: beyond what keeps a case from loading, its split and what the prompts give away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.errors import InputError
from summarize.evaluation.casefile import CaseFile
from summarize.evaluation.cases import AbsentCase, LoadedCase, Suite
from summarize.evaluation.splits import split_of
from summarize.prompting import Prompt, builtin_prompt
from summarize.strategies import STRATEGIES


def check_suite(suite: Suite, prompts: Sequence[Prompt] = ()) -> tuple[InputError, ...]:
    """Everything that is wrong with a suite.

    Args:
        suite: The suite, loaded with `keep_going`.
        prompts: Prompts whose worked examples may not come from a case, besides those that ship.
    """
    wrong = (problem for loaded in suite.every for problem in _split(loaded))
    return (*suite.problems, *wrong, *_leaks(suite, (*map(builtin_prompt, STRATEGIES), *prompts)))


def refuse_leaks(suite: Suite, prompts: Sequence[Prompt]) -> None:
    """Make sure that what is tested is not shown in a prompt.

    Raises:
        InputError: A worked example shares a sentence with a case, or is wrong in itself.
    """
    for problem in _leaks(suite, prompts):
        raise problem


def _split(loaded: LoadedCase | AbsentCase) -> Iterator[InputError]:
    case = loaded.case
    meant = split_of(case.id)
    if case.split != meant:
        where = CaseFile.read(loaded.path).place(("split",))
        problem = f"is {case.split!r}, and the rule puts the id {case.id!r} into {meant!r}"
        yield InputError(problem, where=where, hint=f"write split: {meant}")


def _leaks(suite: Suite, prompts: Sequence[Prompt]) -> Iterator[InputError]:
    from summarize.asking.examples import check_examples  # noqa: PLC0415

    texts = {loaded.case.id: loaded.text for loaded in suite.cases}
    for prompt in prompts:
        for problem in check_examples(prompt, texts):
            yield InputError(problem, where=prompt.origin, hint="write another example: what is tested is not shown")
