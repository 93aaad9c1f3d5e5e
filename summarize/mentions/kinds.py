"""What a phrase stands for: by its head noun, by the lexicon, or by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.lexicon import nations, nouns, words
from summarize.lexicon.grammar import word_set
from summarize.mentions.phrases import Phrase
from summarize.mentions.roles import ACTOR_HEADS, PLACE_HEADS, VERBS
from summarize.mentions.tokens import Token
from summarize.mentions.types import MentionKind

_PLACE_WHEN_IN = word_set(
    """
    assembly church consulate court department embassy headquarters hospital ministry office offices parliament
    university
    """
)
_PLACE_IN_LOWER_CASE = word_set("fronts department front headquarters house side station territories territory")
_ARMING = word_set(
    """
    armed camouflaged gun-toting heavily-armed hooded knife-wielding machete-wielding masked uniformed
    """
)
_AGENT_PREPOSITIONS = frozenset(("which", "by", "against", "between", "with", "among", "versus", "vs"))
_LINKS = frozenset((",", "and", "or", "the", "such", "as", "including", "like", "from", ";"))
_SKIPPED = words.AUXILIARIES | frozenset(("also", "later", "reportedly", "again", "already", "now", "(", ")"))
_OPENING = frozenset((":", ",", "that", "while", "as", "because", "but", "when", "after", "before", "and"))
_KNOWN = {"actor": MentionKind.ACTOR, "people": MentionKind.PEOPLE}
_SURE_PERSONS = words.GIVEN_NAMES - word_set("ana ban park lee said luz martin salem jack umm el kim")
_PASSIVES = frozenset(("was", "were", "is", "are", "been", "being"))
_PLACES_OF = words.BEFORE_PLACE_OF | PLACE_HEADS | word_set("governor state mayor emir bishop archbishop sultan police")
_NO_SPEAKER_AFTER = words.SURE_PLACE_PREPOSITIONS | {"of"}
_TWO_SIDED = word_set(
    """
    agreement battle battles ceasefire clash clashes conflict deal dispute exchange fight fighting fights meeting
    meetings negotiations relations rivalry talks tension tensions treaty truce violence war
    """
)
_AFTER_AGE = frozenset((",", "-", "–", "—", "―", ".", "", "and"))
_ENDS = frozenset((".", ",", "", "”", '"', "’", "'"))


def kind_of(
    tokens: Sequence[Token], phrase: Phrase, previous: Phrase | None, previous_kind: MentionKind | None
) -> MentionKind:
    """Kind of a phrase, given the one before it and its kind."""
    head = tokens[phrase.head]
    if phrase.place:
        return MentionKind.PLACE
    if head.role == "head":
        return _kind_of_head(tokens, phrase)
    if head.known in _KNOWN:
        return _KNOWN[head.known]
    names = [t for t in tokens[phrase.first : phrase.stop] if t.role == "name"]
    listed = previous_kind if previous is not None and _goes_on(tokens, previous, phrase) else None
    return (
        _by_own_words(tokens, phrase, names)
        or _by_words_before(tokens, phrase, listed)
        or listed
        or _by_words_after(tokens, phrase, names)
    )


def _by_own_words(tokens: Sequence[Token], phrase: Phrase, names: Sequence[Token]) -> MentionKind | None:
    """Kind of a name by its parts: a compass point, a title, a first name, an ending."""
    head, first = tokens[phrase.head], names[0].low.rstrip(".")
    inside = tokens[phrase.first : phrase.head]
    if any(t.low in nouns.COMPASS for t in inside):
        return MentionKind.PLACE
    if any((t.role == "head" and t.low in ACTOR_HEADS) or t.low.rstrip(".") in nouns.TITLES for t in inside):
        return MentionKind.ACTOR
    if first in nouns.PLACE_STARTS and len(names) > 1:
        return MentionKind.PLACE
    if head.known:
        return None
    person = first in words.GIVEN_NAMES and (len(names) > 1 or first in _SURE_PERSONS)
    before = _word_before(tokens, phrase.first)
    speaks = _low(tokens, phrase.end) in words.REPORTING_VERBS and before not in _NO_SPEAKER_AFTER
    if person or speaks or head.low in words.LEADERS or head.low in nouns.NAME_ONLY_ORGANISATIONS:
        return MentionKind.ACTOR
    return MentionKind.PLACE if head.low.endswith(nouns.PLACE_ENDINGS) else None


def _kind_of_head(tokens: Sequence[Token], phrase: Phrase) -> MentionKind:  # noqa: PLR0911 - first match wins
    head = tokens[phrase.head]
    low = head.low
    name = tokens[phrase.head - 1] if phrase.head > phrase.first else None
    if low in _PLACE_WHEN_IN and _word_before(tokens, phrase.first) in words.PLACE_PREPOSITIONS:
        return MentionKind.PLACE
    if low in ("state", "states") and name is not None and name.capital and name.text not in nations.NATIONALITIES:
        return MentionKind.PLACE
    if low in _PLACE_IN_LOWER_CASE and not head.capital:
        return MentionKind.PLACE
    if low in ("bank", "side") and any(t.low in nouns.COMPASS for t in tokens[phrase.first : phrase.head]):
        return MentionKind.PLACE
    if low in ACTOR_HEADS or (low in nouns.NAME_ONLY_ORGANISATIONS and phrase.stop > phrase.head + 1):
        return MentionKind.ACTOR
    if low not in nouns.PEOPLE:
        return MentionKind.PLACE
    armed = any(t.low in _ARMING for t in tokens[phrase.first : phrase.head])
    return MentionKind.ACTOR if armed else MentionKind.PEOPLE


def _word_before(tokens: Sequence[Token], position: int) -> str:
    position -= 1
    while position >= 0 and _stands_before_noun(tokens[position]):
        position -= 1
    return tokens[position].low if position >= 0 and not tokens[position + 1].breaks else ""


def _stands_before_noun(token: Token) -> bool:
    return token.low in words.DETERMINERS or (token.role == "modifier" and token.low not in words.PLACE_OBJECT_VERBS)


def _goes_on(tokens: Sequence[Token], previous: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase goes on with the list of the one before; "the SDF" does not in "In Homs, the SDF fell back"."""
    opening = tokens[previous.first - 1] if previous.first else None
    behind_adjunct = opening is not None and opening.initial and opening.low in words.PLACE_PREPOSITIONS
    verb = _low(tokens, phrase.end)
    between = tokens[previous.end : phrase.first]
    subject = (verb in VERBS or verb in words.AUXILIARIES) and all(t.low in (",", "the") for t in between)
    return _is_listed(tokens, previous, phrase) and not (behind_adjunct and subject)


def _is_listed(tokens: Sequence[Token], previous: Phrase, phrase: Phrase) -> bool:
    """Whether only commas, "and" or "such as" stand between two phrases."""
    between = tokens[previous.end : phrase.first]
    return 0 < len(between) <= 4 and all(t.low in _LINKS and not t.breaks for t in between)  # noqa: PLR2004


def _by_words_before(  # noqa: PLR0911 - first match wins
    tokens: Sequence[Token], phrase: Phrase, listed: MentionKind | None
) -> MentionKind | None:
    """Kind by the preposition or verb before a name."""
    before = _word_before(tokens, phrase.first)
    country = tokens[phrase.head].known == "country"
    earlier = tokens[phrase.first - 2].low if phrase.first > 1 else ""
    if tokens[phrase.first].role == "determiner" or tokens[phrase.first - 1].low in words.DETERMINERS:
        earlier = tokens[phrase.first - 3].low if phrase.first > 2 else earlier  # noqa: PLR2004
    if before in words.SURE_PLACE_PREPOSITIONS or (before == "of" and earlier in _PLACES_OF):
        return MentionKind.PLACE
    if before in ("on", "against", "for") and earlier in words.BEFORE_PLACE_ON and not country:
        return MentionKind.PLACE
    if before == "of" and earlier in words.BEFORE_PERSON_OF and not country:
        return MentionKind.ACTOR
    if before == "between" and earlier not in _TWO_SIDED and not country:
        return MentionKind.PLACE
    if before in _AGENT_PREPOSITIONS or (before == "to" and earlier == "according"):
        return MentionKind.PLACE if earlier in ("border", "borders", "frontier", "crossing") else MentionKind.ACTOR
    if before in words.PLACE_PREPOSITIONS or before in words.PLACE_OBJECT_VERBS:
        return MentionKind.PLACE
    if before in words.PERSON_OBJECT_VERBS:
        return MentionKind.ACTOR
    if before in words.REPORTING_VERBS and listed is None and _low(tokens, phrase.stop) in _ENDS and not country:
        return MentionKind.ACTOR
    return None


def _opens_dateline(tokens: Sequence[Token], phrase: Phrase, name: Token) -> bool:
    """Whether it is the place that a dispatch was sent from: "BAGHDAD -", "Khartoum, Jun 15"."""
    following = _low(tokens, phrase.stop)
    if not tokens[phrase.first].initial:
        return False
    if following == ",":
        return any(t.low in words.CALENDAR for t in tokens[phrase.stop + 1 : phrase.stop + 3])
    return name.text.isupper() and following in ("-", "–", "—", "(")


def _low(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].low if 0 <= position < len(tokens) else ""


def _by_words_after(  # noqa: PLR0911 - first match wins
    tokens: Sequence[Token], phrase: Phrase, names: Sequence[Token]
) -> MentionKind:
    """Kind by the verb after a name, or the way it is written."""
    name = names[-1]
    position = phrase.end
    while _low(tokens, position) in _SKIPPED or _low(tokens, position).endswith("ly"):
        position += 1
    low = "" if position < len(tokens) and tokens[position].breaks else _low(tokens, position)
    acronym = name.text.isupper() and not name.shouted and len(name.text) > 1
    country = tokens[phrase.head].known == "country"
    passive = position > phrase.end and _low(tokens, position - 1) in _PASSIVES
    if low in words.PLACE_PREDICATES and not country and (passive or low not in words.AGENT_VERBS):
        return MentionKind.PLACE
    if (
        not country
        and (_opens_dateline(tokens, phrase, name) or (passive and low not in words.PERSON_OBJECT_VERBS))
        and (not acronym or not passive)
    ):
        return MentionKind.PLACE if not passive else MentionKind.OTHER
    if low in VERBS or position > phrase.end or low in words.AUXILIARIES:
        return MentionKind.ACTOR
    if country:
        if _word_before(tokens, phrase.first) == "that":
            return MentionKind.ACTOR
        opens = tokens[phrase.first].initial or name.initial or _word_before(tokens, phrase.first) in _OPENING
        return MentionKind.ACTOR if opens and low.endswith(("s", "ed")) and low != "'s" else MentionKind.PLACE
    if low in words.ATTACK_NOUNS:
        return MentionKind.PLACE
    if acronym or _is_described_as_person(tokens, phrase, alone=len(names) == 1):
        return MentionKind.ACTOR
    return MentionKind.OTHER


def _is_described_as_person(tokens: Sequence[Token], phrase: Phrase, *, alone: bool) -> bool:
    """Whether an age or a person's description follows after a comma: ", 34,", ", a local farmer"."""
    if _low(tokens, phrase.stop) != ",":
        return False
    for position, token in enumerate(tokens[phrase.stop + 1 : phrase.stop + 9], phrase.stop + 1):
        if token.role == "number":
            return token.low.isdigit() and _low(tokens, position + 1) in _AFTER_AGE
        if alone:
            return False
        if token.role == "head" and (token.low in nouns.OFFICIALS or token.low in nouns.PEOPLE):
            return True
        if token.role == "" and token.low not in ("and", "'s", "former"):
            return False
    return False
