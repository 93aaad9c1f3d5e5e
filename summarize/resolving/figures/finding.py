"""The two ways in: the quantities of a text, and the quantity of a quoted phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.lexicon.numerals import FRACTION_SIGNS
from summarize.lexicon.quantities import PERSON_KINDS, Counted, listed
from summarize.lexicon.vocabulary import vocabulary
from summarize.record import FigureKind, Measure
from summarize.resolving.figures import numerals, romance
from summarize.resolving.figures.clauses import Clause, named_behind
from summarize.resolving.figures.exclusions import why_no_quantity
from summarize.resolving.figures.groups import Told, told_in
from summarize.resolving.figures.language import is_foreign
from summarize.resolving.figures.nouns import whole_after
from summarize.resolving.figures.numerals import Tokens, glued, tokenize
from summarize.resolving.figures.phrases import Phrase, find_phrases
from summarize.resolving.figures.quantity import Quantity, bounds_of
from summarize.resolving.figures.romance import find_romance
from summarize.resolving.outcome import Unresolved

_STOPS: Final = frozenset(".!?")
_ABBREVIATIONS: Final = frozenset(
    listed(
        """
        mr mrs ms dr st gen col lt sgt capt maj approx ca no rs sq vs jan feb mar apr aug sep sept oct nov dec
        """
    )
)


def find_figures(text: str) -> tuple[Quantity, ...]:
    """Finds the quantities that a text reports.

    Args:
        text: Running text in English. Of a sentence in Spanish, French or Portuguese only what is certain is read,
            of one in another language nothing.

    Returns:
        Quantities in order of appearance, not overlapping, with offsets in `text`.
    """
    if not _may_count(text):
        return ()
    tokens = tokenize(text)
    phrases = find_phrases(tokens)
    found: list[Quantity] = []
    next_phrase = 0
    for start, stop in _sentences(text, tokens):
        here: list[Phrase] = []
        while next_phrase < len(phrases) and phrases[next_phrase].first < stop:
            here.append(phrases[next_phrase])
            next_phrase += 1
        if is_foreign(tokens, start, stop):
            found += _foreign(text, tokens.starts[start], tokens.ends[stop - 1])
        elif here:
            found += _of_sentence(text, tokens, (start, stop), here, len(found))
    return tuple(found)


_NUMBER: Final = re.compile(rf"[\d{''.join(FRACTION_SIGNS)}]")


def _may_count(text: str) -> bool:
    """Whether a text has a digit or a word without which it counts nothing; asked before it is taken apart."""
    if _NUMBER.search(text):
        return True
    words = vocabulary(text)
    return numerals.may_count(words) or romance.may_count(text, words)


def read_figure(phrase: str, *, context: str | None = None) -> Quantity | Unresolved:
    """Reads the quantity that a phrase states.

    Args:
        phrase: Words quoted from a text, such as "more than 200,000".
        context: The sentence or passage they stand in; it tells what is counted, and gives back a hedge or
            noun that the quotation left out.

    Returns:
        The quantity, with offsets in `context` when the phrase stands in it and in `phrase` otherwise, or the
        reason why there is none.
    """
    quoted = phrase.strip()
    at = context.find(quoted) if context and quoted else -1
    if context is not None and at >= 0:
        return _read_part(context, at, at + len(quoted))
    return _read_part(phrase, 0, len(phrase))


def _read_part(text: str, start: int, end: int) -> Quantity | Unresolved:
    """The quantity of a text that shares most characters with a part of it."""

    def shared(quantity: Quantity) -> int:
        return min(quantity.end, end) - max(quantity.start, start)

    for quantities in (find_figures(text), _lone(text)):
        nearest = max(quantities, key=shared, default=None)
        if nearest is not None and shared(nearest) > 0:
            return nearest
    return Unresolved(_why_none(text, start, end))


def _lone(text: str) -> tuple[Quantity, ...]:
    """Numbers without a noun or verb, which only a phrase given on its own may be."""
    tokens = tokenize(text)
    if is_foreign(tokens):
        return ()
    phrases = [phrase for phrase in find_phrases(tokens) if why_no_quantity(tokens, phrase) is None]
    clause = Clause(tokens, 0, len(tokens), frozenset(phrase.first for phrase in phrases))
    return tuple(_quantity(text, clause, Told(phrase, FigureKind.OTHER), 0) for phrase in phrases)


def _why_none(text: str, start: int, end: int) -> str:
    tokens = tokenize(text)
    if is_foreign(tokens):
        return "not in English"
    touched = (
        phrase
        for phrase in find_phrases(tokens)
        if tokens.starts[phrase.first] < end and start < tokens.ends[phrase.stop - 1]
    )
    reasons = (why_no_quantity(tokens, phrase) for phrase in touched)
    return next((reason for reason in reasons if reason is not None), "no number")


def _sentences(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that belong to one sentence each."""
    start = 0
    paragraphs = "\n\n" in text
    for index in range(len(tokens) - 1):
        if (paragraphs or tokens.texts[index] in _STOPS) and _ends_sentence(text, tokens, index):
            yield start, index + 1
            start = index + 1
    if start < len(tokens):
        yield start, len(tokens)


def _ends_sentence(text: str, tokens: Tokens, index: int) -> bool:
    if glued(tokens, index + 1):
        return False
    if "\n\n" in text[tokens.ends[index] : tokens.starts[index + 1]]:
        return True
    sign = tokens.texts[index]
    if sign not in _STOPS:
        return False
    before = tokens.texts[index - 1] if index else sign
    if sign == "." and before[0].isalpha() and (len(before) == 1 or before.lower() in _ABBREVIATIONS):
        return False
    return tokens.texts[index + 1][0].isupper() or not tokens.is_word(index + 1)


def _of_sentence(
    text: str, tokens: Tokens, sentence: tuple[int, int], phrases: Sequence[Phrase], offset: int
) -> list[Quantity]:
    sound = [phrase for phrase in phrases if why_no_quantity(tokens, phrase) is None]
    clause = Clause(tokens, *sentence, frozenset(phrase.first for phrase in sound))
    return [_quantity(text, clause, told, offset) for told in told_in(clause, sound)]


def _quantity(text: str, clause: Clause, told: Told, offset: int) -> Quantity:
    phrase, kind = told.phrase, told.kind
    start, end = clause.tokens.starts[phrase.first], clause.tokens.ends[phrase.stop - 1]
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        **phrase.bounds()._asdict(),
        unit=_unit(phrase, kind),
        approximator=phrase.approximator,
        measure=told.measure,
        subject=_subject(text, clause, told),
        part_of=None if told.whole is None else offset + told.whole,
        former=told.former,
    )


def _unit(phrase: Phrase, kind: FigureKind) -> str | None:
    people = kind in PERSON_KINDS and phrase.counted in {None, Counted.THINGS}
    if people:
        return "people"
    return phrase.noun.unit if phrase.noun else None


def _subject(text: str, clause: Clause, told: Told) -> str | None:
    """Who or what is counted, as written: the counted noun, what a share is one of, what some of a whole are."""
    phrase, noun = told.phrase, told.phrase.noun
    fraction = phrase.low.share and noun is not None and noun.written
    if phrase.counted is Counted.PERCENT and not fraction:
        first, stop = whole_after(clause.tokens, phrase.stop, clause.stop)
    elif noun is not None and noun.written:
        first, stop = (noun.first, noun.stop) if noun.lemma or fraction else (0, 0)
    elif told.whole is not None:
        first, stop = named_behind(clause, phrase.stop)
    else:
        first, stop = phrase.stop, phrase.stop + (clause.word(phrase.stop) == "others")
    return text[clause.tokens.starts[first] : clause.tokens.ends[stop - 1]] if stop > first else None


def _foreign(text: str, start: int, end: int) -> Iterator[Quantity]:
    """What can be read for certain in a sentence that is not English."""
    for found in find_romance(text[start:end]):
        yield Quantity(
            start=start + found.start,
            end=start + found.end,
            text=text[start + found.start : start + found.end],
            kind=found.kind,
            **bounds_of(found.value, found.approximator)._asdict(),
            unit=found.unit,
            approximator=found.approximator,
            measure=Measure.FLOW,
            subject=found.subject,
        )
