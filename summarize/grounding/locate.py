"""Finding a quotation in a source: where it stands, by which rung of the ladder, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from summarize.grounding.align import Pattern, Step, nearest, same_values
from summarize.grounding.compare import Side, objection
from summarize.grounding.edges import extended
from summarize.grounding.match import Match, MatchStatus
from summarize.grounding.normalise import Token
from summarize.grounding.reasons import reason_for, shortened
from summarize.grounding.source import SourceText

__all__ = ["Match", "MatchStatus", "SourceText", "locate"]

_FALSE_STARTS: Final = 64
_WORK: Final = 200_000
_LONGER: Final = 8


def locate(quote: str, source: str | SourceText, *, within: tuple[int, int] | None = None, nth: int = 0) -> Match:
    """Find a quotation.

    The rungs are tried in order: the characters themselves, the same words in other typography, the same words
    with numbers, dates or spelling in another notation. What is on none of them is reported with the most similar
    stretch of the text, or as absent. A quotation begins and ends at word boundaries of the source, always.

    Args:
        quote: The words to look for.
        source: The text, or the text prepared once for many quotations.
        within: Offsets of the text that the match may not leave, half-open.
        nth: Which of several occurrences, 0 for the first: those of the very characters in the order of the text, then
            those of the words in other typography, then in another notation.
    """
    prepared = source if isinstance(source, SourceText) else SourceText(source)
    low, high = within or (0, len(prepared.text))
    bounds = (max(low, 0), min(high, len(prepared.text)))
    if len(quote) > _LONGER * (bounds[1] - bounds[0]) + _LONGER * 100:
        return _absent(quote, "longer than the text")
    pattern = Pattern(quote)
    verbatim = list(islice(_verbatim(pattern, prepared, bounds), nth + 1))
    if len(verbatim) > nth:
        return _exact(quote, *verbatim[nth])
    if not pattern.tokens:
        return _absent(quote, "no words to look for")
    return _by_words(pattern, prepared, bounds, nth, verbatim)


def _exact(quote: str, start: int, end: int) -> Match:
    return Match(quote, MatchStatus.EXACT, start, end, quote, "")


def _absent(quote: str, reason: str) -> Match:
    return Match(quote, MatchStatus.ABSENT, None, None, None, reason)


def _verbatim(pattern: Pattern, source: SourceText, bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the characters of the quotation stand between word boundaries."""
    quote, text = pattern.quote, source.text
    if not any(map(str.isalnum, quote)):
        return
    false_starts = 0
    start = text.find(quote, *bounds)
    while start >= 0:
        end = start + len(quote)
        if source.is_boundary(start) and source.is_boundary(end):
            yield start, end
        else:
            false_starts += 1
            if false_starts == _FALSE_STARTS and not _words_occur(pattern, source):
                return
        start = text.find(quote, source.next_boundary(start + 1), bounds[1])


def _words_occur(pattern: Pattern, source: SourceText) -> bool:
    encoded = source.encoded(pattern.tokens)
    return encoded is not None and encoded in source.stream


def _by_words(
    pattern: Pattern, source: SourceText, bounds: tuple[int, int], nth: int, verbatim: Sequence[tuple[int, int]]
) -> Match:
    words = source.word_range(*bounds)
    quoted = Side(pattern.quote, pattern.tokens)
    count, refused = len(verbatim), None
    for steps in _candidates(pattern, source, words):
        first, last = steps[0].place, steps[-1].place + steps[-1].theirs
        span = (source.tokens[first].start, source.tokens[last - 1].end)
        refusal = objection(quoted, Side(source.text, source.tokens, (first, last)), steps)
        if refusal is None and not any(start <= span[0] and span[1] <= end for start, end in verbatim):
            if count == nth:
                return _supported(pattern, source, steps, bounds)
            count += 1
        refused = refused or (span, refusal)
    if count:
        return _absent(pattern.quote, f"it stands there {count} times, not {nth + 1}")
    if refused is not None and refused[1] is not None:
        return _near(pattern.quote, source, refused[0], refused[1])
    return _nearest(pattern, source, words)


def _candidates(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Iterator[Sequence[Step]]:
    """Places where the source says the same words as the quotation, between word boundaries."""
    seen = False
    for steps in _same_keys(pattern, source, words):
        if _bounded(source, steps):
            seen = True
            yield steps
    if not seen:
        yield from (steps for steps in same_values(pattern, source, words) if _bounded(source, steps))


def _same_keys(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Iterator[Sequence[Step]]:
    encoded = source.encoded(pattern.tokens)
    if encoded is None:
        return
    left = max(_WORK // len(encoded), 4)
    first = source.stream.find(encoded, *words)
    while first >= 0 and left:
        yield [Step(index, first + index) for index in range(len(encoded))]
        first, left = source.stream.find(encoded, first + 1, words[1]), left - 1


def _bounded(source: SourceText, steps: Sequence[Step]) -> bool:
    first, last = steps[0].place, steps[-1].place + steps[-1].theirs - 1
    return source.is_boundary(source.tokens[first].start) and source.is_boundary(source.tokens[last].end)


def _supported(pattern: Pattern, source: SourceText, steps: Sequence[Step], bounds: tuple[int, int]) -> Match:
    first, last = source.tokens[steps[0].place], source.tokens[steps[-1].place + steps[-1].theirs - 1]
    edges = (pattern.tokens[0], pattern.tokens[-1])
    start, end = extended(pattern.quote, edges, source.text, first.start, last.end, within=bounds)
    other = next((step for step in steps if not _same_typography(pattern, source, step)), None)
    if other is None:
        return Match(pattern.quote, MatchStatus.NORMALISED, start, end, source.text[start:end], "other typography")
    ours, theirs = (
        _written(pattern.quote, pattern.tokens, other.word, other.ours),
        _written(source.text, source.tokens, other.place, other.theirs),
    )
    reason = f'"{ours}" is another way to write "{theirs}"'
    return Match(pattern.quote, MatchStatus.EQUIVALENT, start, end, source.text[start:end], reason)


def _same_typography(pattern: Pattern, source: SourceText, step: Step) -> bool:
    ours = pattern.tokens[step.word : step.word + step.ours]
    theirs = source.tokens[step.place : step.place + step.theirs]
    return "".join(token.folded for token in ours) == "".join(token.folded for token in theirs)


def _written(text: str, tokens: Sequence[Token], index: int, length: int) -> str:
    return text[tokens[index].start : tokens[index + length - 1].end]


def _near(quote: str, source: SourceText, span: tuple[int, int], reason: str) -> Match:
    """The most similar stretch, by whole words: what differs may begin inside one, as the "n't" of "don't" does."""
    start, end = source.previous_boundary(span[0]), source.next_boundary(span[1])
    return Match(quote, MatchStatus.NEAR, start, end, source.text[start:end], reason)


def _nearest(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Match:
    alignment = nearest(pattern, source, words)
    if alignment is not None and alignment.differences and alignment.last > alignment.first:
        span = (source.tokens[alignment.first].start, source.tokens[alignment.last - 1].end)
        return _near(pattern.quote, source, span, reason_for(alignment, pattern.tokens, source.tokens))
    return _part_of_word(pattern, source, words) or _absent(pattern.quote, "nothing like it stands there")


def _part_of_word(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Match | None:
    """A quotation that stands in the text, but not from one word boundary to another."""
    if words[0] == words[1]:
        return None
    bounds = (source.tokens[words[0]].start, source.tokens[words[1] - 1].end)
    start = source.text.find(pattern.quote, *bounds)
    if start < 0:
        return None
    end = source.next_boundary(start + len(pattern.quote))
    start = source.previous_boundary(start)
    return _near(pattern.quote, source, (start, end), f'only inside "{shortened(source.text[start:end])}"')
