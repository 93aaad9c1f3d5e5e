"""Runs inside the peers' own environment: cases as JSON on standard input, spans as JSON on standard output.

langextract aligns with the defaults of `lx.extract` as its README calls it. instructor's `CitationMixin` is
validated with the article as context, as its docstring shows.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from instructor import CitationMixin
from langextract import data  # type: ignore[import-not-found,unused-ignore]
from langextract.resolver import WordAligner  # type: ignore[import-not-found,unused-ignore]

Span = tuple[int, int] | None


def langextract_spans(text: str, quote: str) -> tuple[Span, Span]:
    """Span with the defaults, and the span when only exact matches count."""
    extraction = data.Extraction(extraction_class="quote", extraction_text=quote)
    try:
        aligned = WordAligner().align_extractions([[extraction]], text)[0][0]
    except ValueError:
        return None, None
    interval = aligned.char_interval
    if interval is None or interval.start_pos is None or interval.end_pos is None:
        return None, None
    span = (interval.start_pos, interval.end_pos)
    return span, span if aligned.alignment_status is data.AlignmentStatus.MATCH_EXACT else None


def instructor_span(text: str, quote: str) -> Span:
    """Where the passage that replaces the quotation stands."""
    found = CitationMixin.model_validate({"substring_quotes": [quote]}, context={"context": text})
    for passage in found.substring_quotes:
        match = re.search(re.escape(passage), text)
        if passage and match:
            return match.start(), match.end()
    return None


def main() -> None:
    """Answer every case."""
    answers: list[dict[str, Any]] = []
    for case in json.load(sys.stdin):
        defaults, exact = langextract_spans(case["text"], case["quote"])
        answers.append(
            {
                "langextract 1.7.1": defaults,
                "langextract 1.7.1, exact only": exact,
                "instructor 1.17.0 CitationMixin": instructor_span(case["text"], case["quote"]),
            }
        )
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
