"""Measures who is found to speak on PolNeAR: `python -m benchmarks.resolving sources`.

A relation counts when its cue holds a form of `SPEECH_VERBS` or is "according to" and its source is written.
The list is fixed here, apart from the product's lexicon, and is wider than it, so that a verb left out of the
lexicon is a miss and not a relation less. A speaker is found when an attribution whose evidence touches the
gold cue names words that touch the gold source; `exact` asks for the gold extent. Of a speaker found, the content is
right when at least half of the characters that either the gold content or ours has are in both; ours is what the
attribution vouches for, and what the same speaker says inside that ("she said she thinks"). One annotator an article,
the first by file name. Every fourth article is held out: no rule was written with it in view.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarize.article import Article
from summarize.reading import read_article
from summarize.resolving.quotations import find_quotations
from summarize.resolving.sources import Attribution, find_attributions

Range = tuple[int, int]

HELD_OUT = 4
"""One article in this many."""
HALF = 0.5
"""Share of characters from which two contents count as the same."""
TIMED = 3
"""Runs over an article, of which the quickest counts: the others wait for whatever else the machine does."""

_LEMMAS = re.findall(
    r"\w+",
    """say tell announce add claim report state declare confirm allege insist assert comment remark reply respond
    reiterate stress emphasize explain admit acknowledge concede maintain contend argue warn boast tweet write recount
    recall vow pledge promise predict disclose reveal complain repeat quip joke note observe suggest mention propose
    continue ask caution charge accuse blame criticize condemn denounce urge demand describe call praise cite deny
    reject dismiss dispute question quote speak talk discuss agree conclude estimate testify""",
)
_IRREGULAR = frozenset(
    ("said", "told", "wrote", "written", "spoke", "spoken", "denied", "denies", "replied", "replies", "testified")
)
_ENDINGS = ("", "s", "es", "d", "ed", "ted", "ing", "ting")
SPEECH_VERBS = _IRREGULAR | {
    stem + ending for lemma in _LEMMAS for stem in (lemma, lemma.removesuffix("e")) for ending in _ENDINGS
}
"""Verbs of communication (Levin 1993, class 37) and of judgement (33) that newspapers attribute with."""

_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we", "you", "who", "him", "her", "them"))
_NAME = re.compile(r"\b[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*|\b(?:he|she|they|it|who)\b")


@dataclass(frozen=True)
class Relation:
    """A gold attribution."""

    cue: tuple[Range, ...]
    cue_text: str
    source: tuple[Range, ...]
    source_text: str
    content: tuple[Range, ...] = ()

    @property
    def of_speech(self) -> bool:
        """Whether the cue is a reporting verb or "according to"."""
        words = re.findall(r"[^\W\d_]+", self.cue_text.lower())
        return words[:2] == ["according", "to"] or not SPEECH_VERBS.isdisjoint(words)

    @property
    def pronoun(self) -> bool:
        """Whether the source is nothing but a pronoun."""
        return self.source_text.lower() in _PRONOUNS


@dataclass
class Counts:
    """What was counted over some articles."""

    relations: Counter[str] = field(default_factory=Counter)
    emitted: int = 0
    with_gold_cue: int = 0
    words: int = 0
    seconds: float = 0.0
    missed: Counter[str] = field(default_factory=Counter)


def run(data: Path) -> None:
    """Prints the speakers found on all, on the articles worked with and on those held out."""
    articles = list(read_articles(data / "polnear" / "dev"))
    parts = {
        "all": articles,
        "worked with": [each for number, each in enumerate(articles) if number % HELD_OUT != HELD_OUT - 1],
        "held out": articles[HELD_OUT - 1 :: HELD_OUT],
    }
    print("Sources: speakers of reporting verbs and according to (PolNeAR dev, one annotator an article)\n")
    print(
        "| articles | relations | speaker found | name | pronoun | exact extent "
        "| content right | nearest name | nearest outside quotations | emitted | with a gold cue |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, part in parts.items():
        print(_row(name, len(part), count(part)))
    counts = count(articles)
    print(f"\n{1000 * 500 * counts.seconds / counts.words:.1f} ms for 500 words")
    print("cues most often missed:", ", ".join(f"{cue} {times}" for cue, times in counts.missed.most_common(12)))


def _row(name: str, articles: int, counts: Counts) -> str:
    relations = counts.relations
    total = relations["name"] + relations["pronoun"]
    cells = [
        f"{name} ({articles})",
        str(total),
        _share(relations["name found"] + relations["pronoun found"], total),
        _share(relations["name found"], relations["name"]),
        _share(relations["pronoun found"], relations["pronoun"]),
        _share(relations["exact"], total),
        _share(relations["content right"], relations["content"]),
        _share(relations["nearest"], total),
        _share(relations["nearest outside"], total),
        str(counts.emitted),
        _share(counts.with_gold_cue, counts.emitted),
    ]
    return f"| {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def count(articles: Sequence[tuple[Article, Sequence[Relation], Sequence[Range]]]) -> Counts:
    """Counts what is found in the articles."""
    counts = Counts()
    for article, relations, cues in articles:
        found = find_attributions(article)
        counts.seconds += min(_seconds(article) for _ in range(TIMED))
        counts.words += len(article.text.split())
        counts.emitted += len(found)
        counts.with_gold_cue += sum(_touch(_evidence(each), cues) for each in found)
        quoted = [(each.outer_start, each.outer_end) for each in find_quotations(article.text)]
        for relation in relations:
            if relation.of_speech:
                _score(relation, found, article, quoted, counts)
    return counts


def _seconds(article: Article) -> float:
    began = time.process_time()
    find_attributions(article)
    return time.process_time() - began


def _score(
    relation: Relation, found: Sequence[Attribution], article: Article, quoted: Sequence[Range], counts: Counts
) -> None:
    kind = "pronoun" if relation.pronoun else "name"
    mentions = [
        (mention.start, mention.end)
        for each in found
        if _touch(_evidence(each), relation.cue)
        for mention in each.mentions
    ]
    right = _touch(mentions, relation.source)
    counts.relations[kind] += 1
    counts.relations[f"{kind} found"] += right
    counts.relations["exact"] += (relation.source[0][0], relation.source[-1][1]) in mentions
    counts.relations["nearest"] += _touch(_nearest(relation, article, ()), relation.source)
    counts.relations["nearest outside"] += _touch(_nearest(relation, article, quoted), relation.source)
    if right and relation.content:
        counts.relations["content"] += 1
        counts.relations["content right"] += _share_in_both(relation.content, _content(relation, found)) >= HALF
    if not right:
        counts.missed[relation.cue_text.lower()] += 1


def _content(relation: Relation, found: Sequence[Attribution]) -> list[Range]:
    """What the attributions of a relation vouch for, with what the same speakers say inside that."""
    own = [
        each
        for each in found
        if _touch(_evidence(each), relation.cue)
        and _touch([(mention.start, mention.end) for mention in each.mentions], relation.source)
    ]
    names = {link.canonical or link.name for each in own for link in each.chain}
    inside = [
        each
        for each in found
        if each not in own
        and _touch(_evidence(each), relation.content)
        and not names.isdisjoint(link.canonical or link.name for link in each.chain)
    ]
    return [part for each in (*own, *inside) for part in each.content]


def _share_in_both(ones: Sequence[Range], others: Sequence[Range]) -> float:
    """Characters that both cover, of those that either does."""
    left, right = ({at for start, end in ranges for at in range(start, end)} for ranges in (ones, others))
    return len(left & right) / len(left | right)


def _nearest(relation: Relation, article: Article, quoted: Sequence[Range]) -> list[Range]:
    """The baseline: the capitalised words or pronoun of the cue's sentence that stand nearest to the cue."""
    start, end = relation.cue[0][0], relation.cue[-1][1]
    sentence = next((each for each in article.sentences if each.start <= start < each.end), None)
    if sentence is None:
        return []
    names = [
        (match.start(), match.end())
        for match in _NAME.finditer(article.text, sentence.start, sentence.end)
        if not _touch([match.span()], [*relation.cue, *quoted])
    ]
    return sorted(names, key=lambda name: max(start - name[1], name[0] - end))[:1]


def _evidence(attribution: Attribution) -> list[Range]:
    return [(span.start, span.end) for span in attribution.evidence]


def _touch(ones: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in ones for other in others)


def read_articles(folder: Path) -> Iterator[tuple[Article, Sequence[Relation], Sequence[Range]]]:
    """Each article of the folder with its sourced relations and the extents of all its cues."""
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rsplit("_", 1)[0], path)
    for stem, path in files.items():
        text = (folder / "text" / f"{stem}.txt").read_text(encoding="utf-8")
        spans, events = _brat(path.read_text(encoding="utf-8"))
        cues = [extent for event in events for name in event.get("Cue", ()) for extent in spans[name][0]]
        relations = [
            Relation(
                *spans[event["Cue"][0]],
                *spans[event["Source"][0]],
                tuple(extent for name in event.get("Content", ()) for extent in spans[name][0]),
            )
            for event in events
            if event.get("Cue") and event.get("Source")
        ]
        yield read_article(text, id=stem), relations, cues


def _brat(text: str) -> tuple[dict[str, tuple[tuple[Range, ...], str]], list[dict[str, list[str]]]]:
    """Text-bound annotations by id, and the arguments of each event by role."""
    spans: dict[str, tuple[tuple[Range, ...], str]] = {}
    events: list[dict[str, list[str]]] = []
    for line in text.splitlines():
        name, rest, *words = line.split("\t")
        if name.startswith("T"):
            pairs = (extent.split() for extent in rest.split(" ", 1)[1].split(";"))
            spans[name] = tuple((int(start), int(end)) for start, end in pairs), words[0]
        elif name.startswith("E"):
            event: dict[str, list[str]] = {}
            for argument in rest.split():
                role, target = argument.split(":")
                event.setdefault(role.rstrip("0123456789"), []).append(target)
            events.append(event)
    return spans, events
