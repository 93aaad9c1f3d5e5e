"""Whether a word that may be a verb or a noun agrees with what stands before it as a verb does with its subject.

"Officials state" and "the army claims it won" report; "Syrian state", "media reports in Kenya" and "remarks he made"
are nouns.
"""

from __future__ import annotations

from summarize.lexicon.grammar import (
    DETERMINERS,
    HUMAN_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SINGULAR_IN_S,
)
from summarize.lexicon.kinds import BODY_WORDS
from summarize.lexicon.reporting import HELD_OF, REPORTING_VERBS, Form, ReportingVerb
from summarize.resolving.clauses import (
    CLAUSE_REACH,
    CONTENT_BREAKS,
    CONTENT_SIGNS,
    MARKS,
    SENTENCE_MARKS,
    Row,
    group_start,
    is_finite,
    quoted_just_before,
)
from summarize.resolving.subjects import Phrase, subject_before

_SUBJECTS = frozenset(("he", "she", "they", "we", "i"))
"""Pronouns that are never objects: behind a verb they open what it reports."""
SPEAKING = HUMAN_HEADS | BODY_WORDS
"""Words for somebody who can speak."""
_SMALL_IN_S = frozenset(("as", "its", "across", "towards", "besides", "this"))
"""Words in -s that may follow "it" and are no verbs."""


def agrees(row: Row, index: int, start: int, verb: ReportingVerb, speaker: Phrase) -> bool:
    """Whether a verb agrees with its subject: "officials state" does, "Syrian state" and "men believed to" do not."""
    if verb.form is Form.PAST and verb.lemma in HELD_OF and row.lower(index + 1) == "to":
        return False
    if start < index or verb.form not in {Form.BASE, Form.THIRD} or verb.lemma in {"say", "tell"}:
        return True
    if verb.noun and _is_subject(row, index, speaker):
        return False
    # "A group of lawyers say" agrees with the last noun, "the leader of the rebels says" with the first.
    first, second = (
        is_plural(row, speaker._replace(head_end=end)) for end in (_head_end(row, speaker), speaker.head_end)
    )
    if not verb.noun:
        return first or second or verb.form is Form.THIRD
    last = speaker.head_end - 1
    named = row.texts[last][0].isupper() or row.lowers[last] in PRONOUNS or _closes(row, index, speaker)
    told = row.lower(index + 1) in CONTENT_SIGNS or (_may_claim(row, last, verb) and _opens_clause(row, index + 1))
    if not (named or told or quoted_just_before(row, speaker.start)):
        return False
    return second or (first and told) if verb.form is Form.BASE else named or not first


def is_plural(row: Row, speaker: Phrase) -> bool:
    """Whether a phrase is several by its last word, or by an "and"."""
    head = row.lower(speaker.head_end - 1)
    several = any(row.lower(at) == "and" for at in range(speaker.start, speaker.head_end))
    if several or head in {"they", "who", "people", "police"}:
        return True
    return head[-1:] == "s" != head[-2:-1] and head not in SINGULAR_IN_S


def _head_end(row: Row, speaker: Phrase) -> int:
    """One past the noun a phrase is about: the "statement" of "a statement released by the forces of the lake"."""
    for at in range(speaker.start + 1, speaker.head_end):
        if row.lower(at) in PREPOSITIONS:
            participle = row.lower(at) == "by" and at - 1 > speaker.start
            return at - 1 if participle else at
    return speaker.head_end


def _is_subject(row: Row, index: int, speaker: Phrase) -> bool:
    """Whether what looks like a verb is the noun of the next one's subject: "media reports in Kenya have said"."""
    following = REPORTING_VERBS.get(row.lower(index + 1))
    if following is not None and following.form is Form.BASE and not following.noun:
        return True
    if index + 1 < len(row) and is_finite(row, index + 1):
        return True
    if row.lower(index + 1) not in PREPOSITIONS:
        return False
    for at in range(index + 1, min(index + CLAUSE_REACH, len(row))):
        if row.lower(at) in CONTENT_BREAKS:
            return False
        if is_finite(row, at):
            subject = subject_before(row, group_start(row, at))
            return subject is not None and subject.start <= speaker.start and subject.rule == speaker.rule
    return False


def _closes(row: Row, index: int, speaker: Phrase) -> bool:
    """Whether a body reports at the end what stands before it: "the port fell, the Dawn news agency reports"."""
    definite = row.lowers[speaker.start] == "the" or row.texts[speaker.start][0].isupper()
    behind = row.lower(speaker.start - 1) == "," and row.lower(index + 1) in SENTENCE_MARKS
    body = row.lowers[speaker.head_end - 1] in SPEAKING and not is_plural(row, speaker)
    return behind and definite and body and speaker.end == index


def _may_claim(row: Row, last: int, verb: ReportingVerb) -> bool:
    """Whether a verb without "that" can be one: behind a plural in its base form, else behind a person or a body."""
    return row.is_word(last) and (verb.form is Form.BASE or row.lowers[last] in SPEAKING)


def _opens_clause(row: Row, index: int) -> bool:
    """Whether a clause without "that" begins: "claim they hold the town", not "claim the bodies of the dead"."""
    word, following = row.lower(index), row.lower(index + 1)
    if word in _SUBJECTS or (word == "it" and following.endswith("s") and following not in _SMALL_IN_S):
        return True
    if word not in DETERMINERS and word != "it":
        return False
    for at in range(index + 1, min(index + CLAUSE_REACH, len(row))):
        if row.lower(at) in RELATIVES or row.lower(at) in MARKS:
            return False
        if is_finite(row, at):
            return True
    return False
