"""How a phrase stands in its sentence: what is before and behind it, on which side of the words that tell the event.

These signs are weighed with what the model says of the phrase (`summarize.asking.filling`). None of them decides alone,
so none needs a parser: each is a word or two beside the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from summarize.lexicon.cues import Cue
from summarize.lexicon.grammar import word_set
from summarize.lexicon.nouns import PLATFORMS
from summarize.lexicon.roles import FORCES, HEAD_CLASS
from summarize.lexicon.verbs import BE, DO_AND_MODALS, HAVE, IRREGULAR
from summarize.lexicon.words import (
    ADVERBS,
    AGENT_VERBS,
    ATTACK_NOUNS,
    COUNTING,
    DETERMINERS,
    IRREGULAR_PASTS,
    REPORTING_VERBS,
)
from summarize.mentions import Mention, MentionKind
from summarize.record import ActorClass

_PASTS = AGENT_VERBS | REPORTING_VERBS | IRREGULAR_PASTS | IRREGULAR
_AUXILIARIES = BE | HAVE | DO_AND_MODALS | {"to"}
_BETWEEN_VERBS = ADVERBS | {"also", "now", "then"}
_QUANTITY = COUNTING | {"as"}
_HEDGES = frozenset((("at", "least"), ("at", "most"), ("up", "to")))
_SHORT_VERB = 4
_NEAR = 80
"""Characters beside a phrase that are looked at."""
_PASSIVE_WORDS = 3

_BEFORE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "of": frozenset(("of",)),
        "from": frozenset(("from",)),
        "against": word_set("against on upon targeting onto"),
        "with": word_set("with between alongside"),
        "at": word_set("at in inside near outside around across through along above below off"),
        "to": word_set("to into toward towards"),
        "among": word_set("among including"),
        "over": word_set("over for behind"),
        "and": word_set("and or"),
    }
)
_ARMED = frozenset(
    (
        ActorClass.STATE_FORCES,
        ActorClass.REBEL_GROUP,
        ActorClass.POLITICAL_MILITIA,
        ActorClass.IDENTITY_MILITIA,
        ActorClass.UNIDENTIFIED_ARMED,
        ActorClass.PEACEKEEPERS,
    )
)
_CIVILIAN = frozenset((ActorClass.CIVILIANS, ActorClass.PROTESTERS))
_BACKING = word_set("backed led supported accompanied joined aided funded headed allied followed")
_ACCUSED = word_set("accused blamed suspected charged")
_HOLDING_BEFORE = re.compile(
    r"\b(?:under|held by|hands of|control of|grip of|controlled by)\s+(?:the\s+)?$", re.IGNORECASE
)
_RENAMING = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?,\s*")
_RENAMED_AS = re.compile(r"an?\s|(?:the|its|their)\s+[a-z]")
_APPOSITION_END = re.compile(r"[^.;,]{0,80},\s*")
_RELATIVE = re.compile(r"\s+(?:who|which|that)\b")
_CLAUSE = re.compile(
    r"\b(?:as|while|when|after|before|which|who|whose|where|but|because|although|though|since|until|if|that)\b"
)
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_BREAK = re.compile(r"[.;:,—]")
_NESTED = re.compile(r"\s*(?:,|in|of|on|inside|within)\s+(?:the\s+)?")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ENDS = frozenset(".;:!?—–")


def standing(phrase: Mention, text: str, phrases: Sequence[Mention], cues: Iterable[Cue]) -> frozenset[str]:
    """The signs of one phrase.

    Args:
        phrase: The phrase, with offsets in `text`.
        text: Its sentence.
        phrases: All phrases of the sentence, in order.
        cues: The words of the sentence that announce the event.
    """
    beside = [other for other in phrases if (other.kind is MentionKind.PLACE) is (phrase.kind is MentionKind.PLACE)]
    behind = tied_behind(text, _resumption(phrase, text, phrases))
    signs = {phrase.kind.value, _sort(phrase), tied_before(text, phrase.start), behind}
    if phrase == beside[0]:
        signs.add("first")
    if len(beside) == 1:
        signs.add("only")
    signs |= _nesting(phrase, text, phrases) | _renaming(phrase, text, phrases)
    signs |= _beside_cue(phrase, text, beside, cues)
    return frozenset(signs - {""})


def _sort(phrase: Mention) -> str:
    """What sort of party the last word says, or whether the phrase is a name."""
    head = phrase.text.split()[-1].casefold()
    kind = HEAD_CLASS.get(head)
    if head in PLATFORMS:
        return "craft"
    if kind in _ARMED or head in FORCES:
        return "armed"
    if kind in _CIVILIAN:
        return "civilian"
    if kind is not None:
        return "institution"
    first, *others = phrase.text.split()
    name = others[0] if others and first.casefold() in DETERMINERS else first
    return "described" if name.islower() else "named"


def _words(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(text)]


def tied_before(text: str, start: int) -> str:
    """What the word before the phrase and its determiners and numbers ties it to."""
    words = _words(text[max(0, start - _NEAR) : start])
    while words and (words[-1] in _QUANTITY or words[-1][0].isdigit()):
        del words[-2 if tuple(words[-2:]) in _HEDGES else -1 :]
    if tuple(words[-2:]) in _HEDGES:
        del words[-2:]
    if not words:
        return "opening"
    last = words[-1]
    if last == "by":
        return "backer" if not _BACKING.isdisjoint(words[-2:]) else "agent"
    if _HOLDING_BEFORE.search(text, max(0, start - _NEAR), start):
        return "holder"
    tied = next((name for name, listed in _BEFORE.items() if last in listed), "")
    if not tied and last not in _AUXILIARIES and (_is_past(last) or last.endswith("ing")):
        return "object"
    return tied or ("apart" if not last[0].isalnum() else "")


def tied_behind(text: str, end: int) -> str:
    """What the words behind the phrase make of it: subject of a passive or an active verb, owner, first of several."""
    words = [word for word in _words(text[end : end + _NEAR]) if word not in _BETWEEN_VERBS]
    if not words or words[0] in _ENDS:
        return "ending"
    attack = not ATTACK_NOUNS.isdisjoint(words[: 3 if words[0] in _POSSESSIVE else 1 + (words[0] == "air")])
    if attack or words[0] in _POSSESSIVE:
        return "attacker" if attack else "owner"
    position = 0
    while position < len(words) and words[position] in _AUXILIARIES - {"to"}:
        position += 1
    if position:
        verb = words[position] if position < len(words) else ""
        if BE.isdisjoint(words[:position]) or not _is_past(verb):
            return "subject"
        return "accused" if verb in _ACCUSED else "passive_subject"
    if _is_past(words[0]):
        return "subject"
    return {",": "before_comma", "and": "before_and", "of": "before_of"}.get(words[0], "")


def _is_past(word: str) -> bool:
    return word in _PASTS or (len(word) > _SHORT_VERB and word.endswith("ed"))


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
    if phrase.start >= cue.end:
        signs = {"behind"}
        if _CLAUSE.search(text, cue.end, phrase.start):
            signs.add("other_clause")
        if not any(cue.end <= other.start and other.end <= phrase.start for other in beside):
            signs.add("next_behind")
        if _BREAK.search(text, cue.end, phrase.start):
            signs.add("parted")
        return signs
    return {"overlapping"}
