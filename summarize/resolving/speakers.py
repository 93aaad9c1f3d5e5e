"""What kind of source a name is and which side it speaks for.

The rules read the name and its apposition ("Jane Roe, US envoy"), the lexicons of outlets and of actors,
the words for offices and kinds of people, and which states the article shows as parties to the conflict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from summarize.lexicon.actors import SHARED, NamedActor, lookup
from summarize.lexicon.casing import folded
from summarize.lexicon.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SETTINGS
from summarize.lexicon.kinds import (
    ANONYMOUS,
    ARMED,
    BODIES,
    BODY_WORDS,
    CAPITALS,
    FORCE_NOUNS,
    FORCES,
    GROUP_NOUNS,
    INTERNATIONAL,
    LEADS,
    OBSERVERS,
    OFFICE,
    ORGANISATIONS,
    OUTLET_NOUNS,
    PEOPLE_AND_PAPERS,
    RANK,
    RETIRED,
    STAFF,
    STATE_MEDIA,
    TITLES,
)
from summarize.lexicon.nations import COUNTRY_NAMES, NATIONALITIES, NATIONS
from summarize.lexicon.outlets import find_outlet
from summarize.record import ActorClass, SourceType

_NAME = re.compile(
    r"(?=[A-Z])\b(?<![Aa]nti-)(?!(?:The|In|On|At|But|And|As|For|From|While|When|After|Since|A|An)\b)"
    r"[A-Z][\w.]*(?:[ -][A-Z][\w.]*)?"
)
_PASSING = re.compile(
    r"(?![^,]*\banonym)\s*(?:(?:after|amid|at|before|during|in|near|on|outside|since|speaking|under)\s"
    rf"|[a-z]+(?:ed|ing)\s+(?:{'|'.join(sorted(PREPOSITIONS | CONJUNCTIONS | DETERMINERS))})\b)"
)
"""How a part between commas begins that tells what somebody does or where: "at a press briefing", "accused of"."""
_SHORT = {"USA": "US", "GBR": "UK"}
_CODES: Mapping[str, str] = MappingProxyType({**COUNTRY_NAMES, **NATIONALITIES})
_SEEN_BY = re.compile(r"\s(?:seen|obtained|reviewed|viewed|read|shared|given)\s+(?:by|with|to)\s.*", re.DOTALL)
"""Who has a document, and is not its source: "a report seen by Reuters"."""
_ON_OCCASION = re.compile(
    rf"\s(?:at|during|in|on)\s+(?:an?|his|her|its|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(sorted(SETTINGS))})\b.*",
    re.DOTALL,
)
"""On what occasion somebody spoke, who is no document for it: "Jane Roe in a statement"."""
_OPPOSED = re.compile(r"\b[Aa]nti-\w+")
"""Whom somebody is against, for whom they do not speak: "anti-coalition forces"."""
_OWNED = re.compile(r"['’]s?\s.*", re.DOTALL)
"""What a name owns: "Moscow's defence ministry" is Moscow's."""
_EMPLOYER = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?P<by>of|for|at|with|from)\s+(?P<body>.+)", re.DOTALL)
"""Whom somebody speaks for, behind the word for what they are: "director (for Chad) of Oxfam"."""
_BEFORE_COMPLEMENT = re.compile(rf"(?<![\w'’-])[a-z][\w'’-]*(?=\s+(?:{'|'.join(sorted(PREPOSITIONS))})\b)")
"""A noun that is no part of a name and has a complement: the "victims" of "victims of the rebels"."""
_FORMER = re.compile(r"\b(?:former|ex|late|once|retired)\b")
_WHO = re.compile(r"\s*\b(?:who|whose|whom|which|that|where)\b")
_IN_A_COUNTRY = PREPOSITIONS - {"of"}
"""Words behind which a country is where somebody is: "residents in Kenya", but "the Republic of Kenya"."""
_BODY = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(body) for body in BODIES) + r")\b")
_COALITION = re.compile(r"\b([A-Z][\w.]*)-led\s+(?:\w+\s+){0,3}(?:coalition|alliance)\b")
_LONGEST_ACTOR = 4
_ADJECTIVES = {nation.code: (nation.adjectives or nation.names)[0] for nation in NATIONS}
_BY_CLASS: Mapping[ActorClass | None, SourceType] = {
    None: SourceType.PARTY_OFFICIAL,
    ActorClass.REBEL_GROUP: SourceType.PARTY_OFFICIAL,
    ActorClass.POLITICAL_MILITIA: SourceType.PARTY_OFFICIAL,
    ActorClass.IDENTITY_MILITIA: SourceType.PARTY_OFFICIAL,
    ActorClass.PEACEKEEPERS: SourceType.IGO,
    ActorClass.IGO: SourceType.IGO,
    ActorClass.NGO: SourceType.AID_NGO,
    ActorClass.MEDIA: SourceType.NEWS_OUTLET,
}


@dataclass(frozen=True)
class Sides:
    """Which states take part in what the article reports.

    Attributes:
        states: ISO alpha-3 of each state whose forces appear, to the label of its side.
        home: The country the text names most often, to which officials of no named state belong.
    """

    states: Mapping[str, str]
    home: str | None = None


class Kind(NamedTuple):
    """What a source is.

    Attributes:
        type: Kind of source.
        canonical: Usual name from the lexicon.
        party: Side it speaks for.
        rule: Rule that decided, as named in docs/sources.md.
    """

    type: SourceType
    canonical: str | None
    party: str | None
    rule: str


def told_of(apposition: str) -> str:
    """What an apposition says of who somebody is, without where and when they spoke or what happened to them.

    >>> told_of(", a doctor, at a press briefing, accused of theft")
    ', a doctor'
    """
    return ",".join(piece for piece in apposition.split(",") if not _PASSING.match(piece))


def sides_of(text: str) -> Sides:
    """States whose forces the text shows in action; a state that leads a coalition speaks for the coalition."""
    states: dict[str, str] = {}
    leaders: dict[str, str] = {}
    named = _countries(text)
    for code, end in named:
        if LEADS.match(text, end):
            leaders[code] = f"{_adjective(code)}-led coalition"
        elif FORCE_NOUNS.match(text, end):
            states.setdefault(code, _government(code))
    counts = Counter(code for code, _ in named)
    return Sides({**states, **leaders}, counts.most_common(1)[0][0] if counts else None)


def kind_of(name: str, description: str, sides: Sides) -> Kind:
    """Type, usual name and side of a source.

    Args:
        name: The name as written.
        description: Its apposition and what else the sentence says of it; may be empty.
        sides: From `sides_of`.
    """
    name = _ON_OCCASION.sub("", _SEEN_BY.sub("", name))
    words = _OPPOSED.sub("", f"{name} {description}")
    small = folded(words)
    return (
        _outlet(name, sides)
        or _employed(name, description, sides)
        or _medium_of_state(words, small, sides)
        or _organisation(small)
        or _international(words)
        or _armed(name)
        or _coalition(words, sides)
        or _unnamed(name, words, small, sides)
        or _official(name, words, small, sides)
        or _person_or_paper(small)
        or Kind(SourceType.UNKNOWN, None, None, "no rule")
    )


def party_of_forces(name: str, party: str | None, sides: Sides, *, quoting: str | None, against: str) -> str | None:
    """The side of forces whose name leaves open whose they are; any other name keeps its side.

    Args:
        name: The name as written: "the army".
        party: Its side by the article.
        sides: From `sides_of`.
        quoting: The side of the state media that quote them, which is theirs in the country most named.
        against: Whom they speak against; a country there is not theirs.
    """
    if FORCES.search(folded(name)) is None or _state(name) is not None or _armed(name) is not None:
        return party
    home = None if sides.home is None else sides.states.get(sides.home, _government(sides.home))
    # Media of another country quote the home country's army as often as their own.
    if quoting is not None and quoting == home:
        return quoting
    foe = country_of(against)
    if foe is None or party is None or party != sides.states.get(foe):
        return party
    return None if sides.home == foe else home


@lru_cache(maxsize=2048)
def is_person(name: str) -> bool:
    """Whether two capitalised words in a row are no office, no nationality and no body's name."""
    run = 0
    words = re.findall(r"[\w.'’-]+", name)
    if _is_country(name) or any(word[0].isupper() and word.lower() in BODY_WORDS for word in words):
        return False
    for word in words:
        proper = word[0].isupper() and word.lower().strip(".") not in TITLES and country_of(word) is None
        run = run + 1 if proper else 0
        if run > 1:
            return find_outlet(name) is None and lookup(name) is None
    return False


def country_of(word: str) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name or adjective; None for any other word."""
    return _CODES.get(word)


def _countries(text: str) -> list[tuple[str, int]]:
    """Code of each country named by name or adjective, and where the name ends."""
    found: list[tuple[str, int]] = []
    for match in _NAME.finditer(text):
        name = match.group()
        first, _, second = name.partition(" ")
        first = first.partition("-")[0]
        if _CODES.keys().isdisjoint((name, first, second)):
            continue
        for word, end in (
            (name, match.end()),
            (first, match.start() + len(first)),
            (second, match.end()),
        ):
            code = country_of(word)
            if code is not None:
                found.append((code, end))
                break
    return found


def _adjective(code: str) -> str:
    return _SHORT.get(code) or _ADJECTIVES.get(code, code)


def _government(code: str) -> str:
    return f"{_adjective(code)} government"


def _outlet(name: str, sides: Sides) -> Kind | None:
    found = find_outlet(name)
    if found is None:
        return None
    written, outlet = found
    before, _, after = name.partition(written)
    member = not PREPOSITIONS.isdisjoint(before.lower().split()) or before.rstrip().endswith(("'s", "’s"))
    named_so = after.lstrip().startswith("(") or OUTLET_NOUNS.issuperset(after.lower().split())
    itself = not member and named_so
    party = None if outlet.state is None else sides.states.get(outlet.state, _government(outlet.state))
    return Kind(outlet.type, outlet.canonical if itself else None, party, "lexicon of outlets")


def _employed(name: str, description: str, sides: Sides) -> Kind | None:
    """What somebody named speaks for by their apposition: "Oxfam's director", "spokesman for the rebels"."""
    first = description.strip(" ,").partition(",")[0]
    # In capitals the World Health Organization cannot be told from "who".
    clause = _WHO.search(first.lower() if first.isupper() else first)
    first = first[: clause.start()] if clause else first
    post = STAFF.search(folded(first)) if first and is_person(name) else None
    if post is None:
        return None
    behind = _EMPLOYER.match(first, post.end())
    kinds = [_outlet(body, sides) or _armed(body) for body in (first[: post.start()], behind["body"] if behind else "")]
    for kind, by in zip(kinds, (None, behind), strict=True):
        if kind is not None and (kind.type is not SourceType.PARTY_OFFICIAL or _speaks_for(first, post, by)):
            return kind._replace(canonical=None)
    return None


def _speaks_for(first: str, post: re.Match[str], behind: re.Match[str] | None) -> bool:
    """Whether who has a post speaks for the armed group named with it: not its analyst, its former head, its victims'.

    Args:
        first: The apposition: "a spokeswoman for victims of the rebels".
        post: The word for what somebody is in it.
        behind: For whom, by `_EMPLOYER`; None where the group stands in front of the post.
    """
    if OBSERVERS.search(folded(first)) or _FORMER.search(folded(first[: post.start()])):
        return False
    if behind is None:
        return True
    beside = not first[post.end() : behind.start("by")].strip()
    noun = _BEFORE_COMPLEMENT.search(behind["body"])
    body = behind["body"][: noun.end()] if noun else behind["body"]
    group = ARMED.search(body)
    following = body[group.end() :].lower().split() if group else []
    of_group = _armed(body) is not None and (not following or following[0] in GROUP_NOUNS)
    return of_group and (beside or behind["by"] in {"for", "of"})


def _medium_of_state(words: str, small: str, sides: Sides) -> Kind | None:
    if not _is_state_media(small):
        return None
    state = _state(words) or sides.home
    party = None if state is None else sides.states.get(state, _government(state))
    return Kind(SourceType.STATE_MEDIA, None, party, "state media")


@lru_cache(maxsize=4096)
def _is_state_media(small: str) -> bool:
    return STATE_MEDIA.search(small) is not None


@lru_cache(maxsize=4096)
def _organisation(small: str) -> Kind | None:
    """A body that outranks an office; kept, as the others are, because most sources are described in the same words."""
    return _first(ORGANISATIONS, small)


@lru_cache(maxsize=4096)
def _person_or_paper(small: str) -> Kind | None:
    return _first(PEOPLE_AND_PAPERS, small)


@lru_cache(maxsize=4096)
def _is_anonymous(small: str) -> bool:
    return ANONYMOUS.search(small) is not None


@lru_cache(maxsize=4096)
def _is_office(small: str) -> bool:
    return OFFICE.search(small) is not None


def _first(table: Iterable[tuple[str, SourceType, re.Pattern[str]]], small: str) -> Kind | None:
    for rule, kind, pattern in table:
        if pattern.search(small):
            return Kind(kind, None, None, rule)
    return None


def _international(words: str) -> Kind | None:
    return Kind(SourceType.IGO, None, None, "international body") if INTERNATIONAL.search(words) else None


def _armed(name: str) -> Kind | None:
    actor = _named_actor(name)
    if actor is not None and actor.actor_class in _BY_CLASS:
        kind = _BY_CLASS[actor.actor_class]
        party = actor.canonical if kind is SourceType.PARTY_OFFICIAL else None
        whole = lookup(name.removeprefix("the ").removeprefix("The ")) is actor
        return Kind(kind, actor.canonical if whole else None, party, "lexicon of actors")
    group = ARMED.search(name)
    if group is None:
        return None
    before = name[: group.start()].split()
    written = group.group()
    small = written.lower() if written.isupper() else written[0].lower() + written[1:]
    label = small + ("" if small.endswith(("s", "n")) else "s")
    whose = before[-1] if before and before[-1][0].isupper() and before[-1].lower() not in DETERMINERS else ""
    return Kind(SourceType.PARTY_OFFICIAL, None, f"{whose} {label}".strip(), "armed group")


@lru_cache(maxsize=4096)
def _named_actor(name: str) -> NamedActor | None:
    """The actor of the lexicon that some capitalised words of the name call."""
    words = name.replace("'s", "").replace("’s", "").strip("()").split()
    for size in range(min(_LONGEST_ACTOR, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if words[start][:1].isupper() or words[start].startswith("al-"):
                called = " ".join(words[start : start + size])
                actor = None if called in SHARED and _is_a_states(words[:start]) else lookup(called)
                if actor is not None:
                    return actor
    return None


def _is_a_states(before: Sequence[str]) -> bool:
    """Whether what stands in front of a body's name makes it one of a state: "Supreme National", "Russian"."""
    return bool(before) and (before[-1] == "National" or country_of(before[-1]) is not None)


def _coalition(words: str, sides: Sides) -> Kind | None:
    found = _COALITION.search(words) if "-led" in words else None
    if found is None:
        labels = {label for label in sides.states.values() if label.endswith("-led coalition")}
        if len(labels) != 1 or "coalition" not in words.lower().split():
            return None
        return Kind(SourceType.PARTY_OFFICIAL, None, labels.pop(), "coalition")
    leader = country_of(found.group(1))
    party = sides.states.get(leader or "", f"{found.group(1)}-led coalition")
    return Kind(SourceType.PARTY_OFFICIAL, None, party, "coalition")


def _unnamed(name: str, words: str, small: str, sides: Sides) -> Kind | None:
    if not _is_anonymous(small) or is_person(name):
        return None
    party = sides.states.get(_state(words) or "")
    return Kind(SourceType.ANONYMOUS_OFFICIAL, None, party, "unnamed official")


def _official(name: str, words: str, small: str, sides: Sides) -> Kind | None:
    if not (_is_office(small) or _BODY.search(words) or _is_country(name) or name in CAPITALS):
        return None
    state = CAPITALS.get(_OWNED.sub("", name)) or _state(words)
    ranked = _has_rank(name) and RETIRED.search(small) is None
    forces = ranked or bool(FORCES.search(small))
    if state is not None:
        return _of_state(state, sides, "official of a party", "official of a third state")
    if forces and len(sides.states) == 1:
        return Kind(SourceType.PARTY_OFFICIAL, None, next(iter(sides.states.values())), "forces of the one state")
    if forces and sides.home not in sides.states:
        return Kind(SourceType.PARTY_OFFICIAL, None, None, "forces")
    if sides.home is not None and not is_person(name):
        return _of_state(sides.home, sides, "official of the home country", "official of the home country")
    return Kind(SourceType.PARTY_OFFICIAL, None, None, "forces") if ranked else None


def _has_rank(name: str) -> bool:
    rank = RANK.search(name)
    return rank is not None and (rank["word"] is None or is_person(rank["bearer"]))


def _is_country(name: str) -> bool:
    bare = name.removeprefix("the ").removeprefix("The ")
    before, _, last = bare.rpartition(" ")
    inside = before.rpartition(" ")[2].lower() in _IN_A_COUNTRY
    return country_of(bare) is not None or (not inside and country_of(last) is not None)


def _of_state(state: str, sides: Sides, as_party: str, as_third: str) -> Kind:
    party = sides.states.get(state)
    if party is not None:
        return Kind(SourceType.PARTY_OFFICIAL, None, party, as_party)
    return Kind(SourceType.THIRD_STATE_OFFICIAL, None, None, as_third)


def _state(words: str) -> str | None:
    body = _BODY.search(words)
    if body:
        return BODIES[body.group()]
    named = _countries(words)
    return named[0][0] if named else None
