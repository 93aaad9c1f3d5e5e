"""The article strategy: one question a passage; the reply names sentence numbers and phrases of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from summarize.article import Sentence
from summarize.asking.examples import expected, passage_reply_of, sentences_of, shared
from summarize.asking.limits import fitted
from summarize.draft import Choices, Draft, passage_reply, placed, read_passage_reply
from summarize.models.base import Message, Model
from summarize.passages import Passage
from summarize.prompting import Example, Prompt
from summarize.record import Loss
from summarize.shapes import Answer

TOKENS_PER_SENTENCE = 110
"""Two events with three phrases each."""

FEWEST_REPLY_TOKENS = 256

CHARACTERS_PER_TOKEN = 3.0
"""Cautious average for English news in the tokenizers of the models at hand."""

REPLY_SHARE = 0.4
"""Part of what the prompt leaves of a model's context that is kept for the reply."""

_SHOWN = 1.5
"""What a passage shows with the sentences around it, as a multiple of the stretch that it owns; see `passages.cut`."""


@dataclass(frozen=True)
class PassageQuestion:
    """Which events does this passage report?"""

    passage: Passage
    prompt: Prompt
    choices: Choices
    losses: tuple[Loss, ...] = ()

    @classmethod
    def about(cls, passage: Passage, prompt: Prompt, choices: Choices) -> PassageQuestion:
        """A question with the phrases of the passage's sentences, as many as every API takes."""
        question = cls(passage, prompt, choices)
        offered, losses = fitted(choices, question.reply_type, question.where, sentences=len(passage.owned))
        return question if offered is choices else replace(question, choices=offered, losses=losses)

    @property
    def where(self) -> str:
        """Passage by its own sentences, for messages."""
        owned = self.passage.owned
        return f"sentences {owned.start} to {owned.stop - 1}"

    def reply_type(self, choices: Choices) -> type[Answer]:
        """What may be answered from some lists."""
        return passage_reply(self.passage.owned, choices)

    async def ask(self, model: Model) -> Draft:
        """Ask it; the whole of the answer is in the draft."""
        owned = self.passage.owned
        own = [sentence for sentence in self.passage.sentences if sentence.number in owned]
        question = passage_text(self.prompt, self.passage.sentences, owned)
        room = max(FEWEST_REPLY_TOKENS, TOKENS_PER_SENTENCE * len(own))
        messages = (*shared_messages(self.prompt), Message("user", question))
        left = max(FEWEST_REPLY_TOKENS, model.context_tokens - _tokens(messages))
        reply = await model.ask(messages, self.reply_type(self.choices), max_tokens=min(room, left))
        losses = placed(reply.losses, self.where)
        events = read_passage_reply(reply.parsed) if reply.parsed is not None else ()
        return Draft(events, losses, reply.usage)


def room_for_passage(prompt: Prompt, context_tokens: int) -> int:
    """Code points that a passage may own, so that it fits into a model's context with the prompt and the reply.

    Args:
        prompt: Prompt of the article strategy.
        context_tokens: What the model can hold.
    """
    left = context_tokens - _tokens(shared_messages(prompt))
    return max(1, int(left * (1 - REPLY_SHARE) * CHARACTERS_PER_TOKEN / _SHOWN))


def _tokens(messages: Iterable[Message]) -> int:
    """About how many tokens messages take, rather more than fewer."""
    return ceil(sum(len(message.content) for message in messages) / CHARACTERS_PER_TOKEN)


def passage_text(prompt: Prompt, sentences: Iterable[Sentence], owned: Collection[int]) -> str:
    """The question block, filled for one passage."""
    lines = [
        {
            "number": sentence.number,
            "text": " ".join(sentence.text.split()),
            "owned": sentence.number in owned,
        }
        for sentence in sentences
    ]
    return prompt.render("question", {"sentences": lines})


@lru_cache(maxsize=4)
def shared_messages(prompt: Prompt) -> tuple[Message, ...]:
    """System message and worked examples, the same for every passage."""

    def turns(example: Example) -> Iterator[Message]:
        sentences = sentences_of(example)
        yield Message("user", passage_text(prompt, sentences, range(1, len(sentences) + 1)))
        yield Message("assistant", expected(passage_reply_of, example, prompt).model_dump_json())

    return shared(prompt, turns)
