"""The whole way from an article to its event summary, readable on one screen.

    Article → questions → Draft → spans → events and figures → one record → wording

Everything but the asking is pure. Events are handed out as soon as they are resolved; the finished record comes
last and may have merged some of them.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from summarize import merging, wording
from summarize._version import __version__
from summarize.article import Article
from summarize.asking import Question, part_weights_of, plan, weighing, weights_of
from summarize.checking import checked
from summarize.draft import NOTHING_REPORTED, UNUSABLE, Draft, Reported
from summarize.errors import ModelError, PromptError, SettingsError, SummarizeError
from summarize.grounding import SourceText
from summarize.grounding.draft import ground
from summarize.models.base import Model, StrategyName
from summarize.prompting import Prompt, builtin_prompt, load_prompt
from summarize.record import (
    SCHEMA_VERSION,
    Event,
    EventSummary,
    Loss,
    LossKind,
    Provenance,
    Source,
    Stance,
    Usage,
)
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import ResolvedEvent, resolve_event, sources_of
from summarize.resolving.reported import figures_of
from summarize.sifting import sift
from summarize.strategies import STRATEGIES

WHOLE_ARTICLE = "document"
"""Where the loss of an article stands that was not read at all."""


@dataclass(frozen=True)
class Failure:
    """An article that could not be summarised.

    Attributes:
        article: The article, or None when it could not even be read.
        error: Why.
    """

    article: Article | None
    error: SummarizeError


_BEYOND_LATIN = re.compile("[^\0-\u024f]")


@dataclass
class _Progress:
    """What one article has brought so far."""

    tellings: list[ResolvedEvent] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    asked: int = 0
    answered: int = 0

    def add(self, draft: Draft) -> None:
        self.asked += 1
        self.answered += bool(draft.events) or all(loss.kind not in UNUSABLE for loss in draft.losses)
        self.losses += draft.losses
        self.usage += draft.usage


class Summarizer:
    """Turns articles into event summaries with one model; reusable, and an async context manager.

    Args:
        model: A model, the name of one, or None for the configured or embedded default.
        strategy: `article`, `sentence` or `weighed`; None for what suits the model.
        prompt: A prompt, the path of a prompt file, or None for the one that ships, with the model's own weights where
            there are such.
        base_url: Address of an OpenAI-compatible server, for a model given by name.
        api_key: Its key; None reads `OPENAI_API_KEY`.
        chosen: Why this model, for the record; None when it is given here.
        min_confidence: Confidence below which events, participants and places are left out, each with a loss, 0 to 1;
            what has no confidence stays. None leaves nothing out.

    Raises:
        SettingsError: The model or the strategy is unknown, the model cannot do what the strategy needs, or the
            confidence is no number from 0 to 1.
        PromptError: The prompt file is broken, or written for another strategy.
    """

    def __init__(
        self,
        model: Model | str | None = None,
        *,
        strategy: StrategyName | None = None,
        prompt: Prompt | Path | str | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        chosen: str | None = None,
        min_confidence: float | None = None,
    ) -> None:
        self.min_confidence = _confidence(min_confidence)
        self.model, why = _model(model, base_url, api_key)
        self.chosen = chosen or why
        self.prompt = prompt_for(self.model, strategy, prompt)
        self.strategy: StrategyName = self.prompt.strategy
        if self.strategy == "weighed":
            weighing(self.model)
            weights_of(self.prompt)
            part_weights_of(self.prompt)
        self._own = self.model is not model

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Let go of the model, if it was made here."""
        if self._own:
            await self.model.aclose()

    async def run(self, article: Article) -> EventSummary:
        """Summarise one article.

        Raises:
            ModelError: No question could be asked at all.
        """
        async with aclosing(self.stream(article)) as items:
            *_, summary = [item async for item in items]
        if not isinstance(summary, EventSummary):
            raise TypeError("a stream ends with its summary")
        return summary

    async def stream(self, article: Article) -> AsyncGenerator[Event | EventSummary, None]:
        """Events as they are found, in the order of the text, and the finished summary last.

        Events that are less sure than `min_confidence` are not handed out, nor are such participants and places.

        Raises:
            ModelError: No question could be asked at all; when some were answered, what they brought is
                summarised and the rest is reported as losses.
            TypeError: It is no `Article`.
        """
        if not isinstance(article, Article):
            raise TypeError(f"{type(article).__name__} is no Article: read_article makes one of a text")
        started = time.perf_counter()
        context = ArticleContext(article)
        source = SourceText(article.text).read()
        progress = _Progress()
        questions = plan(
            article,
            self.prompt,
            strategy=self.strategy,
            context_tokens=self.model.context_tokens,
            mentions=context.mentions,
            reported=reported_by_sentence(context, dated=self.strategy == "weighed"),
        )
        progress.losses += (loss for question in questions for loss in question.losses)
        async with aclosing(self._answers(questions)) as answers:
            async for draft in answers:
                progress.add(draft)
                for event in draft.events:
                    grounded, ungrounded = ground(event, article, source)
                    telling, losses = resolve_event(grounded, context)
                    sources = {one.id: one for one in sources_of(telling.speeches)}
                    found = _described(telling.event, sources)
                    progress.losses += (*ungrounded, *losses)
                    progress.tellings.append(telling._replace(event=found))
                    for sure in sift([found], self.min_confidence, article, sources).events:
                        yield sure
        yield self._finished(article, context, progress, source, time.perf_counter() - started)

    async def run_all(
        self, articles: Iterable[Article], *, parallel: int | None = None
    ) -> AsyncGenerator[EventSummary | Failure, None]:
        """Summarise many articles, several at once; results come as they are ready.

        Args:
            articles: Read lazily, so a long list needs no memory.
            parallel: Articles in flight; None for what the model is good for.

        Raises:
            SettingsError: `parallel` is below 1.
        """
        if parallel is not None and parallel < 1:
            raise SettingsError(f"parallel cannot be {parallel}", where="parallel", hint="give a number from 1 on")
        gate = asyncio.Semaphore(parallel or self.model.parallel)
        queue = iter(articles)

        async def one(article: Article) -> EventSummary | Failure:
            try:
                return await self.run(article)
            except SummarizeError as error:
                return Failure(article, error)
            finally:
                gate.release()

        pending: set[asyncio.Task[EventSummary | Failure]] = set()
        try:
            for article in queue:
                await gate.acquire()
                pending.add(asyncio.create_task(one(article)))
                done = {task for task in pending if task.done()}
                pending -= done
                for task in done:
                    yield task.result()
            for finished in asyncio.as_completed(pending):
                yield await finished
        finally:
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)

    async def _answers(self, questions: Sequence[Question]) -> AsyncGenerator[Draft, None]:
        """Drafts in the order of the questions, several asked at once."""
        gate = asyncio.Semaphore(max(1, self.model.parallel))

        async def answer(question: Question) -> Draft:
            async with gate:
                return await question.ask(self.model)

        tasks = [asyncio.create_task(answer(question)) for question in questions]
        answered = 0
        try:
            for number, task in enumerate(tasks):
                try:
                    draft = await task
                except ModelError as error:
                    if not answered:
                        raise
                    yield Draft(losses=_unreached(questions[number:], error))
                    return
                answered += 1
                yield draft
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _finished(
        self, article: Article, context: ArticleContext, progress: _Progress, source: SourceText, seconds: float
    ) -> EventSummary:
        merged, unplaced = merging.merge(progress.tellings, context.confirmations, article.dateline, context.speeches)
        sources = {one.id: one for one in sources_of(context.speeches)}
        merged = tuple(event if event.description else _described(event, sources) for event in merged)
        sifted = sift(merged, self.min_confidence, article, sources)
        events = sifted.events
        figures = figures_of(context, sifted.told, left_out=sifted.left_out)
        main = merging.main_event(events)
        unread = _unread(progress)
        lead = wording.headline(events, sources, main)
        record = EventSummary(
            document=article.document,
            headline=wording.UNREAD if unread else wording.UNSURE if merged and not events else lead,
            summary=wording.summary(events, sources, figures, main),
            main_event=main,
            events=events,
            figures=figures,
            sources=tuple(sources.values()),
            losses=(*_undated(article), *_foreign(article), *unread, *progress.losses, *unplaced, *sifted.losses),
            provenance=self._provenance(),
            usage=progress.usage.model_copy(update={"seconds": round(seconds, 3)}),
        )
        return checked(record, source)

    def _provenance(self) -> Provenance:
        return Provenance(
            package=f"summarize-events {__version__}",
            schema_version=SCHEMA_VERSION,
            model=self.model.name,
            endpoint=self.model.endpoint,
            chosen=self.chosen,
            strategy=self.strategy,
            prompt=self.prompt.used,
            min_confidence=self.min_confidence,
        )


def _confidence(value: float | None) -> float | None:
    if value is None or (isinstance(value, int | float) and 0 <= value <= 1):
        return value
    raise SettingsError(
        f"min_confidence cannot be {value!r}", where="min_confidence", hint="give a share from 0 to 1, such as 0.7"
    )


def _described(event: Event, sources: Mapping[str, Source]) -> Event:
    return event.model_copy(update={"description": wording.describe(event, sources)})


def _model(model: Model | str | None, base_url: str | None, api_key: str | None) -> tuple[Model, str]:
    if isinstance(model, Model):
        return model, "given"
    from summarize.models.choice import choose_model  # noqa: PLC0415

    return choose_model(model, base_url=base_url, api_key=api_key)


def prompt_for(model: Model, strategy: StrategyName | None = None, prompt: Prompt | Path | str | None = None) -> Prompt:
    """The prompt that a model is asked with.

    Args:
        model: The model.
        strategy: The strategy that was asked for; else the prompt's, and without one the model's.
        prompt: The prompt that was asked for, or its file; else the one that ships for the strategy and the model.

    Raises:
        SettingsError: There is no such strategy.
        PromptError: The prompt cannot be used, or is written for another strategy than the one that was asked for.
    """
    wanted = strategy or model.strategy
    if wanted not in STRATEGIES:
        raise SettingsError(f"unknown strategy {wanted!r}", where="strategy", hint=f"there are {', '.join(STRATEGIES)}")
    if prompt is None:
        return builtin_prompt(wanted, model.name)
    loaded = prompt if isinstance(prompt, Prompt) else load_prompt(prompt)
    if strategy is not None and loaded.strategy != strategy:
        raise PromptError(
            f"is written for the strategy {loaded.strategy!r}, not {strategy!r}",
            where=loaded.origin,
            hint="leave out the strategy, or name a prompt written for it",
        )
    return loaded


def reported_by_sentence(context: ArticleContext, *, dated: bool) -> Mapping[int, Reported]:
    """What each sentence attributes, for the questions that are asked about it.

    Args:
        context: The article.
        dated: Whether to look for times in every sentence.
    """
    sentences = context.article.sentences if dated else ()
    reported = {sentence.number: Reported(dated=True) for sentence in sentences if context.times(sentence)}
    for speech in context.speeches:
        number = speech.attribution.sentence
        before = reported.get(number, NOTHING_REPORTED)
        speakers = tuple((span.start, span.end) for span in speech.source.evidence)
        said = speech.attribution.content
        if speech.source.stance in (Stance.NO_CONFIRMATION, Stance.DECLINES_COMMENT):
            speakers, said = speakers + said, ()
        reported[number] = before._replace(speakers=before.speakers + speakers, content=before.content + said)
    return reported


def _undated(article: Article) -> tuple[Loss, ...]:
    """What a missing dateline costs: nothing that counts from it can be dated."""
    if article.dateline is not None:
        return ()
    reason = "no dateline was given or found: words such as 'on Friday' and events without a date stay undated"
    return (Loss(kind=LossKind.UNRESOLVED, reason=reason, where="document, dateline"),)


def _foreign(article: Article) -> tuple[Loss, ...]:
    """What another language costs: the rules that find phrases, dates, figures and sources are those of English."""
    others = sum(map(str.isalpha, _BEYOND_LATIN.findall(article.text)))
    if article.language == "en" and (not others or others * 2 <= sum(map(str.isalpha, article.text))):
        return ()
    reason = "the text is not in English, and the rules that find phrases, dates, figures and sources know English only"
    return (Loss(kind=LossKind.UNRESOLVED, reason=reason, where="document, language"),)


def _unread(progress: _Progress) -> tuple[Loss, ...]:
    """What it means that no question got an answer of use: finding no event says nothing about the article."""
    if progress.answered or not progress.asked:
        return ()
    reason = f"none of the {progress.asked} questions about this article got an answer that can be used"
    return (Loss(kind=LossKind.UNREACHED, reason=reason, where=WHOLE_ARTICLE),)


def _unreached(questions: Sequence[Question], error: ModelError) -> tuple[Loss, ...]:
    return tuple(
        Loss(kind=LossKind.UNREACHED, reason=f"not asked: {error.message}", where=question.where)
        for question in questions
    )
