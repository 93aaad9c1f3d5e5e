"""The article strategy: one question a passage; the reply names sentence numbers and phrases of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarize.article import Sentence
from summarize.asking.choices import passage_choices
from summarize.asking.examples import expected, passage_reply_of, sentences_of
from summarize.asking.limits import fitted
from summarize.codebook import CODEBOOK
from summarize.draft import Choices, Draft, passage_reply, placed, read_passage_reply
from summarize.mentions import Mention
from summarize.models.base import Message, Model
from summarize.passages import Passage
from summarize.prompting import Prompt
from summarize.record import Loss
from summarize.shapes import Answer

TOKENS_PER_SENTENCE = 110
"""Two events with three phrases each."""

FEWEST_REPLY_TOKENS = 256


@dataclass(frozen=True)
class PassageQuestion:
    """Which events does this passage report?"""

    passage: Passage
    prompt: Prompt
    choices: Choices
    losses: tuple[Loss, ...] = ()

    @classmethod
    def about(cls, passage: Passage, prompt: Prompt, mentions: Iterable[Sequence[Mention]]) -> PassageQuestion:
        """A question with the phrases of the passage's sentences, as many as every API takes."""
        question = cls(passage, prompt, passage_choices(mentions))
        choices, losses = fitted(question.choices, question.reply_type, question.where, sentences=len(passage.owned))
        return replace(question, choices=choices, losses=losses)

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
        reply = await model.ask(
            (*shared_messages(self.prompt), Message("user", question)),
            self.reply_type(self.choices),
            max_tokens=min(room, model.context_tokens // 2),
        )
        losses = placed(reply.losses, self.where)
        events = read_passage_reply(reply.parsed) if reply.parsed is not None else ()
        return Draft(events, losses, reply.usage)


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
    messages = [Message("system", prompt.render("system", {"codebook": list(CODEBOOK.values())}))]
    for example in prompt.examples:
        sentences = sentences_of(example)
        question = passage_text(prompt, sentences, range(1, len(sentences) + 1))
        messages.append(Message("user", question))
        messages.append(Message("assistant", expected(passage_reply_of, example, prompt).model_dump_json()))
    return tuple(replace(message, shared=True) for message in messages)
