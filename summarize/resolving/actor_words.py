"""What the words of a phrase say of an actor: class by head noun and modifier, country by nationality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarize.lexicon import nations, nouns, roles
from summarize.lexicon.grammar import word_set
from summarize.mentions.tokens import Token, tokenise
from summarize.record import ActorClass

_GROUPS_OF_MEN = frozenset(("men", "man", "youths", "group", "groups"))
_ALLIANCES = frozenset(
    (
        "alliance",
        "coalition",
        "faction",
        "factions",
        "leader",
        "leaders",
        "chief",
        "chiefs",
        "spokesman",
        "spokeswoman",
        "patrol",
    )
)
_FIGHTING = frozenset(
    ("rebel", "insurgent", "guerrilla", "separatist", "militia", "army", "military", "police", "navy")
)
_RULERS = frozenset(("authorities", "government", "officials", "official", "administration"))
_RULING = frozenset(("coalition", "emir", "king", "minister", "premier", "president", "sultan"))
_OWN_STATE = frozenset(("soldiers", "soldier", "troops"))
_OFFICIALS = frozenset(("official", "officials"))
_NOT_OF_THE_STATE = word_set(
    """
    aid airline bank campaign church club company football hospital humanitarian industry labor labour medical
    opposition party rebel relief rescue school sports union university
    """
)
_ETHNICITIES = frozenset(word.lower() for word in nations.ETHNICITIES)


@dataclass(frozen=True)
class Worded:
    """Class and country that the words say, and by which rule."""

    actor_class: ActorClass | None
    country: str | None
    rule: str


@lru_cache(maxsize=4096)
def read_words(name: str) -> Worded | None:
    """Class and country of a phrase without article and backers; none when the words say neither."""
    tokens = tokenise(name)
    country = country_of(tokens)
    lowered = _description([token for token in tokens if token.word])
    kind, rule = class_of(lowered, country=country)
    if kind is ActorClass.STATE_FORCES and country is None and _is_unknown_name(tokens, lowered):
        return None
    if kind is None and any(token.known == "people" for token in tokens):
        kind, rule = ActorClass.CIVILIANS, "name of a people"
    if country is not None:
        rule = f"{rule}; country by nationality" if kind else "country by nationality"
    return Worded(kind, country, rule) if kind or country else None


def _is_unknown_name(tokens: Sequence[Token], lowered: Sequence[str]) -> bool:
    """Whether it is the name of an army that no list knows, which may be anybody's: "Army of the Valley"."""
    capitals = [token for token in tokens if token.capital and token.role != "determiner"]
    head = lowered[-1]
    ordinary = capitals[:1] and capitals[0].low in roles.MODIFIER_CLASS and capitals[0].low != head
    owned = not _RULING.isdisjoint(lowered)
    return len(capitals) > 1 and not (ordinary or owned) and head in ("army", "forces", "brigade")


def country_of(tokens: Sequence[Token]) -> str | None:
    """The one country that a name, an adjective or a people among the tokens says; none for two."""
    named = (token for before, token in pairwise([None, *tokens]) if token is not None and not _is_ethnic(before))
    codes = {code for token in named if token.known and (code := code_of(token.text))}
    return codes.pop() if len(codes) == 1 else None


def _is_ethnic(before: Token | None) -> bool:
    """Whether what follows names a people and no state: "ethnic Albanians"."""
    return before is not None and before.low == "ethnic"


def code_of(word: str) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name, adjective or people; none for ambiguous ones such as "Congolese"."""
    if word in nations.AMBIGUOUS:
        return None
    return nations.COUNTRY_NAMES.get(word) or nations.NATIONALITIES.get(word) or nations.PEOPLES.get(word)


def _description(tokens: Sequence[Token]) -> list[str]:
    """Lower-case words of the description, without the "of" that follows it and the person's name that ends it."""
    until = next((i for i, token in enumerate(tokens) if token.low in ("of", "for", "from", "in") and i), len(tokens))
    described = list(tokens[:until])
    while len(described) > 1 and described[-1].capital and described[-1].low not in _CLASSED:
        described.pop()
    return [token.low for token in described]


_CLASSED = roles.HEAD_CLASS.keys() | roles.FORCES | roles.BODIES


def class_of(  # noqa: PLR0911 - first match wins
    lowered: Sequence[str], *, country: str | None
) -> tuple[ActorClass | None, str]:
    """Class of a description by its last word and the words before it, with the rule."""
    if not lowered:
        return None, ""
    head, before = lowered[-1], lowered[:-1]
    if head in roles.BODIES and (kind := _class_of_body(before)) is not None:
        return kind, f"head noun {head!r} with its modifier"
    modifier = _deciding_modifier(head, before)
    if modifier is not None:
        return roles.MODIFIER_CLASS[modifier], f"modifier {modifier!r}"
    if head in roles.FORCES:
        if _RULING.intersection(before):
            return ActorClass.STATE_FORCES, f"head noun {head!r} of who rules"
        if not _ETHNICITIES.intersection(before) and (country or head in _OWN_STATE):
            return ActorClass.STATE_FORCES, f"head noun {head!r}" + (" of a country" if country else "")
        return None, ""
    if head in _RULERS and {"rebel", "separatist", "insurgent"}.intersection(before):
        return ActorClass.REBEL_GROUP, f"head noun {head!r} of rebels"
    if head in _OFFICIALS and _NOT_OF_THE_STATE.intersection(before):
        return None, ""
    if head in ("militia", "militias", "militiamen") and (
        _ETHNICITIES.intersection(before) or {"tribal", "ethnic", "communal"} & set(before)
    ):
        return ActorClass.IDENTITY_MILITIA, f"head noun {head!r} of an ethnic or religious group"
    return roles.HEAD_CLASS.get(head), f"head noun {head!r}"


def _deciding_modifier(head: str, before: Sequence[str]) -> str | None:
    """The modifier that gives an armed head or an alliance its class; the nearest one."""
    if head in roles.FORCES or head in _GROUPS_OF_MEN:
        return next((word for word in reversed(before) if word in roles.MODIFIER_CLASS), None)
    if head in _ALLIANCES:
        return next((word for word in reversed(before) if word in _FIGHTING), None)
    return None


def _class_of_body(before: Sequence[str]) -> ActorClass | None:
    if roles.NEWS.intersection(before):
        return ActorClass.MEDIA
    return ActorClass.NGO if roles.AID.intersection(before) else None


def is_armed(word: str) -> bool:
    """Whether a head noun is of armed men or weapons platforms."""
    return word in nouns.ARMED or word in nouns.PLATFORMS
