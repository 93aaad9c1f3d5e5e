"""What the text says of an event's standing: actual, ongoing, planned, hypothetical or denied.

The rules read the clause around the words given. A cue may stand in the clause ("would push") or govern it
from the left ("focused on taking", "denied that"). They are asked in the order of `RULES`; without a cue the
clause is actual. What a clause takes for granted is outside its cues: "vowed to avenge the attack" has an attack
(Karttunen 1974, presupposition). In the terms of FactBank (Saurí and Pustejovsky 2009), counterfacts (CT-) are denied
and what is probable or possible (PR, PS) is hypothetical; what is still to come is set apart as planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from summarize.lexicon.abbreviations import ABBREVIATIONS
from summarize.lexicon.casing import folded
from summarize.lexicon.grammar import (
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR_PASTS,
    PARTICIPIAL_ADJECTIVES,
    PRONOUNS,
)
from summarize.lexicon.reporting import REPORTING_VERBS, Form
from summarize.record import Modality
from summarize.resolving.granted import is_granted

_BE = r"(?:is|are|was|were|am|be|been|'s|’s|'re|’re)"
_BETWEEN = r"(?:\s+(?:\w+ly|also|now|still|soon|even|then|again|already|just|long|only|reportedly))*"
_NOT = r"(?:\s+not|n['’]t)"
_UNCHECKED = r"be\s+(?:\w+ly\s+)?(?:verif|confirm|corroborat|authenticat|reach)\w*\b"
_TELL = r"(?:\w+ly\s+)?(?:announce|confirm|disclose|report|reveal|say|verify)\b"
_SUBJECT = r"(?:it|they|he|she|(?:the|its|his|their)\s+\w+)"


def _rule(pattern: str) -> re.Pattern[str]:
    """A cue in small letters; to look for it in any letters would take twice the time."""
    return re.compile(pattern, re.VERBOSE)


_CONDITION = _rule(
    r"""\b(?:if|unless|perhaps|possibly|potentially|maybe|rumou?r(?:s|ed)?)\b
      | \bmay\b(?:\s+not)? | \bmight\b
      | \b(?:could|would|should)(?:\s+not|n['’]t)?\s+have\b"""
)
_DENIAL = _rule(
    rf"""\b(?:did|does|do|has|have|had|is|are|was|were|will|would|could|can)(?:{_NOT})\s+
          (?!only\b|rule[sd]?\s+out\b|clear\b|yet\s+clear\b|known\b|confirm|immediately\b|possible\b|say\b|{_UNCHECKED})
      | \b(?:never|neither|cannot|can['’]t|won['’]t)\b
      | \b(?:denie[sd]|deny|denying|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refute[sd]?|refuting)\b
      | \b(?:no\s+one|nobody|none)\b | \bno\s+(?:\w+\s+){{1,3}}?(?:was|were|has|have|had|is|are)\b
      | \b(?:failed|fails|refused|refuses|unable|unwilling)\s+to\b
      | \b(?:avert|foil|prevent|thwart)(?:ed|s)?\s+(?:an?|another|any|two|several)\b
      | \b(?:prevent|stopp|block|kept|barr)(?:ed|s)?\s+(?:\w+\s+){{1,4}}?from\s+\w+ing\b
      | \b(?:was|were|is|are)\s+(?:false|untrue|baseless|fabricated)\b"""
)
_PLAN = _rule(
    rf"""['’]ll\b
      | \b(?:(?:will|shall)\b
        | {_BE}{_BETWEEN}\s+
            (?:set|due|scheduled|expected|poised|about|ready|preparing|planning|going)\s+(?:to|for)\b
        | (?:plan|intend|aim|vow|prepar|pledg|promis|agre|decid|offer|threaten|expect|hop)
            (?:s|es|e|ed|d|ned|ning|ing)?\s+to\b
        | (?:order(?:s|ed)?|instruct(?:s|ed)?)\s+(?:\w+\s+){{1,4}}?to\b
        | (?:plans?|preparations|a\s+promise|a\s+pledge)\s+(?:for|to)\b
        | (?:announc\w+|said|says|adding|added|told\s+\w+|pledg\w+|vow\w+|promis\w+)
            \s+(?:that\s+)?(?:{_SUBJECT}\s+would\b|(?:[\w’'-]+\s+){{1,5}}?would\s+be\s+\w+(?:ed|en|ought|eld|ut)\b))"""
)
_POSSIBILITY = _rule(
    rf"""\b(?:would|should)\b | \bcan\b(?!\s+(?:\w+\s+)?{_TELL})
      | \bcould\b(?!{_NOT}?\s+(?:be\s+(?:seen|heard)|{_UNCHECKED})|{_NOT}\s+{_TELL})
      | \bwhether\b
      | \b(?:fear(?:s|ed|ing)?|risk(?:s|ed|ing)?|danger|threat(?:ened|ening|ens|s?\s+(?:of|to))
          |warn(?:s|ed|ing)?(?:\s+of|\s+that)|likely|possible|possibility|potential)\b"""
)
_APPEAL = _rule(
    r"\b(?:(?:call|appeal)(?:s|ed|ing)?\s+(?:for|on|to)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?)\b",
)
_PROGRESS = _rule(
    rf"""(?:\b(?:is|are|was|were|am|be|been|(?:he|it|she|that|there|who)['’]s)|['’]re){_BETWEEN}\s+
          (?!during\b|nothing\b|something\b|anything\b|everything\b|willing\b|evening\b|morning\b
          |going\s+to\b|including\b)\w{{2,}}ing\b
      | \b(?:has|have|had|'ve|’ve){_BETWEEN}\s+been{_BETWEEN}\s+\w{{2,}}ing\b
      | \bfocus(?:ed|es|ing)?\s+on\s+(?:\w+ly\s+)?\w+ing\b
      | \b(?:continu(?:e|es|ed|ing)|keeps?\s+\w+ing|kept\s+\w+ing|ongoing|under\s*way|in\s+progress)\b
      | \b(?:trying|tries|tried|seeking|seeks|sought|attempting|attempts|attempted)\s+to\b"""
)
RULES: Final = (
    ("condition", _CONDITION, Modality.HYPOTHETICAL),
    ("denial", _DENIAL, Modality.DENIED),
    ("plan", _PLAN, Modality.PLANNED),
    ("possibility", _POSSIBILITY, Modality.HYPOTHETICAL),
    ("appeal", _APPEAL, Modality.HYPOTHETICAL),
    ("progress", _PROGRESS, Modality.ONGOING),
)
"""Name, cue and modality, in the order in which they are asked of a clause in small letters."""

_STEMS: Final = MappingProxyType(
    {
        "condition": "if unless perhaps possibly potentially maybe rumo may might have",
        "denial": """
            no n't n’t can't can’t won't won’t never neither den reject dismiss refut fail refus unable unwilling from
            avert foil prevent thwart false untrue baseless fabricated
        """,
        "plan": """
            will shall 'll ’ll set due scheduled expected poised about ready prepar plan going intend aim vow pledg
            promis agre decid threaten offer expect hop order instruct would
        """,
        "possibility": """
            would should can could whether fear risk danger threat warn likely possib potential
        """,
        "appeal": "call appeal urg demand",
        "progress": "ing continu under progress tries tried seeks sought attempt",
    }
)
_STEMS_OF: Final = MappingProxyType({name: tuple(stems.split()) for name, stems in _STEMS.items()})
"""Letters of which a clause has some wherever a cue of the rule stands: looking for them costs a hundredth of it."""
_NO_MODAL = re.compile(r"\b(?!may)[Mm][Aa][Yy]\b")
"""The month, and whatever else is no "may" because it has a capital."""

_BREAK = re.compile(
    r"[,;:—–]\s|[.!?…][\"”’]*\s+(?=[\"“‘]?(?-i:[A-Z]))|\b(?:but|while|although|though|whereas|after|before|when|because|since|as|and|that|which|who)\s",
    re.IGNORECASE,
)
"""Where a clause ends; a full stop within a sentence is one inside a quotation, or that of an abbreviation."""
_LAST_WORD = re.compile(r"\w+$")
_LONGEST_ABBREVIATION = 8
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:also\s+)?$")
_GOVERNING_VERB = re.compile(r"[\w’']+\s+(?:[\w’']+\s+){0,2}$")
_INSERTION = re.compile(rf",\s[^,;:—–]{{1,120}},\s+(?=(?:{'|'.join(sorted(AUXILIARIES))})\b)")
"""Words between commas behind which the verb of the subject before them follows: ", carrying 25 trucks, could"."""
_REACH = 240
"""Characters on either side in which the clause's ends are looked for."""


def find_modality(sentence: str, *, start: int = 0, end: int | None = None) -> Modality:
    """Modality of the clause around `sentence[start:end]`.

    Given a trigger ("push"), the clause around it is read; given a whole clause or sentence, any cue in it
    counts.

    Args:
        sentence: The whole sentence.
        start: First character of the words in question.
        end: One past the last; None for the end of the sentence.

    Returns:
        The modality of the first rule whose cue the clause carries, else `actual`.
    """
    stop = len(sentence) if end is None else max(min(end, len(sentence)), 0)
    begin = max(min(start, stop), 0)
    left = _left(sentence, begin)
    small = _small(_clause(sentence, left, stop))
    ahead = len(_small(sentence[left:begin]))
    words = _small(sentence[begin:stop])
    trigger = (ahead, ahead + len(words)) if len(words) < len(small) else None
    asked = (rule for rule in RULES if any(map(small.__contains__, _STEMS_OF[rule[0]])))
    for name, cue, modality in asked:
        if any(_governs(name, found, trigger) for found in cue.finditer(small)):
            return modality
    return Modality.ACTUAL


def _governs(name: str, cue: re.Match[str], trigger: tuple[int, int] | None) -> bool:
    """Whether a cue says something of the trigger: it neither is the trigger nor an appeal that comes of it.

    Who "demanded a truce" did demand it, and who "marched to demand" one has marched; but "were shelling" does tell
    of the shelling that it is going on, "no clashes were" of the clashes, and "a truce was demanded" of the truce.
    """
    if trigger is None:
        return True
    if _is_told_by(name, cue, *trigger) or is_granted(name, cue, *trigger):
        return False
    if name == "progress":
        return True
    itself = cue.start() == trigger[0] and trigger[1] <= cue.end()
    asked_for = name != "appeal" or cue.start() < trigger[0] or _PASSIVE.search(cue.string, trigger[1], cue.start())
    return not itself and bool(asked_for)


def _is_told_by(name: str, cue: re.Match[str], start: int, end: int) -> bool:
    """Whether the trigger is the verb of saying in whose content the cue stands: "warned they would strike".

    A threat under a condition has been made: "threatened to strike if".
    """
    said = cue.string[start:end]
    verb = REPORTING_VERBS.get(said.partition(" ")[0])
    told = (verb is not None and verb.form is Form.PAST) or (name == "condition" and said.startswith("threat"))
    return cue.start() >= end and told


def _small(text: str) -> str:
    """The text in small letters, the month of May hidden."""
    small = folded(text)
    return folded(_NO_MODAL.sub("___", text)) if "may" in small else small


def _left(sentence: str, start: int) -> int:
    """Where the clause begins; a verb that governs a that-clause is taken in."""
    floor = max(start - _REACH, 0)
    for found in reversed(list(_breaks(sentence, floor, start))):
        word = found.group().strip().lower()
        if word == "that":
            governor = _GOVERNING_VERB.search(sentence, max(floor, found.start() - 40), found.start())
            return governor.start() if governor else found.start()
        if word != "and" or not _shares_auxiliary(sentence[found.end() : found.end() + 40]):
            return found.end()
    return floor


def _clause(sentence: str, left: int, stop: int) -> str:
    """The clause from `left` on; what is inserted between a subject and its verb does not end it, and is left out."""
    end = _right(sentence, stop)
    inserted = _INSERTION.match(sentence, end)
    if inserted is None or not _is_subject(sentence[left:end]):
        return sentence[left:end]
    return f"{sentence[left:end]} {sentence[inserted.end() : _right(sentence, inserted.end())]}"


def _is_subject(text: str) -> bool:
    """Whether the words can be a subject alone: there is no verb among them."""
    words = folded(text).split()
    past = (word for word in words if word.endswith("ed") and word not in PARTICIPIAL_ADJECTIVES and "-" not in word)
    return not any(past) and AUXILIARIES.isdisjoint(words) and IRREGULAR_PASTS.isdisjoint(words)


def _right(sentence: str, end: int) -> int:
    limit = min(end + _REACH, len(sentence))
    return next((found.start() for found in _breaks(sentence, end, limit)), limit)


def _breaks(sentence: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where clauses end between two offsets; the full stop of an initial or an abbreviation ends none."""
    for found in _BREAK.finditer(sentence, start, end):
        if not (found.group().startswith(".") and _is_abbreviated(sentence, found.start())):
            yield found


def _is_abbreviated(sentence: str, stop: int) -> bool:
    word = _LAST_WORD.search(sentence, max(stop - _LONGEST_ABBREVIATION, 0), stop)
    return word is not None and (len(word.group()) == 1 or word.group().casefold() in ABBREVIATIONS)


def _shares_auxiliary(conjunct: str) -> bool:
    """Whether the words behind "and" start with a bare verb, as in "will attack and seize"."""
    words = conjunct.split()
    if not words:
        return False
    word = words[0].lower()
    closed = word in AUXILIARIES or word in DETERMINERS or word in PRONOUNS or word in IRREGULAR_PASTS
    return word.isalpha() and words[0].islower() and not closed and not word.endswith(("ed", "ing", "s", "ly"))
