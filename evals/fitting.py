"""What the commands that fit a prompt of the strategy `weighed` share: the cases, who is asked, what is said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from summarize.evaluation.cases import LoadedCase, load_suite
from summarize.evaluation.weighings import OfCase, Shares, Weighings
from summarize.models.base import Model
from summarize.models.choice import choose_model
from summarize.models.replay import cassette_path, replaying
from summarize.prompting import Prompt, builtin_prompt, load_prompt

SEED = "000_798dc3de459ced19"
"""The seed article, which is left out: the code was written with it in view."""


_ItemT = TypeVar("_ItemT", bound=OfCase)
_WeightsT = TypeVar("_WeightsT")


@dataclass(frozen=True)
class Fitting:
    """The dev half of a suite, and who is asked about it.

    Attributes:
        suite: Folder of the suite.
        cases: The cases that are fitted to.
        model: Who is asked.
        prompt: What it is asked with.
    """

    suite: Path
    cases: tuple[LoadedCase, ...]
    model: Model
    prompt: Prompt

    @classmethod
    def of(cls, suite: Path, model: str, prompt: Path | None) -> Fitting:
        """From what is given on the command line."""
        cases = (loaded for loaded in load_suite(suite).cases if loaded.case.split == "dev" and loaded.case.id != SEED)
        chosen, _ = choose_model(model)
        return cls(suite, tuple(cases), chosen, _prompt(prompt, chosen))

    @property
    def recorded(self) -> tuple[LoadedCase, ...]:
        """The cases of which the suite has a recording."""
        return tuple(
            loaded
            for loaded in self.cases
            if cassette_path(self.cassettes, article=loaded.case.id, model=self.model).is_file()
        )

    @property
    def cassettes(self) -> Path:
        """Folder of recordings."""
        return self.suite / "cassettes"

    def replaying(self, loaded: LoadedCase) -> AbstractContextManager[Any]:
        """Answer what is asked about a case from its recording."""
        return replaying(self.cassettes, article=loaded.case.id, model=self.model)

    @property
    def weighings(self) -> Path:
        """File of what the model found probable, for a model without recordings."""
        return self.suite / "weighings" / f"{self.model.name}.jsonl"

    async def gathered(
        self, read: Callable[[LoadedCase, Weighings], Awaitable[Sequence[_ItemT]]], *, live: bool
    ) -> list[_ItemT]:
        """What `read` makes of each case: of what the model says now, of recordings, or else of kept weighings.

        Raises:
            UsageError: Nothing was made of any.
        """
        recorded = () if live else self.recorded
        closed = not live and not recorded
        known = Weighings(self.weighings, closed=True) if closed else Weighings()
        found: list[_ItemT] = []
        async with aclosing(self.model):
            for loaded in recorded or self.cases:
                with self.replaying(loaded) if recorded else nullcontext():
                    found += await read(loaded, known)
        if not found:
            hint = f"nor is there anything of them in {self.weighings}; --live asks the model"
            raise click.UsageError(f"no case of the dev half of {self.suite} has a recording, {hint}")
        if known.missing:
            click.echo(f"{len(known.missing)} questions have no answer in {self.weighings}", err=True)
        return found


def _prompt(path: Path | None, model: Model) -> Prompt:
    return load_prompt(path) if path else builtin_prompt("weighed", model.name)


def fitting_options(command: Callable[..., None]) -> Callable[..., None]:
    """The suite, and who is asked about it."""
    for option in (
        click.option("--prompt", type=click.Path(path_type=Path), help="Prompt file instead of the one that ships."),
        click.option("--model", default="local:qwen2.5-coder-1.5b", show_default=True),
        click.argument("suite", type=click.Path(path_type=Path), default=Path("evals")),
    ):
        command = option(command)
    return command


live_option: Callable[[Any], Any] = click.option("--live", is_flag=True, help="Ask the model, nothing that is kept.")


def say_how_well(
    items: Sequence[_ItemT],
    heading: str,
    told: Callable[[Sequence[_ItemT], Callable[[_ItemT], _WeightsT]], Shares],
    *,
    shipped: _WeightsT | None,
    fresh: _WeightsT,
    others: dict[str, _WeightsT],
) -> None:
    """Print on standard error how well things are told with the weights that ship and with new ones.

    Args:
        items: What is told.
        heading: What is told of how many of them.
        told: Precision, recall and F1 with the weights that each item is given.
        shipped: The weights that ship.
        fresh: New ones, fitted to all items.
        others: New ones of each case, fitted to the others.
    """
    click.echo(heading.format(items=len(items), articles=len({one.case for one in items})), err=True)
    if shipped is not None:
        _say("weights that ship", told(items, lambda _: shipped))
    _say("new weights, on what they were fitted to", told(items, lambda _: fresh))
    _say("new weights, each article by the others", told(items, lambda one: others[one.case]))


def _say(name: str, figures: Shares) -> None:
    click.echo(f"{name:<45} " + "  ".join(f"{figure:.3f}" for figure in figures), err=True)
