"""Reads one noun phrase from left to right: determiner, modifiers, names, head noun, and what the head takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.lexicon import nouns, words
from summarize.lexicon.grammar import word_set
from summarize.mentions.roles import ACTOR_HEADS, PLACE_HEADS, VERBS, is_compound
from summarize.mentions.tokens import Token
from summarize.tuples import maker

_LONGEST = 14
_DEEPEST = 3
QUOTES = frozenset("\"'“”‘’«»„`")
_ADJECTIVES = word_set(
    """
    civilian extremist guerrilla insurgent islamist jihadist loyalist migrant militant military official
    paramilitary passenger police rebel refugee security separatist service state student terrorist worker
    """
)
_NEED_DETERMINER = word_set(
    """
    area arm bank base border borders canal captain captive cell center centre chief command company country couple crew
    cross dead deputy desert displaced donor east elderly enemy field fields force friend front gang general hall
    head hostage house household injured interior judge king land library line lines major majority member mine mines
    minority missing mission monument museum north office park part parts patrol population power prince prisoner
    private public radio room route service services shop side sides society source south staff stand state store team
    television theater theatre unit ward well west wing wounded zone
    """
)
_SINGULAR = (PLACE_HEADS | nouns.PLATFORMS) - nouns.PARTS
_TAKEN = frozenset(("captive", "hostage", "prisoner"))
"""What somebody is taken: "gunmen took a teacher hostage"."""
_AREAS = word_set("centimetres feet foot inches kilometers kilometres km meters metres miles mile yards")
_NEVER_SECOND = (nouns.PARTS & nouns.COMPASS) | _TAKEN
_DEGREES = word_set("excessive lethal deadly brute undue military such full enough disproportionate overwhelming")
_ABSTRACT_BEFORE_OF = word_set(
    "movement command state power service services force authority administration office arm union"
)
_RANKS = frozenset(("major", "general", "deputy", "chief"))
_PLURALS = word_set("people men women children police elderly clergy staff crew personnel")
_COLLECTIVE = word_set("dead displaced elderly injured missing public wounded")
_WITH_OTHER_MEANINGS = _ABSTRACT_BEFORE_OF | _RANKS | _COLLECTIVE | {"force", "forces", "head"}
_DOUBTFUL = (
    _NEED_DETERMINER
    | _ABSTRACT_BEFORE_OF
    | _RANKS
    | _COLLECTIVE
    | _SINGULAR
    | nouns.MODIFIERS
    | nouns.PEOPLE
    | {"forces"}
)
_NAMED_PARTS = word_set("neighbourhood neighborhood quarter area district suburb village")
_JOINING_HEADS = word_set("army government military opposition rebel regime state")
_OF_LINKS = frozenset(("for", "on", "against"))
_DESCRIBED_PLACES = frozenset(("country", "city", "town", "province", "region", "village", "capital", "island"))
_WAY_LINKS = frozenset(("to", "towards", "into", "from", "between"))
_OVER = frozenset(("over", "across"))
_SECOND_ENDS = {"from": ("to", "into", "towards"), "between": ("and",)}
_AROUND = frozenset(("around", "near", "surrounding"))
_WHO = nouns.ARMED | nouns.PEOPLE
_BEFORE_PERSONS = nouns.TITLES | nouns.OFFICIALS
_NAMED_BODIES = ACTOR_HEADS | nouns.NAME_ONLY_ORGANISATIONS
_POSSESSED = (
    ACTOR_HEADS | nouns.PEOPLE | frozenset(("capital", "border", "borders", "airspace", "territory", "countryside"))
)


class Phrase(NamedTuple):
    """Tokens `first` to `stop` with the head that decides the kind.

    `end` is where reading goes on; `place` says that the words around settle it as a place.
    """

    first: int
    stop: int
    head: int
    end: int
    place: bool = False


_phrase = maker(Phrase)


def read_phrase(tokens: Sequence[Token], start: int, *, depth: int = 0) -> Phrase | int:
    """The phrase that begins at `start`, or the position to go on at when none does.

    Args:
        tokens: Tokens with their roles.
        start: Where it begins.
        depth: How many phrases it stands inside; a phrase in a phrase in a phrase is not extended further.
    """
    if _is_second_verb(tokens, start):
        return start + 1
    owned = start > 0 and tokens[start - 1].low == "'s"
    determined = owned or tokens[start].role == "determiner"
    head, position = _read_to_head(tokens, start, determined=determined)
    if head < 0:
        return max(position, start + 1)
    phrase = _phrase((_after_description(tokens, start, head), head + 1, head, head + 1, False))
    if depth >= _DEEPEST:
        return phrase
    return _with_possessed(tokens, _extend(tokens, phrase, depth), depth)


def _read_to_head(tokens: Sequence[Token], start: int, *, determined: bool) -> tuple[int, int]:
    """Last head of the phrase, -1 for none, and where reading stopped."""
    head = -1
    position = start + 1 if tokens[start].role == "determiner" else start
    limit = min(len(tokens), start + _LONGEST)
    while position < limit:
        token = tokens[position]
        if token.breaks and position > start:
            break
        if token.role in ("name", "head"):
            if not (_continues(tokens, head, position) if head >= 0 else _can_begin(tokens, start, position)):
                break
            if token.role == "name" or not _is_no_head(tokens, start, position, determined=determined):
                head = position
            elif token.low not in nouns.MODIFIERS:
                break
        elif not _is_inside(tokens, start, position, head, determined=determined):
            break
        position += 1
    return head, position


def _is_inside(tokens: Sequence[Token], start: int, position: int, head: int, *, determined: bool) -> bool:
    """Whether a token that is neither name nor head belongs to the phrase being read."""
    token = tokens[position]
    if token.role == "modifier":
        return not _is_verb_of(tokens, start, position) if determined else not _is_verb(tokens, start, position)
    if token.role == "number":
        return determined and head < 0
    return (
        _inside_name(tokens, position, head)
        or (token.role == "unknown" and _modifies(tokens, start, position, head, determined=determined))
        or _joins_adjectives(tokens, start, position, head)
        or (token.text in QUOTES and determined and position == start + 1)
    )


def _can_begin(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether what stands before the first name or head can belong to it; "the ground ISIL lost" is two phrases."""
    before, token = tokens[position - 1], tokens[position]
    if position == start or token.role == "head":
        return True
    return before.role != "unknown" and not (token.known == "actor" and before.low.endswith("ing"))


def _is_second_verb(tokens: Sequence[Token], position: int) -> bool:
    """Whether a participle shares its object with the verb before "and": "killed and injured residents"."""
    if not (position > 1 and tokens[position - 1].low == "and" and tokens[position - 2].low in VERBS):
        return False
    token = tokens[position]
    determined = position > 2 and tokens[position - 3].role == "determiner"  # noqa: PLR2004 - "the besieged and bombed"
    return not determined and token.low.endswith("ed") and not token.capital


def _is_verb(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether a participle opens a phrase without a determiner, and so is a verb: "captured positions"."""
    token, before = tokens[position], tokens[position - 1]
    if token.capital or not (position == start or (position == start + 1 and before.low.endswith("ly"))):
        return False
    named = position + 1 < len(tokens) and tokens[position + 1].role == "name"
    return token.low in VERBS or (named and token.low.endswith("ed") and not is_compound(token))


def _is_verb_of(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether a participle behind a noun that is not known is its verb: "the floodwater destroyed 9,400 houses"."""
    before, following = tokens[position - 1], tokens[position + 1 : position + 2]
    noun = position > start + 1 and before.role == "unknown" and not before.low.endswith("ly") and not before.capital
    counted = bool(following) and following[0].role in ("number", "determiner")
    return noun and counted and tokens[position].low in VERBS and not tokens[position].capital


def _low(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].low if 0 <= position < len(tokens) else ""


def _continues(tokens: Sequence[Token], head: int, position: int) -> bool:  # noqa: PLR0911 - first match wins
    """Whether the name or head at `position` goes on with a phrase that has a head already."""
    previous, token = tokens[head], tokens[position]
    if token.low in _NEVER_SECOND and not token.capital:
        return False
    if token.role == "head":
        if previous.role == "head" and not previous.capital and token.capital and previous.low not in nouns.TITLES:
            return False
        return not (
            previous.role == "head" and previous.low.endswith("s") and not previous.capital and position > head + 1
        )
    if position > head + 1 and previous.role == "head" and tokens[position - 1].low not in nouns.NAME_PARTICLES:
        return False
    if previous.known == "country":
        return not token.known and _ends_as_organisation(tokens, position)
    if token.known == "country" and previous.known:
        return False
    plural = previous.role == "head" and not previous.capital and previous.low.endswith("s")
    return not (plural and previous.low in _WHO)


def _ends_as_organisation(tokens: Sequence[Token], position: int) -> bool:
    limit = min(len(tokens), position + _LONGEST)
    while position < limit and tokens[position].capital and tokens[position].role == "name":
        position += 1
    if position < limit and tokens[position].role == "head" and tokens[position].capital:
        return True
    return tokens[position - 1].low in nouns.NAME_ONLY_ORGANISATIONS


def _is_no_head(tokens: Sequence[Token], start: int, position: int, *, determined: bool) -> bool:
    """Whether a word that can be a head is not one here."""
    token = tokens[position]
    if token.low == "square" and _low(tokens, position + 1) in _AREAS:
        return True
    if token.low in nouns.COMPOUND_PLACES:
        return position == start or tokens[position - 1].low not in nouns.COMPOUND_PLACES[token.low]
    if token.low not in _DOUBTFUL:
        return False
    if _means_something_else(tokens, start, position):
        return True
    may_lack = not (determined or token.capital)
    may_describe = token.low in nouns.MODIFIERS and position + 1 < len(tokens)
    if not (may_lack or may_describe):
        return False
    named = any(t.known or t.role == "name" for t in tokens[start:position])
    return (may_lack and not named and _lacks_determiner(tokens, start, position)) or (
        may_describe and _describes_what_follows(tokens, start, position, determined=determined, named=named)
    )


def _means_something_else(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether it is a verb ("forces them"), a thing ("use of force", "the movement of"), a rank, "another injured"."""
    token = tokens[position]
    low = token.low
    if low not in _WITH_OTHER_MEANINGS:
        return False
    following_low = _low(tokens, position + 1)
    if token.capital:
        return low == "head" and following_low != "of"
    following_role = tokens[position + 1].role if position + 1 < len(tokens) else ""
    return (
        (low == "forces" and (following_low in words.DETERMINERS or following_low in words.PRONOUNS))
        or (low == "head" and following_low != "of")
        or (low == "force" and _low(tokens, position - 1) in _DEGREES)
        or (low in _ABSTRACT_BEFORE_OF and following_low == "of")
        or (low in _RANKS and following_role in ("modifier", "head", "unknown") and not following_low.endswith("ed"))
        or (low in _COLLECTIVE and tokens[start].low != "the")
    )


def _lacks_determiner(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether a lower-case noun without determiner or name is of those that need one."""
    low = tokens[position].low
    if low in _NEED_DETERMINER and position == start:
        return True
    if low.endswith("s") or low in _PLURALS:
        return False
    following_role = tokens[position + 1].role if position + 1 < len(tokens) else ""
    following_low, before = _low(tokens, position + 1), tokens[start - 1] if start else None
    if low in nouns.PEOPLE:
        return following_role == "unknown" and not following_low.endswith(("ed", "s", "ly"))
    counted = before is not None and before.role == "number" and low not in nouns.PLATFORMS
    listed = following_low == "of" or (before is not None and before.low in ("and", "or"))
    return low in _SINGULAR and not (counted or listed or low in nouns.ORGANISATIONS)


def _describes_what_follows(
    tokens: Sequence[Token], start: int, position: int, *, determined: bool, named: bool
) -> bool:
    """Whether it is the adjective of an unknown noun: "a civilian bus", "the rebel offensive", "military plans"."""
    low = tokens[position].low
    the = determined and tokens[start].low not in ("a", "an")
    if (the and low not in _ADJECTIVES) or (named and (the or not determined)):
        return False
    following_low = tokens[position + 1].low
    if following_low in words.ATTACK_NOUNS:
        return not (low.endswith("s") or named)
    return tokens[position + 1].role in ("unknown", "modifier") and not (
        following_low.endswith(("ed", "ly")) or following_low in words.PLACE_PREDICATES
    )


def _modifies(tokens: Sequence[Token], start: int, position: int, head: int, *, determined: bool) -> bool:
    """Whether an unknown lower-case word may stand before the head noun."""
    low = tokens[position].low
    if head >= 0:
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        return (
            tokens[head].known == "actor"
            and head == position - 1
            and following is not None
            and following.role == "head"
            and not low.endswith(("ed", "s", "ly"))
        )
    if not determined:
        return False
    if low.endswith(("ed", "ing")):
        before = tokens[position - 1]
        return before.role in ("determiner", "number", "modifier") or before.low.endswith("ly")
    return position - start <= 5  # noqa: PLR2004 - adjectives before a news noun


def _inside_name(tokens: Sequence[Token], position: int, head: int) -> bool:
    """Whether a small word stands between two parts of a name."""
    if head != position - 1 or tokens[head].role != "name" or position + 1 >= len(tokens):
        return False
    token, following = tokens[position], tokens[position + 1]
    small = token.low in nouns.NAME_PARTICLES or token.text in ("&", "/")
    return small and following.capital and following.role in ("name", "head") and not following.known


def _joins_adjectives(tokens: Sequence[Token], start: int, position: int, head: int) -> bool:
    """Whether "and" stands between two adjectives of one head: "Kurdish and Arab fighters"."""
    if tokens[position].low not in ("and", "or") or position == start or position + 1 >= len(tokens):
        return False
    before, following = tokens[position - 1], tokens[position + 1]
    if head < 0:
        return before.role == "modifier" and following.role in ("modifier", "head")
    return (
        head == position - 1 and before.low in _JOINING_HEADS and following.role == "modifier" and not following.known
    )


def _after_description(tokens: Sequence[Token], start: int, head: int) -> int:
    """Start after a description that gives way to the name after it: "the militant group" before "Ansar"."""
    if tokens[head].role != "name":
        return start
    first = head
    while first > start and (tokens[first - 1].role == "name" or tokens[first - 1].low in nouns.NAME_PARTICLES):
        first -= 1
    before = tokens[first - 1] if first > start else None
    return first if before is not None and before.low in nouns.NAMED_KINDS and not before.capital else start


def _extend(  # noqa: PLR0911 - first match wins
    tokens: Sequence[Token], phrase: Phrase, depth: int
) -> Phrase:
    """The phrase with what follows its head: "of" and a name, "for" in an organisation's name."""
    head = tokens[phrase.head]
    link = _low(tokens, phrase.head + 1)
    if head.low in ("area", "areas") and (link in _AROUND or link in nouns.PARTS):
        beside = link in _AROUND or _low(tokens, phrase.head + 2) == "of"
        return _joined(tokens, phrase, phrase.head + (2 if link in _AROUND else 3), depth) if beside else phrase
    if head.low in nouns.WAYS and not head.capital:
        return _along(tokens, phrase, depth)
    if link != "of" and link not in _OF_LINKS:
        return phrase
    after = phrase.head + (3 if _low(tokens, phrase.head + 2) in words.DETERMINERS else 2)
    if after >= len(tokens) or tokens[after].role == "" or tokens[after].breaks or head.role != "head":
        return phrase
    target = tokens[after]
    if link == "of":
        return _extend_of(tokens, phrase, after, depth)
    if head.capital and target.capital and not target.known and head.low in _NAMED_BODIES:
        return _through_capitals(tokens, phrase, after)
    return phrase


def _along(tokens: Sequence[Token], phrase: Phrase, depth: int) -> Phrase:
    """A way with where it leads: "the road from Homs to Palmyra", "the bridge over the Orontes"."""
    link = _low(tokens, phrase.stop)
    over = phrase.stop == phrase.head + 1 and tokens[phrase.head].low.startswith("bridge")
    if link not in (_OVER if over else _WAY_LINKS):
        return phrase
    longer = _to_place(tokens, phrase, depth)
    further = _low(tokens, longer.stop) in _SECOND_ENDS.get(link, ())
    return _to_place(tokens, longer, depth) if further and longer.stop > phrase.stop else longer


def _to_place(tokens: Sequence[Token], phrase: Phrase, depth: int) -> Phrase:
    """The phrase with the place that stands behind the word that follows it, when one does."""
    inner = read_phrase(tokens, phrase.stop + 1, depth=depth + 1) if phrase.stop + 1 < len(tokens) else phrase.stop
    if not isinstance(inner, Phrase) or inner.first != phrase.stop + 1 or tokens[inner.first].breaks:
        return phrase
    head = tokens[inner.head]
    titled = any(t.low.rstrip(".") in _BEFORE_PERSONS for t in tokens[inner.first : inner.stop])
    person = titled or (inner.stop - inner.first > 1 and tokens[inner.first].low in words.GIVEN_NAMES)
    named = head.role == "name" and head.known not in ("actor", "people", "nationality") and not person
    return phrase._replace(stop=inner.stop, end=inner.end, place=True) if named or head.low in PLACE_HEADS else phrase


def _extend_of(  # noqa: PLR0911 - first match wins
    tokens: Sequence[Token], phrase: Phrase, after: int, depth: int
) -> Phrase:
    head, target = tokens[phrase.head], tokens[after]
    low = head.low
    if low in nouns.PARTS and (target.capital or target.low in _DESCRIBED_PLACES):
        return _joined(tokens, phrase, phrase.head + 2, depth)._replace(place=True)
    if low in _NAMED_PARTS and any(t.role == "name" for t in tokens[phrase.first : phrase.head]):
        return phrase
    if low in nouns.PLACE_OF and (target.capital or low not in nouns.SETTLEMENTS):
        inner = read_phrase(tokens, after if target.capital else phrase.head + 2, depth=depth + 1)
        if isinstance(inner, Phrase):
            settled = tokens[inner.head].role == "name" or tokens[inner.head].low in PLACE_HEADS
            return inner._replace(place=target.capital and settled)
    if low in nouns.DIVISIONS and target.capital:
        return _through_capitals(tokens, phrase, after)
    if low in nouns.GROUPS_OF and not head.capital:
        inner = read_phrase(tokens, phrase.head + 2, depth=depth + 1)
        if isinstance(inner, Phrase) and inner.first == phrase.head + 2 and tokens[inner.head].low in _WHO:
            return inner
    if low in nouns.MEMBER_OF:
        return _joined(tokens, phrase, phrase.head + 2, depth)
    if target.known != "nationality" and target.capital and (head.capital or low in nouns.PEOPLE_OF):
        return _through_capitals(tokens, phrase, after)
    return phrase


def _joined(tokens: Sequence[Token], phrase: Phrase, start: int, depth: int) -> Phrase:
    """The phrase with the one that begins at `start`, when one does."""
    if start >= len(tokens) or tokens[start].role == "" or tokens[start].breaks:
        return phrase
    inner = read_phrase(tokens, start, depth=depth + 1)
    if isinstance(inner, Phrase) and inner.first == start:
        return phrase._replace(stop=inner.stop, end=inner.end)
    return phrase


def _through_capitals(tokens: Sequence[Token], phrase: Phrase, position: int) -> Phrase:
    """The phrase up to the end of a run of capitalised words with small words inside."""
    stop = position
    limit = min(len(tokens), position + _LONGEST)
    while position < limit and not (tokens[position].breaks and position > stop):
        token = tokens[position]
        if token.capital and token.role in ("name", "head", "modifier"):
            if position > stop and token.known:
                break
            stop = position + 1
            if token.known in ("country", "actor"):
                break
        elif token.low not in ("of", "and", "for", "the", "&") and token.low not in nouns.NAME_PARTICLES:
            break
        position += 1
    if stop < len(tokens) and tokens[stop].low in ("river", "mountain", "mountains", "valley"):
        stop += 1
    return phrase._replace(stop=stop, end=stop)


def _with_possessed(tokens: Sequence[Token], phrase: Phrase, depth: int) -> Phrase:
    """The phrase with what it owns, where that is an actor: "Assad's regime", but not "Assad's speech"."""
    if tokens[phrase.head].role != "name" or phrase.stop != phrase.end or _low(tokens, phrase.stop) != "'s":
        return phrase
    start = phrase.stop + 1
    if start >= len(tokens) or tokens[start].role not in ("modifier", "head", "name"):
        return phrase
    inner = read_phrase(tokens, start, depth=depth + 1)
    if not isinstance(inner, Phrase) or inner.first != start:
        return phrase
    head = tokens[inner.head]
    if (
        head.role == "head"
        and head.low in _POSSESSED
        and head.low not in ("state", "states")
        and not any(t.known for t in tokens[start : inner.stop])
    ):
        return Phrase(phrase.first, inner.stop, inner.head, inner.end)
    return phrase
