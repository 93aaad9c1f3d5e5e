"""Passages: an article cut at sentence ends into stretches that a model can hold.

Every sentence is owned by exactly one passage, so that nothing is reported twice; the sentences around it are
shown as context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.article import Article, Sentence


@dataclass(frozen=True)
class Passage:
    """What the model sees at once, and what of it is its business.

    Attributes:
        start: First character seen, code points of the article's text.
        end: One past the last character seen.
        sentences: All sentences seen, context included.
        owned: Numbers of the sentences to report events from.
    """

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    owned: range


def cut(
    article: Article,
    *,
    max_characters: int,
    context_sentences: int = 2,
    fits: Callable[[Passage], bool] = lambda _: True,
) -> tuple[Passage, ...]:
    """Cut an article into passages.

    Paragraph ends are preferred to sentence ends, and a heading stays with what follows it. The stretch a
    passage owns takes at most `max_characters`, unless a single sentence is longer. A passage that does not fit is
    halved until it does; a single sentence that does not is shown without its context.

    Args:
        article: The article.
        max_characters: Room for the stretch that a passage owns, in code points.
        context_sentences: How many sentences before and after are shown as well; fewer where they take more
            than a quarter of `max_characters` on their side.
        fits: Whether a passage can be asked about.

    Raises:
        ValueError: `max_characters` is below 1 or `context_sentences` below 0.
    """
    if max_characters < 1 or context_sentences < 0:
        raise ValueError(
            "max_characters must be at least 1 and context_sentences at least 0, "
            f"not {max_characters} and {context_sentences}"
        )
    shown = _Shown(article.sentences, context_sentences, max_characters // 4)
    numbers = tuple(_owned(article.sentences, max_characters))
    return tuple(passage for owned in numbers for passage in _fitting(shown, owned, fits))


@dataclass(frozen=True)
class _Shown:
    """What of an article is shown around a stretch: so many sentences on each side, within so many characters."""

    sentences: Sequence[Sentence]
    context: int
    room: int


def _fitting(shown: _Shown, owned: range, fits: Callable[[Passage], bool]) -> Iterator[Passage]:
    """The passage that owns a stretch, in as many parts as it takes for each to fit."""
    passage = _passage(shown.sentences, owned, shown.context, shown.room)
    if fits(passage):
        yield passage
    elif len(owned) == 1:
        yield _passage(shown.sentences, owned, 0, shown.room)
    else:
        middle = _middle(shown.sentences, owned)
        yield from _fitting(shown, range(owned.start, middle), fits)
        yield from _fitting(shown, range(middle, owned.stop), fits)


def _middle(sentences: Sequence[Sentence], owned: range) -> int:
    """Number of the sentence at which a stretch is halved: that nearest to its middle, if possible a paragraph's."""
    middle = (sentences[owned.start - 1].start + sentences[owned.stop - 2].end) / 2
    inside = owned[1:]
    halves = inside[len(inside) // 4 : len(inside) - len(inside) // 4]
    opening = [number for number in halves if _mark(sentences[number - 2], sentences[number - 1]) == "\n"]
    return min(opening or inside, key=lambda number: abs(sentences[number - 1].start - middle))


def _owned(sentences: Sequence[Sentence], max_characters: int) -> Iterator[range]:
    """Ranges of sentence numbers, each of which fits; together they are all sentences."""
    if not sentences:
        return
    if sentences[-1].end - sentences[0].start <= max_characters:
        yield range(1, len(sentences) + 1)
        return
    first = last = 0
    taken = 0
    stretches = _stretches(sentences)
    for length in _chunks(sentences, stretches, max_characters):
        taken += length
        while last < len(stretches) and taken >= stretches[last]:
            taken -= stretches[last]
            last += 1
        yield range(first + 1, last + 1)
        first = last


def _stretches(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Length of each sentence with the space up to the next one; at least 1."""
    starts = [sentence.start for sentence in sentences[1:]]
    return tuple(end - sentence.start for sentence, end in zip(sentences, [*starts, sentences[-1].end], strict=True))


def _chunks(sentences: Sequence[Sentence], stretches: Sequence[int], max_characters: int) -> list[int]:
    """Lengths of the chunks that the splitter makes of a text with the same sentence lengths.

    The splitter gets one mark at the end of each stretch in place of the words, so that it cuts at our
    sentence ends and nowhere else, whatever characters the article itself holds.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=max_characters,
        chunk_overlap=0,
        separators=["\n", "."],
        keep_separator="end",
        strip_whitespace=False,
    )
    marks = [_mark(*pair) for pair in pairwise(sentences)] + ["\n"]
    skeleton = "".join("x" * (length - 1) + mark for length, mark in zip(stretches, marks, strict=True))
    return [len(chunk) for chunk in splitter.split_text(skeleton)]


def _mark(before: Sentence, after: Sentence) -> str:
    """A line break where a paragraph ends, a full stop elsewhere; a heading is no paragraph of its own."""
    return "\n" if before.paragraph != after.paragraph and not before.heading else "."


def _passage(sentences: Sequence[Sentence], owned: range, context: int, room: int) -> Passage:
    before = sentences[max(0, owned.start - 1 - context) : owned.start - 1]
    after = sentences[owned.stop - 1 : owned.stop - 1 + context]
    first = sentences[owned.start - 1]
    last = sentences[owned.stop - 2]
    seen = (
        *(sentence for sentence in before if first.start - sentence.start <= room),
        *sentences[owned.start - 1 : owned.stop - 1],
        *(sentence for sentence in after if sentence.end - last.end <= room),
    )
    return Passage(start=seen[0].start, end=seen[-1].end, sentences=seen, owned=owned)
