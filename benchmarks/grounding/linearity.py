"""Time against length: as many quotations as wanted against a text as long as wanted."""

from __future__ import annotations

import random
from time import process_time

from benchmarks.grounding.cases import read_cases
from summarize.grounding import SourceText, locate

SIZES = (
    (25_000, 1_000),
    (50_000, 1_000),
    (100_000, 250),
    (100_000, 500),
    (100_000, 1_000),
    (100_000, 2_000),
    (200_000, 1_000),
    (400_000, 1_000),
)


def made_text(characters: int, seed: int = 1) -> str:
    """A text of that length: words of the benchmark's articles shuffled, with numbers strewn in."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable text, not a secret
    words = sorted({word for case in read_cases() for word in case.text.split()})
    made: list[str] = []
    length = 0
    while length < characters:
        word = str(chance.randrange(2_000)) if chance.random() < 0.05 else chance.choice(words)
        made.append(word)
        length += len(word) + 1
    return " ".join(made)[:characters]


def made_quotes(text: str, count: int, seed: int = 2) -> list[str]:
    """Quotations of 3 to 25 words: a quarter each verbatim, in capitals, with a foreign word, with another number."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    words = text.split()
    quotes = []
    for number in range(count):
        start = chance.randrange(len(words) - 26)
        quote = words[start : start + chance.randint(3, 25)]
        middle = len(quote) // 2
        changed = (
            quote,
            [word.upper() for word in quote],
            _with(quote, middle, "zebra"),
            _with(quote, middle, "9,321"),
        )
        quotes.append(" ".join(changed[number % 4]))
    return quotes


def _with(words: list[str], place: int, word: str) -> list[str]:
    return [*words[:place], word, *words[place + 1 :]]


def seconds(characters: int, count: int) -> float:
    """Processor time to prepare a text of that length and look that many quotations up in it."""
    text = made_text(characters)
    quotes = made_quotes(text, count)
    begin = process_time()
    source = SourceText(text)
    for quote in quotes:
        locate(quote, source)
    return process_time() - begin


def print_curve() -> None:
    """Print the table of times."""
    print("| characters | quotations | seconds |\n|---|---|---|")
    for characters, count in SIZES:
        print(f"| {characters:,} | {count:,} | {seconds(characters, count):.2f} |")
