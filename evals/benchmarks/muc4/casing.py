"""Texts in capitals as they are, in small letters, or with capitals only where a name is: does it help to read them?

Run with `python -m evals.benchmarks.muc4.casing [--split tst1]`. It counts how many of the key's perpetrators and
targets are among the phrases that the rules offer a model, which is what an answer can name at all, and needs no
model. `--casing restored` of `python -m evals.benchmarks.muc4` tries the same with one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from evals.benchmarks.data import data_file
from evals.benchmarks.muc4.templates import Message, read_messages
from evals.benchmarks.shares import Share
from summarize import read_article
from summarize.errors import SummarizeError
from summarize.evaluation.naming import Name, akin
from summarize.mentions import find_mentions_in
from summarize.mentions.capitals import take_back
from summarize.mentions.tokens import Token, tokenise

Casing = Callable[[str], str]

_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"(?<=[(\[])[A-Z]{2,6}(?=[)\]])")
_PARTICLES = frozenset(("of", "the", "and", "for", "de", "la", "del", "y"))


def kept(text: str) -> str:
    """The text as it is."""
    return text


def lowered(text: str) -> str:
    """Small letters throughout."""
    return _same_length(text, text.lower())


def restored(text: str) -> str:
    """Small letters but for the first word of a sentence, what is likely a name, and acronyms given in brackets.

    What is likely a name is what the package's own rules for capitals leave as one. Offsets stay.
    """
    letters = list(lowered(text))
    tokens = tokenise(text)
    take_back(tokens)
    for token in tokens:
        for start, end in _capitals(token):
            letters[start:end] = [text[start], *letters[start + 1 : end]]
    for acronym in set(_ACRONYM.findall(text)):
        for found in re.finditer(rf"\b{acronym}\b", text):
            letters[found.start() : found.end()] = acronym
    return "".join(letters)


CASINGS: Mapping[str, Casing] = MappingProxyType({"kept": kept, "lowered": lowered, "restored": restored})
"""Every way to read a text in capitals by its name."""


def offered(messages: Iterable[Message], casing: Casing) -> Share:
    """Share of the key's perpetrators and targets that are among the phrases found in the text."""
    return Share.over([_offered(message, casing(message.text)) for message in messages if message.incidents])


def main() -> int:
    """Print the shares of every casing."""
    options = argparse.ArgumentParser(
        prog="python -m evals.benchmarks.muc4.casing", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--split", default="tst1", help="split of the data (default: %(default)s)")
    try:
        messages = read_messages(data_file(f"muc4/{options.parse_args().split}.jsonl"))
    except SummarizeError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stdout.write("| casing | offered | share | 95 % |\n|---|---:|---:|---:|\n")
    for name, casing in CASINGS.items():
        sys.stdout.write(f"| {name} | {offered(messages, casing).cells()} |\n")
    return 0


def _offered(message: Message, text: str) -> tuple[int, int]:
    article = read_article(text, published=message.day)
    phrases = [
        Name.of([mention.text])
        for mentions in find_mentions_in([sentence.text for sentence in article.sentences])
        for mention in mentions
    ]
    fillers = [filler.name for incident in message.incidents for filler in incident.mentioned]
    return sum(any(akin(phrase, name) for phrase in phrases) for name in fillers), len(fillers)


def _capitals(token: Token) -> Iterable[tuple[int, int]]:
    """Words of a token that begin with a capital."""
    words = [(token.start + found.start(), token.start + found.end(), found[0]) for found in _WORD.finditer(token.text)]
    if token.capital or token.known:
        return [(start, end) for start, end, word in words if word.lower() not in _PARTICLES]
    return [(start, end) for start, end, _ in words[:1] if token.initial or token.breaks]


def _same_length(text: str, changed: str) -> str:
    """The changed text; where a letter has become two, as the Turkish İ does, the text as it was."""
    return changed if len(changed) == len(text) else text


if __name__ == "__main__":
    sys.exit(main())
