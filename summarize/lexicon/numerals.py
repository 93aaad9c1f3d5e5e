"""English number words and their values."""

from __future__ import annotations

import unicodedata
from typing import Final

from summarize.lexicon.calendar import CARDINALS, TENS

CARDINAL_WORDS: Final[dict[str, int]] = {**CARDINALS, **TENS}
"""Number words that are numbers on their own, zero to ninety."""

MULTIPLIERS: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
    "lakhs": 10**5,
    "crores": 10**7,
    "score": 20,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "bln": 10**9,
}
"""Words that multiply the number before them."""

GLUED_MULTIPLIERS: Final[dict[str, int]] = {"k": 1000, "m": 10**6, "b": 10**9, "bn": 10**9, "mn": 10**6, "mln": 10**6}
"""Letters that multiply the digits they are glued to."""

FRACTION_SIGNS: Final[dict[str, float]] = {sign: round(unicodedata.numeric(sign), 6) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
"""Signs for parts of one, in decimals that are still whole persons in a million."""

BEFORE_POINT: Final = "([{\"'“‘«$€£¥₹₽₴₪₺+±~<>=≈≤≥-\u2010\u2011\u2013\u2014\u2212"
"""Signs behind which a number may begin with its point, as behind a space: "$.5 million", not "No.5"."""

FRACTION_WORDS: Final[dict[str, int]] = {
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
"""Words for parts of a whole, and how many of them make it."""

VALUE_WORDS: Final[dict[str, tuple[float, ...]]] = {
    "a": (1,),
    "an": (1,),
    "single": (1,),
    "pair": (2,),
    "both": (2,),
    "twice": (2,),
    "dozen": (12,),
    "half": (0.5, 50),
    "quarter": (0.25, 25),
    "quarters": (0.75, 75),
    "zero": (0,),
    "no": (0,),
}
"""Words that offer a number without being a numeral, and the numbers they may be read as."""
