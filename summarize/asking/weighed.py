"""The weighed strategy: a sentence's type by the probabilities of the types' names, then its arguments.

Both are turns of one conversation, so that a server which keeps what it has read reads every sentence once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from summarize.article import Sentence
from summarize.asking.calibrating import calibrated
from summarize.asking.choices import Signs, argument_choices, signs_of
from summarize.asking.deciding import ANSWERS, NONE, decide, type_probabilities
from summarize.asking.examples import arguments_reply_of, expected, sentence_of
from summarize.asking.fitting import few, fitted
from summarize.asking.sentence import REPLY_TOKENS
from summarize.codebook import CODEBOOK
from summarize.draft import Choices, Draft, Reported, arguments_reply, placed, read_arguments_reply
from summarize.errors import PromptError, SettingsError
from summarize.mentions import Mention
from summarize.models.base import Message, Model, WeighingModel
from summarize.prompting import Prompt, TypeWeights
from summarize.record import EventType, Loss, LossKind


@dataclass(frozen=True)
class WeighedQuestion:
    """What does this sentence report, and who does it to whom, and where?"""

    sentence: Sentence
    signs: Signs
    choices: Choices
    prompt: Prompt
    losses: tuple[Loss, ...] = ()

    @classmethod
    def about(
        cls, sentence: Sentence, prompt: Prompt, mentions: Iterable[Mention], reported: Reported
    ) -> WeighedQuestion | None:
        """A question, or None when no word of the sentence can announce an event."""
        signs = signs_of(sentence, reported)
        if not signs.clear and not signs.faint:
            return None
        question = cls(sentence, signs, argument_choices(sentence, mentions, reported), prompt)
        return question if few(question.choices) else question._fitted()

    def _fitted(self) -> WeighedQuestion:
        choices, losses = fitted(self.choices, arguments_reply, self.where)
        return replace(self, choices=choices, losses=losses)

    @property
    def where(self) -> str:
        """Sentence, for messages."""
        return f"sentence {self.sentence.number}"

    @property
    def words(self) -> int:
        """Length of the sentence."""
        return len(self.sentence.text.split())

    @cached_property
    def type_messages(self) -> tuple[Message, ...]:
        """The turn whose answer is the name of a type."""
        return (*shared_messages(self.prompt), Message("user", sentence_text(self.prompt, self.sentence)))

    async def ask(self, model: Model) -> Draft:
        """Ask it; the whole of the answer is in the draft.

        Raises:
            SettingsError: The model cannot say how probable an answer is.
        """
        weighed = await weighing(model).weigh(self.type_messages, tuple(ANSWERS))
        draft = Draft((), placed(weighed.losses, self.where), weighed.usage)
        if not weighed.logprobs:
            return draft
        weights = weights_of(self.prompt)
        probabilities = type_probabilities(weighed.logprobs, self.signs, self.words, weights)
        for kind in decide(probabilities, self.signs, weights.second):
            asked = await self._arguments(model, kind)
            confidence = calibrated(probabilities[kind], weights.calibration.event)
            draft += replace(asked, events=tuple(replace(event, confidence=confidence) for event in asked.events))
        return draft

    async def _arguments(self, model: Model, kind: EventType) -> Draft:
        if kind is EventType.OTHER:
            reason = "reports something that no type of the codebook fits"
            return Draft(
                losses=(Loss(kind=LossKind.MISSING, text=self.sentence.text, reason=reason, where=self.where),)
            )
        reply_type = arguments_reply(self.choices)
        if reply_type is None:
            return Draft((read_arguments_reply(None, kind, self.sentence.number, self.choices),))
        messages = (
            *self.type_messages,
            Message("assistant", CODEBOOK[kind].word),
            Message("user", arguments_text(self.prompt, self.choices)),
        )
        reply = await model.ask(messages, reply_type, max_tokens=REPLY_TOKENS)
        event = read_arguments_reply(reply.parsed, kind, self.sentence.number, self.choices)
        return Draft((event,), placed(reply.losses, self.where), reply.usage)


def weighing(model: Model) -> WeighingModel:
    """The model, if it can say how probable an answer is.

    Raises:
        SettingsError: It cannot.
    """
    if isinstance(model, WeighingModel):
        return model
    raise SettingsError(
        f"{model.name} cannot say how probable an answer is, which this strategy needs",
        where="strategy",
        hint="use the strategy sentence or article",
    )


def weights_of(prompt: Prompt) -> TypeWeights:
    """The weights of a prompt of this strategy.

    Raises:
        PromptError: It has none.
    """
    if prompt.weights is None:
        raise PromptError("has no weights", where=prompt.origin, hint="load it from a file that names them")
    return prompt.weights


def sentence_text(prompt: Prompt, sentence: Sentence) -> str:
    """The first turn, filled for one sentence."""
    return prompt.render("question", {"sentence": " ".join(sentence.text.split())})


def arguments_text(prompt: Prompt, choices: Choices) -> str:
    """The second turn, filled for the arguments that can be chosen."""
    return prompt.render("arguments", {"asked": [name for name in ("who", "whom", "where") if getattr(choices, name)]})


@lru_cache(maxsize=4)
def shared_messages(prompt: Prompt) -> tuple[Message, ...]:
    """System message and worked examples: the same for every sentence."""
    messages = [Message("system", prompt.render("system", {"codebook": list(CODEBOOK.values())}))]
    for example in prompt.examples:
        messages.append(Message("user", sentence_text(prompt, sentence_of(example))))
        messages.append(Message("assistant", CODEBOOK[example.events[0].type].word if example.events else NONE))
        if example.events and (example.events[0].participants or example.events[0].places):
            choices, reply = expected(arguments_reply_of, example, prompt)
            messages.append(Message("user", arguments_text(prompt, choices)))
            messages.append(Message("assistant", reply.model_dump_json()))
    return tuple(replace(message, shared=True) for message in messages)
