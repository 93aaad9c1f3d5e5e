"""Worked examples as questions and replies, and the check that they are fair.

An example is fair when each of its phrases stands in its own text and among the phrases that code would
offer for it, when its answer fits the reply schema, and when no case of an eval suite holds its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from summarize.article import Sentence
from summarize.asking.choices import passage_choices, sentence_choices
from summarize.asking.filling import ACTOR, NO, PLACE, TARGET
from summarize.codebook import CODEBOOK
from summarize.draft import NO_EVENT, Choices, passage_reply, sentence_reply
from summarize.errors import PromptError
from summarize.mentions import find_mentions, find_mentions_in
from summarize.models.base import Message
from summarize.prompting import Example, ExampleEvent, Prompt
from summarize.record import Role
from summarize.sentences import split_sentences
from summarize.shapes import Answer
from summarize.strategies import StrategyName

_TOO_SHORT_TO_TELL = 30
_AnswerT = TypeVar("_AnswerT")


def shared(prompt: Prompt, turns: Callable[[Example], Iterable[Message]]) -> tuple[Message, ...]:
    """System message and worked examples, the same for every question, so that a server can keep their state.

    Args:
        prompt: The prompt.
        turns: What is asked about an example and what is answered.
    """
    told = (message for example in prompt.examples for message in turns(example))
    system = Message("system", prompt.render("system", {"codebook": list(CODEBOOK.values())}))
    return tuple(replace(message, shared=True) for message in (system, *told))


def sentence_of(example: Example) -> Sentence:
    """The example's text as the one sentence it must be."""
    return Sentence(1, 0, len(example.text), example.text)


@lru_cache(maxsize=64)
def sentences_of(example: Example) -> tuple[Sentence, ...]:
    """The example's text in sentences, numbered from 1."""
    return split_sentences(example.text)


def sentence_reply_of(example: Example) -> tuple[Choices, Answer]:
    """Closed lists of a one-sentence example, and the answer that is expected.

    Raises:
        ValidationError: The expected answer is not among the lists.
    """
    choices = _choices_of(example)
    if not example.events:
        return choices, sentence_reply(choices).model_validate({"event": {"type": NO_EVENT}})
    event = example.events[0]
    answer = {"type": event.type.value, **_arguments(event, choices)}
    return choices, sentence_reply(choices).model_validate({"event": answer})


def example_parts(example: Example) -> dict[str, str]:
    """What each phrase that code would ask about is in a one-sentence example with an event, as a model should say."""
    if not example.events:
        return {}
    event = example.events[0]
    entry = CODEBOOK[event.type]
    answers = dict.fromkeys((mention.text for mention in find_mentions(example.text)), NO)
    for role, phrase in event.participants:
        target = role is Role.AFFECTED or (role is entry.whom and entry.whom is not entry.who)
        answers[phrase] = TARGET if target else ACTOR
    return answers | dict.fromkeys(event.places, PLACE)


def _unoffered(example: Example) -> list[str]:
    """Phrases that an example of the weighed strategy expects and code would not ask about."""
    offered = {mention.text for mention in find_mentions(example.text)}
    return [phrase for phrase in example_parts(example) if phrase not in offered]


def _choices_of(example: Example) -> Choices:
    sentence = sentence_of(example)
    return sentence_choices(sentence, find_mentions(sentence.text))


def _arguments(event: ExampleEvent, choices: Choices) -> dict[str, str | None]:
    entry = CODEBOOK[event.type]
    who, whom = _sides(event, entry.who == entry.whom)
    answer = {"who": who, "whom": whom, "where": event.places[0] if event.places else None}
    return {key: value for key, value in answer.items() if getattr(choices, key)}


def _sides(event: ExampleEvent, same_role: bool) -> tuple[str | None, str | None]:
    phrases = [phrase for _, phrase in event.participants]
    if same_role:
        return (*phrases, None, None)[0], (*phrases, None, None)[1]
    entry = CODEBOOK[event.type]
    by_role = dict(event.participants)
    return by_role.get(entry.who), by_role.get(entry.whom)


def passage_reply_of(example: Example) -> Answer:
    """The expected answer of a passage example.

    Raises:
        ValidationError: The expected answer is not among the lists.
    """
    sentences = sentences_of(example)
    choices = passage_choices(find_mentions_in(sentence.text for sentence in sentences))
    events = []
    for event in example.events:
        item: dict[str, object] = {"sentence": event.sentence, "type": event.type.value, "label": event.label}
        if choices.who:
            item["participants"] = [{"role": role.value, "phrase": phrase} for role, phrase in event.participants]
        if choices.where:
            item["places"] = list(event.places)
        events.append(item)
    reply = passage_reply([sentence.number for sentence in sentences], choices)
    return reply.model_validate({"events": events})


def expected(answer: Callable[[Example], _AnswerT], example: Example, prompt: Prompt) -> _AnswerT:
    """What `answer` makes of an example of a prompt.

    Raises:
        PromptError: What the example expects is not among the lists that code offers there.
    """
    try:
        return answer(example)
    except ValidationError as error:
        raise PromptError(
            "expects what its text does not offer",
            where=f"{prompt.origin}, example {example.id}",
            hint="summarize prompts check says what",
        ) from error


def check_examples(prompt: Prompt, cases: Mapping[str, str] | None = None) -> list[str]:
    """Problems of a prompt's worked examples, one line each; empty when all are fair.

    Args:
        prompt: The prompt whose examples are checked.
        cases: Texts of eval cases by their id; no example may come from one.
    """
    problems: list[str] = []
    for example in prompt.examples:
        problems += [f"{example.id}: {problem}" for problem in _problems(example, prompt, cases or {})]
    return problems


def _problems(example: Example, prompt: Prompt, cases: Mapping[str, str]) -> Iterable[str]:
    for event in example.events:
        for phrase in (*(phrase for _, phrase in event.participants), *event.places):
            if phrase not in example.text:
                yield f"{phrase!r} does not stand in its text"
    if prompt.strategy == "weighed":
        for phrase in _unoffered(example):
            yield f"{phrase!r} is no phrase that would be asked about"
    try:
        _ANSWERED[prompt.strategy](example)
    except ValidationError as error:
        for detail in error.errors():
            yield f"{'.'.join(map(str, detail['loc']))}: {detail['msg']} (got {detail['input']!r})"
    flat = _flat(example.text)
    for name, text in cases.items():
        if any(
            _flat(sentence.text) in flat
            for sentence in split_sentences(text)
            if len(sentence.text) > _TOO_SHORT_TO_TELL
        ):
            yield f"shares a sentence with the eval case {name}"


_ANSWERED: Mapping[StrategyName, Callable[[Example], object]] = MappingProxyType(
    {
        "article": passage_reply_of,
        "sentence": sentence_reply_of,
        "weighed": example_parts,
    }
)
"""Makes the expected answer of an example, by strategy."""


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
