"""Whether the words of what somebody confirms are of an event that was told before.

They are where they take it up: "the attack", "the deaths", a noun of its type with "the", its toll, or a verb of its
type with somebody or some place of it. "The appointment of a governor" takes up no shelling, "the shelling of Tamra"
none of Darin. A party alone is too little: "the rebels had opened a school".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarize.codebook import CODEBOOK, Group
from summarize.lexicon.calendar import MONTHS, WEEKDAYS
from summarize.lexicon.cues import Cue, cues_of
from summarize.lexicon.grammar import DETERMINERS
from summarize.lexicon.nouns import ARMED, PEOPLE, PLATFORMS
from summarize.lexicon.verbs import may_be_past
from summarize.merging.alike import is_anybody
from summarize.record import Event, FigureKind
from summarize.resolving.countries import countries_of
from summarize.resolving.figures import find_figures

_POINTER = re.compile(
    r"(?:it|this|that|them|(?:the|this|that) (?:event|incident|move|news|operation)s?)", re.IGNORECASE
)
_VIOLENCE = (Group.ARMED_CONFLICT, Group.CIVILIAN_TARGETING)
_TOLLS = (FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CASUALTIES)
_THE = r"(?:the|this|these|those|its|their|both)\s+(?:(?!of\b|and\b)[\w’'-]+\s+){0,3}?"
_THE_BEFORE = re.compile(rf"\b{_THE}$", re.IGNORECASE)
_VIOLENT_ACT = re.compile(
    rf"\b{_THE}(?:assault|attack|blast|bombing|casualt(?:y|ie)|clashe?|death|explosion|killing|losse|raid|shooting|strike|toll)"
    r"s?\b",
    re.IGNORECASE,
)
"""What any violence is called when it is spoken of again, whatever its type."""
_COMPLEMENT = re.compile(
    r"\s+(?:against|at|by|in|near|of|on|outside)\s+((?:(?!had\b|has\b|have\b|is\b|was\b|were\b|who\b|which\b|that\b)[\w.’'-]+\s*)+)"
)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|them|it)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_UNTRUE = re.compile(
    r"\b(?:not|never|false|untrue|hoax|plans?|planned|planning|will|would|could|might|den(?:y|ied|ies|ial))\b|n['’]t\b",
    re.IGNORECASE,
)
"""What makes of a confirmation another: "confirmed that the raid never took place", "confirmed plans for a raid"."""
_STEM = 5
"""Letters by which a word is known again in another form."""
_LONG = 4
_NO_ACTS = ARMED | PEOPLE | PLATFORMS
"""Nouns that announce an event without being one."""
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def is_pointer(words: str) -> bool:
    """Whether the words say nothing but that they take up what was told last: "it", "the incident"."""
    return _POINTER.fullmatch(words) is not None


def takes_up(words: str, event: Event) -> bool:
    """Whether the words of what is confirmed are of an event.

    Args:
        words: What is confirmed or not: a noun phrase or a clause.
        event: An event that was told before.
    """
    if _UNTRUE.search(words):
        return False
    told = _told(event)
    own = tuple(cues_of(words, event.type))
    nouns = [(cue.start, cue.end) for cue in own if _is_spoken_of_again(cue, words)]
    if _is_violence(event):
        nouns += [match.span() for match in _VIOLENT_ACT.finditer(words)]
    if any(not _is_of_another(words[end:], event, told) for _, end in nouns):
        return True
    if nouns or _names_another(words, event, told):
        return False
    return (bool(own) and _has_part_of(words, event)) or (_is_violence(event) and _has_toll_of(words, told))


def _told(event: Event) -> str:
    return " ".join(span.text for span in event.evidence)


def _is_violence(event: Event) -> bool:
    return CODEBOOK[event.type].group in _VIOLENCE


def _is_spoken_of_again(cue: Cue, words: str) -> bool:
    """Whether a cue is a noun for the act with "the": "the shelling", not "the rebels shelled", nor "the drone"."""
    last = cue.text.casefold().split()[-1]
    return not may_be_past(last) and last not in _NO_ACTS and _THE_BEFORE.search(words, 0, cue.start) is not None


def _is_of_another(behind: str, event: Event, told: str) -> bool:
    """Whether the words behind an act noun make it another: "[the killing] of a mayor", "[the raid] on Tamra"."""
    complement = _COMPLEMENT.match(behind)
    if complement is None:
        return False
    if _names_another(complement[1], event, told):
        return True
    common = {word for word in _words(complement[1]) if word.islower() and len(word) >= _LONG}
    known = {word[:_STEM] for word in _words(told)}
    return bool(common) and _DEFINITE.match(complement[1]) is None and known.isdisjoint(word[:_STEM] for word in common)


def _names_another(words: str, event: Event, told: str) -> bool:
    """Whether there is a name in the words that neither the sentences of an event have nor its fields."""
    names = [name for party in event.participants for name in (party.name, party.canonical)]
    names += [name for place in event.places for name in (place.name, place.resolved, place.admin1)]
    known = {word.casefold() for text in (told, *filter(None, names)) for word in _words(text)}
    countries = {*countries_of(told), *(place.country for place in event.places)}
    capital = (word for word in _words(words) if word[0].isupper() and word.casefold() not in DETERMINERS | _CALENDAR)
    return any(word.casefold() not in known and countries.isdisjoint(countries_of(word)) for word in capital)


def _words(text: str) -> Iterator[str]:
    return (word[0].removesuffix("'s").removesuffix("’s") for word in _WORD.finditer(text))


def _has_part_of(words: str, event: Event) -> bool:
    """Whether the words name a place of an event, or somebody in it: by name, or "the trader" where it was a trader."""
    places = any(_has(words, place.name) for place in event.places)
    parties = (_has(words, party.name, again=is_anybody(party)) for party in event.participants)
    return places or any(parties)


def _has(words: str, name: str, *, again: bool = False) -> bool:
    noun = re.escape(next(reversed(list(_words(name))), name))
    return re.search(rf"\b{_THE if again else ''}{noun}\b", words, re.IGNORECASE) is not None


def _has_toll_of(words: str, told: str) -> bool:
    """Whether as many are told to be dead or hurt as in the sentences of an event."""
    counts = _tolls(words)
    return bool(counts) and not counts.isdisjoint(_tolls(told))


@lru_cache(maxsize=64)
def _tolls(text: str) -> frozenset[tuple[FigureKind, float | None]]:
    """The dead and hurt of a text, kept: what one event tells is held against several confirmations."""
    return frozenset((one.kind, one.best) for one in find_figures(text) if one.kind in _TOLLS)
