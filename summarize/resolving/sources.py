"""Who says what: reporting verbs, "according to", quotations, relays, denials and missing confirmation.

`find_attributions` gives, for each attribution, the chain from the origin to the outlet that relays it,
what the source does with the content (asserts, denies), the attributing words and the ranges of the
article that it vouches for. Everything is found by rules over the words; nothing is looked up outside.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.article import Article
from summarize.lexicon.grammar import CLAIM_NOUNS, PRONOUNS
from summarize.lexicon.reporting import AGAINST
from summarize.lexicon.vocabulary import vocabulary
from summarize.record import SourceLink, SourceType, Span, Stance
from summarize.resolving.attributing import RELAYING, TRIGGERS, Cue, CueKind, find_cues
from summarize.resolving.clauses import SENTENCE_MARKS, Row
from summarize.resolving.confirmations import (
    COMMENT,
    CONFIRMING,
    FoundConfirmation,
    Silence,
    confirmations_in,
    silences_in,
)
from summarize.resolving.denials import calls_false, disowned, points_back
from summarize.resolving.governing import govern, takes_up
from summarize.resolving.naming import INDEFINITE, PRONOUN_REACH, Names, Spoken, names_of, personal_name, settle
from summarize.resolving.quotations import find_quotations
from summarize.resolving.speakers import Sides, country_of, is_person, kind_of, party_of_forces, sides_of, told_of
from summarize.resolving.subjects import SHARED_SUBJECT, Phrase, clause_subject

_TELLING = TRIGGERS | CONFIRMING | COMMENT
"""Words of which a sentence has one if it attributes anything, unless it is a headline."""
_SUBJECT_REACH = 30
"""Words of a sentence within which its subject must have found its verb."""
_SHORTEST_SPEECH = 3
"""Spaces in a quotation from which on it is speech rather than a name: "Black Hawk" helicopters."""
_BODY_NAME = re.compile(r"(?:the\s+)?((?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|for|and|on|in)\s+(?:the\s+)?)?[A-Z][\w.'’-]*)*)")
"""The name of a body, of one capitalised word or several."""
_LONGEST_CHAIN = 6
"""Links a chain may have: "X said Y said ..." without end is no attribution."""


class Attribution(NamedTuple):
    """Content handed to a source by the text.

    Attributes:
        sentence: Number of the sentence with the attributing words.
        chain: From origin to relaying outlet.
        stance: What the origin does with the content.
        quoted: Whether the content is direct speech.
        evidence: The attributing words.
        content: Ranges of the article the source vouches for; may reach into following sentences.
        mentions: The words of this sentence that name the links, pronouns included.
        rule: How the origin was found, as named in docs/sources.md.
        open: Whether the quotation it announces ("said:") stands in the next sentence.
        denied: Ranges of what another source says that it denies by pointing back at it ("denied the claim").
    """

    sentence: int
    chain: tuple[SourceLink, ...]
    stance: Stance
    quoted: bool
    evidence: tuple[Span, ...]
    content: tuple[tuple[int, int], ...]
    mentions: tuple[Span, ...] = ()
    rule: str = ""
    open: bool = False
    denied: tuple[tuple[int, int], ...] = ()

    def covers(self, start: int, end: int) -> bool:
        """Whether most of `start:end` lies in the content."""
        return _covered(self.content, start, end)

    def speaks_of(self, start: int, end: int) -> bool:
        """Whether it says something of most of `start:end`, or denies what another says there."""
        return _covered(self.content, start, end) or _covered(self.denied, start, end)


def _covered(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    shared = 0
    for begin, stop in ranges:
        if begin < end and start < stop:
            shared += min(end, stop) - max(start, begin)
    return 2 * shared > end - start


class Rows:
    """The article's sentences as rows of words with quotations folded; a row is made when it is first asked for.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._quotations = find_quotations(article.text)
        self._starts = [quotation.outer_start for quotation in self._quotations]
        self._ends = [quotation.outer_end for quotation in self._quotations]
        self._made: dict[int, Row] = {}
        self._confirmed: dict[int, tuple[FoundConfirmation, ...]] = {}

    def __len__(self) -> int:
        return len(self.article.sentences)

    def __getitem__(self, position: int) -> Row:
        row = self._made.get(position)
        if row is None:
            sentence = self.article.sentences[position]
            first, last = bisect_right(self._ends, sentence.start), bisect_left(self._starts, sentence.end)
            row = self._made[position] = Row(self.article.text, sentence, self._quotations[first:last])
        return row

    def confirmations(self, position: int) -> tuple[FoundConfirmation, ...]:
        """Confirmations of a sentence; they tell both who has confirmed and who keeps silent."""
        found = self._confirmed.get(position)
        if found is None:
            found = self._confirmed[position] = tuple(confirmations_in(self[position]))
        return found

    def with_any(self, words: frozenset[str], *, headings: bool = False) -> Iterator[int]:
        """Positions of the sentences that have one of these words, and of the headings if they are wanted."""
        for position, sentence in enumerate(self.article.sentences):
            if (headings and sentence.heading) or not vocabulary(sentence.text).isdisjoint(words):
                yield position


def find_attributions(article: Article, rows: Rows | None = None) -> tuple[Attribution, ...]:
    """Attributions of the article in order of their attributing words; `rows` are its own, where they are at hand."""
    rows = Rows(article) if rows is None else rows
    sides = sides_of(article.text)
    paragraphs = [sentence.paragraph for sentence in article.sentences]
    found: list[Attribution] = []
    for position in rows.with_any(_TELLING, headings=True):
        here = _in_row(rows[position], rows.confirmations(position), sides)
        if here and (quoted := _quoted_before(here[0], rows, position, paragraphs)):
            found[-1:] = [each._replace(content=_without_any(each.content, quoted)) for each in found[-1:]]
            here[0] = here[0]._replace(content=quoted, quoted=True)
        if here:
            speaking = _last_speaking(here, rows[position])
            here[speaking] = _continued(here[speaking], rows, position, paragraphs)
        found += here
    named = _named(found, _silent_subjects(rows, found, sides), names_of(article.text))
    return tuple(_pointing_back(named, article.text))


def _pointing_back(found: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """The attributions, those that deny what another said just before with the ranges of that.

    Of what is denied as somebody's deed, the deed is left out: the denial says nothing of whether it was done.
    """
    for at, each in enumerate(found):
        said = text[slice(*each.content[0])] if each.content else ""
        denies, asserts = each.stance is Stance.DENIES, each.stance is Stance.ASSERTS
        whose = disowned(said, denied=denies) if denies or asserts else 0
        points = whose or (denies and points_back(said)) or (asserts and calls_false(said))
        answered = _answered(found, at) if points else None
        content = ((each.content[0][0], each.content[0][0] + whose), *each.content[1:]) if whose else each.content
        denied = answered.content if answered is not None else each.denied
        stance = Stance.DENIES if whose or answered is not None else each.stance
        yield each._replace(stance=stance, content=content, denied=denied) if points else each


def _answered(found: Sequence[Attribution], at: int) -> Attribution | None:
    """The claim that a denial without a matter of its own is of: the last by another, near by; None for none."""
    denial = found[at]
    for before in range(at - 1, -1, -1):
        claim = found[before]
        if denial.sentence - claim.sentence > 1:
            return None
        names = {(each.chain[0].canonical or each.chain[0].name or "").casefold() for each in (claim, denial)}
        if claim.stance is Stance.ASSERTS and claim.content and len(names) > 1:
            return claim
    return None


def find_confirmations(article: Article, rows: Rows | None = None) -> tuple[FoundConfirmation, ...]:
    """Confirmations the article gives, misses or reports refused, in order; `rows` as in `find_attributions`."""
    rows = Rows(article) if rows is None else rows
    return tuple(found for position in rows.with_any(CONFIRMING) for found in rows.confirmations(position))


def _quoted_before(first: Attribution, rows: Rows, at: int, paragraphs: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The quotation in front of a sentence that only says whose it is: "“Stop the trucks!” he demanded."."""
    if not at or paragraphs[at - 1] != paragraphs[at] or first.stance is not Stance.ASSERTS:
        return ()
    alone = not (first.content or first.open) and first.evidence[0].start == rows[at].starts[0]
    return _quoted_in(rows[at - 1]) if alone and rows[at - 1].is_quotation else ()


def _quoted_in(row: Row) -> tuple[tuple[int, int], ...]:
    return tuple(inner for inner in row.inners if inner is not None)


def _without_any(content: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(one for one in content if one not in taken)


def _last_speaking(here: Sequence[Attribution], row: Row) -> int:
    """Which attribution of a sentence a quotation behind it goes on with: the last, or whose subject that shares."""
    at = len(here) - 1
    while at and not _speaks(here[at], row) and here[at].rule == SHARED_SUBJECT:
        at -= 1
    return at


def _speaks(attribution: Attribution, row: Row) -> bool:
    return attribution.quoted or (bool(attribution.content) and row.ends_quoted)


def _continued(last: Attribution, rows: Rows, at: int, paragraphs: Sequence[int]) -> Attribution:
    """The attribution with the quotations that follow it without a speaker of their own."""
    if not _speaks(last, rows[at]) or last.stance is not Stance.ASSERTS:
        return last
    added: list[tuple[int, int]] = []
    while at + 1 < len(rows) and (rows[at + 1].is_quotation or _begins_quoted(rows[at + 1])):
        before = rows[at]
        joined = before.is_quotation or before.left_open or last.open
        if paragraphs[at + 1] != paragraphs[at] and not joined:
            break
        at += 1
        if not rows[at].is_quotation:
            added += _quoted_in(rows[at])[:1]
            break
        added += _quoted_in(rows[at])
    return last._replace(content=tuple(dict.fromkeys([*last.content, *added])))


def _begins_quoted(row: Row) -> bool:
    """Whether a sentence begins in somebody's words and names nobody who says them: "“Never again” to war."."""
    speech = len(row) > 0 and row.is_folded(0) and row.texts[0].count(" ") >= _SHORTEST_SPEECH
    return speech and row.vocabulary.isdisjoint(_TELLING)


def _silent_subjects(rows: Rows, found: Sequence[Attribution], sides: Sides) -> list[Spoken]:
    """Persons and bodies that are the subject of a sentence without a report, for pronouns behind it."""
    told = {each.sentence for each in found}
    near = {
        number
        for each in found
        if (each.chain[0].name or "").lower() in PRONOUNS
        for number in range(max(1, each.sentence - PRONOUN_REACH), each.sentence)
    }
    subjects: list[Spoken] = []
    for number in sorted(near - told):
        row = rows[number - 1]
        phrase = clause_subject(row, 0, min(len(row), _SUBJECT_REACH))
        if phrase is None:
            continue
        span = row.span(phrase.start, phrase.head_end)
        kind = kind_of(span.text, "", sides)
        if kind.type is not SourceType.UNKNOWN or personal_name(span.text):
            link = SourceLink(name=span.text, span=span, type=kind.type, canonical=kind.canonical, party=kind.party)
            subjects.append(Spoken(row.number, link, phrase.rule, speaks=False))
    return subjects


def _named(found: Sequence[Attribution], subjects: Sequence[Spoken], names: Names) -> tuple[Attribution, ...]:
    spoken = [Spoken(each.sentence, link, each.rule) for each in found for link in each.chain]
    spoken = sorted([*spoken, *subjects], key=lambda each: each.sentence)
    settled = iter(settle(spoken, names))
    named: list[Attribution] = []
    for each in found:
        links = [next(settled) for _ in each.chain]
        chain, rule = tuple(link.link for link in links), links[0].rule
        same = rule == each.rule and all(one is other for one, other in zip(chain, each.chain, strict=True))
        named.append(each if same else each._replace(chain=chain, rule=rule))
    return tuple(named)


def _in_row(row: Row, confirmations: Sequence[FoundConfirmation], sides: Sides) -> list[Attribution]:
    cues = govern(row, find_cues(row))
    silent = [_silence(silence, row, sides) for silence in silences_in(row, confirmations)]
    if not (cues or silent):
        return []
    hushed = _Hushed([each.evidence[0] for each in silent])
    found: dict[int, Attribution] = {}
    last: int | None = None
    for index, cue in enumerate(cues):
        attribution = _attribution(row, cue, sides)
        untyped = cue.kind is CueKind.HEADLINE and attribution.chain[0].type is SourceType.UNKNOWN
        if untyped or attribution.evidence[0] in hushed:
            continue
        if cue.kind is CueKind.CITING:
            if last is not None and _cites_a_source(row, cue, cues[last], attribution.chain[0]):
                found[last] = _with_origin(found[last], attribution)
        elif last is not None and _relays(row, cue, cues[last], attribution.chain[0]):
            found[last] = _with_relay(found[last], attribution)
        else:
            if cue.inside in found:
                found[cue.inside], attribution = _nested(found[cue.inside], attribution)
            found[index] = attribution
            last = index
    return sorted([*found.values(), *silent], key=lambda each: each.evidence[0].start)


class _Hushed:
    """Spans in order, to ask whether another overlaps one of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def __contains__(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end) - 1
        return before >= 0 and self._spans[before].end > span.start


def _silence(silence: Silence, row: Row, sides: Sides) -> Attribution:
    """The attribution of a body that does not confirm or does not comment; it vouches for nothing."""
    kind = kind_of(silence.speaker.text, "", sides)
    link = SourceLink(
        name=silence.speaker.text,
        span=silence.speaker,
        type=kind.type,
        canonical=kind.canonical,
        party=kind.party,
    )
    about = silence.about
    return Attribution(
        sentence=row.number,
        chain=(link,),
        stance=silence.stance,
        quoted=False,
        evidence=(silence.evidence,),
        content=() if about is None else ((about.start, about.end),),
        mentions=(silence.speaker,),
        rule="missing confirmation" if silence.stance is Stance.NO_CONFIRMATION else "no comment",
    )


def _nested(outer: Attribution, inner: Attribution) -> tuple[Attribution, Attribution]:
    """The outer vouches for the telling; what is told has the inner as origin and the outer as relay."""
    content = tuple(piece for range_ in outer.content for piece in _without(range_, inner.content))
    if inner.mentions and inner.mentions[0].text.lower() not in PRONOUNS and inner.mentions != outer.mentions:
        chain = (inner.chain + outer.chain)[:_LONGEST_CHAIN]
        inner = inner._replace(chain=chain, mentions=(inner.mentions + outer.mentions)[:_LONGEST_CHAIN])
    return outer._replace(content=content), inner


def _without(whole: tuple[int, int], holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces, start = [], whole[0]
    for begin, end in holes:
        if begin >= whole[1] or end <= start:
            continue
        pieces.append((start, begin))
        start = end
    pieces.append((start, whole[1]))
    return [(begin, end) for begin, end in pieces if end - begin > 1]


def _relays(row: Row, cue: Cue, previous: Cue, speaker: SourceLink) -> bool:
    """Whether a cue behind the content reports the whole attribution in front of it.

    Who is no medium speaks for themselves where "as" or "which" takes up what is said: ", as the mayor had reported".
    """
    if takes_up(row, cue) and speaker.type not in RELAYING:
        return False
    relayed = previous.after or previous.before
    if relayed is None or cue.before is None or cue.stance is not Stance.ASSERTS:
        return False
    return cue.before == relayed if previous.after is None else cue.before[0] <= relayed[0]


def _cites_a_source(row: Row, cue: Cue, reporting: Cue, cited: SourceLink) -> bool:
    """Whether "citing X" names whom the reporter has it from, not the reasons of somebody in the content."""
    near = cue.start <= reporting.end + 1 or row.lower(cue.end) in SENTENCE_MARKS
    return near and (cited.type is not SourceType.UNKNOWN or is_person(cited.name or ""))


def _with_relay(inner: Attribution, outer: Attribution) -> Attribution:
    return inner._replace(
        chain=inner.chain + outer.chain,
        evidence=_in_order(inner.evidence + outer.evidence),
        mentions=inner.mentions + outer.mentions,
    )


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))


def _with_origin(outer: Attribution, origin: Attribution) -> Attribution:
    return outer._replace(
        chain=origin.chain + outer.chain,
        evidence=_in_order(outer.evidence + origin.evidence),
        mentions=origin.mentions + outer.mentions,
    )


def _attribution(row: Row, cue: Cue, sides: Sides) -> Attribution:
    links: list[SourceLink] = []
    mentions: list[Span] = []
    if cue.speaker is None:
        links.append(SourceLink(type=SourceType.UNKNOWN, verb=row.texts[cue.verb]))
    for phrase in (cue.speaker, cue.relay):
        if phrase is not None:
            link = _link(row, phrase, cue, sides)
            links.append(link)
            name = link.span if phrase.end == phrase.head_end else None
            mentions.append(name or _named_by(row, phrase.start, phrase.end, cue))
    if cue.speaker is not None:
        links[0] = _with_its_state(links, row, cue, sides)
    return Attribution(
        sentence=row.number,
        chain=tuple(links),
        stance=cue.stance,
        quoted=cue.direct,
        evidence=(row.span(cue.start, cue.end),),
        content=_content(row, cue),
        mentions=tuple(mentions),
        rule=cue.speaker.rule if cue.speaker else "hearsay",
        open=cue.open,
    )


def _link(row: Row, phrase: Phrase, cue: Cue, sides: Sides) -> SourceLink:
    span = _named_by(row, phrase.start, phrase.head_end, cue)
    behind = row.words(phrase.head_end, phrase.end)
    apposition = told_of(behind).strip(" ,") if behind else ""
    kind = kind_of(span.text, apposition, sides)
    named = None if is_person(span.text) else _name_behind(span.text, apposition.partition(",")[0])
    verb = "according to" if cue.kind is CueKind.ACCORDING else row.texts[cue.verb]
    return SourceLink(
        name=span.text, span=span, type=kind.type, canonical=kind.canonical or named, party=kind.party, verb=verb
    )


def _with_its_state(links: Sequence[SourceLink], row: Row, cue: Cue, sides: Sides) -> SourceLink:
    """The origin, with its state where whoever quotes it or whom it speaks against tells whose forces speak."""
    origin, relay = links[0], links[-1]
    quoting = relay.party if relay is not origin and relay.type is SourceType.STATE_MEDIA else None
    whom = cue.after[0] if cue.after is not None else None
    against = row.texts[whom] if whom is not None and row.lower(whom - 1) in AGAINST else ""
    if quoting is None and country_of(against) is None:
        return origin
    party = party_of_forces(origin.name or "", origin.party, sides, quoting=quoting, against=against)
    return origin if party == origin.party else origin.model_copy(update={"party": party})


def _name_behind(head: str, apposition: str) -> str | None:
    """The name that an apposition gives what is described: "a lawyer, Jane Roe", "a rights group, the Lake Monitor"."""
    body = _BODY_NAME.fullmatch(apposition) if INDEFINITE.match(head) else None
    return personal_name(apposition) or (body[1] if body else None)


def _named_by(row: Row, start: int, end: int, cue: Cue) -> Span:
    """Who speaks; whose claim it is without the ending: "the other side's claim that", but "Moody's said"."""
    span = row.span(start, end)
    if row.lower(cue.verb) not in CLAIM_NOUNS or not span.text.endswith(("'s", "’s")):
        return span
    return Span(start=span.start, end=span.end - 2, text=span.text[:-2])


def _content(row: Row, cue: Cue) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for units in (cue.before, cue.after):
        if units is not None:
            ranges += _ranges(row, *units, direct=cue.direct)
    return tuple(ranges)


def _ranges(row: Row, start: int, end: int, *, direct: bool) -> list[tuple[int, int]]:
    if direct:
        return [inner for inner in row.inners[start:end] if inner is not None]
    first, last = row.inners[start], row.inners[end - 1]
    begin = min(row.starts[start], first[0]) if first else row.starts[start]
    stop = max(row.ends[end - 1], last[1]) if last else row.ends[end - 1]
    return [(begin, stop)]
