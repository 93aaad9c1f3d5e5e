"""Who "he", "the monitor" or "Smith" is: names of sources settled from the rest of the article.

Only what the text settles is settled. A pronoun takes the nearest speaker it can stand for; a description
("the monitor") takes the one organisation of its class that the article introduces, before or behind it; a
surname takes the one full name it ends. With two candidates nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarize.lexicon.grammar import HUMAN_HEADS, PRONOUNS, word_set
from summarize.lexicon.kinds import DESCRIBING, TITLES
from summarize.lexicon.outlets import find_outlet, find_outlets
from summarize.lexicon.words import ARTICLES
from summarize.record import SourceLink, SourceType
from summarize.resolving.actors import introduced_names
from summarize.resolving.speakers import Sides, country_of, is_person, kind_of

_PARTICLES = word_set("bin ibn van von der den de da di du del della dos la el al")
_OF_PERSONS = _PARTICLES - {"al", "el"}
"""Those that seldom stand in the name of a place or a group: not "Deir al Zour"."""
_RUN = re.compile(
    rf"[A-Z](?<!\w.)[\w'’-]+(?:\s+(?:[A-Z]\.|al-[A-Z][\w'’-]+|(?:{'|'.join(_PARTICLES)})\b-?|[A-Z][\w'’-]+))+"
)
_OF_ANOTHER = frozenset(("of", "for", "in", "to", "with", "against", "from", "by"))
"""Words behind which a name is that of somebody or something else: "a lawyer for Jane Roe"."""
_LONGEST_NAME = 4
_RECENT = 60
"""Links a description looks back."""
_NO_SIDES = Sides({})
PRONOUN_REACH = 6
"""Sentences a pronoun looks back: farther off, a reader has lost the speaker too."""
_CLASSES: Mapping[str, tuple[SourceType, ...]] = {
    "monitor": (SourceType.MONITOR_NGO,),
    "watchdog": (SourceType.MONITOR_NGO,),
    "observatory": (SourceType.MONITOR_NGO,),
    "group": (SourceType.MONITOR_NGO, SourceType.AID_NGO),
    "organization": (SourceType.MONITOR_NGO, SourceType.AID_NGO, SourceType.IGO),
    "organisation": (SourceType.MONITOR_NGO, SourceType.AID_NGO, SourceType.IGO),
    "charity": (SourceType.AID_NGO,),
    "agency": (SourceType.NEWS_AGENCY, SourceType.STATE_MEDIA, SourceType.IGO),
    "broadcaster": (SourceType.NEWS_OUTLET, SourceType.STATE_MEDIA),
    "newspaper": (SourceType.NEWS_OUTLET,),
    "channel": (SourceType.NEWS_OUTLET, SourceType.STATE_MEDIA),
    "network": (SourceType.NEWS_OUTLET, SourceType.MONITOR_NGO),
}
_DESCRIPTION = re.compile(r"^(?:the|a|an|this|that)\s+((?:[\w-]+\s+){0,3}?)(\w+)$", re.IGNORECASE)

INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
"""How a name begins that introduces somebody: "a monitor"."""


@dataclass(frozen=True)
class Names:
    """What the whole article introduces.

    Attributes:
        full: Surname to the full name it ends; None where two people share it.
        organisations: Type to the canonical names introduced, each with the article offset of the first time.
        acronyms: Acronym to the long form beside which it stands.
    """

    full: Mapping[str, str | None]
    organisations: Mapping[SourceType, Mapping[str, int]]
    acronyms: Mapping[str, str]


class Spoken(NamedTuple):
    """A link with the sentence it speaks in and the rule that found it.

    Attributes:
        sentence: Number of the sentence.
        link: The link as its own sentence shows it.
        rule: How it was found.
        speaks: False for the subject of a sentence that reports nothing: a pronoun may stand for it.
    """

    sentence: int
    link: SourceLink
    rule: str = ""
    speaks: bool = True


def names_of(text: str) -> Names:
    """Full names, organisations and acronyms that the article introduces."""
    full: dict[str, str | None] = {}
    for match in _RUN.finditer(text):
        name = personal_name(match.group())
        if name is None:
            continue
        surname = _surname(name)
        known = full.setdefault(surname, name)
        if known is not None and known != name and not _same_person(known, name):
            full[surname] = None
    introduced = introduced_names(text)
    organisations: dict[SourceType, dict[str, int]] = {}
    for start, outlet in find_outlets(text, apart=introduced):
        organisations.setdefault(outlet.type, {}).setdefault(outlet.canonical, start)
    for name in introduced.values():
        if find_outlet(name) is None:
            organisations.setdefault(kind_of(name, "", _NO_SIDES).type, {}).setdefault(name, text.find(name))
    return Names(full, organisations, introduced)


def _same_person(one: str, other: str) -> bool:
    one, other = (name.casefold().replace("’", "'") for name in (one, other))
    first, second = one.split(" ", maxsplit=1)[0], other.split(" ", maxsplit=1)[0]
    return first == second or one.endswith(f" {other}") or other.endswith(f" {one}")


def _surname(name: str) -> str:
    """The last word of a name, whichever apostrophe it is written with."""
    return name.rsplit(" ", 1)[-1].replace("’", "'")


@lru_cache(maxsize=4096)
def personal_name(phrase: str) -> str | None:
    """The person's name inside a phrase such as "Defence Minister Jane Roe"; None when there is none."""
    words = phrase.split()
    kept: list[str] = []
    for word in reversed(words):
        bare = word.strip(".,").lower()
        proper = word[0].isupper() or bare in _PARTICLES or bare.startswith("al-")
        if not proper or bare in TITLES or country_of(word) is not None:
            break
        kept.insert(0, word.strip(",()"))
    before = [word.lower() for word in words[: len(words) - len(kept)] if word.lower() not in ARTICLES]
    if before[-1:] and before[-1] in _OF_ANOTHER:
        return None
    name = " ".join(kept[-_LONGEST_NAME:])
    joined = " ".join(word for word in kept if word.lower() not in _OF_PERSONS)
    return name if len(kept) > 1 and (is_person(name) or is_person(joined)) else None


def settle(spoken: Sequence[Spoken], names: Names) -> tuple[Spoken, ...]:
    """Each link that speaks with the name, type and side that the rest of the article settles, in order."""
    known: dict[str, SourceLink] = {}
    keys = [_key(each.link, names) for each in spoken]
    for each, key in zip(spoken, keys, strict=True):
        if key and (key not in known or known[key].type is SourceType.UNKNOWN):
            known[key] = each.link
    settled: list[Spoken] = []
    for each, key in zip(spoken, keys, strict=True):
        settled.append(_settled(each, key, settled, names, known))
    return tuple(each for each in settled if each.speaks)


def _key(link: SourceLink, names: Names) -> str | None:
    if not link.name:
        return None
    if link.canonical is not None and personal_name(link.canonical) is not None:
        return link.canonical
    *before, last = link.name.split()
    surname = _surname(last)
    if surname not in names.full:
        return personal_name(link.name)
    full = names.full[surname]
    if all(word.lower().strip(".") in TITLES for word in before):
        return full
    if full is not None and all(word.lower() in _PARTICLES for word in before) and _same_person(full, link.name):
        return full
    return personal_name(link.name)


def _settled(
    each: Spoken, key: str | None, earlier: Sequence[Spoken], names: Names, known: Mapping[str, SourceLink]
) -> Spoken:
    name = each.link.name
    bare = (name or "").removeprefix("the ").removeprefix("The ")
    if bare in names.acronyms:
        return _introduced(each, names.acronyms[bare])
    if name is None or _is_settled(each.link):
        return each
    if name.lower() in PRONOUNS:
        return _pronoun(each, earlier)
    return _description(each, name, earlier, names) if key is None else _known_person(each, key, known.get(key))


def _introduced(each: Spoken, full: str) -> Spoken:
    """The link of an acronym that the article introduces, whatever else it stands for elsewhere."""
    outlet = find_outlet(each.link.name or "")
    if outlet is None or outlet[1].canonical == full:
        return each if outlet else _updated(each, canonical=full)
    kind = kind_of(full, "", _NO_SIDES)
    return _updated(each, canonical=kind.canonical or full, type=kind.type, party=kind.party)


def _is_settled(link: SourceLink) -> bool:
    """Whether the lexicon has named the link already; a person's name may still be completed."""
    if link.canonical is None:
        return find_outlet(link.name or "") is not None
    return personal_name(link.canonical) is None


def _updated(each: Spoken, rule: str | None = None, **update: object) -> Spoken:
    link = each.link.model_copy(update=update)
    return each._replace(link=link, rule=f"{each.rule}, {rule}" if rule else each.rule)


def _known_person(each: Spoken, full: str, first: SourceLink | None) -> Spoken:
    link = each.link
    if link.type is SourceType.UNKNOWN and first is not None:
        each = _updated(each, type=first.type, party=first.party)
    return each if full == link.name else _updated(each, canonical=full)


def _pronoun(each: Spoken, earlier: Sequence[Spoken]) -> Spoken:
    """The link of the nearest source the pronoun can stand for; of its own sentence, rather several for "they"."""
    if (each.link.name or "").lower() == "they":
        near = (former for former in reversed(earlier[-_RECENT:]) if former.sentence == each.sentence)
        several = next(
            (former for former in near if _is_several(former.link) and _stands_for("they", former.link)), None
        )
        earlier = earlier if several is None else [several]
    for former in reversed(earlier[-_RECENT:]):
        if each.sentence - former.sentence > PRONOUN_REACH:
            break
        if former.link.name is None or former.link.name.lower() in PRONOUNS:
            continue
        if _stands_for(each.link.name or "", former.link):
            link = former.link.model_copy(update={"verb": each.link.verb})
            return each._replace(link=link, rule=f"{each.rule}, pronoun")
    return each


def _stands_for(pronoun: str, link: SourceLink) -> bool:
    """Whether a pronoun agrees with a source: persons are "he" or "she", bodies "it" or "they", plurals "they"."""
    if pronoun.lower() in {"he", "she"}:
        return _is_human(link)
    return not _is_human(link) and not (_is_several(link) and pronoun.lower() == "it")


def _is_several(link: SourceLink) -> bool:
    last = (link.name or "").lower()
    return last.endswith("s") and not last.endswith("ss") and link.canonical is None


def _is_human(link: SourceLink) -> bool:
    named = personal_name(link.canonical or "") or personal_name(link.name or "")
    return named is not None or not HUMAN_HEADS.isdisjoint((link.name or "").lower().split())


def _leaves_open(word: str) -> bool:
    """Whether a word in front of a class of bodies goes with any of them: "rights", "Britain-based"."""
    return word in DESCRIBING or word.endswith("-based")


def _description(each: Spoken, name: str, earlier: Sequence[Spoken], names: Names) -> Spoken:
    described = _DESCRIPTION.match(name)
    if described is None or not all(map(_leaves_open, (described.group(1) or "").lower().split())):
        return each
    head = described.group(2).lower()
    kinds = _CLASSES.get(head)
    if kinds is not None:
        bodies = {body: (kind, start) for kind in kinds for body, start in names.organisations.get(kind, {}).items()}
        body = next(iter(bodies), None) if len(bodies) == 1 and each.link.canonical is None else None
        # "A monitor" may be who is named later on, but is not who has been named.
        anew = body is not None and INDEFINITE.match(name) and each.link.span and bodies[body][1] < each.link.span.start
        if body is None or anew:
            return each
        # "The group" alone may be one that fights.
        told = each.link.type is not SourceType.UNKNOWN or not described.group(1)
        kind = each.link.type if told else bodies[body][0]
        return _updated(each, "description", canonical=body, type=kind)
    if not name.lower().startswith("the "):
        return each
    people = {
        person: former.link
        for former in earlier[-_RECENT:]
        if former.link.name and head in former.link.name.lower().split()
        if (person := personal_name(former.link.name)) is not None
    }
    if len(people) != 1:
        return each
    person, link = people.popitem()
    return _updated(each, "description", canonical=person, type=link.type, party=link.party)
