"""CPU time of resolving a 500-word article, stage by stage: `python -m benchmarks.resolving speed`.

Everything the rules settle about the made-up article beside the benchmarks, whatever a model answers: every
mention, time, figure, place and actor, who says what, and the modality and status of every sentence. Countries are
loaded before the clock starts; names and numbers differ from run to run, so that no run finds its own answers.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from benchmarks.made_up import told_anew
from summarize.article import Article
from summarize.mentions import MentionKind
from summarize.reading import read_article
from summarize.resolving.context import ArticleContext
from summarize.resolving.event import sources_of, status_of
from summarize.resolving.figures import find_figures
from summarize.resolving.modality import find_modality
from summarize.resolving.time import TimeContext

TARGET_MS = 15.0
RUNS = 20
WHO = (MentionKind.ACTOR, MentionKind.PEOPLE)


def _times(context: ArticleContext) -> None:
    asked = TimeContext(context.article.dateline)
    for sentence in context.article.sentences:
        for expression in context.times(sentence):
            context.resolve(expression, sentence, asked)


def _figures(context: ArticleContext) -> None:
    for sentence in context.article.sentences:
        find_figures(sentence.text)


def _places(context: ArticleContext) -> None:
    for sentence, mention in context.place_mentions:
        context.place(sentence.span(mention.start, mention.end))


def _actors(context: ArticleContext) -> None:
    for sentence in context.article.sentences:
        for mention in context.mentions[sentence.number]:
            if mention.kind in WHO:
                context.actor(sentence.span(mention.start, mention.end), sentence)


def _standing(context: ArticleContext) -> None:
    for sentence in context.article.sentences:
        speeches = context.speeches_over(sentence.start, sentence.end)
        status_of(find_modality(sentence.text), (), sources_of(speeches), None)


STAGES: tuple[tuple[str, Callable[[ArticleContext], object]], ...] = (
    ("mentions", lambda context: context.mentions),
    ("times", _times),
    ("figures", _figures),
    ("places", _places),
    ("actors", _actors),
    ("sources", lambda context: (context.speeches, context.confirmations)),
    ("modality, status", _standing),
)
"""What is measured, in the order in which it is run: a later stage uses what an earlier one found."""


def articles(runs: int = RUNS) -> Iterable[Article]:
    """The article, with other names and numbers each time."""
    for number in range(runs):
        yield read_article(told_anew(number), dateline=date(2025, 5, 14))


def milliseconds(article: Article) -> tuple[float, ...]:
    """CPU milliseconds of each stage."""
    context = ArticleContext(article)
    spent: list[float] = []
    for _, stage in STAGES:
        started = time.process_time()
        stage(context)
        spent.append((time.process_time() - started) * 1000)
    return tuple(spent)


def run(data: Path) -> None:
    """Prints the median of each stage and of their sum."""
    del data
    first, *others = articles(RUNS + 1)
    milliseconds(first)
    spent = [milliseconds(article) for article in others]
    print(f"speed: CPU milliseconds for {len(first.text.split())} words, median of {len(spent)} runs")
    for number, (name, _) in enumerate(STAGES):
        print(f"  {name:<18}{statistics.median(each[number] for each in spent):6.1f}")
    print(f"  {'total':<18}{statistics.median(map(sum, spent)):6.1f}   (target ≤ {TARGET_MS:.0f})")
