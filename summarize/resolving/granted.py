"""What a clause takes for granted, whatever it says of its own verb: "vowed to avenge the attack" has an attack.

Presupposition in the sense of Karttunen (1974): what is reacted to, looked into, ended or only described has happened,
whether or not the reaction comes about.
"""

from __future__ import annotations

import re
from itertools import islice

from summarize.lexicon.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, TAKING_UP, TIME_OPENERS
from summarize.lexicon.reporting import REPORTING_VERBS
from summarize.lexicon.verbs import (
    AFTER_EFFECTS,
    BARE_PARTICIPLES,
    HAPPENING,
    LOOKING_BACK,
    REACTIONS,
    REMAINING,
    may_be_past,
)
from summarize.lexicon.words import ARTICLES, ATTACK_NOUNS, VIOLENT_NOUNS
from summarize.resolving.denials import is_onto_a_deed

_WORDS = r"(?:[\w’'-]+\s+)"
_WORD = re.compile(r"[\w’'-]+")
_DEFINITE_DETERMINER = r"(?:the|this|that|these|those|its|their|his|her|our|[\w-]+['’]s)"
_DEFINITE = re.compile(rf"\b{_DEFINITE_DETERMINER}\s+{_WORDS}{{0,2}}[\w’'-]+$")
_DEFINITE_PHRASE = re.compile(rf"(?P<before>[\w’'-]+)\s+{_DEFINITE_DETERMINER}\s+(?P<nouns>{_WORDS}{{1,4}})$")
_REACTION = re.compile(rf"\b(?:{'|'.join(REACTIONS)})\s+{_DEFINITE_DETERMINER}\s+{_WORDS}{{0,3}}$")
_SUPPOSED = r"(?:alleged|any|possible|potential|purported|suspected)"
_LOOKING_BACK = re.compile(
    rf"\b(?:(?:{'|'.join(LOOKING_BACK)})\s+(?:one|two|several|\d+)"
    r"|(?:apolog|compensation|enquir|inquir|investigat|look\s+into|prob)\w*(?:\s+(?:for|into))?\s+an?)"
    rf"\s+(?!{_SUPPOSED}\b){_WORDS}{{0,3}}$"
)
"""The same of what is not told before; to condemn "an attack" can also be to condemn any."""
_HIT = r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bget )(?<!\bgetting )\b(?:hurt|injured|killed|slain|wounded)"
_BACKDROP = re.compile(
    rf"(?:\b(?:behind|following|over)|{_HIT}\s+(?:by|during|in)"
    r"|\b(?:aftermath|anniversary|perpetrators|scene|site|survivors|victims|wake)\s+of"
    r"|\b(?:connection|links?|relation|ties?)\s+(?:to|with))"
    rf"\s+(?!{_SUPPOSED}\b)(?:(?:(?P<one>an?)|{_DEFINITE_DETERMINER})\s+)?(?!{_SUPPOSED}\b){_WORDS}{{0,2}}$"
)
"""What has happened where something else is done because of it: "will try them over a raid", "calm over the raid"."""
_ENDING = re.compile(
    rf"\b(?:(?:end|halt|stop)\s+to|cessation\s+of|ceas(?:e|ing)|end(?:ing)?|halt(?:ing)?|lift(?:ing)?|stop(?:ping)?)"
    rf"\s+(?!an?\b|any\b)(?:(?:all|further|{_DEFINITE_DETERMINER})\s+)?(?:(?!with\b|by\b|in\b|through\b){_WORDS}){{0,2}}$"
)
"""What is to end goes on: "called for an end to the raids"; to stop "an attack" is to prevent one."""
_KEPT = re.compile(
    r"\b(?:carr(?:ied|ying)\s+out|fulfil\w*|honou?r\w*|kept|ma(?:de|king)\s+good(?:\s+on)?)\s+(?:an?|her|his|its|their)\s+$"
)
_WORD_GIVEN = re.compile(r"(?:pledg|promis|threat|vow)\w*")
"""What makes a promise more than one: "kept their promise to"."""
_CLAIM = re.compile(
    rf"\b(?:(?:accept|admit|claim|t[ao]k)\w*\s+(?:any\s+)?responsibility\s+for|(?:admit|claim)\w*)"
    rf"\s+(?:an?|{_DEFINITE_DETERMINER})\s+{_WORDS}{{0,3}}$"
)
"""Whose deed it was is what may not be so, not the deed: "nobody has claimed the attack on the port"."""
_WHETHER = re.compile(rf"\bwhether\s+{_DEFINITE_DETERMINER}\s+{_WORDS}{{0,2}}$")
_ASKED_OF = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}?(?:was|were)\s+"
    r"(?!(?:begun|genuine|going|happening|held|imminent|launched|real|staged|true|under)\b|carried\s+out\b(?!\s+by\b))"
)
"""What is asked of an act that was: "whether the attack was planned abroad", not whether it "was real"."""
_WHOM = re.compile(rf"\b(?:for|of)\s+(?!(?:being|getting)\b){_WORDS}{{1,3}}$")
_BY_WHAT = frozenset(("at", "by", "during", "in"))
_ATTEMPT = re.compile(rf"\b(?:in|during|despite)\s+(?:an?|{_DEFINITE_DETERMINER})\s+{_WORDS}{{0,3}}$")
"""What was tried stands behind what it failed to do: "failed to take it in an offensive"."""
_ENDS = re.compile(r"\s*(?:be\s+)?(?:eased|end(?:ed)?|expire|lifted|relaxed|scrapped)\b")
_NOT_DONE = re.compile(r"(?:did|does|do|has|have|had)\b")
_IS_NOT = re.compile(r"(?:is|are|was|were)\b")
_NEXT_VERB = re.compile(r"\s*(?:(?:not|never|also|even|yet|immediately)\s+)?([\w’'-]+)")
_CLOSING = (PREPOSITIONS | TIME_OPENERS) - ARTICLES
"""What stands behind a noun or a participle, and behind no verb that has an object."""
_NO_NOUNS = AUXILIARIES | PREPOSITIONS
_COMING_ABOUT = HAPPENING | {"be", "been"}
_LONGEST_TAIL = 6
"""Words that can stand between an event and its verb: "the attack on the market in Darin will"."""


def is_granted(name: str, cue: re.Match[str], start: int, end: int) -> bool:
    """Whether a clause holds what it tells for a fact.

    Args:
        name: The rule of modality whose cue it is; see `summarize.resolving.modality.RULES`.
        cue: The cue, found in the clause in small letters.
        start: Where the clause has the words in question.
        end: One past them.
    """
    if start < cue.end():
        return name != "progress" and cue.start() >= end and _outlives(name, cue, start, end)
    between, behind = cue.string[cue.end() : start], cue.string[start:]
    reacting = cue.string[cue.start() : start] if name == "progress" else between
    supposing = name in ("condition", "possibility")
    return (
        (_WORD_GIVEN.search(cue.group()) is not None and _KEPT.search(cue.string, 0, cue.start()) is not None)
        or (name == "denial" and cue.group().startswith("fail") and _ATTEMPT.search(between) is not None)
        or _is_owned(cue, start, end)
        or _is_backdrop(cue.string, start, end, supposing=supposing)
        or _REACTION.search(reacting) is not None
        or (not supposing and _LOOKING_BACK.search(reacting) is not None)
        or _is_mourned(between, behind)
        or _picks_out(between, behind)
    )


def _is_owned(cue: re.Match[str], start: int, end: int) -> bool:
    """Whether only whose deed it was is in question: "denied being behind the raid", "nobody claimed the raid"."""
    between = cue.string[cue.end() : start]
    if is_onto_a_deed(between):
        return not may_be_past(cue.string[start:end]) and _is_closed(cue.string, end)
    disowned = cue.group().startswith(("den", "dismiss", "refut", "reject"))
    return not disowned and _CLAIM.search(between) is not None and _is_noun(cue.string, start, end)


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether the trigger is a noun of violence that no verb follows."""
    return _last_word(text, start, end) in ATTACK_NOUNS and _is_closed(text, end)


def _is_backdrop(text: str, start: int, end: int, *, supposing: bool) -> bool:
    """Whether the trigger is a noun for violence that the rest of the clause comes after, or wants an end of.

    What is only supposed need come after none in particular: "would strike back following an attack".
    """
    if _last_word(text, start, end) not in VIOLENT_NOUNS:
        return False
    if _WHETHER.search(text, 0, start):
        return _ASKED_OF.match(text, end) is not None
    behind = _BACKDROP.search(text, 0, start)
    if behind is not None and supposing and behind["one"]:
        return False
    return (behind or _ENDING.search(text, 0, start)) is not None and _is_closed(text, end)


def _last_word(text: str, start: int, end: int) -> str:
    return text[start:end].rpartition(" ")[2]


def _is_closed(text: str, end: int) -> bool:
    """Whether no verb can follow: "the attack on", not "the attack was"."""
    follows = _NEXT_VERB.match(text, end)
    return follows is None or follows[1] in _CLOSING


def _picks_out(between: str, behind: str) -> bool:
    """Whether the trigger is a participle behind its noun: "called for the release of the girls abducted on Friday".

    Directly behind the cue, or behind a word of saying, the same words can be a clause: "denied the police fired on".
    """
    verb, follows = _first_two(behind)
    bare = verb in BARE_PARTICIPLES and follows != "by"
    phrase = _DEFINITE_PHRASE.search(between)
    if not may_be_past(verb) or bare or phrase is None or (follows and follows not in _CLOSING):
        return False
    spoken = phrase["before"] in REPORTING_VERBS or phrase["before"].removesuffix("s") in TAKING_UP
    nouns = phrase["nouns"].split()
    return not spoken and not any(word in _NO_NOUNS or word.endswith("ly") for word in nouns)


def _is_mourned(between: str, behind: str) -> bool:
    """Whether the trigger is a participle of whom something is done for: "the funeral of soldiers killed in Bor"."""
    verb, follows = _first_two(behind)
    return may_be_past(verb) and follows in _BY_WHAT and _WHOM.search(between) is not None


def _first_two(behind: str) -> tuple[str, str]:
    """The trigger's first word and the next one; empty where there is none."""
    first, second, *_ = *(word[0] for word in islice(_WORD.finditer(behind), 2)), "", ""
    return first, second


def _outlives(name: str, cue: re.Match[str], start: int, end: int) -> bool:
    """Whether the trigger is the subject of what it did not do, or of what only comes after it.

    "The raid did not stop traffic", "the truce was not a dream", "the attack will not change our policy", "the curfew
    will remain in force" and "will be lifted"; but not "the attack will not take place".
    """
    text = cue.string
    told = text[end : cue.start()].split()
    verb = _NEXT_VERB.match(text, cue.end())
    definite = _DEFINITE.search(text, 0, end)
    if verb is None or not definite or not AUXILIARIES.isdisjoint(told) or len(told) > _LONGEST_TAIL:
        return False
    if verb[1] in REMAINING:
        return name != "denial"
    if _IS_NOT.match(cue.group()):
        return verb[1] in DETERMINERS
    if _ENDS.match(text, cue.end()):
        return name != "denial"
    violent = _last_word(text, start, end) in ATTACK_NOUNS
    done = _NOT_DONE.match(cue.group()) is not None and verb[1] not in _COMING_ABOUT
    return violent and (done or verb[1] in AFTER_EFFECTS)
