"""Attributing expressions inside one sentence: where they stand and who speaks.

A cue is a reporting verb with its verb group, "according to", a passive with its agent ("reported by") or
an adverb of hearsay. What a cue governs is the business of `governing`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from summarize.lexicon.grammar import (
    AUTHOR,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    LISTENERS,
    MODALS,
    NEGATIONS,
    NEGATIVE_SUBJECTS,
    NOUN_MARKERS,
    PREPOSITIONS,
    RELATIVES,
    SETTINGS,
    SPEECH_MEANS,
    word_set,
)
from summarize.lexicon.numerals import CARDINAL_WORDS
from summarize.lexicon.outlets import find_outlet
from summarize.lexicon.reporting import (
    BARE_OBJECT,
    DOUBTING,
    FATES,
    FOUND_SO,
    HEARSAY,
    HEARSAY_PASSIVES,
    LOST,
    PASSIVES,
    REPORTING_VERBS,
    SLOGANS,
    THAT_ONLY,
    TOLLS,
    WITHHELD,
    Form,
    Frame,
    ReportingVerb,
)
from summarize.record import SourceType, Stance
from summarize.resolving.agreement import agrees, is_plural
from summarize.resolving.clauses import (
    CLAUSE_REACH,
    CONTENT_BREAKS,
    CONTENT_SIGNS,
    MARKS,
    SENTENCE_MARKS,
    Row,
    group_start,
    is_finite,
    is_time,
    quoted_just_before,
    time_end,
)
from summarize.resolving.participles import is_participle, subject_of
from summarize.resolving.subjects import (
    SHARED_SUBJECT,
    Phrase,
    clause_subject,
    has_main_verb,
    phrase_after,
    subject_before,
    with_apposition,
    without_leading_adjunct,
)

_NEAR_TOLL = 10
"""Words behind a verb within which the number it gives must stand."""
_NEAR_LIVES = 6
"""Words behind "claim" within which the lives must stand."""
_NEAR_SETTING = 6
"""Words behind a verb within which the statement must stand that a medium carried."""
_ADDRESSEE_REACH = 12
_HEADLINE_SOURCE = 5
_HEARD_AND_TOLD = 2
"""Attributing expressions of "ten were reported missing, the army said"."""
TRIGGERS = frozenset(REPORTING_VERBS) | HEARSAY | {"according"}
"""Words of which every attributing expression has one, but for a colon in a headline."""
RELAYING = frozenset((SourceType.NEWS_AGENCY, SourceType.NEWS_OUTLET, SourceType.STATE_MEDIA))
"""Types of those who pass on what others say."""
_NO_REPORT_BEFORE: Mapping[str, frozenset[str]] = {
    "ask": frozenset(("not", "to")),
    "deny": WITHHELD,
    "state": frozenset(("to",)),
}
"""Words behind which a verb reports nothing, or is none: "asked to leave", "denied access", "all states to sign"."""
_QUOTING = frozenset(("cite", "quote"))
_QUOTING_AS = _QUOTING | {"report"}
"""Verbs whose object speaks where "as saying" follows."""
_INSERTED = frozenset(("say", "add"))
"""Verbs that stand with their speaker between a subject and its verb: "the plan, said the mayor, is late"."""
_NOBODY_ELSE = AUTHOR | NEGATIVE_SUBJECTS
"""Subjects that are no source: the writer, and nobody."""
_OWN = frozenset(("our", "my"))
_BEHIND_SPEAKER = MARKS | RELATIVES | {"to", "speaking"}
_BEFORE_PARTICIPLE = AUXILIARIES | {",", "and"}
_OBJECTS = DETERMINERS | {"him", "them", "it"}
_LISTENER_STARTS = DETERMINERS | LISTENERS
_ATTACHING = word_set(
    """ambassador ambassadors envoy envoys adviser advisers advisor advisors aide aides representative representatives
    delegate delegates emissary close next heir loyal linked allied related opposed sympathetic addition reference
    regard relation response"""
)
"""Words that "to" belongs to: "the envoy to the lake states", not "the mayor to reporters"."""


class CueKind(StrEnum):
    """What attributes."""

    VERB = "verb"
    ACCORDING = "according"
    PASSIVE = "passive"
    HEARSAY = "hearsay"
    HEADLINE = "headline"
    CITING = "citing"


class Cue(NamedTuple):
    """An attributing expression; unit indices of its row, half-open.

    Attributes:
        kind: What attributes.
        lemma: Verb, or "according to".
        verb: Unit of the verb.
        start, end: The attributing words, speaker included.
        speaker: Who speaks; None for hearsay.
        stance: What the speaker does with the content.
        relay: Who passes it on, named inside the cue ("told Reuters", "quoted by").
        before, after: Unit ranges of the content in this sentence.
        direct: Whether the content is nothing but quotation.
        open: Whether the content stands behind the sentence's end ("said:").
        inside: Index of the cue in whose content this one stands.
    """

    kind: CueKind
    lemma: str
    verb: int
    start: int
    end: int
    speaker: Phrase | None
    stance: Stance = Stance.ASSERTS
    relay: Phrase | None = None
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    direct: bool = False
    open: bool = False
    inside: int | None = None


def find_cues(row: Row) -> tuple[Cue, ...]:
    """Attributing expressions of a row in order; what they govern is left open.

    What "was reported" is whose who is named behind "according to"; what "were reported killed" is whose who says so
    at the end.
    """
    if row.vocabulary.isdisjoint(TRIGGERS):
        return _headline(row) if row.heading else ()
    cues: list[Cue] = []
    for index, word in enumerate(row.lowers):
        cue = _cue_at(row, index, cues) if word in TRIGGERS else None
        if cue is not None:
            cues.append(cue)
    named = any(cue.kind is CueKind.ACCORDING for cue in cues)
    told = len(cues) == _HEARD_AND_TOLD and _closes(row, cues[-1])
    return tuple(cue for cue in cues if not ((named and _is_passive(cue)) or (told and _is_fate(row, cue))))


def _is_passive(cue: Cue) -> bool:
    return cue.kind is CueKind.HEARSAY and cue.lemma in HEARSAY_PASSIVES


def _is_fate(row: Row, cue: Cue) -> bool:
    return _is_passive(cue) and cue.lemma in FOUND_SO and row.lower(cue.end) in FATES


def _closes(row: Row, cue: Cue) -> bool:
    """Whether who says all of the sentence stands at its end: "…, the army said"."""
    return cue.kind is CueKind.VERB and row.lower(cue.start - 1) == "," and row.lower(cue.end) in SENTENCE_MARKS


def _headline(row: Row) -> tuple[Cue, ...]:
    """`Ten dead in market blast: officials`."""
    colon = next((at for at in range(len(row) - 1, 0, -1) if row.lower(at) == ":"), None)
    speaker = None if colon is None else phrase_after(row, colon + 1)
    if colon is None or speaker is None or len(row) - speaker.end > 1 or speaker.end - colon > _HEADLINE_SOURCE:
        return ()
    return (Cue(CueKind.HEADLINE, ":", colon, colon + 1, speaker.end, speaker, before=(0, colon)),)


def addressee_end(row: Row, index: int) -> int:
    """One past the listener of "told": a pronoun, a name or a short noun phrase that starts at unit `index`."""
    limit = min(index + _ADDRESSEE_REACH, len(row))
    for at in range(index, limit):
        if _ends_addressee(row, at):
            return at
        if is_finite(row, at):
            break
    while index < limit and row.lower(index) in {"the", "a", "an", "his", "her", "its", "state", "local", "news"}:
        index += 1
    if index < limit and not row.texts[index][0].isupper():
        return index + 1
    while index < limit and row.texts[index][0].isupper():
        index += 1
    return index


def _ends_addressee(row: Row, at: int) -> bool:
    word = row.lower(at)
    if word in {"that", ":", ",", ".", "on", "in", "at", "during", "by", "via", "late"} or row.is_folded(at):
        return True
    return is_time(row.words(at, at + 1))


def _cue_at(row: Row, index: int, earlier: Sequence[Cue]) -> Cue | None:
    word = row.lower(index)
    if word == "according":
        speaker = phrase_after(row, index + 2, participles=True) if row.lower(index + 1) == "to" else None
        if speaker is None or row.lower(speaker.start) in _OWN:
            return None
        # "According to Lena Voss, the bridge ..." goes on with what she says.
        opens = index == 0 or row.lower(index - 1) in COORDINATORS
        speaker = with_apposition(row, speaker, articles=not opens)
        return Cue(CueKind.ACCORDING, "according to", index, index, speaker.end, speaker)
    if word in HEARSAY:
        return None if earlier else Cue(CueKind.HEARSAY, word, index, index, index + 1, None)
    continued = reported_as(row, index - 1) is not None and (
        word == "saying" or (bool(earlier) and earlier[-1].lemma in _QUOTING)
    )
    if continued or row.texts[index][0].isupper() or (earlier and index < earlier[-1].end):
        return None
    return _verb_cue(row, index, REPORTING_VERBS[word], earlier)


def _verb_cue(row: Row, index: int, verb: ReportingVerb, earlier: Sequence[Cue]) -> Cue | None:
    start = group_start(row, index)
    group = frozenset(row.lowers[start:index])
    means = _by_means(row, index + 1)
    if means and row.lower(start - 1) == ",":
        return None
    if verb.form is Form.PAST and ((row.lower(index + 1) == "by" and not means) or BE & group):
        return _passive(row, index, start, verb, heard=not earlier)
    if verb.lemma in _QUOTING and verb.form is Form.ING:
        origin = phrase_after(row, index + 1)
        return Cue(CueKind.CITING, verb.lemma, index, index, origin.end, origin) if origin else None
    quoted = _quoting(row, index, start, verb) if verb.lemma in _QUOTING_AS else None
    if quoted is not None:
        return quoted
    silent = MODALS & group or row.lower(start - 1) in NOUN_MARKERS or not _can_report(row, index + 1, verb.lemma)
    stance = None if silent else _stance(verb, group)
    speaker = None if stance is None else _speaker(row, index, start, verb, earlier)
    if stance is None or speaker is None or not _reports(row, index, start, verb, speaker):
        return None
    participle = verb.form is Form.ING and not BE & group
    first = start if participle or speaker.rule == SHARED_SUBJECT else min(speaker.start, start)
    end = speaker.end if speaker.start > index else index + 1
    relay = _listener(row, index, verb)
    return Cue(CueKind.VERB, verb.lemma, index, first, end, speaker, stance, relay)


def _by_means(row: Row, index: int) -> bool:
    """Whether "by" names what carries the voice, as in "said by telephone"; "by Radio Okapi" names who speaks."""
    if row.lower(index) != "by" or index + 1 >= len(row) or row.texts[index + 1] not in SPEECH_MEANS:
        return False
    return index + 2 >= len(row) or not row.texts[index + 2][0].isupper()


def reported_as(row: Row, index: int) -> ReportingVerb | None:
    """The verb of "quoted as saying" or "as warning" whose "as" stands at unit `index`; None where there is none."""
    verb = REPORTING_VERBS.get(row.lower(index + 1)) if row.lower(index) == "as" else None
    return verb if verb is not None and verb.form is Form.ING else None


def _quoting(row: Row, index: int, start: int, verb: ReportingVerb) -> Cue | None:
    """`Y quoted X as saying`, `Y reported X as saying`: X is the origin, Y relays."""
    origin = phrase_after(row, index + 1)
    if origin is None:
        return None
    end = _behind_apposition(row, origin.end)
    said = reported_as(row, end)
    if said is None:
        return None
    origin = origin._replace(end=end)
    relay = subject_of(row, start)
    if relay is None:
        return None
    stance = Stance.DENIES if said.denies else Stance.ASSERTS
    return Cue(CueKind.VERB, verb.lemma, index, min(relay.start, start), origin.end, origin, stance, relay)


def _behind_apposition(row: Row, index: int) -> int:
    """First unit behind an apposition from `index` on that closes before "as": "quoted X, a doctor, as saying"."""
    if row.lower(index) != ",":
        return index
    limit = min(index + CLAUSE_REACH, len(row))
    closing = next((at for at in range(index + 1, limit) if row.lower(at) == ","), index)
    return closing + 1 if row.lower(closing + 1) == "as" else index


def _stance(verb: ReportingVerb, group: frozenset[str]) -> Stance | None:
    """What the verb does, its negation counted; None where nothing is said."""
    if not NEGATIONS & group:
        return Stance.DENIES if verb.denies else Stance.ASSERTS
    if verb.lemma in DOUBTING:
        return Stance.DENIES
    return Stance.NO_CONFIRMATION if verb.lemma == "confirm" else None


def _passive(row: Row, index: int, start: int, verb: ReportingVerb, *, heard: bool) -> Cue | None:
    behind = time_end(row, index + 1) if verb.lemma in _QUOTING else index + 1
    following = row.lower(behind)
    agent = _agent(row, behind + 1) if following == "by" else None
    if verb.lemma in _QUOTING and (agent is not None or following == "as"):
        speaker = subject_of(row, start)
        if speaker is None:
            return None
        end = agent.end if agent else behind
        said = reported_as(row, end)
        stance = Stance.DENIES if said is not None and said.denies else Stance.ASSERTS
        return Cue(CueKind.VERB, verb.lemma, index, min(speaker.start, start), end, speaker, stance, agent)
    if agent is not None and verb.lemma in PASSIVES:
        stance = Stance.DENIES if verb.denies else Stance.ASSERTS
        return Cue(CueKind.PASSIVE, verb.lemma, index, start, agent.end, agent, stance)
    negated = not NEGATIONS.isdisjoint(row.lowers[start:index])
    found = following in {"that", "to"} or (verb.lemma in FOUND_SO and following in FATES)
    if heard and not negated and verb.lemma in HEARSAY_PASSIVES and found:
        return Cue(CueKind.HEARSAY, verb.lemma, index, start, index + 1, None)
    return None


def _agent(row: Row, start: int) -> Phrase | None:
    """Who speaks behind the verb, without to whom: "reported by the bishop to the council"."""
    phrase = phrase_after(row, start)
    if phrase is None:
        return None
    told = range(start + 1, phrase.end)
    end = next((at for at in told if row.lower(at) == "to" and row.lower(at - 1) not in _ATTACHING), phrase.end)
    end -= end > start + 1 and row.lower(end - 1) in PREPOSITIONS
    return phrase._replace(end=end, head_end=end)


def _speaker(row: Row, index: int, start: int, verb: ReportingVerb, earlier: Sequence[Cue]) -> Phrase | None:
    if verb.form is Form.ING and BE.isdisjoint(row.lowers[start:index]):
        return _participle_subject(row, start, earlier)
    speaker = _inverted(row, index, start, verb) or subject_of(row, start)
    if speaker is None or row.lower(speaker.start) in _NOBODY_ELSE:
        return None
    if row.lower(speaker.start - 1) == "what":
        return None
    if is_participle(row, index, start, verb, speaker):
        return None
    return speaker if agrees(row, index, start, verb, speaker) else None


def _inverted(row: Row, index: int, start: int, verb: ReportingVerb) -> Phrase | None:
    """Speaker behind the verb: `"...", said X`, `the town fell, said X` or `the plan, said X, is late`."""
    if start != index or index == 0 or verb.frame in {Frame.ADDRESSEE, Frame.OBJECT}:
        return None
    quoted = row.is_speech(index - 1) or (row.lower(index - 1) in DASHES and quoted_just_before(row, index))
    clause = row.lower(index - 1) == "," and has_main_verb(row, 0, index - 1)
    inserted = row.lower(index - 1) == "," and verb.lemma in _INSERTED and _is_inserted(row, index + 1)
    phrase = _agent(row, index + 1) if quoted or clause or inserted else None
    if phrase is None or row.lower(phrase.start) in {"that", "it", "they"} or _is_mass(row, phrase):
        return None
    if without_leading_adjunct(row, phrase.start, phrase.end) != phrase.start:
        return None
    if phrase.end < len(row) and is_finite(row, phrase.end):
        return None
    return with_apposition(row, phrase) if quoted or row.lower(phrase.end) in _BEHIND_SPEAKER else None


def _is_inserted(row: Row, start: int) -> bool:
    """Whether the verb of the clause around it follows behind a speaker that starts at unit `start`."""
    phrase = _agent(row, start)
    end = len(row) if phrase is None else with_apposition(row, phrase).end + 1
    return end < len(row) and row.lower(end - 1) == "," and is_finite(row, end)


def _is_mass(row: Row, phrase: Phrase) -> bool:
    """Whether a phrase is one bare noun in the singular, which names nobody: "claimed victory"."""
    bare = phrase.head_end - phrase.start == 1 and row.texts[phrase.start].islower()
    return bare and not is_plural(row, phrase)


def _participle_subject(row: Row, start: int, earlier: Sequence[Cue]) -> Phrase | None:
    if earlier and earlier[-1].speaker is not None:
        return earlier[-1].speaker._replace(rule=SHARED_SUBJECT)
    apart = row.lower(start - 1) in {",", "by", "after", "before", "from", "without"}
    phrase = clause_subject(row, 0, start) if apart else subject_before(row, start)
    if phrase is None or row.lower(phrase.start) in AUTHOR:
        return None
    return None if not apart and row.lower(start - 1) in SLOGANS else phrase


def _reports(row: Row, index: int, start: int, verb: ReportingVerb, speaker: Phrase) -> bool:
    """Whether what follows, or a quotation in front, makes the verb a report."""
    following = row.lower(index + 1)
    if (
        (verb.lemma in {"say", "tell"} and following != "nothing")
        or following in CONTENT_SIGNS
        or quoted_just_before(row, min(speaker.start, start))
    ):
        return True
    on_duty = verb.lemma == "report" and following in {"for", "to", "back"}
    if verb.lemma in THAT_ONLY or following == "nothing" or on_duty:
        return False
    if following in MARKS:
        return True
    if verb.lemma == "call":
        return _calls(row, index + 1)
    if verb.lemma in BARE_OBJECT:
        return verb.form is not Form.ING or row.lower(index - 1) in _BEFORE_PARTICIPLE
    return verb.frame in {Frame.OBJECT, Frame.ADDRESSEE} or _has_complement(row, index + 1)


def _can_report(row: Row, start: int, lemma: str) -> bool:
    """Whether the words behind a verb let it report: not "spoke to", "denied access", "claimed lives"."""
    following = row.lower(start)
    match lemma:
        case "put" | "give":
            return _tells_a_toll(row, start)
        case "speak":
            return following == "of"
        case "claim":
            return not _takes_lives(row, start)
        case _:
            return following not in _NO_REPORT_BEFORE.get(lemma, ())


def _tells_a_toll(row: Row, start: int) -> bool:
    """Whether a number of victims follows: "the death toll at 21", "a toll of 33 dead"."""
    words = [row.lower(at) for at in range(start, min(start + _NEAR_TOLL, len(row)))]
    joint = next((at for at, word in enumerate(words) if word in {"at", "of"}), 0)
    counted = any(word[:1].isdigit() or word in CARDINAL_WORDS for word in words[joint:])
    return counted and not TOLLS.isdisjoint(words[:joint])


def _takes_lives(row: Row, start: int) -> bool:
    """Whether lives are what is claimed, as in "claimed at least 12 lives"; "claimed 12 lives were saved" reports."""
    for at in range(start, min(start + _NEAR_LIVES, len(row))):
        if row.lower(at) in LOST:
            return at + 1 >= len(row) or not is_finite(row, at + 1)
        if row.lower(at) in CONTENT_BREAKS or is_finite(row, at):
            break
    return False


def _calls(row: Row, start: int) -> bool:
    """Whether "called" asks for something or names something, rather than telephones or summons."""
    if row.lower(start) in {"for", "on"} or any(row.inners[start : start + 6]):
        return True
    return row.lower(start) in _OBJECTS and _renames(row, start + 1)


def _renames(row: Row, start: int) -> bool:
    """Whether a second noun phrase follows the first, as in "called it a crime"."""
    return any(row.lower(at) in {"a", "an"} for at in range(start, min(start + 6, len(row))))


def _has_complement(row: Row, start: int) -> bool:
    limit = min(start + CLAUSE_REACH, len(row))
    return any(row.is_folded(at) or is_finite(row, at) for at in range(start, limit))


def _listener(row: Row, index: int, verb: ReportingVerb) -> Phrase | None:
    """The medium that was told, or that carried the statement, and so passes it on."""
    start = index + 1
    if verb.frame is not Frame.ADDRESSEE:
        near = row.lowers[start : start + _NEAR_SETTING]
        setting = next((at for at, word in enumerate(near, start) if word in SETTINGS), None)
        if setting is None or row.lower(setting + 1) not in {"with", "to", "by", "carried", "on"}:
            return None
        start = setting + (3 if row.lower(setting + 2) == "by" else 2)
    end = min(addressee_end(row, start), len(row))
    outlet = find_outlet(row.words(start, end))
    return Phrase(start, end, end, "listener") if outlet and outlet[1].type in RELAYING else None


def adjunct_end(row: Row, index: int, openers: frozenset[str]) -> int:
    """One past an adjunct between a verb and its content ("on Friday", "in a statement"); `index` when none."""
    after = time_end(row, index)
    if after > index or row.lower(index) not in openers:
        return after
    if row.lower(index) == "to" and not _is_listener(row, index + 1):
        return index
    limit = min(index + CLAUSE_REACH, len(row))
    for at in range(index + 1, limit):
        if row.lower(at) in {"that", ":", ",", "."} or row.is_folded(at):
            return at
        if is_finite(row, at):
            return index
        if row.lower(at) in SETTINGS and not _has_complement_of_noun(row, at + 1):
            return at + 1
    return limit if limit == len(row) else index


def _is_listener(row: Row, index: int) -> bool:
    """Whether the word behind "to" opens a noun phrase rather than an infinitive."""
    word = row.lower(index)
    return word in _LISTENER_STARTS or (index < len(row) and row.texts[index][0].isupper())


def _has_complement_of_noun(row: Row, index: int) -> bool:
    return row.lower(index) in {"with", "to", "on", "by", "of", "from", "carried", "posted"}
