"""Whether a named body has confirmed what is reported, and who declines to speak.

`by` of a confirmation is the body as written. Where the text names none ("could not be independently
verified"), it is the adverb, or the verb phrase, that stands for it: the record wants words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from summarize.lexicon.grammar import AUTHOR, BE, NEGATIONS, NEGATIVE_SUBJECTS, word_set
from summarize.record import Confirmation, ConfirmationState, Span, Stance
from summarize.resolving.clauses import Row, group_start, is_adverb, is_finite, time_end
from summarize.resolving.subjects import Phrase, has_main_verb, phrase_after, subject_before

_NOUNS = word_set("confirmation verification corroboration")
_VERBS = word_set("confirm verify corroborate authenticate confirmed verified corroborated authenticated")
CONFIRMING = _NOUNS | _VERBS
"""Words of which every confirmation has one."""
_GIVEN = word_set("confirmed verified corroborated")
_TOLD = word_set("say discuss specify speculate")
"""Verbs that only a refusal turns into silence: "declined to say whether", but not "did not say"."""
COMMENT = word_set("comment comments respond reply return reached available answer elaborate") | _TOLD
"""Words of which every refusal to speak has one."""
_ANSWERS = word_set("comment respond reply return")
_REMARKS = word_set("comment comments")
_HAVING = word_set("have has had made makes make gave gives give offered offers offer")
_DECLINED = word_set("declined declines refused refuses")
_UNWILLING = _DECLINED | {"unable"}
_WOULD = frozenset(("would", "wouldn't", "wouldn’t"))
_EVASIVE = _WOULD | {"neither"}
_PREPOSITIONS = word_set("regarding of about on concerning for from by")
_AGENT = word_set("from by")
_JOINED = word_set("of for")
"""Prepositions that belong to the name in front of them rather than open the next part."""
_PARTING = _PREPOSITIONS - _JOINED
_MODIFIERS = 4
_ADJUNCTS = word_set("to in on at during through via late early earlier")
_ADJUNCT = 10
"""Units that an adjunct between the verb and its clause may take."""
_OPENING = word_set("that whether if")
_REACH = 60
_STANCES = {
    ConfirmationState.ABSENT: Stance.NO_CONFIRMATION,
    ConfirmationState.REFUSED: Stance.DECLINES_COMMENT,
}


@dataclass(frozen=True)
class FoundConfirmation:
    """A confirmation that the text gives, misses or reports refused.

    Attributes:
        sentence: Number of its sentence.
        confirmation: The body and the state.
        about: What it is about, where the sentence says so.
        evidence: The words that say it.
        by_body: False where no body is named and `by` is the adverb or verb phrase in its stead.
    """

    sentence: int
    confirmation: Confirmation
    about: Span | None
    evidence: Span
    by_body: bool = True

    @property
    def told(self) -> Confirmation:
        """The confirmation as a record has it: without a name where no body is named."""
        if self.by_body:
            return self.confirmation
        return self.confirmation.model_copy(update={"by": None, "span": self.evidence})


@dataclass(frozen=True)
class Silence:
    """A body that does not confirm, or does not comment.

    Attributes:
        speaker: The body as written.
        stance: No confirmation, or comment declined.
        about: What it is silent on, where the sentence says so.
        evidence: The words that say it.
    """

    speaker: Span
    stance: Stance
    about: Span | None
    evidence: Span


def confirmations_in(row: Row) -> Iterator[FoundConfirmation]:
    """Confirmations of one sentence in order."""
    if row.vocabulary.isdisjoint(CONFIRMING):
        return
    for index, word in enumerate(row.lowers):
        if word in _NOUNS:
            found = _noun(row, index)
        elif word in _VERBS:
            found = _verb(row, index)
        else:
            continue
        if found is not None:
            yield found


def silences_in(row: Row, confirmations: Iterable[FoundConfirmation]) -> tuple[Silence, ...]:
    """Who does not confirm and who does not comment, in one sentence; `confirmations` are its own."""
    found = [
        Silence(each.confirmation.span, _STANCES[each.confirmation.state], each.about, each.evidence)
        for each in confirmations
        if each.by_body and each.confirmation.state in _STANCES
    ]
    if row.vocabulary.isdisjoint(COMMENT):
        return tuple(found)
    silent = (_no_comment(row, index) for index, word in enumerate(row.lowers) if word in COMMENT)
    return (*found, *(each for each in silent if each is not None))


def _noun(row: Row, index: int) -> FoundConfirmation | None:
    """`no official confirmation from X of Y`."""
    negated = _negation(row, index)
    if negated is None:
        return None
    agent, about, end = _parts(row, index + 1)
    return _found(row, agent, ConfirmationState.ABSENT, about, (negated, end)) if agent else None


def _negation(row: Row, noun: int) -> int | None:
    """Unit of the "no" that negates a noun, adjectives in between allowed."""
    for at in range(noun - 1, max(-1, noun - 1 - _MODIFIERS), -1):
        if row.lower(at) in {"no", "without"}:
            return at
        if not row.is_word(at):
            return None
    return None


def _parts(row: Row, at: int) -> tuple[Phrase | None, Phrase | None, int]:
    """The body and the matter behind the noun, in either order, and where they end."""
    agent: Phrase | None = None
    about: Phrase | None = None
    while row.lower(at) in _PREPOSITIONS:
        phrase = phrase_after(row, at + 1)
        if phrase is None:
            break
        stops = (i for i in range(at + 2, phrase.end) if row.lower(i) in _PARTING)
        end = next(stops, phrase.end)
        part = Phrase(at + 1, end, end, phrase.rule)
        agent, about = (agent or part, about) if row.lower(at) in _AGENT else (agent, about or part)
        at = end
    return agent, about, at


def _verb(row: Row, index: int) -> FoundConfirmation | None:
    start = group_start(row, index)
    group = frozenset(row.lowers[start:index])
    if row.lower(index - 1) == "to":
        return _infinitive(row, index)
    if group & BE or (row.lower(index) in _GIVEN and row.lower(index + 1) == "by"):
        return _passive(row, start, index, negated=bool(group & NEGATIONS))
    evasive = group & _EVASIVE
    if evasive and group & NEGATIONS:
        state = ConfirmationState.REFUSED
    elif group & NEGATIONS:
        state = ConfirmationState.ABSENT
    elif row.lower(index) in _GIVEN:
        state = ConfirmationState.GIVEN
    else:
        return None
    return _active(row, index, start, state)


def _infinitive(row: Row, index: int) -> FoundConfirmation | None:
    """`declined to confirm`, `was unable to verify`."""
    governor = row.lower(index - 2)
    if governor not in _UNWILLING:
        return None
    state = ConfirmationState.ABSENT if governor == "unable" else ConfirmationState.REFUSED
    return _active(row, index, group_start(row, index - 2), state)


def _active(row: Row, index: int, start: int, state: ConfirmationState) -> FoundConfirmation | None:
    speaker = subject_before(row, start)
    if speaker is None:
        return None
    if state is ConfirmationState.GIVEN and row.lower(speaker.start) in NEGATIVE_SUBJECTS:
        state = ConfirmationState.ABSENT
    about = _object(row, index + 1) or _in_front(row, speaker)
    return _found(row, speaker, state, about, (speaker.start, max(index + 1, about.end if about else 0)))


def _object(row: Row, at: int) -> Phrase | None:
    """What is (not) confirmed: a clause to the end of the sentence, or a noun phrase.

    `confirmed on Friday that …`, `confirmed to reporters that …`, `confirmed it had …`, `confirmed the attack`.
    """
    if row.lower(at) in {"or", "nor"}:
        at += 2
    if row.lower(at) in _ADJUNCTS or time_end(row, at) > at or is_adverb(row.lower(at)):
        ahead = range(at, min(len(row), at + _ADJUNCT))
        at = next((i for i in ahead if row.lower(i) in _OPENING), time_end(row, at))
    if row.lower(at) in _OPENING:
        return _clause(row, at + 1)
    phrase = phrase_after(row, at)
    is_subject = phrase is not None and phrase.end < len(row) and is_finite(row, phrase.end)
    return _clause(row, at) if is_subject else phrase


def _clause(row: Row, start: int) -> Phrase | None:
    limit = min(len(row), start + _REACH)
    end = next((i for i in range(start, limit) if row.lower(i) in {";", ".", ":"}), limit)
    return Phrase(start, end, end, "clause") if start < end else None


def _in_front(row: Row, speaker: Phrase) -> Phrase | None:
    """What is (not) confirmed where it goes before, as in `The road is open, the army confirmed`."""
    end = speaker.start - 1
    told = end > 0 and row.lower(end) == "," and has_main_verb(row, 0, end)
    return Phrase(0, end, end, "clause") if told else None


def _passive(row: Row, start: int, index: int, *, negated: bool) -> FoundConfirmation | None:
    """`could not be independently verified`, `was confirmed by X`."""
    subject = subject_before(row, start)
    agent = phrase_after(row, index + 2) if row.lower(index + 1) == "by" else None
    negated = negated or (subject is not None and row.lower(subject.start) in NEGATIVE_SUBJECTS)
    if agent is None and not negated:
        return None
    state = ConfirmationState.ABSENT if negated else ConfirmationState.GIVEN
    adverb = next((at for at in range(start, index) if row.lower(at).endswith("ly")), None)
    own = (
        Phrase(start, index + 1, index + 1, "verb")
        if adverb is None
        else Phrase(adverb, adverb + 1, adverb + 1, "adverb")
    )
    first = subject.start if subject else start
    found = _found(row, agent or own, state, subject, (first, agent.end if agent else index + 1))
    return replace(found, by_body=agent is not None)


def _no_comment(row: Row, index: int) -> Silence | None:
    """`declined to comment`, `did not respond`, `could not be reached`, `no comment from X`."""
    negated = _negation(row, index)
    if negated is not None:
        agent, about, end = _parts(row, index + 1)
        if agent is not None:
            return _silent(row, agent, about, (negated, end))
        speaker = _without_comment(row, negated) if row.lower(index) in _REMARKS else None
        return _silent(row, speaker, about, (speaker.start, end)) if speaker else None
    if row.lower(index - 1) == "to" and row.lower(index - 2) in _DECLINED:
        first = index - 2
    elif row.lower(index - 1) in _DECLINED:
        first = index - 1
    else:
        first = group_start(row, index)
        group = frozenset(row.lowers[first:index])
        silent = group & _WOULD if row.lower(index) in _TOLD else row.lower(index) in _ANSWERS or group & BE
        if not (silent and group & NEGATIONS):
            return None
    speaker = subject_before(row, group_start(row, first))
    if speaker is None or row.lower(speaker.start) in AUTHOR:
        return None
    ends = (at + 1 for at in range(index + 1, min(index + 8, len(row))) if row.lower(at) in {"comment", "calls"})
    return _silent(row, speaker, None, (speaker.start, next(ends, index + 1)))


def _without_comment(row: Row, negation: int) -> Phrase | None:
    """Who "had no comment", "made no immediate comment"."""
    if row.lower(negation - 1) not in _HAVING:
        return None
    speaker = subject_before(row, group_start(row, negation - 1))
    return None if speaker is None or row.lower(speaker.start) in AUTHOR else speaker


def _silent(row: Row, speaker: Phrase, about: Phrase | None, evidence: tuple[int, int]) -> Silence:
    return Silence(
        row.span(speaker.start, speaker.head_end),
        Stance.DECLINES_COMMENT,
        row.span(about.start, about.end) if about else None,
        row.span(*evidence),
    )


def _found(
    row: Row, by: Phrase, state: ConfirmationState, about: Phrase | None, evidence: tuple[int, int]
) -> FoundConfirmation:
    name = row.span(by.start, by.head_end)
    return FoundConfirmation(
        row.number,
        Confirmation(by=name.text, span=name, state=state),
        row.span(about.start, about.head_end) if about else None,
        row.span(*evidence),
    )
