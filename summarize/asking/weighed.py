"""The weighed strategy: a sentence's type by the probabilities of the types' names, then the part of each phrase in it.

All are turns of one conversation that goes on in different ways, so that a server which keeps what it has read reads
every sentence once. Each answer is one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from summarize.article import Sentence
from summarize.asking.calibrating import calibrated
from summarize.asking.choices import Signs, signs_of, speaks
from summarize.asking.deciding import ANSWERS, NONE, decide, type_probabilities
from summarize.asking.examples import example_parts, sentence_of, shared
from summarize.asking.filling import PART_ANSWERS, Chance, fill, named_once, part_probabilities, parts_of
from summarize.asking.joining import agreed
from summarize.asking.standing import holds_what_is_hit, standing
from summarize.asking.ties import is_harmed
from summarize.codebook import CODEBOOK
from summarize.draft import Draft, DraftEvent, DraftParticipant, DraftPlace, Reported, placed
from summarize.errors import PromptError, SettingsError
from summarize.mentions import Mention
from summarize.models.base import Message, Model, WeighingModel
from summarize.prompting import Example, PartWeights, Prompt, TypeWeights
from summarize.record import EventType, Loss, LossKind

MOST_PHRASES = 32
"""Phrases of one sentence that are asked about; only lists of names have more."""


_PASSIVE = frozenset(("passive_subject", "ahead_of_passive", "next_ahead"))
"""Signs of the subject of the passive that announces an event: "two men were shot"."""

_DONE_TO = frozenset(
    (
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.CHEMICAL_ATTACK,
        EventType.ATTACK_ON_CIVILIANS,
        EventType.ABDUCTION,
        EventType.DETENTION,
        EventType.PROPERTY_DESTRUCTION,
    )
)
"""Types whose words name whom it is done to as the subject of a passive and behind "of": "the arrest of", "were shot".

With others, such as mobilization, the same grammar names who does it: "the deployment of", "were sent".
"""


@dataclass(frozen=True)
class WeighedQuestion:
    """What does this sentence report, and what is each of its phrases in that?"""

    sentence: Sentence
    signs: Signs
    phrases: tuple[Mention, ...]
    reported: Reported
    prompt: Prompt
    losses: tuple[Loss, ...] = ()

    @classmethod
    def about(
        cls, sentence: Sentence, prompt: Prompt, mentions: Iterable[Mention], reported: Reported
    ) -> WeighedQuestion | None:
        """A question, or None when no word of the sentence can announce an event."""
        mentions = tuple(mentions)
        signs = signs_of(sentence, reported, mentions)
        if not signs.types:
            return None
        phrases = _first_of_each(mentions)
        if len(phrases) <= MOST_PHRASES:
            return cls(sentence, signs, phrases, reported, prompt)
        reason = f"holds {len(phrases)} phrases, of which the first {MOST_PHRASES} were asked about"
        loss = Loss(kind=LossKind.REPAIRED, reason=reason, where=f"sentence {sentence.number}")
        return cls(sentence, signs, phrases[:MOST_PHRASES], reported, prompt, (loss,))

    @property
    def where(self) -> str:
        """Sentence, for messages."""
        return f"sentence {self.sentence.number}"

    @cached_property
    def type_messages(self) -> tuple[Message, ...]:
        """The turn whose answer is the name of a type."""
        return (*shared_messages(self.prompt), Message("user", sentence_text(self.prompt, self.sentence)))

    def part_messages(self, kind: EventType, phrase: Mention) -> tuple[Message, ...]:
        """The turn whose answer says what a phrase is in an event of a type."""
        return (
            *self.type_messages,
            Message("assistant", CODEBOOK[kind].word),
            Message("user", phrase_text(self.prompt, phrase.text)),
        )

    def asked(self, kind: EventType) -> tuple[Mention, ...]:
        """The phrases that can have a part: who only speaks has none, but where words are the event."""
        if kind is EventType.VERBAL_CONFLICT:
            return self.phrases
        return tuple(phrase for phrase in self.phrases if phrase not in self._speaking)

    def standing(self, kind: EventType, phrase: Mention) -> frozenset[str]:
        """How a phrase stands in the sentence, seen from the words that announce an event of a type."""
        cues = self.signs.of(kind)
        signs = standing(phrase, self.sentence.text, self.phrases, cues)
        if kind is EventType.TERRITORY_CAPTURED and "from" in signs:
            signs |= {"loser"}
        if kind in _DONE_TO and self._undergoes(phrase, signs):
            signs |= {"undergoing"}
        return signs | {"speaker"} if phrase in self._speaking else signs

    def _undergoes(self, phrase: Mention, signs: frozenset[str]) -> bool:
        """Whether grammar says that it is done to a phrase: a passive, "the killing of", "killing two", "a camp of"."""
        passive = signs >= _PASSIVE and "other_clause" not in signs
        text = self.sentence.text
        return (
            passive
            or "of_cue" in signs
            or is_harmed(text, phrase.start)
            or holds_what_is_hit(phrase, text, self.phrases, signs)
        )

    @cached_property
    def _speaking(self) -> tuple[Mention, ...]:
        """The phrases that only say or report."""
        return tuple(phrase for phrase in self.phrases if speaks(phrase, self.sentence, self.reported))

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
        probabilities = type_probabilities(weighed.logprobs, self.signs, weights)
        for kind in decide(probabilities, self.signs, weights):
            filled = await self._filled(weighing(model), kind)
            confidence = calibrated(probabilities[kind], weights.calibration.event)
            draft += replace(filled, events=tuple(replace(event, confidence=confidence) for event in filled.events))
        return draft

    async def _filled(self, model: WeighingModel, kind: EventType) -> Draft:
        if kind is EventType.OTHER:
            reason = "reports something that no type of the codebook fits"
            return Draft(
                losses=(Loss(kind=LossKind.MISSING, text=self.sentence.text, reason=reason, where=self.where),)
            )
        parts, calibration = part_weights_of(self.prompt), weights_of(self.prompt).calibration
        draft = Draft()
        chances: list[Chance] = []
        for phrase in self.asked(kind):
            weighed = await model.weigh(self.part_messages(kind, phrase), PART_ANSWERS)
            draft += Draft((), placed(weighed.losses, f"{self.where}, {phrase.text!r}"), weighed.usage)
            if weighed.logprobs:
                signs = self.standing(kind, phrase)
                chances.append((phrase, part_probabilities(kind, weighed.logprobs, signs, parts)))
        roles = parts_of(kind)
        participants: list[DraftParticipant] = []
        places: list[DraftPlace] = []
        text = self.sentence.text
        for phrase, part, probability in named_once(fill(agreed(chances, text), parts.threshold, text), text):
            role = roles[part]
            if role is None:
                places.append(DraftPlace(phrase.text, calibrated(probability, calibration.place)))
            else:
                confidence = calibrated(probability, calibration.participant)
                participants.append(DraftParticipant(role, phrase.text, confidence))
        event = DraftEvent(
            sentence=self.sentence.number, type=kind, participants=tuple(participants), places=tuple(places)
        )
        return draft + Draft((event,))


def _first_of_each(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The phrases of a sentence, of those that are worded alike the first."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.text, mention)
    return tuple(found.values())


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
    """The weights by which a prompt of this strategy decides on types.

    Raises:
        PromptError: It has none.
    """
    if prompt.weights is None:
        raise PromptError("has no weights", where=prompt.origin, hint="load it from a file that names them")
    return prompt.weights


def part_weights_of(prompt: Prompt) -> PartWeights:
    """The weights by which a prompt of this strategy decides on parts.

    Raises:
        PromptError: It has none.
    """
    if prompt.parts is None:
        raise PromptError("has no weights of parts", where=prompt.origin, hint="load it from a file that names them")
    return prompt.parts


def sentence_text(prompt: Prompt, sentence: Sentence) -> str:
    """The first turn, filled for one sentence."""
    return prompt.render("question", {"sentence": " ".join(sentence.text.split())})


def phrase_text(prompt: Prompt, phrase: str) -> str:
    """The second turn, filled for one phrase."""
    return prompt.render("phrase", {"phrase": " ".join(phrase.split())})


@lru_cache(maxsize=4)
def shared_messages(prompt: Prompt) -> tuple[Message, ...]:
    """System message and worked examples: the same for every sentence."""

    def turns(example: Example) -> Iterator[Message]:
        yield Message("user", sentence_text(prompt, sentence_of(example)))
        yield Message("assistant", CODEBOOK[example.events[0].type].word if example.events else NONE)
        for phrase, answer in example_parts(example).items():
            yield Message("user", phrase_text(prompt, phrase))
            yield Message("assistant", answer)

    return shared(prompt, turns)
