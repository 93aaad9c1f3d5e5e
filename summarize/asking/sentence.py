"""The sentence strategy: one small question a sentence, every answer from the sentence's own phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from summarize.article import Sentence
from summarize.asking.choices import sentence_choices
from summarize.asking.examples import expected, sentence_of, sentence_reply_of, shared
from summarize.asking.limits import fitted
from summarize.codebook import CODEBOOK
from summarize.draft import Choices, Draft, Reported, placed, read_sentence_reply, sentence_reply
from summarize.mentions import Mention
from summarize.models.base import Message, Model
from summarize.prompting import Example, Prompt
from summarize.record import Loss

REPLY_TOKENS = 160
"""A full answer of four long phrases stays below this."""


@dataclass(frozen=True)
class SentenceQuestion:
    """What does this sentence report?"""

    sentence: Sentence
    choices: Choices
    prompt: Prompt
    losses: tuple[Loss, ...] = ()

    @classmethod
    def about(
        cls, sentence: Sentence, prompt: Prompt, mentions: Iterable[Mention], reported: Reported
    ) -> SentenceQuestion | None:
        """A question, or None when no word of the sentence announces an event."""
        choices = sentence_choices(sentence, mentions, reported)
        if not choices.types:
            return None
        question = cls(sentence, choices, prompt)
        offered, losses = fitted(choices, sentence_reply, question.where)
        return replace(question, choices=offered, losses=losses)

    @property
    def where(self) -> str:
        """Sentence, for messages."""
        return f"sentence {self.sentence.number}"

    async def ask(self, model: Model) -> Draft:
        """Ask it; the whole of the answer is in the draft."""
        messages = (
            *shared_messages(self.prompt),
            Message("user", question_text(self.prompt, self.sentence, self.choices)),
        )
        reply = await model.ask(messages, sentence_reply(self.choices), max_tokens=REPLY_TOKENS)
        losses = placed(reply.losses, self.where)
        events = (
            read_sentence_reply(reply.parsed, self.sentence.number, self.choices) if reply.parsed is not None else ()
        )
        return Draft(events, losses, reply.usage)


def question_text(prompt: Prompt, sentence: Sentence, choices: Choices) -> str:
    """The question block, filled for one sentence."""
    values: dict[str, Any] = {
        "sentence": " ".join(sentence.text.split()),
        "types": [CODEBOOK[kind] for kind in choices.types],
        "choices": choices,
    }
    return prompt.render("question", values)


@lru_cache(maxsize=4)
def shared_messages(prompt: Prompt) -> tuple[Message, ...]:
    """System message and worked examples: the same for every sentence, so that a server can keep their state."""

    def turns(example: Example) -> Iterator[Message]:
        choices, reply = expected(sentence_reply_of, example, prompt)
        yield Message("user", question_text(prompt, sentence_of(example), choices))
        yield Message("assistant", reply.model_dump_json())

    return shared(prompt, turns)
