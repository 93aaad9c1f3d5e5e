"""Comparing a quotation's words with a source's, one by one, in any notation, and naming where they part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from summarize.grounding.normalise import Token, key_of
from summarize.grounding.notation import Reading
from summarize.grounding.source import SourceText, prepared
from summarize.lexicon.negation import NEGATIONS
from summarize.lexicon.protected import MODALS

_ANCHORS = 6
_PLACES = 24
_SLACK = 6
_STARTS = 400
_WORK = 300_000
_DIAGONALS = 3
_SHORTEST_PART = 3
_SHORTEST_JOINED = 7
_LONGEST_SPLIT = 24
_ALIGNED_WORDS = 120


@dataclass(frozen=True)
class Pattern:
    """A quotation prepared for looking up."""

    quote: str

    @cached_property
    def _source(self) -> SourceText:
        return prepared(self.quote)

    @property
    def tokens(self) -> Sequence[Token]:
        """Its words."""
        return self._source.tokens

    @property
    def readings(self) -> Mapping[int, Sequence[Reading]]:
        """Its values of several words."""
        return self._source.readings


class Step(NamedTuple):
    """Words of the quotation and of the source that say the same.

    Attributes:
        word: First word of the quotation.
        place: First word of the source.
        ours: How many words of the quotation.
        theirs: How many words of the source.
    """

    word: int
    place: int
    ours: int = 1
    theirs: int = 1


@dataclass(frozen=True)
class Difference:
    """Words of the quotation that stand for other words of the source.

    Attributes:
        ours: Half-open range of the quotation's words.
        theirs: Half-open range of the source's words.
    """

    ours: tuple[int, int]
    theirs: tuple[int, int]


@dataclass(frozen=True)
class Alignment:
    """The best candidate for a quotation that is not there.

    Attributes:
        first: Number of the source's first word of the candidate.
        last: One past the last.
        equal: How many words agree.
        differences: What does not, in order.
    """

    first: int
    last: int
    equal: int
    differences: tuple[Difference, ...]


def same_values(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Iterator[Sequence[Step]]:
    """Where the source says the quotation's words, numbers and dates in any notation, in order."""
    left = _WORK
    for start in _starts(pattern, source, words):
        steps, taken = _walk(pattern, source, start, words[1])
        left -= taken
        if steps:
            yield steps
        if left < 0:
            return


def _starts(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Sequence[int]:
    """Places where the quotation may begin, from its rarest word that has one notation only."""
    firm = _firm_words(pattern, source)
    if firm is None:
        return ()
    if firm:
        places = [source.positions[pattern.tokens[number].key] for number in firm]
        rarest = min(range(len(firm)), key=lambda number: len(places[number]))
        index = firm[rarest]
        diagonals = {place - index for place in _within(places[rarest], words, _STARTS)}
        slack = 0 if firm[: index + 1] == list(range(index + 1)) else _SLACK
    else:
        diagonals = {place - index for index, places in _anchors(pattern, source, words) for place in places}
        slack = _SLACK
    shifts = range(-slack, slack + 1)
    starts = sorted({diagonal + shift for diagonal in diagonals for shift in shifts})
    inside = (start for start in starts if words[0] <= start < words[1])
    return [start for start in inside if next(_steps(pattern, 0, source, start), None)]


def _firm_words(pattern: Pattern, source: SourceText) -> list[int] | None:
    """Words of the quotation that only the same word matches; None when one of them is nowhere in the source."""
    loose = {index + step for index, found in pattern.readings.items() for one in found for step in range(one.length)}
    positions, values = source.positions, source.reading_positions
    firm = []
    for index, token in enumerate(pattern.tokens):
        if index not in loose and token.key not in values:
            if token.key in positions:
                firm.append(index)
            elif not _may_be_joined(pattern, source, index):
                return None
    return firm


def _may_be_joined(pattern: Pattern, source: SourceText, index: int) -> bool:
    """Whether a word that is not in the source may stand there as two words, or as one with its neighbour."""
    word = pattern.tokens[index].folded
    halves = ((word[:cut], word[cut:]) for cut in range(2, min(len(word), _LONGEST_SPLIT)))
    if len(word) >= _SHORTEST_JOINED and any(
        key_of(a) in source.positions and key_of(b) in source.positions for a, b in halves
    ):
        return True
    pairs = (pattern.tokens[max(index - 1, 0) : index + 1], pattern.tokens[index : index + 2])
    return any(len(pair) > 1 and key_of(pair[0].folded + pair[1].folded) in source.positions for pair in pairs)


def _joins(first: Token, second: Token, whole: Token) -> bool:
    """Whether two words are one written apart: "air strike" and "airstrike"; never "may be" and "maybe"."""
    short = len(first.folded) < _SHORTEST_PART and first.key != "al"
    if short or len(whole.folded) < _SHORTEST_JOINED:
        return False
    protected = any(word in NEGATIONS or word in MODALS for word in (first.folded, second.folded))
    return not protected and key_of(first.folded + second.folded) == whole.key


def _anchors(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Sequence[tuple[int, Sequence[int]]]:
    """The quotation's rarest words, each with where it stands in the source."""
    known: dict[str, tuple[int, Sequence[int]]] = {}
    for index, token in enumerate(pattern.tokens):
        if token.key not in known and (places := source.positions.get(token.key)):
            known[token.key] = (index, places)
        for reading in pattern.readings.get(index, ()):
            places = source.reading_positions.get(reading.value) or source.positions.get(reading.value)
            if places and reading.value not in known:
                known[reading.value] = (index, places)
        if token.key not in known and (places := source.reading_positions.get(token.key)):
            known[token.key] = (index, places)
    inside = ((index, _within(places, words, _PLACES)) for index, places in known.values())
    return sorted((found for found in inside if found[1]), key=lambda found: len(found[1]))[:_ANCHORS]


def _within(places: Sequence[int], words: tuple[int, int], limit: int) -> Sequence[int]:
    first = bisect_left(places, words[0])
    last = bisect_left(places, words[1])
    return places[first : min(last, first + limit)]


def _steps(pattern: Pattern, index: int, source: SourceText, place: int) -> Iterator[tuple[int, int]]:
    """How many words of each side say the same thing from here on, the longest first."""
    ours, theirs = pattern.readings.get(index, ()), source.readings.get(place, ())
    our_key, their_key = pattern.tokens[index].key, source.tokens[place].key
    for one in ours:
        for other in theirs:
            if one.value == other.value:
                yield one.length, other.length
        if one.value == their_key and one.length > 1:
            yield one.length, 1
    if our_key == their_key:
        yield 1, 1
    for other in theirs:
        if other.value == our_key and (other.length > 1 or our_key != their_key):
            yield 1, other.length
    for one in ours:
        if one.length == 1 and one.value == their_key != our_key:
            yield 1, 1
    yield from _joined_steps(pattern.tokens[index : index + 2], source.tokens[place : place + 2])


def _joined_steps(ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[tuple[int, int]]:
    if len(ours) > 1 and theirs[0].folded.startswith(ours[0].folded) and _joins(ours[0], ours[1], theirs[0]):
        yield 2, 1
    if len(theirs) > 1 and ours[0].folded.startswith(theirs[0].folded) and _joins(theirs[0], theirs[1], ours[0]):
        yield 1, 2


def _walk(pattern: Pattern, source: SourceText, start: int, end: int) -> tuple[Sequence[Step], int]:
    """How quotation and source go together when both begin at `start`, and how many steps were tried.

    The first is empty when they part before the end.
    """
    length = len(pattern.tokens)
    came_by: dict[tuple[int, int], Step | None] = {(0, start): None}
    waiting = [(0, start)]
    while waiting:
        index, place = waiting.pop()
        if index == length:
            return _way_back(came_by, (index, place)), len(came_by)
        if place >= end:
            continue
        for ours, theirs in reversed(list(_steps(pattern, index, source, place))):
            reached = (index + ours, place + theirs)
            if reached not in came_by and reached[1] <= end:
                came_by[reached] = Step(index, place, ours, theirs)
                waiting.append(reached)
    return (), len(came_by)


def _way_back(came_by: dict[tuple[int, int], Step | None], end: tuple[int, int]) -> Sequence[Step]:
    steps = []
    while (step := came_by[end]) is not None:
        steps.append(step)
        end = (step.word, step.place)
    return steps[::-1]


def nearest(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> Alignment | None:
    """The stretch of the source most like the quotation, when at least half of the words agree."""
    if len(pattern.tokens) <= _ALIGNED_WORDS and _too_little(
        _shared(pattern, source, words), len(pattern.tokens), pattern
    ):
        return None
    votes: dict[int, int] = {}
    for index, places in _anchors(pattern, source, words):
        for place in places:
            votes[place - index] = votes.get(place - index, 0) + 1
    best: Alignment | None = None
    for diagonal in sorted(votes, key=votes.__getitem__, reverse=True)[:_DIAGONALS]:
        candidate = _aligned(pattern, source, diagonal, words)
        if candidate is not None and (best is None or candidate.equal > best.equal):
            best = candidate
    return best


def _shared(pattern: Pattern, source: SourceText, words: tuple[int, int]) -> int:
    """How many words of the quotation stand in this stretch of the source at all, in whatever order."""
    return sum(bool(_within(source.positions.get(token.key, ()), words, 1)) for token in pattern.tokens)


def _aligned(pattern: Pattern, source: SourceText, diagonal: int, words: tuple[int, int]) -> Alignment | None:
    """Alignment around the first difference; a long quotation is compared no further than `_ALIGNED_WORDS` from it."""
    skip = _agreeing(pattern, source, diagonal, words)
    ours = [token.key for token in pattern.tokens[skip : skip + _ALIGNED_WORDS]]
    first = max(diagonal + skip - (0 if skip else _SLACK), words[0])
    theirs = [token.key for token in source.tokens[first : min(diagonal + skip + len(ours) + _SLACK, words[1])]]
    most = skip + len([key for key in ours if key in theirs])
    if _too_little(most, skip + len(ours), pattern):
        return None
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    blocks = [(block.a, block.b, block.size) for block in found if block.size]
    equal = skip + sum(size for _, _, size in blocks)
    if _too_little(equal, skip + len(ours), pattern):
        return None
    low = max(blocks[0][1] - blocks[0][0], 0) if blocks and not skip else 0
    end = blocks[-1][1] + blocks[-1][2] + len(ours) - blocks[-1][0] - blocks[-1][2] if blocks else len(ours)
    high = max(min(end, len(theirs)), low)
    differences = _differences(blocks, (0, low), (len(ours), high))
    moved = tuple(_moved(difference, skip, first) for difference in differences)
    return Alignment(min(first + low, max(diagonal, words[0])) if skip else first + low, first + high, equal, moved)


def _too_little(equal: int, compared: int, pattern: Pattern) -> bool:
    """Whether so few words agree that the stretch is nothing like the quotation: under half, or one of several."""
    return equal * 2 < compared or (equal <= 1 < len(pattern.tokens))


def _agreeing(pattern: Pattern, source: SourceText, diagonal: int, words: tuple[int, int]) -> int:
    """How many words agree from the first on when the quotation is laid along this diagonal."""
    if diagonal < words[0]:
        return 0
    ours, theirs = pattern.tokens, source.tokens
    reach = min(len(ours), words[1] - diagonal)
    return next((index for index in range(reach) if ours[index].key != theirs[diagonal + index].key), reach)


def _moved(difference: Difference, ours: int, theirs: int) -> Difference:
    (a, b), (c, d) = difference.ours, difference.theirs
    return Difference((a + ours, b + ours), (c + theirs, d + theirs))


def _differences(
    blocks: Sequence[tuple[int, int, int]], begin: tuple[int, int], end: tuple[int, int]
) -> tuple[Difference, ...]:
    differences = []
    for mine, other, size in [*blocks, (*end, 0)]:
        if (mine, other) != begin:
            differences.append(Difference((begin[0], mine), (begin[1], other)))
        begin = (mine + size, other + size)
    return tuple(differences)
