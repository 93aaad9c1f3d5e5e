"""From the words for an actor to who it is: canonical name, class, country, backers, antecedent.

Everything follows from the article's own words and a lexicon, and the rule that decided is named in the result.
What neither settles stays none: a wrong country on an actor is worse than an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from summarize.lexicon import actors, nations, nouns, words
from summarize.lexicon.grammar import word_set
from summarize.mentions import find_mentions
from summarize.record import ActorClass
from summarize.resolving.acronyms import introduced_names
from summarize.resolving.actor_words import is_armed, read_words
from summarize.resolving.antecedents import fits, has_capital, is_description, may_fit, only_choice
from summarize.resolving.outcome import Unresolved

__all__ = ["Actor", "ActorContext", "introduced_names", "resolve_actor"]


@dataclass(frozen=True)
class ActorContext:
    """What the article says around a phrase.

    Attributes:
        introduced: Full names by the acronyms the article introduces; see `introduced_names`.
        sentence: The sentence the phrase stands in.
        earlier: Actors and sources named before, nearest last.
    """

    introduced: Mapping[str, str]
    sentence: str = ""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class Actor:
    """Who a phrase stands for.

    Attributes:
        canonical: Usual name, from the article or the lexicon.
        actor_class: What kind of actor it is.
        country: ISO 3166-1 alpha-3.
        backed_by: Backers the words themselves name, as written: "Russian" of "Russian-backed".
        rule: What decided.
        antecedent: The name, as written, that a description such as "the monitor" stands for.
    """

    canonical: str | None
    actor_class: ActorClass | None
    country: str | None
    backed_by: tuple[str, ...]
    rule: str
    antecedent: str | None = None


_LISTED = "lexicon"
"""How a rule ends that found the actor in the lexicon."""
_BACKED = re.compile(r"([^\W\d_][\w.]*)[-\u2010\u2011](?:backed|supported|funded|sponsored)\b", re.IGNORECASE)
_BACKED_AFTER = re.compile(r",? (?:(?:which|who) (?:is|are|was|were) )?(?:backed|supported) by ", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_GOVERNMENT_OF = re.compile(r"\b(?:government|regime)(?: of .*)?$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z](?:\.[A-Z])+$")
_LONGEST_PHRASE = 300
_LONGEST_NAME = 10
_LOOK_AHEAD = 120
_FAR_BACK = 100
_EDGES = " \"'“”‘’«»,.;:"
_CAPITALS_ALIKE = frozenset(("US", "WHO"))
_PRONOUNS = (words.PRONOUNS | words.POSSESSIVES) - {"here", "there"}
_MEMBERS = (
    nouns.ARMED
    | nouns.OFFICIALS
    | nouns.PLATFORMS
    | word_set(
        """
        field group leadership local members movement network organisation organization regime senior side top wing
        """
    )
)
_BEFORE_MEMBERS = nouns.MODIFIERS | words.PARTICIPLE_MODIFIERS
_BEFORE_NAME = nouns.NAMED_KINDS | nouns.ORGANISATIONS | nouns.OFFICIALS | frozenset(("of", "the", "from", "with"))


def resolve_actor(phrase: str, context: ActorContext) -> Actor | Unresolved:
    """Who `phrase` stands for.

    In this order: an acronym the article introduces; a name of the lexicon, or its members or officials; a
    description whose antecedent is the only one that fits; and last the class and country that the words themselves
    say.

    Args:
        phrase: The words for the actor, as quoted.
        context: What the article says around it.

    Returns:
        The actor, or why nothing can be said of the phrase. A value that is not settled is none within the actor.

    Example:
        >>> resolve_actor("Russian-backed Syrian government", ActorContext({})).backed_by
        ('Russian',)
    """
    name = " ".join(phrase.split())
    if not name or len(name) > _LONGEST_PHRASE:
        return Unresolved("no words" if not name else f"{len(name)} characters are no name")
    if name.lower() in _PRONOUNS and name not in _CAPITALS_ALIKE:
        return Unresolved(f"{name!r} is a pronoun")
    backers = _backers(name, context.sentence)
    actor = _identified(_bare(name), context) or _by_antecedent(name, context) or _by_words(_bare(name))
    if actor is not None:
        return replace(actor, backed_by=backers) if backers else actor
    if backers:
        return Actor(None, None, None, backers, "backers named in the phrase")
    return Unresolved(f"neither the text nor the lexicon says who {name!r} is")


@lru_cache(maxsize=2048)
def _bare(name: str) -> str:
    """The name without article, backers, quotation marks and brackets.

    Kept, because a description is held against every actor named before it.
    """
    bare = _BRACKETS.sub("", _BACKED.sub("", name)).strip(_EDGES)
    if _ABBREVIATION.search(bare):
        bare += "."
    found = bare.split()
    while found and (found[0].lower() in words.DETERMINERS or found[0].lower().endswith("-based")):
        found.pop(0)
    return " ".join(found)


def _backers(name: str, sentence: str) -> tuple[str, ...]:
    hyphenated = "-" in name or not name.isascii()
    found = _BACKED.finditer(name) if hyphenated else ()
    backers = [match.group(1) for match in found if match.group(1)[0].isupper()]
    position = sentence.find(name)
    after = _BACKED_AFTER.match(sentence, position + len(name)) if position >= 0 else None
    if after:
        following = find_mentions(sentence[after.end() : after.end() + _LOOK_AHEAD])
        if following and following[0].start <= len("the "):
            backers.append(following[0].text)
    return tuple(dict.fromkeys(backers))


def _identified(bare: str, context: ActorContext) -> Actor | None:
    """The actor by its own name, from the article's introduction of it or from the lexicon."""
    full = context.introduced.get(bare)
    if full is None:
        return _by_name(bare, context)
    known = _by_name(_bare(full), context) or _by_words(_bare(full))
    if known is None:
        return Actor(_bare(full), None, None, (), "acronym introduced in the text")
    return replace(
        known, canonical=known.canonical or _bare(full), rule=f"acronym introduced in the text; {known.rule}"
    )


def _by_name(bare: str, context: ActorContext) -> Actor | None:
    entry = _lookup(bare, context)
    if entry is not None:
        return Actor(entry.canonical, entry.actor_class, entry.country, (), _LISTED)
    code = nations.COUNTRY_NAMES.get(bare)
    if code is not None:
        return Actor(nations.BY_CODE[code].names[0], ActorClass.GOVERNMENT, code, (), "country named as an actor")
    code = nations.CAPITALS.get(bare)
    if code is not None:
        government = f"Government of {nations.in_full(code)}"
        return Actor(government, ActorClass.GOVERNMENT, code, (), "capital named as an actor")
    return _members(bare, context) or _after_description(bare, context)


def _lookup(name: str, context: ActorContext) -> actors.NamedActor | None:
    """The lexicon's entry; where a name belongs to several actors, only when the text speaks of the entry's country."""
    entry = actors.lookup(name)
    if entry is None:
        return None
    theatres = entry.theatres or ((entry.country,) if entry.country and name in actors.AMBIGUOUS else ())
    if not theatres or name == entry.canonical:
        return entry
    around = f"{context.sentence} {' '.join(context.earlier[-_FAR_BACK:])} {' '.join(context.introduced.values())}"
    return entry if any(_speaks_of(around, code) for code in theatres) else None


def _speaks_of(text: str, code: str) -> bool:
    nation = nations.BY_CODE[code]
    return any(word in text for word in (*nation.names, *nation.adjectives))


def _members(bare: str, context: ActorContext) -> Actor | None:
    """The actor whose members a phrase names: "suspected Daesh fighters", "UN officials"."""
    found = bare.split()
    while len(found) > 1 and (found[0].lower() in _BEFORE_MEMBERS or found[0].lower().endswith(("ly", "ed"))):
        found.pop(0)
    if len(found) > 1 and (entry := _lookup(" ".join(found), context)) is not None:
        return Actor(entry.canonical, entry.actor_class, entry.country, (), _LISTED)
    while len(found) > 2 and found[-1][0].isupper() and found[-1].lower() not in _MEMBERS:  # noqa: PLR2004
        found.pop()
    for size in range(min(len(found) - 1, _LONGEST_NAME), 0, -1):
        if not all(word.lower() in _MEMBERS for word in found[size:]):
            break
        entry = _lookup(" ".join(found[:size]), context)
        if entry is not None:
            return _armed_members(entry, found[-1].lower())
    return None


def _armed_members(entry: actors.NamedActor, head: str) -> Actor:
    rule = "members of an actor of the lexicon"
    if head.startswith("peacekeeper") or (
        entry.actor_class is ActorClass.IGO and is_armed(head) and entry.peacekeeping
    ):
        return Actor(entry.canonical, ActorClass.PEACEKEEPERS, entry.country, (), rule)
    if entry.actor_class is ActorClass.GOVERNMENT and is_armed(head):
        return Actor(None, ActorClass.STATE_FORCES, entry.country, (), "armed forces of a government of the lexicon")
    if entry.actor_class is ActorClass.IGO and is_armed(head):
        return Actor(entry.canonical, ActorClass.STATE_FORCES, entry.country, (), rule)
    return Actor(entry.canonical, entry.actor_class, entry.country, (), rule)


def _after_description(bare: str, context: ActorContext) -> Actor | None:
    """The name that ends a description: "state news agency SANA", "members of the Free Syrian Army"."""
    found = bare.split()
    for size in range(min(len(found) - 1, _LONGEST_NAME), 0, -1):
        if found[-size - 1].lower() in _BEFORE_NAME:
            entry = _lookup(" ".join(found[-size:]), context)
            if entry is not None:
                return Actor(
                    entry.canonical, entry.actor_class, entry.country, (), "name of the lexicon after its description"
                )
    return None


def _by_words(bare: str) -> Actor | None:
    worded = read_words(bare)
    if worded is None:
        return None
    governs = worded.country is not None and _GOVERNMENT_OF.search(bare) is not None
    canonical = f"Government of {nations.in_full(worded.country)}" if governs and worded.country else None
    return Actor(canonical, worded.actor_class, worded.country, (), worded.rule)


def _by_antecedent(name: str, context: ActorContext) -> Actor | None:
    """The only earlier actor that a description fits."""
    if not is_description(name):
        return None
    description = _bare(name).lower().split()
    if not description:
        return None
    definite = name.lower().startswith("the ")
    found: dict[str, Actor] = {}
    for earlier in dict.fromkeys(context.earlier[-_FAR_BACK:]):
        if earlier.lower().startswith(("a ", "an ")) or not has_capital(earlier.removeprefix("The ")):
            continue
        if not may_fit(description, earlier.lower(), definite=definite):
            continue
        actor = _identified(_bare(earlier), context) or _by_words(_bare(earlier)) or Actor(None, None, None, (), "")
        if is_description(earlier) and not (actor.canonical or actor.country):
            continue
        named, listed = actor.canonical is not None, actor.rule.endswith(_LISTED)
        if fits(description, earlier.lower(), actor.actor_class, named=named, definite=definite, listed=listed):
            found[earlier] = actor
    antecedent = only_choice((earlier, _identity(earlier, actor)) for earlier, actor in found.items())
    if antecedent is None:
        return None
    actor = next((a for a in reversed(found.values()) if a.canonical), found[antecedent])
    return replace(actor, rule="the only earlier actor that the description fits", antecedent=antecedent)


def _identity(name: str, actor: Actor) -> object:
    """What makes two names the same actor: the forces of one state are one."""
    if actor.actor_class is ActorClass.STATE_FORCES and actor.country:
        return actor.actor_class, actor.country
    return actor.canonical or name
