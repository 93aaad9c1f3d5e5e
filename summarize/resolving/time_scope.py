"""Which times of a sentence cannot date what some of its words announce: those of another clause or another act.

News hangs clauses on nouns, and a time in one of them is nearer than that of the main clause: "retook the town that
rebels had seized in May", "the mayor, elected in 2015,", "jailed for the murder of a nurse in 2014". Without a parser a
clause is what stands between the word that opens it and the mark or second verb that shuts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from summarize.lexicon.grammar import ADVERBS, AUXILIARIES, SETTINGS, word_set
from summarize.lexicon.nouns import ARMED, OFFICIALS, ORGANISATIONS, PEOPLE
from summarize.lexicon.words import ACT_NOUNS
from summarize.resolving.tense import WINDOW, is_past_form, tense_of

Range = tuple[int, int]

_WHO = ARMED | ORGANISATIONS | OFFICIALS | PEOPLE


class Apart(IntEnum):
    """How surely a time is that of something else.

    Attributes:
        NO: It can date the event.
        PERHAPS: Only a day of the news can: "police held a man after he shot at them on Friday" is told for that
            Friday, "after he shot at them in 2014" is not told for 2014.
        SURELY: It cannot.
    """

    NO = 0
    PERHAPS = 1
    SURELY = 2


class _Clause(NamedTuple):
    """What stands inside the main clause and has a time of its own.

    Attributes:
        start: Where it opens.
        inside: Where its words begin.
        set_off: Whether a mark opens it, and so shuts it again.
        apart: How surely its time is its own.
        of_noun: Whether it tells of the noun in front of it, as a relative clause or a participle does.
    """

    start: int
    inside: int
    set_off: bool
    apart: Apart
    of_noun: bool = False


_MARK = re.compile(r",(?!\s*\d)|[;:()—–]|\s--?\s")
"""What shuts a clause; a comma inside a date does not."""
_JOINT = re.compile(r"\b(?:and|or|but|that|who|which|when|while|as|after|before|because|since|until|where)\b|,|;")
"""What a second verb stands behind that is no verb of the clause around."""
_RELATIVE = re.compile(
    r"(?=[,(—–]|\s-|\b[a-z])"
    r"(?P<mark>[,(—–]\s*|\s--?\s)?(?:(?<!\w)(?:in|of|by|from|to|on|at|for|with|during|under)\s+)?"
    r"\b(?:who|whom|whose|which|where"
    r"|(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bby )(?<!\bof )(?<!\bafter )(?<!\bbefore )(?<!\bfrom )(?<!\bfor )"
    r"(?<!\bduring )(?<!\bsince )(?<!\bto )(?<!\buntil )that"
    r"(?!\s+(?:day|night|morning|evening|afternoon|week|month|year|time)\b))\b",
    re.IGNORECASE,
)
"""A relative clause, or what is said, demanded or feared; behind a preposition "that" points at something.

What it can begin with is asked first, so that the search passes quickly over the inside of words.
"""
_SUBORDINATE = re.compile(
    r"\b(?P<count>(?:days?|weeks?|months?|years?)\s+)?"
    r"\b(?:after|before|since|until|because|although|though)\s+",
    re.IGNORECASE,
)
_RELATIVES = ("who", "which", "where", "that")
_SUBORDINATORS = ("after", "before", "since", "until", "because", "though")
_GERUND = re.compile(r"\s*(?:being|having|[a-z]{3,}ing)\b")
_ABOUT = re.compile(
    r"\b(?:over|for|about|after|before|since|following|ahead of|because of|in connection with|in response to"
    r"|(?:anniversary|memory|aftermath|wake) of|(?:accused|convicted|suspected) of|charged with)\s+(?=\S)",
    re.IGNORECASE,
)
"""What opens a phrase on another act: "jailed for the murder", "the anniversary of a bombing"."""
_DETERMINED = re.compile(
    r"(?:(?:the|an?|this|that|those|these|his|her|its|their|last)|\d+|\w+['’]s?)\s+", re.IGNORECASE
)
_MODIFYING = re.compile(r"\s+(?:that|which|who|in which)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LED = re.compile(
    r"(?P<before>.*?)\b(?P<verb>[^\W\d_]+)\s+(?:(?:up|out|off|down|back|only|early|late|first|again)\s+)?"
    r"(?:(?:in|on|at|for|by|since|during|around|from)\s+)?(?:the\s+)?\Z",
    re.DOTALL,
)
"""The word that leads up to a time: "a strike (planned) for", "a nurse (kidnapped) in"."""
_PARTICIPLE = re.compile(
    r",\s+(?:(?:\w+ly|also|then|now|still|once|first)\s+)?(?P<verb>[a-z]+)\s+"
    r"(?:(?:by|in|on|at|from|to|with|about|over|for|as|since|during|under|after|of|into|between)\b|(?=\d))"
)
"""A participle set off by a comma; a past form with an object, as in ", killed 12 people", is a verb of the clause."""
_FINITE_ONLY = word_set(
    """
    arose ate awoke became began bit blew bore broke came chose clung crept did died drank drew drove fell flew forbade
    forgot froze gave got grew hid knew lay ran rang rode rose sang sank saw shook shrank slept spoke sprang stole
    swam swore swept took tore threw was went were withdrew woke wore wrote arrived erupted exploded happened lasted
    occurred continued remained appeared lived fled left
    """
)
"""Past forms that are no participle behind a noun."""
_BEFORE_A_VERB = AUXILIARIES | ADVERBS
_RESULTS = frozenset(["left", "leave", "leaves", "leaving", "found", "reported", "seen", "saw", "got", "with"])
"""What a participle behind a noun completes: "left 12 people stranded on Friday"."""
_ACCOMPANYING = frozenset(["accompanied", "aided", "assisted", "backed", "followed", "helped", "supported"])
_FRAMES = ACT_NOUNS | SETTINGS | {"recording", "article", "footage"}
"""What the main clause happens or is said in."""
_FRAME = re.compile(
    r"\b(?:in|by|with|during|through|according to)\s+(?:(?:the|an?|its|their|his|her|two|three|several)\s+)?"
    r"(?:(?!(?:for|of|over|about|on|that)\b)[\w-]+\s+){0,2}([\w-]+)\s*\Z",
    re.IGNORECASE,
)
_PHRASE = 80
"""Characters of a phrase that frames a clause."""
_GROUP = 2
"""Words from one verb to the next of the same group: "was later arrested"."""
_PERFECT = re.compile(r"(?:\b(?:has|have)|['’]ve)\s+(?:\w+\s+){0,2}\Z")
_CONJUNCT = re.compile(r"\b(?:and|but|while)\b")
_NEW_SUBJECT = re.compile(r",\s*(?:and|but|while)\b")
"""Without a comma a second participle can share the auxiliary: "have been killed and 12 wounded"."""
_HAVE = re.compile(r"\b(?:has|have)\b|['’]ve\b")
_TO_COME = re.compile(
    r"\b(?:and|but|while)\s+(?:\w+\s+){0,4}?(?:will|would|plans?\s+to|intends?\s+to|is\s+to|are\s+to)\b"
)
_COMPARED = re.compile(
    r"\b(?:first|worst|deadliest|bloodiest|biggest|largest|heaviest|fiercest|most\s+(?:deadly|serious|severe|violent))\b"
    r"[^,;]*\Z",
    re.IGNORECASE,
)
"""What is held against all that was since: "the deadliest raid since the war began in (2011)"."""
_SINCE = re.compile(r"\bsince\s+(?!then\b)", re.IGNORECASE)


def apart(sentence: str, anchor: Range, time: Range) -> Apart:
    """How surely a time of the sentence is not that of what the words at `anchor` announce.

    >>> text = "The army retook the town that rebels had seized in May."
    >>> apart(text, (9, 15), (51, 54)), apart(text, (41, 47), (51, 54))
    (<Apart.SURELY: 2>, <Apart.NO: 0>)
    """
    if anchor[0] <= time[0] < anchor[1]:
        return Apart.NO
    clauses = [*_clauses(sentence, time), *_phrases(sentence, time), *_participles(sentence, time)]
    found = [one.apart for one in clauses if _holds(sentence, one, time) and _is_out(sentence, one, anchor, time)]
    if _in_other_conjunct(sentence, anchor, time):
        found.append(Apart.SURELY)
    return max(found, default=Apart.NO)


def names_who(sentence: str, anchor: Range) -> bool:
    """Whether the words at `anchor` announce an event by who does it: "Gunmen", "Protesters"."""
    words = _WORD.findall(sentence[slice(*anchor)].casefold())
    return bool(words) and words[-1] in _WHO


def in_relative_clause(text: str) -> bool:
    """Whether the words up to a time end inside a relative clause: "41 people, who had fled in"."""
    return any(not _is_shut(text, one.end(), len(text)) for one in _RELATIVE.finditer(text))


def conjuncts_between(sentence: str, anchor: Range, time: Range) -> int:
    """How many other verbs in a row stand between: none between "left" and June in "came in May and left in June"."""
    first, last = min(anchor[1], time[1]), max(anchor[0], time[0])
    behind = max(anchor[1], time[0])
    return sum(
        _has_verb(sentence[one.end() : behind]) for one in _CONJUNCT.finditer(sentence, max(first, last - WINDOW), last)
    )


def since(sentence: str, anchor: Range, time: Range) -> int | None:
    """Where the "since" stands from whose time on the words at `anchor` tell; None without one.

    "The deadliest raid since the war began in 2011" is held against what was since, and is not told from then on.

    >>> since("They have taken 30 villages since the campaign began in May.", (10, 15), (55, 58))
    28
    """
    opened = list(_SINCE.finditer(sentence, _floor(time), time[0]))[-1:]
    if not opened or opened[0].end() == time[0] or _MARK.search(sentence, opened[0].end(), time[0]):
        return None
    start = opened[0].start()
    if start <= anchor[0] < time[1] or _COMPARED.search(sentence, _floor(time), start):
        return None
    if anchor[0] < start:
        return None if _CONJUNCT.search(sentence, anchor[1], start) else start
    return start if _MARK.search(sentence, time[1], anchor[0]) else None


def _clauses(sentence: str, time: Range) -> Iterator[_Clause]:
    """Relative and subordinate clauses that open in front of a time."""
    ahead = sentence[_floor(time) : time[0]].lower()
    # Most sentences have none, and looking for letters costs a tenth of looking for clauses.
    relative = any(word in ahead for word in _RELATIVES)
    for found in _RELATIVE.finditer(sentence, _floor(time), time[0]) if relative else ():
        set_off = found["mark"] is not None
        sure = set_off or _leads_straight(sentence, found.end(), time) or " had " in sentence[found.end() : time[0]]
        framing = _is_frame(sentence[: found.start()])
        if not framing and (set_off or not _is_of_the_present(sentence[found.end() : time[0]])):
            yield _Clause(found.start(), found.end(), set_off, Apart.SURELY if sure else Apart.PERHAPS, of_noun=True)
    subordinate = any(word in ahead for word in _SUBORDINATORS)
    for found in _SUBORDINATE.finditer(sentence, _floor(time), time[0]) if subordinate else ():
        words = sentence[found.end() : time[0]]
        if _has_verb(words) or _GERUND.match(words):
            sure = found["count"] is not None or " had " in words
            set_off = sentence[: found.start()].rstrip(" ")[-1:] in ("", ",")
            yield _Clause(found.start(), found.end(), set_off, Apart.SURELY if sure else Apart.PERHAPS)


def _phrases(sentence: str, time: Range) -> Iterator[_Clause]:
    """Noun phrases on another act that a time can stand in: "over a bombing on (3 January)"."""
    for found in _ABOUT.finditer(sentence, _floor(time), time[0]):
        words = sentence[found.end() : time[0]]
        acts = [word for word in _WORD.findall(words.casefold()) if word in ACT_NOUNS]
        told = acts and (_DETERMINED.match(words) or acts[0].endswith("s"))
        if told and not _has_verb(words) and not _MARK.search(words):
            enclosed = _MODIFYING.match(sentence, time[1]) is not None
            set_off = sentence[: found.start()].rstrip(" ")[-1:] in ("", ",")
            yield _Clause(found.start(), found.end(), set_off, Apart.SURELY if enclosed else Apart.PERHAPS)


def _participles(sentence: str, time: Range) -> Iterator[_Clause]:
    """Participles behind a noun that a time can go with: "a nurse kidnapped in (2015)", "the mayor, elected in"."""
    for found in _PARTICIPLE.finditer(sentence, _floor(time), time[0]):
        verb = found["verb"]
        if _can_be_participle(verb) and verb not in _ACCOMPANYING:
            straight = _leads_straight(sentence, found.start("verb"), time)
            sure = Apart.SURELY if straight else Apart.PERHAPS
            yield _Clause(found.start(), found.start("verb"), set_off=True, apart=sure, of_noun=True)
    led = _LED.match(sentence, _floor(time), time[0])
    if led is None or not (_can_be_participle(led["verb"]) or led["verb"] == "due"):
        return
    local = led["before"][max((one.end() for one in _JOINT.finditer(led["before"])), default=0) :]
    words = _WORD.findall(local.casefold())
    last = words[-1] if words else ""
    led_by_verb = last in _BEFORE_A_VERB or last.endswith("ly") or is_past_form(last)
    if not words or led_by_verb or not _RESULTS.isdisjoint(words):
        return
    # Behind a noun alone the form can be the verb of the clause: "when the army (retreated) on Friday".
    start = led.start("verb") if _has_verb(local) else 0
    if not _is_frame(led["before"]):
        yield _Clause(start, led.end("verb"), set_off=False, apart=Apart.SURELY, of_noun=True)


def _holds(sentence: str, clause: _Clause, time: Range) -> bool:
    """Whether a clause that opens in front of a time is still open there."""
    return not _is_shut(sentence, clause.inside, time[0])


def _is_shut(sentence: str, start: int, end: int) -> bool:
    """Whether a mark between two offsets shuts a clause; not one around an insertion in it, as in "who, on Friday,"."""
    for mark in _MARK.finditer(sentence, start, end):
        told = sentence[start : mark.start()].strip()
        if mark.group() not in ",()" or (told and not told.startswith(",")) or _has_verb(told):
            return True
    return False


def _is_out(sentence: str, clause: _Clause, anchor: Range, time: Range) -> bool:
    """Whether the words at `anchor` stand outside of a clause and the clause tells nothing more of them."""
    if anchor[0] < clause.start:
        return not (clause.of_noun and _is_noun_of(sentence, anchor, clause.start))
    if anchor[0] < time[1] or (clause.of_noun and _is_act(sentence[: clause.start])):
        return False
    if clause.set_off:
        mark = _MARK.search(sentence, time[1])
        return mark is not None and mark.start() < anchor[0]
    opening = sentence[clause.start : time[0]]
    one_verb = _has_verb(opening) and not any(_has_two_verbs(piece) for piece in _JOINT.split(opening))
    return one_verb and _goes_on_behind(sentence, anchor, time) and not _is_act(sentence[: clause.start])


def _goes_on_behind(sentence: str, anchor: Range, time: Range) -> bool:
    """Whether a second verb takes up the main clause: "the man who fled in May (was arrested)"."""
    rest = sentence[time[1] : anchor[1]]
    return _has_verb(rest) and not _JOINT.search(rest)


def _has_two_verbs(words: str) -> bool:
    """Whether the main clause has gone on already: "(the man who) fled the town said the army", not "had fled"."""
    verbs = [at for at, word in enumerate(_WORD.findall(words)) if tense_of(word) is not None]
    return any(behind - before > _GROUP for before, behind in pairwise(verbs))


def _is_noun_of(sentence: str, anchor: Range, start: int) -> bool:
    """Whether the clause opens behind the noun that announces the event, and so tells of it: "a bombing that"."""
    words = _WORD.findall(sentence[slice(*anchor)].casefold())
    noun = bool(words) and words[-1] not in _WHO and not is_past_form(words[-1])
    return noun and not _has_verb(sentence[anchor[1] : start])


def _is_frame(words: str) -> bool:
    """Whether the words end in what the main clause happens in: "killed in a raid", "said in a statement"."""
    framed = _FRAME.search(words[-_PHRASE:])
    return framed is not None and framed[1].casefold() in _FRAMES


def _is_act(words: str) -> bool:
    """Whether the words end in an act: "the bomb (that went off on Friday)" did on Friday what it did."""
    return (_WORD.findall(words[-_PHRASE:].casefold()) or [""])[-1] in ACT_NOUNS


def _in_other_conjunct(sentence: str, anchor: Range, time: Range) -> bool:
    """Whether a time goes with another verb of the sentence that has another tense.

    "Was formed in (2014) and has shelled the port"; "shelled the port and will meet envoys on (Friday)". Where both
    verbs are past, or both in the perfect, the one often happened with the other: "stormed the village on (Friday) and
    killed 12 people".
    """
    perfect = _PERFECT.search(sentence, max(0, anchor[0] - _PHRASE), anchor[0]) is not None
    if time[1] <= anchor[0]:
        first = sentence[max(0, time[0] - _PHRASE) : time[0]]
        joined = _CONJUNCT.search(sentence, time[1], anchor[0]) is not None
        return perfect and joined and _has_verb(first) and not _HAVE.search(first)
    between = sentence[anchor[1] : time[0]]
    if _TO_COME.search(between):
        return True
    joint = _NEW_SUBJECT.search(between) if perfect else None
    return joint is not None and _has_verb(between[joint.end() :]) and not _HAVE.search(between, joint.end())


def _leads_straight(sentence: str, start: int, time: Range) -> bool:
    """Whether a verb behind `start` leads right up to a time: "that opened in (2015)"."""
    led = _LED.match(sentence[start : time[0]])
    return led is not None and is_past_form(led["verb"].casefold())


def _is_of_the_present(words: str) -> bool:
    """Whether a clause tells what is, or was going on: no day of its own, "that holds 2,000 people (on Friday)"."""
    was = re.match(r"\s+(?:was|were)\s+(?:\w+ly\s+)?\w+ing\b", words)
    return was is not None or tense_of(words) == "present"


def _can_be_participle(word: str) -> bool:
    return is_past_form(word) and word not in _FINITE_ONLY


def _has_verb(words: str) -> bool:
    return tense_of(words[:WINDOW]) is not None


def _floor(time: Range) -> int:
    """Where a clause may open at the earliest that holds a time."""
    return max(0, time[0] - WINDOW)
