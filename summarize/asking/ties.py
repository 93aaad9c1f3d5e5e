"""What the words beside a phrase tie it to: an agent behind "by", whom it happened to before "were arrested"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from summarize.lexicon.cues import Cue
from summarize.lexicon.grammar import word_set
from summarize.lexicon.verbs import BE, DO_AND_MODALS, HAVE, IRREGULAR
from summarize.lexicon.words import (
    ADVERBS,
    AGENT_VERBS,
    ATTACK_NOUNS,
    COUNTING,
    IRREGULAR_PASTS,
    QUANTIFIERS,
    REPORTING_VERBS,
)

SUBJECTS = frozenset(("subject", "passive_subject", "sufferer", "accused"))
"""Ties behind a phrase that make it the subject of a verb."""

_PASTS = AGENT_VERBS | REPORTING_VERBS | IRREGULAR_PASTS | IRREGULAR
_AUXILIARIES = BE | HAVE | DO_AND_MODALS | {"to"}
_BETWEEN_VERBS = ADVERBS | {"also", "now", "then"}
_QUANTITY = COUNTING | {"as"}
_HEDGES = frozenset((("at", "least"), ("at", "most"), ("up", "to")))
_COLLECTIVES = QUANTIFIERS | word_set(
    "band bands bunch crew crews crowd crowds fleet fleets gang gangs group groups member members number pair "
    "part parts series squad squads team teams unit units wave waves"
)
"""Words that with "of" only say how many or that they are together: what ties them ties who they are made of."""
_SHORT_VERB = 4
_NEAR = 80
"""Characters beside a phrase that are looked at."""
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
_BEHIND: Mapping[str, str] = MappingProxyType({",": "before_comma", "and": "before_and", "of": "before_of"})
_TO_CUE: Mapping[str, str] = MappingProxyType({"of": "of_cue", "on": "on_cue", "against": "on_cue", "upon": "on_cue"})
_ACTION = re.compile(
    r"abduct|arrest|assassinat|beheading|bombardment|bombing|burning|detention|destruction|execution|kidnap|killing"
    r"|looting|lynching|massacre|murder|shelling|shooting|slaughter|slaying|stabbing|torching|torture|wounding",
    re.IGNORECASE,
)
"""Nouns behind whose "of" stands whom it is done to; behind that of "strike" or "bombs" stands who does it."""
_BACKING = word_set("backed led supported accompanied joined aided funded headed allied followed")
_ACCUSED = word_set("accused blamed suspected charged")
_SUFFERING = word_set("dead died die dies dying perish perished succumbed")
_HARMING = word_set("killing killed wounding wounded injuring injured maiming maimed")
_HOLDING_BEFORE = re.compile(
    r"\b(?:under|held by|hands of|control of|grip of|controlled by)\s+(?:the\s+)?$", re.IGNORECASE
)
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ENDS = frozenset(".;:!?—–")


def tied_before(text: str, start: int) -> str:
    """What the word before the phrase and its determiners and numbers ties it to."""
    words = _without_quantity(_words(text[max(0, start - _NEAR) : start]))
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


def is_harmed(text: str, start: int) -> bool:
    """Whether the phrase is whom something killed or wounded: "killing four novices"."""
    words = _without_quantity(_words(text[max(0, start - _NEAR) : start]))
    return bool(words) and words[-1] in _HARMING


def tied_behind(text: str, end: int) -> str:
    """What the words behind the phrase make of it: subject of a passive or an active verb, owner, first of several."""
    words = [word for word in _words(text[end : end + _NEAR]) if word not in _BETWEEN_VERBS]
    if not words or words[0] in _ENDS:
        return "ending"
    attack = not ATTACK_NOUNS.isdisjoint(words[: 3 if words[0] in _POSSESSIVE else 1 + (words[0] == "air")])
    if attack or words[0] in _POSSESSIVE:
        return "attacker" if attack else "owner"
    return _subject_of(words) or _BEHIND.get(words[0], "")


def tied_to_cue(text: str, cue: Cue, start: int) -> str:
    """What ties a phrase to the announcing noun before it, where nothing else stands between: "the killing of two"."""
    between = _without_quantity(_words(text[cue.end : start]))
    if len(between) != 1 or (between[0] == "of" and not _ACTION.match(cue.text)):
        return ""
    return _TO_CUE.get(between[0], "")


def _subject_of(words: list[str]) -> str:
    """What kind of subject the verb that comes next makes; nothing where no verb does."""
    position = 0
    while position < len(words) and words[position] in _AUXILIARIES - {"to"}:
        position += 1
    verb = words[position] if position < len(words) else ""
    if verb in _SUFFERING:
        return "sufferer"
    if not position:
        return "subject" if _is_past(verb) else ""
    if BE.isdisjoint(words[:position]) or not _is_past(verb):
        return "subject"
    return "accused" if verb in _ACCUSED else "passive_subject"


def _without_quantity(words: list[str]) -> list[str]:
    """Words before a phrase without what only says how many it is of: "at least two", "a group of"."""
    while words:
        if tuple(words[-2:]) in _HEDGES or (words[-1] == "of" and words[-2:-1] and words[-2] in _COLLECTIVES):
            del words[-2:]
        elif words[-1] in _QUANTITY or words[-1][0].isdigit():
            del words[-1]
        else:
            break
    return words


def _words(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(text)]


def _is_past(word: str) -> bool:
    return word in _PASTS or (len(word) > _SHORT_VERB and word.endswith("ed"))
