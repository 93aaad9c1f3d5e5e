"""The laws of `locate` on news articles that nobody here wrote; skipped where the data is absent."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.grounding import MatchStatus, SourceText, locate, verify_quote
from tests.grounding.test_locate_properties import RETYPED

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data")) / "re3d"
DEFAULT_IGNORABLE = "\u200e\u200f\u200b\ufeff"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the re3d documents are not here")


def _stretches(seed: int) -> Iterator[tuple[str, SourceText, int, int]]:
    """Stretches of 1 to 25 words of 40 articles, 10 of each."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    lines = [line for path in sorted(DATA.glob("*/documents.json")) for line in path.read_text("utf-8").splitlines()]
    for line in chance.sample(lines, 40):
        text = json.loads(line)["text"]
        words = [found.span() for found in re.finditer(r"\S+", text) if any(map(str.isalnum, found.group()))]
        source = SourceText(text)
        for _ in range(10):
            first = chance.randrange(len(words))
            last = min(first + chance.randrange(25), len(words) - 1)
            yield text, source, words[first][0], words[last][1]


def test_every_stretch_is_found_where_it_is() -> None:
    for text, source, start, end in _stretches(1):
        match = locate(text[start:end], source, within=(start, end))
        assert (MatchStatus.EXACT, start, end) == (match.status, match.start, match.end)


@pytest.mark.parametrize("name", sorted(RETYPED))
def test_every_stretch_of_three_words_maps_back_from_other_typography(name: str) -> None:
    lost = []
    for text, source, start, end in _stretches(2):
        quote = RETYPED[name](text[start:end])
        match = locate(quote, source, within=(start, end))
        expected = text[start:end].strip(DEFAULT_IGNORABLE)
        if len(quote.split()) > 2 and (match.text or "").strip(DEFAULT_IGNORABLE) != expected:
            lost.append((quote, match.status, match.reason))
    assert [] == lost


def test_few_stretches_are_refused_for_what_they_leave_behind() -> None:
    judged = [verify_quote(text[start:end], source, within=(start, end)) for text, source, start, end in _stretches(3)]
    refused = [match for match in judged if not match.supported]
    assert len(refused) <= len(judged) // 50
    assert all("leaves behind" in match.reason for match in refused)
