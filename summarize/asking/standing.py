"""How a phrase stands in its sentence: what is before and behind it, on which side of the words that tell the event.

These signs are weighed with what the model says of the phrase (`summarize.asking.filling`). None of them decides alone,
so none needs a parser: each is a word or two beside the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarize.asking.ties import SUBJECTS, tied_before, tied_behind, tied_to_cue
from summarize.lexicon.cues import Cue
from summarize.lexicon.nouns import PLATFORMS
from summarize.lexicon.roles import ARMED_CLASSES, FORCES, HEAD_CLASS
from summarize.lexicon.verbs import BE
from summarize.lexicon.words import DETERMINERS
from summarize.mentions import Mention, MentionKind
from summarize.record import ActorClass

_PASSIVE_WORDS = 3
_MOST_MODIFIERS = 2
_CIVILIAN = frozenset((ActorClass.CIVILIANS, ActorClass.PROTESTERS))
_RENAMING = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?,\s*")
_RENAMED_AS = re.compile(r"an?\s|(?:the|its|their)\s+[a-z]")
_APPOSITION_END = re.compile(r"[^.;,]{0,80},\s*")
_RELATIVE = re.compile(r"\s+(?:who|which|that)\b")
_CLAUSE = re.compile(
    r"\b(?:as|while|when|after|before|which|who|whose|where|but|because|although|though|since|until|if|that)\b"
)
_MODIFYING = re.compile(r"\s+(?:of|in|from|at|near|on|with)\s+(?:(?:the|a|an|its|their|his|her)\s+)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])")
_BREAK = re.compile(r"[.;:,—]")
_HELD_BY = re.compile(r"\s+(?:of|held by|belonging to)\s+(?:(?:the|a|an|this|that|same|its|their)\s+)*", re.IGNORECASE)
_HOLDING = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_NESTED = re.compile(r"\s*(?:,|in|of|on|inside|within)\s+(?:the\s+)?")


def standing(phrase: Mention, text: str, phrases: Sequence[Mention], cues: Iterable[Cue]) -> frozenset[str]:
    """The signs of one phrase.

    Args:
        phrase: The phrase, with offsets in `text`.
        text: Its sentence.
        phrases: All phrases of the sentence, in order.
        cues: The words of the sentence that announce the event.
    """
    beside = [other for other in phrases if (other.kind is MentionKind.PLACE) is (phrase.kind is MentionKind.PLACE)]
    signs = {phrase.kind.value, _sort(phrase), tied_before(text, phrase.start), _behind(phrase, text, phrases)}
    if phrase == beside[0]:
        signs.add("first")
    if len(beside) == 1:
        signs.add("only")
    signs |= _nesting(phrase, text, phrases) | _renaming(phrase, text, phrases)
    signs |= _beside_cue(phrase, text, beside, cues)
    return frozenset(signs - {""})


def holds_what_is_hit(phrase: Mention, text: str, phrases: Sequence[Mention], signs: Iterable[str]) -> bool:
    """Whether the phrase is whose place stands behind the announcing word: "shelled a camp of", "its positions".

    Args:
        phrase: The phrase, with offsets in `text`.
        text: Its sentence.
        phrases: All phrases of the sentence, in order.
        signs: Those of `standing`.
    """
    if phrase.kind is MentionKind.PLACE or "behind" not in signs or "other_clause" in signs:
        return False
    at = phrases.index(phrase)
    before, after = phrases[max(0, at - 1) : at], phrases[at + 1 : at + 2]
    camp_of = any(one.kind is MentionKind.PLACE and _HELD_BY.fullmatch(text, one.end, phrase.start) for one in before)
    its_camp = any(one.kind is MentionKind.PLACE and _HOLDING.fullmatch(text, phrase.end, one.start) for one in after)
    return camp_of or its_camp


def _sort(phrase: Mention) -> str:
    """What sort of party the last word says, or whether the phrase is a name."""
    head = phrase.text.split()[-1].casefold()
    kind = HEAD_CLASS.get(head)
    if head in PLATFORMS:
        return "craft"
    if kind in ARMED_CLASSES or head in FORCES:
        return "armed"
    if kind in _CIVILIAN:
        return "civilian"
    if kind is not None:
        return "institution"
    first, *others = phrase.text.split()
    name = others[0] if others and first.casefold() in DETERMINERS else first
    return "described" if name.islower() else "named"


def _behind(phrase: Mention, text: str, phrases: Sequence[Mention]) -> str:
    """What stands behind a phrase, seen past what only says more of it where that makes it a subject."""
    sign = tied_behind(text, _resumption(phrase, text, phrases))
    further = "" if sign in SUBJECTS else tied_behind(text, _past_modifiers(phrase, text, phrases))
    return further if further in SUBJECTS else sign


def _past_modifiers(phrase: Mention, text: str, phrases: Sequence[Mention]) -> int:
    """Where the sentence goes on behind "of the company [a firm]" or "in the town" after a phrase."""
    end = phrase.end
    at = phrases.index(phrase)
    for modifier in phrases[at + 1 : at + 1 + _MOST_MODIFIERS]:
        end = _past_brackets(text, end)
        if not _MODIFYING.fullmatch(text, end, modifier.start):
            break
        end = modifier.end
    return _past_brackets(text, end)


def _past_brackets(text: str, end: int) -> int:
    brackets = _BRACKETS.match(text, end)
    return brackets.end() if brackets else end


def _nesting(phrase: Mention, text: str, phrases: Sequence[Mention]) -> set[str]:
    """Whether the phrase lies in the place before it, or holds the one behind it: "the town in Homs Province"."""
    at = phrases.index(phrase)
    signs = set()
    if at and _NESTED.fullmatch(text[phrases[at - 1].end : phrase.start]):
        signs.add("inner")
    if at + 1 < len(phrases) and _NESTED.fullmatch(text[phrase.end : phrases[at + 1].start]):
        signs.add("outer")
    return signs


def _resumption(phrase: Mention, text: str, phrases: Sequence[Mention]) -> int:
    """Where the sentence goes on after a phrase: behind its apposition or the "who" of its relative clause."""
    following = phrases[phrases.index(phrase) + 1 :][:1]
    if following and renames(phrase, following[0], text):
        over = _APPOSITION_END.match(text, following[0].end)
        return over.end() if over else following[0].end
    relative = _RELATIVE.match(text, phrase.end)
    return relative.end() if relative else phrase.end


def _renaming(phrase: Mention, text: str, phrases: Sequence[Mention]) -> set[str]:
    """Whether a description in apposition follows the phrase, or is it: "the Front, an armed group, …"."""
    at = phrases.index(phrase)
    signs = set()
    if at and renames(phrases[at - 1], phrase, text):
        signs.add("renaming")
    if at + 1 < len(phrases) and renames(phrase, phrases[at + 1], text):
        signs.add("renamed")
    return signs


def renames(name: Mention, description: Mention, text: str) -> bool:
    """Whether a description in apposition follows a name: "the Front, an armed group"."""
    beside = _RENAMING.fullmatch(text, name.end, description.start) is not None
    return beside and _RENAMED_AS.match(description.text) is not None and name.kind is not MentionKind.PLACE


def _beside_cue(phrase: Mention, text: str, beside: Sequence[Mention], cues: Iterable[Cue]) -> set[str]:
    """On which side of the nearest announcing word the phrase stands, how near, and whether that word is a passive."""
    cue = min(cues, key=lambda cue: min(abs(cue.start - phrase.end), abs(phrase.start - cue.end)), default=None)
    if cue is None:
        return {"no_cue"}
    if phrase.end <= cue.start:
        return _ahead_of(cue, phrase, text, beside)
    return _behind_of(cue, phrase, text, beside) if phrase.start >= cue.end else {"overlapping"}


def _ahead_of(cue: Cue, phrase: Mention, text: str, beside: Sequence[Mention]) -> set[str]:
    signs = {"ahead"}
    relative = _RELATIVE.match(text, phrase.end)
    if _CLAUSE.search(text, relative.end() if relative else phrase.end, cue.start):
        signs.add("other_clause")
    if not any(phrase.end <= other.start and other.end <= cue.start for other in beside):
        signs.add("next_ahead")
    between = text[phrase.end : cue.start].casefold().split()[-_PASSIVE_WORDS:]
    if not BE.isdisjoint(between) and not cue.text.casefold().endswith("ing"):
        signs.add("ahead_of_passive")
    return signs


def _behind_of(cue: Cue, phrase: Mention, text: str, beside: Sequence[Mention]) -> set[str]:
    signs = {"behind", tied_to_cue(text, cue, phrase.start)}
    if _CLAUSE.search(text, cue.end, phrase.start):
        signs.add("other_clause")
    if not any(cue.end <= other.start and other.end <= phrase.start for other in beside):
        signs.add("next_behind")
    if _BREAK.search(text, cue.end, phrase.start):
        signs.add("parted")
    return signs
