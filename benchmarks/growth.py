"""Whether the rules take time in step with the length of the text: `python -m benchmarks.growth`.

Each finder reads one piece repeated, made to be hard for it, at a length and at eight times that length. The growth
printed is the ratio of CPU times, best of three; 8 is linear, 64 would be quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from summarize.article import Article, Sentence
from summarize.grounding import SourceText, locate
from summarize.mentions import find_mentions
from summarize.record import DatelineBasis
from summarize.resolving.figures import find_figures
from summarize.resolving.places import countries_of
from summarize.resolving.sources import find_attributions, find_confirmations
from summarize.resolving.tense import tense_of
from summarize.resolving.time import find_times
from summarize.sentences import split_sentences

LENGTH = 4_000
FACTOR = 8

PIECES = {
    "mentions": ("group of ", "Assad's ", "the town of ", "Islamic State of Iraq and the ", "(AB "),
    "times": ("last ", "first week of ", "from ", "2011-", "June "),
    "figures": ("1 ", "12 people, ", "1% of Raqqa ", "five and ", "half a "),
    "sources": ("said the army and ", '" said ', "the monitor said ", "no confirm not "),
    "countries": ("Syrian ", "US-backed ", "South "),
    "tense": ("have been ", "will "),
    "sentences": ("U.S. ", '" ', "1. "),
    "grounding": ("the army ", "12 ", "a. "),
}


def _one_sentence(text: str) -> Article:
    sentence = Sentence(number=1, start=0, end=len(text), text=text)
    return Article(text=text, sentences=(sentence,), dateline=None, dateline_basis=DatelineBasis.NONE, id="x")


def _sources(text: str) -> None:
    find_attributions(_one_sentence(text))
    find_confirmations(_one_sentence(text))


FINDERS: dict[str, Callable[[str], object]] = {
    "mentions": find_mentions,
    "times": find_times,
    "figures": find_figures,
    "sources": _sources,
    "countries": countries_of,
    "tense": tense_of,
    "sentences": split_sentences,
    "grounding": lambda text: locate(text[: len(text) // 2] + " x", SourceText(text)),
}


def seconds(finder: Callable[[str], object], text: str) -> float:
    """CPU seconds of one run, best of three."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        finder(text)
        taken.append(time.process_time() - started)
    return min(taken)


def main() -> None:
    """Print one line a finder and piece."""
    for name, finder in FINDERS.items():
        for piece in PIECES[name]:
            short, long = ((piece * length)[:length] for length in (LENGTH, LENGTH * FACTOR))
            before, after = seconds(finder, short), seconds(finder, long)
            print(f"{name:10} {piece!r:34} {before * 1000:8.1f} ms {after * 1000:8.1f} ms  x {after / before:5.1f}")


if __name__ == "__main__":
    main()
