"""How well `find_mentions` finds who and where, on the entity annotations of re3d.

Gold are the Organisation, Person and Location entities that an annotator confirmed (confidence of at least 0.5; the
rest of the file are a machine's suggestions), without pronouns. Annotations nest ("the government of Iraq",
"Iraq"); every one counts. A mention and an entity are the same phrase when they differ only in leading determiners
and numbers or a trailing possessive. The documents are split in two by their id: rules are developed on one part
and reported on the other.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarize.lexicon.words import DETERMINERS, PRONOUNS, QUANTIFIERS
from summarize.mentions import Mention, MentionKind, find_mentions
from summarize.resolving.actors import Actor, ActorContext, introduced_names, resolve_actor

TYPES = ("Organisation", "Person", "Location")
_KINDS = {
    "Organisation": {MentionKind.ACTOR, MentionKind.PEOPLE},
    "Person": {MentionKind.ACTOR, MentionKind.PEOPLE},
    "Location": {MentionKind.PLACE},
}
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[.!?][\"”’]?\s+|\n+")
_CAPITALS = re.compile(r"(?:[A-Z][\w'’.-]*\w)(?:\s+(?:of|the|for|al|de)?\s*(?:[A-Z][\w'’.-]*\w))*")

Finder = Callable[[str], Sequence[tuple[int, int, MentionKind]]]


@dataclass(frozen=True)
class Document:
    """A document of re3d with its confirmed entities and every suggested one."""

    id: str
    text: str
    gold: tuple[tuple[int, int, str], ...]
    suggested: tuple[tuple[int, int], ...]

    @property
    def held_out(self) -> bool:
        """Whether it is kept from development."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 1


@dataclass
class Counts:
    """What a finder did on some documents."""

    gold: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    overlapped: Counter[str] = field(default_factory=Counter)
    right_kind: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    touching: int = 0
    sentences: int = 0
    words: int = 0
    seconds: float = 0.0


def documents(data: Path) -> Iterator[Document]:
    """Documents of every source folder."""
    for folder in sorted(path for path in (data / "re3d").iterdir() if path.is_dir()):
        gold: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        suggested: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            span = (entity["begin"], entity["end"])
            if entity["type"] in (*TYPES, "Nationality", "MilitaryPlatform"):
                suggested[entity["documentId"]].add(span)
            if entity["type"] in TYPES and entity["confidence"] >= 0.5:
                gold[entity["documentId"]].add((*span, entity["type"]))
        for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            text, name = document["text"], document["_id"]
            confirmed = tuple(sorted(e for e in gold[name] if _names_something(text[e[0] : e[1]])))
            yield Document(name, text, confirmed, tuple(sorted(suggested[name])))


def _names_something(value: str) -> bool:
    found = value.lower().split()
    return any(c.isalpha() for c in value) and not all(word in PRONOUNS | DETERMINERS for word in found)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase without leading determiners and numbers and without a trailing possessive."""
    while (match := _WORD.match(text, start)) and match.end() < end:
        word = match.group().lower()
        if word not in DETERMINERS | QUANTIFIERS | {"at", "than"} and not word[0].isdigit():
            break
        start = match.end()
        while start < end and text[start].isspace():
            start += 1
    while end > start and (text[start:end].endswith(("'s", "’s")) or not text[end - 1].isalnum()):
        end -= 2 if text[start:end].endswith(("'s", "’s")) else 1
    return start, end


def measure(found_in: Sequence[Document], finder: Finder) -> Counts:
    """Counts of one finder over documents."""
    counts = Counts()
    for document in found_in:
        started = time.process_time()
        found = finder(document.text)
        counts.seconds += time.process_time() - started
        _count(document, found, counts)
    return counts


def _count(document: Document, found: Sequence[tuple[int, int, MentionKind]], counts: Counts) -> None:
    text = document.text
    cores = {core(text, start, end): kind for start, end, kind in found}
    for start, end, label in document.gold:
        counts.gold[label] += 1
        kind = cores.get(core(text, start, end))
        counts.exact[label] += kind is not None
        counts.right_kind[label] += kind in _KINDS[label]
        counts.overlapped[label] += any(a < end and start < b for a, b, _ in found)
    counts.mentions += len(found)
    spans = document.suggested
    counts.touching += sum(any(a < end and start < b for a, b in spans) for start, end, _ in found)
    counts.sentences += sum(1 for piece in _SENTENCE.split(text) if piece.strip())
    counts.words += len(text.split())


def ours(text: str) -> list[tuple[int, int, MentionKind]]:
    """Our finder."""
    return [(m.start, m.end, m.kind) for m in find_mentions(text)]


def capitals(text: str) -> list[tuple[int, int, MentionKind]]:
    """Baseline: every run of capitalised words, a place after "in", "at" or "near", else an actor."""
    return [(m.start(), m.end(), _by_preposition(text, m.start())) for m in _CAPITALS.finditer(text)]


def _by_preposition(text: str, start: int) -> MentionKind:
    before = text[max(0, start - 12) : start].split()
    return MentionKind.PLACE if before and before[-1].lower() in ("in", "at", "near") else MentionKind.ACTOR


def _print(title: str, counts: Counts) -> None:
    print(f"{title}: {counts.mentions} mentions, {counts.mentions / counts.sentences:.1f} a sentence,"
          f" {counts.touching / max(1, counts.mentions):.1%} touch an entity,"
          f" {1000 * counts.seconds * 500 / counts.words:.1f} ms for 500 words")  # fmt: skip
    for label in (*TYPES, "all"):
        wanted = TYPES if label == "all" else (label,)
        gold, exact, overlapped, right = (
            sum(c[w] for w in wanted) for c in (counts.gold, counts.exact, counts.overlapped, counts.right_kind)
        )
        print(f"  {label:<13}{gold:>5} gold  exact {exact / gold:6.1%}  overlap {overlapped / gold:6.1%}"
              f"  right kind of exact {right / max(1, exact):6.1%}")  # fmt: skip


def _print_resolved(found_in: Sequence[Document]) -> None:
    resolved: Counter[str] = Counter()
    for document in found_in:
        introduced = introduced_names(document.text)
        earlier: list[str] = []
        for mention in find_mentions(document.text):
            if mention.kind in (MentionKind.ACTOR, MentionKind.PEOPLE):
                _tally(mention, ActorContext(introduced, "", tuple(earlier[-40:])), resolved)
                earlier.append(mention.text)
    print(f"resolving: {resolved['mentions']} actor and people mentions: "
          + ", ".join(f"{name} {resolved[name] / resolved['mentions']:.1%}" for name in
                      ("canonical", "class", "country", "antecedent", "unresolved")))  # fmt: skip


def _tally(mention: Mention, context: ActorContext, resolved: Counter[str]) -> None:
    actor = resolve_actor(mention.text, context)
    resolved["mentions"] += 1
    if not isinstance(actor, Actor):
        resolved["unresolved"] += 1
        return
    resolved["canonical"] += actor.canonical is not None
    resolved["class"] += actor.actor_class is not None
    resolved["country"] += actor.country is not None
    resolved["antecedent"] += actor.antecedent is not None


def run(data: Path) -> None:
    """Prints the measurement of actors and of the phrases that can fill who and where.

    Args:
        data: Folder that holds `re3d`.
    """
    everything = list(documents(data))
    for title, part in (
        ("developed on", [d for d in everything if not d.held_out]),
        ("held out", [d for d in everything if d.held_out]),
    ):
        print(f"re3d, {title}: {len(part)} documents")
        _print("find_mentions", measure(part, ours))
        _print("capitalised runs (baseline)", measure(part, capitals))
        _print_resolved(part)
