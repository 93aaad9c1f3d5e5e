"""Tense of a clause, and whether a time phrase dates a statement or what it reports.

No tagger: closed lists of auxiliaries, irregular past forms and verbs of planning settle the tense of
news prose. Tense here is direction in time. "has taken" and "had taken" are past, "has been advancing"
reaches the present, "would meet" and "was due to meet" lie after the time of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from summarize.lexicon.grammar import word_set

Tense = Literal["past", "present", "future"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MODAL = word_set(
    """
    will shall would may might could can should must won't wouldn't couldn't can't cannot shouldn't mustn't
    """
)
_COULD = frozenset(["could", "couldn't", "can't", "cannot"])
"""Modals that look back before "be": "could not be reached on Friday"."""
_HAVE = frozenset(["has", "have", "having", "hasn't", "haven't"])
_BE_NOW = frozenset(["is", "are", "am", "isn't", "aren't"])
_BE_THEN = frozenset(["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"])
_LINKS = frozenset(
    [
        *_MODAL,
        *_HAVE,
        *_BE_NOW,
        *_BE_THEN,
        *["be", "been", "being", "not", "also", "never", "already", "since", "do", "does", "don't", "doesn't"],
    ]
)
_SETTLED = word_set(
    """
    set due scheduled expected going slated likely supposed about poised planned bound meant
    """
)
_PLANNING = word_set(
    """
    plan plans planned planning expect expects expected expecting intend intends intended hope hopes hoped want
    wants wanted agree agrees agreed agreement vow vows vowed promise promises promised pledge pledges pledged
    threaten threatens threatened propose proposes proposed decide decides decided seek seeks ask asks asked urge
    urges urged ready prepare prepares prepared preparing plan scheduled due set slated poised supposed going
    deadline proposal order orders ordered tell invited invites offer offers offered
    """
)
_PUT_OFF = word_set(
    """
    extend extends extended extending postpone postponed postpones delay delayed adjourn adjourned rescheduled
    """
)
_GRANTING = frozenset(["give", "gives", "gave", "given", "giving", "grant", "granted", "allow", "allowed"])
_ARRANGED = frozenset(["scheduled", "schedules", "slated"])
_AWAITED = frozenset(["payable", "effective", "upcoming", "forthcoming"])
_PAST = word_set(
    """
    arose ate awoke beat became been began begun bent bit bled blew born bore bought broke broken brought built
    burnt burst came cast caught chose chosen clung crept cut dealt did died done drawn dreamt drew driven drove
    drank dug fallen fed fell felt fled flew flown forbade forgot forgotten fought found froze frozen gave given
    gone got gotten grew grown held heard hid hit hung hurt kept knew known laid lay led left lent lit lost made
    meant met mistook overcame overran overthrew paid proved put quit ran rang read rebuilt rode risen rose said
    sang sank sat saw seen sent set shaken shed shook shot shown shrank shut slain slept slew slid sold sought spent
    split spoke spoken spread sprang stole stolen stood struck stuck stung sunk swam sworn swore swept swung taken
    taught thought threw thrown told took tore torn undertook understood upheld was went were withdrew withdrawn
    withheld withstood woke won wore worn wound wrote written
    """
)
_PRESENT = word_set(
    """
    says say tells remains remain continues continue seems appears believes knows means holds has does do think
    reports shows includes faces needs lies stands keeps makes gives takes runs controls
    """
)
_NOT_VERBS = word_set(
    """
    united allied armed red need speed indeed hundred wounded displaced exceed embed breed seed feed
    """
)
_TELLING = frozenset().union(
    _MODAL, _COULD, _HAVE, _BE_NOW, _BE_THEN, _PLANNING, _PUT_OFF, _ARRANGED, _AWAITED, _PAST, _PRESENT
)
_TELLING_ENDINGS = ("ed", "'ll", "'d", "'ve", "'re")
"""Words and endings of which one is in every verb group that shows a tense."""


def tense_of(clause: str) -> Tense | None:
    """Tense of the first verb group of a clause, as direction in time; `None` when no verb is seen."""
    words = _words(clause)
    return next((tense for at in range(len(words)) if (tense := _tense_at_word(words, at))), None)


WINDOW = 400
"""Characters on each side of a phrase in which its verb is looked for."""


def tense_at(sentence: str, start: int, end: int) -> Tense | None:
    """Tense of the verb that `sentence[start:end]`, a time phrase, goes with.

    That is the nearest verb before the phrase in its clause, else the first after it, else one of the
    neighbouring clauses.
    """
    window = max(start - WINDOW, 0), end + WINDOW
    sentence, start, end = sentence[window[0] : window[1]], start - window[0], end - window[0]
    if re.match(r"['’]s\b", sentence[end:]):
        return None
    edges = [match.span() for match in _CLAUSE_EDGE.finditer(sentence)]
    left = max((after for _, after in edges if after <= start), default=0)
    right = min((before for before, _ in edges if before >= end), default=len(sentence))
    before, after = sentence[left:start], sentence[end:right]
    if _respite(_words(before)):
        return "future"
    near = _last_tense(before) or tense_of(after)
    if near is not None:
        return near
    return tense_of(sentence[end:]) or _last_tense(sentence[:start])


_CLAUSE_EDGE = re.compile(
    r"[;:—–\"“”]|--|\s-\s|,(?!\s*\d)|\b(?:that|which|who|when|while|after|before|because|although|but|if|where|whether)\b",
    re.IGNORECASE,
)


def _respite(words: Sequence[str]) -> bool:
    """Whether a deadline is being given: "gave the rebels until (Tuesday)"."""
    return words[-1:] in (["until"], ["till"]) and any(word in _GRANTING for word in words)


def _words(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'") for match in _WORD.finditer(text)]


def _last_tense(text: str) -> Tense | None:
    words = _words(text)
    return next((tense for at in reversed(range(len(words))) if (tense := _tense_at_word(words, at))), None)


def _tense_at_word(words: Sequence[str], at: int) -> Tense | None:
    """Tense that the word at a position shows, its auxiliaries and governing verb included."""
    word = words[at]
    return _shown(words, at) if word in _TELLING or word.endswith(_TELLING_ENDINGS) else None


def _shown(words: Sequence[str], at: int) -> Tense | None:
    word, following = words[at], words[at + 1 : at + 4]
    if _lies_ahead(words, at):
        return "future"
    if word in _HAVE or word.endswith("'ve"):
        return _perfect(following)
    if word in _BE_NOW or word.endswith("'re"):
        return "future" if _settled(following) or following[:1] == ["to"] else "present"
    if word in _BE_THEN or word in _COULD:
        return "future" if _settled(following) and "been" not in following else "past"
    if _participle(word):
        return _with_auxiliaries(words, at)
    return "present" if word in _PRESENT else None


def _lies_ahead(words: Sequence[str], at: int) -> bool:
    """Whether the word speaks of something to come: a modal, or a verb of planning with what is planned."""
    word, following = words[at], words[at + 1 : at + 4]
    if (word in _COULD and "be" in following[:2]) or _had_been(words, at):
        return False
    if word in _MODAL or word.endswith(("'ll", "'d")) or word in _AWAITED:
        return True
    if word in _PLANNING and "to" in following[:2]:
        return True
    if word in _ARRANGED:
        return True
    return word in _PUT_OFF and any(link in following for link in ("to", "until", "till", "through"))


def _had_been(words: Sequence[str], at: int) -> bool:
    return at > 1 and words[at - 2] == "had"


def _settled(following: Sequence[str]) -> bool:
    return "to" in following and any(word in _SETTLED for word in following)


def _perfect(following: Sequence[str]) -> Tense:
    if following[:1] == ["to"]:
        return "future"
    if "been" in following[:2] and any(word.endswith("ing") for word in following):
        return "present"
    return "past" if any(_participle(word) for word in following) else "present"


def _participle(word: str) -> bool:
    return word in _PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_VERBS)  # noqa: PLR2004


def _with_auxiliaries(words: Sequence[str], at: int) -> Tense:
    """Tense of a past form, read from the auxiliaries in front of it."""
    first = at
    while first > max(at - 5, 0) and (words[first - 1] in _LINKS or words[first - 1].endswith("ly")):
        first -= 1
    if first > 0 and words[first - 1] == "to" and words[first] in ("be", "have"):
        return "future"
    group = words[first:at]
    auxiliary = next(
        (
            place
            for place in range(first, at)
            if words[place] in _LINKS and words[place] not in ("not", "also", "never")
        ),
        None,
    )
    if auxiliary is None or not group:
        return "past"
    found = _tense_at_word(words[: at + 4], auxiliary) if words[auxiliary] not in ("be", "been", "being") else None
    return found or "past"


def _has_present_perfect(words: Sequence[str]) -> bool:
    return any(
        (word in ("has", "have", "hasn't", "haven't") or word.endswith("'ve"))
        and any(map(_participle, words[at + 1 : at + 4]))
        for at, word in enumerate(words)
    )


def _opens_content(rest: str) -> bool:
    """Whether the content proper begins only after the phrase: "said that late last month that ..."."""
    return _words(rest.lstrip(" ,\n")[:5]) == ["that"]


def attachment(sentence: str, start: int, end: int, content: tuple[int, int] | None) -> Literal["event", "statement"]:
    """Whether `sentence[start:end]`, a time phrase, dates the statement or the event it reports.

    Args:
        sentence: The sentence.
        start: First character of the time phrase.
        end: One past its last.
        content: The reported content in the sentence; `None` when nothing is attributed.

    Returns:
        `statement` outside the content. Inside it `event`, except for a definite time of the past in
        front of a clause in the present perfect, which cannot take one (Klein 1992, "The present
        perfect puzzle", Language 68): "said that late last month that 200,000 have fled".
    """
    if content is None:
        return "event"
    if start < content[0] or end > content[1]:
        return "statement"
    before, rest = sentence[content[0] : start], sentence[end : content[1]]
    if _definite_past(sentence[start:end]) and (_opens_content(rest) or not before.strip(" ,")):
        return "statement" if _has_present_perfect(_words(_first_clause(rest))) else "event"
    return "event"


def _first_clause(rest: str) -> str:
    return re.split(r"[;:]|,\s{1,3}(?:and|but|which|who)\b", rest.lstrip(" ,\n"), maxsplit=1)[0]


_REACHES_NOW = frozenset(["since", "today", "now", "this", "until", "so", "lately", "recently", "currently", "already"])


def _definite_past(phrase: str) -> bool:
    """Whether a phrase names a past time that is over; "since June" and "this week" are not."""
    return not any(word in _REACHES_NOW for word in _words(phrase))
