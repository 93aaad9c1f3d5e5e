"""What the text tells the end of: "the curfew was lifted on Monday", "the army freed 20 hostages".

The day that such a sentence gives is that of the end. What ended began on that day or before it, and who ended it need
not be who did it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from summarize.lexicon.verbs import BE, FREEING
from summarize.record import EventType, Time, TimeBasis, TimeMod

ENDING: Final = frozenset(
    (EventType.ABDUCTION, EventType.DETENTION, EventType.RESTRICTION, EventType.TERRITORIAL_CONTROL)
)
"""Types of what goes on until somebody ends it."""

_FREED = f"(?:{'|'.join(sorted(FREEING))})"
_ENDED = rf"(?:{_FREED}|end(?:ed|s|ing)|lift(?:ed|s|ing)|reopen(?:ed|s|ing))"
_NOUN = r"(?:end|freeing|liberation|lifting|release|rescue)"
_OBJECT = re.compile(
    rf"(?:\b{_ENDED}|\b{_NOUN}\s+(?:of|to))\s+(?:(?!of\b|and\b|\w+ing\b)[\w’',.-]+\s+){{0,3}}$", re.IGNORECASE
)
_BE = "|".join(sorted(BE))
_SUBJECT = re.compile(
    rf"(?:\s+(?!(?:and|but|after|before|when|while|who|which|that)\b)[\w’'-]+){{0,7}}?\s+"
    rf"(?:(?:{_BE})(?:\s+\w+ly)?\s+{_ENDED}|(?:has\s+|have\s+|had\s+)?ended"
    r"|(?:will|would|(?:is|are|was|were)\s+(?:due\s+|set\s+)?to)\s+(?:end|expire))\b(?!\s+up\b)",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"\b(?:{_FREED}|lift(?:ed|ing))\b|\b{_NOUN}\s+of\b", re.IGNORECASE)
_IS_THE_END = re.compile(rf"\b(?:{_FREED}|lift(?:ed|ing)|{_NOUN})\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"\b(?:abducted|arrested|captured|detained|held|imposed|kidnapped|seized|since|snatched|taken)\b", re.IGNORECASE
)
"""What dates the beginning, where it stands right before a time: "freed 20 hostages abducted in May"."""
_BEFORE_TIME = 40


def tells_the_end(kind: EventType, sentence: str, anchor: tuple[int, int]) -> bool:
    """Whether a verb of ending governs the words that announce what ended.

    >>> tells_the_end(EventType.RESTRICTION, "The curfew in Bor was lifted on Monday.", (4, 10))
    True
    >>> tells_the_end(EventType.DETENTION, "Police arrested a man who was released on Monday.", (7, 15))
    False

    Args:
        kind: Type of what may have ended.
        sentence: The sentence.
        anchor: Offsets in it of the words that announce it; the whole sentence where none do.
    """
    if kind not in ENDING:
        return False
    start, end = anchor
    announced_by_it = _ANYWHERE.search(sentence, start, end)
    return bool(announced_by_it or _OBJECT.search(sentence, 0, start) or _SUBJECT.match(sentence, end))


def is_the_end(words: str) -> bool:
    """Whether the words name an end, as in "confirmed the release"."""
    return _IS_THE_END.search(words) is not None


def begun_by_then(time: Time, sentence: str, offset: int, told: date | None = None) -> Time:
    """The time of what ended at a time, which it began on or before; unchanged where the text dates the beginning.

    Args:
        time: The time that the sentence gives.
        sentence: The sentence.
        offset: Where it starts in the article.
        told: The day the article is of, if it is known: what is yet to end has begun by then.
    """
    if time.basis is TimeBasis.PUBLICATION or time.span is None or time.latest is None:
        return time
    at = time.span.start - offset
    if _BEGUN.search(sentence, max(0, at - _BEFORE_TIME), at + len(time.span.text)):
        return time
    latest = min(time.latest, told or time.latest)
    ended = "ended; it began on or before that" if latest == time.latest else "is to end; it has begun before"
    return time.model_copy(
        update={
            "edtf": f"../{latest.isoformat()}",
            "earliest": None,
            "latest": latest,
            "mod": TimeMod.ON_OR_BEFORE,
            "basis": TimeBasis.INFERRED,
            "note": f'"{time.text}" ({time.edtf}) is when it {ended}',
        }
    )
