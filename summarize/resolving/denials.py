"""Denials that point back: "denied it", "rejected the accusation", "said the claim was false".

What is denied then stands in somebody else's words before; here is only how the denial points at them.
"""

from __future__ import annotations

import re

from summarize.lexicon.grammar import TAKING_UP

_NOUNS = "|".join(sorted(noun + ending for noun in TAKING_UP for ending in ("", "s")))
_WHOSE = r"(?:the|these|those|such|all|any|both|his|her|its|their)"
_POINTER = rf"(?:it|this|that|them|(?:{_WHOSE}\s+){{1,2}}(?:[\w’'-]+\s+)?(?:{_NOUNS}))"
_POINTING = re.compile(
    rf"(?:{_POINTER}|(?:any\s+)?(?:responsibility|involvement|wrongdoing))(?=$|\s*,|\s+(?:as|on|in|at|when|calling)\b)",
    re.IGNORECASE,
)
_FALSE = re.compile(
    rf"{_POINTER}\s+(?:is|are|was|were|had\s+been)\s+(?:(?:a|an|all|completely|entirely|simply|totally|absolutely)\s+)?"
    r"(?:false|untrue|not\s+true|baseless|groundless|unfounded|fabricat\w+|invented|lies?|wrong|nonsense|propaganda)\b",
    re.IGNORECASE,
)


def points_back(content: str) -> bool:
    """Whether what is denied is nothing but a word for what somebody said before: "it", "the claim as a lie"."""
    return _POINTING.match(content) is not None


def calls_false(content: str) -> bool:
    """Whether what is said is that something said before is not so: "the report was false"."""
    return _FALSE.match(content) is not None
