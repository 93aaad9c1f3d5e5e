"""The noun phrase that speaks: in front of a verb, behind it, across an apposition or a relative clause.

Every search is bounded by `_REACH` words, so that a sentence without punctuation costs no more than its length.
"""

from __future__ import annotations

from typing import NamedTuple

from summarize.lexicon.grammar import (
    AUXILIARIES,
    BE,
    BULLETS,
    CONJUNCTIONS,
    CONNECTIVES,
    DASHES,
    DETERMINERS,
    HUMAN_HEADS,
    NEGATIVE_SUBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from summarize.lexicon.reporting import HELD_AGAINST, REPORTING_VERBS
from summarize.lexicon.words import ARTICLES
from summarize.resolving.clauses import (
    MARKS,
    Row,
    group_start,
    is_adverb,
    is_finite,
    is_time,
    may_end_time,
    time_end,
)

SHARED_SUBJECT = "shared subject"
"""Rule of a speaker who is the subject of an earlier verb: "came and said"."""
RELATIVE_CLAUSE = "relative clause"
"""Rule of a speaker whom a relative clause tells of: "the rebels, who denied it"."""
_OF_CHARGE = frozenset(("of", "for", "with", "on", "over", "in"))
"""Prepositions behind "accused", "blamed", "charged", "criticised"."""
_OF_PARTICIPLES = frozenset(("with", "to", "in", "on", "at", "from", "near"))
"""Prepositions behind the participle of a description; "by" makes no verb of it anyway."""
_REACH = 60
"""Words between a subject's first word and its verb: beyond, the reader has lost it too."""
_MOST_PIECES = 12
_LONGEST_NAME = 40
_LIST_ITEM = 4
_LISTING = frozenset(("and", "or"))
_JOINING = _LISTING | {"but", "then"}
_STOPS = frozenset((";", ":")) | DASHES | BULLETS
_ENDING = _STOPS | {",", ".", "!", "?"}
"""Marks and bullets behind which a phrase does not go on."""
_SMALL = PREPOSITIONS | DETERMINERS
_PARTICIPIAL = frozenset(("having", "being"))
"""Participles that open a clause about its subject, and are none themselves: "having determined what it was"."""
_NO_NAME = PREPOSITIONS | AUXILIARIES | {"there"}
_BEFORE_ARTICLE = _SMALL | {"and", "or", "all", "both", "half", "such", "even", "only", "quite"}
"""Words behind which an article goes on with the same noun phrase."""
_BEHIND_APPOSITION = MARKS | RELATIVES
_BEHIND_PARTICIPLE = PREPOSITIONS | CONJUNCTIONS
_PERSONAL = frozenset(("who", "whose"))
_PARENTHETICAL = frozenset(("who", "which", "whose", "whom", "where"))


class Phrase(NamedTuple):
    """A noun phrase as unit range.

    Attributes:
        start, end: Units of the whole phrase, apposition included.
        head_end: One past the last unit of the head phrase.
        rule: How it was found, as named in docs/sources.md.
    """

    start: int
    end: int
    head_end: int
    rule: str


def subject_before(row: Row, verb: int) -> Phrase | None:
    """Noun phrase in front of the verb group that starts at unit `verb`; None when there is none."""
    if verb <= 0:
        return None
    previous = row.lower(verb - 1)
    if previous in RELATIVES:
        return _antecedent(row, verb - 1)
    if previous == ",":
        return _before_apposition(row, verb - 1)
    if previous in DASHES:
        return _between_dashes(row, verb - 1)
    if previous in _JOINING:
        return _shared(row, verb - 1)
    return _adjacent(row, verb)


def clause_subject(row: Row, start: int, end: int) -> Phrase | None:
    """Subject of the first finite verb between units `start` and `end`."""
    for index in range(max(start, end - 2 * _REACH), end):
        if not is_finite(row, index):
            continue
        verb = group_start(row, index)
        phrase = None if row.lower(verb - 1) in _JOINING else subject_before(row, verb)
        if phrase is not None:
            return phrase
    return None


def phrase_after(row: Row, start: int, *, participles: bool = False) -> Phrase | None:
    """Noun phrase that starts at unit `start`; None when there is none.

    Args:
        row: The sentence.
        start: Unit of its first word.
        participles: Whether words in -ed belong to it ("a statement posted by the ministry").
    """
    end = start
    depth = 0
    while end < min(len(row), start + _REACH):
        word = row.lower(end)
        depth += (word == "(") - (word == ")")
        if depth <= 0 and word != ")" and _ends_phrase(row, start, end, participles=participles):
            break
        end += 1
    head_end = _without_trailing_time(row, end)
    if not _is_nominal(row, start, head_end):
        return None
    return Phrase(start, head_end, head_end, "behind the verb")


def _ends_phrase(row: Row, start: int, index: int, *, participles: bool) -> bool:
    word = row.lowers[index]
    if word in _ENDING or row.is_speech(index):
        return True
    if index == start:
        return False
    verb = word in AUXILIARIES if participles else is_finite(row, index)
    return word in CONJUNCTIONS or verb


def with_apposition(row: Row, phrase: Phrase, *, articles: bool = True) -> Phrase:
    """A name with what it is said to be behind a comma: "Lena Voss, a doctor in exile", "Lena Voss, Oxfam's director".

    Args:
        row: The sentence.
        phrase: The name.
        articles: Whether an article may open what stands behind; without one, it has to name a post.
    """
    first = phrase.end + 1
    if row.lower(phrase.end) != "," or first >= len(row) or not row.texts[phrase.end - 1][0].isupper():
        return phrase
    article = row.lower(first) in {"a", "an", "the"}
    behind = phrase_after(row, first, participles=article)
    if behind is None or (article and not articles):
        return phrase
    posts = HUMAN_HEADS.intersection(row.lowers[first : behind.end])
    ends = row.lower(behind.end) in _BEHIND_APPOSITION or row.is_folded(behind.end)
    return phrase._replace(end=behind.end) if ends and (article or posts) else phrase


def has_main_verb(row: Row, start: int, end: int) -> bool:
    """Whether the units hold a finite verb outside a relative or subordinate clause."""
    for at in range(start, end):
        if row.lower(at) in _PARENTHETICAL:
            return False
        if is_finite(row, at):
            return row.lower(start) not in CONJUNCTIONS
    return False


def without_leading_adjunct(row: Row, start: int, end: int) -> int:
    """First unit after conjunctions, adverbs and time adjuncts that open the range."""
    while start < end - 1:
        word = row.lower(start)
        if word in NEGATIVE_SUBJECTS or word in {"both", "all"}:
            break
        after = start + 1 if word in {"and", "but", "or", "yet", "so", ","} or is_adverb(word) else time_end(row, start)
        if after == start or after >= end:
            break
        start = after
    return start


def _adjacent(row: Row, end: int) -> Phrase | None:
    last = _without_trailing_time(row, end)
    start = _left_edge(row, last)
    relative = _restrictive(row, start)
    head_end = last if relative is None else relative
    if relative is not None:
        start = _left_edge(row, relative)
    start = _with_list(row, without_leading_adjunct(row, start, head_end), head_end)
    start = _reduced_relative(row, start, head_end)
    if _is_nominal(row, start, head_end):
        return Phrase(start, last, head_end, "in front of the verb")
    return _behind_relative(row, end)


def _behind_relative(row: Row, verb: int) -> Phrase | None:
    """The "official" of "an official who declined to be named said": "who" makes clear whose verb the last one is.

    So does "whose": "a man whose brother was killed said".
    """
    relative = verb - 1
    while relative > max(0, verb - _REACH) and row.is_word(relative) and row.lower(relative) not in _PERSONAL:
        relative -= 1
    if relative < 1 or row.lower(relative) not in _PERSONAL or not row.is_word(relative - 1):
        return None
    if not any(is_finite(row, at) for at in range(relative + 1, verb)):
        return None
    start = without_leading_adjunct(row, _left_edge(row, relative), relative)
    return Phrase(start, verb, relative, "in front of the verb") if _is_nominal(row, start, relative) else None


def _reduced_relative(row: Row, start: int, end: int) -> int:
    """Start of "the rebels" in "a claim the rebels rejected": a second article behind a bare noun.

    It is the same in text that lost its commas: "in the capital Damascus a monitor said".
    """
    last = row.lowers[end - 2] if end - start > 1 else ""
    if last and row.lower(end - 1) in PRONOUNS and row.is_word(end - 2) and last not in _BEFORE_ARTICLE:
        return start if is_adverb(last) else end - 1
    for index in range(end - 1, start, -1):
        if row.lowers[index] in ARTICLES and row.is_word(index - 1):
            before = row.lowers[index - 1]
            return start if before in _BEFORE_ARTICLE or is_adverb(before) else index
    return start


def _restrictive(row: Row, edge: int) -> int | None:
    """Unit of the "who" in "officials who asked not to be named", when `edge` lies inside such a clause."""
    if edge == 0 or not is_finite(row, edge - 1):
        return None
    relative = group_start(row, edge - 1) - 1
    opens = relative > 0 and row.lower(relative) in RELATIVES and row.is_word(relative - 1)
    return relative if opens else None


def _left_edge(row: Row, end: int) -> int:
    """Where the noun phrase that ends at `end` can start at the earliest."""
    depth, index, floor = 0, end, max(0, end - _REACH)
    while index > floor:
        word = row.lower(index - 1)
        depth += (word == ")") - (word == "(")
        if depth < 0 or (depth == 0 and word != "(" and _bounds(row, index - 1)):
            return index
        index -= 1
    return index


def _bounds(row: Row, index: int) -> bool:
    word = row.lowers[index]
    if word in _STOPS or word == "," or row.is_speech(index) or (row.texts[index] == "-" and _is_apart(row, index)):
        return True
    if word in _LISTING:
        return _joins_clauses(row, index)
    return word in CONJUNCTIONS or is_finite(row, index)


def _is_apart(row: Row, hyphen: int) -> bool:
    """Whether a hyphen stands by itself, as in front of an item of a list or behind a stamp of the time."""
    start, end = row.starts[hyphen], row.ends[hyphen]
    return row.text[end : end + 1].isspace() and not row.text[max(0, start - 1) : start].strip()


def _joins_clauses(row: Row, conjunction: int) -> bool:
    """Whether a finite verb stands in the clause in front of "and": it joins clauses then, not names."""
    for index in range(conjunction - 1, max(-1, conjunction - _REACH), -1):
        if row.is_folded(index) or row.lowers[index] in {",", ";", ":"}:
            return False
        if is_finite(row, index):
            return True
    return False


def _with_list(row: Row, start: int, end: int) -> int:
    """Take in "Russia, Iran" of "Russia, Iran and Turkey"."""
    if _LISTING.isdisjoint(row.lowers[start:end]):
        return start
    while start > 1 and row.lower(start - 1) == ",":
        edge = _left_edge(row, start - 1)
        if not _is_list_item(row, edge, start - 1):
            break
        start = edge
    return start


def _is_list_item(row: Row, start: int, end: int) -> bool:
    if not 0 < end - start <= _LIST_ITEM or not all(map(row.is_word, range(start, end))):
        return False
    first = row.lowers[start]
    named = row.texts[start][0].isupper() and first not in PREPOSITIONS and not is_adverb(first)
    return named and not is_time(row.words(start, end))


def _without_trailing_time(row: Row, end: int) -> int:
    """End of the phrase without "on Friday" or "later" at its end."""
    if not may_end_time(row.lower(end - 1)):
        return end
    for start in range(max(1, end - 4), end):
        if time_end(row, start) >= end and row.is_word(start) and is_time(row.words(start, end)):
            return start
    return end


def _is_nominal(row: Row, start: int, end: int) -> bool:
    """Whether the units can name somebody."""
    if not 0 < end - start <= _LONGEST_NAME:
        return False
    first = row.lowers[start]
    if not (row.is_word(start) or row.is_folded(start)) or first in _NO_NAME:
        return False
    if end - start == 1 and first in _PARTICIPIAL:
        return False
    progressive = end - start == 1 and first.endswith("ing") and start > 0 and row.lower(start - 1) in BE
    if progressive or row.lower(end - 1) in PREPOSITIONS or is_time(row.words(start, end)):
        return False
    named = (at for at in range(start, end) if row.lowers[at] not in _SMALL and row.is_word(at))
    return any(not row.texts[at][0].isdigit() for at in named)


def _antecedent(row: Row, relative: int) -> Phrase | None:
    end = relative - 1 if row.lower(relative - 1) == "," else relative
    if end <= 0:
        return None
    start = without_leading_adjunct(row, _left_edge(row, end), end)
    if row.lower(start) in PREPOSITIONS:
        start = next((at for at in range(start, end) if row.lower(at) in DETERMINERS), end)
    return Phrase(start, relative + 1, end, RELATIVE_CLAUSE) if _is_nominal(row, start, end) else None


def _before_apposition(row: Row, comma: int) -> Phrase | None:
    """Subject in front of an apposition that closes with a comma: the first noun phrase of its clause."""
    pieces = _pieces(row, comma)
    told = [at for at, piece in enumerate(pieces) if has_main_verb(row, *piece) and not _describes(row, *piece)]
    described = 0 not in told and all(_opens_with_participle(row, *pieces[at]) for at in told)
    clause = 0 if described else max(told, default=-1) + 1
    for start, end in pieces[clause:]:
        opening = without_leading_adjunct(row, start, end)
        first = row.lowers[opening]
        if first in CONJUNCTIONS or is_finite(row, opening) or not _is_nominal(row, opening, end):
            continue
        if end - opening == 1 and first in CONNECTIVES:
            continue
        if first.endswith("ing") and row.texts[opening][0].islower():
            continue
        inner = range(opening + 1, end)
        head_end = next((at for at in inner if row.lower(at) in _PARENTHETICAL or _is_held(row, at)), end)
        return Phrase(opening, comma, head_end, "in front of an apposition")
    return None


def _describes(row: Row, start: int, end: int) -> bool:
    """Whether words between commas describe what stands before: "an armed group affiliated with the Front"."""
    verbs = [at for at in range(start, end) if is_finite(row, at)]
    if len(verbs) != 1 or not row.lower(verbs[0]).endswith("ed"):
        return False
    described = row.lower(verbs[0] + 1) in _OF_PARTICIPLES and row.lower(start) in {"a", "an"}
    return described or _is_held(row, verbs[0])


def _is_held(row: Row, at: int) -> bool:
    """Whether a participle tells what somebody is accused of: "the minister accused of theft"."""
    verb = REPORTING_VERBS.get(row.lower(at))
    held = verb is not None and verb.lemma in HELD_AGAINST and row.lower(at + 1) in _OF_CHARGE
    return held and row.lower(at - 1) not in AUXILIARIES


def _opens_with_participle(row: Row, start: int, end: int) -> bool:
    """Whether words between commas tell what was done to what stands before: "worried about the war"."""
    first = row.lower(start)
    opens = row.lower(start + 1) in _BEHIND_PARTICIPLE and start + 1 < end
    return opens and first.endswith("ed") and is_finite(row, start)


def _pieces(row: Row, end: int) -> list[tuple[int, int]]:
    """Comma-separated pieces in front of unit `end`, left to right, up to a stronger mark or speech."""
    pieces: list[tuple[int, int]] = []
    depth, index, floor = 0, end, max(0, end - 2 * _REACH)
    while index > floor and len(pieces) < _MOST_PIECES:
        word = row.lowers[index - 1]
        depth += (word == ")") - (word == "(")
        if word in {";", ":"} or depth < 0 or row.is_speech(index - 1):
            break
        if word == "," and depth == 0:
            pieces.append((index, end))
            end = index - 1
        index -= 1
    pieces.append((index, end))
    return [(start, stop) for start, stop in pieces[::-1] if start < stop]


def _between_dashes(row: Row, dash: int) -> Phrase | None:
    """Subject in front of a pair of dashes that closes at unit `dash`."""
    floor = max(-1, dash - _REACH)
    opening = next((at for at in range(dash - 1, floor, -1) if row.lower(at) in DASHES), None)
    phrase = None if opening is None else _adjacent(row, opening)
    return None if phrase is None else Phrase(phrase.start, dash, phrase.head_end, "in front of dashes")


def _shared(row: Row, conjunction: int) -> Phrase | None:
    """Subject of the clause in front of "and", which the verb behind it shares."""
    start = conjunction
    floor = max(0, conjunction - _REACH)
    while start > floor and not (row.is_speech(start - 1) or row.lower(start - 1) == ";"):
        start -= 1
    phrase = clause_subject(row, start, conjunction)
    return None if phrase is None else Phrase(phrase.start, phrase.end, phrase.head_end, SHARED_SUBJECT)
