"""What an attributing expression governs: the words in front of it, behind it, or on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.lexicon.grammar import (
    ADJUNCT_OPENERS,
    CLAIM_NOUNS,
    CONJUNCTIONS,
    COORDINATORS,
    DASHES,
    PREPOSITIONS,
    TAKING_UP,
)
from summarize.lexicon.reporting import REPORTING_VERBS, Form, Frame
from summarize.record import Stance
from summarize.resolving.attributing import Cue, CueKind, addressee_end, adjunct_end, reported_as
from summarize.resolving.clauses import (
    MARKS,
    SENTENCE_MARKS,
    Row,
    has_verb,
    is_adverb,
    is_finite,
    is_time,
    quoted_just_before,
)
from summarize.resolving.subjects import RELATIVE_CLAUSE, SHARED_SUBJECT, has_main_verb, phrase_after

_LONGEST_OPENING = 8
_SHORTEST_CLAUSE = 4
"""Words without a recognised verb that still make a clause ("Ten dead, officials said")."""
_NEAR = 3
_NEIGHBOURS = 12
"""Cues of one sentence that are weighed against each other."""
_LOOSE = frozenset((",", ":", ";", ".", "and", "but")) | DASHES
_PARTING = frozenset((",", ";")) | DASHES
_OPENERS = PREPOSITIONS | CONJUNCTIONS
_ADVERBIAL = frozenset(
    ("as", "while", "when", "after", "before", "because", "although", "though", "since", "until", "who")
)
"""Words that open a clause about the saying rather than what is said: "officials said as night fell"."""
_TAKING_UP = frozenset(("as", "which"))
"""Words by which a clause behind a comma speaks of what stands before it: ", which the rebels denied"."""
_LOOSE_END = _LOOSE | _TAKING_UP | {"while", "whereas", "although"}
_ALL_OF = frozenset(("all", "both"))
"""Words that open what is said rather than come between: "urged all coastal states"."""
_CLOSING = frozenset((CueKind.VERB, CueKind.ACCORDING))
"""Cues that may stand behind all that they report."""
_NOT_RESUMING = frozenset(["but", "while", "who", "which", "although", "though", "citing", "as", "whose"])


def govern(row: Row, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues of a row with the ranges they govern and the cue each is embedded in."""
    placed: list[Cue] = []
    for position, cue in enumerate(cues):
        placed.append(_governing(row, cue, placed, cues[position + 1 : position + 1 + _NEIGHBOURS]))
    return tuple(placed)


def _governing(row: Row, cue: Cue, placed: Sequence[Cue], later: Sequence[Cue]) -> Cue:
    if cue.kind is CueKind.HEADLINE:
        return cue
    tail, sign = _tail(row, cue)
    if sign == "that" and _tells_of_speaker(row, cue, tail):
        sign = "end"
    outer = _embedding(cue, placed)
    before = None if outer is not None else _trim(row, _begin(placed), cue.start)
    after = _trim(row, tail, max(_end(row, cue, tail, later), cue.end))
    if cue.kind is CueKind.HEARSAY:
        return cue._replace(before=before, after=after, inside=outer)
    if placed and (takes_up(row, cue) or _passes_on(row, cue, placed[-1], sign)):
        return cue._replace(before=placed[-1].after or placed[-1].before)
    relayed = sign == "end" and before is not None and bool(placed) and before == placed[-1].after
    prior = relayed or (before is not None and _is_reported(row, before, cue, sign))
    forward = sign in {"that", "“", ":"} or (sign == "," and prior and _resumes(row, tail))
    forward = forward or (sign in {"bare", ","} and not prior)
    backward = prior and sign not in {"that", ":"}
    if backward and before is not None and _goes_on(row, cue, sign, before, after):
        backward, forward = False, True
    elif backward and before is not None and quoted_just_before(row, cue.start):
        before = _introduced(row, before)
        if not forward and (resumed := _resumed_quotation(row, tail, later)) is not None:
            after, forward = resumed, True
    announced = sign == ":" and after is None
    kept = (before if backward else None, after if forward else None)
    return cue._replace(
        start=cue.start if backward else _opening(row, cue, placed),
        end=max(cue.end, tail if sign in {"that", "bare"} else _listener_end(row, cue)),
        before=kept[0],
        after=kept[1],
        direct=announced or _is_direct(row, kept[0] or kept[1]),
        open=announced,
        inside=outer,
    )


def _tail(row: Row, cue: Cue) -> tuple[int, str]:
    """Where the content behind the cue starts, and the sign that opens it."""
    index = _behind_listener(row, cue)
    while index < len(row):
        sign = _sign(row, index)
        if sign in {"that", ":"}:
            return index + 1, sign
        if sign == "," and (behind := _behind_insertion(row, index)):
            return behind, "that"
        if sign:
            return index, sign
        word = row.lower(index)
        after = index + 1 if is_adverb(word) and word not in _ALL_OF else adjunct_end(row, index, ADJUNCT_OPENERS)
        if after == index:
            return index, "bare"
        index = after
    return index, "end"


def _sign(row: Row, index: int) -> str:
    """The sign that a unit is, by which content opens or ends; empty for words of an adjunct or of the content."""
    word = row.lower(index)
    if word == "that":
        return "bare" if _points(row, index) else word
    if row.is_folded(index):
        return "“"
    if word == "," or word in DASHES:
        return ","
    if word in SENTENCE_MARKS:
        return "end"
    return word if word == ":" else ""


def _points(row: Row, index: int) -> bool:
    """Whether "that" goes with its noun: "disputed that notion, saying", but "denied that the notion was his"."""
    behind = row.lower(index + 2)
    return row.lower(index + 1) in TAKING_UP and (behind in MARKS or behind in PREPOSITIONS)


def _is_inverted(cue: Cue) -> bool:
    """Whether nobody stands in front of the verb: "said the mayor", but not "the radio quoted the mayor"."""
    behind = cue.speaker is not None and cue.speaker.start > cue.verb
    return behind and cue.kind is CueKind.VERB and cue.start == cue.verb


def _tells_of_speaker(row: Row, cue: Cue, tail: int) -> bool:
    """Whether "that" behind an inverted speaker opens a clause about it: "said a message that was read out"."""
    if not _is_inverted(cue) or row.lower(tail - 2) == "," or tail >= len(row):
        return False
    return quoted_just_before(row, cue.start) or is_finite(row, tail)


def _behind_insertion(row: Row, comma: int) -> int | None:
    """First unit of what is said behind words between commas and "that": "said, however, that"."""
    limit = min(comma + _LONGEST_OPENING, len(row))
    closing = next((at for at in range(comma + 1, limit) if row.lower(at) == "," or is_finite(row, at)), comma)
    inserted = closing > comma + 1 and row.lower(closing) == "," and row.lower(comma + 1) not in _NOT_RESUMING
    return closing + 2 if inserted and row.lower(closing + 1) == "that" else None


def _behind_listener(row: Row, cue: Cue) -> int:
    """First unit behind the listener, "as saying", and a source cited in between; behind the "of" of "spoke of"."""
    index = _listener_end(row, cue)
    if cue.lemma == "speak":
        return index + 1
    said_as = reported_as(row, index)
    if said_as is not None:
        index = addressee_end(row, index + 2) if said_as.frame is Frame.ADDRESSEE else index + 2
    if row.lower(index) == "," and row.lower(index + 1) in {"citing", "quoting"}:
        cited = phrase_after(row, index + 2)
        if cited is not None and row.lower(cited.end) == "," and row.lower(cited.end + 1) == "that":
            return cited.end + 1
    return index


def _listener_end(row: Row, cue: Cue) -> int:
    verb = REPORTING_VERBS.get(row.lower(cue.verb))
    told = cue.kind is CueKind.VERB and verb is not None and verb.frame is Frame.ADDRESSEE
    return addressee_end(row, cue.end) if told else cue.end


def _embedding(cue: Cue, placed: Sequence[Cue]) -> int | None:
    """Index of the cue whose content this one stands in ("the monitor said the army claimed")."""
    for index in range(len(placed) - 1, max(-1, len(placed) - 1 - _NEIGHBOURS), -1):
        content = placed[index].after
        apart = cue.speaker is not None and cue.speaker.rule == RELATIVE_CLAUSE
        if content is not None and content[0] <= (cue.verb if apart else cue.start) < content[1]:
            return index
    return None


def _begin(placed: Sequence[Cue]) -> int:
    """Where content in front of the next cue can begin."""
    if not placed:
        return 0
    return placed[-1].after[0] if placed[-1].after is not None else placed[-1].end


def _end(row: Row, cue: Cue, start: int, later: Sequence[Cue]) -> int:
    """Where content that starts at unit `start` ends: at the next cue that is not part of it."""
    for other in later:
        if other.verb > start and _breaks_off(row, start, other):
            return _head_end(other)
        if other.start <= start:
            continue
        if takes_up(row, other):
            return _claim_start(row, start, other.start - 1)
        if _is_coordinate(row, start, other) or _speaks_on(row, cue, other) or _closes(row, start, other):
            return other.start
    return len(row)


def _breaks_off(row: Row, start: int, other: Cue) -> bool:
    """Whether a cue tells in the writer's voice what whom it is said of says: "blamed the rebels, who denied it"."""
    if other.speaker is None or other.speaker.rule != RELATIVE_CLAUSE or row.lower(_head_end(other)) != ",":
        return False
    return _head_end(other) > start and not has_main_verb(row, start, _head_end(other))


def _head_end(cue: Cue) -> int:
    return cue.speaker.head_end if cue.speaker is not None else cue.start


def _speaks_on(row: Row, cue: Cue, other: Cue) -> bool:
    """Whether a cue is the next thing that the same subject does: "denied the raid and said", "denied it, saying"."""
    if cue.speaker is None or other.speaker is None or other.speaker.rule != SHARED_SUBJECT:
        return False
    joined = row.lower(other.start - 1) in COORDINATORS or _is_participle(row, other)
    return other.speaker.start == cue.speaker.start and joined


def _closes(row: Row, start: int, other: Cue) -> bool:
    """Whether a cue stands behind all it can report: "accused the rebels of looting, Reuters reported"."""
    behind = other.kind in _CLOSING and row.lower(other.start - 1) == "," and other.start - 1 >= start
    return behind and other.speaker is not None and _tail(row, other)[1] == "end"


def _passes_on(row: Row, cue: Cue, previous: Cue, sign: str) -> bool:
    """Whether a cue behind a report relays what that stands behind: "ten died, the army said, Reuters reported"."""
    behind = previous.after is None and previous.before is not None and {cue.kind, previous.kind} <= _CLOSING
    return behind and sign == "end" and row.lower(cue.start - 1) == "," and _tail(row, previous)[0] == cue.start - 1


def takes_up(row: Row, cue: Cue) -> bool:
    """Whether a cue speaks of what was just said: "a claim the rebels rejected", ", as the mayor had reported"."""
    before = row.lower(cue.start - 1)
    if cue.stance is Stance.DENIES and before in CLAIM_NOUNS:
        return True
    apart = before in _TAKING_UP and row.lower(cue.start - 2) == ","
    return apart and cue.kind is CueKind.VERB and _tail(row, cue)[1] == "end"


def _claim_start(row: Row, start: int, noun: int) -> int:
    return next((at for at in range(noun, max(start, noun - _LONGEST_OPENING), -1) if row.lower(at) == ","), noun)


def _is_coordinate(row: Row, start: int, cue: Cue) -> bool:
    if cue.kind is CueKind.HEARSAY:
        return False
    before = row.lower(cue.start - 1)
    if before in COORDINATORS:
        parted = before != "and" or row.lower(cue.start - 2) in _PARTING
        return parted or not has_verb(row, (start, cue.start - 1))
    return before in _PARTING and (cue.speaker is None or has_main_verb(row, start, cue.start - 1))


def _is_reported(row: Row, before: tuple[int, int], cue: Cue, sign: str) -> bool:
    """Whether the words in front of a cue are what it reports, not an adjunct of its own clause."""
    previous = row.lower(cue.start - 1)
    if quoted_just_before(row, cue.start) or cue.kind is CueKind.PASSIVE or (previous == "," and _is_inverted(cue)):
        return True
    if cue.kind is CueKind.ACCORDING and (sign == "end" or _opens_another(row, cue) or has_verb(row, before)):
        return sign == "end" or not _opens_another(row, cue)
    alone = sign == "end" and cue.kind is CueKind.VERB
    if alone and (_has_main_clause(row, before) or _says_all(row, before, previous)):
        return True
    if previous != "," and previous not in DASHES and cue.kind is not CueKind.ACCORDING:
        return False
    if row.lower(before[0]) in _OPENERS:
        return _has_main_clause(row, before)
    return has_verb(row, before) or before[1] - before[0] >= _SHORTEST_CLAUSE


def _opens_another(row: Row, cue: Cue) -> bool:
    """Whether a cue opens the second of two clauses: "the guards left, but according to the mayor, they stayed"."""
    return row.lower(cue.start - 1) in COORDINATORS or row.lower(cue.start - 1) == ";"


def _says_all(row: Row, before: tuple[int, int], previous: str) -> bool:
    """Whether the words in front of a report with nothing behind it are what it reports: "Ten dead, officials said"."""
    first = row.lower(before[0])
    adjunct = first in _OPENERS or is_adverb(first) or is_time(row.words(*before))
    return previous == "," and (has_verb(row, before) or not adjunct)


def _goes_on(row: Row, cue: Cue, sign: str, before: tuple[int, int], after: tuple[int, int] | None) -> bool:
    """Whether the words behind a verb are its content, whatever stands in front: "the army fled, saying it had won"."""
    if cue.kind is not CueKind.VERB or after is None or sign not in {"bare", "“"}:
        return False
    inverted = cue.speaker is not None and cue.speaker.start > cue.verb
    if inverted or row.lower(after[0]) in _ADVERBIAL or _is_adjunct(row, after):
        return False
    if _is_participle(row, cue):
        return not _is_direct(row, before)
    if sign == "“" or (quoted_just_before(row, cue.start) and not _ends_in_title(row, before)):
        return False
    return has_verb(row, after) or REPORTING_VERBS[row.lower(cue.verb)].frame in {Frame.OBJECT, Frame.ADDRESSEE}


def _is_adjunct(row: Row, units: tuple[int, int]) -> bool:
    """Whether words behind a verb say when or how it was said: "hours after it fell", "published on Friday"."""
    first = units[0]
    near = [row.lower(at) for at in range(first, min(first + _NEAR, units[1]))]
    timed = any(word in {"after", "before", "later"} for word in near) and not has_verb(row, (first, first + len(near)))
    return timed or (near[0] in PREPOSITIONS and near[0] != "to") or is_finite(row, first)


def _introduced(row: Row, before: tuple[int, int]) -> tuple[int, int]:
    """Of the words in front of a cue the quotation alone, where a colon introduces it."""
    quotation = next(at for at in range(before[1] - 1, before[0] - 1, -1) if row.is_folded(at))
    return (quotation, before[1]) if row.lower(quotation - 1) == ":" else before


def _resumed_quotation(row: Row, comma: int, later: Sequence[Cue]) -> tuple[int, int] | None:
    """The second half of a quotation that its speaker interrupts: "“The road,” she said, smiling, “is open.”"."""
    if row.lower(comma) != ",":
        return None
    end = later[0].start if later else len(row)
    quotation = next((at for at in range(comma, end) if row.is_folded(at)), None)
    if quotation is None or has_verb(row, (comma, quotation)):
        return None
    return quotation, quotation + 1


def _is_participle(row: Row, cue: Cue) -> bool:
    """Whether the verb is a participle behind a comma, which shares the subject of the clause in front."""
    return REPORTING_VERBS[row.lower(cue.verb)].form is Form.ING and row.lower(cue.start - 1) == ","


def _ends_in_title(row: Row, before: tuple[int, int]) -> bool:
    """Whether the quotation in front of a cue is the name of something in an adjunct: "on “Morning News,” she said"."""
    return not row.is_folded(before[0]) and row.lower(before[0]) in _OPENERS and not has_verb(row, before)


def _has_main_clause(row: Row, units: tuple[int, int]) -> bool:
    """Whether some comma-separated piece is a clause of its own rather than an adjunct."""
    start = units[0]
    for index in range(*units):
        if row.lower(index) == ",":
            if has_main_verb(row, start, index):
                return True
            start = index + 1
    return has_main_verb(row, start, units[1])


def _resumes(row: Row, comma: int) -> bool:
    """Whether the content goes on behind the comma that closes a cue set inside it."""
    following = row.lower(comma + 1)
    return following not in _NOT_RESUMING and not following.endswith("ing")


def _opening(row: Row, cue: Cue, placed: Sequence[Cue]) -> int:
    """Start of the attributing words, a time adjunct in front of the speaker included ("On Friday, ...")."""
    floor = max(placed[-1].end if placed else 0, cue.start - _LONGEST_OPENING)
    for start in range(floor, cue.start):
        clear = start == 0 or row.lower(start - 1) in {",", "and", "but", "that"}
        if clear and is_time(row.words(start, cue.start)):
            return start
    return cue.start


def _is_direct(row: Row, units: tuple[int, int] | None) -> bool:
    if units is None:
        return False
    quoted = False
    for index in range(*units):
        if row.is_word(index):
            return False
        quoted = quoted or row.is_folded(index)
    return quoted


def _trim(row: Row, start: int, end: int) -> tuple[int, int] | None:
    """The range without marks and conjunctions at its ends; None when nothing is left."""
    while start < end and row.lower(start) in _LOOSE:
        start += 1
    while end > start and row.lower(end - 1) in _LOOSE_END:
        end -= 1
    return (start, end) if start < end else None
