"""Which questions an article needs: one a sentence, or one a passage."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol

from summarize.article import Article
from summarize.asking.article import PassageQuestion, room_for_passage
from summarize.asking.choices import passage_choices
from summarize.asking.limits import few, fits
from summarize.asking.sentence import SentenceQuestion
from summarize.asking.weighed import WeighedQuestion
from summarize.draft import NOTHING_REPORTED, Choices, Draft, Reported, passage_reply
from summarize.mentions import Mention
from summarize.models.base import Model, StrategyName
from summarize.passages import Passage, cut
from summarize.prompting import Prompt
from summarize.record import Loss


class Question(Protocol):
    """One question to a model."""

    @property
    def where(self) -> str:
        """Sentence or passage, for messages."""
        ...

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What could not be asked."""
        ...

    async def ask(self, model: Model) -> Draft:
        """Ask it; whatever the model does becomes a draft with losses, except a `ModelError`."""
        ...


def plan(
    article: Article,
    prompt: Prompt,
    *,
    strategy: StrategyName,
    context_tokens: int,
    mentions: Mapping[int, tuple[Mention, ...]],
    reported: Mapping[int, Reported],
) -> list[Question]:
    """Questions in the order of the text.

    Args:
        article: What to read.
        prompt: Prompt of the strategy.
        strategy: How the article is asked about.
        context_tokens: What the model can hold.
        mentions: Phrases found in each sentence, by its number.
        reported: What each sentence attributes, by its number.
    """
    found = [mentions[sentence.number] for sentence in article.sentences]
    if strategy != "article":
        kind = SentenceQuestion if strategy == "sentence" else WeighedQuestion
        questions = (
            kind.about(sentence, prompt, phrases, reported.get(sentence.number, NOTHING_REPORTED))
            for sentence, phrases in zip(article.sentences, found, strict=True)
        )
        return [question for question in questions if question is not None]

    @cache
    def choices_of(owned: range) -> Choices:
        """The phrases of the sentences that events are reported from: no other stands where it is looked for."""
        return passage_choices(found[number - 1] for number in owned)

    def askable(passage: Passage) -> bool:
        choices = choices_of(passage.owned)
        return few(choices, len(passage.owned)) or fits(passage_reply(passage.owned, choices))

    passages = cut(article, max_characters=room_for_passage(prompt, context_tokens), fits=askable)
    return [PassageQuestion.about(passage, prompt, choices_of(passage.owned)) for passage in passages]
