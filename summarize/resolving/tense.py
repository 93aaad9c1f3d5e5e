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
_GUESSING = _COULD | {"may", "might", "must"}
"""Modals that look back before "have": "may have been killed on Friday"."""
_DETERMINERS = frozenset(["the", "a", "an", "one", "its", "their", "his", "her", "among"])
_ON_PROGRAMMES = word_set(
    """
    appear arrive be begin close come end expire face finish go have hold hear host join land launch leave make meet
    open play receive reconvene release reopen report resume return run sign speak stand start take testify travel
    visit vote
    """
)
"""What is due to happen; "due to" is a cause before other words: "cut off due to shelling"."""
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
_SETTING = word_set(
    """
    call calls called calling set sets setting plan plans planned planning announce announces announced convene convened
    forecast schedule schedules scheduled propose proposes proposed summon summoned fix fixed agreed
    """
)
"""Verbs that put something on a day: "called a strike for Friday"; "12 deaths reported for Friday" are over."""
_ARRANGED = frozenset(["scheduled", "schedules", "slated"])
_AWAITED = frozenset(["payable", "effective", "upcoming", "forthcoming"])
_PAST = word_set(
    """
    arose ate awoke beat became been began begun bent bit bled blew born bore bought broke broken brought built
    burnt burst came cast caught chose chosen clung crept cut dealt did died done drawn dreamt drew driven drove
    drank dug fallen fed fell felt fled flew flown forbade forgot forgotten fought found froze frozen gave given
    gone got gotten grew grown held heard hid hit hung hurt kept knew known laid lay led left lent lit lost made
    meant met mistook overcame overran overthrew paid proved put quit ran rang read rebuilt retaken retook
    risen rode rose said sang sank sat saw seen sent set shaken shed shook shot shown shrank shut slain slept slew slid
    sold sought spent split spoke spoken spread sprang stole stolen stood struck stuck stung sunk swam sworn swore swept
    swung taken taught thought threw thrown told took tore torn undertook understood upheld was went were withdrew
    withdrawn withheld withstood woke won wore worn wound wrote written
    """
)
_PRESENT = word_set(
    """
    says say tells remains remain continues continue seems appears believes knows means holds has does do think
    reports shows includes faces needs lies stands keeps makes gives takes runs controls
    """
)
_UNDOING = word_set("uncovered unearthed unfolded unleashed unloaded unlocked unraveled unravelled unseated unveiled")
"""Verbs that begin with "un": other such words are adjectives, as in "on a still unspecified date"."""
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
    """Tense of the first verb group of a clause, as direction in time; `None` when no verb is seen.

    A verb right behind "who" or "which" says something aside, so the one after it comes first: "an official
    who asked not to be named said".
    """
    words = _words(clause)
    first = _next_verb(words, 0)
    if first is None:
        return None
    main = _next_verb(words, _group_end(words, first[0])) if words[max(0, first[0] - 1)] in _ASIDE else None
    return (main or first)[1]


_ASIDE = frozenset(["who", "which"])


def _next_verb(words: Sequence[str], at: int) -> tuple[int, Tense] | None:
    """Position and tense of the first word from a position on that shows one."""
    return next(((place, tense) for place in range(at, len(words)) if (tense := _tense_at_word(words, place))), None)


def _group_end(words: Sequence[str], at: int) -> int:
    """The position after the verb group that begins here, its infinitive and its participle included."""
    after = at + 1
    while after < len(words) and (words[after] in _LINKS or words[after] == "to" or words[after].endswith("ly")):
        after += 1
    return after + 1 if after < len(words) and is_past_form(words[after]) else after


WINDOW = 400
"""Characters on each side of a phrase in which its verb is looked for."""


def tense_at(sentence: str, start: int, end: int) -> Tense | None:
    """Tense of the verb that `sentence[start:end]`, a time phrase, goes with.

    That is the nearest verb before the phrase in its clause, else the first after it, else one of the
    neighbouring clauses.
    """
    window = max(start - WINDOW, 0), end + WINDOW
    sentence, start, end = sentence[window[0] : window[1]], start - window[0], end - window[0]
    bound = _BOUND.match(sentence, start, end)
    start = bound.end() if bound else start
    edges = [match.span() for match in _CLAUSE_EDGE.finditer(sentence)]
    left = max((after for _, after in edges if after <= start), default=0)
    right = min((before for before, _ in edges if before >= end), default=len(sentence))
    before, after = sentence[left:start], sentence[end:right]
    leading, named_day = _words(before), sentence[start : start + 1].isupper()
    near = _last_tense(leading) or tense_of(after)
    if re.match(r"['’]s\b", sentence[end:]) or (named_day and _before_noun(leading, sentence[end:])):
        arranged = near == "future" and _is_arranged(before, sentence[end:right])
        return "future" if arranged or _sets_deadline(leading, sentence[end:]) else None
    if "since" in leading[-2:]:
        return "past"
    threatened = bound and near == "past" and _CONDITION.search(sentence, 0, left) and _threatens(sentence[:left])
    if threatened or _looks_ahead(leading, sentence[start:end], after, near):
        return "future"
    if near is not None:
        return near
    if _CONDITION.search(sentence, 0, left):
        return "future"
    elsewhere = tense_of(sentence[end:]) or _last_tense(_words(sentence[:start]))
    return elsewhere or ("future" if named_day and _scheduled(sentence[:start]) else None)


_BOUND = re.compile(r"(?:until|till|through|by)\s+")
"""What may open a phrase and belongs to the words before its day."""
_UNTIL = (["until"], ["till"], ["through"])
_CONDITION = re.compile(r"\b(?:if|unless)\Z", re.IGNORECASE)
"""What opens a clause whose plain present lies ahead: "if they win in November"."""
_NOUN_BEHIND = re.compile(
    r"[ -](?!(?:of|in|on|at|to|and|or|by|for|as|from|with|that|when|who|which|until|after|before|while|but|so)\b)[a-z]"
)
_BARE = re.compile(r"(?<![^\W\d_])([a-z]+)\s+\Z")
_NO_VERB = word_set(
    """
    a an the this that these those last next early late on in at by of for to from until till since before after during
    about around over between and or but as than with through into its his her their our my only also just every each
    """
)


def _scheduled(before: str) -> bool:
    """Whether a bare day follows a verb that is no past form: "the leaders meet (Monday)".

    The present of what is scheduled (Comrie 1985, Tense); only where no other verb shows its tense.
    """
    verb = _BARE.search(before)
    return verb is not None and verb[1] not in _NO_VERB


def _before_noun(leading: Sequence[str], after: str) -> bool:
    """Whether a day only tells a noun apart: "the (Jan. 14) deadline", as "Monday's debate"."""
    return leading[-1:] != [] and leading[-1] in _DETERMINERS and _NOUN_BEHIND.match(after) is not None


def _is_arranged(before: str, after: str) -> bool:
    """Whether a day belongs to what is arranged and will be: "will win Monday's debate", not a ruling or an attack."""
    following = _words(after)
    return not _ARRANGEMENTS.isdisjoint(following[:4]) and _UNCERTAIN.isdisjoint([*_words(before), *following])


_UNCERTAIN = frozenset(["may", "might", "could", "would", "should", "must"])


_ARRANGEMENTS = word_set(
    """
    debate debates meeting meetings vote votes election elections primary runoff referendum talks summit hearing
    hearings session conference game match encounter deadline ceremony visit trip speech address launch opening trial
    forum
    """
)


_CLAUSE_EDGE = re.compile(
    r"[;:—–\"“”]|--|\s-\s|,(?!\s*\d)|\b(?:that|which|who|when|while|after|before|because|although|but|if|unless|where|whether)\b",
    re.IGNORECASE,
)


def _looks_ahead(leading: Sequence[str], day: str, after: str, near: Tense | None) -> bool:
    """Whether the words before a day put it ahead, whatever the tense of their verb."""
    if _respite(leading) or (day[:1].isupper() and (_opens_or_is(leading) or _still_runs(leading))):
        return True
    # Of "a service planned for (Saturday) was cancelled" the day may be over.
    put_on = _is_put_on(leading, day) and tense_of(after) != "past"
    return put_on or (near == "present" and leading[-1:] in _UNTIL)


def _respite(words: Sequence[str]) -> bool:
    """Whether a deadline is being given: "gave the rebels until (Tuesday)"."""
    return words[-1:] in (["until"], ["till"]) and any(word in _GRANTING for word in words)


def _is_put_on(words: Sequence[str], day: str) -> bool:
    """Whether a day is being set: "called a strike for (Friday)"; "set a record for (March)" is of the month."""
    if "had" in words[-_REACH:] or not _OF_A_DAY.search(day):
        return False
    put = words[-1:] == ["for"] and not _SETTING.isdisjoint(words[-_REACH:])
    return put or (words[-2:] == ["deadline", "of"] and _sets(words))


def _sets_deadline(words: Sequence[str], after: str) -> bool:
    """As in "set a (Friday) deadline"; one that is missed or has passed is not being set."""
    return _words(after)[:1] == ["deadline"] and _sets(words)


def _sets(words: Sequence[str]) -> bool:
    return any(word in _SETTING or word in _GRANTING for word in words[-_REACH:])


_OF_A_DAY = re.compile(r"day\b|\d", re.IGNORECASE)
_REACH = 8
"""Words between a day and the verb that sets it."""


def _threatens(before: str) -> bool:
    """Whether the clause before a condition lies ahead: "would march if they were not freed by (Friday)"."""
    return _last_tense(_words(before)) == "future"


def _still_runs(words: Sequence[str]) -> bool:
    """Whether what has been done runs on to a time: "has closed the border until (Tuesday)", not "closed it until"."""
    return words[-1:] in _UNTIL and _has_present_perfect(words)


def _opens_or_is(words: Sequence[str]) -> bool:
    """Whether something is said to be on a day or begin with it: "the vote is on (Thursday)", "starting (Monday)"."""
    last = words[:-1] if words[-1:] in (["on"], ["from"]) else words
    return last[-1:] in (["is"], ["are"], ["starting"], ["beginning"])


def _words(text: str) -> list[str]:
    """Words in lower case; the name "IS" and the month "May" are none of the words that tell tense."""
    words: list[str] = _WORD.findall(text.replace("’", "'"))
    if not (_NAMES.isdisjoint(words) or text.isupper()):
        words = [_A_NAME if word in _NAMES else word for word in words]
    return list(map(str.lower, words))


_NAMES = frozenset(["IS", "May"])
_A_NAME = "_"


def past_form_leads_to(before: str) -> bool:
    """Whether the past form of a verb leads right up to a time: "a truce reached in (March)", "was signed on (May 1)".

    What is only planned ("a vote expected in"), may be ("could be signed in") or has the same form now ("schools
    shut in") leaves the direction open.
    """
    led = _LED_BY.search(before)
    words = _words(before[: led.end(1)]) if led else []
    at = len(words) - 1
    if at < 0 or words[at] in _OPEN_FORMS or not is_past_form(words[at]):
        return False
    first = at
    while first > 0 and words[first - 1] in _LINKS:
        first -= 1
    return (
        _HAVING_BEEN.issuperset(words[first:at]) and words[first - 1 : first] != ["to"] and _shown(words, at) == "past"
    )


_HAVING_BEEN = _BE_THEN | _HAVE | {"been", "not", "also", "never", "already", "since"}
_LED_BY = re.compile(r"([^\W\d_])\s+(?:(?:in|on)\s+)?\Z")
_UNMARKED = word_set("become come cost cut hit hurt put quit read run set shut split spread burst cast let")
"""Past forms that are also the present."""
_OPEN_FORMS = _UNMARKED | _PLANNING | _PUT_OFF | _ARRANGED


def _last_tense(words: Sequence[str]) -> Tense | None:
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
    if is_past_form(word):
        return _with_auxiliaries(words, at)
    return _governed(words, at) or "present" if word in _PRESENT else None


def _governed(words: Sequence[str], at: int) -> Tense | None:
    """Tense of a bare verb by its modal: "will remain", "will not need"."""
    before = next((word for word in reversed(words[max(0, at - 3) : at]) if word not in ("not", "also", "only")), "")
    return "future" if before in _MODAL and before not in _GUESSING else None


def _lies_ahead(words: Sequence[str], at: int) -> bool:
    """Whether the word speaks of something to come: a modal, or a verb of planning with what is planned."""
    word, following = words[at], words[at + 1 : at + 4]
    if (word in _COULD and "be" in following[:2]) or _had_been(words, at) or _guesses_at_past(word, following):
        return False
    if word in _MODAL or word.endswith(("'ll", "'d")) or word in _AWAITED:
        return not _guesses_at_now(word, following)
    if word in _PLANNING and "to" in following[:2]:
        return word != "due" or following[1:2] == [] or following[1] in _ON_PROGRAMMES
    if word in _ARRANGED or _is_to(word, following):
        return True
    return word in _PUT_OFF and any(link in following for link in ("to", "until", "till", "through"))


def _is_to(word: str, following: Sequence[str]) -> bool:
    """As in "were to win", "plans a speech"."""
    opening = following[0] if following else ""
    return (word in ("was", "were") and opening == "to") or (word in ("plan", "plans") and opening in _DETERMINERS)


def _guesses_at_past(word: str, following: Sequence[str]) -> bool:
    """Whether a modal guesses at something that is over: "may have been hit on Friday"."""
    return word in _GUESSING and "have" in following[:2]


def _guesses_at_now(word: str, following: Sequence[str]) -> bool:
    """Whether a modal guesses at what is: "may be the deadliest attack"."""
    return word in _GUESSING and following[:1] == ["be"] and following[1:2] != [] and following[1] in _DETERMINERS


def _had_been(words: Sequence[str], at: int) -> bool:
    return at > 1 and words[at - 2] == "had"


def _settled(following: Sequence[str]) -> bool:
    if "to" not in following:
        return False
    # "was cut due to shelling" has a participle between, and only gives a cause.
    before_due = following[: following.index("due")] if "due" in following else []
    return any(word in _SETTLED for word in following) and not any(map(is_past_form, before_due))


def _perfect(following: Sequence[str]) -> Tense:
    if following[:1] == ["to"]:
        return "future"
    if "been" in following[:2] and any(word.endswith("ing") for word in following):
        return "present"
    return "past" if any(is_past_form(word) for word in following) else "present"


def is_past_form(word: str) -> bool:
    """Whether a word in small letters is the past form or the participle of a verb."""
    if word.startswith("un") and not word.startswith(("under", "uni")) and word not in _UNDOING:
        return False
    return word in _PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_VERBS)  # noqa: PLR2004


def _with_auxiliaries(words: Sequence[str], at: int) -> Tense:
    """Tense of a past form, read from the auxiliaries in front of it."""
    first = at
    while first > max(at - 5, 0) and (words[first - 1] in _LINKS or words[first - 1].endswith("ly")):
        first -= 1
    if first > 0 and words[first - 1] in _STAYING:
        return _staying(words, first - 1)
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


_STAYING = frozenset(["stay", "remain", "keep"])


def _staying(words: Sequence[str], at: int) -> Tense:
    """Tense of "stay shut", which is that of the verb it is tied to: "will be shut at 8 p.m. and stay shut"."""
    tied = at > 0 and words[at - 1] in ("and", "or", "then")
    before = next((tense for place in reversed(range(at)) if (tense := _tense_at_word(words, place))), None)
    return _governed(words, at) or ("future" if tied and before == "future" else "present")


def _has_present_perfect(words: Sequence[str]) -> bool:
    return any(
        (word in ("has", "have", "hasn't", "haven't") or word.endswith("'ve"))
        and any(map(is_past_form, words[at + 1 : at + 4]))
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
    in_front = not before.strip(" ,") or _opens_content(rest)
    if in_front and _definite_past(sentence[start:end]) and _has_present_perfect(_words(_first_clause(rest))):
        return "statement"
    return "event"


def _first_clause(rest: str) -> str:
    return re.split(r"[;:]|,\s{1,3}(?:and|but|which|who)\b", rest.lstrip(" ,\n"), maxsplit=1)[0]


_REACHES_NOW = frozenset(["since", "today", "now", "this", "until", "so", "lately", "recently", "currently", "already"])


def _definite_past(phrase: str) -> bool:
    """Whether a phrase names a past time that is over; "since June" and "this week" are not."""
    return _REACHES_NOW.isdisjoint(_words(phrase))
