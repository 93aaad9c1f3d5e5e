"""Denials of something else than what happened: what another said ("denied it"), or whose deed it was.

"Rejected the accusation" and "said the claim was false" point back at somebody else's words before. "Denied
responsibility for the raid" and "said it was not behind the raid" leave the raid as it is.
"""

from __future__ import annotations

import re

from summarize.lexicon.grammar import TAKING_UP

_NOUNS = "|".join(sorted(noun + ending for noun in TAKING_UP for ending in ("", "s")))
_WHOSE = r"(?:the|this|that|these|those|such|all|any|both|his|her|its|their)"
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

_WORDS = r"(?:[\w’'-]+\s+)"
_LINK = r"(?:connection|complicity|hand|involvement|links?|part|responsibility|role)"
_OF_IT = r"(?:behind|(?:complicit|involved)\s+in|(?:responsible|to\s+blame)\s+for|(?:connected|linked)\s+(?:to|with))"
_DEED = rf"(?:{_OF_IT}|{_LINK}\s+(?:for|in|to|with)|to\s+do\s+with)"
_IS = r"(?:is|are|was|were|had\s+been|has\s+been|have\s+been|being)"
_THEMSELVES = r"(?:he|I|it|she|they|we|(?:her|his|its|my|our|their)\s+(?:[\w’'-]+\s+)?[\w’'-]+)"
"""Who says so, or theirs: that others had nothing to do with it is no denial of their own."""
_DENIED_DEED = re.compile(
    rf"(?:that\s+)?(?:{_WORDS}{{0,5}}?{_IS}\s+{_OF_IT}|(?:(?:having|{_WORDS}{{1,5}}?had)\s+)?(?:(?:an?|any(?:thing)?|its|their)\s+)?{_DEED})(?=\s)",
    re.IGNORECASE,
)
_DISCLAIMED_DEED = re.compile(
    rf"(?:that\s+)?{_THEMSELVES}\s+(?:{_IS}(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?{_OF_IT}"
    rf"|(?:has|have|had)\s+(?:no\s+{_LINK}\s+(?:in|to|with)|nothing\s+to\s+do\s+with))(?=\s)",
    re.IGNORECASE,
)
_ONTO_DEED = re.compile(
    rf"\b{_DEED}\s+(?:an?|the|this|that|these|those|its|their|his|her|[\w-]+['’]s)\s+{_WORDS}{{0,3}}$", re.IGNORECASE
)
_DISOWNING = re.compile(
    rf"(?:(?:\bnot|n['’]t|\bnever)\s+(?:\w+ly\s+)?{_OF_IT}"
    rf"|\b(?:no|not\s+any)\s+{_LINK}\s+(?:for|in|to|with)|\b(?:nothing|not\s+anything)\s+to\s+do\s+with"
    rf"|\b(?:den(?:y|ied|ies|ying)|disclaim\w*|dismiss\w*|reject\w*)\s+{_WORDS}{{0,4}}?{_DEED})\s",
    re.IGNORECASE,
)
_NO_DEED = re.compile(r"\s*(?:bars|schedule|the\s+(?:roads?|scenes?|wheel|times))\b", re.IGNORECASE)
"""What one is behind, or responsible for, without having done anything."""
_DOUBT = re.compile(r"\b(?:could|if|may|might|perhaps|possibly|would)\b", re.IGNORECASE)
_DOUBTED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|doubt\w*|if|rejected|unclear|whether)\b(?:\s+(?!and\b|but\b)[\w’'-]+){0,4}\s+$",
    re.IGNORECASE,
)


def points_back(content: str) -> bool:
    """Whether what is denied is nothing but a word for what somebody said before: "it", "the claim as a lie"."""
    return _POINTING.match(content) is not None


def calls_false(content: str) -> bool:
    """Whether what is said is that something said before is not so: "the report was false"."""
    return _FALSE.match(content) is not None


def disowned(content: str, *, denied: bool) -> int:
    """How many characters of what is said or denied only say whose deed it was not; 0 for none.

    >>> disowned("it was not behind the raid", denied=False)
    17
    >>> disowned("responsibility for the raid", denied=True)
    18

    Args:
        content: What is said or denied.
        denied: Whether it is denied.
    """
    found = (_DENIED_DEED if denied else _DISCLAIMED_DEED).match(content)
    return found.end() if found and not _NO_DEED.match(content, found.end()) else 0


def is_onto_a_deed(words: str) -> bool:
    """Whether the words lead up to a deed by whose it is: "was behind the deadly [raid]"."""
    return _ONTO_DEED.search(words) is not None


def disowns(words: str, *, before: str = "") -> bool:
    """Whether a deed was not somebody's, or may not have been: "denied being behind the [raid]", "may be behind the".

    Args:
        words: What stands between them and the deed.
        before: What stands in front of them: "denied that [its forces] were behind the".
    """
    doubted = _DISOWNING.search(words) or _DOUBT.search(words) or _DOUBTED.search(before)
    return is_onto_a_deed(words) and doubted is not None
