"""Every schema that is asked with is one that every hosted API takes, whatever the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarize import read_article, summarize
from summarize.article import Article
from summarize.asking import Question, plan
from summarize.asking.article import PassageQuestion
from summarize.asking.choices import passage_choices
from summarize.asking.limits import few, fits, fitted
from summarize.asking.sentence import SentenceQuestion
from summarize.asking.weighed import MOST_PHRASES, WeighedQuestion
from summarize.draft import Choices, passage_reply, sentence_reply
from summarize.evaluation.cases import load_suite
from summarize.models.schema import strict_schema
from summarize.models.scripted import ScriptedModel
from summarize.models.strict import DOCUMENTED, REFUSED, UNSPELLABLE, size_of
from summarize.pipeline import reported_by_sentence
from summarize.prompting import builtin_prompt
from summarize.record import EventType, LossKind
from summarize.resolving.context import ArticleContext
from summarize.strategies import StrategyName
from tests.conftest import ROOT, SEED

WRITTEN: tuple[StrategyName, ...] = ("article", "sentence")
"""Strategies whose answers are written out, so that they have a schema."""
CONTEXTS = (1024, 4096, 32_768, 1_000_000)
STARTS = ("Tam", "Dar", "Sab", "Qas", "Hom", "Nur", "Bal", "Kel", "Mir", "Zal")
ENDS = ("ra", "in", "il", "an", "ur", "esh", "oum", "ib", "at", "ok")
TOWNS = [f"{start}{end}" for start in STARTS for end in ENDS]
NAMES = [f"{first} {town}i" for first in ("Omar", "Ali", "Hana", "Yusuf", "Mariam", "Idris", "Salma") for town in TOWNS]


def questions(article: Article, strategy: StrategyName, context_tokens: int) -> list[Question]:
    context = ArticleContext(article)
    return plan(
        article,
        builtin_prompt(strategy),
        strategy=strategy,
        context_tokens=context_tokens,
        mentions=context.mentions,
        reported=reported_by_sentence(context, dated=True),
    )


def replies(asked: Iterable[Question]) -> Iterator[type[BaseModel]]:
    for question in asked:
        if isinstance(question, PassageQuestion):
            yield question.reply_type(question.choices)
        else:
            assert isinstance(question, SentenceQuestion)
            yield sentence_reply(question.choices)


def nodes(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) else []
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return found + [node for child in children for node in nodes(child)]


def hold(reply: type[BaseModel]) -> None:
    """Hold one schema against all that any API documents."""
    schema = strict_schema(reply)
    for limits in DOCUMENTED:
        assert () == size_of(schema).over(limits), limits.api
    assert "object" == schema["type"], "the root is an object and no union"
    assert len(reply.__name__) <= 64
    assert reply.__name__.isidentifier()
    for node in nodes(schema):
        assert not REFUSED & node.keys()
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False
            assert list(node["properties"]) == node["required"], "what is unknown is null, its key is there"
        for value in (*node.get("enum", ()), node.get("const", "")):
            assert not UNSPELLABLE & set(str(value))


def dense(words: int) -> str:
    """An article of so many words, most of which are names of people and places."""
    names, towns = cycle(NAMES), cycle(TOWNS)
    sentences = [
        f"{next(names)} shelled {next(names)}, {next(names)} and {next(names)} near {next(towns)} Heights, and the "
        f"{next(towns)} Brigade captured {next(towns)} on Monday."
        for _ in range(words // 20)
    ]
    paragraphs = [" ".join(sentences[first : first + 3]) for first in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


WORST = dense(10_000)
ROLL = [f"{start}{middle}{end}" for middle in "aeiouy" for start in STARTS for end in ENDS]
ONE_SENTENCE = f"Rebels shelled {', '.join(ROLL)} on Monday."


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = [loaded.article() for loaded in load_suite(ROOT / "evals", data=[ROOT]).cases]
    assert len(found) > 40
    return [*found, read_article(SEED.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("strategy", WRITTEN)
def test_every_schema_of_the_suite_and_the_seed_is_within_every_limit(
    strategy: StrategyName, articles: list[Article]
) -> None:
    held = 0
    for article in articles:
        asked = questions(article, strategy, 32_768)
        assert () == tuple(loss for question in asked for loss in question.losses)
        for reply in replies(asked):
            hold(reply)
            held += 1
    assert held >= len(articles) // 2


@pytest.mark.parametrize("strategy", WRITTEN)
@pytest.mark.parametrize("context_tokens", CONTEXTS)
def test_ten_thousand_words_full_of_names_are_within_every_limit(strategy: StrategyName, context_tokens: int) -> None:
    asked = questions(read_article(WORST), strategy, context_tokens)
    for reply in replies(asked):
        hold(reply)
    assert len(asked) > 3
    assert not any(question.losses for question in asked), "passages are made smaller, no phrase is left out"


@pytest.mark.parametrize("strategy", WRITTEN)
def test_a_sentence_of_six_hundred_names_is_cut_and_the_loss_is_said(strategy: StrategyName) -> None:
    asked = questions(read_article(f"It rained.\n\n{ONE_SENTENCE}\n\nIt was cold."), strategy, 32_768)
    for reply in replies(asked):
        hold(reply)
    (loss,) = (loss for question in asked for loss in question.losses)
    assert LossKind.REPAIRED is loss.kind, "an article with such a sentence counts as answered"
    assert "were offered" in loss.reason


def test_of_a_sentence_of_six_hundred_names_the_first_are_weighed_and_the_loss_is_said() -> None:
    (question,) = questions(read_article(ONE_SENTENCE), "weighed", 4096)
    assert isinstance(question, WeighedQuestion)
    assert MOST_PHRASES == len(question.phrases)
    (loss,) = question.losses
    assert f"the first {MOST_PHRASES} were asked about" in loss.reason


COMMON = 'rebels shelled captured near and of said villagers Deir al-Zor 3,000 “the a army Free Men” , . "'
WORDS = st.sampled_from([*COMMON.split(" "), *TOWNS, *NAMES, "on Monday", 'a "corridor"', *"\n\t\u2028\0", "\n\n"])


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=400), st.sampled_from(WRITTEN), st.sampled_from(CONTEXTS))
def test_whatever_is_written_its_schemas_are_within_every_limit(
    words: list[str], strategy: StrategyName, context_tokens: int
) -> None:
    for reply in replies(questions(read_article(f"Rebels {' '.join(words)}"), strategy, context_tokens)):
        hold(reply)


@settings(max_examples=40)
@given(
    st.lists(st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=300), unique=True, max_size=80),
    st.integers(1, 12),
)
def test_lists_of_any_length_are_cut_to_the_longest_that_fit(phrases: list[str], times: int) -> None:
    every = tuple(f"{phrase}{number}" for number in range(times) for phrase in phrases)
    choices = Choices(types=tuple(EventType), who=every, whom=every, where=every)
    for make in (sentence_reply, lambda lists: passage_reply(range(1, 60), lists)):
        kept, losses = fitted(choices, make, "sentence 1")
        assert fits(make(kept))
        assert bool(losses) == (kept != choices)
        if losses:
            longer = Choices(types=choices.types, **{k: every[: len(kept.who) + 1] for k in ("who", "whom", "where")})
            assert not fits(make(longer))


def test_lists_that_need_not_be_measured_fit() -> None:
    edge = tuple(f"{number:>0180}" for number in range(16))
    choices = Choices(types=tuple(EventType), who=edge, whom=edge[:8], where=edge[:8])
    assert not few(choices)
    shorter = tuple(phrase[:60] for phrase in edge)
    short = Choices(types=tuple(EventType), who=shorter, whom=shorter, where=shorter)
    assert few(short)
    assert fits(sentence_reply(short))


@pytest.mark.parametrize("sentences", [1, 100, 199])
def test_as_many_sentences_and_phrases_as_need_not_be_measured_fit(sentences: int) -> None:
    names = tuple(f"{number:>015}" for number in range(200 - sentences))
    for lists in ({"who": names}, {"where": names}, {"who": names[::2], "where": names[1::2]}):
        choices = Choices(types=tuple(EventType), **{"who": (), "whom": (), "where": (), **lists})
        assert few(choices, sentences)
        assert not few(choices, sentences + 1)
        assert fits(passage_reply(range(1001, 1001 + sentences), choices))
        assert fits(sentence_reply(choices))


def test_a_long_article_is_cut_into_passages_that_offer_the_phrases_of_their_own_sentences() -> None:
    article = read_article(WORST)
    mentions = ArticleContext(article).mentions
    asked = [one for one in questions(article, "article", 1_000_000) if isinstance(one, PassageQuestion)]
    owned = [number for one in asked for number in one.passage.owned]
    assert list(range(1, len(article.sentences) + 1)) == owned
    for one in asked:
        own = [mentions[number] for number in one.passage.owned]
        assert passage_choices(own) == one.choices
    measured = [one for one in asked if not few(one.choices, len(one.passage.owned))]
    assert measured, "what is not few but fits is asked about in one"


def test_what_could_not_be_offered_is_in_the_record() -> None:
    model = ScriptedModel(lambda *_: '{"events": []}')
    record = summarize(ONE_SENTENCE, model=model)
    assert [LossKind.REPAIRED] == [loss.kind for loss in record.losses if "were offered" in loss.reason]
    assert "not read" not in record.headline, "an answer came"
