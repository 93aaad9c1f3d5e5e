"""From tokens to mentions: which phrases are quoted, and how much of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from summarize.lexicon import nations, nouns, words
from summarize.lexicon.grammar import word_set
from summarize.mentions.capitals import take_back
from summarize.mentions.kinds import kind_of
from summarize.mentions.phrases import QUOTES, Phrase, read_phrase
from summarize.mentions.roles import VERBS, assign_roles, is_compound
from summarize.mentions.tokens import Token, tokenise
from summarize.mentions.types import Mention, MentionKind
from summarize.tuples import maker

_ACTING_ADJECTIVES = word_set("army government insurgent militant military opposition rebel regime")
_AFTER_ONE = words.AUXILIARIES | words.PREPOSITIONS | {"and", ",", ".", ";", ")"}
_OPENS_NOTHING = frozenset(("", "number", "unknown"))
"""Roles of words that no phrase begins with."""
_HOLDERS = nouns.ARMED - nouns.MODIFIERS
"""Who can hold a stronghold."""
_LONGEST_KEPT = 2000
_ARTICLES = frozenset(("a", "an"))
_MEANS = word_set("air artillery drone missile mortar rocket suicide")
"""Kinds of attack, whose capital behind a date says nothing: "10 Aug 2013 Air strikes"."""


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Phrases that can fill "who" and "where", in order, not overlapping.

    Quoted are noun phrases without a leading number and, where a name follows, without "the": "Syrian army", but
    "the army". A name after "the town of" is quoted alone, a name after "the province of" with it, because a
    province and the town it is named after are two places. Parts of a coordination are separate phrases. A name
    that one sentence does not settle takes the kind it has elsewhere in the text, so a whole article is better read
    at once. Takes time linear in the text and never raises.

    Args:
        text: A sentence, or an article.

    Example:
        >>> [(m.text, m.kind.value) for m in find_mentions("Rebels shelled the town of Azaz, the monitor said.")]
        [('Rebels', 'actor'), ('Azaz', 'place'), ('the monitor', 'actor')]
    """
    return _of_sentence(text) if len(text) <= _LONGEST_KEPT else tuple(_settled(_unsettled(text)))


@lru_cache(maxsize=512)
def _of_sentence(text: str) -> tuple[Mention, ...]:
    """Mentions of a short text, kept because several stages look at the same sentence."""
    return tuple(_settled(_unsettled(text)))


def find_mentions_in(sentences: Iterable[str]) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each sentence of one article, with offsets in the sentence.

    As `find_mentions`, but no phrase runs over a sentence's end, and a name that its own sentence does not settle
    takes the kind it has in the others.

    Args:
        sentences: Texts of the sentences, in order.

    Returns:
        Mentions of each sentence, in the order given.
    """
    found = [_unsettled(text, sentence=True) for text in sentences]
    settled = iter(_settled([mention for mentions in found for mention in mentions]))
    return tuple(tuple(islice(settled, len(mentions))) for mentions in found)


def _unsettled(text: str, *, sentence: bool = False) -> list[Mention]:
    tokens = tokenise(text, sentence=sentence)
    take_back(tokens)
    assign_roles(tokens)
    return list(_mentions(text, tokens))


def _mentions(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    reached = 0
    previous: Phrase | None = None
    previous_kind: MentionKind | None = None
    for position, token in enumerate(tokens):
        if position < reached or token.role in _OPENS_NOTHING or _is_bracketed(tokens, position, previous):
            continue
        phrase = read_phrase(tokens, position)
        if isinstance(phrase, int):
            alone = _adjective_alone(tokens, position, phrase)
            if alone is not None:
                yield _mention(text, tokens, alone, alone + 1, MentionKind.ACTOR)
            elif _is_one_of_a_people(tokens, position, phrase):
                yield _mention(text, tokens, position, phrase, MentionKind.PEOPLE)
            reached = phrase
            continue
        reached = max(phrase.end, position + 1)
        kind = kind_of(tokens, phrase, previous, previous_kind)
        if kind is MentionKind.PLACE:
            phrase, kind = _without_weak_place(tokens, phrase)
        if not _is_event(tokens, phrase) and not _is_thing(tokens, phrase):
            yield _mention(text, tokens, _first_quoted(tokens, phrase, kind), phrase.stop, kind)
            previous, previous_kind = phrase, kind


def _mention(text: str, tokens: Sequence[Token], first: int, stop: int, kind: MentionKind) -> Mention:
    start, end = tokens[first].start, tokens[stop - 1].end
    return _of_span((start, end, text[start:end], kind))


_of_span = maker(Mention)


def _is_bracketed(tokens: Sequence[Token], position: int, previous: Phrase | None) -> bool:
    """Whether this is the "SDF" of "Syrian Democratic Forces (SDF)", or a mark of the wire such as "[TEXT]"."""
    if not (tokens[position].text.isupper() and 0 < position < len(tokens) - 1):
        return False
    around = tokens[position - 1].text + tokens[position + 1].text
    return around == "[]" or (around == "()" and previous is not None and previous.end == position - 1)


def _adjective_alone(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The adjective that alone says who acts: "Russian" before "air strikes", "rebel" before "shelling"."""
    if stop >= len(tokens) or tokens[stop].low not in words.ATTACK_NOUNS:
        return None
    for position in range(start, stop):
        token = tokens[position]
        if is_compound(token):
            continue
        if token.known in ("nationality", "country") or token.low in _ACTING_ADJECTIVES:
            return position
    return None


def _is_one_of_a_people(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether this is "a Syrian" or "2,000 Sudanese" with no noun after it."""
    if stop == start + 1 and tokens[start].text in nations.PEOPLES and tokens[start].known == "nationality":
        return stop == len(tokens) or tokens[stop].low in _AFTER_ONE or tokens[stop].low in VERBS
    if stop != start + 2 or tokens[start].low not in _ARTICLES or tokens[start + 1].known != "nationality":
        return False
    following = tokens[stop] if stop < len(tokens) else None
    if is_compound(tokens[start + 1]) or tokens[start + 1].text not in nations.NATIONALITIES:
        return False
    return following is None or following.low in _AFTER_ONE


def _is_event(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a capitalised phrase names an event or a paper: "Operation Steel", "Geneva Convention"."""
    head = tokens[phrase.stop - 1]
    if head.role != "name" or head.known:
        return False
    if head.low in nouns.EVENT_NAMES:
        return True
    first = phrase.first + (tokens[phrase.first].role == "determiner")
    return tokens[first].low == "operation"


def _is_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether an unknown name is a letter, has a digit, or stands after "a" or "their" or before "strikes"."""
    head = tokens[phrase.head]
    if head.role != "name" or head.known:
        return False
    if len(head.text) == 1 or any(map(str.isdigit, head.text)):
        return True
    following = tokens[phrase.stop].low if phrase.stop < len(tokens) else ""
    if phrase.stop == phrase.first + 1 and head.low in _MEANS and following in words.ATTACK_NOUNS:
        return True
    if phrase.place or tokens[phrase.first].role != "determiner" or head.text.isupper():
        return False
    inside = tokens[phrase.first + 1 : phrase.head]
    return tokens[phrase.first].low not in ("the", "this") and not any(t.role == "head" for t in inside)


def _without_weak_place(tokens: Sequence[Token], phrase: Phrase) -> tuple[Phrase, MentionKind]:
    """The holder instead of a place that says nothing: "Daesh" for "Daesh strongholds"."""
    if tokens[phrase.head].low in nouns.WEAK_PLACES and phrase.stop == phrase.head + 1:
        for position in range(phrase.head - 1, phrase.first - 1, -1):
            token = tokens[position]
            if token.known == "actor" or (token.role == "head" and token.low in _HOLDERS):
                return phrase._replace(stop=position + 1), MentionKind.ACTOR
    return phrase, MentionKind.PLACE


def _first_quoted(tokens: Sequence[Token], phrase: Phrase, kind: MentionKind) -> int:
    first = phrase.first
    if phrase.stop == first + 1:
        return first
    if tokens[first].low in ("a", "an", "another"):
        first = max((p for p in range(first + 1, phrase.head) if tokens[p].role == "number"), default=first)
    elif tokens[first].low in _ARTICLES and phrase.stop < len(tokens) and tokens[phrase.stop].low in words.ATTACK_NOUNS:
        first += 1
    # Behind the last "UK-based" that stands before a name.
    named = [p + 1 for p in range(first, phrase.head) if tokens[p].low.endswith("-based") and tokens[p + 1].capital]
    first = named[-1] if named else first
    while first + 1 < phrase.stop and _is_dropped(tokens[first], tokens[first + 1], last=first + 2 == phrase.stop):
        first += 1
    return _name_of_place(tokens, first, phrase.stop) if kind is MentionKind.PLACE else first


def _is_dropped(token: Token, following: Token, *, last: bool) -> bool:
    """Whether a phrase is quoted without this first token; `last` says that only one more follows."""
    if token.role == "determiner" and following.text in QUOTES:
        return True
    if token.low == "the":
        return following.capital
    if token.low == "whose":
        return True
    if token.low in _ARTICLES:
        return last and following.known in ("actor", "country") and following.role == "name"
    return token.role == "number" or token.text in QUOTES


def _name_of_place(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the name of a place begins after adjectives such as "the neighbouring"."""
    if not any(t.role == "name" for t in tokens[first:stop]):
        return first
    position = first
    while position < stop and tokens[position].role in ("determiner", "modifier"):
        token = tokens[position]
        if token.low in nouns.COMPASS and (token.capital or tokens[position + 1].role == "name"):
            return position
        if token.capital and token.known != "nationality":
            return first
        position += 1
    if position < stop and (tokens[position].role == "name" or tokens[position].low in nouns.DIVISIONS):
        return position
    return first


_TELLING_KINDS = (MentionKind.ACTOR, MentionKind.PLACE)


def _settled(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, unsettled names with the kind they have elsewhere in the text."""
    other = MentionKind.OTHER
    unsettled = {m.text for m in mentions if m.kind is other}
    if not unsettled:
        yield from mentions
        return
    votes: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    for mention in mentions:
        if mention.kind in _TELLING_KINDS:
            for name in {mention.text, mention.text.rsplit(maxsplit=1)[-1]} & unsettled:
                votes[name][mention.kind] += 1
    for mention in mentions:
        if mention.kind is other and mention.text in votes:
            yield mention._replace(kind=votes[mention.text].most_common(1)[0][0])
        else:
            yield mention
