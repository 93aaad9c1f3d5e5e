"""Every relation on every article, with a model or with the answers that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum

from summarize.draft import UNANSWERED
from summarize.errors import SummarizeError
from summarize.evaluation.behaviour.held import HeldAnswers
from summarize.evaluation.behaviour.relations import RELATIONS, Relation
from summarize.evaluation.cases import LoadedCase
from summarize.evaluation.runs import Tape
from summarize.pipeline import Summarizer
from summarize.record import EventSummary


class Judged(StrEnum):
    """What became of one relation on one article."""

    HOLDS = "holds"
    BROKEN = "broken"
    NEEDS_MODEL = "needs a model"
    """A question was asked anew and there is no model to answer it."""
    DOES_NOT_APPLY = "does not apply"
    """The article has nothing that the change could be made to."""
    NO_ANSWER = "no answer"
    """The article as it is could not be summarised."""


@dataclass(frozen=True)
class Finding:
    """One relation on one article.

    Attributes:
        case: Id of the case.
        relation: The relation.
        judged: What became of it.
        details: What is wrong, a line each.
    """

    case: str
    relation: Relation
    judged: Judged
    details: tuple[str, ...] = ()


async def behave(
    cases: Sequence[LoadedCase],
    summarizer: Summarizer,
    *,
    tape: Tape | None = None,
    relations: Sequence[Relation] = RELATIONS,
) -> AsyncGenerator[Finding, None]:
    """Judge every relation on every article.

    Args:
        cases: The articles; their labels are not looked at.
        summarizer: What is judged.
        tape: Replays the answers to an article as it is. Then no model is asked: unchanged questions are answered as
            recorded, a changed sentence as before the change where the relation allows it, and a relation that asks
            anything else `needs a model`. None asks the model whatever was not asked before.
        relations: What to judge.
    """
    for loaded in cases:
        model = HeldAnswers(summarizer.model)
        asking = Summarizer(model, strategy=summarizer.strategy, prompt=summarizer.prompt)
        try:
            with nullcontext() if tape is None else tape(loaded.case.id, summarizer.model):
                before = await asking.run(loaded.article())
        except SummarizeError as error:
            details = (str(error),)
            for relation in relations:
                yield Finding(loaded.case.id, relation, Judged.NO_ANSWER, details)
            continue
        model.asks = tape is None
        for relation in relations:
            yield await _finding(loaded, relation, before, asking, model)


async def _finding(
    loaded: LoadedCase, relation: Relation, before: EventSummary, asking: Summarizer, model: HeldAnswers
) -> Finding:
    name = loaded.case.id
    unheard = [loss.reason for loss in before.losses if loss.kind in UNANSWERED]
    if unheard:
        return Finding(name, relation, Judged.NO_ANSWER, tuple(unheard[:1]))
    variant = relation.vary(loaded.article(), before, asking.prompt)
    if variant is None:
        return Finding(name, relation, Judged.DOES_NOT_APPLY)
    model.edits, model.swap = (variant.edits, variant.swap) if relation.held else ({}, ("", ""))
    model.unanswered = 0
    changed = Summarizer(model, strategy=asking.strategy, prompt=variant.prompt or asking.prompt)
    try:
        after = await changed.run(variant.article)
    except SummarizeError as error:
        return Finding(name, relation, Judged.NO_ANSWER, (str(error),))
    if model.unanswered:
        return Finding(name, relation, Judged.NEEDS_MODEL)
    details = tuple(variant.expect(before, after))
    return Finding(name, relation, Judged.BROKEN if details else Judged.HOLDS, details)


def behaviour_report(findings: Sequence[Finding]) -> str:
    """How often each relation holds, and where it does not, as Markdown."""
    relations = list(dict.fromkeys(finding.relation for finding in findings))
    lines = [
        f"| change | {' | '.join(Judged)} | what should come of it |",
        f"|---|{'---:|' * len(Judged)}---|",
        *(_row(relation, findings) for relation in relations),
    ]
    wrong = [
        f"- {finding.case}, {finding.relation.name}: {detail}"
        for finding in findings
        if finding.judged in (Judged.BROKEN, Judged.NO_ANSWER)
        for detail in finding.details
    ]
    return "\n".join([*lines, *(["", *dict.fromkeys(wrong)] if wrong else [])]) + "\n"


def _row(relation: Relation, findings: Sequence[Finding]) -> str:
    found = Counter(finding.judged for finding in findings if finding.relation == relation)
    held = " (without a model: the rules' part of it)" if relation.held else ""
    return f"| {relation.name} | {' | '.join(str(found[judged]) for judged in Judged)} | {relation.claim}{held} |"
