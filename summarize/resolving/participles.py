"""Whether a past form of a reporting verb says what was done to its subject rather than what the subject says.

"The minister, accused of the murder, fled" and "the measures announced on Monday failed" have a participle each; "the
ministry announced on Monday that" reports.
"""

from __future__ import annotations

from summarize.lexicon.grammar import (
    AUTHOR,
    AUXILIARIES,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from summarize.lexicon.reporting import (
    BARE_OBJECT,
    DESCRIBING_PASTS,
    HELD_AGAINST,
    ONLY_PASTS,
    REPORTING_VERBS,
    Form,
    Frame,
    ReportingVerb,
)
from summarize.resolving.agreement import SPEAKING
from summarize.resolving.clauses import CONTENT_SIGNS, MARKS, Row, group_start, is_adverb, is_finite, time_end
from summarize.resolving.subjects import Phrase, subject_before

_OF_WHAT = frozenset(("of", "for", "with"))
"""Prepositions that follow a verb of judgement where its object is its subject: "dismissed for theft"."""
_LONGEST_PLACE = 4
"""Words of an adjunct between a participle and the verb of its clause: "announced in the north"."""
_BEHIND_PLACE = MARKS | DETERMINERS | PRONOUNS | CONTENT_SIGNS
"""Words and marks that end such an adjunct, or with which another noun may begin."""
_LONGEST_DESCRIPTION = 30
"""Words from a participle to the verb of its clause: "the rebels accused of the raid said"."""
_WHO_ACTS = PRONOUNS | AUTHOR
"""Words in front of a verb that make no participle of it: "a cable we obtained"."""
_OPENING = RELATIVES | COORDINATORS | {"having", "being"}
"""Words behind or with which a verb is not the one that its subject's clause has in front of another."""


def subject_of(row: Row, verb: int) -> Phrase | None:
    """Subject of the verb group that starts at unit `verb`, over a participle in between; None when there is none.

    Two verbs that nothing joins have one subject: "the rebels accused of the raid said".
    """
    phrase = subject_before(row, verb)
    participle = _verb_in_front(row, verb)
    if participle is None:
        return phrase
    start = group_start(row, participle)
    noun = subject_before(row, start)
    if noun is None or not AUXILIARIES.isdisjoint(row.lowers[start:participle]):
        return phrase
    reporting = REPORTING_VERBS.get(row.lower(participle))
    known = row.lower(participle) in DESCRIBING_PASTS
    if not (known if reporting is None else is_participle(row, participle, start, reporting, noun)):
        return phrase
    if reporting is not None and reporting.lemma in HELD_AGAINST:
        joined = not COORDINATORS.isdisjoint(row.lowers[participle:verb])
        # "Accused of theft and murder" goes on with what it is for; "and residents" with who speaks.
        one_thing = phrase is not None and _is_thing(row, phrase) and not row.lower(phrase.head_end - 1).endswith("s")
        described = phrase is None or not joined or one_thing
    else:
        described = phrase is None and _is_described(row, participle, verb, noun)
    return noun._replace(end=verb) if described else phrase


def _verb_in_front(row: Row, verb: int) -> int | None:
    """The last verb in front of unit `verb` that is in no relative clause, none of several, and joined to none."""
    at, floor = verb - 1, max(0, verb - _LONGEST_DESCRIPTION)
    # "The raid blamed on rebels the army said failed" has a clause put into another.
    inserted = row.lower(verb) not in AUXILIARIES and verb + 1 < len(row) and is_finite(row, verb + 1)
    if row.lower(at) in COORDINATORS or inserted:
        return None
    while at > floor and row.is_word(at):
        if is_finite(row, at):
            start = group_start(row, at)
            inside = not _OPENING.isdisjoint((row.lower(start), row.lower(start - 1)))
            if not inside:
                return at
            at = start
        at -= 1
    return None


def _is_described(row: Row, participle: int, verb: int, noun: Phrase) -> bool:
    """Whether a past form is a participle by its sense and what is behind it: "a man wounded in the raid said"."""
    behind = participle + 1
    adjunct = row.lower(behind) in PREPOSITIONS or time_end(row, behind) > behind
    if not adjunct or row.words(behind, behind + 2).lower() in {"at least", "at most"}:
        return False
    if not CONJUNCTIONS.isdisjoint(row.lowers[behind:verb]) or row.lower(participle - 1) in _WHO_ACTS:
        return False
    # "Destroyed a carrier found in Bor" has a verb in front of its object.
    before = noun.start - 1
    return before < 0 or not is_finite(row, before) or row.lower(before) in REPORTING_VERBS


def is_participle(row: Row, index: int, start: int, verb: ReportingVerb, speaker: Phrase) -> bool:
    """Whether a past form describes the phrase in front of it and reports nothing.

    Args:
        row: The sentence.
        index: Unit of the verb.
        start: Unit at which its verb group starts.
        verb: The verb.
        speaker: What stands in front of it.
    """
    if verb.form is not Form.PAST or row.lower(index) in ONLY_PASTS or speaker.start > index:
        return False
    if not AUXILIARIES.isdisjoint(row.lowers[start:index]):
        return False
    if _is_apart(row, index, start, verb, speaker):
        return True
    if _has_gap(row, speaker.start):
        return False
    return _has_no_object(row, index + 1, verb) or (verb.lemma in BARE_OBJECT and _is_inside(row, index + 1, speaker))


def _is_apart(row: Row, index: int, start: int, verb: ReportingVerb, speaker: Phrase) -> bool:
    """Whether nothing but a comma parts it from its noun: "Ghana, worried about the war, urged"."""
    if row.lower(start - 1) != "," or speaker.head_end != start - 1 or not _opens_clause(row, speaker.start):
        return False
    return verb.frame is Frame.ADDRESSEE or row.lower(index + 1) not in CONTENT_SIGNS


def _opens_clause(row: Row, start: int) -> bool:
    """Whether a phrase is no apposition: at the start, or behind an adjunct such as "In May,"."""
    if row.lower(start - 1) != ",":
        return True
    comma = start - 1
    opening = next((at + 1 for at in range(comma - 1, -1, -1) if row.lower(at) in MARKS), 0)
    return row.lower(opening) in PREPOSITIONS or is_adverb(row.lower(opening)) or time_end(row, opening) == comma


def _has_gap(row: Row, start: int) -> bool:
    """Whether what is said of somebody stands before a relative clause: "a raid that he blamed on the rebels"."""
    opener = row.lower(start - 1)
    relative = opener in {"which", "whom"} or (opener == "that" and row.lower(start - 2) not in REPORTING_VERBS)
    return relative or row.lower(start) in PRONOUNS


def _has_no_object(row: Row, at: int, verb: ReportingVerb) -> bool:
    """Whether whom it is said of cannot stand behind it: "a minister accused of", "strikes blamed on the army"."""
    held = verb.lemma in HELD_AGAINST
    at = time_end(row, at) if held else at
    if row.lower(at) not in PREPOSITIONS or time_end(row, at) > at:
        return False
    if held:
        return True
    return verb.frame is Frame.OBJECT and verb.lemma not in {"call", "speak"} and row.lower(at) in _OF_WHAT


def _is_inside(row: Row, at: int, speaker: Phrase) -> bool:
    """Whether the verb of its clause follows behind an adjunct: "the toll reported on Friday was wrong"."""
    end = time_end(row, at)
    if end == at:
        end = _place_end(row, at) if _is_thing(row, speaker) else at
    while end > at and is_adverb(row.lower(end)):
        end += 1
    return end > at and end < len(row) and is_finite(row, end)


def _place_end(row: Row, at: int) -> int:
    """One past "in the north", where a verb stands behind it; `at` where it does not, or a second noun may begin."""
    if row.lower(at) not in PREPOSITIONS:
        return at
    for end in range(at + 2, min(at + 2 + _LONGEST_PLACE, len(row))):
        if is_finite(row, end):
            return end
        if row.lower(end) in _BEHIND_PLACE:
            break
    return at


def _is_thing(row: Row, speaker: Phrase) -> bool:
    """Whether a phrase is neither a name nor a word for somebody who speaks."""
    last = row.lowers[speaker.head_end - 1]
    return row.texts[speaker.head_end - 1].islower() and SPEAKING.isdisjoint((last, last.removesuffix("s")))
