"""What is tried: every combination of models, prompts, numbers of worked examples and settings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Literal, get_args

from summarize.prompting import Prompt, builtin_prompt
from summarize.strategies import StrategyName

WeightsName = Literal["shipped", "refit"]
WEIGHTS: tuple[WeightsName, ...] = get_args(WeightsName)
"""Whether a prompt of the strategy `weighed` keeps its weights, or gets new ones fitted to the dev half."""


@dataclass(frozen=True)
class Variant:
    """One way to ask.

    Attributes:
        name: What it is called in tables and, with its digest, in file names.
        model: Model as asked for; None for the configured one.
        prompt: What it is asked with; for `refit` with the weights it had before.
        refit: Whether the weights are fitted to the dev half.
        context_tokens: Tokens of prompt and reply; None for what the model has by itself.
    """

    name: str
    model: str | None
    prompt: Prompt
    refit: bool = False
    context_tokens: int | None = None

    @property
    def file(self) -> str:
        """Name of its files, without suffix; another prompt of the same name has another."""
        return f"{re.sub(r'[^a-zA-Z0-9.-]+', '-', self.name)}-{self.prompt.digest[:8]}"

    @property
    def weights(self) -> WeightsName | None:
        """Which weights it has; None for a strategy without."""
        if self.prompt.weights is None:
            return None
        return "refit" if self.refit else "shipped"


@dataclass(frozen=True)
class Grid:
    """Every combination of some choices.

    Attributes:
        models: Models as asked for, None for the configured one, each with its name and the strategy it gets by itself.
        default: The prompt of the first model, as it would be asked now.
        prompts: Prompts to try.
        strategies: Strategies whose prompts that ship are tried, with the model's own weights where there are such;
            neither these nor prompts for the one that each model gets by itself.
        examples: How many worked examples are kept, the first of the file; none for all of them.
        weights: Whether weights are kept or fitted anew; plays no part for other strategies than `weighed`.
        context_tokens: Tokens of prompt and reply; None for what a model has by itself.
    """

    models: Mapping[str | None, tuple[str, StrategyName]]
    default: Prompt
    prompts: tuple[Prompt, ...] = ()
    strategies: tuple[StrategyName, ...] = ()
    examples: tuple[int, ...] = ()
    weights: tuple[WeightsName, ...] = ("shipped",)
    context_tokens: tuple[int | None, ...] = (None,)

    def variants(self) -> tuple[Variant, ...]:
        """The default first, then every other combination once, in the order the choices were given."""
        first = Variant("", next(iter(self.models)), self.default)
        return named(dict.fromkeys([first, *self._combined()]))

    def _combined(self) -> Iterator[Variant]:
        for model in self.models:
            choices = (self._prompts(model), self.examples or (None,), self.weights, self.context_tokens)
            for prompt, kept, weights, context in product(*choices):
                refit = weights == "refit" and prompt.weights is not None
                yield Variant("", model, shortened(prompt, kept), refit, context)

    def _prompts(self, model: str | None) -> tuple[Prompt, ...]:
        name, strategy = self.models[model]
        own = self.default if model == next(iter(self.models)) else builtin_prompt(strategy, name)
        return (*self.prompts, *(builtin_prompt(one, name) for one in self.strategies)) or (own,)


def shortened(prompt: Prompt, examples: int | None) -> Prompt:
    """A prompt with its first worked examples only; itself where it has no more than that."""
    if examples is None or examples >= len(prompt.examples):
        return prompt
    return replace(prompt, examples=prompt.examples[:examples])


def named(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """Variants with names that tell them apart."""
    names = {variant: _name(variant) for variant in variants}
    taken = Counter(names.values())
    return tuple(
        replace(variant, name=name if taken[name] == 1 else f"{name}, {variant.prompt.digest[:8]}")
        for variant, name in names.items()
    )


def _name(variant: Variant) -> str:
    parts = [variant.model, Path(variant.prompt.origin).stem, f"{len(variant.prompt.examples)} examples"]
    parts += ["refit weights"] if variant.refit else []
    parts += [f"{variant.context_tokens} tokens"] if variant.context_tokens else []
    return ", ".join(part for part in parts if part)
