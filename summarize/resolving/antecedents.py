"""Which earlier name a description such as "the monitor" stands for, where the text leaves one choice only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarize.lexicon import nouns
from summarize.lexicon.grammar import word_set
from summarize.lexicon.words import DETERMINERS, POSSESSIVES
from summarize.record import ActorClass

_ARMIES = frozenset(("army", "military", "armies"))
_STATE_TROOPS = frozenset(("troops", "forces", "soldiers"))
_OWN_ARMY = frozenset(("army", "military", "armed", "troops", "soldiers"))
_RULERS = frozenset(("government", "regime"))
_OF_A_GOVERNMENT = _RULERS | {"army"}
_NO_ARMY = frozenset(("coalition", "security"))
_OF_THE_STATE = frozenset(("government", "regime", "army", "security", "military"))
_MONITORS = frozenset(("monitor", "watchdog", "observatory", "charity", "ngo"))
_NON_STATE = word_set(
    """
    extremists group jihadists militants militia movement organisation organization terrorists
    """
)
_NON_STATE_CLASSES = frozenset((ActorClass.REBEL_GROUP, ActorClass.POLITICAL_MILITIA, ActorClass.IDENTITY_MILITIA))
_FIGHTERS = frozenset(("rebels", "insurgents", "guerrillas", "fighters"))
_GOVERNMENTS = frozenset(("government", "regime", "administration"))
_INDEFINITE = POSSESSIVES | {"a", "an", "some", "several", "another"}
_COMMON = DETERMINERS | nouns.MODIFIERS | nouns.ARMED | nouns.ORGANISATIONS | nouns.OFFICIALS | nouns.PEOPLE
_BY_WORD = word_set(
    """
    agency alliance ambassador battalion brigade clan coalition commander commission committee council court envoy
    faction front governor league mayor minister ministry mission movement network observatory parliament party
    president spokesman spokeswoman tribe union
    """
)


_HEADS = _MONITORS | _ARMIES | _STATE_TROOPS | _GOVERNMENTS | _NON_STATE | _FIGHTERS | _BY_WORD


def has_capital(text: str) -> bool:
    """Whether any letter of a text is a capital."""
    return not text.islower() and any(letter.isupper() for letter in text)


def is_description(name: str) -> bool:
    """Whether a phrase is a description that may stand for an earlier name: "the monitor", "government troops"."""
    words = name.split()
    if not words or words[-1].lower() not in _HEADS or words[0].lower() in _INDEFINITE:
        return False
    if has_capital(name[1:]):
        return False
    return words[0].islower() or words[0].lower() in _COMMON


def may_fit(description: Sequence[str], earlier: str, *, definite: bool) -> bool:
    """Whether the words of an earlier name leave it open that `fits` holds, whoever the actor is.

    Args:
        description: Words of the description, lower case, without its article.
        earlier: The earlier name, lower case.
        definite: Whether the description begins with "the".
    """
    head = description[-1]
    if head in _MONITORS:
        return True
    words = _words(earlier)
    if _is_of_an_army(description):
        wanted = _OWN_ARMY if _RULERS.isdisjoint(description) else _OF_A_GOVERNMENT
        return not wanted.isdisjoint(words) and _NO_ARMY.isdisjoint(words)
    if head in _GOVERNMENTS:
        return not _GOVERNMENTS.isdisjoint(words)
    if head in _FIGHTERS:
        return definite and len(description) == 1 and head in words
    return (definite and head in _NON_STATE) or (head in _BY_WORD and head in words)


def fits(
    description: Sequence[str],
    earlier: str,
    actor_class: ActorClass | None,
    *,
    named: bool,
    definite: bool,
    listed: bool = False,
) -> bool:
    """Whether an earlier actor is of the kind that a description speaks of.

    Args:
        description: Words of the description, lower case, without its article.
        earlier: The earlier name, lower case.
        actor_class: Its class.
        named: Whether it has a canonical name.
        definite: Whether the description begins with "the".
        listed: Whether the lexicon has it; without a class there, it is a group whose class changed over the years.
    """
    head = description[-1]
    if not may_fit(description, earlier, definite=definite):
        return False
    if head in _MONITORS:
        return actor_class is ActorClass.NGO
    if _is_of_an_army(description):
        return actor_class is ActorClass.STATE_FORCES
    if head in _GOVERNMENTS:
        return actor_class is ActorClass.GOVERNMENT
    if head in _NON_STATE and (actor_class in _NON_STATE_CLASSES or (listed and actor_class is None)):
        return named and definite
    return head in _FIGHTERS or (head in _BY_WORD and head in _words(earlier))


def _words(name: str) -> list[str]:
    return name.replace("-", " ").replace("'s", "").split()


def _is_of_an_army(description: Sequence[str]) -> bool:
    head = description[-1]
    return head in _ARMIES or (head in _STATE_TROOPS and not _OF_THE_STATE.isdisjoint(description))


def only_choice(choices: Iterable[tuple[str, object]]) -> str | None:
    """The latest of the names when all of them stand for one and the same actor.

    Args:
        choices: Earlier names with what identifies the actor, in the order of the text.
    """
    found = list(choices)
    return found[-1][0] if found and len({identity for _, identity in found}) == 1 else None
