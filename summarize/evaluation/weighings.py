"""What a model finds probable of the sentences of labelled cases: asked for once, and what both fits make of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from summarize.article import Sentence
from summarize.asking import plan
from summarize.asking.deciding import ANSWERS
from summarize.asking.weighed import WeighedQuestion, weighing
from summarize.errors import InputError, SettingsError
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.json_lines import whole_lines
from summarize.evaluation.labels import GoldEvent
from summarize.models.base import Message, Model, Reply, ReplyT, Weighing
from summarize.pipeline import reported_by_sentence
from summarize.prompting import Prompt
from summarize.record import Loss, LossKind, Usage
from summarize.resolving.context import ArticleContext


class OfCase(Protocol):
    """What belongs to a case."""

    @property
    def case(self) -> str:
        """Id of the case."""
        ...


Shares = tuple[float, float, float]
"""Precision, recall and F1."""

_ItemT = TypeVar("_ItemT", bound=OfCase)
_FitT = TypeVar("_FitT")


class Weighings:
    """What a model found probable, kept in a file, so that after an interrupt nothing is asked again.

    Args:
        path: A JSON Lines file; None to keep nothing.
        closed: Whether what is not in the file stays unknown, and no model is asked.

    Attributes:
        missing: Keys of what a closed file was asked for and has not.

    Raises:
        InputError: The file holds something else.
    """

    def __init__(self, path: Path | None = None, *, closed: bool = False) -> None:
        self.missing: set[str] = set()
        self._path = path
        self._closed = closed
        self._known: dict[str, dict[str, float]] = {}
        if path is not None and path.exists():
            self._known = dict(_weighed(line, path) for line in whole_lines(path))

    async def of(
        self, model: Model, messages: Sequence[Message], answers: Sequence[str] = tuple(ANSWERS)
    ) -> Mapping[str, float]:
        """Log probabilities of answers to `messages`, of the types' names by default; empty where there are none.

        Raises:
            SettingsError: The model cannot say how probable an answer is.
            ModelError: It cannot be asked.
        """
        asked = "\0".join([model.name, *(f"{message.role}\1{message.content}" for message in messages)])
        key = hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()
        if key not in self._known:
            if self._closed:
                self.missing.add(key)
                return {}
            found = (await weighing(model).weigh(messages, answers)).logprobs
            if not found:
                return {}
            self._keep(key, dict(found))
        return self._known[key]

    def _keep(self, key: str, logprobs: dict[str, float]) -> None:
        self._known[key] = logprobs
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps({'key': key, 'logprobs': logprobs})}\n")


class Remembered:
    """A model that answers from what it once found probable.

    Args:
        model: The model.
        known: What it found; of a closed file, what it has not is a loss, else the model is asked for it.
    """

    def __init__(self, model: Model, known: Weighings) -> None:
        self.name, self.endpoint, self.strategy = model.name, model.endpoint, model.strategy
        self.context_tokens, self.parallel = model.context_tokens, model.parallel
        self._model, self._known = model, known

    async def ask(self, messages: Sequence[Message], reply: type[ReplyT], *, max_tokens: int) -> Reply[ReplyT]:
        """Raise: what it would write is not known.

        Raises:
            SettingsError: Always.
        """
        raise SettingsError(
            f"of {self.name} only probabilities are kept, no {reply.__name__} of up to {max_tokens} tokens",
            where=f"a question of {len(messages)} messages",
            hint="use the strategy weighed",
        )

    async def weigh(self, messages: Sequence[Message], answers: Sequence[str]) -> Weighing:
        """What is known of the answers; a loss where nothing is."""
        logprobs = await self._known.of(self._model, messages, answers)
        losses = () if logprobs else (Loss(kind=LossKind.MISSING, reason="is not among the kept weighings", where=""),)
        return Weighing(logprobs, Usage(), losses)

    async def aclose(self) -> None:
        """Nothing is held."""


def _weighed(line: str, path: Path) -> tuple[str, dict[str, float]]:
    try:
        read = json.loads(line)
        return str(read["key"]), {str(name): float(value) for name, value in read["logprobs"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"holds no weighings: {error}", where=str(path), hint="move it out of the way") from error


def weighed_questions(loaded: LoadedCase, model: Model, prompt: Prompt) -> Iterator[WeighedQuestion]:
    """What a model is asked about a case under the strategy `weighed`, in the order of the text."""
    article = loaded.article()
    context = ArticleContext(article)
    questions = plan(
        article,
        prompt,
        strategy="weighed",
        context_tokens=model.context_tokens,
        mentions=context.mentions,
        reported=reported_by_sentence(context, dated=True),
    )
    yield from (question for question in questions if isinstance(question, WeighedQuestion))


def told_in(loaded: LoadedCase, sentence: Sentence) -> tuple[GoldEvent, ...]:
    """The labelled events that a sentence reports."""
    return tuple(
        event
        for event in loaded.case.events
        if any(sentence.start <= loaded.text.index(quote) < sentence.end for quote in event.evidence)
    )


def by_the_others(items: Sequence[_ItemT], fit: Callable[[list[_ItemT]], _FitT]) -> dict[str, _FitT]:
    """For each case what is fitted to all the others, so that what is measured with it was not fitted to itself."""
    return {case: fit([one for one in items if one.case != case]) for case in sorted({one.case for one in items})}


def shares(right: int, wrong: int, missed: int) -> Shares:
    """Precision, recall and F1; 0 where there is nothing to divide by."""
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
