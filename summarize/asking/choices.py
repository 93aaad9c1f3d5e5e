"""The closed lists of a sentence or passage: which types it can report, which phrases can fill which role.

What the grammar of the sentence settles is not asked: who only speaks is no candidate, what follows "against" does
not act, and where an agent is named with "by" nobody else does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from summarize.article import Sentence
from summarize.asking.arguments import Beside, parties_beside
from summarize.codebook import CODEBOOK, Group
from summarize.draft import NOTHING_REPORTED, Choices, Reported
from summarize.lexicon.cues import Cue, find_cues
from summarize.lexicon.faint_cues import find_faint_cues
from summarize.lexicon.words import DETERMINERS, PREPOSITIONS
from summarize.mentions import Mention, MentionKind
from summarize.record import EventType

MOST_TYPES = 5
"""A longer list of types makes small models choose by habit rather than by reading."""

_OPENING_NOUNS = DETERMINERS | (PREPOSITIONS - {"to"}) | {"any", "no"}
_TWO_WORDS = 80
"""Characters in which the two words before a cue stand."""
_VIOLENCE = (Group.ARMED_CONFLICT, Group.CIVILIAN_TARGETING, Group.UNREST)
_DOERS = {MentionKind.ACTOR, MentionKind.PEOPLE, MentionKind.OTHER}
_SETTINGS = {MentionKind.PLACE, MentionKind.OTHER}
_DETERMINER = (
    r"(?:(?:the|a|an|its|their|his|her|some|several|other|many|all|most|at least|more than|about|\d[\d,.]*)\s+)*"
)
_NOT_ACTING = re.compile(
    r"\b(?:against|from|support of|help of|backing of|targeting|targeted|towards?|hitting|killing|wounding|injuring)\s+"
    rf"{_DETERMINER}$",
    re.IGNORECASE,
)
_SUPPORTING = re.compile(rf"\b(?:support|help|backing) (?:of|from)\s+{_DETERMINER}$", re.IGNORECASE)
_TITLE = re.compile(
    r",\s+(?:[\w-]+\s+){0,2}(?:commander|spokes\w+|head|director|chief|minister|president|leader|envoy|secretary|chair\w*|"
    r"ambassador|governor|mayor|representative|coordinator)\b"
)
_SAYS = re.compile(r"\s+(?:has |have )?(?:said|says|reports|reported|wrote|writes|tweeted)\b")
_BY_ACCOUNT = re.compile(rf"\b(?:according to|quoted by|cited by|citing)\s+{_DETERMINER}$", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s+{_DETERMINER}$", re.IGNORECASE)
_AGAINST = re.compile(rf"\bagainst\s+{_DETERMINER}$", re.IGNORECASE)
_AGENT = re.compile(rf"(\w+)\s+by\s+{_DETERMINER}$", re.IGNORECASE)
_ATTACK = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:air\s?strikes?|air\s?raids?|strikes?|shelling|bombardments?|bombings?|artillery|rockets?|missiles?|"
    r"raids?|offensives?|assaults?|ambush(?:es)?|siege|blockade)\b",
    re.IGNORECASE,
)
_BACKING = re.compile(r"(?:backed|led|supported|followed|accompanied|joined|aided|funded|headed)", re.IGNORECASE)
_COORDINATION = re.compile(rf"\s*(?:,\s*)?(?:and|as well as|along with|alongside)\s+{_DETERMINER}$", re.IGNORECASE)


def sentence_choices(sentence: Sentence, mentions: Iterable[Mention], reported: Reported = NOTHING_REPORTED) -> Choices:
    """Closed lists of one sentence.

    Args:
        sentence: The sentence.
        mentions: The phrases found in it.
        reported: What it attributes to others.

    Returns:
        Lists in order of appearance; no types at all when nothing in the sentence announces an event.
    """
    types = _types(_told(find_cues(sentence.text), sentence, reported))
    return replace(argument_choices(sentence, mentions, reported), types=types)


def argument_choices(sentence: Sentence, mentions: Iterable[Mention], reported: Reported = NOTHING_REPORTED) -> Choices:
    """Closed lists of the arguments that one sentence can fill, without types.

    Args:
        sentence: The sentence.
        mentions: The phrases found in it.
        reported: What it attributes to others.
    """
    mentions = [mention for mention in mentions if not speaks(mention, sentence, reported)]
    parties = [mention for mention in mentions if mention.kind in _DOERS]
    agents = [mention for mention in parties if _is_agent(mention, sentence.text)]
    acting = agents or [mention for mention in parties if not _NOT_ACTING.search(sentence.text[: mention.start])]
    return Choices(
        types=(),
        who=_phrases(acting),
        whom=_phrases(
            mention
            for mention in parties
            if mention not in agents and not _SUPPORTING.search(sentence.text[: mention.start])
        ),
        where=_phrases(mention for mention in mentions if mention.kind in _SETTINGS),
        against=_phrases(mention for mention in parties if _AGAINST.search(sentence.text[: mention.start])),
        together=_coordinated(parties, sentence.text),
    )


@dataclass(frozen=True)
class Signs:
    """What in a sentence tells whether it reports events, and which.

    Attributes:
        clear: Words that name a kind of event, apart from those by which the sentence only attributes.
        faint: Everyday words that can tell one, likewise.
        words: Length of the sentence in words.
        dated: Whether it names a time.
        nominal: Types whose clear words all stand where a noun does (`_is_noun`): "the shelling", "of a ceasefire".
        parties: Who stands beside the words of each type that any word announces.
    """

    clear: tuple[Cue, ...]
    faint: tuple[Cue, ...]
    words: int
    dated: bool = False
    nominal: frozenset[EventType] = frozenset()
    parties: Mapping[EventType, Beside] = field(default_factory=dict)

    def of(self, kind: EventType) -> tuple[Cue, ...]:
        """Those of one type: the clear ones, or else the faint ones."""
        clear = tuple(cue for cue in self.clear if cue.type is kind)
        return clear or tuple(cue for cue in self.faint if cue.type is kind)

    @property
    def types(self) -> frozenset[EventType]:
        """Types that any of its words announces."""
        return frozenset(cue.type for cue in (*self.clear, *self.faint))


def signs_of(sentence: Sentence, reported: Reported = NOTHING_REPORTED, mentions: Iterable[Mention] = ()) -> Signs:
    """Find the signs of a sentence; words that announce an event within what is said, where something is.

    Args:
        sentence: The sentence.
        reported: What it attributes to others.
        mentions: The phrases found in it.
    """
    clear = _told(find_cues(sentence.text), sentence, reported)
    faint = _told(find_faint_cues(sentence.text), sentence, reported)
    verbal = {cue.type for cue in clear if not _is_noun(cue, sentence.text)}
    nominal = frozenset(cue.type for cue in clear if cue.type not in verbal)
    phrases = [mention for mention in mentions if not speaks(mention, sentence, reported)]
    signs = Signs(tuple(clear), tuple(faint), len(sentence.text.split()), reported.dated, nominal)
    parties = {kind: parties_beside(signs.of(kind), phrases, sentence.text) for kind in signs.types}
    return replace(signs, parties=parties)


def _is_noun(cue: Cue, text: str) -> bool:
    """Whether a determiner or preposition is among the two words before a cue.

    So it is too where a verb has a subject of two words ("the army shelled"): it is weighed, and no part of speech.
    """
    before = text[max(0, cue.start - _TWO_WORDS) : cue.start]
    return not _OPENING_NOUNS.isdisjoint(before.casefold().split()[-2:])


def _told(cues: Sequence[Cue], sentence: Sentence, reported: Reported) -> Sequence[Cue]:
    """Cues within what is said, where there are any: "no confirmation of the capture" announces no capture."""
    inside = [cue for cue in cues if _overlaps(cue.start, cue.end, sentence, reported.content)]
    return inside or [cue for cue in cues if not _overlaps(cue.start, cue.end, sentence, reported.speakers)]


def _types(cues: Iterable[Cue]) -> tuple[EventType, ...]:
    """Types that the cues announce, most often announced first, at most `MOST_TYPES`.

    Where a word tells the kind of violence, words such as "killed" announce nothing of their own: a strike and the
    deaths it caused are one event.
    """
    cues = list(cues)
    told = any(not cue.general and CODEBOOK[cue.type].group in _VIOLENCE for cue in cues)
    counts = Counter(cue.type for cue in cues if not (told and cue.general))
    order = {kind: number for number, kind in enumerate(CODEBOOK)}
    ranked = sorted(counts, key=lambda kind: (-counts[kind], order[kind]))
    return tuple(sorted(ranked[:MOST_TYPES], key=order.__getitem__))


def passage_choices(found: Iterable[Sequence[Mention]]) -> Choices:
    """Closed lists of a passage: every type, and the phrases found in each of its sentences."""
    mentions = [mention for of_sentence in found for mention in of_sentence]
    who = _phrases(mention for mention in mentions if mention.kind in _DOERS)
    where = _phrases(mention for mention in mentions if mention.kind in _SETTINGS)
    return Choices(types=tuple(CODEBOOK), who=who, whom=who, where=where)


def _phrases(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.text for mention in mentions))


def speaks(mention: Mention, sentence: Sentence, reported: Reported) -> bool:
    """Whether it stands in words that attribute, is the name before a title in them, or is beside a reporting verb."""
    if _overlaps(mention.start, mention.end, sentence, reported.speakers):
        return True
    titled = _TITLE.match(sentence.text, mention.end)
    if titled and _overlaps(titled.end() - 1, titled.end(), sentence, reported.speakers):
        return True
    return bool(_SAYS.match(sentence.text, mention.end) or _BY_ACCOUNT.search(sentence.text[: mention.start]))


def _overlaps(start: int, end: int, sentence: Sentence, ranges: Iterable[tuple[int, int]]) -> bool:
    first, last = sentence.start + start, sentence.start + end
    return any(first < range_end and range_start < last for range_start, range_end in ranges)


def _is_agent(mention: Mention, text: str) -> bool:
    """Whether the words make it the agent: "waged by" it, not "backed by" it; "its air strikes"."""
    before = _AGENT.search(text[: mention.start])
    if before is not None:
        return _BACKING.fullmatch(before.group(1)) is None
    return _ATTACK.match(text, mention.end) is not None


def _coordinated(parties: Sequence[Mention], text: str) -> Mapping[str, str]:
    """Each phrase that "and" ties to the phrase before it, with that phrase: they share a role.

    Not so behind "between", where the two are opposite each other.
    """
    return {
        second.text: first.text
        for first, second in pairwise(parties)
        if _COORDINATION.fullmatch(text[first.end : second.start]) and not _BETWEEN.search(text[: first.start])
    }
