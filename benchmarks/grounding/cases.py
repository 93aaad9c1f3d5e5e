"""The benchmark's articles and quotations, read from `articles/*.yaml`.

Every article is made up: real places, invented events and persons. A supported quotation is a pair of the quotation and
the source's own words it should be mapped to (the same when null); an unsupported one is a string. Both stand under the
name of their class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Case:
    """One quotation to look for in one article.

    Attributes:
        article: Name of the article.
        text: The article.
        quote: The quotation.
        kind: Class of the quotation.
        words: The source's words it stands for; None when the article does not support it.
    """

    article: str
    text: str
    quote: str
    kind: str
    words: str | None

    @property
    def supported(self) -> bool:
        """Whether the article says this."""
        return self.words is not None


def read_cases(folder: Path = ARTICLES) -> Iterator[Case]:
    """Every case of the articles in a folder, in order."""
    for path in sorted(folder.glob("*.yaml")):
        article = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = article["text"]
        for kind, pairs in article["supported"].items():
            for quote, words in pairs:
                yield Case(path.stem, text, quote, kind, words or quote)
        for kind, quotes in article["unsupported"].items():
            for quote in quotes:
                yield Case(path.stem, text, quote, kind, None)
