"""The worked examples of our own prompt, with what a peer is asked for beside it.

Text, type, parties and places are read from `prompts/examples/weighed.yaml`, so that all tools learn from the same
sentences. Our prompt does not ask a model for the words that report an event, its time, its source or a figure: those
stand here, copied from the same sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.peers.task import PeerEvent, PeerFigure, Told
from summarize.codebook import CODEBOOK
from summarize.prompting import Example, ExampleEvent, builtin_prompt

SENTENCES = 4
"""Examples in one text: from single sentences a model learns to tell one event of a whole article."""


@dataclass(frozen=True)
class Shown:
    """A worked example.

    Attributes:
        id: Its name in our prompt.
        text: The text.
        told: What should be answered.
    """

    id: str
    text: str
    told: Told


@dataclass(frozen=True)
class _More:
    """What our prompt does not ask for.

    Attributes:
        quote: The words that report the event.
        when: Its time.
        source: Who says so.
        figures: Figures of the sentence.
    """

    quote: str | None = None
    when: str | None = None
    source: str | None = None
    figures: tuple[str, ...] = ()


_MORE = {
    "clash-both-sides": _More("fought government soldiers", source="a resident"),
    "opinion": _More(),
    "capture": _More("had retaken the port of Sabil", source="the Levant Monitor"),
    "figure-of-speech": _More(),
    "shelling": _More("Shells landed on a market", when="on Monday", figures=("nine people",)),
    "no-event": _More(),
    "flight": _More("have left the Wadi Salma area", source="The Red Cross", figures=("hundreds of families",)),
    "holding": _More("are still in the hands of the Free Guard", figures=("Two northern districts",)),
    "arrest": _More("into custody", figures=("three students",)),
    "relief": _More("Food parcels reached", figures=("900 households",)),
    "closed": _More("Nobody may enter the old town", when="before Friday"),
    "part-of-a-toll": _More(figures=("Four of the wounded",)),
}


def shown_examples() -> tuple[Shown, ...]:
    """Every worked example of our default prompt, in its order.

    Raises:
        KeyError: The prompt has an example that is not completed here.
    """
    return tuple(_shown(example, _MORE[example.id]) for example in builtin_prompt("weighed").examples)


def shown_texts() -> tuple[Shown, ...]:
    """The same examples, several of them as one text, for tools that read more than a sentence at a time."""
    shown = shown_examples()
    return tuple(_together(shown[at : at + SENTENCES]) for at in range(0, len(shown), SENTENCES))


def _together(shown: Sequence[Shown]) -> Shown:
    events = tuple(event for one in shown for event in one.told.events)
    figures = tuple(figure for one in shown for figure in one.told.figures)
    return Shown(
        "+".join(one.id for one in shown),
        " ".join(one.text for one in shown),
        Told(events=events, figures=figures),
    )


def _shown(example: Example, more: _More) -> Shown:
    events = tuple(_event(event, more) for event in example.events)
    figures = tuple(PeerFigure(quote=figure) for figure in more.figures)
    return Shown(example.id, example.text, Told(events=events, figures=figures))


def _event(event: ExampleEvent, more: _More) -> PeerEvent:
    """Parties by the question they answer; of a type with one role for both, the first one is who does it."""
    entry = CODEBOOK[event.type]
    if entry.who is entry.whom:
        parties = [phrase for _, phrase in event.participants]
        who, whom = tuple(parties[:1]), tuple(parties[1:])
    else:
        who = tuple(phrase for role, phrase in event.participants if role is entry.who)
        whom = tuple(phrase for role, phrase in event.participants if role is entry.whom)
    return PeerEvent(
        quote=more.quote or "",
        type=entry.word,
        who=who,
        whom=whom,
        where=event.places,
        when=more.when,
        source=more.source,
    )
